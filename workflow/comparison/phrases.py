"""What is said about a change, in the language of the interface."""

from collections.abc import Iterable, Sequence
from datetime import date

from workflow.comparison.model import SIGNS, PositionChange, Stand, TopicComparison
from workflow.comparison.tokens import function_words
from workflow.languages import current, format_date, labels, say, say_in
from workflow.positions.actors import actor_name
from workflow.summaries.model import council_name
from workflow.text import shorten

SHORT_ACTOR = 9
"""Letters at the head of a narrow column."""


def group_name(stand: Stand, language: str) -> str:
    """A group of member states as it is named: `de meeste lidstaten`."""
    return actor_name(stand.actor, language)


def short_actor(actor: str, name: str) -> str:
    """A few letters for the head of a narrow column: `NL`, `DE`, `meeste`."""
    known = labels(current(), "comparison.short_actor")
    kind, _, rest = actor.rpartition(":")
    if kind == "land":
        return rest
    return known.get(rest) or shorten(name, SHORT_ACTOR)


def change_actor(change: PositionChange, language: str = "") -> str:
    """Who it is about: `Nederland`, or for a group `enkele → de meeste lidstaten`."""
    stands = [stand for stand in (change.older, change.newer) if stand]
    names = [actor_name(stand.actor, language or current(), change.name) for stand in stands]
    return " → ".join(said_once(list(dict.fromkeys(names))))


def said_once(names: list[str]) -> list[str]:
    """Two names without the last words of the first, where both end in the same ones."""
    if len(names) < 2:
        return names
    one, other = (name.split() for name in names)
    common = 0
    while common < min(len(one), len(other)) - 1 and one[-1 - common] == other[-1 - common]:
        common += 1
    kept = one[: len(one) - common]
    # What is left has to be a size by itself: `de meeste`, not `a majority of`.
    if kept[-1].casefold() in function_words():
        return names
    return [" ".join(kept), names[1]]


def named_actors(changes: Iterable[PositionChange]) -> dict[str, str]:
    """Whom the changes are about, by the actor's family, as people call them."""
    names: dict[str, str] = {}
    for change in changes:
        if change.name or change.actor not in names:
            names[change.actor] = actor_name(change.actor, current(), change.name)
    return names


def meeting_words(meeting: str) -> str:
    """A meeting of which only the id is at hand, as people call it: `JBZ 12 juni 2031`.

    The id itself where it does not begin with a day.
    """
    try:
        day = format_date(date.fromisoformat(meeting[:10]))
    except ValueError:
        return meeting
    return f"{council_name(meeting[11:])} {day}".strip()


def change_stances(change: PositionChange) -> str:
    """The stance, or both where it changed: `tegen → steunt`."""
    words = labels(current(), "common.stance")
    names = [words[stand.stance] for stand in (change.older, change.newer) if stand]
    return " → ".join(dict.fromkeys(names))


def change_kind(change: PositionChange) -> str:
    """Sign and word: `! omgeslagen`; possibly style is said."""
    words = labels(current(), "common.change")
    text = f"{SIGNS[change.kind]} {words[change.kind]}"
    return say("comparison.phrase.style", kind=text) if change.style else text


def change_line(change: PositionChange) -> str:
    """One line: `! omgeslagen · Nederland · tegen → steunt`."""
    return " · ".join((change_kind(change), change_actor(change), change_stances(change)))


def reasons_in_words(change: PositionChange) -> tuple[str, ...]:
    """Why the change has its kind, and what else is to be known of it."""
    found = [say(f"comparison.reason.{reason}") for reason in change.reasons]
    if change.silent:
        found.append(say("comparison.reason.silent"))
    return tuple(found)


def topic_state(topic: TopicComparison) -> str:
    """What there is to say of the topic as a whole: its link, or that one side lacks it."""
    if topic.lacking:
        return say(f"comparison.phrase.not_{topic.lacking}")
    if topic.discussed != "both":
        return say(f"comparison.phrase.only_{topic.discussed}")
    if topic.versions:
        return say("comparison.phrase.same_item")
    if topic.link == "confirmed":
        return say("comparison.phrase.confirmed")
    # How alike the items are stands with the proposals, weighed among all meetings.
    return say("comparison.phrase.suggested")


def item_words(cited: Sequence[str], language: str) -> str:
    """Items by their labels, which stand for themselves where they have a letter: `punt 1`."""
    words = ", ".join(cited)
    if not words or any(map(str.isalpha, words)):
        return words
    return say_in(language, "comparison.phrase.items", n=len(cited), labels=words)


def joined_items(topic: TopicComparison) -> tuple[str, ...]:
    """The items of a side that has several, by label and title, where the topic's name hides them.

    `2 Jaarlijkse solidariteitspool`, `3 Terugkeercentra buiten de Unie`.
    """
    found = []
    for refs in (topic.older, topic.newer):
        if len(refs) > 1 and not all(ref.title in topic.title for ref in refs):
            found += [f"{ref.label} {ref.title}".strip() for ref in refs]
    return tuple(dict.fromkeys(found))


def items_line(topic: TopicComparison) -> str:
    """The items on both sides: `I.2 → II.4`."""
    sides = (", ".join(ref.label for ref in refs) for refs in (topic.older, topic.newer) if refs)
    return " → ".join(sides)
