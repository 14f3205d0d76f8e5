"""What `workflow inspect --json` prints: a report as the document `councildoc/1`.

The schema is that of the command line's contract. Ids count through the whole document:
sentences `s1`, `s2` …; a reference inside note 3 has the sentence `fn3`.
"""

from typing import Any

from workflow.positions.model import Attribution
from workflow.report.model import Footnote, Item, Part, Report

SCHEMA = "councildoc/1"

Attributions = tuple[tuple[Attribution, ...], ...]
"""What was found in each item, in the order of `Report.items()`."""


def inspection(report: Report, attributions: Attributions = ()) -> dict[str, Any]:
    """The report and its attributions as plain data, ready for JSON.

    `attributions` holds one tuple per item in reading order; it may be shorter or empty.
    """
    parts: list[dict[str, Any]] = []
    entities: list[dict[str, Any]] = []
    first, place = 1, 0
    for part in report.parts:
        items = []
        for item in part.items:
            found = attributions[place] if place < len(attributions) else ()
            items.append(_item(item, first, found))
            entities.extend(_entities(item, first))
            first += len(item.sentences)
            place += 1
        parts.append(_part(part, items))
    return {
        "schema": SCHEMA,
        "doc": {
            "lang": report.language,
            "title": report.title,
            "council": report.council,
            "dates": [day.isoformat() for day in report.dates],
            "place": report.place or None,
        },
        "parts": parts,
        "entities": entities,
        "warnings": [{"line": notice.line, "text": notice.text} for notice in report.notices],
    }


def _part(part: Part, items: list[dict[str, Any]]) -> dict[str, Any]:
    """One part with its results, as a JSON object."""
    results = [
        {
            "text": result.text,
            "span": list(result.span),
            "footnotes": [_footnote(note, 0) for note in result.footnotes],
        }
        for result in part.results
    ]
    return {"id": part.id, "title": part.title, "results": results, "items": items}


def _item(item: Item, first: int, found: tuple[Attribution, ...]) -> dict[str, Any]:
    """An item whose first sentence has the number `first` in the document."""
    by_sentence: dict[int, list[dict[str, Any]]] = {}
    for attribution in found:
        by_sentence.setdefault(attribution.sentence, []).append(_attribution(attribution))
    paragraphs: dict[int, list[int]] = {}
    for sentence in item.sentences:
        paragraphs.setdefault(sentence.paragraph, []).append(sentence.number)
    texts = {sentence.number: sentence.text for sentence in item.sentences}
    return {
        "number": item.number,
        "title": item.title,
        "treatment": item.treatment or None,
        "span": list(item.span),
        "paragraphs": [
            {
                "text": " ".join(texts[number] for number in numbers),
                "sentences": [_id(number, first) for number in numbers],
            }
            for numbers in paragraphs.values()
        ],
        "footnotes": [_footnote(note, first) for note in item.footnotes],
        "sentences": [
            {
                "id": _id(sentence.number, first),
                "text": sentence.text,
                "para": sentence.paragraph,
                "span": list(sentence.span),
                "attributions": by_sentence.get(sentence.number, []),
            }
            for sentence in item.sentences
        ],
    }


def _id(number: int, first: int) -> str:
    return f"s{first + number - 1}"


def _footnote(note: Footnote, first: int) -> dict[str, Any]:
    """A note; one that hangs on the item's title has no sentence."""
    bearer = _id(note.sentence, first) if note.sentence else None
    return {"n": note.mark, "text": note.text, "sentence": bearer, "span": list(note.span)}


def _attribution(attribution: Attribution) -> dict[str, Any]:
    """One attribution, as a JSON object."""
    return {
        "actor": attribution.actor,
        "stance": attribution.stance,
        "cue": attribution.cue,
        "implicit": attribution.implicit,
        "co": attribution.co,
    }


def _entities(item: Item, first: int) -> list[dict[str, Any]]:
    """What the sentences and notes of an item refer to, as JSON objects."""
    return [
        {
            "kind": reference.kind,
            "sentence": f"fn{reference.note}" if reference.note else _id(reference.sentence, first),
            "value": reference.value,
            "text": reference.text,
            "rule": reference.rule,
            "span": list(reference.span),
        }
        for reference in item.references
    ]
