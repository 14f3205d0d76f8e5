"""Who moved: two meetings beside one another, per topic and actor."""

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from workflow.comparison.ascsv import to_csv
from workflow.comparison.model import Comparison, PositionChange, Stand, TopicComparison
from workflow.languages import say
from workflow.summaries.topics import item_key, part_key
from workflow.tui import comparing, render
from workflow.tui.clipboard import copy
from workflow.tui.commands import bindings
from workflow.tui.screens.answering import AnsweringPart
from workflow.tui.screens.since import pick_since
from workflow.tui.screens.writing import write_csv
from workflow.tui.widgets import changes as draw
from workflow.tui.widgets.prose import Prose
from workflow.tui.widgets.row import Row
from workflow.tui.widgets.rows import RowList

_ABOUT_TOPIC = ("open", "earlier", "history", "link", "refuse", "timeline", "copy")
"""Commands that need a topic."""
EVERYTHING = ("topic", "")
"""Key of the row that shows the changes of all topics."""


class CompareScreen(AnsweringPart):
    """Topics, the changes of the one selected, and both texts.

    `older` is the id of a meeting, one of the standard moments (`meeting`, `approved`, `sent`),
    or empty to ask. Rows are keyed by ("topic", id) and ("change", topic, place).
    """

    CONTEXT = "compare"
    BINDINGS = bindings("compare")

    def __init__(self, older: str, newer: str, slug: str = "") -> None:
        super().__init__()
        self._meetings = (older, newer)
        self._slug = slug
        self._comparison: Comparison | None = None

    def compose_body(self) -> ComposeResult:
        """Topics, changes and the words of the one selected."""
        with Horizontal(id="compare", classes="-three"):
            yield RowList(id="topics", empty=render.label("tui.compare.working", "$text-muted"))
            yield RowList(id="changes")
            yield Prose(id="detail")

    def on_mount(self) -> None:
        """Compare, or ask with what."""
        self.title_bar(say("tui.compare.title"))
        self.query_one("#topics").focus()
        if self._meetings[0]:
            self.load()
        else:
            self.do_older()

    def load(self, older: str = "") -> None:
        """Compare the two meetings, or the newer one with another older one."""
        desk, meetings = self.app.desk, (older or self._meetings[0], self._meetings[1])

        def take(comparison: Comparison) -> None:
            self._anew = self._anew or meetings != self._meetings
            self._meetings = meetings
            self._take(comparison)

        self.app.jobs.start(
            self,
            lambda _: comparing.compare(desk, *meetings),
            group="compare",
            description=say("tui.compare.working"),
            git=meetings[0] in ("approved", "sent"),
            then=take,
            failed=self._failed,
        )

    def _failed(self, error: Exception) -> None:
        app = self.app
        if self._whole is None:
            self.dismiss(None)
        app.call_later(app.show_error, error)

    def _take(self, comparison: Comparison) -> None:
        self._whole = comparison
        self._entitle()
        topics = comparison.topics
        wanted = [t for t in topics if any(ref.slug == self._slug for ref in t.newer)]
        # Of the parts of one item the one that was refused just now.
        wanted.sort(key=lambda each: self._refusal_of(each) is None)
        moved = [t for t in topics if t.discussed == "both" and t.changes]
        first = next(iter(wanted or moved or topics), None)
        self._slug = ""
        self._show(("topic", first.topic) if first and self._anew else None)
        self._anew = False

    # Showing

    def _entitle(self) -> None:
        if found := self._whole:
            newer = say("tui.compare.now") if found.versions else found.newer_name
            names = f"{found.older_name} → {newer}"
            self.title_bar(render.join((say("tui.compare.title") + "  ", "bold"), names))

    def speak(self) -> None:
        """Show everything anew in the language of now."""
        self._entitle()
        self._show()
        self.refresh_keys()

    def _show(self, select: object = None) -> None:
        if self._whole is None:
            return
        self._comparison = self._narrowed(self._whole)
        topics = self._comparison.topics
        if self._is_narrow:
            topics = tuple(each for each in topics if self._shown(each) or self._stays(each))
        rows = [draw.topic_row(topic) for topic in topics]
        self._say_empty()
        if rows:
            number = sum(len(self._shown(topic)) for topic in topics)
            words = say("tui.compare.everything", n=number)
            rows.insert(0, Row(EVERYTHING, render.line(words, "bold"), Content(" ")))
        self.query_one("#topics", RowList).show(rows, select=select)
        self._aside()
        self._topic_moved()

    def _say_empty(self) -> None:
        """What stands in a pane without rows: why there is nothing."""
        nothing, changes = say("tui.compare.nothing"), say("tui.compare.no_changes")
        if self._is_narrow and self._whole and self._whole.topics:
            nothing = say("tui.compare.none_fit", filter=self._filter_words())
            changes = ""
        for pane, words in (("#topics", nothing), ("#changes", changes)):
            self.query_one(pane, RowList).say_empty(render.block(words, "$text-muted"))

    def _aside(self) -> None:
        """Say which filters are on, what is compared oddly, and where nobody wrote a summary."""
        topics = filter(self._shown, self._whole.topics if self._whole else ())
        odd = draw.oddness(self._whole) if self._whole else ""
        words = " · ".join(filter(None, (self._filter_words(), odd)))
        self.aside(draw.filtered(words, draw.basis(topics)))

    @property
    def _topic(self) -> TopicComparison | None:
        """The topic under the cursor, or that of the change under the cursor."""
        key = self.query_one("#topics", RowList).selected
        if key == EVERYTHING:
            key = self.query_one("#changes", RowList).selected
        if self._comparison is None or not isinstance(key, tuple):
            return None
        return next((t for t in self._comparison.topics if t.topic == key[1]), None)

    @property
    def _change(self) -> PositionChange | None:
        """The change under the cursor."""
        key = self.query_one("#changes", RowList).selected
        topic = self._topic
        if topic is None or not isinstance(key, tuple) or key[1] != topic.topic:
            return None
        return topic.changes[int(key[2])]

    @property
    def _seen_change(self) -> PositionChange | None:
        """The change that stands on the right."""
        return self._change if self._looks_at_change else None

    @property
    def _looks_at_change(self) -> bool:
        """Whether the pane of the changes decides what stands on the right."""
        everything = self.query_one("#topics", RowList).selected == EVERYTHING
        # A pane learns that it has the keys later than the screen does.
        return everything or self.focused is not self.query_one("#topics")

    @on(RowList.Moved, "#topics")
    def _topic_moved(self) -> None:
        if self._comparison is None:
            return
        key = self.query_one("#topics", RowList).selected
        rows: list[Row] = []
        for topic in self._comparison.topics:
            # A topic that stands alone shows what was said about it, also where nobody moved.
            changes = self._shown(topic) if key == EVERYTHING else topic.changes
            if key != EVERYTHING and key != ("topic", topic.topic):
                continue
            if key == EVERYTHING and changes:
                heading = render.line(topic.title, "$text-muted")
                rows.append(Row(("heading", topic.topic), heading, enabled=False))
            rows += [draw.change_row(topic, at, each) for at, each in enumerate(changes)]
        self.query_one("#changes", RowList).show(rows)
        self._detail()

    @on(RowList.Moved, "#changes")
    def _detail(self) -> None:
        if self._comparison is None:
            return
        topic, change = self._topic, self._change
        if topic is None:
            content = Content("")
        elif change is not None and self._looks_at_change:
            content = draw.change_detail(self._comparison, topic, change)
        else:
            content = draw.topic_detail(self._comparison, topic)
        self.query_one("#detail", Prose).show(content)
        self.refresh_keys()

    def watch_focused(self) -> None:
        """What stands on the right belongs to the pane that has the keys."""
        super().watch_focused()
        if self.is_mounted and self.focused is not None and self.focused.id != "detail":
            self._detail()

    # Commands

    def why_not(self, name: str) -> str:
        """Some commands need a topic, or one that is not confirmed yet."""
        topic = self._topic
        if name in _ABOUT_TOPIC and topic is None:
            return say("tui.compare.no_topic" if self._comparison else "tui.compare.working")
        if name == "earlier" and not self._has_earlier:
            return say("tui.compare.no_earlier")
        if name == "refuse" and self._refusal is not None:
            return ""
        if name in ("link", "refuse") and (topic is None or topic.link != "suggested"):
            if self._refusal is not None:
                return say("tui.compare.refused")
            return say("tui.compare.nothing_to_link")
        if name in ("csv", "kind", "actor") and self._whole is None:
            return say("tui.compare.working")
        return ""

    @property
    def _has_earlier(self) -> bool:
        """Whether there is an older item, and in it the statement that one looks at."""
        topic, change = self._topic, self._seen_change
        if topic is None or not topic.older or topic.versions:
            return False
        return change is None or change.older is not None

    def hides(self, name: str) -> bool:
        """The way back to the topics is none from the topics."""
        return name == "to_topics" and self.focused is self.query_one("#topics")

    def do_to_topics(self) -> None:
        """Back to the list of topics."""
        self.query_one("#topics").focus()

    def label_now(self, name: str) -> str:
        """Enter goes to the changes first; a refusal is taken back by the same key."""
        if name == "refuse" and self._refusal is not None:
            return say("tui.compare.take_back")
        changes = self.query_one("#changes", RowList).rows
        if name == "open" and changes and self.focused is self.query_one("#topics"):
            return say("tui.compare.to_changes")
        return ""

    @on(RowList.Chosen, "#topics")
    def _into_changes(self) -> None:
        if self.query_one("#changes", RowList).rows:
            self.query_one("#changes").focus()
        else:
            self.do_open()

    @on(RowList.Chosen, "#changes")
    def do_open(self) -> None:
        """Go to the item: to the sentence that a change rests on, to one that is gone as well."""
        if (topic := self._topic) is not None:
            change = self._seen_change
            stand = (change.newer or change.older) if change else None
            self._go(topic, stand)

    def do_earlier(self) -> None:
        """Go to the sentence of the older meeting."""
        change, topic = self._seen_change, self._topic
        assert topic is not None
        self._go(replace(topic, newer=()), change.older if change else None)

    def do_history(self) -> None:
        """Go to the history of the item."""
        from workflow.tui.screens.history import HistoryScreen

        topic = self._topic
        assert topic is not None
        ref = (topic.newer or topic.older)[0]
        self.app.push_screen(HistoryScreen(ref.meeting, ref.slug))

    def _go(self, topic: TopicComparison, stand: Stand | None) -> None:
        """Open the item of a statement at its first source sentence, else the topic's item."""
        from workflow.tui.screens.item import ItemScreen

        refs = (*topic.newer, *topic.older)
        place = (stand.meeting, stand.slug) if stand else None
        ref = next((ref for ref in refs if (ref.meeting, ref.slug) == place), refs[0])
        sentence = stand.evidence[0] if stand and stand.evidence else 0
        self.app.push_screen(ItemScreen(ref.meeting, ref.slug, sentence=sentence))

    def do_older(self) -> None:
        """Choose what to compare with: a standard moment, or any other meeting."""

        def chosen(older: str | None) -> None:
            if older is not None:
                self.load(older)
            elif self._whole is None:
                self.dismiss(None)

        pick_since(self, self._meetings[1], self._meetings[0], chosen)

    def do_timeline(self) -> None:
        """The topic over all meetings."""
        from workflow.tui.screens.timeline import TimelineScreen

        topic = self._topic
        assert topic is not None
        ref = (topic.newer or topic.older)[0]
        name = topic.topic if topic.link == "confirmed" and not topic.versions else ""
        of_item = part_key(item_key(ref.meeting, ref.slug), ref.sentences)
        self.app.push_screen(TimelineScreen(name or of_item))

    def do_camps(self) -> None:
        """Who sides with whom."""
        from workflow.tui.screens.camps import CampsScreen

        self.app.push_screen(CampsScreen())

    def do_topics(self) -> None:
        """The topics and what belongs to them."""
        from workflow.tui.screens.topics import TopicsScreen

        self.app.push_screen(TopicsScreen(self._meetings[1]), lambda _: self.load())

    def do_csv(self) -> None:
        """Write what is shown as a table for a spreadsheet."""
        assert self._comparison is not None
        found = self._comparison
        name = f"{say('tui.compare.file')}-{self._meetings[0]}-{self._meetings[1]}"
        write_csv(self, name, lambda: to_csv(found))

    def do_briefing(self) -> None:
        """Make the briefing of the newer meeting."""
        from workflow.tui.screens.export import ExportScreen

        self.app.push_screen(ExportScreen(self._meetings[1]))

    def do_copy(self) -> None:
        """Copy what the detail says."""
        topic = self._topic
        assert topic is not None
        assert self._comparison is not None
        if self._looks_at_change and (change := self._change) is not None:
            copy(self.app, draw.change_detail(self._comparison, topic, change).plain)
        else:
            copy(self.app, draw.topic_detail(self._comparison, topic).plain)
