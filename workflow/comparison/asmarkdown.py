"""A comparison as Markdown and as plain text for a terminal."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from workflow.comparison.filters import counts
from workflow.comparison.model import SIGNS, Comparison, PositionChange, Stand, TopicComparison
from workflow.comparison.phrases import (
    change_line,
    items_line,
    joined_items,
    reasons_in_words,
    topic_state,
)
from workflow.comparison.words import Change, apart
from workflow.languages import current, labels, say

MARKS = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
"""How words are marked in plain text."""
STRUCK = {"=": "{}", "-": "~~{}~~", "+": "**{}**"}
"""How words are marked in Markdown."""

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#&])")


def escape(text: str) -> str:
    """Text that Markdown shows as it stands."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def marked(words: Sequence[Change], marks: dict[str, str]) -> str:
    """The differences in one text; white space stays outside the marks."""
    done = []
    for sign, text in apart(words) if marks is STRUCK else words:
        bare = text.strip()
        if not bare:
            done.append(text)
            continue
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        shown = escape(bare) if marks is STRUCK else bare
        if sign == ">":
            shown = say("comparison.phrase.moved_here", text=bare)
            shown = f"*{escape(shown)}*" if marks is STRUCK else shown
        done.append(before + marks.get(sign, "{}").format(shown) + after)
    return "".join(done)


def table_markdown(rows: Sequence[Sequence[str]]) -> str:
    """A table, its first row the headings."""
    cells = [[escape(cell) for cell in row] for row in rows]
    lines = ["| " + " | ".join(row) + " |" for row in cells]
    return "\n".join([lines[0], "|" + " --- |" * len(cells[0]), *lines[1:]]) + "\n"


def to_markdown(comparison: Comparison) -> str:
    """The comparison as a Markdown document, in the language of the interface."""
    head = say("comparison.phrase.title", older=comparison.older_name, newer=comparison.newer_name)
    blocks = [f"# {escape(head)}", _summary(comparison)]
    for topic in _told(comparison):
        blocks.append(f"## {escape(topic.title)}")
        blocks.append(f"{escape(items_line(topic))} · {escape(_about(topic))}")
        lines = [f"- {escape(name)}" for name in joined_items(topic)]
        if lines:
            blocks.append("\n".join(lines))
        lines = []
        for change in topic.changes:
            lines.append(f"- **{escape(change_line(change))}**")
            lines += [f"  - {line}" for line in _texts(change, topic, STRUCK)]
            lines += [f"  - *{escape(reason)}*" for reason in reasons_in_words(change)]
        lines += [f"- {line}" for line in _sentences(topic, STRUCK)]
        if lines:
            blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def to_text(comparison: Comparison) -> str:
    """The comparison for a terminal: signs and words, no colour needed."""
    head = say("comparison.phrase.title", older=comparison.older_name, newer=comparison.newer_name)
    lines = [head, _summary(comparison)]
    for topic in _told(comparison):
        lines += ["", f"{items_line(topic)}  {topic.title}", f"  ({_about(topic)})"]
        lines += [f"  {name}" for name in joined_items(topic)]
        for change in topic.changes:
            lines.append(f"  {change_line(change)}")
            if change.kind != "unchanged":
                lines += [f"      {line}" for line in _texts(change, topic, MARKS)]
        lines += [f"  {line}" for line in _sentences(topic, MARKS)]
    return "\n".join(lines) + "\n"


def _told(comparison: Comparison) -> list[TopicComparison]:
    """The topics; of two versions of one item only what differs, since all else is one text."""
    found = []
    for topic in comparison.topics:
        if topic.versions:
            changes = tuple(each for each in topic.changes if each.kind != "unchanged")
            topic = replace(topic, changes=changes)
            if not changes and all(each.kind == "kept" for each in topic.sentences):
                continue
        found.append(topic)
    return found


def _summary(comparison: Comparison) -> str:
    """How many changes of each kind on shared topics, and how many topics came and went.

    With how many positions a new topic came is told with it: all that is listed is counted.
    """
    words = labels(current(), "common.change")
    found = [
        f"{number} {SIGNS[kind]} {words[kind]}"
        for kind, number in counts(comparison, shared=not comparison.versions).items()
        if number
    ]
    sentences = Counter(each.kind for topic in comparison.topics for each in topic.sentences)
    found += [
        say(f"comparison.phrase.sentences_{kind}", n=sentences[kind])
        for kind in ("changed", "moved", "added", "gone")
        if sentences[kind]
    ]
    for side in () if comparison.versions else ("newer", "older"):
        alone = [t for t in comparison.topics if t.discussed == side and not t.lacking]
        if alone:
            told = sum(len(topic.changes) for topic in alone)
            positions = say("comparison.phrase.of_positions", n=told) if told else ""
            named = say(f"comparison.phrase.count_{side}", n=len(alone))
            found.append(f"{named} {positions}".strip())
    lacking = Counter(topic.lacking for topic in comparison.topics if topic.lacking)
    found += [say(f"comparison.phrase.count_not_{why}", n=n) for why, n in lacking.items()]
    return ", ".join(found) or say("comparison.phrase.nothing")


def _about(topic: TopicComparison) -> str:
    """The state of a topic, and that it rests on suggestions if it does."""
    state = topic_state(topic)
    if topic.source == "suggestion" and topic.changes:
        return f"{state}; {say('comparison.phrase.suggestions')}"
    return state


def _texts(change: PositionChange, topic: TopicComparison, marks: dict[str, str]) -> list[str]:
    """The text of a change: once if it did not change or little, else both."""
    if change.older and change.newer:
        where = f"({_where(change.older, topic)} → {_where(change.newer, topic)})"
        if change.kind == "unchanged":
            return [f"{_shown(change.newer.text, marks)} {where}"]
        if change.is_one_text:
            return [f"{marked(change.words, marks)} {where}"]
    lines = []
    for sign, stand in (("−", change.older), ("+", change.newer)):
        if stand:
            lines.append(f"{sign} {_shown(stand.text, marks)} ({_where(stand, topic)})")
    return lines


def _sentences(topic: TopicComparison, marks: dict[str, str]) -> list[str]:
    """The sentences of a summary that differ from its earlier version; what is kept is left out."""
    words = labels(current(), "comparison.sentence")
    return [
        f"{words[each.kind]}: {marked(each.words, marks)}"
        for each in topic.sentences
        if each.kind != "kept"
    ]


def _shown(text: str, marks: dict[str, str]) -> str:
    return escape(text) if marks is STRUCK else text


def _where(stand: Stand, topic: TopicComparison) -> str:
    """Item and source sentences: `II.1 s15`."""
    refs = (*topic.older, *topic.newer)
    label = next(
        (ref.label for ref in refs if (ref.meeting, ref.slug) == (stand.meeting, stand.slug)), ""
    )
    return " ".join([label, *(f"s{number}" for number in stand.evidence)]).strip()
