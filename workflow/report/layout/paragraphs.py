"""Lines become paragraphs.

A blank line is no paragraph break where the text is double-spaced, and a page break never is
one. What the writer ended with a paragraph mark shows in other ways: a line of blanks only,
a sentence end with two blanks behind it, a sentence end on a short line before a capital.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from workflow.languages import data
from workflow.report.formats.extract import OTHER_SCALE, Mark
from workflow.report.layout.margins import Habits, doubled_end, ended_by_margin, full, has_room
from workflow.report.layout.numbers import opens_with_number
from workflow.report.layout.pages import BodyLine, Gap, Pages
from workflow.report.layout.signatures import INITIALS, is_office, signs
from workflow.report.sentences import split_sentences
from workflow.report.trace import Trace

_CAPITALS = 10
_FEWEST_WRAPPED = 8
_FILLED = 0.95
"""Share of the wrapped lines that must be too full for the next word."""
BULLETS = "\ue000-\uf8ff\u00b7\u2022\u2023\u2043\u25a0\u25aa\u25ba\u25cb\u25cf\u25e6\u27a2"
BULLET = re.compile(rf"\s*(?:[{BULLETS}]|(?:[-\u2013\u2014*o])(?=\s))\s*")
LETTERED = re.compile(r"(?:[a-h][.)]|\(?(?:[a-z]|i{2,3}|i[vx]|vi{1,3}|xi{0,3})\))\s+[A-ZÀ-Þ]")
"""A line that opens a point of a list: `a) Toys`, `ii) Toys`, `(iv) Toys`."""
_SENTENCE_END = re.compile(r"(?:[.!?…]|[.!?][\"'’”)\]»]+)$")
_LAST_WORD = re.compile(r"[\w.&'’-]+$")
_LONE_NUMBER = re.compile(r"(?:Ad\s+)?(?:\d{1,2}|[IVX]{1,5})[.)]")
_CELL_NUMBER = re.compile(r"\d{1,2}[a-z]?[.)]?|[IVX]{1,5}[.)]")
FRAMED = re.compile(r"([-–—])\s.*\s\1$")
"""A line between two dashes is no point of a list: `– policy debate –`."""
_LONGEST_LEADER = 200
_LEADER = re.compile(r"(?:\s*\.){4,}\s*\d*\s*$|\s*…+\s*\d+\s*$")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_DATED = re.compile(r"\b(?:19|20)\d\d(?:,?\s+(?:te|in|at)\s+[A-ZÀ-Þ][\w-]+)?[.,)]?$")
"""A title that ends in its date, or in the place behind it, is whole."""
_ASIDE = re.compile(r"\([a-zà-ÿ][\w’'-]+\s")
"""An aside that opens with a word, not a letter that numbers: `(a)`."""
_MODERN_NAME = re.compile(r"(?:e|eu|i|m)-[A-Z\w]|[a-z]+[A-Z]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The lines of one paragraph."""

    lines: tuple[BodyLine, ...]

    @property
    def strong(self) -> bool:
        """Whether it opens in type that stands out, the cell with its number aside."""
        first, rest = self.lines[0].facts, self.lines[1:]
        return first.strong or (first.row > 0 and bool(rest) and rest[0].facts.strong)

    @property
    def gap_before(self) -> bool:
        """Whether at least one empty line stands before it."""
        gap = self.lines[0].gap
        return bool(gap.empty or gap.spaced or gap.page)


def join_lines(pages: Pages, marks: Sequence[Mark], language: str, trace: Trace) -> list[Paragraph]:
    """The paragraphs of the body, headings and bullets being paragraphs too."""
    ends = _without_marks(pages.body, marks)
    habits = _habits(pages, ends, language, trace)
    paragraphs: list[Paragraph] = []
    current: list[int] = []
    for index in range(len(pages.body)):
        if current and not _continues(pages.body, ends, current, index, habits):
            paragraphs.append(Paragraph(tuple(pages.body[i] for i in current)))
            current = []
        current.append(index)
    if current:
        paragraphs.append(Paragraph(tuple(pages.body[i] for i in current)))
    return paragraphs


