"""What every benchmark returns, and the tables made of it.

A file `bench_<name>.py` has `rows()`, which returns `Row`s, and where it makes sense `growth()`,
which returns `Growth`s. Each measure stands beside its peer of the same run: believe the ratio.
"""

import platform
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from os import cpu_count
from statistics import median
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Row:
    """One measure beside its peer."""

    name: str
    times: Sequence[float]
    """Seconds of each round."""
    peer: str
    """What it is measured against, such as `git commit --only` or `1 s`."""
    peer_times: Sequence[float]
    limit: float = 0.0
    """Most that the ratio of the medians may be; 0 where there is no limit."""

    @property
    def ratio(self) -> float:
        """Median against median."""
        return median(self.times) / median(self.peer_times)

    @property
    def over(self) -> bool:
        """Whether it takes longer than it may."""
        return bool(self.limit) and self.ratio > self.limit


@dataclass(frozen=True)
class Growth:
    """Seconds of the same work at one, ten and a hundred times the size."""

    name: str
    sizes: tuple[str, str, str]
    times: tuple[Sequence[float], Sequence[float], Sequence[float]]


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def taken(
    work: Callable[[], object],
    rounds: int = 5,
    *,
    clock: Callable[[], float] = time.perf_counter,
    before: Callable[[], object] | None = None,
) -> list[float]:
    """Seconds of each call by this clock; `before` is called before each and does not count."""
    found = []
    for _ in range(rounds):
        if before is not None:
            before()
        start = clock()
        work()
        found.append(clock() - start)
    return found


def in_turn(
    works: Mapping[str, Callable[[], T]],
    rounds: int,
    measure: Callable[[Callable[[], T]], float] = seconds,
) -> dict[str, list[float]]:
    """Seconds of each work by its name; they take turns, so that the machine's drift hits all.

    `measure` says how long a work takes, where that is not until it is done.
    """
    found: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            found[name].append(measure(work))
    return found


def plain(name: str, taken: float, peer: str, peer_taken: float, limit: float = 0.0) -> Row:
    """A row of medians that were taken elsewhere, without spread."""
    return Row(name, (taken,), peer, (peer_taken,), limit)


def _shown(times: Sequence[float]) -> str:
    """The median with half the distance between the quartiles: `12.3 ms ± 0.4`."""
    middle = median(times)
    scale, unit = (1000, "ms") if middle < 1 else (1, "s")
    text = f"{middle * scale:.3g} {unit}"
    if len(times) < 3:
        return text
    ordered = sorted(times)
    low, high = ordered[len(ordered) // 4], ordered[-1 - len(ordered) // 4]
    return f"{text} ± {(high - low) / 2 * scale:.2g}"


def table(rows: Sequence[Row]) -> str:
    """Every row as Markdown."""
    lines = [
        "| measure | takes | beside | which takes | ratio | limit |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows:
        limit = f"{row.limit:g}" if row.limit else "–"
        over = " **over**" if row.over else ""
        lines.append(
            f"| {row.name} | {_shown(row.times)} | {row.peer} | {_shown(row.peer_times)} "
            f"| {row.ratio:.2f}{over} | {limit} |"
        )
    return "\n".join(lines)


def growth_table(found: Sequence[Growth]) -> str:
    """How work grows with its size, as Markdown."""
    lines = ["| work | 1 × | 10 × | 100 × | from 1 × to 100 × |", "|---|---|---|---|---|"]
    for each in found:
        cells = [f"{s}: {_shown(t)}" for s, t in zip(each.sizes, each.times, strict=True)]
        times = median(each.times[2]) / median(each.times[0])
        lines.append(f"| {each.name} | {' | '.join(cells)} | {times:.1f} |")
    return "\n".join(lines)


def machine() -> str:
    """The kind of machine and the day, for the manual."""
    system = f"{platform.system()} on {platform.machine()}"
    return (
        f"{date.today().isoformat()}, {system}, {cpu_count()} processors, "
        f"Python {platform.python_version()}"
    )
