"""What the program finds in a sentence, and what it proposes to staff."""

from dataclasses import dataclass
from functools import lru_cache

STANCES = (
    "decide",
    "support",
    "oppose",
    "concern",
    "reserve",
    "call",
    "announce",
    "inform",
    "none",
)
"""The stances in the order in which they are listed; defined in the annotation guide."""

GROUP = "lidstaten"
"""The family of all groups of member states; the id of one adds its size: `lidstaten:meeste`."""
_STATE = "land:"
_OF_ITS_OWN = {"NL": "nederland"}
"""States whose actor id is a word."""


def state_actor(code: str) -> str:
    """The actor id of a state with that ISO 3166 code."""
    return _OF_ITS_OWN.get(code, f"{_STATE}{code}")


def state_code(actor: str) -> str:
    """The ISO 3166 code of a state; empty for an actor that is none."""
    if actor.startswith(_STATE):
        return actor.removeprefix(_STATE)
    return next((code for code, name in _OF_ITS_OWN.items() if name == actor), "")


def is_state(actor: str) -> bool:
    """Whether an actor is a state."""
    return bool(state_code(actor))


def is_group(actor: str) -> bool:
    """Whether an actor is some number of member states."""
    return actor.startswith(GROUP)


@lru_cache(maxsize=1_024)
def family_of(actor: str) -> str:
    """The actor without the size of a group."""
    return GROUP if is_group(actor) else actor


@dataclass(frozen=True, slots=True)
class Attribution:
    """What the program found in one sentence: a suggestion, never a fact."""

    sentence: int
    """Number of the sentence within its item."""
    actor: str
    """Actor id, such as `commissie`, `lidstaten:meeste`, `land:FR` or `ag:frontex`."""
    stance: str
    cue: str
    """The words that carry the stance, `+` between parts of a discontinuous cue."""
    cue_spans: tuple[tuple[int, int], ...] = ()
    """Offsets of the cue's parts in the sentence's text."""
    actor_span: tuple[int, int] | None = None
    """Offsets of the words that name the actor, or None where no words do."""
    strength: int = 0
    """Strength of the verb from 1 (mentions) to 4 (insists); 0 where none applies."""
    co: bool = False
    """Named beside the speaker, as in `net als Nederland` or `waaronder Nederland`."""
    implicit: bool = False
    """Carried over: the sentence itself names no actor."""
    pronoun: bool = False
    passive: bool = False
    to_parliament: bool = False
    """Addressed to parliament, and so not a position taken in the Council."""
    certain: bool = True
    denied: str = ""
    """The stance that a word of denial turned into this one (`kon niet instemmen`), or empty."""
    joined: str = ""
    """The stance of whoever joins in, where it is another one: against a delay is for haste."""
    rule: str = ""
    """Names of the rules that fired, for `--explain`."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A position that the program proposes: what one sentence says of an actor and a stance."""

    actor: str
    stance: str
    text: str
    """The source sentence that carries it, word for word."""
    evidence: tuple[int, ...]
    """That sentence, and those that only go on explaining it."""
    certain: bool
    to_parliament: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A suggested summary: whole source sentences by number, in editorial order."""

    sentences: tuple[int, ...]
    left_out: tuple[int, ...]
    """Sentences with a position that did not fit within the number of words."""
