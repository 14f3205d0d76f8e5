"""Parts of items: how they are named, where they meet, and several of them in one topic."""

import re
from collections.abc import Collection, Iterable

from workflow.summaries.itemfile import parse_evidence
from workflow.summaries.model import Summary
from workflow.summaries.topics import belongings, put_in_topic


def key_parts(key: str) -> tuple[str, tuple[int, ...]]:
    """The item and the sentences that a key names: `2031-03-06-jbz/diversen s2-s4`."""
    found = re.fullmatch(r"(\S+/\S+)\s+(s\d+(?:[\s-]+s\d+)*)", key.strip())
    if found is None:
        return key, ()
    return found[1], parse_evidence(f"x [{found[2]}]")[1]


def is_shared(sentences: Collection[int], others: Collection[int]) -> bool:
    """Whether two parts of an item have a sentence in common; none named is the whole item."""
    return not sentences or not others or not set(sentences).isdisjoint(others)


def add_to_topic(summary: Summary, topic: str, sentences: Iterable[int] = ()) -> Summary:
    """The same, beside the sentences that it has in that topic; the whole item stays whole."""
    known = next((each for each in belongings(summary) if each.topic == topic), None)
    if known is None:
        return put_in_topic(summary, topic, sentences)
    if not known.sentences:
        return summary
    added = tuple(sentences)
    return put_in_topic(summary, topic, sorted({*known.sentences, *added}) if added else ())
