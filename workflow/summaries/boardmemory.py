"""What the board read before, so that only what has changed is read again.

It may be kept in a file, which may be deleted at any time. Nothing in it is believed but for
files whose time, size and inode are the same. What is known of a meeting stays packed until
somebody asks for it: of a thousand meetings a screen shows a few.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from workflow.cachefile import read_cache, without_collecting, write_cache
from workflow.errors import WorkflowError
from workflow.files import Stamp
from workflow.summaries.boardfacts import (
    Held,
    HeldPeople,
    MeetingFacts,
    Pair,
    Tally,
    tally_of,
)
from workflow.summaries.glance import (
    Folder,
    Glance,
    read_glances,
    read_meeting,
    scan,
    source_digests,
)
from workflow.summaries.itemhead import HEAD
from workflow.summaries.workspace import MEETING_FILE, REPORT_FILE, Workspace

_VERSION = f"board 5 {' '.join(HEAD)}"


@dataclass(slots=True)
class KnownMeeting:
    """A meeting as its files were when they were read."""

    folder: Folder
    held: Held
    """What its files say."""
    held_people: HeldPeople = field(default_factory=HeldPeople)
    """Who wrote and who approved; nothing while that has not been worked out for these files."""
    council: str = ""
    size: int = 0
    """Number of items."""
    looked_at: bool = False
    """Whether it is known what its report says now."""
    tally: Tally = ()
    """What its files alone count up to."""
    people_tally: Tally = ()
    """What its files count up to with these people."""
    made: tuple[Any, Any] | None = None
    """Lines that were made of it, and of which names; for the board alone."""

    @property
    def facts(self) -> MeetingFacts:
        """What its files say."""
        return self.held.facts

    def learn(self, facts: MeetingFacts) -> None:
        """Know other facts from now on."""
        self.held, self.made = Held(b"", facts), None
        self.council, self.size = facts.meeting.council, len(facts.meeting.items)
        self.looked_at = facts.digests is not None
        self.tally = tally_of(facts, None)
        if self.held_people.known:
            self.people_tally = tally_of(facts, self.held_people.people)

    def meet(self, people: Mapping[str, Pair]) -> bool:
        """Know who wrote and who approved; tells whether that is new."""
        if self.held_people.known and people == self.held_people.people:
            return False
        self.held_people = HeldPeople(b"", people)
        self.people_tally = tally_of(self.facts, people)
        return True

    @property
    def whole(self) -> bool:
        """Whether everything was read and nothing was wrong."""
        return self.held.whole


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
    problems: list[WorkflowError] = field(default_factory=list)
    """Why meetings could not be read."""
    changed: bool = False
    """Whether it holds more than the file that it was read from."""
    rules: Rules = field(default_factory=Rules)
    people_of: tuple[str, ...] = ()
    """Of which history and by which rules the people are that it knows."""

    def refresh(self, workspace: Workspace, *, sources: bool = True, files: bool = True) -> None:
        """Read what has changed; without `sources` no report is opened.

        Without `files` nothing is looked at as long as anything is known.
        """
        self._learn_rules(workspace)
        if self.meetings and not files:
            return
        folders = scan(workspace.root, {name: k.folder for name, k in self.meetings.items()})
        self.problems = []
        with without_collecting():
            self._refresh(workspace, folders, sources)
        self.problems.reverse()

    def _refresh(self, workspace: Workspace, folders: Mapping[str, Folder], sources: bool) -> None:
        for gone in self.meetings.keys() - folders.keys():
            del self.meetings[gone]
            self.changed = True
        for meeting_id, folder in folders.items():
            known = self.meetings.get(meeting_id)
            same = known is not None and known.folder is folder and known.whole
            if same and known is not None and (known.looked_at or not sources):
                continue  # as nearly always
            try:
                self._meeting(workspace, meeting_id, folder, sources)
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

    def _meeting(
        self, workspace: Workspace, meeting_id: str, folder: Folder, sources: bool
    ) -> None:
        known = self.meetings.get(meeting_id)
        if known is not None and known.folder == folder and known.whole:
            self.changed = self.changed or known.folder.own != folder.own
            known.folder = folder
        else:
            facts = _read(workspace, meeting_id, folder.stamps, known)
            known = KnownMeeting(folder, Held(b"", facts))
            known.learn(facts)
            self.meetings[meeting_id] = known
            self.changed = True
        if sources and not known.looked_at:
            self._look_at_source(workspace, known)

    def _look_at_source(self, workspace: Workspace, known: KnownMeeting) -> None:
        self.changed = True
        try:
            digests = source_digests(workspace, known.facts.meeting)
        except WorkflowError as error:
            known.learn(replace(known.facts, trouble=error))
        else:
            known.learn(replace(known.facts, digests=digests))


def _read(
    workspace: Workspace, meeting_id: str, stamps: dict[str, Stamp], known: KnownMeeting | None
) -> MeetingFacts:
    """Read what is not known of a meeting."""

    def same(name: str) -> bool:
        if known is None or name not in stamps:
            return False
        return known.folder.stamps.get(name) == stamps[name]

    if known is None or not same(MEETING_FILE):
        return MeetingFacts(*read_meeting(workspace, meeting_id, stamps))
    glances = {
        slug: seen
        for slug, seen in known.facts.glances.items()
        if same(f"{slug}.md") and isinstance(seen, Glance)
    }
    meeting = known.facts.meeting
    missing = [entry.slug for entry in meeting.items if entry.slug not in glances]
    found = read_glances(workspace, meeting, missing, stamps)
    return MeetingFacts(
        meeting, glances | found, known.facts.digests if same(REPORT_FILE) else None
    )


# The file


def read_memory(path: Path, mark: str) -> BoardMemory:
    """What was kept, or nothing if the file is damaged or another place's."""
    values = read_cache(path, f"{_VERSION} {mark}")
    if not isinstance(values, tuple):
        return BoardMemory()
    people_of, meetings = values
    found = {}
    for name, (folder, packed, people, *rest) in meetings.items():
        found[name] = KnownMeeting(Folder(*folder), Held(packed), HeldPeople(people), *rest)
    return BoardMemory(found, people_of=people_of)


def write_memory(memory: BoardMemory, path: Path, mark: str) -> None:
    """Keep it for the next start; where that fails, it will be worked out again."""
    if not memory.changed:
        return
    memory.changed = False
    meetings = {}
    for name, known in memory.meetings.items():
        if not known.whole:
            continue
        folder = known.folder
        meetings[name] = (
            (folder.names, folder.times, folder.sizes, folder.inodes, folder.own),
            known.held.pack(), known.held_people.pack(), known.council, known.size,
            known.looked_at, known.tally, known.people_tally,
        )  # fmt: skip
    write_cache(path, f"{_VERSION} {mark}", (memory.people_of, meetings))
