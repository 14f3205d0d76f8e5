"""Length, plain words and what is not yet in the writer's own words or not yet answered."""

from collections.abc import Iterator
from functools import cache

from workflow.languages import data, say
from workflow.positions.words import Phrases, Words
from workflow.summaries.findings.reading import fold
from workflow.summaries.findings.source import Source
from workflow.summaries.findings.statements import Statement, opening
from workflow.summaries.model import Finding, Summary
from workflow.text import one_line, shorten

_LONGEST = 25
"""Words of a sentence that still reads easily."""
_SHOWN = 90
"""Characters of a remark that its finding shows."""
_QUOTES = {"“": "”", "‘": "’", "'": "'", '"': '"', "«": "»"}


def check_length(summary: Summary, source: Source, words: tuple[int, int]) -> Iterator[Finding]:
    """Whether the text has the house's length, or that of its source where that is shorter.

    Where nobody has written or taken over anything yet, there is nothing to say.
    """
    low, high = words
    written, there = summary.words, source.words
    if not written:
        if summary.tells:
            yield Finding("length", "warning", say("findings.length.none"))
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
    message = say("findings.quotation", n=len(quoted), words=first.opening)
    evidence = tuple(sorted({n for one in quoted for n in one.evidence if n in source.readings}))
    yield Finding("quotation", "warning", message, first.line, first.opening, evidence)


def check_remarks(summary: Summary, source: Source) -> Iterator[Finding]:
    """Remarks of colleagues that nobody has resolved."""
    for remark in summary.remarks:
        if not remark.resolved:
            words = opening(remark.text)
            key = "by" if remark.author else "open"
            shown = shorten(one_line(remark.text), _SHOWN)
            message = say(f"findings.remark.{key}", author=remark.author, words=shown)
            evidence = tuple(n for n in remark.evidence if n in source.readings)
            yield Finding("remark", "hint", message, 0, words, evidence)


def check_sentence(statement: Statement, source: Source) -> Iterator[Finding]:
    """A sentence that is too long to read easily."""
    count = len(statement.text.split())
    if statement.kind == "sentence" and not statement.quoted and count > _LONGEST:
        message = say("findings.sentence", n=count, longest=_LONGEST, words=statement.opening)
        yield Finding("sentence", "hint", message, statement.line, statement.opening)


@cache
def _plain_words(language: str) -> Phrases[str]:
    phrases: Phrases[str] = Phrases()
    for hard, plain in data(language, "plain")["words"].items():
        phrases.add(tuple(Words(hard).low), plain)
    return phrases


def check_plain(statement: Statement, source: Source) -> Iterator[Finding]:
    """Hard words for which there is a plainer one; terms of the title and quotations are exempt."""
    if statement.kind != "sentence" or statement.quoted:
        return
    phrases = _plain_words(source.language)
    words = Words(statement.text)
    title = f" {' '.join(Words(fold(source.item.title)).low)} "
    index = 0
    while index < len(words):
        found = phrases.first(words.low, index)
        if found is None:
            index += 1
            continue
        stop, plain = found
        start, end = words.span(index, stop)
        hard = statement.text[start:end]
        index = stop
        if f" {' '.join(Words(fold(hard)).low)} " in title or _is_quoted(statement.text, start):
            continue
        if hard[:1].isupper():
            plain = plain[:1].upper() + plain[1:]
        message = say("findings.plain", words=hard, plain=plain)
        yield Finding("plain", "hint", message, statement.line, hard, (), plain)


def _is_quoted(text: str, place: int) -> bool:
    """Whether a place lies between quotation marks."""
    closing = ""
    for index, sign in enumerate(text[:place]):
        if closing:
            if sign == closing:
                closing = ""
        elif sign in _QUOTES and not text[index - 1 : index].isalnum():
            closing = _QUOTES[sign]
    return bool(closing) and closing in text[place:]
