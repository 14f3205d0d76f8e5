"""References to documents of parliament, in every spelling, as links.

The address is that of the official publications of the Netherlands:
`https://zoek.officielebekendmakingen.nl/kst-<dossier>[-<addition>]-<number>.html`.
"""

import re
from dataclasses import dataclass

from workflow.report.references.documents import find_documents

ADDRESS = "https://zoek.officielebekendmakingen.nl/kst-{}.html"

_DOSSIER = re.compile(r"\d{2}[\s.]?\d{3}")
_ONLY_ADDITION = re.compile(r"^21501-\d{2}$")
"""A dossier of which every part has a number of two digits: the paper's own is missing."""


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
    if not _DOSSIER.search(text):
        return ()
    found: list[Link] = []
    for hit in find_documents(text):
        if hit.kind != "kamerstuk" or _ONLY_ADDITION.match(hit.value):
            continue
        if not found or found[-1].end <= hit.start:
            value = re.sub(r"[^A-Za-z0-9-]", "", hit.value)
            found.append(Link(hit.start, hit.end, ADDRESS.format(value)))
    return tuple(found)
