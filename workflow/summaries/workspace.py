"""The workspace: the folder with `summaries/` and `exports/`, read through this module only."""

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from workflow.config import Settings, merged, read_values, user_file
from workflow.errors import WorkflowError
from workflow.files import read_below
from workflow.languages import LANGUAGES
from workflow.summaries.meetingfile import parse_meeting
from workflow.summaries.meetings import Meeting, MeetingItem

if TYPE_CHECKING:
    from workflow.positions.lexicon import Lexicon
    from workflow.positions.model import Attribution
    from workflow.report.model import Item, Report
    from workflow.summaries.itemfile import Problem
    from workflow.summaries.model import Summary

SUMMARIES = "summaries"
EXPORTS = "exports"
SETTINGS = "workflow.toml"
LEXICON = "lexicon"
MEETING_FILE = "meeting.toml"
REPORT_FILE = "report.md"

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class LoadedSummary:
    """A summary as it stands on disk."""

    summary: "Summary"
    text: str
    """The file's text, the base of an edit."""
    problems: "tuple[Problem, ...]"


def item_digest(item: "Item") -> str:
    """Twelve hexadecimal digits that change when a source sentence of the item does."""
    return text_digest("\n".join(" ".join(sentence.text.split()) for sentence in item.sentences))


def text_digest(text: str) -> str:
    """The same of the sentences alone, one a line."""
    return sha256(text.encode()).hexdigest()[:12]


def is_stale(summary: "Summary", item: "Item") -> bool:
    """Whether the source has changed since the text was last saved."""
    return bool(summary.source) and summary.source != item_digest(item)


def items_by_slug(meeting: Meeting, report: "Report") -> "dict[str, Item]":
    """The source of each item; report and meeting list them in the same order.

    An item that the report no longer holds has an empty source.
    """
    from workflow.report.model import Item

    items = [item for _, item in report.items() if not item.is_introduction]
    items += [Item("", "", ())] * (len(meeting.items) - len(items))
    return {entry.slug: item for entry, item in zip(meeting.items, items, strict=False)}


def find_workspace(start: Path) -> "Workspace":
    """The workspace in `start` or its nearest parent; WorkflowError where there is none."""
    try:
        start = start.resolve()
    except (OSError, RuntimeError):
        start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / SUMMARIES).is_dir():
            return Workspace(folder)
    raise WorkflowError("summaries.errors.no_workspace", path=start)


def holds_something(folder: Path) -> bool:
    """Whether a folder holds anything that is not hidden, as far as one may look."""
    try:
        return any(not path.name.startswith(".") for path in folder.iterdir())
    except OSError:
        return False