def has_leader(text: str) -> bool:
    """Whether a line ends in dots up to a page number, as in a contents list."""
    return bool(_LEADER.search(text[-_LONGEST_LEADER:]))


def ends_sentence(text: str, language: str) -> bool:
    """Whether the text ends in a full stop that is not that of an abbreviation."""
    last = text[text.rfind(" ") + 1 :]
    if not _SENTENCE_END.search(last):
        return False
    if not text.endswith("."):
        return True
    word = _LAST_WORD.search(last)
    return not (word and word.group().lower() in abbreviations(language))


@cache
def abbreviations(language: str) -> frozenset[str]:
    """Abbreviations that never end a sentence, in lower case with their full stops."""
    return frozenset(data(language, "abbreviations")["inside"])


@cache
def function_words(language: str) -> frozenset[str]:
    """Words with which no title and no sentence ends."""
    return frozenset(data(language, "abbreviations")["function_words"])


def _without_marks(body: Sequence[BodyLine], marks: Sequence[Mark]) -> list[str]:
    """The text of each line without a note mark at its end."""
    at_end = {mark.end: mark.start for mark in marks}
    texts = []
    for line in body:
        end = at_end.get(line.end)
        texts.append(line.text[: end - line.start].rstrip() if end is not None else line.text)
    return texts


def _habits(pages: Pages, ends: list[str], language: str, trace: Trace) -> Habits:
    body = pages.body
    single, broken, trailing, finished = 0, 0, 0, 0
    for index in range(1, len(body)):
        gap, before = body[index].gap, ends[index - 1]
        complete = ends_sentence(before, language)
        if gap.empty == 1 and not gap.spaced and not gap.page:
            single += 1
            broken += not complete and _lower(body[index].text)
        if body[index - 1].trailing >= 2:
            trailing += 1
            finished += complete
    double_spaced = broken >= 2 and broken >= 0.15 * single
    marks_ends = finished >= 5 and finished >= 0.6 * trailing
    if pages.width:
        trace.fired("wrapped", width=pages.width)
    else:
        trace.fired("lines_are_paragraphs")
    if double_spaced:
        trace.fired("double_spaced", broken=broken, single=single)
    if marks_ends:
        trace.fired("trailing_blanks", finished=finished, trailing=trailing)
    columns = _columns(body, ends, language) if pages.width else 0
    return Habits(pages.width, double_spaced, marks_ends, language, columns)


def _columns(body: Sequence[BodyLine], ends: list[str], language: str) -> int:
    """The columns at which a program wrapped the text, or 0 where lines differ as letters do.

    Of lines that go on in lower case nearly all must be too full for the next word.
    """
    pairs = [
        (above.lead + len(above.text), len(line.text.split(maxsplit=1)[0]))
        for (above, end), line in zip(zip(body, ends, strict=True), body[1:], strict=False)
        if _lower(line.text)
        and not (line.gap.empty or line.gap.spaced or line.gap.page or end.endswith("-"))
        and not ends_sentence(end, language)
    ]
    widest = max((length for length, _ in pairs), default=0)
    filled = sum(length + 1 + word > widest for length, word in pairs)
    return widest if len(pairs) >= _FEWEST_WRAPPED and filled >= _FILLED * len(pairs) else 0


def _lower(text: str) -> bool:
    """Whether the text starts in lower case (`eu-LISA` and `e-evidence` count as names)."""
    if text[0] == "(" and not text.endswith((")", ").")):
        return bool(_ASIDE.match(text))
    return text[0].islower() and not _MODERN_NAME.match(text)


