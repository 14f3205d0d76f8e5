"""How a text is set, and what ended a line: the margin or the writer."""

from dataclasses import dataclass

from workflow.report.layout.pages import BodyLine

SHORT = 0.8
"""A line shorter than this share of the full width was ended by the writer."""


@dataclass(frozen=True, slots=True)
class Habits:
    """What the whole text shows about how it is set."""

    width: int
    """Characters of a full line; 0 where lines are not wrapped."""
    double_spaced: bool
    """Whether a blank line also stands between the lines of one paragraph."""
    trailing: bool
    """Whether two blanks behind a full stop mark the end of a paragraph."""
    language: str
    columns: int = 0
    """Characters that no wrapped line exceeds, where each was filled up to them; else 0."""


def has_room(line: BodyLine, following: BodyLine, habits: Habits) -> bool:
    """Whether the next word would have stood in a line, so that the writer ended it.

    A figure says nothing: it may be tied to the word behind it.
    """
    word = following.text.split(maxsplit=1)[0]
    needed = line.lead + len(line.text) + 1 + len(word)
    return needed <= habits.columns and not word[0].isdigit()


def _length(line: BodyLine) -> int:
    """The characters of a line, more if its type is larger."""
    return round(len(line.text) * line.facts.scale)


def full(line: BodyLine, habits: Habits) -> bool:
    """Whether a line is so long that the margin ended it, not the writer."""
    return bool(habits.width) and SHORT * habits.width <= _length(line) <= 1.4 * habits.width


def ended_by_margin(line: BodyLine, following: BodyLine, habits: Habits) -> bool:
    """Whether a line is full, or too full for the first word of the next one."""
    if full(line, habits):
        return True
    room = habits.width - _length(line)
    first = following.text.split(maxsplit=1)[0] if following.text.strip() else ""
    return 0 < room <= len(first) * line.facts.scale and 2 * room < habits.width


def doubled_end(line: BodyLine, habits: Habits) -> bool:
    """Whether the writer set two blanks behind a line, as at the end of each paragraph."""
    return habits.trailing and line.trailing >= 2
