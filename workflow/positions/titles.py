"""Persons by their title: "de Italiaanse delegatie", "de directeur van Frontex"."""

from workflow.positions.line import Line
from workflow.positions.mention import Mention
from workflow.positions.model import state_actor, state_code
from workflow.positions.names import Known, brackets_end, name_at, person_end, portfolio_end

_BEFORE = 3
"""Words before a title among which the nationality of its bearer stands, at most."""
_PART = 6
"""Words of the name of a part of an organisation, at most."""


def titled(line: Line, place: int, known: Known) -> Mention | None:
    """The person or delegation that a title at a place stands for, or None."""
    head = line.lexicon.heads.first(line.low, place)
    if head and head[1].startswith("derde:"):
        return _head(line, place, known)  # "de voorzitter van de Eurogroep"
    return (
        _national(line, place, known)
        or _role(line, place, known)
        or (_head(line, place, known) if head else None)
        or _compound(line, place, known)
        or _named_role(line, place, known)
        or _possessed(line, place, known)
        or _government(line, place, known)
    )


def is_no_self(line: Line, place: int) -> bool:
    """Whether a government is not the one that writes: "Malta, whose new government", "every"."""
    at = place - 1
    while line.any_of(("roles_between", "describing"), at):
        at -= 1
    return line.isa("unsettled", at)


def states_behind(line: Line, stop: int) -> tuple[int, tuple[str, ...]] | None:
    """The states behind a title in the plural, and the place behind them: "van Spanje en Malta"."""
    if not line.any_of(("role_link", "coming_from"), stop):
        return None
    nobody = Known(None, {})
    place = _behind_articles(line, stop + 1)
    states: list[str] = []
    end = stop
    while place < len(line):
        name = name_at(line, place, nobody)
        if name is None or name[1].kind != "state":
            break
        states.append(name[1].actor)
        end = name[0]
        if end >= len(line) or not (line.low[end] == "," or line.isa("and", end)):
            break
        place = _behind_articles(line, end + 1)
    return (end, tuple(dict.fromkeys(states))) if states else None


def _government(line: Line, place: int, known: Known) -> Mention | None:
    """A government and where it sits: "the new government in Hungary", "de regering van Malta"."""
    noun = line.lexicon.roles["government"].first(line.low, place)
    if noun is None or not line.isa("sits_in", noun[0]):
        return None
    name = name_at(line, _behind_articles(line, noun[0] + 1), known)
    if name is None or name[1].kind not in ("state", "seat") or not name[1].actor:
        return None
    return Mention(place, name[0], (name[1].actor,), "role")


def _compound(line: Line, place: int, known: Known) -> Mention | None:
    """A name and a title in one word: "ECB-president Lagarde", "Frontex-directeur"."""
    text = line.text[place]
    name, hyphen, title = text.partition("-")
    while hyphen and title:
        entry = line.lexicon.names.first([name.lower()], 0)
        if title.lower() in line.lexicon.words["compound_titles"] and entry:
            actor = entry[1].actor
            if entry[1].words != (name,) or entry[1].kind not in ("body", "agency", "third"):
                return None
            stop = person_end(line, place + 1, known, actor)
            return Mention(place, stop, (actor,), "role") if actor else None
        more, hyphen, title = title.partition("-")
        name = f"{name}-{more}"
    return None


def _named_role(line: Line, place: int, known: Known) -> Mention | None:
    """English: a name and then a title: "the EP rapporteur", "the UN Special Envoy"."""
    if line.is_dutch:
        return None
    name = name_at(line, place, known)
    if name is None or name[1].kind not in ("body", "agency", "third") or not name[1].actor:
        return None
    stop = name[0]
    while line.isa("roles_between", stop):
        stop += 1
    role = line.lexicon.roles["people"].first(line.low, stop) if stop < len(line) else None
    if role is None or line.at(name[0]) in ("'", "’"):
        return None
    actor = "voorzitterschap" if name[1].actor == "raad" else name[1].actor
    return Mention(place, person_end(line, role[0], known, actor), (actor,), "role")


def is_foreign(line: Line, place: int, stop: int) -> bool:
    """Whether a presidency is another body's: "van het Salzburg Forum", "the G7 presidency"."""
    behind = range(stop + 1, min(stop + 4, len(line))) if line.isa("role_link", stop) else range(0)
    before = range(max(0, place - 1), place)
    others = line.lexicon.words["foreign_presidency"]
    return any(line.text[at] in others for at in (*before, *behind))


