"""The real report, read exactly as it was annotated."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from workflow.positions.inspect import inspection
from workflow.report.reader import read_report

SHARED = Path(__file__).parents[2].parent / "shared"
GOLD = SHARED / "gold"

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="../shared is not there")

OWN = sorted(path.stem for path in GOLD.glob("own-*.txt"))
STATEMENTS = ["en-compet-2009", "en-ecofin-2009", "en-jha-2009"]


def scores(name: str, source: Path, folder: Path) -> dict[str, float]:
    """What the shared scorer says about our reading of a text."""
    predicted = folder / f"{name}.json"
    predicted.write_text(json.dumps(inspection(read_report(source), ())), "utf-8")
    done = subprocess.run(
        [sys.executable, GOLD / "score.py", GOLD / f"{name}.json", predicted, "--json"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(done.stdout)


def test_the_real_report_is_read_exactly(tmp_path):
    got = scores("seed", SHARED / "reports" / "2024-03-04-jbz.txt", tmp_path)
    exact = [
        "doc.title", "doc.dates", "parts.F1", "results.F1", "items.F1", "items.body_exact",
        "paragraphs.F1", "sent.F1", "fn.text", "fn.item", "fn.sentence", "ent.kamerstuk.F1",
        "ent.amount.F1", "ent.toezegging.F1", "ent.motie.F1", "ent.date.F1",
    ]  # fmt: skip
    assert {name: got[name] for name in exact} == dict.fromkeys(exact, 1.0)


@pytest.mark.parametrize("name", OWN)
def test_short_texts_in_other_layouts(name, tmp_path):
    got = scores(name, GOLD / f"{name}.txt", tmp_path)
    for measure in ("parts.F1", "items.F1", "items.body_exact", "sent.F1", "paragraphs.F1"):
        assert got[measure] == 1.0, measure


@pytest.mark.parametrize("name", STATEMENTS)
def test_english_statements(name, tmp_path):
    got = scores(name, SHARED / "reports" / f"{name}.txt", tmp_path)
    for measure in ("doc.title", "items.F1", "items.body_exact", "sent.F1", "paragraphs.F1"):
        assert got[measure] == 1.0, measure
