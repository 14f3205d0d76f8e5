"""Commitments to parliament and motions, known by the member's surname."""

import re
from dataclasses import dataclass
from functools import cache

from workflow.languages import data

_PREFIX = r"(?:van|de|der|den|ten|ter|el|von|'t)"
_PART = r"[A-ZÀ-Þ][\w’'-]+"
_SURNAME = rf"(?P<name>(?:{_PREFIX}\s+)*{_PART}(?:\s+{_PREFIX}(?:\s+{_PREFIX})?\s+{_PART})?)"
_NOT_NAMES = re.compile(
    r"(?:Kamer|Tweede|Eerste|Minister|Staatss?ecretaris|Raad|Commissie|Voorzitter|Justitie"
    r"|Buitenlandse|Uw|De|Het)\b"
)
_OF = frozenset({"van", "of"})


@dataclass(frozen=True, slots=True)
class PromiseHit:
    """A commitment or motion found in text."""

    start: int
    end: int
    kind: str
    """`toezegging` or `motie`."""
    value: str
    """Surname of the member; empty if neither sentence nor note names one."""
    rule: str


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = data(language, "references")["promises"]

    def choice(names: list[str]) -> str:
        return "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))

    member = choice(words["member"])
    commitment = re.compile(rf"(?<!\w)(?:{choice(words['commitment'])})(?!\w)", re.IGNORECASE)
    motion = re.compile(rf"(?<!\w)(?i:{choice(words['motion'])})\s+(?:(?i:{member})\s+)*{_SURNAME}")
    named = re.compile(
        rf"(?<!\w)(?i:{choice([m for m in words['member'] if m not in _OF])})\s+{_SURNAME}"
    )
    return commitment, motion, named


def find_promises(text: str, language: str, note: str = "") -> list[PromiseHit]:
    """Commitments and motions of a sentence; `note` is the text of the notes it bears."""
    commitment, motion, named = _patterns(language)
    hits = []
    for found in motion.finditer(text):
        if not _NOT_NAMES.match(found["name"]):
            hits.append(PromiseHit(*found.span(), "motie", _surname(found["name"]), "member"))
    for found in commitment.finditer(text):
        end, value = found.end(), ""
        window = text[found.end() : found.end() + 160]
        for member in named.finditer(window):
            if not _NOT_NAMES.match(member["name"]):
                value, end = _surname(member["name"]), found.end() + member.end()
                break
        rule = "member" if value else "note"
        value = value or member_in(note, language)
        hits.append(PromiseHit(found.start(), end, "toezegging", value, rule))
    return hits


def member_in(text: str, language: str) -> str:
    """The member whom a note about a commitment names, or an empty string."""
    commitment, _, named = _patterns(language)
    found = commitment.search(text)
    if not found:
        return ""
    for member in named.finditer(text, found.end()):
        if not _NOT_NAMES.match(member["name"]):
            return _surname(member["name"])
    return ""


def _surname(name: str) -> str:
    """The name with its prefix starting in a capital only where the text has it so."""
    return " ".join(name.split())
