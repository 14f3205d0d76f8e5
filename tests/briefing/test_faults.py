"""The project's own checks find what is broken on purpose."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from briefing_samples import sample_briefing, tracked_briefing
from docx_checks import check

from workflow.briefing.word.package import pack, unpack
from workflow.briefing.write import render

DOC, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
NOTES, COMMENTS, CORE = "word/footnotes.xml", "word/comments.xml", "docProps/core.xml"
TYPES, RELS = "[Content_Types].xml", "word/_rels/document.xml.rels"

FAULTS: dict[str, tuple[str, str, str]] = {
    "broken XML": (DOC, "</w:body>", ""),
    "part without type": (TYPES, r'<Override PartName="/word/footnotes.xml"[^>]*/>', ""),
    "type of a template": (TYPES, r"document\.main\+xml", "template.main+xml"),
    "relationship to nothing": (RELS, 'Target="styles.xml"', 'Target="stijlen.xml"'),
    "orphan part": (RELS, r'<Relationship [^>]*Target="footnotes.xml"[^>]*/>', ""),
    "missing relationship": (RELS, r'<Relationship [^>]*Target="https://zoek[^>]*/>', ""),
    "unknown style": (DOC, 'w:pStyle w:val="Heading1"', 'w:pStyle w:val="Kop1"'),
    "style of another kind": (DOC, 'w:pStyle w:val="Normal"', 'w:pStyle w:val="Strong"'),
    "style based on nothing": (STYLES, 'w:basedOn w:val="Normal"', 'w:basedOn w:val="Weg"'),
    "list that is not there": (STYLES, 'w:numId w:val="1"', 'w:numId w:val="9"'),
    "bookmark twice": (DOC, 'w:name="_Toc_p2"', 'w:name="_Toc_p1"'),
    "bookmark without end": (DOC, r"<w:bookmarkEnd [^>]*/>", ""),
    "link to nothing": (DOC, 'w:anchor="zin_p1_3"', 'w:anchor="zin_p1_99"'),
    "dirty field": (DOC, 'w:fldCharType="begin"', 'w:fldCharType="begin" w:dirty="true"'),
    "field without end": (DOC, r'<w:r><w:fldChar w:fldCharType="end"/></w:r>', ""),
    "fields to update": (SETTINGS, "<w:compat>", '<w:updateFields w:val="true"/><w:compat>'),
    "contents without an item": (DOC, r"(?s)<w:p><w:pPr><w:pStyle w:val=\"TOC2\".*?</w:p>", ""),
    "footnote without mark": (DOC, '<w:footnoteReference w:id="2"/>', "<w:t>2</w:t>"),
    "no separator": (NOTES, 'w:type="separator"', 'w:type="continuationNotice"'),
    "settings without separators": (SETTINGS, r"<w:footnotePr>.*</w:footnotePr>", ""),
    "comment without anchor": (DOC, r"<w:commentReference [^>]*/>", "<w:t>1</w:t>"),
    "comment without author": (COMMENTS, 'w:author="Piet Jansen"', 'w:author=""'),
    "table without heads": (DOC, "<w:tblHeader/>", ""),
    "row that splits": (DOC, "<w:cantSplit/>", ""),
    "row that is too short": (DOC, r"(?s)<w:tc>.{1,900}?</w:tc></w:tr>", "</w:tr>"),
    "cell without paragraph": (DOC, "</w:p></w:tc>", "</w:p><w:bookmarkProxy/></w:tc>"),
    "table without caption": (DOC, r"<w:tblCaption [^>]*/>", ""),
    "table without description": (DOC, r"<w:tblDescription [^>]*/>", ""),
    "table that stretches": (DOC, 'w:tblLayout w:type="fixed"', 'w:tblLayout w:type="autofit"'),
    "change without author": (DOC, r'(<w:ins [^>]*w:author=)"[^"]*"', r'\1""'),
    "change without date": (DOC, r'(<w:del [^>]*) w:date="[^"]*"', r"\1"),
    "deleted text as text": (DOC, r"<w:delText (.*?)</w:delText>", r"<w:t \1</w:t>"),
    "id twice": (DOC, r'(<w:bookmarkStart w:id=)"2"', r'\1"1"'),
    "lost blank": (DOC, ' xml:space="preserve"> </w:t>', "> </w:t>"),
    "line end in text": (DOC, "havenveiligheid aan", "havenveiligheid\naan"),
    "hidden direction": (DOC, "havenveiligheid aan", "havenveiligheid \u202eaan"),
    "header of the first page gone": (DOC, r'<w:headerReference [^>]*w:type="first"[^>]*/>', ""),
    "watermark gone": ("word/header1.xml", r"<w:pict>.*</w:pict>", ""),
    "watermark without words": ("word/header2.xml", r'alt="CONCEPT"', 'alt=""'),
    "pages not counted": ("word/footer1.xml", "NUMPAGES", "PAGE"),
    "no title": (CORE, r"<dc:title>.*</dc:title>", "<dc:title></dc:title>"),
    "maker left": (CORE, "<dc:creator>", "<dc:creator>python-docx "),
    "compatibility mode": (SETTINGS, 'w:val="15"', 'w:val="14"'),
    "other language": (STYLES, 'w:val="nl-NL"', 'w:val="en-US"'),
    "words changed after the fact": (DOC, "niet nodig", "nodig"),
}


@pytest.fixture(scope="module")
def packed() -> bytes:
    return render(tracked_briefing()).content


def test_a_whole_file_has_no_fault(packed: bytes) -> None:
    assert check(packed) == []
    assert check(render(sample_briefing()).content) == []


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found(name: str, packed: bytes) -> None:
    part, pattern, replacement = FAULTS[name]
    parts = unpack(packed)
    text, count = re.subn(pattern, replacement, parts[part].decode(), count=1)
    assert count, "the fault could not be made"
    kept = {**parts, part: text.encode()}
    told = check(pack(kept))
    assert told
    assert name == "words changed after the fact" or any("digest" not in each for each in told)


def _renamed(packed: bytes, change: Callable[[zipfile.ZipFile, dict[str, bytes]], None]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        change(archive, unpack(packed))
    return target.getvalue()


def test_times_in_the_package_are_found(packed: bytes) -> None:
    def change(archive: zipfile.ZipFile, parts: dict[str, bytes]) -> None:
        for name, blob in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 3, 4, 0, 0, 0)), blob)

    assert "an entry has a time" in check(_renamed(packed, change))


def test_another_order_in_the_package_is_found(packed: bytes) -> None:
    def change(archive: zipfile.ZipFile, parts: dict[str, bytes]) -> None:
        for name in sorted(parts, reverse=True):
            archive.writestr(zipfile.ZipInfo(name), parts[name])

    assert "the content types do not come first" in check(_renamed(packed, change))
