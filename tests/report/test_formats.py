"""The formats, and files that mean harm or are no report."""
# ruff: noqa: E501

import codecs
import contextlib
import io
import os
import random
import zipfile

import layouts
import make_formats
import pytest

from workflow.errors import WorkflowError
from workflow.report.formats import pdf
from workflow.report.model import Report
from workflow.report.reader import read_report


def shape(report: Report) -> tuple[object, ...]:
    """All that a format must not change."""
    return (
        report.title, report.council, report.dates,
        [(part.id, part.title, [r.text for r in part.results],
          [(item.number, item.title, [(s.text, s.paragraph) for s in item.sentences],
            [(n.mark, n.text, n.sentence) for n in item.footnotes],
            [(r.kind, r.value) for r in item.references]) for item in part.items])
         for part in report.parts],
    )  # fmt: skip


@pytest.fixture(scope="module")
def shapes(tmp_path_factory):
    folder = tmp_path_factory.mktemp("formats")
    found = {}
    for suffix, make in make_formats.FORMATS.items():
        path = folder / f"report{suffix}"
        path.write_bytes(make())
        found[suffix] = shape(read_report(path))
    return found


@pytest.mark.parametrize("suffix", [".html", ".md", ".docx", ".odt", ".pdf"])
def test_the_same_report_in_every_format(shapes, suffix):
    assert shapes[suffix] == shapes[".txt"]


def test_notes_and_numbers_are_there(shapes):
    _, council, _, parts = shapes[".docx"]
    assert council == "JBZ"
    assert [part[0] for part in parts] == ["I", "II"]
    assert [item[0] for part in parts for item in part[3]] == ["1", "2", "1", "2"]
    assert [note[0] for part in parts for item in part[3] for note in item[3]] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("utf-16-le", codecs.BOM_UTF16_LE),
     ("utf-16-be", codecs.BOM_UTF16_BE), ("utf-16-le", b""), ("cp1252", b"")],
)  # fmt: skip
def test_encodings_and_newlines(tmp_path, encoding, mark):
    text = (layouts.FIXTURES / "02-word-annex.txt").read_text("utf-8")
    path = tmp_path / "verslag.txt"
    path.write_bytes(mark + text.replace("\n", "\r\n").encode(encoding, "replace"))
    assert layouts.problems(read_report(path), layouts.expected("02-word-annex")) == []


def word(*paragraphs: str, extra: dict[str, str] | None = None) -> bytes:
    body = "".join(
        p if p.startswith("<w:p") else make_formats.word_paragraph(p) for p in paragraphs
    )
    return make_formats.word_document(body, extra=extra)


TITLE = "Verslag van de Raad Algemene Zaken van 21 maart 2034"
TEXT = "De Raad sprak over de begroting. De Commissie lichtte de cijfers toe. Nederland zweeg."


def test_tracked_changes_are_accepted_and_comments_reported(tmp_path):
    change = (
        "<w:p><w:r><w:t>De Raad </w:t></w:r><w:del><w:r><w:delText>verwierp</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>aanvaardde</w:t></w:r></w:ins><w:r><w:t> het voorstel van de Commissie."
        "</w:t></w:r></w:p>"
    )
    comments = f"<w:comments {make_formats._W}><w:comment w:id='1'><w:p/></w:comment></w:comments>"
    path = tmp_path / "a.docx"
    path.write_bytes(word(TITLE, "Begroting", TEXT, change, extra={"word/comments.xml": comments}))
    report = read_report(path)
    sentences = [s.text for _, item in report.items() for s in item.sentences]
    assert "De Raad aanvaardde het voorstel van de Commissie." in sentences
    assert len(report.notices) == 2


def refused(path) -> str:
    """The sentence with which a file is refused; how soon is tried in the command line's tests."""
    with pytest.raises(WorkflowError) as caught:
        read_report(path)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert path.name in sentence
    return sentence


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


NAMESPACE = make_formats._W.encode()
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document ' + (
    NAMESPACE + b"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"
)  # fmt: skip
PLAIN = b"<w:document " + NAMESPACE + (
    b"><w:body><w:p><w:r><w:t>De Raad sprak.</w:t></w:r></w:p></w:body></w:document>"
)  # fmt: skip
DEEP = b"<w:document " + NAMESPACE + b">" + b"<w:sdt>" * 50_000

