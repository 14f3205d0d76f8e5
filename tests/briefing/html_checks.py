"""Checks of an HTML page: nesting, language, headings, tables, links."""

import re
from html.parser import HTMLParser

VOID = {"meta", "br", "link", "img", "hr"}
BLOCKS = {"p", "ul", "ol", "dl", "table", "h1", "h2", "h3", "h4", "aside", "nav", "main", "div"}
NO_BLOCKS_IN = {"p", "h1", "h2", "h3", "h4", "dt", "caption", "strong", "span", "a", "sup"}
LISTS = {"ul", "ol", "table", "tr", "thead", "tbody", "dl"}
INSIDE = {
    "li": {"ul", "ol"}, "dt": {"dl"}, "dd": {"dl"}, "tr": {"thead", "tbody"}, "th": {"tr"},
    "td": {"tr"}, "caption": {"table"}, "thead": {"table"}, "tbody": {"table"},
}  # fmt: skip


class Page(HTMLParser):
    """Reads a page and keeps what is wrong with it."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.problems: list[str] = []
        self.open: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.levels: list[int] = []
        self.words: dict[str, str] = {}
        self.language = self.title = ""
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.feed(page)
        self.close()
        self._judge(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.elements.append((tag, found))
        parent = self.open[-1] if self.open else ""
        if tag in INSIDE and parent not in INSIDE[tag]:
            self.problems.append(f"{tag} in {parent}")
        if tag in BLOCKS and NO_BLOCKS_IN & set(self.open):
            self.problems.append(f"{tag} inside {self.open}")
        if tag == "a" and "a" in self.open:
            self.problems.append("a link in a link")
        if tag == "html":
            self.language = found.get("lang", "")
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "a":
            self.targets.append(found.get("href", ""))
            self.words[str(len(self.targets))] = found.get("aria-label", "")
        if tag == "th" and found.get("scope") not in ("col", "row"):
            self.problems.append("a head without scope")
        if tag in ("script", "img", "iframe", "link", "object"):
            self.problems.append(f"something from elsewhere: {tag}")
        if any(name.startswith("on") or name == "style" for name in found):
            self.problems.append(f"{tag} does or looks on its own")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or not self.open or self.open[-1] != tag:
            self.problems.append(f"</{tag}> closes {self.open[-1:]}")
        else:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "title":
            self.title += data
        if "a" in self.open:
            self.words[str(len(self.targets))] += data
        if self.open and self.open[-1] in LISTS and data.strip():
            self.problems.append(f"loose text in {self.open[-1]}: {data!r}")

    def _judge(self, page: str) -> None:
        if self.open:
            self.problems.append(f"never closed: {self.open}")
        if not page.startswith("<!DOCTYPE html>\n"):
            self.problems.append("no doctype")
        if self.language not in ("nl-NL", "en-GB", "nl", "en"):
            self.problems.append("no language")
        if not self.title.strip():
            self.problems.append("no title")
        if self.levels[:1] != [1] or self.levels.count(1) != 1:
            self.problems.append("not one heading of the first level, at the top")
        steps = zip(self.levels, self.levels[1:], strict=False)
        if any(after > before + 1 for before, after in steps):
            self.problems.append("a level of headings is skipped")
        self.problems += [f"id {i} stands twice" for i in set(self.ids) if self.ids.count(i) > 1]
        for target in self.targets:
            if target.startswith("#") and target[1:] not in self.ids:
                self.problems.append(f"nothing at {target}")
            if not re.match(r"#|https?://", target):
                self.problems.append(f"a link to {target!r}")
        for words in self.words.values():
            if not words.strip() or re.match(r"https?:|(klik )?hier$|here$|link$", words.strip()):
                self.problems.append(f"a link that says {words!r}")
        tables = sum(tag == "table" for tag, _ in self.elements)
        if tables != sum(tag == "caption" for tag, _ in self.elements):
            self.problems.append("a table without a caption")


def problems(page: str) -> list[str]:
    """Everything that is wrong with a page."""
    return Page(page).problems
