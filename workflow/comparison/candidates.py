"""Items as linking sees them, and how much two of them are about the same."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import chain

from workflow.comparison.cited import cited, telling
from workflow.comparison.late import Late
from workflow.comparison.model import ItemRef, MeetingSide
from workflow.comparison.stands import items_by_slug
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
from workflow.languages import LANGUAGES, data, say
from workflow.report.model import Item
from workflow.summaries.model import MeetingItem
from workflow.summaries.topics import Belonging, belongings, item_key

LINKED_FROM = 0.45
"""Likeness from which a link is proposed as selected. Measured: wrong ones end at .44."""
SAME_TEXT_FROM = 0.8
"""Likeness of texts from which two items whose titles say nothing are the same item."""
SHARED = 0.3
"""What a shared dossier or act adds, as a share of what is missing to 1."""
TITLE_WEIGHT = 3
"""How often the title counts beside the body. Measured."""
CROSSING = 0.12
"""What a word of one title adds that the other item alone has in its meeting, in the same way."""
ALMOST = LINKED_FROM - 0.01
"""What such words lift a likeness to at most: they are for a list, not for an answer."""
STEM = 6
"""Letters of a word by which it is known again."""
LONG_PIECE = 8
"""Letters that two words of titles have in common where they are about the same."""
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
    title: Callable[[], Vector]
    """This and the next four are made when they are first asked for."""
    body: Callable[[], Vector]
    """Title and text together."""
    text: Callable[[], Vector]
    """The text alone, for a title that says nothing."""
    cites: Callable[[], frozenset[str]]
    """Dossiers, documents, acts and agencies that the item names."""
    marks: Callable[[], frozenset[str]]
    """Those that set the item apart within its meeting."""
    heads: frozenset[str] = frozenset()
    """The beginnings of the words of its title that say what it is about."""
    own: frozenset[str] = frozenset()
    """Beginnings of words, of title and text, that no other item of its meeting has."""

    @property
    def key(self) -> str:
        """Meeting and slug."""
        return item_key(self.meeting, self.entry.slug)

    @property
    def ref(self) -> ItemRef:
        """What is shown of it."""
        return ItemRef(self.meeting, self.entry.slug, self.entry.label, self.entry.title)


def is_generic(title: str) -> bool:
    """Whether a title says nothing about the subject, such as `Diversen`."""
    known = _generic_words()
    return all(word in known or word.isdigit() or len(word) < 2 for word in content_words(title))


@cache
def _generic_words() -> frozenset[str]:
    return frozenset(
        plain(word)
        for language in LANGUAGES
        for word in data(language, "comparison")["generic_words"]
    )


@lru_cache(maxsize=8_192)
def _subject(title: str) -> str:
    """The words of a title without those for the form of a text; all where nothing is left."""
    words = content_words(title)
    left = [word for word in words if word not in _form_words()]
    return " ".join(left or words)


@cache
def _form_words() -> frozenset[str]:
    return frozenset(
        plain(word) for language in LANGUAGES for word in data(language, "comparison")["form_words"]
    )


def candidates(
    sides: Sequence[MeetingSide],
    only: Mapping[str, Collection[str]] | None = None,
    *,
    listing: bool = False,
) -> list[list[Candidate]]:
    """The items of each meeting, with weights over all of them.

    `only` names, by meeting, the slugs that are wanted; by default all. With `listing` also the
    words by which an item may be listed (`heads`, `own`).
    """
    rows = []
    for number, side in enumerate(sides):
        items = items_by_slug(side)
        for entry in side.meeting.items:
            if only is not None and entry.slug not in only.get(side.meeting.id, ()):
                continue
            item = items.get(entry.slug) or Item(entry.number, entry.title, ())
            title = content_words(_subject(entry.title))
            rows.append((number, entry, item, title, _body(item)))
    words = _telling([row[:3] for row in rows]) if listing else [_NO_WORDS] * len(rows)
    weights = rarity(different_pieces((*head, *text)) for _, _, _, head, text in rows)
    found: list[list[Candidate]] = [[] for _ in sides]
    marks = [Late(telling, items_by_slug(side)) for side in sides]
    for (number, entry, item, head, text), (heads, own) in zip(rows, words, strict=True):
        side = sides[number]
        summary = side.summaries.get(entry.slug)
        found[number].append(
            Candidate(
                meeting=side.meeting.id,
                entry=entry,
                item=item,
                topics=belongings(summary) if summary else (),
                generic=is_generic(entry.title),
                title=Late(_vector, head, weights),
                body=Late(_body_vector, head, text, weights),
                text=Late(_vector, text, weights),
                cites=Late(cited, item),
                marks=Late(_marks, marks[number], entry.slug),
                heads=heads,
                own=own,
            )
        )
    return found


def _vector(words: Words, weights: Mapping[str, float]) -> Vector:
    return vector(pieces_of(words), weights)


def _body_vector(title: Words, text: Words, weights: Mapping[str, float]) -> Vector:
    both = pieces_of(text).copy()
    for piece, times in pieces_of(title).items():
        both[piece] += TITLE_WEIGHT * times
    return vector(both, weights)


def _marks(of_meeting: Callable[[], Mapping[str, frozenset[str]]], slug: str) -> frozenset[str]:
    return of_meeting().get(slug, frozenset())


_NO_WORDS: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


def _telling(
    rows: Sequence[tuple[int, MeetingItem, Item]],
) -> list[tuple[frozenset[str], frozenset[str]]]:
    """For each item the words of its title, and those that it alone has in its meeting."""
    heads = [_stems(content_words(_subject(entry.title))) for _, entry, _ in rows]
    texts = [head | _stems(_body(row[2])) for head, row in zip(heads, rows, strict=True)]
    often = Counter(
        (row[0], stem) for row, stems in zip(rows, texts, strict=True) for stem in stems
    )
    return [
        (head, frozenset(stem for stem in stems if often[row[0], stem] == 1))
        for head, stems, row in zip(heads, texts, rows, strict=True)
    ]


@lru_cache(maxsize=8_192)
def _stems(words: Words) -> frozenset[str]:
    """The beginnings of the words that say something, parts of words with a hyphen apart."""
    parts = (piece for word in words for piece in word.split("-"))
    besides = _generic_words() | _form_words()
    return frozenset(piece[:STEM] for piece in parts if len(piece) > 2 and piece not in besides)


def likeness(older: Candidate, newer: Candidate, *, by_text: bool = False) -> float:
    """How much two items are about the same, from 0 to 1.

    The mean of the titles and of title and text together. A title that says nothing gives 0,
    or with `by_text` the likeness of the texts alone, if they are as good as the same.
    """
    if older.generic or newer.generic:
        if not (by_text and older.generic and newer.generic):
            return 0.0
        score = cosine(older.text(), newer.text())
        return score if score >= SAME_TEXT_FROM else 0.0
    score = (cosine(older.title(), newer.title()) + cosine(older.body(), newer.body())) / 2
    return score + SHARED * (1 - score) if shared_marks(older, newer) else score


def most_likeness(older: Candidate, newer: Candidate, *, by_text: bool = False) -> float:
    """The most that `likeness` can be, by the titles alone: they cost a tenth of the texts."""
    if older.generic or newer.generic:
        return 1.0 if by_text and older.generic and newer.generic else 0.0
    most = (cosine(older.title(), newer.title()) + 1) / 2
    return most if older.cites().isdisjoint(newer.cites()) else most + SHARED * (1 - most)


def shared_marks(older: Candidate, newer: Candidate) -> frozenset[str]:
    """The dossiers, documents and acts that both items cite and few others of their meetings.

    What the others cite is looked at only where both items cite the same.
    """
    if older.cites().isdisjoint(newer.cites()):
        return frozenset()
    return older.marks() & newer.marks()


def lifted(score: float, older: Candidate, newer: Candidate) -> float:
    """The likeness for a list: a word of one title that the other item alone has lifts it."""
    crossing = (older.heads & newer.own) | (newer.heads & older.own)
    if not crossing or score >= ALMOST or older.generic or newer.generic:
        return score
    return min(ALMOST, score + CROSSING * len(crossing) * (1 - score))


def reasons(older: Candidate, newer: Candidate, sentences: int = 0) -> tuple[str, ...]:
    """Why two items are taken to be about the same, in words.

    `sentences` is how many of them come back nearly word for word.
    """
    found = []
    if sentences:
        found.append(say("comparison.link.sentences", count=sentences))
    words = _common_words(*map(content_words, (older.entry.title, newer.entry.title)))
    if words:
        found.append(say("comparison.link.title", words=", ".join(words)))
    shared = sorted(shared_marks(older, newer))
    if shared:
        found.append(say("comparison.link.mark", marks=", ".join(shared)))
    text = _common_words(_body(older.item), _body(newer.item), besides=words)
    if text:
        found.append(say("comparison.link.text", words=", ".join(text)))
    if not found and (pair := _like_words(older.entry.title, newer.entry.title)):
        found.append(say("comparison.link.like", older=pair[0], newer=pair[1]))
    return tuple(found) or (say("comparison.link.whole"),)


def common_words(older: Candidate, newer: Candidate) -> list[str]:
    """Up to three long words that two texts have in common: what they are about."""
    return _common_words(_body(older.item), _body(newer.item))


def are_related(older: Candidate, newer: Candidate) -> bool:
    """Whether two items have a telling word, a long piece of one, or an act in common."""
    titles = _subject(older.entry.title), _subject(newer.entry.title)
    return bool(
        shared_marks(older, newer)
        or _common_words(*map(content_words, titles))
        or _like_words(*titles, LONG_PIECE)
        or len(_common_words(_body(older.item), _body(newer.item))) > 1
    )


def _like_words(older: str, newer: str, fewest: int = 5) -> tuple[str, str] | None:
    """The words of two titles with the longest piece in common, of so many letters at least."""
    best, longest = None, fewest - 1
    for one in content_words(older):
        for other in content_words(newer):
            block = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
            if block.size > longest:
                best, longest = (one, other), block.size
    return best


def _body(item: Item) -> Words:
    """The words of an item's text that mean something, as far as it counts."""
    texts = [sentence.text for sentence in item.sentences]
    if sum(map(len, texts)) + len(texts) <= LONGEST_BODY:
        return tuple(chain.from_iterable(map(content_words, texts)))
    return content_words(" ".join(texts)[:LONGEST_BODY])


def _common_words(older: Words, newer: Words, besides: Sequence[str] = ()) -> list[str]:
    """Up to three long words of the newer text that the older one has, or has a form of."""
    others = set(older)
    starts = {word[:6] for word in others if len(word) >= 6}
    generic = _generic_words()
    found = [
        word
        for word in dict.fromkeys(newer)
        if len(word) >= 4
        and word not in generic
        and word not in besides
        and (word in others or (len(word) >= 6 and word[:6] in starts))
    ]
    return sorted(sorted(found), key=len, reverse=True)[:3]
