"""Which items of different meetings are about the same topic."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workflow.comparison.model import ItemRef, MeetingSide
from workflow.comparison.stands import items_by_slug
from workflow.comparison.vectors import Vector, content_words, cosine, pieces, rarity, vector
from workflow.comparison.words import plain
from workflow.languages import LANGUAGES, data, say
from workflow.report.model import Item
from workflow.summaries.model import MeetingItem, Summary
from workflow.summaries.topics import (
    Belonging,
    Topic,
    Topics,
    belongings,
    item_key,
    put_in_topic,
)
from workflow.text import shorten, slug

LINKED_FROM = 0.45
"""Likeness from which a link is proposed as selected. Measured: wrong ones end at .44."""
LISTED_FROM = 0.15
"""Likeness from which an earlier item is listed as possible."""
LISTED = 3
"""Proposals that are shown for one item."""
SHARED = 0.3
"""What a shared dossier or act adds, as a share of what is missing to 1."""
TITLE_WEIGHT = 3
"""How often the title counts beside the body. Measured."""
LONGEST_BODY = 4_000
"""Characters of an item's text that count."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item as linking sees it."""

    meeting: str
    entry: MeetingItem
    item: Item
    topics: tuple[Belonging, ...]
    generic: bool
    """Its title says nothing about the subject."""
    title: Vector
    body: Vector
    """Title and text together."""
    text: Vector
    """The text alone."""
    marks: frozenset[str]
    """Dossiers, documents and acts that set the item apart within its meeting."""

    @property
    def key(self) -> str:
        """Meeting and slug."""
        return item_key(self.meeting, self.entry.slug)

    @property
    def ref(self) -> ItemRef:
        """What is shown of it."""
        return ItemRef(self.meeting, self.entry.slug, self.entry.label, self.entry.title)


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


def is_generic(title: str) -> bool:
    """Whether a title says nothing about the subject, such as `Diversen`."""
    known = _generic_words()
    return all(word in known or word.isdigit() or len(word) < 2 for word in content_words(title))


def _generic_words() -> frozenset[str]:
    return frozenset(
        plain(word)
        for language in LANGUAGES
        for word in data(language, "comparison")["generic_words"]
    )


def candidates(sides: Sequence[MeetingSide]) -> list[list[Candidate]]:
    """The items of each meeting, with weights over all of them."""
    rows = []
    for side in sides:
        items = items_by_slug(side)
        for entry in side.meeting.items:
            item = items.get(entry.slug) or Item(entry.number, entry.title, ())
            body = " ".join(sentence.text for sentence in item.sentences)[:LONGEST_BODY]
            rows.append((side, entry, item, pieces(entry.title), pieces(body)))
    weights = rarity(head | text for _, _, _, head, text in rows)
    found: dict[str, list[Candidate]] = {side.meeting.id: [] for side in sides}
    marks = {side.meeting.id: _marks(items_by_slug(side)) for side in sides}
    for side, entry, item, head, text in rows:
        both = text.copy()
        for piece, times in head.items():
            both[piece] += TITLE_WEIGHT * times
        summary = side.summaries.get(entry.slug)
        found[side.meeting.id].append(
            Candidate(
                meeting=side.meeting.id,
                entry=entry,
                item=item,
                topics=belongings(summary) if summary else (),
                generic=is_generic(entry.title),
                title=vector(head, weights),
                body=vector(both, weights),
                text=vector(text, weights),
                marks=marks[side.meeting.id].get(entry.slug, frozenset()),
            )
        )
    return [found[side.meeting.id] for side in sides]


def _marks(items: Mapping[str, Item]) -> dict[str, frozenset[str]]:
    """Dossiers, documents and acts by item, without those that three items or more share."""
    found: dict[str, frozenset[str]] = {}
    for name, item in items.items():
        found[name] = frozenset(
            reference.value.rpartition("-")[0] or reference.value
            if reference.kind == "kamerstuk"
            else reference.value
            for reference in item.references
            if reference.kind in ("kamerstuk", "document", "act")
        )
    often = {
        mark
        for marks in found.values()
        for mark in marks
        if sum(mark in other for other in found.values()) > 2
    }
    return {name: marks - often for name, marks in found.items()}


def likeness(older: Candidate, newer: Candidate, *, by_text: bool = False) -> float:
    """How much two items are about the same, from 0 to 1.

    The mean of the titles and of title and text together. A title that says nothing gives 0,
    or with `by_text` the likeness of the texts alone.
    """
    if older.generic or newer.generic:
        return cosine(older.text, newer.text) if by_text and older.generic == newer.generic else 0.0
    score = (cosine(older.title, newer.title) + cosine(older.body, newer.body)) / 2
    return score + SHARED * (1 - score) if older.marks & newer.marks else score


