"""The parts of an item that is about many things, such as `Overige onderwerpen`.

Each part is looked at by itself: what it says comes back from the text or the title of an earlier
item, from a part of an earlier item of the same sort, or from none.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby, pairwise

from workflow.comparison.acts import acts_in, policies
from workflow.comparison.alike import ALMOST, APART, CROSSING, LINKED_FROM, are_on_two_states
from workflow.comparison.candidates import Candidate, body_words
from workflow.comparison.kin import naming, things
from workflow.comparison.late import Late
from workflow.comparison.points import are_headed_alike, head_of, opens_point, without_count
from workflow.comparison.recurring import NONE, Recurrence, Recurrences
from workflow.comparison.rules import words_of
from workflow.comparison.textlikeness import are_told_alike
from workflow.comparison.titles import member_states, states_in, stem, stems, telling_nothing, told
from workflow.comparison.tokens import plain_words
from workflow.comparison.vectors import Vector, Words, content_words
from workflow.report.model import Item, Sentence
from workflow.text import shorten

OPENING = 3
"""Words at the start of a sentence within which a state that opens it is named."""
LONG = 5
"""Letters of a word by which a sentence takes up the one before."""
_OPENING = 48
"""Characters of the words by which a part is named that has no title."""
_LONGEST_NAME = 60
"""Characters of a name that is cut out of a sentence."""
_NAMED = 3
"""Parts of an item that are named so."""
PART_FROM = 0.2
"""Likeness of a sentence from which its paragraph may belong with an earlier item."""


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of an item, and what of earlier items comes back in it."""

    sentences: tuple[int, ...]
    recurring: dict[int, Recurrence]
    """By the place of the earlier item in the row."""
    told: frozenset[int] = frozenset()
    """The places of those that are about the same by their words."""

    @property
    def best(self) -> list[int]:
        """The places of the earlier items, the most likely one first."""
        return sorted(self.told | self.recurring.keys(), key=lambda at: (-self.score(at), at))

    def score(self, at: int) -> float:
        """How much the paragraph is about the same as that item, from 0 to 1."""
        here = self.recurring.get(at, NONE)
        return max(here.share * here.mean, LINKED_FROM if at in self.told else 0.0)

    def is_sure(self, at: int, *, generic: bool) -> bool:
        """Whether it surely goes on with that item; `generic` for a part of another one."""
        here = self.recurring.get(at, NONE)
        strong = here.is_strong or (generic and here.is_lone) or at in self.told
        return strong and self.score(at) >= LINKED_FROM


def cut_up(earlier: Iterable[Candidate]) -> list[Candidate]:
    """The earlier items, with those whose title says nothing cut into their parts."""
    return [
        piece
        for each in earlier
        for piece in (_pieces(each) if each.generic and len(each.item.sentences) else [each])
    ]


def parts_of(
    items: Iterable[Candidate], earlier: Sequence[Candidate]
) -> dict[str, tuple[Part, ...]]:
    """By slug, the parts that no topic has yet and that come back from earlier items."""
    cut = {item.entry.slug: _without_topic(item) for item in items}
    pieces = [piece for found in cut.values() for piece in found]
    if not pieces:
        return {}
    known = Recurrences(earlier, pieces, titles=True, alike_from=PART_FROM)
    found = {}
    for slug, paragraphs in cut.items():
        parts = [
            Part(
                numbers_of(piece),
                _returning(piece, known.of(piece), earlier),
                _told_alike(piece, pieces, earlier),
            )
            for piece in paragraphs
        ]
        if any(part.best for part in parts):
            found[slug] = tuple(part for part in parts if part.best)
    return found


def _returning(
    piece: Candidate, found: Mapping[int, Recurrence], earlier: Sequence[Candidate]
) -> dict[int, Recurrence]:
    """What comes back in a part, without what only has a sentence in common with it."""
    return {
        at: here
        for at, here in found.items()
        if not (are_on_two_states(earlier[at], piece) or _open_apart(earlier[at], piece))
        if here.is_strong or not earlier[at].generic or _open_alike(earlier[at], piece)
    }


def _told_alike(
    piece: Candidate, pieces: Sequence[Candidate], earlier: Sequence[Candidate]
) -> frozenset[int]:
    """The places of the earlier items, and parts of some, that a part is about the same as."""
    return frozenset(
        at
        for at, older in enumerate(earlier)
        if _may_be_same(older, piece) and _is_same(older, piece, earlier, pieces)
    )


def _may_be_same(older: Candidate, piece: Candidate) -> bool:
    """Whether they have a word that is theirs alone, or stand below the same title."""
    return not piece.alone().isdisjoint(older.alone()) or are_headed_alike(older.item, piece.item)


