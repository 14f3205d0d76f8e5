"""Where a sentence names somebody who may speak: bodies, states, groups, persons, pronouns."""

from collections.abc import Sequence
from dataclasses import replace

from workflow.positions.bodynouns import BODY, body_before, with_body_noun
from workflow.positions.codes import coded, is_code
from workflow.positions.excepting import NEARLY_ALL, all_but, end_of_excepted
from workflow.positions.line import Line
from workflow.positions.mention import Mention
from workflow.positions.names import (
    Known,
    brackets_end,
    genitive,
    name_at,
    portfolio_end,
    stands_for_state,
)
from workflow.positions.naming import may_be_group, may_begin, opens_clause, speak, title_start
from workflow.positions.pronouns import named_before, pronoun
from workflow.positions.sizes import (
    behind_aside,
    is_elsewhere,
    no_noun_behind,
    on_a_side,
    only_needed,
    out_of_all,
    some_of_them,
)
from workflow.positions.titles import is_foreign, is_no_self, states_behind, titled
from workflow.positions.words import SIGNS, Phrases

_NOTABLY = 6
"""Words behind a group within which a marker such as "notably" stands."""
_SIZE = 6
"""Words of a size with an adjective behind its article, at most."""

__all__ = ["Known", "Mention", "find_mentions", "whole_name"]

_FIGURE = 6
"""Digits of the longest figure that counts states; what is longer counts something else."""
_SIZES = ("enkele", "meerdere", "veel", "meeste", "vrijwel-alle")
_NO_PART = ("de", "andere", "alle", "geen", "een-enkele")
"""Sizes that are no part of a group that was named."""
_COUNTED = tuple(f"lidstaten:{size}" for size in _SIZES)
"""Groups that a number may count."""
_BODIES = ("body", "agency", "third")
"""Kinds of names before which a noun for a body may stand."""
_CLOSED = ("determiners", "prepositions", "coordinators", "articles", "negations")


def find_mentions(line: Line, known: Known) -> list[Mention]:
    """Every single mention in a sentence, from left to right, without overlap."""
    found: list[Mention] = []
    place = 0
    while place < len(line.low):
        mention = _at(line, place, known)
        if mention is None or (found and mention.start < found[-1].stop):
            place += 1
            continue
        found.append(mention)
        place = max(mention.stop, place + 1)
    return found


def _at(line: Line, place: int, known: Known) -> Mention | None:
    """The mention that begins at a place, or None."""
    if line.text[place] in SIGNS or not may_begin(line, place, known):
        return None
    owner = genitive(line, place)
    if owner and not titled(line, place, known):
        return replace(owner, start=_with_article(line, owner))
    meant = named_before(line, place)
    if meant:
        return meant
    mention = whole_name(line, place, known) or pronoun(line, place)
    if mention is None:
        return None
    if line.at(mention.stop) in ("'", "’"):  # a possessive: "member states' views"
        owned = mention.kind == "group" and not line.is_dutch
        return replace(mention, core=place, stop=mention.stop + 1, kind="owner") if owned else None
    start, stop = mention.start, mention.stop
    if mention.kind in _BODIES:
        start, stop = with_body_noun(line, start, stop)
    if start == mention.start and (not mention.pronoun or mention.actors in (("?role",), (BODY,))):
        start = _with_article(line, mention)
    if not _names_members(line, mention, stop):
        stop = brackets_end(line, stop)
    return replace(mention, start=start, core=place, stop=stop)


def _names_members(line: Line, mention: Mention, stop: int) -> bool:
    """Whether brackets behind a group name who they are: "Twee lidstaten (Malta en Cyprus)"."""
    if mention.kind != "group" or line.at(stop) != "(" or stop + 1 >= len(line):
        return False
    near = (stop + 1, stop + 2)
    return any(is_code(line, at) or line.lexicon.names.first(line.low, at) for at in near)


def whole_name(line: Line, place: int, known: Known) -> Mention | None:
    """A group, a person by title or a name that starts at a place."""
    return (
        coded(line, place)
        or (_group(line, place) if may_be_group(line, place) else None)
        or titled(line, place, known)
        or _named(line, place, known)
        or body_before(line, place)
    )


