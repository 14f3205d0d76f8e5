"""A text that scrolls."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static


class Prose(VerticalScroll, can_focus=True):
    """Inert content of any length, read with the arrows."""

    DEFAULT_CSS = """
    Prose { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
    Prose > Static { height: auto; }
    """

    def compose(self) -> ComposeResult:
        """The text."""
        yield Static()

    plain = ""
    """What it shows, without colours."""

    def show(self, content: Content) -> None:
        """Show another text, from its beginning."""
        self.plain = content.plain
        self.query_one(Static).update(content)
        self.scroll_home(animate=False)
