"""Who moved: two meetings beside one another, per topic and actor."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from workflow.comparison.model import (
    SIGNS,
    Comparison,
    ItemRef,
    PositionChange,
    Stand,
    TopicComparison,
)
from workflow.languages import current, say
from workflow.positions.actors import actor_name
from workflow.summaries.itemfile import render_evidence
from workflow.tui import render
from workflow.tui.clipboard import copy
from workflow.tui.commands import bindings
from workflow.tui.screens.base import DeskScreen
from workflow.tui.screens.dialogs import Choice, Picker, Prompt
from workflow.tui.widgets.diff import inline
from workflow.tui.widgets.positions import stance_word
from workflow.tui.widgets.prose import Prose
from workflow.tui.widgets.rows import Row, RowList

KIND_STYLES = {
    "reversed": "bold $text-error",
    "firmer": "$text-accent",
    "softer": "$text-accent",
    "broader": "$text-primary",
    "narrower": "$text-primary",
    "new": "$text-success",
    "dropped": "$text-warning",
}
"""A hint on top of sign and word."""


class CompareScreen(DeskScreen):
    """Rows are keyed by ("topic", id) and ("change", topic, place)."""

    CONTEXT = "compare"
    BINDINGS = bindings("compare")

    def __init__(self, older: str, newer: str, slug: str = "") -> None:
        super().__init__()
        self._meetings = (older, newer)
        self._slug = slug
        self._comparison: Comparison | None = None
        self._moved_only = False
        self._hide_style = False

    def compose_body(self) -> ComposeResult:
        """Topics and changes, and the words of the one selected."""
        with Horizontal(id="compare"):
            yield RowList(id="changes", empty=render.label("tui.compare.nothing", "$text-muted"))
            yield Prose(id="detail")

    def on_mount(self) -> None:
        """Compare."""
        self.title_bar(say("tui.compare.title"))
        self.query_one("#changes").focus()
        self.load()

    def load(self) -> None:
        """Compare the two meetings."""
        desk, meetings = self.app.desk, self._meetings
        self.app.jobs.start(
            self,
            lambda _: desk.compare(*meetings),
            group="compare",
            description=say("tui.compare.working"),
            then=self._take,
            failed=self._failed,
        )

    def _failed(self, error: Exception) -> None:
        app = self.app
        self.dismiss(None)
        app.call_later(app.show_error, error)

    def _take(self, comparison: Comparison) -> None:
        first = self._comparison is None
        self._comparison = comparison
        self.title_bar(
            render.join(
                (say("tui.compare.title") + "  ", "bold"),
                f"{comparison.older.name} → {comparison.newer.name}",
            )
        )
        key = None
        if first and self._slug:
            topic = next(
                (t for t in comparison.topics if any(ref.slug == self._slug for ref in t.newer)),
                None,
            )
            key = ("topic", topic.topic) if topic else None
        self._show(key)

    # Showing

    def speak(self) -> None:
        """Show everything anew in the language of now."""
        self._show()

    def _visible(self, change: PositionChange) -> bool:
        if self._hide_style and change.style:
            return False
        return not (self._moved_only and change.kind in ("unchanged", "reworded"))

    def _show(self, select: object = None) -> None:
        if self._comparison is None:
            return
        rows: list[Row] = []
        for topic in self._comparison.topics:
            rows.append(self._topic_row(topic))
            rows += [
                self._change_row(topic, place, change)
                for place, change in enumerate(topic.changes)
                if topic.discussed == "both" and self._visible(change)
            ]
        self.query_one("#changes", RowList).show(rows, select=select)
        words = [
            say("tui.compare.moved_only") if self._moved_only else "",
            say("tui.compare.without_style") if self._hide_style else "",
        ]
        self.aside(render.line(" · ".join(word for word in words if word), "$text-accent"))
        self._detail()

    def _topic_row(self, topic: TopicComparison) -> Row:
        moved = sum(c.kind not in ("unchanged", "reworded") for c in topic.changes)
        if topic.discussed == "older":
            facts = say("tui.compare.gone")
        elif topic.discussed == "newer":
            facts = say("tui.compare.first_time")
        else:
            facts = say("tui.compare.moved", n=moved)
            if topic.link == "suggested":
                facts = say("tui.compare.suggested") + " · " + facts

        def body(width: int) -> Content:
            return render.columns(
                width, render.line(topic.title, "bold"), render.line(facts, "$text-muted")
            )

        return Row(("topic", topic.topic), body)

    def _change_row(self, topic: TopicComparison, place: int, change: PositionChange) -> Row:
        language = self._comparison.newer.language if self._comparison else current()
        word = say(f"common.change.{change.kind}")
        if change.style:
            word += say("tui.compare.maybe_style")
        style = KIND_STYLES.get(change.kind, "$text-muted")
        name = _names(change, language)

        def body(width: int) -> Content:
            return render.columns(width, render.line(name), render.line(word, style))

        return Row(
            ("change", topic.topic, place), body, render.line(f"  {SIGNS[change.kind]} ", style)
        )

    @property
    def _selection(self) -> tuple[TopicComparison | None, PositionChange | None]:
        key = self.query_one("#changes", RowList).selected
        if self._comparison is None or not isinstance(key, tuple):
            return None, None
        topic = next((t for t in self._comparison.topics if t.topic == key[1]), None)
        if topic is not None and key[0] == "change":
            return topic, topic.changes[int(key[2])]
        return topic, None

    @on(RowList.Moved, "#changes")
    def _detail(self) -> None:
        topic, change = self._selection
        if topic is None:
            return
        content = self._change_detail(topic, change) if change else self._topic_detail(topic)
        self.query_one("#detail", Prose).show(content)
        self.refresh_keys()

    def _place(self, ref: ItemRef) -> Content:
        assert self._comparison is not None
        meeting = self._comparison.older
        if ref.meeting == self._comparison.newer.id:
            meeting = self._comparison.newer
        return render.join(
            (f"{meeting.name}  ", "$text-muted"), (f"{ref.label} ", "bold"), ref.title
        )

    def _topic_detail(self, topic: TopicComparison) -> Content:
        parts = [render.line(topic.title, "bold"), Content("")]
        parts += [self._place(ref) for ref in (*topic.older, *topic.newer)]
        parts.append(Content(""))
        parts.append(
            render.label(
                f"tui.compare.link_{topic.link}",
                "$text-warning" if topic.link == "suggested" else "$text-muted",
            )
        )
        parts += [render.join("  · ", reason) for reason in topic.reasons]
        if topic.source == "suggestion" and topic.discussed == "both":
            parts += [Content(""), render.label("tui.compare.from_suggestions", "$text-warning")]
        return render.lines(parts)

    def _change_detail(self, topic: TopicComparison, change: PositionChange) -> Content:
        language = self._comparison.newer.language if self._comparison else current()
        word = say(f"common.change.{change.kind}")
        parts = [
            render.join(
                (f"{SIGNS[change.kind]} {word}", KIND_STYLES.get(change.kind, "bold")),
                "  ",
                (_names(change, language), "bold"),
            ),
            Content(""),
        ]
        for stand, refs in ((change.older, topic.older), (change.newer, topic.newer)):
            if stand is not None:
                parts += [*self._stand(stand, refs), Content("")]
        if change.older and change.newer and change.words:
            parts += [render.label("tui.compare.words", "$text-muted"), inline(change.words)]
        if change.silent:
            parts.append(render.label("tui.compare.silent", "$text-muted"))
        return render.lines(parts)

    def _stand(self, stand: Stand, refs: tuple[ItemRef, ...]) -> list[Content]:
        ref = next((r for r in refs if r.slug == stand.slug), refs[0] if refs else None)
        head = self._place(ref) if ref else Content("")
        evidence = render_evidence(stand.evidence).strip("[]")
        stance = render.join(
            ("  " + stance_word(stand.stance), "bold"), (f"  {evidence}", "$text-muted")
        )
        return [head + stance, render.block(stand.text)]

    # Commands

    def why_not(self, name: str) -> str:
        """Some commands need a topic that both meetings discussed."""
        topic, _ = self._selection
        if name == "open" and topic is None:
            return say("tui.compare.working")
        if name == "link" and (topic is None or topic.link != "suggested"):
            return say("tui.compare.nothing_to_link")
        return ""

    @on(RowList.Chosen, "#changes")
    def do_open(self) -> None:
        """Go to the item."""
        from workflow.tui.screens.item import ItemScreen

        topic, change = self._selection
        if topic is None:
            return
        refs = topic.newer or topic.older
        slug = change.newer.slug if change and change.newer else ""
        ref = next((r for r in refs if r.slug == slug), refs[0])
        self.app.push_screen(ItemScreen(ref.meeting, ref.slug))

    def do_link(self) -> None:
        """Confirm that the items are about the same topic, and give it a name."""
        topic, _ = self._selection
        if topic is None:
            return
        found, desk = topic, self.app.desk

        def named(words: str | None) -> None:
            from workflow.text import slug

            if not words or not words.strip():
                return
            name = slug(words)

            def linked(_: object) -> None:
                self.tell(say("tui.compare.linked", topic=name))
                self._slug = found.newer[0].slug
                self._comparison = None
                self.load()

            self.app.jobs.start(
                self,
                lambda _: desk.confirm_link(found, name, words.strip()),
                group="link",
                description=say("tui.item.saving"),
                git=True,
                writes=True,
                then=linked,
            )

        self.app.push_screen(
            Prompt(say("tui.compare.link_title"), say("tui.compare.link_words"), topic.title[:60]),
            named,
        )

    def do_style(self) -> None:
        """Show or hide what may be only another way of saying the same."""
        self._hide_style = not self._hide_style
        self._show()

    def do_moved(self) -> None:
        """Show only who moved, or everything."""
        self._moved_only = not self._moved_only
        self._show()

    def do_older(self) -> None:
        """Choose the meeting to compare with."""
        newer = self._meetings[1]
        choices = [
            Choice(meeting.id, meeting.name, meeting.council)
            for meeting in self.app.desk.workspace.meetings()
            if meeting.id != newer
        ]

        def chosen(meeting: object) -> None:
            if isinstance(meeting, str):
                self._meetings = (meeting, newer)
                self._comparison = None
                self.load()

        self.app.push_screen(
            Picker(say("tui.compare.older"), choices, select=self._meetings[0]), chosen
        )

    def do_copy(self) -> None:
        """Copy what the detail says."""
        topic, change = self._selection
        if topic is not None:
            content = self._change_detail(topic, change) if change else self._topic_detail(topic)
            copy(self.app, content.plain)


def _names(change: PositionChange, language: str) -> str:
    """Who spoke; for a group, what it was and what it has become."""
    older = actor_name(change.older.actor, language) if change.older else ""
    newer = actor_name(change.newer.actor, language) if change.newer else ""
    return f"{older} → {newer}" if older and newer and older != newer else newer or older
