"""Speakers who go by the one before: "Malta steunde dit, Cyprus niet", "took the opposite view"."""

from dataclasses import replace

from workflow.positions.contrary import RULE
from workflow.positions.line import Line
from workflow.positions.links import Link
from workflow.positions.mention import Mention
from workflow.positions.reading import NEUTRAL, VIEWS, Reading
from workflow.positions.speakers import Speaker
from workflow.positions.turning import YIELDED, denied_stance

_OBJECTS = ("gap_objects",)
_AFTER_AND = ("articles", "gap_objects")
"""Classes of words that may open the object of a verb that is left out."""
_SIDES = {"view_words": "support", "against": "oppose"}
"""Classes of words for a side, with the stance of those on it."""
_NAMED_SIDES = {"side_for": "support", "side_against": "oppose"}
"""Classes of nouns for somebody on a side, with their stance."""
_HELD = ("oblique", "agent")
"""Parts of those who hold a view behind a preposition."""
_TELLS_NOTHING = ("inform", "none", "concern", "announce")
"""Stances whose denial says nothing that somebody holds."""


def gapped(
    line: Line, mentions: list[Mention], links: list[Link], heads: list[Speaker]
) -> list[Speaker]:
    """Those who are named without a verb behind a speaker, with what that verb makes of them."""
    if not line.is_dutch:
        return []
    linked = {link.mention.start for link in links}
    found = []
    for mention in mentions:
        if mention.part != "bare" or not mention.actors or mention.start in linked:
            continue
        head = next((one for one in reversed(heads) if one.place < mention.start), None)
        if head is None or head.pronoun or mention.pronoun or mention.kind == "excluded":
            continue
        speaker = _taken_up(line, mention, head)
        if speaker:
            found.append(speaker)
    return found


def without_them(line: Line, mentions: list[Mention], heads: list[Speaker]) -> list[Speaker]:
    """Dutch: those who are set against the holders of a view: "steun bij X, maar niet bij Y"."""
    found = []
    for mention in mentions if line.is_dutch else ():
        marker = mention.marker
        denied = line.isa("negations", marker - 1) and line.isa("contrast", marker - 2)
        if not denied or mention.part not in _HELD or not mention.actors:
            continue
        held = [one for one in heads if one.mention and one.place < marker]
        head = held[-1] if held else None
        if head is None or head.mention is None or head.mention.part not in _HELD:
            continue
        reading = head.readings[-1]
        if line.low[head.mention.marker] != line.low[marker] or reading.stance in _TELLS_NOTHING:
            continue
        told = replace(reading, stance=denied_stance(reading.stance), denied=reading.stance)
        found.append(Speaker(mention.actors, (told,), "gap", mention.start, mention, certain=False))
    return found


def echoed(line: Line, heads: list[Speaker]) -> list[Speaker]:
    """The speakers, where who did the same has the view of the one before: "did so too"."""
    same = line.lexicon.phrases["did_same"]
    result: list[Speaker] = []
    for head in heads:
        at = head.readings[0].cue[0][0] if head.readings[0].cue else 0
        if result and same.first(line.low, at):
            told = replace(result[-1].readings[-1], certain=False)
            head = replace(head, readings=(told,))
        result.append(head)
    return result


