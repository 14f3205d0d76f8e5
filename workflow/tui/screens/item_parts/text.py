"""What the keys do to the summary's text: draft, editor, findings, source sentences."""

from dataclasses import replace

from textual import on
from textual.widgets import TextArea

from workflow.languages import say
from workflow.positions.explaining import unknown_verb
from workflow.summaries import edits
from workflow.summaries.model import Dismissal, Finding
from workflow.summaries.running import new_lines_apart
from workflow.tui.answers import Opened
from workflow.tui.screens.item_parts.positions import ItemPositions
from workflow.tui.widgets.draft import DraftPane
from workflow.tui.widgets.editor import SummaryEditor
from workflow.tui.widgets.findings import FindingsPane
from workflow.tui.widgets.source import SourcePane


class ItemText(ItemPositions):
    """Take over, write, mend, find."""

    @on(SourcePane.Wanted)
    def _source_wanted(self, event: SourcePane.Wanted) -> None:
        if event.what == "on":
            self.go_to("positions")
        elif event.what == "position":
            self._add_position()
        elif event.what == "insert":
            self._insert(event.numbers)
        elif event.what == "evidence":
            self.editor.add_evidence(event.numbers)
            self._program_wrote()
            self.source.clear()
            self.tell(say("tui.item.evidence_added", n=self.editor.sentence_number))
        elif event.what == "learn":
            self._learn_word(event.numbers[0])

    def _learn_word(self, number: int) -> None:
        """Add a word of a sentence to the house's lexicon, and read the item anew with it."""
        from workflow.tui.screens.word import WordForm

        desk, opened = self.app.desk, self._opened
        if opened is None:
            return
        text = next(one.text for one in opened.item.sentences if one.number == number)

        def told(answer: tuple[str, str, str] | None) -> None:
            if answer is None:
                return
            word, stance, actor = answer
            self.app.jobs.start(
                self,
                lambda _: desk.add_word(opened, word, stance=stance, actor=actor),
                group="word",
                description=say("tui.item.saving"),
                git=True,
                writes=True,
                then=lambda again: self._learned(again, word),
            )

        word = unknown_verb(opened.attributions, number)
        self.app.push_screen(WordForm(text, word, opened.meeting.language), told)

    def _learned(self, again: Opened, word: str) -> None:
        """Show what the program finds now; what was typed stays."""
        if self._opened is None or self._opened.item != again.item:
            return
        self._opened = replace(
            self._opened,
            attributions=again.attributions,
            suggestions=again.suggestions,
            draft=again.draft,
        )
        self._checked = None
        self.query_one("#draft", DraftPane).show_draft(again.item, again.draft)
        self._changed(touch=False)
        self.tell(say("tui.word.added", word=word))

    def _program_wrote(self) -> None:
        """What was just put into the text can be taken back from outside it too."""
        self._undo.append(None)

    def _insert(self, numbers: tuple[int, ...]) -> None:
        """Put source sentences into the summary, in the order of the source."""
        opened, summary = self._opened, self._summary
        if opened is None or summary is None:
            return
        for sentence in edits.quotations(opened.item, numbers):
            self.editor.insert_line(edits.text_of([sentence]))
            self._program_wrote()
        self.source.clear()
        self.tell(say("tui.item.inserted", n=len(numbers)))

    @on(DraftPane.Wanted)
    def _draft_wanted(self, event: DraftPane.Wanted) -> None:
        opened, summary = self._opened, self._summary
        if opened is None or summary is None:
            return
        if event.what == "accept_all":
            self.editor.put(edits.text_of(edits.quotations(opened.item, opened.draft.sentences)))
            self._program_wrote()
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
            self._show_source_of_line()
        elif event.what == "external":
            self._edit_outside()
        elif event.what == "find":
            self._find()

    def _show_source_of_line(self) -> None:
        """Mark the source sentences of the line with the cursor, or say how to name some."""
        summary, number = self._summary, self.editor.sentence_number
        if summary and not any(s.evidence for s in summary.sentences[max(0, number - 1) : number]):
            self.tell(say("tui.editor.no_source"))
        self._cursor_moved()

    @on(FindingsPane.Wanted)
    def _finding_wanted(self, event: FindingsPane.Wanted) -> None:
        finding = event.finding
        if event.what == "fix":
            self._fix(finding)
        elif event.what == "show":
            self.source.light(frozenset(finding.evidence), reveal=True)
            self._show_evidence(finding.evidence)
            if not self.wide and self._step != "read":
                step = self._step
                self.go_to("read")
                self._came_from = step
                self.tell(say("tui.item.back_with_escape"))
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
        self._program_wrote()
        self.tell(say("tui.findings.fixed", words=finding.words, replacement=finding.replacement))

    def _dismiss(self, finding: Finding) -> None:
        from workflow.tui.screens.dialogs import Prompt

        if finding.check == "remark" and self._summary is not None:
            place = edits.remark_of(finding, self._summary)
            if place is not None:
                self.resolve_remark(place)
            return

        def reasoned(reason: str | None) -> None:
            if reason and reason.strip() and self._summary is not None:
                entry = Dismissal(finding.check, finding.words, reason.strip())
                self._change(replace(self._summary, dismissals=(*self._summary.dismissals, entry)))

        self.app.push_screen(Prompt(say("tui.findings.dismiss_title"), finding.message), reasoned)

    def resolve_remark(self, place: int) -> None:
        """Mark a remark as resolved, or as open again, and say which it became."""
        if self._summary is None:
            return
        self._change(edits.toggle_remark(self._summary, place))
        resolved = self._summary.remarks[place].resolved
        left = sum(not remark.resolved for remark in self._summary.remarks)
        if not resolved:
            self.tell(say("tui.remarks.reopened"))
        else:
            self.tell(
                say("tui.remarks.resolved", n=left) if left else say("tui.remarks.all_resolved")
            )

    def _edit_outside(self) -> None:
        from workflow.tui.external import edit_outside

        opened, before = self._opened, self.editor.text
        edited = edit_outside(self.app, before)
        if opened is not None and edited is not None:
            self.editor.put(new_lines_apart(edited, before, opened.meeting.language))
            self._program_wrote()

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
