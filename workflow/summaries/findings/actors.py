"""Somebody speaks in the summary who does not in the source: actors that were mixed up."""

from collections.abc import Iterator

from workflow.languages import say
from workflow.positions.actors import actor_name, group_rank
from workflow.positions.model import is_group, is_state
from workflow.summaries.findings.source import Source
from workflow.summaries.findings.speaking import (
    STRONG,
    known_in,
    named_in,
    speakers_in,
    speakers_of,
)
from workflow.summaries.findings.statements import Statement
from workflow.summaries.model import Finding

_BODIES = frozenset({"nederland", "raad", "commissie", "voorzitterschap", "ep"})
_ALL = 6
"""Rank of a group from which it may be called the Council."""


def check_actors(statement: Statement, source: Source) -> Iterator[Finding]:
    """An actor who has no part in the evidence; states that the source only has as a group."""
    cited = tuple(number for number in statement.evidence if number in source.readings)
    if not cited or statement.quoted:
        return
    known = known_in(cited, source)
    for actor, stance, words in _claimed(statement, source):
        if is_group(actor):
            if 0 < group_rank(actor) < _ALL and not _has_states(source):
                yield _invented(words, statement, cited)
            continue
        if actor in _BODIES:
            wrong = _is_mixed_up(actor, stance, statement, cited, source)
        else:
            # Named nowhere in the item: that is for the check on names to say.
            wrong = actor not in known and actor in source.actors
        if wrong:
            yield _finding(actor, words, statement, cited, source)


def _claimed(statement: Statement, source: Source) -> Iterator[tuple[str, str, str]]:
    """Who speaks in the statement, with stance and the words that name them."""
    if statement.kind == "position":
        yield statement.actor, statement.stance, statement.name
    elif statement.kind == "sentence":
        seen = set()
        for one in speakers_in(statement.text, source.language):
            if one.actor in seen or not one.actor_span:
                continue
            seen.add(one.actor)
            start, end = one.actor_span
            yield one.actor, one.stance, statement.text[start:end]


def _is_mixed_up(
    actor: str, stance: str, statement: Statement, cited: tuple[int, ...], source: Source
) -> bool:
    """Whether the evidence has other speakers, none of whom the statement names."""
    speakers = speakers_of(cited, source)
    if not speakers or actor in speakers:
        return False
    known = known_in(cited, source)
    if statement.kind == "position":
        return actor not in known
    others = named_in(statement, source.language) - {actor}
    if others & (speakers | known) or (others and actor in known):
        return False
    if actor == "raad":
        if stance not in STRONG:
            return False  # that the Council talked about it may always be said
        groups = [one for one in speakers if is_group(one)]
        return not any(group_rank(one) >= _ALL or not group_rank(one) for one in groups)
    return True


def _has_states(source: Source) -> bool:
    """Whether the item speaks of several member states, as a group or by name."""
    if any(is_group(one) for one in source.actors):
        return True
    states = [one for one in source.actors if is_state(one)]
    return len(set(states) - {source.own_government}) > 1


def _invented(words: str, statement: Statement, cited: tuple[int, ...]) -> Finding:
    message = say("findings.actor.no_group", words=words)
    return Finding("actor", "warning", message, statement.line, words, cited)


def _finding(
    actor: str, words: str, statement: Statement, cited: tuple[int, ...], source: Source
) -> Finding:
    speakers = list(
        dict.fromkeys(one.actor for number in cited for one in source.by_sentence.get(number, ()))
    )
    names = [actor_name(one, source.language) for one in speakers]
    groups = [one for one in speakers if is_group(one)]
    where = " ".join(f"s{number}" for number in cited)
    if actor not in _BODIES and groups and len(groups) == len(speakers):
        key = "group"
    else:
        key = "other" if names else "absent"
    message = say(f"findings.actor.{key}", words=words, where=where, names=", ".join(names))
    return Finding("actor", "warning", message, statement.line, words, cited)
