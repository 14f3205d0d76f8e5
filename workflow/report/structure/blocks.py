"""Blocks: paragraphs as clean text, with what their form says about them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from workflow.languages import LANGUAGES, data
from workflow.report.flow import Flow, clean, close_stops, join
from workflow.report.formats.extract import Extract, Mark
from workflow.report.layout.hyphens import Hyphens
from workflow.report.layout.numbers import number_pattern, roman
from workflow.report.layout.pages import BodyLine
from workflow.report.layout.paragraphs import BULLET, FRAMED, Paragraph, ends_sentence
from workflow.report.model import Span
from workflow.report.repair import Words, mend_words
from workflow.report.sentences import split_sentences
from workflow.report.structure.verbs import has_verb
from workflow.report.trace import Trace

_LONGEST_STOPPED = 120
"""Characters of the longest title that ends in a stop."""
_STOPS = (".", '.")', ".”)", ".)", '."', ".”")
_COLUMNS = re.compile(r"\s*[\t|]\s*| {3,}")


@dataclass(frozen=True, slots=True)
class Number:
    """The number that a line starts with."""

    style: str
    """`arabic`, `decimal`, `roman`, `capital`, `letter` `named` (behind a word such as `Ad`)
    `unnumbered` (such a word alone) or `part` (behind a word such as `Part`)."""
    value: int
    text: str
    """As printed, without stop or bracket."""
    end: int
    """Characters of the block's text that it takes."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or bullet."""

    flow: Flow
    line: int
    language: str
    bullet: bool = False
    heading: int = 0
    """Level of the heading where the format says so."""
    strong: bool = False
    row: int = 0
    """The row of a table of which the format says that it is a cell; 0 for none."""
    columns: int = 0
    """Columns of its only line, set apart by tabs, bars or several blanks; 0 for several lines."""
    gap: bool = False
    """Whether an empty line stands before it."""
    lead: int = 0
    """Blanks before its first line."""
    number: Number | None = None
    bold: str = ""
    """The text in bold with which it starts, if it goes on in other type."""
    lines: tuple[tuple[int, int], ...] = ()
    """Offset and number of each of its lines in the extracted text."""

    @property
    def text(self) -> str:
        """The text, its number included."""
        return self.flow.text

    @property
    def rest(self) -> str:
        """The text behind the number."""
        return self.flow.text[self.number.end :] if self.number else self.flow.text

    @property
    def finished(self) -> bool:
        """Whether it ends like a sentence."""
        return ends_sentence(self.text, self.language)


def is_stopped_title(block: Block) -> bool:
    """Whether a numbered line would be a title but for the stop at its end."""
    text = block.rest.strip()
    return (
        text.endswith(_STOPS)
        and len(text) <= _LONGEST_STOPPED
        and text[0].isupper()
        and not has_verb(text, block.language)
        and len(split_sentences(text, block.language)) == 1
    )


def make_blocks(
    extract: Extract,
    paragraphs: Sequence[Paragraph],
    marks: Sequence[Mark],
    language: str,
    hyphens: Hyphens,
    trace: Trace,
) -> list[Block]:
    """The paragraphs as blocks, repaired, empty ones left out."""
    cuts = [(mark.start, mark.end) for mark in marks if mark.end > mark.start]
    flows = _flows(extract.source, paragraphs, cuts, hyphens)
    words = Words((flow.text for flow in flows), language)
    blocks = []
    for paragraph, flow in zip(paragraphs, flows, strict=True):
        first = paragraph.lines[0]
        lines = tuple((line.start, line.number) for line in paragraph.lines)
        mended = mend_words(flow, words, lines, trace)
        bullet = BULLET.match(mended.text)
        label = first.facts.label
        if bullet and FRAMED.match(mended.text):
            bullet = None
        if bullet:
            mended = mended.part(bullet.end())
        if not mended.text:
            continue
        bulleted = bool(bullet) or bool(label and BULLET.match(label + " "))
        number = None if bulleted else _number(mended.text, label, language)
        printed = extract.source[first.start : first.end]
        columns = len(_COLUMNS.split(printed)) if len(paragraph.lines) == 1 else 0
        blocks.append(
            Block(mended, first.number, language, bulleted, first.facts.heading,
                  paragraph.strong, first.facts.row, columns,
                  paragraph.gap_before, first.lead,
                  number, "" if bullet else _bold(extract.source, first), lines)
        )  # fmt: skip
    return _with_sure_numbers(blocks)


def _bold(source: str, line: BodyLine) -> str:
    """The text in bold with which a paragraph starts, if that is not all of its first line."""
    bold = line.facts.bold
    if not bold or line.facts.strong:
        return ""
    return clean(source, line.start, line.facts.start + bold).text.strip()


