"""The writer of Markdown, which is also the preview on screen."""

import re
from collections.abc import Sequence
from itertools import pairwise
from unicodedata import category

from workflow.briefing.links import find_links
from workflow.briefing.model import Briefing, ItemSection, Line, PositionRow
from workflow.briefing.phrases import anchor, item_status, needs_care, quote_label
from workflow.briefing.progress import Proceed
from workflow.briefing.redline import count_changes, pieces
from workflow.briefing.sheet import Sheet
from workflow.comparison.words import apart

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")
_MARKS = {"-": ("~~", "del"), "+": ("*", "em"), ">": ("*", "em")}
"""The mark of each kind of change, and the tag that says the same."""
_LEADING = re.compile(r"^(\s*)([-+=]|\d+[.)])", re.MULTILINE)


def render_markdown(briefing: Briefing, proceed: Proceed | None = None) -> str:
    """The briefing as CommonMark with tables and footnotes; texts are clean already."""
    return "\n\n".join(_Markdown(briefing, proceed).blocks()) + "\n"


def escape(text: str) -> str:
    """Text in which nothing has a meaning for Markdown."""
    text = _SIGNS.sub(r"\\\1", text).replace("&", "&amp;")
    return _LEADING.sub(
        lambda found: (
            f"{found[1]}\\{found[2]}"
            if not found[2][0].isdigit()
            else f"{found[1]}{found[2][:-1]}\\{found[2][-1]}"
        ),
        text,
    )


def linked(text: str) -> str:
    """Escaped text with its references as links; line breaks stay."""
    parts, at = [], 0
    for link in find_links(text):
        parts += [escape(text[at : link.start])] if link.start > at else []
        parts.append(f"[{escape(text[link.start : link.end])}](<{link.url}>)")
        at = link.end
    rest = _SIGNS.sub(r"\\\1", text[at:]).replace("&", "&amp;") if at else escape(text)
    return "".join([*parts, rest]).replace("\n", "\\\n").replace("\t", " ")


