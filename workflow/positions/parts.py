"""The part that each name plays: lists are joined, and the words before a name are read."""

from dataclasses import replace

from workflow.positions.inversions import alike
from workflow.positions.line import Line
from workflow.positions.mentions import Mention
from workflow.positions.model import is_state
from workflow.positions.names import is_marked_now
from workflow.positions.reading import VIEWS

_CHAIR = 8
"""Words of an aside that says who has the chair, at most."""
_SET_IN = 8
"""Words between two names of a list, where something is set in before the last one."""
_ASIDES = {"(": (")",), "–": ("–",), "—": ("—",)}
"""Signs that open an aside, with those that close it."""
_MARKED = {"co": "co", "behalf": "behalf", "view": "view", "excluding": "oblique"}


def read_parts(line: Line, mentions: list[Mention]) -> list[Mention]:
    """The mentions with lists joined ("Bulgarije, Slovenië en Polen") and parts filled in."""
    return [_with_part(line, mention) for mention in _origins(line, _joined(line, mentions))]


def _origins(line: Line, mentions: list[Mention]) -> list[Mention]:
    """The mentions with ministers and where they come from made one: "Ministers from X and Y"."""
    found: list[Mention] = []
    for mention in mentions:
        last = found[-1] if found else None
        if (
            last
            and last.actors == ("raad",)
            and line.lexicon.group_nouns.first(line.low, last.core)
            and line.isa("role_link", last.stop)
            and mention.start == last.stop + 1
            and mention.kind in ("group", "state", "list")
        ):
            found[-1] = replace(mention, start=last.start, core=last.core, plural=True)
        else:
            found.append(mention)
    return found


def _joined(line: Line, mentions: list[Mention]) -> list[Mention]:
    """The mentions with those of one list taken together."""
    joined: list[Mention] = []
    index = 0
    while index < len(mentions):
        first = mentions[index]
        last = _list_end(line, mentions, index)
        if last > index:
            members = mentions[index : last + 1]
            actors = tuple(dict.fromkeys(actor for one in members for actor in one.actors))
            kind = first.kind if len({one.kind for one in members}) == 1 else "list"
            first = replace(first, stop=members[-1].stop, actors=actors, kind=kind, plural=True)
        joined.append(first)
        index = last + 1
    return joined


def _list_end(line: Line, mentions: list[Mention], index: int) -> int:
    """Index of the last mention of the list that starts at `index`; commas need a final `en`."""
    if mentions[index].kind in ("pronoun", "excluded", "generic"):
        return index
    last = index
    for place in range(index, len(mentions) - 1):
        left, right = mentions[place], mentions[place + 1]
        if right.kind in ("pronoun", "excluded", "generic"):
            break
        link = _link(line, left, right)
        if link == "end" and not _starts_clause(line, mentions[index], right):
            last = place + 1
        elif link != "comma":
            break
        elif line.isa("and", right.stop) and line.is_sign(
            right.stop + (2 if line.isa("unnamed_others", right.stop + 1) else 1)
        ):
            last = place + 1  # "A, B en, in mindere mate, C"; "A, B and others,"
    return last


def _link(line: Line, left: Mention, right: Mention) -> str:
    """How two names hang together: `end` for `en`, `comma`, or an empty string."""
    start, stop = left.stop, right.start
    if start >= stop:
        return ""
    unknown = start + 1
    if line.low[start] == "," and unknown < stop and line.is_name(unknown):
        behind = unknown + 1
        if behind < stop and (line.isa("and", behind) or line.low[behind] == ","):
            start = behind  # "Nederland, Vlaanderen en Ierland": nobody knows the second
    if line.low[start:stop] == [","]:
        return "comma"
    if line.low[start] == ",":
        start += 1
        if line.isa("neither", start) and stop - start == 1:
            return "end"  # "Noch A, noch B"
    if line.isa("as", start):
        # "zowel A als B"
        both = any(line.isa("both", place) for place in range(max(0, left.start - 2), left.start))
        return "end" if both and stop - start == 1 else ""
    if line.isa("joiners", start):
        if line.low[start + 1] == "," == line.low[stop - 1] and stop - start <= _SET_IN:
            inside = range(start + 2, stop - 1)  # "A and, to a lesser extent, B"
            return "" if any(line.finite(at) for at in inside) else "end"
        focus = line.lexicon.focus.before(line.low, stop)
        more = stop - start == 2 and line.isa("yet", start + 1)  # "X en nog enkele lidstaten"
        if stop - start == 1 or more or (focus and focus[0] == start + 1):
            return "end"
    found = line.lexicon.phrases["list_links"].first(line.low, start)
    return "end" if found and found[0] == stop else ""


