"""From names and clauses to speakers: who stands where, in one sentence."""

from dataclasses import dataclass, replace

from workflow.positions.clauses import Link, clause_begin, fronted
from workflow.positions.lexicon import Cue, Lexicon, Verb
from workflow.positions.mentions import Mention
from workflow.positions.stances import Reading, Zone, read_stances
from workflow.positions.verbgroups import (
    Group,
    finite_forms,
    helper_of,
    read_final_group,
    read_group,
)
from workflow.positions.words import SIGNS, Words

_OPINIONS = ("support", "oppose", "concern", "reserve")


@dataclass(frozen=True, slots=True)
class Speaker:
    """One name, or list of names, with the stances that its clause gives it."""

    actors: tuple[str, ...]
    readings: tuple[Reading, ...]
    rule: str
    place: int
    """Index of the word at which it stands, for the order of the sentence."""
    mention: Mention | None = None
    co: bool = False
    implicit: bool = False
    pronoun: bool = False
    passive: bool = False
    certain: bool = True


def speakers_of(
    words: Words, mentions: list[Mention], links: list[Link], lexicon: Lexicon
) -> list[Speaker]:
    """Subjects, agents, those on whose behalf something is said, and those named beside them."""
    heads: list[Speaker] = []
    for link in links:
        if link.mention.kind == "excluded":
            continue
        speaker = _subject(words, link, links, mentions, lexicon)
        if speaker:
            heads.append(speaker)
    for mention in mentions:
        if not mention.actors or mention.kind == "pronoun":
            continue
        other = None
        if mention.part == "agent":
            other = _agent(words, mention, links, lexicon)
        elif mention.part in ("behalf", "regarding"):
            other = _behalf(words, mention, links, lexicon)
        elif mention.part == "oblique":
            other = _asked(words, mention, lexicon)
        if other:
            heads.append(other)
    heads.sort(key=lambda speaker: speaker.place)
    beside = [_beside(words, mention, heads, links, lexicon) for mention in mentions]
    everyone = heads + [speaker for speaker in beside if speaker]
    everyone += _holders(words, mentions, everyone, lexicon)
    return sorted(everyone, key=lambda speaker: (speaker.place, speaker.co))


def _subject(
    words: Words, link: Link, links: list[Link], mentions: list[Mention], lexicon: Lexicon
) -> Speaker | None:
    stop = _clause_stop(words, link, links)
    skip = _skipped(mentions, link.mention)
    readings: list[Reading] = []
    if link.final:
        group = read_final_group(words, link.mention.stop, stop, lexicon)
        if group is None or group.passive:
            return None
        zone = Zone(link.mention.stop, stop, skip)
        readings = read_stances(words, group, zone, lexicon)
    else:
        for group, zone in _predicates(words, link, stop, skip, lexicon):
            if group.passive or _receives(group, link, lexicon):
                continue
            readings.extend(read_stances(words, group, zone, lexicon))
    if not readings:
        return None
    if _is_topic(words, link, stop, lexicon) or _is_fact(link, readings, lexicon):
        return None
    if link.opinion_only and readings[0].stance not in _OPINIONS:
        return None
    return Speaker(
        link.mention.actors,
        tuple(readings),
        link.rule,
        link.mention.start,
        link.mention,
        pronoun=link.mention.pronoun,
        certain=link.certain,
    )


def _receives(group: Group, link: Link, lexicon: Lexicon) -> bool:
    """Whether the subject is spoken to: "kreeg het verzoek"."""
    return group.verb.lemma in lexicon.words["receiving"] and link.mention.actors != ("raad",)


def _is_topic(words: Words, link: Link, stop: int, lexicon: Lexicon) -> bool:
    """Whether the name is what was talked about: "kwam Mali ter sprake"."""
    return any(
        lexicon.phrases["topic"].first(words.low, place) for place in range(link.verb + 1, stop)
    ) and any(actor.startswith("land:") for actor in link.mention.actors)


def _is_fact(link: Link, readings: list[Reading], lexicon: Lexicon) -> bool:
    """Whether a named state only does something that nobody says: "Egypte huisvest"."""
    states = all(
        actor.startswith("land:") and not lexicon.states[actor.removeprefix("land:")].member
        for actor in link.mention.actors
    )
    return states and bool(link.mention.actors) and all(not one.certain for one in readings)


