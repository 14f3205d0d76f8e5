"""Files that were made to do harm, or that are no report at all, one maker per kind."""

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
LEAD = "Verslag van de Raad Algemene Zaken van 21 maart 2034\n\n"
LINE = "De Raad sprak over de havens en de lidstaten stemden in.\n"
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
ONE_PAGE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font"
    b" << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
)


def zipped(members: dict[str, str | bytes]) -> bytes:
    """An archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def word(body: str, **parts: str | bytes) -> bytes:
    """A Word file; further parts by the name of their file."""
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    members: dict[str, str | bytes] = {"word/document.xml": document}
    return zipped(members | {f"word/{name}": content for name, content in parts.items()})


def paragraph(text: str) -> str:
    """A paragraph of a Word file."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def odt(body: str) -> bytes:
    """An OpenDocument file."""
    root = "office:document-content"
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    return zipped({"content.xml": f"<{root} {OFFICE}>{text}</{root}>"})


def pdf(*objects: bytes) -> bytes:
    """A PDF of some objects, the first one its catalogue."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % pair for pair in enumerate(objects, 1))
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n0\n%%%%EOF" % (len(objects) + 1)
    return b"%PDF-1.4\n" + body + tail


def stream(content: bytes) -> bytes:
    """A compressed stream of a PDF."""
    packed = zlib.compress(content, 9)
    head = b"<< /Length %d /Filter /FlateDecode >>" % len(packed)
    return head + b"\nstream\n" + packed + b"\nendstream"


def _lying_bomb() -> bytes:
    """A zip bomb whose heads claim that it is small."""
    data = bytearray(zipped({"word/document.xml": b"a" * 200_000_000}))
    place = data.rfind(b"PK\x01\x02")
    data[place + 24 : place + 28] = data[22:26] = struct.pack("<I", 100)
    return bytes(data)


def _laughs() -> bytes:
    """Entities that grow tenfold nine times."""
    grown = "".join(f"<!ENTITY {chr(97 + n)} '{f'&{chr(96 + n)};' * 10}'>" for n in range(1, 10))
    return zipped({"content.xml": f"<!DOCTYPE w [<!ENTITY a 'lol'>{grown}]><w>&j;</w>"})


def _foreign_entity() -> bytes:
    head = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    return zipped({"word/document.xml": f"{head}<w:document {W}>{paragraph('&a;')}</w:document>"})


def _huge_text(path: Path) -> None:
    block = (LINE * 2_000).encode()
    with path.open("wb") as file:
        while file.tell() < 500_000_000:
            file.write(block)


def _locked_pdf() -> bytes:
    lock = (
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >>"
    )
    tail = b"/Root 1 0 R /Encrypt " + lock + b" /ID [<00><00>]"
    return pdf(CATALOG, ONE_PAGE, PAGE, stream(b"BT ET")).replace(b"/Root 1 0 R", tail)


def _notes() -> bytes:
    """A Word file with a hundred thousand footnotes."""
    mark = '<w:p><w:r><w:t>De Raad sprak</w:t><w:footnoteReference w:id="{}"/></w:r></w:p>'
    body = "".join(mark.format(n) for n in range(100_000))
    note = "".join(f'<w:footnote w:id="{n}">{paragraph("Zie.")}</w:footnote>' for n in range(9))
    return word(body, **{"footnotes.xml": f"<w:footnotes {W}>{note}</w:footnotes>"})


QUICK: dict[str, Callable[[], bytes | str]] = {
    "bom.docx": lambda: zipped({"word/document.xml": b"a" * 70_000_000}),
    "diep.html": lambda: "<html><body>" + "<div>" * 200_000,
    "miljoen.pdf": lambda: pdf(CATALOG, ONE_PAGE, PAGE, *[b"<< >>"] * 310_000),
    "punten.txt": lambda: LEAD + "\n\n".join(f"{n}. Punt\n\nDe Raad sprak." for n in range(90_000)),
}
"""Tried in every run."""

SLOW: dict[str, Callable[[], bytes | str]] = {
    "liegt.docx": _lying_bomb,
    "bom.odt": lambda: zipped({"content.xml": b" " * 200_000_000}),
    "diep.docx": lambda: word("<w:sdt>" * 200_000 + "</w:sdt>" * 200_000),
    "diep.odt": lambda: odt("<text:section>" * 200_000 + "</text:section>" * 200_000),
    "tabel.docx": lambda: word("<w:tbl><w:tr><w:tc>" * 90_000 + "</w:tc></w:tr></w:tbl>" * 90_000),
    "kenmerken.docx": lambda: word("<w:p " + " ".join(f'a{n}="x"' for n in range(999_999)) + "/>"),
    "kenmerken.html": lambda: "<html><body><p " + " ".join(f"a{n}=x" for n in range(1_000_000)),
    "opmerking.html": lambda: "<html><body><!-- " + "x" * 5_000_000,
    "tekens.html": lambda: "<html><body>" + "&" * 5_000_000,
    "noot.html": lambda: "<html><body><span class=fn>" + "<i>aaaaaaaaaaaaaa</i>" * 120_000,
    "vreemd.docx": _foreign_entity,
    "lachen.odt": _laughs,
    "macro.docm": lambda: word(paragraph("De Raad sprak."), **{"vbaProject.bin": b"x"}),
    "lang.txt": lambda: LINE * 430_000,
    "lang16.txt": lambda: (LINE * 200_000).encode("utf-16"),
    "punten.docx": lambda: word("".join(paragraph(f"{n}. Punt") for n in range(200_000))),
    "noten.docx": _notes,
    "noten.odt": lambda: odt(
        "<text:p>De Raad<text:note><text:note-body><text:p>Zie.</text:p></text:note-body>"
        "</text:note></text:p>" * 100_000
    ),
    "slot.pdf": _locked_pdf,
    "lus.pdf": lambda: pdf(CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1 >>"),
    "kinderen.pdf": lambda: pdf(
        CATALOG, b"<< /Type /Pages /Kids [" + b"3 0 R " * 200_000 + b"] /Count 1 >>", PAGE
    ),
    "bom.pdf": lambda: pdf(CATALOG, ONE_PAGE, PAGE, stream(b" " * 1_000_000_000)),
    "tekens.pdf": lambda: pdf(
        CATALOG, ONE_PAGE, PAGE, stream(b"BT /F1 12 Tf " + b"(" + b"a" * 9_000_000 + b") Tj ET")
    ),
    "diep.pdf": lambda: pdf(CATALOG[:-2] + b"/X " + b"[" * 500_000 + b" >>"),
    "kapot.docx": lambda: b"PK\x03\x04" + os.urandom(100_000),
    "half.docx": lambda: word(paragraph("De Raad sprak.") * 900)[:-40],
    "foto.docx": lambda: b"\x89PNG\r\n\x1a\n" + os.urandom(50_000),
    "archief.pdf": lambda: zipped({"a.txt": "x"}),
    "nullen.txt": lambda: LEAD + "De Raad\x00sprak. " * 2_000,
    "half16.txt": lambda: b"\xff\xfe" + b"\x00\xd8" * 100_000,
    "brief.rtf": lambda: "{\\rtf1\\ansi De Raad sprak over de havens.\\par}" * 1_000,
    "data.json": lambda: '{"raad": ["a", "b"], "lidstaten": 3}' * 1_000,
}  # fmt: skip
"""Tried when slow tests are asked for."""


def make(folder: Path, name: str) -> Path:
    """The file with that name in a folder."""
    path = folder / name
    if name == "groot.txt":
        _huge_text(path)
        return path
    content = (QUICK | SLOW)[name]()
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def special(folder: Path) -> dict[str, Path]:
    """What is no file with a text: a folder, a pipe, devices, links that lead nowhere."""
    pipe, ring, lost = folder / "pijp.txt", folder / "kring.txt", folder / "los.txt"
    os.mkfifo(pipe)
    ring.symlink_to(ring)
    lost.symlink_to(folder / "weg")
    (folder / "map.txt").mkdir()
    return {
        "folder": folder / "map.txt", "pipe": pipe, "ring": ring, "lost": lost,
        "zero": Path("/dev/zero"), "null": Path("/dev/null"), "system": Path("/proc/self/mem"),
        "long": folder / ("x" * 400 + ".txt"), "two lines": folder / "a\nb.txt",
    }  # fmt: skip
