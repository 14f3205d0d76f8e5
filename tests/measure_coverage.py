"""How much of `workflow/` the tests run: `python -m tests.measure_coverage [PYTEST WORDS ...]`.

Lines and branches are counted in every process that the tests start, and the files that have
most left are named. Ends with 1 where less than `LINES` or `BRANCHES` per cent was run. It takes
about three times as long as the tests alone, so the normal run leaves it out.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

LINES, BRANCHES = 95.0, 90.0
"""The least that has to be run, in per cent."""
SHOWN = 40
"""Files that are named, those with most left first."""
ROOT = Path(__file__).parents[1]


def measure(words: list[str]) -> dict[str, Any]:
    """Coverage's own report of one run of the tests, as JSON."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "COVERAGE_FILE": str(Path(folder) / "data")}
        coverage = [sys.executable, "-m", "coverage"]
        subprocess.run(
            [*coverage, "run", "-m", "pytest", *words], cwd=ROOT, env=environment, check=False
        )
        shown = Path(folder) / "report.json"
        for step in (["combine", "-q"], ["json", "-q", "-o", str(shown)]):
            subprocess.run([*coverage, *step], cwd=ROOT, env=environment, check=True)
        report: dict[str, Any] = json.loads(shown.read_text("utf-8"))
        return report


def shares(totals: dict[str, int]) -> tuple[float, float]:
    """Per cent of the lines and of the branches that were run."""
    lines = 100 * totals["covered_lines"] / max(1, totals["num_statements"])
    branches = 100 * totals["covered_branches"] / max(1, totals["num_branches"])
    return lines, branches


def left(summary: dict[str, int]) -> int:
    """Lines and branches of a file that no test ran."""
    return summary["missing_lines"] + summary["missing_branches"]


def main() -> int:
    """Measure, print, and judge."""
    report = measure(sys.argv[1:])
    files = sorted(report["files"].items(), key=lambda entry: -left(entry[1]["summary"]))
    for name, entry in files[:SHOWN]:
        if left(entry["summary"]):
            lines = ", ".join(map(str, entry["missing_lines"]))
            ways = ", ".join(f"{start}-{end}" for start, end in entry["missing_branches"])
            print(f"{name}: lines {lines or 'all'}; branches {ways or 'all'}")
    lines, branches = shares(report["totals"])
    print(f"lines {lines:.1f} % (at least {LINES:g}), branches {branches:.1f} % ({BRANCHES:g})")
    return int(lines < LINES or branches < BRANCHES)


if __name__ == "__main__":
    sys.exit(main())
