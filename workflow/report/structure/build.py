"""Blocks and headings become parts and items."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from workflow.report.flow import Flow, clean, close_stops, join
from workflow.report.formats.extract import Extract, Mark
from workflow.report.layout.pages import RawNote
from workflow.report.model import Footnote, Item, Part, Result, Sentence, Span
from workflow.report.sentences import split_sentences
from workflow.report.structure.blocks import Block
from workflow.report.structure.reading import (
    BODY,
    FRONT,
    ITEM,
    PART,
    RESULT,
    RESULT_HEAD,
    TREATMENT,
    Head,
    Reading,
)


@dataclass(slots=True)
class _Draft:
    """An item that is being filled."""

    number: str = ""
    title: str = ""
    treatment: str = ""
    head: Block | None = None
    body: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class _PartDraft:
    """A part that is being filled."""

    id: str = ""
    title: str = ""
    items: list[_Draft] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a report and where their marks stand."""

    texts: dict[str, list[Footnote]]
    marks: tuple[Mark, ...]


def build_parts(reading: Reading, notes: Notes) -> tuple[Part, ...]:
    """The parts of the report; a first part without name holds what stands before the others."""
    parts = _drafts(reading)
    by_item = _notes_by_item(_owners(parts), notes)
    place = 0
    built = []
    for part in parts:
        items = []
        for draft in part.items:
            items.append(_item(draft, by_item.get(place, []), notes, reading.language))
            place += 1
        built.append(Part(part.id, part.title, tuple(items), tuple(part.results)))
    return tuple(built)


def _drafts(reading: Reading) -> list[_PartDraft]:
    """Every block put into the part, item or results block to which its role leads it."""
    parts = [_PartDraft()]
    treatment = subheading = ""
    for index, block in enumerate(reading.blocks):
        role, head = reading.roles[index], reading.heads.get(index, Head())
        part = parts[-1]
        if role == PART:
            parts.append(_PartDraft(head.number, head.title))
        elif role == ITEM:
            part.items.append(
                _Draft(head.number, head.title, head.treatment or treatment, block)
            )
            treatment = ""
        elif role == TREATMENT:
            if part.items and part.items[-1].head and not part.items[-1].body and not treatment:
                part.items[-1].treatment = head.treatment
            else:
                treatment = head.treatment
        elif role == RESULT:
            span = block.flow.span(0, len(block.text))
            part.results.append(Result(block.text, span, subheading))
        elif role in (BODY, FRONT):
            if not part.items:
                part.items.append(_Draft())
            part.items[-1].body.append(block)
        subheading = block.text if role == RESULT_HEAD else subheading if role == RESULT else ""
    return [part for part in parts if part.items or part.results]


def _owners(parts: Sequence[_PartDraft]) -> list[tuple[int, int]]:
    """Offset at which each item begins, with its place in reading order."""
    owners = []
    place = 0
    for part in parts:
        for draft in part.items:
            first = draft.head or (draft.body[0] if draft.body else None)
            if first is not None:
                owners.append((first.flow.at[0], place))
            place += 1
    return sorted(owners)


def _notes_by_item(owners: list[tuple[int, int]], notes: Notes) -> dict[int, list[Mark]]:
    """The marks of each item."""
    starts = [owner[0] for owner in owners]
    by_item: dict[int, list[Mark]] = {}
    for mark in notes.marks:
        index = bisect_right(starts, mark.start) - 1
        if index >= 0:
            by_item.setdefault(owners[index][1], []).append(mark)
    return by_item


def _item(draft: _Draft, marks: Sequence[Mark], notes: Notes, language: str) -> Item:
    """A finished item."""
    sentences: list[Sentence] = []
    for paragraph, block in enumerate(draft.body):
        for begin, end in split_sentences(block.text, language):
            where = block.flow.span(begin, end)
            sentences.append(Sentence(len(sentences) + 1, block.text[begin:end], paragraph, where))
    starts = [sentence.span[0] for sentence in sentences]
    footnotes = []
    for mark in marks:
        for note in notes.texts.get(mark.mark, [])[:1]:
            bearer = bisect_right(starts, mark.start)
            footnotes.append(Footnote(note.mark, note.text, bearer, note.span))
    spans = [block.flow.span(0, len(block.text)) for block in [draft.head, *draft.body] if block]
    span: Span = (spans[0][0], spans[-1][1]) if spans else (0, 0)
    return Item(
        draft.number, draft.title, tuple(sentences), tuple(footnotes), draft.treatment, (), span
    )


def make_notes(extract: Extract, raw: Sequence[RawNote], marks: tuple[Mark, ...]) -> Notes:
    """The notes with their texts run together."""
    texts: dict[str, list[Footnote]] = {}
    for note in raw:
        pieces: list[tuple[Flow, str]] = []
        for start, end in note.spans:
            flow = clean(extract.source, start, end)
            before = pieces[-1][0].text if pieces else ""
            pieces.append((flow, "" if before.endswith("-") else " "))
        flow = close_stops(join(pieces).part(0))
        span = flow.span(0, len(flow.text)) if flow.text else (0, 0)
        texts.setdefault(note.mark, []).append(Footnote(note.mark, flow.text, 0, span))
    return Notes(texts, marks)
