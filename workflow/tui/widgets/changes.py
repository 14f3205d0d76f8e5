"""How topics and changes of position are drawn: rows, and the detail beside them."""

from collections import Counter
from collections.abc import Iterable
from functools import partial

from textual.content import Content

from workflow.comparison.filters import is_move
from workflow.comparison.model import (
    SIGNS,
    Comparison,
    ItemRef,
    PositionChange,
    Stand,
    TopicComparison,
)
from workflow.comparison.phrases import change_actor, reasons_in_words, topic_state
from workflow.languages import say
from workflow.summaries.itemfile import render_evidence
from workflow.tui import render
from workflow.tui.widgets.diff import inline
from workflow.tui.widgets.positions import stance_word
from workflow.tui.widgets.row import Row

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

NAME = 14
"""Characters of a name that are enough to know it by."""
SENTENCE_STYLES = {"gone": "$text-error", "added": "$text-success", "moved": "$text-accent"}
"""A hint on top of the word for what became of a sentence."""


def oddness(comparison: Comparison) -> str:
    """That two meetings stand in the wrong order, or are of two councils; else empty."""
    older, newer = comparison.older, comparison.newer
    words = [
        say("tui.compare.backwards") if older.days > newer.days else "",
        say("tui.compare.councils") if older.body != newer.body else "",
    ]
    return " · ".join(filter(None, words))


def basis(topics: Iterable[TopicComparison]) -> str:
    """That what is compared was not, or not all, confirmed by staff; empty where it was."""
    listed = tuple(topics)
    if all(topic.source != "suggestion" for topic in listed):
        return ""
    stands = (s for t in listed for c in t.changes for s in (c.older, c.newer) if s)
    partly = any(stand.source == "summary" for stand in stands)
    return say(f"tui.compare.{'partly' if partly else 'wholly'}_suggested")


def filtered(filters: str, basis: str) -> Content:
    """Which filters are on, and on what the comparison rests."""
    gap = "  " if filters and basis else ""
    return render.join((filters, "$text-accent"), gap, (basis, "$text-warning"))


def topic_row(topic: TopicComparison) -> Row:
    """A topic with how many of its actors moved, those who turned round first."""
    turned = 0
    if topic.lacking:
        facts = say(f"tui.compare.not_{topic.lacking}")
    elif topic.discussed == "older" and not topic.versions:
        facts = say("tui.compare.gone")
    elif topic.discussed == "newer" and not topic.versions:
        facts = say("tui.compare.first_time")
    else:
        rewritten = sum(each.kind != "kept" for each in topic.sentences)
        moved = sum(map(is_move, topic.changes)) + rewritten
        only_words = topic.changes and not moved
        facts = _stayed(topic) if only_words else say("tui.compare.moved", n=moved)
        turned = sum(change.kind == "reversed" for change in topic.changes)
    mark = "?" if topic.link == "suggested" else " "
    first = f"{turned} {SIGNS['reversed']} " if turned else ""
    body = partial(_topic_body, topic.title, (first, facts))
    lead = render.line(mark, "$text-warning")
    return Row(("topic", topic.topic), body, lead, spread=partial(body, wrap=True))


def _stayed(topic: TopicComparison) -> str:
    """How many positions only have other words, and how many the same ones: `2 ~ 1 =`."""
    kinds = Counter(change.kind for change in topic.changes)
    return " ".join(f"{kinds[kind]} {SIGNS[kind]}" for kind in SIGNS if kinds[kind])


def _topic_body(title: str, facts: tuple[str, str], width: int, *, wrap: bool = False) -> Content:
    turned, others = facts
    shown = render.join((turned, KIND_STYLES["reversed"]), (others, "$text-muted"))
    return render.columns(width, render.line(title), shown, gap=1, wrap=wrap)


