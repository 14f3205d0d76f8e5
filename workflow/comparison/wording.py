"""How the words of two statements differ, without what is no difference."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from workflow.comparison.clauses import negations, not_denying
from workflow.comparison.matching import Budget, matches
from workflow.comparison.model import Stand
from workflow.comparison.rules import words_of
from workflow.comparison.tokens import function_words, has_word, plain, plain_words, words_in
from workflow.languages import current
from workflow.positions.actors import actor_name


@dataclass(frozen=True, slots=True)
class Wording:
    """How the words of two statements differ."""

    same: bool = True
    """Whether they say the same."""
    verb_only: bool = True
    """Whether only the words of their stances differ."""
    denied: Stand | None = None
    """The one that differs from the other by no more than a word that denies."""
    gone: tuple[str, ...] = ()
    """Words of the older one alone."""
    added: tuple[str, ...] = ()
    """Words of the newer one alone."""

    @property
    def apart(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The words of the older one alone and those of the newer one."""
        return self.gone, self.added


def telling_words() -> frozenset[str]:
    """Small words that change what a sentence says, such as `niet`, of all languages."""
    return words_of("telling_words")


@cache
def empty_words() -> frozenset[str]:
    """The words without a meaning that change nothing in what a sentence says."""
    return function_words() - telling_words()


def wording_of(older: Stand, newer: Stand) -> Wording:
    """How two texts differ."""
    if older.core == newer.core:
        return Wording()
    one, other = words(older.core), words(newer.core)
    if one == other or _is_spelling(one, other):
        return Wording()
    gone, added = _apart(
        _without(_full(older.core), other),
        _without(_full(newer.core), one),
        (older.core, newer.core),
    )
    if not gone and not added:
        return Wording()
    own = _own_names(older) | _own_names(newer)
    gone, added = ([word for word in words if word not in own] for words in (gone, added))
    gone, added = _unless_again(gone, older), _unless_again(added, newer)
    verbs = {*words(older.cue), *words(newer.cue)}
    own_words = tuple(gone), tuple(added)
    verb_only = not any(word not in verbs for word in (*gone, *added))
    said = verbs - negations() - not_denying()
    left = [[word for word in words if word not in said] for words in (gone, added)]
    denying = [not negations().isdisjoint(words) for words in left]
    differ = (
        denying[0] != denying[1]
        and all(telling_words().issuperset(words) for words in left)
        and all(not_denying().isdisjoint(words) for words in left)
    )
    denied = (older if denying[0] else newer) if differ else None
    return Wording(not gone and not added, verb_only, denied, *own_words)


@lru_cache(maxsize=16_384)
def words(text: str) -> tuple[str, ...]:
    """The words without case, without marks."""
    return tuple([word for word in plain_words(text) if has_word(word)])


def has_word_of(text: str, *names: str) -> bool:
    """Whether one of the words of a text stands in one of these lists of the data files."""
    return not words_of(*names).isdisjoint(words(text))


def in_one(said: Sequence[str], known: Callable[[str], object]) -> list[str]:
    """The words, a verb that Dutch writes in two in one: `uit te breiden`, where it is `known`."""
    found, parting = list(said), words_of("parting")
    for at in range(len(said) - 2, 0, -1) if not parting.isdisjoint(said) else ():
        verb = said[at - 1] + said[at + 1].rstrip(".")
        if said[at] in parting and known(verb.lower()):
            found[at - 1 : at + 2] = [verb]
    return found


@lru_cache(maxsize=8_192)
def done_in_one(text: str) -> tuple[str, ...]:
    """The words of a text, with verbs of undoing, changing or delaying a thing in one."""
    known = words_of("undoing", "changed_words", "delaying")
    return tuple(in_one(words(text), known.__contains__))


def _unless_again(own: list[str], stand: Stand) -> list[str]:
    """The words of one statement alone, none where they only say that it is made once more.

    `vroeg opnieuw` and `called once more for` hold what was held before. A thing that is itself to
    be done once more (`asked to have the text sent again`) is another wish.
    """
    if not own or own[0] not in _again():
        return own
    said, verbs = words(stand.core), words(stand.cue)
    # What staff wrote has no known verb: it stands near the beginning.
    carrying = [at for at, word in enumerate(said) if word in verbs or not (at or verbs)]
    again = {
        place
        for at, word in enumerate(said)
        for phrase in _again().get(word, ())
        if said[at : at + len(phrase)] == phrase
        for place in range(at, at + len(phrase))
    }
    telling = [at for at, word in enumerate(said) if word in own]
    near = all(at in again and _beside_a_verb(said, at, carrying) for at in telling)
    return [] if near else own


