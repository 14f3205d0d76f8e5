"""The word lists by which titles, parts and letters are known, ready for use."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from workflow.languages import data

_INNER = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
"""From the first letter or digit to the last."""
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class HeadingWords:
    """The heading words of one language, all in lower case."""

    title_openers: tuple[str, ...]
    meetings: frozenset[str]
    meeting_endings: tuple[str, ...]
    results: frozenset[str]
    parts: frozenset[str]
    generic: frozenset[str]
    treatments: tuple[str, ...]
    addressees: tuple[str, ...]
    salutations: tuple[str, ...]
    closings: tuple[str, ...]
    signatories: tuple[str, ...]
    office: re.Pattern[str]
    """A line that is no more than the office of who signs."""
    letter_headers: tuple[str, ...]
    announcements: tuple[str, ...]
    subjects: tuple[str, ...]
    contents: frozenset[str]
    inner: frozenset[str]
    frame: frozenset[str]
    """Titles of what stands around or within items, and of items without a subject."""
    own: re.Pattern[str]
    """Titles that open an item beside numbered ones, perhaps with what it is about."""
    ends: re.Pattern[str]
    """Those that open one only behind the numbered items."""
    leads: frozenset[str]
    """Words before a colon that say who speaks or what follows, and are no title."""
    title_patterns: tuple[str, ...]
    labels: frozenset[str]
    annexes: frozenset[str]
    treatment_labels: frozenset[str]
    treatment_glue: tuple[str, ...]
    treatment_hedges: tuple[str, ...]
    """What may stand before a treatment that is not certain."""
    treatment_openers: tuple[str, ...]
    by: tuple[str, ...]
    """Words before the giver of a treatment."""
    givers: tuple[str, ...]
    """Last words of a giver: a body or a country."""
    weekdays: frozenset[str]
    participants: tuple[str, ...]
    web_lines: frozenset[str]
    web_pattern: re.Pattern[str]
    web_behind: frozenset[str]
    """Headings above links and names that are no part of a report."""
    never_titles: frozenset[str]
    bylines: tuple[str, ...]
    """How lines below a title start that say by whom it was made."""
    announcing: tuple[str, ...]
    speakers: tuple[str, ...]
    saying: tuple[str, ...]
    houses: frozenset[str]
    """Houses of parliament: a line with one closes what a page says about the speaker."""
    pronouns: frozenset[str]
    """Words with which sentences start and titles do not."""
    columns: tuple[str, ...]
    """With what the row of heads of a table starts."""
    names: frozenset[str]
    """Words that every report is full of."""


@cache
def heading_words(language: str) -> HeadingWords:
    """The heading words of a language."""
    table = data(language, "headings")
    letter = table["letter"]
    return HeadingWords(
        _longest_first(table["title"]["openers"]),
        frozenset(table["title"]["meetings"]),
        tuple(table["title"]["meeting_endings"]),
        frozenset(table["results"]["headings"]),
        frozenset(table["parts"]["names"]),
        frozenset(table["generic"]["titles"]),
        _longest_first(table["treatment"]["phrases"]),
        _longest_first(letter["addressees"]),
        _longest_first(letter["salutations"]),
        _longest_first(letter["closings"]),
        _longest_first(letter["signatories"]),
        re.compile(letter["office"]),
        _longest_first(letter["headers"]),
        _longest_first(letter["announcements"]),
        _longest_first(letter["subjects"]),
        frozenset(table["contents"]["headings"]),
        frozenset(table["inner"]["headings"]),
        _frame(table),
        _opening(table["frame"]["own"], table["frame"]["about"]),
        _opening(table["frame"]["ends"], table["frame"]["about"]),
        _leads(table, language),
        tuple(table["title"]["patterns"]),
        frozenset(table["label"]["names"]),
        frozenset(table["label"]["annexes"]),
        frozenset(table["treatment"]["labels"]),
        tuple(table["treatment"]["glue"]),
        _longest_first(table["treatment"]["hedges"]),
        _longest_first(table["treatment"]["openers"]),
        tuple(table["treatment"]["by"]),
        (*table["treatment"]["givers"], *_states(language)),
        frozenset(table["parts"]["weekdays"]),
        tuple(table["contents"]["participants"]),
        frozenset(table["web"]["lines"]),
        re.compile("|".join(f"(?:{p})" for p in table["web"]["patterns"]), re.IGNORECASE),
        frozenset(table["web"]["behind"]),
        frozenset(table["title"]["never"]),
        tuple(table["title"]["bylines"]),
        tuple(table["label"]["announcing"]),
        _longest_first(table["statement"]["speakers"]),
        tuple(table["statement"]["saying"]),
        frozenset(table["statement"]["houses"]),
        frozenset(table["fused"]["pronouns"]),
        tuple(table["table"]["columns"]),
        frozenset(table["plausible"]["names"]),
    )


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _frame(table: dict[str, Any]) -> frozenset[str]:
    around, inner = table["frame"], table["inner"]["headings"]
    own = (*around["own"], *around["ends"])
    return frozenset([*inner, *table["generic"]["titles"], *around["titles"], *own])


def _opening(titles: list[str], about: list[str]) -> re.Pattern[str]:
    named, rest = "|".join(map(re.escape, _longest_first(titles))), "|".join(about)
    return re.compile(rf"(?:{named})(?:\s*:| [-–—] | (?:{rest}) |$)", re.IGNORECASE)


def _leads(table: dict[str, Any], language: str) -> frozenset[str]:
    """The words of the list, those that divide items, and who often speaks; no third states."""
    inner, bodies = table["inner"], table["plausible"]["names"]
    listed = {*inner["headings"], *inner["leads"], *inner["sides"], *bodies}
    listed.update(_states(language, members=True))
    return frozenset(listed - {*table["parts"]["names"]})


@cache
def state_names(language: str) -> frozenset[str]:
    """The names of states, in lower case."""
    return frozenset(_states(language))


def _states(language: str, *, members: bool = False) -> tuple[str, ...]:
    """The names of states, or of the members among them, in lower case."""
    entries = data(language, "actors")["state"].values()
    return tuple(e["name"].lower() for e in entries if not members or e.get("member"))


@dataclass(frozen=True, slots=True)
class CouncilNames:
    """The names of the formations in one language."""

    pattern: re.Pattern[str]
    short: dict[str, str]


@cache
def council_names(language: str) -> CouncilNames:
    """A pattern for every name of a formation, and the short name of each."""
    short = {
        name: entry["short"]
        for entry in data(language, "councils")["council"]
        for name in entry["names"]
    }
    names = sorted(short, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)
    return CouncilNames(pattern, short)


def find_council(text: str, language: str) -> str:
    """The short name of the formation that the text names first, or an empty string."""
    names = council_names(language)
    found = names.pattern.search(_BLANKS.sub(" ", text))
    return names.short[found.group().lower()] if found else ""


def plain(text: str) -> str:
    """A heading for comparison: lower case, blanks folded, no signs at its ends."""
    found = _INNER.search(" ".join(text.split()))
    return found.group().lower() if found else ""


def starts_with(text: str, openers: tuple[str, ...]) -> bool:
    """Whether a text starts with one of the phrases, as whole words."""
    lowered = text.lower().lstrip("\"'“‘«( ")
    return any(
        lowered.startswith(opener) and not lowered[len(opener) : len(opener) + 1].isalnum()
        for opener in openers
    )
