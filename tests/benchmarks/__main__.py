"""All benchmarks in one run: `python -m tests.benchmarks [NAME ...]`.

Every figure stands beside its peer in the same run: believe the ratio, not the seconds.
"""

import sys
from importlib import import_module
from pathlib import Path


def main() -> int:
    """Run `bench_*.py`, or those that are named; 1 if a measure is over its limit."""
    here = Path(__file__).parent
    known = sorted(path.stem.removeprefix("bench_") for path in here.glob("bench_*.py"))
    wanted = sys.argv[1:] or known
    worst = 0
    for name in wanted:
        if name not in known:
            print(f"no benchmark {name}; known are: {', '.join(known)}", file=sys.stderr)
            return 2
        print(f"\n{name}")
        sys.argv = [name]
        worst = max(worst, import_module(f"tests.benchmarks.bench_{name}").main())
    return worst


if __name__ == "__main__":
    sys.exit(main())
