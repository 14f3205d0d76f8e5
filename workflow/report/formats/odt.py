"""OpenDocument text: headings, lists, notes and tracked changes as accepted."""

from dataclasses import dataclass, field

from lxml import etree

from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.report.formats.archive import open_archive, parse_xml, read_member
from workflow.report.formats.extract import Extract
from workflow.report.formats.lines import LineWriter
from workflow.report.formats.numerals import format_number
from workflow.report.model import Notice

_O = "{urn:oasis:names:tc:opendocument:xmlns:"
T, S, F = f"{_O}text:1.0}}", f"{_O}style:1.0}}", f"{_O}xsl-fo-compatible:1.0}}"
_OFFICE = f"{_O}office:1.0}}"
_TABLE = f"{_O}table:1.0}}"
_SKIPPED = frozenset(
    {f"{T}tracked-changes", f"{T}sequence-decls", f"{_OFFICE}annotation", f"{T}variable-decls",
     f"{_OFFICE}forms", f"{T}table-of-content"}
)  # fmt: skip


OUTLINE = "\0outline"
"""Under this name stand the numbers that headings get without being in a list."""


@dataclass(slots=True)
class _State:
    """What the walk through a document keeps."""

    writer: LineWriter
    styles: dict[str, "_Style"]
    lists: dict[str, dict[int, "_Level"]]
    """The levels of each list style, the headings' own numbers under `OUTLINE`."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    count: int = 0
    """Footnotes so far."""
    counters: dict[tuple[str, int], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list."""

    form: str = "bullet"
    prefix: str = ""
    suffix: str = ""
    first: int = 1
    shown: int = 1
    """Levels whose numbers are printed: `2.1` shows two."""


@dataclass(frozen=True, slots=True)
class _Style:
    """What a style says that matters here."""

    bold: bool = False
    outline: int = 0


def read_odt(data: bytes, where: str) -> Extract:
    """An OpenDocument file as an extract.

    Tracked changes are read as accepted, comments are ignored and reported. Raises
    WorkflowError for a file that is broken, encrypted or no text document.
    """
    archive = open_archive(data, where)
    names = set(archive.namelist())
    if "content.xml" not in names:
        raise WorkflowError("report.errors.not_word", where=where)
    manifest = "META-INF/manifest.xml"
    if manifest in names and b"encryption-data" in read_member(archive, manifest, where):
        raise WorkflowError("report.errors.password", where=where)
    content = parse_xml(read_member(archive, "content.xml", where), where)
    roots = [content]
    if "styles.xml" in names:
        roots.insert(0, parse_xml(read_member(archive, "styles.xml", where), where))
    state = _State(LineWriter(), _styles(roots), _list_styles(roots))
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise WorkflowError("report.errors.not_word", where=where)
    _walk(body, state)
    for mark, text in state.notes:
        state.writer.note(mark, text)
    return state.writer.extract(_reports(content))


def _styles(roots: list[etree._Element]) -> dict[str, _Style]:
    """The paragraph and text styles, settings of their parents included."""
    elements = {e.get(f"{S}name", ""): e for root in roots for e in root.iter(f"{S}style")}
    known: dict[str, _Style] = {}
    for name in elements:
        chain: list[etree._Element] = []
        current = name
        while current in elements and len(chain) < 20:
            chain.append(elements[current])
            current = elements[current].get(f"{S}parent-style-name", "")
        bold, outline = False, 0
        for element in reversed(chain):
            for properties in element.iter(f"{S}text-properties"):
                weight = properties.get(f"{F}font-weight")
                bold = weight == "bold" if weight else bold
            level = element.get(f"{S}default-outline-level", "")
            outline = int(level) if level.isdigit() else outline
        known[name] = _Style(bold, outline)
    return known


def _list_styles(roots: list[etree._Element]) -> dict[str, dict[int, _Level]]:
    """The levels of each list style, and those by which headings are numbered."""
    styles: dict[str, dict[int, _Level]] = {}
    for root in roots:
        for style in root.iter(f"{T}list-style", f"{T}outline-style"):
            outline = style.tag == f"{T}outline-style"
            name = OUTLINE if outline else style.get(f"{S}name", "")
            styles[name] = {_figure(level, "level"): _level(level) for level in style}
    return styles


def _level(element: etree._Element) -> _Level:
    numbered = not str(element.tag).endswith("bullet")
    return _Level(
        element.get(f"{S}num-format", "") if numbered else "bullet",
        element.get(f"{S}num-prefix", ""),
        element.get(f"{S}num-suffix", ""),
        _figure(element, "start-value"),
        _figure(element, "display-levels"),
    )


def _figure(element: etree._Element, name: str) -> int:
    """The number in an attribute; 1 where there is none."""
    text = element.get(f"{T}{name}", "1")
    return int(text) if text.isdigit() else 1


