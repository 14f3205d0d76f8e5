"""What was found in a report: parts, items, notes, warnings; wrong items can be mended."""

from dataclasses import replace

from textual.message import Message

from workflow.languages import say
from workflow.report.model import Item, Part, Report
from workflow.tui import render
from workflow.tui.commands import bindings
from workflow.tui.widgets.rows import Row, RowList


class PreviewPane(RowList):
    """Rows are keyed by ("item", part, item) with indices, sentences of an unfolded item too."""

    CONTEXT = "preview"
    BINDINGS = bindings("preview")
    DEFAULT_CSS = """
    PreviewPane { height: 1fr; }
    """

    class Wanted(Message):
        """`import`, `rename` (with the place), or another structure (with the report)."""

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
        self._open: set[tuple[int, int]] = set()

    def show_report(self, report: Report) -> None:
        """Show a report's structure."""
        self._report = report
        rows: list[Row] = []
        for notice in report.notices:
            where = say("tui.import.line", n=notice.line) if notice.line else ""
            words = render.join(
                ("! ", "$text-warning"), (f"{where} " if where else "", ""), notice.text
            )
            rows.append(Row(("notice", notice.line, notice.text), words, wrap=True))
        for p, part in enumerate(report.parts):
            rows += self._part_rows(p, part)
        self.show(rows)

    def _part_rows(self, p: int, part: Part) -> list[Row]:
        real = sum(not item.is_introduction for item in part.items)
        facts = (
            say("tui.import.part", n=real) + ", " + say("tui.import.results", n=len(part.results))
        )
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
        return Row(
            ("item", p, i),
            lambda width: render.columns(
                width, render.line(title), render.line(facts, "$text-muted")
            ),
            render.line(f"  {item.number:>3}  ", "$text-muted"),
        )

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
        if name in ("rename", "fold", "merge", "split") and place is None:
            return say("tui.import.no_item")
        if name == "merge" and place is not None and place[1] == 0:
            return say("tui.import.nothing_before")
        if name == "split" and (
            not isinstance(self.selected, tuple)
            or self.selected[0] != "sentence"
            or self.selected[3] == 1
        ):
            return say("tui.import.split_where")
        return ""

    def do_import(self) -> None:
        """Import as shown."""
        self.post_message(self.Wanted("import"))

    def do_choose(self) -> None:
        """Enter imports as shown."""
        self.do_import()

    def do_fold(self) -> None:
        """Show or hide the sentences of the item."""
        if self.place and self._report:
            self._open ^= {self.place}
            self.show_report(self._report)

    def do_rename(self) -> None:
        """Change number and title."""
        self.post_message(self.Wanted("rename", self.place))

    def _with_items(self, part: int, items: list[Item]) -> None:
        assert self._report is not None
        parts = list(self._report.parts)
        parts[part] = replace(parts[part], items=tuple(items))
        self.post_message(self.Wanted("mend", report=self._report.with_parts(tuple(parts))))

    def do_merge(self) -> None:
        """Join the item with the one before; its title becomes a sentence of it."""
        assert self._report is not None
        assert self.place is not None
        p, i = self.place
        items = list(self._report.parts[p].items)
        items[i - 1 : i + 1] = [merged(items[i - 1], items[i])]
        self._with_items(p, items)

    def do_split(self) -> None:
        """Begin a new item with the sentence under the cursor."""
        assert self._report is not None
        assert isinstance(self.selected, tuple)
        p, i, number = (int(n) for n in self.selected[1:4])
        items = list(self._report.parts[p].items)
        items[i : i + 1] = split(items[i], number)
        self._open.discard((p, i))
        self._with_items(p, items)


def merged(first: Item, second: Item) -> Item:
    """One item of two: sentences numbered on, notes kept with their sentence."""
    count = len(first.sentences)
    last = first.sentences[-1].paragraph + 1 if first.sentences else 0
    moved = tuple(
        replace(s, number=s.number + count, paragraph=s.paragraph + last) for s in second.sentences
    )
    notes = tuple(replace(n, sentence=n.sentence + count) for n in second.footnotes)
    return replace(first, sentences=first.sentences + moved, footnotes=first.footnotes + notes)


def split(item: Item, number: int) -> list[Item]:
    """Two items of one: the second begins with sentence `number`, which becomes its title."""
    head, tail = item.sentences[: number - 1], item.sentences[number - 1 :]
    first_paragraph = tail[0].paragraph
    title = tail[0].text.rstrip(".")
    rest = tuple(
        replace(s, number=n, paragraph=max(0, s.paragraph - first_paragraph))
        for n, s in enumerate(tail[1:], 1)
    )
    notes = tuple(n for n in item.footnotes if n.sentence < number)
    moved = tuple(
        replace(n, sentence=max(0, n.sentence - number))
        for n in item.footnotes
        if n.sentence >= number
    )
    return [
        replace(item, sentences=head, footnotes=notes),
        replace(item, number="", title=title, sentences=rest, footnotes=moved, treatment=""),
    ]