def _is_same(
    older: Candidate, newer: Candidate, olders: Sequence[Candidate], newers: Sequence[Candidate]
) -> bool:
    """Whether two items or parts are about the same as nothing else of their meetings is."""
    rivals = _rivals(older, olders), _rivals(newer, newers)
    if are_on_two_states(older, newer) or _open_apart(older, newer):
        return False
    both = older.generic and newer.generic
    if both and are_headed_alike(older.item, newer.item):
        return True
    raised = both and not _raised_by(older, olders).isdisjoint(_raised_by(newer, newers))
    one_act = not _acts_of(older).isdisjoint(_acts_of(newer))
    return are_told_alike(older, newer, rivals, besides=raised + one_act)


def _acts_of(piece: Candidate) -> frozenset[str]:
    """The acts that a title names, or a part of an item whose title says nothing."""
    told = _text_of(piece) if piece.generic else piece.entry.title
    return acts_in(told) - policies()


def _open_alike(older: Candidate, newer: Candidate) -> bool:
    """Whether the sentences that open two parts have a word for what they are about."""
    return not _opening(older).isdisjoint(_opening(newer))


def _open_apart(older: Candidate, newer: Candidate) -> bool:
    """Whether each of them opens with a thing that the other one nowhere names."""
    one, other = (_things_opening(each) for each in (older, newer))
    if not (one and other and one.isdisjoint(other)):
        return False
    return not (one <= newer.names().keys() or other <= older.names().keys())


def _things_opening(piece: Candidate) -> frozenset[str]:
    """What a part names in its first sentence, or an item in its title."""
    if not piece.generic:
        return frozenset(things(content_words(piece.entry.title)))
    return frozenset(things(body_words(_cut(piece.item, piece.item.sentences[:1]))))


def _opening(piece: Candidate) -> frozenset[str]:
    return frozenset(told(body_words(_cut(piece.item, piece.item.sentences[:1]))))


def _rivals(one: Candidate, pieces: Sequence[Candidate]) -> list[Candidate]:
    """The other items of its meeting and the other parts of its item."""
    rest = [each for each in one.row if each.key != one.key]
    return rest + [each for each in pieces if each.key == one.key and each is not one]


def _raised_by(piece: Candidate, pieces: Sequence[Candidate]) -> frozenset[str]:
    """The states that a part names in its first sentence and no other part of its item does."""
    raised = states_in(body_words(_cut(piece.item, piece.item.sentences[:1])))
    for each in pieces:
        if raised and each.key == piece.key and each is not piece:
            raised -= states_in(body_words(each.item))
    return raised


def parts_about(item: Candidate, pieces: Sequence[Candidate]) -> list[tuple[float, Candidate]]:
    """The parts of earlier items that are about what an item is, the best first.

    For a list those that name what the title of the item is about; counts the words that no
    other item or part of that meeting has, and the acts.
    """
    heads = item.heads() - telling_nothing()
    acts = acts_in(item.entry.title)
    found = []
    for piece in pieces:
        if _is_same(piece, item, pieces, ()):
            found.append((LINKED_FROM, piece))
            continue
        words = heads & piece.own()
        named = acts and acts & acts_in(_text_of(piece))
        if words or named:
            count = len(words) + len(named)
            found.append((min(ALMOST, APART + CROSSING * count), piece))
    return sorted(found, key=lambda entry: -entry[0])


def _text_of(piece: Candidate) -> str:
    return _text_of_all(piece.item.sentences)


def _text_of_all(sentences: Iterable[Sentence]) -> str:
    return " ".join(each.text for each in sentences)


def numbers_of(candidate: Candidate) -> tuple[int, ...]:
    """The numbers of the sentences of an item, or of a part of it."""
    return tuple(sentence.number for sentence in candidate.item.sentences)


def free_numbers(item: Candidate) -> tuple[int, ...]:
    """The numbers of the sentences of an item that no topic has."""
    if any(not topic.sentences for topic in item.topics):
        return ()
    taken = {number for topic in item.topics for number in topic.sentences}
    return tuple(number for number in numbers_of(item) if number not in taken)


def _without_topic(item: Candidate) -> list[Candidate]:
    """The parts of an item that no topic has."""
    free = set(free_numbers(item))
    return [piece for piece in _pieces(item) if free.issuperset(numbers_of(piece))]


def _pieces(item: Candidate) -> list[Candidate]:
    """The item cut into its points or paragraphs; one of a single paragraph into its sentences.

    A line without a full stop opens a point. A sentence that only goes on about the one before
    stays with it.
    """
    cut = groupby(item.item.sentences, key=lambda sentence: sentence.paragraph)
    pieces = [tuple(sentences) for _, sentences in cut]
    if any(opens_point(piece) for piece in pieces[:-1]):
        pieces = _points(pieces)
    elif len(pieces) == 1:
        pieces = []
        for sentence in item.item.sentences:
            if pieces and _goes_on(sentence, pieces[-1]):
                pieces[-1] = (*pieces[-1], sentence)
            else:
                pieces.append((sentence,))
    return _by_themselves(item, pieces)


