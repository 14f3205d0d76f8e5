"""Work that is spared changes nothing: the same answers as from looking at every pair."""

from itertools import permutations, product

import pytest
from answer_key import sample_side

from workflow.comparison.align import PAIRED_FROM, REPEATED_FROM, TURNED_FROM, align
from workflow.comparison.alike import likeness, most_likeness
from workflow.comparison.candidates import candidates
from workflow.comparison.fitting import Fitting, Likeness, is_view
from workflow.comparison.model import Stand
from workflow.comparison.rules import polarity
from workflow.comparison.scores import Scores, Unit
from workflow.comparison.stands import items_by_slug, suggested_stands
from workflow.comparison.subjects import votes
from workflow.summaries.topics import Topics

MEETINGS = ("2031-03-06-jbz", "2031-06-12-jbz", "2031-10-09-jbz")
PAIRS = list(permutations(MEETINGS, 2))


def everything_said(meeting: str) -> list[Stand]:
    """All statements of a sample meeting, as if one actor had made them on one topic.

    Without votes on a text as a whole: those pair whatever their words; nor who is only named
    beside the speaker, who comes later.
    """
    side = sample_side(meeting)
    items = items_by_slug(side)
    said = [s for slug, item in items.items() for s in suggested_stands(side, slug, item)]
    return [stand for stand in said if not (votes(stand) or stand.co)]


def aligned_by_all(older: list[Stand], newer: list[Stand], near: Likeness) -> set[tuple[int, int]]:
    """The pairs of places, found by scoring every pair there is."""
    key = [[(stand.actor, stand.stance, stand.core) for stand in side] for side in (older, newer)]
    found: dict[int, int] = {}
    for j, said in enumerate(key[1]):
        same = (i for i, other in enumerate(key[0]) if other == said and i not in found.values())
        if (i := next(same, None)) is not None:
            found[j] = i
    scored = sorted(
        (-one.fits(other, near.of(one.stand, other.stand)), abs(i - j), i, j)
        for i, one in enumerate(map(Fitting.of, older))
        for j, other in enumerate(map(Fitting.of, newer))
    )
    for least, only in ((REPEATED_FROM, False), (0.0, True), (0.0, False)):
        for score, _, i, j in scored:
            turned = polarity(older[i].stance) * polarity(newer[j].stance) < 0
            enough = -score >= (least or (TURNED_FROM if turned else PAIRED_FROM))
            views = is_view(older[i]) and is_view(newer[j])
            if enough and views >= only and i not in found.values() and j not in found:
                found[j] = i
    return {(i, j) for j, i in found.items()}


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_statements_pair_as_if_every_pair_was_scored(before: str, after: str) -> None:
    older, newer = everything_said(before), everything_said(after)
    near = Likeness([*older, *newer])
    pairs = {
        (older.index(old), newer.index(new))
        for old, new in align(older, newer, near)
        if old and new
    }
    every = aligned_by_all(older, newer, near)
    assert every <= pairs
    for i, j in pairs - every:  # left over, with few words in common
        assert (older[i].family, older[i].stance) == (newer[j].family, newer[j].stance)
    assert len(pairs) > 10


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_items_come_in_the_order_of_their_likeness(before: str, after: str) -> None:
    rows = candidates([sample_side(before), sample_side(after)])
    older, newer = ([Unit(each) for each in row] for row in rows)
    scores = Scores(older, newer, Topics())
    every = sorted(
        (-scores.of(i, j), i, j) for i, j in product(range(len(older)), range(len(newer)))
    )
    assert [(-score, i, j) for score, i, j in scores.best_first((), ())] == every


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_titles_never_promise_too_little(before: str, after: str) -> None:
    rows = candidates([sample_side(before), sample_side(after)])
    for old, new in product(*rows):
        for by_text in (False, True):
            most = most_likeness(old, new, by_text=by_text)
            assert likeness(old, new, by_text=by_text) <= most + 1e-12
