"""Persons and their functions: a name behind a function, or before one in apposition."""

import re
from dataclasses import dataclass
from functools import cache

from workflow.languages import data

_NAME = (
    r"(?<![\w’'-])(?P<name>(?:[A-ZÀ-Þ][\w’'-]{1,40}\s+)?(?:(?:[Vv]on|[Vv]an|de|der|den|ten|ter|el)\s+)*"
    r"[A-ZÀ-Þ][a-zà-ÿ’'-][\w’'-]{1,60})"
)
_NAME_BEHIND = re.compile(r",\s[A-ZÀ-Þ]")
_FULL_NAME = r"[A-ZÀ-Þ][\w’'-]+(?:\s[a-z]{2,3}){0,2}\s[A-ZÀ-Þ][\w’'-]+"


@dataclass(frozen=True, slots=True)
class PersonHit:
    """A person found in text."""

    start: int
    end: int
    value: str
    """The actor for whom the person speaks, where known, else the person's name."""
    rule: str


@cache
def _named_actors(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for an agency or third party with a name behind it, and the actor of each name.

    As in `the prosecutor general of Ukraine, Andriy Kostin,`; a description may stand between.
    """
    table = data(language, "actors")
    actors: dict[str, str] = {}
    for kind, prefix in (("agency", "ag"), ("third", "derde")):
        for identifier, entry in table.get(kind, {}).items():
            for name in (entry["name"], *entry.get("names", ())):
                actors.setdefault(name.lower(), f"{prefix}:{identifier}")
    names = "|".join(map(re.escape, sorted(actors, key=lambda name: (-len(name), name))))
    pattern = re.compile(
        rf"(?<!\w)(?P<who>(?i:{names}))(?!\w)(?:\s(?:voor|van|for|of)\s[\w\s-]{{3,40}})?"
        rf"(?:,\s[^,.;]{{3,60}})?,\s(?P<name>{_FULL_NAME})(?=[,.)])"
    )
    return pattern, actors


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = data(language, "references")["persons"]

    def choice(names: list[str]) -> str:
        return "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))

    commission = re.compile(rf"(?<!\w)(?i:{choice(words['commission'])})\s+{_NAME}")
    known = re.compile(rf"(?<!\w)(?:{choice(words['commission_names'])})(?!\w)")
    apposition = re.compile(
        rf"{_NAME},\s+(?:de\s+|het\s+|the\s+)?(?i:{choice(words['functions'])})\s+van\s+(?:het\s+|de\s+)?(?P<org>[\w-]+)"
    )
    return commission, known, apposition


def find_persons(text: str, language: str) -> list[PersonHit]:
    """The persons whose actor the text itself or the shipped list makes known."""
    commission, known, apposition = _patterns(language)
    hits: list[PersonHit] = []
    taken = bytearray(len(text))
    for rule, pattern in (("commissioner", commission), ("known_name", known)):
        for found in pattern.finditer(text):
            start, end = found.span("name") if rule == "commissioner" else found.span()
            if not any(taken[start:end]):
                hits.append(PersonHit(start, end, "commissie", rule))
                taken[start:end] = b"\x01" * (end - start)
    for found in apposition.finditer(text) if "," in text else ():
        start, end = found.span("name")
        hits.append(PersonHit(start, end, f"ag:{found['org'].lower()}", "apposition"))
        taken[start:end] = b"\x01" * (end - start)
    if _NAME_BEHIND.search(text):  # few sentences need the long pattern
        named, actors = _named_actors(language)
        for found in named.finditer(text):
            start, end = found.span("name")
            if not any(taken[start:end]):
                hits.append(PersonHit(start, end, actors[found["who"].lower()], "named_actor"))
    return sorted(hits, key=lambda hit: hit.start)
