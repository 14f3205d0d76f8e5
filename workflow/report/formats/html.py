"""Saved web pages: the text of a report without the page around it (standard library only)."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from workflow.errors import WorkflowError
from workflow.languages import LANGUAGES, data
from workflow.report.formats.extract import Extract, check_length
from workflow.report.formats.lines import LineWriter
from workflow.report.formats.numerals import format_number

DEEPEST = 2_000
"""Open elements; a page that nests deeper was made to do harm."""

MOST_TAGS = 250_000
"""Tags that open or close; a saved page with a report has some ten thousand."""

_SKIPPED = frozenset({"script", "style", "nav", "noscript", "template", "select", "button", "svg",
                      "form", "iframe", "object", "head", "dialog"})  # fmt: skip
_BLOCKS = frozenset({"p", "div", "section", "article", "li", "ul", "ol", "table", "tr", "td", "th",
                     "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "dl", "dt", "dd", "main",
                     "header", "footer", "aside", "figure", "figcaption", "pre", "hr", "body",
                     "address", "caption", "thead", "tbody"})  # fmt: skip
_VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed",
                   "source", "track", "wbr"})  # fmt: skip
_STRONG = frozenset({"b", "strong"})
_ENTRIES = frozenset({"p", "li", "dd"})
"""Blocks that hold one note; any other may go on behind it."""
_PIECES = frozenset({"article", "section", "blockquote"})
"""What may close with a footer of its own: who said it, or a last line of text."""
_FOOT_CLASS = re.compile(r"foot|meta|share", re.IGNORECASE)
_NOTE_WORDS = "|".join(
    word for language in LANGUAGES for word in data(language, "headings")["notes"]["labels"]
)
_NUMBERED = re.compile(rf"\W*(?:(?:{_NOTE_WORDS})\s*)?(\d{{1,3}})\W*", re.IGNORECASE)
_NOTE_CLASS = re.compile(
    r"\b(?:voetno(?:ot|ten)|no(?:ot|ten)|(?:sd)?footnote|endnote|fn)", re.IGNORECASE
)
_BLANKS = re.compile(r"\s+")
_CHROME = re.compile(
    r"\b(?:breadcrumb|navigation|menu|cookie|banner|sidebar|skiplink)"
    r"|(?<![\w-])(?:newsletter\b|social[-_]?(?:media|shar|links|icons|buttons)"
    r"|share[-_]?(?:buttons|links|bar|this)|related[-_]?(?:links|content|articles|pages|news))",
    re.IGNORECASE,
)
_PERHAPS_CHROME = re.compile(r"(?<!\S)(?:related|share)(?!\S)", re.IGNORECASE)
"""A name of blocks that are part of the page where they hold links or buttons."""
_CHROME_TAGS = ("div", "ul", "aside", "header", "footer")
_OWN_NUMBER = re.compile(r"\W{0,2}(\d{1,3})(?:\W+|$)")
_CHUNK = 65_536
_LONGEST_TAG = 200_000
"""Characters of a tag, comment, note or mark that does not end."""
_TAGS = re.compile(r"<(?:body|div|p|article|main|h[1-6])[\s>]")
_ORDERED = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
}  # fmt: skip
"""What lists count with, by the name that pages give it."""


@dataclass(slots=True)
class _Open:
    """An element that is open."""

    tag: str
    skipped: bool = False
    note: bool = False
    """Whether its text is that of notes."""
    aside: bool = False
    """Whether it is a note within a line."""
    raised: bool = False
    closing: bool = False
    """Whether it closes an article: by sentences, or by a day and links of the page."""
    heading: int = 0
    began: tuple[int, int, int, int] | None = None
    """Where its text starts that is left out if there is a link or button in it; or nothing."""
    linked: bool = False


@dataclass(slots=True)
class _List:
    """A list that is open: what it counts with, and how far it is."""

    form: str
    count: int = 0


class _Page(HTMLParser):
    """Collects lines, marks and notes of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = LineWriter()
        self.open: list[_Open] = []
        self.lists: list[_List] = []
        self.notes: list[tuple[str, str]] = []
        """Notes that stand in the running text: mark and text."""
        self.skipping = 0
        self.last_mark = 0
        self.last_note = 0
        self._in_noted_line = False
        self._raised: str | None = None
        self._aside: str | None = None
        self._unfolding: str | None = None
        """The text on the buttons of the heading that is open."""

    @property
    def held(self) -> int:
        """Characters of a note or a raised mark that was not closed yet."""
        return len(self._aside or "") + len(self._raised or "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element opens."""
        if tag in _VOID:
            self._void(tag)
            return
        values = {name: value or "" for name, value in attrs}
        named = f"{values.get('class', '')} {values.get('id', '')} {values.get('role', '')}"
        chrome = _is_chrome(tag, named) or values.get("title") in ("header", "footer")
        noted = bool(_NOTE_CLASS.search(named))
        chrome = chrome or (tag == "footer" and not noted and self._closes_page(named))
        titled = tag == "button" and self._opens_title()
        element = _Open(tag, (tag in _SKIPPED and not titled) or "hidden" in values or chrome)
        element.closing = tag == "footer" and not noted and self._piece() == "article"
        if tag in _BLOCKS:
            self._end_line(True)
            element.note = noted
            if tag in _CHROME_TAGS and _PERHAPS_CHROME.search(named):
                element.began = self.text.place
        elif noted and tag == "span" and self._aside is None:
            element.aside, self._aside = True, ""
        if tag in ("ul", "ol"):
            start = values.get("start", "")
            self.lists.append(
                _List(values.get("type", "1") if tag == "ol" else "",
                      int(start) - 1 if start.isdigit() else 0)
            )  # fmt: skip
        elif tag == "li" and self.lists and not self.skipping:
            self.text.label = _label(self.lists[-1])
        elif tag == "sup" and self._raised is None and self._aside is None:
            element.raised, self._raised = True, ""
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            element.heading = int(tag[1])
        if tag in ("a", "button"):
            for one in self.open[-20:]:
                one.linked = True
        self.open.append(element)
        self.skipping += element.skipped

    def _void(self, tag: str) -> None:
        if tag in ("br", "hr") and not self.skipping:
            self._end_line(tag == "hr")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that closes itself."""
        self._void(tag)

    def handle_endtag(self, tag: str) -> None:
        """An element closes, and with it what was left open inside."""
        if tag in _VOID or not any(element.tag == tag for element in self.open[-200:]):
            return
        if tag in _BLOCKS:
            self._end_line(True)
        while self.open:
            element = self.open.pop()
            self.skipping -= element.skipped
            self._close(element)
            if element.tag == tag:
                break

    def _close(self, element: _Open) -> None:
        if element.began and element.linked:
            self.text.cut(element.began)
        if element.tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        if element.raised:
            raised, self._raised = self._raised or "", None
            self._end_raised(raised)
        if element.aside:
            aside, self._aside = self._aside or "", None
            self._end_aside(aside)

    def _end_raised(self, text: str) -> None:
        """Raised text is a note mark if it counts notes, else it is part of the word (km²)."""
        found = _NUMBERED.fullmatch(text)
        linked = any(element.tag == "a" for element in self.open[-3:]) or "<a" in text
        next_one = found and int(found[1]) == self.last_mark + 1 and not self.text.ends_in_unit()
        again = found and (self._opens_note(int(found[1])) or self._in_note())
        if found and (linked or next_one or again):
            self.text.mark(found[1])
            self.last_mark = max(self.last_mark, int(found[1]))
        else:
            self._add(text)

    def _opens_note(self, number: int) -> bool:
        """Whether a raised number opens a line and was a mark above: the text of that note.

        The rest of a paragraph belongs to it, but only the line of a block that holds more.
        """
        block = next((e for e in reversed(self.open[-20:]) if e.tag in _BLOCKS), None)
        if self.text.line_length or not 0 < number <= self.last_mark:
            return False
        self._in_noted_line = True
        if block is not None and block.tag in _ENTRIES:
            block.note = True
        self.last_note = max(self.last_note, number)
        return True

    def _closes_page(self, named: str) -> bool:
        """Whether a footer is that of the page: not of a piece of its text, and without notes.

        Where marks still lack their notes, those may stand in it.
        """
        own = self._piece() and not _FOOT_CLASS.search(named)
        return self.last_mark <= self.last_note and not own

    def _piece(self) -> str:
        """The tag of the piece of text that is open; empty for none."""
        return next((e.tag for e in reversed(self.open[-20:]) if e.tag in _PIECES), "")

    def _opens_title(self) -> bool:
        """Whether a button may be the title of what it unfolds: it is the first in its heading."""
        first = self._unfolding is None and any(element.heading for element in self.open[-5:])
        if first:
            self._unfolding = ""
        return first

    def _in_note(self) -> bool:
        return self._in_noted_line or any(element.note for element in self.open[-20:])

    def _end_aside(self, text: str) -> None:
        """A note within the line: its number is a mark, the rest its text."""
        found = _OWN_NUMBER.match(text.strip())
        number = found[1] if found else str(self.last_mark or 1)
        rest = text.strip()[found.end() :].strip() if found else text.strip()
        if found:
            self.text.mark(number)
            self.last_mark = max(self.last_mark, int(number))
        if rest:
            self.notes.append((number, rest))

    def handle_data(self, data: str) -> None:
        """Text; in preformatted text a newline ends a line."""
        if self.skipping:
            return
        if self._aside is not None:
            self._aside += data
        elif self._raised is not None:
            self._raised += data
        elif "\n" in data and any(element.tag == "pre" for element in self.open):
            first, *rest = data.split("\n")
            self._add(first)
            for line in rest:
                self._end_line(False)
                self.text.add(line)
        else:
            bold = any(element.tag in _STRONG for element in self.open[-8:])
            self._add(_BLANKS.sub(" ", data), bold)

    def _add(self, text: str, bold: bool = False) -> None:
        """Text of the line, or of the button that may be all of it."""
        if self._unfolding is not None and any(one.tag == "button" for one in self.open[-5:]):
            self._unfolding += text
        else:
            self.text.add(text, bold)

    def _end_line(self, paragraph: bool) -> None:
        """Ends the line; `paragraph` says that the next one opens a paragraph.

        A button is a title where it is all of a heading.
        """
        if self._unfolding and not self.text.line_length:
            self.text.add(self._unfolding)
        self._unfolding = None
        heading = max((element.heading for element in self.open[-20:]), default=0)
        inside = self.open[-20:]
        cell = any(element.tag in ("td", "th") for element in inside)
        row = next((e for e in reversed(inside) if e.tag == "tr"), self) if cell else None
        noted = self._in_note()
        if not noted and any(element.closing for element in inside):
            self.text.leave_unfinished()
        self.text.end_line(paragraph, heading=heading, in_note=noted, row=row)
        self._in_noted_line = False

    def finish(self) -> Extract:
        """The page as an extract."""
        self._end_line(True)
        for mark, text in self.notes:
            self.text.note(mark, text)
        return self.text.extract()


def _is_chrome(tag: str, named: str) -> bool:
    """Whether an element is part of the page, not of its text."""
    return tag in _CHROME_TAGS and bool(_CHROME.search(named))


def _label(listing: _List) -> str:
    """What a browser prints before the next entry of a list."""
    listing.count += 1
    if listing.form not in _ORDERED:
        return "•"
    return f"{format_number(listing.count, _ORDERED[listing.form])}."


def looks_like_html(text: str) -> bool:
    """Whether a text is a web page."""
    head = text[:2000].lstrip().lower()
    if not head.startswith("<"):
        return False
    return "<html" in text[:5000].lower() or bool(_TAGS.search(head))


def read_html(text: str, where: str) -> Extract:
    """A web page as an extract. Raises WorkflowError for a page that nests without end.

    The same goes for a page of more tags than any report needs.
    """
    tags = text.count("<")
    if tags > MOST_TAGS:
        raise WorkflowError("report.errors.too_many_pieces", where=where, n=tags)
    page = _Page()
    for start in range(0, len(text), _CHUNK):
        page.feed(text[start : start + _CHUNK])
        if len(page.open) > DEEPEST:
            raise WorkflowError("report.errors.too_deep", where=where)
        if max(len(page.rawdata), page.held) > _LONGEST_TAG:
            raise WorkflowError("report.errors.open_tag", where=where)
        check_length(page.text.length, where)
    page.close()
    return page.finish()
