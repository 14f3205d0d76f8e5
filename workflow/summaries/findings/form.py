"""Length and what is not yet in the writer's own words."""

from collections.abc import Iterator

from workflow.languages import say
from workflow.summaries.findings.source import Source
from workflow.summaries.findings.statements import Statement
from workflow.summaries.model import Finding, Summary


def check_length(summary: Summary, source: Source, words: tuple[int, int]) -> Iterator[Finding]:
    """Whether the text has the house's length, or that of its source where that is shorter."""
    low, high = words
    written, there = summary.words, source.words
    if not written:
        return
    if written > high:
        message = say("findings.length.long", n=written, high=high)
    elif there and written > there:
        message = say("findings.length.source", n=written, high=there)
    elif written < low and there >= 2 * low:
        message = say("findings.length.short", n=written, low=low)
    else:
        return
    yield Finding("length", "hint", message)


def check_quotation(statements: tuple[Statement, ...], source: Source) -> Iterator[Finding]:
    """Sentences that are still those of the report: one finding for all of them."""
    quoted = [one for one in statements if one.quoted]
    if not quoted:
        return
    first = quoted[0]
    key = "one" if len(quoted) == 1 else "other"
    message = say(f"findings.quotation.{key}", n=len(quoted), words=first.opening)
    evidence = tuple(sorted({n for one in quoted for n in one.evidence if n in source.readings}))
    yield Finding("quotation", "warning", message, first.line, first.opening, evidence)
