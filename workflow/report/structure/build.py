"""Blocks and headings become parts and items."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from workflow.report.flow import Flow, clean, close_stops, join
from workflow.report.formats.extract import Extract, Mark
from workflow.report.layout.hyphens import Hyphens
from workflow.report.layout.notes import RawNote
from workflow.report.model import Footnote, Item, Part, Reference, Result, Sentence, Span
from workflow.report.references.find import references_in
from workflow.report.sentences import split_sentences
from workflow.report.structure.blocks import Block
from workflow.report.structure.fields import is_part_name
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

_BEHIND = 8
"""Characters behind a block within which a mark still belongs to it."""
_IN_NOTES = ("date", "kamerstuk", "document", "act", "amount", "person")
"""What is looked for in notes; a commitment named there belongs to the sentence."""


@dataclass(slots=True)
class _Draft:
    """An item that is being filled."""

    number: str = ""
    title: str = ""
    treatment: str = ""
    head: Block | None = None
    body: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class _ResultDraft:
    """A result that may still get notes."""

    result: Result


@dataclass(slots=True)
class _PartDraft:
    """A part that is being filled."""

    id: str = ""
    title: str = ""
    head: Block | None = None
    items: list[_Draft] = field(default_factory=list)
    results: list[_ResultDraft] = field(default_factory=list)
    outer: bool = False
    """Whether the next part stands right below its heading, and so within it."""


@dataclass(frozen=True, slots=True)
class Context:
    """What references lean on."""

    language: str
    meeting: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a report and where their marks stand."""

    texts: dict[str, Footnote]
    flows: dict[str, Flow]
    lines: dict[str, int]
    marks: tuple[Mark, ...]


def build_parts(reading: Reading, notes: Notes, meeting: tuple[date, ...]) -> tuple[Part, ...]:
    """The parts of the report; a first part without name holds what stands before the others.

    `meeting` is what dates without a year lean on. Notes whose marks stand in no part of the
    report become notices.
    """
    context = Context(reading.language, meeting)
    parts = _drafts(reading)
    borne = _marks_by_owner(reading, parts, notes)
    built = []
    for part in parts:
        items = tuple(
            _item(draft, borne.get(id(draft), []), notes, context) for draft in part.items
        )
        results = tuple(
            replace(draft.result, footnotes=_footnotes(borne.get(id(draft), []), [], notes))
            for draft in part.results
        )
        built.append(Part(part.id, part.title, items, results))
    return tuple(built)


def _drafts(reading: Reading) -> list[_PartDraft]:
    """Every block put into the part, item or results block to which its role leads it."""
    parts = [_PartDraft()]
    treatment = subheading = ""
    for index, block in enumerate(reading.blocks):
        role, head = reading.roles[index], reading.heads.get(index, Head())
        part = parts[-1]
        if role == PART:
            part.outer = not (part.items or part.results) and _groups(part.head, block)
            parts.append(_PartDraft(head.number, head.title, block))
        elif role == ITEM:
            part.items.append(_Draft(head.number, head.title, head.treatment or treatment, block))
            treatment = ""
        elif role == TREATMENT:
            if part.items and part.items[-1].head and not part.items[-1].body and not treatment:
                part.items[-1].treatment = head.treatment
            else:
                treatment = head.treatment
        elif role == RESULT:
            span = block.flow.span(0, len(block.text))
            part.results.append(_ResultDraft(Result(block.text, span, subheading)))
        elif role in (BODY, FRONT):
            if not part.items:
                part.items.append(_Draft())
            part.items[-1].body.append(block)
        subheading = block.text if role == RESULT_HEAD else subheading if role == RESULT else ""
    return [part for part in parts if part.items or part.results or part.outer]


def _groups(above: Block | None, below: Block) -> bool:
    """Whether a part groups the one right below it: by its name, or by the level of its heading."""
    if above is None:
        return False
    return is_part_name(above) or 0 < above.heading < below.heading


