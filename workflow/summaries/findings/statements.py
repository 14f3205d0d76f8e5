"""What a summary states, one by one, whatever section it stands in."""

from dataclasses import dataclass

from workflow.summaries.model import Summary

_SHOWN = 6
"""Words of a sentence by which a finding names it."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, position, next step or commitment."""

    kind: str
    """`sentence`, `position`, `next_step` or `commitment`."""
    text: str
    evidence: tuple[int, ...]
    line: int = 0
    """Number of the sentence, from 1; 0 for what stands in another section."""
    actor: str = ""
    """Actor id of a position."""
    name: str = ""
    """The actor of a position as written."""
    stance: str = ""
    quoted: bool = False

    @property
    def opening(self) -> str:
        """Its first words, to name it by."""
        return opening(self.text)


def opening(text: str) -> str:
    """The first words of a text, to name it by."""
    return " ".join(text.split()[:_SHOWN]).rstrip(".,;:")


def statements_of(summary: Summary) -> tuple[Statement, ...]:
    """Everything that a summary states, in the order of its file."""
    found = [
        Statement("sentence", entry.text, entry.evidence, line, quoted=entry.quoted)
        for line, entry in enumerate(summary.sentences, 1)
    ]
    found += [
        Statement("position", entry.text, entry.evidence, 0, entry.actor, entry.name, entry.stance)
        for entry in summary.positions
    ]
    found += [
        Statement("next_step", _joined(step.when, step.text), step.evidence)
        for step in summary.next_steps
    ]
    found += [
        Statement(
            "commitment",
            _joined(entry.who, entry.to_whom, entry.debate, entry.text),
            entry.evidence,
        )
        for entry in summary.commitments
    ]
    return tuple(found)


def _joined(*texts: str) -> str:
    return "; ".join(text for text in texts if text)
