"""House templates as Word writes them, made for the tests."""

import re
from base64 import b64decode
from pathlib import Path

from workflow.briefing.word.house import house_template
from workflow.briefing.word.package import pack, unpack

DUTCH = {
    "Normal": "Standaard",
    "Heading1": "Kop1",
    "Heading2": "Kop2",
    "Heading3": "Kop3",
    "Title": "Titel",
    "Subtitle": "Ondertitel",
    "TOCHeading": "Kopvaninhoudsopgave",
    "TOC1": "Inhopg1",
    "TOC2": "Inhopg2",
    "Header": "Koptekst",
    "Footer": "Voettekst",
    "ListBullet": "Lijstopsomteken",
    "Caption": "Bijschrift",
    "FootnoteText": "Voetnoottekst",
    "DefaultParagraphFont": "Standaardalinea-lettertype",
    "Strong": "Zwaar",
    "FootnoteReference": "Voetnootmarkering",
    "TableNormal": "Standaardtabel",
    "NoList": "Geenlijst",
}
"""Ids that the Dutch Word gives to its own styles."""
PIXEL = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LOGO = (
    '<w:p><w:pPr><w:pStyle w:val="Koptekst"/></w:pPr><w:r><w:drawing><wp:inline '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'distT="0" distB="0" distL="0" distR="0"><wp:extent cx="360000" cy="360000"/>'
    '<wp:docPr id="1" name="Logo" descr="Logo van het huis"/><a:graphic '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData '
    'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r><w:r><w:t>Ministerie van Huisstijl</w:t></w:r></w:p>"
)


def dutch_parts() -> dict[str, bytes]:
    """A Dutch template with header, logo, footer and text of its own, as parts by name."""
    parts = {name: blob.decode() for name, blob in unpack(house_template()).items()}
    styles = parts["word/styles.xml"]
    styles = re.sub(r'<w:style [^>]*w:customStyle="1".*?</w:style>', "", styles)
    for name in ("annotation text", "annotation reference"):
        styles = re.sub(rf'<w:style [^>]*><w:name w:val="{name}"/>.*?</w:style>', "", styles)
    for old, new in DUTCH.items():
        styles = styles.replace(f'"{old}"', f'"{new}"')
    styles = re.sub(r'<w:name w:val="Standaard"/>', '<w:name w:val="Normal"/>', styles)
    for old, new in (("Titel", "Title"), ("Ondertitel", "Subtitle"), ("Zwaar", "Strong")):
        styles = styles.replace(f'<w:name w:val="{new}"/>', f'<w:name w:val="{new}"/>')
        styles = styles.replace(f'<w:name w:val="{old}"/>', f'<w:name w:val="{new}"/>')
    styles = styles.replace('w:ascii="Verdana"', 'w:ascii="Calibri"')
    parts["word/styles.xml"] = styles
    parts["word/header1.xml"] = f"<w:hdr {_W}>{_LOGO}</w:hdr>"
    parts["word/footer1.xml"] = (
        f'<w:ftr {_W}><w:p><w:pPr><w:pStyle w:val="Voettekst"/></w:pPr><w:r>'
        "<w:t>Postbus 1, Den Haag</w:t></w:r></w:p></w:ftr>"
    )
    parts["word/document.xml"] = (
        f'<w:document {_W}><w:body><w:p><w:pPr><w:pStyle w:val="Kop1"/></w:pPr><w:r>'
        "<w:t>Vul hier de titel in</w:t></w:r></w:p><w:sectPr>"
        '<w:headerReference w:type="default" r:id="rId11"/>'
        '<w:footerReference w:type="default" r:id="rId12"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="2268" w:right="1134" w:bottom="1134" w:left="2268" w:header="708" '
        'w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        "</Relationships>",
        f'<Relationship Id="rId11" Type="{_OFFICE}/header" Target="header1.xml"/>'
        f'<Relationship Id="rId12" Type="{_OFFICE}/footer" Target="footer1.xml"/></Relationships>',
    )
    parts["word/_rels/header1.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/image" Target="media/image1.png"/>'
        "</Relationships>"
    )
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        "</Types>",
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/header1.xml" ContentType="{_WML}.header+xml"/>'
        f'<Override PartName="/word/footer1.xml" ContentType="{_WML}.footer+xml"/></Types>',
    )
    return {name: text.encode() for name, text in parts.items()} | {"word/media/image1.png": PIXEL}


def write_template(folder: Path, parts: dict[str, bytes], name: str = "huis.dotx") -> Path:
    """The template as a file."""
    path = folder / name
    path.write_bytes(pack(parts))
    return path


def changed(parts: dict[str, bytes], part: str, old: str, new: str) -> dict[str, bytes]:
    """The same template with a change in one part."""
    text = parts[part].decode()
    assert old in text
    return {**parts, part: text.replace(old, new).encode()}
