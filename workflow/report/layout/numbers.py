"""The numbers that lines start with: `4.`, `II.`, `B)`, `Ad 3`, `Agendapunt 3:`."""

import re
from functools import cache

from workflow.languages import data

NAME_START = r"[a-z]{1,2}-?[A-ZÀ-Þ]"
"""How a name starts that keeps its small letter in a title too: `eIDAS`, `e-Commerce`."""
_LETTER = r"(?:[a-z](?!\w)|\s?\([a-z]\))?"
"""What sets two items of one number apart: `1a`, `4(b)`."""
_RING = r"°(?!\s?(?:C|F|[Cc]elsius|[Ff]ahrenheit)\b)"
"""A sign behind a number that counts no degrees."""
_COUNTED = r"(?!0\b)\d{1,2}"
"""What counts behind a point; `2.0` is the name of an edition."""
_ROMAN = {"I": 1, "V": 5, "X": 10}


@cache
def number_pattern(language: str) -> re.Pattern[str]:
    """What a number at the start of a line looks like, with what follows it up to the title.

    Its groups: `n` (the figure behind a word such as `Ad`), `unnumbered` (such a word alone),
    `decimal` (`2.1`), `arabic`, `plain` (a figure with neither stop nor bracket), `roman`, `bare`
    (such a Roman numeral), `capital`, `letter`, `part` (behind `Part`).
    """
    words = data(language, "headings")["numbering"]
    return re.compile(
        rf"(?:(?i:{_choice(words['words'])})\s+(?P<n>\d{{1,2}}{_LETTER})(?:\s?\([A-Z]\))?(?:\s*[.:)–-]+\s+|\s+(?=[A-ZÀ-Þ«“\"'‘])))"
        rf"|(?P<unnumbered>(?i:{_choice(words['labels'])})):\s+(?=[A-ZÀ-Þ«“\"'‘])"
        rf"|(?i:{_choice(words['parts'])})\s+(?P<part>\d{{1,2}}|[IVX]{{1,4}}|[A-H])\s*[.:)–-]+\s+"
        rf"|(?P<decimal>\d{{1,2}}\.{_COUNTED})\.?\s+(?=[A-ZÀ-Þ«“\"]|{NAME_START})"
        rf"|\(?(?P<arabic>\d{{1,2}}{_LETTER}) ?"
        rf"(?:\.(?!\d)|\)|(?:[:/]|{_RING})(?=\s)|[–—-](?=\s[A-ZÀ-Þ«“]))\s*"
        rf"|(?P<plain>\d{{1,2}})\s+(?=[A-ZÀ-Þ«“\"]|{NAME_START})"
        r"|(?P<roman>[IVX]{1,5})(?:[.):](?:\s+[–—-])?|\s+[–—-])\s+"
        r"|(?P<bare>[IVX]{1,5})\s+(?=[A-ZÀ-Þ])"
        r"|(?P<capital>[A-H])[.)](?:\s+[–—-])?\s+"
        r"|(?P<letter>[a-z])[.)]\s+"
    )


@cache
def _opener(language: str) -> re.Pattern[str]:
    words = data(language, "headings")["numbering"]
    return re.compile(
        rf"(?i:{_choice(words['words'])})\s+\d{{1,2}}{_LETTER}(?:\s?\([A-Z]\))?\s*(?:[.:)–-]+\s|[A-ZÀ-Þ«“]|$)"
        r"|\(\d{1,2}\)\s+[A-ZÀ-Þ]"
        rf"|\d{{1,2}}(?:\.{_COUNTED}\.?|\s[–—-])\s+(?:[A-ZÀ-Þ«“]|{NAME_START})"
        r"|Ad\s+\d{1,2}\b|(?:Ad\s+)?(?:\d{1,2}[a-z]? ?|[IVX]{1,5}|[A-Z])[.)]\s+\S"
        rf"|\d{{1,2}}(?:/|{_RING})\s+[A-ZÀ-Þ«“]"
    )


def opens_with_number(text: str, language: str) -> bool:
    """Whether a line starts with a number that may count items or parts."""
    return bool(_opener(language).match(text))


def roman(text: str) -> int:
    """The value of a Roman numeral up to a few tens."""
    values = [_ROMAN[character] for character in text]
    return sum(
        -value if value < max(values[place:]) else value for place, value in enumerate(values)
    )


def _choice(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
