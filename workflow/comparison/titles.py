"""What the titles of items are about, and whether two of them set their items apart.

`Soil monitoring` and `forest monitoring` have most of their letters in common and are about two
things; `Schengen barometer` and `state of Schengen` share less and are about one.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import chain, dropwhile, product, takewhile

from workflow.comparison.kin import things
from workflow.comparison.rules import words_of
from workflow.comparison.tokens import function_words, has_word, plain, plain_words
from workflow.comparison.vectors import Words, content_words
from workflow.languages import LANGUAGES, data
from workflow.text import ascii_fold

STEM = 6
"""Letters of a word by which it is known again."""
SHARED_START = 5
"""Letters at the beginning of two words by which they are about the same thing."""
FORM = 11
"""Letters up to which a word is a form of another one; a longer one is a word of its own."""
FRAME = 0.5
"""Share of the words of the shorter title that two titles have in common in the same order."""
BESIDE = 2
"""Words behind a number that say what it numbers."""
SHARED_END = 5
"""More letters than that, at the end of a compound, are a word: `luchtvaart`, `veiligheid`."""

_NUMBER = re.compile(r"(\d{1,3})(?:e|de|ste|st|nd|rd|th)?")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


@dataclass(frozen=True, slots=True)
class Relation:
    """What two titles have in common and what each has alone."""

    older: frozenset[str]
    """Beginnings of words that the older one has alone."""
    newer: frozenset[str]
    """The same of the newer one."""
    share: bool
    """Whether a word of one is about what a word of the other is about."""
    numbers_differ: bool
    """Whether they number two things of one row: `17th package` and `18th package`."""


def is_generic(title: str) -> bool:
    """Whether a title says nothing about the subject, such as `Diversen`."""
    known = generic_words()
    return all(word in known or word.isdigit() or len(word) < 2 for word in content_words(title))


@cache
def generic_words() -> frozenset[str]:
    """The words of titles that say nothing, in all languages."""
    return words_of("generic_words")


@lru_cache(maxsize=8_192)
def subject(title: str) -> str:
    """The words of a title without those for the form of a text; all where nothing is left."""
    words = content_words(title)
    form = words_of("form_words")
    left = [word for word in words if word not in form]
    return " ".join(left or words)


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The beginning of a word by which it is known again; the `s` of a plural does not count."""
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return word[:STEM]


@lru_cache(maxsize=8_192)
def stems(words: Words) -> frozenset[str]:
    """The beginnings of the words that say something, parts of words with a hyphen apart."""
    return frozenset(map(stem, parts(words)))


@lru_cache(maxsize=8_192)
def told(words: Words, whole: Words = ()) -> tuple[str, ...]:
    """The beginnings of the words that say what a text is about, as often as they occur.

    And the things that they name, whatever the word for it (see `kin`). Where the words are a part
    of a title, `whole` are all its words: the things are those that it names.
    """
    return (*chain.from_iterable(map(_told_by, words)), *things(whole or words))


@lru_cache(maxsize=65_536)
def _told_by(word: str) -> tuple[str, ...]:
    """The beginnings of a word, or of its pieces, that say what a text is about."""
    return tuple([stem(piece) for piece in _parts_of(word) if not _tells_nothing(piece)])


def _tells_nothing(word: str) -> bool:
    """Whether no text is known by a word: one of any subject, or a form of one who speaks."""
    if word in words_of("plain_words", "said_words"):
        return True
    return len(word) <= FORM and stem(word) in telling_nothing()


def parts(words: Sequence[str]) -> list[str]:
    """The words that say something, those with a hyphen in pieces."""
    return list(chain.from_iterable(map(_parts_of, words)))


@lru_cache(maxsize=65_536)
def _parts_of(word: str) -> tuple[str, ...]:
    besides = _of_any_subject()
    return tuple([part for part in word.split("-") if len(part) > 2 and part not in besides])


@cache
def _of_any_subject() -> frozenset[str]:
    """The words that say nothing by themselves."""
    return generic_words() | words_of("form_words")


@cache
def names_of_states() -> frozenset[str]:
    """The beginnings of the names of states and their adjectives: they speak on everything."""
    return frozenset(_states())


