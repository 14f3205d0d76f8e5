"""How long attributing takes, beside cutting the same text into words.

The text is that of the fictional held-out sentences.
"""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from tests.benchmarks.frame import Growth, Row, in_turn, taken
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


def doubled(folder: Path) -> None:
    """A house lexicon with as many verbs again as the shipped one, none of them real."""
    lemmas = [lemma for group in data("nl", "verbs")["verbs"] for lemma in group["lemmas"]]
    made = sorted({f"xq{lemma.replace('|', '').replace('_', '')}" for lemma in lemmas})
    quoted = ", ".join(f'"{lemma}"' for lemma in made)
    text = f'[[verbs]]\nstance = "inform"\ncarrier = true\nlemmas = [{quoted}]\n'
    (folder / "verbs.toml").write_text(text, "utf-8")


def rows() -> list[Row]:
    """A report of thirty pages, one endless sentence, and a lexicon of twice the size."""
    pool = sentences()
    texts = [pool[number % len(pool)] for number in range(PAGES)]
    report = report_of(texts)
    attribute(report)
    one = taken(lambda: attribute(report), clock=process_time)
    words = taken(lambda: [Words(text) for text in texts], clock=process_time)
    running = " ".join(" ".join(pool).replace(".", " en").split()[:2400]) + "."
    endless = report_of([running])
    long = taken(lambda: attribute(endless), 3, clock=process_time)
    with TemporaryDirectory() as place:
        doubled(Path(place))
        larger = load_lexicon("nl", Path(place))
        # In turn, so that a busy machine slows both.
        works = {"one": lambda: attribute(report), "two": lambda: attribute(report, larger)}
        pairs = in_turn(works, 9)
    return [
        Row("positions: report of 30 pages", one, "0.5 s", [0.5], 1),
        Row("positions: report of 30 pages", one, "cutting into words", words, 40),
        Row("positions: one sentence of 2,400 words", long, "0.3 s", [0.3], 1),
        Row("positions: twice the verbs", pairs["two"], "the verbs once", pairs["one"], 1.1),
    ]


def growth() -> list[Growth]:
    """Reports of three, thirty and three hundred pages."""
    pool = sentences()
    times = []
    for size in (PAGES // 10, PAGES, PAGES * 10):
        report = report_of([pool[number % len(pool)] for number in range(size)])
        times.append(taken(lambda r=report: attribute(r), 3, clock=process_time))
    return [Growth("positions of a report", ("3 pages", "30 pages", "300 pages"), tuple(times))]
