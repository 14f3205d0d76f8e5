"""Two meetings beside one another: per topic and actor, what became of each statement."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import count

from workflow.comparison.align import Pairs, align
from workflow.comparison.asides import with_asides
from workflow.comparison.crossing import uncrossed
from workflow.comparison.echoes import with_echoes
from workflow.comparison.filters import is_move
from workflow.comparison.fitting import Likeness, is_view
from workflow.comparison.formal import goes_on, is_formal, is_on_same
from workflow.comparison.groupedparts import link_parts
from workflow.comparison.grouping import Group, group_items
from workflow.comparison.halves import with_halves
from workflow.comparison.kinds import Judging, judge, rank
from workflow.comparison.model import (
    Comparison,
    ItemRef,
    MeetingSide,
    PositionChange,
    Stand,
    TopicComparison,
)
from workflow.comparison.rules import polarity
from workflow.comparison.scores import Unit
from workflow.comparison.sentences import SentenceChange, sentence_changes
from workflow.comparison.stands import SUGGESTION, SUMMARY, has_sides
from workflow.comparison.statements import stands
from workflow.positions.actors import actor_rank
from workflow.positions.model import GROUP
from workflow.report.model import Item
from workflow.summaries.topics import Topics

IN_A_GROUP = 0.35
"""Likeness from which a state that is not named any more may speak within a group."""


def compare_meetings(
    older: MeetingSide,
    newer: MeetingSide,
    *,
    topics: Topics | None = None,
    own_government: str = "nederland",
) -> Comparison:
    """What changed between two meetings, topic by topic in the newer meeting's order.

    Topics that are not discussed any more come last, without changes: silence on a topic that
    nobody discussed says nothing. In a topic reversals stand on top, then the own government.
    The meetings may be of different councils. Two versions of one meeting are compared by what
    staff wrote only.
    """
    topics = topics or Topics()
    versions = older.meeting.id == newer.meeting.id
    groups = group_items(older, newer, topics)
    if not versions:
        groups = link_parts(groups, topics)
    groups, lacking = _of_version(older, groups)
    said = [(group, *_said(older, newer, group)) for group in groups]
    likeness = Likeness([each for _, _, *both in said for side in both for each in side])
    found = []
    rows = zip(_names(groups), lacking, said, strict=True)
    for name, reason, (group, source, before, after) in rows:
        changes = position_changes(before, after, likeness, own_government=own_government)
        title = topics.title(group.topic)
        found.append(
            TopicComparison(
                topic=name,
                title=title if title != group.topic else group.title,
                older=_refs(group.older),
                newer=_refs(group.newer),
                link=group.link,
                score=group.score,
                reasons=group.reasons,
                changes=changes,
                source=source,
                versions=versions,
                sentences=_sentences(older, newer, group) if versions else (),
                lacking=reason,
            )
        )
    return Comparison(older.meeting, newer.meeting, tuple(found), older.name, newer.name)


def _of_version(
    older: MeetingSide, groups: Sequence[Group]
) -> tuple[tuple[Group, ...], tuple[str, ...]]:
    """The groups with what the older version has, and why the older side of each is empty.

    What it lacks is linked like the rest: it must not be taken for new, nor beside another item.
    """
    found = []
    for group in groups:
        has = tuple(u for u in group.older if u.candidate.entry.slug not in older.lacking)
        reason = ""
        if group.older and not has:
            reason = older.lacking[group.older[0].candidate.entry.slug]
            group = replace(group, link="none", score=0.0, reasons=())
        if has or group.newer:
            found.append((replace(group, older=has), reason))
    return tuple(group for group, _ in found), tuple(reason for _, reason in found)


def _names(groups: Sequence[Group]) -> list[str]:
    """An id for each topic: `Overige onderwerpen` of both meetings, not linked, get a number."""
    taken = {group.topic for group in groups}
    seen: set[str] = set()
    found = []
    for group in groups:
        name = group.topic
        if name in seen:
            numbered = (f"{name}-{number}" for number in count(2))
            name = next(each for each in numbered if each not in taken)
            taken.add(name)
        seen.add(name)
        found.append(name)
    return found


def _said(
    older: MeetingSide, newer: MeetingSide, group: Group
) -> tuple[str, Sequence[Stand], Sequence[Stand]]:
    """Where the statements on a topic come from, and those of then and of now."""
    confirmed = older.meeting.id == newer.meeting.id or (
        _is_confirmed(older, group.older) and _is_confirmed(newer, group.newer)
    )
    whole = older.meeting.id != newer.meeting.id
    before = _stands(older, group.older, confirmed, whole=whole) if group.newer else ()
    after = _stands(newer, group.newer, confirmed, whole=whole)
    if group.older and group.newer and not confirmed:
        before, after = (
            with_echoes(before, after, older, _items(group.older)),
            with_echoes(after, before, newer, _items(group.newer)),
        )
    return SUMMARY if confirmed else SUGGESTION, before, after


def _sentences(older: MeetingSide, newer: MeetingSide, group: Group) -> tuple[SentenceChange, ...]:
    """What became of the sentences of an item's summary."""
    texts = []
    for side, units in ((older, group.older), (newer, group.newer)):
        found = (side.summaries.get(unit.candidate.entry.slug) for unit in units)
        texts.append([each.text for summary in found if summary for each in summary.sentences])
    return sentence_changes(*texts)


