"""How reading grows with the text, measured as a ratio within one run.

Run with `python -m tests.benchmarks reading`; exits with 1 if it is over its limit.
"""

import sys
import time
from pathlib import Path

from workflow.report.formats.extract import Extract, plain_lines
from workflow.report.reader import read_extract

LIMIT = 65
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


def main() -> int:
    """Print the ratio with its limit; 1 if it is over."""
    ratio = reading_growth()
    print(f"  50 times the text takes {ratio:5.1f} times as long (limit {LIMIT})")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
