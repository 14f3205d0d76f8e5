"""Items as linking sees them."""

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import chain
from typing import Self

from workflow.comparison.cited import cited
from workflow.comparison.cited import telling as telling_marks
from workflow.comparison.kin import Naming, naming, things
from workflow.comparison.late import Late
from workflow.comparison.model import ItemRef, MeetingSide
from workflow.comparison.stands import items_by_slug
from workflow.comparison.titles import is_generic, member_states, stems, subject, told
from workflow.comparison.tokens import plain
from workflow.comparison.vectors import (
    Vector,
    Words,
    content_words,
    cosine,
    different_pieces,
    pieces_of,
    rarity,
    vector,
)
from workflow.report.model import Item
from workflow.summaries.model import MeetingItem
from workflow.summaries.topics import Belonging, belongings, item_key

TITLE_WEIGHT = 3
"""How often the title counts beside the body. Measured."""
LONGEST_BODY = 4_000
"""Characters of an item's text that count."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item as linking sees it."""

    meeting: str
    key: str
    """Meeting and slug."""
    entry: MeetingItem
    item: Item
    topics: tuple[Belonging, ...]
    generic: bool
    """Its title says nothing about the subject."""
    head: Words
    """The words of its title that say what it is about."""
    near_title: Callable[[Words, Words], float]
    """How much two such titles are about the same: the same ones return meeting after meeting."""
    body: Callable[[], Vector]
    """Title and text together. This and the next nine are made when they are first asked for."""
    text: Callable[[], Vector]
    """The text alone, for a title that says nothing."""
    cites: Callable[[], frozenset[str]]
    """Dossiers, documents, acts and agencies that the item names."""
    marks: Callable[[], frozenset[str]]
    """Those that set the item apart within its meeting."""
    heads: Callable[[], frozenset[str]]
    """The beginnings of the words of its title that say what it is about."""
    own: Callable[[], frozenset[str]]
    """Beginnings of words, of title and text, that no other item of its meeting has."""
    subject: Callable[[], Vector]
    """The words of title and text that say what it is about, the rare ones heaviest."""
    alone: Callable[[], frozenset[str]]
    """Those of them that no other item of its meeting has."""
    names: Callable[[], Naming]
    """The things that title and text name, each with the words that do."""
    states: Callable[[], Vector]
    """The member states that its text names; those that speak on everything weigh nothing."""
    part: str = ""
    """Title of its part in lower case, where its meeting has several; else empty."""
    row: Sequence[Self] = field(default=(), repr=False, compare=False)
    """The items of its meeting that are looked at, itself among them."""

    @property
    def ref(self) -> ItemRef:
        """What is shown of it."""
        return ItemRef(self.meeting, self.entry.slug, self.entry.label, self.entry.title)


def candidates(
    sides: Sequence[MeetingSide], only: Mapping[str, Collection[str]] | None = None
) -> list[list[Candidate]]:
    """The items of each meeting, with weights over all of them.

    `only` names, by meeting, the slugs that are wanted; by default all.
    """
    rows = [list(_texts(side, only)) for side in sides]
    weights = rarity(different_pieces((*head, *text)) for row in rows for *_, head, text in row)
    rare, scarce = Late(_rare, rows), Late(_scarce, rows)
    of_title = cache(partial(_vector, weights=weights))
    near_title = cache(lambda one, other: cosine(of_title(one), of_title(other)))
    return [
        _row(side, row, weights, near_title, rare, scarce)
        for side, row in zip(sides, rows, strict=True)
    ]


_Texts = tuple[MeetingItem, Item, Words, Words, Words]
"""An item with the words of its title, those that say what it is about, and those of its text."""


def _texts(side: MeetingSide, only: Mapping[str, Collection[str]] | None) -> Iterator[_Texts]:
    items = items_by_slug(side)
    for entry in side.meeting.items:
        if only is None or entry.slug in only.get(side.meeting.id, ()):
            item = items[entry.slug]
            title = content_words(entry.title)
            yield entry, item, title, content_words(subject(entry.title)), body_words(item)


