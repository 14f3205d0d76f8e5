"""The panes of an item and the one summary that they all show."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import ContentSwitcher, Static

from workflow.languages import say
from workflow.summaries import edits
from workflow.summaries.model import Finding, Summary
from workflow.summaries.offers import offers
from workflow.tui import render
from workflow.tui.answers import Opened, Standing
from workflow.tui.screens.base import DeskScreen
from workflow.tui.widgets.bars import SourceStrip
from workflow.tui.widgets.draft import DraftPane
from workflow.tui.widgets.editor import SummaryEditor
from workflow.tui.widgets.facts import handover_facts, reading_facts
from workflow.tui.widgets.findings import FindingsPane
from workflow.tui.widgets.positions import Entry, PositionsPane
from workflow.tui.widgets.prose import Prose
from workflow.tui.widgets.rail import Rail, StepState
from workflow.tui.widgets.remarks import RemarksPane
from workflow.tui.widgets.rows import RowList
from workflow.tui.widgets.source import SourcePane

PAUSE = 0.4
"""Seconds without a key after which drafts are kept and checks run."""


class ItemBase(DeskScreen):
    """Reads the item, shows it, and takes every change of the summary."""

    def __init__(self, meeting: str, slug: str, *, sentence: int = 0) -> None:
        super().__init__()
        self._key = (meeting, slug)
        self._sentence = sentence
        """The source sentence to begin at; 0 for none."""
        self._opened: Opened | None = None
        self._summary: Summary | None = None
        self._saved: Summary | None = None
        self._undo: list[Summary | None] = []
        """What can be taken back, the newest last; None is a change that the editor takes back."""
        self._findings: tuple[Finding, ...] = ()
        self._checked: Summary | None = None
        self._step = "read"
        self._came_from = ""
        """The step that a narrow screen left to show a source sentence."""
        self._timer: Timer | None = None
        self._kept = ""
        self._sure = False
        self._saving = False
        self._standing = Standing()

    def compose_body(self) -> ComposeResult:
        """Rail, source, work, and for narrow screens the source sentence in question."""
        yield Rail()
        with Horizontal(id="body"):
            with Vertical(id="source_side"):
                yield Static(id="source_heading")
                yield SourcePane(id="source")
            with Vertical(id="work"):
                yield Static(id="heading")
                with ContentSwitcher(initial="read", id="steps"):
                    with VerticalScroll(id="read", can_focus=False):
                        yield Static(id="facts")
                    yield PositionsPane(id="positions")
                    with Vertical(id="summary"):
                        yield DraftPane(id="draft")
                        yield SummaryEditor(id="editor")
                        yield FindingsPane(id="findings")
                    yield FindingsPane(id="check")
                    with Vertical(id="handover"):
                        yield Prose(id="state")
                        yield RemarksPane(id="remarks")
        yield SourceStrip(id="strip")

    @property
    def source(self) -> SourcePane:
        """The report's own sentences."""
        return self.query_one("#source", SourcePane)

    @property
    def positions(self) -> PositionsPane:
        """Positions and suggestions."""
        return self.query_one("#positions", PositionsPane)

    @property
    def editor(self) -> SummaryEditor:
        """The summary's text."""
        return self.query_one("#editor", SummaryEditor)

    def _load(self) -> None:
        desk, (meeting, slug) = self.app.desk, self._key
        self.app.hold_keys()
        self.app.jobs.start(
            self,
            lambda _: desk.open_item(meeting, slug),
            group="item",
            description=say("tui.item.reading"),
            then=self._take,
            failed=self._cannot_open,
        )

    def _cannot_open(self, error: Exception) -> None:
        app = self.app
        self.dismiss(None)
        app.release_keys()
        app.call_later(app.show_error, error)

    def _take(self, opened: Opened) -> None:
        """Show an item that was read."""
        self._opened = opened
        self._summary = self._saved = opened.summary
        self._undo.clear()
        self._findings = ()
        self._checked = None
        self.source.show_item(opened.item)
        self.source.remark(
            {n for r in opened.summary.remarks if not r.resolved for n in r.evidence}
        )
        self.editor.start_with(edits.text_of(opened.summary.sentences), opened.meeting.language)
        self.query_one("#draft", DraftPane).show_draft(opened.item, opened.draft)
        self.go_to("read" if self._sentence else self._first_step(), focus=True)
        if self._sentence:
            self.source.select(self._sentence)
            self._sentence = 0
        self._changed(touch=False)
        if opened.problems:
            self.tell(say("tui.item.problems", n=len(opened.problems), first=opened.problems[0]))
        self.after_take()
        self.call_after_refresh(self.app.release_keys)

    def _first_step(self) -> str:
        opened, summary = self._opened, self._summary
        assert opened is not None
        assert summary is not None
        if summary.status in ("review", "approved"):
            return "handover"
        if summary.is_empty:
            return "read"
        if edits.pending(opened.suggestions, summary) and not summary.sentences:
            return "positions"
        return "summary"

    def _focus_step(self) -> None:
        panes: dict[str, RowList | Prose] = {
            "read": self.source,
            "positions": self.positions,
            "check": self.query_one("#check", FindingsPane),
            "handover": self.query_one("#state", Prose),
        }
        wanted = panes.get(self._step)
        if self._step == "summary":
            draft = self.query_one("#draft", DraftPane)
            wanted = draft if draft.display else None
        self.set_focus(wanted)
        if isinstance(wanted, RowList) and wanted is not self.source:
            self._light_source(wanted.selected)

    def _show_summary_panes(self) -> None:
        """The suggested draft as long as nothing is written, else the editor."""
        opened, summary = self._opened, self._summary
        draft = self.query_one("#draft", DraftPane)
        writing = self.editor.has_focus
        proposed = bool(
            opened and summary and not summary.sentences and opened.draft.sentences and not writing
        )
        if draft.has_focus and not proposed:
            # Else the keys would go to the text, which stands next in line.
            self.set_focus(None)
        draft.display = proposed
        self.editor.display = not proposed
        self.query_one("#findings").display = not proposed and bool(self._findings)

    def _light_source(self, entry: object) -> None:
        """Mark the source sentences that a row rests on."""
        evidence = (entry,) if isinstance(entry, int) else getattr(entry, "evidence", ())
        self.source.light(frozenset(evidence), reveal=True)
        self._show_evidence(tuple(evidence))

    def go_to(self, step: str, *, focus: bool = True) -> None:
        """Show another step."""
        self._step = step
        self._sure = False
        self._came_from = ""
        self.query_one("#steps", ContentSwitcher).current = step
        self.source.writing = step == "summary"
        self.set_class(step == "read", "-reading")
        self.set_class(step == "handover", "-handing-over")
        self._show_summary_panes()
        if focus:
            self._focus_step()
        self._show()

    @property
    def dirty(self) -> bool:
        """Whether something is not saved yet."""
        return self._summary != self._saved

    @property
    def text_changed(self) -> bool:
        """Whether words that a second person has to see are not saved yet.

        A remark, a claim or a dismissed finding is about the text: it stays in review.
        """
        summary, saved = self._summary, self._saved
        if summary is None or saved is None:
            return False
        return edits.text_changed(saved, summary)

    def _change(self, summary: Summary) -> None:
        """Take a new state that can be undone."""
        if summary == self._summary or self._summary is None:
            return
        self._undo.append(self._summary)
        self._summary = summary
        self._changed()

    def _changed(self, *, touch: bool = True, select: Entry | None = None) -> None:
        opened, summary = self._opened, self._summary
        if opened is None or summary is None:
            return
        pending = edits.pending(opened.suggestions, summary)
        self.positions.show_summary(summary, pending, offers(opened.item, summary), select=select)
        self.source.use(edits.used_sentences(summary))
        if self._step == "positions" and not self.source.has_focus:
            self._light_source(self.positions.selected)
        if not self.editor.has_focus:
            self._show_summary_panes()
        self._show()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE if touch else 0.01, self._pause)

    def _pause(self) -> None:
        """After the last key: keep a draft, run the checks."""
        self._timer = None
        self.keep_draft()
        self._check()

    def _check(self) -> None:
        opened, summary = self._opened, self._summary
        if opened is None or summary is None or summary == self._checked:
            return
        desk = self.app.desk
        if not summary.sentences and not summary.positions:
            self._take_findings(summary, ())
            return
        self.app.jobs.start(
            self,
            lambda _: desk.findings(opened, summary),
            group="check",
            then=lambda findings: self._check_spelling(opened, summary, findings),
            failed=lambda error: self.tell(self.app.words_of(error)),
        )

    def _check_spelling(
        self, opened: Opened, summary: Summary, findings: tuple[Finding, ...]
    ) -> None:
        """Show the findings, and add those on spelling once the dictionary has answered."""
        self._take_findings(summary, findings)
        desk = self.app.desk

        def spelled(more: tuple[Finding, ...]) -> None:
            if more and self._checked == summary:
                self._take_findings(summary, findings + more)

        self.app.jobs.start(
            self,
            lambda _: desk.spelling(opened, summary),
            group="spelling",
            then=spelled,
            failed=lambda error: self.tell(self.app.words_of(error)),
        )

    def _take_findings(self, summary: Summary, findings: tuple[Finding, ...]) -> None:
        self._checked = summary
        self._findings = findings
        for pane in self.query(FindingsPane):
            pane.show_findings(findings)
        quoted = frozenset(s.text for s in summary.sentences if s.quoted)
        self.editor.mark(quoted, findings)
        self.query_one("#findings").display = self.editor.display and bool(findings)
        self._show()

    def _show(self) -> None:
        """Show what depends on the summary or the step."""
        opened, summary = self._opened, self._summary
        if opened is None or summary is None:
            return
        entry = opened.entry
        status = say(f"common.status.{summary.status}")
        if opened.stale:
            status += ", " + say("common.status.stale")
        self.title_bar(
            render.join((f"{entry.label}  ", "$text-muted"), (entry.title, "bold")),
            f"{opened.meeting.name} · {status}",
        )
        self.query_one(Rail).show(self._step, self._states())
        self.query_one("#heading", Static).update(self._heading(opened, summary))
        count = say("tui.item.sentences", n=len(opened.item.sentences))
        self.query_one("#source_heading", Static).update(
            render.join((say("tui.contexts.source"), "bold"), "  ", (count, "$text-muted"))
        )
        if self._step == "read":
            self.query_one("#facts", Static).update(reading_facts(opened))
        if self._step == "handover":
            self.query_one("#state", Prose).show(
                handover_facts(
                    opened,
                    summary,
                    self._findings,
                    self._standing,
                    dirty=self.text_changed,
                    unlooked=self._unlooked(opened),
                    now=self.app.clock(),
                )
            )
            self.query_one("#remarks", RemarksPane).show_remarks(summary.remarks, summary.sentences)
        self._show_saved()
        self.refresh_keys()

    def _states(self) -> dict[str, StepState]:
        opened, summary = self._opened, self._summary
        if opened is None or summary is None:
            return {}
        waiting = len(edits.pending(opened.suggestions, summary))
        have = len(summary.positions) + len(summary.commitments)
        errors = sum(finding.severity == "error" for finding in self._findings)
        handed = summary.status in ("review", "approved")
        written = bool(summary.sentences)
        return {
            "read": StepState(not summary.is_empty or self._step != "read"),
            "positions": StepState(have > 0 and not waiting, f"{have}/{have + waiting}"),
            "summary": StepState(written, str(summary.words) if written else ""),
            "check": StepState(written and not self._findings, str(len(self._findings) or "")),
            "handover": StepState(handed, error=bool(errors) and not handed),
        }

    def _heading(self, opened: Opened, summary: Summary) -> Content:
        title = (say(f"tui.steps.{self._step}_title"), "bold")
        settings = self.app.desk.workspace.settings
        aside = ""
        if self._step == "positions":
            waiting = edits.pending(opened.suggestions, summary)
            have = len(summary.positions) + len(summary.commitments)
            aside = say("tui.item.counts", have=have, waiting=len(waiting))
        elif self._step == "summary":
            aside = say(
                "tui.item.words", n=summary.words, low=settings.words_min, high=settings.words_max
            )
        elif self._step == "check":
            aside = say("tui.item.findings", n=len(self._findings))
        elif self._step == "read":
            aside = say("tui.item.sentences", n=len(opened.item.sentences))
        return render.join(title, "  ", (aside, "$text-muted"))

    def _unlooked(self, opened: Opened) -> int:
        """How many source sentences nobody has had in sight."""
        # A newer report may have fewer sentences than were looked at in the one before.
        looked = self.source.looked | self._standing.looked
        return sum(sentence.number not in looked for sentence in opened.item.sentences)

    def _show_saved(self) -> None:
        if self._saving:
            self.aside(render.label("tui.item.saving", "$text-accent"))
        elif not self.dirty:
            self.aside(render.label("tui.item.saved", "$text-success"))
        elif self._kept:
            self.aside(render.label("tui.item.kept", "$text-warning", time=self._kept))
        else:
            self.aside(render.label("tui.item.unsaved", "$text-warning"))

    def _show_evidence(self, numbers: tuple[int, ...]) -> None:
        """The source of what is selected, in a strip for narrow screens."""
        opened = self._opened
        sentences = [opened.item.sentence(n) for n in numbers] if opened else []
        found = [render.join((f"s{s.number} ", "$text-primary"), s.text) for s in sentences if s]
        self.query_one(SourceStrip).words = render.lines(found)

    def after_take(self) -> None:
        """What follows once an item was read."""

    def keep_draft(self) -> None:
        """Put on disk what is not saved."""
