"""Word documents: text with headings, list numbers, footnotes and accepted changes."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.report.formats.archive import open_archive, parse_xml, read_member
from workflow.report.formats.extract import Extract
from workflow.report.formats.lines import LineWriter
from workflow.report.formats.word_numbers import Numbering, Styles
from workflow.report.model import Notice

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset(
    {f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "sdtPr",
     "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "del", "fldChar")} | {_FALLBACK}
)  # fmt: skip
_CHARACTERS = {
    f"{W}tab": " ", f"{W}noBreakHyphen": "-", f"{W}ptab": " ",
}  # fmt: skip


def read_word(data: bytes, where: str) -> Extract:
    """A Word file as an extract.

    Tracked changes are read as accepted; comments are ignored and reported. Raises
    WorkflowError for a file that is broken, encrypted or no Word document.
    """
    archive = open_archive(data, where)
    names = set(archive.namelist())
    if "word/document.xml" not in names:
        raise WorkflowError("report.errors.not_word", where=where)
    body = _part(archive, "word/document.xml", where)
    styles = Styles(_optional(archive, names, "word/styles.xml", where))
    numbering = Numbering(_optional(archive, names, "word/numbering.xml", where))
    writer = LineWriter()
    notes = _Notes()
    _paragraphs(body, writer, styles, numbering, notes)
    for kind in ("footnote", "endnote"):
        root = _optional(archive, names, f"word/{kind}s.xml", where)
        if root is not None:
            _note_texts(root, kind, writer, notes)
    return writer.extract(_reports(body, archive, names, where))


def _part(archive: zipfile.ZipFile, name: str, where: str) -> etree._Element:
    return parse_xml(read_member(archive, name, where), where)


def _optional(
    archive: zipfile.ZipFile, names: set[str], name: str, where: str
) -> etree._Element | None:
    return _part(archive, name, where) if name in names else None


@dataclass(slots=True)
class _Notes:
    """The marks of the notes by kind and id, in the order of their first reference."""

    marks: dict[tuple[str, str], str] = field(default_factory=dict)
    footnotes: int = 0
    endnotes: int = 0

    def mark(self, kind: str, identifier: str) -> str:
        key = (kind, identifier)
        if key not in self.marks:
            if kind == "footnote":
                self.footnotes += 1
                self.marks[key] = str(self.footnotes)
            else:
                self.endnotes += 1
                self.marks[key] = f"e{self.endnotes}"
        return self.marks[key]


def _paragraphs(
    root: etree._Element, writer: LineWriter, styles: Styles, numbering: Numbering, notes: _Notes
) -> None:
    """Every paragraph of the body in reading order, tables cell by cell."""
    for paragraph in _of_kind(root, f"{W}p"):
        properties = paragraph.find(f"{W}pPr")
        style = styles.of(properties)
        if any(element.text for element in paragraph.iter(f"{W}t")):
            writer.label = writer.label or numbering.label(properties, style)
        _runs(paragraph, writer, notes)
        if not _mark_deleted(properties):
            writer.end_line(True, heading=style.heading, row=_row(paragraph))


def _row(paragraph: etree._Element) -> etree._Element | None:
    """The row of a table in which a paragraph stands, if it has more than one row and column."""
    table = next(paragraph.iterancestors(f"{W}tbl"), None)
    if table is None or table.find(f"{W}tr[2]/{W}tc[2]") is None:
        return None
    return next(paragraph.iterancestors(f"{W}tr"), None)


def _of_kind(root: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The elements with a tag in document order, without recursion, deleted content skipped."""
    stack = [root]
    while stack:
        element = stack.pop()
        if element.tag == tag:
            yield element
        elif element.tag not in _SKIPPED:
            stack.extend(child for child in reversed(element) if isinstance(child.tag, str))


def _runs(paragraph: etree._Element, writer: LineWriter, notes: _Notes) -> None:
    """The text of a paragraph; nested paragraphs (text boxes) follow on lines of their own."""
    stack = [child for child in reversed(paragraph) if isinstance(child.tag, str)]
    bold = False
    while stack:
        element = stack.pop()
        tag = str(element.tag)
        if tag in _SKIPPED or (tag == f"{W}r" and _hidden(element)):
            continue
        if tag == f"{W}r":
            bold = _is_bold(element)
        if tag == f"{W}t":
            writer.add((element.text or "").replace("\n", " "), bold)
        elif tag in (f"{W}br", f"{W}cr"):
            writer.end_line(False)
        elif tag in _CHARACTERS:
            writer.add(_CHARACTERS[tag])
        elif tag == f"{W}sym":
            writer.add(_symbol(element))
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            kind = "footnote" if tag == f"{W}footnoteReference" else "endnote"
            writer.mark(notes.mark(kind, element.get(f"{W}id", "")))
        else:
            if tag == f"{W}p":
                writer.end_line(True)
            stack.extend(child for child in reversed(element) if isinstance(child.tag, str))


def _symbol(element: etree._Element) -> str:
    try:
        return chr(int(element.get(f"{W}char", "20"), 16))
    except ValueError:
        return " "


def _hidden(run: etree._Element) -> bool:
    found = run.find(f"{W}rPr/{W}vanish")
    return found is not None and found.get(f"{W}val", "1") not in ("0", "false")


def _mark_deleted(properties: etree._Element | None) -> bool:
    """Whether the paragraph's own end was deleted, so that the next one runs on."""
    return properties is not None and properties.find(f"{W}rPr/{W}del") is not None


def _is_bold(run: etree._Element) -> bool:
    found = run.find(f"{W}rPr/{W}b")
    return found is not None and found.get(f"{W}val", "1") not in ("0", "false")


def _note_texts(root: etree._Element, kind: str, writer: LineWriter, notes: _Notes) -> None:
    """The texts of the notes that the body refers to."""
    for note in root.iter(f"{W}{kind}"):
        mark = notes.marks.get((kind, note.get(f"{W}id", "")))
        if mark is None:
            continue
        pieces = LineWriter()
        for paragraph in _of_kind(note, f"{W}p"):
            _runs(paragraph, pieces, _Notes())
            pieces.end_line(True)
        writer.note(mark, pieces.extract().source)


def _reports(
    body: etree._Element, archive: zipfile.ZipFile, names: set[str], where: str
) -> tuple[Notice, ...]:
    """What the reader passed over or decided: comments and tracked changes."""
    notices = []
    if "word/comments.xml" in names:
        root = _part(archive, "word/comments.xml", where)
        count = sum(1 for _ in root.iter(f"{W}comment"))
        if count:
            notices.append(Notice(0, say("report.notice.comments", n=count)))
    changes = sum(1 for _ in body.iter(f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"))
    if changes:
        notices.append(Notice(0, say("report.notice.tracked", n=changes)))
    return tuple(notices)
