"""Groups of member states that are larger or smaller in the summary than in the source."""

from collections.abc import Iterator
from dataclasses import dataclass

from workflow.languages import say
from workflow.positions.actors import actor_name, group_rank
from workflow.positions.model import is_group
from workflow.summaries.findings.reading import Named, Reading, read, stems_of
from workflow.summaries.findings.source import Source
from workflow.summaries.findings.statements import Statement
from workflow.summaries.model import Finding

_ALIKE = 0.5
"""Share of the summary's words from which a source sentence says the same without a number."""
_CLEARLY = 0.3
"""By how much another group must fit better before the one of the same size is doubted."""
_LEAST = 2
"""Words that must be shared where no evidence is given."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of member states and what is said of it."""

    sentence: int
    actor: str
    words: str
    about: frozenset[str]

    @property
    def rank(self) -> int:
        """1 one to 7 all; 0 where the size is not said."""
        return group_rank(self.actor)


def groups_of(reading: Reading, number: int, language: str) -> list[Group]:
    """The groups that a sentence names, each with the words up to the next one."""
    named = reading.groups
    found = []
    for index, one in enumerate(named):
        end = named[index + 1].start if index + 1 < len(named) else len(reading.text)
        start = 0 if index == 0 else one.end
        # Behind a semicolon something else is said.
        apart = reading.text.find(";", one.end, end)
        end = apart if apart >= 0 else end
        about = stems_of(reading.text[start:end], language)
        found += [Group(number, actor, one.words, about) for actor in one.actors]
    return found


def check_groups(statement: Statement, source: Source) -> Iterator[Finding]:
    """Groups whose size differs from that of the group in the source that fits best."""
    reading = read(statement.text, source.language)
    for own in _own_groups(statement, reading, source.language):
        if not own.rank or any(sign.isdigit() for sign in own.words):
            continue  # a counted group is a matter of figures
        best = _partner(own, statement, source)
        if best is not None and best.rank != own.rank:
            yield _finding(own, best, statement)


def _own_groups(statement: Statement, reading: Reading, language: str) -> list[Group]:
    if statement.kind == "position":
        if not is_group(statement.actor):
            return []
        return [Group(0, statement.actor, statement.name, reading.stems)]
    return groups_of(reading, 0, language)


def _partner(own: Group, statement: Statement, source: Source) -> Group | None:
    """The group of the source that the summary means, or None where that is not clear."""
    found = _candidates(statement.evidence, source)
    if not found:
        found = [
            group
            for group in _candidates(source.readings, source)
            if len(own.about & group.about) >= _LEAST and _fit(own, group) >= _ALIKE
        ]
    if not found:
        return None
    best = max(found, key=lambda group: (_fit(own, group), -abs(group.rank - own.rank)))
    equal = [group for group in found if group.rank == own.rank]
    if equal and best.rank != own.rank:
        second = max(equal, key=lambda group: _fit(own, group))
        if _fit(own, best) < max(_ALIKE, _fit(own, second) + _CLEARLY):
            return second
    return best


def _candidates(numbers: object, source: Source) -> list[Group]:
    found: list[Group] = []
    for number, reading in source.of(numbers):  # type: ignore[arg-type]
        groups = groups_of(reading, number, source.language)
        named = {group.actor for group in groups}
        for one in source.by_sentence.get(number, ()):
            if is_group(one.actor) and one.actor not in named:
                words = actor_name(one.actor, source.language)
                groups.append(Group(number, one.actor, words, reading.stems))
        found += groups
    return found


def _fit(own: Group, other: Group) -> float:
    smaller = min(len(own.about), len(other.about))
    return len(own.about & other.about) / smaller if smaller else 0.0


def _finding(own: Group, best: Group, statement: Statement) -> Finding:
    kind = "unsized" if not best.rank else "stronger" if own.rank > best.rank else "weaker"
    message = say(
        f"findings.quantifier.{kind}",
        words=own.words,
        where=f"s{best.sentence}",
        source=best.words,
    )
    replacement = _like(own.words, best.words) if statement.kind == "sentence" else ""
    severity = "error" if kind == "stronger" else "warning"
    return Finding(
        "quantifier",
        severity,
        message,
        statement.line,
        own.words,
        (best.sentence,),
        replacement,
    )


def _like(own: str, other: str) -> str:
    """The other words with a capital where the own words have one."""
    first = other[:1].upper() if own[:1].isupper() else other[:1].lower()
    return first + other[1:]


__all__ = ["Group", "Named", "check_groups", "groups_of"]
