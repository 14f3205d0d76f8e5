"""What an item cites: the dossiers, documents, acts and agencies that set it apart."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from workflow.comparison.acts import acts_in, named, policies
from workflow.comparison.tokens import plain
from workflow.languages import LANGUAGES, current, data
from workflow.positions.actors import actor_name
from workflow.report.model import Item
from workflow.report.references.documents import find_documents

OPENING = 4
"""Sentences at the beginning of an item in which an act is named that it is about."""
_PLAIN_WORD = re.compile(r"[^\W_]+")


def telling(cites: Mapping[str, Callable[[], frozenset[str]]]) -> dict[str, frozenset[str]]:
    """What each item cites, by slug, without what three items or more of the meeting cite."""
    found = {name: cites_of() for name, cites_of in cites.items()}
    often = Counter(mark for marks in found.values() for mark in marks)
    return {
        name: frozenset(mark for mark in marks if often[mark] < 3) for name, marks in found.items()
    }


def cited(item: Item) -> frozenset[str]:
    """The dossiers, documents, acts and agencies of an item, and the policies of its title."""
    texts = [item.title, *(sentence.text for sentence in item.sentences)]
    acts = frozenset().union(*map(acts_in, texts[1 : 1 + OPENING])) - policies()
    found = [*acts, *acts_in(item.title)]
    found += [f"ag:{name}" for name in _agencies_in(item.title)]
    texts += [note.text for note in item.footnotes]
    return frozenset((*found, *(mark for text in texts for mark in _marks_in(text))))


def as_written(mark: str, item: Item) -> str:
    """What an item cites, as its title or the beginning of its text names it."""
    if mark.startswith("ag:"):
        return actor_name(mark, current())
    for text in (item.title, *(sentence.text for sentence in item.sentences[:OPENING])):
        if name := " ".join(dict.fromkeys(named(text).get(mark, ()))):
            return name
    return mark


@lru_cache(maxsize=4_096)
def _agencies_in(title: str) -> frozenset[str]:
    """The agencies that a title names, by any of their names."""
    words = f" {' '.join(_PLAIN_WORD.findall(plain(title)))} "
    return frozenset([name for name, written in _agencies() if written in words])


@cache
def _agencies() -> tuple[tuple[str, str], ...]:
    """Every agency beside each of its names, blanks around it, in all languages."""
    found = []
    for language in LANGUAGES:
        for agency, entry in data(language, "actors")["agency"].items():
            for name in (entry["name"], *entry.get("names", ())):
                words = " ".join(_PLAIN_WORD.findall(plain(name)))
                found.append((agency, f" {words} "))
    return tuple(found)


@lru_cache(maxsize=16_384)
def _marks_in(text: str) -> frozenset[str]:
    """What a sentence cites; a paper counts as its dossier, budgets and whole councils not."""
    marks = set()
    for hit in find_documents(text):
        mark = hit.value
        if hit.kind == "kamerstuk":
            mark = mark.rpartition("-")[0] or mark
            number, _, chapter = mark.partition("-")
            if number in _council_dossiers() or chapter[:1] in tuple("IVXLC"):
                continue
        marks.add(mark)
    return frozenset(marks)


@cache
def _council_dossiers() -> frozenset[str]:
    return frozenset(
        number
        for language in LANGUAGES
        for number in data(language, "comparison")["council_dossiers"]
    )
