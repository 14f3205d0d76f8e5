"""What the screens ask of the rooms below. Everything here may be slow: call it from a job.

`git` and `docx` come in when the first call needs them, never before the first paint.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from workflow.errors import WorkflowError
from workflow.summaries.board import Board, board_of, next_task, read_board
from workflow.summaries.boardmemory import BoardMemory
from workflow.summaries.glance import Folder
from workflow.summaries.workspace import Workspace
from workflow.tui.keeping import Keeping
from workflow.tui.outgoing import Outgoing

if TYPE_CHECKING:
    from workflow.history import History, Person, Revision
    from workflow.history.sharing import Sharing
    from workflow.report.model import Report
    from workflow.summaries.model import Finding, Summary
    from workflow.tui.answers import Opened, Shared, Standing
    from workflow.tui.past import Past


class Desk(Outgoing, Keeping):
    """A workspace and its history, opened when first needed."""

    def __init__(self, root: Path) -> None:
        self.workspace = Workspace(root)
        self._history: History | None = None
        self._opening = Lock()
        self._reading = Lock()
        self._memory: BoardMemory | None = None
        self.folders: Mapping[str, Folder] = {}
        """The meetings' folders when somebody last looked whether anything had changed."""
        self.identity = ""
        """The user's name as git knows it, once history was opened."""
        self.address = ""
        """Their e-mail address."""

    @property
    def root(self) -> Path:
        """The folder of the workspace."""
        return self.workspace.root

    def history(self) -> "History":
        """The history of the workspace."""
        with self._opening:
            if self._history is None:
                from workflow.history import open_history

                self._history = open_history(self.root)
                self.identity = self._history.identity_or_none()
                self.address = self._history.identity().email if self.identity else ""
        return self._history

    # The board

    def board(self) -> Board:
        """Every meeting from its files alone, quickly: what was read before is not read again.

        At the start it is what was known when the desk was left; the look at the files is made
        with everybody's part, right behind it.
        """
        with self._reading:
            files = self._memory is not None
            memory = self._remembered()
            return read_board(self.workspace, memory=memory, sources=False, files=files)

    def asks_for_trust(self, *, agreed: bool = False) -> tuple[str, ...]:
        """What a save would run of the folder's own, until the user has agreed to it."""
        from workflow.history import ownership

        if agreed:
            ownership.trust(self.history())
        return ownership.asks_for_trust(self.history())

    def words_at_start(self) -> tuple[str, ...]:
        """What was recovered, and what a person should know about the place."""
        from workflow.tui.watching import words_at_start

        return words_at_start(self)

    def outside_stamp(self) -> object:
        """Something that differs once a file or the branch has changed."""
        from workflow.tui.watching import outside_stamp

        return outside_stamp(self)

    def tidy(self, until: Callable[[], bool]) -> None:
        """Keep reading the history quick; makes way as soon as `until` says so."""
        from workflow.history.upkeep import tidy

        tidy(self.history(), until)

    def look_at_sources(self) -> None:
        """See which reports have changed since the texts were written on them."""
        with self._reading:
            self._remembered().refresh(self.workspace)

    def _remembered(self) -> BoardMemory:
        if self._memory is None:
            from workflow.history.boardfile import recall_board

            self._memory = recall_board(self.workspace)
        return self._memory

    def board_with_people(self) -> Board:
        """Every meeting, with its source, who wrote and who approved."""
        from workflow.history import people
        from workflow.history.boardfile import keep_board

        history = self.history()
        self.look_at_sources()
        memory = self._remembered()
        with self._reading:
            found = people(self.workspace, history, memory)
            keep_board(self.workspace, memory)
            return board_of(memory, found)

    def forget_board(self) -> None:
        """Read everything anew the next time, whatever is known."""
        with self._reading:
            self._memory = BoardMemory()

    # Sharing

    def sharing(self) -> "Sharing":
        """What is not shared yet, and how old what one sees is; without a network."""
        from workflow.history.sharing import sharing

        return sharing(self.history())

    def sync(self, heard: Callable[[str], None], address: str = "") -> "Shared":
        """Share, in a history of its own: saving goes on meanwhile. `address` names a new place."""
        from workflow.history import open_history
        from workflow.history.telling import share, sync_in_short, tell_lost_approvals, tell_sync
        from workflow.tui.answers import Shared

        result, lost = share(self.workspace, open_history(self.root), address=address, heard=heard)
        lines = tell_sync(self.workspace, result, on_screen=True)
        lines += tell_lost_approvals(self.workspace, lost, on_screen=True)
        news = bool(result.incoming or result.asked or result.notices)
        return Shared(sync_in_short(result), tuple(lines), news, len(result.open))

    # One item

    def open_item(self, meeting_id: str, slug: str) -> "Opened":
        """Everything about one item; raises WorkflowError where its file cannot be read."""
        from workflow.positions.suggesting import draft, suggest
        from workflow.tui.answers import Opened

        meeting = self.workspace.meeting(meeting_id)
        entry = self.workspace.find_item(meeting, slug)
        item = self.workspace.item(meeting, slug)
        loaded = self.workspace.load(meeting, slug)
        attributions = self.workspace.attributions(meeting, slug)
        settings = self.workspace.settings
        return Opened(
            meeting=meeting,
            entry=entry,
            item=item,
            summary=loaded.summary,
            text=loaded.text,
            problems=tuple(problem.placed for problem in loaded.problems),
            attributions=attributions,
            suggestions=suggest(item, attributions, own_government=settings.own_government),
            draft=draft(
                item,
                attributions,
                own_government=settings.own_government,
                words=settings.words_max,
            ),
            stale=self.workspace.stale(meeting, slug),
        )

    def standing(self, opened: "Opened") -> "Standing":
        """Who wrote the item and who approved it."""
        from workflow.history import approval_of, log
        from workflow.history.approvals import writers
        from workflow.history.locks import private_folder
        from workflow.tui.answers import Standing
        from workflow.tui.seen import looked_at

        history = self.history()
        path = self.path_of(opened.meeting.id, opened.entry.slug)
        revisions = log(history, [path], limit=0, blobs=True)
        people = writers(history, path, revisions)
        approval = approval_of(self.workspace, history, opened.meeting, opened.entry.slug)
        me = None
        with suppress(WorkflowError):
            me = history.identity()
        return Standing(
            tuple(person.name for person in people),
            me is not None and any(me.is_same(person) for person in people),
            approval.person.name if approval else "",
            *self._before(path, opened.text, revisions, me),
            looked_at(private_folder(history), path, opened.item),
        )

    def _before(
        self, path: str, now: str, revisions: "Sequence[Revision]", me: "Person | None"
    ) -> tuple[str, datetime | None, bool]:
        """What a reviewer compares with: the text last seen, else the one last approved.

        What one has just saved oneself is no news.
        """
        from workflow.history import read_at
        from workflow.history.locks import private_folder
        from workflow.tui.seen import last_seen

        seen = last_seen(private_folder(self.history()), path, self.identity)
        own = bool(me and revisions and me.is_same(revisions[0].person))
        if seen is not None and seen[0] != now and not own:
            return *seen, True
        for revision in revisions[1:]:
            if revision.action == "approve":
                content = read_at(self.history(), revision.commit, path) or b""
                return content.decode("utf-8", "replace"), revision.when, False
        return "", None, False

    def mark_seen(self, opened: "Opened", when: datetime) -> None:
        """Remember that the user has seen the item as it stands."""
        from workflow.history.locks import private_folder
        from workflow.tui.seen import mark_seen

        path = self.path_of(opened.meeting.id, opened.entry.slug)
        mark_seen(private_folder(self.history()), path, self.identity, opened.text, when)

    def mark_looked(self, opened: "Opened", numbers: frozenset[int]) -> None:
        """Remember which source sentences have been in sight."""
        from workflow.history.locks import private_folder
        from workflow.tui.seen import mark_looked

        path = self.path_of(opened.meeting.id, opened.entry.slug)
        mark_looked(private_folder(self.history()), path, opened.item, numbers)

    def findings(self, opened: "Opened", summary: "Summary") -> "tuple[Finding, ...]":
        """What the checks say about the summary as it stands on the screen."""
        from workflow.summaries.findings import check
        from workflow.summaries.proposals import proposal_findings

        settings = self.workspace.settings
        return proposal_findings(summary) + check(
            opened.item,
            summary,
            opened.attributions,
            own_government=settings.own_government,
            words=(settings.words_min, settings.words_max),
            meeting=opened.meeting.days,
            government=self.workspace.government_of(opened.meeting),
        )

    def spelling(self, opened: "Opened", summary: "Summary") -> "tuple[Finding, ...]":
        """Words that no dictionary knows, where one is installed; another program is asked."""
        from workflow.summaries.findings.spelling import check_spelling

        return check_spelling(opened.item, summary)

    def add_word(self, opened: "Opened", word: str, *, stance: str, actor: str) -> "Opened":
        """Add a word to the house's lexicon as one commit, and read the item with it."""
        from workflow.history.learning import save_word
        from workflow.positions.adding import add_word

        language = opened.meeting.language
        added = add_word(self.workspace.lexicon_home, language, word, stance=stance, actor=actor)
        save_word(self.workspace, self.history(), added)
        return self.open_item(opened.meeting.id, opened.entry.slug)

    def save(self, opened: "Opened", summary: "Summary", *, stale: bool = False) -> "Opened":
        """Save as one commit, and read the item back; a `stale` text stays marked as such."""
        from workflow.history import actions

        actions.save_summary(
            self.workspace,
            self.history(),
            opened.meeting,
            opened.entry.slug,
            summary,
            base=opened.text,
            stale=stale,
        )
        return self.open_item(opened.meeting.id, opened.entry.slug)

    def move(self, opened: "Opened", action: str, **options: str) -> "Opened":
        """Submit, approve or reopen, and read the item back."""
        from workflow.history import actions

        function = getattr(actions, action)
        function(self.workspace, self.history(), opened.meeting, opened.entry.slug, **options)
        return self.open_item(opened.meeting.id, opened.entry.slug)

    def next_for(self, meeting_id: str, slug: str) -> tuple[str, str] | None:
        """The next item that needs the user: further down this meeting first, then anywhere."""
        board = self.board_with_people()
        for here in (m for m in board.meetings if m.id == meeting_id):
            slugs = [line.item.slug for line in here.items]
            place = slugs.index(slug) if slug in slugs else -1
            for line in (*here.items[place + 1 :], *here.items[: max(0, place)]):
                mine = line.status in ("open", "draft")
                to_review = line.status == "review" and line.written_by != self.identity
                if (mine or to_review) and not line.error:
                    return meeting_id, line.item.slug
        task = next_task(board, self.identity, self.address)
        found = (task.meeting, task.slug)
        return found if task.slug and found != (meeting_id, slug) else None

    # Import

    def read_report(self, path: Path) -> "Report":
        """A report file as a report; nothing is written."""
        from workflow.report.reader import read_report

        return read_report(path)

    def last_folder(self) -> Path:
        """Where the user last took a report from."""
        from workflow.tui.memory import recall

        folder = Path(recall("folder") or "")
        return folder if folder.is_absolute() and folder.is_dir() else Path.home()

    def remember_folder(self, folder: Path) -> None:
        """Start there the next time."""
        from workflow.tui.memory import remember

        remember("folder", str(folder.absolute()))

    def set_deadline(self, meeting_id: str, words: str) -> None:
        """Set the day by which a meeting's summaries are due; no words: the usual day."""
        from workflow.history.facts import set_deadline
        from workflow.summaries.typed import day_of

        meeting = self.workspace.meeting(meeting_id)
        set_deadline(self.workspace, self.history(), meeting, day_of(words))

    # Comparison

    def older_meeting(self, meeting_id: str) -> str | None:
        """Id of the meeting of the same council before this one."""
        from workflow.comparison.sides import previous_meeting

        found = previous_meeting(self.workspace, self.workspace.meeting(meeting_id))
        return found.id if found else None

    # History

    def path_of(self, meeting_id: str, slug: str) -> str:
        """The path of an item's file, or of its meeting's folder, in the workspace."""
        if slug:
            return self.workspace.relative(self.workspace.summary_path(meeting_id, slug))
        return self.workspace.relative(self.workspace.meeting_folder(meeting_id))

    def past(self) -> "Past":
        """What was saved before, for the history screen."""
        from workflow.tui.past import Past

        return Past(self)
