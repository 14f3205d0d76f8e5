"""What people type in a field, as what it means: a stance by a few letters, sentence numbers."""

import re
from contextlib import suppress
from datetime import date

from workflow.errors import WorkflowError
from workflow.languages import labels, say
from workflow.positions.model import STANCES
from workflow.report.model import Item
from workflow.report.references.dates import find_dates
from workflow.summaries.itemfile import parse_evidence


def find_stance(typed: str, language: str) -> str | None:
    """The stance of a few letters, in the language of the report or of the interface."""
    wanted = typed.strip().casefold()
    names = {name: key for key, name in labels(language, "common.stance").items()}
    names |= {say(f"common.stance.{key}"): key for key in STANCES}
    if wanted in names:
        return names[wanted]
    found = {key for name, key in names.items() if wanted and name.startswith(wanted)}
    return found.pop() if len(found) == 1 else None


def sentence_numbers(text: str, item: Item) -> tuple[int, ...]:
    """Sentence numbers as people type them: `3 4`, `s3, s4`, `s3-s5`; unknown ones are left out."""
    if not text.strip():
        return ()
    pieces = re.findall(r"\d+\s*[-–]\s*s?\d+|\d+", text)
    marks = " ".join("s" + re.sub(r"\s*[-–]\s*s?", "-s", piece) for piece in pieces)
    found = parse_evidence(f"x [{marks}]")[1]
    return tuple(number for number in found if item.sentence(number))


def days_of(text: str, language: str) -> tuple[date, ...]:
    """The days of a meeting as people write them: `2031-05-12`, `12 mei 2031`, `4 en 5 maart 2031`.

    Raises WorkflowError where no whole date was typed.
    """
    from workflow.report.structure.meeting import every_day

    with suppress(ValueError):
        return (date.fromisoformat(text.strip()),)
    hits = [hit.days for hit in find_dates(text, language) if hit.days]
    if not hits:
        raise WorkflowError("cli.errors.bad_days", date=text.strip())
    return every_day(hits[0][0], hits[-1][-1])


def day_of(text: str) -> date | None:
    """The day that was typed, or None for no words. Raises WorkflowError where it is no date."""
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError:
        raise WorkflowError("cli.errors.bad_date", date=text.strip()) from None
