"""Who is the subject of what: each name that may speak is tied to a verb by a rule of grammar.

The rules are those of word order. In Dutch the finite verb of a main clause stands second, with
the subject before or behind it, and last in a subordinate clause; in English it follows.
"""

from dataclasses import replace

from workflow.positions.insertions import closes_insertion
from workflow.positions.inversions import turned_round
from workflow.positions.line import Line
from workflow.positions.links import CONCLUDED, DONE_BEFORE, Link
from workflow.positions.mentions import Mention
from workflow.positions.objectfirst import calls_it, is_called, is_troubled, object_first
from workflow.positions.sides import side_first
from workflow.positions.wordorder import (
    agrees,
    clause_begin,
    compared,
    fronted,
    has_subject,
    is_adverbial,
    is_inside_clause,
    is_there,
    opens_view,
    starts_with,
)

_FIRST = 70
"""Words behind a name that opens a Dutch sentence within which its verb stands."""
_DESCRIBED = 12
"""Words that a description of a subject inside a sentence has at most."""
_FRONT = 6
"""Words before a subject within which the verb of an inversion stands."""
_FINAL = 60
"""Words behind its subject within which the verb of a subordinate clause stands."""
_CHAIRS = {"voorzitterschap", "raad", "commissie"}
"""Those who may conclude what all the others hold."""
_STOPS = (";", ":", "–", "—", "(", "“", "‘", '"', "«")
_INSERTIONS = (",", "–", "—", "(")
_NAME_WORDS = 5
"""How many words the name of a person has at most."""


def find_links(line: Line, mentions: list[Mention]) -> list[Link]:
    """The subjects of a sentence, from left to right."""
    links: list[Link] = []
    taken: set[int] = set()
    for mention in mentions:
        if mention.part != "bare":
            continue
        link = _first_position(line, mention, taken) or turned_round(line, mention)
        if link is None and line.is_dutch:
            link = _singled_out(line, mention) or _inverted(line, mention, links, taken)
        link = link or _subordinate(line, mention)
        if link:
            links.append(link)
            taken.add(link.verb)
    if all(link.mention.pronoun or link.opinion_only for link in links):
        links = [*_behind_appearing(line, mentions), *links]
    links += _concluded(line, mentions, links)
    if not links and line.is_dutch:
        late = _middle_field(line, mentions)
        return [late] if late else []
    return links


def _singled_out(line: Line, mention: Mention) -> Link | None:
    """Dutch: whoever is singled out: "Het was vooral Malta dat zich verzette"."""
    be = mention.start - 1
    while be > 0 and line.any_of(("midfield", "focus_words"), be):
        be -= 1
    kinds = ("presenting", "judged_thing", "expletive")[: 3 if mention.kind == "group" else 2]
    opens = be == 1 and line.any_of(kinds, 0)  # "Er waren lidstaten die"
    if not opens or line.helper(be) != "be" or not line.isa("relative_openers", mention.stop):
        return None
    if any(line.isa("negations", at) for at in range(be, mention.start)):
        return None
    verb = _final_verb(line, replace(mention, stop=mention.stop + 1))
    return Link(mention, verb, 0, "cleft", final=True) if verb >= 0 else None


def _behind_appearing(line: Line, mentions: list[Mention]) -> list[Link]:
    """The speaker in "Het bleek dat X": nobody else says what stands behind `dat`."""
    appearing = line.lexicon.words["appearing"]
    first = bool(line.lemmas(line.first_finite) & appearing)
    first = first or (not line.is_dutch and line.has_phrase("well_known"))
    for mention in mentions:
        if mention.part != "bare" or not line.isa("that", mention.start - 1):
            continue
        if not (first or (line.is_dutch and line.lemmas(mention.start - 2) & appearing)):
            continue
        if any(line.isa("that", place) for place in range(1, mention.start - 1)):
            return []
        verb = _final_verb(line, mention) if line.is_dutch else _verb_after(line, mention, False)
        if verb >= 0:
            place = mention.start - 1
            return [Link(mention, verb, place, "behind appearing", False, line.is_dutch)]
    return []


