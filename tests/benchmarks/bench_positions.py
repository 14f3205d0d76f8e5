"""How long attributing takes, beside cutting the same text into words.

Run with `python -m tests.benchmarks positions`; prints a line for each measure with its limit,
and exits with 1 if one is over it. The text is that of the fictional held-out sentences.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from workflow.languages import data
from workflow.positions.attribution import attribute
from workflow.positions.loading import load_lexicon
from workflow.positions.words import Words
from workflow.report.model import Item, Part, Report, Sentence

HELDOUT = Path(__file__).parents[1] / "positions" / "heldout"
PAGES = 170
"""Sentences of a report of thirty pages."""


def sentences() -> list[str]:
    """The Dutch held-out sentences."""
    texts = []
    for path in sorted(HELDOUT.glob("*.json")):
        document = json.loads(path.read_text("utf-8"))
        if document["doc"]["lang"] == "nl":
            items = [item for part in document["parts"] for item in part["items"]]
            texts += [entry["text"] for item in items for entry in item["sentences"]]
    return texts


def report_of(texts: list[str]) -> Report:
    """A report of items of ten sentences."""
    items = tuple(
        Item(
            str(start),
            "x",
            tuple(
                Sentence(number, text, number // 4)
                for number, text in enumerate(texts[start : start + 10], 1)
            ),
        )
        for start in range(0, len(texts), 10)
    )
    return Report("nl", "", "", (), (Part("", "", items),))


def seconds(work: Callable[[], object], rounds: int = 5) -> float:
    """Median processor time of some rounds."""
    taken = []
    for _ in range(rounds):
        begin = time.process_time()
        work()
        taken.append(time.process_time() - begin)
    return median(taken)


def doubled(folder: Path) -> None:
    """A house lexicon with as many verbs again as the shipped one, none of them real."""
    lemmas = [lemma for group in data("nl", "verbs")["verbs"] for lemma in group["lemmas"]]
    made = sorted({f"xq{lemma.replace('|', '').replace('_', '')}" for lemma in lemmas})
    quoted = ", ".join(f'"{lemma}"' for lemma in made)
    text = f'[[verbs]]\nstance = "inform"\ncarrier = true\nlemmas = [{quoted}]\n'
    (folder / "verbs.toml").write_text(text, "utf-8")


def main() -> int:
    """Print the measures; 1 if one is over its limit."""
    pool = sentences()
    texts = [pool[number % len(pool)] for number in range(PAGES)]
    report = report_of(texts)
    attribute(report)
    one = seconds(lambda: attribute(report))
    words = seconds(lambda: [Words(text) for text in texts])
    ten = seconds(lambda: attribute(report_of(texts * 10)), 3)
    running = " ".join(" ".join(pool).replace(".", " en").split()[:2400]) + "."
    long = seconds(lambda: attribute(report_of([running])), 3)
    with TemporaryDirectory() as place:
        doubled(Path(place))
        larger = load_lexicon("nl", Path(place))
        # Side by side, so that a busy machine slows both.
        pairs = [
            (seconds(lambda: attribute(report), 1), seconds(lambda: attribute(report, larger), 1))
            for _ in range(9)
        ]
    growth = median(second for _, second in pairs) / median(first for first, _ in pairs)
    rows = [
        ("report of 30 pages, seconds", one, 0.5),
        ("the same against cutting into words", one / words, 40.0),
        ("ten times the text, times as long", ten / one, 12.0),
        ("one sentence of 2,400 words, seconds", long, 0.3),
        ("twice the verbs, times as long", growth, 1.1),
    ]
    for name, value, limit in rows:
        mark = "" if value <= limit else "  OVER"
        print(f"{name:42s}{value:10.3f}   limit {limit:g}{mark}")
    return int(any(value > limit for _, value, limit in rows))


if __name__ == "__main__":
    sys.exit(main())