def _flows(
    source: str, paragraphs: Sequence[Paragraph], cuts: list[Span], hyphens: Hyphens
) -> list[Flow]:
    """The lines of each paragraph run together."""
    flows = []
    at_cut = 0
    for paragraph in paragraphs:
        pieces: list[tuple[Flow, str]] = []
        for line in paragraph.lines:
            while at_cut < len(cuts) and cuts[at_cut][1] <= line.start:
                at_cut += 1
            inside = []
            following = at_cut
            while following < len(cuts) and cuts[following][0] < line.end:
                inside.append(cuts[following])
                following += 1
            flow = clean(source, line.start, line.end, inside)
            before, glue = pieces[-1] if pieces else (Flow("", []), "")
            if hyphens.divides(before.text, flow.text):
                pieces[-1] = (before.part(0, len(before.text) - 1), glue)
                pieces.append((flow, ""))
            else:
                pieces.append((flow, _glue(before.text, flow.text)))
        flows.append(close_stops(join(pieces).part(0)))
    return flows


def _glue(before: str, after: str) -> str:
    """What stands between two lines of a paragraph: nothing behind a hyphen, else a blank.

    A suspended hyphen (`in- en uitvoer`) keeps its blank.
    """
    hyphen = len(before) > 1 and before[-1] in "-\u2010\u2011" and before[-2].isalnum()
    if hyphen and after[:1].isalnum() and not _suspended().match(after):
        return ""
    return " "


@cache
def _suspended() -> re.Pattern[str]:
    """What stands behind a suspended hyphen, in any language."""
    words = {w for language in LANGUAGES for w in data(language, "abbreviations")["suspending"]}
    return re.compile(rf"(?:{'|'.join(sorted(words))})\b", re.IGNORECASE)


def _number(text: str, label: str, language: str) -> Number | None:
    """The number of a line: in its text, or kept apart by the format."""
    pattern = number_pattern(language)
    if label:
        found = pattern.match(f"{label} ")
        return _as_number(found, 0) if found else None
    found = pattern.match(text)
    return _as_number(found, found.end()) if found and found.end() < len(text) else None


def _as_number(found: re.Match[str], end: int) -> Number:
    if found["n"]:
        return Number("named", _figure(found["n"]), found["n"], end)
    if found["part"]:
        return Number("part", _part_value(found["part"]), found["part"], end)
    if found["unnumbered"]:
        return Number("unnumbered", 0, "", end)
    if found["decimal"]:
        return Number("decimal", int(found["decimal"].split(".")[1]), found["decimal"], end)
    if found["plain"]:
        return Number("plain", int(found["plain"]), found["plain"], end)
    if found["arabic"]:
        return Number("arabic", _figure(found["arabic"]), found["arabic"], end)
    if found["roman"]:
        return Number("roman", roman(found["roman"]), found["roman"], end)
    if found["bare"]:
        return Number("bare", roman(found["bare"]), found["bare"], end)
    if found["capital"]:
        return Number("capital", ord(found["capital"]) - 64, found["capital"], end)
    return Number("letter", ord(found["letter"]) - 96, found["letter"], end)


def _figure(text: str) -> int:
    """The figure of a number, without a letter behind it."""
    return int(text.rstrip("abcdefghijklmnopqrstuvwxyz() "))


def _part_value(text: str) -> int:
    """The value of a figure, a Roman numeral or a capital."""
    if text.isdigit():
        return int(text)
    return roman(text) if set(text) <= set("IVX") else ord(text) - 64


def _may_stand_below(block: Block) -> bool:
    """Whether a block may stand below a numbered heading: text, or the first of its own points."""
    number = block.number
    return number is None or (number.style == "decimal" and number.value == 1)


def _with_sure_numbers(blocks: list[Block]) -> list[Block]:
    """Numbers without stop or bracket count only in a row: `I Justice` and `II Home affairs`.

    A lone `I` or `V` is a word, and `4 March` a date; figures must count on from 1 above text.
    """
    sure = {"bare": "roman", "plain": "arabic"}
    for style in ("bare", "plain"):
        row = [i for i, b in enumerate(blocks) if b.number and b.number.style == style]
        heads = [i for i in row if not blocks[i].finished or is_stopped_title(blocks[i])]
        values = [n.value for i in heads if (n := blocks[i].number)]
        above_text = sum(i + 1 < len(blocks) and _may_stand_below(blocks[i + 1]) for i in heads)
        counts = values[:2] == [1, 2]
        if style == "plain":
            counts = values == list(range(1, len(values) + 1)) and len(values) > 1
            counts = counts and 2 * above_text >= len(heads)
        for index in row:
            number = blocks[index].number
            if counts and index in heads and number:
                number = replace(number, style=sure[style])
            else:
                number = None
            blocks[index] = replace(blocks[index], number=number)
    return blocks