def _starts_clause(line: Line, first: Mention, right: Mention) -> bool:
    """Whether the name after `en` opens a clause of its own: "... van X en Duitsland pleitte"."""
    set_in = line.at(first.start - 1) == line.lexicon.settings["with"]
    if (
        set_in
        and not line.is_dutch
        and (line.is_sign(right.stop + 1) or line.isa("mark", right.stop + 1))
    ):
        return False  # ", with Hungary and Poland opposed"
    oblique = line.isa("prepositions", first.start - 1) or bool(
        line.lexicon.markers.before(line.low, first.start)
    )
    if not line.is_dutch and line.at(right.start - 2) == ",":
        oblique = oblique or bool(line.finite(first.start - 1))  # "as I told X, and Spain objected"
    verbs = line.finite(right.stop)
    if not oblique or not verbs or (not right.plural and all(one.plural for one in verbs)):
        return False
    # Behind a preposition the list itself is no subject; the verb needs one, unless it ends a
    # relative clause: "een wens die door A en B werd gedeeld".
    for place in range(first.start - 1, line.first_finite, -1):
        if line.finite(place):
            break
        if line.isa("relatives", place):
            return False
    return line.first_finite < first.start


def _with_part(line: Line, mention: Mention) -> Mention:
    """Read the words before a name: a marker, a preposition, or nothing of the kind."""
    if mention.part != "bare":
        return mention
    if _in_the_chair(line, mention):
        mention = replace(mention, actors=("voorzitterschap",))
    if mention.kind == "owner":
        return replace(mention, part="owner", marker=mention.start - 1)
    mention = _as_example(line, mention)
    if mention.part != "bare":
        return mention
    start = mention.start
    while True:
        focus = line.lexicon.focus.before(line.low, start)
        marker = line.lexicon.markers.before(line.low, start)
        if marker and (not focus or marker[0] < focus[0] or line.at(marker[0] - 1) == ","):
            part = "" if _has_clause(line, mention, marker) else _marked(line, mention, marker)
            if part:
                return replace(mention, part=part, marker=marker[0], start=start)
        if not (focus or is_marked_now(line, start)):
            break
        start = focus[0] if focus else start - 1
    if line.isa("now_words", start) and line.isa("prepositions", start - 1):
        start = mention.start  # "By now only a few delegations"
    joins = alike(line, mention)
    if joins > 0:
        return replace(mention, part="co", marker=joins)  # "and so did X"
    if mention.stop < len(line) and line.lexicon.phrases["sided"].first(line.low, mention.stop):
        return replace(mention, part="co", marker=start, start=start)  # "vond X aan zijn zijde"
    member = _is_member(line, mention, start)
    if member:
        return replace(mention, part="co", marker=member, start=start)
    if _leads(line, mention, start) or _with_them(line, mention, start - 1):
        return replace(mention, part="co", marker=start - 1, start=start)
    if start and line.low[start - 1] == line.lexicon.settings["by"]:
        return replace(mention, part="agent", marker=start - 1)
    if line.isa("leads", mention.core) and line.isa("among", mention.core - 1):
        return replace(mention, part="co", marker=start - 1)
    if line.isa("prepositions", start - 1) and not _has_done(line, mention, start - 1):
        side = mention.kind == "role" and line.lexicon.roles["side"].first(
            line.low, mention.stop - 1
        )
        if side or line.isa("many_sides", mention.stop - 1):  # "van Duitse zijde"
            return replace(mention, part="behalf", marker=start - 1)
        part = "viewed" if _opens_view(line, mention, start - 1) else "oblique"
        must = part == "viewed" and _says_what_must_be(line, mention)
        if must or _set_in_duty(line, mention, start - 1):
            part = "view"
        return replace(mention, part=part, marker=start - 1)
    return mention if start == mention.start else replace(mention, start=start)


def _has_done(line: Line, mention: Mention, opener: int) -> bool:
    """English: whether a sentence opens with what somebody had done: "After Malta had objected"."""
    return line.isa("done_before", opener) and line.helper(mention.stop) == "have"


