"""English subjects that stand behind their verb, or inside "what X wanted was"."""

from workflow.positions.line import Line
from workflow.positions.links import (
    ALIKE,
    BEHIND_DENIAL,
    DENIED_THING,
    ON_CONDITION,
    SAID_BEHIND,
    Link,
)
from workflow.positions.mention import Mention
from workflow.positions.words import QUOTES

_FRONT = 3
"""Words at the start of a sentence among which an opinion that stands first begins."""
BEHIND_MANNER = "behind its manner"
"""The rule of a subject whose mood stands before it: "It was with regret that Malta"."""
_MANNERS = ("prepositions", "midfield")
"""Classes of the words with which a mood opens."""
_THING = 7
"""Words behind "is" within which a clause on what a thing is begins."""
_CLEFT = ("that", "who")
"""Classes of the words behind whoever is singled out: "It was Latvia that"."""


def alike(line: Line, mention: Mention) -> int:
    """English: where "so did", "nor had" or "as was" opens before a name and no verb follows.

    -1 where it does not: "nor did Malta see the need", "as did Spain's ministers".
    """
    place = mention.start - 1
    if line.is_dutch or place < 1 or not line.helper(place) or not line.finite(place):
        return -1
    place -= 1
    while place > 0 and (line.at(place) == "," or line.isa("alike_too", place)):
        place -= 1
    if not line.isa("alike", place):
        return -1
    behind = mention.stop
    while line.any_of(("midfield", "alike_too"), behind):
        behind += 1
    ends = line.is_sign(behind) or line.any_of(("coordinators", "transparent"), behind)
    return place if ends else -1


def turned_round(line: Line, mention: Mention) -> Link | None:
    """A subject where English turns the order of words round; None in Dutch."""
    if line.is_dutch:
        return None
    if alike(line, mention) == 0:
        return Link(mention, mention.start - 1, 0, ALIKE)
    found = _behind_denial(line, mention) or _behind_side(line, mention) or _in_what(line, mention)
    found = found or _cleft(line, mention) or _behind_manner(line, mention)
    found = found or _in_thing(line, mention) or _in_apposition(line, mention)
    return found or _said_behind(line, mention)


def _said_behind(line: Line, mention: Mention) -> Link | None:
    """A subject behind its verb and what it says: "'This goes too far,' said the minister"."""
    verb = mention.start - 1
    if not 0 < line.first_finite < verb or not line.is_sign(mention.stop):
        return None
    if line.at(verb - 1) != "," and line.at(verb - 1) not in QUOTES:
        return None
    said = [form for form in line.finite(verb) if form.lemma in line.lexicon.words["speaking"]]
    return Link(mention, verb, verb - 1, SAID_BEHIND) if said else None


def _behind_denial(line: Line, mention: Mention) -> Link | None:
    """A subject behind a denial and its auxiliary: "Nor was Hungary convinced"."""
    verb = mention.start - 1
    if verb < 1 or not line.helper(verb) or not line.finite(verb):
        return None
    fronted = line.lexicon.phrases["fronted"].first(line.low, 0)
    if fronted and fronted[0] == verb:
        denied = line.isa("negations", verb - 1) or not line.isa("not_denying", verb - 1)
        return Link(mention, verb, 0, BEHIND_DENIAL if denied else "behind its stress")
    if line.lexicon.phrases["fronted_conditions"].first(line.low, 0):
        return Link(mention, verb, 0, ON_CONDITION)
    if not line.isa("negations", verb - 1):
        return None
    opens = verb == 1 or line.is_sign(verb - 2) or line.isa("coordinators", verb - 2)
    return Link(mention, verb, verb - 1, BEHIND_DENIAL) if opens else None


def _first_verb(line: Line, verb: int) -> int:
    """The first finite verb up to a place; none is a participle that opens: "Most opposed were"."""
    first = line.first_finite
    opens = all(
        line.any_of(("midfield", "most_of_all"), at) or line.low[at].endswith("ly")
        for at in range(first)
    )
    if first >= verb or not opens or not line.nonfinite(first, ("participle",)):
        return first
    return line.next_finite(first + 1)


