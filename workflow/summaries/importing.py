"""From a report to the files of a new meeting."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from workflow.config import Settings
from workflow.errors import WorkflowError
from workflow.report.introduction import can_split, split_introduction
from workflow.report.model import Report
from workflow.report.outline import render_outline
from workflow.summaries.itemfile import render_summary
from workflow.summaries.meetingfile import render_meeting
from workflow.summaries.meetings import LONGEST_COUNCIL, council_slug
from workflow.summaries.model import Meeting, MeetingItem, Summary
from workflow.summaries.reportfile import render_report
from workflow.summaries.structure import STRUCTURE_FILE
from workflow.summaries.workspace import MEETING_FILE, REPORT_FILE, Workspace, item_digest
from workflow.text import slug

_COUNCIL = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


@dataclass(frozen=True, slots=True)
class NewMeeting:
    """A meeting that is ready to be saved."""

    meeting: Meeting
    report: Report
    files: Mapping[str, bytes]
    """Content by name within the meeting's folder."""


def plan_import(
    report: Report,
    source: Path,
    content: bytes,
    *,
    settings: Settings,
    council: str = "",
    day: date | None = None,
    corrected: bool = False,
) -> NewMeeting:
    """Work out meeting, slugs and files; nothing is written.

    `council` and `day` overrule what the report says; `corrected` says that a person changed the
    structure of the report, which is then kept with the meeting. Raises WorkflowError where
    neither the report nor the caller says which council met and when, or there are no items.
    """
    days = report.dates
    if day is not None:
        days = days if days and days[0] == day else (day,)
    if not days:
        raise WorkflowError("summaries.errors.no_date", path=source)
    name = council or council_slug(report.council)
    if not name:
        raise WorkflowError("summaries.errors.no_council", path=source)
    if not _COUNCIL.match(name) or len(name) > LONGEST_COUNCIL:
        raise WorkflowError("summaries.errors.bad_council", council=name)
    if can_split(report) and not corrected:
        report = split_introduction(report)
    report = replace(report, dates=days)
    parts, items = _items(report)
    if not items:
        raise WorkflowError("summaries.errors.no_items", path=source)
    meeting = Meeting(
        id=f"{days[0].isoformat()}-{name}",
        council=name,
        days=days,
        title=report.title,
        language=report.language,
        source="source" + (source.suffix.lower() or ".txt"),
        sha256=sha256(content).hexdigest(),
        place=report.place,
        parts=parts,
        items=items,
        deadline=days[-1] + timedelta(days=settings.deadline_days),
    )
    files = _files(meeting, report, content)
    if corrected:
        files[STRUCTURE_FILE] = render_outline(report).encode()
    return NewMeeting(meeting, report, files)


def imported_files(workspace: Workspace, paths: Iterable[Path]) -> Mapping[Path, Meeting]:
    """Which of these files were brought in before, whatever their names, and as which meetings.

    Only files as long as the report of a meeting are read. A meeting or a file that cannot be
    read is passed over.
    """
    by_length: dict[int, dict[str, Meeting]] = {}
    for meeting_id in workspace.meeting_ids():
        with suppress(WorkflowError, OSError):
            meeting = workspace.meeting(meeting_id)
            source = workspace.meeting_folder(meeting) / meeting.source
            by_length.setdefault(source.stat().st_size, {})[meeting.sha256] = meeting
    found = {}
    for path in paths:
        with suppress(OSError):
            if known := by_length.get(path.stat().st_size):
                digest = sha256(path.read_bytes()).hexdigest()
                if digest in known:
                    found[path] = known[digest]
    return found


def _items(report: Report) -> tuple[tuple[tuple[str, str], ...], tuple[MeetingItem, ...]]:
    """Parts and items as the meeting lists them, every label and slug unique.

    Unnumbered items get running numbers; parts without a numeral get one where two items
    would otherwise be cited alike.
    """
    numbers: list[list[str]] = []
    running = 0
    for part in report.parts:
        row = []
        for item in part.items:
            if item.is_introduction:
                continue
            running += 1
            row.append(item.number or str(running))
        numbers.append(row)
    ids = [part.id for part in report.parts]
    labels = Counter((i, number) for i, row in zip(ids, numbers, strict=True) for number in row)
    if any(count > 1 for count in labels.values()):
        ids = [i if ids.count(i) == 1 and i else str(n) for n, i in enumerate(ids, 1)]
    items: list[MeetingItem] = []
    taken: set[str] = set()
    used: set[tuple[str, str]] = set()
    for part, part_id, row in zip(report.parts, ids, numbers, strict=True):
        real = (item for item in part.items if not item.is_introduction)
        for item, number in zip(real, row, strict=True):
            label, extra = number, 1
            while (part_id, label) in used:
                extra += 1
                label = f"{number}-{extra}"
            used.add((part_id, label))
            items.append(MeetingItem(unique_slug(item.title, taken), part_id, label, item.title))
    parts = tuple(
        (part_id, part.title)
        for part, part_id in zip(report.parts, ids, strict=True)
        if part_id or part.title
    )
    return parts, tuple(items)


def unique_slug(title: str, taken: set[str]) -> str:
    """A slug for a title that is not in `taken`, which it is added to."""
    base = slug(title)
    if base in ("report", "source"):
        base += "-x"
    name, n = base, 1
    while name in taken:
        n += 1
        name = f"{base}-{n}"
    taken.add(name)
    return name


def _files(meeting: Meeting, report: Report, content: bytes) -> dict[str, bytes]:
    files = {
        MEETING_FILE: render_meeting(meeting).encode(),
        REPORT_FILE: render_report(report).encode(),
        meeting.source: content,
    }
    real = (item for _, item in report.items() if not item.is_introduction)
    for entry, item in zip(meeting.items, real, strict=True):
        summary = Summary(item.title, report.language, source=item_digest(item))
        files[f"{entry.slug}.md"] = render_summary(summary).encode()
    return files
