"""Tables for a spreadsheet with Dutch settings."""

import csv
import io
from collections.abc import Iterable, Sequence

from workflow.comparison.cells import guarded, items_cell
from workflow.comparison.model import Comparison, PositionChange, Stand, TopicComparison
from workflow.comparison.phrases import group_name, reasons_in_words, topic_state
from workflow.languages import current, labels
from workflow.positions.actors import actor_name


def table_csv(rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV that Excel and LibreOffice open with a double click under Dutch settings.

    Byte order mark, semicolons, CRLF, every cell quoted and guarded.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([[guarded(value) for value in row] for row in rows])
    return "\ufeff" + out.getvalue()


def to_csv(comparison: Comparison) -> str:
    """One row for each change, with both statements; headings in the interface's language.

    A topic that one meeting alone discussed says so, in a row of its own where it has no change.
    """
    language = current()
    heads = labels(language, "comparison.columns")
    rows = [[*heads.values()]]
    for topic in comparison.topics:
        alone = "" if topic.discussed == "both" else topic_state(topic)
        cells = _topic_cells(comparison, topic, language)
        found = [_change_cells(change, alone, language) for change in topic.changes]
        if alone and not found:
            found = [{"kind": alone}]
        rows += [[(cells | each).get(name, "") for name in heads] for each in found]
    return table_csv(rows)


def _topic_cells(comparison: Comparison, topic: TopicComparison, language: str) -> dict[str, str]:
    """The cells that every row of a topic begins with."""
    links = labels(language, "comparison.links")
    return {
        "older_meeting": comparison.older.id,
        "newer_meeting": comparison.newer.id,
        "topic": topic.topic,
        "title": topic.title,
        "link": links[topic.link],
        "score": str(round(100 * topic.score)),
        "older_item": items_cell(topic.older),
        "newer_item": items_cell(topic.newer),
        "source": links[topic.source],
    }


def _change_cells(change: PositionChange, alone: str, language: str) -> dict[str, str]:
    """The cells of one change; `alone` says why only one side discussed the topic."""
    return {
        "actor": actor_name(change.actor, language, change.name),
        "kind": labels(language, "common.change")[change.kind],
        "style": labels(language, "comparison.links")["style"] if change.style else "",
        "reasons": "; ".join(filter(None, (alone, *reasons_in_words(change)))),
        **_stand_cells("older", change.older, language),
        **_stand_cells("newer", change.newer, language),
    }


def _stand_cells(side: str, stand: Stand | None, language: str) -> dict[str, str]:
    """The cells of one side of a change, empty where it has no statement."""
    if stand is None:
        return dict.fromkeys((f"{side}_{name}" for name in ("size", "stance", "text", "where")), "")
    return {
        f"{side}_size": group_name(stand, language) if stand.is_group else "",
        f"{side}_stance": labels(language, "common.stance")[stand.stance],
        f"{side}_text": stand.text,
        f"{side}_where": " ".join(f"s{number}" for number in stand.evidence),
    }
