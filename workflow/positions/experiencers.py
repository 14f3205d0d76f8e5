"""Those whom something pleases, worries or leaves cold: "failed to convince Malta"."""

from workflow.positions.denials import denied_before
from workflow.positions.line import Line
from workflow.positions.mention import Mention
from workflow.positions.objectfirst import touching
from workflow.positions.reading import OPINIONS, VIEWS, Reading
from workflow.positions.speakers import Speaker
from workflow.positions.turning import YIELDED

_REPROACH = 16
"""Words behind a name within which what somebody is spoken to about may stand."""
_NEAR = 6
"""How many words before or behind a denial may stand."""


def experiencer(line: Line, mention: Mention, heads: list[Speaker]) -> Speaker | None:
    """Whoever is the object of what something does to them."""
    named = mention.part == "bare" and mention.actors and not mention.pronoun
    if not named or any(head.place < mention.start for head in heads if not head.pronoun):
        return None
    verb = mention.start - 1
    while verb > 0 and line.is_dutch and line.isa("midfield", verb):
        verb -= 1
    if verb < 1:
        return None
    reading = _touched(line, mention, verb) or _left(line, mention, verb)
    if reading is None:
        reading = _befallen(line, mention, verb)
    if reading is None:
        return None
    return Speaker(mention.actors, (reading,), "experiencer", mention.start, mention)


def _touched(line: Line, mention: Mention, verb: int) -> Reading | None:
    """What a verb says of its object: "worried Malta", "kon Polen niet bekoren"."""
    kind = touching(line, verb)
    less = None if line.is_dutch else line.lexicon.phrases["nothing_less"].first(line.low, 0)
    if kind == "winning" and less:  # "Nothing but a full ban would satisfy Sweden"
        return Reading("call", 4, ((0, less[0]), (verb, verb + 1)), "nothing less")
    if not kind or _is_reproached(line, mention):
        return None
    stance = "support" if kind == "winning" else "concern"
    denied = _denied(line, mention, verb)
    near = range(max(0, verb - 4), verb)
    acts = line.finite(verb) or denied or any(line.helper(at) for at in near)
    if not acts:
        return None  # "to please Malta"
    if denied:
        stance = {"support": "concern", "concern": "inform"}[stance]
    return Reading(stance, 2, ((verb, verb + 1),), f"{kind} {line.low[verb]}", denied=denied)


def _is_reproached(line: Line, mention: Mention) -> bool:
    """Dutch: whether somebody is spoken to about what they do: "sprak de landen daarop aan"."""
    near = range(mention.stop, min(len(line), mention.stop + _REPROACH))
    return line.is_dutch and any(line.isa("reproaching", at) for at in near)


def _denied(line: Line, mention: Mention, verb: int) -> str:
    """The stance that a denial takes away, or an empty string."""
    before = range(max(0, verb - 4), verb)
    behind = range(mention.stop, min(len(line), mention.stop + _NEAR)) if line.is_dutch else ()
    failed = any(line.lemmas(at) & line.lexicon.words["failing"] for at in before)
    said = any(line.isa("negations", at) for at in (*before, *behind))
    return "support" if failed or said or denied_before(line, verb) else ""


def _left(line: Line, mention: Mention, verb: int) -> Reading | None:
    """How something leaves somebody: "left Poland unmoved", "liet Malta koud"."""
    if not line.lemmas(verb) & line.lexicon.words["leaving"]:
        return None
    place = mention.stop
    if line.isa("unmoved", place):
        return Reading(
            "oppose", 2, ((verb, verb + 1), (place, place + 1)), f"left {line.at(place)}"
        )
    for _, cue in line.cues(place) if place < len(line) else ():
        if cue.stance in OPINIONS and cue.zone != "object":
            span = ((verb, verb + 1), (place, place + 1))
            return Reading(cue.stance, cue.strength, span, f"left {line.at(place)}")
    return None


def _befallen(line: Line, mention: Mention, verb: int) -> Reading | None:
    """An idiom with its object: "ging veel lidstaten te ver", "gave Malta cause for concern"."""
    if not line.lemmas(verb) & line.lexicon.words["befalling"]:
        return None
    for place in range(mention.stop, min(len(line), mention.stop + _NEAR)):
        if line.is_sign(place):
            return None
        for stop, cue in line.cues(place):
            if cue.verbs & line.lemmas(verb) and cue.stance in VIEWS:
                denied = denied_before(line, verb)
                stance = YIELDED.get(cue.stance, cue.stance) if denied else cue.stance
                words = ((verb, verb + 1), (place, stop))
                old = cue.stance if denied else ""
                return Reading(stance, cue.strength, words, "befallen", denied=old)
    return None
