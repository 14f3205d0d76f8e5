"""The briefing: a preview, choices, warnings in words, then the file and the e-mail draft."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from workflow.briefing.order import Order
from workflow.briefing.tracking import Mode
from workflow.languages import say
from workflow.tui import outgoing, render
from workflow.tui.answers import Made, Preview
from workflow.tui.clipboard import copy
from workflow.tui.commands import bindings
from workflow.tui.progress import Progress
from workflow.tui.screens.base import DeskScreen
from workflow.tui.screens.dialogs import Choice, Picker, Prompt, Question
from workflow.tui.screens.since import pick_since, since_words
from workflow.tui.widgets import paper
from workflow.tui.widgets.prose import Prose
from workflow.tui.widgets.row import Row
from workflow.tui.widgets.rows import RowList

PREVIOUS = "meeting"
"""The previous meeting, which an order has as an empty text."""
_MODES: tuple[Mode, ...] = ("clean", "redline", "redline-changed")


class ExportScreen(DeskScreen):
    """Rows of the choices are keyed by their name."""

    CONTEXT = "export"
    BINDINGS = bindings("export")

    def __init__(self, meeting: str) -> None:
        super().__init__()
        self._meeting = meeting
        self._order = Order(meeting)
        self._topic = ""
        self._preview: Preview | None = None
        self._made: Path | None = None
        self._mail: Path | None = None
        self._sent = ""
        self._to = ""
        """Who was typed as recipients, to be mended where one is wrong."""
        self._busy = False
        self._notices: tuple[str, ...] = ()

    def compose_body(self) -> ComposeResult:
        """Preview and choices."""
        with Horizontal(id="export"):
            yield Prose(id="preview_text")
            with Vertical(id="choices_side"):
                yield RowList(id="choices")
                yield Prose(id="warnings")

    def on_mount(self) -> None:
        """Compose a first preview."""
        self.app.apart.wake()
        self._entitle()
        self.query_one("#choices").focus()
        self.load()

    def _entitle(self) -> None:
        name = self.app.desk.workspace.meeting(self._meeting).name
        self.title_bar(render.join((say("tui.export.title") + " · ", ""), (name, "bold")))

    def speak(self) -> None:
        """Show everything anew in the language of now."""
        self._entitle()
        self._show()
        super().speak()

    def load(self) -> None:
        """Compose the preview."""
        self._ask_preview(self._take)

    def _ask_preview(
        self,
        then: Callable[[Preview], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self.app.jobs.start(
            self,
            self.app.apart.job(outgoing.preview, self._order),
            group="preview",
            description=say("tui.export.composing"),
            saved=True,
            then=then,
            failed=failed,
        )
        self._show()

    def _change(self, order: Order) -> None:
        """Try another order; where it cannot be made, the choice before stays."""
        before = self._order
        self._order = order

        def failed(error: Exception) -> None:
            self._order = before
            self._show()
            self.tell(str(error))

        def taken(preview: Preview) -> None:
            self._made = self._mail = None
            self._sent, self._notices = "", ()
            self._take(preview)

        self._ask_preview(taken, failed)

    def _take(self, preview: Preview) -> None:
        self._preview = preview
        self.query_one("#preview_text", Prose).show(paper.as_read(preview.text))
        self._show()

    def _show(self) -> None:
        order = self._order
        rows = [
            self._row("since", since_words(self, order.since or PREVIOUS)),
            self._row("changes", say(f"tui.export.changes_{order.mode.replace('-', '_')}")),
            self._row("topic", self._topic or say("tui.export.whole")),
            self._row("items", ", ".join(order.items) or say("tui.export.all")),
            self._row("approved", say("tui.yes") if order.approved_only else say("tui.no")),
            self._row("template", self._template_name()),
            self._row("make", "✓" if self._made else ""),
            self._row("mail", "✓" if self._mail else ""),
            self._row("sent", "✓" if self._sent else ""),
        ]
        choices = self.query_one("#choices", RowList)
        first = choices.selected is None
        choices.show(rows, select=None)
        if first:
            choices.select("make")
        parts: list[Content] = []
        for warning in (*(self._preview.warnings if self._preview else ()), *self._notices):
            parts.append(render.join(("! ", "$text-warning"), warning))
        for path in (self._made, self._mail):
            if path is not None:
                shown = path.relative_to(self.app.desk.root)
                parts.append(render.join(("✓ ", "$text-success"), shown.as_posix()))
        if self._sent:
            parts.append(render.join(("✓ ", "$text-success"), self._sent))
        warnings = self.query_one("#warnings", Prose)
        warnings.display = bool(parts)
        warnings.show(render.lines(parts))
        self.refresh_keys()

    def _template_name(self) -> str:
        named = self._order.template or self.app.desk.workspace.settings.template
        return Path(named).name if named else say("tui.export.own_template")

    def _row(self, name: str, aside: str) -> Row:
        words = say(f"tui.export.choice_{name}")

        def body(width: int) -> Content:
            return render.columns(width, render.line(words), render.line(aside, "bold"))

        return Row(name, body)

    # Commands

    def hides(self, name: str) -> bool:
        """Once there is a document, the footer has what one does with it."""
        return self._made is not None and name in ("since", "changes")

    def why_not(self, name: str) -> str:
        """A file must be there before it can be opened or mailed."""
        if name in ("make", "mail") and self._preview is None:
            return say("tui.export.composing")
        if name in ("open", "copy_path", "folder") and self._made is None:
            return say("tui.export.make_first")
        if name in ("since", "changes", "items", "approved") and self._order.topic:
            return say("tui.export.topic_only")
        return ""

    @on(RowList.Chosen, "#choices")
    def _chosen(self, event: RowList.Chosen) -> None:
        name = str(event.key)
        reason = self.why_not(name)
        if reason:
            self.tell(reason)
        else:
            getattr(self, f"do_{name}")()

    def do_back(self) -> None:
        """Stop the writing, or go back."""
        if self._busy:
            self._busy = False
            self.app.jobs.stop("export")
            self.tell(say("briefing.errors.cancelled"))
        else:
            super().do_back()

    def do_since(self) -> None:
        """Choose what to compare with: a standard moment, or any other meeting."""

        def chosen(since: str | None) -> None:
            if since is not None:
                self._change(replace(self._order, since="" if since == PREVIOUS else since))

        pick_since(self, self._meeting, self._order.since or PREVIOUS, chosen)

    def do_changes(self) -> None:
        """Describe changes, or track them."""
        at = _MODES.index(self._order.mode) + 1
        self._change(replace(self._order, mode=_MODES[at % len(_MODES)]))

    def do_approved(self) -> None:
        """All items, or only the approved ones."""
        self._change(replace(self._order, approved_only=not self._order.approved_only))

    def do_topic(self) -> None:
        """The whole meeting, or one topic over all meetings."""

        def chosen(value: object) -> None:
            if not isinstance(value, str):
                return
            self._topic = known.get(value, "")
            order = Order(self._meeting, template=self._order.template)
            self._change(replace(order, topic=value))

        def ask(found: tuple[tuple[str, str], ...]) -> None:
            known.update(found)
            choices = [Choice("", say("tui.export.whole"))]
            choices += [Choice(topic, title) for topic, title in found]
            title = say("tui.export.topic_title")
            self.app.push_screen(Picker(title, choices, select=self._order.topic), chosen)
            self.app.release_keys()

        known: dict[str, str] = {}
        desk = self.app.desk
        self.app.hold_keys()
        self.app.jobs.start(
            self,
            lambda _: desk.topics(),
            group="choose",
            description=say("tui.topics.working"),
            then=ask,
        )

    def do_items(self) -> None:
        """All items, or those that are named."""

        def typed(words: str | None) -> None:
            if words is not None:
                items = tuple(each.strip() for each in words.split(",") if each.strip())
                self._change(replace(self._order, items=items))

        meeting = self.app.desk.workspace.meeting(self._meeting)
        known = ", ".join(entry.label or entry.slug for entry in meeting.items)
        words = say("tui.export.items_words", known=known)
        value = ", ".join(self._order.items)
        self.app.push_screen(Prompt(say("tui.export.items_title"), words, value), typed)

    def do_template(self) -> None:
        """Our own look, or that of a house."""

        def typed(path: str | None) -> None:
            if path is not None:
                self._change(replace(self._order, template=path.strip()))

        title, words = say("tui.export.template_title"), say("tui.export.template_words")
        self.app.push_screen(Prompt(title, words, self._order.template), typed)

    def do_source(self) -> None:
        """Record where the report is published, so that the document links to it."""
        desk, meeting = self.app.desk, self._meeting

        def recorded(words: str) -> None:
            self._change(self._order)
            self.tell(words)

        def typed(address: str | None) -> None:
            if address is not None:
                self.app.jobs.start(
                    self,
                    lambda _: outgoing.set_source(desk, meeting, address.strip()),
                    group="source",
                    description=say("tui.export.recording"),
                    git=True,
                    writes=True,
                    then=recorded,
                )

        title, words = say("tui.export.source_title"), say("tui.export.source_words")
        self.app.push_screen(Prompt(title, words, desk.workspace.meeting(meeting).url), typed)

    def do_make(self) -> None:
        """Write the Word document."""
        self._busy = True

        def made(found: Made) -> None:
            self._made = found.path
            self._done(found, say("tui.export.made", path=found.path))

        self._write(self.app.apart.job(outgoing.export, self._order), made)

    def _write(self, work: Callable[[Progress], Made], then: Callable[[Made], None]) -> None:
        def failed(error: Exception) -> None:
            self._busy = False
            self.app.show_error(error)

        self.app.jobs.start(
            self,
            work,
            group="export",
            description=say("tui.export.writing"),
            saved=True,
            then=then,
            failed=failed,
        )

    def _done(self, found: Made, words: str) -> None:
        self._busy = False
        self._notices = found.notices
        self._show()
        self.tell(words)

    def do_open(self) -> None:
        """Open the document with the system's own program."""
        from workflow.tui.external import open_file

        assert self._made is not None
        open_file(self.app, self._made)

    def do_folder(self) -> None:
        """Open the folder in which the document stands."""
        from workflow.tui.external import open_file

        assert self._made is not None
        open_file(self.app, self._made.parent)

    def do_copy_path(self) -> None:
        """Copy the path of the document."""
        assert self._made is not None
        copy(self.app, str(self._made))

    def do_mail(self) -> None:
        """Make an e-mail draft with the document attached."""
        lists = ", ".join(self.app.desk.workspace.settings.recipients)
        words = say("tui.export.to_words") + (
            " " + say("tui.export.to_lists", lists=lists) if lists else ""
        )

        def typed(to: str | None) -> None:
            if to is None:
                return
            if not to.strip():
                self.tell(say("tui.export.to_nobody"))
                return
            self._to = to

            def made(found: Made) -> None:
                self._mail = found.path
                self._done(found, say("tui.export.mailed", path=found.path))

            self._busy = True
            self._write(self.app.apart.job(outgoing.mail, self._order, to), made)

        self.app.push_screen(Prompt(say("tui.export.to"), words, self._to), typed)

    def do_sent(self) -> None:
        """Record that the briefing was mailed."""
        desk, meeting, made = self.app.desk, self._meeting, self._made

        def recorded(words: str) -> None:
            self._sent = words
            self._show()
            self.tell(words)

        def answered(sure: bool | None) -> None:
            if sure:
                self.app.jobs.start(
                    self,
                    lambda _: desk.sent(meeting, made),
                    group="sent",
                    description=say("tui.export.recording"),
                    git=True,
                    writes=True,
                    then=recorded,
                )

        file = made.name if made else say("tui.export.no_file")
        body = render.line(say("tui.export.sent_words", file=file))
        yes, no = say("tui.export.sent_yes"), say("tui.export.sent_no")
        self.app.push_screen(Question(say("tui.export.sent_title"), body, yes, no), answered)
