"""Positions: what staff confirmed, and below it what the program still proposes."""

from textual.content import Content
from textual.message import Message

from workflow.languages import say
from workflow.positions.actors import actor_name
from workflow.positions.model import Suggestion
from workflow.summaries.itemfile import render_evidence
from workflow.summaries.model import Commitment, NextStep, Position, Summary
from workflow.summaries.offers import Offer
from workflow.tui import render
from workflow.tui.commands import bindings
from workflow.tui.widgets.row import Row
from workflow.tui.widgets.rows import RowList

STANCE_STYLES = {
    "support": "$text-success",
    "oppose": "$text-error",
    "concern": "$text-warning",
    "reserve": "$text-warning",
    "decide": "bold",
    "call": "$text-accent",
}
"""A hint on top of the word."""

Entry = Position | Suggestion | Commitment | NextStep


def stance_word(stance: str) -> str:
    """The stance in the language of the interface."""
    return say(f"common.stance.{stance}")


def _entry(name: str, stance: Content, text: str, evidence: tuple[int, ...]) -> Content:
    head = render.join((name, "bold"), " · ", stance)
    if evidence:
        head += render.line("  " + render_evidence(evidence).strip("[]"), "$text-muted")
    return render.lines([head, render.line(text)])


class PositionsPane(RowList):
    """Rows are keyed by the position, commitment, next step, suggestion or offer itself."""

    CONTEXT = "positions"
    BINDINGS = bindings("positions")
    DEFAULT_CSS = """
    PositionsPane { height: 1fr; }
    """

    class Wanted(Message):
        """A command on the entry under the cursor."""

        def __init__(self, what: str, entry: Entry | None) -> None:
            super().__init__()
            self.what = what
            self.entry = entry

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as in Textual
        super().__init__(id=id, empty=render.label("tui.positions.none", "$text-muted"))
        self._refused: frozenset[Position] = frozenset()
        self._offers: frozenset[Offer] = frozenset()

    @property
    def entry(self) -> Entry | None:
        """What stands under the cursor."""
        key = self.selected
        return key if isinstance(key, Entry) else None

    def show_summary(
        self,
        summary: Summary,
        suggestions: tuple[Suggestion, ...],
        offers: tuple[Offer, ...] = (),
        *,
        select: Entry | None = None,
    ) -> None:
        """Show what was confirmed, what is proposed and what was refused."""
        self._refused = frozenset(summary.rejected)
        self._offers = frozenset(offers)
        rows = [self._position(entry) for entry in summary.positions]
        if summary.commitments:
            rows.append(self._heading("commitments"))
            rows += [self._commitment(entry) for entry in summary.commitments]
        if summary.next_steps:
            rows.append(self._heading("next_steps"))
            rows += [self._next_step(entry) for entry in summary.next_steps]
        if suggestions:
            rows.append(self._heading("suggestions"))
            rows += [self._suggestion(entry, summary.language) for entry in suggestions]
        if offers:
            rows.append(self._heading("offers"))
            rows += [
                self._next_step(entry) if isinstance(entry, NextStep) else self._commitment(entry)
                for entry in offers
            ]
        if summary.rejected:
            rows.append(self._heading("rejected"))
            rows += [self._rejected(entry) for entry in summary.rejected]
        self.show(rows, select=select)

    def _heading(self, name: str) -> Row:
        words = say(f"tui.positions.{name}")
        return Row(("heading", name), render.line(words, "$text-muted"), enabled=False)

    def _position(self, entry: Position) -> Row:
        stance = render.line(stance_word(entry.stance), STANCE_STYLES.get(entry.stance, ""))
        lead = render.line("✓ ", "$text-success")
        return Row(entry, _entry(entry.name, stance, entry.text, entry.evidence), lead, wrap=True)

    def _commitment(self, entry: Commitment) -> Row:
        word = say("summaries.state.discharged" if entry.discharged else "summaries.state.open")
        names = ", ".join(name for name in (entry.who, entry.to_whom, entry.debate) if name)
        body = _entry(names or "–", render.line(word), entry.text, entry.evidence)
        return Row(entry, body, self._lead(entry), wrap=True)

    def _next_step(self, entry: NextStep) -> Row:
        word = render.line(say("tui.positions.next_step"))
        body = _entry(entry.when or "–", word, entry.text, entry.evidence)
        return Row(entry, body, self._lead(entry), wrap=True)

    def _lead(self, entry: Offer) -> Content:
        """The sign of what is offered, or of what was taken over."""
        offered = entry in self._offers
        return render.line("○ ") if offered else render.line("✓ ", "$text-success")

    def _suggestion(self, entry: Suggestion, language: str) -> Row:
        words = stance_word(entry.stance)
        if entry.to_parliament:
            words = say("tui.positions.to_parliament")
        style = STANCE_STYLES.get(entry.stance, "")
        if not entry.certain:
            words = say("tui.positions.uncertain", stance=words)
            style = "$text-warning"
        name = actor_name(entry.actor, language)
        body = _entry(name, render.line(words, style), f"“{entry.text}”", entry.evidence)
        lead = render.line(
            "○ " if entry.certain else "? ", "" if entry.certain else "$text-warning"
        )
        return Row(entry, body, lead, wrap=True)

    def _rejected(self, entry: Position) -> Row:
        words = f"{entry.name} · {stance_word(entry.stance)}: {entry.text}"
        return Row(entry, render.line(words, "$text-muted"), render.line("× ", "$text-muted"))

    def is_refused(self, entry: Entry | None) -> bool:
        """Whether the entry is a refused suggestion."""
        return isinstance(entry, Position) and entry in self._refused

    def offered(self, entry: Entry | None) -> Offer | None:
        """The entry, if it is an offer that was not taken over."""
        known = isinstance(entry, Commitment | NextStep) and entry in self._offers
        return entry if known and isinstance(entry, Commitment | NextStep) else None

    def why_not(self, name: str) -> str:
        """Some commands need a suggestion under the cursor, some a position."""
        entry = self.entry
        if name == "accept_all":
            waiting = any(isinstance(r.key, Suggestion) and r.key.certain for r in self.rows)
            return "" if waiting else say("tui.positions.no_certain")
        if name == "accept":
            if isinstance(entry, Suggestion) or self.is_refused(entry) or self.offered(entry):
                return ""
            return say("tui.positions.not_a_suggestion")
        if name in ("edit", "reject") and entry is None:
            return say("tui.positions.none_selected")
        if name == "reject" and self.offered(entry):
            return say("tui.positions.offer_stays")
        if name in ("move_up", "move_down", "merge") and (
            not isinstance(entry, Position) or self.is_refused(entry)
        ):
            return say("tui.positions.not_a_position")
        return ""

    def do_choose(self) -> None:
        """Enter takes a suggestion over, or changes a position."""
        suggested = isinstance(self.entry, Suggestion) or self.is_refused(self.entry)
        suggested = suggested or self.offered(self.entry) is not None
        self._want("accept" if suggested else "edit")

    def _want(self, what: str) -> None:
        self.post_message(self.Wanted(what, self.entry))

    def do_accept(self) -> None:
        """Take the suggestion over."""
        self._want("accept")

    def do_accept_all(self) -> None:
        """Take over all that are certain."""
        self._want("accept_all")

    def do_edit(self) -> None:
        """Change actor, stance and words."""
        self._want("edit")

    def do_reject(self) -> None:
        """Refuse a suggestion, or take a position out."""
        self._want("reject")

    def do_add(self) -> None:
        """Make a position of the picked source sentences."""
        self._want("add")

    def do_move_up(self) -> None:
        """One place up."""
        self._want("move_up")

    def do_move_down(self) -> None:
        """One place down."""
        self._want("move_down")

    def do_merge(self) -> None:
        """Join with the next."""
        self._want("merge")
