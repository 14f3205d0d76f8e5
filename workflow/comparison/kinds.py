"""The kind of a change of position. The rules stand, in order, in `kinds.toml` beside this file."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from workflow.comparison.matching import Budget, matches
from workflow.comparison.model import Stand
from workflow.comparison.opposites import (
    denier,
    has_no_problem,
    has_opposite,
    negations,
    not_denying,
    swapped,
    taken_side,
    turned_round,
    undoing,
    withdrawn,
    words_of_taking_back,
)
from workflow.comparison.rules import polarity, rules, words_of
from workflow.comparison.tokens import (
    figures,
    function_words,
    has_word,
    plain,
    plain_words,
    words_in,
)
from workflow.comparison.valence import are_opposites, valence
from workflow.comparison.vectors import content_words, pieces
from workflow.languages import current
from workflow.positions.actors import actor_name, group_rank

_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Judgement:
    """The kind of a change and what it rests on."""

    kind: str
    style: bool = False
    """Possibly no more than another way of saying the same."""
    reasons: tuple[str, ...] = ()
    """Names of the rules that decided: `polarity`, `rank`, `ladder`, `strength`, `words`."""


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


def telling_words() -> frozenset[str]:
    """Small words that change what a sentence says, such as `niet`, of all languages."""
    return words_of("telling_words")


@cache
def empty_words() -> frozenset[str]:
    """The words without a meaning that change nothing in what a sentence says."""
    return function_words() - telling_words()


def rank(stand: Stand) -> int:
    """How large a group is, from 1 to 7; 0 for no group, or one that cannot be compared."""
    return group_rank(stand.actor)


def judge(older: Stand | None, newer: Stand | None) -> Judgement:
    """What became of a statement. At least one side must be there."""
    if older is None:
        return Judgement("new")
    if newer is None:
        return Judgement("dropped")
    quoted = older.source == newer.source == "suggestion" and older.actor == newer.actor
    if quoted and (older.text == newer.text or _letters(older) == _letters(newer)):
        return Judgement("unchanged", False, ())
    wording = _wording(older, newer)
    same, verb_only = wording.same, wording.verb_only
    grown = rank(newer) - rank(older) if rank(newer) and rank(older) else 0
    common = _overlap(older, newer)
    reason = _reversal(older, newer, common, wording)
    if reason:
        return Judgement("reversed", False, (reason,))
    if abs(grown) >= rules()["grown"]:
        return Judgement("broader" if grown > 0 else "narrower", False, ("rank",))
    step = _step(older.stance, newer.stance, common >= rules()["same_wording"])
    if step:
        return Judgement("firmer" if step > 0 else "softer", False, ("ladder",))
    graded = older.stance == newer.stance not in rules()["plain"]
    if graded and older.strength and newer.strength and not same:
        step = newer.strength - older.strength
        if step and common >= rules()["same_subject"]:
            return Judgement("firmer" if step > 0 else "softer", False, ("strength",))
    if grown:
        return Judgement("reworded", True, ("rank",))
    if same and older.stance == newer.stance:
        return Judgement("unchanged", False, ())
    reasons = ("words",) if older.stance == newer.stance else ("stance", "words")
    return Judgement("reworded", verb_only and older.stance == newer.stance, reasons)


def _reversal(older: Stand, newer: Stand, common: float, wording: Wording) -> str:
    """Why one statement is the reverse of the other one; empty where it is not.

    `common` is how much they are about the same.
    """
    leaning = rules()["leaning"]
    sides = _side(older), _side(newer)
    about = common >= rules()["same_subject"] or figures(older.core) & figures(newer.core)
    back = withdrawn(older, newer) if about else None
    if back:
        said, side = back
        if side == (polarity(said.stance) or int(said.stance in leaning)):
            return "withdrawn"
    elif sides[0] * sides[1] < 0 and (
        polarity(older.stance) * polarity(newer.stance) < 0
        or common >= rules()["same_subject"]
        or (common >= rules()["taken_back"] and (taken_side(older) or taken_side(newer)))
    ):
        return "" if _keeps(older, newer) else "polarity"
    before = turned_round(older, newer) if sides[0] * sides[1] <= 0 else None
    if before and (polarity(before.stance) or before.stance in leaning):
        return "withdrawn"
    if not back and _leans(older, newer, common):
        return "polarity"
    if sides[0] * sides[1] == 0 and _judged(older, newer, common, wording):
        return "judgement"
    stances = {older.stance, newer.stance}
    if len(stances) > 1 and not any(sides) and stances.isdisjoint(leaning):
        return ""
    if common >= rules()["same_wording"] and swapped(older, newer):
        return "negation"
    wary = not stances.isdisjoint(rules()["wary"]) or max(sides) < 0
    denied = any(
        one.denied == other.stance != one.stance for one, other in ((older, newer), (newer, older))
    )
    if denied and common >= rules()["same_subject"]:
        return "negation"
    denying = denier(older, newer, rules()["same_clause"])
    if not wary and denying and _turns(denying, _other(denying, older, newer)):
        return "negation"
    if common < rules()["same_wording"]:
        return ""
    differing = wording.denied
    turned = (differing and _turns(differing, _other(differing, older, newer))) or (
        sides[0] * sides[1] == 0 and has_opposite(older, newer)
    )
    if not turned and (sides[0] == sides[1] or sides[0] * sides[1] == 0):
        # Against a thing is `tegen` and `huiverig voor`: small words tell only beside no side.
        small = function_words() if sides[0] * sides[1] else frozenset()
        own = (
            [word for word in words if word not in small] for words in (wording.gone, wording.added)
        )
        turned = are_opposites(*own)
    return "negation" if turned else ""


def _judged(older: Stand, newer: Stand, common: float, wording: Wording) -> bool:
    """Whether the words of one statement praise and the other one is against, or blames.

    To ask for a thing counts as praise, but only beside words that blame.
    """
    values = [
        _side(stand) or valence(_words(stand.core), own)
        for stand, own in ((older, wording.gone), (newer, wording.added))
    ]
    for at, stand in enumerate((older, newer)):
        pleads = stand.stance in rules()["leaning"] and stand.strength >= rules()["pleading"]
        if pleads and not values[at] and values[1 - at] < 0 and not _side((newer, older)[at]):
            values[at] = int(common >= rules()["same_clause"])
    need = "same_subject" if _side(older) or _side(newer) else "same_wording"
    return values[0] * values[1] < 0 and common >= rules()[need]


def _other(stand: Stand, older: Stand, newer: Stand) -> Stand:
    """The statement beside this one."""
    return newer if stand is older else older


def _side(stand: Stand) -> int:
    """The side that a statement takes; to have nothing (any more) against a thing counts."""
    return taken_side(stand) or polarity(stand.stance) or int(_has_nothing_against(stand))


def _has_nothing_against(stand: Stand) -> bool:
    return polarity(stand.denied) < 0 or has_no_problem(stand)


def _keeps(older: Stand, newer: Stand) -> bool:
    """Whether one is against taking away what the other one is for."""
    denying = denier(older, newer, rules()["same_clause"])
    return denying is not None and not (
        denying.denied or undoing().isdisjoint(_words(denying.core))
    )


def _turns(denier: Stand, other: Stand) -> bool:
    """Whether a denial on one side only makes a reversal.

    Not where it is part of the stance (`kon niet instemmen`) and the sides are the same, and not
    where the other side objects: to deny a thing and to object to it is much the same.
    """
    mine, theirs = _side(denier), _side(other)
    if mine == 0:
        return theirs >= 0 or set(_words(other.cue)) <= set(_words(denier.cue))
    absorbed = denier.denied or _has_nothing_against(denier)
    return mine * theirs < 0 or (mine < 0 and theirs == 0) or not absorbed


def _step(older: str, newer: str, alike: bool) -> int:
    """How far the newer stance is from the older one on the first ladder that has both.

    Stances that take no side are compared only where the statements are alike.
    """
    comparable = alike or (polarity(older) and polarity(newer))
    for ladder in rules()["ladders"].values():
        if comparable and older in ladder and newer in ladder:
            return int(ladder.index(newer) - ladder.index(older))
    return 0


def _overlap(older: Stand, newer: Stand) -> float:
    """Share of the shorter statement's pieces of words that the other one has too.

    The words that carry the stance and those of time and tone do not count.
    """
    one, other = (_subject(each.core, each.cue) for each in (older, newer))
    return len(one & other) / max(1, min(len(one), len(other)))


@lru_cache(maxsize=16_384)
def _subject(core: str, cue: str) -> frozenset[str]:
    """The pieces of the words that say what a statement is about."""
    besides = {*_words(cue), *words_of("tones"), *words_of_taking_back()}
    left = " ".join(word for word in content_words(core) if word not in besides)
    return frozenset(pieces(left or core))


def points_back(core: str, cue: str) -> bool:
    """Whether a statement names no subject of its own, but points to the sentence before."""
    if words_of("pointers").isdisjoint(plain(core).split()):
        return False
    besides = {*_words(cue), *words_of("tones"), *words_of("pointers")}
    return all(word in besides for word in content_words(core))


def _letters(stand: Stand) -> str:
    """The letters and digits of the source sentence: hyphens at line ends come and go."""
    return _letters_of(stand.text)


@lru_cache(maxsize=8_192)
def _letters_of(text: str) -> str:
    return _NO_LETTER.sub("", plain(text))


def _leans(older: Stand, newer: Stand, common: float) -> bool:
    """Whether one side asks for what the other one is against, or has doubts about.

    To draw attention to a thing and to worry about it are one and the same side; only who pleaded
    for it turns round by doubting it.
    """
    leaning = rules()["leaning"]
    for one, other in ((older, newer), (newer, older)):
        besides = negations() | undoing()
        if one.stance not in leaning or not besides.isdisjoint(_words(one.core)):
            continue
        if other.stance == "oppose":
            return bool(common >= rules()["same_wording"])
        if other.stance in rules()["wary"] and one.strength >= rules()["pleading"]:
            told = negations().isdisjoint(_words(other.core))
            return bool(told and common >= rules()["same_clause"])
    return False


def _wording(older: Stand, newer: Stand) -> Wording:
    """How two texts differ."""
    if older.core == newer.core:
        return Wording()
    one, other = _words(older.core), _words(newer.core)
    if one == other or _is_spelling(one, other):
        return Wording()
    gone, added = _apart(one, other, _names(older.core) | _names(newer.core))
    own = _own_names(older) | _own_names(newer)
    gone, added = ([word for word in words if word not in own] for words in (gone, added))
    verbs = {*_words(older.cue), *_words(newer.cue)}
    words = tuple(gone), tuple(added)
    verb_only = not any(word not in verbs for word in (*gone, *added))
    said = verbs - negations()
    left = [[word for word in words if word not in said] for words in (gone, added)]
    denying = [bool(negations() & set(words)) for words in left]
    telling = [word for words in left for word in words if word not in telling_words()]
    excused = any(not not_denying().isdisjoint(words) for words in left)
    differ = denying[0] != denying[1] and not telling and not excused
    denied = (older if denying[0] else newer) if differ else None
    return Wording(not gone and not added, verb_only, denied, *words)


@lru_cache(maxsize=16_384)
def _words(text: str) -> tuple[str, ...]:
    """The words without case, without marks."""
    return tuple([word for word in plain_words(text) if has_word(word)])


@lru_cache(maxsize=8_192)
def _names(text: str) -> frozenset[str]:
    """The words with a capital, except the first."""
    return frozenset([plain(word) for word in words_in(text)[1:] if word[:1].isupper()])


def _own_names(stand: Stand) -> frozenset[str]:
    """The words of an actor's names: who speaks is compared by other rules."""
    return _words_of_names(stand.name, actor_name(stand.actor, current()))