def _with_article(line: Line, mention: Mention) -> int:
    """The place of the article before a name, past what describes it: "de nieuwe HV"."""
    core = mention.start
    if mention.kind == "role" and not line.is_dutch and line.is_name(core):
        first = title_start(line, core)
        if first < core:
            return first
    for start in range(core - 1, max(-1, core - 5), -1):
        low = line.low[start]
        if line.isa("articles", start):
            return start
        if mention.kind in ("role", "group") and line.isa("possessives", start):
            return start
        if mention.kind in ("generic", "third") and line.isa("determiners", start):
            return start
        describes = line.any_of(("adverbs", "roles_between", "describing"), start) or low.endswith(
            tuple(line.lexicon.words["describing_ends"])
        )
        closed = line.any_of(("prepositions", "coordinators"), start)
        portfolio = mention.kind == "role" and not line.is_dutch and line.is_name(start)
        if portfolio and not line.lexicon.names.first(line.low, start):
            continue  # "the Energy Commissioner"
        if line.is_name(start) or not low.isalpha() or not describes or closed:
            break
        kinds = {form.kind for form in line.forms(start)}
        if kinds & {"past", "present"} and "participle" not in kinds:
            break
    return core


def _group(line: Line, place: int) -> Mention | None:
    """A group of member states: word of size, perhaps adjectives, group noun."""
    lexicon = line.lexicon
    left_out = all_but(line, place)
    if left_out:
        return Mention(place, left_out, (NEARLY_ALL,), "group", True)
    about = lexicon.phrases["about"].first(line.low, place)
    sized = not line.is_dutch and lexicon.sizes.first(line.low, place)  # "over half of"
    if about and not sized and about[0] < len(line):  # "ruim twintig lidstaten"
        counted = _group(line, about[0])
        if counted and counted.actors[0] in _COUNTED:
            return replace(counted, start=place)
    sizes = _sizes(line, place)
    for stop, identity in sizes:
        between = stop
        while between < min(stop + 4, len(line)) and _describes(line, between):
            between += 1
        for at in dict.fromkeys((between, stop)):
            noun = lexicon.group_nouns.first(line.low, at) if at < len(line) else None
            if noun and not (_longer_name(line, stop, noun[0]) or is_elsewhere(line, noun[0])):
                return _counted(line, place, noun, identity)
    return (
        _figure(line, place)
        or _unsized(line, place)
        or _sides(line, place, sizes)
        or _alone(line, place, sizes)
    )


def _sides(line: Line, place: int, sizes: Sequence[tuple[int, str]]) -> Mention | None:
    """Dutch: those on the sides from which something is heard: "van diverse kanten"."""
    for stop, identity in sizes if sizes and line.isa("from_sides", place - 1) else ():
        if line.isa("many_sides", stop):
            size = "veel" if identity == "alle" else identity
            return Mention(place, stop + 1, (f"lidstaten:{size}",), "group", True)
    return None


def _longer_name(line: Line, first: int, stop: int) -> bool:
    """Whether the words behind a word of size are a name: "the social partners"."""
    name = line.lexicon.names.first(line.low, first)
    return bool(name and name[0] >= stop and name[1].kind == "third")


def _sizes(line: Line, place: int) -> Sequence[tuple[int, str]]:
    """The words of size at a place; one adjective behind the article may be anything.

    "een bescheiden minderheid van" is "een minderheid van".
    """
    return _with_adjective(line, line.lexicon.sizes, place)


def _with_adjective(line: Line, table: Phrases[str], place: int) -> Sequence[tuple[int, str]]:
    """The words of size of a table at a place, and those with any adjective behind the article."""
    found = table.at(line.low, place)
    if not line.isa("articles", place) or place + 2 >= len(line) or line.is_name(place + 1):
        return found
    rest = [line.low[place], *line.low[place + 2 : place + 2 + _SIZE]]
    wider = table.at(rest, 0)
    return [*found, *((place + stop + 1, identity) for stop, identity in wider if stop > 1)]


def _describes(line: Line, place: int) -> bool:
    """Whether a word between size and noun describes: "de betreffende lidstaten"."""
    low = line.low[place]
    if low in line.lexicon.size_between:
        return True
    if line.is_name(place) and "-" not in low and place > 0:
        return False
    if not line.is_dutch:
        if any(cue.zone == "object" and not cue.verbs for _, cue in line.cues(place)):
            return False  # "the backing of several member states"
        return line.isa("describing", place) or low.endswith(
            tuple(line.lexicon.words["describing_ends"])
        )
    return (
        len(low) > 3
        and low.endswith("e")
        and low.replace("-", "").isalpha()
        and line.text[place] not in line.lexicon.adjectives
        and not line.any_of(_CLOSED, place)
        and not line.isa("of", place + 1)
        and not any(form.kind == "past" for form in line.forms(place))
        and not line.lexicon.sizes.first(line.low, place)
    )


