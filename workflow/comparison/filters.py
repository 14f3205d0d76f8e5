"""Parts of a comparison: one topic, one actor, some kinds."""

from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from workflow.comparison.model import KINDS, Comparison, PositionChange, TopicComparison
from workflow.errors import WorkflowError
from workflow.languages import LANGUAGES, current, labels
from workflow.positions.model import family_of
from workflow.text import has_words


def is_move(change: PositionChange) -> bool:
    """Whether somebody moved, and did not only say the same or use other words."""
    return change.kind not in ("unchanged", "reworded")


def narrowed(
    comparison: Comparison,
    *,
    topic: str = "",
    actor: str = "",
    kinds: Collection[str] = KINDS,
    style: bool = True,
) -> Comparison:
    """The comparison with only what is asked for.

    `topic` is the id, the title, or the label or slug of an item on either side; `actor` an
    actor id, of which a group's size does not matter; where no topic is called so, those with
    these words in their title. With `style` False, what is possibly only
    style is left out. Topics without a change that fits are left out too, unless nothing but a
    topic is asked for.
    """
    family = family_of(actor)
    wanted = topic.casefold()

    def fits(change: PositionChange) -> bool:
        return (
            (not family or change.actor == family)
            and change.kind in kinds
            and (style or not change.style)
        )

    called = [each for each in comparison.topics if wanted in _names(each)]
    called = called or [each for each in comparison.topics if has_words(wanted, each.title)]
    found = []
    for each in called if wanted else comparison.topics:
        changes = tuple(change for change in each.changes if fits(change))
        everything = not family and set(kinds) >= set(KINDS)
        # Without style a topic that one meeting alone discussed still came or went.
        whole = everything and (style or not each.changes or each.discussed != "both")
        if changes or whole:
            found.append(replace(each, changes=changes))
    return replace(comparison, topics=tuple(found))


def _names(topic: TopicComparison) -> set[str]:
    """What a topic is called: by id and title, or by its items."""
    refs = (*topic.older, *topic.newer)
    names = {topic.topic, topic.title}
    names |= {name for ref in refs for name in (ref.label, ref.slug, ref.title)}
    return {name.casefold() for name in names}


def kinds_named(words: str) -> tuple[str, ...]:
    """The kinds that a list such as `reversed,firmer` names, by id or by a word of any language.

    Raises WorkflowError for a word that names none.
    """
    names = {
        name.casefold(): kind
        for language in LANGUAGES
        for kind, name in labels(language, "common.change").items()
    } | {kind: kind for kind in KINDS}
    found = []
    for word in filter(None, (piece.strip() for piece in words.split(","))):
        kind = names.get(word.casefold())
        if kind is None:
            known = ", ".join(labels(current(), "common.change")[kind] for kind in KINDS)
            raise WorkflowError("comparison.errors.no_kind", kind=word, known=known)
        found.append(kind)
    return tuple(dict.fromkeys(found))


def counts(comparison: Comparison, *, shared: bool = False) -> dict[str, int]:
    """How many changes of each kind there are, in the order of `KINDS`, zeros included.

    With `shared`, only on topics that both meetings discussed.
    """
    number = Counter(
        change.kind
        for topic in comparison.topics
        if not shared or topic.discussed == "both"
        for change in topic.changes
    )
    return {kind: number[kind] for kind in KINDS}
