"""Clauses in which speakers tell of themselves: "said that it would not take part"."""

from dataclasses import replace

from workflow.positions.denials import BEFORE, not_yet
from workflow.positions.line import Line
from workflow.positions.reading import Reading, Zone
from workflow.positions.undone import not_for_now
from workflow.positions.verbgroups import Group, read_final_group, read_group
from workflow.positions.wordorder import describes_noun, relative_end

_IF = 6
"""Words behind "zou kunnen" within which it may say on what that hangs."""
_THINGS = ("determiners", "midfield", "expletive", "possessives", "echo")
"""Classes of words with which a clause behind "als" opens."""
_CLAUSE = 40
"""Words before a verb within which the clause that it stands in begins."""
_PAPER = 12
"""Words before "will" within which it is said whose paper will be brought out."""
_CITED = 4
"""Words behind an owner within which stands what paper is meant."""
_TOLD = 7
"""Words that announce a view, at most: "no one in any doubt"."""
_ADVERBS = 4
"""Words within which the verb follows its subject."""
_TO_WHOM = 6
"""Words within which "that" follows a verb behind which stands who is told."""
_MEETING = "accommodating"
"""Verbs for what is done to the worry of whoever speaks."""
_NO_NOUN = ("determiners", "prepositions", "midfield", "negations", "purpose")
"""What stands behind "het" where it is whoever spoke and no article."""


def _tells_of_itself(line: Line, group: Group) -> bool:
    """Whether a clause behind a verb of telling has the speaker as its subject.

    "I explained that the United Kingdom opposed this": what it says there is its stance.
    """
    place = _that_behind(line, group, min(group.last + 3, len(line)))
    return place >= 0 and same_subject(line, place + 1, group)


def _that_behind(line: Line, group: Group, stop: int) -> int:
    """The place of "that" before a bound, or English behind who is told: "told the others that"."""
    if not line.is_dutch and group.verb.lemma in line.lexicon.words["addressing"]:
        stop = min(group.last + _TO_WHOM, len(line))
    return line.first_of("that", range(group.last + 1, stop))


def _echo_end(line: Line, place: int) -> int:
    """The place behind a word for the speaker, or behind "his country"; -1 without one."""
    if _is_that_state(line, place):
        return place + 2
    if line.isa("echo", place):
        return place + 1
    owned = line.isa("possessives", place) and line.isa("own_states", place + 1)
    return place + 2 if owned else -1


def _is_that_state(line: Line, place: int) -> bool:
    """Whether "the country" is the one state that was named before, and nobody else was."""
    if not line.isa("articles", place) or not line.isa("lands", place + 1):
        return False
    named = [line.lexicon.names.first(line.low, at) for at in range(place)]
    found = {(name[1].actor, name[1].kind) for name in named if name}
    return len(found) == 1 and all(kind == "state" for _, kind in found)


def _behind_aside(line: Line, place: int, stop: int) -> int:
    """English: the place behind what is set in: "that, after a debate at home, his country"."""
    if line.is_dutch or line.at(place) != ",":
        return place
    return next((at + 1 for at in range(place + 1, stop) if line.low[at] == ","), place)


def _behind_denial(line: Line, place: int) -> int:
    """English: the place behind a denial that opens a clause, and its auxiliary: "no way would"."""
    found = None if line.is_dutch else line.lexicon.phrases["set_between"].first(line.low, place)
    if not found or line.helper(found[0]) not in ("want", "future", "can"):
        return place
    denied = any(line.isa("negations", at) for at in range(place, found[0]))
    return found[0] + 1 if denied else place


def tells(line: Line, group: Group, zone: Zone) -> bool:
    """Whether a verb that says nothing by itself has a clause behind it with the speaker's view."""
    if group.verb.stance == "inform" and _tells_of_itself(line, group):
        return True
    if line.is_dutch and group.verb.lemma in line.lexicon.words["calling"]:
        near = range(group.finite + 1, min(zone.stop - 1, group.finite + _ADVERBS))
        if any(line.isa("of", at) and line.isa("articles", at + 1) for at in near):
            return True  # "sprak van een evenwichtig pakket"
    return _tells_what(line, group, zone)


