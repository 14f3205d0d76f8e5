"""An item file as a reader sees it, without the signs that are for programs."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Literal

from workflow.errors import WorkflowError
from workflow.languages import current, format_date, labels, say
from workflow.summaries.itemhead import file_lines, split_head
from workflow.summaries.itemlines import unescape

_ENTRY = re.compile(r"- (?:\*\*(?P<name>.*?)\*\*)?(?P<rest>.*)")
"""A line of an item file below a heading: a position, a promise, a remark."""


def as_read(text: str, language: str) -> str:
    """An item file as a reader sees it: without its head and without the signs of the file."""
    _, fence, body = text.removeprefix("+++\n").partition("\n+++\n")
    remarks = labels(language, "summaries.sections")["remarks"]
    shown, section = [], ""
    for line in (body.lstrip("\n") if fence else text).splitlines():
        if line.startswith("## "):
            section = line[3:].strip()
            shown.append(section)
        elif found := _ENTRY.fullmatch(line):
            lead = f"{section} · " if section == remarks else ""
            shown.append(lead + unescape(found["name"] or "") + unescape(found["rest"]))
        else:
            shown.append(unescape(line.removeprefix("# ").removeprefix("> ")))
    return "\n".join(shown)


Counted = Literal["positions", "waiting", "words", "errors"]
"""What an item has some number of."""


def counted(key: Counted, count: int) -> str:
    """How much of something an item has; none is said in words, so that a sign can precede it."""
    return say(f"summaries.counted.{key}", n=count) if count else say(f"summaries.counted.no_{key}")


_NAMED = ("status", "topics", "claim", "assigned", "reviewer", "deadline", "source")
"""What the head of an item file says, in the order in which it is told."""


def head_changes(old: str, new: str) -> tuple[str, ...]:
    """What changed in the head of an item file, a sentence each: `status: concept → open`."""
    before, now = _head(old), _head(new)
    names = [*_NAMED, *sorted(before.keys() | now.keys())]
    return tuple(
        _changed(name, before.get(name, ""), now.get(name, ""))
        for name in dict.fromkeys(names)
        if name != "claimed" and before.get(name, "") != now.get(name, "")
    )


def as_whole(text: str, language: str) -> str:
    """An item file as a reader sees it, with what its head says before it."""
    told = [
        f"{_label(name)}: {words}" for name, words in _head(text).items() if name in _NAMED[:-1]
    ]
    return "\n".join([*told, *([""] if told else []), as_read(text, language)])


def as_told(text: str, language: str) -> str:
    """An item file as a reader sees it, without the parts in which nothing stands."""
    sections = set(labels(language, "summaries.sections").values())
    kept: list[str] = []
    for line in reversed(as_whole(text, language).splitlines()):
        below = next((each for each in reversed(kept) if each), "")
        if line in sections and (not below or below in sections):
            continue
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(reversed(kept)).strip("\n")


def _head(text: str) -> Mapping[str, str]:
    """What the head of an item file says, in words; nothing where it has no head."""
    try:
        values, _, _ = split_head(file_lines(text), "")
    except WorkflowError:
        return {}
    return {name: words for name, value in values.items() if (words := _in_words(name, value))}


def _in_words(name: str, value: object) -> str:
    if name == "status":
        return labels(current(), "common.status").get(str(value), str(value))
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return format_date(value) if isinstance(value, date) else str(value)


def _changed(name: str, before: str, now: str) -> str:
    if name == "source":
        # Its value is a number for programs.
        return say("summaries.head.compared" if before else "summaries.head.taken_from")
    nothing = say("summaries.head.nothing")
    return f"{_label(name)}: {before or nothing} → {now or nothing}"


def _label(name: str) -> str:
    return say(f"summaries.head.{name}") if name in _NAMED else name