def _marks_by_owner(
    reading: Reading, parts: Sequence[_PartDraft], notes: Notes
) -> dict[int, list[Mark]]:
    """The marks of each draft, by its identity, in order of place."""
    owners: list[tuple[int, int, object]] = []
    for part in parts:
        for item in part.items:
            for block in [item.head, *item.body]:
                if block is not None:
                    owners.append((*block.flow.span(0, len(block.text)), item))
        for result in part.results:
            owners.append((*result.result.span, result))
    owners.sort(key=lambda owner: owner[:2])
    starts = [owner[0] for owner in owners]
    borne: dict[int, list[Mark]] = {}
    for mark in notes.marks:
        index = bisect_right(starts, mark.start) - 1
        if index >= 0 and mark.start <= owners[index][1] + _BEHIND:
            borne.setdefault(id(owners[index][2]), []).append(mark)
        elif mark.mark in notes.texts:
            line = notes.lines.get(mark.mark, 0)
            reading.trace.notice(line, "note_outside", mark=mark.mark)
    return borne


def _footnotes(marks: Sequence[Mark], starts: Sequence[int], notes: Notes) -> tuple[Footnote, ...]:
    """The notes of some marks; `starts` are the offsets of the sentences that may bear them."""
    return tuple(
        Footnote(note.mark, note.text, bisect_right(starts, mark.start), note.span)
        for mark in marks
        if (note := notes.texts.get(mark.mark)) is not None
    )


def _item(draft: _Draft, marks: Sequence[Mark], notes: Notes, context: Context) -> Item:
    """A finished item."""
    sentences: list[Sentence] = []
    places: list[tuple[Block, int]] = []
    for paragraph, block in enumerate(draft.body):
        for begin, end in split_sentences(block.text, context.language):
            where = block.flow.span(begin, end)
            sentences.append(Sentence(len(sentences) + 1, block.text[begin:end], paragraph, where))
            places.append((block, begin))
    starts = [sentence.span[0] for sentence in sentences]
    footnotes = _footnotes(marks, starts, notes)
    spans = [block.flow.span(0, len(block.text)) for block in [draft.head, *draft.body] if block]
    span: Span = (spans[0][0], spans[-1][1]) if spans else (0, 0)
    item = Item(draft.number, draft.title, tuple(sentences), footnotes, draft.treatment,
                span=span)  # fmt: skip
    return replace(item, references=_references(item, places, notes, context))


def _references(
    item: Item, places: Sequence[tuple[Block, int]], notes: Notes, context: Context
) -> tuple[Reference, ...]:
    """What the sentences and notes of an item refer to, with spans in the extracted text."""
    borne: dict[int, str] = {}
    for note in item.footnotes:
        borne[note.sentence] = f"{borne.get(note.sentence, '')} {note.text}".strip()
    found = []
    for sentence, (block, begin) in zip(item.sentences, places, strict=True):
        note_texts = borne.get(sentence.number, "")
        for reference in references_in(
            sentence.text, context.language, context.meeting, note_texts
        ):
            start, end = reference.span
            where = block.flow.span(begin + start, begin + end)
            found.append(replace(reference, sentence=sentence.number, span=where))
    for note in item.footnotes:
        flow = notes.flows[note.mark]
        for reference in references_in(note.text, context.language, context.meeting):
            if reference.kind in _IN_NOTES:
                where = flow.span(*reference.span)
                found.append(replace(reference, note=note.mark, span=where))
    return tuple(found)


def make_notes(
    extract: Extract, raw: Sequence[RawNote], marks: tuple[Mark, ...], hyphens: Hyphens
) -> Notes:
    """The notes with their texts run together; a mark that returns keeps its first note."""
    texts: dict[str, Footnote] = {}
    flows: dict[str, Flow] = {}
    lines: dict[str, int] = {}
    for note in raw:
        if note.mark in texts:
            continue
        pieces: list[tuple[Flow, str]] = []
        for start, end in note.spans:
            before, glue = pieces[-1] if pieces else (Flow("", []), "")
            line = clean(extract.source, start, end)
            if hyphens.divides(before.text, line.text):
                pieces[-1] = (before.part(0, len(before.text) - 1), glue)
                pieces.append((line, ""))
            else:
                pieces.append((line, "" if before.text.endswith("-") else " "))
        flow = close_stops(join(pieces).part(0))
        texts[note.mark] = Footnote(note.mark, flow.text, 0, flow.span(0, len(flow.text)))
        flows[note.mark], lines[note.mark] = flow, note.line
    return Notes(texts, flows, lines, marks)
