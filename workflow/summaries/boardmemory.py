"""What the board read before, so that only what has changed is read again.

It may be kept in a file, which may be deleted at any time. Nothing in it is believed but for
files whose time, size and inode are the same.
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from workflow.errors import WorkflowError
from workflow.files import Stamp
from workflow.summaries.glance import Glance, read_glances, scan, source_digests
from workflow.summaries.itemhead import HEAD
from workflow.summaries.model import Meeting, MeetingItem
from workflow.summaries.workspace import MEETING_FILE, REPORT_FILE, Workspace

_VERSION = f"2 {' '.join(HEAD)}"


@dataclass(slots=True)
class KnownMeeting:
    """A meeting as its files were when they were read."""

    stamps: dict[str, Stamp]
    meeting: Meeting
    glances: dict[str, Glance | WorkflowError]
    """By slug."""
    digests: Mapping[str, str] | None = None
    """By slug, the digest of the source; None where the report was not looked at."""
    trouble: WorkflowError | None = None
    """Why the report cannot be read, if that was tried."""
    made: tuple[Any, Any, Any] | None = None
    """Lines that were made of it, for whom and of which names; for the board alone."""

    @property
    def whole(self) -> bool:
        """Whether everything was read and nothing was wrong."""
        return self.trouble is None and not any(
            isinstance(seen, WorkflowError) for seen in self.glances.values()
        )


@dataclass(frozen=True, slots=True)
class Rules:
    """What the workspace says about claims and approvals, on a day."""

    today: date = date.min
    claim_days: int = 0
    approvers: Mapping[str, list[str]] = field(default_factory=dict, hash=False)


@dataclass(slots=True)
class BoardMemory:
    """What was read of every meeting."""

    meetings: dict[str, KnownMeeting] = field(default_factory=dict)
    stamps: dict[str, dict[str, Stamp]] = field(default_factory=dict)
    """By meeting, the stamps of its files when they were looked at last."""
    problems: list[WorkflowError] = field(default_factory=list)
    """Why meetings could not be read."""
    changed: bool = False
    """Whether it holds more than the file that it was read from."""
    rules: Rules = field(default_factory=Rules)

    def refresh(self, workspace: Workspace, *, sources: bool = True) -> None:
        """Read what has changed; without `sources` no report is opened."""
        self._learn_rules(workspace)
        self.stamps = scan(workspace.root)
        self.problems = []
        for gone in self.meetings.keys() - self.stamps.keys():
            del self.meetings[gone]
            self.changed = True
        for meeting_id in sorted(self.stamps, reverse=True):
            try:
                self._meeting(workspace, meeting_id, sources)
            except WorkflowError as error:
                self.meetings.pop(meeting_id, None)
                self.problems.append(error)

    def _learn_rules(self, workspace: Workspace) -> None:
        """See how long claims count and who may approve; old lines do not hold for new rules."""
        settings = workspace.settings
        rules = Rules(date.today(), settings.claim_days, dict(settings.approvers))
        if rules != self.rules:
            self.rules = rules
            for known in self.meetings.values():
                known.made = None

    def _meeting(self, workspace: Workspace, meeting_id: str, sources: bool) -> None:
        stamps = self.stamps[meeting_id]
        known = self.meetings.get(meeting_id)
        if known is not None and known.stamps == stamps and known.whole:
            if sources and known.digests is None:
                self._look_at_source(workspace, known)
            return
        new = _read(workspace, meeting_id, stamps, known)
        if sources and new.digests is None:
            self._look_at_source(workspace, new)
        self.meetings[meeting_id] = new
        self.changed = True

    def _look_at_source(self, workspace: Workspace, known: KnownMeeting) -> None:
        known.made = None
        self.changed = True
        try:
            known.digests = source_digests(workspace, known.meeting)
        except WorkflowError as error:
            known.trouble = error


def _read(
    workspace: Workspace, meeting_id: str, stamps: dict[str, Stamp], known: KnownMeeting | None
) -> KnownMeeting:
    """Read what is not known of a meeting."""

    def same(name: str) -> bool:
        return known is not None and name in stamps and known.stamps.get(name) == stamps[name]

    if known is not None and same(MEETING_FILE):
        meeting = known.meeting
        digests = known.digests if same(REPORT_FILE) else None
        glances: dict[str, Glance | WorkflowError] = {
            slug: seen
            for slug, seen in known.glances.items()
            if same(f"{slug}.md") and isinstance(seen, Glance)
        }
    else:
        meeting = workspace.meeting(meeting_id)
        digests, glances = None, {}
    missing = [entry.slug for entry in meeting.items if entry.slug not in glances]
    return KnownMeeting(
        stamps, meeting, glances | read_glances(workspace, meeting, missing), digests
    )


# The file


def read_memory(path: Path, mark: str) -> BoardMemory:
    """What was kept, or nothing if the file is damaged or another place's."""
    try:
        values = json.loads(path.read_bytes())
        if values["mark"] != [_VERSION, mark]:
            return BoardMemory()
        return BoardMemory(
            {name: _known(name, entry) for name, entry in values["meetings"].items()}
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return BoardMemory()


def write_memory(memory: BoardMemory, path: Path, mark: str) -> None:
    """Keep it for the next start; where that fails, it will be worked out again."""
    if not memory.changed:
        return
    memory.changed = False
    meetings = {name: _plain(known) for name, known in memory.meetings.items() if known.whole}
    half = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        half.write_text(json.dumps({"mark": [_VERSION, mark], "meetings": meetings}), "utf-8")
        half.replace(path)
    except OSError:
        with suppress(OSError):
            half.unlink(missing_ok=True)


def _plain(known: KnownMeeting) -> list[Any]:
    m = known.meeting
    items = []
    for item in m.items:
        seen = known.glances[item.slug]
        assert isinstance(seen, Glance)
        stamp = known.stamps.get(f"{item.slug}.md", (0, 0, 0))
        digest = None if known.digests is None else known.digests.get(item.slug, "")
        items.append(
            [item.slug, item.part, item.number, item.title, stamp, digest,
             seen.status, seen.topics, seen.values, seen.proposers]
        )  # fmt: skip
    own = {f"{item.slug}.md" for item in m.items}
    others = {name: stamp for name, stamp in known.stamps.items() if name not in own}
    head = [
        m.council, [day.isoformat() for day in m.days], m.title, m.language, m.source, m.sha256,
        m.place, m.parts, m.deadline.isoformat() if m.deadline else "",
    ]  # fmt: skip
    return [head, others, known.digests is not None, items]


def _known(meeting_id: str, values: list[Any]) -> KnownMeeting:
    head, others, looked_at, items = values
    council, days, title, language, source, sha256, place, parts, deadline = head
    stamps: dict[str, Stamp] = {name: (t, size, inode) for name, (t, size, inode) in others.items()}
    glances: dict[str, Glance | WorkflowError] = {}
    digests: dict[str, str] = {}
    entries = []
    for slug, part, number, name, stamp, digest, status, topics, heads, who in items:
        entries.append(MeetingItem(slug, part, number, name))
        if stamp[0]:
            stamps[f"{slug}.md"] = (stamp[0], stamp[1], stamp[2])
        glances[slug] = Glance(status, tuple(topics), tuple(heads), tuple(who))
        digests[slug] = digest or ""
    meeting = Meeting(
        meeting_id, council, tuple(date.fromisoformat(day) for day in days), title, language,
        source, sha256, place, tuple((i, t) for i, t in parts), tuple(entries),
        date.fromisoformat(deadline) if deadline else None,
    )  # fmt: skip
    return KnownMeeting(stamps, meeting, glances, digests if looked_at else None)
