"""A text that scrolls."""

import re

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from workflow.tui.widgets.row import MEASURE

_MARK = re.compile(r"\s*(?:(?:[-+−·✓○✗!~▌*]|s\d+) +)?")
"""What a line begins with: blanks, and a sign in front of what it says."""


class HangingText(Static):
    """Lines of which the rest stands below the words, not below the sign in front of them."""

    _hung: tuple[Content, int, Content] | None = None

    def hang(self, width: int) -> Content:
        """The text, wrapped to so many cells."""
        content = self.content if isinstance(self.content, Content) else Content("")
        if self._hung is None or self._hung[0] is not content or self._hung[1] != width:
            self._hung = content, width, hanging(content, width)
        return self._hung[2]

    def render(self) -> Content:
        """The text in the present width."""
        return self.hang(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the text takes in that width."""
        return self.hang(width).plain.count("\n") + 1


def hanging(content: Content, width: int) -> Content:
    """Every line wrapped, its rest indented as far as its words begin.

    Lines of more than one column are left alone: they fit already.
    """
    shown: list[Content] = []
    for line in content.split("\n", allow_blank=True):
        found = _MARK.match(line.plain)
        room = min(width, MEASURE) if " │ " not in line.plain else width
        lead = found.end() if found else 0
        if line.cell_length <= room or room - lead < 12:
            shown += line.wrap(max(1, room))
            continue
        first, *rest = line[lead:].wrap(room - lead)
        shown.append(line[:lead] + first)
        shown += [Content(" " * lead) + each for each in rest]
    return Content("\n").join(shown)


class Prose(VerticalScroll, can_focus=True):
    """Inert content of any length, read with the arrows."""

    DEFAULT_CSS = """
    Prose {
        height: 1fr;
        padding: 0 1;
        scrollbar-size-vertical: 1;
        /* A text has no cursor: a bar says that the arrows scroll it. */
        &:focus { outline-left: outer $primary; }
    }
    Prose > HangingText { height: auto; width: 100%; }
    """

    def compose(self) -> ComposeResult:
        """The text."""
        yield HangingText()

    plain = ""
    """What it shows, without colours."""

    def show(self, content: Content) -> None:
        """Show another text, from its beginning."""
        self.plain = content.plain
        self.query_one(HangingText).update(content)
        self.scroll_home(animate=False)