def _concluded(line: Line, mentions: list[Mention], links: list[Link]) -> list[Link]:
    """Dutch: those of whom the chair concludes what they hold: "stelde vast dat de meeste X"."""
    chair = next((one for one in links if set(one.mention.actors) & _CHAIRS), None)
    concludes = chair and line.lemmas(chair.verb) & line.lexicon.words["concluding"]
    if chair is None or not concludes or not line.is_dutch:
        return []
    found = []
    for mention in mentions:
        opens = mention.start - 1
        groups = mention.kind in ("group", "state", "list") and mention.part == "bare"
        if not groups or opens <= chair.verb or not line.isa("that", opens):
            continue
        verb = _final_verb(line, mention)
        if verb >= 0 and all(one.mention is not mention for one in links):
            found.append(Link(mention, verb, opens, CONCLUDED, False, True, True))
    return found


def _first_position(line: Line, mention: Mention, taken: set[int]) -> Link | None:
    """A subject before its verb, at the start of a sentence or clause."""
    start = mention.start
    at_start = starts_with(line, mention) or _in_apposition(line, mention)
    joined = line.isa("coordinators", start - 1) and not line.isa("no_clause", start - 1)
    opens = at_start or line.low[start - 1] in (*_STOPS, ",")
    if not line.is_dutch and not opens and not joined:
        opens = (
            _after_opening(line, start)
            or _first_verb_follows(line, mention)
            or _after_adverbial(line, mention)
            or (mention.kind == "self" and not line.isa("subordinators", start - 1))
        )
    done = start == 1 and line.isa("done_before", 0)
    if done or not (opens or joined) or (opens and closes_insertion(line, start - 1, taken)):
        return None
    if joined and not opens and (line.first_finite > start or is_inside_clause(line, start)):
        return None  # "tussen de Unie en X": still inside the first part of the sentence
    verb = _verb_after(line, mention, at_start)
    if joined and not opens and not line.is_dutch and verb > mention.stop + 3:
        return None  # "between the EU and X on ... is growing"
    if verb < 0 and at_start and line.is_dutch:
        verb = line.next_finite(mention.stop, mention.stop + _FIRST)
        return Link(mention, verb, 0, "subject at the start", False) if verb >= 0 else None
    if verb < 0 or is_called(line, verb) or not (at_start or agrees(line, verb, mention)):
        return None
    if not at_start and verb in taken and (line.is_dutch or mention.kind == "role"):
        return None  # in apposition: "the chair, the Danish Minister, presented"
    return Link(mention, verb, start - (1 if joined else 0), "subject-first")


def _in_apposition(line: Line, mention: Mention) -> bool:
    """Whether a title stands behind an unknown name: "Jane Roe, the permanent representative,"."""
    comma = mention.start - 1
    return (
        mention.kind == "role"
        and 1 <= comma <= _NAME_WORDS
        and line.low[comma] == ","
        and all(line.is_name(place) for place in range(comma))
    )


def _after_opening(line: Line, start: int) -> bool:
    """English: whether only an adverb or order word stands before the subject."""
    return start <= 2 and all(line.any_of(("adverbs", "midfield"), place) for place in range(start))


def _after_adverbial(line: Line, mention: Mention) -> bool:
    """English: whether a subject follows what opens the sentence: "After the break X said"."""
    before = mention.start - 1
    verb = line.finite(mention.stop)
    now = line.any_of(("determiners", "negations", "that"), mention.stop + 1)
    conceded = line.isa("transparent", 0) and not line.finite(before)
    return (
        (line.any_of(("prepositions", "adverbs"), 0) or conceded)
        and any(form.kind == "past" or (now and form.kind == "present") for form in verb)
        and not line.any_of(("prepositions", "possessives", "subordinators", "determiners"), before)
        and line.first_finite <= before
    )


def _first_verb_follows(line: Line, mention: Mention) -> bool:
    """English: whether the sentence's first verb is that of a name, past what is set in."""
    bound = ("determiners", "relatives", "complementizers")
    if line.any_of(bound, mention.start - 1) or line.first_finite < mention.stop:
        return False
    behind = mention.stop
    while line.isa("midfield", behind) or line.at(behind).endswith("ly"):
        behind += 1
    return line.first_finite == behind or (
        line.at(mention.stop) in _INSERTIONS
        and line.first_finite == _verb_after(line, mention, False)
    )


