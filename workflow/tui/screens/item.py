"""One item, in five steps: read, positions, summary, check, hand over. Never a cage."""

from dataclasses import replace

from textual import on

from workflow.languages import say
from workflow.summaries import edits
from workflow.summaries.model import Remark
from workflow.summaries.topics import topic_entries
from workflow.tui.commands import bindings
from workflow.tui.screens.item_parts.together import ItemTogether
from workflow.tui.widgets.rail import STEPS
from workflow.tui.widgets.remarks import RemarksPane
from workflow.tui.widgets.rows import RowList


class ItemScreen(ItemTogether):
    """The commands of an item."""

    CONTEXT = "item"
    # Else a dialog that closes over the summary would give its keys to the source behind it.
    AUTO_FOCUS = ""
    BINDINGS = bindings("item")

    def on_mount(self) -> None:
        """Read the item."""
        self.title_bar(say("tui.item.reading"))
        self._load()

    def speak(self) -> None:
        """Show everything anew in the language of now."""
        self._changed(touch=False)

    def on_resize(self) -> None:
        """Where the source has no room beside the work, it stays the pane that has the keys."""
        if not self.wide and self.source.has_focus and self._step != "read":
            self.go_to("read")

    @on(RemarksPane.Toggled)
    def _remark_toggled(self, event: RemarksPane.Toggled) -> None:
        self.resolve_remark(event.place)

    @on(RowList.Moved)
    def _row_moved(self, event: RowList.Moved) -> None:
        if event.rows is self.source:
            self._light_positions()
        else:
            self._light_source(event.key)
        self.refresh_keys()

    def _light_positions(self) -> None:
        number = self.source.selected
        keys = frozenset(
            row.key for row in self.positions.rows if number in getattr(row.key, "evidence", ())
        )
        self.positions.light(keys, reveal=True)
        self.source.light(frozenset())

    def hides(self, name: str) -> bool:
        """Enter means something of its own in two steps only; undo shows once there is some."""
        if name == "go" and self._step == "handover" and self._approving and self._standing.mine:
            return True  # nobody approves their own text
        if name == "go":
            return self._step not in ("summary", "handover") or self.focused is self.editor
        if name == "changes":
            return not self._approving or self._standing.mine
        if name == "comment":
            return not self._approving or self._standing.mine
        if name == "decide":
            return not (self._summary and self._summary.proposals)
        # At the last step Enter submits, and the next step is the next item.
        return name in ("submit", "next_step") and self._step == "handover"

    def do_go(self) -> None:
        """Into the text, or hand over, depending on the step."""
        if self._step == "summary":
            self.write()
        elif self._step == "handover":
            self.do_submit()
        else:
            self.do_next_step()

    def _walk(self, step: str) -> None:
        """To another step; what was said at the one before is over."""
        self.tell("")
        self.go_to(step)

    def do_next_step(self) -> None:
        """The next step, after the last one the next item."""
        place = STEPS.index(self._step)
        if place + 1 < len(STEPS):
            self._walk(STEPS[place + 1])
        else:
            self.do_next_item()

    def do_previous_step(self) -> None:
        """The step before."""
        self._walk(STEPS[max(0, STEPS.index(self._step) - 1)])

    def do_read(self) -> None:
        """To the source."""
        self._walk("read")

    def do_positions(self) -> None:
        """To the positions."""
        self._walk("positions")

    def do_summary(self) -> None:
        """To the summary; once more: into the text."""
        if self._step == "summary":
            self.write()
        else:
            self._walk("summary")

    def do_check(self) -> None:
        """To the findings."""
        self._walk("check")

    def do_handover(self) -> None:
        """To handing over."""
        self._walk("handover")

    def why_not(self, name: str) -> str:
        """Nothing can be handed over that is not written, nor approved by its own writer."""
        summary = self._summary
        if summary is None:
            return "" if name in ("back", "next_item") else say("tui.item.reading")
        if name == "go":
            return self.why_not("submit") if self._step == "handover" else ""
        if name == "decide" and not summary.proposals:
            return say("tui.decide.nothing")
        if name == "find" and self._step != "summary":
            return say("tui.item.find_elsewhere")
        if name == "save" and not self.dirty:
            return say("tui.item.nothing_to_save")
        if name == "changes" and not self._approving:
            return say("tui.item.not_in_review")
        if name == "reopen" and summary.status not in ("review", "approved"):
            return say("tui.item.not_handed_over")
        if name == "undo" and not self._undo:
            return say("tui.item.nothing_to_undo")
        if name == "submit":
            if self._approving and self._standing.mine:
                return say("tui.item.own_text")
            if summary.status == "approved" and not self.dirty:
                return say("tui.item.is_approved")
            if not summary.sentences:
                return say("tui.item.nothing_written")
        return ""

    def label_now(self, name: str) -> str:
        """Handing over is submitting, or approving what a colleague submitted."""
        if name == "go" and self._step == "summary":
            return say("tui.item.into_text")
        if name in ("go", "submit") and self._amending:
            return say("tui.commands.item.save.label")
        if name in ("go", "submit") and self._approving:
            return say("tui.item.approve")
        return say("tui.commands.item.submit.label") if name == "go" else ""

    def do_undo(self) -> None:
        """Take back the last change."""
        # The text has an undo of its own, so that typing is never lost with a position.
        before, opened = self._undo.pop(), self._opened
        if before is None:
            self.editor.undo()
            self._show_summary_panes()
            self.tell(say("tui.item.undone"))
            return
        assert self._summary is not None
        assert opened is not None
        known = edits.pending(opened.suggestions, self._summary)
        self._summary = replace(before, sentences=self._summary.sentences)
        again = [s for s in edits.pending(opened.suggestions, self._summary) if s not in known]
        self._changed(select=again[0] if again else None)
        self.tell(say("tui.item.undone"))

    def do_find(self) -> None:
        """Find and replace in the text, from any pane of its step."""
        self.write()
        self.editor.do_find()

    def do_redo(self) -> None:
        """Do once more what was undone in the text."""
        self.editor.redo()

    def do_topic(self) -> None:
        """Confirm the topics of the item."""
        from workflow.tui.screens.dialogs import Prompt

        summary = self._summary
        assert summary is not None

        def typed(words: str | None) -> None:
            if words is not None and self._summary is not None:
                topics = topic_entries(words)
                self._change(replace(self._summary, topics=topics))

        self.app.push_screen(
            Prompt(say("tui.item.topics"), say("tui.item.topics_words"), ", ".join(summary.topics)),
            typed,
        )

    def do_comment(self) -> None:
        """Leave a remark for colleagues."""
        from workflow.tui.screens.dialogs import Prompt

        number, evidence = self._commented()
        lead = self._quote(number, evidence)

        def typed(words: str | None) -> None:
            if words and words.strip():
                self._remark(lead + words, evidence)
                self.tell(say("tui.item.commented"))

        hint = say("tui.item.comment_words")
        if number:
            hint = say("tui.item.comment_on_sentence", n=number)
        elif evidence:
            marks = " ".join(f"s{n}" for n in evidence)
            hint = say("tui.item.comment_on_source", marks=marks)
        self.app.push_screen(Prompt(say("tui.item.comment"), hint), typed)

    def _commented(self) -> tuple[int, tuple[int, ...]]:
        """What a remark made now is on: the summary's sentence, and the source sentences."""
        summary = self._summary
        if self.source.has_focus:
            return 0, self.source.picked
        if self._step == "positions":
            return 0, tuple(getattr(self.positions.selected, "evidence", ()))
        number = self.editor.sentence_number
        if summary is None or self._step != "summary" or not self.editor.display:
            return 0, ()
        if not 0 < number <= len(summary.sentences):
            return 0, ()
        return number, summary.sentences[number - 1].evidence

    def _quote(self, number: int, evidence: tuple[int, ...]) -> str:
        """What leads a remark on a sentence that rests on nothing, so that it can follow it."""
        if not number or evidence or self._summary is None:
            return ""
        return edits.quote(self._summary.sentences[number - 1])

    def do_changes(self) -> None:
        """Ask the writer for changes: a remark, and the text is a draft again."""
        from workflow.tui.screens.dialogs import Prompt

        number, evidence = self._commented()
        lead = self._quote(number, evidence)

        def typed(words: str | None) -> None:
            if words and words.strip():
                self._remark(lead + words, evidence)
                self._let_go()
                self._save(lambda: self._move("reopen", told="tui.item.done_changes"))

        self.app.push_screen(Prompt(say("tui.item.changes"), say("tui.item.changes_words")), typed)

    def _let_go(self) -> None:
        """Give up the user's own claim, so that the board sends the writer here again."""
        summary = self._summary
        if summary is not None and summary.claim == self.app.desk.identity:
            self._change(replace(summary, claim="", claimed=""))

    def do_reopen(self) -> None:
        """Make a draft of it again."""
        self._save(lambda: self._move("reopen"))

    def _remark(self, words: str, evidence: tuple[int, ...] = ()) -> None:
        """Add a remark of the user, on these source sentences or else on the whole item."""
        if self._summary is not None:
            day = self.app.clock().date().isoformat()
            remark = Remark(words.strip(), self.app.desk.identity, day, False, evidence)
            self._change(edits.add_remark(self._summary, remark))

    def do_compare(self) -> None:
        """Compare with the meeting before."""
        from workflow.tui.screens.compare import CompareScreen

        def show(older: str | None) -> None:
            self.app.push_screen(CompareScreen(older or "", meeting, slug))
            self.app.release_keys()

        (meeting, slug), desk = self._key, self.app.desk
        self.app.hold_keys()
        self.app.jobs.start(self, lambda _: desk.older_meeting(meeting), group="choose", then=show)

    def do_history(self) -> None:
        """Show what happened to this item; what is not saved is saved first."""
        from workflow.tui.screens.history import HistoryScreen

        def restored(changed: bool | None) -> None:
            if changed:
                self._load()

        self._save(lambda: self.app.push_screen(HistoryScreen(*self._key), restored))
