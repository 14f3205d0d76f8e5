"""What was promised to parliament and announced, over all meetings, and what came of it."""

from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from workflow.comparison.followup import (
    COLUMNS,
    FollowUp,
    follow_up_csv,
    follow_up_table,
    overdue_words,
    standing,
)
from workflow.comparison.model import ItemRef
from workflow.comparison.promises import Promise
from workflow.comparison.states import OVERDUE, PAST, SHOWN
from workflow.comparison.steps import Step
from workflow.languages import say
from workflow.tui import comparing, render
from workflow.tui.clipboard import copy
from workflow.tui.commands import bindings
from workflow.tui.screens.base import DeskScreen
from workflow.tui.screens.writing import write_csv
from workflow.tui.widgets.prose import Prose
from workflow.tui.widgets.row import Row
from workflow.tui.widgets.rows import RowList

STYLES = {"overdue": "bold $text-error", "past": "$text-error", "open": "$text-warning",
          "done": "$text-success", "withdrawn": "$text-muted"}  # fmt: skip
"""A hint on top of the word."""

_ARTICLE = 4
"""Characters that may stand before a name: `The Commission`."""


class PromisesScreen(DeskScreen):
    """Rows are keyed by place: what needs acting on first."""

    CONTEXT = "promises"
    BINDINGS = bindings("promises")

    def __init__(self) -> None:
        super().__init__()
        self._whole: FollowUp | None = None
        self._found = FollowUp((), ())
        self._state = ""

    def compose_body(self) -> ComposeResult:
        """The list, and everything about one of its entries."""
        with Horizontal(id="compare"):
            yield RowList(id="changes", empty=render.label("tui.timeline.working", "$text-muted"))
            yield Prose(id="detail")

    def on_mount(self) -> None:
        """Read all meetings."""
        self.title_bar(say("tui.promises.title"))
        self.query_one("#changes").focus()
        today = self.app.clock().date()
        self.app.jobs.start(
            self,
            self.app.apart.light_job(comparing.follow_up, today),
            group="promises",
            description=say("tui.timeline.working"),
            then=self._take,
        )

    def _take(self, found: FollowUp) -> None:
        self._whole = found
        self._show()

    def speak(self) -> None:
        """Show everything anew in the language of now."""
        self.title_bar(say("tui.promises.title"))
        self._show()

    def _show(self) -> None:
        if self._whole is None:
            return
        self._found = self._whole.only((self._state,) if self._state else SHOWN)
        table = follow_up_table(self._found)
        rows = []
        for at, (cells, entry) in enumerate(zip(table[1:], self._found.entries, strict=True)):
            named = dict(zip(COLUMNS, cells, strict=True))
            due = entry.due.strftime("%d-%m-%Y") if entry.due else ""
            body = partial(_body, _told(named["who"], named["text"]), due)
            lead = render.line(
                f"{named['state']:<20.20} ", STYLES.get(standing(entry)) or STYLES[entry.state]
            )
            rows.append(Row(at, body, lead, spread=partial(body, wrap=True)))
        pane = self.query_one("#changes", RowList)
        pane.say_empty(render.block(self._nothing, "$text-muted"))
        pane.show(rows)
        words = say(f"comparison.promise_state.{self._state}") if self._state else ""
        if self._state in (OVERDUE, PAST):
            words = overdue_words(self._found) or words
        suggested = say("tui.promises.suggested") if self._found.suggested else ""
        self.aside(render.line(" · ".join(filter(None, (words, suggested))), "$text-warning"))
        self._detail()

    @property
    def _nothing(self) -> str:
        """What stands there instead of entries: none at all, or none in the state shown."""
        if self._whole is None:
            return say("tui.timeline.working")
        if self._state and self._whole.entries:
            state = say(f"comparison.promise_state.{self._state}")
            return say("tui.promises.none_of_state", state=state)
        return say("tui.promises.nothing")

    @property
    def _entry(self) -> Promise | Step | None:
        at = self.query_one("#changes", RowList).selected
        entries = self._found.entries
        return entries[at] if isinstance(at, int) and at < len(entries) else None

    @on(RowList.Moved, "#changes")
    def _detail(self) -> None:
        at = self.query_one("#changes", RowList).selected
        parts: list[Content] = []
        if isinstance(at, int):
            table = follow_up_table(self._found)
            for head, cell in zip(table[0], table[at + 1], strict=True):
                if cell:
                    parts.append(render.join((f"{head}  ", "$text-muted"), cell))
        self.query_one("#detail", Prose).show(render.lines(parts))
        self.refresh_keys()

    # Commands

    def why_not(self, name: str) -> str:
        """Most commands need an entry."""
        entry = self._entry
        if name in ("open", "result", "copy") and entry is None:
            return self._nothing
        if name == "result" and entry is not None and _result(entry) is None:
            return say("tui.promises.no_result")
        return ""

    @on(RowList.Chosen, "#changes")
    def do_open(self) -> None:
        """Go to the source sentence where it was said."""
        entry = self._entry
        if isinstance(entry, Promise):
            self._go(entry.made, entry.commitment.evidence)
        elif entry is not None:
            self._go(entry.announced, entry.step.evidence)

    def do_result(self) -> None:
        """Go to the item in which it was done or came back."""
        entry = self._entry
        ref = _result(entry) if entry else None
        if ref is not None:
            self._go(ref)

    def _go(self, ref: ItemRef, evidence: tuple[int, ...] = ()) -> None:
        from workflow.tui.screens.item import ItemScreen

        sentence = evidence[0] if evidence else 0
        self.app.push_screen(ItemScreen(ref.meeting, ref.slug, sentence=sentence))

    def do_state(self) -> None:
        """Show one state, the next, or all."""
        order = ["", *SHOWN]
        self._state = order[(order.index(self._state) + 1) % len(order)]
        self._show()

    def do_csv(self) -> None:
        """Write what is shown as a table for a spreadsheet."""
        found = self._found
        write_csv(self, say("tui.promises.file"), lambda: follow_up_csv(found))

    def do_copy(self) -> None:
        """Copy what stands on the right."""
        copy(self.app, self.query_one("#detail", Prose).plain)


def _told(who: str, text: str) -> str:
    """What was promised, with who did where the text does not begin with that."""
    opens = text[: len(who) + _ARTICLE].casefold()
    return text if not who or who.casefold() in opens else f"{who}: {text}"


def _body(text: str, due: str, width: int, *, wrap: bool = False) -> Content:
    return render.columns(width, render.line(text), render.line(due, "$text-muted"), wrap=wrap)


def _result(entry: Promise | Step) -> ItemRef | None:
    """The item in which it was done or discussed again, or that last says something of it."""
    if isinstance(entry, Step):
        return entry.came or entry.discussed
    last = entry.mentions[-1].ref if entry.mentions else None
    return entry.discharged or last or entry.discussed
