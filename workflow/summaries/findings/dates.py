"""Dates of a summary that its source does not have, or has in another sentence."""

from collections.abc import Iterator

from workflow.languages import say
from workflow.summaries.findings.context import about, better_placed
from workflow.summaries.findings.moments import Moment, is_told_by
from workflow.summaries.findings.reading import fold, read, words_of
from workflow.summaries.findings.source import TITLE, Source
from workflow.summaries.findings.statements import Statement
from workflow.summaries.model import Finding


def check_dates(statement: Statement, source: Source) -> Iterator[Finding]:
    """Days, months, seasons and years that the item does not have, or not in the evidence."""
    seen: set[str] = set()
    for moment in read(statement.text, source.language).moments:
        if moment.words in seen:
            continue
        finding = _checked(moment, statement, source)
        if finding:
            seen.add(moment.words)
            yield finding


def _checked(moment: Moment, statement: Statement, source: Source) -> Finding | None:
    places = {number for number, parts, _ in source.moments if is_told_by(moment, parts)}
    if places & {TITLE, *statement.evidence} or source.has(moment.words, statement.evidence):
        return _of_something_else(moment, statement, source)
    near = _nearest(moment, statement, source)
    if not places and not source.has(moment.words):
        return _absent(moment, near, statement, source)
    if not source.has_all(statement.evidence):
        return None if statement.evidence else _of_something_else(moment, statement, source)
    cited = " ".join(f"s{number}" for number in statement.evidence)
    if near:
        number, words = near
        message = say("findings.value.instead", words=moment.words, cited=cited, source=words)
        return Finding("date", "warning", message, statement.line, moment.words, (number,), words)
    sentences = sorted(number for number in places if number > 0)
    if not sentences or not (moment.month or moment.season):
        return None  # a year, or a day of the meeting
    where = f"s{sentences[0]}"
    message = say("findings.value.elsewhere", words=moment.words, cited=cited, where=where)
    return Finding("date", "warning", message, statement.line, moment.words, (sentences[0],))


def _of_something_else(moment: Moment, statement: Statement, source: Source) -> Finding | None:
    """A moment that the source has, but of something else than the summary says.

    "The Commission comes in June": the source says May of that, and June of the Council.
    """
    if not (moment.month or moment.season):
        return None  # a year by itself is compared with too many things
    reading = read(statement.text, source.language)
    numbers = statement.evidence or tuple(source.readings)
    same, others = [], []
    for number, told in source.of(numbers):
        for other in told.moments:
            entry = ((number, other), about(other.start, told, source.language))
            parts = (other.year, other.month, other.day, other.season)
            if is_told_by(moment, parts):
                same.append(entry)
            elif _as_exact(moment, other) and not any(
                is_told_by(written, parts) for written in reading.moments
            ):
                others.append(entry)
    if not same:
        return None
    found = better_placed(about(moment.start, reading, source.language), same, others)
    if not found:
        return None
    number, other = found
    message = say(
        "findings.value.context", words=moment.words, where=f"s{number}", source=other.words
    )
    return Finding("date", "warning", message, statement.line, moment.words, (number,), other.words)


def _as_exact(moment: Moment, other: Moment) -> bool:
    """Whether two moments say equally much: a day, a month, a season or a year."""
    return (bool(moment.month), bool(moment.day), bool(moment.season)) == (
        bool(other.month),
        bool(other.day),
        bool(other.season),
    )


def _absent(
    moment: Moment, near: tuple[int, str] | None, statement: Statement, source: Source
) -> Finding:
    evidence = source.existing(statement.evidence)
    key, values, replacement = "absent", {}, ""
    if near:
        number, replacement = near
        key, values, evidence = "nearest", {"where": f"s{number}", "source": near[1]}, (number,)
    message = say(f"findings.value.{key}", words=moment.words, **values)
    severity = "warning" if _may_be_worked_out(statement, source) else "error"
    return Finding("date", severity, message, statement.line, moment.words, evidence, replacement)


def _may_be_worked_out(statement: Statement, source: Source) -> bool:
    """Whether the evidence has a moment in words, which the writer may have turned into a date."""
    relative = words_of(source.language)["relative"]
    texts = [fold(text) for text in source.texts(statement.evidence)]
    return any(fold(phrase) in text for text in texts for phrase in relative)


def _nearest(moment: Moment, statement: Statement, source: Source) -> tuple[int, str] | None:
    """The moment that the evidence has instead, if it has just one that is as exact."""
    written = read(statement.text, source.language).moments
    found = {
        (number, words)
        for number, parts, words in source.moments
        if number in statement.evidence
        and bool(parts[1]) == bool(moment.month)
        and bool(parts[2]) == bool(moment.day)
        and bool(parts[3]) == bool(moment.season)
        and not any(is_told_by(other, parts) for other in written)
    }
    return next(iter(found)) if len(found) == 1 else None
