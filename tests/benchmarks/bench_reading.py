"""How reading grows with the text: fifty times the text may take 65 times the time."""

import time
from pathlib import Path

from workflow.report.formats.extract import Extract, plain_lines
from workflow.report.reader import read_extract

FIXTURE = Path(__file__).parents[1] / "report" / "fixtures" / "01-pdf-text.txt"


def seconds(text: str, rounds: int = 3) -> float:
    """The best processor time of some readings."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        read_extract(Extract(text, plain_lines(text)), "text")
        best = min(best, time.process_time() - start)
    return best


def reading_growth(times: int = 50) -> float:
    """Time for a text repeated so often, as a multiple of the time for it once."""
    text = FIXTURE.read_text("utf-8") * 7
    seconds(text, 1)
    return seconds(text * times, 1) / seconds(text)


def test_reading_grows_linearly():
    assert reading_growth(20) < 26


if __name__ == "__main__":
    print(f"50 times the text takes {reading_growth():.1f} times as long")