class _Markdown(Sheet):
    """CommonMark with tables and footnotes."""

    def text(self, words: str) -> str:
        """Nothing in it has a meaning for Markdown."""
        return escape(words)

    def linked(self, words: str) -> str:
        """With its references as links."""
        return linked(words)

    def strong(self, marked: str) -> str:
        """Bold."""
        return f"**{marked}**"

    def link(self, marked: str, target: str) -> str:
        """A link; an address stands between angle brackets."""
        return f"[{marked}]({target})" if target.startswith("#") else f"[{marked}](<{target}>)"

    def wording(self, line: Line) -> str:
        """What was taken out is struck, what was added is in italics, what moved says so."""
        if not line.is_changed:
            return linked(line.text)
        shown = [(sign, piece) for sign, piece in apart(pieces(line)) if sign != "<"]
        text = ""
        for (sign, piece), (beside, after) in pairwise((*shown, ("", ""))):
            marked = linked(self.told(sign, piece))
            follows = after[:1] if beside == "=" or after[:1] == " " else beside
            text += _marked(marked, _MARKS.get(sign), text[-1:], follows)
        return text

    def notes(self, numbers: Sequence[int]) -> str:
        """Marks of footnotes."""
        return "".join(f"[^{number}]" for number in numbers)

    def evidence_marks(self, marks: str) -> str:
        """Raised."""
        return f" <sup>{marks}</sup>"

    def heading(self, level: int, marked: str, name: str = "") -> str:
        """A heading behind signs, below its name."""
        place = f'<a id="{name}"></a>\n\n' if name else ""
        return place + "#" * level + " " + marked

    def paragraph(self, marked: str) -> str:
        """As it is."""
        return marked

    def entries(self, entries: Sequence[str]) -> str:
        """Lines behind dashes."""
        return "\n".join(f"- {entry}" for entry in entries)

    def table(self, title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
        """Cells between bars; it has no place for a title."""
        lines = [list(map(escape, heads)), ["---"] * len(heads), *rows]
        return "\n".join(
            "| " + " | ".join(cell.replace("\\\n", "<br>") or " " for cell in line) + " |"
            for line in lines
        )

    def facts(self, facts: Sequence[tuple[str, str]]) -> str:
        """A list, and what the signs of changes mean where there are any."""
        listed = self.entries([f"**{escape(label)}:** {value}" for label, value in facts])
        if not count_changes(self.briefing, "-+"):
            return listed
        gone, added = f"~~{self.words['gone']}~~", f"*{self.words['added']}*"
        return f"{listed}\n\n{self.words['signs'].format(gone=gone, added=added)}"

    def notice(self, words: str) -> str:
        """A quotation."""
        return f"> {escape(words)}"

    def results_head(self, part: str) -> str:
        """A bold line."""
        return self.strong(escape(self.words["results_part"].format(part=part)))

    def contents(self) -> list[str]:
        """A list, what belongs to a part indented."""
        lines = []
        for part in self.briefing.parts:
            indent = ""
            if part.items and part.heading:
                lines.append(f"- {escape(part.heading)}")
                indent = "  "
            lines += [f"{indent}- {self.to_item(item.heading, item.key)}" for item in part.items]
        return [self.title(2, "contents"), "\n".join(lines)] if lines else []

    def status(self, item: ItemSection) -> str:
        """In italics; as a bold quotation where a reader should take care."""
        words = linked(item_status(item, self.briefing))
        shown = f"> **{words}**" if needs_care(item) else f"*{words}*"
        return shown + self.notes(item.treatment.notes)

    def decided(self, marked: str) -> str:
        """As it is."""
        return marked

    def sentences(self, lines: Sequence[str]) -> str:
        """One a line."""
        return "\n".join(lines)

    def remark(self, author: str, words: str) -> str:
        """A quotation."""
        return f"> **{escape(author)}:** {linked(words)}"

    def position(self, row: PositionRow, key: str) -> list[str]:
        """Bold are one's own government and objections, unless they are changes."""
        actor, stance, position = (
            self.line(cell, key) for cell in (row.actor.capitalised(), *row.cells[1:])
        )
        return [
            self.strong(actor) if row.own and not row.actor.is_changed else actor,
            self.strong(stance) if row.objection and not row.stance.is_changed else stance,
            position,
        ]

    def quotes(self, item: ItemSection) -> str:
        """A list with places to lead to."""
        lines = []
        for quote in item.quotes:
            label = escape(quote_label(item, quote, self.words))
            mark = f'<a id="{anchor(item.key, quote.number)}"></a>{self.strong(label)}'
            lines.append(f"{mark} {linked(quote.text)}")
        return self.entries(lines)

    def footnotes(self) -> list[str]:
        """The notes of the report."""
        return [f"[^{note.number}]: {linked(note.text)}" for note in self.briefing.footnotes]


def _marked(text: str, marks: tuple[str, str] | None, before: str, after: str) -> str:
    """Text between marks, its outer blanks outside them, as Markdown wants it.

    A mark between a letter and a sign is no mark: there a tag stands in its place.
    """
    inner = text.strip(" ")
    if not marks or not inner:
        return text
    mark, tag = marks
    lead, trail = text[: text.index(inner)], text[text.index(inner) + len(inner) :]
    before, after = lead[-1:] or before, trail[:1] or after
    if before != mark[0] and _holds(before, inner[0]) and _holds(after, inner[-1]):
        return f"{lead}{mark}{inner}{mark}{trail}"
    return f"{lead}<{tag}>{inner}</{tag}>{trail}"


def _holds(outside: str, inside: str) -> bool:
    """Whether a mark between these characters is one; nothing outside is the end of a line."""
    if inside.isspace():
        return False
    return inside.isalnum() or not outside or outside.isspace() or category(outside)[0] == "P"
