"""Which earlier items or topics an item may belong to, for a person to confirm or refuse."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush

from workflow.comparison.alike import ALMOST, LINKED_FROM, doubted, lifted, likeness, titles_alike
from workflow.comparison.candidates import Candidate, candidates
from workflow.comparison.linkreasons import common_words, reasons
from workflow.comparison.model import ItemRef, MeetingSide
from workflow.comparison.parted import is_part_of
from workflow.comparison.parts import Part, as_written, cut_up, numbers_of, parts_about, parts_of
from workflow.comparison.points import are_headed_alike, bare_head, head_of
from workflow.comparison.recurring import NONE, Recurrence, Recurrences, weighed
from workflow.comparison.textlikeness import nearest
from workflow.languages import say
from workflow.report.model import Item
from workflow.summaries.itemfile import render_evidence
from workflow.summaries.itemparts import add_to_topic
from workflow.summaries.model import Summary
from workflow.summaries.topics import (
    Belonging,
    Topic,
    Topics,
    item_key,
    new_id,
    part_key,
    put_in_topic,
)

LISTED_FROM = 0.15
"""Likeness from which an earlier item is listed as possible."""
RECENT = 3
"""Meetings, counted from the last one, whose sentences are looked for."""
MOST_ASKED = 80
"""Earlier items of which is asked whether they only look alike: the bound of the cost."""
LISTED = 3
"""Proposals that are shown for one item."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """That an item may belong to a topic, or with an earlier item that has none yet."""

    topic: str
    """Id of the topic, or empty."""
    older: ItemRef | None
    """The last earlier item of the topic; None for a topic that is only known by its dossier."""
    score: float
    reasons: tuple[str, ...]
    selected: bool
    """Strong enough to be offered as the answer."""
    sentences: tuple[int, ...] = ()
    """The part of the item that it is about; empty for the whole."""
    older_sentences: tuple[int, ...] = ()
    """The part of the earlier item; empty for the whole."""
    title: str = ""
    """How a new topic may be called where the earlier item's title says nothing."""


def propose(
    newer: MeetingSide, earlier: Iterable[MeetingSide], topics: Topics | None = None
) -> dict[str, tuple[Proposal, ...]]:
    """What each item of a meeting may belong to, best first, at most three for an item.

    Looks at earlier meetings of the same council only. An item with confirmed topics gets
    proposals for what else was joined in it alone; one whose title says nothing gets them for
    its parts, from the last meetings.
    What a person refused is not proposed again, nor is another item of the refused topic.
    """
    topics = topics or Topics()
    sides = [
        side for side in earlier if side.meeting.body == newer.meeting.body and side.day < newer.day
    ]
    sides.sort(key=lambda side: side.day, reverse=True)
    rows = candidates([newer, *sides])
    pool = [candidate for row in rows[1:] for candidate in row]
    recent = [each for row in rows[1 : 1 + RECENT] for each in row]
    known = Recurrences(recent, rows[0])
    row = cut_up(recent)
    pieces = [each for each in row if each.generic]
    whole = {}
    for candidate in rows[0]:
        if not candidate.topics and not candidate.generic:
            near = _near(rows[1 : 1 + RECENT], candidate)
            found = _proposals(candidate, pool, topics, known.of(candidate), near)
            of_parts = proposed_of_parts(candidate, pieces, topics)
            if any(each.selected for each in found):
                of_parts = tuple(replace(each, selected=False) for each in of_parts)
            chosen = tuple(each for each in of_parts if each.selected)[:1]
            rest = tuple(each for each in of_parts if each not in chosen)
            joined = proposed_to_join(candidate, recent, known.of(candidate), topics, found)
            listed = (*chosen, *found[:1], *joined, *found[1:], *rest)
            whole[candidate.entry.slug] = listed[:LISTED]
        elif candidate.topics and not candidate.generic:
            joined = proposed_to_join(candidate, recent, known.of(candidate), topics)
            if joined:
                whole[candidate.entry.slug] = joined
    generic = {each.entry.slug: each for each in rows[0] if each.generic}
    cut = parts_of(generic.values(), row)
    in_parts = {name: proposed_for_parts(generic[name], cut[name], row, topics) for name in cut}
    return whole | {name: found for name, found in in_parts.items() if found}


def proposed_to_join(
    candidate: Candidate,
    recent: Sequence[Candidate],
    recurring: Mapping[int, Recurrence],
    topics: Topics,
    found: Sequence[Proposal] = (),
) -> tuple[Proposal, ...]:
    """Earlier items without a topic that were joined in an item beside the one it goes on with.

    That is what a person confirmed of the item, or else what is offered as the answer (`found`).
    By its sentences or its words, never for likeness alone: the item has its answer.
    """
    answers = [(each.topic, _in_topic(recent, each.topic)) for each in candidate.topics]
    known = [item_key(each.older.meeting, each.older.slug) for each in found if each.older]
    if known and found[0].selected:
        answers.append((found[0].topic, [each for each in recent if each.key == known[0]]))
    joined = []
    for topic, beside in answers:
        for at, older in enumerate(recent):
            siblings = [each for each in beside if each.meeting == older.meeting]
            put_apart = topics.is_refused(candidate.key, older.key) or topics.is_refused(
                older.key, topic
            )
            if not siblings or older.topics or older.generic or older.key in known or put_apart:
                continue
            here = recurring.get(at, NONE)
            if here.is_strong or is_part_of(candidate, older, siblings):
                why = reasons(older, candidate, here.literal)
                joined.append(Proposal(topic, older.ref, LINKED_FROM, why, False))
    return tuple(joined[:LISTED])


