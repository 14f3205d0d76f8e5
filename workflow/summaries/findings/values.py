"""Figures and moments of a summary that its source does not have."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from workflow.languages import say
from workflow.summaries.findings.figures import Figure, is_rounding, loose_values
from workflow.summaries.findings.moments import Moment, is_told_by
from workflow.summaries.findings.reading import fold, read, words_of
from workflow.summaries.findings.source import Source
from workflow.summaries.findings.statements import Statement
from workflow.summaries.model import Finding

_SMALL = 12
"""Up to here a count without a unit may be a writer's own counting."""
_BEFORE = 24
"""Characters before a figure in which a word of rounding or adding stands."""


def check_figures(statement: Statement, source: Source) -> Iterator[Finding]:
    """Figures, amounts and counts that are nowhere in the item, compared by value."""
    for figure in read(statement.text, source.language).figures:
        if _is_known(figure, statement, source):
            if place := _elsewhere(figure, statement, source):
                yield _misplaced("figure", figure.words, place, statement)
            continue
        near = _nearest(figure, statement, source)
        certain = figure.unit or figure.kind == "amount" or figure.value > _SMALL
        if near:
            number, other = near
            message = say(
                "findings.figure.nearest",
                words=figure.words,
                where=f"s{number}",
                source=other.words,
            )
            replacement = other.words if _same_shape(figure, other) else ""
            evidence: tuple[int, ...] = (number,)
        else:
            message = say("findings.figure.absent", words=figure.words)
            replacement = ""
            evidence = _existing(statement, source)
        severity = "error" if certain else "warning"
        yield Finding(
            "figure", severity, message, statement.line, figure.words, evidence, replacement
        )


def _misplaced(check: str, words: str, place: int, statement: Statement) -> Finding:
    """What the item has, but not where the statement says."""
    cited = " ".join(f"s{number}" for number in statement.evidence)
    message = say("findings.elsewhere", words=words, cited=cited, where=f"s{place}")
    return Finding(check, "warning", message, statement.line, words, (place,))


def _elsewhere(figure: Figure, statement: Statement, source: Source) -> int:
    """The sentence that has a figure which the evidence lacks; 0 if all is well."""
    if not (figure.unit or figure.value > _SMALL) or not _is_complete(statement, source):
        return 0
    places = [number for number, _ in source.figures.get(figure.value, ())]
    cited = set(statement.evidence)
    if not places or 0 in places or cited & set(places):
        return 0
    texts = [reading.text for _, reading in source.of(statement.evidence)]
    if any(figure.value in loose_values(text) for text in texts):
        return 0
    return 0 if _is_derived(figure, statement, source) else places[0]


def _is_complete(statement: Statement, source: Source) -> bool:
    """Whether the statement has evidence and all of it exists."""
    return bool(statement.evidence) and all(n in source.readings for n in statement.evidence)


def _existing(statement: Statement, source: Source) -> tuple[int, ...]:
    return tuple(n for n in statement.evidence if n in source.readings)


def _is_known(figure: Figure, statement: Statement, source: Source) -> bool:
    found = source.figures.get(figure.value, ())
    if any(not figure.unit or other.unit in ("", figure.unit) for _, other in found):
        return True
    if not figure.unit and figure.kind != "ordinal" and figure.value in source.values:
        return True
    if " ".join(fold(figure.words).split()) in source.text:
        return True
    if figure.value in words_of(source.language)["known_numbers"]:
        return True
    return _is_own_counting(figure, statement, source) or _is_derived(figure, statement, source)


def _is_own_counting(figure: Figure, statement: Statement, source: Source) -> bool:
    """Whether the evidence names that many actors: three states, so `drie lidstaten`."""
    if figure.unit or figure.value > _SMALL:
        return False
    counted = {
        actor
        for _, reading in source.of(statement.evidence)
        for actor in reading.actors
        if actor == "nederland" or actor.startswith("land:")
    }
    return len(counted) == figure.value


