"""Whether a text is a report at all: a shopping list, a manual or source code is refused.

The test is generous, because real layouts are strange: some running text, and the words that
every report is full of (the Council, the Commission, the presidency, member states). Markup
of programs and manuals counts against it.
"""

import re
from collections.abc import Sequence

from workflow.errors import WorkflowError
from workflow.report.formats.extract import LONGEST_LINE, check_length
from workflow.report.model import Report
from workflow.report.structure.words import heading_words

FEWEST_SENTENCES = 1
FEWEST_WORDS = 5
"""Words of a sentence that counts as running text."""
FEWEST_NAMES = 2
SHARE_OF_NAMES = 0.012
"""Share of the words that name a council, a body or member states; reports have 0.03 to 0.15."""
MOST_ITEMS = 5_000
MOST_LINES = 60_000
MOST_BLANKS = 2_000
"""Blanks in a row; a page is some hundred characters wide."""
MOST_SIGNS = 500
"""Signs in a row with no letter or digit between; the leader of a contents list has a hundred."""
LONGEST_WORD = 2_000
"""Characters without a blank; long addresses of web pages have some hundreds."""
MOST_BLOCKS = 20_000
"""Paragraphs, headings and bullets."""
MOST_SENTENCES = 15_000
"""Ends of sentences; fifty reports in one file have some twelve thousand."""

_BLANKS = re.compile(r"[^\S\n]+")
_SIGNS = re.compile(r"[^\w\s](?:\s*[^\w\s])*|_+")
_WORD = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.!?]\s")
_CODE_LINE = re.compile(
    r"\s*(?:```|~~~|#!|import |from \w+ import|def |class |function |#include|//|/\*"
    r"|\$ |>>> |\|.*\|$|</?\w+>|\{|\}|.*[{}]$|.*[=(].*\)?;$|.*`[^`]+`)"
)
_LONGEST_CODE = 400
_MOST_CODE = 0.2
"""Share of the lines that may look like a program or a manual."""
_SAMPLE = 200_000


def check_size(source: str, where: str) -> None:
    """Raises WorkflowError for a text that is too long to be a report."""
    check_length(len(source), where)
    if _has_no_words(source):
        raise WorkflowError("report.errors.no_words", where=where)
    longest = max(map(len, source.split("\n")))
    if longest > LONGEST_LINE:
        raise WorkflowError("report.errors.long_line", where=where, n=longest)
    lines = source.count("\n") - source.count("\n\n")
    if lines > MOST_LINES:
        raise WorkflowError("report.errors.too_many_lines", where=where, n=lines)
    stops = sum(1 for _ in _STOP.finditer(source))
    if stops > MOST_SENTENCES:
        raise WorkflowError("report.errors.too_many_sentences", where=where, n=stops)


def _has_no_words(source: str) -> bool:
    """Whether blanks, signs or letters stand in rows longer than any writer's.

    They mean nothing, and looking for words in them takes longer than the rest of the reading.
    """
    return (
        max(map(len, source.split()), default=0) > LONGEST_WORD
        or any(hit.end() - hit.start() > MOST_BLANKS for hit in _BLANKS.finditer(source))
        or any(
            len("".join(hit.group().split())) > MOST_SIGNS
            for hit in _SIGNS.finditer(source)
            if hit.end() - hit.start() > MOST_SIGNS
        )
    )


def check_blocks(blocks: Sequence[object], where: str) -> None:
    """Raises WorkflowError for more paragraphs and headings than a report can have."""
    if len(blocks) > MOST_BLOCKS:
        raise WorkflowError("report.errors.too_many_lines", where=where, n=len(blocks))


def check_report(report: Report, where: str) -> None:
    """Raises WorkflowError, with the reason, for a reading that does not look like a report."""
    items = [item for _, item in report.items()]
    if len(items) > MOST_ITEMS:
        raise WorkflowError("report.errors.too_many", where=where, n=len(items))
    sentences = [s.text for item in items for s in item.sentences]
    running = sum(len(_WORD.findall(text)) >= FEWEST_WORDS for text in sentences[:5_000])
    sample = report.source[:_SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    known = heading_words(report.language)
    named = sum(word in known.names or word.endswith(known.meeting_endings) for word in words)
    lines = [line for line in sample.split("\n") if line.strip()]
    code = sum(bool(_CODE_LINE.match(line[:_LONGEST_CODE])) for line in lines)
    reason = ""
    if running < FEWEST_SENTENCES:
        reason = "no_report_prose"
    elif not (report.council and report.dates) and (
        named < FEWEST_NAMES or named < SHARE_OF_NAMES * len(words)
    ):
        reason = "no_report_unnamed"
    elif code > _MOST_CODE * len(lines):
        reason = "no_report_code"
    if reason:
        raise WorkflowError(f"report.errors.{reason}", where=where)
