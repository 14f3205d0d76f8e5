"""A newer version of a report: what it changes, and what becomes of the summaries.

Items keep their file. Evidence is renumbered along with the sentences that it names; a source
sentence that is gone leaves an open remark with its old text, so that nobody overlooks it. A
summary becomes stale only when a sentence that it cites has changed or is gone.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from workflow.errors import WorkflowError
from workflow.languages import say_in
from workflow.report.model import Item, Report, Sentence
from workflow.report.reissue import align_sentences
from workflow.summaries.importing import NewMeeting, plan_import
from workflow.summaries.itemfile import parse_evidence, render_evidence, render_summary
from workflow.summaries.meetingfile import render_meeting
from workflow.summaries.meetings import council_slug
from workflow.summaries.merge import Merged, merge_summaries
from workflow.summaries.model import Meeting, MeetingItem, Remark, Summary
from workflow.summaries.structure import STRUCTURE_FILE, carry_structure
from workflow.summaries.workspace import MEETING_FILE, Workspace, item_digest, items_by_slug

ALIKE = 0.6
"""Share of the title or of the sentences from which two items are taken for the same."""


@dataclass(frozen=True, slots=True)
class ItemChange:
    """What a newer report changes in one item."""

    slug: str
    title: str
    stale: bool
    """Whether a sentence that its summary cites has changed or is gone."""
    sentences: tuple[tuple[str, str], ...]
    """Old and new text of each sentence that differs; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Reissue:
    """A newer version of a report, ready to be saved."""

    meeting: Meeting
    files: Mapping[str, bytes | None]
    """Content by name within the meeting's folder; None for a file that goes."""
    changes: tuple[ItemChange, ...]
    report: Report
    """The newer version as it was read, with the structure that it gets."""

    @property
    def stale(self) -> tuple[str, ...]:
        """Slugs of the summaries that become stale."""
        return tuple(change.slug for change in self.changes if change.stale)


def plan_reissue(
    workspace: Workspace,
    report: Report,
    source: Path,
    content: bytes,
    *,
    council: str = "",
    day: date | None = None,
    corrected: bool = False,
) -> Reissue:
    """Work out what a newer version of a report changes; nothing is written.

    `corrected` says that a person changed its structure; without it a structure that was
    corrected earlier is carried over. Raises WorkflowError where the meeting was never imported,
    or the file is the same and its structure was not corrected.
    """
    settings = workspace.settings
    new = plan_import(report, source, content, settings=settings, council=council, day=day)
    meeting = workspace.meeting(new.meeting.id)
    if not corrected and (workspace.meeting_folder(meeting) / STRUCTURE_FILE).is_file():
        report = carry_structure(workspace.report(meeting), report)
        corrected = new.meeting.sha256 != meeting.sha256
    if corrected:
        new = plan_import(
            report, source, content, settings=settings, council=council, day=day, corrected=True
        )
    elif new.meeting.sha256 == meeting.sha256:
        raise WorkflowError("summaries.errors.same_report", meeting=meeting.name)
    old_items = items_by_slug(meeting, workspace.report(meeting))
    new_items = items_by_slug(new.meeting, new.report)
    kept = _same_items(meeting, old_items, new.meeting, new_items)
    return _plan(workspace, meeting, old_items, new, new_items, kept)


def plan_structure(workspace: Workspace, meeting: Meeting, report: Report) -> Reissue:
    """Work out what a corrected structure of a meeting's report changes; nothing is written."""
    source = workspace.meeting_folder(meeting) / meeting.source
    new = plan_import(
        report,
        source,
        source.read_bytes(),
        settings=workspace.settings,
        council=meeting.council,
        day=meeting.days[0],
        corrected=True,
    )
    old_items = items_by_slug(meeting, workspace.report(meeting))
    new_items = items_by_slug(new.meeting, new.report)
    kept = _same_items(meeting, old_items, new.meeting, new_items)
    return _plan(workspace, meeting, old_items, new, new_items, kept)


def standing_structure(workspace: Workspace, report: Report, council: str) -> Report:
    """A report with the structure that was corrected in its meeting, if anybody did that."""
    name = council or council_slug(report.council)
    day = report.dates[0].isoformat() if report.dates else ""
    try:
        meeting = workspace.meeting(f"{day}-{name}")
    except WorkflowError:
        return report
    if not (workspace.meeting_folder(meeting) / STRUCTURE_FILE).is_file():
        return report
    return carry_structure(workspace.report(meeting), report)


def _plan(
    workspace: Workspace,
    meeting: Meeting,
    old_items: Mapping[str, Item],
    new: NewMeeting,
    new_items: Mapping[str, Item],
    kept: Mapping[str, str],
) -> Reissue:
    """`kept` leads from the slug that a new item would get to the slug that it has."""
    files: dict[str, bytes | None] = dict(new.files)
    for entry in new.meeting.items:
        del files[f"{entry.slug}.md"]
    changes: list[ItemChange] = []
    listed: list[MeetingItem] = []
    taken = set(old_items)
    for entry in new.meeting.items:
        item = new_items[entry.slug]
        slug = kept.get(entry.slug) or _free(entry.slug, taken)
        listed.append(replace(entry, slug=slug))
        if entry.slug in kept:
            summary = workspace.load(meeting, slug).summary
            summary, change = carry_over(slug, summary, old_items[slug], item)
            changes += [change] if change.sentences or summary.title != change.title else []
        else:
            summary = Summary(item.title, new.report.language, source=item_digest(item))
            added = tuple(("", sentence.text) for sentence in item.sentences)
            changes.append(ItemChange(slug, item.title, False, added))
        files[f"{slug}.md"] = render_summary(summary).encode()
    for entry in meeting.items:
        if entry.slug in kept.values():
            continue
        lost = tuple((sentence.text, "") for sentence in old_items[entry.slug].sentences)
        empty = workspace.load(meeting, entry.slug).summary.is_empty
        changes.append(ItemChange(entry.slug, entry.title, not empty, lost))
        if empty:
            files[f"{entry.slug}.md"] = None
        else:
            # What people wrote stays, at the end, without a source.
            listed.append(replace(entry, part="", number=f"x{len(listed) + 1}"))
    if new.meeting.source != meeting.source:
        files[meeting.source] = None
    updated = replace(new.meeting, items=tuple(listed), deadline=meeting.deadline, url=meeting.url)
    files[MEETING_FILE] = render_meeting(updated).encode()
    return Reissue(updated, files, tuple(changes), new.report)


