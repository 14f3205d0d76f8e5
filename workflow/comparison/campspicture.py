"""Who sides with whom, drawn with characters in the width of a terminal."""

import textwrap

from workflow.comparison.camps import Camps, Standing
from workflow.comparison.phrases import short_actor
from workflow.languages import current, say

LONGEST_NAME = 24
"""Characters of the column with the names, at most."""
SELF = "·"
"""Stands where an actor meets itself."""
NOTHING = "–"
"""Stands for two actors without a shared topic."""


def camps_cell(standing: Standing) -> str:
    """`3= 1≠ 2?`: topics on which two actors agree, differ, and do not show."""
    numbers = ((standing.agree, "="), (standing.differ, "≠"), (standing.unknown, "?"))
    return " ".join(f"{number}{sign}" for number, sign in numbers if number) or NOTHING


def camps_picture(table: Camps, *, width: int = 100) -> str:
    """The table with short heads, in blocks of as many columns as fit the width."""
    names = [table.name(actor, current()) for actor in table.actors]
    heads = [short_actor(*each) for each in zip(table.actors, names, strict=True)]
    cells = [
        [SELF if one == other else camps_cell(table.between(one, other)) for other in table.actors]
        for one in table.actors
    ]
    first = min(LONGEST_NAME, max(map(len, names), default=0))
    sizes = [max(len(head), *(len(row[at]) for row in cells)) for at, head in enumerate(heads)]
    out = []
    for columns in _blocks(sizes, width - first):
        out.append(_line("", [heads[at].ljust(sizes[at]) for at in columns], first))
        for name, row in zip(names, cells, strict=True):
            drawn = [row[at].ljust(sizes[at]) for at in columns]
            *above, last = textwrap.wrap(name, first) or [""]
            out += [*above, _line(last, drawn, first)]
        out.append("")
    legend = textwrap.wrap(say("comparison.camps.legend"), width)
    return "\n".join([*out, *legend]) + "\n"


def _blocks(sizes: list[int], room: int) -> list[list[int]]:
    """The columns, as many on one line as fit, at least one."""
    blocks: list[list[int]] = []
    left = 0
    for at, size in enumerate(sizes):
        if not blocks or size + 2 > left:
            blocks.append([])
            left = room
        blocks[-1].append(at)
        left -= size + 2
    return blocks


def _line(name: str, cells: list[str], first: int) -> str:
    return "  ".join([name.ljust(first), *cells]).rstrip()
