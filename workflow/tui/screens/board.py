"""The start screen: every item of every meeting, and what to do next."""

from dataclasses import replace

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from workflow.languages import say
from workflow.summaries.board import Board, NextTask
from workflow.summaries.boardfilter import BoardFilter
from workflow.tui import quick, render
from workflow.tui.commands import bindings
from workflow.tui.prepared import Prepared, prepare
from workflow.tui.screens.boardglance import BoardGlance
from workflow.tui.screens.boardways import BoardList
from workflow.tui.widgets.boardrows import due_day
from workflow.tui.widgets.prose import Prose
from workflow.tui.widgets.rows import RowList

_MANY = 200
"""Meetings over which nothing is worked out in a moment."""


class BoardScreen(BoardGlance):
    """Rows are keyed by ("meeting", id) and ("item", meeting, slug)."""

    CONTEXT = "board"
    BINDINGS = bindings("board")

    def __init__(self, meeting: str | None = None) -> None:
        super().__init__()
        self._wanted = meeting
        self._todo = NextTask("")
        self._prepared: Prepared | None = None
        self._open: set[str] = set()
        self._filter = BoardFilter()
        self._asked = False
        self._go_on = False
        self._first_place: tuple[str, str] | None = None
        self._placed = False

    def compose_body(self) -> ComposeResult:
        """What to do next, and the list."""
        yield Static(id="next")
        with Horizontal():
            yield BoardList(id="board")
            yield Prose(id="glance")

    def on_mount(self) -> None:
        """Show something at once, and read the meetings."""
        self.title_bar(say("tui.board.title", name=self.app.desk.root.name))
        self.query_one("#board").focus()
        self.load()
        self.begin_sharing()

    @on(events.ScreenResume)
    def _again(self) -> None:
        if self._board is not None:
            self.load()
        if self._left_words:
            self.learn_left_behind()

    # Reading

    def load(self) -> None:
        """Read the meetings from their files, then who wrote them from history."""
        if self._board is not None:
            self._read_people()
            return
        desk = self.app.desk
        self.app.jobs.start(
            self,
            lambda _: self._prepare(desk.board()),
            group="board",
            description=say("tui.board.reading"),
            then=self._files_read,
        )

    def _prepare(self, board: Board) -> Prepared:
        app = self.app
        days, today = app.desk.workspace.settings.deadline_days, app.clock().date()
        wanted = replace(self._filter, address=app.desk.address)
        return prepare(board, wanted, app.desk.identity, days=days, today=today)

    def _files_read(self, found: Prepared) -> None:
        if self._board is None:
            self._take(found)
            self._first_place = self.selection
        desk = self.app.desk
        self.app.jobs.start(
            self,
            lambda _: desk.look_at_sources(),
            group="sources",
            then=lambda _: self._read_people(),
            failed=lambda error: self.tell(self.app.words_of(error)),
            behind=True,
        )

    def _read_people(self) -> None:
        desk = self.app.desk
        self.app.jobs.start(
            self,
            lambda _: self._prepare(desk.board_with_people()),
            group="people",
            git=True,
            then=self._people_read,
            failed=lambda error: self.tell(self.app.words_of(error)),
        )

    @property
    def _is_reading(self) -> bool:
        """Whether it is not known yet what waits for whom."""
        return any(job.group in ("board", "sources", "people") for job in self.app.jobs.running)

    def _people_read(self, found: Prepared) -> None:
        if self._first_place == self.selection:
            self._placed = False  # it was placed by what was known when the desk was left
        self._first_place = None
        self._take(found)
        if len(found.board.meetings) >= _MANY:
            self.app.apart.wake()  # whoever looks over all of them will need it
        self.forget_asking(found.board)
        if self._go_on:
            self._go_on = False
            if found.todo.slug:
                self.do_next()
            else:
                self.app.release_keys()
        self.learn_choices(found.board)
        if not self._asked:
            from workflow.tui.screens.trust import ask_for_trust
            from workflow.tui.watching import Watch

            self._asked = True
            ask_for_trust(self)
            self.learn_left_behind()
            self._watch = Watch(self)
            self._watch.start()

    def changed_outside(self) -> None:
        """Show what another program changed."""
        self.load()

    def _take(self, found: Prepared) -> None:
        first = not self._placed
        self._prepared, self._board, self._todo = found, found.board, found.todo
        if first:
            wanted = self._wanted or self._todo.meeting
            self._open = {wanted} if wanted else set()
        key: object = None
        if first and self._todo.slug and self._wanted in (None, self._todo.meeting):
            key = ("item", self._todo.meeting, self._todo.slug)
        elif first and self._wanted:
            key = ("meeting", self._wanted)
        # Whose turn it is may be known only once the history is: place the cursor then.
        self._placed = bool(self._todo.meeting or self._wanted)
        self._show(key)
        quick.keep_for_good()
        self.learn_sharing()
        for problem in found.board.problems:
            self.tell(problem)

    # Showing

    def speak(self) -> None:
        """Show everything anew in the language of now."""
        self._show_only(self._filter)
        self.refresh_keys()

    def _show(self, select: object = None) -> None:
        board, found = self._board, self._prepared
        if board is None or found is None:
            return
        self.title_bar(say("tui.board.title", name=self.app.desk.root.name), found.facts)
        self.query_one("#next", Static).update(
            render.join((say("tui.board.next") + " ", "bold"), self._todo.sentence)
        )
        listing = self.query_one("#board", RowList)
        nothing = "none_waiting" if self._filter.waiting else "nothing_fits"
        listing._empty = render.label(
            f"tui.board.{nothing if board.meetings else 'empty'}", "$text-muted"
        )
        listing.show(found.listed(self._open), select=select)
        self._show_filter()
        self.refresh_keys()
        self.glance_soon()

    def _show_filter(self) -> None:
        shown = " · ".join(
            self.filter_words(name, value) if name != "words" else f"“{value}”"
            for name in ("words", "council", "status", "person", "topic", "waiting")
            if (value := getattr(self._filter, name))
        )
        if shown:
            self.aside(render.line(say("tui.board.filter", words=shown), "$text-accent"))
        else:
            self.aside(render.line(self.sharing_words(), "$text-muted"))

    def show_sharing(self) -> None:
        """What is not shared stands where a filter would."""
        self._show_filter()

    def reload_board(self) -> None:
        """Read everything again."""
        self.load()

    def why_not(self, name: str) -> str:
        """Most commands need a meeting under the cursor."""
        if self.is_empty and name in ("open", "next"):
            return ""
        needing = ("open", "fold", "compare", "briefing", "history", "deadline", "structure")
        if name in needing and not self.selection[0]:
            return say("tui.board.no_meeting")
        if name == "timeline" and not self.selection[1]:
            return say("tui.board.no_item")
        if name == "sync" and self.is_sharing:
            return say("tui.share.busy")
        if name in ("mine", "waiting") and not self.app.desk.identity:
            return say("tui.board.reading")
        if name == "next" and not (self._left or self._todo.meeting or self._is_reading):
            return self._todo.sentence or say("tui.board.reading")
        return ""

    # Commands

    @on(RowList.Chosen, "#board")
    def do_open(self) -> None:
        """Open the item, unfold the meeting, or begin with a report."""
        meeting, slug = self.selection
        if slug:
            self.open_item(meeting, slug)
        elif meeting:
            self.do_fold()
        elif self.is_empty:
            self.do_import()

    @on(RowList.Moved, "#board")
    def _moved(self) -> None:
        self._placed = True
        self.refresh_keys()
        self.glance_soon()

    def do_fold(self) -> None:
        """Unfold or fold the meeting."""
        meeting = self.selection[0]
        self._placed = True
        self._open ^= {meeting}
        self._show(("meeting", meeting))

    def do_next(self) -> None:
        """Open what needs the user next, as soon as that is known."""
        task = self._todo
        if self._left:
            (meeting, slug, _), *self._left = self._left
            self._left_opened |= {(meeting, slug)}
            self.open_item(meeting, slug)
            return
        if self.is_empty:
            self.do_import()
        elif not task.meeting and self._is_reading:
            self._go_on = True
            self.app.hold_keys()
            self.tell(say("tui.board.reading"))
        if task.slug:
            self.open_item(task.meeting, task.slug)
        elif task.meeting:
            self.open_briefing(task.meeting)

    def do_import(self) -> None:
        """Bring a report in."""
        from workflow.tui.screens.importing import ImportScreen

        self.app.push_screen(ImportScreen(), self._imported)

    def do_structure(self) -> None:
        """Correct the structure of the meeting's report."""
        from workflow.tui.screens.structure import StructureScreen

        self.app.push_screen(StructureScreen(self.selection[0]), self._imported)

    def do_samples(self) -> None:
        """Bring in one of the samples."""
        from importlib.resources import files

        from workflow.tui.screens.importing import ImportScreen

        folder = files("workflow").joinpath("samples")
        self.app.push_screen(ImportScreen(str(folder)), self._imported)

    def _imported(self, meeting: str | None) -> None:
        if meeting:
            self._open.add(meeting)
            self._wanted = meeting
            self._board, self._placed = None, False
            self.load()

    def _show_only(self, wanted: BoardFilter) -> None:
        """Show what fits; every line is looked at, which is done in a thread."""
        self._filter = wanted
        board = self._board
        if board is None:
            return

        def take(found: Prepared) -> None:
            if found.board is self._board:
                self._prepared, self._todo = found, found.todo
                self._show()

        self.app.jobs.start(self, lambda _: self._prepare(board), group="filter", then=take)

    def do_find(self) -> None:
        """Show only what fits some words."""
        from workflow.tui.screens.dialogs import Prompt

        def typed(words: str | None) -> None:
            if words is not None:
                self._show_only(replace(self._filter, words=words))

        title, words = say("tui.board.find_title"), say("tui.board.find_words")
        self.app.push_screen(Prompt(title, words, self._filter.words), typed)

    def do_search(self) -> None:
        """Find words in all meetings."""
        from workflow.tui.screens.search import SearchScreen

        def chosen(meeting: str | None) -> None:
            if meeting:
                self._open.add(meeting)
                self._show(("meeting", meeting))

        self.app.push_screen(SearchScreen(), chosen)

    def do_filter(self) -> None:
        """Choose what to see: a status, a council, a person, a topic, or everything again."""
        from workflow.tui.screens.dialogs import Choice, Picker

        def chosen(answer: tuple[str, str] | None) -> None:
            if answer is not None:
                name, value = answer
                self._show_only(self._filter.toggled(name, value) if name else BoardFilter())

        found = [Choice(("", ""), say("tui.board.everything"))] if self._filter.active else []
        for name, value in self._choices:
            mark = "✓" if getattr(self._filter, name) == value else ""
            found.append(Choice((name, value), self.filter_words(name, value), mark))
        self.app.push_screen(Picker(say("tui.board.filter_title"), found), chosen)

    def do_stop_sync(self) -> None:
        """Stop sharing where that goes on, else show everything again."""
        if self._filter.active and not self.is_sharing:
            self._show_only(BoardFilter())
        else:
            super().do_stop_sync()

    def do_mine(self) -> None:
        """Show only what the user has claimed or written, or all."""
        self._show_only(self._filter.toggled("person", self.app.desk.identity))

    def do_waiting(self) -> None:
        """Show only what waits for the user, or all."""
        self._show_only(self._filter.toggled("waiting", self.app.desk.identity))

    def do_deadline(self) -> None:
        """Set the day by which the meeting's summaries are due."""
        from workflow.summaries.typed import day_of
        from workflow.tui.screens.dialogs import Prompt

        meeting, desk = self.under_cursor(), self.app.desk
        assert meeting is not None
        day = due_day(meeting, desk.workspace.settings.deadline_days)

        def typed(words: str | None) -> None:
            if words is None:
                return
            self.app.jobs.start(
                self,
                lambda _: desk.set_deadline(meeting.id, words),
                group="save",
                description=say("tui.item.saving"),
                git=True,
                writes=True,
                then=lambda _: self.load(),
            )

        title, words = say("tui.board.deadline_title"), say("tui.board.deadline_words")
        self.app.push_screen(Prompt(title, words, day.isoformat(), day_of), typed)

    def do_reload(self) -> None:
        """Read the files and the history again."""
        self.app.desk.forget_board()
        self.load()

    async def do_quit(self) -> None:
        """Leave."""
        await self.app.do_quit()