def _in_topic(row: Iterable[Candidate], topic: str) -> list[Candidate]:
    return [item for item in row if any(each.topic == topic for each in item.topics)]


def proposed_of_parts(
    candidate: Candidate, pieces: Sequence[Candidate], topics: Topics
) -> tuple[Proposal, ...]:
    """Parts of earlier items about many things that may be what the item goes on with."""
    refused = _refused(candidate, pieces, topics)
    found: list[Proposal] = []
    for score, piece in parts_about(candidate, pieces):
        numbers = numbers_of(piece)
        named = next((each.topic for each in piece.topics if _covers(each, numbers)), "")
        whole = piece.key in refused and not named
        if whole or topics.is_refused(candidate.key, named or part_key(piece.key, numbers)):
            continue
        title, why = candidate.entry.title, reasons(piece, candidate)
        selected = score >= LINKED_FROM and not any(each.selected for each in found)
        found.append(Proposal(named, piece.ref, score, why, selected, (), numbers, title))
    return tuple(found)


def proposed_for_parts(
    candidate: Candidate, parts: Sequence[Part], row: Sequence[Candidate], topics: Topics
) -> tuple[Proposal, ...]:
    """For each part of an item the earlier item, or part of one, that it most likely belongs with.

    `row` has the earlier items, those whose title says nothing in parts.
    """
    refused = _refused(candidate, row, topics)
    found = []
    for part in parts:
        own = replace(candidate, item=_only(candidate.item, part.sentences))
        fitting = [at for at in part.best if _fits(own, row[at], refused, topics)]
        if not fitting:
            continue
        older, here = row[fitting[0]], part.recurring.get(fitting[0], NONE)
        numbers = render_evidence(part.sentences).strip("[]")
        why = (say("comparison.link.part", sentences=numbers), *reasons(older, own, here.literal))
        of_older = numbers_of(older) if older.generic else ()
        belonging = next((each.topic for each in older.topics if _covers(each, of_older)), "")
        score = part.score(fitting[0])
        selected = part.is_sure(fitting[0], generic=older.generic)
        title = _called(older, own) if older.generic else ""
        found.append(
            Proposal(belonging, older.ref, score, why, selected, part.sentences, of_older, title)
        )
    return tuple(found)


def _called(older: Candidate, own: Candidate) -> str:
    """How a topic of two parts is called: as the point is headed, else by their common words."""
    if are_headed_alike(older.item, own.item):
        return bare_head(own.item)
    headed = head_of(older.item) or head_of(own.item)
    return headed or as_written(common_words(older, own), (own.item, older.item))


def _fits(own: Candidate, older: Candidate, refused: Collection[str], topics: Topics) -> bool:
    """Whether a part may be proposed with an earlier item, or with a part of one."""
    if not older.generic:
        return older.key not in refused
    keys = (part_key(each.key, numbers_of(each)) for each in (own, older))
    named = {each.topic for each in older.topics if _covers(each, numbers_of(older))}
    return not topics.is_refused(*keys) and not any(
        topics.is_refused(own.key, name) for name in named
    )


def _covers(belonging: Belonging, sentences: Collection[int]) -> bool:
    """Whether a topic has any of these sentences of its item, or the whole item."""
    whole = not belonging.sentences or not sentences
    return whole or not set(belonging.sentences).isdisjoint(sentences)


def _only(item: Item, sentences: Collection[int]) -> Item:
    """The item with these sentences alone."""
    kept = tuple(each for each in item.sentences if each.number in sentences)
    return replace(item, sentences=kept)


def _proposals(
    candidate: Candidate,
    pool: Sequence[Candidate],
    topics: Topics,
    recurring: Mapping[int, Recurrence],
    near: Mapping[int, float],
) -> tuple[Proposal, ...]:
    """The proposals for one item; `pool` has the latest meetings first.

    `recurring` says by place in the pool whose sentences come back in it, `near` which are
    about the same as no other of their meetings is.
    """
    refused = _refused(candidate, pool, topics)
    found: list[Proposal] = []
    kept: list[Candidate] = []
    for score, at in _best_first(candidate, pool, refused, recurring, near, kept):
        other = pool[at]
        if score < LISTED_FROM:
            break
        if any(_is_same(other, each) for each in kept):
            continue
        latest = next(each for each in pool if each.key not in refused and _is_same(other, each))
        kept.append(latest)
        belonging = next((each.topic for each in latest.topics), "")
        selected = score >= LINKED_FROM and not found
        here = recurring.get(at, NONE)
        why = reasons(latest, candidate, here.literal)
        found.append(Proposal(belonging, latest.ref, score, why, selected))
        if len(found) == LISTED:
            break
    return tuple(_by_dossier(candidate, found, topics)[:LISTED])


