"""The structure of a report as a short text that people edit and the program reads back.

    # II. Justitie
    1. Mensensmokkel [Algemene oriëntatie] <- 1-18

A line with `#` is a part; a line below it is an item: number, title, treatment in square
brackets, and behind the arrow the sentences of the report that it holds. Sentences count
through the whole report. Items are merged by joining their ranges, split by dividing one,
renamed and renumbered by rewriting them. An item without number and title is introduction.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.report.model import Footnote, Item, Part, Reference, Report, Sentence
from workflow.text import one_line

ARROW = "<-"
_PART = re.compile(r"#\s*(?:(?P<id>[IVXLC]+|\d{1,3}|[A-Za-z])[.)](?:\s+|$))?(?P<title>.*)")
_ITEM = re.compile(
    r"(?:(?P<number>\d{1,3}(?:\.\d{1,2})?(?:[a-z]|\([a-z]\))?|[IVX]{1,5})[.)](?:\s+|$))?(?P<title>.*?)(?:\s*\[(?P<treatment>[^\[\]]*)\])?\s*"
    rf"{ARROW}\s*(?P<ranges>[\d\s,-]*)"
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """An item as the outline describes it."""

    number: str
    title: str
    treatment: str
    sentences: tuple[int, ...]
    line: int


def render_outline(report: Report) -> str:
    """The structure of a report as an outline, with a few lines that say how to edit it."""
    lines = [f"; {line}" for line in say("report.outline.help").splitlines()] + [""]
    first = 1
    for part in report.parts:
        name = f"{part.id}. {part.title}" if part.id else part.title
        lines.append(f"# {name}".rstrip())
        for item in part.items:
            last = first + len(item.sentences) - 1
            span = f"{first}-{last}" if last > first else str(first) if last == first else ""
            treatment = f"[{item.treatment}]" if item.treatment else ""
            number = f"{item.number}." if item.number else ""
            words = " ".join(word for word in (number, item.title, treatment) if word)
            lines.append(f"{words} {ARROW} {span}".strip())
            first = last + 1
        lines.append("")
    return "\n".join(lines)


def apply_outline(report: Report, text: str) -> Report:
    """The report with the structure of an edited outline.

    Every sentence keeps its words and goes where its number stands; notes and references go
    with their sentences; results stay with the part of the same place. The heading of an item
    that was joined to another one becomes a sentence, so that it is not lost. Raises WorkflowError,
    with the line, for a line that cannot be read and for a sentence that is missing, unknown
    or named twice.
    """
    parts = _parse(text)
    sentences = [(item, s) for _, item in report.items() for s in item.sentences]
    _check(parts, len(sentences))
    kept = {title.casefold() for _, title, _ in parts}
    kept |= {entry.title.casefold() for _, _, entries in parts for entry in entries}
    built = []
    for place, (identifier, title, entries) in enumerate(parts):
        items = tuple(_item(entry, sentences, kept) for entry in entries)
        results = report.parts[place].results if place < len(report.parts) else ()
        built.append(Part(identifier, title, items, results))
    for part in report.parts[len(parts) :]:
        built[-1] = replace(built[-1], results=built[-1].results + part.results)
    return report.with_parts(tuple(built))


def _parse(text: str) -> list[tuple[str, str, list[_Entry]]]:
    """The parts of an outline: id, title and items."""
    parts: list[tuple[str, str, list[_Entry]]] = []
    for number, raw in enumerate(text.split("\n"), 1):
        line = one_line(raw)
        if not line or line.startswith(";"):
            continue
        if found := _PART.fullmatch(line):
            parts.append((found["id"] or "", found["title"].strip(), []))
            continue
        found = _ITEM.fullmatch(line)
        if found is None:
            raise WorkflowError("report.errors.outline_line", line=number, text=line[:80])
        if not parts:
            parts.append(("", "", []))
        parts[-1][2].append(
            _Entry(found["number"] or "", found["title"].strip(),
                   (found["treatment"] or "").strip(), _numbers(found["ranges"], number), number)
        )  # fmt: skip
    return parts


def _numbers(ranges: str, line: int) -> tuple[int, ...]:
    """The numbers of `1-4, 7`."""
    numbers: list[int] = []
    for piece in filter(None, (piece.strip() for piece in ranges.split(","))):
        found = re.fullmatch(r"(\d{1,6})(?:\s*-\s*(\d{1,6}))?", piece)
        if found is None or int(found[2] or found[1]) < int(found[1]):
            raise WorkflowError("report.errors.outline_line", line=line, text=ranges.strip())
        numbers += range(int(found[1]), int(found[2] or found[1]) + 1)
    return tuple(numbers)


def _check(parts: Sequence[tuple[str, str, list[_Entry]]], count: int) -> None:
    """Raises WorkflowError unless every sentence stands in exactly one item."""
    seen: set[int] = set()
    for _, _, entries in parts:
        for entry in entries:
            for number in entry.sentences:
                if not 0 < number <= count:
                    key = "report.errors.outline_unknown"
                    raise WorkflowError(key, line=entry.line, number=number, last=count)
                if number in seen:
                    raise WorkflowError(
                        "report.errors.outline_twice", line=entry.line, number=number
                    )
                seen.add(number)
    missing = next((n for n in range(1, count + 1) if n not in seen), 0)
    if missing or not parts:
        raise WorkflowError("report.errors.outline_missing", number=missing)


def _item(
    entry: _Entry, sentences: Sequence[tuple[Item, Sentence]], kept: AbstractSet[str]
) -> Item:
    """An item made of sentences of the report, with what hangs on them.

    `kept` are the titles that still stand, in lower case.
    """
    taken = [sentences[number - 1] for number in entry.sentences]
    moved: list[Sentence] = []
    paragraph = -1
    last: tuple[int, int] | None = None
    footnotes: list[Footnote] = []
    references: list[Reference] = []
    titled: set[int] = set()
    for owner, sentence in taken:
        if moved and sentence.number == 1 and owner.title.casefold() not in kept:
            for text in _heading(owner):
                paragraph += 1
                moved.append(Sentence(len(moved) + 1, text, paragraph))
        place = len(moved) + 1
        key = (id(owner), sentence.paragraph)
        paragraph += key != last
        last = key
        moved.append(replace(sentence, number=place, paragraph=paragraph))
        numbers = {sentence.number}
        if id(owner) not in titled and sentence.number == 1:
            titled.add(id(owner))
            numbers.add(0)
        for note in owner.footnotes:
            if note.sentence in numbers:
                bearer = place if note.sentence else (0 if place == 1 else place)
                footnotes.append(replace(note, sentence=bearer))
        references += [
            replace(r, sentence=place)
            for r in owner.references
            if not r.note and r.sentence == sentence.number
        ]
    marks = {note.mark for note in footnotes}
    owners = {id(owner): owner for owner, _ in taken}
    references += [r for o in owners.values() for r in o.references if r.note in marks and r.note]
    span = (moved[0].span[0], moved[-1].span[1]) if moved else (0, 0)
    return Item(entry.number, entry.title, tuple(moved), tuple(footnotes), entry.treatment,
                tuple(references), span)  # fmt: skip


def _heading(item: Item) -> list[str]:
    """The heading and the treatment of an item as sentences."""
    name = f"{item.number}. {item.title}" if item.number else item.title
    return [text for text in (name, item.treatment) if text]
