"""What several screens write: tables for a spreadsheet, and changes of topics."""

from collections.abc import Callable

from workflow.languages import say
from workflow.tui import comparing
from workflow.tui.screens.base import DeskScreen


def write_csv(screen: DeskScreen, name: str, make: Callable[[], str]) -> None:
    """Write a table into the folder for what goes out, and say where it stands."""
    desk = screen.app.desk
    screen.app.jobs.start(
        screen,
        lambda _: comparing.write_table(desk, name, make()),
        group="table",
        description=say("tui.item.saving"),
        writes=True,
        then=lambda path: screen.tell(say("tui.compare.written", path=path)),
    )


def save_topics(screen: DeskScreen, save: Callable[[], str], then: Callable[[], None]) -> None:
    """Save a change of topics as one version, say what was done, and go on with `then`."""

    def saved(words: str) -> None:
        then()
        screen.tell(words)

    screen.app.jobs.start(
        screen,
        lambda _: save(),
        group="topics",
        description=say("tui.item.saving"),
        git=True,
        writes=True,
        then=saved,
    )