def _is_derived(figure: Figure, statement: Statement, source: Source) -> bool:
    """Whether the text says that the figure is rounded or added up, and so it is."""
    words = words_of(source.language)
    before = fold(statement.text[max(0, figure.start - _BEFORE) : figure.start])
    exact = [value for value, places in source.figures.items() if _one_unit(figure, places)]
    if any(fold(word) in before for word in words["rounding"]):
        return any(is_rounding(figure.value, value) for value in exact)
    if any(fold(word) in fold(statement.text) for word in words["totals"]):
        return any(
            sum(several, Decimal(0)) == figure.value
            for size in (2, 3)
            for several in combinations(exact[:12], size)
        )
    return False


def _one_unit(figure: Figure, places: tuple[tuple[int, Figure], ...]) -> bool:
    return any(other.unit == figure.unit for _, other in places)


def _nearest(figure: Figure, statement: Statement, source: Source) -> tuple[int, Figure] | None:
    """The figure of the same unit and kind that the evidence has instead, if it has just one."""
    found = [
        (number, other)
        for number, reading in source.of(statement.evidence)
        for other in reading.figures
        if other.unit == figure.unit and (other.kind == figure.kind or other.unit)
    ]
    written = {other.value for other in read(statement.text, source.language).figures}
    left = [(number, other) for number, other in found if other.value not in written]
    return left[0] if len({other.value for _, other in left}) == 1 else None


def _same_shape(figure: Figure, other: Figure) -> bool:
    return other.unit == figure.unit and figure.kind == other.kind


def check_moments(statement: Statement, source: Source) -> Iterator[Finding]:
    """Dates, months, seasons and years that the item does not have."""
    seen: set[str] = set()
    for moment in read(statement.text, source.language).moments:
        if moment.words in seen:
            continue
        if _is_told(moment, source):
            if place := _told_elsewhere(moment, statement, source):
                seen.add(moment.words)
                yield _misplaced("date", moment.words, place, statement)
            continue
        seen.add(moment.words)
        near = _nearest_moment(moment, statement, source)
        if near:
            number, words = near
            message = say(
                "findings.date.nearest", words=moment.words, where=f"s{number}", source=words
            )
            evidence: tuple[int, ...] = (number,)
        else:
            message = say("findings.date.absent", words=moment.words)
            evidence = _existing(statement, source)
        severity = "warning" if _may_be_worked_out(statement, source) else "error"
        yield Finding(
            "date",
            severity,
            message,
            statement.line,
            moment.words,
            evidence,
            near[1] if near else "",
        )


def _is_told(moment: Moment, source: Source) -> bool:
    if any(is_told_by(moment, parts) for _, parts, _ in source.moments):
        return True
    return " ".join(fold(moment.words).split()) in source.text


def _told_elsewhere(moment: Moment, statement: Statement, source: Source) -> int:
    """The sentence that has a moment which the evidence lacks; 0 if all is well."""
    if not (moment.month or moment.season) or not _is_complete(statement, source):
        return 0
    places = [n for n, parts, _ in source.moments if is_told_by(moment, parts)]
    if not places or 0 in places or set(places) & set(statement.evidence):
        return 0
    words = " ".join(fold(moment.words).split())
    cited = [fold(reading.text) for _, reading in source.of(statement.evidence)]
    return 0 if any(words in text for text in cited) else places[0]


def _may_be_worked_out(statement: Statement, source: Source) -> bool:
    """Whether the evidence has a moment in words, which the writer may have turned into a date."""
    relative = words_of(source.language)["relative"]
    texts = [fold(reading.text) for _, reading in source.of(statement.evidence)]
    return any(fold(phrase) in text for text in texts for phrase in relative)


def _nearest_moment(moment: Moment, statement: Statement, source: Source) -> tuple[int, str] | None:
    """The moment that the evidence has instead, if it has just one that is as exact."""
    written = read(statement.text, source.language).moments
    found = {
        (number, words)
        for number, parts, words in source.moments
        if number in statement.evidence
        and bool(parts[2]) == bool(moment.day)
        and bool(parts[3]) == bool(moment.season)
        and not any(is_told_by(other, parts) for other in written)
    }
    return next(iter(found)) if len(found) == 1 else None