@cache
def third_states() -> dict[str, set[str]]:
    """The beginnings of the names of states outside the Council, with their codes."""
    members = {
        code
        for language in LANGUAGES
        for code, entry in data(language, "actors")["state"].items()
        if entry.get("member")
    }
    return {name: codes - members for name, codes in _states().items() if codes - members}


@cache
def _members() -> dict[str, set[str]]:
    """The beginnings of words that name member states alone, with their codes."""
    third = third_states()
    return {name: codes for name, codes in _states().items() if name not in third}


def member_states(words: Words) -> frozenset[str]:
    """The codes of the member states that these words of a text name."""
    members = _members()
    named = members.keys() & set(map(stem, set(words)))
    return frozenset().union(*map(members.__getitem__, named))


def states_in(words: Words) -> frozenset[str]:
    """The codes of the states that words name in full: `see` is not the Holy See."""
    return _named_in(words, "state")


def agencies_in(words: Words) -> frozenset[str]:
    """The codes of the agencies that words name in full."""
    return _named_in(words, "agency")


def _named_in(words: Words, sort: str) -> frozenset[str]:
    """The codes of what these words name, of one sort."""
    names = _names_by_first_word(sort)
    if names.keys().isdisjoint(words):
        return frozenset()
    return frozenset(
        code
        for at, word in enumerate(words)
        for name, code in names.get(word, ())
        if words[at : at + len(name)] == name
    )


def third_states_in(words: Words) -> frozenset[str]:
    """The codes of those of them that are outside the Council."""
    named = states_in(words)
    return named & _third_codes() if named else named


@cache
def _third_codes() -> frozenset[str]:
    return frozenset(chain.from_iterable(third_states().values()))


@cache
def _names_by_first_word(sort: str) -> dict[str, list[tuple[Words, str]]]:
    """The names of agencies, or of states with their adjectives, with codes, by their first word.

    And the capitals of those outside the Council: `Kyiv`.
    """
    found: dict[str, list[tuple[Words, str]]] = {}
    for language in LANGUAGES:
        for code, entry in data(language, "actors")[sort].items():
            seats = () if entry.get("member") else entry.get("seats", ())
            ways = entry.get("names", ()), entry.get("adjectives", ()), seats
            for name in (entry["name"], *chain.from_iterable(ways)):
                if words := content_words(name):
                    found.setdefault(words[0], []).append((words, code))
    return found


@cache
def _states() -> dict[str, set[str]]:
    """The beginnings of words that name a state, each with the codes of those that it names."""
    found: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for code, entry in data(language, "actors")["state"].items():
            names = (entry["name"], *entry.get("names", ()), *entry.get("adjectives", ()))
            for word in chain.from_iterable(map(content_words, names)):
                for begun in (stem(word), _cut(word)):
                    found.setdefault(begun, set()).add(code)
    return found


def _cut(word: str) -> str:
    return word[:STEM]


@cache
def telling_nothing() -> frozenset[str]:
    """Beginnings of words by which no sentence is known again: who speaks, and that they do."""
    said = words_of("said_words", "form_words") | generic_words()
    return names_of_states() | {shape(word) for word in said for shape in (stem, _cut)}


@lru_cache(maxsize=32_768)
def relation(older: str, newer: str) -> Relation:
    """What two titles have in common."""
    one, other = _told(older), _told(newer)
    numbers = _numbers(older), _numbers(newer)
    alone = _alone(one, other), _alone(other, one)
    return Relation(
        *alone,
        any(_is_about(*pair) for a, b in product(one, other) for pair in ((a, b), (b, a))),
        all(numbers) and _are_of_one_row(older, newer, *numbers),
    )


@lru_cache(maxsize=8_192)
def _told(title: str) -> tuple[str, ...]:
    """The words of a title that say what it is about, without accents, dates and numbers."""
    words = parts(content_words(subject(title)))
    return tuple(
        ascii_fold(word) or word
        for word in words
        if not word.isdigit() and word not in _months() and not _number(word)
    )


@lru_cache(maxsize=32_768)
def have_one_frame(older: str, newer: str, least: int = 1) -> bool:
    """Whether two titles say the same of two things: `Evaluation of the … Directive`.

    In as many words, at least.
    """
    one, other = (tuple(filter(has_word, plain_words(title))) for title in (older, newer))
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    both = sum(block.size for block in blocks)
    return both >= max(least, FRAME * min(len(one), len(other)))


