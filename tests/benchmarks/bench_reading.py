"""How long reading a report takes, beside the readers that only extract its text.

A report of about thirty pages is made from a fictional fixture in the formats whose makers are
here: text always, PDF with LibreOffice, Word with pandoc.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from tests.benchmarks.frame import Growth, Row, in_turn, seconds
from workflow.report.formats.extract import Extract, plain_lines
from workflow.report.reader import read_extract, read_report

FIXTURE = Path(__file__).parents[1] / "report" / "fixtures" / "01-pdf-text.txt"
LETTER = FIXTURE.with_name("05-letter-alone.txt")
THIRTY_PAGES = 14
"""Times that the fixture must be repeated to fill thirty pages."""
ROUNDS = 5


def _text() -> str:
    return FIXTURE.read_text("utf-8") * THIRTY_PAGES


def _made(source: Path, *command: str, ending: str) -> Path | None:
    """The report in another format, or None where its maker is not here."""
    if not shutil.which(command[0]):
        return None
    subprocess.run([*command, str(source)], cwd=source.parent, check=True, capture_output=True)
    return source.with_suffix(ending)


def _pdf_peers(path: Path) -> dict[str, Callable[[], object]]:
    peers: dict[str, Callable[[], object]] = {}
    if shutil.which("pdftotext"):
        command = ["pdftotext", "-layout", str(path), "-"]
        peers["pdftotext"] = lambda: subprocess.run(command, check=True, capture_output=True)
    if find_spec("pdfminer"):
        from pdfminer.high_level import extract_text

        peers["pdfminer's text"] = lambda: extract_text(path)
    return peers


def _word_peers(path: Path) -> dict[str, Callable[[], object]]:
    from docx import Document

    return {"python-docx's text": lambda: [p.text for p in Document(str(path)).paragraphs]}


def rows() -> list[Row]:
    """Every format beside the reader that extracts its text; import may take a fifth more."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "report.txt"
        source.write_text(_text(), "utf-8")
        office = ("soffice", "--headless", "--convert-to", "pdf")
        pandoc = ("pandoc", "-f", "markdown", "-o", "report.docx")
        cases = [(source, {"plain reading": source.read_text}, 0.0)]
        if pdf := _made(source, *office, ending=".pdf"):
            cases.append((pdf, _pdf_peers(pdf), 1.2))
        if word := _made(source, *pandoc, ending=".docx"):
            cases.append((word, _word_peers(word), 1.2))
        for path, peers, limit in cases:
            read_report(path)
            took = in_turn({"": lambda p=path: read_report(p), **peers}, ROUNDS)
            for peer in peers:
                # pdftotext is a program in C; beside it stands no limit.
                most = 0.0 if peer == "pdftotext" else limit
                name = f"reading 30 pages, {path.suffix}"
                found.append(Row(name, took[""], peer, took[peer], most))
    return found


def growth() -> list[Growth]:
    """Reports of three, thirty and three hundred pages of text, fifty reports in one file."""
    found = []
    for name, fixture in (("reading a text", FIXTURE), ("reading letters in one text", LETTER)):
        text = fixture.read_text("utf-8")
        once = max(1, THIRTY_PAGES * len(FIXTURE.read_text("utf-8")) // len(text) // 10)
        times = []
        for size in (once, once * 10, once * 100):
            extract = Extract(text * size, plain_lines(text * size))
            times.append([seconds(lambda e=extract: read_extract(e, "text")) for _ in range(3)])
        found.append(Growth(name, ("3 pages", "30 pages", "300 pages"), tuple(times)))
    return found
