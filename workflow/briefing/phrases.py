"""Phrases and anchors that all writers share."""

from collections.abc import Callable
from dataclasses import replace

from workflow.briefing.chapters import OverviewRow
from workflow.briefing.model import (
    Briefing,
    ChangeRow,
    CommitmentRow,
    ItemSection,
    Line,
    NextStepRow,
    Quote,
)
from workflow.briefing.outcomes import is_decided
from workflow.briefing.rows import OBJECTIONS
from workflow.comparison.phrases import item_words
from workflow.languages import labels, say_in
from workflow.text import capital, shorten

_LONGEST_LEFT_OUT = 60
"""Characters of the name of an item that is not shown."""


def anchor(key: str, number: int) -> str:
    """Name of the place of a quoted sentence."""
    return f"zin_{key}_{number}"


def anchors(briefing: Briefing) -> frozenset[str]:
    """The places of all quoted sentences; evidence that the report lacks has none."""
    return frozenset(
        anchor(item.key, quote.number) for item in briefing.items for quote in item.quotes
    )


def heading_anchor(key: str) -> str:
    """Name of the place of an item's heading."""
    return f"punt_{key}"


def item_status(item: ItemSection, briefing: Briefing) -> str:
    """What a reader must know before relying on the item, in one line.

    Status, treatment, whether it is a proposal or stale, and what it has nothing to say about.
    """
    words = labels(briefing.language, "briefing.document")
    status = labels(briefing.language, "common.status")[item.status]
    found = [words["item_status"].format(status=status)]
    if item.treatment.text:
        found.append(words["treatment"].format(treatment=item.treatment.text))
    told = bool(item.changes or item.unchanged or item.reworded)
    missing = item.lacking or ("no_earlier" if briefing.previous_known else "no_changes")
    for shown, key in (
        (item.suggested, "suggestion"),
        (item.stale, "stale"),
        (not is_decided(item, briefing.language), "no_decision"),
        (item.fresh, "fresh"),
        (item.since and not told and not item.fresh, missing),
    ):
        if shown:
            found.append(words[key].format(since=item.since))
    return " · ".join(found)


def needs_care(item: ItemSection) -> bool:
    """Whether its status line must stand out: nobody has judged the text as it is."""
    return item.suggested or item.stale


def missing_text(item: ItemSection, language: str) -> str:
    """What stands in the place of a summary that nobody has written or proposed yet."""
    if item.summary or item.outcome or (item.suggested and item.positions):
        return ""
    key = "nothing" if item.unsaid else "no_summary"
    return labels(language, "briefing.document")[key]


def notices(briefing: Briefing) -> tuple[str, ...]:
    """What a reader must know before relying on the briefing: below the title block."""
    suggested = sum(item.suggested for item in briefing.items)
    missing = sum(item.suggested or not item.summary for item in briefing.items)
    total = len(briefing.items)
    words = labels(briefing.language, "briefing.document")
    found = []
    if briefing.left_out and briefing.approved_only:
        names = "; ".join(shorten(name, _LONGEST_LEFT_OUT) for name in briefing.left_out)
        found.append(words["left_out"].format(items=names))
    if suggested or (missing and total > 1):
        key = "suggested_all" if suggested == total else "suggested_some"
        if suggested < missing:
            key = "suggested_of_missing" if suggested else "missing"
        found.append(words[key].format(n=missing, total=total, suggested=suggested))
    return tuple(found)


def highlights_title(briefing: Briefing) -> str:
    """The heading above the changes that matter most."""
    words = labels(briefing.language, "briefing.document")
    if briefing.kind == "topic":
        return words["highlights_topic"]
    return words["highlights"].format(since=briefing.since)


def no_highlights(briefing: Briefing) -> str:
    """What stands where no change is telling: or nothing of it was discussed then."""
    told = any(i.changes or i.unchanged or i.reworded for i in briefing.items)
    key = "no_highlights"
    if briefing.previous_known and not told:
        lacking = next((item.lacking for item in briefing.items if item.lacking), "then")
        key = f"nothing_{lacking}"
    return labels(briefing.language, "briefing.document")[key].format(since=briefing.since)