@lru_cache(maxsize=32_768)
def begin_alike(older: str, newer: str) -> bool:
    """Whether two titles say the same up to a small word, and behind it of what: `Role of …`."""
    pairs = zip(plain_words(older), plain_words(newer), strict=False)
    same = [one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs)]
    return len(same) > 1 and same[-1] in function_words()


@lru_cache(maxsize=8_192)
def begins_as_act(title: str) -> bool:
    """Whether a title begins as the official one of an act: `Proposal for a Regulation on …`."""
    acts, form = words_of("act_words"), words_of("form_words")
    rest = dropwhile(lambda word: word in form and word not in acts, content_words(title))
    return next(rest, "") in acts


def _alone(words: Sequence[str], others: Sequence[str]) -> frozenset[str]:
    """Beginnings of what only the first words name; of a compound what the others leave open."""
    found = set()
    for word in words:
        if any(_is_about(word, other) for other in others):
            continue
        single = {other: _single(word, other) for other in others if len(other) > SHARED_END}
        ends = [other for other in single if single[other].endswith(other)]
        last = max(ends, key=len) if ends else ""
        first = single[last][: -len(last)] if last else word
        if not ends or not any(other.startswith(first.rstrip("s")) for other in others):
            found.add(stem(first))
    return frozenset(found)


def _single(word: str, end: str) -> str:
    """A word without the ending of a plural that its last part alone lacks: "diertransporten"."""
    return word.removesuffix("en") if word.endswith(f"{end}en") else word


def _is_about(word: str, other: str) -> bool:
    """Whether two words name one thing: by their beginning, or as a part of a compound."""
    short, long = sorted((word, other), key=len)
    if short == long or (len(short) > 3 and long.startswith(short)):
        return True
    if len(short) > SHARED_END and short == word and _single(long, short).endswith(short):
        return True
    return word[:SHARED_START] == other[:SHARED_START] and len(short) > SHARED_START


@lru_cache(maxsize=8_192)
def regions(title: str) -> frozenset[str]:
    """The seas and parts of the world that a title names."""
    return frozenset(_regions().findall(plain(title)))


@cache
def _regions() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words_of('regions'))))})")


def _are_of_one_row(
    older: str, newer: str, numbers: Mapping[str, Words], others: Mapping[str, Words]
) -> bool:
    """Whether two titles number two things of one row: one names what the other one numbers."""
    if not numbers.keys().isdisjoint(others):
        return False
    counted = (chain.from_iterable(each.values()) for each in (numbers, others))
    titles = content_words(newer), content_words(older)
    return any(
        _is_about(*pair)
        for beside, title in zip(counted, titles, strict=True)
        for a, b in product(beside, title)
        for pair in ((a, b), (b, a))
    )


@lru_cache(maxsize=8_192)
def _numbers(title: str) -> Mapping[str, Words]:
    """The numbers in a title by which things of one row are told apart, with the words beside.

    Not dates, nor the steps of one procedure: `second reading`, `third progress report`.
    """
    words = content_words(title)
    found = {}
    for at, word in enumerate(words):
        after = words[at + 1 : at + 1 + BESIDE]
        number = _number(word)
        is_day = not _months().isdisjoint(after[:1])
        if number and not is_day and words_of("counted_steps").isdisjoint(after):
            before = () if word in _ordinals() else words[max(0, at - 1) : at]
            found[number] = (*before, *after)
    return found


def _number(word: str) -> str:
    """The number that a word stands for, or an empty string; years are none."""
    if found := _NUMBER.fullmatch(word):
        return str(int(found[1]))
    if word in _ROMAN:
        return str(_ROMAN.index(word) + 1)
    return _ordinals().get(word, "")


@cache
def _months() -> frozenset[str]:
    """The names of months in all languages."""
    return frozenset(
        plain(word)
        for language in LANGUAGES
        for name in ("months", "short")
        for word in data(language, "calendar")[name]
    )


@cache
def _ordinals() -> dict[str, str]:
    """Each word for a place in a row with its number, in all languages."""
    return {
        plain(word): str(at)
        for language in LANGUAGES
        for at, word in enumerate(data(language, "comparison")["ordinals"], 1)
    }
