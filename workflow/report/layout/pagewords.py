"""How pages are numbered, in any language: `pagina 3 van 12`, `p. 3`, `- 3 -`, `3/12`."""

import re
from functools import cache

from workflow.languages import LANGUAGES, data


def page_number(line: str) -> int | None:
    """The number of a page where a line is no more than that, else None."""
    found = _numbered().fullmatch(line.strip())
    return int(found[1]) if found else None


def names_page(line: str) -> bool:
    """Whether a line starts with a word for a page."""
    return bool(_named().match(line))


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_choice('words')})?\s*[-\u2013]?\s*(\d{{1,4}})\s*[-\u2013]?"
        rf"(?:\s*(?:{_choice('of')}|/)\s*\d{{1,4}})?",
        re.IGNORECASE,
    )


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"(?:{_choice('words')})\W", re.IGNORECASE)


def _choice(name: str) -> str:
    words = {word for language in LANGUAGES for word in data(language, "headings")["pages"][name]}
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
