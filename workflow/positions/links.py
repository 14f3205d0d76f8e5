"""The record of a name that is tied to the verb of its clause."""

from dataclasses import dataclass

from workflow.positions.line import Line
from workflow.positions.mention import Mention

BEHIND_DENIAL = "behind a denial"
"""The rule of a subject behind a denial and an auxiliary: "Under no circumstances would X"."""
ON_CONDITION = "behind a condition"
"""The rule of a subject behind "only if" and the auxiliary: "Only then could X agree"."""
CONCLUDED = "concluded"
"""The rule of a subject in what the chair concludes: "concludeerde dat de meeste X steunen"."""
ALIKE = "as the one before"
"""The rule of a subject who does what was said of another: "So did Malta", "Nor did Spain"."""
DENIED_THING = "said of no such thing"
"""The rule of a subject of whom a denial tells: "is not a proposal that we can support"."""
DONE_BEFORE = "done before"
"""The rule of a subject of what was done before what is told: "After X had objected, the text"."""
SAID_BEHIND = "said behind"
"""The rule of a subject behind its verb and what it says: "'...', said X"."""


@dataclass(frozen=True, slots=True)
class Link:
    """A name and the clause in which it acts."""

    mention: Mention
    verb: int
    """Place of the finite verb."""
    begin: int
    """Place at which its clause begins."""
    rule: str
    certain: bool = True
    final: bool = False
    """Whether the verb stands at the end of a subordinate clause."""
    opinion_only: bool = False
    """Whether only an opinion counts here: a relative clause describes."""

    def denied(self, line: Line) -> bool:
        """Whether its subject is said not to do so: "Nor was X convinced", "X noch Y"."""
        inverted = self.rule in (BEHIND_DENIAL, DENIED_THING) or (
            self.rule == "inversion"
            and line.isa("negations", self.begin)
            and line.isa("adverbs", self.begin)
        )
        inside = range(self.mention.start, self.mention.stop)
        return inverted or line.first_of("neither", inside) >= 0
