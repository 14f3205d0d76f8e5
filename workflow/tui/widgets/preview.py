"""What was found in a report: parts, items, notes, warnings; wrong items can be mended."""

from collections.abc import Hashable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message

from workflow.languages import say
from workflow.report import corrections
from workflow.report.model import Item, Part, Report
from workflow.tui import render
from workflow.tui.commands import BY_ID, bindings
from workflow.tui.widgets.boardrows import WIDEST
from workflow.tui.widgets.row import Row
from workflow.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from workflow.summaries.reissue import ItemChange


class PreviewPane(RowList):
    """Rows are keyed by ("item", part, item) with indices, sentences of an unfolded item too."""

    CONTEXT = "preview"
    BINDINGS = bindings("preview")
    DEFAULT_CSS = """
    PreviewPane { height: 1fr; }
    """

    class Wanted(Message):
        """`write`, `rename` or `part` (with the place), or another structure (with the report)."""

        def __init__(
            self, what: str, place: tuple[int, int] | None = None, report: Report | None = None
        ) -> None:
            super().__init__()
            self.what = what
            self.place = place
            self.report = report

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as in Textual
        super().__init__(id=id)
        self._report: Report | None = None
        self._changes: Sequence[ItemChange] = ()
        self._open: set[tuple[int, int]] = set()
        self._wanted: Hashable | None = None
        self._made_at: list[Hashable] = []
        """The row under the cursor at each correction."""

    @property
    def report(self) -> Report:
        """The report that is shown."""
        assert self._report is not None
        return self._report

    def show_report(self, report: Report, changes: "Sequence[ItemChange]" = ()) -> None:
        """Show a report's structure, and above it what it changes in a meeting that is there."""
        if changes and not self._changes and self._wanted is None:
            self._wanted = ("change", changes[0].slug)
        self._report, self._changes = report, changes
        rows = [row for change in changes for row in _change_rows(change)]
        for notice in report.notices:
            where = say("tui.import.line", n=notice.line) if notice.line else ""
            words = render.join(
                ("! ", "$text-warning"), (f"{where} " if where else "", ""), notice.text
            )
            rows.append(Row(("notice", notice.line, notice.text), words, wrap=True))
        for p, part in enumerate(report.parts):
            rows += self._part_rows(p, part)
        self.show(rows, select=self._wanted or self.selected)
        self._wanted = None

    def note_place(self) -> None:
        """Remember where a correction is made."""
        self._made_at.append(self.selected)

    def went_back(self) -> None:
        """The last correction is taken back: the cursor stands again where it was made."""
        self._wanted = key = self._made_at.pop() if self._made_at else None
        if isinstance(key, tuple) and key[0] == "sentence":
            self._open.add((key[1], key[2]))

    def _part_rows(self, p: int, part: Part) -> list[Row]:
        real = sum(not item.is_introduction for item in part.items)
        facts = say("tui.import.part", n=real)
        if part.results:
            facts += ", " + say("tui.import.results", n=len(part.results))
        head = render.join(
            (f"{part.id} {part.title}".strip() or "–", "bold"), ("  " + facts, "$text-muted")
        )
        rows = [Row(("part", p), head, enabled=False)] if real or part.title else []
        for i, item in enumerate(part.items):
            rows.append(self._item_row(p, i, item))
            if (p, i) in self._open:
                rows += [
                    Row(
                        ("sentence", p, i, s.number),
                        render.line(s.text, "$text-muted"),
                        render.line(f"        s{s.number} ", "$text-muted"),
                    )
                    for s in item.sentences
                ]
        return rows

    def _item_row(self, p: int, i: int, item: Item) -> Row:
        title = item.title or say("tui.import.introduction")
        facts = say("tui.import.sentences", n=len(item.sentences))
        if item.footnotes:
            facts += ", " + say("tui.import.notes", n=len(item.footnotes))

        def body(width: int, *, wrap: bool = False) -> Content:
            aside = render.line(facts, "$text-muted")
            return render.columns(min(width, WIDEST), render.line(title), aside, wrap=wrap)

        lead = render.line(f"  {item.number:>3}  ", "$text-muted")
        return Row(("item", p, i), body, lead, spread=partial(body, wrap=True))

    @property
    def place(self) -> tuple[int, int] | None:
        """Indices of part and item under the cursor."""
        key = self.selected
        if isinstance(key, tuple) and key[0] in ("item", "sentence"):
            return int(key[1]), int(key[2])
        return None

    def why_not(self, name: str) -> str:
        """Corrections need an item under the cursor."""
        place = self.place
        if name in ("rename", "fold", "merge", "split", "part") and place is None:
            return say("tui.import.no_item")
        if name == "part" and place == (0, 0):
            return say("tui.import.first_part")
        if name == "merge" and place is not None and place[1] == 0:
            return say("tui.import.nothing_before")
        if name == "split" and (
            not isinstance(self.selected, tuple)
            or self.selected[0] != "sentence"
            or self.selected[3] == 1
        ):
            return say("tui.import.split_where")
        return ""

    def label_now(self, name: str) -> str:
        """Enter is called what the screen does with it."""
        if name != "write":
            return ""
        carried, said = getattr(self.screen, "CONTEXT", ""), getattr(self.screen, "label_now", None)
        return (said and said(name)) or BY_ID[f"{carried}.write"].label

    def do_write(self) -> None:
        """Write what is shown."""
        self.post_message(self.Wanted("write"))

    def do_choose(self) -> None:
        """Enter writes what is shown."""
        self.do_write()

    def do_fold(self) -> None:
        """Show or hide the sentences of the item."""
        if self.place and self._report:
            self._open ^= {self.place}
            self.show_report(self._report, self._changes)

    def do_rename(self) -> None:
        """Change number and title."""
        self.post_message(self.Wanted("rename", self.place))

    def _mended(self, report: Report) -> None:
        self.post_message(self.Wanted("mend", report=report))

    def do_merge(self) -> None:
        """Join the item with the one before; its title becomes a sentence of it."""
        if self._report and self.place:
            part, item = self.place
            self._open.discard(self.place)
            self._wanted = ("item", part, item - 1)
            self._mended(corrections.merge(self._report, self.place))

    def do_split(self) -> None:
        """Begin a new item with the sentence under the cursor."""
        if self._report and self.place and isinstance(self.selected, tuple):
            part, item = self.place
            self._open.discard(self.place)
            self._wanted = ("item", part, item + 1)
            self._mended(corrections.split(self._report, self.place, int(self.selected[3])))

    def do_part(self) -> None:
        """Begin a part with the item, or take away the part that begins with it."""
        if self._report is None or self.place is None:
            return
        part, item = self.place
        if item == 0:
            self._mended(corrections.end_part(self._report, part))
        elif self._report.parts[part].items[item].sentences:
            self.post_message(self.Wanted("part", self.place))
        else:
            title = self._report.parts[part].items[item].title
            self._mended(corrections.begin_part(self._report, self.place, title))


def _change_rows(change: "ItemChange") -> list[Row]:
    """What a newer version changes in one item: its title, then the sentences that differ."""
    stale = say("tui.import.gets_stale") if change.stale else ""
    title = render.join((change.title, "bold"), (f"  {stale}" if stale else "", "$text-warning"))
    rows = [Row(("change", change.slug), title, render.line("~ ", "$text-warning"), wrap=True)]
    for number, (old, new) in enumerate(change.sentences):
        for sign, text, style in (("-", old, "$text-error"), ("+", new, "$text-success")):
            if text:
                key = ("change", change.slug, number, sign)
                rows.append(
                    Row(key, render.line(text), render.line(f"  {sign} ", style), wrap=True)
                )
    return rows
