"""What is counted while a document is set: ids, bookmarks, links, notes, comments."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import pairwise
from unicodedata import category

from workflow.briefing.foreign import stretches
from workflow.briefing.links import find_links
from workflow.briefing.model import Briefing, Line, PositionRow, RemarkNote, Revision
from workflow.briefing.overview import OWN, Page
from workflow.briefing.phrases import anchor, anchors
from workflow.briefing.redline import pieces
from workflow.briefing.word.adapting import Override
from workflow.briefing.word.markup import (
    PLAIN,
    Look,
    attribute,
    inner_link,
    paragraph,
    run,
    run_properties,
    with_language,
)
from workflow.comparison.moved import move_numbers
from workflow.comparison.words import touches
from workflow.languages import labels


@dataclass(slots=True)
class Story:
    """The state of one document that is being written."""

    briefing: Briefing
    ids: Mapping[str, str]
    """Id of each style by lower-cased name."""
    urls: dict[str, str] = field(default_factory=dict)
    """Relationship id of each address that the text leads to."""
    notes: list[int] = field(default_factory=list)
    """Numbers of the footnotes in the order of their marks."""
    comments: list[RemarkNote] = field(default_factory=list)
    tables: int = 0
    page: Page = OWN
    """The part of a page that text fills."""
    overrides: Mapping[str, Override] = field(default_factory=dict)
    """What paragraphs say beside their style, by its lower-cased name."""
    words: dict[str, str] = field(default_factory=dict)
    """The words of a document in the briefing's language."""
    _counter: int = 0
    _moves: int = 0
    _anchors: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.words = labels(self.briefing.language, "briefing.document")
        self._anchors = anchors(self.briefing)

    def style(self, name: str) -> str:
        """The id of the style with that name."""
        return self.ids[name.lower()]

    @property
    def link_look(self) -> Look:
        """How words look that lead to another place of the document."""
        return Look(self.style("Briefing Link"))

    def next_id(self) -> int:
        """A number that no other mark of the document has."""
        self._counter += 1
        return self._counter

    def paragraph(self, style: str, content: str, properties: str = "", mark: str = "") -> str:
        """A paragraph in the style with that name."""
        if beside := self.overrides.get(style.lower()):
            properties = f"{beside.before}{properties}{beside.after}"
        return paragraph(self.style(style), content, properties, mark)

    def bookmark(self, name: str, content: str) -> str:
        """Content that can be led to."""
        number = self.next_id()
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def text(self, text: str, look: Look = PLAIN, insertion: str = "") -> str:
        """Runs with the references of the text as links; `insertion` wraps what is new."""
        parts = []
        at = 0
        for link in find_links(text):
            parts.append(_wrapped(self._spoken(text[at : link.start], look), insertion, self))
            inside = run(
                text[link.start : link.end], Look(self.style("Hyperlink"), look.bold, look.language)
            )
            parts.append(self.outer_link(link.url, _wrapped(inside, insertion, self)))
            at = link.end
        parts.append(_wrapped(self._spoken(text[at:], look), insertion, self))
        return "".join(parts)

    def _spoken(self, text: str, look: Look) -> str:
        """Runs of a text, what is in another language marked with it."""
        if look.language:
            return run(text, look)
        parts, at = [], 0
        for each in stretches(text, self.briefing.language):
            parts.append(run(text[at : each.start], look))
            parts.append(run(text[each.start : each.end], with_language(look, each.language)))
            at = each.end
        return "".join([*parts, run(text[at:], look)])

    def outer_link(self, url: str, content: str) -> str:
        """Runs that lead to an address."""
        name = self.urls.setdefault(url, f"rIdLink{len(self.urls) + 1}")
        return f'<w:hyperlink r:id="{name}" w:history="1">{content}</w:hyperlink>'

    def line(self, line: Line, key: str = "", look: Look = PLAIN) -> str:
        """A line with its tracked changes, evidence and footnote marks."""
        look = with_language(look, line.language)
        content = self._tracked(line, look) if line.is_changed else self.text(line.text, look)
        new = self.change("ins", line.revision) if line.is_new else ""
        if line.text:
            content += self.evidence(key, line.evidence, new)
        return content + "".join(self.note_mark(number, new) for number in line.notes)

    def affix(self, line: Line, text: str, look: Look = PLAIN) -> str:
        """Words beside a line that come and go with it: a label, or what follows in brackets."""
        if line.is_new:
            return _wrapped(run(text, look), self.change("ins", line.revision), self)
        if line.is_dropped:
            opening = self.change("del", line.revision)
            return _wrapped(run(text, look, deleted=True), opening, self)
        return run(text, look)

    def _tracked(self, line: Line, look: Look) -> str:
        """The line as one text with insertions and deletions, and moves from and to."""
        parts = []
        changes = pieces(line)
        numbers = move_numbers(changes)
        for (sign, piece), after in pairwise((*changes, ("", ""))):
            if sign == "=":
                parts.append(self.text(piece, look))
            elif sign == "-":
                opening = self.change("del", line.revision)
                gone = _gone(piece, look, apart=touches((sign, piece), after))
                parts.append(_wrapped(gone, opening, self))
            elif sign == "+":
                parts.append(self.text(piece, look, self.change("ins", line.revision)))
            else:
                tag = "moveFrom" if sign == "<" else "moveTo"
                name = f"move{self._moves + next(numbers)}"
                inside = self.text(piece, look, self.change(tag, line.revision))
                parts.append(self._move(tag, name, line.revision, inside))
        self._moves += sum(sign == ">" for sign, _ in changes)
        return "".join(parts)

    def _move(self, tag: str, name: str, revision: Revision | None, content: str) -> str:
        """Content at one end of a move; both ends have the same name."""
        number = self.next_id()
        opening = self.change(f"{tag}RangeStart", revision).replace("{id}", str(number), 1)
        return (
            f'{opening.removesuffix(">")} w:name="{name}"/>{content}'
            f'<w:{tag}RangeEnd w:id="{number}"/>'
        )

    def change(self, tag: str, revision: Revision | None) -> str:
        """The opening tag of a change, with `{id}` where its number comes."""
        authors = (revision.author,) if revision else self.briefing.imprint.authors
        author = ", ".join(name for name in authors if name.strip()) or self.words["team"]
        moment = revision.moment if revision else self.briefing.made
        return f'<w:{tag} w:id="{{id}}" w:author={attribute(author)} w:date="{stamp(moment)}">'

    def paragraph_mark(self, line: Line) -> str:
        """The mark of a paragraph that is wholly new or gone."""
        if not (line.is_new or line.is_dropped):
            return ""
        opening = self.change("ins" if line.is_new else "del", line.revision)
        return _numbered(opening, self).removesuffix(">") + "/>"

    def row_mark(self, row: PositionRow) -> str:
        """The mark of a table row that is wholly new or gone."""
        if not (row.is_new or row.is_dropped):
            return ""
        opening = self.change("ins" if row.is_new else "del", row.actor.revision)
        return _numbered(opening, self).removesuffix(">") + "/>"

    def evidence(self, key: str, numbers: tuple[int, ...], insertion: str = "") -> str:
        """Marks that lead to the quoted sentences: `[s3 s4]`."""
        if not numbers or not key:
            return ""
        look = Look(self.style("Briefing Evidence"))
        parts = [_wrapped(run("\u00a0[", look), insertion, self)]
        for at, number in enumerate(numbers):
            shown = _wrapped(run(f"s{number}", look), insertion, self)
            place = anchor(key, number)
            parts.append(_wrapped(run(" ", look), insertion, self) if at else "")
            parts.append(inner_link(place, shown) if place in self._anchors else shown)
        parts.append(_wrapped(run("]", look), insertion, self))
        return "".join(parts)

    def note_mark(self, number: int, insertion: str = "") -> str:
        """The mark of a footnote."""
        self.notes.append(number)
        properties = run_properties(Look(self.style("footnote reference")))
        mark = f'<w:r>{properties}<w:footnoteReference w:id="{len(self.notes)}"/></w:r>'
        return _wrapped(mark, insertion, self)

    @property
    def first_comment(self) -> int:
        """Id of the first comment.

        Above all ids of footnotes: LibreOffice 7.4 shows the wrong notes or none where a
        comment between two footnotes has the id of a note.
        """
        return len(self.briefing.footnotes) + 1

    def comment(self, remark: RemarkNote, content: str) -> str:
        """Content with a comment in the margin."""
        number = self.first_comment + len(self.comments)
        self.comments.append(remark)
        properties = run_properties(Look(self.style("annotation reference")))
        return (
            f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r>{properties}<w:commentReference w:id="{number}"/></w:r>'
        )


def _gone(text: str, look: Look, *, apart: bool) -> str:
    """Deleted runs; `apart` leaves room behind them, for what came in their place follows at once.

    A blank would stay in the text of whoever rejects the change. No mark is cut from its letter.
    """
    if not apart or category(text[-1])[0] not in "LNP":
        return run(text, look, deleted=True)
    wide = replace(look, gap=True)
    return run(text[:-1], look, deleted=True) + run(text[-1], wide, deleted=True)


def _numbered(opening: str, story: Story) -> str:
    return opening.replace("{id}", str(story.next_id()), 1)


def _wrapped(content: str, opening: str, story: Story) -> str:
    """Content inside a tracked change, if there is one."""
    if not opening or not content:
        return content
    return f"{_numbered(opening, story)}{content}</{opening[1:].split(maxsplit=1)[0]}>"


def stamp(moment: datetime) -> str:
    """The wall time of the moment, as Word writes and reads it despite the Z."""
    return moment.replace(tzinfo=None, microsecond=0).isoformat() + "Z"


def heading_anchor(key: str) -> str:
    """Name of the bookmark of an item's heading."""
    return f"_Toc_{key}"
