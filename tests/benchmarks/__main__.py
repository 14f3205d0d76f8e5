"""All benchmarks in one run: `python -m tests.benchmarks [--readme] [--small] [NAME ...]`.

Every figure stands beside its peer of the same run: believe the ratio, not the seconds. With
`--readme` the tables are also written into the README, with the day and the kind of machine.
`--small` takes small workspaces, to see that everything runs: its figures mean little.
"""

import os
import re
import sys
from importlib import import_module
from pathlib import Path

from tests.benchmarks.frame import Growth, Row, growth_table, machine, table

README = Path(__file__).parents[2] / "README.md"
SMALL = {"BENCH_HISTORY": "300 600", "BENCH_SHARING": "300", "BENCH_SEARCH": "300"}
"""Sizes of the workspaces for a quick look."""
_BLOCK = re.compile(r"(<!-- benchmarks: .*?-->\n).*?(<!-- end of benchmarks -->)", re.DOTALL)


def known() -> list[str]:
    """The names of all benchmarks."""
    return sorted(
        path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py")
    )


def block(rows: list[Row], growths: list[Growth]) -> str:
    """What the README shows."""
    parts = [f"Measured on {machine()}.", table(rows)]
    if growths:
        parts.append(growth_table(growths))
    return "\n\n".join(parts)


def into_readme(text: str, shown: str) -> str:
    """The README with the tables in their place."""
    return _BLOCK.sub(lambda found: f"{found[1]}\n{shown}\n\n{found[2]}", text)


def main() -> int:
    """Run all benchmarks, or those that are named; 1 if a measure is over its limit."""
    words = [word for word in sys.argv[1:] if word not in ("--readme", "--small")]
    if "--small" in sys.argv:
        os.environ.update(SMALL)
    for name in words:
        if name not in known():
            print(f"no benchmark {name}; known are: {', '.join(known())}", file=sys.stderr)
            return 2
    rows: list[Row] = []
    growths: list[Growth] = []
    for name in words or known():
        print(name, file=sys.stderr)
        module = import_module(f"tests.benchmarks.bench_{name}")
        rows += module.rows()
        if hasattr(module, "growth"):
            growths += module.growth()
    shown = block(rows, growths)
    print(shown)
    if "--readme" in sys.argv:
        README.write_text(into_readme(README.read_text("utf-8"), shown), "utf-8")
    return int(any(row.over for row in rows))


if __name__ == "__main__":
    sys.exit(main())
