"""What items of a meeting, or parts of them, may belong to: for a person to confirm or refuse."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from workflow.languages import say
from workflow.summaries.itemfile import render_evidence
from workflow.summaries.model import Meeting
from workflow.summaries.topics import Topics, read_topics
from workflow.tui import comparing, render
from workflow.tui.commands import bindings
from workflow.tui.screens.base import DeskScreen
from workflow.tui.screens.dialogs import Choice, Picker, Prompt
from workflow.tui.screens.writing import save_topics
from workflow.tui.widgets.prose import Prose
from workflow.tui.widgets.row import Row
from workflow.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from workflow.comparison.confirming import Offer


class OffersScreen(DeskScreen):
    """Rows are keyed by ("item", slug), ("offer", slug, number) and ("refused", item, other).

    What is refused stays in sight, so that a slip of the finger is taken back.
    """

    CONTEXT = "offers"
    BINDINGS = bindings("offers")

    def __init__(self, meeting: str) -> None:
        super().__init__()
        self._meeting = meeting
        self._offers: tuple[Offer, ...] = ()
        """What is proposed and what was refused, by item."""
        self._topics = Topics()
        self._answered = False
        """Whether the cursor goes to what the last answer made of a proposal."""
        self._names: dict[str, str] = {}
        """What people call each meeting that is proposed, by id."""

    def compose_body(self) -> ComposeResult:
        """The items with their proposals, and both texts of the one selected."""
        with Horizontal(id="compare"):
            yield RowList(id="changes", empty=render.label("tui.offers.working", "$text-muted"))
            yield Prose(id="detail")

    def on_mount(self) -> None:
        """Look for proposals."""
        self.query_one("#changes").focus()
        self.load()

    def load(self) -> None:
        """Look for the proposals of the meeting."""
        desk, meeting = self.app.desk, self._meeting
        self._entitle()
        self.app.jobs.start(
            self,
            lambda _: comparing.offers(desk, meeting),
            group="offers",
            description=say("tui.offers.working"),
            then=self._take,
        )

    def _entitle(self) -> None:
        name = self.app.desk.workspace.meeting(self._meeting).name
        self.title_bar(render.join((say("tui.offers.title") + "  ", "bold"), name))

    def _take(self, offers: "tuple[Offer, ...]") -> None:
        before = {_itself(offer) for offer in self._offers}
        came = [offer for offer in offers if _itself(offer) not in before]
        # One that is refused may make room for another proposal.
        came.sort(key=lambda offer: not offer.refused)
        select = _key(came[0]) if came and self._answered else None
        self._offers, self._answered = offers, False
        desk = self.app.desk
        self._topics = read_topics(desk.workspace)
        for meeting in {o.proposal.older.meeting for o in offers if o.proposal.older}:
            self._names[meeting] = desk.workspace.meeting(meeting).name
        empty = render.label("tui.offers.nothing", "$text-muted")
        self.query_one("#changes", RowList).say_empty(empty)
        self._show(select)

    def speak(self) -> None:
        """Show everything anew in the language of now."""
        self._entitle()
        self._show()

    def _show(self, select: object = None) -> None:
        rows: list[Row] = []
        heading = ""
        for offer in self._offers:
            entry = offer.entry
            if heading != entry.slug:
                heading = entry.slug
                words = render.line(f"{entry.label} {entry.title}".strip(), "$text-muted")
                row = Row(("item", entry.slug), words, enabled=False, wrap=True)
                rows.append(row)
            rows.append(self._row(offer))
        self.query_one("#changes", RowList).show(rows, select=select)
        self._detail()

    def _row(self, offer: "Offer") -> Row:
        body = partial(self._body, offer)
        lead = render.line("× " if offer.refused else "  ", "$text-muted")
        return Row(_key(offer), body, lead, spread=partial(body, wrap=True))

    @property
    def _offer(self) -> "Offer | None":
        """The proposal under the cursor, or what was refused there."""
        key = self.query_one("#changes", RowList).selected
        return next((offer for offer in self._offers if _key(offer) == key), None)

    def _body(self, offer: "Offer", width: int, *, wrap: bool = False) -> Content:
        """Where it may belong, for a part its sentences, and how alike they are."""
        proposal, ref = offer.proposal, offer.proposal.older
        what = f"{self._names[ref.meeting]} {ref.label} {ref.title}" if ref else ""
        if proposal.topic and not ref:
            what = say("tui.offers.topic", topic=self._topics.title(proposal.topic))
        numbers = render_evidence(proposal.sentences).strip("[]")
        alike = say("tui.offers.percent", percent=round(100 * proposal.score))
        facts = [numbers, say("tui.offers.refused") if offer.refused else alike]
        style = "$text-muted" if offer.refused else "bold" if proposal.selected else ""
        aside = render.line(" · ".join(filter(None, facts)), "$text-muted")
        return render.columns(width, render.line(what, style), aside, wrap=wrap)

    @on(RowList.Moved, "#changes")
    def _detail(self) -> None:
        offer = self._offer
        parts: list[Content] = []
        if offer is not None:
            parts += [render.join("· ", reason) for reason in offer.proposal.reasons]
            ref = offer.proposal.older
            sides = [("now", offer.entry.label, offer.proposal.sentences, offer.newer)]
            if ref is not None:
                place = f"{self._names[ref.meeting]} {ref.label}"
                sides.append(("was", place, offer.proposal.older_sentences, offer.older))
            for word, place, numbers, texts in sides:
                marks = f"{place} {render_evidence(numbers).strip('[]')}".strip()
                parts += [Content(""), render.label(f"tui.offers.{word}", "bold", place=marks)]
                parts += [render.line(text) for text in texts]
        self.query_one("#detail", Prose).show(render.lines(parts))
        self.refresh_keys()

    # Commands

    def why_not(self, name: str) -> str:
        """Most commands need a proposal."""
        offer = self._offer
        if name in ("open", "link", "refuse") and offer is None:
            return say("tui.offers.none_here")
        if name == "link" and offer and offer.refused:
            return say("tui.compare.refused")
        return ""

    def label_now(self, name: str) -> str:
        """A refusal is taken back by the same key."""
        offer = self._offer
        taken_back = name == "refuse" and offer and offer.refused
        return say("tui.compare.take_back") if taken_back else ""

    @on(RowList.Chosen, "#changes")
    def do_open(self) -> None:
        """Open the item, at the sentence that it is about."""
        from workflow.tui.screens.item import ItemScreen

        offer = self._offer
        if offer is not None:
            sentence = offer.proposal.sentences[0] if offer.proposal.sentences else 0
            self.app.push_screen(ItemScreen(self._meeting, offer.entry.slug, sentence=sentence))

    def do_link(self) -> None:
        """Confirm the proposal; a topic that is new gets a name."""
        offer, desk, meeting = self._offer, self.app.desk, self._meeting
        assert offer is not None
        if offer.proposal.topic:
            self._save(lambda: comparing.agree(desk, meeting, offer))
            return

        def named(words: str | None) -> None:
            if words and words.strip():
                self._save(lambda: comparing.agree(desk, meeting, offer, words))

        ref = offer.proposal.older
        name = offer.proposal.title or (ref.title if ref else offer.entry.title)
        title, words = say("tui.offers.link_title"), say("tui.offers.link_words")
        self.app.push_screen(Prompt(title, words, name), named)

    def do_refuse(self) -> None:
        """Record that these do not belong together, or take that back."""
        offer, desk, meeting = self._offer, self.app.desk, self._meeting
        assert offer is not None
        answer = comparing.allow if offer.refused else comparing.disagree
        self._save(lambda: answer(desk, meeting, offer), stay=True)

    def _save(self, save: Callable[[], str], *, stay: bool = False) -> None:
        """Save an answer and show what is proposed then; to `stay` is to follow what it was about.

        The same key takes a refusal back, so that it must not find another proposal there.
        """

        def saved() -> None:
            self._answered = stay
            self.load()

        save_topics(self, save, saved)

    def do_meeting(self) -> None:
        """The proposals of another meeting."""
        workspace = self.app.desk.workspace

        def chosen(meeting: object) -> None:
            if isinstance(meeting, str):
                self._meeting = meeting
                self.load()

        def show(meetings: Sequence[Meeting]) -> None:
            newest = sorted(meetings, key=lambda each: each.days, reverse=True)
            choices = [Choice(each.id, each.name, each.council) for each in newest]
            picker = Picker(say("tui.offers.meeting"), choices, select=self._meeting)
            self.app.push_screen(picker, chosen)

        self.app.jobs.start(self, lambda _: workspace.meetings(), group="meetings", then=show)


def _itself(offer: "Offer") -> tuple[object, ...]:
    """What tells a proposal from the others, whatever its number."""
    found = offer.proposal
    return (offer.refused, offer.entry.slug, found.topic, found.older,
            found.sentences, found.older_sentences)  # fmt: skip


def _key(offer: "Offer") -> tuple[object, ...]:
    if offer.refused:
        return ("refused", *offer.refused)
    return ("offer", offer.entry.slug, offer.place)