def _tells_what(line: Line, group: Group, zone: Zone) -> bool:
    """Whether words before "dat" say that a view follows: "kwam tot de slotsom dat"."""
    return _told_at(line, group, zone) >= 0


def _told_at(line: Line, group: Group, zone: Zone) -> int:
    """Where the clause opens that words before it say is a view; -1 without one."""
    place = line.first_of("that", range(group.finite + 1, zone.stop))
    if place < 0:
        return -1
    before = place
    while before > group.finite + 1 and (before - 1 in group.words or line.forms(before - 1)):
        before -= 1
    phrases = line.lexicon.phrases["telling"]
    told = any(
        stop in (before, place)
        for start in range(max(group.finite + 1, before - _TOLD), place)
        for stop, _ in phrases.at(line.low, start)
    )
    return place if told else -1


def told_zone(line: Line, group: Group, zone: Zone) -> Zone:
    """The words of a view behind those that announce it: "left no doubt that".

    In Dutch so are those behind a denial: "liet er geen twijfel over bestaan dat".
    """
    place = _told_at(line, group, zone)
    if place <= group.last:
        return zone
    denied = any(line.isa("negations", at) for at in range(group.finite + 1, max(place, 0)))
    if line.is_dutch and not denied:
        place = -1
    return replace(zone, start=place) if place > group.last else zone


def said_of_self(line: Line, place: int, group: Group) -> bool:
    """English: whether a clause behind "that" is about its speaker: "said that it could not".

    So is one in which a thing "had met its concerns".
    """
    if line.isa("possessives", place + 1) and line.lemmas(place) & line.lexicon.words[_MEETING]:
        return True
    near = range(place, max(group.last, place - BEFORE - 2), -1)
    return same_subject(line, place, group) or any(line.isa("echo", at) for at in near)


def own_clause(line: Line, group: Group, zone: Zone) -> tuple[Group, Zone] | None:
    """The clause behind a verb of telling whose subject is the speaker, to be read as its own.

    "said that it stood behind this", "liet weten dat het zich zorgen maakt".
    """
    colon = _behind_colon(line, group, zone)
    if colon:
        return colon
    told = -1 if line.is_dutch else _told_at(line, group, zone)
    at = told if told >= 0 else group.last + 1  # "let it be known that it would not"
    if not line.is_dutch and told < 0:
        at = max(at, _that_behind(line, group, at))
    if line.is_dutch:
        places = range(group.finite + 1, zone.stop)
        at = line.first_of("that", places)
        if at < 0 or any(line.low[place] in (",", ";", ":") for place in range(group.last, at - 1)):
            return None
    at = _behind_aside(line, at + line.isa("that", at), zone.stop)
    if not line.is_dutch and line.isa("how_much", at + 1):
        at += 2  # "underlined how much it valued the work"
    if at >= zone.stop or not _names_speaker(line, at):
        return None
    echoed = _echo_end(line, at)
    start = echoed if echoed >= 0 else _name_end(line, at)
    if line.is_dutch and line.at(start) == ",":
        start = min(line.sign_from(start + 1) + 1, zone.stop)  # past what is set in
    stop = next((place for place in range(start, zone.stop) if line.is_sign(place)), zone.stop)
    if not line.is_dutch:
        finite = line.next_finite(start, min(stop, start + _ADVERBS))
        return (
            (read_group(line, finite, zone.stop), Zone(start, zone.stop)) if finite >= 0 else None
        )
    finites = [
        place
        for place in range(start, stop)
        if line.finite(place) and not line.any_of(("determiners", "prepositions"), place - 1)
    ]  # no nouns: "de kosten"
    if not finites or _is_for_somebody(line, start, finites[-1]):
        return None
    return read_final_group(line, start, finites[-1], stop), Zone(start, stop, zone.skip)


def _is_for_somebody(line: Line, start: int, verb: int) -> bool:
    """Dutch: whether "het" is how a thing is for others: "dat het moeilijk was voor winkels"."""
    so = verb - 1
    plain = so >= start and not line.any_of(("midfield", "negations"), so)
    sided = line.isa("prepositions", verb + 1) and any(line.cues(verb + 1))
    return line.helper(verb) == "be" and plain and sided


