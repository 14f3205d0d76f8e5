"""One constructed report written in every format that is read, without any library for it."""
# ruff: noqa: E501

import io
import re
import textwrap
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape

MARK = re.compile(r"\{(\d+)\}")


@dataclass(frozen=True)
class Element:
    """A piece of a report: `title`, `part`, `results`, `bullet`, `item` or `text`."""

    kind: str
    text: str
    number: str = ""


REPORT = (
    Element("title", "Verslag van de formele bijeenkomst van de Raad Justitie en Binnenlandse Zaken, 9 en 10 oktober 2031"),
    Element("part", "Binnenlandse Zaken", "I"),
    Element("results", "Belangrijkste resultaten"),
    Element("bullet", "De Raad stelde conclusies vast over de beveiliging van binnenhavens en de rol van regionale havenmeesters daarin."),
    Element("bullet", "De Raad nam het besluit over passagierslijsten aan."),
    Element("item", "Beveiliging van binnenhavens en de voortgang van de Europese havenkaart die in het voorjaar is gepubliceerd", "1"),
    Element("text", "Het voorzitterschap lichtte de conclusies toe. De Commissie wees op de havenkaart die zij op 3 mei jl. publiceerde.{1} In 2030 zijn 14.200 meldingen gedaan."),
    Element("text", "Nederland verwelkomde de conclusies en vroeg aandacht voor de positie van kleine havens{2} in de noordelijke lidstaten. Enkele lidstaten uitten zorgen over de kosten."),
    Element("item", "Passagierslijsten", "2"),
    Element("text", "Het besluit werd zonder bespreking aangenomen. De kosten bedragen € 2,5 mln."),
    Element("part", "Justitie", "II"),
    Element("item", "Richtlijn verkeersboetes", "1"),
    Element("text", "De Raad bereikte een algemene oriëntatie over de richtlijn.{3} Een enkele lidstaat handhaafde een voorbehoud."),
    Element("text", "De meeste lidstaten, waaronder Nederland, verwelkomden het compromis van het voorzitterschap."),
    Element("item", "Diversen", "2"),
    Element("text", "Het inkomend voorzitterschap presenteerde zijn programma."),
)  # fmt: skip

NOTES = {
    "1": "Zie ook de Geannoteerde Agenda, Kamerstukken 2031-2032 nr 32317-901.",
    "2": "Toezegging aan het lid Doornbos in het commissiedebat van 1 oktober 2031.",
    "3": "Kamerstukken II 2030-2031, 36 410 VI nr. 77.",
}
"""The notes by mark."""


def _heading(element: Element) -> str:
    return f"{element.number}. {element.text}" if element.number else element.text


def as_text() -> bytes:
    """Plain text as extraction leaves it: wrapped, notes behind a rule at the end."""
    lines: list[str] = []
    for element in REPORT:
        text = MARK.sub(r"\1", _heading(element))
        prefix = "\uf0b7 " if element.kind == "bullet" else ""
        lines += [*textwrap.wrap(prefix + text, 95), ""]
    lines.append(" " * 65)
    for mark, note in NOTES.items():
        lines += textwrap.wrap(f"{mark} {note}", 108)
    return "\n".join(lines).encode()


def as_html() -> bytes:
    """A web page with headings, a list, raised marks and notes at the end."""
    levels = {"title": "h1", "part": "h2", "item": "h3", "results": "h4"}
    out = ["<!DOCTYPE html><html><head><title>x</title></head><body><nav><a>Home</a></nav>"]
    for element in REPORT:
        text = MARK.sub(r'<sup><a href="#n\1">\1</a></sup>', escape(_heading(element)))
        if element.kind == "bullet":
            out.append(f"<ul><li>{text}</li></ul>")
        else:
            tag = levels.get(element.kind, "p")
            out.append(f"<{tag}>{text}</{tag}>")
    out.append('<div class="voetnoten">')
    out += [f'<p id="n{m}"><sup>{m}</sup> {escape(t)}</p>' for m, t in NOTES.items()]
    out.append("</div></body></html>")
    return "\n".join(out).encode()


