"""What happened to an item or a meeting: in sentences, with the differences in words."""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from workflow.languages import say
from workflow.tui import render
from workflow.tui.answers import Version
from workflow.tui.clipboard import copy
from workflow.tui.commands import bindings
from workflow.tui.moments import moment
from workflow.tui.screens.base import DeskScreen
from workflow.tui.widgets.diff import changed_lines
from workflow.tui.widgets.prose import Prose
from workflow.tui.widgets.rows import Row, RowList

if TYPE_CHECKING:
    from workflow.history import BlameLine


class HistoryScreen(DeskScreen):
    """Rows are keyed by commit. Answers whether something was restored."""

    CONTEXT = "history"
    BINDINGS = bindings("history")

    def __init__(self, meeting: str, slug: str = "") -> None:
        super().__init__()
        self._key = (meeting, slug)
        self._versions: tuple[Version, ...] = ()
        self._texts: dict[str, str] = {}
        self._whole = False
        self._restored = False
        self._base = ""

    def compose_body(self) -> ComposeResult:
        """Versions, and what changed in the one selected."""
        with Horizontal(id="history"):
            yield RowList(id="versions", empty=render.label("tui.history.none", "$text-muted"))
            yield Prose(id="detail")

    def on_mount(self) -> None:
        """Read the history."""
        meeting, slug = self._key
        found = self.app.desk.workspace.meeting(meeting)
        entry = found.item(slug) if slug else None
        name = f"{entry.label} {entry.title}" if entry else found.name
        self.title_bar(
            render.join((say("tui.history.title") + " · ", ""), (name, "bold")),
            found.name if entry else "",
        )
        self.query_one("#versions").focus()
        self.load()

    def load(self) -> None:
        """Read the list of versions."""
        desk, key = self.app.desk, self._key
        self.app.jobs.start(
            self,
            lambda _: desk.versions(*key),
            group="history",
            description=say("tui.history.reading"),
            git=True,
            then=self._take,
        )

    def _take(self, versions: tuple[Version, ...]) -> None:
        self._versions = versions
        now, person = self.app.clock(), self.app.desk.identity
        rows = []
        for version in versions:
            who = say("tui.you") if version.author == person else version.author
            head = render.join((moment(version.when, now).ljust(17), "$text-muted"), (who, "bold"))
            body = render.lines([head, render.line(desk_subject(version.subject))])
            rows.append(Row(version.commit, body, wrap=True))
        self.query_one("#versions", RowList).show(rows)
        self._detail()

    @property
    def _place(self) -> int | None:
        key = self.query_one("#versions", RowList).selected
        return next((n for n, v in enumerate(self._versions) if v.commit == key), None)

    @on(RowList.Moved, "#versions")
    def _detail(self) -> None:
        """Read the texts of this version and the one before, where they are not known yet."""
        self.refresh_keys()
        place = self._place
        if place is None:
            return
        desk, key = self.app.desk, self._key
        wanted = [self._versions[place].commit, self._older(place)]
        missing = [commit for commit in wanted if commit and commit not in self._texts]
        if not missing:
            self._show(place)
            return

        def read(texts: dict[str, str]) -> None:
            self._texts |= texts
            if self._place is not None:
                self._show(self._place)

        self.app.jobs.start(
            self, lambda _: desk.texts(*key, missing), group="texts", git=True, then=read
        )

    def _older(self, place: int) -> str:
        """The version to compare with: the one that was chosen, else the one before."""
        if self._base and self._base != self._versions[place].commit:
            return self._base
        return self._versions[place + 1].commit if place + 1 < len(self._versions) else ""

    def _show(self, place: int) -> None:
        version = self._versions[place]
        new = self._texts.get(version.commit)
        if new is None:
            return
        older = self._older(place)
        old = self._texts.get(older, "")
        head = render.label(
            "tui.history.at",
            "$text-muted",
            who=version.author,
            when=moment(version.when, self.app.clock()),
            commit=version.commit[:10],
        )
        if self._whole:
            body: Content = render.block(new)
        elif not older:
            body = render.lines([render.label("tui.history.first"), Content(""), render.block(new)])
        else:
            body = changed_lines(old, new)
        self.query_one("#detail", Prose).show(render.lines([head, Content(""), body]))

    # Commands

    def why_not(self, name: str) -> str:
        """The present version cannot be restored, and only an item can."""
        if name in ("restore", "whole", "copy_id") and self._place is None:
            return say("tui.history.none")
        if name == "written_by" and not self._key[1]:
            return say("tui.history.only_items")
        if name == "restore":
            if not self._key[1]:
                return say("tui.history.only_items")
            if self._place == 0:
                return say("tui.history.is_present")
        return ""

    @on(RowList.Chosen, "#versions")
    def do_whole(self) -> None:
        """The whole text of then, or only what changed."""
        self._whole = not self._whole
        if self._place is not None:
            self._show(self._place)

    def do_restore(self) -> None:
        """Bring this version back, as a new version."""
        place = self._place
        if place is None:
            return
        desk, key, version = self.app.desk, self._key, self._versions[place]

        def done(_: object) -> None:
            self._restored = True
            self.tell(say("tui.history.restored", when=moment(version.when, self.app.clock())))
            self.load()

        self.app.jobs.start(
            self,
            lambda _: desk.restore(*key, version.commit),
            group="restore",
            description=say("tui.item.saving"),
            git=True,
            writes=True,
            then=done,
        )

    def do_base(self) -> None:
        """Compare every version with this one; once more: with the one before again."""
        place = self._place
        if place is None:
            return
        version = self._versions[place]
        self._base = "" if self._base == version.commit else version.commit
        when = moment(version.when, self.app.clock())
        words = say("tui.history.base", when=when) if self._base else ""
        self.aside(render.line(words, "$text-accent"))
        self._detail()

    def do_written_by(self) -> None:
        """Show who wrote each line."""
        desk, key, now = self.app.desk, self._key, self.app.clock()

        def read(found: "tuple[BlameLine, ...]") -> None:
            rows = [render.label("tui.history.who_wrote", "$text-muted"), Content("")]
            for line in found:
                if line.text.strip() and not line.text.startswith(("+++", "#")):
                    who = f"{line.author}, {moment(line.when, now)}"
                    rows += [render.line(who, "$text-primary"), render.join("  ", line.text)]
            self.query_one("#detail", Prose).show(render.lines(rows))

        self.app.jobs.start(
            self, lambda _: desk.written_by(*key), group="blame", git=True, then=read
        )

    def do_copy_id(self) -> None:
        """Copy the id of this version."""
        if self._place is not None:
            copy(self.app, self._versions[self._place].commit)

    def do_back(self) -> None:
        """Back, telling whether something was restored."""
        self.dismiss(self._restored)


def desk_subject(subject: str) -> str:
    """What was done, without the item that it was done to."""
    head, found, tail = subject.rpartition(": ")
    return tail if found and head else subject
