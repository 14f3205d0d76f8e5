"""Comparisons, timelines and tables as JSON documents."""

from collections.abc import Iterable
from typing import Any

from workflow.comparison.model import Comparison, PositionChange, Stand, TopicComparison
from workflow.comparison.words import Change

Document = dict[str, Any]


def to_json(comparison: Comparison) -> Document:
    """A comparison in the schema `positionchanges/1`, ready for `json.dumps`."""
    then = comparison.older_name
    return {
        "schema": "positionchanges/1",
        "older": comparison.older.id,
        "newer": comparison.newer.id,
        **({"older_version": then} if then and then != comparison.older.name else {}),
        "topics": [_topic(topic) for topic in comparison.topics],
    }


def _topic(topic: TopicComparison) -> Document:
    """One topic with its changes; of versions also with the sentences of the summary."""
    document: Document = {
        "topic": topic.topic,
        "title": topic.title,
        "older_item": ", ".join(ref.label for ref in topic.older) or None,
        "newer_item": ", ".join(ref.label for ref in topic.newer) or None,
        "discussed": topic.discussed,
        **({"not_then": topic.lacking} if topic.lacking else {}),
        "link": topic.link,
        "score": round(topic.score, 2),
        "reasons": list(topic.reasons),
        "source": topic.source,
        "changes": [_change(change) for change in topic.changes],
    }
    if topic.versions:
        document["summary"] = [
            {"kind": each.kind, "words": _words(each.words)} for each in topic.sentences
        ]
    return document


def _change(change: PositionChange) -> Document:
    """One change with both statements and the words in which they differ."""
    document: Document = {"actor": change.actor, "kind": change.kind}
    if change.kind == "reworded":
        document["style"] = change.style
    document["older"] = stand_json(change.older) if change.older else None
    document["newer"] = stand_json(change.newer) if change.newer else None
    document["words"] = _words(change.words)
    if moved := [text.strip() for sign, text in change.words if sign == ">"]:
        document["moved"] = moved
    document["reasons"] = [*change.reasons, *(["silent"] if change.silent else [])]
    return document


def _words(changes: Iterable[Change]) -> list[list[str]]:
    """What is kept, gone and added; a sentence that only moved is kept."""
    found: list[list[str]] = []
    for sign, text in changes:
        sign = "=" if sign == ">" else sign
        if found and found[-1][0] == sign == "=":
            found[-1][1] += text
        else:
            found.append([sign, text])
    return found


def stand_json(stand: Stand) -> Document:
    """One statement; groups carry their quantifier."""
    document: Document = {"stance": stand.stance, "text": stand.text}
    if stand.is_group:
        document["quantifier"] = stand.quantifier
    document["evidence"] = [f"s{number}" for number in stand.evidence]
    return document
