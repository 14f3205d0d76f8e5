"""One topic over all meetings: per actor a line of stances, and the words of each."""

from collections.abc import Callable
from textwrap import wrap

from textual import events, on
from textual.content import Content

from workflow.comparison.model import SIGNS, Stand
from workflow.comparison.picture import (
    SILENT,
    UNSURE,
    cell_stances,
    items_head,
    timeline_csv,
    to_picture,
)
from workflow.comparison.timeline import Cell, Column, Timeline
from workflow.comparison.timeline import Row as ActorRow
from workflow.languages import current, say
from workflow.positions.actors import actor_name
from workflow.summaries.itemfile import render_evidence
from workflow.summaries.topics import item_key
from workflow.text import slug
from workflow.tui import comparing, render
from workflow.tui.clipboard import copy
from workflow.tui.commands import bindings
from workflow.tui.progress import Progress
from workflow.tui.screens.dialogs import Choice, Picker
from workflow.tui.screens.tabled import TableScreen
from workflow.tui.screens.writing import write_csv
from workflow.tui.widgets.grid import Grid
from workflow.tui.widgets.positions import stance_word
from workflow.tui.widgets.prose import Prose

STYLES = {
    "!": "bold $text-error",
    "+": "$text-success",
    "»": "$text-primary",
    "«": "$text-primary",
    "›": "$text-secondary",
    "‹": "$text-secondary",
}
"""A hint on top of the sign of a change."""
NARROWEST = 17
"""Characters of a meeting's column, at least."""
WIDEST = 60
"""Characters of it at most, where there is room."""
COPIED_WIDTH = 100
"""Characters of a line of the picture that is copied."""


