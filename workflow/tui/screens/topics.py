"""The topics that return over meetings: what belongs to them, and how people call them."""

from collections.abc import Callable
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from workflow.comparison.managing import KeptTopic, Use, sentence_numbers
from workflow.languages import say
from workflow.tui import comparing, render
from workflow.tui.commands import bindings
from workflow.tui.screens.base import DeskScreen
from workflow.tui.screens.dialogs import Choice, Picker, Prompt
from workflow.tui.screens.writing import save_topics
from workflow.tui.widgets.prose import Prose
from workflow.tui.widgets.row import Row
from workflow.tui.widgets.rows import RowList


class TopicsScreen(DeskScreen):
    """Rows are keyed by ("topic", id) and ("item", topic, meeting, slug)."""

    CONTEXT = "topics"
    BINDINGS = bindings("topics")

    def __init__(self, meeting: str = "") -> None:
        """`meeting` is the one whose proposals are asked for first; empty for the last one."""
        super().__init__()
        self._meeting = meeting
        self._topics: tuple[KeptTopic, ...] = ()
        self._is_read = False
        self._select: object = None
        """The row that the cursor goes to next."""

    def compose_body(self) -> ComposeResult:
        """Topics with their items, and the one selected."""
        with Horizontal(id="compare"):
            yield RowList(id="changes", empty=render.label("tui.topics.working", "$text-muted"))
            yield Prose(id="detail")

    def on_mount(self) -> None:
        """Read the topics."""
        self.title_bar(say("tui.topics.title"))
        self.query_one("#changes").focus()
        self.load()

    def load(self) -> None:
        """Read the topics and what belongs to them."""
        desk = self.app.desk
        self.app.jobs.start(
            self,
            lambda _: comparing.topics(desk),
            group="topics_list",
            description=say("tui.topics.working"),
            then=self._take,
        )

    def _take(self, topics: tuple[KeptTopic, ...]) -> None:
        self._topics, self._is_read = topics, True
        empty = render.label("tui.topics.nothing", "$text-muted")
        self.query_one("#changes", RowList).say_empty(empty)
        self.speak()

    def speak(self) -> None:
        """Show everything anew in the language of now."""
        self.title_bar(say("tui.topics.title"))
        rows = []
        for kept in self._topics:
            body = partial(_topic_body, kept)
            rows.append(Row(("topic", kept.topic.id), body, spread=partial(body, wrap=True)))
            for use in kept.uses:
                key = ("item", kept.topic.id, use.meeting.id, use.entry.slug)
                body = partial(_use_body, use)
                rows.append(Row(key, body, Content("    "), spread=partial(body, wrap=True)))
        select, self._select = self._select, None
        self.query_one("#changes", RowList).show(rows, select=select)
        self._detail()

    @property
    def _kept(self) -> KeptTopic | None:
        """The topic under the cursor, or of the item under it."""
        key = self.query_one("#changes", RowList).selected
        if not isinstance(key, tuple):
            return None
        return next((kept for kept in self._topics if kept.topic.id == key[1]), None)

    @property
    def _use(self) -> Use | None:
        """The item under the cursor."""
        key, kept = self.query_one("#changes", RowList).selected, self._kept
        if kept is None or not isinstance(key, tuple) or key[0] != "item":
            return None
        return next((u for u in kept.uses if (u.meeting.id, u.entry.slug) == key[2:]), None)

    @on(RowList.Moved, "#changes")
    def _detail(self) -> None:
        kept, use = self._kept, self._use
        parts: list[Content] = []
        if kept is not None:
            dossier = kept.topic.dossier or "–"
            parts += [
                render.line(kept.topic.title, "bold"),
                render.label("tui.topics.id", "$text-muted", id=kept.topic.id),
                render.label("tui.topics.dossier", "$text-muted", dossier=dossier),
                render.label("tui.topics.items", "$text-muted", n=len(kept.uses)),
                Content(""),
            ]
        if use is not None:
            parts.append(render.join((use.meeting.name, "bold")))
            parts.append(render.join((f"{use.entry.label} ", "bold"), use.entry.title))
            part = use.part.rpartition(use.entry.label)[2].strip()
            words = say("tui.topics.part", sentences=part) if part else say("tui.topics.whole")
            parts += [render.line(words, "$text-muted"), Content("")]
        parts.append(render.label("tui.topics.hint", "$text-muted"))
        self.query_one("#detail", Prose).show(render.lines(parts))
        self.refresh_keys()

    # Commands

    def why_not(self, name: str) -> str:
        """Some commands need a topic, others one of its items."""
        if name in ("title", "dossier", "merge", "timeline", "open") and self._kept is None:
            return say(f"tui.topics.{'nothing' if self._is_read else 'working'}")
        if name in ("move", "part", "take_out") and self._use is None:
            return say("tui.topics.no_item")
        return ""

    @on(RowList.Chosen, "#changes")
    def do_open(self) -> None:
        """Open the item, or the topic over all meetings."""
        from workflow.tui.screens.item import ItemScreen

        use = self._use
        if use is None:
            self.do_timeline()
        else:
            self.app.push_screen(ItemScreen(use.meeting.id, use.entry.slug))

    def do_timeline(self) -> None:
        """The topic over all meetings."""
        from workflow.tui.screens.timeline import TimelineScreen

        kept = self._kept
        assert kept is not None
        self.app.push_screen(TimelineScreen(kept.topic.id))

    def _save(self, save: Callable[[], str], select: object = None) -> None:
        """Save a change; then the cursor goes to the row `select`, or stays where it is."""

        def saved() -> None:
            self._select = select
            self.load()

        save_topics(self, save, saved)

    def do_title(self) -> None:
        """Call the topic something else."""
        kept, desk = self._kept, self.app.desk
        assert kept is not None
        topic = kept.topic

        def typed(words: str | None) -> None:
            if words and words.strip() and words != topic.title:
                self._save(lambda: comparing.retitle(desk, topic.id, words))

        prompt = Prompt(say("tui.topics.title_title"), say("tui.topics.title_words"), topic.title)
        self.app.push_screen(prompt, typed)

    def do_dossier(self) -> None:
        """Give the topic its dossier number, or take it away."""
        kept, desk = self._kept, self.app.desk
        assert kept is not None
        topic = kept.topic

        def typed(words: str | None) -> None:
            if words is not None and words.strip() != topic.dossier:
                self._save(lambda: comparing.retitle(desk, topic.id, "", words))

        words = say("tui.topics.dossier_words")
        self.app.push_screen(Prompt(say("tui.topics.dossier_title"), words, topic.dossier), typed)

    def _choose(self, title: str, besides: str, then: Callable[[str], None]) -> None:
        """Ask for another topic, known or new."""
        choices = [
            Choice(kept.topic.id, kept.topic.title, kept.topic.id)
            for kept in self._topics
            if kept.topic.id != besides
        ]

        def chosen(topic: object) -> None:
            if isinstance(topic, str):
                then(topic)

        def new(words: str) -> Choice:
            return Choice(words.strip(), say("tui.topics.new", title=words.strip()))

        self.app.push_screen(Picker(title, choices, free=new), chosen)

    def do_merge(self) -> None:
        """Join the whole topic with another one."""
        kept, desk = self._kept, self.app.desk
        assert kept is not None
        old = kept.topic.id
        self._choose(
            say("tui.topics.merge", topic=kept.topic.title),
            old,
            lambda into: self._save(lambda: comparing.move(desk, old, into), ("topic", into)),
        )

    def do_move(self) -> None:
        """Take the item apart from the topic, into another one."""
        kept, use, desk = self._kept, self._use, self.app.desk
        assert kept is not None
        assert use is not None
        old, places = kept.topic.id, [(use.meeting.id, use.entry.slug)]
        self._choose(
            say("tui.topics.move", item=use.entry.title),
            old,
            lambda into: self._save(
                lambda: comparing.move(desk, old, into, places), ("item", into, *places[0])
            ),
        )

    def do_part(self) -> None:
        """Say which sentences of the item belong to the topic."""
        kept, use, desk = self._kept, self._use, self.app.desk
        assert kept is not None
        assert use is not None
        topic, found = kept.topic.id, use

        def typed(words: str | None) -> None:
            if words is not None:
                self._save(lambda: comparing.place(desk, found, topic, words))

        present = use.place.rpartition(use.entry.label)[2].strip()
        words = say("tui.topics.part_words")
        check = partial(sentence_numbers, entry=found.entry)
        self.app.push_screen(Prompt(say("tui.topics.part_title"), words, present, check), typed)

    def do_offers(self) -> None:
        """What items of a meeting, or parts of them, may belong to."""
        from workflow.tui.screens.offers import OffersScreen

        def back(_: object) -> None:
            self.tell("")
            self.load()

        names = self.app.desk.workspace.meeting_ids()
        if names:
            self.app.push_screen(OffersScreen(self._meeting or max(names)), back)

    def do_take_out(self) -> None:
        """Take the item out of the topic."""
        kept, use, desk = self._kept, self._use, self.app.desk
        assert kept is not None
        assert use is not None
        topic, found = kept.topic.id, use
        self._save(lambda: comparing.take_out(desk, found, topic))


def _topic_body(kept: KeptTopic, width: int, *, wrap: bool = False) -> Content:
    facts = " · ".join(filter(None, (kept.topic.dossier, str(len(kept.uses)))))
    aside = render.line(facts, "$text-muted")
    return render.columns(width, render.line(kept.topic.title, "bold"), aside, wrap=wrap)


def _use_body(use: Use, width: int, *, wrap: bool = False) -> Content:
    place = render.line(f"{use.meeting.name} {use.part}", "$text-muted")
    return render.columns(width, render.line(use.entry.title), place, wrap=wrap)
