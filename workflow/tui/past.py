"""What the history screen asks: versions, their texts, who wrote what, and bringing it back.

Everything here may be slow: call it from a job.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from workflow.errors import WorkflowError
from workflow.languages import current
from workflow.summaries.itemfile import parse_summary
from workflow.summaries.readable import as_whole
from workflow.summaries.workspace import SUMMARIES

if TYPE_CHECKING:
    from workflow.history import BlameLine, History
    from workflow.tui.desk import Desk

PAGE = 200
"""Versions that are read at a time."""
_FILES = 12
"""Files of one version whose differences are shown."""


@dataclass(frozen=True, slots=True)
class Version:
    """One saved version, as the screen lists it."""

    commit: str
    author: str
    when: datetime
    subject: str
    action: str = ""
    paths: tuple[str, ...] = ()
    """The files that it touched."""


def left_behind(desk: "Desk") -> tuple[tuple[str, str, str], ...]:
    """The items of which text was typed that was not saved when a program ended.

    Of each the meeting, the slug, and what people call it.
    """
    from workflow.history import drafts
    from workflow.history.telling import place_of

    found = []
    for draft in drafts(desk.history()):
        path = desk.root / draft.key
        if not draft.key.startswith(f"{SUMMARIES}/") or draft.key.count("/") != 3:
            continue
        meeting, entry = place_of(desk.workspace, draft.key)
        if entry and not (path.is_file() and path.read_text("utf-8", "replace") == draft.text):
            name = desk.workspace.meeting(meeting).name
            words = f"{entry.label} {entry.title} ({name})".strip()
            found.append((meeting, entry.slug, words))
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class FileChange:
    """What one version did to one file."""

    path: str
    old: str
    new: str
    name: str
    """What people call the item."""
    language: str
    """Of the report, and so of the headings in the file."""


class Past:
    """The history of a workspace, as the screen sees it."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk

    def _history(self) -> "History":
        return self._desk.history()

    def _path(self, meeting_id: str, slug: str) -> str:
        workspace = self._desk.workspace
        if slug:
            return workspace.relative(workspace.summary_path(meeting_id, slug))
        if meeting_id:
            return workspace.relative(workspace.meeting_folder(meeting_id))
        return SUMMARIES

    def versions(
        self, meeting_id: str, slug: str, *, skip: int = 0, author: str = "", action: str = ""
    ) -> tuple[Version, ...]:
        """The next page of saved versions of an item, a meeting or everything, newest first."""
        from workflow.history import log_of
        from workflow.history.retelling import tell_ahead

        path = self._path(meeting_id, slug)
        found = log_of(self._history(), path, PAGE, skip, author=author, action=action)
        tell_ahead(revision.subject for revision in found)  # no key waits for names of actors
        return tuple(
            Version(r.commit, r.author, r.when, r.subject, r.action, r.paths) for r in found
        )

    def texts(self, meeting_id: str, slug: str, commits: Sequence[str]) -> dict[str, str]:
        """The text of an item in each of these versions; of a meeting, all its items."""
        from workflow.history import read_versions

        paths = [self._path(meeting_id, slug)]
        if not slug:
            meeting = self._desk.workspace.meeting(meeting_id)
            paths = [self._path(meeting_id, entry.slug) for entry in meeting.items]
        wanted = [(commit, path) for commit in commits for path in paths]
        contents = [_text(content) for content in read_versions(self._history(), wanted)]
        if not slug:
            contents = [as_whole(text, meeting.language) for text in contents]
        size = len(paths)
        return {
            commit: "\n".join(contents[place * size : (place + 1) * size])
            for place, commit in enumerate(commits)
        }

    def changes(self, version: Version) -> tuple[FileChange, ...]:
        """What a version did to the item files that it touched, of the first few of them."""
        from workflow.history import read_versions

        texts = (path for path in version.paths if path.endswith(".md"))
        items = sorted(texts, key=self._place)[:_FILES]
        names = [(version.commit, path) for path in items]
        before = self._history().git(
            ["rev-parse", "--verify", "--quiet", f"{version.commit}^1^{{commit}}"]
        )
        parent = before.text
        if parent:
            names += [(parent, path) for path in items]
        contents = [_text(content) for content in read_versions(self._history(), names)]
        olds = contents[len(items) :] or [""] * len(items)
        return tuple(
            FileChange(path, old, new, *self._named(path))
            for path, old, new in zip(items, olds, contents, strict=False)
        )

    def _place(self, path: str) -> tuple[str, int]:
        """Where a file stands: the items of its meeting in their order, the rest behind them."""
        folder, _, name = path.rpartition("/")
        try:
            items = self._desk.workspace.meeting(folder.rpartition("/")[2]).items
        except WorkflowError:
            items = ()
        slugs = [entry.slug for entry in items]
        slug = name.removesuffix(".md")
        return folder, slugs.index(slug) if slug in slugs else len(slugs)

    def _named(self, path: str) -> tuple[str, str]:
        """What people call the item of a file, and the language of its report."""
        meeting_id, slug = path.split("/")[-2:]
        slug = slug.removesuffix(".md")
        try:
            meeting = self._desk.workspace.meeting(meeting_id)
        except WorkflowError:
            return slug, current()
        entry = next((entry for entry in meeting.items if entry.slug == slug), None)
        return (f"{entry.label} {entry.title}" if entry else slug), meeting.language

    def written_by(self, meeting_id: str, slug: str) -> tuple["BlameLine", ...]:
        """Every sentence of an item as it was last saved, with who wrote it."""
        from workflow.history import blame, sentences

        return sentences(blame(self._history(), self._path(meeting_id, slug)))

    def sentence(self, meeting_id: str, slug: str, line: int) -> tuple["BlameLine", ...]:
        """How the sentence on a line of the file came to be, the newest first."""
        from workflow.history import earlier_versions

        return earlier_versions(self._history(), self._path(meeting_id, slug), line)

    def sentences_of(self, meeting_id: str, slug: str, commit: str) -> Mapping[int, str]:
        """The sentences of an older version that the text of now does not have, by place."""
        from workflow.history import read_at

        meeting = self._desk.workspace.meeting(meeting_id)
        path = self._path(meeting_id, slug)
        text = _text(read_at(self._history(), commit, path))
        old = parse_summary(text, meeting.language, where=path).summary
        now = self._desk.workspace.load(meeting, slug).summary
        known = {entry.text for entry in now.sentences}
        return {n: e.text for n, e in enumerate(old.sentences) if e.text not in known}

    def restore(self, meeting_id: str, slug: str, commit: str, sentence: int | None = None) -> None:
        """Bring an older version of an item back, or one sentence of it, as a new version."""
        from workflow.history import actions

        workspace = self._desk.workspace
        meeting = workspace.meeting(meeting_id)
        actions.restore_summary(
            workspace, self._history(), meeting, slug, commit, sentence=sentence
        )

    def restore_meeting(self, meeting_id: str) -> None:
        """Bring a meeting that was taken out back, as it was just before."""
        from workflow.history import actions

        actions.restore_meeting(self._desk.workspace, self._history(), meeting_id)


def _text(content: bytes | None) -> str:
    return (content or b"").decode("utf-8", "replace")
