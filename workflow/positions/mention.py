"""The record of a name in a sentence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """One name in a sentence, or several joined by commas and `en`. Places are word indexes."""

    start: int
    """Place of its first word, article included."""
    stop: int
    """Place behind its last word, with what stands in brackets behind the name."""
    actors: tuple[str, ...]
    """Actor ids; empty for a body that holds an actor's word and is none.

    A pronoun has `?` and what it may stand for, until `carrying` knows: `?it`, `?one` (a person),
    `?many`, `?any`, `?role` ("de directeur"), `?body` ("het agentschap"), `?both`, `?three`,
    `?former`, `?latter`.
    """
    kind: str
    """`body`, `state`, `group`, `agency`, `third`, `person`, `role`, `list`, `self`, `pronoun`,
    `generic` (a common noun for several speakers) or `excluded`."""
    plural: bool = False
    pronoun: bool = False
    part: str = "bare"
    """Its part in the sentence: `bare`, `oblique`, `agent`, `co`, `behalf`, `view` (`volgens X`),
    `viewed` (`voor X` at the start of a sentence)."""
    marker: int = -1
    """Place of the first word of the marker or preposition before it, or -1."""
    core: int = 0
    """Place of the first word of the name itself."""
