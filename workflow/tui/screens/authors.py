"""The part of the history screen that says who wrote which sentence, and shows differences."""

from typing import TYPE_CHECKING

from textual.content import Content

from workflow.languages import current, say
from workflow.summaries.readable import as_read, head_changes
from workflow.tui import render
from workflow.tui.moments import moment
from workflow.tui.screens.base import DeskScreen
from workflow.tui.widgets.diff import changed_lines, side_by_side
from workflow.tui.widgets.prose import Prose
from workflow.tui.widgets.row import Row
from workflow.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from workflow.history import BlameLine

_BESIDE = 84
"""Columns of the pane from which two versions stand beside each other."""


def short_subject(subject: str) -> str:
    """What was done, without the item that it was done to, in the language of the screen."""
    from workflow.history.messages import change_of

    return change_of(whole_subject(subject))


def whole_subject(subject: str) -> str:
    """What was done to what, in the language of the screen; the history keeps the report's."""
    from workflow.history.retelling import retold

    return retold(subject)


class AuthorsPart(DeskScreen):
    """Two panes: rows left, text right. Rows are keyed by line while sentences are shown."""

    def __init__(self, meeting: str, slug: str) -> None:
        super().__init__()
        self._key = (meeting, slug)
        self._language = current()
        """Of the report, and so of the headings in its files."""
        self._lines: dict[int, BlameLine] = {}
        self._beside: bool | None = None

    # What the screen does

    def _list(self) -> None:
        """Show the versions again."""

    def _redraw(self) -> None:
        """Show the version under the cursor again."""

    def _entitle(self) -> None:
        """Say of what this is the history, in the words of the screen."""
        meeting, slug = self._key
        name, where = say("tui.history.everything"), ""
        if meeting:
            found = self.app.desk.workspace.meeting(meeting)
            entry = found.item(slug) if slug else None
            self._language = found.language
            name = f"{entry.label} {entry.title}" if entry else found.name
            where = found.name if entry else ""
        self.title_bar(render.join((say("tui.history.title") + " · ", ""), (name, "bold")), where)

    # Differences

    def _file_difference(self, old: str, new: str, language: str) -> Content:
        """What changed in an item file: its head in words, then its text."""
        told = [render.join(("~ ", "$text-accent"), words) for words in head_changes(old, new)]
        before, now = as_read(old, language), as_read(new, language)
        if told and before == now:
            return render.lines(told)
        return render.lines(
            [*told, *([Content("")] if told else []), self._difference(before, now)]
        )

    def _difference(self, old: str, new: str) -> Content:
        width = self.query_one("#detail", Prose).content_size.width
        return side_by_side(old, new, width) if self._is_beside else changed_lines(old, new)

    @property
    def _is_beside(self) -> bool:
        wide = self.query_one("#detail", Prose).content_size.width >= _BESIDE
        return wide if self._beside is None else self._beside

    def do_beside(self) -> None:
        """Both versions beside each other, or one below the other."""
        self._beside = not self._is_beside
        self._redraw()

    # Who wrote which sentence

    def label_now(self, name: str) -> str:
        """Who wrote what, or back to the versions."""
        return say("tui.history.versions") if name == "written_by" and self._lines else ""

    def do_written_by(self) -> None:
        """Show who wrote each sentence; once more: the versions again."""
        if self._lines:
            self._list()
            return
        past, key = self.app.desk.past(), self._key
        self.app.jobs.start(
            self, lambda _: past.written_by(*key), group="blame", git=True, then=self._take_lines
        )

    def _take_lines(self, found: "tuple[BlameLine, ...]") -> None:
        if not found:
            self.tell(say("tui.history.no_sentences"))
            return
        now, me = self.app.clock(), self.app.desk.identity
        rows = []
        for line in found:
            who = say("tui.you") if line.author == me else line.author
            head = render.join((moment(line.when, now).ljust(19), "$text-muted"), (who, "bold"))
            text = render.line(as_read(line.text, self._language))
            rows.append(Row(line.line, render.lines([head, text]), wrap=True))
        self._lines = {line.line: line for line in found}
        self.aside(render.label("tui.history.who_wrote", "$text-accent"))
        self.query_one("#versions", RowList).show(rows, select=found[0].line)
        self.refresh_keys()
        self._sentence_history()

    def _sentence_history(self) -> None:
        """How the sentence under the cursor came to be."""
        selected = self.query_one("#versions", RowList).selected
        if not isinstance(selected, int):
            return
        past, key, number = self.app.desk.past(), self._key, selected

        def show(found: "tuple[BlameLine, ...]") -> None:
            now = self.app.clock()
            parts = []
            for place, line in enumerate(found):
                when = moment(line.when, now)
                parts.append(
                    render.label(
                        "tui.history.at",
                        "$text-muted",
                        who=line.author,
                        when=when,
                        commit=line.commit[:10],
                    )
                )
                parts.append(render.line(short_subject(line.subject), "$text-muted"))
                older = found[place + 1].text if place + 1 < len(found) else ""
                older, text = (as_read(each, self._language) for each in (older, line.text))
                same = render.block(text)
                parts += [self._difference(older, text) if older else same, Content("")]
            if self._lines:
                self.query_one("#detail", Prose).show(render.lines(parts))

        self.app.jobs.start(
            self, lambda _: past.sentence(*key, number), group="texts", git=True, then=show
        )
