"""Sentences that stand in both reports although the program recognised a statement in one only.

A capital letter or a lost character can be enough to hide an actor. What is still said word for
word was neither dropped nor new.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from workflow.comparison.model import MeetingSide, Stand
from workflow.comparison.tokens import plain_words
from workflow.comparison.wording import empty_words
from workflow.report.model import Item

Key = str
_NO_LETTER = re.compile(r"[\W_]+")


def with_echoes(
    stands: Sequence[Stand], others: Iterable[Stand], side: MeetingSide, items: Mapping[str, Item]
) -> tuple[Stand, ...]:
    """The statements of one side, and those of the other side whose sentence stands here too.

    `items` are the items of this side on the topic, by slug. What staff refused stays out.
    """
    said = {(stand.family, stand.text) for stand in stands}
    missing = [stand for stand in others if (stand.family, stand.text) not in said]
    if not missing:
        return tuple(stands)
    places: dict[Key, tuple[str, int]] = {}
    for slug, item in items.items():
        for sentence in item.sentences:
            places.setdefault(_key(sentence.text), (slug, sentence.number))
    known = {(stand.family, stand.slug, number) for stand in stands for number in stand.evidence}
    found = list(stands)
    for stand in missing:
        place = places.get(_key(stand.text))
        if place is None or (stand.family, *place) in known or _refused(stand, side, *place):
            continue
        slug, number = place
        text = next(each.text for each in items[slug].sentences if each.number == number)
        known.add((stand.family, slug, number))
        found.append(
            replace(
                stand, text=text, evidence=(number,), slug=slug, meeting=side.meeting.id, essence=""
            )
        )
    return tuple(found)


@lru_cache(maxsize=16_384)
def _key(text: str) -> Key:
    """The words that matter."""
    empty = empty_words()
    return _NO_LETTER.sub("", "".join([word for word in plain_words(text) if word not in empty]))


def _refused(stand: Stand, side: MeetingSide, slug: str, number: int) -> bool:
    summary = side.summaries.get(slug)
    return summary is not None and any(
        position.actor == stand.actor and number in position.evidence
        for position in summary.rejected
    )
