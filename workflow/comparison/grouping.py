"""The items of two meetings, grouped by topic."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from workflow.comparison.alike import LINKED_FROM, are_apart
from workflow.comparison.candidates import Candidate, candidates
from workflow.comparison.kin import THING
from workflow.comparison.linkreasons import are_related, reasons
from workflow.comparison.model import MeetingSide
from workflow.comparison.parted import PART_BY, is_part_of
from workflow.comparison.parts import free_numbers
from workflow.comparison.recurring import NONE
from workflow.comparison.scores import ALONE_FROM, Scores, Unit
from workflow.comparison.textlikeness import (
    Rivals,
    are_told_alike,
    are_told_apart,
    nearness,
    without_halves,
)
from workflow.languages import say
from workflow.summaries.topics import Belonging, Topics
from workflow.text import slug

CLEAR_FROM = 0.25
"""Likeness from which two items are linked if nothing else comes close."""
CLEAR_BY = 0.06
"""How much better than any other pair of these items such a link has to be."""
ALONE_BY = 1.7
"""How many times as good as any other pair of these items such a link has to be."""
CROSSING_BY = 1.4
"""The same where a word of one title stands in the text of the other item alone."""
NAMED_BY = 2.0
"""How many times as good as any other partner the link of an item that was split off has to be,
where the item that it was split off names what its title does."""
NAMED_LEAST = 2
"""Words of such a title that the other item has to name."""
FEW_TEXT_FROM = 0.16
"""Likeness in the subject from which texts link two items where few return. Measured: others have
up to .2."""
FEW_PART_FROM = 0.25
"""The same for a part. Measured: others to .22."""


@dataclass(frozen=True, slots=True)
class Group:
    """What both meetings have on one topic; one side may be empty."""

    older: tuple[Unit, ...]
    newer: tuple[Unit, ...]
    link: str = "none"
    score: float = 0.0
    reasons: tuple[str, ...] = ()
    about: str = ""
    """What parts of items are about whose own titles say nothing; empty for whole items."""
    opens: str = ""
    """How an unlinked item, or what is left of one, opens whose own title says nothing."""

    @property
    def topic(self) -> str:
        """Id of the confirmed topic, or the slug of the first item or of what its part is about."""
        units = (*self.newer, *self.older)
        # A slug is never empty: nothing has one too.
        named = slug(self.about) if self.about else units[0].candidate.entry.slug
        return next((unit.topic for unit in units if unit.topic), named)

    @property
    def title(self) -> str:
        """Title of the newer item, or of each of them, or what its part is about."""
        titles = dict.fromkeys(unit.candidate.entry.title for unit in self.newer or self.older)
        return self.about or ": ".join(filter(None, (" / ".join(titles), self.opens)))


def group_items(older: MeetingSide, newer: MeetingSide, topics: Topics) -> tuple[Group, ...]:
    """The items of both meetings by topic.

    In the order of the newer meeting, then what only the older one discussed. Links that a
    person confirmed come first; what is left is linked by likeness, except what was refused.
    """
    left, right = candidates([older, newer])
    if older.meeting.id == newer.meeting.id:
        groups = _by_name(left, right)
    else:
        before, after = _units(left), _units(right)
        groups = _by_topic(before, after)
        used = {id(unit) for group in groups for unit in (*group.older, *group.newer)}
        rest = _by_likeness(
            [unit for unit in before if id(unit) not in used],
            [unit for unit in after if id(unit) not in used],
            topics,
            len(groups),
        )
        groups = _beside_confirmed(groups, rest, topics) if groups else rest
        groups += [Group((unit,), ()) for unit in _rests(left)]
        groups += [Group((), (unit,)) for unit in _rests(right)]
    place = {entry.key: at for at, entry in enumerate(right)}
    behind = {entry.key: len(place) + at for at, entry in enumerate(left)}
    place |= behind

    def at(unit: Unit) -> tuple[int, tuple[int, ...]]:
        return place[unit.candidate.key], unit.sentences

    groups = [
        replace(
            group,
            older=tuple(sorted(group.older, key=at)),
            newer=tuple(sorted(group.newer, key=at)),
        )
        for group in groups
    ]
    return tuple(sorted(groups, key=lambda group: at((*group.newer, *group.older)[0])[0]))


def _units(row: Iterable[Candidate]) -> list[Unit]:
    return [
        Unit(candidate, belonging)
        for candidate in row
        for belonging in (candidate.topics or (None,))
    ]


def _rests(row: Iterable[Candidate]) -> Iterator[Unit]:
    """What is left of the items about many things of which some parts are in a topic.

    Not linked by likeness: the words of the whole item say nothing of what is left.
    """
    for candidate in row:
        if candidate.generic and candidate.topics:
            rest = free_numbers(candidate)
            if rest:
                yield Unit(candidate, Belonging("", rest))


def _by_name(left: Sequence[Candidate], right: Sequence[Candidate]) -> list[Group]:
    """Two versions of one meeting: items keep their slugs."""
    old = {entry.entry.slug: Unit(entry) for entry in left}
    new = {entry.entry.slug: Unit(entry) for entry in right}
    reason = (say("comparison.link.same_item"),)
    return [
        Group((old[name],), (new[name],), "confirmed", 1.0, reason)
        if name in old and name in new
        else Group((old[name],) if name in old else (), (new[name],) if name in new else ())
        for name in dict.fromkeys((*new, *old))
    ]


def _by_topic(before: Sequence[Unit], after: Sequence[Unit]) -> list[Group]:
    """The topics that are confirmed on both sides."""
    names = dict.fromkeys(unit.topic for unit in after if unit.topic)
    groups = []
    for name in names:
        old = tuple(unit for unit in before if unit.topic == name)
        new = tuple(unit for unit in after if unit.topic == name)
        if old:
            reason = (say("comparison.link.confirmed"),)
            groups.append(Group(old, new, "confirmed", 1.0, reason))
    return groups


def _by_likeness(before: list[Unit], after: list[Unit], topics: Topics, known: int) -> list[Group]:
    """The rest, each item with its best partner; items without one stand alone.

    `known` is how many topics both meetings have besides.
    """
    scores = Scores(before, after, topics)
    groups: dict[int, Group] = {}
    of_older: dict[int, int] = {}
    for score, i, j in scores.best_first(of_older, groups):
        if score < ALONE_FROM:
            break
        if not _is_link(scores, i, j):
            continue
        old, new = before[i], after[j]
        here = scores.recurring[j].get(i)
        if score < LINKED_FROM and not (here or are_related(old.candidate, new.candidate)):
            continue
        if score < LINKED_FROM and are_told_apart(old.candidate, new.candidate):
            continue
        why = reasons(old.candidate, new.candidate, here.literal if here else 0)
        groups[j] = Group((old,), (new,), "suggested", score, why)
        of_older[i] = j
    if scores.few_return(len(groups), known):
        _pair_by_text(before, after, scores, groups, of_older, FEW_TEXT_FROM)
    few = scores.few_return(len(groups), known)
    if not few:
        _pair_by_text(before, after, scores, groups, of_older, 0.0)
    joined = _join(before, after, scores, groups, of_older, FEW_PART_FROM if few else 0.0)
    alone = [Group((unit,), ()) for i, unit in enumerate(before) if i not in of_older]
    alone += [
        Group((), (unit,)) for j, unit in enumerate(after) if j not in groups and j not in joined
    ]
    return [*groups.values(), *alone]


def _pair_by_text(
    before: Sequence[Unit],
    after: Sequence[Unit],
    scores: Scores,
    groups: dict[int, Group],
    of_older: dict[int, int],
    least: float,
) -> None:
    """Add the items whose titles have nothing in common and whose texts are alike as no others."""
    for j, new in enumerate(after):
        if j in groups or new.topic or new.candidate.generic:
            continue
        rivals = (
            [unit.candidate for i, unit in enumerate(before) if i not in of_older],
            [unit.candidate for at, unit in enumerate(after) if at not in groups],
        )
        told = []
        for i, old in enumerate(before):
            if i in of_older or old.topic or old.candidate.generic or scores.of(i, j) < 0:
                continue
            pair = old.candidate, new.candidate
            if scores.recurring[j].get(i, NONE).is_strong and are_apart(*pair, returns=True):
                continue
            if nearness(*pair) < least or are_told_apart(*pair):
                continue
            kept = without_halves(*pair, rivals)
            if are_told_alike(*pair, kept, halves=_left_out(rivals, kept)):
                told.append((-nearness(*pair), i))
        if told:
            i = min(told)[1]
            why = reasons(before[i].candidate, new.candidate)
            groups[j] = Group((before[i],), (new,), "suggested", scores.of(i, j), why)
            of_older[i] = j


def _left_out(rivals: Rivals, kept: Rivals) -> Rivals:
    """Those of the rivals that were not kept."""
    ids = {id(each) for row in kept for each in row}
    older, newer = ([each for each in row if id(each) not in ids] for row in rivals)
    return older, newer


def _join(
    before: Sequence[Unit],
    after: Sequence[Unit],
    scores: Scores,
    groups: dict[int, Group],
    of_older: dict[int, int],
    least: float,
) -> set[int]:
    """Add to the pairs the items that were joined in them or split off from them.

    Those whose titles are not alike have `least` likeness in the subject.
    Changes `groups` and `of_older`; returns the places of the newer items that were split off.
    """
    joined: set[int] = set()
    free = [
        (i, j)
        for i in range(len(before))
        for j in range(len(after))
        if i not in of_older or j not in groups
    ]
    for _, i, j in sorted((-scores.of(i, j), i, j) for i, j in free):
        if i not in of_older and j in groups:
            group = groups[j]
            if _is_joined(scores, i, j, before[i], after[j], group.older, least):
                groups[j] = replace(group, older=(*group.older, before[i]))
                of_older[i] = j
        elif (
            i in of_older
            and not (j in groups or j in joined)
            and _is_split_off(before, scores, i, j, after[j], groups[of_older[i]].newer, least)
        ):
            group = groups[of_older[i]]
            groups[of_older[i]] = replace(group, newer=(*group.newer, after[j]))
            joined.add(j)
    return joined


def _is_joined(
    scores: Scores,
    i: int,
    j: int,
    part: Unit,
    whole: Unit,
    siblings: Sequence[Unit],
    least: float = 0.0,
) -> bool:
    """Whether an older item without a partner was joined in a newer one that has another."""
    score = scores.of(i, j)
    if i in scores.recurring[j] and score >= ALONE_FROM:
        others = [abs(scores.of(i, b)) for b in range(len(scores.recurring)) if b != j]
        return score >= min(LINKED_FROM, PART_BY * max(others, default=0.0))
    return score >= LINKED_FROM or (score >= 0 and _is_told_part(whole, part, siblings, least))


def _beside_confirmed(
    confirmed: Sequence[Group], rest: Sequence[Group], topics: Topics
) -> list[Group]:
    """All groups; what was split off a confirmed pair or joined in it stands with that pair.

    Who confirms one half of an item that was split says nothing against the other half.
    """
    found, kept = list(confirmed), []
    alone = [group for group in rest if _is_free(group)]
    homes = _homes([unit for group in alone for unit in group.newer], confirmed, topics, split=True)
    homes |= _homes(
        [unit for group in alone for unit in group.older], confirmed, topics, split=False
    )
    for group in rest:
        place = homes.get(id((*group.older, *group.newer)[0]))
        if place is None:
            kept.append(group)
            continue
        older, newer = (*found[place].older, *group.older), (*found[place].newer, *group.newer)
        found[place] = replace(found[place], older=older, newer=newer, link="suggested")
    return [*found, *kept]


def _is_free(group: Group) -> bool:
    """Whether a group is one whole item that nobody put in a topic."""
    first, *more = (*group.older, *group.newer)
    return not (more or first.topic or first.candidate.generic)


def _homes(
    alone: Sequence[Unit], groups: Sequence[Group], topics: Topics, *, split: bool
) -> dict[int, int]:
    """The place of the confirmed pair that each item was split off from, or joined in."""
    places = [
        (at, unit)
        for at, group in enumerate(groups)
        for unit in (group.older if split else group.newer)
        if not (unit.candidate.generic or unit.sentences)
    ]
    units = [unit for _, unit in places]
    if not (units and alone):
        return {}
    scores = Scores(units, alone, topics) if split else Scores(alone, units, topics)
    found = {}
    for at, unit in enumerate(alone):
        row = [scores.of(each, at) if split else scores.of(at, each) for each in range(len(units))]
        best = row.index(max(row))
        group = groups[places[best][0]]
        if split:
            belongs = _is_split_off(units, scores, best, at, unit, group.newer)
        else:
            belongs = _is_joined(scores, at, best, unit, units[best], group.older)
        if belongs:
            found[id(unit)] = places[best][0]
    return found


def _is_split_off(
    before: Sequence[Unit],
    scores: Scores,
    i: int,
    j: int,
    part: Unit,
    siblings: Sequence[Unit],
    least: float = 0.0,
) -> bool:
    """Whether a newer item without a partner was part of an older one that has another."""
    score, whole = scores.of(i, j), before[i]
    if score >= ALONE_FROM and _is_named_in(part.candidate, whole.candidate):
        others = [abs(scores.of(a, j)) for a in range(len(before)) if a != i]
        if score >= min(LINKED_FROM, NAMED_BY * max(others, default=0.0)):
            return True
    return score >= LINKED_FROM or (score >= 0 and _is_told_part(whole, part, siblings, least))


def _is_told_part(whole: Unit, part: Unit, siblings: Sequence[Unit], least: float) -> bool:
    if whole.candidate.generic or part.candidate.generic:
        return False
    beside = [each.candidate for each in siblings]
    return is_part_of(whole.candidate, part.candidate, beside, least=least)


def _is_named_in(part: Candidate, whole: Candidate) -> bool:
    """Whether most of what a title names is what another item alone speaks of in its meeting.

    And some of what no other title or text of its own meeting names, if it does.
    """
    heads = {word for word in part.heads() if word[0] != THING}
    alone = heads & part.alone()
    if alone and alone.isdisjoint(whole.subject()):
        return False
    named = heads & whole.own()
    return len(named) >= NAMED_LEAST and 2 * len(named) >= len(heads)


def _is_link(scores: Scores, i: int, j: int) -> bool:
    """Whether a pair is alike enough, or alike and far ahead of any other."""
    score = scores.of(i, j)
    if score >= LINKED_FROM:
        return True
    if score < ALONE_FROM:
        return False
    best = max(map(abs, scores.rivals(i, j)), default=0.0)
    if score >= CLEAR_FROM and score - best >= CLEAR_BY:
        return True
    return score >= (CROSSING_BY if scores.cross(i, j) else ALONE_BY) * best
