"""Figures of a summary that its source does not have, or has in another sentence."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import combinations

from workflow.languages import say
from workflow.positions.model import is_state
from workflow.summaries.findings.figures import Figure, loose_values, rounds
from workflow.summaries.findings.reading import fold, read, words_of
from workflow.summaries.findings.source import Source
from workflow.summaries.findings.statements import Statement
from workflow.summaries.model import Finding

_SMALL = 12
"""Up to here a count without a unit may be a writer's own counting."""
_BEFORE = 24
"""Characters before a figure in which a word of rounding or adding stands."""
_ADDED = 12
"""Figures of an item among which a sum is looked for."""


def check_figures(statement: Statement, source: Source) -> Iterator[Finding]:
    """Figures that the item does not have, or not in the evidence; compared by value."""
    for figure in read(statement.text, source.language).figures:
        if _is_in(statement.evidence, figure, source) or _is_own_work(figure, statement, source):
            continue
        near = _nearest(figure, statement, source)
        if not _is_known(figure, source):
            yield _absent(figure, near, statement, source)
        elif source.has_all(statement.evidence):
            yield from _misplaced(figure, near, statement, source)


def _absent(
    figure: Figure, near: tuple[int, Figure] | None, statement: Statement, source: Source
) -> Finding:
    certain = figure.unit or figure.kind == "amount" or figure.value > _SMALL
    evidence = source.existing(statement.evidence)
    key, values, replacement = "absent", {}, ""
    if near:
        number, other = near
        key, values, evidence = "nearest", {"where": f"s{number}", "source": other.words}, (number,)
        replacement = other.words
    return Finding(
        "figure",
        "error" if certain else "warning",
        say(f"findings.value.{key}", words=figure.words, **values),
        statement.line,
        figure.words,
        evidence,
        replacement,
    )


def _misplaced(
    figure: Figure, near: tuple[int, Figure] | None, statement: Statement, source: Source
) -> Iterator[Finding]:
    """A figure of another sentence than the evidence."""
    places = [number for number, _ in source.figures.get(figure.value, ()) if number > 0]
    cited = " ".join(f"s{number}" for number in statement.evidence)
    if near:
        number, other = near
        message = say("findings.value.instead", words=figure.words, cited=cited, source=other.words)
        evidence, replacement = (number,), other.words
    elif places and (figure.unit or figure.value > _SMALL):
        message = say(
            "findings.value.elsewhere", words=figure.words, cited=cited, where=f"s{places[0]}"
        )
        evidence, replacement = (places[0],), ""
    else:
        return
    yield Finding("figure", "warning", message, statement.line, figure.words, evidence, replacement)


def _is_in(numbers: tuple[int, ...], figure: Figure, source: Source) -> bool:
    """Whether the sentences with those numbers, or their notes, have the figure."""
    if any(
        number in numbers and _one_unit(figure, other)
        for number, other in source.figures.get(figure.value, ())
    ):
        return True
    if figure.unit or figure.kind == "ordinal":
        return False
    return any(figure.value in loose_values(text) for text in source.texts(numbers))


def _is_known(figure: Figure, source: Source) -> bool:
    """Whether the item has the figure anywhere, its title included."""
    if any(_one_unit(figure, other) for _, other in source.figures.get(figure.value, ())):
        return True
    if not figure.unit and figure.kind != "ordinal" and figure.value in source.values:
        return True
    return source.has(figure.words)


def _one_unit(figure: Figure, other: Figure) -> bool:
    """Whether two figures of one value can be the same: `12 procent` is not `12 lidstaten`."""
    return not figure.unit or other.unit in ("", figure.unit)


def _is_own_work(figure: Figure, statement: Statement, source: Source) -> bool:
    """Whether the writer counted, rounded or added up, and did it right."""
    if figure.value in words_of(source.language)["known_numbers"]:
        return True
    if not figure.unit and figure.value <= _SMALL and _states(statement, source) == figure.value:
        return True
    exact = [
        value
        for value, places in source.figures.items()
        if any(other.unit == figure.unit for _, other in places)
    ]
    before = fold(statement.text[max(0, figure.start - _BEFORE) : figure.start])
    for direction in ("down", "up", "near"):
        if _phrases(source.language, direction).search(before):
            return any(rounds(figure.value, value, direction) for value in exact)
    if _phrases(source.language, "totals").search(fold(statement.text)):
        return any(
            sum(several, Decimal(0)) == figure.value
            for size in (2, 3)
            for several in combinations(exact[:_ADDED], size)
        )
    return False


def _states(statement: Statement, source: Source) -> int:
    """How many states the evidence names."""
    named = {actor for _, reading in source.of(statement.evidence) for actor in reading.actors}
    return sum(is_state(actor) for actor in named)


@cache
def _phrases(language: str, key: str) -> re.Pattern[str]:
    words = words_of(language)
    phrases = words["totals"] if key == "totals" else words["rounding"][key]
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(fold(one)) for one in phrases)})(?!\w)")


def _nearest(figure: Figure, statement: Statement, source: Source) -> tuple[int, Figure] | None:
    """The figure of the same sort that the evidence has instead, if it has just one."""
    written = {other.value for other in read(statement.text, source.language).figures}
    left = [
        (number, other)
        for number, reading in source.of(statement.evidence)
        for other in reading.figures
        if other.unit == figure.unit and _sort(other) == _sort(figure)
        if other.value not in written
    ]
    return left[0] if len({other.value for _, other in left}) == 1 else None


def _sort(figure: Figure) -> str:
    """An amount, an ordinal, or a number of things however it is written."""
    if figure.unit or figure.kind in ("amount", "ordinal"):
        return "amount" if figure.unit else figure.kind
    return "number"