def _free(slug: str, taken: set[str]) -> str:
    name, n = slug, 1
    while name in taken:
        n += 1
        name = f"{slug}-{n}"
    taken.add(name)
    return name


def _same_items(
    old: Meeting, old_items: Mapping[str, Item], new: Meeting, new_items: Mapping[str, Item]
) -> dict[str, str]:
    """Old slug by new slug, best pairs first, each item once."""
    pairs = []
    for a in old.items:
        for b in new.items:
            score = _alike(a, old_items[a.slug], b, new_items[b.slug])
            if score >= ALIKE:
                pairs.append((-score, a.slug, b.slug))
    found: dict[str, str] = {}
    for _, a_slug, b_slug in sorted(pairs):
        if a_slug not in found.values() and b_slug not in found:
            found[b_slug] = a_slug
    return found


def _alike(a: MeetingItem, a_item: Item, b: MeetingItem, b_item: Item) -> float:
    title = SequenceMatcher(None, a.title.casefold(), b.title.casefold(), autojunk=False).ratio()
    ours = {sentence.text for sentence in a_item.sentences}
    theirs = {sentence.text for sentence in b_item.sentences}
    shared = len(ours & theirs) / max(1, min(len(ours), len(theirs)))
    same_place = 0.05 if (a.part, a.number) == (b.part, b.number) else 0.0
    return max(title, shared) + same_place


def carry_over(slug: str, summary: Summary, old: Item, new: Item) -> tuple[Summary, ItemChange]:
    """The summary with its evidence renumbered, and what changed under it."""
    places = align_sentences(old, new)
    cited = _cited(summary)
    differing, lost, stale = [], [], False
    for sentence in old.sentences:
        place = places.get(sentence.number)
        now = new.sentence(place) if place else None
        if now is None or " ".join(now.text.split()) != " ".join(sentence.text.split()):
            differing.append((sentence.text, now.text if now else ""))
            stale = stale or sentence.number in cited
            if now is None and sentence.number in cited:
                lost.append(sentence)
    matched = set(places.values())
    differing += [("", s.text) for s in new.sentences if s.number not in matched]
    topics, gone = _renumbered_topics(summary, places.get)
    summary = replace(_renumbered(summary, places.get), topics=topics)
    words = [("source_gone", {"n": s.number, "text": s.text}) for s in lost]
    words += [("topic_gone", {"topic": topic}) for topic in gone]
    remarks = tuple(
        Remark(say_in(summary.language, f"summaries.{key}", **values)) for key, values in words
    )
    summary = replace(
        summary,
        title=new.title or summary.title,
        remarks=summary.remarks + remarks,
        source=summary.source if stale else item_digest(new),
    )
    return summary, ItemChange(slug, new.title, stale, tuple(differing))


def merge_on_source(
    base: Summary, mine: Summary, theirs: Summary, source: Sequence[str], item: Item
) -> Merged:
    """Merge as `merge_summaries` does, where the source may have changed as well.

    `base` and `mine` were written on the sentences `source`, `theirs` stands on those of `item`:
    the evidence of the first two goes along first, so that all three mean the same sentences.
    """
    if tuple(source) == tuple(sentence.text for sentence in item.sentences):
        return merge_summaries(base, mine, theirs)
    numbered = tuple(Sentence(n, text, 0) for n, text in enumerate(source, 1))
    old = replace(item, title=base.title, sentences=numbered, footnotes=())
    mine, change = carry_over("", mine, old, item)
    merged = merge_summaries(carry_over("", base, old, item)[0], mine, theirs)
    if change.stale:
        merged = replace(merged, summary=replace(merged.summary, source=base.source))
    return merged


_CITING = ("sentences", "positions", "rejected", "next_steps", "commitments", "remarks")
"""The fields of a summary whose entries name evidence."""


def _entries(summary: Summary) -> Iterable[Any]:
    for name in _CITING:
        yield from getattr(summary, name)


def _cited(summary: Summary) -> set[int]:
    return {number for entry in _entries(summary) for number in entry.evidence}


def _renumbered(summary: Summary, place: Callable[[int], int | None]) -> Summary:
    def moved(entry: Any) -> Any:
        numbers = (place(number) for number in entry.evidence)
        return replace(entry, evidence=tuple(dict.fromkeys(n for n in numbers if n)))

    fields: dict[str, Any] = {name: tuple(map(moved, getattr(summary, name))) for name in _CITING}
    return replace(summary, **fields)


def _renumbered_topics(
    summary: Summary, place: Callable[[int], int | None]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The topics, those of a part of the item (`havens [s4-s9]`) moved with its sentences.

    Also the names of those of which every sentence is gone, and the topic with them.
    """
    kept, gone = [], []
    for entry in summary.topics:
        topic, numbers = parse_evidence(entry)
        moved = [n for n in map(place, numbers) if n]
        if numbers and not moved:
            gone.append(topic)
        else:
            kept.append(f"{topic} {render_evidence(moved)}".strip())
    return tuple(kept), tuple(gone)
