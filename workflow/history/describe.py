"""What a save did to a summary, in a few words for the subject of its commit. Pure."""

from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Any

from workflow.languages import say_in
from workflow.summaries.model import Position, Summary

LENGTH = 46
"""Characters that the words may take; what does not fit is summed up as “and more”."""

_LISTS = ("rejected", "next_steps", "commitments", "remarks", "dismissals")


def describe_change(old: Summary | None, new: Summary | None, language: str) -> str:
    """Such as `standpunt Nederland gewijzigd, 1 zin herschreven`.

    `old` is None where there was no file, `new` where it goes.
    """

    def words(key: str, **values: object) -> str:
        return say_in(language, f"history.change.{key}", **values)

    if new is None:
        return words("removed")
    if old is None or (old.is_empty and new.sentences):
        return _written(new, words)
    parts = [*_status(old, new, words), *_positions(old, new, words), *_sentences(old, new, words)]
    parts += _lists(old, new, words)
    parts += _small(old, new, words)
    return _joined(parts, words("more")) or words("form")


def _joined(parts: Sequence[str], more: str) -> str:
    """As many of the parts as fit, the most telling ones first."""
    text = ""
    for number, part in enumerate(parts):
        longer = f"{text}, {part}" if text else part
        rest = "" if number == len(parts) - 1 else f", {more}"
        if text and len(longer + rest) > LENGTH:
            return f"{text}, {more}"
        text = longer
    return text


def _written(new: Summary, words: Callable[..., str]) -> str:
    if new.sentences:
        return words("written", n=new.words)
    if new.positions:
        return words("positions_added", n=len(new.positions))
    return words("created")


def _status(old: Summary, new: Summary, words: Callable[..., str]) -> list[str]:
    """A step in the work is the news; that a first edit makes a draft is not."""
    if old.status == new.status or (old.status, new.status) == ("open", "draft"):
        return []
    if new.status == "draft":
        return [words("reopened")] if _same_text(old, new) else []
    return [words(f"to_{new.status}")]


def _same_text(old: Summary, new: Summary) -> bool:
    return (old.sentences, old.positions) == (new.sentences, new.positions)


def _positions(old: Summary, new: Summary, words: Callable[..., str]) -> list[str]:
    before, after = _by_actor(old.positions), _by_actor(new.positions)
    found: dict[str, list[str]] = {"changed": [], "added": [], "removed": []}
    for actor, entries in after.items():
        if actor not in before:
            found["added"] += [entry.name for entry in entries]
        elif entries != before[actor]:
            found["changed"].append(entries[0].name)
    for actor, entries in before.items():
        if actor not in after:
            found["removed"] += [entry.name for entry in entries]
    parts = []
    for kind, names in found.items():
        if len(names) == 1:
            parts.append(words(f"position_{kind}", name=names[0]))
        elif names:
            parts.append(words(f"positions_{kind}", n=len(names)))
    if not parts and old.positions != new.positions:
        parts.append(words("positions_moved"))
    return parts


def _by_actor(positions: Sequence[Position]) -> dict[str, list[Position]]:
    found: dict[str, list[Position]] = {}
    for position in positions:
        found.setdefault(position.actor, []).append(position)
    return found


def _sentences(old: Summary, new: Summary, words: Callable[..., str]) -> list[str]:
    before = [sentence.text for sentence in old.sentences]
    after = [sentence.text for sentence in new.sentences]
    if before == after:
        same = old.sentences == new.sentences
        return [] if same else [words("evidence")]
    if not after:
        return [words("text_removed")]
    moved = _moved(before, after)
    for text in moved.elements():
        before.remove(text)
        after.remove(text)
    rewritten = added = removed = 0
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for kind, i1, i2, j1, j2 in codes:
        if kind != "equal":
            pairs = min(i2 - i1, j2 - j1)
            rewritten += pairs
            removed += i2 - i1 - pairs
            added += j2 - j1 - pairs
    counts = {"rewritten": rewritten, "added": added, "removed": removed, "moved": moved.total()}
    return [words(f"sentences_{kind}", n=n) for kind, n in counts.items() if n]


def _moved(before: Sequence[str], after: Sequence[str]) -> Counter[str]:
    """The sentences that stand in both, but elsewhere, each as often as it moved."""
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    stayed = Counter(text for at, _, size in blocks for text in before[at : at + size])
    return (Counter(before) & Counter(after)) - stayed


def _lists(old: Summary, new: Summary, words: Callable[..., str]) -> list[str]:
    parts = []
    for name in _LISTS:
        before, after = getattr(old, name), getattr(new, name)
        if before == after:
            continue
        added = [entry for entry in after if entry not in before]
        removed = [entry for entry in before if entry not in after]
        parts.append(_list_words(name, added, removed, words))
    return parts


def _list_words(name: str, added: list[Any], removed: list[Any], words: Callable[..., str]) -> str:
    more = len(added) - len(removed)
    kind = "added" if more > 0 else "removed" if more < 0 else "changed"
    n = abs(more) or len(added) or 1
    return words(f"{name}_{kind}", n=n)


def _small(old: Summary, new: Summary, words: Callable[..., str]) -> list[str]:
    parts = []
    if old.topics != new.topics:
        parts.append(words("topics"))
    if old.title != new.title:
        parts.append(words("title"))
    if (old.claim, old.claimed) != (new.claim, new.claimed):
        parts.append(words("claimed", name=new.claim) if new.claim else words("unclaimed"))
    for name in ("assigned", "reviewer", "deadline"):
        value = getattr(new, name)
        if getattr(old, name) != value:
            parts.append(words(f"{name}_set", name=value) if value else words(f"{name}_cleared"))
    if old.proposals != new.proposals:
        more = len(new.proposals) - len(old.proposals)
        kind = "added" if more > 0 else "decided"
        parts.append(words(f"proposals_{kind}", n=abs(more) or 1))
    if old.other != new.other or old.unread != new.unread:
        parts.append(words("other"))
    if not parts and old.source != new.source:
        parts.append(words("source"))
    return parts
