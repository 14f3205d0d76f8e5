"""Words that praise or blame in what somebody thinks: "felt that it was a dead letter".

They tell where no words of the lexicon of stances do, and only behind a verb of opinion, or in
a view: in what is merely told they may belong to the facts.
"""

from workflow.positions.denials import BEFORE, denied_before
from workflow.positions.line import Line
from workflow.positions.meanings import amount
from workflow.positions.reading import Reading, Zone

_DUTCH_GOOD = ("things_do", "praising")
_DUTCH_BAD = ("things_fail", "blaming")
_BAD = ("un", "ill-", "over-", "mis")
"""Beginnings of words that blame, where the rest of the word is one that describes."""
_WEIGHTS = ("burdens", "hazards")
"""Classes of nouns for what is no burden where it is slight."""
_ENDINGS = (
    "ed",
    "able",
    "ible",
    "ful",
    "al",
    "ic",
    "ing",
    "ory",
    "ent",
    "ious",
    "wise",
    "fair",
    "sound",
)


def valued(line: Line, start: int, zone: Zone) -> list[Reading]:
    """The stance of a clause from its words of praise and blame, or nothing."""
    if line.is_dutch:
        return _valued_dutch(line, start, zone)
    held = not denied_before(line, start - 1)  # "did not consider the costs a problem"
    slight = _slight(line, start, zone) if held else []
    if slight:
        return slight
    if line.isa("seeing", start - 1):
        start = next((at + 1 for at in range(start, zone.stop) if line.isa("as", at)), zone.stop)
    total = 0
    cue: tuple[tuple[int, int], ...] = ()
    for place in range(start, zone.stop):
        if place in zone.skip or line.is_name(place):
            continue
        value = 0 if amount(line, place, place + 1) else _value(line, place)
        if value and line.isa("determiners", place - 1) and line.isa("of", place + 1):
            continue  # "the benefits of": what is spoken of
        near = range(max(start, place - BEFORE), place)
        eased = line.first_of("easing", near)
        named = line.isa("determiners", eased - 1) or line.isa("determiners", eased - 2)
        if value < 0 and eased >= 0 and not named:  # "the speed limits" ease nothing
            continue  # "the means of curbing bureaucracy"
        if value:
            denied = any(
                line.isa("negations", at) or line.isa("belittling", at)
                for at in near
                if not line.is_sign(at)
            )
            total += -value if denied else value
            cue = cue or ((place, place + 1),)
    if not total:
        return []
    stance = "support" if (total > 0) == held else "concern"
    return [Reading(stance, 2, cue, f"valued {line.low[cue[0][0]]}", False)]


def _slight(line: Line, start: int, zone: Zone) -> list[Reading]:
    """English: the support of whoever finds a burden slight: "described the cost as negligible"."""
    slight = line.first_phrase("minor", start, zone.stop)
    if not slight or not line.any_of(("as", "copulas"), slight[0] - 1):
        return []
    weight = any(line.any_of(_WEIGHTS, at) for at in range(start, slight[0]))
    denied = any(line.isa("negations", at) for at in range(start, slight[0]))
    rule = f"valued {line.low[slight[0]]}"
    return [Reading("support", 2, (slight[:2],), rule, False)] if weight and not denied else []


def _valued_dutch(line: Line, start: int, zone: Zone) -> list[Reading]:
    """Dutch: what a thing does or lacks; a denial may stand behind it: "lost niets op"."""
    for place in range(start, zone.stop):
        if place in zone.skip or line.is_name(place):
            continue
        value = line.any_of(_DUTCH_GOOD, place) - line.any_of(_DUTCH_BAD, place)
        if not value or (line.finite(place) == () and line.isa("of", place + 1)):
            continue  # "de risico's van": what is spoken of
        begin, end = place, place
        while begin > start and not line.is_sign(begin - 1):
            begin -= 1
        while end < zone.stop and not line.is_sign(end):
            end += 1
        around = (at for at in range(begin, end) if at != place)
        denied = any(line.any_of(("negations", "belittling"), at) for at in around)
        stance = "support" if (value > 0) != denied else "concern"
        return [Reading(stance, 2, ((place, place + 1),), f"valued {line.low[place]}", False)]
    return []


def _value(line: Line, place: int) -> int:
    """1 for a word that praises, -1 for one that blames, else 0."""
    if line.isa("praising", place):
        return 1
    if line.isa("blaming", place):
        return -1
    if line.isa("excess", place - 1) and not line.is_sign(place):
        return 0 if line.isa("prepositions", place) else -1  # "too demanding"
    word = line.low[place]
    found = next((each for each in _BAD if word.startswith(each)), "")
    if not found or line.isa("no_blame", place) or len(word) < len(found) + 4:
        return 0
    described = word.endswith(_ENDINGS) and line.isa("copulas", place - 1)
    return -1 if described else 0
