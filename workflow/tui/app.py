"""The application: who opens which screen, how errors and words reach the user."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from textual import events
from textual.screen import Screen

from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.tui import commands, quick, render
from workflow.tui.apart import Apart
from workflow.tui.commands import BY_ID, Commanded, bindings, key_name, types_text
from workflow.tui.desk import Desk
from workflow.tui.inorder import InOrder
from workflow.tui.jobs import JobDone, JobFailed, Jobs, JobsChanged
from workflow.tui.memory import recall, remember
from workflow.tui.ownkeys import own_keys
from workflow.tui.screens.base import DeskScreen
from workflow.tui.themes import THEMES
from workflow.tui.widgets.bars import StatusLine, available

_AWAITED = frozenset({"board", "sources", "people", "next", "item", "choose"})
"""Groups of jobs for whose end typed keys are kept."""


class DeskApp(Commanded, InOrder, inherit_bindings=False):
    """The editorial desk on a workspace."""

    CONTEXT = "app"
    BINDINGS = bindings("app")
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = "desk.tcss"
    TITLE = "workflow"

    def __init__(
        self,
        root: Path,
        *,
        meeting: str | None = None,
        clock: Callable[[], datetime] | None = None,
        remembers: bool = False,
        desk: Desk | None = None,
        helpers: bool = False,
        founding: bool = False,
    ) -> None:
        super().__init__()
        self.desk = desk or Desk(root)
        self.clock = clock or (lambda: datetime.now().astimezone())
        self.jobs = Jobs(self)
        self.apart = Apart(self.desk, helpers=helpers)
        self._meeting = meeting
        self._founding = founding
        self._remember = remembers
        self._quitting = False
        for theme in THEMES:
            self.register_theme(theme)
        # Set before the first style is worked out, which would else be done twice.
        wanted = recall("theme") if remembers else ""
        self.set_reactive(
            DeskApp.theme, wanted if wanted in self.available_themes else THEMES[0].name
        )
        dark = self.current_theme.dark
        self.set_class(dark, "-dark-mode", update=False)
        self.set_class(not dark, "-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[Any]:
        """The board, at the bottom of everything; nothing where there is no workspace yet."""
        if self._founding:
            return Screen()
        from workflow.tui.screens.board import BoardScreen

        return BoardScreen(self._meeting)

    def begin(self) -> None:
        """The workspace has just been made: show its board."""
        self._founding = False
        self.switch_screen(self.get_default_screen())
        self.call_after_refresh(self.tell, say("tui.founding.made"))
        self._show_around()

    def on_mount(self) -> None:
        """Take the user's own keys; the first time, show around."""
        quick.put_keys_first()
        self.set_interval(1, self._show_busy)
        # With sixteen colours two grounds can come out as one.
        few = not self.is_headless and self.console.color_system == "standard"
        self.set_class(few, "-few-colours")
        self._take_own_keys()
        if self._founding:
            from workflow.tui.screens.founding import FoundingScreen

            self.push_screen(FoundingScreen())
        else:
            self._show_around()

    def _show_around(self) -> None:
        if self._remember and not recall("tour"):
            remember("tour", "1")
            self.do_tour()

    def _take_own_keys(self) -> None:
        keys, wrong = own_keys()
        self.set_keymap(keys)
        if wrong:
            self.call_after_refresh(self.tell, wrong[0])

    def on_resize(self, event: events.Resize) -> None:
        """Say so where there is no room to work."""
        from workflow.tui.screens.small import SmallScreen, is_small

        if is_small(*event.size) and not isinstance(self.screen, SmallScreen):
            self.push_screen(SmallScreen())

    # Words

    @property
    def desk_screen(self) -> DeskScreen | None:
        """The topmost full screen."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, DeskScreen):
                return screen
        return None

    def tell(self, words: str) -> None:
        """A sentence on the status line of the screen that one sees."""
        screen = self.desk_screen
        if screen is not None and screen.is_mounted:
            screen.tell(words)

    def words_of(self, error: Exception) -> str:
        """An error as one sentence; what nobody foresaw is told as such."""
        if isinstance(error, WorkflowError):
            return str(error)
        return say("tui.unforeseen", kind=type(error).__name__, detail=str(error)[:300])

    def show_error(self, error: Exception) -> None:
        """An error in a dialog that can be copied."""
        from workflow.tui.screens.dialogs import MessageDialog

        self.push_screen(MessageDialog(say("tui.wrong"), self.words_of(error)))

    # Jobs

    def on_job_done(self, message: JobDone) -> None:
        """Show what came of a job, unless the screen that asked is going away meanwhile."""
        asked = message.node
        if not isinstance(asked, Screen) or asked.display:
            message.then(message.result)

    def on_job_failed(self, message: JobFailed) -> None:
        """A job has failed and nobody else deals with it."""
        if message.job.group in _AWAITED:
            self.release_keys()
        (message.failed or self.show_error)(message.error)

    def on_jobs_changed(self, message: JobsChanged) -> None:
        """Show in words what is under way."""
        self._show_busy()

    def _show_busy(self) -> None:
        words = next((job.words for job in reversed(self.jobs.running) if job.description), "")
        if words and self.jobs.stoppable:
            words += " " + say("tui.stop_with", key=key_name(self.key_of("app.stop")))
        screen = self.desk_screen
        if screen is not None:
            for line in screen.query(StatusLine):
                line.busy = words

    # Keys

    def leaves(self, event: events.Event) -> bool:
        """The program can be left at any time."""
        return isinstance(event, events.Key) and event.key in self.keys_of("app.quit")

    def keys_of(self, command_id: str) -> list[str]:
        """All keys of a command: the user's own, else the usual ones."""
        own = self._keymap.get(command_id)
        return own.split(",") if own else list(BY_ID[command_id].keys)

    def key_of(self, command_id: str, screen: Screen[Any] | None = None) -> str:
        """The key of a command as the user has set it, or an empty string.

        In a text field of the screen, else of the one on top, letters are no keys.
        """
        known = self.keys_of(command_id)
        focused = (screen or self.screen).focused
        if focused is not None and focused.check_consume_key("a", "a"):
            # What one types there is text: only keys that are no letters are commands.
            known = [key for key in known if not types_text(key)]
        return known[0] if known else ""

    async def action_reach(self, command_id: str) -> None:
        """Run a command on whatever carries it now; what a click on the footer does."""
        for node, command in available(self.screen.focused, self.screen, self):
            if command.id == command_id:
                await commands.run(node, command_id)
                return
        if command_id == "app.help":
            self.do_help()

    # Commands

    def do_help(self) -> None:
        """Explain the screen and the pane one is on."""
        from workflow.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(available(self.screen.focused, self.screen, self)))

    def do_palette(self) -> None:
        """Find a command by typing."""
        from workflow.tui.screens.palette import palette

        found = available(self.screen.focused, self.screen, self)

        async def chosen(answer: Any) -> None:
            if answer:
                await commands.run(*answer)

        self.push_screen(palette(self, found), chosen)

    def do_theme(self) -> None:
        """The next theme."""
        names = [theme.name for theme in THEMES] + ["textual-light", "textual-dark", "nord"]
        place = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(place + 1) % len(names)]
        if self._remember:
            remember("theme", self.theme)
        self.tell(say("tui.theme", name=self.theme))

    def do_language(self) -> None:
        """The other language of the interface."""
        from workflow.languages import LANGUAGES, current, use

        use(LANGUAGES[(LANGUAGES.index(current()) + 1) % len(LANGUAGES)])
        self.refresh(recompose=False)
        for screen in self.screen_stack:
            if isinstance(screen, DeskScreen):
                screen.speak()
        if self._remember:
            from workflow.config import BY_NAME
            from workflow.settingsfile import write_own

            try:
                write_own(BY_NAME["language"], current())
            except (OSError, WorkflowError) as error:
                self.show_error(error)
                return
        self.tell(say("tui.language"))

    def do_tour(self) -> None:
        """The tour of the first run."""
        from workflow.tui.screens.tour import TourScreen

        self.push_screen(TourScreen())

    def why_not(self, name: str) -> str:
        """There must be something to stop."""
        return say("tui.nothing_runs") if name == "stop" and not self.jobs.stoppable else ""

    def do_stop(self) -> None:
        """Stop the long work that is under way; what is being saved is finished."""
        what = ", ".join(job.description for job in self.jobs.stoppable)
        self.jobs.stop()
        self.tell(say("tui.stopped", what=what))

    async def do_quit(self) -> None:
        """Leave, once everything is saved."""
        if self.jobs.long and not self._quitting:
            self._ask_to_quit()
            return
        screens: list[Screen[Any]] = list(reversed(self.screen_stack))
        for screen in screens:
            leave = getattr(screen, "before_quit", None)
            if leave is not None:
                leave()
        if self.jobs.writing and not self._quitting:
            self._quitting = True
            self.tell(say("tui.quitting"))
            self.set_timer(0.05, self._quit_when_saved)
            return
        self.exit(0)

    def _ask_to_quit(self) -> None:
        """Something long is under way: ask once whether to wait for it."""
        from workflow.tui.screens.dialogs import Question

        if isinstance(self.screen, Question):
            return

        async def answered(answer: bool | None) -> None:
            if answer is None:
                return
            if answer is False:
                self.jobs.stop()
            self._quitting = True
            await self._quit_when_done()

        words = render.lines([render.line(job.description) for job in self.jobs.long])
        title, wait, now = say("tui.busy"), say("tui.busy_wait"), say("tui.busy_now")
        self.push_screen(Question(title, words, wait, now), answered)

    async def _quit_when_done(self) -> None:
        if self.jobs.long:
            self.tell(say("tui.quitting"))
            self.set_timer(0.05, self._quit_when_done)
            return
        self._quitting = False
        await self.do_quit()

    def _quit_when_saved(self) -> None:
        if self.jobs.writing:
            self.set_timer(0.05, self._quit_when_saved)
        else:
            self.exit(0)

    async def action_quit(self) -> None:
        """What Textual calls where it wants to leave."""
        await self.do_quit()