def _continues(
    body: Sequence[BodyLine], ends: list[str], current: list[int], index: int, habits: Habits
) -> bool:
    """Whether a line goes on with the paragraph of the lines before it."""
    before, line = body[current[-1]], body[index]
    text, gap = ends[current[-1]], line.gap
    told = _told(before, line, text if len(current) == 1 else "", habits.language)
    if told is not None:
        return told
    if has_leader(text):
        return False
    if _closes_bracket(text, line.text):
        return gap.empty <= 1 and not gap.spaced
    if is_office(text, habits.language) and INITIALS.match(line.text):
        return False
    after = ends[index + 1] if index + 1 < len(ends) else ""
    if signs(line.text, after, habits.language) or _changes_case(text, line.text):
        return False
    complete = ends_sentence(text, habits.language)
    if _is_known_line(line.text, habits.language):
        last_words = ends_sentence(line.text, habits.language) and len(current) > 1
        broken = last_words or (_lower(line.text) and not gap.empty)
        by_margin = not complete and not gap.spaced and ended_by_margin(before, line, habits)
        if not (broken and by_margin):
            return False
    heading = len(current) < 4 and opens_with_number(body[current[0]].text, habits.language)
    titled = len(current) < 4 and _opens_title(body[current[0]].text, habits.language)
    apart = complete or heading or titled or not full(before, habits)
    if opens_with_number(line.text, habits.language) and (
        apart or _numbered_below(gap, text, line.text, habits.language)
    ):
        return False
    below_gap = bool(gap.empty and not habits.double_spaced)
    if titled and _DATED.search(text) and (line.text[0].isupper() or below_gap):
        return False
    if _opens_title(line.text, habits.language) and not _dangling(text, line.text, habits.language):
        return False
    if _lower(line.text):
        return not complete or not (gap.empty or gap.spaced) or habits.double_spaced
    if not complete:
        return _open_line_continues(body, ends, current, index, habits, heading)
    ended = not full(before, habits) or has_room(before, line, habits)
    if ended or _is_heading_line(body, ends, index, habits):
        return False
    if gap.page:
        return not doubled_end(before, habits)
    if gap.spaced or gap.empty > 1:
        return False
    return not gap.empty or (habits.double_spaced and not doubled_end(before, habits))


def _told(before: BodyLine, line: BodyLine, first: str, language: str) -> bool | None:
    """Whether a line goes on with the one before it as far as format and numbers tell, else None.

    `first` is the text of the one before it if that opens the paragraph.
    """
    if _worded_number(language).fullmatch(first):
        alike = before.facts.heading == line.facts.heading
        return alike and line.gap.empty < 2 and not ends_sentence(line.text, language)
    beside = before.facts.row == line.facts.row > 0
    if first and beside and _numbers_cell(first, line.text, language):
        return True
    larger = abs(before.facts.scale - line.facts.scale) > OTHER_SCALE
    if line.facts.opens or line.facts.label or larger:
        return False
    if BULLET.match(line.text) or LETTERED.match(line.text):
        return False
    if _LONE_NUMBER.fullmatch(first):
        return not line.gap.spaced and line.gap.empty < 2
    return None


@cache
def _worded_number(language: str) -> re.Pattern[str]:
    """The number of an item alone in its line, behind a word: `Item 1`."""
    words = "|".join(map(re.escape, data(language, "headings")["numbering"]["words"]))
    return re.compile(rf"(?:{words})\s+\d{{1,2}}[a-z]?\s?[.:]?", re.IGNORECASE)


def _numbers_cell(text: str, following: str, language: str) -> bool:
    """Whether a cell of a table holds no more than the number of the title in the next one.

    A word that such a number stands behind may have a cell too: `Item` / `1. Toys`.
    """
    words = data(language, "headings")["numbering"]["words"]
    if text.lower().rstrip(" :") in words:
        return following[0].isdigit()
    return bool(_CELL_NUMBER.fullmatch(text)) and following[0].isupper()


def _is_heading_line(body: Sequence[BodyLine], ends: list[str], index: int, habits: Habits) -> bool:
    """Whether a line is short, is no sentence and has no sequel: a heading.

    A full line heads too if the next one is short, has no stop either, and is all the rest.
    """
    last = index
    if full(body[index], habits):
        last = index + 1
        whole = len(split_sentences(ends[index], habits.language)) == 1
        if last >= len(body) or not whole or body[last].gap.empty or body[last].gap.spaced:
            return False
    text = ends[last]
    if full(body[last], habits) or ends_sentence(text, habits.language) or text.endswith(":"):
        return False
    following = body[last + 1] if last + 1 < len(body) else None
    return (
        following is None
        or not _lower(following.text)
        or bool(LETTERED.match(following.text) or BULLET.match(following.text))
    )


