"""Finding words in all meetings while one types."""

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.search.index import Index
from workflow.search.model import Found, Hit, Line
from workflow.search.typed import ask
from workflow.summaries.topics import read_topics
from workflow.summaries.workspace import Workspace
from workflow.tui import finding, render
from workflow.tui.commands import bindings
from workflow.tui.progress import Progress
from workflow.tui.screens.base import DeskScreen
from workflow.tui.widgets.row import MEASURE, Row
from workflow.tui.widgets.rows import RowList

_LIMIT = 100
"""Hits that are listed; more words make them fewer."""
_MARK = "bold underline $text-accent"


class SearchScreen(DeskScreen):
    """Rows are keyed by (meeting, slug). Answers a meeting to be shown on the board, or None."""

    CONTEXT = "search"
    BINDINGS = bindings("search")
    DEFAULT_CSS = """
    SearchScreen {
        #filters { height: auto; padding: 0 1; color: $text-muted; }
        #found { height: 1fr; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._index: Index | None = None
        self._ready = False
        self._names: dict[str, str] = {}
        """What people call each meeting that was found."""
        self._places: dict[object, int] = {}
        """The source sentence that was found first, by the key of the row."""

    def compose_body(self) -> ComposeResult:
        """The field, what can be typed, and what was found."""
        yield Input(id="query")
        yield Static(id="filters")
        yield RowList(id="found")

    def on_mount(self) -> None:
        """Type at once, while the index is brought up to date."""
        self.speak()
        self.query_one(Input).focus()
        self.app.jobs.start(
            self,
            lambda _: self._folder(),
            group="search-folder",
            git=True,
            then=self._update,
            failed=lambda _: self._update(None),
        )

    def on_unmount(self) -> None:
        """Let go of the index."""
        self.app.jobs.stop("search-index")
        self.app.jobs.stop("search")
        if self._index is not None and self._ready:
            self._index.close()

    def speak(self) -> None:
        """Show everything anew in the language of now."""
        self.title_bar(say("tui.search.title"))
        self.query_one(Input).placeholder = say("tui.search.words")
        self.query_one("#filters", Static).update(render.label("tui.search.filters"))
        self._look()
        self.refresh_keys()

    # The index

    def _folder(self) -> Path:
        from workflow.history.locks import private_folder

        return private_folder(self.app.desk.history())

    def _update(self, folder: Path | None) -> None:
        """Bring the index up to date; without a folder it lives as long as this screen."""
        desk, apart = self.app.desk, self.app.apart
        self.app.jobs.start(
            self,
            lambda progress: finding.up_to_date(desk, apart, folder, progress),
            group="search-index",
            description=say("tui.search.updating"),
            then=self._updated,
        )

    def _updated(self, index: Index) -> None:
        self._index = index
        self._ready = True
        self._look()

    # Looking

    @on(Input.Changed, "#query")
    def _look(self) -> None:
        """Find what is typed; what was asked before is let go."""
        text = self.query_one(Input).value
        index = self._index
        if index is None or not text.strip():
            self._show(Found((), 0), text)
            return
        workspace = self.app.desk.workspace

        def work(progress: Progress) -> Found:
            def tell(done: int, total: int) -> None:
                progress.say(say("search.guessing", done=done, total=total))

            progress.check()
            found = ask(index, read_topics(workspace), text, tell, limit=_LIMIT)
            for meeting in {hit.meeting for hit in found.hits} - self._names.keys():
                self._names[meeting] = _name_of(workspace, meeting)
            return found

        self.app.jobs.start(
            self,
            work,
            group="search",
            then=lambda found: self._show(found, text),
            failed=lambda error: self._show(Found((), 0), text, self.app.words_of(error)),
        )

    def _show(self, found: Found, text: str, wrong: str = "") -> None:
        listing = self.query_one("#found", RowList)
        listing.show([self._row(hit) for hit in found.hits])
        # A word of the summary leads to the item, one of the report to its sentence.
        firsts = ((hit, next(iter(hit.lines[1:]), None)) for hit in found.hits)
        self._places = {
            (hit.meeting, hit.slug): line.sentence for hit, line in firsts if line is not None
        }
        if wrong:
            words = wrong
        elif not text.strip():
            words = "" if self._index else say("tui.search.updating")
        elif not found.hits and self._index:
            words = say("search.nothing", words=text.strip())
        elif found.total > len(found.hits):
            words = say("tui.search.more", shown=len(found.hits), n=found.total)
        else:
            words = say("search.count", n=found.total) if self._index else ""
        empty = words if text.strip() and self._index else say("tui.search.nothing_yet")
        listing.say_empty(render.line(empty, "$text-muted"))
        self.tell(words)

    def _row(self, hit: Hit) -> Row:
        title, *lines = hit.lines
        name = " ".join(part for part in (self._names.get(hit.meeting, ""), hit.label) if part)
        status = say(f"common.status.{hit.status}") if hit.status else say("search.whole_meeting")
        head = render.join((f"{name}  ", "$text-primary"), _marked(title, "bold"),
                           (f"  {status}", "$text-muted"))  # fmt: skip
        shown = [
            (render.line(f"{self._place(line):>13}  ", "$text-muted"), _marked(line))
            for line in lines
        ]

        def body(width: int) -> Content:
            room = min(width, MEASURE)
            return render.lines([head, *(render.hang(lead, text, room) for lead, text in shown)])

        return Row((hit.meeting, hit.slug), body, wrap=True)

    def _place(self, line: Line) -> str:
        return f"s{line.sentence}" if line.sentence else say(f"search.places.{line.place}")

    # Commands

    def why_not(self, name: str) -> str:
        """Something must be found first."""
        if name == "open" and self.query_one("#found", RowList).selected is None:
            return say("tui.search.nothing_yet")
        return ""

    async def on_input_submitted(self) -> None:
        """Enter in the field opens what is under the cursor."""
        await self.action_command("search.open")

    @on(RowList.Chosen, "#found")
    def do_open(self) -> None:
        """Open the item at the sentence that was found; what belongs to no item, on the board."""
        from workflow.tui.screens.item import ItemScreen

        key = self.query_one("#found", RowList).selected
        if isinstance(key, tuple) and key[1]:
            item = ItemScreen(str(key[0]), str(key[1]), sentence=self._places.get(key, 0))
            self.app.push_screen(item, lambda _: self._again())
        elif isinstance(key, tuple):
            self.dismiss(str(key[0]))

    def _again(self) -> None:
        """Look again after an item was perhaps changed."""
        if self._index is None:
            return
        index = self._index
        self.app.jobs.start(
            self, lambda _: index.refresh(), group="search-index", then=lambda _: self._look()
        )

    def do_next(self) -> None:
        """One hit down, without leaving the field."""
        self.query_one("#found", RowList).do_down()

    def do_previous(self) -> None:
        """One hit up, without leaving the field."""
        self.query_one("#found", RowList).do_up()

    def do_words(self) -> None:
        """Into the field, to type other words."""
        field = self.query_one(Input)
        field.focus()
        field.action_select_all()


def _name_of(workspace: Workspace, meeting: str) -> str:
    """What people call a meeting; its id where its file cannot be read now."""
    try:
        return workspace.meeting(meeting).name
    except WorkflowError:
        return meeting


def _marked(line: Line, style: str = "") -> Content:
    """A line with the words that were looked for marked."""
    pieces: list[tuple[str, str]] = []
    at = 0
    for start, end in line.marks:
        pieces += [(line.text[at:start], style), (line.text[start:end], _MARK)]
        at = end
    pieces.append((line.text[at:], style))
    return render.join(*(piece for piece in pieces if piece[0]))