def _verb_after(line: Line, mention: Mention, at_start: bool) -> int:
    """The finite verb that follows a subject, past brackets, insertions and descriptions."""
    place, limit = mention.stop, min(len(line), mention.stop + (70 if at_start else 45))
    adverbs = 0
    while place < limit:
        low = line.low[place]
        if line.finite(place) and not _is_noun(line, place, mention):
            return place
        if low in _INSERTIONS:
            place = _behind_insertion(line, place, limit)
            if place < 0:
                return -1
        elif low in (";", ":", "."):
            return -1
        elif adverbs < 4 and (
            line.isa("midfield", place) or (not line.is_dutch and low.endswith("ly"))
        ):
            adverbs += 1
            place += 1
        elif line.any_of(("prepositions", "relatives"), place) or (
            not line.is_dutch and line.before_agent(place)
        ):
            return _behind_description(line, place, limit, at_start)
        elif not at_start and line.is_dutch:
            return -1
        elif place == mention.stop and _looks_finite(line, place):
            return place
        elif not at_start:
            return -1
        elif place == mention.stop and not line.is_dutch and not line.isa("coordinators", place):
            return -1  # "The Commission proposal": a name that describes another noun
        else:
            place += 1
    return -1


def _is_noun(line: Line, place: int, mention: Mention) -> bool:
    """English: whether a bare form just behind one name is a noun: "The Commission report"."""
    if line.is_dutch or place != mention.stop or mention.plural:
        return False
    if mention.kind in ("self", "pronoun", "group", "list") or line.helper(place):
        return False
    after = place + 1
    if not (
        line.is_sign(after) or line.any_of(("prepositions", "and"), after) or line.finite(after)
    ):
        return False
    return all(form.kind == "present" and form.plural for form in line.finite(place))


def _looks_finite(line: Line, place: int) -> bool:
    """Whether an unknown word where a verb must stand is spelled like one."""
    word = line.text[place]
    endings = ("de", "te", "den", "ten", "t") if line.is_dutch else ("ed",)
    return word.islower() and len(word) > 4 and word.endswith(endings) and not line.forms(place)


def _behind_insertion(line: Line, place: int, limit: int) -> int:
    """The place behind ", gesteund door X," or "( ... )"; -1 where no verb follows any comma."""
    closing = ")" if line.text[place] == "(" else line.text[place]
    for at in range(place + 1, limit):
        if line.text[at] == closing:
            after = at + 1
            while after < limit and line.isa("midfield", after):
                after += 1
            if line.finite(after):
                return after
            if closing == ")":
                return at + 1
    return place + 1 if line.finite(place + 1) else -1


def _behind_description(line: Line, place: int, limit: int, at_start: bool) -> int:
    """The main verb behind "in de regio" or "die dit steunen" that describes a subject."""
    inside = line.isa("relatives", place)
    for at in range(place + 1, limit if at_start else min(limit, place + _DESCRIBED)):
        if line.low[at] in (";", ":") or (line.low[at] == "," and not at_start):
            return -1
        if not line.finite(at) or line.isa("determiners", at - 1) or line.isa("relatives", at):
            continue
        if not inside:
            return at
        inside = False
    return -1


def _inverted(line: Line, mention: Mention, links: list[Link], taken: set[int]) -> Link | None:
    """A subject behind its verb: "Daarnaast benadrukte de Commissie"."""
    place = mention.start - 1
    while place >= 0 and mention.start - place < _FRONT and not line.finite(place):
        if not line.isa("midfield", place):
            return None
        place -= 1
    if place < 0 or place in taken or not line.finite(place):
        return None
    regards = line.lexicon.phrases["regards"].first(line.low, place)
    if regards and regards[0] == mention.start:
        return None  # "wat Polen betreft de Commissie": the verb belongs to the view
    if line.is_dutch and (compared(line, mention) or is_troubled(line, mention, place)):
        return None  # "wil verder gaan dan de Raad"
    pointed = line.isa("pointing", mention.start - 1) or line.isa("pointing", place - 1)
    if line.helper(place) == "be" and (pointed or is_there(line, mention.stop)):
        return None  # "was dit de laatste Raad", "daarvoor is de Raad er immers"
    begin = clause_begin(line, place)
    fits = _may_follow(line, mention, place, begin, links)
    return Link(mention, place, begin, "inversion") if fits else None