@cache
def _again() -> dict[str, list[tuple[str, ...]]]:
    """The words and phrases that say that a view is held once more, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in words_of("once_more"):
        found.setdefault(phrase.split()[0], []).append(tuple(phrase.split()))
    return found


AHEAD, BEHIND = 2, 4
"""Words before a verb and behind it within which a word for once more goes with it."""


def _beside_a_verb(said: tuple[str, ...], at: int, verbs: Sequence[int]) -> bool:
    """Whether a word goes with one of these verbs, not with what is wished behind it."""
    behind = said[at + 1 : at + 2 if at - 1 in verbs else None]
    return words_of("parting").isdisjoint(behind) and any(
        -AHEAD <= at - verb <= BEHIND and words_of("wish_openers").isdisjoint(said[verb + 1 : at])
        for verb in verbs
    )


@lru_cache(maxsize=8_192)
def _names(text: str) -> frozenset[str]:
    """The words with a capital, except the first."""
    return frozenset([plain(word) for word in words_in(text)[1:] if word[:1].isupper()])


def _own_names(stand: Stand) -> frozenset[str]:
    """The words of an actor's names: who speaks is compared by other rules."""
    return _words_of_names(stand.name, actor_name(stand.actor, current()))


@lru_cache(maxsize=1_024)
def _words_of_names(*names: str) -> frozenset[str]:
    return frozenset(word for name in names for word in words(name))


def _is_spelling(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two texts differ in blanks and hyphens within words only."""
    if len("".join(one).replace("-", "")) != len("".join(other).replace("-", "")):
        return False
    pairs = matches(one, other, Budget(len(one) + len(other)))
    gone = _rest(one, [(i, n) for i, _, n in pairs])
    added = _rest(other, [(j, n) for _, j, n in pairs])
    return gone == added


def _rest(words: Sequence[str], kept: list[tuple[int, int]]) -> str:
    """The letters outside the common stretches."""
    inside = {at for start, length in kept for at in range(start, start + length)}
    return "".join(word for at, word in enumerate(words) if at not in inside).replace("-", "")


def _apart(
    gone: list[str], added: list[str], texts: tuple[str, str]
) -> tuple[list[str], list[str]]:
    """The words of one text alone and of the other alone, without those that are two forms of one.

    Takes them out of both lists.
    """
    by_start: dict[str, list[str]] = {}
    for each in added:
        by_start.setdefault(each[:3], []).append(each)
    for word in list(gone):
        likely = by_start.get(word[:3], [])
        form = next((each for each in likely if _is_form(word, each, texts)), None)
        if form is not None:
            gone.remove(word)
            added.remove(form)
            likely.remove(form)
    return gone, added


@lru_cache(maxsize=16_384)
def _full(text: str) -> tuple[str, ...]:
    """The words that mean something."""
    empty = empty_words()
    return tuple([word for word in words(text) if word not in empty])


def _without(words: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    """The words that the others do not have as often."""
    theirs = _times(others)
    if len(set(words)) == len(words):
        return [word for word in words if word not in theirs]
    left = dict(theirs)
    kept = []
    for word in words:
        if left.get(word):
            left[word] -= 1
        else:
            kept.append(word)
    return kept


@lru_cache(maxsize=8_192)
def _times(words: tuple[str, ...]) -> Counter[str]:
    """How often each of these words occurs. Shared: not to be changed."""
    return Counter(words)


def _is_form(one: str, other: str, texts: tuple[str, str]) -> bool:
    """Whether two words of these texts are forms or spellings of one: `steunt` and `steunde`.

    Names are not, but for their genitive: `Niger` is not `Nigeria`. A letter that was lost
    (U+FFFD) is no difference.
    """
    if one[:3] != other[:3] or not one[0].isalpha() or {one, other} & telling_words():
        return False
    if one.replace("-", "") == other.replace("-", ""):
        return True
    common = 3
    while common < min(len(one), len(other)) and one[common] == other[common]:
        common += 1
    longest = max(len(one), len(other))
    names = _names(texts[0]) | _names(texts[1])
    if one in names and other in names:
        tails = {one[common:].strip("'"), other[common:].strip("'")}
        return tails <= {"", "s"} or any("\ufffd" in tail for tail in tails)
    return common >= 4 and longest - common <= 3 and common >= 0.6 * longest
