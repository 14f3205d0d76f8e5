"""Corrections that a person makes to the structure of a report; no word of it is ever lost.

Every function takes a report and the place of an item (its part and its position in it) and
gives the corrected report. A heading that is no longer one becomes a sentence, a sentence that
turns out to be a heading becomes the title.
"""

from collections.abc import Sequence
from dataclasses import replace

from workflow.report.introduction import title_of
from workflow.report.model import Footnote, Item, Part, Reference, Report, Sentence

Place = tuple[int, int]
"""Positions of a part in its report and of an item in that part, from 0."""
LONGEST_HEADING = 160
"""Characters of a sentence without a full stop that is taken for a heading."""


def item_at(report: Report, place: Place) -> Item:
    """The item at a place."""
    return report.parts[place[0]].items[place[1]]


def rename(report: Report, place: Place, number: str, title: str) -> Report:
    """Another number and title for an item."""
    return _with(report, place, [replace(item_at(report, place), number=number, title=title)])


def merge(report: Report, place: Place) -> Report:
    """The item joined with the one before it in its part; its heading becomes a sentence."""
    part, at = place
    items = list(report.parts[part].items)
    items[at - 1 : at + 1] = [_joined(items[at - 1], items[at])]
    return _with_items(report, part, items)


def split(report: Report, place: Place, number: int) -> Report:
    """A new item from sentence `number` of the item on.

    A short sentence without a full stop becomes its title; else it is titled by the words with
    which its first sentence starts, and that stays.
    """
    item = item_at(report, place)
    first = item.sentences[number - 1]
    heading = len(first.text) <= LONGEST_HEADING and not first.text.endswith((".", "!", ";"))
    begin = number + 1 if heading else number
    title = first.text.rstrip(": ") if heading else title_of(first.text, report.language)
    head = _piece(item, 1, number - 1)
    tail = _piece(item, begin, len(item.sentences), bearer=number)
    tail = replace(tail, number="", title=title, treatment="")
    return _with(report, place, [head, tail])


def begin_part(report: Report, place: Place, title: str) -> Report:
    """A new part from an item on.

    An item without sentences was the part's heading, and goes.
    """
    part, at = place
    old = report.parts[part]
    items = list(old.items)
    rest = items[at + 1 :] if not items[at].sentences else items[at:]
    parts = list(report.parts)
    parts[part : part + 1] = [
        replace(old, items=tuple(items[:at])), Part("", title, tuple(rest))
    ]  # fmt: skip
    return report.with_parts(tuple(parts))


def end_part(report: Report, part: int) -> Report:
    """The part joined with the one before it; its title becomes a sentence of the item above."""
    before, old = report.parts[part - 1], report.parts[part]
    items = list(before.items)
    name = f"{old.id}. {old.title}" if old.id else old.title
    if name:
        above = items[-1] if items else Item("", "", ())
        items[max(0, len(items) - 1) :] = [_joined(above, Item("", name, ()))]
    joined = replace(before, items=(*items, *old.items), results=before.results + old.results)
    parts = list(report.parts)
    parts[part - 1 : part + 1] = [joined]
    return report.with_parts(tuple(parts))


def _with(report: Report, place: Place, items: Sequence[Item]) -> Report:
    """The report with other items in the place of one."""
    part, at = place
    all_items = list(report.parts[part].items)
    all_items[at : at + 1] = items
    return _with_items(report, part, all_items)


def _with_items(report: Report, part: int, items: Sequence[Item]) -> Report:
    parts = list(report.parts)
    parts[part] = replace(parts[part], items=tuple(items))
    return report.with_parts(tuple(parts))


def _joined(first: Item, second: Item) -> Item:
    """One item of two: sentences numbered on, the second heading and treatment among them."""
    name = f"{second.number}. {second.title}" if second.number else second.title
    heads = [text for text in (name, second.treatment) if text]
    sentences = list(first.sentences)
    for text in heads:
        paragraph = sentences[-1].paragraph + 1 if sentences else 0
        sentences.append(Sentence(len(sentences) + 1, text, paragraph))
    shift = len(sentences)
    paragraph = sentences[-1].paragraph + 1 if sentences else 0
    sentences += [
        replace(s, number=s.number + shift, paragraph=s.paragraph + paragraph)
        for s in second.sentences
    ]
    bearer = len(first.sentences) + 1
    notes = tuple(_moved_note(n, {0: bearer}, shift) for n in second.footnotes)
    references = tuple(
        r if r.note else replace(r, sentence=r.sentence + shift) for r in second.references
    )
    return replace(
        first,
        sentences=tuple(sentences),
        footnotes=first.footnotes + notes,
        references=first.references + references,
    )


def _moved_note(note: Footnote, fixed: dict[int, int], shift: int) -> Footnote:
    return replace(note, sentence=fixed.get(note.sentence, note.sentence + shift))


def _piece(item: Item, first: int, last: int, bearer: int | None = None) -> Item:
    """Sentences `first` to `last` of an item, renumbered.

    Notes of sentence `bearer`, which became the title, stay with the title.
    """
    taken = item.sentences[first - 1 : last]
    lowest = taken[0].paragraph if taken else 0
    numbers = {s.number: n for n, s in enumerate(taken, 1)}
    if bearer is None:
        numbers[0] = 0
    elif bearer < first:
        numbers[bearer] = 0
    notes = tuple(
        replace(n, sentence=numbers[n.sentence]) for n in item.footnotes if n.sentence in numbers
    )
    marks = {note.mark for note in notes}
    references: tuple[Reference, ...] = tuple(
        r if r.note else replace(r, sentence=numbers[r.sentence])
        for r in item.references
        if (r.note in marks if r.note else r.sentence in numbers)
    )
    sentences = tuple(
        replace(s, number=n, paragraph=s.paragraph - lowest) for n, s in enumerate(taken, 1)
    )
    return replace(item, sentences=sentences, footnotes=notes, references=references)
