"""Files of every supported format, brought to one extract."""

import stat
from pathlib import Path

from workflow.errors import WorkflowError
from workflow.report.formats.columns import untangle
from workflow.report.formats.extract import Extract, check_length, plain_lines
from workflow.report.formats.html import looks_like_html, read_html
from workflow.report.formats.markdown import looks_like_markdown, read_markdown
from workflow.report.formats.text import decode
from workflow.text import one_line

LARGEST_FILE = 60_000_000
"""Bytes; a report has a few million at most."""
LARGEST_TEXT = 25_000_000
"""Bytes of a text or web page."""


def extract_file(path: Path) -> Extract:
    """The text of a file, whatever its format; the content decides, not the name.

    Raises WorkflowError for a missing, unreadable, oversized, empty or binary file.
    """
    where = one_line(str(path))
    data = _bytes(path, where)
    if data.startswith(b"PK\x03\x04"):
        return _read_archive(data, where)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise WorkflowError("report.errors.old_word", where=where)
    if data.lstrip()[:5] == b"%PDF-":
        from workflow.report.formats.pdf import read_pdf

        return read_pdf(data, where)
    if len(data) > LARGEST_TEXT:
        raise WorkflowError("report.errors.too_big", where=where, size=len(data) // 1_000_000)
    text = decode(data, where)
    if looks_like_html(text):
        return read_html(text, where)
    check_length(len(text), where)
    if looks_like_markdown(text):
        return read_markdown(text)
    text = untangle(text)
    return Extract(text, plain_lines(text))


def _read_archive(data: bytes, where: str) -> Extract:
    """A Word or OpenDocument file, told apart by what the archive holds."""
    from workflow.report.formats.archive import open_archive

    names = open_archive(data, where).namelist()
    if "content.xml" in names:
        from workflow.report.formats.odt import read_odt

        return read_odt(data, where)
    from workflow.report.formats.word import read_word

    return read_word(data, where)


def _bytes(path: Path, where: str) -> bytes:
    try:
        if path.is_dir():
            raise WorkflowError("report.errors.folder", where=where)
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise WorkflowError("report.errors.no_file", where=where)
        size = facts.st_size
        if size > LARGEST_FILE:
            raise WorkflowError("report.errors.too_big", where=where, size=size // 1_000_000)
        with path.open("rb") as file:
            # Files of the system itself claim to be empty and never end.
            data = file.read(LARGEST_FILE) if size else b""
    except FileNotFoundError:
        raise WorkflowError("report.errors.missing", where=where) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise WorkflowError("report.errors.unreadable", where=where, reason=reason) from None
    if not data.strip():
        raise WorkflowError("report.errors.empty", where=where)
    return data