def _figure(line: Line, place: int) -> Mention | None:
    """A counted group: "15 lidstaten"."""
    figure = line.text[place]
    if not figure.isdecimal() or len(figure) > _FIGURE or place + 1 >= len(line):
        return None
    noun = line.lexicon.group_nouns.first(line.low, place + 1)
    number = int(figure)
    for bound, identity in line.lexicon.counted if noun else ():
        if noun and number <= bound:
            return _counted(line, place, noun, identity)
    return None


def _unsized(line: Line, place: int) -> Mention | None:
    """A group without a word of size: "lidstaten", "Zuid-Europese lidstaten", "ministers"."""
    nouns, bare = line.lexicon.group_nouns, line.lexicon.bare_nouns
    if place and line.text[place - 1].isdigit():
        return None
    noun = nouns.first(line.low, place)
    if noun and not is_elsewhere(line, noun[0]):
        phrase = " ".join(line.low[place : noun[0]])
        plain = phrase in bare or noun[1] == "council"
        return _counted(line, place, noun, "de") if plain else None
    noun = nouns.first(line.low, place + 1)
    if noun and " ".join(line.low[place + 1 : noun[0]]) in bare and _describes(line, place):
        if line.lexicon.names.first(line.low, place):
            return None  # "social partners"
        return _counted(line, place, noun, "de")
    return None


def _alone(line: Line, place: int, sizes: Sequence[tuple[int, str]]) -> Mention | None:
    """A word of size that is a group by itself, where a verb follows: "Velen vonden".

    Any word of size is one before names of its members: "enkele, waaronder Malta,".
    """
    for stop, identity in sizes:
        if identity not in ("de", "andere") and _with_others(line, place, stop):
            return Mention(place, stop, (f"lidstaten:{identity}",), "group", True)
    if line.is_dutch and place > 1 and line.isa("of", 0) and out_of_all(line, place):
        some = [*line.lexicon.alone.at(line.low, place), *sizes]
        if some:
            stop, identity = some[0]
            plural = identity != "een-enkele"
            return Mention(place, stop, (f"lidstaten:{identity}",), "group", plural)
    for stop, identity in sizes if line.is_dutch else ():
        part = identity not in _NO_PART and some_of_them(line, place, stop)
        if part or on_a_side(line, place, stop):
            return Mention(place, stop, (f"lidstaten:{identity}",), "group", True)
    those = line.lexicon.phrases["those_who"].first(line.low, place)
    if not line.is_dutch and line.isa("plural_names", place - 1):
        return None  # "Italy and Malta, the two countries most affected"
    sided = line.isa("among", place - 1) or line.lemmas(place - 1) & line.lexicon.words["siding"]
    those = None if sided else those  # "joined those who": whoever joins them speaks
    if those and line.isa("who", those[0]) and speak(line, those[0]) and not line.cues(place):
        sized = dict(line.lexicon.sizes.at(line.low, place)).get(those[0], "de")
        return Mention(place, those[0], (f"lidstaten:{sized}",), "group", True)
    table = line.lexicon.alone
    wider = _with_adjective(line, table, place)
    first = [one for one in wider if _part_of_all(line, place, one[0])]
    # "A first group, led by Sweden,"
    for stop, identity in [*table.at(line.low, place), *first] if wider else ():
        those = line.lexicon.phrases["of_them"].first(line.low, stop) if stop < len(line) else None
        if those:  # "een aantal van hen"
            return Mention(place, those[0], (f"lidstaten:{identity}",), "group", True)
        verb = behind_aside(line, stop)
        verb += line.isa("only_left", verb)  # "Only a few still opposed"
        all_of_it = line.isa("all_word", place) and stop == place + 1
        if only_needed(line, stop) or (all_of_it and not opens_clause(line, place)):
            continue  # "was all agreed"
        inside = line.isa("transparent", place - 1)
        inside = inside and line.any_of(("midfield", "determiners"), stop)
        inside = inside or no_noun_behind(line, place, stop)
        inside = inside or _with_others(line, place, stop) or _stands_alone(line, place, stop)
        noun = not line.is_dutch and not line.helper(verb)
        kinds = ("past", "gerund") if noun else ("past", "present")
        if inside or any(form.kind in kinds for form in line.forms(verb)):
            plural = identity != "een-enkele"
            return Mention(place, stop, (f"lidstaten:{identity}",), "group", plural)
    return None