def _national(line: Line, place: int, known: Known) -> Mention | None:
    """An adjective of nationality and a title."""
    stop, code = _nationality(line, place, known)
    if not code:
        return None
    codes = [code]
    while stop + 1 < len(line) and (line.low[stop] == "," or line.isa("and", stop)):
        # "the Hungarian and Lithuanian delegations"
        behind, following = _adjective(line, _behind_articles(line, stop + 1))
        if not following:
            break
        codes.append(following)
        stop = behind
    while line.isa("roles_between", stop):
        stop += 1
    if stop >= len(line):
        return None
    if len(codes) > 1:
        return _national_list(line, place, stop, codes)
    presidency = line.lexicon.roles["presidency"].first(line.low, stop)
    if presidency:
        chairs = line.isa("heads_first", presidency[0] - 1) and line.isa("role_link", presidency[0])
        council = name_at(line, presidency[0] + 2, known) if chairs else None
        chairs = chairs and not (council and council[1].actor == "raad")
        if chairs or is_foreign(line, stop, presidency[0]):
            return Mention(place, presidency[0], (), "excluded")
        return Mention(place, presidency[0], ("voorzitterschap",), "body")
    role = line.lexicon.roles["state"].first(line.low, stop)
    if role is None:
        return None
    after, title = role
    actor = _state_actor(line, code, title)
    end = person_end(line, portfolio_end(line, after), known, actor)
    return Mention(place, end, (actor,), "role", line.isa("plural_titles", after - 1))


def _nationality(line: Line, place: int, known: Known) -> tuple[int, str]:
    """The place behind an adjective of nationality with its code; English uses names as such.

    "the Netherlands Minister": a name counts only right before a title.
    """
    stop, code = _adjective(line, place)
    if code or line.is_dutch:
        return stop, code
    name = name_at(line, place, known)
    if not name or name[1].kind != "state" or name[0] >= len(line):
        return place, ""
    titled_so = line.is_name(name[0]) and line.lexicon.roles["state"].first(line.low, name[0])
    return name[0], state_code(name[1].actor) if titled_so else ""


def _adjective(line: Line, place: int) -> tuple[int, str]:
    """The place behind an adjective of nationality of one or two words, with its code."""
    if place >= len(line.text) or line.text[place] not in line.lexicon.nations:
        return place, ""
    for stop in (place + 2, place + 1):
        code = line.lexicon.adjectives.get(" ".join(line.text[place:stop]))
        if code:
            return stop, code
    return place, ""


def _national_list(line: Line, place: int, stop: int, codes: list[str]) -> Mention | None:
    """Several adjectives of nationality that share one title."""
    role = line.lexicon.roles["state"].first(line.low, stop)
    if role is None:
        return None
    after, title = role
    actors = tuple(dict.fromkeys(_state_actor(line, code, title) for code in codes))
    return Mention(place, portfolio_end(line, after), actors, "list", True)


def _state_actor(line: Line, code: str, title: str) -> str:
    """The actor for a title of a state: the state itself, or a person from outside the Union."""
    state = line.lexicon.states[code]
    office = line.lexicon.offices.get(title.lower())
    if state.member or office is None or code in line.lexicon.words["near_states"]:
        return state_actor(code)
    return f"derde:{state.slug}-{office}"


def _role(line: Line, place: int, known: Known) -> Mention | None:
    """A title and its organisation: "de uitvoerend directeur van Frontex"."""
    role = line.lexicon.roles["people"].first(line.low, place)
    if role is None:
        return None
    stop = brackets_end(line, role[0])
    if not line.isa("role_link", stop):
        # "De directeur" alone is whoever was named before.
        alone = line.isa("articles", place - 1) and not line.isa("heads_first", place)
        return Mention(place, stop, ("?role",), "pronoun", pronoun=True) if alone else None
    stop = _organisation(line, stop + 1)
    name = name_at(line, stop, known)
    if name is None:
        return None
    after, entry = name
    actor = entry.actor
    if not actor:
        return Mention(place, after, (), "excluded")
    if entry.kind == "state":
        return Mention(place, after, (_state_actor(line, state_code(actor), role[1]),), "role")
    if actor == "raad" and line.isa("staff", role[0] - 1):
        return None
    actor = "voorzitterschap" if actor == "raad" else actor
    after = person_end(line, brackets_end(line, after), known, actor)
    return Mention(place, after, (actor,), "role", line.isa("plural_titles", role[0] - 1))