def as_markdown() -> bytes:
    """Markdown with `#` for headings, wrapped paragraphs, and notes as `[^1]`."""
    signs = {"title": "# ", "part": "## ", "item": "### ", "results": "#### ", "bullet": "* "}
    lines: list[str] = []
    for element in REPORT:
        text = MARK.sub(r"[^\1]", _heading(element)).replace("Nederland", "**Nederland**")
        text = signs.get(element.kind, "") + text
        whole = element.kind not in ("text", "bullet")
        lines += [text, ""] if whole else [*textwrap.wrap(text, 80), ""]
    for mark, note in NOTES.items():
        lines += [f"[^{mark}]: {note}", ""]
    return "\n".join(lines).encode()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _zip(members: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _word_runs(text: str) -> str:
    runs = []
    for place, piece in enumerate(MARK.split(text)):
        if place % 2:
            runs.append(f'<w:r><w:footnoteReference w:id="{piece}"/></w:r>')
        elif piece:
            runs.append(f'<w:r><w:t xml:space="preserve">{escape(piece)}</w:t></w:r>')
    return "".join(runs)


def word_document(paragraphs: str, *, extra: dict[str, str] | None = None) -> bytes:
    """A Word file with these paragraphs, heading styles, a numbered list and footnotes."""
    notes = "".join(
        f'<w:footnote w:id="{mark}"><w:p>{_word_runs(text)}</w:p></w:footnote>'
        for mark, text in NOTES.items()
    )
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>'
    )
    numbering = (
        f'<w:numbering {_W}><w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
        '<w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>'
    )
    style = '<w:style w:type="paragraph" w:styleId="Kop{0}"><w:name w:val="heading {0}"/></w:style>'
    members = {
        "word/document.xml": f"<w:document {_W}><w:body>{paragraphs}</w:body></w:document>",
        "word/footnotes.xml": f"<w:footnotes {_W}>{notes}</w:footnotes>",
        "word/numbering.xml": numbering,
        "word/styles.xml": f"<w:styles {_W}>{style.format(1)}{style.format(2)}{style.format(3)}</w:styles>",
    }  # fmt: skip
    return _zip(members | (extra or {}))


