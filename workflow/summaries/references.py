"""The references of an item that came back from `report.md`, where they are not kept."""

from dataclasses import replace
from datetime import date

from workflow.report.model import Item, Reference
from workflow.report.references.find import references_in

_NOT_IN_NOTES = frozenset({"toezegging", "motie", "count", "ordinal", "future"})
"""Kinds that a note only repeats, or has by chance."""


def with_references(item: Item, language: str, meeting: tuple[date, ...]) -> Item:
    """The item with what its sentences and notes refer to; nothing is done twice.

    `meeting` are the days that dates without a year lean on. Spans are offsets in the text of
    the sentence or note.
    """
    if item.references:
        return item
    borne: dict[int, str] = {}
    for note in item.footnotes:
        borne[note.sentence] = f"{borne.get(note.sentence, '')} {note.text}".strip()
    found: list[Reference] = []
    for sentence in item.sentences:
        notes = borne.get(sentence.number, "")
        for reference in references_in(sentence.text, language, meeting, notes):
            found.append(replace(reference, sentence=sentence.number))
    for note in item.footnotes:
        for reference in references_in(note.text, language, meeting):
            if reference.kind not in _NOT_IN_NOTES:
                found.append(replace(reference, note=note.mark))
    return replace(item, references=tuple(found))