def _with_them(line: Line, mention: Mention, marker: int) -> bool:
    """Dutch: whether a sentence opens with who thinks so too: "Met Malta vond Spanje dat"."""
    verb = mention.stop
    opens = line.is_dutch and marker == 0 and line.low[0] == line.lexicon.settings["with"]
    if not opens or not line.finite(verb):
        return False
    if line.lemmas(verb) & line.lexicon.words["opining"]:
        return True
    if line.helper(verb) == "be":
        near = range(verb + 2, line.sign_from(verb))
        return any(
            (line.isa("before_that", at) and line.isa("of", at - 1))
            or (line.isa("minded", at) and line.cues(at))
            for at in near
        )
    plain = [form for form in line.finite(verb) if not form.particle]
    return any(line.lexicon.verbs[form.lemma].stance in VIEWS for form in plain)


def _has_clause(line: Line, mention: Mention, marker: tuple[int, str]) -> bool:
    """Dutch: whether a clause and no example opens with a marker: "zoals Malta had bepleit,"."""
    if not line.is_dutch or marker[1] != "co" or not line.isa("comparing", marker[0]):
        return False
    for place in range(mention.stop, len(line)):
        if line.is_sign(place):
            return False
        if line.finite(place):
            return place > mention.stop or _ends_before_verb(line, place + 1)
    return False


def _ends_before_verb(line: Line, start: int) -> bool:
    """Whether a comma closes a clause, with the verb of the main clause or the sentence's rest."""
    if line.is_sign(start):
        return True
    for place in range(start, len(line)):
        if line.is_sign(place):
            return line.at(place) == "," and bool(line.finite(place + 1))
    return False


def _in_the_chair(line: Line, mention: Mention) -> bool:
    """Whether words behind a comma say that somebody has the chair: "X, in the chair,"."""
    if mention.kind not in ("role", "person", "state"):
        return False
    if _as_chair(line, mention):
        return True
    if line.at(mention.stop) != ",":
        return False
    leads = meets = False
    for place in range(mention.stop + 1, min(mention.stop + _CHAIR, len(line))):
        if line.is_sign(place):
            break
        if line.lexicon.phrases["chairs"].first(line.low, place):
            return True
        leads = leads or bool(line.lemmas(place) & line.lexicon.words["chairing"])
        meets = meets or bool(line.lexicon.phrases["no_speaker"].first(line.low, place))
    return leads and meets  # and not "dat de werkgroep had voorgezeten"


def _as_chair(line: Line, mention: Mention) -> bool:
    """Dutch: whether somebody speaks as the presidency: "België legde als voorzitter X voor".

    "Als voorzitter van de werkgroep" is another chair.
    """
    if not line.has_phrase("as_chair"):
        return False
    behind, ahead = mention.stop, mention.start - 1
    if line.finite(behind):
        behind += 1
    while line.isa("midfield", behind):
        behind += 1
    while line.isa("midfield", ahead):
        ahead -= 1
    places = [at for at in (behind, behind + (line.at(behind) == ",")) if at < len(line)]
    if ahead > 0 and line.finite(ahead):
        places.append(0)  # "Als voorzitter drong België aan op"
    found = ((at, line.lexicon.phrases["as_chair"].first(line.low, at)) for at in places)
    return any(
        one
        and not line.isa("role_link", one[0])
        and (at or one[0] in (ahead, ahead - 1))
        and (line.isa("in_role", at) or line.at(one[0]) == ",")
        for at, one in found
    )


def _opens_view(line: Line, mention: Mention, marker: int) -> bool:
    """Whether a clause opens with its holder: "Voor Malta is", "..., maar voor Malta bleef"."""
    if not line.isa("view_words", marker):
        return False
    if marker == 0:
        return True
    if not (line.isa("coordinators", marker - 1) or line.low[marker - 1] in (";", ":")):
        return False
    if line.is_dutch:
        return bool(line.finite(mention.stop))
    return line.isa("presenting", mention.stop) and bool(line.finite(mention.stop + 1))


