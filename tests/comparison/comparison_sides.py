"""Meetings for the tests of this room, made by hand or from the annotated texts."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from workflow.comparison.model import MeetingSide
from workflow.positions.model import Attribution
from workflow.report.model import Item, Part, Report, Sentence
from workflow.summaries.model import Meeting, MeetingItem, Position, Summary
from workflow.text import slug as make_slug

SHARED = Path(__file__).parents[2].parent / "shared"

Said = tuple[str, str, str]
"""Actor, stance and sentence."""


def position(actor: str, stance: str, text: str, *evidence: int) -> Position:
    return Position(actor, actor, stance, text, evidence)


def side(
    meeting_id: str,
    items: Mapping[str, Sequence[Said]],
    *,
    topics: Mapping[str, Sequence[str]] | None = None,
    confirmed: Mapping[str, Sequence[Position]] | None = None,
    strength: int = 0,
) -> MeetingSide:
    """A meeting whose items, by title, hold one sentence for each statement."""
    entries, report_items, attributions, summaries = [], [], {}, {}
    for number, (title, said) in enumerate(items.items(), 1):
        slug = make_slug(title)
        entries.append(MeetingItem(slug, "", str(number), title))
        sentences = tuple(Sentence(n, text, 0) for n, (_, _, text) in enumerate(said, 1))
        report_items.append(Item(str(number), title, sentences))
        attributions[slug] = tuple(
            Attribution(n, actor, stance, "", strength=strength)
            for n, (actor, stance, _) in enumerate(said, 1)
            if actor
        )
        own = tuple((confirmed or {}).get(title, ()))
        if own or (topics or {}).get(title):
            summaries[slug] = Summary(
                title, "nl", positions=own, topics=tuple((topics or {}).get(title, ()))
            )
    return _side(meeting_id, entries, report_items, attributions, summaries)


def _side(meeting_id, entries, report_items, attributions, summaries, parts=None) -> MeetingSide:
    day = date.fromisoformat(meeting_id[:10])
    council = meeting_id[11:]
    meeting = Meeting(
        meeting_id, council, (day,), "", "nl", "source.txt", "0" * 64, items=tuple(entries)
    )
    parts = parts or (Part("", "", tuple(report_items)),)
    report = Report("nl", "", council, (day,), parts)
    return MeetingSide(meeting, report, summaries, attributions)


def gold_side(name: str, meeting_id: str) -> MeetingSide:
    """An annotated text of the shared folder as a meeting."""
    content = json.loads((SHARED / "gold" / name).read_text("utf-8"))
    entries, parts, attributions = [], [], {}
    for part in content["parts"]:
        items = []
        for item in part["items"]:
            numbers = {s["id"]: n for n, s in enumerate(item["sentences"], 1)}
            sentences = tuple(
                Sentence(numbers[s["id"]], s["text"], s.get("para", 0)) for s in item["sentences"]
            )
            items.append(Item(item["number"], item["title"], sentences))
            if not (item["number"] or item["title"]):
                continue
            slug = make_slug(f"{part['id']} {item['title']}")
            entries.append(MeetingItem(slug, part["id"], item["number"], item["title"]))
            attributions[slug] = tuple(
                Attribution(
                    numbers[s["id"]], a["actor"], a["stance"], a["cue"], co=bool(a.get("co"))
                )
                for s in item["sentences"]
                for a in s["attributions"]
            )
        parts.append(Part(part["id"], part["title"], tuple(items)))
    return _side(meeting_id, entries, None, attributions, {}, tuple(parts))
