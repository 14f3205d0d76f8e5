"""One item, in five steps: read, positions, summary, check, hand over. Never a cage."""

from collections.abc import Callable
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import ContentSwitcher, Static, TextArea

from workflow.languages import say
from workflow.positions.model import Suggestion
from workflow.summaries.model import Commitment, Finding, Position, Summary
from workflow.tui import edits, render
from workflow.tui.commands import bindings
from workflow.tui.desk import LeftOver, Opened
from workflow.tui.moments import moment
from workflow.tui.screens.base import DeskScreen
from workflow.tui.widgets.draft import DraftPane
from workflow.tui.widgets.editor import SummaryEditor
from workflow.tui.widgets.facts import handover_facts, reading_facts
from workflow.tui.widgets.findings import FindingsPane
from workflow.tui.widgets.positions import Entry, PositionsPane
from workflow.tui.widgets.rail import STEPS, Rail, StepState
from workflow.tui.widgets.rows import RowList
from workflow.tui.widgets.source import SourcePane

PAUSE = 0.4
"""Seconds without a key after which drafts are kept and checks run."""


class ItemScreen(DeskScreen):
    """Holds the one summary that every pane shows, and every change to it."""

    CONTEXT = "item"
    BINDINGS = bindings("item")

    def __init__(self, meeting: str, slug: str) -> None:
        super().__init__()
        self._key = (meeting, slug)
        self._opened: Opened | None = None
        self._summary: Summary | None = None
        self._saved: Summary | None = None
        self._undo: list[Summary] = []
        self._findings: tuple[Finding, ...] = ()
        self._checked: Summary | None = None
        self._step = "read"
        self._timer: Timer | None = None
        self._kept = ""
        self._sure = False
        self._saving = False

    def compose_body(self) -> ComposeResult:
        """Rail, source, work, and for narrow screens the source sentence in question."""
        yield Rail()
        with Horizontal(id="body"):
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
                    with VerticalScroll(id="handover", can_focus=False):
                        yield Static(id="state")
        yield Static(id="strip")

    def on_mount(self) -> None:
        """Read the item."""
        self.title_bar(say("tui.item.reading"))
        self._load()

    # Panes

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

    # Reading

    def _load(self) -> None:
        desk, (meeting, slug) = self.app.desk, self._key
        self.app.jobs.start(
            self,
            lambda _: desk.open_item(meeting, slug),
            group="item",
            description=say("tui.item.reading"),
            then=self._take,
            failed=self._cannot_open,
        )

    def _cannot_open(self, error: Exception) -> None:
        self.app.show_error(error)
        self.dismiss(None)

    def _take(self, opened: Opened) -> None:
        """Show an item that was read."""
        self._opened = opened
        self._summary = self._saved = opened.summary
        self._undo.clear()
        self._findings = ()
        self._checked = None
        self.source.show_item(opened.item)
        self.editor.start_with(edits.text_of(opened.summary.sentences))
        self.query_one("#draft", DraftPane).show_draft(opened.item, opened.draft)
        self.go_to(self._first_step(), focus=True)
        self._changed(touch=False)
        if opened.problems:
            self.tell(say("tui.item.problems", n=len(opened.problems), first=opened.problems[0]))
        self._offer_left_over()

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

    def _offer_left_over(self) -> None:
        """Offer text that the program was holding when it ended."""
        desk, opened = self.app.desk, self._opened
        assert opened is not None

        def found(left: LeftOver | None) -> None:
            if left is None or self._opened is not opened or self.dirty:
                return
            from workflow.tui.screens.recover import recover_question

            def answered(answer: bool | None) -> None:
                if answer:
                    self._change(left.summary)
                    self.editor.put(edits.text_of(left.summary.sentences))
                    self.tell(say("tui.item.recovered"))
                elif answer is False:
                    self._forget_draft()

            when = moment(left.when, self.app.clock())
            self.app.push_screen(recover_question(opened.text, left.text, when), answered)

        self.app.jobs.start(
            self,
            lambda _: desk.left_over(opened),
            group="drafts",
            git=True,
            then=found,
            failed=lambda error: self.tell(str(error)),
        )

    # Showing

    def speak(self) -> None:
        """Show everything anew in the language of now."""
        self._changed(touch=False)

    def go_to(self, step: str, *, focus: bool = True) -> None:
        """Show another step."""
        self._step = step
        self._sure = False
        self.query_one("#steps", ContentSwitcher).current = step
        self.set_class(step == "read", "-reading")
        self._show_summary_panes()
        if focus:
            self._focus_step()
        self._show()

    def _focus_step(self) -> None:
        wanted: RowList | SummaryEditor | None = {
            "read": self.source,
            "positions": self.positions,
            "check": self.query_one("#check", FindingsPane),
        }.get(self._step)
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
        if self._step == "read":
            self.query_one("#facts", Static).update(reading_facts(opened))
        if self._step == "handover":
            self.query_one("#state", Static).update(
                handover_facts(
                    opened, summary, self._findings, self.app.desk.identity, dirty=self.dirty
                )
            )
        self._show_saved()
        self.refresh_keys()

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
        words = render.lines(
            [render.join((f"s{s.number} ", "$text-primary"), s.text) for s in sentences if s]
        )
        self.query_one("#strip", Static).update(words)

    # Changing

    @property
    def dirty(self) -> bool:
        """Whether something is not saved yet."""
        return self._summary != self._saved

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
        self.positions.show_summary(
            summary, edits.pending(opened.suggestions, summary), select=select
        )
        self.source.use(edits.used_sentences(summary))
        if not self.editor.has_focus:
            self._show_summary_panes()
        self._show()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE if touch else 0.01, self._pause)

    def _pause(self) -> None:
        """After the last key: keep a draft, run the checks."""
        self._timer = None
        self._keep_draft()
        self._check()

    def _keep_draft(self) -> None:
        opened, summary = self._opened, self._summary
        if opened is None or summary is None or not self.dirty:
            return
        desk = self.app.desk

        def kept(_: object) -> None:
            self._kept = self.app.clock().strftime("%H:%M")
            self._show_saved()

        self.app.jobs.start(
            self, lambda _: desk.keep_draft(opened, summary), group="draft", writes=True, then=kept
        )

    def _forget_draft(self) -> None:
        desk, opened = self.app.desk, self._opened
        assert opened is not None
        self.app.jobs.start(
            self,
            lambda _: desk.forget_draft(opened),
            group="draft",
            writes=True,
            then=lambda _: None,
        )

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
            then=lambda findings: self._take_findings(summary, findings),
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

    @on(TextArea.Changed, "#editor")
    def _typed(self) -> None:
        opened, summary = self._opened, self._summary
        if opened is None or summary is None:
            return
        sentences = edits.sentences_of(self.editor.text, opened.item, opened.summary.sentences)
        if sentences != summary.sentences:
            self._summary = replace(summary, sentences=sentences)
            self._changed()

    @on(TextArea.SelectionChanged, "#editor")
    def _cursor_moved(self) -> None:
        summary = self._summary
        number = self.editor.sentence_number
        if summary and 0 < number <= len(summary.sentences) and self._step == "summary":
            evidence = summary.sentences[number - 1].evidence
            self.source.light(frozenset(evidence), reveal=True)
            self._show_evidence(evidence)

    @on(RowList.Moved)
    def _row_moved(self, event: RowList.Moved) -> None:
        if event.rows is self.source:
            self._light_positions()
        else:
            self._light_source(event.key)
        self.refresh_keys()

    def _light_source(self, entry: object) -> None:
        """Mark the source sentences that a row rests on."""
        evidence = (entry,) if isinstance(entry, int) else getattr(entry, "evidence", ())
        self.source.light(frozenset(evidence), reveal=True)
        self._show_evidence(tuple(evidence))

    def _light_positions(self) -> None:
        number = self.source.selected
        keys = frozenset(
            row.key for row in self.positions.rows if number in getattr(row.key, "evidence", ())
        )
        self.positions.light(keys, reveal=True)
        self.source.light(frozenset())

    # Positions

    @on(PositionsPane.Wanted)
    def _position_wanted(self, event: PositionsPane.Wanted) -> None:
        opened, summary = self._opened, self._summary
        if opened is None or summary is None:
            return
        own = self.app.desk.workspace.settings.own_government
        entry = event.entry
        following = self._following(entry)
        if event.what == "accept_all":
            before = len(edits.pending(opened.suggestions, summary))
            self._change(edits.accept_certain(summary, opened.suggestions, own))
            left = edits.pending(opened.suggestions, self._summary or summary)
            if left:
                self.positions.select(left[0])
            self.tell(say("tui.positions.accepted", n=before - len(left), left=len(left)))
            return
        if event.what == "add":
            self._add_position()
        elif event.what == "edit" and isinstance(entry, Position | Suggestion):
            self._edit_position(entry)
        elif event.what == "accept" and isinstance(entry, Suggestion):
            self._change(edits.accept(summary, entry, own))
            self.positions.select(following)
        elif event.what == "accept" and isinstance(entry, Position):
            self._change(edits.take_back(summary, entry))
        elif event.what == "reject":
            self._reject(entry)
            self.positions.select(following)
        elif event.what in ("move_up", "move_down") and isinstance(entry, Position):
            self._change(edits.move_position(summary, entry, -1 if event.what == "move_up" else 1))
            self.positions.select(entry)
        elif event.what == "merge" and isinstance(entry, Position):
            self._merge(entry)

    def _following(self, entry: Entry | None) -> object:
        """The suggestion after the one under the cursor, else the one before."""
        waiting = [row.key for row in self.positions.rows if isinstance(row.key, Suggestion)]
        if entry not in waiting:
            return None
        place = waiting.index(entry)
        others = waiting[place + 1 :] + waiting[:place][::-1]
        return others[0] if others else None

    def _reject(self, entry: Entry | None) -> None:
        summary = self._summary
        assert summary is not None
        if isinstance(entry, Suggestion):
            self._change(edits.reject(summary, entry))
            self.tell(say("tui.positions.rejected_one"))
        elif isinstance(entry, Position) and self.positions.is_refused(entry):
            self._change(edits.take_back(summary, entry))
        elif isinstance(entry, Position):
            self._change(edits.remove_position(summary, entry))
            self.tell(say("tui.positions.removed"))
        elif isinstance(entry, Commitment):
            self._change(edits.remove_commitment(summary, entry))
            self.tell(say("tui.positions.removed"))

    def _merge(self, entry: Position) -> None:
        summary = self._summary
        assert summary is not None
        place = summary.positions.index(entry)
        if place + 1 < len(summary.positions):
            self._change(edits.merge_positions(summary, entry, summary.positions[place + 1]))
        else:
            self.tell(say("tui.positions.nothing_below"))

    def _edit_position(self, entry: Position | Suggestion) -> None:
        from workflow.tui.screens.position import PositionForm

        summary = self._summary
        assert summary is not None
        old = entry if isinstance(entry, Position) else edits.as_position(entry, summary.language)
        own = self.app.desk.workspace.settings.own_government

        def filled(new: Position | None) -> None:
            if new is None or self._summary is None:
                return
            if isinstance(entry, Position):
                self._change(edits.change_position(self._summary, entry, new))
            else:
                changed = edits.add_position(self._summary, new, own)
                if entry in edits.pending((entry,), changed):
                    changed = edits.reject(changed, entry)
                self._change(changed)
            self.positions.select(new)

        assert self._opened is not None
        self.app.push_screen(PositionForm(old, self._opened.item, summary.language), filled)

    def _add_position(self) -> None:
        from workflow.tui.screens.position import PositionForm

        opened, summary = self._opened, self._summary
        assert opened is not None
        assert summary is not None
        numbers = self.source.picked
        found = next((a for a in opened.attributions if a.sentence in numbers), None)
        text = " ".join(s.text for n in numbers if (s := opened.item.sentence(n)))
        actor, stance = (found.actor, found.stance) if found else ("", "none")
        blank = Position(actor, "", stance, text, numbers)
        own = self.app.desk.workspace.settings.own_government

        def filled(new: Position | None) -> None:
            if new is not None and self._summary is not None:
                self._change(edits.add_position(self._summary, new, own))
                self.source.clear()
                self.positions.select(new)

        self.app.push_screen(PositionForm(blank, opened.item, summary.language), filled)

    # Source

    @on(SourcePane.Wanted)
    def _source_wanted(self, event: SourcePane.Wanted) -> None:
        if event.what == "on":
            self.do_next_step()
        elif event.what == "position":
            self._add_position()
        elif event.what == "insert":
            self._insert(event.numbers)

    def _insert(self, numbers: tuple[int, ...]) -> None:
        """Put source sentences into the summary, in the order of the source."""
        opened, summary = self._opened, self._summary
        if opened is None or summary is None:
            return
        for sentence in edits.quotations(opened.item, numbers):
            self.editor.insert_line(edits.text_of([sentence]))
        self.source.clear()
        self.tell(say("tui.item.inserted", n=len(numbers)))

    # Draft, editor, findings

    @on(DraftPane.Wanted)
    def _draft_wanted(self, event: DraftPane.Wanted) -> None:
        opened, summary = self._opened, self._summary
        if opened is None or summary is None:
            return
        if event.what == "accept_all":
            self.editor.put(edits.text_of(edits.quotations(opened.item, opened.draft.sentences)))
            self._typed()
            self.go_to("summary")
            self.tell(say("tui.item.draft_taken"))
        elif event.what == "accept" and event.number:
            self._insert((event.number,))
        elif event.what == "write":
            self.write()

    def write(self) -> None:
        """Put the cursor into the text."""
        self.editor.display = True
        self.query_one("#draft").display = False
        self.editor.focus()

    @on(SummaryEditor.Wanted)
    def _editor_wanted(self, event: SummaryEditor.Wanted) -> None:
        if event.what == "leave":
            self.set_focus(None)
            self._show_summary_panes()
        elif event.what == "fix":
            finding = next((f for f in self._findings if f.replacement), None)
            if finding:
                self._fix(finding)
            else:
                self.tell(say("tui.findings.nothing_to_fix"))
        elif event.what == "show":
            self._cursor_moved()
        elif event.what == "external":
            self._edit_outside()
        elif event.what == "find":
            self._find()

    @on(FindingsPane.Wanted)
    def _finding_wanted(self, event: FindingsPane.Wanted) -> None:
        finding = event.finding
        if event.what == "fix":
            self._fix(finding)
        elif event.what == "show":
            self.source.light(frozenset(finding.evidence), reveal=True)
            self._show_evidence(finding.evidence)
            if not self.wide:
                self.go_to("read")
            self.source.select(finding.evidence[0])
        elif event.what == "line":
            self.go_to("summary", focus=False)
            self.write()
            self.editor.go_to(finding.line, finding.words)
        elif event.what == "dismiss":
            self._dismiss(finding)

    def _fix(self, finding: Finding) -> None:
        text = edits.fixed(self.editor.text, finding)
        if text is None:
            self.tell(say("tui.findings.not_there"))
            return
        self.editor.put(text)
        self.tell(say("tui.findings.fixed", words=finding.words, replacement=finding.replacement))

    def _dismiss(self, finding: Finding) -> None:
        from workflow.summaries.model import Dismissal
        from workflow.tui.screens.dialogs import Prompt

        def reasoned(reason: str | None) -> None:
            if reason and reason.strip() and self._summary is not None:
                entry = Dismissal(finding.check, finding.words, reason.strip())
                self._change(replace(self._summary, dismissals=(*self._summary.dismissals, entry)))

        self.app.push_screen(Prompt(say("tui.findings.dismiss_title"), finding.message), reasoned)

    def _edit_outside(self) -> None:
        from workflow.tui.external import edit_outside

        edited = edit_outside(self.app, self.editor.text)
        if edited is not None:
            self.editor.put(edited)

    def _find(self) -> None:
        from workflow.tui.screens.find import FindDialog

        def found(answer: tuple[str, str, bool] | None) -> None:
            if answer is None:
                return
            words, replacement, replace_all = answer
            if replace_all:
                count = self.editor.text.count(words)
                self.editor.put(self.editor.text.replace(words, replacement))
                self.tell(say("tui.editor.replaced", n=count))
            elif not self.editor.seek(words):
                self.tell(say("tui.editor.not_found", words=words))

        self.app.push_screen(FindDialog(self.editor.selected_text), found)

    # Steps

    def hides(self, name: str) -> bool:
        """Enter means something of its own in two steps only; undo shows once there is some."""
        if name == "go":
            return self._step not in ("summary", "handover")
        return name == "submit" and self._step == "handover"

    def do_go(self) -> None:
        """Into the text, or hand over, depending on the step."""
        if self._step == "summary":
            self.write()
        elif self._step == "handover":
            self.do_submit()
        else:
            self.do_next_step()

    def do_next_step(self) -> None:
        """The next step, after the last one the next item."""
        place = STEPS.index(self._step)
        if place + 1 < len(STEPS):
            self.go_to(STEPS[place + 1])
        else:
            self.do_next_item()

    def do_previous_step(self) -> None:
        """The step before."""
        self.go_to(STEPS[max(0, STEPS.index(self._step) - 1)])

    def do_read(self) -> None:
        """To the source."""
        self.go_to("read")

    def do_positions(self) -> None:
        """To the positions."""
        self.go_to("positions")

    def do_summary(self) -> None:
        """To the summary; once more: into the text."""
        if self._step == "summary":
            self.write()
        else:
            self.go_to("summary")

    def do_check(self) -> None:
        """To the findings."""
        self.go_to("check")

    def do_handover(self) -> None:
        """To handing over."""
        self.go_to("handover")

    # Saving and handing over

    def why_not(self, name: str) -> str:
        """Nothing can be handed over that is not written, nor approved by its own writer."""
        summary = self._summary
        if summary is None:
            return "" if name in ("back", "next_item") else say("tui.item.reading")
        if name == "go":
            return self.why_not("submit") if self._step == "handover" else ""
        if name == "save" and not self.dirty:
            return say("tui.item.nothing_to_save")
        if name == "undo" and not self._undo:
            return say("tui.item.nothing_to_undo")
        if name == "submit":
            if summary.status == "approved" and not self.dirty:
                return say("tui.item.is_approved")
            if not summary.sentences:
                return say("tui.item.nothing_written")
        return ""

    def label_now(self, name: str) -> str:
        """Handing over is submitting, or approving what a colleague submitted."""
        if name == "go" and self._step == "summary":
            return say("tui.item.into_text")
        if name in ("go", "submit") and self._approving:
            return say("tui.item.approve")
        return say("tui.commands.item.submit.label") if name == "go" else ""

    @property
    def _approving(self) -> bool:
        return bool(self._summary and self._summary.status == "review" and not self.dirty)

    def do_undo(self) -> None:
        """Take back the last change."""
        # The text has an undo of its own, so that typing is never lost with a position.
        before = self._undo.pop()
        assert self._summary is not None
        self._summary = replace(before, sentences=self._summary.sentences)
        self._changed()
        self.tell(say("tui.item.undone"))

    def do_redo(self) -> None:
        """Do once more what was undone in the text."""
        self.editor.redo()

    def do_save(self) -> None:
        """Save as a version in the history."""
        self._save(lambda: self.tell(say("tui.item.saved_now")))

    def _save(self, then: Callable[[], object]) -> None:
        opened, summary = self._opened, self._summary
        if opened is None or summary is None:
            return
        if not self.dirty:
            then()
            return
        desk = self.app.desk
        self._saving = True
        self._show_saved()

        def saved(again: Opened) -> None:
            self._saving = False
            self._opened = again
            self._saved = again.summary
            if self._summary == summary:
                self._summary = again.summary
            self._kept = ""
            self._show()
            if self.dirty:
                self._keep_draft()
            then()

        def failed(error: Exception) -> None:
            self._saving = False
            self._show_saved()
            self.app.show_error(error)

        self.app.jobs.start(
            self,
            lambda _: desk.save(opened, summary),
            group="save",
            description=say("tui.item.saving"),
            git=True,
            writes=True,
            then=saved,
            failed=failed,
        )

    def do_submit(self) -> None:
        """Submit, or approve; errors are shown first, a second press goes on."""
        errors = sum(finding.severity == "error" for finding in self._findings)
        if errors and not self._sure and not self._approving:
            self.go_to("check")
            self._sure = True
            self.tell(say("tui.item.errors_first", n=errors))
            return
        action = "approve" if self._approving else "submit"
        self._save(lambda: self._move(action))

    def _move(self, action: str) -> None:
        opened, desk = self._opened, self.app.desk
        if opened is None:
            return

        def moved(again: Opened) -> None:
            self._take(again)
            self.go_to("handover")
            self.tell(say(f"tui.item.done_{action}"))

        self.app.jobs.start(
            self,
            lambda _: desk.move(opened, action),
            group="save",
            description=say("tui.item.saving"),
            git=True,
            writes=True,
            then=moved,
        )

    def do_back(self) -> None:
        """Back to the board; what is not saved is saved."""
        self.before_quit()
        self.dismiss(None)

    def before_quit(self) -> None:
        """Save what is not saved yet."""
        opened, summary = self._opened, self._summary
        if opened is None or summary is None or not self.dirty:
            return
        desk, app = self.app.desk, self.app
        self._saved = summary
        self.app.jobs.start(
            app,
            lambda _: desk.save(opened, summary),
            group="save",
            description=say("tui.item.saving"),
            git=True,
            writes=True,
            then=lambda _: app.tell(say("tui.item.saved_now")),
        )

    def do_next_item(self) -> None:
        """Save, and open the next item that needs the user."""
        desk = self.app.desk
        key = self._key

        def found(task: tuple[str, str] | None) -> None:
            if task is None:
                self.tell(say("tui.item.nothing_left"))
                return
            self._key = task
            self._load()

        self.before_quit()
        self.app.jobs.start(self, lambda _: desk.next_for(*key), group="next", git=True, then=found)

    def do_claim(self) -> None:
        """Say that the user is working on this, or let go."""
        summary, person = self._summary, self.app.desk.identity
        if summary is not None:
            mine = summary.claim == person
            self._change(replace(summary, claim="" if mine else person))
            self.tell(say("tui.item.let_go" if mine else "tui.item.claimed"))

    def do_topic(self) -> None:
        """Confirm the topics of the item."""
        from workflow.tui.screens.dialogs import Prompt

        summary = self._summary
        assert summary is not None

        def typed(words: str | None) -> None:
            from workflow.text import slug

            if words is not None and self._summary is not None:
                topics = tuple(dict.fromkeys(slug(w) for w in words.split(",") if w.strip()))
                self._change(replace(self._summary, topics=topics))

        self.app.push_screen(
            Prompt(say("tui.item.topics"), say("tui.item.topics_words"), ", ".join(summary.topics)),
            typed,
        )

    def do_comment(self) -> None:
        """Leave a remark for colleagues."""
        from workflow.summaries.model import Remark
        from workflow.tui.screens.dialogs import Prompt

        def typed(words: str | None) -> None:
            if words and words.strip() and self._summary is not None:
                day = self.app.clock().date().isoformat()
                remark = Remark(
                    words.strip(),
                    self.app.desk.identity,
                    day,
                    False,
                    self.source.picked if self.source.has_focus else (),
                )
                self._change(edits.add_remark(self._summary, remark))
                self.tell(say("tui.item.commented"))

        self.app.push_screen(Prompt(say("tui.item.comment"), say("tui.item.comment_words")), typed)

    def do_compare(self) -> None:
        """Compare with the meeting before."""
        from workflow.tui.screens.compare import CompareScreen

        meeting, slug = self._key
        older = self.app.desk.older_meeting(meeting)
        if older is None:
            self.tell(say("tui.board.nothing_older"))
        else:
            self.app.push_screen(CompareScreen(older, meeting, slug))

    def do_history(self) -> None:
        """Show what happened to this item; what is not saved is saved first."""
        from workflow.tui.screens.history import HistoryScreen

        def restored(changed: bool | None) -> None:
            if changed:
                self._load()

        self._save(lambda: self.app.push_screen(HistoryScreen(*self._key), restored))
