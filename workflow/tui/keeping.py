"""What was typed and not saved: kept apart, offered back, joined with what others saved since."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.summaries.workspace import Workspace, is_stale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workflow.history import History
    from workflow.history.unsaved import Draft
    from workflow.summaries.merge import Merged
    from workflow.summaries.model import Summary
    from workflow.tui.answers import LeftOver, Opened


def left_over_words(left: "LeftOver", told: Callable[[datetime], str]) -> tuple[str, ...]:
    """What a person should know of it before they choose; `told` says a moment in words."""
    lines = [say("tui.recover.words", when=told(left.when))]
    if left.since and left.since_when:
        lines = [say("tui.recover.words_since", when=told(left.when))]
        others = ", ".join(left.since[1:] if left.by_you else left.since)
        key = ("since_both" if others else "since_you") if left.by_you else "since"
        lines.append(say(f"tui.recover.{key}", who=others, when=told(left.since_when)))
    if left.moved:
        lines.append(say("tui.recover.moved"))
    if left.asked:
        lines.append(say("tui.recover.asked", n=left.asked))
    return (*lines, say("tui.recover.difference"))


class Keeping:
    """The part of the desk that keeps what is not saved."""

    workspace: Workspace
    identity: str

    if TYPE_CHECKING:

        def history(self) -> History:
            """The history of the workspace."""

        def open_item(self, meeting_id: str, slug: str) -> Opened:
            """Everything about one item."""

        def path_of(self, meeting_id: str, slug: str) -> str:
            """The path of its file."""

    def keep_draft(self, opened: "Opened", summary: "Summary") -> None:
        """Put the summary as it stands on disk, apart from the file; returns once it is there."""
        from workflow.history import keep_draft
        from workflow.summaries.itemfile import render_summary

        path = self.path_of(opened.meeting.id, opened.entry.slug)
        source = [sentence.text for sentence in opened.item.sentences]
        keep_draft(self.history(), path, render_summary(summary), opened.text, source=source)

    def forget_draft(self, opened: "Opened") -> None:
        """Forget the draft, once its text is saved or thrown away."""
        from workflow.history import drop_draft

        drop_draft(self.history(), self.path_of(opened.meeting.id, opened.entry.slug))

    def put_off(self, left: "LeftOver", off: bool = True) -> None:
        """Leave what was left over for later, or take it up after all."""
        from workflow.history import put_off

        put_off(self.history(), left.draft, off)

    def forget_left_over(self, opened: "Opened", left: "LeftOver") -> None:
        """Throw away what was left over."""
        self.put_off(left, off=False)
        self.forget_draft(opened)

    def left_over(self, opened: "Opened") -> "LeftOver | None":
        """What was typed and not saved when the program last ended, if it differs.

        Where others changed the item since, it is joined with theirs; what both changed waits in
        it as proposals. Of several the newest is told; the older ones are left for later, so that
        a save does not take them away unseen.
        """
        from workflow.history import drafts

        key = self.path_of(opened.meeting.id, opened.entry.slug)
        texts: dict[str, Draft] = {}
        for draft in drafts(self.history()):
            if draft.key == key:
                texts.setdefault(draft.text, draft)
        found = [self._left_over(opened, draft) for draft in texts.values()]
        kept = [left for left in found if left is not None]
        for left in kept[1:]:
            self.put_off(left)
        return kept[0] if kept else None

    def _left_over(self, opened: "Opened", draft: "Draft") -> "LeftOver | None":
        """One draft beside what stands there now; None where that is the same."""
        from workflow.summaries.itemfile import render_summary
        from workflow.summaries.proposals import propose
        from workflow.tui.answers import LeftOver

        if draft.text == opened.text:
            return None
        key = draft.key
        merged, moved = self._joined(opened, draft)
        who, since_when = self._since(key, draft.base) if draft.base != opened.text else ((), None)
        when = f"{draft.when.astimezone():%Y-%m-%d %H:%M}"
        summary = propose(merged.summary, merged.proposals, self.identity or "–", when)
        text = draft.text if summary == opened.summary else render_summary(summary)
        if text == opened.text or (summary == opened.summary and draft.base != opened.text):
            return None  # others have saved the same
        return LeftOver(
            summary, text, draft.when, who, since_when, moved,
            is_stale(summary, opened.item), len(merged.proposals), draft.name,
            by_you=self.identity in who,
        )  # fmt: skip

    def _joined(self, opened: "Opened", draft: "Draft") -> "tuple[Merged, bool]":
        """The draft and what stands there now in one, and whether its evidence moved."""
        from workflow.summaries.itemfile import parse_summary
        from workflow.summaries.merge import Merged
        from workflow.summaries.model import Summary
        from workflow.summaries.reissue import merge_on_source

        language = opened.meeting.language

        def parsed(text: str) -> "Summary":
            return parse_summary(text, language, where=draft.key).summary

        mine = parsed(draft.text)
        now = tuple(sentence.text for sentence in opened.item.sentences)
        source = draft.source or now
        if draft.base == opened.text and source == now:
            return Merged(mine), False
        try:
            base = parsed(draft.base) if draft.base is not None else None
        except WorkflowError:
            base = None
        if base is None:
            # Not known on what it was typed: whatever either has stays.
            base = replace(Summary(opened.summary.title, language), source=mine.source)
        merged = merge_on_source(base, mine, opened.summary, source, opened.item)
        return merged, source != now

    def _since(self, path: str, base: str | None) -> tuple[tuple[str, ...], datetime | None]:
        """Who has saved the item since it had the text `base`, oneself first, and when last."""
        from workflow.files import blob_name
        from workflow.history import log

        before = blob_name(base.encode()) if base is not None else ""
        revisions = log(self.history(), [path], limit=50, blobs=True)
        names: list[str] = []
        for revision in revisions:
            if revision.blobs.get(path, ("", ""))[1] == before:
                break
            names.append(revision.author)
            if not before:
                break
        if not names:
            return (), None
        names.sort(key=lambda name: name != self.identity)
        return tuple(dict.fromkeys(names)), revisions[0].when

    def merge(self, opened: "Opened", summary: "Summary") -> "tuple[Opened, Merged]":
        """What a colleague saved meanwhile, and both versions in one."""
        from workflow.summaries.reissue import merge_on_source

        again = self.open_item(opened.meeting.id, opened.entry.slug)
        source: Sequence[str] = tuple(sentence.text for sentence in opened.item.sentences)
        merged = merge_on_source(opened.summary, summary, again.summary, source, again.item)
        return again, merged