def _open_line_continues(
    body: Sequence[BodyLine],
    ends: list[str],
    current: list[int],
    index: int,
    habits: Habits,
    heading: bool,
) -> bool:
    """Whether a line that starts with a capital goes on with one without a full stop."""
    before, line = body[current[-1]], body[index]
    text, gap = ends[current[-1]], line.gap
    close = not (gap.empty or gap.spaced) or gap.page
    near = close or (habits.double_spaced and gap.empty == 1 and not gap.spaced)
    if _dangling(text, line.text, habits.language):
        return near or (gap.empty <= 1 and not gap.spaced)
    if not habits.width or not near:
        return False
    if gap.page and len(current) == 1 and _is_heading_line(body, ends, index, habits):
        return False
    by_margin = ended_by_margin(before, line, habits)
    heading = heading or (len(current) == 1 and has_room(before, line, habits))
    return by_margin and not (heading and _starts_body(body, index, habits))


def _starts_body(body: Sequence[BodyLine], index: int, habits: Habits) -> bool:
    """Whether a line behind what may be a title is already running text."""
    return full(body[index], habits) or ends_sentence(body[index].text, habits.language)


def _dangling(text: str, following: str, language: str) -> bool:
    """Whether a line needs the next one.

    It does if it ends in a comma, a hyphen, a function word, a month whose year follows or a
    day whose month does. A line of a letter that ends in a comma is complete.
    """
    if FRAMED.match(text):
        return False
    if text.endswith(("-", "–", "/")):
        return True
    if text.endswith(","):
        return not is_office(text, language)
    words = text.lower().split()
    if not words:
        return False
    return (
        words[-1] in function_words(language)
        or (words[-1] in _months(language) and bool(_YEAR.match(following)))
        or (words[-1].isdigit() and following.lower().startswith(tuple(_months(language))))
    )


def _numbered_below(gap: Gap, text: str, following: str, language: str) -> bool:
    """Whether a numbered line stands apart below a full one and may be a heading.

    Not so where the number belongs to the words above: `artikel` / `5. Nederland …`.
    """
    if not (gap.empty or gap.spaced) or _dangling(text, following, language):
        return False
    title = re.search(r"[^\W\d_]{2,}", following)
    last = text.split()[-1].lower()
    numbered = last in data(language, "abbreviations")["numbered"] or last[-1].isdigit()
    return bool(title and title.group()[0].isupper()) and not numbered


def _is_known_line(text: str, language: str) -> bool:
    """Whether a line as a whole is a heading or treatment that needs no form to be known."""
    name = text.lower().strip(" :.()[]")
    if len(name) < 60 and name in _known_lines(language):
        return True
    return len(name) < 160 and name.startswith(_addresses(language))


def _closes_bracket(text: str, following: str) -> bool:
    """Whether a bracket that one line opened is closed by the next."""
    opened = text.rfind("(") > text.rfind(")")
    return opened and ")" in following and "(" not in following[: following.index(")")]


def _changes_case(text: str, following: str) -> bool:
    """Whether a line in capitals is followed by one that is not."""
    return _in_capitals(text) and not _in_capitals(following)


def _in_capitals(text: str) -> bool:
    return text.isupper() and sum(map(str.isalpha, text)) >= _CAPITALS


@cache
def _known_lines(language: str) -> frozenset[str]:
    """Headings and treatments that may stand on a line of their own."""
    table = data(language, "headings")
    return frozenset(
        table["results"]["headings"] + table["generic"]["titles"] + table["inner"]["headings"]
        + table["treatment"]["phrases"]
    )  # fmt: skip


def _opens_title(text: str, language: str) -> bool:
    """Whether a line starts like the title of a report: an opener and, near it, a meeting."""
    if not text.lower().startswith(_title_openers(language)):
        return False
    meetings = data(language, "headings")["title"]["meetings"]
    return any(word in text.lower()[:70] for word in meetings)


@cache
def _title_openers(language: str) -> tuple[str, ...]:
    return tuple(data(language, "headings")["title"]["line_openers"])


@cache
def _addresses(language: str) -> tuple[str, ...]:
    """How the lines of an address start."""
    return tuple(data(language, "headings")["letter"]["addressees"])


@cache
def _months(language: str) -> frozenset[str]:
    return frozenset(name.lower() for name in data(language, "calendar")["months"])