def _behind_colon(line: Line, group: Group, zone: Zone) -> tuple[Group, Zone] | None:
    """Dutch: the main clause behind a colon about the speaker: "was helder: het doet niet mee"."""
    near = range(group.last + 1, min(group.last + _ADVERBS, zone.stop - 2))
    colon = next((at for at in near if line.low[at] == ":"), -1) if line.is_dutch else -1
    verb = colon + 2
    if colon < 0 or not line.isa("echo", colon + 1) or line.finite(verb + 1):
        return None  # "was helder: het besluit moet"
    if not any(form.kind in ("present", "past") for form in line.forms(verb)):
        return None
    stop = next((at for at in range(verb, zone.stop) if line.is_sign(at)), zone.stop)
    return read_group(line, verb, stop), Zone(verb + 1, stop, zone.skip)


def _names_speaker(line: Line, place: int) -> bool:
    """Whether a pronoun for the speaker, or the own government, stands at a place."""
    if line.is_dutch and _is_that_state(line, place):
        return True
    if line.is_dutch and line.isa("articles", place) and line.isa("echo", place):
        beside = (
            "determiners",
            "prepositions",
            "midfield",
            "negations",
            "reflexives",
            "possessives",
        )
        alone = line.is_sign(place + 1) or line.any_of(beside, place + 1)
        return alone or _takes_side(line, place)
    return _echo_end(line, place) >= 0 or _own(line, place)


def _takes_side(line: Line, place: int) -> bool:
    """Dutch: whether "het" is whoever takes a side: "dat het verplichte herplaatsing afwijst".

    It is no article where a verb that has an object closes a clause without another noun.
    """
    if any(line.lemmas(stop) & cue.verbs for stop, cue in line.cues(place + 1)):
        return True  # "dat het groot belang hecht aan"
    end = line.sign_from(place)
    end = end if end < place + _CLAUSE else place
    sided = line.lemmas(end - 1) & line.lexicon.words["taking_sides"]
    another = line.first_of("determiners", range(place + 1, end))
    return bool(sided) and bool(line.finite(end - 1)) and another < 0


def _name_end(line: Line, place: int) -> int:
    place += line.isa("articles", place)
    name = line.lexicon.names.first(line.low, place)
    return name[0] if name else place + 1


def own_plan(line: Line, place: int, zone: Zone) -> Reading | None:
    """English: what a speaker will do, or not: "said that it would not be taking part"."""
    kind = line.helper(place)
    if kind not in ("future", "want", "can"):
        return None
    promised = _paper_to_come(line, place, zone)
    if promised:
        return promised
    own = _is_own(line, place - 1)
    echoed = line.isa("echo", place - 1) or _echo_end(line, place - 2) == place
    if not echoed and not own:
        return None
    group = read_group(line, place, zone.stop)
    words = line.lexicon.words
    if group.passive or group.verb.lemma not in words["acting"]:
        return None
    doing = line.isa("done_by_people", group.lexical + 1)
    it = line.at(place - 1) == "it" and not doing
    perhaps = line.isa("may_do", place)  # "might propose"
    if (perhaps or kind != "can") and it and group.verb.lemma in words["impersonal"]:
        return None  # "it would take time"
    cue = ((place, place + 1), (group.lexical, group.lexical + 1))
    if any(line.isa("negations", at) for at in range(place + 1, group.lexical)):
        denied = Reading("oppose", 2, cue, "complement would not", denied="announce")
        later = not_yet(line, place + 1, group.lexical)
        return not_for_now(line, group, denied) if later else denied
    if kind == "can" and not perhaps:
        return None
    return Reading("announce", 1 if perhaps else 2, cue, "complement would")


def _paper_to_come(line: Line, place: int, zone: Zone) -> Reading | None:
    """English: what will be brought out: "confirmed that its plan will be published in May"."""
    if line.helper(place) == "can":
        return None
    before = range(place - 1, max(zone.start, place - _PAPER), -1)
    owned = line.first_of("possessives", before)
    group = read_group(line, place, zone.stop) if owned > 0 else None
    words = line.lexicon.words
    if group is None or group.verb.lemma not in words["issuing" if group.passive else "holding"]:
        return None
    named = range(owned, min(owned + _CITED, place))
    if not group.passive and not any(
        line.any_of(("put_to_others", "own_papers"), at) for at in named
    ):
        return None  # "that its plan would contain a ceiling", and not "its market would cover"
    denied = any(line.isa("negations", at) for at in range(place, group.lexical))
    stance, base = ("oppose", "announce") if denied else ("announce", "")
    cue = ((place, place + 1), (group.lexical, group.lexical + 1))
    return Reading(stance, 2, cue, "complement will be issued", denied=base)


