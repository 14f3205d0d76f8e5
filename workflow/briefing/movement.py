"""From a comparison of meetings to the change lines of a briefing."""

from collections.abc import Set

from workflow.briefing.model import ChangeLine
from workflow.comparison.model import Comparison, PositionChange, Stand, TopicComparison
from workflow.comparison.titles import is_generic
from workflow.positions.actors import actor_name


def change_lines(comparison: Comparison, language: str) -> tuple[ChangeLine, ...]:
    """The position changes as lines of a briefing; a topic that did not return is one line."""
    lines: list[ChangeLine] = []
    for topic in comparison.topics:
        if not topic.newer:
            was = topic.older[0]
            if topic.title == was.title and is_generic(was.title):
                continue  # "Any other business" alone says nothing about what did not return
            lines.append(ChangeLine(topic.title, "", "dropped", older_item=was.label))
        elif topic.lacking:
            kind = f"not_{topic.lacking}"
            lines += [ChangeLine(topic.title, "", kind, item=ref.slug) for ref in topic.newer]
        elif topic.older:
            spoken = comparison.older.language, comparison.newer.language
            before = {change.older.actor for change in topic.changes if change.older}
            lines += [_line(topic, change, language, spoken, before) for change in topic.changes]
    return tuple(lines)


def _line(
    topic: TopicComparison,
    change: PositionChange,
    language: str,
    spoken: tuple[str, str],
    before: Set[str],
) -> ChangeLine:
    """One change; `before` are those who said anything on the topic then."""
    older, newer = change.older, change.newer

    def name(stand: Stand | None) -> str:
        return actor_name(stand.actor, language, change.name) if stand else ""

    return ChangeLine(
        topic=topic.title,
        actor=name(newer) or name(older),
        kind=change.kind,
        older=older.text if older else "",
        newer=newer.text if newer else "",
        older_stance=older.stance if older else "",
        newer_stance=newer.stance if newer else "",
        older_stances=older.told if older else (),
        evidence=newer.evidence if newer else (),
        item=(newer.slug if newer else "") or topic.newer[0].slug,
        older_actor=name(older),
        older_item=topic.older[0].label,
        style=change.style,
        partly=change.kind == "dropped" and not change.silent,
        besides=newer is not None and newer.actor in before,
        suggested=topic.source == "suggestion",
        actor_id=newer.actor if newer else older.actor if older else "",
        older_language=spoken[0],
        newer_language=spoken[1],
    )
