"""Why the program says what it says about one sentence, in words."""

from collections.abc import Iterable

from workflow.errors import WorkflowError
from workflow.languages import current, labels, say
from workflow.positions.actors import actor_name
from workflow.positions.attribution import attribute
from workflow.positions.lexicon import Lexicon
from workflow.positions.model import Attribution
from workflow.positions.stances import UNKNOWN
from workflow.report.model import Report

_FLAGS = ("co", "implicit", "pronoun", "passive", "to_parliament")


def explain_sentence(
    report: Report, item_index: int, sentence_number: int, lexicon: Lexicon | None = None
) -> tuple[str, ...]:
    """The attributions of one sentence with the words and rules behind each, a line per fact.

    `item_index` counts `report.items()` from 0, `sentence_number` the item's sentences from 1.
    Raises WorkflowError for a sentence that is not there.
    """
    items = report.items()
    if not 0 <= item_index < len(items):
        raise WorkflowError(
            "positions.errors.no_sentence", item=item_index + 1, sentence=sentence_number
        )
    part, item = items[item_index]
    sentence = item.sentence(sentence_number)
    if sentence is None:
        label = ".".join(word for word in (part.id, item.number) if word) or str(item_index + 1)
        raise WorkflowError("positions.errors.no_sentence", item=label, sentence=sentence_number)
    lines = [say("positions.explain.sentence", number=sentence.number, text=sentence.text)]
    found = [
        one for one in attribute(report, lexicon)[item_index] if one.sentence == sentence_number
    ]
    if not found:
        lines.append(say("positions.explain.nothing"))
    for one in found:
        lines.extend(_lines(one))
    return tuple(lines)


def _lines(one: Attribution) -> list[str]:
    """One attribution in words: the actor and stance, the words, the rules, and how sure it is."""
    stances = labels(current(), "common.stance")
    lines = [
        say(
            "positions.explain.attribution",
            actor=actor_name(one.actor, current()),
            stance=stances[one.stance],
        )
    ]
    if one.cue:
        lines.append(say("positions.explain.words", words=one.cue.replace("+", " … ")))
    lines.append(say("positions.explain.rules", rules=one.rule))
    lines.extend(say(f"positions.explain.{flag}") for flag in _FLAGS if getattr(one, flag))
    if not one.certain:
        lines.append(say("positions.explain.uncertain"))
    return lines


def unknown_verb(attributions: Iterable[Attribution], number: int) -> str:
    """The verb of a sentence that the table does not know, or an empty string."""
    unknown = (one.cue for one in attributions if one.sentence == number and UNKNOWN in one.rule)
    return next(unknown, "")
