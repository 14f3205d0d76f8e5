"""Parliamentary papers, EU documents and EU acts, in their normal forms.

Parliamentary papers: dossier, chapter or sub-dossier, number, joined by hyphens:
`32317-872`, `36410-VI-85`, `32317-OO`. EU documents as printed, blanks removed.
"""

import re
from dataclasses import dataclass

FIGURE = re.compile(r"\d")
"""A text without figures holds no paper, document, act or amount in figures."""
_SHAPE = re.compile(r"/|\d\d[\s.]?\d{3}|\(\d{4}\)")
"""What every paper, document and act has: a stroke, five figures or a year in brackets."""
_SESSION = r"(?:(?:19|20)\d\d\s*[-–/]\s*(?:(?:19|20)?\d\d))"
_DOSSIER = (
    r"(?P<dossier>\d{2}[\s.]?\d{3})(?:[\s-]+(?P<chapter>[IVXLC]+(?:-[A-Z])?|\d{2}(?!\d)|\(R\d+\)))?"
)
_NUMBER = r"(?:\s*[,;]?\s*(?:nrs?|no)\.?\s*|\s*[-–/]\s*)(?P<number>\d{1,4}|[A-Z]{1,3})\b"
_LETTERS = _NUMBER.replace(r"[-–/]\s*)", r"[-–/]\s*|\s*,\s*(?=[A-Z]{1,3}\b))")
"""The Senate numbers by letters, without `nr.`: `Kamerstukken I 2023/24, 32 317, OO`."""
_PAPER = re.compile(
    rf"(?:Kamerstuk(?:ken)?|TK|EK|Handelingen)\s*(?:I{{1,2}}\b|EK|TK)?\s*,?\s*(?:{_SESSION}\s*,?\s*)?(?:nr\.?\s*)?{_DOSSIER}{_LETTERS}"
)
_BARE_PAPER = re.compile(
    rf"(?<![\d/.])\b{_DOSSIER}(?:\s*,\s*nr\.?\s*|\s+nr\.?\s*|-)"
    r"(?P<number>\d{1,4}|[A-Z]{1,3})\b(?!/)"
)
_FOLLOWING = re.compile(r"\s*(?:,|en|and|&)\s*(?:nrs?\.?\s*)?(?P<number>\d{1,4})\b(?![\s.]?\d)")
_EU = re.compile(
    r"\b(?P<com>(?:(?:COM|SWD|JOIN|SEC|C)\s?\((?:19|20)\d\d\)\s?|COM/(?:19|20)\d\d/)\d{1,5})"
    r"|\b(?P<procedure>(?:19|20)\d\d/\d{4}\s?\((?:COD|CNS|APP|NLE|INI|AVC|SYN)\))"
    r"|\b(?P<st>(?:ST|st)\s?\d{4,5}/\d{1,2}/?\d{0,2}(?:\s?(?:REV|ADD|COR|INIT)\s?\d*)*)"
    r"|(?P<doc>(?<!\w)[Dd]oc(?:s?\.|uments?)?\s(?P<in_doc>\d{4,5}/\d{2}(?:\s?(?:REV|ADD|COR|INIT)\s?\d*)*)(?![\w/])"
    r"|\((?P<alone>\d{4,5}/\d{2}(?:\s?(?:REV|ADD|COR|INIT)\s?\d*)*)\))"
    r"|\b(?P<celex>[1-9](?:19|20)\d\d[A-Z]{1,2}\d{4})\b"
)
_ACT = re.compile(
    r"(?:(?P<kind>Richtlijn|Verordening|Besluit|Kaderbesluit|Directive|Regulation|Decision)\s+)?"
    r"(?:\((?:EU|EG|EC|EEG|Euratom|GBVB|CFSP)(?:,\s?Euratom)?\)\s*(?:nr\.?\s*|No\.?\s*)?(?P<modern>\d{1,4}/\d{1,4})"
    r"|(?P<old>\d{4}/\d{1,4}|\d{1,4}/(?:19|20)\d\d)(?:/(?:EU|EG|EC|EEG|JBZ|JHA|GBVB|Euratom))?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DocumentHit:
    """A document found in text."""

    start: int
    end: int
    kind: str
    """`kamerstuk`, `document` or `act`."""
    value: str
    rule: str


def find_documents(text: str) -> list[DocumentHit]:
    """The papers, EU documents and acts in a text, in order."""
    if not FIGURE.search(text) or not _SHAPE.search(text):
        return []
    hits = _papers(text)
    for found in _EU.finditer(text):
        rule = found.lastgroup or "eu"
        if bare := found["in_doc"] or found["alone"]:
            hits.append(
                DocumentHit(*found.span(), "document", f"ST {' '.join(bare.split())}", "st")
            )
            continue
        value = re.sub(r"\s+", "" if rule != "st" else " ", found.group())
        if rule == "st" and not value.startswith("ST "):
            value = f"ST {value[2:].lstrip()}"
        hits.append(DocumentHit(*found.span(), "document", value, rule))
    for found in _ACT.finditer(text):
        suffix = re.search(r"/(?:EU|EG|EC|EEG|JBZ|JHA|GBVB|Euratom)$", found.group())
        if not (found["modern"] or found["kind"] or suffix) or _inside(hits, found.span()):
            continue
        value = found["modern"] or found["old"] + (suffix.group() if suffix else "")
        hits.append(DocumentHit(*found.span(), "act", value, "act"))
    return sorted(hits, key=lambda hit: hit.start)


def _papers(text: str) -> list[DocumentHit]:
    hits: list[DocumentHit] = []
    for rule, pattern in (("kamerstuk", _PAPER), ("bare_dossier", _BARE_PAPER)):
        for found in pattern.finditer(text):
            if _inside(hits, found.span()):
                continue
            dossier = re.sub(r"[\s.]", "", found["dossier"])
            stem = f"{dossier}-{found['chapter']}" if found["chapter"] else dossier
            hits.append(DocumentHit(*found.span(), "kamerstuk", f"{stem}-{found['number']}", rule))
            end = found.end()
            while following := _FOLLOWING.match(text, end):
                value = f"{stem}-{following['number']}"
                hits.append(
                    DocumentHit(
                        following.start("number"), following.end(), "kamerstuk", value, rule
                    )
                )
                end = following.end()
    return hits


def _inside(hits: list[DocumentHit], span: tuple[int, int]) -> bool:
    return any(hit.start < span[1] and span[0] < hit.end for hit in hits)
