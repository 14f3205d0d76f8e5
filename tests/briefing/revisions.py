"""Accepting and rejecting tracked changes, independent of the writer."""

from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIGNS = {"br": "\n", "tab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def settle(document: bytes, *, accept: bool) -> Any:
    """The document after all its changes were accepted, or rejected."""
    root = etree.fromstring(document)
    for end, kind in (("moveFrom", "del"), ("moveTo", "ins")):
        for change in root.iter(W + end):
            change.tag = W + kind
    keep, drop = ("ins", "del") if accept else ("del", "ins")
    for row in list(root.iter(W + "tr")):
        if row.find(f"{W}trPr/{W}{drop}") is not None:
            row.getparent().remove(row)
    marked = [p for p in root.iter(W + "p") if p.find(f"{W}pPr/{W}rPr/{W}{drop}") is not None]
    for change in list(root.iter(W + drop)):
        if change.getparent() is not None and change.getparent().tag not in (W + "rPr", W + "trPr"):
            change.getparent().remove(change)
    for change in list(root.iter(W + keep)):
        parent = change.getparent()
        if parent.tag in (W + "rPr", W + "trPr"):
            parent.remove(change)
            continue
        at = parent.index(change)
        for child in reversed(list(change)):
            parent.insert(at, child)
        parent.remove(change)
    for paragraph in marked:
        if paragraph.getparent() is not None and paragraph.getparent().tag != W + "tc":
            assert not text_of(paragraph), "a paragraph without its mark would join the next one"
            paragraph.getparent().remove(paragraph)
    return root


def text_of(element: Any) -> str:
    """The text of a paragraph or cell, its evidence marks left out."""
    found = []
    for run in element.iter(W + "r"):
        style = run.find(f"{W}rPr/{W}rStyle")
        if style is not None and style.get(W + "val") == "BriefingEvidence":
            continue
        for child in run:
            name = etree.QName(child).localname
            found.append((child.text or "") if name in ("t", "delText") else SIGNS.get(name, ""))
    return "".join(found)


def paragraphs(root: Any, style: str) -> list[str]:
    """The texts of the paragraphs in one style, in order."""
    return [
        text_of(p)
        for p in root.iter(W + "p")
        if (s := p.find(f"{W}pPr/{W}pStyle")) is not None and s.get(W + "val") == style
    ]


def rows(root: Any) -> list[list[str]]:
    """The texts of the cells of every table row."""
    return [[text_of(cell) for cell in row.iter(W + "tc")] for row in root.iter(W + "tr")]
