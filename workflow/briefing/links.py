"""References to documents of parliament, in every spelling, as links.

The address is that of the official publications of the Netherlands:
`https://zoek.officielebekendmakingen.nl/kst-<dossier>[-<addition>]-<number>.html`.
"""

import re
from dataclasses import dataclass

ADDRESS = "https://zoek.officielebekendmakingen.nl/kst-{}.html"

_ROMAN = r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})"
_DOSSIER = r"(?P<dossier>\d{2}[ .\u00a0\u202f]?\d{3})"
_ADDITION = (
    rf"(?:\s*[-–\u2011 \u00a0]\s*(?P<addition>\(?{_ROMAN}\)?|\d{{2}}(?=\s*[,-]?\s*(?:nrs?\b|-))))?"
)
_NUMBER = r"(?P<number>\d{1,4}|[A-Z]{1,3})"
_SIGN = r"(?:nrs?\.?|nummers?)"
_YEARS = r"\d{4}\s*[-–/]\s*\d{2,4}"

_CITED = re.compile(
    rf"\bKamerstuk(?:ken)?\b[ \u00a0]*(?:(?:EK|TK|II|I)\b)?[ ,\u00a0]*(?:{_YEARS})?[ ,\u00a0]*"
    rf"(?:{_SIGN}\s*)?{_DOSSIER}(?!\d){_ADDITION}"
    rf"(?:\s*,?\s*{_SIGN}\s*|\s*[-–\u2011]\s*|\s*,\s*){_NUMBER}\b(?!\d|[.,]\d)"
)
_BARE = re.compile(
    rf"(?<![\w/.,-]){_DOSSIER}(?!\d)"
    rf"(?:{_ADDITION}\s*,?\s*{_SIGN}\s*|[-\u2011](?:(?P<chapter>{_ROMAN}|\d{{2}})[-\u2011])?)"
    r"(?P<number>\d{1,4}|[A-Z]{1,2})\b(?![-\w]|[.,]\d)"
)
_MORE = re.compile(rf"(?:\s*,\s*|\s+en\s+)(?:{_SIGN}\s*)?(?P<number>\d{{1,4}})\b(?!\s*\d|[-/.]\d)")


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of text that leads somewhere."""

    start: int
    end: int
    url: str


def find_links(text: str) -> tuple[Link, ...]:
    """The references in the text, in order, without overlap.

    The link covers the whole reference as it is written; further numbers of the same dossier
    (`nrs. 869 en 872`) are links of their own.
    """
    if not any(letter.isdigit() for letter in text):
        return ()
    found: list[Link] = []
    at = 0
    while at < len(text):
        match = _first(text, at)
        if match is None:
            break
        base = _base(match)
        if base is None:
            at = match.end()
            continue
        found.append(Link(match.start(), match.end(), _url(base, match["number"])))
        at = match.end()
        if re.search(r"\bnrs\b|\bnummers\b", match[0]):
            while more := _MORE.match(text, at):
                found.append(Link(more.start("number"), more.end(), _url(base, more["number"])))
                at = more.end()
    return tuple(found)


def _first(text: str, at: int) -> re.Match[str] | None:
    """The nearest reference; with the word before it rather than bare."""
    cited, bare = _CITED.search(text, at), _BARE.search(text, at)
    if cited and bare:
        return bare if bare.end() <= cited.start() else cited
    return cited or bare


def _base(match: re.Match[str]) -> str | None:
    """Dossier and addition, or None where the number would be the addition of a dossier."""
    dossier = re.sub(r"\D", "", match["dossier"])
    groups = match.groupdict()
    addition = (groups.get("addition") or groups.get("chapter") or "").strip("()")
    if dossier == "21501" and not addition:
        return None
    return f"{dossier}-{addition}" if addition else dossier


def _url(base: str, number: str) -> str:
    return ADDRESS.format(f"{base}-{number.lstrip('0') or number}")
