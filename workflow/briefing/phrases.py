"""Phrases and anchors that all writers share."""

from workflow.briefing.model import Briefing, CommitmentRow, ItemSection
from workflow.languages import labels, say_in


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


def item_status(item: ItemSection, language: str) -> str:
    """Status and treatment in one line."""
    words = labels(language, "briefing.document")
    text = words["item_status"].format(status=labels(language, "common.status")[item.status])
    if item.treatment.text:
        text += " · " + words["treatment"].format(treatment=item.treatment.text)
    return text


def full_title(item: ItemSection, language: str) -> str:
    """The whole title in words, where the heading had to be cut; else an empty text."""
    if item.heading == item.full_heading:
        return ""
    return say_in(language, "briefing.document.full_title", title=item.title)


def item_notices(item: ItemSection, language: str) -> tuple[str, ...]:
    """What a reader must know before relying on the text."""
    words = labels(language, "briefing.document")
    shown = ((item.suggested, "suggestion"), (item.stale, "stale"))
    return tuple(words[key] for wanted, key in shown if wanted)


def objection_words(item: ItemSection, language: str) -> str:
    """The actors that are against, concerned or reserved: `Nederland (tegen)`."""
    return ", ".join(
        dict.fromkeys(
            say_in(
                language,
                "briefing.document.objection",
                actor=row.actor.text,
                stance=row.stance.text,
            )
            for row in item.positions
            if row.objection and not row.is_dropped
        )
    )


def lead_of(row: CommitmentRow, words: dict[str, str]) -> str:
    """Who promised to whom."""
    if row.who and row.to_whom:
        return words["commitment_head"].format(who=row.who, to_whom=row.to_whom)
    return row.who or (words["commitment_to"].format(to_whom=row.to_whom) if row.to_whom else "")


def commitment_tail(row: CommitmentRow) -> str:
    """Debate and state in brackets: ` (commissiedebat 29 februari 2024; open)`."""
    inside = "; ".join(part for part in (row.debate, row.state) if part)
    return f" ({inside})" if inside else ""


def lists_undiscussed(briefing: Briefing) -> bool:
    """Whether the briefing of a whole meeting is measured against an earlier meeting."""
    return briefing.kind == "meeting" and briefing.previous_known and bool(briefing.since)


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