def _row(
    side: MeetingSide,
    texts: Sequence[_Texts],
    weights: Mapping[str, float],
    near_title: Callable[[Words, Words], float],
    rare: Callable[[], Mapping[str, float]],
    scarce: Callable[[], Mapping[str, float]],
) -> list[Candidate]:
    """The items of one meeting."""
    cites = {slug: Late(cited, item) for slug, item in items_by_slug(side).items()}
    marks = Late(telling_marks, cites)
    often = Late(_often, texts)
    titles = {label: plain(title) for label, title in side.meeting.parts}
    found: list[Candidate] = []
    once = Late(_once, found)
    for entry, item, title, head, text in texts:
        summary = side.summaries.get(entry.slug)
        subject_of = Late(_subject, title, head, text, rare)
        found.append(
            Candidate(
                meeting=side.meeting.id,
                key=item_key(side.meeting.id, entry.slug),
                entry=entry,
                item=item,
                topics=belongings(summary) if summary else (),
                generic=is_generic(entry.title),
                head=head,
                near_title=near_title,
                body=Late(_body_vector, head, text, weights),
                text=Late(_vector, text, weights),
                cites=cites[entry.slug],
                marks=Late(_marks, marks, entry.slug),
                heads=Late(_named, title, head),
                own=Late(_own, title, head, text, often),
                subject=subject_of,
                alone=Late(_alone, subject_of, once),
                names=Late(naming, (*title, *text)),
                states=Late(_states, text, scarce),
                part=titles.get(entry.part, "") if len(titles) > 1 else "",
                row=found,
            )
        )
    return found


def _vector(words: Words, weights: Mapping[str, float]) -> Vector:
    return vector(pieces_of(words), weights)


def _body_vector(title: Words, text: Words, weights: Mapping[str, float]) -> Vector:
    both = dict(pieces_of(text))
    for piece, times in pieces_of(title).items():
        both[piece] = both.get(piece, 0) + TITLE_WEIGHT * times
    return vector(both, weights)


def _marks(of_meeting: Callable[[], Mapping[str, frozenset[str]]], slug: str) -> frozenset[str]:
    return of_meeting().get(slug, frozenset())


def _rare(rows: Sequence[Sequence[_Texts]]) -> dict[str, float]:
    """The weight of each beginning of a word over all items."""
    return rarity(_told(*words) for row in rows for _, _, *words in row)


def _subject(
    title: Words, head: Words, text: Words, rare: Callable[[], Mapping[str, float]]
) -> Vector:
    return vector(Counter(chain(told(head, title), told(text))), rare())


def _told(title: Words, head: Words, text: Words) -> frozenset[str]:
    return frozenset((*told(head, title), *told(text)))


def _once(row: Sequence[Candidate]) -> frozenset[str]:
    """The words on a subject that one item of a meeting has."""
    times = Counter(chain.from_iterable(each.subject() for each in row))
    return frozenset([word for word, often in times.items() if often == 1 and word[0] > "9"])


def _alone(subject: Callable[[], Vector], once: Callable[[], frozenset[str]]) -> frozenset[str]:
    return once() & subject().keys()


def _scarce(rows: Sequence[Sequence[_Texts]]) -> dict[str, float]:
    """The weight of each member state over all items: the logarithm of how few name it.

    One that as many items name as the root of their number weighs 1.
    """
    named = [member_states(text) for row in rows for *_, text in row]
    times = Counter(chain.from_iterable(named))
    root = math.log(max(2, len(named))) / 2
    return {code: math.log(len(named) / often) / root for code, often in times.items()}


def _states(text: Words, scarce: Callable[[], Mapping[str, float]]) -> Vector:
    """The states that an item names, at most one long: those of most items do not make it known."""
    weights = scarce()
    named = {code: weights[code] for code in member_states(text)}
    length = max(1.0, math.hypot(*named.values()))
    return {code: weight / length for code, weight in named.items()}


def _often(texts: Sequence[_Texts]) -> Counter[str]:
    """In how many items of a meeting each beginning of a word occurs."""
    return Counter(chain.from_iterable(_all_named(*words) for _, _, *words in texts))


def _own(
    title: Words, head: Words, text: Words, often: Callable[[], Mapping[str, int]]
) -> frozenset[str]:
    times = often()
    return frozenset(stem for stem in _all_named(title, head, text) if times[stem] == 1)


def _all_named(title: Words, head: Words, text: Words) -> frozenset[str]:
    return _named(title, head) | _named(text, text)


def _named(whole: Words, words: Words) -> frozenset[str]:
    """The beginnings of words and the things that they name, with those beside them."""
    return stems(words).union(things(whole))


def body_words(item: Item) -> Words:
    """The words of an item's text that mean something, as far as it counts."""
    texts = [sentence.text for sentence in item.sentences]
    if sum(map(len, texts)) + len(texts) <= LONGEST_BODY:
        return tuple(chain.from_iterable(map(content_words, texts)))
    return content_words(" ".join(texts)[:LONGEST_BODY])