def _behind_side(line: Line, mention: Mention) -> Link | None:
    """A subject behind the side it is on: "Opposed were Malta and Spain", "Against stood Italy"."""
    verb = mention.start - 1
    while verb > 0 and line.isa("midfield", verb):
        verb -= 1
    placed = line.lemmas(verb) & line.lexicon.words["placing"]
    if verb < 1 or verb != _first_verb(line, verb) or not placed or not line.is_sign(mention.stop):
        return None
    opinion = any(line.cues(place) for place in range(min(_FRONT, verb)))
    if not opinion or line.any_of(("expletive", "articles", "presenting"), 0):
        return None
    return Link(mention, verb, 0, "behind its side", opinion_only=True)


def _in_what(line: Line, mention: Mention) -> Link | None:
    """The subject of "What France wanted was a levy"."""
    if mention.start != 1 or not line.isa("free_relatives", 0) or not line.finite(mention.stop):
        return None
    lemmas = line.lemmas(mention.stop)
    wants = lemmas & line.lexicon.words["intending"]
    if not wants and not any(line.lexicon.verbs[lemma].stance for lemma in lemmas):
        return None  # "What Finland exports is timber"
    return Link(mention, mention.stop, 0, "free relative", False)


def _cleft(line: Line, mention: Mention) -> Link | None:
    """The subject of "It was mainly Latvia that spoke out"; not of "It was not Latvia that"."""
    be = mention.start - 1
    while be > 0 and line.isa("midfield", be):
        be -= 1
    there = line.isa("expletive", be - 1) and mention.kind == "group"  # "There were some who"
    expletive = be > 0 and (there or line.lexicon.pronouns.get(line.low[be - 1]) == "it")
    if not expletive or line.helper(be) != "be" or not line.any_of(_CLEFT, mention.stop):
        return None
    if any(line.isa("negations", at) for at in range(be, mention.start)):
        return None
    verb = line.next_finite(mention.stop + 1)
    return Link(mention, verb, be - 1, "cleft") if verb >= 0 else None


def _behind_manner(line: Line, mention: Mention) -> Link | None:
    """The subject of "It was with regret that Malta took note of this"."""
    opens = line.lexicon.pronouns.get(line.low[0]) == "it" and line.helper(1) == "be"
    if not opens or not line.isa("that", mention.start - 1):
        return None
    if not line.any_of(_MANNERS, 2) or any(line.is_sign(at) for at in range(mention.start)):
        return None
    verb = line.next_finite(mention.stop, mention.stop + _FRONT)
    return Link(mention, verb, 2, BEHIND_MANNER) if verb >= 0 else None


def _in_thing(line: Line, mention: Mention) -> Link | None:
    """The subject of "This is not a proposal that the Government can support".

    English may leave out "that": "a rulebook was something Malta could not accept".
    """
    opener = mention.start - 1
    verb = mention.stop
    be = line.first_finite
    named = line.any_of(("that", "relative_openers"), opener)
    if not named and line.any_of(("any_thing", "put_forward"), opener):
        opener += 1
        named = True
    if not named or line.helper(verb) not in ("can", "want", "future"):
        return None
    if line.helper(be) != "be" or not 0 < opener - be < _THING:
        return None
    thing = line.isa("indefinite", be + 1) or line.isa("negations", be + 1)
    thing = thing or line.isa("any_thing", be + 1)
    if not thing or line.any_of(("prepositions",), opener - 1) or line.is_sign(opener - 1):
        return None
    denied = any(line.isa("negations", at) for at in range(be, opener))
    rule = DENIED_THING if denied else "said of a thing"
    return Link(mention, verb, opener, rule, opinion_only=True)


def _in_apposition(line: Line, mention: Mention) -> Link | None:
    """The subject of what is said of a thing behind a comma: ", an idea that Malta rejected"."""
    noun = mention.start - 1
    noun -= line.isa("that", noun)
    article = line.any_of(("articles", "demonstratives"), noun - 1)
    if not line.any_of(("shared_nouns", "put_forward"), noun) or line.at(noun - 1 - article) != ",":
        return None
    if not article and not line.isa("alone_put", noun):
        return None
    verb = mention.stop
    while line.isa("midfield", verb):
        verb += 1
    if not line.finite(verb):
        return None
    return Link(mention, verb, noun - article, "in apposition", opinion_only=True)
