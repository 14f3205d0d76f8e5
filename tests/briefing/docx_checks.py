"""The project's own checks of a Word file: what Word, a reader and an archivist rely on."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
V = "{urn:schemas-microsoft-com:vml}"
TYPES = "[Content_Types].xml"
FORBIDDEN = re.compile("[\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069\t\n\r]")


def check(packed: bytes) -> list[str]:
    """Everything that is wrong, one sentence each."""
    return [problem for rule in RULES for problem in rule(_File(packed))]


class _File:
    """A package, opened."""

    def __init__(self, packed: bytes) -> None:
        self.zip = zipfile.ZipFile(io.BytesIO(packed))
        self.parts = {entry.filename: self.zip.read(entry) for entry in self.zip.infolist()}
        self.broken: list[str] = []
        self.xml: dict[str, Any] = {}
        for name, blob in self.parts.items():
            if name.endswith((".xml", ".rels")):
                try:
                    self.xml[name] = etree.fromstring(blob)
                except etree.XMLSyntaxError as error:
                    self.broken.append(f"{name} is no XML: {error}")
        empty = etree.fromstring(b"<none/>")
        self.document = self.xml.get("word/document.xml", empty)
        self.styles = self.xml.get("word/styles.xml", empty)
        self.settings = self.xml.get("word/settings.xml", empty)
        self.core = self.xml.get("docProps/core.xml", empty)

    def stories(self) -> Iterator[tuple[str, Any]]:
        """The parts that hold text."""
        for name, root in self.xml.items():
            if re.match(r"word/(document|header\d*|footer\d*|footnotes|comments)\.xml$", name):
                yield name, root

    def relations(self, part: str) -> dict[str, Any]:
        folder, _, name = part.rpartition("/")
        rels = self.xml.get(f"{folder}/_rels/{name}.rels".lstrip("/"))
        return {} if rels is None else {str(rel.get("Id")): rel for rel in rels}


def val(element: Any, name: str = "val") -> str:
    """The value of an element, or an empty text."""
    return "" if element is None else str(element.get(W + name) or "")


def text_of(element: Any) -> str:
    """The text that a reader sees."""
    return "".join(str(t.text or "") for t in element.iter(W + "t"))


def _package(file: _File) -> Iterator[str]:
    yield from file.broken
    if file.zip.infolist()[0].filename != TYPES:
        yield "the content types do not come first"
    if any(entry.date_time != (1980, 1, 1, 0, 0, 0) for entry in file.zip.infolist()):
        yield "an entry has a time"
    if len(set(file.zip.namelist())) != len(file.zip.namelist()):
        yield "two entries have one name"
    if any("thumbnail" in name for name in file.parts):
        yield "a thumbnail is left"
    types = file.xml.get(TYPES)
    if types is None:
        return
    overrides = {str(e.get("PartName")).lstrip("/"): str(e.get("ContentType")) for e in types
                 if e.get("PartName")}  # fmt: skip
    defaults = {str(e.get("Extension")) for e in types if e.get("Extension")}
    yield from (f"a type for {name}, which is not there" for name in overrides.keys() - file.parts)
    for name in file.parts:
        ending = name.rsplit(".", 1)[-1]
        if name != TYPES and name not in overrides and ending not in defaults - {"xml"}:
            yield f"{name} has no type of its own"
    if not overrides.get("word/document.xml", "").endswith("document.main+xml"):
        yield "the main part is not declared as a document"


def _relations(file: _File) -> Iterator[str]:
    reached = set()
    for name, root in file.xml.items():
        if not name.endswith(".rels"):
            continue
        folder = name.replace("_rels/", "").rsplit("/", 1)[0] if "/" in name[6:] else ""
        ids = [rel.get("Id") for rel in root]
        if len(set(ids)) != len(ids):
            yield f"{name} uses an id twice"
        for rel in root:
            if rel.get("TargetMode") == "External":
                if not re.match(r"https?://[^\s<>\"]+$", str(rel.get("Target"))):
                    yield f"{rel.get('Target')} is no address"
                continue
            target = str(rel.get("Target"))
            path = (
                target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
            )
            reached.add(path)
            if path not in file.parts:
                yield f"{name} leads to {path}, which is not there"
    for name in file.parts:
        if name != TYPES and not name.endswith(".rels") and name not in reached:
            yield f"nothing leads to {name}"
    for name, root in file.stories():
        known = file.relations(name)
        for element in root.iter(etree.Element):
            if element.get(R + "id") and element.get(R + "id") not in known:
                yield f"{name}: no relationship {element.get(R + 'id')}"


def _styles(file: _File) -> Iterator[str]:
    kinds = {val(s, "styleId"): val(s, "type") for s in file.styles.iter(W + "style")}
    names = [val(s.find(W + "name")).lower() for s in file.styles.iter(W + "style")]
    yield from (f"two styles are called {n}" for n, count in Counter(names).items() if count > 1)
    wanted = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
    for name, root in file.stories():
        for tag, kind in wanted.items():
            for element in root.iter(W + tag):
                if kinds.get(val(element)) != kind:
                    yield f"{name}: {val(element)} is no {kind} style"
    for style in file.styles.iter(W + "style"):
        for tag in ("basedOn", "next"):
            other = style.find(W + tag)
            if other is not None and val(other) not in kinds:
                yield f"{val(style, 'styleId')} names the missing style {val(other)}"
    numbers = {
        val(n, "numId") for n in file.xml.get("word/numbering.xml", ()) if n.tag == W + "num"
    }
    for root in (file.document, file.styles):
        for element in root.iter(W + "numId"):
            if val(element) not in numbers:
                yield f"there is no list {val(element)}"


def _places(file: _File) -> Iterator[str]:
    names = [val(b, "name") for b in file.document.iter(W + "bookmarkStart")]
    starts = {val(b, "id") for b in file.document.iter(W + "bookmarkStart")}
    ends = [val(b, "id") for b in file.document.iter(W + "bookmarkEnd")]
    yield from (f"bookmark {n} stands twice" for n, c in Counter(names).items() if c > 1)
    yield from (f"bookmark name {n} is too long" for n in names if len(n) > 40)
    if starts != set(ends) or len(ends) != len(names):
        yield "bookmarks do not begin and end in pairs"
    for link in file.document.iter(W + "hyperlink"):
        anchor = val(link, "anchor")
        if anchor and anchor not in names:
            yield f"a link leads to {anchor}, which is not there"
        if not "".join(link.itertext()).strip():
            yield "a link has no words"


def _fields(file: _File) -> Iterator[str]:
    for name, root in file.stories():
        depth = 0
        for element in root.iter(W + "fldChar"):
            if val(element, "dirty"):
                yield f"{name}: a field is dirty"
            depth += {"begin": 1, "separate": 0, "end": -1}[val(element, "fldCharType")]
            if depth < 0:
                yield f"{name}: a field ends that did not begin"
        if depth:
            yield f"{name}: a field does not end"
    if file.settings.find(W + "updateFields") is not None:
        yield "Word is told to update fields"


def _contents(file: _File) -> Iterator[str]:
    names = {val(s, "styleId"): val(s.find(W + "name")).lower()
             for s in file.styles.iter(W + "style")}  # fmt: skip
    headings, entries = [], []
    for paragraph in file.document.iter(W + "p"):
        style = names.get(val(paragraph.find(f"{W}pPr/{W}pStyle")), "")
        if style in ("heading 1", "heading 2"):
            headings.append((style[-1], text_of(paragraph)))
        elif style in ("toc 1", "toc 2"):
            entries.append((style[-1], text_of(paragraph)))
            if paragraph.find(W + "hyperlink") is None:
                yield f"{text_of(paragraph)} in the contents is no link"
            if any(val(c, "fldCharType") == "end" for c in paragraph.iter(W + "fldChar")):
                yield "the field for the contents ends in an entry"
    if headings != entries:
        yield "the contents are not the headings"
    if not any("TOC " in str(i.text) for i in file.document.iter(W + "instrText")):
        yield "there is no field for the contents"
    level = 0
    for paragraph in file.document.iter(W + "p"):
        found = re.match(r"heading (\d)", names.get(val(paragraph.find(f"{W}pPr/{W}pStyle")), ""))
        if found:
            if int(found[1]) > level + 1:
                yield f"a level is skipped before {text_of(paragraph)}"
            level = int(found[1])


def _notes(file: _File) -> Iterator[str]:
    notes = file.xml.get("word/footnotes.xml")
    have = [val(n, "id") for n in notes if not val(n, "type")] if notes is not None else []
    marks = [val(n, "id") for n in file.document.iter(W + "footnoteReference")]
    if sorted(have) != sorted(marks):
        yield "marks and footnotes are not the same"
    kinds = {val(n, "type") for n in notes} if notes is not None else set()
    if notes is not None and not {"separator", "continuationSeparator"} <= kinds:
        yield "the lines above the footnotes are missing"
    if notes is not None and file.settings.find(W + "footnotePr") is None:
        yield "the settings do not know the lines above the footnotes"
    comments = file.xml.get("word/comments.xml", ())
    have = [val(c, "id") for c in comments]
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        if sorted(val(c, "id") for c in file.document.iter(W + tag)) != sorted(have):
            yield f"{tag} and comments are not the same"
    if any(not val(c, "author") for c in comments):
        yield "a comment has no author"


def _tables(file: _File) -> Iterator[str]:
    for at, table in enumerate(file.document.iter(W + "tbl"), 1):
        grid = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        rows = table.findall(W + "tr")
        head = rows[0].find(f"{W}trPr/{W}tblHeader") if rows else None
        properties = table.find(W + "tblPr")
        if head is None:
            yield f"table {at} has no row of heads"
        if any(len(row.findall(W + "tc")) != grid for row in rows):
            yield f"table {at} has a row of another width"
        if any(row.find(f"{W}trPr/{W}cantSplit") is None for row in rows):
            yield f"table {at} has a row that may split"
        for tag in ("tblCaption", "tblDescription"):
            if not val(properties.find(W + tag)):
                yield f"table {at} has no {tag}"
        if val(properties.find(W + "tblLayout"), "type") != "fixed":
            yield f"table {at} has no fixed widths"
        if any(cell[-1].tag != W + "p" for cell in table.iter(W + "tc")):
            yield f"table {at} has a cell that does not end with a paragraph"
        following = table.getnext()
        if following is not None and following.tag == W + "tbl":
            yield f"table {at} and the next one touch"


def _changes(file: _File) -> Iterator[str]:
    ids = [val(c, "id") for c in file.document.iter(W + "ins", W + "del", W + "bookmarkStart")]
    yield from (f"the id {i} is used twice" for i, c in Counter(ids).items() if c > 1)
    for change in file.document.iter(W + "ins", W + "del"):
        if not val(change, "author").strip() or not val(change, "date"):
            yield "a change has no author or date"
    for element in file.document.iter(W + "t", W + "delText"):
        inside = any(a.tag == W + "del" for a in element.iterancestors())
        if inside != (element.tag == W + "delText"):
            yield f"{element.text!r} is deleted in one way only"


def _texts(file: _File) -> Iterator[str]:
    for name, root in file.stories():
        for element in root.iter(W + "t", W + "delText"):
            text = str(element.text or "")
            space = element.get("{http://www.w3.org/XML/1998/namespace}space")
            if text != text.strip() and space != "preserve":
                yield f"{name}: the blanks of {text!r} get lost"
            if found := FORBIDDEN.search(text):
                yield f"{name}: {found[0]!r} stands in the text"


def _furniture(file: _File) -> Iterator[str]:
    section = file.document.find(f"{W}body/{W}sectPr")
    if section is None:
        yield "the document has no page"
        return
    kinds = {val(h, "type"): file.relations("word/document.xml")[str(h.get(R + "id"))].get("Target")
             for h in section.iter(W + "headerReference")
             if str(h.get(R + "id")) in file.relations("word/document.xml")}  # fmt: skip
    needed = {"default"} | ({"first"} if section.find(W + "titlePg") is not None else set())
    yield from (f"there is no {kind} header" for kind in needed - kinds.keys())
    status = file.core.findtext("{*}contentStatus") or ""
    concept = status in ("CONCEPT", "DRAFT")
    for kind, target in kinds.items():
        root = file.xml[f"word/{target}"]
        marks = [s.get("string") for s in root.iter(V + "textpath") if s.get("string")]
        if concept != (marks == [status]):
            yield f"the {kind} header has the wrong watermark"
        if status not in text_of(root):
            yield f"the {kind} header does not say {status}"
        if any(not shape.get("alt") for shape in root.iter(V + "shape")):
            yield "the watermark has no alternative text"
    footers = [root for name, root in file.xml.items() if name.startswith("word/footer")]
    for root in footers:
        codes = "".join(str(i.text) for i in root.iter(W + "instrText")).split()
        if codes != ["PAGE", "NUMPAGES"]:
            yield "a footer does not count the pages"


def _properties(file: _File) -> Iterator[str]:
    for name in ("title", "creator", "created", "modified", "language", "contentStatus"):
        if not (file.core.findtext("{*}" + name) or "").strip():
            yield f"the property {name} is empty"
    everything = b"".join(file.parts.values())
    if b"python-docx" in everything or b"Macintosh" in everything:
        yield "the file says which library made it"
    modes = [val(c) for c in file.settings.iter(W + "compatSetting")
             if val(c, "name") == "compatibilityMode"]  # fmt: skip
    if modes != ["15"]:
        yield "the file opens in compatibility mode"
    language = val(file.styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang"))
    if language not in ("nl-NL", "en-GB") or language != file.core.findtext("{*}language"):
        yield "the language of the document is not clear"
    digest = sha256()
    for name in sorted(set(file.parts) - {"docProps/custom.xml"}):
        digest.update(name.encode() + b"\0" + len(file.parts[name]).to_bytes(8, "big"))
        digest.update(file.parts[name])
    if digest.hexdigest() not in file.parts.get("docProps/custom.xml", b"").decode():
        yield "the content is not what its digest says"


RULES = (
    _package, _relations, _styles, _places, _fields, _contents, _notes, _tables, _changes,
    _texts, _furniture, _properties,
)  # fmt: skip
