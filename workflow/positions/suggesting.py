"""What the program proposes to staff: positions with their evidence, and a draft summary.

Nothing here shortens or rewrites a sentence of the source.
"""

from collections.abc import Sequence
from dataclasses import replace

from workflow.positions.actors import actor_rank
from workflow.positions.model import STANCES, Attribution, Draft, Suggestion
from workflow.report.model import Item

_STRONG = ("oppose", "concern", "reserve", "support", "call", "announce", "decide")
_EXPLAINS = "inform"
_FOR = "support"
_RESERVES = "reserve"
_CONTRARY = ("oppose", "concern")
"""What nobody means who supports the same thing; a reservation goes with support."""
_DECIDING = ("raad", "ep", "voorzitterschap", "commissie")
"""Who decides in a council; what a state decides by itself is its position."""
_PER_SPEAKER = 2
"""Sentences of one speaker that a draft takes before others have had their turn."""


def suggest(
    item: Item, attributions: Sequence[Attribution], *, own_government: str = "nederland"
) -> tuple[Suggestion, ...]:
    """Suggested positions: one per actor, stance and sentence, quoting that sentence whole.

    Procedure (`none`) is left out, and that somebody explains what they take a side on. An
    explanation that names nobody goes on with the one before, as evidence of it. A suggestion is
    uncertain where none of its evidence is certain, as with an actor who is not named in the
    sentence, a paragraph to parliament, or a sentence that is read as support and as the contrary
    of it.
    """
    groups: dict[tuple[str, str, int], list[Attribution]] = {}
    explained: dict[tuple[str, bool], int] = {}
    for one in _weighed(attributions):
        if one.stance == "none" or not item.sentence(one.sentence):
            continue
        opened = one.sentence
        if one.stance == _EXPLAINS:
            told = one.actor, one.to_parliament
            opened = explained.get(told, opened) if one.implicit else opened
            explained[told] = opened
        groups.setdefault((one.actor, one.stance, opened), []).append(one)
    result = [_suggestion(item, key, found) for key, found in groups.items()]
    return tuple(
        sorted(
            result,
            key=lambda one: (
                one.to_parliament,
                actor_rank(one.actor, own_government),
                one.evidence,
                STANCES.index(one.stance),
            ),
        )
    )


def _weighed(attributions: Sequence[Attribution]) -> Sequence[Attribution]:
    """The attributions, uncertain where one sentence of an actor has two contrary readings.

    Without explanations in a sentence that takes a side: the same words would stand there twice.
    """
    told: dict[tuple[int, str], set[str]] = {}
    for one in attributions:
        told.setdefault((one.sentence, one.actor), set()).add(one.stance)
    return [
        replace(one, certain=False)
        if one.stance in (_FOR, *_CONTRARY) and _FOR in stances and stances & set(_CONTRARY)
        else one
        for one in attributions
        if (stances := told[one.sentence, one.actor])
        and not (one.stance == _EXPLAINS and stances & {_FOR, _RESERVES, *_CONTRARY})
    ]


def _suggestion(item: Item, key: tuple[str, str, int], found: list[Attribution]) -> Suggestion:
    """What is proposed by all that was found of one actor and stance in one sentence."""
    best = next((one for one in found if one.certain and not one.implicit), found[0])
    sentence = item.sentence(best.sentence)
    return Suggestion(
        key[0],
        key[1],
        sentence.text if sentence else "",
        tuple(sorted({one.sentence for one in found})),
        certain=any(one.certain and not one.implicit for one in found),
        to_parliament=all(one.to_parliament for one in found),
    )


def draft(
    item: Item, attributions: Sequence[Attribution], *, own_government: str, words: int
) -> Draft:
    """A suggested summary: whole source sentences by number, at most `words` words together.

    In the order decision, own government, Presidency and Commission, groups from large to
    small, named states and others, next steps. At least one sentence is taken, however long.
    """
    ranked = sorted(_candidates(item, attributions, own_government))
    chosen: list[int] = []
    left_out: list[int] = []
    room = words
    for _, _, number in ranked:
        sentence = item.sentence(number)
        length = len(sentence.text.split()) if sentence else 0
        if length <= room or not chosen:
            chosen.append(number)
            room -= length
        else:
            left_out.append(number)
    return Draft(tuple(chosen), tuple(sorted(left_out)))


def _candidates(
    item: Item, attributions: Sequence[Attribution], own_government: str
) -> list[tuple[tuple[int, ...], tuple[int, ...], int]]:
    """Every sentence with a position, with the keys that order it."""
    future = {reference.sentence for reference in item.references if reference.kind == "future"} - {
        0
    }
    taken: dict[str, int] = {}
    result: list[tuple[tuple[int, ...], tuple[int, ...], int]] = []
    by_sentence: dict[int, list[Attribution]] = {}
    for one in attributions:
        if one.stance != "none" and not one.to_parliament and item.sentence(one.sentence):
            by_sentence.setdefault(one.sentence, []).append(one)
    for number, found in sorted(by_sentence.items()):
        first = min(found, key=lambda one: _place(one, own_government))
        turn = taken.get(first.actor, 0)
        taken[first.actor] = turn + 1
        place = _place(first, own_government)
        is_next = first.stance == "announce" and number in future
        chapter = 6 if is_next and place[0] > 1 else place[0]
        late = int(turn >= _PER_SPEAKER or first.implicit)
        weak = int(first.stance not in _STRONG)
        result.append(((late, chapter), (*place[1:], weak, number), number))
    for number in sorted(future - set(by_sentence)):
        if item.sentence(number):
            result.append(((0, 6), (0, number), number))
    return result


def _place(one: Attribution, own_government: str) -> tuple[int, int]:
    """Chapter of a briefing and the place in it."""
    if one.stance == "decide" and one.actor in _DECIDING:
        return (0, 0)
    chapter, place, _ = actor_rank(one.actor, own_government)
    chapters = {0: 1, 1: 0, 2: 2, 3: 2, 4: 2, 5: 3, 6: 4, 7: 5, 8: 5}
    return (chapters[chapter], chapter * 100 + place)
