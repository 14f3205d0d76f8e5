"""Sharing from the board: one key, a line that says how far it is, words for what happened."""

from datetime import UTC
from typing import TYPE_CHECKING

from workflow.languages import say
from workflow.summaries.board import Board
from workflow.summaries.boardfacts import DECIDING
from workflow.tui.moments import moment
from workflow.tui.progress import Progress
from workflow.tui.screens.base import DeskScreen
from workflow.tui.widgets.bars import StatusLine

if TYPE_CHECKING:
    from workflow.history.sharing import Sharing
    from workflow.tui.answers import Shared

GROUP = "sync"
"""The group of the job that shares."""


class BoardSharing(DeskScreen):
    """What the board has for sharing."""

    _sharing: "Sharing | None" = None
    _asks = ""
    """The sentence that says that there is something to decide, if one does."""

    def forget_asking(self, board: Board) -> None:
        """Take back that there is something to decide, once somebody has decided it."""
        if self._asks and not any(entry.tally[DECIDING] for entry in board.meetings):
            if self.query_one(StatusLine).message == self._asks:
                self.tell("")
            self._asks = ""

    def begin_sharing(self) -> None:
        """Share by itself every so many minutes, where the workspace wants that."""
        try:
            minutes = self.app.desk.workspace.settings.sync_minutes
        except Exception:  # the settings are told about where they are read for real
            return
        if minutes > 0:
            self.set_interval(minutes * 60, lambda: self._share(quiet=True))

    def learn_sharing(self) -> None:
        """See what is not shared yet; nobody waits for it."""
        self.app.jobs.start(
            self,
            lambda _: self.app.desk.sharing(),
            group="sharing",
            git=True,
            then=self._learnt,
            failed=lambda error: None,
        )

    def _learnt(self, found: "Sharing") -> None:
        self._sharing = found
        self.show_sharing()

    def show_sharing(self) -> None:
        """Show anew what is not shared; the board knows where."""

    def sharing_words(self) -> str:
        """How many saves are not shared, and how old what one sees is."""
        found = self._sharing
        if found is None or not found.where:
            return ""
        words = [say("tui.share.unshared", n=found.unshared)] if found.unshared else []
        if found.when is None:
            words.append(say("tui.share.never"))
        else:
            now = self.app.clock()
            when = moment(found.when.astimezone(now.tzinfo or UTC), now)
            words.append(say("tui.share.seen", when=when))
        return " · ".join(words)

    @property
    def is_sharing(self) -> bool:
        """Whether it is under way."""
        return any(job.group == GROUP for job in self.app.jobs.running)

    def do_sync(self) -> None:
        """Share: get what colleagues did and give what one did."""
        self._share(quiet=False)

    def do_stop_sync(self) -> None:
        """Stop sharing; everything stays as it was. With nothing to stop, the last notice goes."""
        words = say("tui.share.stopped") if self.is_sharing else ""
        self.app.jobs.stop(GROUP)
        self.tell(words)

    def _share(self, *, quiet: bool, address: str = "") -> None:
        if self.is_sharing:
            return
        desk = self.app.desk

        def work(progress: Progress) -> "Shared":
            def heard(words: str) -> None:
                progress.check()
                if words:
                    progress.say(say("tui.share.at", words=words))

            return desk.sync(heard, address)

        self.app.jobs.start(
            self,
            work,
            group=GROUP,
            description=say("tui.share.busy"),
            then=lambda found: self._shared(found, quiet=quiet),
            failed=lambda error: self._not_shared(error, quiet=quiet),
        )

    def _shared(self, found: "Shared", *, quiet: bool) -> None:
        from workflow.tui.screens.dialogs import MessageDialog

        self.app.desk.forget_board()
        self.reload_board()
        self.tell(found.short)
        self._asks = found.short if found.open else ""
        if found.news and not quiet:
            self.app.push_screen(MessageDialog(say("tui.share.title"), "\n".join(found.lines)))

    def _not_shared(self, error: Exception, *, quiet: bool) -> None:
        self.refresh_keys()
        if quiet:
            self.tell(self.app.words_of(error))
        elif getattr(error, "key", "") == "history.errors.no_place":
            self._ask_place()
        else:
            self.app.show_error(error)

    def _ask_place(self) -> None:
        """Ask once where the team shares its work, and share there."""
        from workflow.tui.screens.dialogs import Prompt

        def typed(words: str | None) -> None:
            if words and words.strip():
                self._share(quiet=False, address=words.strip())

        self.app.push_screen(Prompt(say("tui.share.where"), say("tui.share.where_words")), typed)

    def reload_board(self) -> None:
        """Read the board again."""