def position_changes(
    older: Sequence[Stand],
    newer: Sequence[Stand],
    likeness: Likeness | None = None,
    *,
    own_government: str = "nederland",
) -> tuple[PositionChange, ...]:
    """What became of the statements on one topic.

    Reversals stand on top, who stayed where they were below; in each, actors in editorial order.
    """
    likeness = likeness or Likeness([*older, *newer])
    every = older, newer
    asides = [stand for stand in (*older, *newer) if stand.aside]
    older, newer = ([stand for stand in side if not stand.aside] for side in (older, newer))
    families: dict[str, tuple[list[Stand], list[Stand]]] = {}
    for at, side in enumerate((older, newer)):
        for stand in side:
            families.setdefault(stand.family, ([], []))[at].append(stand)
    judging = cache(judge)  # a pair is judged to find who belongs together, and told later
    changes: list[PositionChange] = []
    for family in sorted(families, key=lambda actor: actor_rank(actor, own_government)):
        before, after = _without_forms(*families[family])
        pairs = with_asides(align(before, after, likeness, judging), asides, likeness)
        pairs = with_halves(pairs, *every, likeness)
        if family == GROUP:
            pairs = uncrossed(pairs, judging)
            pairs.sort(key=lambda pair: -max(rank(stand) for stand in pair if stand))
        changes += [
            _change(old, new, judging, silent=not families[family][1]) for old, new in _views(pairs)
        ]
    found = (_with_groups(change, older, newer, likeness) for change in changes)
    return tuple(sorted(found, key=_weight))


def _weight(change: PositionChange) -> int:
    """How far down a change stands: reversals, other moves, the rest.

    An explanation that comes or goes is no more than another wording.
    """
    if change.kind == "reversed":
        return 0
    alone = change.newer if change.older is None else change.older
    explains = change.kind in ("new", "dropped") and alone is not None and not is_view(alone)
    return 1 if is_move(change) and not explains else 2


def _without_forms(
    before: Sequence[Stand], after: Sequence[Stand]
) -> tuple[Sequence[Stand], Sequence[Stand]]:
    """The statements of an actor without thanks and presentations.

    Those stay where an actor does no more than that or explains on both sides, presents what it
    promised, or has nothing but them beside its views on the same matter.
    """
    promised = [each for each in before if each.stance == "announce" and not is_formal(each)]
    views = [
        [stand for stand in before if not is_formal(stand)],
        [stand for stand in after if not is_formal(stand) or is_on_same(stand, promised)],
    ]
    told = any(is_view(stand) for side in views for stand in side)
    if not (before and after) or all(views):
        return views[0], views[1]
    if told:
        presented = all(any(map(is_formal, side)) for side in (before, after))
        if presented:
            return _beside_presented(before), _beside_presented(after)
        said = [stand for side in views for stand in side]
        went_on = [[stand for stand in side if goes_on(stand, said)] for side in (before, after)]
        return views[0] or went_on[0], views[1] or went_on[1]
    if not any(views):
        return before, after
    explained = [[stand for stand in side if not is_view(stand)] for side in (before, after)]
    return views[0] or explained[0], views[1] or explained[1]


def _beside_presented(said: Sequence[Stand]) -> list[Stand]:
    """The views and presentations of an actor that only presents on the other side."""
    return [stand for stand in said if is_view(stand) or is_formal(stand)]


def _views(pairs: Pairs) -> Pairs:
    """The pairs of an actor; beside a view on both sides without explanations on one side only."""
    if not any(old and new and is_view(old) and is_view(new) for old, new in pairs):
        return pairs
    return [
        (old, new)
        for old, new in pairs
        if (old and new) or any(stand and is_view(stand) for stand in (old, new))
    ]


def _change(
    old: Stand | None, new: Stand | None, judging: Judging, *, silent: bool
) -> PositionChange:
    """What became of one pair of statements, or of one without a partner."""
    judgement = judging(old, new)
    stand = new or old
    assert stand is not None  # a pair has one side at least
    why = list(judgement.reasons)
    if old and new and old.co != new.co and not stand.is_group:
        why.append("joined_group" if new.co else "left_group")
    return PositionChange(
        actor=stand.family,
        kind=judgement.kind,
        older=old,
        newer=new,
        style=judgement.style,
        reasons=tuple(why),
        silent=silent and new is None,
    )


def _with_groups(
    change: PositionChange, older: Sequence[Stand], newer: Sequence[Stand], likeness: Likeness
) -> PositionChange:
    """The change with a note where a named state may have spoken within a group, or left it."""
    if not change.actor.startswith("land:") or change.kind not in ("new", "dropped"):
        return change
    stand, others, reason = (
        (change.newer, older, "from_group") if change.newer else (change.older, newer, "in_group")
    )
    for other in others:
        if (
            stand
            and other.is_group
            and polarity(other.stance) == polarity(stand.stance)
            and likeness.of(stand, other) >= IN_A_GROUP
        ):
            return replace(change, reasons=(*change.reasons, reason))
    return change


def _is_confirmed(side: MeetingSide, units: Iterable[Unit]) -> bool:
    return all(has_sides(side, unit.candidate.entry.slug) for unit in units)


def _stands(
    side: MeetingSide, units: Sequence[Unit], confirmed: bool, *, whole: bool
) -> tuple[Stand, ...]:
    """The statements of one side on a topic; `whole` takes what one sentence says as one."""
    return tuple(
        stand
        for unit in units
        for stand in stands(
            side,
            unit.candidate.entry.slug,
            unit.candidate.item,
            confirmed=confirmed,
            sentences=unit.belonging.sentences if unit.belonging else (),
            with_asides=whole,
        )
    )


def _items(units: Iterable[Unit]) -> dict[str, Item]:
    return {unit.candidate.entry.slug: unit.candidate.item for unit in units}


def _refs(units: Sequence[Unit]) -> tuple[ItemRef, ...]:
    return tuple(unit.ref for unit in units)