def _says_what_must_be(line: Line, mention: Mention) -> bool:
    """Dutch: whether a view says what must be or may be: "Voor Malta moet de heffing van tafel".

    What has still to be done for somebody, or is to be made for them, is nobody's view.
    """
    verb = mention.stop
    must = line.helper(verb) == "modal" or line.isa("may_be", verb)
    if not (line.is_dutch and must) or mention.actors == ("lidstaten:de",):
        return False
    what = verb + 1
    while line.isa("midfield", what):
        what += 1
    if line.isa("prepositions", what) and line.is_year(what + 1):
        what += 2  # "moeten ook na 2030 de quota gelden"
    known = line.isa("articles", what) and not line.isa("indefinite", what)
    known = known or line.any_of(("demonstratives", "pointing"), what)
    known = known or any(line.isa("that", at) for at in range(what, line.sign_from(what)))
    return known and not any(
        line.isa("yet", at) or (line.low[at][0].isdigit() and not line.is_year(at))
        for at in range(verb, len(line))
    )


def _set_in_duty(line: Line, mention: Mention, marker: int) -> bool:
    """English: whether a holder is set in behind a duty: "Safety must, for Malta, come first"."""
    if line.is_dutch or not line.isa("view_words", marker):
        return False
    set_in = line.at(marker - 1) == "," == line.at(mention.stop)
    return set_in and line.helper(marker - 2) == "modal"


def _is_member(line: Line, mention: Mention, start: int) -> int:
    """Where those are set in who are a group: "Twee lidstaten (Malta en Cyprus)"; else 0."""
    opens = start - 1
    closed = line.at(mention.stop) in _ASIDES.get(line.at(opens), ())
    if line.isa("naming_them", opens) and line.at(opens - 1) == ",":
        opens, closed = opens - 1, True  # ", namelijk Malta en Cyprus,"
    elif line.isa("taking_in", start) and line.at(mention.stop) == ",":
        while line.isa("now_words", opens):
            opens -= 1
        closed = line.at(opens) == ","  # ", nu ook Malta,"
    if opens < 1 or not closed or mention.kind == "pronoun":
        return 0
    if not all(map(is_state, mention.actors)):
        return 0
    nouns = line.lexicon.group_nouns
    ends = (nouns.first(line.low, at) for at in range(max(0, opens - 2), opens))
    return opens if any(found and found[0] == opens for found in ends) else 0


def _as_example(line: Line, mention: Mention) -> Mention:
    """Dutch: a name that tells which states are meant: "Lidstaten als Malta", "Landen zoals X"."""
    start, noun = mention.start, mention.start - 2
    if noun < 0 or not (line.is_dutch and line.any_of(("as", "comparing"), start - 1)):
        return mention
    if mention.kind not in ("state", "list"):
        return mention
    if line.isa("named_so", noun):
        first = noun - line.isa("articles", noun - 1)
        return replace(mention, start=first, plural=True)
    group = line.lexicon.group_nouns.first(line.low, noun)
    return replace(mention, part="co", marker=start - 1) if group else mention


def _leads(line: Line, mention: Mention, start: int) -> bool:
    """Whether a name is set in as the first of a group: ", Hongarije voorop,"."""
    if not 0 < start < mention.stop < len(line) or line.low[start - 1] not in (",", "("):
        return False
    found = _led(line, mention.stop)
    return found > 0 and line.is_sign(found)


def _led(line: Line, place: int) -> int:
    """The place behind words that name the first of a group: "again to the fore"; else 0."""
    while place < len(line):
        found = line.lexicon.phrases["leading"].first(line.low, place)
        if found or not line.isa("midfield", place):
            return found[0] if found else 0
        place += 1
    return 0


def _marked(line: Line, mention: Mention, marker: tuple[int, str]) -> str:
    """The part that a marker gives, or an empty string where it means something else here."""
    place, kind = marker
    if any(form.particle == line.low[place] for form in line.forms(place - 1)):
        return ""  # "could go along with the Presidency"
    if kind == "co" and line.lemmas(place - 1) & line.lexicon.words["met_with"]:
        return ""  # "met with support from Malta"
    if kind == "regarding":
        # "voor wat betreft X" names a topic, "wat X betreft" asks X.
        if mention.stop >= len(line):
            return ""
        return "view" if line.lexicon.phrases["regards"].first(line.low, mention.stop) else ""
    if kind == "leading":
        # "met X voorop": X is the first of those who say so.
        return "co" if _led(line, mention.stop) else ""
    if kind == "view_first":
        return "view" if place == 0 else ""
    return _MARKED[kind]
