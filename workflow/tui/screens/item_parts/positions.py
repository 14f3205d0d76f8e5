"""What the keys do to positions and suggestions."""

from textual import on

from workflow.languages import say
from workflow.positions.model import Suggestion
from workflow.summaries import edits
from workflow.summaries.model import Commitment, NextStep, Position
from workflow.summaries.offers import drop_entry, take_offer
from workflow.tui.commands import key_name
from workflow.tui.screens.item_parts.base import ItemBase
from workflow.tui.widgets.positions import Entry, PositionsPane, stance_word


class ItemPositions(ItemBase):
    """Accept, change, refuse, add, merge, reorder."""

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
        elif event.what == "accept" and (offer := self.positions.offered(entry)):
            self._change(take_offer(summary, offer))
            self.positions.select(offer)
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
            self._tell_taken("rejected_one")
        elif isinstance(entry, Position) and self.positions.is_refused(entry):
            self._change(edits.take_back(summary, entry))
        elif isinstance(entry, Position):
            self._change(edits.remove_position(summary, entry))
            self._tell_taken("removed")
        elif isinstance(entry, Commitment | NextStep) and not self.positions.offered(entry):
            self._change(drop_entry(summary, entry))
            self._tell_taken("removed")

    def _tell_taken(self, what: str) -> None:
        """Say what was taken out, and the key that takes that back."""
        key = key_name(self.app.key_of("item.undo"))
        self.tell(say(f"tui.positions.{what}", key=key))

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
                stance = stance_word(new.stance)
                self.tell(say("tui.positions.added", name=new.name, stance=stance))

        self.app.push_screen(PositionForm(blank, opened.item, summary.language), filled)
