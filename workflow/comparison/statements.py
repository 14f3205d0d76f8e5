"""The statements on an item: those that staff confirmed, or those that the program found.

A suggestion that was taken over is still the sentence of the report. Where one sentence gave an
actor two stances, staff have two positions with the same text; beside another meeting they are
one statement, told as the sentence itself is when nobody has confirmed it yet.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from workflow.comparison.model import MeetingSide, Stand
from workflow.comparison.ownparts import own_part
from workflow.comparison.rules import polarity, takes_side
from workflow.comparison.stands import (
    Spans,
    actor_spans,
    as_aside,
    confirmed_stands,
    doubters,
    essence_of,
    in_order,
    suggested_stands,
    with_doubts,
)
from workflow.positions.model import Attribution
from workflow.report.model import Item, Sentence


def stands(
    side: MeetingSide,
    slug: str,
    item: Item,
    *,
    confirmed: bool,
    sentences: Iterable[int] = (),
    with_strength: bool = True,
    with_asides: bool = False,
) -> tuple[Stand, ...]:
    """The statements on an item; with `sentences`, those that rest on one of them.

    With `with_asides` a sentence of several stances is one statement with asides.
    """
    if not confirmed:
        all_stands = suggested_stands(side, slug, item, with_asides=with_asides)
    elif with_asides:
        all_stands = quoted_stands(side, slug, item)
    else:
        all_stands = confirmed_stands(side, slug, with_strength=with_strength)
    wanted = set(sentences)
    return tuple(
        stand for stand in all_stands if not wanted or not wanted.isdisjoint(stand.evidence)
    )


def quoted_stands(side: MeetingSide, slug: str, item: Item) -> tuple[Stand, ...]:
    """The positions that staff confirmed on an item, with asides where they quote it.

    What staff put into words of their own, or gave another stance, stays as they wrote it.
    """
    said = confirmed_stands(side, slug)
    found = side.attributions.get(slug, ())
    if not (said and found):
        return said
    said = tuple(part for stand in said for part in _by_sentence(stand, item, found))
    spans = actor_spans(found, item)
    kept: list[Stand] = []
    asides: list[Stand] = []
    done: set[tuple[str, int]] = set()
    for stand in said:
        source = _source(stand, item)
        several = _stances(stand, source, said, found) if source else []
        if source is None or not several:
            kept.append(stand)
            continue
        if (stand.actor, source.number) in done:
            continue
        done.add((stand.actor, source.number))
        main, *others = _one_sentence(several, source, item, spans, found)
        kept.append(main)
        asides += others
    return (*with_doubts(kept, asides, doubters(found, item)), *asides)


def _by_sentence(stand: Stand, item: Item, found: Sequence[Attribution]) -> list[Stand]:
    """The statement, one for each sentence that it rests on where all of them say the same.

    One that was taken over may quote a sentence and name others of that actor and stance.
    """
    told = {
        one.sentence: one.strength
        for one in reversed(found)
        if (one.actor, one.stance) == (stand.actor, stand.stance)
    }
    sentences = [sentence for number in stand.evidence if (sentence := item.sentence(number))]
    if not _source(stand, item) or any(each.number not in told for each in sentences):
        return [stand]
    if len(stand.evidence) == 1 and told[stand.evidence[0]] == stand.strength:
        return [stand]
    return [
        replace(stand, text=each.text, evidence=(each.number,), strength=told[each.number])
        for each in sentences
    ]


def _source(stand: Stand, item: Item) -> Sentence | None:
    """The sentence that a position quotes word for word."""
    sentences = map(item.sentence, stand.evidence)
    return next((each for each in sentences if each and each.text == stand.text), None)


def _stances(
    stand: Stand, source: Sentence, said: Sequence[Stand], found: Sequence[Attribution]
) -> list[tuple[Stand, Attribution]]:
    """The positions of this actor that quote the sentence, each with what was found there.

    In the order of the sentence; none where that position is not what was found. A stance that
    takes no side and is not found today says nothing beside one that takes a side.
    """
    several = {
        each.stance: each
        for each in said
        if (each.actor, each.text) == (stand.actor, stand.text) and source.number in each.evidence
    }
    told: dict[str, Attribution] = {}
    for one in found:
        if one.sentence != source.number or one.stance not in several:
            continue
        if one.actor == stand.actor or (stand.is_group and one.actor.startswith("lidstaten")):
            told.setdefault(one.stance, one)
    sided = not polarity(stand.stance) and any(map(polarity, told))
    if stand.stance not in told and not sided:
        return []
    return [(several[stance], told[stance]) for stance in told]


def _one_sentence(
    several: Sequence[tuple[Stand, Attribution]],
    source: Sentence,
    item: Item,
    spans: Spans,
    found: Sequence[Attribution],
) -> list[Stand]:
    """The statement that a sentence makes, then its further stances that take a side."""
    by_stance = {stand.stance: stand for stand, _ in several}
    every = tuple(by_stance)
    first, *rest = in_order([attribution for _, attribution in several], item)
    cue = first.cue.replace("+", " ")
    main = replace(
        by_stance[first.stance],
        essence=essence_of(item, source, cue, spans, own_part(source, first, found)),
        cue=cue,
        denied=first.denied,
        co=first.co,
        told=every if len(every) > 1 else (),
    )
    return [main, *(as_aside(main, each) for each in rest if takes_side(each.stance))]
