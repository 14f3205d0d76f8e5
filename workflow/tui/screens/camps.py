"""Who sides with whom: actors against actors, the own government first."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content

from workflow.comparison.camps import Camps, camps_csv
from workflow.comparison.campspicture import SELF, camps_cell
from workflow.comparison.phrases import short_actor
from workflow.languages import current, say
from workflow.tui import comparing, render
from workflow.tui.clipboard import copy
from workflow.tui.commands import bindings
from workflow.tui.progress import Progress
from workflow.tui.screens.dialogs import Choice, Picker
from workflow.tui.screens.tabled import TableScreen
from workflow.tui.screens.writing import write_csv
from workflow.tui.widgets.bars import StatusLine
from workflow.tui.widgets.grid import Grid
from workflow.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from workflow.comparison.managing import KeptTopic

STYLES = {"agree": "$text-success", "differ": "$text-error", "unknown": "$text-muted"}
"""A hint on top of the word."""
NARROWEST = 4
"""Characters of a column: the names of the columns are short."""


class CampsScreen(TableScreen):
    """A cell for each pair of actors; below it the topics that they share."""

    CONTEXT = "camps"
    BINDINGS = bindings("camps")

    def __init__(self, topic: str = "") -> None:
        super().__init__()
        self._topic = topic
        self._suggestions = False
        self._table: Camps | None = None

    def work(self) -> Callable[[Progress], Camps]:
        """Count over all meetings."""
        return self.app.apart.light_job(comparing.camps, self._topic, self._suggestions)

    def take(self, table: Camps) -> None:
        """Keep the table and show it."""
        self._table, self._suggestions = table, self._suggestions or table.unasked
        self.draw()

    def draw(self) -> None:
        """Show the table."""
        if self._table is None:
            return
        table, language = self._table, current()
        about = say("tui.camps.all_topics")
        if self._topic:
            # A topic that nobody confirmed goes by the latest of its items.
            names = [table.titles.get(each, each) for each in (*table.topics, self._topic)]
            about = names[0]
        self.title_bar(render.join((say("tui.camps.title") + "  ", "bold"), about))
        names = [table.name(actor, language) for actor in table.actors]
        heads = map(short_actor, table.actors, names)
        rows = [[say("comparison.camps.actor"), *heads]]
        for one, name in zip(table.actors, names, strict=True):
            cells = (
                SELF if one == other else camps_cell(table.between(one, other))
                for other in table.actors
            )
            rows.append([name, *cells])
        self.query_one(Grid).fill(rows, narrowest=NARROWEST)
        source = "with_suggestions" if self._suggestions else "confirmed_only"
        source = "none_confirmed" if table.unasked else source
        style = "$text-warning" if self._suggestions else "$text-muted"
        words = render.label(f"tui.camps.{source}", style)
        self.aside(render.join(words, " · ", (say("comparison.camps.legend"), "$text-muted")))
        self._said()

    @property
    def _pair(self) -> tuple[str, str] | None:
        """The two actors under the cursor."""
        row, column = self.query_one(Grid).place
        actors = self._table.actors if self._table else ()
        if not (0 <= row < len(actors) and 0 <= column < len(actors)):
            return None
        return actors[row], actors[column]

    @on(Grid.CellHighlighted)
    def _said(self) -> None:
        """Show on which topics two actors agree and differ."""
        if self._table is None:
            return
        said, pair = self.query_one("#said", Prose), self._pair
        if self.query_one(StatusLine).message == say("tui.camps.no_topics"):
            self.tell("")  # it was about another cell
        if len(self._table.actors) < 2:
            said.show(render.label("tui.camps.nothing", "$text-muted"))
        elif pair is None or pair[0] == pair[1]:
            said.show(render.lines(self._about(self.query_one(Grid).place[0])))
        else:
            names = [self._table.name(actor, current()) for actor in pair]
            shared = self._table.on_topics(*pair)
            head = say("tui.camps.shared", one=names[0], other=names[1], n=len(shared))
            parts = [render.line(head, "bold")]
            for word in ("differ", "agree", "unknown"):
                for topic, verdict in shared:
                    if verdict == word:
                        title = self._table.titles.get(topic, topic)
                        label = say(f"tui.camps.{word}")
                        parts.append(render.join((f"{label}  ", STYLES[word]), title))
            said.show(render.lines(parts))
        self.refresh_keys()

    def _about(self, row: int) -> list[Content]:
        """Everything about the actor of a row, as a list: with whom it agrees and differs."""
        where = render.label("tui.camps.where", "$text-muted")
        if self._table is None or not 0 <= row < len(self._table.actors):
            return [where]
        table, one = self._table, self._table.actors[row]
        parts = [render.line(table.name(one, current()), "bold")]
        for verdict, label in (
            ("differ", "differ_from"), ("agree", "agree_with"), ("unknown", "unknown_with")
        ):  # fmt: skip
            found = [
                (getattr(table.between(one, other), verdict), -at, table.name(other, current()))
                for at, other in enumerate(table.actors)
                if other != one
            ]
            words = [
                f"{name} ({number})" for number, _, name in sorted(found, reverse=True) if number
            ]
            if words:
                head = (say(f"tui.camps.{label}") + "  ", STYLES[verdict])
                parts.append(render.join(head, ", ".join(words)))
        return [*parts, where]

    # Commands

    def why_not(self, name: str) -> str:
        """Topics are those of a pair of actors; suggestions stay where nothing is confirmed."""
        if name == "suggestions" and self._table and self._table.unasked:
            return say("tui.camps.none_confirmed")
        if name == "timeline" and self._table and not self._shared():
            return say("tui.camps.no_topics")
        if name in ("csv", "topic", "timeline") and self._table is None:
            return say("tui.timeline.working")
        return ""

    def _shared(self) -> tuple[tuple[str, str], ...]:
        pair = self._pair
        return self._table.on_topics(*pair) if self._table and pair else ()

    @on(Grid.CellSelected)
    def do_timeline(self) -> None:
        """Choose one of the shared topics and show it over all meetings."""
        from workflow.tui.screens.timeline import TimelineScreen

        if why_not := self.why_not("timeline"):
            self.tell(why_not)
            return
        assert self._table is not None
        choices = [
            Choice(topic, self._table.titles.get(topic, topic), say(f"tui.camps.{verdict}"))
            for topic, verdict in self._shared()
        ]

        def chosen(topic: object) -> None:
            if isinstance(topic, str):
                self.app.push_screen(TimelineScreen(topic))

        if len(choices) == 1:
            chosen(choices[0].value)
        else:
            self.app.push_screen(Picker(say("tui.camps.which"), choices), chosen)

    def do_topic(self) -> None:
        """Count one confirmed topic only, or all."""
        desk = self.app.desk

        def known(kept: "tuple[KeptTopic, ...]") -> None:
            choices = [Choice("", say("tui.camps.all_topics"))]
            choices += [Choice(each.topic.id, each.topic.title) for each in kept if each.uses]

            def chosen(topic: object) -> None:
                if isinstance(topic, str):
                    self._topic = topic
                    self.load()

            picker = Picker(say("tui.camps.which"), choices, select=self._topic)
            self.app.push_screen(picker, chosen)

        self.app.jobs.start(
            self,
            lambda _: comparing.topics(desk),
            group="topics",
            description=say("tui.topics.working"),
            then=known,
        )

    def do_suggestions(self) -> None:
        """Let suggestions count too, or confirmed positions only."""
        self._suggestions = not self._suggestions
        self.load()

    def do_csv(self) -> None:
        """Write the table for a spreadsheet."""
        assert self._table is not None
        table = self._table
        write_csv(self, say("tui.camps.file"), lambda: camps_csv(table))

    def do_copy(self) -> None:
        """Copy what stands below the table."""
        copy(self.app, self.query_one("#said", Prose).plain)
