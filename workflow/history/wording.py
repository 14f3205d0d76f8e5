"""Which words of an item file four eyes have to see. Pure, and quick: whole histories pass by.

The state of the work, topics, claims, remarks, open proposals and dismissed findings are not
the text.
"""

from functools import cache

from workflow.files import unix_lines
from workflow.languages import LANGUAGES, labels
from workflow.summaries.itemhead import FENCE

_ASIDE = ("remarks", "dismissals", "proposals")


@cache
def _headings_aside() -> frozenset[str]:
    """Headings of the sections that are about the text and not part of it, in any language."""
    known = (labels(language, "summaries.sections") for language in LANGUAGES)
    return frozenset(names[key] for names in known for key in _ASIDE)


def _split(content: bytes) -> tuple[list[str], list[str]]:
    """The lines of the front matter and those behind it."""
    lines = unix_lines(content).decode("utf-8", "replace").split("\n")
    if lines[0].strip() == FENCE:
        for number, line in enumerate(lines[1:], 1):
            if line.strip() == FENCE:
                return lines[1:number], lines[number + 1 :]
    return [], lines


def text_lines(content: bytes | None) -> tuple[str, ...]:
    """The lines that make the text, each section's heading before them; empty if nobody wrote."""
    if content is None:
        return ()
    found: list[str] = []
    heading, aside = "", False
    for line in _split(content)[1]:
        words = line.strip()
        if words.startswith("## "):
            heading, aside = words, words[3:].strip() in _headings_aside()
        elif words and not aside and not words.startswith("# "):
            if heading:
                found.append(heading)
                heading = ""
            found.append(words)
    return tuple(found)


def same_text(one: bytes | None, other: bytes | None) -> bool:
    """Whether two versions of a file have the same text."""
    if one == other or (one and other and _behind_head(one) == _behind_head(other) != b""):
        return True
    return text_lines(one) == text_lines(other)


def _behind_head(content: bytes) -> bytes:
    """Everything behind the front matter of a file as the program writes it, or nothing."""
    end = content.find(b"\n+++\n", 3) if content.startswith(b"+++\n") else -1
    return content[end:] if end > 0 else b""


def as_judged(content: bytes | None) -> tuple[str, ...]:
    """What four eyes saw: the state of the work, the title and the text."""
    head, body = _split(content or b"")
    states = (line for line in head if line.startswith("status"))
    titles = (line for line in body if line.startswith("# "))
    return (*states, *titles, FENCE, *text_lines(content))
