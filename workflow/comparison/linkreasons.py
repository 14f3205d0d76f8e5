"""Why two items are taken to be about the same, in words."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from workflow.comparison.alike import shared_marks
from workflow.comparison.candidates import Candidate, body_words
from workflow.comparison.cited import as_written
from workflow.comparison.textlikeness import states_of_both
from workflow.comparison.titles import generic_words, stem, subject, telling_nothing
from workflow.comparison.vectors import Words, content_words
from workflow.languages import current, say
from workflow.positions.actors import actor_name
from workflow.positions.model import state_actor

LONG_PIECE = 8
"""Letters that two words of titles have in common where they are about the same."""

ENDING = 3
"""Letters by which forms of one word differ at their ends, at most."""


def reasons(older: Candidate, newer: Candidate, sentences: int = 0) -> tuple[str, ...]:
    """Why two items are taken to be about the same, in words.

    `sentences` is how many of them come back nearly word for word.
    """
    found = []
    if sentences:
        found.append(say("comparison.link.sentences", count=sentences))
    titles = (older.entry.title, newer.entry.title)
    words = _common_words(*map(content_words, titles), forms=True)
    if words:
        found.append(say("comparison.link.title", words=", ".join(words)))
    shared = sorted(as_written(mark, newer.item) for mark in shared_marks(older, newer))
    if shared:
        found.append(say("comparison.link.mark", marks=", ".join(shared)))
    text = _common_words(
        body_words(older.item), body_words(newer.item), besides=words, telling=True, forms=True
    )
    if text:
        found.append(say("comparison.link.text", words=", ".join(text)))
    if not (words or shared) and (states := states_of_both(older, newer)):
        names = [actor_name(state_actor(code), current()) for code in sorted(states)]
        found.append(say("comparison.link.states", states=", ".join(names)))
    if not found and (pair := _like_words(older.entry.title, newer.entry.title)):
        found.append(say("comparison.link.like", older=pair[0], newer=pair[1]))
    return tuple(found) or (say("comparison.link.whole"),)


def common_words(older: Candidate, newer: Candidate) -> list[str]:
    """Up to three long words that two texts have in common: what they are about."""
    return _common_words(body_words(older.item), body_words(newer.item), telling=True)


def are_related(older: Candidate, newer: Candidate) -> bool:
    """Whether two items have a telling word, a long piece of one, or an act in common."""
    titles = subject(older.entry.title), subject(newer.entry.title)
    return bool(
        shared_marks(older, newer)
        or _common_words(*map(content_words, titles))
        or _like_words(*titles, LONG_PIECE)
        or len(_common_words(body_words(older.item), body_words(newer.item))) > 1
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


def _common_words(
    older: Words,
    newer: Words,
    besides: Sequence[str] = (),
    *,
    telling: bool = False,
    forms: bool = False,
) -> list[str]:
    """Up to three long words of the newer text that the older one has, or one that begins alike.

    With `forms` that has to be a form of the word: `slachtoffer` for `slachtoffers`, but not
    `slachthuis`. What people read as a word of both texts should stand in both.
    """
    others = set(older)
    starts = {word[:6] for word in others if word[5:]}
    generic, nothing = generic_words(), telling_nothing()
    found = [
        word
        for word in dict.fromkeys(newer)
        if len(word) >= 4
        and word not in generic
        and not (telling and (stem(word.split("'")[0]) in nothing or word[0].isdigit()))
        and word not in besides
        and (word in others or (len(word) >= 6 and word[:6] in starts))
        and (not forms or word in others or any(_is_form(word, each) for each in others))
    ]
    return sorted(sorted(found), key=len, reverse=True)[:3]


def _is_form(one: str, other: str) -> bool:
    """Whether two words have but a short ending of their own."""
    differs = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    shared = next(differs, min(len(one), len(other)))
    return max(len(one), len(other)) - shared <= ENDING