def _stands_alone(line: Line, place: int, stop: int) -> bool:
    """Whether a word of size is behind "by" or "volgens", or a Dutch verb, and has no noun."""
    if stop < len(line) and line.any_of(("of", "role_link"), stop):
        return False
    if line.at(place - 1).lower() == line.lexicon.settings["by"]:
        ends = line.nonfinite(stop, ("participle",)) if line.is_dutch else line.isa("mark", stop)
        return bool(ends or line.is_sign(stop) or line.finite(stop)) or stop > place + 2
    marked = line.lexicon.markers.before(line.low, place)
    if line.isa("everybody", place) and line.finite(place - 1) and stop == place + 1:
        return True  # "stemde iedereen in"
    if _behind_verb(line, place, stop):
        return True
    if stop - place < 3:
        return bool(marked and marked[1] == "view") and line.is_sign(stop)
    return bool(marked) or (line.is_dutch and bool(line.finite(place - 1)))


def _behind_verb(line: Line, place: int, stop: int) -> bool:
    """Dutch: whether a size stands behind its verb: "bleek een meerderheid niet te porren"."""
    follows = line.any_of(("midfield", "negations", "adverbs"), stop)
    return line.is_dutch and follows and stop - place > 1 and bool(line.finite(place - 1))


def _with_others(line: Line, place: int, stop: int) -> bool:
    """Whether names beside a word of size show that it is a group: "Others, notably Italy,"."""
    if line.at(stop) != "," or not (line.is_sign(place - 1) or line.isa("and", place - 1)):
        return False
    for end in range(stop + 2, min(stop + _NOTABLY, len(line))):
        found = line.lexicon.markers.before(line.low, end)
        if found and found == (stop + 1, "co"):
            return True
    return False


def _part_of_all(line: Line, place: int, stop: int) -> bool:
    """Whether words of size with an adjective are a group: "A comfortable majority"."""
    return line.isa("parts_of_all", stop - 1) or _with_others(line, place, stop)


def _counted(line: Line, place: int, noun: tuple[int, str], identity: str) -> Mention:
    """A mention of some number of a noun for states or ministers: `enkele lidstaten`."""
    stop, kind = noun
    sent = line.isa("sent", stop - 1) and line.isa("sits_in", stop)  # "the delegation of Malta"
    if (sent or line.isa("coming_from", stop)) and states_behind(line, stop):
        kind = "council"  # "de collega's uit Polen en Tsjechië"
    if kind == "council":
        stop = portfolio_end(line, stop)
        states = states_behind(line, stop)
        if states:
            many = len(states[1]) > 1 or not sent
            return Mention(place, states[0], states[1], "list", many)
        if identity in ("de", "alle"):
            return Mention(place, stop, ("raad",), "body", True)
    plural = line.low[noun[0] - 1].endswith(("en", "s")) and identity != "een-enkele"
    stop = stop if line.is_dutch else end_of_excepted(line, stop)
    return Mention(place, stop, (f"lidstaten:{identity}",), "group", plural)


def _named(line: Line, place: int, known: Known) -> Mention | None:
    """A name from the lexicon, or a person whom the report has introduced."""
    found = name_at(line, place, known)
    if found:
        stop, entry = found
        if line.text[place] in line.lexicon.words["self_names"] and is_no_self(line, place):
            return Mention(place, stop, (), "excluded")
        if entry.kind in ("seat", "people") and not stands_for_state(line, place, stop, entry.kind):
            return None
        if not entry.actor or (entry.actor == "voorzitterschap" and is_foreign(line, place, stop)):
            return Mention(place, stop, (), "excluded")
        if entry.actor in line.lexicon.circles:
            return _circle(line, place, stop, entry.actor)
        spoken = line.isa("interventions", stop) and line.finite(stop + 1)
        if spoken and not line.is_dutch:  # "The UK intervention welcomed"
            return Mention(place, stop + 1, (entry.actor,), "role")
        kind = "state" if entry.kind in ("seat", "people") else entry.kind
        plural = entry.kind == "people" or line.isa("plural_names", stop - 1)
        return Mention(place, stop, (entry.actor,), kind, plural)
    actor = known.persons.get(line.text[place])
    return Mention(place, place + 1, (actor,), "person") if actor else None


def _circle(line: Line, place: int, stop: int, actor: str) -> Mention:
    """A fixed circle of states, which is each of them: "de Baltische staten"; or some of it."""
    for start in range(max(0, place - 3), place):
        for end, identity in line.lexicon.sizes.at(line.low, start):
            whole = identity in ("de", "alle", "andere") or line.isa("articles", start - 1)
            if end == place and not whole:
                return Mention(start, stop, (f"lidstaten:{identity}",), "group", True)
            if end == place:  # "the three Baltic states"
                return Mention(start, stop, line.lexicon.circles[actor], "state", True)
    return Mention(place, stop, line.lexicon.circles[actor], "state", True)
