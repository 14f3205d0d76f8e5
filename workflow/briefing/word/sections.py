"""Which page of a template a briefing is set on: size, margins, headers and footers."""

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from workflow.briefing.overview import OWN, Page
from workflow.briefing.word.markup import NAMESPACES

_HEADER_LINE = 280
"""Height of a line of a header, in twentieths of a point."""
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_INLINE = f".//{_DRAWING}inline/{_DRAWING}extent"
_OTHER_FONTS = 0.94
"""Share of a house's page that is counted on, for its fonts may be wider and its lines higher."""
_KEPT = ("pgSz", "pgMar", "pgBorders", "titlePg", "docGrid", "paperSrc")


def main_section(document: Any) -> Any:
    """Page, margins, headers and footers of the last section that is not on its side.

    A section without a header of some kind shows that of the section before it. Columns and
    the placing of covers do not go along.
    """
    sections = list(document.element.iter(qn("w:sectPr")))
    upright = [section for section in sections if not _is_wide(section)]
    chosen = upright[-1] if upright else sections[-1] if sections else None
    effective: dict[tuple[str, str], str] = {}
    for section in sections:
        for reference in section:
            if reference.tag in (qn("w:headerReference"), qn("w:footerReference")):
                key = (str(reference.tag), str(reference.get(qn("w:type"))))
                effective[key] = str(reference.get(qn("r:id")))
        if section is chosen:
            break
    kept = [
        f'<w:{etree.QName(tag).localname} w:type="{kind}" r:id="{key}"/>'
        for (tag, kind), key in sorted(effective.items())
        if key in document.rels
    ]
    clean = parse_xml(f"<w:sectPr {NAMESPACES}>{''.join(kept)}</w:sectPr>")
    for child in chosen if chosen is not None else ():
        if etree.QName(child).localname in _KEPT:
            clean.append(parse_xml(etree.tostring(child)))
    return clean


def _is_wide(section: Any) -> bool:
    size = section.find(qn("w:pgSz"))
    try:
        return int(size.get(qn("w:w"))) > int(size.get(qn("w:h")))
    except (AttributeError, TypeError, ValueError):
        return False


def text_area(document: Any, section: Any) -> Page:
    """The part of a page that text fills, beside margins and tall headers and footers."""
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    try:
        across = int(margins.get(qn("w:left"))) + int(margins.get(qn("w:right")))
        top = max(abs(int(margins.get(qn("w:top")))), _taken(document, section, "header"))
        bottom = max(abs(int(margins.get(qn("w:bottom")))), _taken(document, section, "footer"))
        width = max(2000, int(size.get(qn("w:w"))) - across)
        height = (int(size.get(qn("w:h"))) - top - bottom) * _OTHER_FONTS
        return Page(width, max(5000, int(height)), _OTHER_FONTS)
    except (AttributeError, TypeError, ValueError):
        return OWN


def _taken(document: Any, section: Any, what: str) -> int:
    """Height up to where the tallest header (or footer) reaches, roughly."""
    edge = int(section.find(qn("w:pgMar")).get(qn(f"w:{what}")) or 0)
    heights = [
        _height(document.rels[str(reference.get(qn("r:id")))].target_part.element)
        for reference in section.findall(qn(f"w:{what}Reference"))
    ]
    return edge + max(heights) if heights else 0


def _height(story: Any) -> int:
    """Height of the blocks of a header: lines, pictures, rows."""
    total = 0
    for block in story:
        for row in list(block.iter(qn("w:tr"))) or [block]:
            pictures = [int(each.get("cy") or 0) // 635 for each in row.iterfind(_INLINE)]
            lines = max((len(list(c.iter(qn("w:p")))) for c in row.iter(qn("w:tc"))), default=1)
            total += max([lines * _HEADER_LINE, *pictures])
    return total


def leans_right(header: Any) -> bool:
    """Whether a picture floats in the right half of a header, where the status would stand."""
    for anchor in header.iter(f"{_DRAWING}anchor"):
        across = anchor.find(f"{_DRAWING}positionH")
        if across is None:
            continue
        align = across.findtext(f"{_DRAWING}align")
        offset = across.findtext(f"{_DRAWING}posOffset") or "0"
        if align == "right" or (offset.lstrip("-").isdigit() and int(offset) > 2_500_000):
            return True
    return False
