"""Filters as people write them, checked against what there is."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from workflow.errors import WorkflowError
from workflow.languages import LANGUAGES, current, labels, say
from workflow.positions.actors import actor_name, find_actor
from workflow.positions.model import GROUP, STANCES
from workflow.search.index import Index
from workflow.search.model import Filters
from workflow.search.words import fold
from workflow.summaries.meetings import same_council
from workflow.summaries.model import STATUSES
from workflow.summaries.topics import Topics
from workflow.text import has_words, one_line

_PERIOD = re.compile(r"(\d{4})(?:\s*[-–]\s*(\d{4}))?")
NAMES = ("council", "years", "actor", "stance", "topic", "status")
"""The filters by name."""


def read_filters(index: Index, topics: Topics, **given: Sequence[str]) -> Filters:
    """The filters of `given`, by the names of `NAMES`; each value may hold several, by commas.

    Raises WorkflowError for a value that means nothing here; the sentence names the nearest.
    """
    values = {name: _split(given.get(name, ())) for name in NAMES}
    return Filters(
        councils=tuple(
            dict.fromkeys(each for value in values["council"] for each in _councils(index, value))
        ),
        years=tuple(map(_years, values["years"])),
        actors=tuple(_actor(index, value) for value in values["actor"]),
        stances=tuple(_labelled("stance", value, STANCES) for value in values["stance"]),
        topics=tuple(_topic(index, topics, value) for value in values["topic"]),
        statuses=tuple(_labelled("status", value, STATUSES) for value in values["status"]),
    )


def _split(values: Iterable[str]) -> tuple[str, ...]:
    parts = (one_line(part) for value in values for part in value.split(","))
    return tuple(part for part in parts if part)


def _known(index: Index, statement: str) -> list[str]:
    with index.reading() as database:
        return [row[0] for row in database.execute(statement)]


def _unknown(name: str, value: str, known: Sequence[str]) -> WorkflowError:
    """An error that names what comes nearest, or everything there is."""
    by_folded = {fold(each): each for each in known}
    near = get_close_matches(fold(value), by_folded, n=1, cutoff=0.6)
    if near:
        return WorkflowError(f"search.errors.near_{name}", value=value, nearest=by_folded[near[0]])
    listed = ", ".join(known[:20]) or say("search.none")
    return WorkflowError(f"search.errors.no_{name}", value=value, known=listed)


def _councils(index: Index, value: str) -> list[str]:
    """The formation by every name that it has here: that of each language."""
    known = _known(index, "SELECT DISTINCT council FROM items ORDER BY council")
    formation = same_council(value.lower())
    found = [each for each in known if same_council(each) == formation]
    if found:
        return found
    raise _unknown("council", value, known)


def _years(value: str) -> tuple[int, int]:
    found = _PERIOD.fullmatch(value)
    if found is None or not int(found[1]) <= int(found[2] or found[1]):
        raise WorkflowError("search.errors.no_years", value=value)
    return int(found[1]), int(found[2] or found[1])


def _actor(index: Index, value: str) -> str:
    """The actor in the language of the interface or another; one that stands somewhere counts."""
    known = _known(index, "SELECT DISTINCT actor FROM stands ORDER BY actor")
    if value in known or value == GROUP:
        return value
    order = sorted(LANGUAGES, key=lambda language: language != current())
    found = [find_actor(value, language) for language in order]
    for actor in found:
        if actor == f"{GROUP}:de":
            return GROUP
        if actor in known or (actor and not actor.startswith("derde:")):
            return actor
    raise _unknown("actor", value, [actor_name(actor, current()) for actor in known])


def _labelled(name: str, value: str, ids: Sequence[str]) -> str:
    """A stance or status by its id or its word in any language."""
    for language in LANGUAGES:
        for identity, word in labels(language, f"common.{name}").items():
            if identity in ids and fold(value) in (identity, fold(word)):
                return identity
    words = labels(current(), f"common.{name}")
    raise _unknown(name, value, [words[identity] for identity in ids])


def _topic(index: Index, topics: Topics, value: str) -> str:
    known = _known(index, "SELECT DISTINCT topic FROM topics ORDER BY topic")
    found = topics.topic(value)
    if found is not None:
        return found.id
    if value.lower() in known:
        return value.lower()
    fitting = [each for each in known if has_words(value, f"{topics.title(each)} {each}")]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise WorkflowError("search.errors.several_topics", value=value, known="; ".join(fitting))
    raise _unknown("topic", value, known)
