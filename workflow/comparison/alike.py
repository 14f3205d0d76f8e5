"""How much two items are about the same, and whether they only look so."""

from collections.abc import Sequence

from workflow.comparison.acts import named, policies
from workflow.comparison.candidates import Candidate
from workflow.comparison.titles import (
    Relation,
    names_of_states,
    parts,
    relation,
    stem,
    telling_nothing,
)
from workflow.comparison.vectors import cosine

LINKED_FROM = 0.45
"""Likeness from which a link is proposed as selected. Measured: wrong ones end at .44."""
SAME_TEXT_FROM = 0.8
"""Likeness of texts from which two items whose titles say nothing are the same item."""
SHARED = 0.3
"""What a shared dossier or act adds, as a share of what is missing to 1."""
SHARED_POLICY = 0.15
"""The same for a policy under which many dossiers run."""
CROSSING = 0.12
"""What a word of one title adds that the other item alone has in its meeting, in the same way."""
ALMOST = LINKED_FROM - 0.01
"""What such words lift a likeness to at most: they are for a list, not for an answer."""
APART = 0.15
"""Likeness of two things of one sort: enough to be listed, not to be linked."""
TEXT_FROM = 0.1
"""Likeness of texts from which they can speak for two items whose titles differ."""
NEAREST_FROM = 0.25
"""The same where titles say nothing of it."""
TEXT_AHEAD = 1.5
"""How many times as alike as the text of any other item of the older meeting they have to be."""


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
    shared = shared_marks(older, newer)
    if not shared:
        return score
    score += (SHARED_POLICY if shared <= policies() else SHARED) * (1 - score)
    return max(score, LINKED_FROM) if _alone_name_act(older, newer) else score


def _alone_name_act(older: Candidate, newer: Candidate) -> bool:
    """Whether both titles name an act that no other title of their meetings names."""
    one, other = named(older.entry.title), named(newer.entry.title)
    return any(
        all(
            sum(act in named(each.entry.title) for each in row) == 1
            for row in (older.row, newer.row)
        )
        for act in (one.keys() & other.keys()) - policies()
    )


def doubted(
    score: float, older: Candidate, newer: Candidate, *, returns: bool = False, least: float
) -> float:
    """The likeness, next to nothing for two things of one sort that would reach `least`."""
    if score < least or not are_apart(older, newer, returns=returns):
        return score
    return APART + score / 100


def are_apart(older: Candidate, newer: Candidate, *, returns: bool = False) -> bool:
    """Whether two items are two things of one sort, as soil and forest monitoring are.

    They are if they number two things of one row; and if each title names something that the
    other does not, and nothing else ties them: sentences that come back (`returns`), a dossier,
    an act under another name, what a title names in the text of the other, or texts more alike
    than any other.
    """
    if older.generic or newer.generic:
        return False
    titles = older.entry.title, newer.entry.title
    told = relation(*titles)
    if told.numbers_differ:
        return True
    one, other = _left_alone(older, newer, told)
    if returns or not (one and other) or _are_tied(older, newer):
        return False
    states = names_of_states()
    crossing = (one & newer.own()) | (other & older.own())
    if one & states and other & states:
        crossing -= states
    return not crossing and not _is_text_ahead(older, newer)


def _left_alone(
    older: Candidate, newer: Candidate, told: Relation
) -> tuple[frozenset[str], frozenset[str]]:
    """What each title names alone, without an act of both by another name; acts of one with it."""
    acts = named(older.entry.title), named(newer.entry.title)
    shared = acts[0].keys() & acts[1].keys()
    differ = all(each.keys() - policies() for each in acts) and not shared
    left = []
    for rest, mine in zip((told.older, told.newer), acts, strict=True):
        words = [word for act in shared for word in mine[act]]
        rest -= set(map(stem, parts(words)))
        left.append(rest.union(mine) if differ else rest)
    return left[0], left[1]


def _are_tied(older: Candidate, newer: Candidate) -> bool:
    """Whether both cite a dossier, or an act by two of its names; more than a word of titles."""
    one, other = named(older.entry.title), named(newer.entry.title)
    return any(
        one.get(mark) != other.get(mark) or mark not in one
        for mark in shared_marks(older, newer) - policies()
    )


def _is_text_ahead(older: Candidate, newer: Candidate) -> bool:
    """Whether the texts are far more alike than those of any other item of the older meeting."""
    score = cosine(older.text(), newer.text())
    return score >= TEXT_FROM and all(
        score >= TEXT_AHEAD * cosine(other.text(), newer.text())
        for other in older.row
        if other.key != older.key
    )


def nearest_text(row: Sequence[Candidate], newer: Candidate) -> tuple[int, float]:
    """The place of the item whose text is far more alike than any other, and a likeness for it.

    The place is -1 where there is none. The likeness is for a list, not for an answer.
    """
    scores = [cosine(other.text(), newer.text()) for other in row]
    best = max(range(len(row)), key=scores.__getitem__, default=-1)
    rest = max((score for at, score in enumerate(scores) if at != best), default=0.0)
    if best < 0 or row[best].generic or scores[best] < max(TEXT_FROM, TEXT_AHEAD * rest):
        return -1, 0.0
    if not telling_words(row[best], newer):
        return -1, 0.0
    return best, min(ALMOST, APART + scores[best])


def are_nearest(older: Candidate, newer: Candidate) -> bool:
    """Whether the texts of two items, and no others of their meetings, are much alike."""
    if older.generic or newer.generic or cosine(older.text(), newer.text()) < NEAREST_FROM:
        return False
    if relation(older.entry.title, newer.entry.title).numbers_differ:
        return False
    return (
        len(telling_words(older, newer)) > 1
        and older.row[nearest_text(older.row, newer)[0]] is older
        and newer.row[nearest_text(newer.row, older)[0]] is newer
    )


def telling_words(older: Candidate, newer: Candidate) -> frozenset[str]:
    """Beginnings of the words on the subject that each of two items alone has in its meeting."""
    shared = (older.own() & newer.own()) - telling_nothing()
    return frozenset(word for word in shared if not word[0].isdigit())


def most_likeness(older: Candidate, newer: Candidate, *, by_text: bool = False) -> float:
    """The most that `likeness` can be, by the titles alone: they cost a tenth of the texts."""
    if older.generic or newer.generic:
        return 1.0 if by_text and older.generic and newer.generic else 0.0
    most = (cosine(older.title(), newer.title()) + 1) / 2
    return most if older.cites().isdisjoint(newer.cites()) else most + SHARED * (1 - most)


def most_by_title(older: Candidate, newer: Candidate) -> float:
    """The same without looking whether they cite the same, for titles that say something."""
    most = (cosine(older.title(), newer.title()) + 1) / 2
    return most + SHARED * (1 - most)


def shared_marks(older: Candidate, newer: Candidate) -> frozenset[str]:
    """The dossiers, documents and acts that both items cite and few others of their meetings.

    What the others cite is looked at only where both items cite the same.
    """
    if older.cites().isdisjoint(newer.cites()):
        return frozenset()
    return older.marks() & newer.marks()


def lifted(score: float, older: Candidate, newer: Candidate) -> float:
    """The likeness for a list: a word of one title that the other item alone has lifts it."""
    if score >= ALMOST or older.generic or newer.generic:
        return score
    crossing = (older.heads() & newer.own()) | (newer.heads() & older.own())
    if not crossing:
        return score
    return min(ALMOST, score + CROSSING * len(crossing) * (1 - score))
