"""What several people do with one item: claims, who does what, and what is left to decide."""

from dataclasses import replace

from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.summaries import edits
from workflow.summaries.itemlines import is_day
from workflow.summaries.proposals import decide
from workflow.text import one_line
from workflow.tui.screens.item_parts.saving import ItemSaving
from workflow.tui.widgets.bars import StatusLine


class ItemTogether(ItemSaving):
    """Commands about the work of colleagues on this item."""

    _told = ""
    """What was said about deciding, as long as it stands there."""

    def after_take(self) -> None:
        """Say that something is to be decided."""
        super().after_take()
        waiting = len(self._summary.proposals) if self._summary is not None else 0
        line = self.query_one(StatusLine)
        if waiting:
            self.tell(say("tui.decide.waiting", n=waiting))
        elif self._told and line.message == self._told:
            # A colleague has decided meanwhile.
            self.tell("")
        self._told = line.message if waiting else ""

    def do_decide(self) -> None:
        """Decide about one proposal after the other."""
        if self._summary is not None:
            self._decide(0, 1, len(self._summary.proposals))

    def _decide(self, place: int, number: int, total: int) -> None:
        """Ask about the proposal at `place`; those put off stay before it."""
        from workflow.tui.screens.deciding import DecideDialog

        summary = self._summary
        if summary is None or place >= len(summary.proposals):
            return
        proposal = summary.proposals[place]

        def answered(answer: tuple[str, str] | None) -> None:
            if answer is None:
                return
            now = self._summary
            if now is None or proposal not in now.proposals:
                return
            try:
                decided = decide(now, now.proposals.index(proposal), *answer)
            except WorkflowError as error:
                self.app.show_error(error)
                return
            self._change(decided)
            self.editor.put(edits.text_of(decided.sentences))
            self.tell(say("tui.decide.done"))
            self._decide(place, number + 1, total)

        person = self.app.desk.identity
        language = summary.language
        self.app.push_screen(DecideDialog(proposal, number, total, person, language), answered)

    def do_claim(self) -> None:
        """Say that the user is working on this, or let go."""
        summary, person = self._summary, self.app.desk.identity
        if summary is not None:
            mine = summary.claim == person
            day = "" if mine else self.app.clock().date().isoformat()
            self._change(replace(summary, claim="" if mine else person, claimed=day))
            self.tell(say("tui.item.let_go" if mine else "tui.item.claimed"))

    def do_assign(self) -> None:
        """Say who writes this, who reviews it, or when it is due."""
        from workflow.tui.screens.dialogs import Choice, Picker, Prompt

        def chosen(name: str | None) -> None:
            if name is None or self._summary is None:
                return
            value = getattr(self._summary, name)

            def typed(words: str | None) -> None:
                self._assigned(name, words)

            title, about = say(f"tui.assign.{name}"), say(f"tui.assign.{name}_words")
            check = _check_day if name == "deadline" else str
            self.app.push_screen(Prompt(title, about, value, check), typed)

        names = ("assigned", "reviewer", "deadline")
        found = [
            Choice(name, say(f"tui.assign.{name}"), getattr(self._summary, name)) for name in names
        ]
        self.app.push_screen(Picker(say("tui.assign.title"), found), chosen)

    def _assigned(self, name: str, words: str | None) -> None:
        summary = self._summary
        if words is None or summary is None:
            return
        words = one_line(words)
        if name == "assigned":
            self._change(replace(summary, assigned=words))
        elif name == "reviewer":
            self._change(replace(summary, reviewer=words))
        else:
            self._change(replace(summary, deadline=words))
        self.tell(say("tui.assign.done"))


def _check_day(words: str) -> None:
    """Raise WorkflowError for what is no day; no words take the day away."""
    if (day := one_line(words)) and not is_day(day):
        raise WorkflowError("history.errors.bad_day", day=day)
