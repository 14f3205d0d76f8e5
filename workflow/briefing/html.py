"""The writer of HTML: the accessible twin of the Word document, whole without any styles.

One file, nothing from elsewhere, no scripts. Headings, tables with scoped headers, links with
words, notes as an ordered list with ways back.
"""

from collections.abc import Sequence
from html import escape
from importlib.resources import files

from workflow.briefing.foreign import stretches
from workflow.briefing.links import find_links
from workflow.briefing.model import Briefing, ItemSection, Line, PositionRow
from workflow.briefing.phrases import anchor, item_status, needs_care, quote_label
from workflow.briefing.progress import Proceed
from workflow.briefing.redline import pieces
from workflow.briefing.sheet import Sheet
from workflow.briefing.word.markup import TAGS
from workflow.comparison.words import apart


def render_html(briefing: Briefing, proceed: Proceed | None = None) -> str:
    """The briefing as one HTML document; texts are clean already."""
    style = files(__package__).joinpath("page.css").read_text("utf-8")
    body = "\n".join(_Html(briefing, proceed).blocks())
    return (
        f'<!DOCTYPE html>\n<html lang="{TAGS[briefing.language]}">\n<head>\n'
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(briefing.title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f"<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def text(words: str) -> str:
    """Escaped text; line breaks stay."""
    return escape(words).replace("\n", "<br>")


def linked(words: str, language: str = "") -> str:
    """Escaped text with its references as links and other languages than its own marked."""
    parts, at = [], 0
    for link in find_links(words):
        parts.append(spoken(words[at : link.start], language))
        parts.append(f'<a href="{escape(link.url)}">{text(words[link.start : link.end])}</a>')
        at = link.end
    return "".join([*parts, spoken(words[at:], language)])


def spoken(words: str, language: str) -> str:
    """Escaped text, what is in another language than this one marked with it."""
    parts, at = [], 0
    for each in stretches(words, language) if language else ():
        parts.append(text(words[at : each.start]))
        code = TAGS.get(each.language, each.language)
        parts.append(f'<span lang="{code}">{text(words[each.start : each.end])}</span>')
        at = each.end
    return "".join([*parts, text(words[at:])])


def _code(language: str) -> str:
    """How HTML calls a language; an empty string for none."""
    return TAGS.get(language, language)


class _Html(Sheet):
    """HTML that screen readers find their way in."""

    def text(self, words: str) -> str:
        """Escaped; line breaks stay."""
        return text(words)

    def linked(self, words: str) -> str:
        """With its references as links."""
        return linked(words)

    def spoken(self, words: str, language: str) -> str:
        """Plain text, its language named where it is another."""
        shown = text(words)
        return f'<span lang="{_code(language)}">{shown}</span>' if language else shown

    def strong(self, marked: str) -> str:
        """Strong."""
        return f"<strong>{marked}</strong>"

    def link(self, marked: str, target: str) -> str:
        """A link."""
        return f'<a href="{escape(target)}">{marked}</a>'

    def wording(self, line: Line) -> str:
        """Changes as deletions and insertions, moves in words; another language is named."""
        own = "" if line.language else self.briefing.language
        if line.is_changed:
            tags = {"-": "del", "+": "ins", ">": "em"}
            shown = "".join(
                f"<{tags[sign]}>{linked(self.told(sign, piece), own)}</{tags[sign]}>"
                if sign in tags
                else linked(piece, own)
                for sign, piece in apart(pieces(line))
                if sign != "<"
            )
        else:
            shown = linked(line.text, own)
        return f'<span lang="{_code(line.language)}">{shown}</span>' if line.language else shown

    def notes(self, numbers: Sequence[int]) -> str:
        """Marks of footnotes."""
        label = escape(self.words["footnotes"])
        return "".join(
            f'<sup><a id="verwijzing_{n}" href="#noot_{n}" aria-label="{label} {n}">{n}</a></sup>'
            for n in numbers
        )

    def evidence_marks(self, marks: str) -> str:
        """Raised, between brackets."""
        return f' <sup class="bron">[{marks}]</sup>'

    def heading(self, level: int, marked: str, name: str = "") -> str:
        """A heading."""
        place = f' id="{name}"' if name else ""
        return f"<h{level}{place}>{marked}</h{level}>"

    def paragraph(self, marked: str) -> str:
        """A paragraph."""
        return f"<p>{marked}</p>" if marked else ""

    def entries(self, entries: Sequence[str]) -> str:
        """A list."""
        return "<ul>\n" + "\n".join(f"<li>{entry}</li>" for entry in entries) + "\n</ul>"

    def table(self, title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
        """A table whose first column heads its rows."""
        head = "".join(f'<th scope="col">{text(each)}</th>' for each in heads)
        body = "\n".join(
            f'<tr><th scope="row">{row[0]}</th>'
            f"{''.join(f'<td>{cell}</td>' for cell in row[1:])}</tr>"
            for row in rows
        )
        return (
            f"<table>\n<caption>{text(title)}</caption>\n<thead><tr>{head}</tr></thead>\n"
            f"<tbody>\n{body}\n</tbody>\n</table>"
        )

    def facts(self, facts: Sequence[tuple[str, str]]) -> str:
        """Terms and what they stand for."""
        lines = (f"<dt>{text(label)}</dt><dd>{value}</dd>" for label, value in facts)
        return "<dl>\n" + "\n".join(lines) + "\n</dl>"

    def notice(self, words: str) -> str:
        """A paragraph of its own kind."""
        return f'<p class="let-op">{text(words)}</p>'

    def result(self, words: str) -> str:
        """With words of another language marked as such."""
        return linked(words, self.briefing.language)

    def results_head(self, part: str) -> str:
        """A heading."""
        return self.heading(3, text(part))

    def contents(self) -> list[str]:
        """A list for finding one's way, what belongs to a part in a list of its own."""
        entries = []
        for part in self.briefing.parts:
            items = [self.to_item(each.heading, each.key, each.language) for each in part.items]
            if items and part.heading:
                entries.append(f"{text(part.heading)}\n{self.entries(items)}")
            else:
                entries += items
        if not entries:
            return []
        label = escape(self.words["contents"])
        head = self.title(2, "contents")
        return [f'<nav aria-label="{label}">', head, self.entries(entries), "</nav>"]

    def status(self, item: ItemSection) -> str:
        """A paragraph of its own kind."""
        kind = "let-op" if needs_care(item) else "status"
        words = linked(item_status(item, self.briefing)) + self.notes(item.treatment.notes)
        return f'<p class="{kind}">{words}</p>'

    def decided(self, marked: str) -> str:
        """A paragraph of its own kind."""
        return f'<p class="besluit">{marked}</p>'

    def sentences(self, lines: Sequence[str]) -> str:
        """One paragraph."""
        return self.paragraph(" ".join(lines))

    def remark(self, author: str, words: str) -> str:
        """Beside the text."""
        return f"<aside><strong>{text(author)}:</strong> {linked(words)}</aside>"

    def position(self, row: PositionRow, key: str) -> list[str]:
        """Objections are strong."""
        actor, stance, position = (
            self.line(cell, key) for cell in (row.actor.capitalised(), *row.cells[1:])
        )
        return [actor, self.strong(stance) if row.objection else stance, position]

    def quotes(self, item: ItemSection) -> str:
        """Terms with places to lead to, and the sentences."""
        rows = []
        for quote in item.quotes:
            label = quote_label(item, quote, self.words)
            lang = _code(quote.language)
            marked = f' lang="{lang}"' if lang else ""
            own = "" if lang else self.briefing.language
            rows.append(
                f'<dt id="{anchor(item.key, quote.number)}">{text(label)}</dt>'
                f"<dd{marked}>{linked(quote.text, own)}</dd>"
            )
        return "<dl>\n" + "\n".join(rows) + "\n</dl>"

    def footnotes(self) -> list[str]:
        """The notes of the report, each with a way back."""
        notes = self.briefing.footnotes
        if not notes:
            return []
        entries = []
        for note in notes:
            lang = _code(note.language)
            words = f'<span lang="{lang}">{linked(note.text)}</span>' if lang else linked(note.text)
            back = self.link(text(self.words["back"]), f"#verwijzing_{note.number}")
            entries.append(f'<li id="noot_{note.number}">{words} {back}</li>')
        return [self.title(2, "footnotes"), "<ol>\n" + "\n".join(entries) + "\n</ol>"]