def reasons(older: Candidate, newer: Candidate) -> tuple[str, ...]:
    """Why two items are taken to be about the same, in words."""
    found = []
    words = _common_words(older.entry.title, newer.entry.title)
    if words:
        found.append(say("comparison.link.title", words=", ".join(words)))
    shared = sorted(older.marks & newer.marks)
    if shared:
        found.append(say("comparison.link.mark", marks=", ".join(shared)))
    text = _common_words(_body(older.item), _body(newer.item), besides=words)
    if text:
        found.append(say("comparison.link.text", words=", ".join(text)))
    return tuple(found)


def _body(item: Item) -> str:
    return " ".join(sentence.text for sentence in item.sentences)[:LONGEST_BODY]


def _common_words(older: str, newer: str, besides: Sequence[str] = ()) -> list[str]:
    """Up to three long words of the newer text that the older one has, or has a form of."""
    others = set(content_words(older))
    starts = {word[:6] for word in others if len(word) >= 6}
    generic = _generic_words()
    found = [
        word
        for word in dict.fromkeys(content_words(newer))
        if len(word) >= 4
        and word not in generic
        and word not in besides
        and (word in others or (len(word) >= 6 and word[:6] in starts))
    ]
    return sorted(sorted(found), key=len, reverse=True)[:3]


def propose(
    newer: MeetingSide, earlier: Iterable[MeetingSide], topics: Topics | None = None
) -> dict[str, tuple[Proposal, ...]]:
    """What each item of a meeting may belong to, best first, at most three for an item.

    Looks at earlier meetings of the same council only. An item with confirmed topics gets no
    proposal, nor does one whose title says nothing; what a person refused is not proposed again,
    nor is another item of the refused topic.
    """
    topics = topics or Topics()
    sides = [
        side
        for side in earlier
        if side.meeting.council == newer.meeting.council and side.day < newer.day
    ]
    sides.sort(key=lambda side: side.day, reverse=True)
    rows = candidates([newer, *sides])
    pool = [candidate for row in rows[1:] for candidate in row]
    return {
        candidate.entry.slug: _proposals(candidate, pool, topics)
        for candidate in rows[0]
        if not candidate.topics and not candidate.generic
    }


def _proposals(
    candidate: Candidate, pool: Sequence[Candidate], topics: Topics
) -> tuple[Proposal, ...]:
    """The proposals for one item; `pool` has the latest meetings first."""
    refused = _refused(candidate, pool, topics)
    scored = sorted(
        (
            (likeness(other, candidate), -at, other)
            for at, other in enumerate(pool)
            if other.key not in refused
        ),
        key=lambda entry: entry[:2],
        reverse=True,
    )
    found: list[Proposal] = []
    kept: list[Candidate] = []
    for score, _, other in scored:
        if score < LISTED_FROM or len(found) == LISTED:
            break
        if any(_is_same(other, each) for each in kept):
            continue
        latest = next(each for each in pool if each.key not in refused and _is_same(other, each))
        kept.append(latest)
        belonging = next((each.topic for each in latest.topics), "")
        selected = score >= LINKED_FROM and not found
        found.append(Proposal(belonging, latest.ref, score, reasons(latest, candidate), selected))
    return tuple(_by_dossier(candidate, found, topics)[:LISTED])


def _is_same(one: Candidate, other: Candidate) -> bool:
    """Whether two earlier items are one topic as far as is known."""
    if one.topics and other.topics:
        return bool({each.topic for each in one.topics} & {each.topic for each in other.topics})
    return one.key == other.key or cosine(one.title, other.title) >= 0.8


def _refused(candidate: Candidate, pool: Sequence[Candidate], topics: Topics) -> set[str]:
    """Keys of the earlier items that a person refused, alone or with their topic."""
    out = {topic.id for topic in topics.topics if topics.is_refused(candidate.key, topic.id)}
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
        if topic.dossier and topic.dossier in candidate.marks:
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


def also_in(side: MeetingSide) -> dict[str, tuple[ItemRef, ...]]:
    """For each item, the items of other parts of the same meeting about the same subject."""
    row = candidates([side])[0]
    return {
        one.entry.slug: tuple(
            other.ref
            for other in row
            if other.entry.part != one.entry.part and likeness(other, one) >= LINKED_FROM
        )
        for one in row
    }


def confirm(
    proposal: Proposal, newer: Summary, older: Summary | None, topics: Topics
) -> tuple[Topics, Summary, Summary | None]:
    """The topics and both summaries after a person agreed with a proposal.

    A topic that does not exist yet gets its id and title from the earlier item.
    """
    name = proposal.topic
    if not name:
        title = shorten(older.title if older else newer.title, 60)
        name = slug(title)
        taken = {topic.id for topic in topics.topics}
        number = 2
        while name in taken:
            name = f"{slug(title)}-{number}"
            number += 1
        topics = topics.with_topic(Topic(name, title))
        older = put_in_topic(older, name) if older else None
    return topics, put_in_topic(newer, name), older
