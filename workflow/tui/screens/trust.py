"""The one question about a folder that brings hooks or signing programs of its own."""

from workflow.languages import say
from workflow.tui import render
from workflow.tui.screens.base import DeskScreen
from workflow.tui.screens.dialogs import Question


def ask_for_trust(screen: DeskScreen) -> None:
    """Ask whether the folder's own programs may run on a save, naming them, if there are any."""
    app, desk = screen.app, screen.app.desk

    def ask(what: tuple[str, ...]) -> None:
        if not what:
            return

        def answered(agreed: bool | None) -> None:
            app.tell(say("tui.trust.trusted" if agreed else "tui.trust.refused"))
            if agreed:
                app.jobs.start(
                    screen,
                    lambda _: desk.asks_for_trust(agreed=True),
                    group="trust",
                    git=True,
                    then=lambda _: None,
                )

        body = render.label("tui.trust.body", what=", ".join(what))
        title, yes, no = (say(f"tui.trust.{key}") for key in ("title", "yes", "no"))
        app.push_screen(Question(title, body, yes, no), answered)

    app.jobs.start(screen, lambda _: desk.asks_for_trust(), group="trust", git=True, then=ask)