def _taken_up(line: Line, mention: Mention, head: Speaker) -> Speaker | None:
    """Who goes by the view of the speaker before, in few words of its own: `, Cyprus niet`."""
    before, after = mention.start - 1, mention.stop
    if not (line.at(before) in (",", ";") or line.any_of(("and", "contrast"), before)):
        return None
    reading = head.readings[-1]
    short = after
    while line.isa("midfield", short) and not line.any_of(("negations", "assent"), short):
        short += 1
    if line.any_of(("negations", "assent"), short) and line.is_sign(short + 1):
        denied = line.isa("negations", short)
        if denied and reading.stance in _TELLS_NOTHING:
            return None
        stance = denied_stance(reading.stance) if denied else reading.stance
        base = reading.stance if denied else ""
        told = replace(reading, stance=stance, denied=base, rule=f"{reading.rule}, gap")
    elif side := _side(line, after, reading):
        told = replace(reading, stance=side, rule=f"{reading.rule}, gap", denied="")
    elif _same_preposition(line, after, head):
        told = replace(reading, rule=f"{reading.rule}, gap")
    elif line.any_of(_OBJECTS if line.at(before) == "," else _AFTER_AND, after):
        rest = range(after, len(line))
        if any(line.finite(place) or line.isa("negations", place) for place in rest):
            return None
        told = replace(reading, rule=f"{reading.rule}, gap")
    elif _same_object(line, before, after, mention, reading):
        told = replace(reading, rule=f"{reading.rule}, gap")
    elif wanted := _wanted(line, after, reading):
        told = replace(reading, cue=((wanted, wanted + 1),), rule=f"{reading.rule}, gap")
    else:
        return None
    if told.stance in NEUTRAL:
        return None
    return Speaker(mention.actors, (told,), "gap", mention.start, mention, certain=False)


def _side(line: Line, after: int, reading: Reading) -> str:
    """The side of whoever is named with it and nothing else: "Spanje was voor, Italië tegen".

    So is "toonde zich voorstander, Duitsland tegenstander van een heffing".
    """
    if reading.stance not in _SIDES.values():
        return ""
    end = line.sign_from(after)
    if not any(line.finite(at) for at in range(after, end)):
        noun = after
        if line.isa("prepositions", noun) and line.isa("articles", noun + 1):
            noun += 2  # "behoorde tot de voorstanders, Duitsland tot de tegenstanders"
        for kind, stance in _NAMED_SIDES.items():
            if line.isa(kind, noun):
                return stance
        for kind, stance in _SIDES.items():
            if line.isa(kind, after) and stance != reading.stance:
                return stance  # "sprak zich uit voor, een kleinere groep tegen opname"
    if not line.is_sign(after + 1):
        return ""
    return next((stance for kind, stance in _SIDES.items() if line.isa(kind, after)), "")


def _same_preposition(line: Line, after: int, head: Speaker) -> bool:
    """Whether the preposition of the verb before comes again: "pleitte voor A, Italië voor B"."""
    stop = head.readings[-1].cue[-1][1] if head.readings[-1].cue else 0
    kinds = ("prepositions", "purpose")
    if not line.any_of(kinds, after) or head.readings[-1].stance in NEUTRAL:
        return False
    first = next((at for at in range(stop - 1, after) if line.any_of(kinds, at)), -1)
    if first < 0 or line.low[first] != line.low[after] or first >= after - 1:
        return False
    rest = range(after, next(at for at in range(after, len(line) + 1) if line.is_sign(at)))
    return not any(line.finite(at) or line.isa("negations", at) for at in rest)


def _same_object(line: Line, before: int, after: int, mention: Mention, reading: Reading) -> bool:
    """Whether only another thing that is wanted follows: "wil een verbod, Italië een fonds"."""
    states = mention.kind in ("state", "group", "list") and line.at(before) in (",", ";")
    if not states or not line.isa("indefinite", after) or reading.stance != "call":
        return False
    end = next(at for at in range(after, len(line) + 1) if line.is_sign(at))
    stops = line.at(end) in (".", ";", "")
    return stops and not any(line.finite(at) for at in range(after, end))


def _wanted(line: Line, start: int, reading: Reading) -> int:
    """The infinitive that ends what somebody wants as well: "A wil X verhogen, B X verlagen"; or 0.

    The one before must have wanted something with an auxiliary.
    """
    wants = any(line.helper(at) == "want" for at, _ in reading.cue)
    end = line.sign_from(start)
    if not wants or reading.stance != "call" or end - start < 2:
        return 0
    if any(line.isa("negations", at) or line.isa("mark", at) for at in range(start, end)):
        return 0
    closes = line.nonfinite(end - 1, ("infinitive",))
    return end - 1 if closes and not any(line.finite(at) for at in range(start, end - 1)) else 0