def _walk(root: etree._Element, state: _State) -> None:
    """Paragraphs and headings in order, with the label of the list entry they open."""
    stack: list[tuple[etree._Element, str, int]] = [(root, "", 0)]
    while stack:
        element, style, depth = stack.pop()
        tag = element.tag
        if tag in _SKIPPED or not isinstance(tag, str):
            continue
        if tag in (f"{T}p", f"{T}h"):
            if tag == f"{T}h" and not depth and _has_text(element):
                _number_heading(element, state)
            _paragraph(element, state)
            continue
        if tag == f"{T}list":
            style = element.get(f"{T}style-name", style)
            depth += 1
            goes_on = element.get(f"{T}continue-numbering") == "true"
            if depth == 1 and not goes_on and f"{T}continue-list" not in element.attrib:
                state.counters = {k: v for k, v in state.counters.items() if k[0] != style}
        elif tag == f"{T}list-item" and _has_own_line(element):
            if f"{T}start-value" in element.attrib:
                state.counters[style, depth] = _figure(element, "start-value") - 1
            state.writer.label = _label(state, style, depth)
        stack.extend((child, style, depth) for child in reversed(element))


def _has_own_line(entry: etree._Element) -> bool:
    """Whether a list entry starts with text; one that holds only another list is not numbered."""
    first = next((child for child in entry if isinstance(child.tag, str)), None)
    return first is not None and first.tag in (f"{T}p", f"{T}h")


def _has_text(element: etree._Element) -> bool:
    return any(text.strip() for text in element.itertext())


def _number_heading(element: etree._Element, state: _State) -> None:
    """The number of a heading that the document counts by itself."""
    depth = _figure(element, "outline-level")
    level = state.lists.get(OUTLINE, {}).get(depth)
    if level and level.form and element.get(f"{T}is-list-header") != "true":
        state.writer.label = _label(state, OUTLINE, depth)


def _label(state: _State, style: str, depth: int) -> str:
    """The number or bullet of the next entry of a list."""
    levels = state.lists.get(style, {})
    level = levels.get(depth, _Level())
    if level.form == "bullet" or not level.form:
        return "•"
    key = (style, depth)
    state.counters[key] = state.counters.get(key, level.first - 1) + 1
    for deeper in [k for k in state.counters if k[0] == style and k[1] > depth]:
        del state.counters[deeper]
    numbers = []
    for place in range(max(1, depth - level.shown + 1), depth + 1):
        above = levels.get(place, level)
        numbers.append(_number(state.counters.get((style, place), above.first), above.form))
    return f"{level.prefix}{'.'.join(numbers)}{level.suffix or '.'}"


def _number(value: int, form: str) -> str:
    names = {"I": "upperRoman", "i": "lowerRoman", "A": "upperLetter", "a": "lowerLetter"}
    return format_number(value, names.get(form, "decimal"))


def _paragraph(element: etree._Element, state: _State) -> None:
    """A paragraph or heading as a line."""
    style = state.styles.get(element.get(f"{T}style-name", ""), _Style())
    level = element.get(f"{T}outline-level", "")
    heading = int(level) if element.tag == f"{T}h" and level.isdigit() else style.outline
    _text(element, state, style.bold)
    row = next(element.iterancestors(f"{_TABLE}table-row"), None)
    state.writer.end_line(True, heading=heading, row=row)


def _text(element: etree._Element, state: _State, bold: bool) -> None:
    """The text of an element with its notes, without recursion."""
    stack: list[tuple[etree._Element | str, bool]] = [(element, bold)]
    first = True
    while stack:
        node, strong = stack.pop()
        if isinstance(node, str):
            state.writer.add(node.replace("\n", " "), strong)
            continue
        if not first and node.tail:
            stack.append((node.tail, strong))
        opening, first = first, False
        tag = node.tag
        if tag in _SKIPPED or not isinstance(tag, str):
            continue
        if tag == f"{T}note":
            _note(node, state)
            continue
        if tag == f"{T}line-break":
            state.writer.end_line(False)
        elif tag in (f"{T}tab", f"{T}s"):
            state.writer.add(" ", strong)
        if not opening:
            named = state.styles.get(node.get(f"{T}style-name", ""))
            strong = named.bold if named else strong
        stack.extend((child, strong) for child in reversed(node))
        if node.text:
            stack.append((node.text, strong))


def _note(note: etree._Element, state: _State) -> None:
    """A note: its mark in the line, its text kept for the end."""
    state.count += 1
    mark = str(state.count)
    state.writer.mark(mark)
    body = note.find(f"{T}note-body")
    text = " ".join("".join(body.itertext()).split()) if body is not None else ""
    state.notes.append((mark, text))


def _reports(content: etree._Element) -> tuple[Notice, ...]:
    """What the reader passed over: comments and tracked changes."""
    notices = []
    comments = sum(1 for _ in content.iter(f"{_OFFICE}annotation"))
    if comments:
        notices.append(Notice(0, say("report.notice.comments", n=comments)))
    changes = sum(1 for _ in content.iter(f"{T}changed-region"))
    if changes:
        notices.append(Notice(0, say("report.notice.tracked", n=changes)))
    return tuple(notices)
