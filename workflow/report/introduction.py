"""A report without headings, split into an item per paragraph."""

import re
from dataclasses import replace
from functools import cache

from workflow.languages import data
from workflow.report.model import Footnote, Item, Reference, Report, Sentence
from workflow.text import shorten

_LONGEST_TITLE = 70


def can_split(report: Report) -> bool:
    """Whether the report has running text but not a single headed item."""
    items = [item for _, item in report.items()]
    return bool(items) and all(item.is_introduction for item in items)


def split_introduction(report: Report) -> Report:
    """An untitled-only report with an item per paragraph, titled by its order words.

    `Over lunch Ministers discussed …` gives the item `Over lunch`; a paragraph without such
    words is titled by the beginning of its first sentence. What stands up to the sentence
    that announces the subjects stays the introduction. Any other report comes back unchanged.
    """
    if not can_split(report):
        return report
    parts = []
    for part in report.parts:
        items: list[Item] = []
        for item in part.items:
            items.extend(_split(item, report.language))
        parts.append(replace(part, items=tuple(items)))
    return report.with_parts(tuple(parts))


def _split(item: Item, language: str) -> list[Item]:
    paragraphs: dict[int, list[Sentence]] = {}
    for sentence in item.sentences:
        paragraphs.setdefault(sentence.paragraph, []).append(sentence)
    if len(paragraphs) < 2:
        return [item]
    groups = list(paragraphs.values())
    opening = _opening(groups, language)
    pieces = [[sentence for group in groups[:opening] for sentence in group]] if opening else []
    pieces += groups[opening:]
    return [
        _piece(item, piece, "" if place < bool(opening) else title_of(piece[0].text, language))
        for place, piece in enumerate(pieces)
    ]


def _opening(groups: list[list[Sentence]], language: str) -> int:
    """How many paragraphs stand up to the announcement of the subjects; at least one."""
    announcing = _patterns(language)[1]
    for place, group in enumerate(groups[:4]):
        if any(announcing.search(sentence.text) for sentence in group):
            return place + 1
    return 1


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = data(language, "order")
    return (
        re.compile("|".join(f"(?:{pattern})" for pattern in words["openers"])),
        re.compile("|".join(f"(?:{pattern})" for pattern in words["announcements"])),
    )


def title_of(sentence: str, language: str) -> str:
    """The order words of a sentence, else its beginning."""
    found = _patterns(language)[0].match(sentence)
    if found:
        return found.group().strip(" ,")
    return shorten(sentence.rstrip("."), _LONGEST_TITLE)


def _piece(item: Item, sentences: list[Sentence], title: str) -> Item:
    """Some sentences of an item as an item of their own, renumbered."""
    first = sentences[0]
    numbers = {sentence.number: place for place, sentence in enumerate(sentences, 1)}
    paragraph = first.paragraph
    moved = tuple(
        replace(s, number=numbers[s.number], paragraph=s.paragraph - paragraph) for s in sentences
    )
    notes: tuple[Footnote, ...] = tuple(
        replace(note, sentence=numbers[note.sentence])
        for note in item.footnotes
        if note.sentence in numbers
    )
    marks = {note.mark for note in notes}
    references: tuple[Reference, ...] = tuple(
        replace(r, sentence=numbers.get(r.sentence, 0))
        for r in item.references
        if (r.sentence in numbers) or (r.note and r.note in marks)
    )
    span = (first.span[0], sentences[-1].span[1])
    return Item("", title, moved, notes, "", references, span)