def set_against(speakers: list[Speaker], stance: str) -> list[Speaker]:
    """The speakers, where who has the opposite view is set against the view before.

    `stance` is the view of whoever spoke last before them.
    """
    result: list[Speaker] = []
    for speaker in speakers:
        first = speaker.readings[0]
        told = tuple(one for one in speaker.readings if one.rule != RULE)
        if first.rule == RULE and {one.stance for one in told} & {"support", "oppose"}:
            speaker = replace(speaker, readings=told)  # "and described it as sensible" tells
        elif first.rule == RULE and stance in YIELDED:
            turned = replace(first, stance=YIELDED[stance])
            speaker = replace(speaker, readings=(turned, *speaker.readings[1:]), certain=False)
        elif first.stance in YIELDED and not speaker.co:
            stance = first.stance
            if len(told) < len(speaker.readings):
                later = map(_parted, speaker.readings[1:])
                speaker = replace(speaker, readings=(first, *later))
        result.append(speaker)
    return result


def _parted(reading: Reading) -> Reading:
    """The reading; a worry where it is another view than one's own: "shared the aim but drew"."""
    return replace(reading, stance="concern") if reading.rule == RULE else reading


def without_former(line: Line, speakers: list[Speaker]) -> list[Speaker]:
    """The speakers without what they held before: "had eerst bezwaren, maar steunt nu"."""
    before = _of_before(line)
    still = before < 0 and any(line.isa("set_off", at) for at in (0, 1))
    if still:  # "Waar Malta nog tegen was, steunde het nu", "Whereas Malta had been against"
        before = line.first_of("until_then", range(line.sign_from(0)))
    now = line.first_of("by_now", range(len(line))) if before >= 0 else -1
    if now < 0:
        return speakers
    between = range(min(before, now), max(before, now))
    edge = next((at for at in between if line.is_sign(at) or line.isa("contrast", at)), -1)
    if edge < 0:
        return speakers
    on_side = [
        (one, each)
        for one in speakers
        for each in one.readings
        if each.cue and (each.cue[-1][0] < edge) == (before < edge)
    ]
    former = [pair for pair in on_side if _goes_with(line, before, pair[1])]
    if still:  # what somebody still worries about does not go with a yes
        former = [pair for pair in former if pair[1].stance in ("oppose", "support")]
    now_held: dict[tuple[str, ...], set[str]] = {}
    for one in speakers:
        views = {x.stance for x in one.readings if x.stance in VIEWS and (one, x) not in former}
        now_held[one.actors] = now_held.get(one.actors, set()) | views
    kept = []
    for one in speakers:
        held = now_held[one.actors]
        gone = [x for x in one.readings if (one, x) in former and _gives_way(x.stance, held)]
        told = tuple(each for each in one.readings if each not in gone)
        kept += [replace(one, readings=told)] if told else []
    return kept


def _of_before(line: Line) -> int:
    """The first word that tells of an earlier time: "eerder", "in maart"; -1 without one."""
    months = line.places_of("months", 1, len(line)) if line.has("in_month") else []
    named = [at for at in months if line.isa("in_month", at - 1)]
    return min([*named, *line.places_of("formerly", 0, len(line))], default=-1)


def _gives_way(stance: str, held: set[str]) -> bool:
    """Whether what was held before is no longer: who supported a thing may ask for more."""
    return bool(held - {"call", stance} if stance == "support" else held)


def _goes_with(line: Line, marker: int, reading: Reading) -> bool:
    """Whether a word such as "eerst" stands beside the words of a stance, in their own clause.

    Not so in "steunde het eerder ingediende plan", "vroeg om eerst de kosten te bekijken".
    """
    described = line.any_of(("articles", "possessives", "demonstratives"), marker - 1)
    described = described and not line.isa("relatives", marker - 1)
    described = described and not line.isa("last_time", marker)
    if described or line.any_of(("purpose", "comparing"), marker - 1):
        return False
    cues = [at for start, stop in reading.cue for at in range(start, stop)]
    ahead = max((at for at in cues if at < marker), default=marker)
    behind = min((at for at in cues if at > marker), default=marker)
    ends = ("purpose", "relatives", "that")
    return any(
        first < last
        and not any(line.is_sign(at) or line.any_of(ends, at) for at in range(first + 1, last))
        for first, last in ((ahead, marker), (marker, behind))
    )
