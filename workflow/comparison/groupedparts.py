"""Parts of items about many things, linked with the parts that they go on with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from workflow.comparison.alike import are_on_two_states
from workflow.comparison.candidates import Candidate
from workflow.comparison.grouping import Group
from workflow.comparison.linking import Proposal, proposed_for_parts, proposed_of_parts
from workflow.comparison.parted import is_part_of
from workflow.comparison.parts import cut_up, free_numbers, numbers_of, openings, parts_of
from workflow.comparison.scores import Unit
from workflow.summaries.topics import Belonging, Topics, part_key


def link_parts(groups: Sequence[Group], topics: Topics) -> tuple[Group, ...]:
    """The groups, with items such as `Overige onderwerpen` linked part by part.

    Only items that have no partner and no topic yet, or what a topic left of them, and only the
    parts that would be offered as selected. A pair of parts stands before what is left of the
    newer item, which stays alone.
    """
    free = {
        group.older[0].candidate.ref: group.older[0].candidate
        for group in groups
        if not group.newer and not group.older[0].topic
    }
    left = {
        group.newer[0].candidate.key: group.newer[0].candidate
        for group in groups
        if not group.older and not group.newer[0].topic
    }
    taken = {
        each.key: set(numbers_of(each)).difference(free_numbers(each))
        for each in (*free.values(), *left.values())
        if each.topics
    }
    row = [
        piece
        for piece in cut_up(free.values())
        if taken.get(piece.key, set()).isdisjoint(numbers_of(piece))
    ]
    pairs: dict[str, list[Group]] = {}
    for key, part in _proposed(left, row, topics):
        item, older = left[key], free.get(part.older) if part.older and part.selected else None
        if older and taken.get(older.key, set()).isdisjoint(_of_older(part, older)):
            taken.setdefault(older.key, set()).update(_of_older(part, older))
            taken.setdefault(key, set()).update(part.sentences or numbers_of(item))
            pairs.setdefault(key, []).append(_pair(item, older, part))
    left_over = [
        piece
        for piece in row
        if piece.generic and taken.get(piece.key, set()).isdisjoint(numbers_of(piece))
    ]
    groups = [_with_joined(group, left_over, taken, topics) for group in groups]
    return tuple(
        each for group in groups for each in (*pairs.get(_key(group), ()), *_left(group, taken))
    )


def _with_joined(
    group: Group, pieces: Sequence[Candidate], taken: dict[str, set[int]], topics: Topics
) -> Group:
    """The group with the parts of older items that were joined in its newer item besides.

    What is joined is `taken` from then on.
    """
    item = group.newer[0].candidate if group.newer else None
    if not (item and group.older) or group.link != "suggested" or item.generic:
        return group
    siblings = [unit.candidate for unit in group.older]
    joined = [
        piece
        for piece in pieces
        if taken.get(piece.key, set()).isdisjoint(numbers_of(piece))
        and not topics.is_refused(item.key, part_key(piece.key, numbers_of(piece)))
        and not topics.is_refused(item.key, piece.key)
        and not are_on_two_states(piece, item)
        and is_part_of(item, piece, siblings)
    ]
    for piece in joined:
        taken.setdefault(piece.key, set()).update(numbers_of(piece))
    return replace(group, older=(*group.older, *(_unit(x, numbers_of(x)) for x in joined)))


def _proposed(
    left: Mapping[str, Candidate], row: Sequence[Candidate], topics: Topics
) -> Iterator[tuple[str, Proposal]]:
    """By key of a newer item, what its parts go on with, or which part of an older item it does."""
    many = {key: item for key, item in left.items() if item.generic}
    cut = parts_of(many.values(), row)
    for key, item in many.items():
        for part in proposed_for_parts(item, cut.get(item.entry.slug, ()), row, topics):
            yield key, part
    pieces = [each for each in row if each.generic]
    for key, item in left.items():
        if pieces and not item.generic:
            yield from ((key, part) for part in proposed_of_parts(item, pieces, topics)[:1])


def _of_older(part: Proposal, older: Candidate) -> tuple[int, ...]:
    return part.older_sentences or numbers_of(older)


def _pair(item: Candidate, older: Candidate, part: Proposal) -> Group:
    """An item, or a part of it, and the part of an earlier item that it goes on with."""
    return Group(
        (_unit(older, part.older_sentences),),
        (_unit(item, part.sentences),),
        "suggested",
        part.score,
        part.reasons,
        f"{item.entry.title}: {part.title or older.entry.title}" if part.sentences else "",
    )


def _unit(item: Candidate, sentences: Iterable[int]) -> Unit:
    return Unit(item, Belonging("", tuple(sentences)))


def _key(group: Group) -> str:
    """The key of the newer item of a group that has neither an older one nor a topic."""
    alone = not group.older and not group.newer[0].topic
    return group.newer[0].candidate.key if alone else ""


def _left(group: Group, taken: dict[str, set[int]]) -> tuple[Group, ...]:
    """The group without the sentences that its only item has in a pair, if any are left.

    Of an item about many things is told how what is left opens.
    """
    (first, *more) = (*group.older, *group.newer)
    item = first.candidate
    if more or first.topic or not (item.generic or item.key in taken):
        return (group,)
    gone = taken.get(item.key, set())
    rest = tuple(number for number in numbers_of(item) if number not in gone)
    if not rest and gone:
        return ()
    opens = openings(item, rest) if item.generic else ""
    if not gone:
        return (replace(group, opens=opens),)
    unit = (_unit(item, rest),)
    return (replace(Group(unit, ()) if group.older else Group((), unit), opens=opens),)
