"""Keeping drafts, saving, handing over, and going on to the next item."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from workflow.languages import say
from workflow.summaries import edits
from workflow.summaries.merge import Merged, Proposal, apply_proposal
from workflow.summaries.model import Summary
from workflow.tui.answers import LeftOver, Opened, Standing
from workflow.tui.screens.item_parts.text import ItemText

if TYPE_CHECKING:
    from workflow.tui.app import DeskApp


class ItemSaving(ItemText):
    """Nothing that was typed is ever lost, and what is saved says so."""

    _stale = False
    """Whether the text was recovered and not put beside the source as it is now."""

    def after_take(self) -> None:
        """Offer what was typed before."""
        self._stale = False
        self._learn_standing()
        self._offer_left_over()

    def _learn_standing(self) -> None:
        """Ask who wrote this, for nobody approves their own text."""
        desk, opened = self.app.desk, self._opened
        assert opened is not None
        self._standing = Standing()

        def known(standing: Standing) -> None:
            if self._opened is opened:
                self._standing = standing
                self._show()
                self._mark_seen(opened)

        self.app.jobs.start(
            self,
            lambda _: desk.standing(opened),
            group="standing",
            git=True,
            then=known,
            failed=lambda error: self.tell(self.app.words_of(error)),
        )

    def _mark_seen(self, opened: Opened) -> None:
        """From now on this is what the user last saw."""
        desk, now = self.app.desk, self.app.clock()
        self.app.jobs.start(
            self,
            lambda _: desk.mark_seen(opened, now),
            group="seen",
            git=True,
            then=lambda _: None,
            failed=lambda error: self.tell(self.app.words_of(error)),
        )

    def keep_draft(self) -> None:
        """Put on disk what is not saved, and say so once it is there."""
        opened, summary = self._opened, self._summary
        if opened is None or summary is None:
            return
        if not self.dirty:
            # Else what was typed and taken back again would be offered the next time.
            if self._kept:
                self._kept = ""
                self._forget_draft()
            return
        desk = self.app.desk

        def kept(_: object) -> None:
            self._kept = self.app.clock().strftime("%H:%M")
            self._show_saved()

        self.app.jobs.start(
            self, lambda _: desk.keep_draft(opened, summary), group="draft", writes=True, then=kept
        )

    def _forget_draft(self) -> None:
        if self._opened is not None:
            forget_draft(self.app, self._opened)

    def _draft_job(self, work: Callable[[], None]) -> None:
        """Do something with the drafts of the item, after what was asked for before."""
        self.app.jobs.start(self, lambda _: work(), group="draft", writes=True, then=lambda _: None)

    def _offer_left_over(self) -> None:
        """Offer text that the program was holding when it ended."""
        desk, opened = self.app.desk, self._opened
        assert opened is not None

        def found(left: LeftOver | None) -> None:
            if left is None or self._opened is not opened or self.dirty:
                return
            from workflow.tui.screens.recover import recover_question

            def answered(answer: bool | None) -> None:
                if answer is not False:
                    self._draft_job(partial(desk.put_off, left, off=answer is None))
                if answer:
                    self._stale = left.stale
                    self._change(left.summary)
                    self.editor.put(edits.text_of(left.summary.sentences))
                    self.go_to("summary")
                    self.tell(
                        say("tui.item.recovered_asks" if left.asked else "tui.item.recovered")
                    )
                elif answer is False:
                    self._draft_job(partial(desk.forget_left_over, opened, left))

            question = recover_question(
                opened.text, left, self.app.clock(), opened.meeting.language
            )
            self.app.push_screen(question, answered)

        self.app.jobs.start(
            self,
            lambda _: desk.left_over(opened),
            group="drafts",
            git=True,
            then=found,
            failed=lambda error: self.tell(self.app.words_of(error)),
        )

    def changed_outside(self) -> None:
        """Show the item as another program left it, unless something was typed meanwhile."""
        desk, key, opened = self.app.desk, self._key, self._opened
        if opened is None:
            return

        def read(again: Opened) -> None:
            if again.text == opened.text or self._opened is not opened:
                return
            if self.dirty:
                self.tell(say("tui.item.changed_dirty"))
                return
            step = self._step
            self._take(again)
            self.go_to(step)
            self.tell(say("tui.item.changed_outside"))

        self.app.jobs.start(
            self,
            lambda _: desk.open_item(*key),
            group="again",
            then=read,
            failed=lambda error: self.tell(self.app.words_of(error)),
        )

    def do_save(self) -> None:
        """Save as a version in the history."""
        was = self._saved

        def told() -> None:
            key = edits.after_save(was, self._saved) if was and self._saved else "saved_now"
            self.tell(say(f"tui.item.{key}"))
            if key == "amended":
                self._learn_standing()

        self._save(told)

    def _save(self, then: Callable[[], object]) -> None:
        opened, summary = self._opened, self._summary
        if opened is None or summary is None:
            return
        if not self.dirty:
            then()
            return
        desk, stale = self.app.desk, self._stale
        self._saving = True
        self._show_saved()

        def saved(again: Opened) -> None:
            self._saving = self._stale = False
            self._opened = again
            self._saved = again.summary
            if self._summary == summary:
                self._summary = again.summary
            self._kept = ""
            self._show()
            if self.dirty:
                self.keep_draft()
            else:
                # A draft that was asked for during the save must not outlive it.
                self._forget_draft()
            then()

        def failed(error: Exception) -> None:
            self._saving = False
            self._show_saved()
            if type(error).__name__ == "SaveConflict":
                self._merge_versions(opened, summary)
            else:
                self.app.show_error(error)

        self.app.jobs.start(
            self,
            lambda _: desk.save(opened, summary, stale=stale),
            group="save",
            description=say("tui.item.saving"),
            git=True,
            writes=True,
            then=saved,
            failed=failed,
        )

    def _merge_versions(self, opened: Opened, summary: Summary) -> None:
        """A colleague saved the item meanwhile: take both versions together."""
        desk = self.app.desk

        def merged(found: tuple[Opened, Merged]) -> None:
            again, both = found
            self._opened, self._saved = again, again.summary
            self._take_merged(both.summary)
            self._ask_proposals(both.proposals, 0)

        self.app.jobs.start(
            self, lambda _: desk.merge(opened, summary), group="merge", git=True, then=merged
        )

    def _take_merged(self, summary: Summary) -> None:
        self._change(summary)
        self.editor.put(edits.text_of(summary.sentences))
        self.tell(say("tui.merge.done"))

    def _ask_proposals(self, proposals: tuple[Proposal, ...], place: int) -> None:
        """Ask about one difference after the other."""
        if place == len(proposals):
            return
        from workflow.tui.screens.merging import merge_question

        def answered(answer: bool | None) -> None:
            if answer is False and self._summary is not None:
                self._take_merged(apply_proposal(self._summary, proposals[place], "mine"))
            self._ask_proposals(proposals, place + 1)

        self.app.push_screen(merge_question(proposals[place], place + 1, len(proposals)), answered)

    def do_submit(self) -> None:
        """Submit, or approve; errors are shown first, a second press goes on."""
        if self._amending:
            self._save(self._amended)
            return
        errors = sum(finding.severity == "error" for finding in self._findings)
        action = "approve" if self._approving else "submit"
        if errors and not self._sure:
            self.go_to("check")
            self._sure = True
            self.tell(say(f"tui.item.errors_{action}", n=errors))
            return
        self._save(lambda: self._move(action))

    def _move(self, action: str, told: str = "") -> None:
        """Take the item to another state, and say so (`told`, else what the action says)."""
        opened, desk = self._opened, self.app.desk
        if opened is None:
            return

        def moved(again: Opened) -> None:
            self._take(again)
            self.go_to("handover")
            self.tell(say(told or f"tui.item.done_{action}"))

        self.app.jobs.start(
            self,
            lambda _: desk.move(opened, action),
            group="save",
            description=say("tui.item.saving"),
            git=True,
            writes=True,
            then=moved,
        )

    @property
    def _approving(self) -> bool:
        return self._in_review and not self.text_changed

    @property
    def _amending(self) -> bool:
        """Whether a text that waits for review was changed: it stays in review."""
        return self._in_review and self.text_changed

    @property
    def _in_review(self) -> bool:
        return bool(self._summary and self._summary.status == "review")

    def _amended(self) -> None:
        self.tell(say("tui.item.amended"))
        self._learn_standing()

    def _mark_looked(self) -> None:
        """Remember which source sentences have been in sight."""
        opened, desk = self._opened, self.app.desk
        numbers = frozenset(self.source.looked)
        if opened is not None and numbers - self._standing.looked:
            self.app.jobs.start(
                self.app,
                lambda _: desk.mark_looked(opened, numbers),
                group="looked",
                git=True,
                then=lambda _: None,
                failed=lambda error: None,
            )

    def do_back(self) -> None:
        """Back to where a source sentence was asked for, or to the board; all is saved."""
        if self._came_from:
            self.tell("")
            self.go_to(self._came_from)
            return
        self.before_quit()
        self.dismiss(None)

    def before_quit(self) -> None:
        """Save what is not saved yet."""
        self._mark_looked()
        opened, summary = self._opened, self._summary
        if opened is None or summary is None or not self.dirty:
            return
        desk, app, stale = self.app.desk, self.app, self._stale
        self._saved = summary

        def saved() -> None:
            app.tell(say("tui.item.saved_now"))
            forget_draft(app, opened)

        self.app.jobs.start(
            app,
            lambda _: desk.save(opened, summary, stale=stale),
            group="save",
            description=say("tui.item.saving"),
            git=True,
            writes=True,
            then=lambda _: saved(),
        )

    def do_next_item(self) -> None:
        """Save, and open the next item that needs the user."""
        desk = self.app.desk
        key = self._key

        def found(task: tuple[str, str] | None) -> None:
            if task is None:
                self.app.release_keys()
                self.tell(say("tui.item.nothing_left"))
                return
            self._key = task
            self.tell("")
            self._load()

        self.before_quit()
        # Else keys for the next item would change this one, which was perhaps handed in.
        self.app.hold_keys()
        self.app.jobs.start(self, lambda _: desk.next_for(*key), group="next", git=True, then=found)


def forget_draft(app: "DeskApp", opened: Opened) -> None:
    """Forget the draft of an item, after every draft of it that was asked for before."""
    desk = app.desk
    app.jobs.start(
        app,
        lambda _: desk.forget_draft(opened),
        group="draft",
        writes=True,
        then=lambda _: None,
    )
