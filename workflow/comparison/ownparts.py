"""Which part of a sentence is whose, where several speak: `De een was tegen X; de ander voor Y`."""

import re
from collections.abc import Iterable
from functools import cache

from workflow.comparison.rules import words_of
from workflow.comparison.tokens import plain_words
from workflow.comparison.vectors import content_words
from workflow.positions.model import Attribution, is_group
from workflow.report.model import Sentence

Span = tuple[int, int]


def own_part(sentence: Sentence, attribution: Attribution, found: Iterable[Attribution]) -> Span:
    """The range of the clauses that an actor says, where others say what stands before or behind.

    All of the sentence where nothing parts them (`; `, `, maar `), where the verb is one for both
    (`België steunde de wet; Malta het fonds`), or what is left points to the rest or names nothing.
    """
    text = sentence.text
    whole = 0, len(text)
    own = _told(attribution)
    others = [
        _told(each)
        for each in found
        if each.sentence == attribution.sentence and each.actor != attribution.actor and not each.co
    ]
    if not own or not others or is_group(attribution.actor):
        return whole  # "some wanted a larger fund, others a smaller one": told by both
    start, end = whole
    for border in _borders().finditer(text):
        before, behind = border.start(), border.end()
        if all(at >= behind for at, _ in own) and any(_is_before(each, before) for each in others):
            start = max(start, behind)
        if all(to <= before for _, to in own) and any(_is_behind(each, behind) for each in others):
            end = min(end, before)
    said = text[start:end]
    return (start, end) if _stands_alone(said, attribution.cue) else whole


def _told(attribution: Attribution) -> list[Span]:
    """Where the words stand by which somebody says something, the name too."""
    name = attribution.actor_span if not attribution.co else None
    return [*attribution.cue_spans, *([name] if name else [])] if attribution.cue_spans else []


def _is_before(spans: list[Span], place: int) -> bool:
    return bool(spans) and all(to <= place for _, to in spans)


def _is_behind(spans: list[Span], place: int) -> bool:
    return bool(spans) and all(at >= place for at, _ in spans)


def _stands_alone(said: str, cue: str) -> bool:
    """Whether a part of a sentence names what it is about itself."""
    told = plain_words(said)
    if not words_of("pointers").isdisjoint(told):
        return False
    besides = words_of("tones", "said_words").union(plain_words(cue.replace("+", " ")))
    return any(word not in besides for word in content_words(said))


@cache
def _borders() -> re.Pattern[str]:
    """Marks and words behind which another one speaks."""
    opens = "|".join(sorted(map(re.escape, words_of("other_speaks"))))
    return re.compile(rf";\s+|,\s+(?:{opens})\s+", re.IGNORECASE)