def _organisation(line: Line, stop: int) -> int:
    """The place of the organisation, past its part: "of the Environment Committee of the EP"."""
    stop = _behind_articles(line, stop)
    place = stop
    while place < min(stop + _PART, len(line)) and line.is_name(place):
        if line.lexicon.names.first(line.low, place):
            return stop
        place += 1
    if place > stop and line.isa("role_link", place):
        return _behind_articles(line, place + 1)
    return stop


def _behind_articles(line: Line, place: int) -> int:
    while line.isa("articles", place):
        place += 1
    return place


def _head(line: Line, place: int, known: Known) -> Mention | None:
    """A title that always speaks for one body: "Commissaris Johansson", "de staatssecretaris"."""
    head = line.lexicon.heads.first(line.low, place)
    if head is None:
        return None
    stop, actor = head
    if actor == "voorzitterschap":
        if not (line.is_dutch or line.isa("articles", place - 1)):
            return None  # "to chair the meeting"
        if line.isa("role_link", stop):
            return Mention(place, stop, (), "excluded")  # the chair of something else
    own = actor == line.lexicon.settings["self_actor"]
    if own and _is_of_another(line, place):
        return Mention(place, stop, (), "excluded")  # "the Ukrainian veterans minister"
    stop = portfolio_end(line, stop if own else brackets_end(line, stop))
    if own and line.isa("role_link", stop):
        state = name_at(line, stop + 1, known)
        if state and state[1].kind == "state":
            office = _state_actor(line, state_code(state[1].actor), line.low[place])
            return Mention(place, state[0], (office,), "role")
    person = name_at(line, stop, known)
    chair = actor == "voorzitterschap"  # "Voorzitter Von der Leyen" is no presidency
    if (own or chair) and person and person[1].kind == "person":
        actor = person[1].actor or actor
    end = person_end(line, stop, known, actor)
    foreign = _state_behind(line, end, known) if own and end > stop else None
    if foreign:
        known.persons[line.text[end - 1]] = foreign[1]
        return Mention(place, foreign[0], (foreign[1],), "role")
    if own and end > stop and not person:
        actor = known.persons.get(line.text[end - 1], actor)
    return Mention(place, end, (actor,), "role", line.isa("plural_titles", place))


def _is_of_another(line: Line, place: int) -> bool:
    """Whether an adjective of nationality stands close before a title that has no article."""
    for at in range(place - 1, max(-1, place - 1 - _BEFORE), -1):
        if line.isa("articles", at) or line.is_sign(at):
            return False
        code = line.lexicon.adjectives.get(line.text[at])
        if code:
            return state_actor(code) != line.lexicon.settings["self_actor"]
    return False


def _state_behind(line: Line, stop: int, known: Known) -> tuple[int, str] | None:
    """The state behind a person, with the place behind it: "Minister Borg (Malta)"."""
    if line.isa("of", stop) and (of := name_at(line, stop + 1, known)):
        return (of[0], of[1].actor) if of[1].kind == "state" else None  # "Borg van Malta"
    if line.at(stop) != "(" or stop + 2 >= len(line):
        return None
    name = name_at(line, stop + 1, known)
    if name and name[1].kind == "state" and line.at(name[0]) == ")":
        return name[0] + 1, name[1].actor
    code = line.text[stop + 1]
    state = line.lexicon.states.get(code)
    closed = line.at(stop + 2) == ")"
    return (stop + 3, state_actor(code)) if closed and state and state.member else None


def _possessed(line: Line, place: int, known: Known) -> Mention | None:
    """English: whose representative it is: "Poland's Finance Minister"."""
    if line.is_dutch:
        return None
    stop = place
    while stop < min(place + 3, len(line)) and not line.low[stop].endswith(("'s", "’s")):
        stop += 1
    if stop >= min(place + 3, len(line)):
        return None
    words = [*line.low[place:stop], line.low[stop][:-2]]
    name = line.lexicon.names.first(words, 0)
    stop += 1
    if name is None or name[0] < len(words) or not line.is_name(place) or not name[1].actor:
        return None
    title = stop
    while title < min(stop + 3, len(line)):
        role = line.lexicon.roles["state"].first(line.low, title) or line.lexicon.roles[
            "people"
        ].first(line.low, title)
        if role:
            break
        if not (line.isa("roles_between", title) or line.is_name(title)):
            return None
        title += 1
    else:
        return None
    actor = name[1].actor
    if name[1].kind == "state":
        actor = _state_actor(line, state_code(actor), role[1])
    elif name[1].kind not in ("body", "agency", "third"):
        return None
    return Mention(place, person_end(line, role[0], known, actor), (actor,), "role")
