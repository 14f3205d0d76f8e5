"""Positions as lines: what is confirmed by p-number, what is proposed by number."""

from typing import TYPE_CHECKING

from workflow.cli.plain.session import Action
from workflow.errors import WorkflowError
from workflow.languages import labels, say
from workflow.positions.actors import actor_name, find_actor
from workflow.positions.model import STANCES, Suggestion
from workflow.summaries import edits
from workflow.summaries.itemfile import render_evidence
from workflow.summaries.model import NextStep, Position
from workflow.summaries.offers import Offer, offers, take_offer
from workflow.summaries.typed import find_stance, sentence_numbers

if TYPE_CHECKING:
    from workflow.cli.plain.item import ItemTalk


class PositionsTalk:
    """The second step of an item."""

    def __init__(self, talk: "ItemTalk") -> None:
        self.talk = talk
        self.session = talk.session
        self.language = talk.summary.language
        self.own = talk.session.desk.workspace.settings.own_government

    @property
    def waiting(self) -> tuple[Suggestion, ...]:
        """The suggestions that nobody has decided on."""
        return edits.pending(self.talk.opened.suggestions, self.talk.summary)

    @property
    def offered(self) -> tuple[Offer, ...]:
        """Commitments, motions and next steps that nobody has taken over."""
        return offers(self.talk.opened.item, self.talk.summary)

    @property
    def actions(self) -> dict[str, Action]:
        """What can be asked here."""
        return {
            "positions.accept_all": lambda _: self._accept_certain(),
            "positions.edit": self._edit,
            "positions.reject": self._reject,
            "positions.add": self._add,
            "positions.merge": self._merge,
            "positions.move_up": lambda words: self._shift(words, -1),
            "positions.move_down": lambda words: self._shift(words, 1),
        }

    def show(self) -> None:
        """Say what is confirmed and what is proposed."""
        summary = self.talk.summary
        for number, position in enumerate(summary.positions, 1):
            stance = say(f"common.stance.{position.stance}")
            marks = render_evidence(position.evidence)
            self.session.tell(f"p{number}. {position.name}, {stance}: {position.text} {marks}")
        for commitment in summary.commitments:
            marks = render_evidence(commitment.evidence)
            self.session.tell(f"{say('tui.positions.to_parliament')}: {commitment.text} {marks}")
        for step in summary.next_steps:
            self.session.tell(self._offer_words(step))
        for number, suggestion in enumerate(self.waiting, 1):
            self.session.tell(f"{number}. {self._words(suggestion)}")
        for number, offer in enumerate(self.offered, len(self.waiting) + 1):
            self.session.tell(f"{number}. {self._offer_words(offer)}")
        counts = {"have": len(summary.positions) + len(summary.commitments)}
        self.session.say("tui.item.counts", **counts, waiting=len(self.waiting))

    def _words(self, suggestion: Suggestion) -> str:
        stance = say(f"common.stance.{suggestion.stance}")
        if suggestion.to_parliament:
            stance = say("tui.positions.to_parliament")
        if not suggestion.certain:
            stance = say("tui.positions.uncertain", stance=stance)
        name = actor_name(suggestion.actor, self.language)
        return f"{name}, {stance}: {suggestion.text} {render_evidence(suggestion.evidence)}"

    def _offer_words(self, offer: Offer) -> str:
        if isinstance(offer, NextStep):
            about = [say("tui.positions.next_step"), offer.when]
        else:
            about = [say("tui.positions.to_parliament"), offer.who, offer.to_whom, offer.debate]
        head = ", ".join(word for word in about if word)
        return f"{head}: {offer.text} {render_evidence(offer.evidence)}"

    def ask_about(self, number: int) -> None:
        """Ask about one suggestion: take over, change, or leave out; or take an offer over."""
        numbered = len(self.waiting) + len(self.offered)
        if number > numbered:
            lacks = "no_such_number" if numbered else "nothing_numbered"
            self.session.say(f"cli.errors.{lacks}", number=number, n=numbered)
            return
        if number > len(self.waiting):
            offer = self.offered[number - len(self.waiting) - 1]
            self.session.tell(self._offer_words(offer))
            if not self.session.ask(say("cli.plain.offer")):
                self.talk.change(take_offer(self.talk.summary, offer), "cli.plain.accepted")
            return
        suggestion = self.waiting[number - 1]
        self.session.tell(self._words(suggestion))
        answer = self.session.ask(say("cli.plain.suggestion")).casefold()
        summary = self.talk.summary
        if answer == "":
            self.talk.change(edits.accept(summary, suggestion, self.own), "cli.plain.accepted")
        elif answer == "x":
            self.talk.change(edits.reject(summary, suggestion), "cli.plain.refused")
        elif answer == "e":
            new = self._fill(edits.as_position(suggestion, self.language))
            changed = edits.add_position(summary, new, self.own)
            if suggestion in edits.pending((suggestion,), changed):
                changed = edits.reject(changed, suggestion)
            self.talk.change(changed, "cli.plain.accepted")

    def _accept_certain(self) -> None:
        before = len(self.waiting)
        summary = self.talk.summary
        certain = edits.accept_certain(summary, self.talk.opened.suggestions, self.own)
        left = len(edits.pending(self.talk.opened.suggestions, certain))
        self.talk.change(certain, "tui.positions.accepted", n=before - left, left=left)

    def _chosen(self, words: list[str]) -> Position:
        from workflow.cli.writing import chosen_numbers

        positions = self.talk.summary.positions
        word = (words[:1] or ["0"])[0].removeprefix("p")
        return positions[chosen_numbers([word], len(positions))[0]]

    def _fill(self, old: Position) -> Position:
        """Ask for each field; an empty answer keeps what stands there."""
        stances = labels(self.language, "common.stance")
        shown = old.name or (actor_name(old.actor, self.language) if old.actor else "")
        name = self._field("tui.form.actor", shown)
        typed = self._field(
            "tui.form.stance", stances[old.stance], choices=", ".join(stances.values())
        )
        stance = find_stance(typed, self.language)
        text = self._field("tui.form.text", old.text)
        typed = self._field("tui.form.evidence", " ".join(f"s{n}" for n in old.evidence))
        evidence = sentence_numbers(typed, self.talk.opened.item)
        if stance is None:
            raise WorkflowError("tui.form.no_stance", choices=", ".join(stances.values()))
        if not name:
            raise WorkflowError("tui.form.no_actor")
        if not text:
            raise WorkflowError("tui.form.no_text")
        if typed and not evidence:
            raise WorkflowError("tui.form.no_evidence", n=len(self.talk.opened.item.sentences))
        return Position(find_actor(name, self.language), name, stance, text, evidence)

    def _field(self, key: str, now: str, **values: str) -> str:
        words = say(key, **values)
        return (
            self.session.ask(f"{words} {say('cli.plain.keep', now=now)}" if now else words) or now
        )

    def _edit(self, words: list[str]) -> None:
        old = self._chosen(words)
        new = self._fill(old)
        self.talk.change(edits.change_position(self.talk.summary, old, new), "cli.plain.taken")

    def _reject(self, words: list[str]) -> None:
        changed = edits.remove_position(self.talk.summary, self._chosen(words))
        self.talk.change(changed, "cli.plain.taken")

    def _add(self, words: list[str]) -> None:
        evidence = sentence_numbers(" ".join(words), self.talk.opened.item)
        new = self._fill(Position("", "", STANCES[-1], "", evidence))
        changed = edits.add_position(self.talk.summary, new, self.own)
        self.talk.change(changed, "cli.plain.taken")

    def _merge(self, words: list[str]) -> None:
        first = self._chosen(words)
        positions = self.talk.summary.positions
        place = positions.index(first) + 1
        if place == len(positions):
            raise WorkflowError("tui.positions.nothing_below")
        merged = edits.merge_positions(self.talk.summary, first, positions[place])
        self.talk.change(merged, "cli.plain.taken")

    def _shift(self, words: list[str], step: int) -> None:
        moved = edits.move_position(self.talk.summary, self._chosen(words), step)
        self.talk.change(moved, "cli.plain.taken")
