"""Actors with a position, and decisions, that the summary leaves out."""

from collections.abc import Iterator
from dataclasses import dataclass

from workflow.languages import say
from workflow.positions.actors import actor_name, actor_rank
from workflow.positions.model import GROUP, Attribution, is_group, is_state
from workflow.summaries.findings.reading import read
from workflow.summaries.findings.source import Source
from workflow.summaries.findings.speaking import STRONG, named_in, speakers_in
from workflow.summaries.findings.statements import Statement
from workflow.summaries.model import Finding, Summary

_WHOEVER = (f"{GROUP}:de", f"{GROUP}:andere")
"""Groups that say nothing about who, or how many, are meant."""
_OFTEN_LEFT_OUT = frozenset({"voorzitterschap", "commissie", "raad", "ep"})
"""Bodies whose explanations need not be in a summary."""


@dataclass(frozen=True, slots=True)
class Part:
    """What an actor said in the item."""

    actor: str
    stances: tuple[str, ...]
    evidence: tuple[int, ...]


def check_missing(
    summary: Summary, statements: tuple[Statement, ...], source: Source
) -> Iterator[Finding]:
    """Actors with a position of whom neither text nor positions speak."""
    if not summary.sentences and not summary.positions:
        return
    own = source.own_government
    # A promise to parliament is no position in the Council.
    said = tuple(one for one in statements if one.kind != "commitment")
    for part in sorted(_parts(source), key=lambda one: (actor_rank(one.actor, own), one.evidence)):
        severity = _severity(part, own)
        if not severity or _is_there(part, said, source):
            continue
        if any(one.actor == part.actor and _meet(one.evidence, part) for one in summary.rejected):
            continue
        name = actor_name(part.actor, source.language)
        stances = ", ".join(say(f"common.stance.{stance}") for stance in part.stances)
        where = " ".join(f"s{number}" for number in part.evidence)
        message = say("findings.missing", words=name, stances=stances, where=where)
        yield Finding("missing", severity, message, 0, name, part.evidence)


def _meet(evidence: tuple[int, ...], part: Part) -> bool:
    return not evidence or bool(set(evidence) & set(part.evidence))


def _parts(source: Source) -> list[Part]:
    """Who said what, of everybody who speaks in so many words; each group by itself."""
    found: dict[tuple[str, int], list[Attribution]] = {}
    for one in source.attributions:
        counts = one.certain and not one.implicit and not one.to_parliament
        named_beside = one.co and one.actor != source.own_government
        if counts and not named_beside and one.stance != "none" and one.sentence in source.readings:
            apart = one.sentence if is_group(one.actor) else 0
            found.setdefault((one.actor, apart), []).append(one)
    return [
        Part(
            actor,
            tuple(dict.fromkeys(one.stance for one in several)),
            tuple(dict.fromkeys(one.sentence for one in several)),
        )
        for (actor, _), several in found.items()
    ]


def _severity(part: Part, own_government: str) -> str:
    """How much it matters that this is left out; empty where it does not."""
    strong = bool(STRONG & set(part.stances))
    if part.actor == own_government:
        return "warning"
    if part.actor in _WHOEVER:
        return "hint" if strong else ""
    if is_group(part.actor) or is_state(part.actor):
        return "warning"
    if part.actor in _OFTEN_LEFT_OUT:
        if not strong or part.stances == ("decide",):
            return ""
        return "hint" if part.actor in ("voorzitterschap", "raad") else "warning"
    return "warning" if strong and part.actor.startswith("ag:") else "hint"


def _is_there(part: Part, statements: tuple[Statement, ...], source: Source) -> bool:
    group = is_group(part.actor)
    for one in statements:
        named = named_in(one, source.language)
        cites = bool(set(one.evidence) & set(part.evidence))
        if group:
            if (cites or not one.evidence) and any(is_group(name) for name in named):
                return True
        elif part.actor in named:
            return True
        # What is said without naming anybody may be said of this one.
        if cites and not named:
            return True
    return False


def check_decision(statements: tuple[Statement, ...], source: Source) -> Iterator[Finding]:
    """Decisions of the Council of which the summary does not speak."""
    for one in source.attributions:
        if one.actor != "raad" or one.stance != "decide" or not one.certain or one.to_parliament:
            continue
        if one.sentence not in source.readings or _is_told(one.sentence, statements, source):
            continue
        text = source.readings[one.sentence].text
        message = say("findings.decision", words=text, where=f"s{one.sentence}")
        yield Finding("decision", "warning", message, 0, one.cue or text, (one.sentence,))


def _is_told(sentence: int, statements: tuple[Statement, ...], source: Source) -> bool:
    stems = source.readings[sentence].stems
    for one in statements:
        if sentence in one.evidence or one.stance == "decide":
            return True
        if any(other.stance == "decide" for other in speakers_in(one.text, source.language)):
            return True
        shared = len(stems & read(one.text, source.language).stems)
        if not one.evidence and shared >= 2 and 2 * shared >= len(stems):
            return True
    return False