def more_changes(briefing: Briefing) -> str:
    """How many telling changes there are beyond the highlights, in words."""
    if not briefing.more_changes:
        return ""
    return say_in(briefing.language, "briefing.more_changes", n=briefing.more_changes)


def short_name(item: ItemSection, language: str) -> str:
    """How captions name the item: its label, or its title where it has none."""
    return item.place or item_words((item.label,), language) or item.heading


def unmoved(item: ItemSection, language: str) -> tuple[str, ...]:
    """Lines about the actors that did not move."""
    words = labels(language, "briefing.document")
    found = []
    if item.reworded:
        found.append(words["reworded"].format(actors=", ".join(item.reworded)))
    if item.unchanged:
        found.append(words["unchanged"].format(actors=", ".join(item.unchanged)))
    return tuple(found)


def overview_words(briefing: Briefing) -> tuple[str, list[str]]:
    """The sentence above the overview, and the heads of its table."""
    words = labels(briefing.language, "briefing.document")
    some = any(row.suggested for row in briefing.overview)
    heads = [words["item"], words["outcome"], briefing.own_government]
    heads += [words["change"]] if briefing.since else []
    return words["overview_intro" if some else "overview_intro_plain"], heads


def overview_cells(row: OverviewRow, briefing: Briefing) -> list[str]:
    """Outcome, the own government's line and, where there is an earlier meeting, the change."""
    none = labels(briefing.language, "briefing.document")["none"]
    cells = [row.told, row.own + row.own_more]
    cells += [row.change + row.change_more] if briefing.since else []
    return [cell or none for cell in cells]


CHANGE_HEADS = ("who", "change_kind", "earlier", "now")
"""Keys of the heads of the table of changes."""


def change_cells(row: ChangeRow, words: dict[str, str]) -> tuple[str, str, str, str]:
    """Who, what kind of change, what it was and what it is now."""
    silent = words["none" if row.field else "silent"]
    change = words["suggested_change"].format(change=row.change) if row.suggested else row.change
    return capital(row.actor), change, row.older or silent, row.newer or silent


def changed_lines(row: ChangeRow, words: dict[str, str]) -> tuple[tuple[str, Line], ...]:
    """What it was and what it is now: the stance in the reader's words, then what was said."""
    *_, older, newer = change_cells(row, words)
    return (
        _stance_apart(older, row.older_stance, row.older_language),
        _stance_apart(newer, row.newer_stance, row.newer_language),
    )


def _stance_apart(cell: str, stance: str, language: str) -> tuple[str, Line]:
    if not (language and stance):
        return "", Line(cell)
    head, colon, text = cell.partition(": ")
    if stance == "none":
        return "", Line(cell, language=language)
    return (f"{head}{colon}", Line(text, language=language)) if text else ("", Line(cell))


def quote_label(item: ItemSection, quote: Quote, words: dict[str, str]) -> str:
    """What stands before a quoted sentence: `I.6 s12`."""
    key = "quote" if item.label else "quote_plain"
    return words[key].format(label=item.label, number=quote.number)


def annex_intro(briefing: Briefing) -> str:
    """The sentence above the quoted sentences, or that there are none."""
    quoted = any(item.quotes for item in briefing.items)
    return labels(briefing.language, "briefing.document")["annex_intro" if quoted else "no_quotes"]


def commitment_table(briefing: Briefing) -> tuple[list[str], list[list[str]]]:
    """Heads and cells of the table of commitments, without columns that are empty.

    The first cell of a row is the label of its item.
    """
    words = labels(briefing.language, "briefing.document")
    keys = ("item", "commitment", "to_whom", "debate", "state")
    rows = [
        [
            row.label or words["item"],
            capital(f"{row.who}: {row.line.text}" if row.who else row.line.text),
            row.to_whom,
            row.debate,
            row.state,
        ]
        for row in briefing.commitments
    ]
    kept = [at for at in range(len(keys)) if at < 2 or any(row[at] for row in rows)]
    cells = [[row[at] or words["none"] for at in kept] for row in rows]
    return [words[keys[at]] for at in kept], cells


def full_title(item: ItemSection, language: str) -> str:
    """The whole title in words, where the heading had to be cut; else an empty text."""
    if item.heading == item.full_heading:
        return ""
    return say_in(language, "briefing.document.full_title", title=item.title)