def _skipped(mentions: list[Mention], subject: Mention) -> frozenset[int]:
    """Words that name others: they carry no stance of the subject."""
    return frozenset(
        place
        for mention in mentions
        for place in range(mention.core, mention.stop)
        if mention.kind != "pronoun"
    )


def _clause_stop(words: Words, link: Link, links: list[Link]) -> int:
    """Where the clause ends: at the next clause that has a subject of its own."""
    later = [other.begin for other in links if other.begin > max(link.verb, link.mention.start)]
    stop = min(later, default=len(words))
    for place in range(max(link.verb, link.mention.stop), stop):
        if words.text[place] == ";":
            return place
    return stop


def _predicates(
    words: Words, link: Link, stop: int, skip: frozenset[int], lexicon: Lexicon
) -> list[tuple[Group, Zone]]:
    """The verb groups of one subject: the first, and those that follow behind `en`."""
    starts = [link.verb]
    for place in range(link.verb + 1, stop - 1):
        following = _coordinate(words, place, link, lexicon)
        if following >= 0 and following < stop:
            starts.append(following)
    result = []
    for number, start in enumerate(starts):
        end = starts[number + 1] - 1 if number + 1 < len(starts) else stop
        group = read_group(words, start, end, lexicon)
        zone_start = start + 1 if number else _zone_start(words, link, start, lexicon)
        result.append((group, Zone(zone_start, end, skip)))
        result.extend(_second_participle(words, group, start, end, skip, lexicon))
    return result


def _zone_start(words: Words, link: Link, verb: int, lexicon: Lexicon) -> int:
    """Behind the verb, unless the words before it are what is said: "Kritisch was ..."."""
    if link.rule == "inversion" and fronted(words, link.begin, lexicon):
        return link.begin
    return verb + 1


def _second_participle(
    words: Words, group: Group, start: int, end: int, skip: frozenset[int], lexicon: Lexicon
) -> list[tuple[Group, Zone]]:
    """ "heeft A verwelkomd en op B aangedrongen": the second participle of one auxiliary."""
    if group.helper not in ("have", "be", "future", "can", "want") or group.passive:
        return []
    wanted = "participle" if group.helper in ("have", "be") else "infinitive"
    joined = False
    for place in range(group.lexical + 1, end):
        low = words.low[place]
        if low in ("en", "and", "alsook", "maar", "but"):
            joined = True
        elif low in ("dat", "die", "that", "which", "om", "waarbij", "te", "to") or low in (";",):
            return []
        elif joined:
            for form in lexicon.forms.get(low, ()):
                verb = lexicon.verbs[form.lemma]
                after = words.low[place + 1] if place + 1 < len(words) else "."
                ends = (
                    after in SIGNS
                    or after in lexicon.words["prepositions"]
                    or after in ("dat", "om")
                )
                if form.kind == wanted and verb.stance and ends and not form.particle:
                    second = Group(group.finite, place, -1, verb, group.helper, group.would)
                    return [(second, Zone(group.lexical + 1, end, skip))]
    return []


def _coordinate(words: Words, place: int, link: Link, lexicon: Lexicon) -> int:
    """Index of a verb behind `en` that goes on with the same subject, or -1."""
    if words.low[place] not in ("en", "maar", "alsook", "alsmede", "doch", ",", "and", "but", "or"):
        return -1
    index = place + 1
    while (
        index < len(words)
        and index < place + 3
        and (
            words.low[index] in lexicon.words["midfield"]
            or words.low[index] in lexicon.words["adverbs"]
        )
    ):
        if finite_forms(words, index, lexicon):
            break
        index += 1
    forms = finite_forms(words, index, lexicon) if index < len(words) else []
    if not forms:
        return -1
    if words.low[place] == "," and lexicon.language == "nl" and not _stanced(forms, lexicon):
        return -1
    tense = {form.kind for form in finite_forms(words, link.verb, lexicon)}
    if helper_of(words, link.verb, lexicon) and tense == {"present"}:
        tense = {"present", "past"} if lexicon.language == "en" else {"present"}
    same = [form for form in forms if not tense or form.kind in tense]
    if not same:
        return -1
    if (
        link.mention.plural
        and lexicon.language == "nl"
        and not any(form.plural is not False for form in same)
    ):
        return -1 if link.mention.kind not in ("group", "list") else index
    if "present" in tense and lexicon.language == "nl" and not _stanced(same, lexicon):
        helper = helper_of(words, index, lexicon)
        if helper not in ("future", "want", "have"):
            return -1
    after = words.low[index + 1] if index + 1 < len(words) else "."
    if after in (".",) and index > place + 1:
        return -1
    return index