def word_paragraph(text: str, properties: str = "") -> str:
    """A Word paragraph with marks for notes."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{_word_runs(text)}</w:p>"


def word_table(rows: Iterable[Iterable[str]]) -> str:
    """A Word table with a paragraph in each cell."""
    lines = ("".join(f"<w:tc>{word_paragraph(text)}</w:tc>" for text in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def as_docx() -> bytes:
    """Word with numbers that the list makes and the text does not have."""
    listed = '<w:numPr><w:ilvl w:val="{0}"/><w:numId w:val="{1}"/></w:numPr>'
    properties = {
        "title": '<w:pStyle w:val="Kop1"/>',
        "part": '<w:pStyle w:val="Kop2"/>' + listed.format(0, 1),
        "item": '<w:pStyle w:val="Kop3"/>' + listed.format(1, 1),
        "bullet": listed.format(0, 2),
    }
    return word_document(
        "".join(word_paragraph(e.text, properties.get(e.kind, "")) for e in REPORT)
    )


_ODT = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "style")
)


def _odt_text(text: str) -> str:
    pieces = []
    for place, piece in enumerate(MARK.split(text)):
        if place % 2:
            pieces.append(
                f'<text:note text:note-class="footnote"><text:note-citation>{piece}</text:note-citation>'
                f"<text:note-body><text:p>{escape(NOTES[piece])}</text:p></text:note-body></text:note>"
            )
        else:
            pieces.append(escape(piece))
    return "".join(pieces)


def as_odt() -> bytes:
    """OpenDocument with headings, a bullet list and notes."""
    levels = {"title": 1, "part": 2, "item": 3}
    body = []
    for element in REPORT:
        text = _odt_text(_heading(element))
        if element.kind in levels:
            body.append(f'<text:h text:outline-level="{levels[element.kind]}">{text}</text:h>')
        elif element.kind == "bullet":
            body.append(
                f"<text:list><text:list-item><text:p>{text}</text:p></text:list-item></text:list>"
            )
        else:
            body.append(f"<text:p>{text}</text:p>")
    content = (
        f"<office:document-content {_ODT}><office:body><office:text>{''.join(body)}"
        "</office:text></office:body></office:document-content>"
    )
    return _zip({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


WIDTHS = {**dict.fromkeys("ijl.,:;'|!", 0.25), **dict.fromkeys("ftrI()[]- ", 0.3),
          **dict.fromkeys("mwMW", 0.85)}  # fmt: skip


def _width(text: str, size: float) -> float:
    return sum(WIDTHS.get(c, 0.55) for c in text) * size


class _Pdf:
    """A PDF of text lines in Helvetica; positions in points from the foot of the page."""

    def __init__(self) -> None:
        self.pages: list[list[str]] = [[]]
        self.y = 780.0

    def show(self, text: str, size: float, x: float, y: float, bold: bool = False) -> None:
        encoded = text.encode("cp1252", "replace").decode("latin-1")
        for plain, safe in (("\\", "\\\\"), ("(", "\\("), (")", "\\)")):
            encoded = encoded.replace(plain, safe)
        font = "F2" if bold else "F1"
        self.pages[-1].append(f"BT /{font} {size} Tf {x:.2f} {y:.2f} Td ({encoded}) Tj ET")

    def line(self, text: str, size: float, bold: bool = False) -> None:
        """A line whose `{n}` are raised and small."""
        x = 70.0
        for place, piece in enumerate(MARK.split(text)):
            raised = bool(place % 2)
            shown = size * 0.6 if raised else size
            if piece:
                self.show(piece, shown, x, self.y + (size * 0.35 if raised else 0), bold)
                x += _width(piece, shown)
        self.y -= size * 1.3

    def bytes(self) -> bytes:
        """The file; fonts state the widths by which the lines were set."""
        widths = " ".join(str(int(WIDTHS.get(chr(c), 0.55) * 1000)) for c in range(32, 256))
        font = (
            "<< /Type /Font /Subtype /TrueType /BaseFont /{0} /FirstChar 32 /LastChar 255 "
            "/Widths [{1}] /Encoding /WinAnsiEncoding /FontDescriptor << /Type /FontDescriptor "
            "/FontName /{0} /Flags 32 /Ascent 800 /Descent -200 /FontBBox [0 -200 1000 800] >> >>"
        )
        objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", font.format("Arial", widths),
                   font.format("Arial-Bold", widths)]  # fmt: skip
        kids = []
        for content in self.pages:
            stream = zlib.compress("\n".join(content).encode("latin-1"))
            objects.append(
                f"<< /Length {len(stream)} /Filter /FlateDecode >>\nstream\n"
                + stream.decode("latin-1") + "\nendstream"
            )  # fmt: skip
            kids.append(f"{len(objects) + 1} 0 R")
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
                f"/Contents {len(objects)} 0 R "
                "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
            )
        objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
        out = b"%PDF-1.4\n"
        offsets = []
        for number, body in enumerate(objects, 1):
            offsets.append(len(out))
            out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
        table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
        start = len(out)
        return (
            out
            + (
                f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
                f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
            ).encode()
        )


def as_pdf(lines_a_page: int = 12, note_size: int = 8) -> bytes:
    """A PDF in the manner of the real ones.

    Headings wrap, pages end in mid-paragraph, notes stand small at the foot of the page that
    bears their marks, above its number.
    """
    pdf = _Pdf()
    pending: list[str] = []
    count = 0

    def end_page(last: bool = False) -> None:
        nonlocal pending, count
        pdf.y = 70 + 11 * len(pending)
        for mark in pending:
            pdf.line(f"{{{mark}}} {NOTES[mark]}", note_size)
        pdf.show(str(len(pdf.pages)), 10, 290, 40)
        pending, count = [], 0
        if not last:
            pdf.pages.append([])
            pdf.y = 780.0

    for element in REPORT:
        bold = element.kind in ("title", "part", "results", "item")
        prefix = "\u2022 " if element.kind == "bullet" else ""
        wrapped = textwrap.wrap(prefix + _heading(element), 82)
        for place, line in enumerate(wrapped):
            if count >= lines_a_page and element.kind == "text" and place:
                end_page()
            pdf.line(line, 11, bold)
            pending += MARK.findall(line)
            count += 1
        pdf.y -= 9
    end_page(last=True)
    return pdf.bytes()


FORMATS = {
    ".txt": as_text,
    ".html": as_html,
    ".md": as_markdown,
    ".docx": as_docx,
    ".odt": as_odt,
    ".pdf": as_pdf,
}