LEAD = (
    b"Verslag van de Raad Algemene Zaken van 21 maart 2034\n\nDe Raad sprak over de begroting.\n\n"
)
LAUGHS = b"<!ENTITY a 'lol'>" + b"".join(
    b"<!ENTITY %c '%s'>" % (97 + n, (b"&%c;" % (96 + n)) * 10) for n in range(1, 10)
)
LOOP = (
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    b"2 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 1 >>\nendobj\n"
    b"trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n0\n%%EOF"
)
STORY = b"Er was eens een vrouw die in een huis woonde. Zij had een kat. De kat heette Piet."
MANUAL = b"# Tool\n\nInstall it with `pip install tool`. It reads council reports.\n\n```\ntool run\n```\n"
HOSTILE = {
    "leeg.txt": b"",
    "witruimte.txt": b" \n\n ",
    "binair.txt": bytes(range(256)) * 40,
    "gebroken.docx": b"PK\x03\x04" + b"x" * 500,
    "geen-word.docx": zipped({"hallo.txt": b"hallo"}),
    "entiteiten.docx": zipped({"word/document.xml": ENTITIES}),
    "diep.docx": zipped({"word/document.xml": DEEP}),
    "bom.docx": zipped({"word/document.xml": b"a" * 90_000_000}),
    "oud.doc": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
    "gebroken.pdf": b"%PDF-1.4\nniets",
    "diep.html": b"<html><body>" + b"<div>" * 100_000,
    "boodschappen.txt": b"melk\nbrood\nkaas\nappels\n",
    "verhaal.txt": STORY,
    "code.py": b"import os\n\ndef main():\n    print('council')\n    return 1\n" * 20,
    "README.md": MANUAL,
    "punten.txt": LEAD + b". " * 300_000,
    "stippen.txt": LEAD + b"." * 300_000,
    "haken.txt": LEAD + b"(" * 300_000,
    "woord.txt": LEAD + b"Aa" * 300_000,
    "cijfers.txt": LEAD + b"1" * 300_000,
    "tabs.txt": LEAD + b"\t" * 300_000 + b"x",
    "blanco.txt": LEAD + "\u00a0".encode() * 300_000 + b"x",
    "regel.txt": LEAD + b"De Raad sprak over de cijfers. " * 30_000,
    "lagen.html": b"<html><body>" + (b"<div>" * 900 + b"x" + b"</div>" * 900) * 200,
    "lachen.docx": zipped({"word/document.xml": b"<!DOCTYPE w [" + LAUGHS + b"]>" + DEEP[:-400_000] + b"&j;"}),
    "lachen16.docx": zipped({"word/document.xml": (
        "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE w [" + LAUGHS.decode() + "]><w>&j;</w>"
    ).encode("utf-16")}),
    "lachen.odt": zipped({"content.xml": b"<!DOCTYPE w [" + LAUGHS + b"]><w>&j;</w>"}),
    "macro.docm": zipped({"word/document.xml": PLAIN, "word/vbaProject.bin": b"x"}),
    "macro.odt": zipped({"content.xml": b"<x/>", "Basic/Standard/Module1.xml": b"<x/>"}),
    "lus.pdf": LOOP,
    "tags.docx": zipped({"word/document.xml": b"<w:document " + NAMESPACE + b">" + b"<w:p/>" * 900_000}),
    "tabel.csv": b"naam;jaar;waarde\nA;2020;3\nB;2021;4\n",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_report_is_refused_in_one_sentence(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(HOSTILE[name])
    refused(path)


def test_entities_of_a_web_page_are_not_expanded(tmp_path):
    path = tmp_path / "lachen.html"
    page = b"<!DOCTYPE html [" + LAUGHS + b"]><html><body>" + LEAD + b"<p>&j;</p></body></html>"
    path.write_bytes(page)
    assert "lol" * 2 not in read_report(path).source


def test_a_folder_and_a_missing_file_are_refused(tmp_path):
    refused(tmp_path)
    refused(tmp_path / "weg.txt")


def test_a_huge_text_is_refused(tmp_path):
    path = tmp_path / "groot.txt"
    with path.open("wb") as stream:
        stream.truncate(500_000_000)
    refused(path)


def test_a_long_text_is_refused(tmp_path):
    path = tmp_path / "lang.txt"
    path.write_text(f"{TITLE}\n\n" + f"{TEXT}\n" * 90_000)
    refused(path)


def test_more_sentences_than_fifty_reports_are_refused(tmp_path):
    path = tmp_path / "zinnen.txt"
    path.write_text(f"{TITLE}\n\n" + "De Raad sprak. Nederland zweeg.\n\n" * 9_000)
    refused(path)


def test_a_hundred_thousand_items_are_refused(tmp_path):
    path = tmp_path / "veel.txt"
    path.write_text(
        TITLE + "\n\n" + "\n\n".join(f"Punt {n}\n\nDe Raad sprak." for n in range(100_000))
    )
    refused(path)


def test_a_protected_pdf_says_so(tmp_path):
    path = tmp_path / "geheim.pdf"
    locked = make_formats.as_pdf().replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"41" * 32 + b"> /U <"
        + b"42" * 32 + b"> >> /ID [<00><00>]",
    )  # fmt: skip
    path.write_bytes(locked)
    assert "wachtwoord" in refused(path)


def test_notes_as_large_as_the_text_are_known_by_their_raised_numbers(tmp_path, shapes):
    path = tmp_path / "verslag.pdf"
    path.write_bytes(make_formats.as_pdf(note_size=11))
    assert shape(read_report(path)) == shapes[".pdf"]


def test_without_pdfminer_pdftotext_is_asked(tmp_path, monkeypatch):
    if pdf.shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    monkeypatch.setattr(pdf.importlib.util, "find_spec", lambda name: None)
    path = tmp_path / "verslag.pdf"
    path.write_bytes(make_formats.as_pdf())
    report = read_report(path)
    assert [part.id for part in report.parts] == ["I", "II"]
    assert len([item for _, item in report.items()]) == 4


def test_without_any_reader_the_extra_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(pdf.shutil, "which", lambda name: None)
    path = tmp_path / "verslag.pdf"
    path.write_bytes(make_formats.as_pdf())
    with pytest.raises(WorkflowError, match=r"council-workflow\[pdf\]"):
        read_report(path)


def test_the_wrong_extension_does_not_matter(tmp_path):
    path = tmp_path / "verslag.txt"
    path.write_bytes(make_formats.as_docx())
    assert read_report(path).council == "JBZ"


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".html"])
def test_damaged_bytes_give_a_report_or_a_sentence(tmp_path, suffix):
    """Whatever the damage, no exception of a library reaches the caller."""
    whole = make_formats.FORMATS[suffix]()
    for seed in range(40):
        chance = random.Random(seed)
        content = bytearray(whole)
        for _ in range(chance.randrange(1, 30)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path = tmp_path / f"{seed}{suffix}"
        path.write_bytes(content)
        with contextlib.suppress(WorkflowError):
            read_report(path)


def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    path = tmp_path / "pijp.txt"
    os.mkfifo(path)
    assert "pijp" in refused(path)


def test_a_line_without_end_is_refused(tmp_path):
    path = tmp_path / "regel.txt"
    path.write_text(f"{TITLE}\n\n" + "De Raad sprak. " * 80_000)
    refused(path)


def test_a_page_with_too_much_text_is_refused_while_it_is_read(tmp_path):
    path = tmp_path / "lang.html"
    path.write_text(f"<html><body><p>{TITLE}</p>" + f"<p>{TEXT}</p>" * 35_000)
    refused(path)


def test_blanks_without_end_are_refused(tmp_path):
    path = tmp_path / "blanco.txt"
    path.write_text(f"{TITLE}\n\n{TEXT}\n\na" + " " * 900_000 + "x")
    refused(path)


def test_what_steers_a_terminal_is_no_text(tmp_path):
    path = tmp_path / "verslag.txt"
    text = (
        "Verslag van de Raad Algemene Zaken van 4 mei 2033\n\n1. \x1b[31mRoodborstjes\x1b[0m\n\n"
        "De Commissie \x1b]0;titel\x07riep op tot \x1b[2Jspoed. Nederland \x1b]steunde dat.\n"
    )
    path.write_text(text, "utf-8")
    item = read_report(path).items()[-1][1]
    assert item.title == "Roodborstjes"
    assert [sentence.text for sentence in item.sentences] == [
        "De Commissie riep op tot spoed.", "Nederland steunde dat.",
    ]  # fmt: skip
