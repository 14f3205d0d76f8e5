"""From the board to other screens: what stands under the cursor, and where one goes from there."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from types import MappingProxyType

from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.summaries.board import Board
from workflow.summaries.boardfilter import choices, council_names
from workflow.summaries.meetings import Meeting, council_name, same_council
from workflow.tui.screens.dialogs import Choice, Picker
from workflow.tui.screens.sharing import BoardSharing
from workflow.tui.widgets.bars import StatusLine
from workflow.tui.widgets.rows import RowList


class BoardList(RowList):
    """The list of the board. Without rows its Enter is the board's."""

    def do_choose(self) -> None:
        """Choose the row under the cursor, or begin."""
        self.post_message(self.Chosen(self, self.selected))


class BoardWays(BoardSharing):
    """What the board has for opening other screens."""

    _board: Board | None = None
    _choices: tuple[tuple[str, str], ...] = ()
    """Every (field, value) that can be asked for."""
    _left: Sequence[tuple[str, str, str]] = ()
    """Where text waits that was typed and not saved: meeting, slug, words."""
    _left_words = ""
    """What was said of it."""
    _left_opened: frozenset[tuple[str, str]] = frozenset()
    """The items of which it was shown since."""
    _titles: Mapping[str, str] = MappingProxyType({})
    """How people call the topics, by id."""

    @property
    def selection(self) -> tuple[str, str]:
        """Meeting and slug under the cursor; the slug is empty on a meeting."""
        key = self.query_one("#board", RowList).selected
        if isinstance(key, tuple):
            return str(key[1]), str(key[2]) if len(key) > 2 else ""
        return "", ""

    def under_cursor(self) -> Meeting | None:
        """The meeting under the cursor, if it was read."""
        meeting_id = self.selection[0]
        for entry in self._board.meetings if self._board else ():
            if entry.id == meeting_id:
                return entry.meeting
        return None

    def _older(self) -> Meeting | None:
        """The meeting of the same council before the one under the cursor."""
        meeting = self.under_cursor()
        if meeting is None or self._board is None:
            return None
        older = [
            entry.meeting
            for entry in self._board.meetings
            if same_council(entry.council) == meeting.body and entry.id[:10] < meeting.id[:10]
        ]
        return max(older, key=lambda m: m.id, default=None)

    def open_item(self, meeting: str, slug: str) -> None:
        """Work on an item."""
        from workflow.tui.screens.item import ItemScreen

        self.app.push_screen(ItemScreen(meeting, slug))

    def do_compare(self) -> None:
        """Compare the meeting with the one before."""
        from workflow.tui.screens.compare import CompareScreen

        meeting, older = self.under_cursor(), self._older()
        if meeting:
            self.app.push_screen(CompareScreen(older.id if older else "", meeting.id))

    def do_timeline(self) -> None:
        """The subject of the item over all meetings."""
        from workflow.tui.screens.timeline import TimelineScreen

        meeting, slug = self.selection
        topics = self._topics_of(meeting, slug)

        def chosen(topic: object) -> None:
            if isinstance(topic, str):
                self.app.push_screen(TimelineScreen(topic))

        if len(topics) > 1:
            choices = [Choice(topic, self._titles.get(topic, topic)) for topic in topics]
            self.app.push_screen(Picker(say("tui.camps.which"), choices), chosen)
        else:
            chosen(f"{meeting}/{slug}")

    def _topics_of(self, meeting: str, slug: str) -> tuple[str, ...]:
        """The topics that staff put an item in, or parts of it."""
        return next(
            (
                line.topics
                for entry in (self._board.meetings if self._board else ())
                if entry.id == meeting
                for line in entry.items
                if line.item.slug == slug
            ),
            (),
        )

    def do_camps(self) -> None:
        """Who sides with whom."""
        from workflow.tui.screens.camps import CampsScreen

        self.app.push_screen(CampsScreen())

    def do_promises(self) -> None:
        """What was promised and announced, and what came of it."""
        from workflow.tui.screens.promises import PromisesScreen

        self.app.push_screen(PromisesScreen())

    def do_topics(self) -> None:
        """The topics and what belongs to them."""
        from workflow.tui.screens.topics import TopicsScreen

        self.app.push_screen(TopicsScreen(self.selection[0]))

    def open_briefing(self, meeting: str) -> None:
        """Make the briefing of a meeting."""
        from workflow.tui.screens.export import ExportScreen

        self.app.push_screen(ExportScreen(meeting))

    def do_briefing(self) -> None:
        """Make the briefing of the meeting."""
        self.open_briefing(self.selection[0])

    def do_history(self) -> None:
        """Show what happened to the item or the meeting."""
        from workflow.tui.screens.history import HistoryScreen

        meeting, slug = self.selection
        self.app.push_screen(HistoryScreen(meeting, slug))

    def do_everything(self) -> None:
        """Show what happened to all meetings."""
        from workflow.tui.screens.history import HistoryScreen

        self.app.push_screen(HistoryScreen())

    def do_settings(self) -> None:
        """Show the settings and change them."""
        from workflow.tui.screens.settings import SettingsScreen

        self.app.push_screen(SettingsScreen())

    @property
    def is_empty(self) -> bool:
        """Whether nothing was brought in yet."""
        return self._board is not None and not self._board.meetings

    def hides(self, name: str) -> bool:
        """Where there is nothing yet, nothing can be looked for."""
        return self.is_empty and name in ("next", "search", "filter", "mine", "waiting")

    def label_now(self, name: str) -> str:
        """Where there is nothing yet, Enter begins with a report."""
        return say("tui.board.begin") if name == "open" and self.is_empty else ""

    def learn_left_behind(self) -> None:
        """Say where text waits that was typed and not saved when the program last ended.

        Said anew where that was said before, unless something else has been said since.
        """
        desk, before = self.app.desk, self._left_words

        def found(items: tuple[tuple[str, str, str], ...]) -> None:
            self._left = [item for item in items if item[:2] not in self._left_opened]
            names = ", ".join(item[2] for item in items)
            self._left_words = say("tui.board.left_behind", items=names) if items else ""
            shown = not before or self.query_one(StatusLine).message == before
            if shown and self._left_words != before:
                self.tell(self._left_words)

        def work(_: object) -> tuple[tuple[str, str, str], ...]:
            from workflow.tui.past import left_behind

            return left_behind(desk)

        self.app.jobs.start(
            self, work, group="left_behind", git=True, then=found, failed=lambda error: None
        )

    def learn_choices(self, board: Board) -> None:
        """See what can be asked for on a board; nobody waits for it."""
        workspace = self.app.desk.workspace

        def work(_: object) -> tuple[tuple[tuple[str, str], ...], dict[str, str]]:
            # The board is shown before what only its filter needs is loaded.
            from workflow.summaries.topics import read_topics

            found = tuple(choices(board))
            with suppress(WorkflowError):
                topics = read_topics(workspace)
                return found, {
                    value: topics.title(value) for name, value in found if name == "topic"
                }
            return found, {}

        def take(found: tuple[tuple[tuple[str, str], ...], dict[str, str]]) -> None:
            self._choices, self._titles = found

        self.app.jobs.start(self, work, group="choices", then=take)

    def filter_words(self, name: str, value: str) -> str:
        """What a filter asks for, in words."""
        if name == "status":
            value = say(f"common.status.{value}")
        elif name == "council":
            value = council_names(self._board, value) if self._board else council_name(value)
        elif name == "topic":
            value = self._titles.get(value, value)
        return f"{say(f'tui.board.by_{name}')}: {value}"