def change_row(topic: TopicComparison, place: int, change: PositionChange) -> Row:
    """An actor with what became of what it said."""
    word = say(f"common.change.{change.kind}")
    words = [word]
    if change.style:
        words = [word + say("tui.compare.maybe_style"), say("tui.compare.style")]
    style = KIND_STYLES.get(change.kind, "$text-muted")
    body = partial(_change_body, change_actor(change), words, style)
    lead = render.line(f"{SIGNS[change.kind]} ", style)
    spread = partial(body, wrap=True)
    return Row(("change", topic.topic, place), body, lead, spread=spread)


def _change_body(
    name: str, words: list[str], style: str, width: int, *, wrap: bool = False
) -> Content:
    """Name and kind; of the words for the kind the first that leaves the name some room."""
    room = width - min(len(name), NAME) - 1
    word = next((each for each in words if len(each) <= room), words[-1])
    return render.columns(width, render.line(name), render.line(word, style), gap=1, wrap=wrap)


def topic_detail(comparison: Comparison, topic: TopicComparison) -> Content:
    """Where the topic was discussed, why the items are linked, and what became of the summary."""
    parts = [render.line(topic.title, "bold"), Content("")]
    parts += [_place(comparison, ref) for ref in (*topic.older, *topic.newer)]
    linked = topic.link == "suggested"
    parts += [
        Content(""),
        render.line(topic_state(topic), "$text-warning" if linked else "$text-muted"),
    ]
    if linked:
        parts.append(render.label("tui.compare.link_suggested", "$text-muted"))
    if not topic.versions:
        parts += [render.join("  · ", reason) for reason in topic.reasons]
    if topic.source == "suggestion" and topic.changes:
        parts += [Content(""), render.label("tui.compare.from_suggestions", "$text-warning")]
    for each in topic.sentences:
        if each.kind != "kept":
            word = say(f"comparison.sentence.{each.kind}")
            parts += [Content(""), render.line(word, SENTENCE_STYLES.get(each.kind, "bold"))]
            parts.append(inline(each.words))
    return render.lines(parts)


def change_detail(
    comparison: Comparison, topic: TopicComparison, change: PositionChange
) -> Content:
    """Both statements with stance and evidence, the differing words marked, and the reasons."""
    word = say(f"common.change.{change.kind}")
    parts = [
        render.join(
            (f"{SIGNS[change.kind]} {word}", KIND_STYLES.get(change.kind, "bold")),
            (say("tui.compare.maybe_style") if change.style else "", "$text-muted"),
            "  ",
            (change_actor(change), "bold"),
        ),
        Content(""),
    ]
    together = change.kind != "unchanged" and change.is_one_text
    for stand, refs, side in (
        (change.older, topic.older, comparison.older_name),
        (change.newer, topic.newer, comparison.newer_name),
    ):
        if stand is not None:
            parts += _stand(side, stand, refs, with_text=not together)
    if together:
        parts += [
            render.label("tui.compare.words", "$text-muted"),
            inline(change.words),
            Content(""),
        ]
    parts += [render.line(f"· {reason}", "$text-muted") for reason in reasons_in_words(change)]
    if topic.source == "suggestion":
        parts += [Content(""), render.label("tui.compare.from_suggestions", "$text-warning")]
    return render.lines(parts)


def _stand(side: str, stand: Stand, refs: tuple[ItemRef, ...], *, with_text: bool) -> list[Content]:
    ref = next((r for r in refs if r.slug == stand.slug), refs[0] if refs else None)
    evidence = render_evidence(stand.evidence).strip("[]")
    where = f"{side}, {ref.label}" if ref else ""
    head = render.join(
        (" ".join(filter(None, (where, evidence))) + "  ", "$text-muted"),
        (stance_word(stand.stance), "bold"),
    )
    text = [render.block(stand.text)] if with_text else []
    return [head, *text, Content("")]


def _place(comparison: Comparison, ref: ItemRef) -> Content:
    meeting = comparison.newer if ref.meeting == comparison.newer.id else comparison.older
    return render.join((f"{meeting.name}  ", "$text-muted"), (f"{ref.label} ", "bold"), ref.title)
