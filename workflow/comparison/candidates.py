"""Items as linking sees them, and how much two of them are about the same."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache

from workflow.comparison.acts import acts_in
from workflow.comparison.model import ItemRef, MeetingSide
from workflow.comparison.stands import items_by_slug
from workflow.comparison.tokens import plain
from workflow.comparison.vectors import Vector, content_words, cosine, pieces, rarity, vector
from workflow.languages import LANGUAGES, data, say
from workflow.report.model import Item
from workflow.report.references.documents import find_documents
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
OPENING = 4
"""Sentences at the beginning of an item in which an act is named that it is about."""
LONGEST_BODY = 4_000
"""Characters of an item's text that count."""
_PLAIN_WORD = re.compile(r"[^\W_]+")


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
    """The text alone; only for a title that says nothing."""
    marks: frozenset[str]
    """Dossiers, documents and acts that set the item apart within its meeting."""
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
            body = " ".join(sentence.text for sentence in item.sentences)[:LONGEST_BODY]
            rows.append((number, entry, item, pieces(_subject(entry.title)), pieces(body)))
    words = _telling([row[:3] for row in rows]) if listing else [_NO_WORDS] * len(rows)
    weights = rarity(head | text for _, _, _, head, text in rows)
    found: list[list[Candidate]] = [[] for _ in sides]
    marks = [_marks(items_by_slug(side)) for side in sides]
    for (number, entry, item, head, text), (heads, own) in zip(rows, words, strict=True):
        side = sides[number]
        both = text.copy()
        for piece, times in head.items():
            both[piece] += TITLE_WEIGHT * times
        summary = side.summaries.get(entry.slug)
        generic = is_generic(entry.title)
        found[number].append(
            Candidate(
                meeting=side.meeting.id,
                entry=entry,
                item=item,
                topics=belongings(summary) if summary else (),
                generic=generic,
                title=vector(head, weights),
                body=vector(both, weights),
                text=vector(text, weights) if generic else {},
                marks=marks[number].get(entry.slug, frozenset()),
                heads=heads,
                own=own,
            )
        )
    return found


_NO_WORDS: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


def _telling(
    rows: Sequence[tuple[int, MeetingItem, Item]],
) -> list[tuple[frozenset[str], frozenset[str]]]:
    """For each item the words of its title, and those that it alone has in its meeting."""
    heads = [_stems(_subject(entry.title)) for _, entry, _ in rows]
    texts = [head | _stems(_body(row[2])) for head, row in zip(heads, rows, strict=True)]
    often = Counter(
        (row[0], stem) for row, stems in zip(rows, texts, strict=True) for stem in stems
    )
    return [
        (head, frozenset(stem for stem in stems if often[row[0], stem] == 1))
        for head, stems, row in zip(heads, texts, rows, strict=True)
    ]


@lru_cache(maxsize=8_192)
def _stems(text: str) -> frozenset[str]:
    """The beginnings of the words that say something, parts of words with a hyphen apart."""
    pieces_of = (piece for word in content_words(text) for piece in word.split("-"))
    besides = _generic_words() | _form_words()
    return frozenset(piece[:STEM] for piece in pieces_of if len(piece) > 2 and piece not in besides)


def _marks(items: Mapping[str, Item]) -> dict[str, frozenset[str]]:
    """Dossiers, documents and acts by item, without those that three items or more share."""
    found = {name: _cited(item) for name, item in items.items()}
    often = Counter(mark for marks in found.values() for mark in marks)
    return {
        name: frozenset(mark for mark in marks if often[mark] < 3) for name, marks in found.items()
    }


def _cited(item: Item) -> frozenset[str]:
    texts = [item.title, *(sentence.text for sentence in item.sentences)]
    named = [act for text in texts[: 1 + OPENING] for act in acts_in(text)]
    named += [f"ag:{name}" for name in _agencies_in(item.title)]
    texts += [note.text for note in item.footnotes]
    return frozenset((*named, *(mark for text in texts for mark in _marks_in(text))))


@lru_cache(maxsize=4_096)
def _agencies_in(title: str) -> frozenset[str]:
    """The agencies that a title names, by any of their names."""
    words = f" {' '.join(_PLAIN_WORD.findall(plain(title)))} "
    return frozenset(
        name for name, written in _agencies() if any(each in words for each in written)
    )


@cache
def _agencies() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Every agency with its names, blanks around them, in all languages."""
    found: dict[str, list[str]] = {}
    for language in LANGUAGES:
        for agency, entry in data(language, "actors")["agency"].items():
            for name in (entry["name"], *entry.get("names", ())):
                words = " ".join(_PLAIN_WORD.findall(plain(name)))
                found.setdefault(agency, []).append(f" {words} ")
    return tuple((name, tuple(written)) for name, written in found.items())


@lru_cache(maxsize=16_384)
def _marks_in(text: str) -> frozenset[str]:
    """What a sentence cites; a paper counts as its dossier, budgets and whole councils not."""
    if not any(map(str.isdigit, text)):
        return frozenset()
    marks = set()
    for hit in find_documents(text):
        mark = hit.value
        if hit.kind == "kamerstuk":
            mark = mark.rpartition("-")[0] or mark
            number, _, chapter = mark.partition("-")
            if number in _council_dossiers() or chapter[:1] in tuple("IVXLC"):
                continue
        marks.add(mark)
    return frozenset(marks)


@cache
def _council_dossiers() -> frozenset[str]:
    return frozenset(
        number
        for language in LANGUAGES
        for number in data(language, "comparison")["council_dossiers"]
    )


def likeness(older: Candidate, newer: Candidate, *, by_text: bool = False) -> float:
    """How much two items are about the same, from 0 to 1.

    The mean of the titles and of title and text together. A title that says nothing gives 0,
    or with `by_text` the likeness of the texts alone, if they are as good as the same.
    """
    if older.generic or newer.generic:
        if not (by_text and older.generic and newer.generic):
            return 0.0
        score = cosine(older.text, newer.text)
        return score if score >= SAME_TEXT_FROM else 0.0
    score = (cosine(older.title, newer.title) + cosine(older.body, newer.body)) / 2
    return score + SHARED * (1 - score) if older.marks & newer.marks else score


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
    words = _common_words(older.entry.title, newer.entry.title)
    if words:
        found.append(say("comparison.link.title", words=", ".join(words)))
    shared = sorted(older.marks & newer.marks)
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
        older.marks & newer.marks
        or _common_words(*titles)
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