def _best_first(
    candidate: Candidate,
    pool: Sequence[Candidate],
    refused: Collection[str],
    recurring: Mapping[int, Recurrence],
    near: Mapping[int, float],
    kept: Sequence[Candidate],
) -> Iterator[tuple[float, int]]:
    """Likeness and place of the earlier items, the most alike first, of as alike the latest.

    Whether two items only look alike costs most: it is asked where nothing better is left, and
    of no item of a topic that was `kept` meanwhile; beyond a bound none is offered as the answer.
    """
    heap = [
        (-max(_likeness(other, candidate, at, recurring), near.get(at, 0.0)), at, False)
        for at, other in enumerate(pool)
        if other.key not in refused
    ]
    heapify(heap)
    asked = 0
    while heap:
        score, at, sure = heappop(heap)
        if sure or -score < LINKED_FROM:
            yield -score, at
            continue
        if any(_is_same(pool[at], each) for each in kept):
            continue
        known = -score
        if asked < MOST_ASKED:
            returns = recurring.get(at, NONE).is_strong
            known = doubted(known, pool[at], candidate, returns=returns, least=LINKED_FROM)
        else:
            known = min(known, ALMOST)
        asked += 1
        heappush(heap, (-known, at, True))


def _near(rows: Sequence[Sequence[Candidate]], candidate: Candidate) -> dict[int, float]:
    """The item of each meeting that is about the same as no other is, by its place."""
    found, first = {}, 0
    for row in rows:
        at, score = nearest(row, candidate)
        if at >= 0:
            found[first + at] = score
        first += len(row)
    return found


def _likeness(
    older: Candidate, newer: Candidate, place: int, recurring: Mapping[int, Recurrence]
) -> float:
    """Likeness of two items, with the sentences that come back."""
    score = lifted(likeness(older, newer), older, newer)
    return score if older.generic else weighed(score, place, recurring)


def _is_same(one: Candidate, other: Candidate) -> bool:
    """Whether two earlier items are one topic as far as is known."""
    if one.topics and other.topics:
        return bool({each.topic for each in one.topics} & {each.topic for each in other.topics})
    return one.key == other.key or titles_alike(one, other) >= 0.8


def _refused(candidate: Candidate, pool: Sequence[Candidate], topics: Topics) -> set[str]:
    """Keys of the earlier items that a person refused, alone or with their topic."""
    if not topics.refused:
        return set()
    out: set[str] = set()
    for other in pool:
        names = {each.topic for each in other.topics}
        if topics.is_refused(candidate.key, other.key):
            out |= names | {other.key}
        out |= {name for name in names if topics.is_refused(candidate.key, name)}
    return {
        other.key
        for other in pool
        if other.key in out or any(each.topic in out for each in other.topics)
    }


def _by_dossier(candidate: Candidate, found: list[Proposal], topics: Topics) -> list[Proposal]:
    """The proposals with the topic first whose dossier the item cites."""
    for topic in topics.topics:
        if topic.dossier in candidate.marks():
            if topics.is_refused(candidate.key, topic.id):
                continue
            reason = say("comparison.link.dossier", dossier=topic.dossier, topic=topic.title)
            known = next((each for each in found if each.topic == topic.id), None)
            rest = [
                Proposal(each.topic, each.older, each.score, each.reasons, False)
                for each in found
                if each is not known
            ]
            score = max(LINKED_FROM, known.score if known else 0.0)
            others = known.reasons if known else ()
            older = known.older if known else None
            return [Proposal(topic.id, older, score, (reason, *others), True), *rest]
    return found


def confirm(
    proposal: Proposal,
    newer: Summary,
    older: Summary | None,
    topics: Topics,
    sentences: Iterable[int] = (),
) -> tuple[Topics, Summary, Summary | None]:
    """The topics and both summaries after a person agreed with a proposal.

    A topic that does not exist yet gets its id and title from the earlier item, which is put in
    it; so is an earlier item that was joined in one of a topic. `sentences` says which part of
    the item belongs to it; by default what the proposal is about.
    """
    name = proposal.topic
    if name and older and not older.topics:
        older = put_in_topic(older, name, proposal.older_sentences)
    if not name:
        title = proposal.title or (older.title if older else newer.title)
        name = new_id(title, {topic.id for topic in topics.topics})
        topics = topics.with_topic(Topic(name, title))
        older = put_in_topic(older, name, proposal.older_sentences) if older else None
    part = tuple(sentences) or proposal.sentences
    return topics, add_to_topic(newer, name, part), older
