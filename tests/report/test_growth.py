"""Reading takes a time that grows with the text, not with its square."""

import time
from pathlib import Path

import pytest

from workflow.report.formats.extract import Extract, plain_lines
from workflow.report.reader import read_extract

FIXTURES = Path(__file__).parent / "fixtures"
HEAD = "Verslag van de Raad Justitie en Binnenlandse Zaken, 4 maart 2031\n\n1. Havens\n\n"
PAGE = 2_800
"""Characters of a page."""


def processor_seconds(text: str) -> float:
    """The least that reading takes in a few rounds."""
    extract = Extract(text, plain_lines(text))
    taken = []
    for _ in range(2):
        before = time.process_time()
        read_extract(extract, "text")
        taken.append(time.process_time() - before)
    return min(taken)


def with_notes(count: int) -> str:
    """A text of short sentences, each with a note."""
    body = "".join(f"De Raad sprak met lidstaat{n}.\n" for n in range(1, count + 1))
    return f"{HEAD}{body}\n" + "\n".join(f"{n} Zie de brief." for n in range(1, count + 1))


def never_borne(count: int) -> str:
    """A text with lines that look like notes whose mark stands nowhere."""
    return HEAD + "De Raad sprak over de havens. " * count + "\n1 Zie de brief." * count


def with_signatures(count: int) -> str:
    """Signatures with lines below them that may be names or headings."""
    body = "De Raad sprak met de lidstaten over de havens.\n" * 3
    return HEAD + body + "De minister van Justitie,\nI. Raad\n" * count


@pytest.mark.parametrize("make", [with_notes, never_borne, with_signatures])
def test_many_notes_and_signatures_are_read_in_step_with_their_number(make):
    processor_seconds(make(20))
    assert processor_seconds(make(600)) < 12 * processor_seconds(make(100))


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["01-pdf-text", "04-letter-and-report", "05-letter-alone", "14-contents-first"]
)
def test_ten_times_the_pages_take_about_ten_times_as_long(name):
    text = (FIXTURES / f"{name}.txt").read_text("utf-8")
    pages = max(1, 15 * PAGE // len(text))
    assert processor_seconds(text * pages * 10) < 15 * processor_seconds(text * pages)
