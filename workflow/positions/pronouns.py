"""Pronouns, and words for those who were named before: "both countries", "the latter"."""

from dataclasses import replace

from workflow.positions.lexicon import Lexicon
from workflow.positions.line import Line
from workflow.positions.mention import Mention
from workflow.positions.verbgroups import read_group
from workflow.positions.wordorder import ends_predicate

_ITS = ("its", "whose")
_QUOTES = ('"', "“", "”", "«", "»")
"""Owners of whom a name before tells."""
_TOGETHER = (
    ("both_named", "?both"),
    ("three_named", "?three"),
    ("former_named", "?former"),
    ("latter_named", "?latter"),
    ("one_before", "?same"),
    ("many_before", "?those"),
)
"""Lists of phrases for those who were named before, with the actor that stands for them."""


def words_for_named(lexicon: Lexicon) -> dict[str, list[tuple[str, str]]]:
    """The words with which a phrase for those who were named before begins, with its lists."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, actor in _TOGETHER:
        for first in lexicon.phrases[name].firsts():
            found.setdefault(first, []).append((name, actor))
    return found


def named_before(line: Line, place: int) -> Mention | None:
    """Words at a place that mean those who were named together before, or one of them."""
    for phrases, actor in line.lexicon.together.get(line.low[place], ()):
        found = line.lexicon.phrases[phrases].first(line.low, place)
        if found and _stands_for_named(line, found[0], actor):
            plural = actor in ("?both", "?three", "?those")
            kind = "group" if actor in ("?same", "?those") else "pronoun"
            return Mention(place, found[0], (actor,), kind, plural, pronoun=True, core=place)
    return None


def _stands_for_named(line: Line, stop: int, actor: str) -> bool:
    """Whether words mean those named before, and describe nothing: not "the latter proposal"."""
    if actor in ("?same", "?those"):
        return not line.any_of(("relatives", "role_link", "of"), stop)
    if actor in ("?both", "?three"):
        return not line.isa("determiners", stop)
    while line.isa("midfield", stop):
        stop += 1
    return any(form.kind == "past" for form in line.finite(stop)) or bool(line.helper(stop))


def pronoun(line: Line, place: int) -> Mention | None:
    """A pronoun at a place that may stand for a speaker, or None."""
    own = line.lexicon.settings["self_actor"]
    if line.isa("generic", place):
        return Mention(place, place + 1, (), "generic", True)
    if line.any_of(("self_words", "self_objects"), place):
        return Mention(place, place + 1, (own,), "self", line.isa("self_plural", place))
    number = line.lexicon.pronouns.get(line.low[place])
    if number is None or not _beside_verb(line, place, number):
        return None
    return Mention(place, place + 1, (f"?{number}",), "pronoun", number == "many", pronoun=True)


def _beside_verb(line: Line, place: int, number: str) -> bool:
    """Whether a pronoun stands before or behind a finite verb, as a subject does."""
    if number in ("one", "many"):
        return True
    if line.is_dutch and _will_do(line, place):
        return True
    after = place + 1
    while line.isa("midfield", after) and after < place + 3 and not line.isa("articles", place):
        after += 1  # "It also stressed"
    for verb in (place - 1, after):
        finite = any(form.kind in ("past", "present") for form in line.forms(verb))
        if not finite:
            continue
        if verb > place:
            goes_on = line.at(place - 1) == ";" and any(
                line.lexicon.verbs[form.lemma].stance for form in line.finite(verb)
            )  # "; het eiste"
            set_in = line.isa("transparent", place - 1) and place > 1 and verb == place + 1
            if line.is_dutch and line.isa("articles", place) and not (goes_on or set_in):
                continue  # "Het is van belang" means nobody
            owned = line.isa("possessives", verb)  # "waarin het zijn bedenkingen toelicht"
            if (
                line.is_dutch
                and set_in
                and not owned
                and any(
                    line.lexicon.verbs[form.lemma].stance and not form.particle
                    for form in line.finite(verb)
                )
            ):
                return True  # "waarbij het vroeg om"
            if place == 0 or line.is_sign(place - 1) or line.isa("coordinators", place - 1):
                return True
            opening = None if line.is_dutch else line.first_phrase("set_between", 0, 1)
            if opening and opening[1] == place:
                return True  # "At the same time it warned"
        elif (verb == 0 or not line.is_name(verb)) and _no_article(line, place):
            return True
    return False


def _will_do(line: Line, place: int) -> bool:
    """Dutch: whether a pronoun opens what it will do about a thing: "waarvoor zij X zal doen"."""
    if (
        place < 2
        or not line.isa("opinion_only", place - 1)
        or not line.isa("transparent", place - 1)
    ):
        return False
    alone = not line.isa("determiners", place) or _no_article(line, place)
    ends = range(place + 1, line.sign_from(place))
    return alone and any(line.helper(at) == "future" for at in ends)


def _no_article(line: Line, place: int) -> bool:
    """Whether a word such as `het` behind its verb is no article of what follows."""
    return (
        not line.isa("articles", place)
        or line.is_sign(place + 1)
        or line.any_of(("determiners", "prepositions", "midfield", "purpose"), place + 1)
        or line.isa("no_het_words", place + 1)
        or ends_predicate(line, place)
    )


def of_their_own(line: Line, mentions: list[Mention]) -> list[Mention]:
    """The mentions; English "its minister" is that of the state named before, or of who spoke.

    "We" in a quotation is whoever is quoted.
    """
    found: list[Mention] = []
    quoted = _quoted(line) or _told(line, mentions)
    for mention in mentions:
        first = line.low[mention.start]
        own = mention.actors == (line.lexicon.settings["self_actor"],)
        if not line.is_dutch and mention.kind == "role" and own and first in _ITS:
            states = (one for one in reversed(found) if one.kind == "state" and one.actors)
            state = next(states, None)
            mention = (
                replace(mention, actors=state.actors)
                if state
                else replace(mention, actors=("?it",), kind="pronoun", pronoun=True)
            )
        elif mention.start in quoted and line.isa("self_words", mention.start):
            said = _outside(mentions, quoted)
            mention = replace(mention, actors=said.actors) if said else mention
        found.append(mention)
    return found


def _quoted(line: Line) -> range:
    """The places between the first marks of a quotation in a sentence; nothing for none."""
    marks = [at for at, word in enumerate(line.low) if word in _QUOTES]
    return range(marks[0] + 1, marks[1]) if len(marks) > 1 else range(0)


def _told(line: Line, mentions: list[Mention]) -> range:
    """The places behind the colon of "X said: we will not"; nothing where nobody speaks so."""
    colon = line.low.index(":") if ":" in line.low else len(line)
    said = next((one for one in mentions if one.start < 2 and one.actors), None)
    if said is None or not line.isa("self_words", colon + 1) or not line.finite(said.stop):
        return range(0)
    group = read_group(line, said.stop, colon)
    said_so = group.verb.lemma in line.lexicon.words["speaking"]
    thing = line.first_of("determiners", range(group.last + 1, colon)) >= 0
    return range(colon + 1, len(line)) if said_so and not thing else range(0)


def _outside(mentions: list[Mention], quoted: range) -> Mention | None:
    """Who is named first before a quotation, or behind one that opens the sentence."""
    named = [one for one in mentions if one.actors and not one.pronoun and one.start not in quoted]
    opens = quoted.start == 1
    return next((one for one in named if opens or one.start < quoted.start), None)
