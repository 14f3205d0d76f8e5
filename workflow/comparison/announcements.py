"""The next steps that an item announces: what staff wrote down, else what was found."""

from workflow.comparison.model import MeetingSide
from workflow.comparison.stands import SUGGESTION, SUMMARY
from workflow.comparison.states import SourceItem
from workflow.positions.model import is_group
from workflow.report.model import Item
from workflow.report.references.future import promises_deed
from workflow.summaries.ahead import is_firm
from workflow.summaries.model import MeetingItem, NextStep
from workflow.summaries.offers import offered_next_steps

_ASKING = {"call", "oppose", "concern", "reserve"}
"""Stances by which nobody announces anything."""
_HOSTS = ("voorzitterschap", "raad")
"""Who decides what the Council will see again."""


def announced_steps(
    side: MeetingSide, entry: MeetingItem, source_item: SourceItem | None
) -> list[tuple[NextStep, str]]:
    """The next steps of an item, each with where it comes from.

    What was found counts until somebody wrote down steps.
    """
    summary = side.summaries.get(entry.slug)
    if summary and summary.next_steps:
        return [(each, SUMMARY) for each in summary.next_steps]
    if source_item is None:
        return []
    item = source_item(side.meeting, entry.slug)
    offered = offered_next_steps(item, language=side.meeting.language)
    if not offered:
        return []
    left_out = _refused(side, entry) | _only_asked(side, entry, item)
    if summary:
        left_out |= {number for each in summary.commitments for number in each.evidence}
    return [(each, SUGGESTION) for each in offered if left_out.isdisjoint(each.evidence)]


def _refused(side: MeetingSide, entry: MeetingItem) -> set[int]:
    """The sentences in which somebody says what will not be, and nobody what will."""
    found = side.attributions.get(entry.slug, ())
    ahead = {each.sentence for each in found if each.stance == "announce"}
    return {each.sentence for each in found if each.denied and each.stance == "oppose"} - ahead


def _only_asked(side: MeetingSide, entry: MeetingItem, item: Item) -> set[int]:
    """The sentences in which somebody wants something by some day, and nobody says it will be.

    What the Presidency asks for goes on its agenda.
    """
    language = side.meeting.language
    found: dict[int, set[str]] = {}
    for each in side.attributions.get(entry.slug, ()):
        stance = each.stance if each.actor not in _HOSTS else "announce"
        sentence = item.sentence(each.sentence)
        if stance == "announce" and is_group(each.actor) and sentence:
            # What a group of states "wanted" it only asks for.
            stance = stance if promises_deed(sentence.text, language) else "call"
        found.setdefault(each.sentence, set()).add(stance)
    return {
        number
        for number, stances in found.items()
        if stances <= _ASKING
        and (sentence := item.sentence(number))
        and not is_firm(sentence.text, language)
    }
