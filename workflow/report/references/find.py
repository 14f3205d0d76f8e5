"""Everything that a sentence or a note refers to."""

from datetime import date

from workflow.report.model import Reference, Span
from workflow.report.references.amounts import find_amounts
from workflow.report.references.dates import find_dates
from workflow.report.references.documents import find_documents
from workflow.report.references.future import find_future
from workflow.report.references.persons import find_persons
from workflow.report.references.promises import find_promises

LONGEST = 10_000
"""Characters of a sentence that is looked at; what is longer is no sentence."""


def references_in(
    text: str, language: str, meeting: tuple[date, ...] = (), notes: str = ""
) -> list[Reference]:
    """The references of one text, by kind and in order; spans are offsets in the text.

    `meeting` is what dates without a year lean on; `notes` is the text of the notes that a
    sentence bears, where the member to whom something was promised may be named.
    """
    if len(text) > LONGEST:
        return []
    documents = find_documents(text)
    masked: tuple[Span, ...] = tuple((hit.start, hit.end) for hit in documents)
    dates = find_dates(text, language, meeting, masked)
    masked += tuple((hit.start, hit.end) for hit in dates)
    found = [_reference(text, h.kind, h.value, h.start, h.end, h.rule) for h in documents]
    found += [_reference(text, "date", h.value, h.start, h.end, h.rule) for h in dates]
    for amount in find_amounts(text, language, masked):
        found.append(
            _reference(text, amount.kind, amount.value, amount.start, amount.end, amount.rule)
        )
    for hit in find_promises(text, language, notes):
        found.append(_reference(text, hit.kind, hit.value, hit.start, hit.end, hit.rule))
    for person in find_persons(text, language):
        found.append(
            _reference(text, "person", person.value, person.start, person.end, person.rule)
        )
    for event in find_future(text, language, meeting, dates):
        found.append(_reference(text, "future", event.value, event.start, event.end, event.rule))
    return found


def _reference(text: str, kind: str, value: str, start: int, end: int, rule: str) -> Reference:
    """A reference with its words, blanks around them left out."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Reference(
        kind, value, words.strip(), span=(start, start + len(words.strip())), rule=rule
    )