def same_subject(line: Line, place: int, group: Group) -> bool:
    """Whether the clause behind `dat` has the speaker as its subject: "dat hij hoopt"."""
    doing = any(form.kind == "gerund" for form in line.forms(place))
    if doing and not line.is_dutch and line.isa("those", place - 1):
        return group.verb.lemma in line.lexicon.words["siding"]  # "among those pressing for"
    for at in range(place - 1, max(group.finite, place - _CLAUSE), -1):
        if not line.any_of(("relatives", "that"), at):
            continue
        if line.isa("relatives", at) and line.isa("those", at - 1):
            return group.verb.lemma in line.lexicon.words["siding"]
        if line.isa("that", at):
            if describes_noun(line, at) and relative_end(line, at, place + 1) <= place:
                continue  # "dat zij het bedrag dat was gereserveerd zal verhogen"
            article = line.isa("articles", at + 1) and not (
                _is_that_state(line, at + 1)
                or line.any_of(_NO_NOUN, at + 2)
                or line.is_sign(at + 2)  # "dat het, gelet op de kosten, niet kan instemmen"
                or (line.is_dutch and _takes_side(line, at + 1))
            )
            opens = _behind_denial(line, _behind_aside(line, at + 1, place))
            echoed = _echo_end(line, opens) >= 0 and not article
            own = line.isa("self_words", group.finite - 1) or (
                line.isa("self_words", group.finite + 1)
                if line.is_dutch
                else _own_minister(line, group.finite)
            )
            return echoed or (own and _own(line, at + 1))
    told = not line.is_dutch and line.isa("echo", group.last + 1)
    return told and group.last + 1 < place  # "said it wanted": without "that"


def only_possible(line: Line, place: int, stop: int, group: Group) -> bool:
    """Whether auxiliaries say what speakers could do themselves, or what could be if.

    "Dat het ermee zou kunnen leven", "dat de plicht zou kunnen vervallen als de markt herstelt".
    """
    helpers = [line.helper(at) for at in range(place, stop)]
    if "can" not in helpers:
        return False
    near = range(stop, min(len(line), stop + _IF)) if line.is_dutch else range(0)
    opens = next((at for at in near if line.isa("on_condition_if", at)), -1)
    named = line.any_of(_THINGS, opens + 1) or line.is_name(opens + 1)
    ends = opens > 0 and line.next_finite(opens, line.sign_from(opens)) >= 0
    hangs = ends and named and not line.any_of(("not_conditional", "coordinators"), opens - 1)
    own = helpers[-1] == "can" and all(helpers) and same_subject(line, place, group)
    return hangs or own


def _own_minister(line: Line, verb: int) -> bool:
    """English: whether the own minister stands before a verb: "the Minister made clear"."""
    heads = (line.lexicon.heads.first(line.low, at) for at in range(max(0, verb - 4), verb))
    own = line.lexicon.settings["self_actor"]
    return any(head and head[0] == verb and head[1] == own for head in heads)


def _own(line: Line, place: int) -> bool:
    """Whether the own government is named: "ik heb aangegeven dat Nederland"."""
    place += line.isa("articles", place)
    name = line.lexicon.names.first(line.low, place) if place < len(line) else None
    return bool(name and name[1].actor == line.lexicon.settings["self_actor"])


def _is_own(line: Line, place: int) -> bool:
    """Whether the own government's name ends at a place: "that the United Kingdom would"."""
    if not any(_own(line, start) for start in range(max(0, place - 2), place + 1)):
        return False
    if any(line.any_of(("self_words", "self_possessives"), at) for at in range(place)):
        return True
    own = line.lexicon.settings["self_actor"]
    heads = (line.lexicon.heads.first(line.low, at) for at in (0, 1) if at < place)
    return any(head and head[1] == own for head in heads)  # "The Chancellor said that the UK"