class Workspace:
    """A workspace on disk. Reads are cached by the file's time and size."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._cache: dict[tuple[str, Path], tuple[tuple[int, int], object]] = {}

    @property
    def settings(self) -> Settings:
        """The settings that hold: the person's own, then those of `workflow.toml`."""
        house, own = self.root / SETTINGS, user_file()
        return merged(
            self._cached("settings", house, lambda: read_values(house)),
            self._cached("settings", own, lambda: read_values(own, personal=True)),
        )

    @property
    def lexicon(self) -> Path | None:
        """The folder with the house's own actors, persons and verbs, if there is one."""
        folder = self.lexicon_home
        return folder if folder.is_dir() else None

    @property
    def lexicon_home(self) -> Path:
        """Where that folder stands, or would stand."""
        return self.root / SUMMARIES / LEXICON

    def name_actors(self) -> None:
        """From now on the house's own actors of this workspace are shown by their names."""
        if self.lexicon is None and "workflow.positions.house" not in sys.modules:
            return  # nothing to tell, and nobody who asked: a quick start loads no lexicon
        from workflow.positions.house import use_house

        use_house(self.lexicon, LANGUAGES)

    # Places

    def meeting_folder(self, meeting: Meeting | str) -> Path:
        """The folder of a meeting, by year."""
        name = meeting if isinstance(meeting, str) else meeting.id
        return self.root / SUMMARIES / name[:4] / name

    def summary_path(self, meeting: Meeting | str, slug: str) -> Path:
        """The file of an item."""
        return self.meeting_folder(meeting) / f"{slug}.md"

    def relative(self, path: Path) -> str:
        """The path below the workspace, with forward slashes."""
        return path.relative_to(self.root).as_posix()

    # Reading

    def meeting_ids(self) -> tuple[str, ...]:
        """The ids of all meetings, newest first."""
        found = (self.root / SUMMARIES).glob(f"[0-9][0-9][0-9][0-9]/*/{MEETING_FILE}")
        return tuple(sorted((path.parent.name for path in found), reverse=True))

    def meetings(self) -> tuple[Meeting, ...]:
        """All meetings, newest first."""
        return tuple(self.meeting(meeting_id) for meeting_id in self.meeting_ids())

    def meeting(self, meeting_id: str) -> Meeting:
        """One meeting. WorkflowError if there is none of that id, or its file is damaged."""
        self.name_actors()
        if (
            not meeting_id.replace("-", "").isalnum()
            or not (path := self.meeting_folder(meeting_id) / MEETING_FILE).is_file()
        ):
            known = ", ".join(self.meeting_ids())
            if not known:
                raise WorkflowError("summaries.errors.no_meetings")
            raise WorkflowError("summaries.errors.no_meeting", meeting=meeting_id, known=known)
        where = self.relative(path)
        return self._cached(
            "meeting", path, lambda: parse_meeting(self.read_text(path), meeting_id, where=where)
        )

    def language_of(self, meeting: Meeting | None = None) -> str:
        """The language of the history: the workspace's own, else the meeting's or the newest."""
        chosen = self.settings.language or (meeting.language if meeting else self._newest())
        return chosen if chosen in LANGUAGES else LANGUAGES[0]

    def _newest(self) -> str:
        """The language of the last meeting that can be read."""
        for name in self.meeting_ids():
            with suppress(WorkflowError):
                return self.meeting(name).language
        return ""

    def find_item(self, meeting: Meeting, key: str) -> MeetingItem:
        """The item with that label or slug; WorkflowError that lists them if there is none."""
        item = meeting.item(key)
        if item is None:
            known = ", ".join(entry.label for entry in meeting.items)
            raise WorkflowError(
                "summaries.errors.no_item", meeting=meeting.id, item=key, known=known
            )
        return item

    def report(self, meeting: Meeting) -> "Report":
        """The report as it was read at import, from `report.md`."""
        path = self.meeting_folder(meeting) / REPORT_FILE
        return self._cached("report", path, lambda: self.read_report(meeting))

    def read_report(self, meeting: Meeting) -> "Report":
        """The same, read anew and not kept: for those who pass by every meeting once."""
        path = self.meeting_folder(meeting) / REPORT_FILE
        from workflow.summaries.reportfile import parse_report

        report = parse_report(self.read_text(path), meeting)
        if meeting.items and not any(part.items for part in report.parts):
            raise WorkflowError("summaries.errors.bare_report", where=self.relative(path))
        return report

    def item(self, meeting: Meeting, slug: str) -> "Item":
        """The source of one item: its sentences and notes, and what they refer to."""
        path = self.meeting_folder(meeting) / REPORT_FILE

        def read() -> "Item":
            from workflow.summaries.references import with_references

            item = items_by_slug(meeting, self.report(meeting))[slug]
            return with_references(item, meeting.language, meeting.days)

        return self._cached(f"item {slug}", path, read)

    def load(self, meeting: Meeting, slug: str) -> LoadedSummary:
        """A summary from its file. WorkflowError if the file is missing or has a broken head."""
        from workflow.summaries.itemfile import parse_summary

        path = self.summary_path(meeting, slug)

        def read() -> LoadedSummary:
            text = self.read_text(path)
            parsed = parse_summary(text, meeting.language, where=self.relative(path))
            return LoadedSummary(parsed.summary, text, parsed.problems)

        return self._cached("summary", path, read)

    def attributions(self, meeting: Meeting, slug: str) -> "tuple[Attribution, ...]":
        """What the program finds in the sentences of one item."""
        from workflow.positions.attribution import attribute
        from workflow.positions.house import house_stamp

        self.name_actors()
        path = self.meeting_folder(meeting) / REPORT_FILE

        def find() -> "dict[str, tuple[Attribution, ...]]":
            report = self.report(meeting)
            found = attribute(report, self.words_of(report))
            by_item = [
                attributions
                for (_, item), attributions in zip(report.items(), found, strict=True)
                if not item.is_introduction
            ]
            slugs = (entry.slug for entry in meeting.items)
            return dict(zip(slugs, by_item, strict=False))

        own = self.settings.own_government
        return self._cached(f"attributions {house_stamp()} {own}", path, find).get(slug, ())

    def government_of(self, meeting: Meeting) -> str:
        """Whose account the meeting's report is: the actor id of a government."""
        from workflow.positions.whose import speaking_government

        own = self.settings.own_government
        path = self.meeting_folder(meeting) / REPORT_FILE
        return self._cached(
            f"government {own}", path, lambda: speaking_government(self.report(meeting), own)
        )

    def words_of(self, report: "Report") -> "Lexicon":
        """The words by which a report is read: the house's too, and "we" as who it speaks for."""
        from workflow.positions.loading import load_lexicon
        from workflow.positions.whose import speaking_government

        government = speaking_government(report, self.settings.own_government)
        return load_lexicon(report.language, self.lexicon, government)

    def stale(self, meeting: Meeting, slug: str) -> bool:
        """Whether the item's source has changed since its summary was saved."""
        return is_stale(self.load(meeting, slug).summary, self.item(meeting, slug))

    def read_text(self, path: Path) -> str:
        """A text file of the workspace; WorkflowError where it cannot be read."""
        return _decode(self.read_bytes(path), self.relative(path))

    def read_bytes(self, path: Path) -> bytes:
        """A file of the workspace. Links are not followed: they may lead outside."""
        where = self.relative(path)
        try:
            return read_below(self.root, path.relative_to(self.root).parts)
        except FileNotFoundError:
            raise WorkflowError("summaries.errors.missing", where=where) from None
        except OSError as error:
            self.guard(path)
            detail = error.strerror or type(error).__name__
            raise WorkflowError("summaries.errors.unreadable", where=where, detail=detail) from None

    def guard(self, path: Path) -> None:
        """Raise WorkflowError if a step on the way from the root to `path` is a link."""
        step = self.root
        for name in path.relative_to(self.root).parts:
            step = step / name
            if step.is_symlink():
                raise WorkflowError("summaries.errors.link", where=self.relative(step))

    def _cached(self, kind: str, path: Path, read: Callable[[], _Value]) -> _Value:
        try:
            facts = path.stat()
            stamp = (facts.st_mtime_ns, facts.st_size)
        except OSError:
            return read()
        known = self._cache.get((kind, path))
        if known is not None and known[0] == stamp:
            return known[1]  # type: ignore[return-value]  # the kind fixes the type
        value = read()
        self._cache[kind, path] = (stamp, value)
        return value


def _decode(content: bytes, where: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise WorkflowError("summaries.errors.not_text", where=where) from None
