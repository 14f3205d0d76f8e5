"""The answer to a query as one JSON document."""

from typing import Any

from workflow.search.model import Found, Hit


def found_document(words: str, found: Found) -> dict[str, Any]:
    """Schema `search/1`; marks are pairs of offsets into the line's text."""
    return {
        "schema": "search/1",
        "words": words,
        "total": found.total,
        "hits": [_hit(hit) for hit in found.hits],
    }


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        "meeting": hit.meeting,
        "item": hit.label,
        "slug": hit.slug,
        "title": hit.title,
        "council": hit.council,
        "status": hit.status,
        "topics": list(hit.topics),
        "score": round(hit.score, 6),
        "lines": [
            {
                "place": line.place,
                "sentence": f"s{line.sentence}" if line.sentence else "",
                "text": line.text,
                "marks": [list(span) for span in line.marks],
            }
            for line in hit.lines
        ],
    }