class TimelineScreen(TableScreen):
    """A cell for each actor and meeting; below it what was said there."""

    CONTEXT = "timeline"
    BINDINGS = bindings("timeline")

    def __init__(self, topic: str) -> None:
        super().__init__()
        self._topic = topic
        self._line: Timeline | None = None
        self._actor = ""

    def work(self) -> Callable[[Progress], Timeline]:
        """Follow the topic over all meetings."""
        return self.app.apart.light_job(comparing.timeline, self._topic)

    def take(self, line: Timeline) -> None:
        """Keep the line; at first, go to the last meeting."""
        first = self._line is None
        self._line = line
        self.draw()
        if first:
            self.query_one(Grid).do_last()

    def _called(self, actor: str) -> str:
        """How an actor of the line is called."""
        rows = self._line.rows if self._line else ()
        written = next((row.name for row in rows if row.actor == actor), "")
        return actor_name(actor, current(), written)

    @property
    def _rows(self) -> tuple[ActorRow, ...]:
        """The actors that are shown."""
        rows = self._line.rows if self._line else ()
        return tuple(row for row in rows if self._actor in ("", row.actor))

    def draw(self) -> None:
        """Show the line."""
        if self._line is None:
            return
        line = self._line
        self.title_bar(
            render.join((say("tui.timeline.title") + "  ", "bold"), line.title),
            say("tui.timeline.meetings", n=len(line.columns)),
        )
        head = [say("comparison.timeline.actor"), *map(_head, line.columns)]
        table = [head]
        size = self._column_size
        for row in self._rows:
            cells = [
                _drawn(cell, column, size)
                for cell, column in zip(row.cells, line.columns, strict=True)
            ]
            table.append([self._called(row.actor), *cells])
        self.query_one(Grid).fill(table, STYLES, widest=WIDEST)
        links = {column.link for column in line.columns}
        unsure = f"{UNSURE} = {say('comparison.timeline.suggested')}"
        words = [unsure] if "suggested" in links else []
        sources = {column.source for column in line.columns if column.items}
        if "suggestion" in sources:
            words.append(say(f"tui.compare.{'partly' if len(sources) > 1 else 'wholly'}_suggested"))
        if self._actor:
            words.insert(0, self._called(self._actor))
        self.aside(render.line(" · ".join(words), "$text-warning"))
        self._said()

    @property
    def _column_size(self) -> int:
        """Characters of a meeting's column: many narrow ones beside each other, or few wide."""
        names = max((len(self._called(row.actor)) for row in self._rows), default=0)
        room = self.app.size.width - min(names, self.app.size.width // 3) - 4
        columns = len(self._line.columns) if self._line else 1
        shown = max(1, min(columns, room // (NARROWEST + 2)))
        return min(WIDEST, room // shown - 2)

    @on(events.Resize)
    def _redraw(self) -> None:
        self.draw()

    @property
    def _cell(self) -> tuple[ActorRow | None, Column | None, Cell]:
        """What stands under the cursor."""
        row, column = self.query_one(Grid).place
        rows = self._rows
        if self._line is None or not 0 <= row < len(rows):
            return None, None, Cell()
        if not 0 <= column < len(self._line.columns):
            return rows[row], None, Cell()
        return rows[row], self._line.columns[column], rows[row].cells[column]

    @on(Grid.CellHighlighted)
    def _said(self) -> None:
        """Show the words of the cell under the cursor."""
        row, column, cell = self._cell
        if self._line is None or row is None:
            self.query_one("#said", Prose).show(render.label("tui.timeline.nobody", "$text-muted"))
            return
        parts = [render.join((self._called(row.actor), "bold"), "  ", self._span(row))]
        if column is not None:
            items = "; ".join(f"{ref.label} {ref.title}" for ref in column.items)
            parts.append(render.join((column.meeting.name, "bold"), "  ", (items, "$text-muted")))
            parts.append(Content(""))
            if not column.items:
                parts.append(render.label("tui.timeline.not_discussed", "$text-muted"))
            elif not cell.stands:
                parts.append(render.label("tui.timeline.silent", "$text-muted"))
            else:
                kind = f"{SIGNS[cell.kind]} {say(f'common.change.{cell.kind}')}"
                parts.append(render.line(kind, STYLES.get(SIGNS[cell.kind], "")))
                for stand in cell.stands:
                    parts += [_stance(stand), render.block(stand.text), Content("")]
        self.query_one("#said", Prose).show(render.lines(parts))
        self.refresh_keys()

    def _span(self, row: ActorRow) -> Content:
        """First and last mention, and at how many meetings in between the actor kept silent."""
        assert self._line is not None
        names = {column.meeting.id: column.meeting.name for column in self._line.columns}
        words = say("tui.timeline.span", first=names[row.first], last=names[row.last])
        if row.gaps:
            gaps = ", ".join(names[gap] for gap in row.gaps)
            words = f"{words} · {say('tui.timeline.gaps', meetings=gaps)}"
        return render.line(words, "$text-muted")

    # Commands

    def why_not(self, name: str) -> str:
        """To go somewhere, the meeting under the cursor must have discussed the topic."""
        if self._line is None:
            return "" if name == "back" else say("tui.timeline.working")
        _, column, _ = self._cell
        if name in ("open", "source", "history") and column is None:
            return say("tui.timeline.no_meeting")
        if name in ("open", "source", "history") and column is not None and not column.items:
            return say("tui.timeline.no_item")
        if name == "camps" and not (self._is_kept or self._items):
            return say("tui.timeline.part_only")
        return ""

    def _place(self) -> tuple[str, str, int]:
        """Meeting, item and first source sentence under the cursor."""
        _, column, cell = self._cell
        assert column is not None
        stand = cell.stands[0] if cell.stands else None
        refs = [ref for ref in column.items if stand and ref.slug == stand.slug] or column.items
        evidence = stand.evidence if stand else ()
        return column.meeting.id, refs[0].slug, evidence[0] if evidence else 0

    @on(Grid.CellSelected)
    def do_open(self) -> None:
        """Go to the item."""
        from workflow.tui.screens.item import ItemScreen

        if why_not := self.why_not("open"):
            self.tell(why_not)
            return
        meeting, item, _ = self._place()
        self.app.push_screen(ItemScreen(meeting, item))

    def do_source(self) -> None:
        """Go to the source sentence."""
        from workflow.tui.screens.item import ItemScreen

        meeting, item, sentence = self._place()
        self.app.push_screen(ItemScreen(meeting, item, sentence=sentence or 1))

    def do_history(self) -> None:
        """Go to the history of the item."""
        from workflow.tui.screens.history import HistoryScreen

        meeting, item, _ = self._place()
        self.app.push_screen(HistoryScreen(meeting, item))

    def do_actor(self) -> None:
        """Show one actor only, or all."""
        assert self._line is not None
        choices = [Choice("", say("tui.compare.all_actors"))]
        choices += [Choice(row.actor, self._called(row.actor)) for row in self._line.rows]

        def chosen(actor: object) -> None:
            if isinstance(actor, str):
                self._actor = actor
                self.draw()

        self.app.push_screen(Picker(say("tui.compare.actor"), choices, select=self._actor), chosen)

    def do_camps(self) -> None:
        """Who sides with whom on this topic."""
        from workflow.tui.screens.camps import CampsScreen

        assert self._line is not None
        topic = self._line.topic if self._is_kept else max(self._items)
        self.app.push_screen(CampsScreen(topic))

    @property
    def _items(self) -> list[str]:
        """The keys of the items of the line; empty where it is about parts of them."""
        columns = self._line.columns if self._line else ()
        refs = [ref for column in columns for ref in column.items]
        if any(ref.sentences for ref in refs):
            return []
        return [item_key(ref.meeting, ref.slug) for ref in refs]

    @property
    def _is_kept(self) -> bool:
        """Whether staff confirmed the topic."""
        return self._line is not None and any(c.link == "confirmed" for c in self._line.columns)

    def do_csv(self) -> None:
        """Write the line as a table for a spreadsheet."""
        assert self._line is not None
        line = self._line
        write_csv(
            self, f"{say('tui.timeline.file')}-{slug(line.title)}", lambda: timeline_csv(line)
        )

    def do_copy(self) -> None:
        """Copy the line as a picture of characters."""
        assert self._line is not None
        copy(self.app, to_picture(self._line, width=COPIED_WIDTH))


def _head(column: Column) -> str:
    """A meeting above its column: day and items, marked where the link is only proposed."""
    year, month, day = column.meeting.id[:10].split("-")
    return f"{day}-{month}-{year[2:]} {items_head(column)}"


def _drawn(cell: Cell, column: Column, size: int) -> str:
    """The sign of the change and the stances, each on a line or more of `size` characters."""
    if not cell.stands:
        return SILENT if column.items else ""
    lines = (line for stance in cell_stances(cell) for line in wrap(stance, max(4, size - 2)))
    return f"{SIGNS[cell.kind]} " + "\n  ".join(lines)


def _stance(stand: Stand) -> Content:
    evidence = render_evidence(stand.evidence).strip("[]")
    who = f"{actor_name(stand.actor, current())}: " if stand.is_group else ""
    return render.join((who + stance_word(stand.stance), "bold"), (f"  {evidence}", "$text-muted"))
