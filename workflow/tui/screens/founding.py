"""What one sees where there is no workspace yet: what it is, and a key that makes one."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from workflow.languages import say
from workflow.summaries.workspace import holds_something
from workflow.tui import render
from workflow.tui.commands import bindings, key_name
from workflow.tui.screens.base import DeskScreen
from workflow.tui.widgets.prose import HangingText


class FoundingScreen(DeskScreen):
    """Stands where the board will be. Nothing is made before the user asks for it."""

    CONTEXT = "founding"
    BINDINGS = bindings("founding")

    def compose_body(self) -> ComposeResult:
        """A few paragraphs."""
        with VerticalScroll():
            yield HangingText(id="words")

    def on_mount(self) -> None:
        """Say where one is."""
        self.speak()

    def speak(self) -> None:
        """Say it in the language of now."""
        self.title_bar(say("tui.founding.title"))
        self.query_one("#words", HangingText).update(self._words())
        self.refresh_keys()

    def _words(self) -> Content:
        root, keys = self.app.desk.root, "tui.founding"
        paragraphs = [render.label(f"{keys}.where", "bold", path=root)]
        paragraphs.append(render.label(f"{keys}.what"))
        if holds_something(root):
            paragraphs.append(render.label(f"{keys}.full", "$text-warning"))
        make = key_name(self.app.key_of("founding.make", self))
        paragraphs.append(render.label(f"{keys}.how", make=make))
        return Content("\n\n").join(paragraphs)

    # Commands

    def do_make(self) -> None:
        """Make the workspace, and show its board."""
        root = self.app.desk.root

        def work(_: object) -> None:
            from workflow.history.actions import init_workspace

            init_workspace(root)

        self.app.jobs.start(
            self,
            work,
            group="founding",
            description=say("tui.founding.making"),
            then=lambda _: self.app.begin(),
            git=True,
            writes=True,
        )

    def why_not(self, name: str) -> str:
        """It is made once."""
        busy = name == "make" and self.app.jobs.writing
        return say("tui.founding.making") if busy else ""

    def do_leave(self) -> None:
        """Leave without making anything."""
        self.app.exit(0)
