"""Everything that the sentences and notes of a report refer to."""

from dataclasses import replace
from datetime import date

from workflow.report.model import Item, Part, Reference, Report, Span
from workflow.report.references.amounts import find_amounts
from workflow.report.references.dates import find_dates
from workflow.report.references.documents import find_documents
from workflow.report.references.persons import find_persons
from workflow.report.references.promises import find_promises


def with_references(report: Report, meeting: tuple[date, ...]) -> Report:
    """The report with the references of each item; `meeting` is what dates lean on."""
    parts: list[Part] = []
    for part in report.parts:
        items = tuple(
            replace(item, references=_of_item(item, report.language, meeting))
            for item in part.items
        )
        parts.append(replace(part, items=items))
    return report.with_parts(tuple(parts))


def _of_item(item: Item, language: str, meeting: tuple[date, ...]) -> tuple[Reference, ...]:
    notes: dict[int, list[str]] = {}
    for note in item.footnotes:
        notes.setdefault(note.sentence, []).append(note.text)
    found: list[Reference] = []
    for sentence in item.sentences:
        borne = " ".join(notes.get(sentence.number, []))
        for reference in references_in(sentence.text, language, meeting, borne):
            found.append(
                replace(
                    reference,
                    sentence=sentence.number,
                    span=_within(sentence.span, sentence.text, reference.text),
                )
            )
    for note in item.footnotes:
        for reference in references_in(note.text, language, meeting):
            if reference.kind not in ("toezegging", "motie", "count", "ordinal"):
                found.append(replace(reference, note=note.mark, span=note.span))
    return tuple(found)


def references_in(
    text: str, language: str, meeting: tuple[date, ...] = (), notes: str = ""
) -> list[Reference]:
    """The references of one text, in order of kind and place."""
    documents = find_documents(text)
    masked: tuple[Span, ...] = tuple((hit.start, hit.end) for hit in documents)
    dates = find_dates(text, language, meeting, masked)
    masked += tuple((hit.start, hit.end) for hit in dates)
    amounts = find_amounts(text, language, masked)
    found = [Reference(h.kind, h.value, text[h.start : h.end], rule=h.rule) for h in documents]
    found += [Reference("date", h.value, text[h.start : h.end].strip(), rule=h.rule) for h in dates]
    found += [Reference(h.kind, h.value, text[h.start : h.end], rule=h.rule) for h in amounts]
    for hit in find_promises(text, language, notes):
        found.append(Reference(hit.kind, hit.value, text[hit.start : hit.end], rule="member"))
    for person in find_persons(text, language):
        found.append(
            Reference("person", person.value, text[person.start : person.end], rule=person.rule)
        )
    return found


def _within(span: Span, sentence: str, words: str) -> Span:
    """Roughly where the words stand in the source: the span of their sentence."""
    return span