@lru_cache(maxsize=1_024)
def _words_of_names(*names: str) -> frozenset[str]:
    return frozenset(word for name in names for word in _words(name))


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
    one: Sequence[str], other: Sequence[str], names: frozenset[str]
) -> tuple[list[str], list[str]]:
    """The differing words that matter, wherever they stand: not another form, not empty."""
    gone, added = _without(one, other), _without(other, one)
    for word in list(gone):
        start = word[:3]
        likely = (each for each in added if each.startswith(start))
        form = next((each for each in likely if _is_form(word, each, names)), None)
        if form is not None:
            gone.remove(word)
            added.remove(form)
    return gone, added


def _without(words: Sequence[str], others: Sequence[str]) -> list[str]:
    """The words that mean something and that the others do not have as often."""
    empty = empty_words()
    known = set(others)
    if len(known) == len(others) and len(set(words)) == len(words):
        return [word for word in words if word not in known and word not in empty]
    left = Counter(others)
    kept = []
    for word in words:
        if left[word] > 0:
            left[word] -= 1
        elif word not in empty:
            kept.append(word)
    return kept


def _is_form(one: str, other: str, names: frozenset[str]) -> bool:
    """Whether two words are forms or spellings of one, such as `steunt` and `steunde`.

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
    if one in names and other in names:
        tails = {one[common:].strip("'"), other[common:].strip("'")}
        return tails <= {"", "s"} or any("\ufffd" in tail for tail in tails)
    return common >= 4 and longest - common <= 3 and common >= 0.6 * longest
