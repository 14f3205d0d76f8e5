"""How pages are numbered, in any language: `pagina 3 van 12`, `p. 3`, `- 3 -`, `3/12`."""

import re
from functools import cache

from workflow.languages import LANGUAGES, data

_APART = re.compile(r"\s{3,}|\t|\s\|\s")
_LONGEST = 200


def page_number(line: str) -> int | None:
    """The number of a page where a line is no more than that, else None.

    Other words may stand apart from `page 3 of 12`, at the other side of the line.
    """
    text = line.strip()
    if found := _numbered().fullmatch(text):
        return int(found[1])
    pieces = _APART.split(text) if len(text) <= _LONGEST else []
    for piece in (pieces[0], pieces[-1]) if len(pieces) > 1 else ():
        found = _numbered().fullmatch(piece)
        if found and found[2] and names_page(piece):
            return int(found[1])
    return None


def names_page(line: str) -> bool:
    """Whether a line starts with a word for a page."""
    return bool(_named().match(line))


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_choice('words')})?\s*[-\u2013]?\s*(\d{{1,4}})\s*[-\u2013]?"
        rf"(?:\s*(?:{_choice('of')}|/)\s*(\d{{1,4}}))?",
        re.IGNORECASE,
    )


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"(?:{_choice('words')})\W", re.IGNORECASE)


def _choice(name: str) -> str:
    words = {word for language in LANGUAGES for word in data(language, "headings")["pages"][name]}
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