def _may_follow(line: Line, mention: Mention, verb: int, begin: int, links: list[Link]) -> bool:
    """Whether a name behind a verb is its subject, and not the one who is spoken to."""
    fits = agrees(line, verb, mention)
    before = [one for one in links if one.verb < verb and not one.final]
    earlier = [one for one in before if not one.mention.pronoun]
    if line.isa("coordinators", verb - 1) and not line.isa("inverting", verb - 1):
        # "en vroegen lidstaten": the old subject goes on unless the verb's number forbids it.
        return fits and not (earlier and agrees(line, verb, earlier[-1].mention))
    if mention.kind in ("pronoun", "self"):
        return True
    if line.at(verb - 1) == ",":
        goes_on = bool(earlier) and agrees(line, verb, earlier[-1].mention)
        taking = line.lemmas(verb) & line.lexicon.words["object_first"]
        return not (goes_on and (begin > 0 or (line.is_dutch and taking)))
    if verb == begin:
        return True
    opening = begin + (1 if line.low[begin] == "," or line.isa("coordinators", begin) else 0)
    if is_adverbial(line, opening, verb) or fronted(line, opening):
        return True
    if side_first(line, opening, verb):
        return True
    if not fits and mention.kind in ("group", "list"):
        return False
    return object_first(line, mention, verb, opening) or calls_it(line, mention, verb)


def _subordinate(line: Line, mention: Mention) -> Link | None:
    """The subject of a clause that says something about the subject: "waarbij X"."""
    opener = mention.start - 1
    while opener >= 0 and mention.start - opener < 5 and not line.isa("transparent", opener):
        if not line.isa("midfield", opener):
            break
        opener -= 1
    if opener < 0 or line.isa("manners", opener - 1):
        return None  # "de wijze waarop de Commissie dit beoordeelt"
    personal = mention.kind == "self" and line.isa("subordinators", opener)
    before = opener == 0 and line.isa("done_before", 0)  # "Nadat X dit had afgekeurd"
    placed = line.isa("relative_openers", opener) and line.isa("prepositions", opener - 1)
    if placed and not line.is_dutch:  # "at which I represented the UK"
        if line.isa("manners", opener - 2):
            return None  # "the pace at which the Commission was authorising"
        verb = _verb_after(line, mention, False)
        if mention.kind == "group" and line.helper(verb) in ("want", "future", "modal"):
            return None  # "a plan under which member states would set up a fund"
        link = Link(mention, verb, opener - 1, "subordinate")
        return replace(link, opinion_only=mention.kind == "group") if verb >= 0 else None
    relative = line.isa("relative_openers", opener) and not _after_saying(line, opener)
    if not (line.isa("transparent", opener) or personal or relative or before):
        return None
    said = line.isa("transparent", opener)  # "Waar X dit steunt, ..." sets one against another
    opinion = before or (personal and not said) or (line.isa("opinion_only", opener) and opener > 0)
    verb = _final_verb(line, mention) if line.is_dutch else _verb_after(line, mention, False)
    if verb < 0 or any(line.low[place] in (";", ":") for place in range(mention.stop, verb)):
        return None
    rule = DONE_BEFORE if before else "subordinate"
    return Link(mention, verb, opener, rule, not opinion, line.is_dutch, opinion)


def _final_verb(line: Line, mention: Mention) -> int:
    """The verb of a subordinate clause: the first that agrees with the subject, or -1."""
    limit = mention.stop + _FINAL
    first = verb = line.next_finite(mention.stop, limit)
    while verb >= 0 and not agrees(line, verb, mention):
        verb = line.next_finite(verb + 1, limit)
    return verb if verb >= 0 else first


def _after_saying(line: Line, place: int) -> bool:
    """Whether `dat` opens what somebody says and does not describe a noun."""
    if not line.isa("that", place):
        return False
    if place == 0 or line.is_sign(place - 1) or line.forms(place - 1):
        return True
    if line.any_of(("midfield", "prepositions"), place - 1) or opens_view(line, place):
        return True
    prefix = line.low[place - 1]  # "nam niet weg dat"
    return any(form.particle == prefix for at in range(place - 1) for form in line.finite(at))


def _middle_field(line: Line, mentions: list[Mention]) -> Link | None:
    """The only name that can be the subject of a main verb whose subject is not found."""
    verb = line.first_finite
    for mention in mentions:
        if mention.part != "bare" or mention.kind in ("pronoun", "excluded"):
            continue
        if verb >= mention.start or line.next_finite(verb + 1, mention.start) >= 0:
            return None
        begin = clause_begin(line, verb)
        if line.helper(verb) not in ("have", "future", "want"):
            return None
        inside = any(
            line.any_of(("relatives", "complementizers"), place)
            for place in range(verb, mention.start)
        )
        if inside or not is_adverbial(line, begin, verb) or has_subject(line, verb, mention):
            return None
        return Link(mention, verb, begin, "middle-field", certain=False)
    return None