def _goes_on(sentence: Sentence, piece: Sequence[Sentence]) -> bool:
    """Whether a sentence is still about what is told before it.

    It says so ("deze onderhandelingen"), it tells of the same state and does not open with
    it, or it has no word of its own for what it is about.
    """
    said = plain_words(sentence.text)
    if not words_of("going_on").isdisjoint(said[:1]):
        return True
    states = states_in(said)
    opens = states_in(said[:OPENING]) and words_of("going_on_words").isdisjoint(said)
    if states and not opens and states <= states_in(plain_words(_text_of_all(piece))):
        return True  # "De oproep van maart herhaalde Finland niet", "Finland was echter"
    before = {stem(word) for each in piece for word in plain_words(each.text)}
    if before.issuperset(map(stem, filter(_tells, content_words(sentence.text)))):
        return True
    return any(
        word in words_of("pointers") and len(after) >= LONG and stem(after) in before
        for word, after in pairwise(said)
    )


def _tells(word: str) -> bool:
    return bool(told((word,)))


def _by_themselves(item: Candidate, cut: Sequence[tuple[Sentence, ...]]) -> list[Candidate]:
    """The parts of an item as items, with the words that no other part has."""
    texts = [_cut(item.item, sentences) for sentences in cut]
    words = [body_words(text) for text in texts]
    often = Counter(chain.from_iterable(map(stems, words)))
    often_told = Counter(chain.from_iterable(set(told(each)) for each in words))
    return [
        replace(
            item,
            item=text,
            own=Late(_only_here, item.own, stems(mine), often),
            alone=Late(_only_here, item.alone, frozenset(told(mine)), often_told),
            subject=Late(_share, item.subject, told(mine)),
            names=Late(naming, mine),
            states=Late(_states_of, item.states, mine),
        )
        for text, mine in zip(texts, words, strict=True)
    ]


def _only_here(
    of_item: Callable[[], frozenset[str]], words: frozenset[str], often: Mapping[str, int]
) -> frozenset[str]:
    return frozenset(word for word in of_item() & words if often[word] == 1)


def _states_of(of_item: Callable[[], Vector], words: Words) -> Vector:
    """The member states that a part names, at most one long: one that weighs little stays so."""
    whole = of_item()
    return _long(whole, member_states(words), max(whole.values(), default=0.0))


def _share(of_item: Callable[[], Vector], words: Sequence[str]) -> Vector:
    """What a part is about, of what its item is."""
    return _long(of_item(), words)


def _long(whole: Vector, names: Iterable[str], least: float = 0.0) -> Vector:
    """Some of the weights of a whole, made one long where they have at least some length."""
    mine = {name: whole[name] for name in names if name in whole}
    length = max(least, math.hypot(*mine.values()))
    return {name: weight / length for name, weight in mine.items()} if length else {}


def _cut(item: Item, sentences: tuple[Sentence, ...]) -> Item:
    return replace(item, sentences=sentences)


def as_written(named: Sequence[str], items: Iterable[Item]) -> str:
    """These words as a sentence of the items has them: `brief van het Forum over vakbekwaamheid`.

    What stands between them too where that is short enough for a name, else a row of words in
    the order of the first sentence that has them all.
    """
    row: list[str] = []
    for sentence in (sentence for item in items for sentence in item.sentences):
        places = [place for word in named if (place := _place_of(word, sentence.text))]
        if len(places) < len(named) or not places:
            continue
        places.sort(key=re.Match.start)
        first, last = places[0].start(), places[-1].end()
        if last - first <= _LONGEST_NAME:
            return sentence.text[first:last]
        row = row or [place.group() for place in places]
    return ", ".join(row or named)


def _place_of(word: str, text: str) -> re.Match[str] | None:
    return re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)


def openings(item: Candidate, numbers: Sequence[int]) -> str:
    """What these sentences of an item are about: how each of its parts among them opens.

    A point by its title, a sentence by what stands before its colon or by its first words.
    """
    wanted = set(numbers)
    told = []
    for piece in _pieces(item):
        left = [sentence for sentence in piece.item.sentences if sentence.number in wanted]
        if left:
            title = head_of(piece.item) if left[0] == piece.item.sentences[0] else ""
            told.append(title or _opening_words(left[0].text))
    named = "; ".join(told[:_NAMED])
    return f"{named}; …" if len(told) > _NAMED else named


def _opening_words(text: str) -> str:
    title, colon, _ = text.partition(": ")
    if colon and len(title) <= _OPENING:
        return without_count(title).strip()
    return shorten(without_count(text).strip().rstrip("."), _OPENING)


def _points(paragraphs: Iterable[tuple[Sentence, ...]]) -> list[tuple[Sentence, ...]]:
    """The paragraphs, those below the title of a point together with it."""
    points: list[tuple[Sentence, ...]] = []
    for paragraph in paragraphs:
        if points and opens_point(points[-1][:1]) and not opens_point(paragraph):
            points[-1] = (*points[-1], *paragraph)
        else:
            points.append(paragraph)
    return points
