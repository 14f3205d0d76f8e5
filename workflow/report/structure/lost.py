"""Signs of text that extraction lost: they cannot be mended, so they are reported."""

import re
from collections.abc import Sequence

from workflow.report.structure.blocks import Block
from workflow.report.trace import Trace

_ENUMERATOR = re.compile(r"(?:^|[\s(;:])(?:\d{1,2}|[a-z]{1,3})$")


def report_lost_text(blocks: Sequence[Block], trace: Trace) -> None:
    """A notice for each closing bracket that was never opened: text before it was lost."""
    for block in blocks:
        depth = 0
        if block.text.count(")") <= block.text.count("("):
            continue
        for place, character in enumerate(block.text):
            if character == "(":
                depth += 1
            elif character == ")" and depth:
                depth -= 1
            elif character == ")" and not _ENUMERATOR.search(block.text[max(0, place - 4) : place]):
                start = block.text.rfind(" ", 0, place) + 1
                words = block.text[start : place + 1]
                trace.notice(_line_of(block, place), "unbalanced", words=words)
                break


def _line_of(block: Block, place: int) -> int:
    """The line of the extracted text on which a character of a block stands."""
    return next(
        (line for offset, line in reversed(block.lines) if offset <= block.flow.at[place]),
        block.line,
    )