def objection_words(item: ItemSection, language: str) -> str:
    """The actors that are against, concerned or reserved, once: `Nederland (tegen, bezorgd)`."""
    stances = labels(language, "common.stance")
    objecting: dict[str, dict[str, None]] = {}
    for row in item.positions:
        if row.objection and not row.is_dropped:
            told = objecting.setdefault(row.actor.text, {})
            told.update((stances.get(key, key), None) for key in row.keys if key in OBJECTIONS)
    return ", ".join(
        say_in(language, "briefing.document.objection", actor=actor, stance=", ".join(told))
        for actor, told in objecting.items()
    )


def as_label(line: Line) -> Line:
    """The line as what stands before another, with a colon."""
    older = line.older and f"{line.older}:"
    return replace(line, text=line.text and f"{line.text}:", older=older)


def step_text(row: NextStepRow) -> str:
    """A next step in one line: when and what."""
    return f"{as_label(row.when).text} {row.line.text}".strip()


def step_tail(row: NextStepRow) -> Line:
    """What came of a next step, in brackets, with its changes."""
    line, told = row.line, f" ({row.state})" if row.state else ""
    if line.older is None:
        return Line(told)
    older = told if line.older else ""
    return Line("" if line.is_dropped else told, older=older, revision=line.revision)


def promise_text(row: CommitmentRow, words: dict[str, str]) -> str:
    """A promise in one line: who to whom, what, and where it stands."""
    lead = as_label(Line(_lead(row, words))).text
    return f"{lead} {row.line.text}".strip() + _tail(row)


def promise_lead(row: CommitmentRow, words: dict[str, str]) -> Line:
    """Who promised to whom, with its changes."""
    return _beside(row, lambda each: _lead(each, words))


def promise_tail(row: CommitmentRow) -> Line:
    """Debate and state in brackets, with their changes: ` (debat 29 februari 2024; open)`."""
    return _beside(row, _tail)


def _beside(row: CommitmentRow, told: Callable[[CommitmentRow], str]) -> Line:
    line = row.line
    if line.older is None:
        return Line(told(row))
    older = told(row.older) if row.older else ""
    return Line("" if line.is_dropped else told(row), older=older, revision=line.revision)


def _lead(row: CommitmentRow, words: dict[str, str]) -> str:
    if row.who and row.to_whom:
        return capital(words["commitment_head"].format(who=row.who, to_whom=row.to_whom))
    to_whom = words["commitment_to"].format(to_whom=row.to_whom) if row.to_whom else ""
    return capital(row.who or to_whom)


def motion_words(line: Line, words: dict[str, str]) -> tuple[str, Line]:
    """What stands before a motion, and the line; nothing where it says itself that it is one."""
    if not line.text.casefold().startswith(words["motion"].casefold()):
        return words["motion"], line
    return "", replace(line, text=line.text[:1].upper() + line.text[1:])


def _tail(row: CommitmentRow) -> str:
    inside = "; ".join(part for part in (row.debate, row.state) if part)
    return f" ({inside})" if inside else ""


def lists_undiscussed(briefing: Briefing) -> bool:
    """Whether the briefing of a whole meeting is measured against an earlier meeting."""
    return briefing.kind == "meeting" and briefing.previous_known and bool(briefing.since)


def undiscussed_intro(briefing: Briefing) -> str:
    """The sentence above the topics that did not come back, or that there are none."""
    key = "undiscussed_intro" if briefing.undiscussed else "no_undiscussed"
    return labels(briefing.language, "briefing.document")[key].format(since=briefing.since)


def undiscussed_table(briefing: Briefing) -> tuple[list[str], list[list[str]]]:
    """Heads and rows of the topics that did not come back; positions only where known."""
    words = labels(briefing.language, "briefing.document")
    known = any(row.positions for row in briefing.undiscussed)
    heads = [words["topic"], words["last_time"], *([words["positions_then"]] if known else [])]
    rows = [
        [row.topic or words["none"], row.was, row.positions or words["none"]][: len(heads)]
        for row in briefing.undiscussed
    ]
    return heads, rows
