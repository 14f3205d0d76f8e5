"""The patterns by which the dates of a language are known, made from its word lists."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from workflow.languages import data

_YEAR = r"(?:19|20)\d\d"
_DAY = r"\d{1,2}(?:e|ste|de|st|nd|rd|th)?"
_QUARTERS = ("q1", "q2", "q3", "q4")
_NOT_IN_NUMBER = r"(?<![\d.,/-])"


@dataclass(frozen=True, slots=True)
class DateGrammar:
    """The patterns of one language; their groups are named alike.

    `d1`, `d2`: days; `m1`, `m2`: months; `y1`, `y2`, `year`: years; `hint`: words such as
    `jl.` that stand in for a year; `open`: a word before a season.
    """

    months: dict[str, int]
    """Number of the month by name or short form, in lower case."""
    days: re.Pattern[str]
    month: re.Pattern[str]
    season: re.Pattern[str]
    quarter: re.Pattern[str]
    year: re.Pattern[str]
    digits: re.Pattern[str]
    month_first: tuple[re.Pattern[str], ...]
    """Days behind their months, as in `March 3rd, 2031`, where the language has it so."""
    month_opener: re.Pattern[str]
    """What must stand before a bare month."""
    seasons: tuple[str, ...]
    """A word of which one stands in every season, in lower case."""
    quarters: tuple[str, ...]
    """The same for quarters and halves of a year."""
    words: dict[str, Any]
    """The word lists themselves."""


@cache
def date_grammar(language: str) -> DateGrammar:
    """The date patterns of a language."""
    words = data(language, "references")["dates"]
    names = [name.lower() for name in data(language, "calendar")["months"]]
    months = {name: place for place, name in enumerate(names, 1)}
    shorts = enumerate(words["month_shorts"], 1)
    months |= {short: place for place, forms in shorts for short in forms.split("|")}
    month, join = _choice(months), _choice(words["join"])
    weekday = _choice(data(language, "headings")["parts"]["weekdays"])
    hints = "|".join(
        _choice(words[key]) for key in ("this_year", "next_year", "last_year", "before", "after")
    )
    glue = _choice(words["year_glue"])
    when = rf"(?:,?\s+(?:{glue}\s+)?(?P<year>{_YEAR})(?!\d)|\s+(?P<hint>{hints}))?"
    openers, seasons = _choice(words["season_openers"]), _choice(words["seasons"])
    return DateGrammar(
        months,
        _compile(
            rf"{_NOT_IN_NUMBER}(?P<d1>{_DAY})(?:\s+(?P<m1>{month})\.?(?:\s+(?P<y1>{_YEAR}))?)?"
            rf"(?:(?:,\s*\d{{1,2}})*\s*(?:{join})\s*(?:{weekday},?\s+)?(?P<d2>{_DAY}))?"
            rf"\s+(?:of\s+)?(?P<m2>{month})\b\.?{when}"
        ),
        _compile(rf"\b(?:(?P<m1>{month})\s+(?:{join})\s+)?(?P<m2>{month})\b\.?{when}"),
        _compile(rf"\b(?:(?P<open>{openers})\s+)?(?P<season>{seasons})\b{when}"),
        _compile(
            rf"(?<!\w)(?:Q(?P<q>[1-4])|(?P<order>{_choice(words['order'])})\s+"
            rf"(?:{_choice(words['quarter'])}|(?P<half>{_choice(words['half'])})))"
            rf"(?!\w)(?:\s+(?:{glue}\s+)?(?P<year>{_YEAR})(?!\d)|\s+(?P<hint>{hints}))?"
        ),
        _compile(
            rf"(?<![\d.,/\w-])(?P<y1>{_YEAR})(?:\s?[-–/]\s?(?P<y2>{_YEAR}))?"
            rf"(?![\d/]|[.,]\d|-\w)(?!\s+{_choice(words['not_years'])})"
        ),
        _compile(
            rf"(?<![\d./-])(?:(?P<first>\d{{1,2}})\s?[-–]\s?)?(?P<d>\d{{1,2}})"
            rf"[-/.](?P<m>\d{{1,2}}|[IVX]{{1,4}})[-/.](?P<y>{_YEAR})(?!\d)"
        ),
        _month_first(month, join) if words["month_first"] else (),
        _compile(rf"(?:^|[\s(]){_choice(words['month_openers'])}\s+$"),
        tuple(word.casefold() for word in words["seasons"]),
        tuple(word.casefold() for word in (*words["quarter"], *words["half"], *_QUARTERS)),
        words,
    )


def _month_first(month: str, join: str) -> tuple[re.Pattern[str], ...]:
    """`March 31 – April 2, 2031`, and `March 3rd, 2031` or `March 3-4, 2031`."""
    end = rf",?\s+(?P<year>{_YEAR})(?!\d)(?P<hint>(?!))?"
    return (
        _compile(
            rf"\b(?P<m1>{month})\.?\s+(?P<d1>{_DAY})(?P<y1>(?!))?\s*(?:{join})\s*"
            rf"(?P<m2>{month})\.?\s+(?P<d2>{_DAY}){end}"
        ),
        _compile(
            rf"\b(?P<m2>{month})\.?\s+(?P<d1>{_DAY})(?P<m1>(?!))?(?P<y1>(?!))?"
            rf"(?:\s*(?:{join})\s*(?P<d2>{_DAY}))?{end}"
        ),
    )


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _choice(words: Any) -> str:
    """One of some words, the longest first."""
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"