def _stanced(forms: list, lexicon: Lexicon) -> bool:  # type: ignore[type-arg]
    return any(lexicon.verbs[form.lemma].stance for form in forms)


def _agent(words: Words, mention: Mention, links: list[Link], lexicon: Lexicon) -> Speaker | None:
    """ "Door meerdere lidstaten werd gewezen op": the agent of a passive clause."""
    after = mention.stop
    while after < len(words) and words.low[after] in lexicon.words["midfield"]:
        after += 1
    if mention.part == "co":
        mention = replace(mention, marker=mention.start)
    if after < len(words) and _inflected(words.low[after], lexicon) and mention.marker > 0:
        return None  # "het door de Commissie gepubliceerde voorstel"
    for place in _near(mention, len(words)):
        helper = helper_of(words, place, lexicon)
        if helper not in ("passive", "be") or not finite_forms(words, place, lexicon):
            continue
        group = read_group(words, place, len(words), lexicon)
        if not group.passive or group.lexical == place:
            continue
        if mention.marker > group.lexical + 14 or (
            group.lexical < mention.marker
            and _broken(words, group.lexical, mention.marker, lexicon)
        ):
            continue
        zone = Zone(clause_begin(words, place, lexicon), len(words), _span(mention))
        readings = tuple(read_stances(words, group, zone, lexicon))
        described = _in_relative(words, place, lexicon)
        if described and (readings[0].stance not in _OPINIONS or group.lexical - place > 2):
            return None
        return Speaker(
            mention.actors, readings, "passive agent", mention.start, mention, passive=True
        )
    return None


def _in_relative(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb belongs to a relative clause, which describes: "die worden voorbereid"."""
    for place in range(verb - 1, -1, -1):
        low = words.low[place]
        if low in SIGNS or (place < verb - 1 and finite_forms(words, place, lexicon)):
            return False
        if low in lexicon.words["relatives"] and place > 0:
            return True
    return False


def _span(mention: Mention) -> frozenset[int]:
    return frozenset(range(mention.start, mention.stop))


def _near(mention: Mention, length: int) -> list[int]:
    """The places of a sentence, those nearest to a mention first, before it first."""
    before = range(mention.marker - 1, -1, -1)
    return [*before, *range(mention.stop, length)]


def _inflected(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a participle with an ending: "gepubliceerde"."""
    stem = word.removesuffix("e")
    options = (stem, stem.removesuffix("n"), stem + "en", word)
    return word.endswith(("e", "en")) and any(
        form.kind == "participle" and (option != word or word.endswith("en"))
        for option in options
        for form in lexicon.forms.get(option, ())
    )


def _broken(words: Words, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a clause begins between a participle and what may be its agent."""
    return any(
        words.low[place] in ("dat", "die", "om", "that", "which", ";", "waarbij", "omdat")
        for place in range(first + 1, stop)
    )


def _behalf(words: Words, mention: Mention, links: list[Link], lexicon: Lexicon) -> Speaker | None:
    """ "volgens X", "namens X", "wat X betreft"."""
    first = words.low[mention.marker]
    verb = next((i for i in range(mention.stop, len(words)) if finite_forms(words, i, lexicon)), -1)
    if first == "for":
        return None
    if first == "voor" and not (mention.marker == 0 and verb == mention.stop):
        return None
    subject = next((link for link in links if link.mention.actors), None)
    named = first in ("namens",) or "behalf" in words.low[mention.marker : mention.start]
    if subject and named and set(subject.mention.actors) & set(mention.actors):
        return None
    if verb < 0:
        verb = next((i for i in range(len(words)) if finite_forms(words, i, lexicon)), -1)
    if verb < 0:
        return None
    own = read_group(words, verb, len(words), lexicon)
    if own.verb.stance in ("", "none", "inform"):
        # The verb may be anybody's: what counts is the words with it.
        own = replace(own, verb=Verb(own.verb.lemma, "inform", 1, True))
    skip = _span(mention) | {mention.stop}
    zone = Zone(0 if mention.marker else mention.stop, len(words), frozenset(skip))
    readings = tuple(read_stances(words, own, zone, lexicon))
    certain = named or first in ("wat", "volgens", "according")
    return Speaker(
        mention.actors, readings, f"behalf {first}", mention.start, mention, certain=certain
    )


def _asked(words: Words, mention: Mention, lexicon: Lexicon) -> Speaker | None:
    """ "Voor Nederland is het van belang": a view, where it opens the sentence before its verb."""
    if mention.marker != 0 or words.low[0] not in ("voor", "for"):
        return None
    if mention.stop >= len(words):
        return None
    after = mention.stop + (1 if words.low[mention.stop] == "," else 0)
    if lexicon.language == "nl" and not finite_forms(words, mention.stop, lexicon):
        return None
    if lexicon.language == "en" and after == mention.stop:
        return None
    verb = next((i for i in range(after, len(words)) if finite_forms(words, i, lexicon)), -1)
    if verb < 0:
        return None
    group = read_group(words, verb, len(words), lexicon)
    readings = tuple(read_stances(words, group, Zone(after, len(words), _span(mention)), lexicon))
    if readings[0].stance in ("inform", "none"):
        return None
    return Speaker(mention.actors, readings, "view of", mention.start, mention, certain=False)


def _beside(
    words: Words, mention: Mention, heads: list[Speaker], links: list[Link], lexicon: Lexicon
) -> Speaker | None:
    """Somebody named beside a speaker takes the speaker's stance."""
    if mention.part != "co" or not mention.actors or mention.kind == "pronoun":
        return None
    before = [head for head in heads if head.place < mention.marker]
    head = before[-1] if before else next(iter(heads), None)
    if head is None or head.mention is None:
        participles = words.low[mention.marker : mention.start + 2]
        if any(
            form.kind == "participle"
            for word in participles
            for form in lexicon.forms.get(word, ())
        ):
            return _agent(words, mention, links, lexicon)
        return None
    others = tuple(actor for actor in mention.actors if actor not in head.actors)
    if not others:
        return None
    return Speaker(
        others,
        head.readings,
        f"beside {head.rule}",
        mention.start,
        mention,
        co=True,
        passive=head.passive,
        certain=head.certain,
    )


def _holders(
    words: Words, mentions: list[Mention], others: list[Speaker], lexicon: Lexicon
) -> list[Speaker]:
    """ "steun van veel lidstaten": a stance that stands as a noun with its holder.

    Beside another speaker only resistance counts: his support may be for what they support.
    """
    found: list[Speaker] = []
    for mention in mentions:
        if mention.part not in ("oblique", "agent") or not mention.actors:
            continue
        if words.low[mention.marker] not in lexicon.words["holder_links"]:
            continue
        for back in range(mention.marker - 1, max(-1, mention.marker - 6), -1):
            if words.low[back] in (",", ";"):
                break
            cue = _holder_cue(words, back, mention.marker, lexicon)
            earlier = any(other.place < mention.start for other in others)
            if cue is None or (earlier and cue.stance not in ("oppose", "reserve")):
                continue
            reading = Reading(
                cue.stance, cue.strength, ((back, back + 1),), f"noun {words.low[back]}", False
            )
            found.append(
                Speaker(
                    mention.actors, (reading,), "holder", mention.start, mention, certain=False
                )
            )
            break
    return found


def _holder_cue(words: Words, index: int, limit: int, lexicon: Lexicon) -> Cue | None:
    for stop, cue in lexicon.cues.at(words.low, index):
        if cue.stance in _OPINIONS and cue.zone != "clause" and stop <= limit and not cue.verbs:
            return cue
    return None
