"""A report ↔ `report.md`, the ground that evidence stands on.

Parts are headings of the second level, items of the third, results a list below their part
with their own notes (`[^1]: r2 …`, a note of the second result).
Every sentence stands on a line of its own behind its number, a blank line ends a paragraph,
notes follow their item:

    ## II. Justitie

    - De Raad nam de conclusies aan.

    ### 1. Mensensmokkel

    *Oriënterend debat*

    s1 Het voorzitterschap lichtte het voorstel toe.
    s2 De meeste lidstaten uitten zorgen.

    [^12]: s2 Kamerstukken II 2023-2024, 36 410 VI nr. 85.

An introduction has the heading `### –`. Spans are not kept: they belong to the original file.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from workflow.report.model import Footnote, Item, Part, Report, Result, Sentence
from workflow.summaries.model import Meeting
from workflow.text import one_line

_NONE = "–"
_PART = re.compile(r"^## (?:(?P<id>[^\s.\\]{1,8})\. )?(?P<title>.*)$")
_ITEM = re.compile(r"^### (?:(?P<number>\d{1,4}(?:\.\d{1,2})?[a-z]?)\. )?(?P<title>.*)$")
_SENTENCE = re.compile(r"^s(\d+) (.*)$")
_SENTENCE_LINE = re.compile(r"^s\d+ (.*)$", re.MULTILINE)
_UNEVEN = (
    "  ", " \n",
    "\t", "\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x1f", "\x85", "\xa0",
    "\u1680", *map(chr, range(0x2000, 0x200B)), "\u2028", "\u2029", "\u202f", "\u205f", "\u3000",
)  # fmt: skip
"""White space as it is never written here."""
_RESULT_NOTE = re.compile(r"^\[\^([^\]]{1,12})\]: r(\d{1,4}) (.*)$")
_NOTE = re.compile(r"^\[\^([^\]]{1,12})\]: s(\d+) (.*)$")


def _title(title: str, prefix: str) -> str:
    """A title that cannot be mistaken for a number and a title."""
    title = one_line(title) or _NONE
    if not prefix and re.match(r"[^\s.]{1,8}\. ", title):
        title = title.replace(". ", "\\. ", 1)
    return f"{prefix}. {title}" if prefix else title


def _read_title(title: str) -> str:
    title = title.replace("\\. ", ". ", 1).strip()
    return "" if title == _NONE else title


def render_report(report: Report) -> str:
    """The report as read, for people and for programs."""
    lines = [f"# {one_line(report.title) or _NONE}", ""]
    for part in report.parts:
        lines += [f"## {_title(part.title, part.id)}", ""]
        lines += _results(part.results)
        for item in part.items:
            lines += [f"### {_title(item.title, item.number)}", ""]
            if item.treatment:
                lines += [f"*{one_line(item.treatment)}*", ""]
            paragraph = 0
            for sentence in item.sentences:
                if sentence.paragraph != paragraph:
                    lines.append("")
                    paragraph = sentence.paragraph
                lines.append(f"s{sentence.number} {one_line(sentence.text)}")
            lines += [""] if item.sentences else []
            if item.footnotes:
                lines += [f"[^{n.mark}]: s{n.sentence} {one_line(n.text)}" for n in item.footnotes]
                lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def parse_report(text: str, meeting: Meeting) -> Report:
    """Read `report.md` back; what it does not hold comes from the meeting."""
    title, parts = "", list[Part]()
    items: list[Item] = []
    results: list[Result] = []
    head = ("", "")
    started = False

    def close_part() -> None:
        if started:
            parts.append(Part(head[0], head[1], tuple(items), tuple(results)))

    for block in re.split(r"^(?=##)", text, flags=re.MULTILINE):
        first, _, body = block.partition("\n")
        if found := _ITEM.match(first):
            started = True
            items.append(_read_item(found["number"] or "", _read_title(found["title"]), body))
        elif found := _PART.match(first):
            close_part()
            started = True
            head = (found["id"] or "", _read_title(found["title"]))
            items = []
            results = _read_results(body)
        elif first.startswith("# "):
            title = _read_title(first[2:])
    close_part()
    return Report(
        language=meeting.language,
        title=title,
        council=meeting.council,
        dates=meeting.days,
        parts=tuple(parts),
        place=meeting.place,
    )


def item_texts(text: str) -> list[str] | None:
    """The sentences of every item but introductions, one a line, without making a report of them.

    None for a file that is not just as it is written here, which `parse_report` has to read.
    """
    if any(sign in text for sign in _UNEVEN):
        return None
    blocks = f"\n{text}".split("\n##")
    return [
        "\n".join(_SENTENCE_LINE.findall(block))
        for block in blocks
        if block.startswith("# ") and block.partition("\n")[0] not in ("# ", f"# {_NONE}")
    ]


def _results(results: Sequence[Result]) -> list[str]:
    """The results block: subheadings in italics, bullets, then notes with the bullet's number."""
    lines, heading = [], ""
    for result in results:
        if result.heading != heading:
            lines.append(f"*{one_line(result.heading)}*")
            heading = result.heading
        lines.append(f"- {one_line(result.text)}")
    lines += [""] if lines else []
    notes = [(n, note) for n, result in enumerate(results, 1) for note in result.footnotes]
    lines += [f"[^{note.mark}]: r{n} {one_line(note.text)}" for n, note in notes]
    return [*lines, ""] if notes else lines


def _read_results(body: str) -> list[Result]:
    found: list[Result] = []
    heading = ""
    for line in body.splitlines():
        if line.startswith("- "):
            found.append(Result(line[2:], heading=heading))
        elif re.fullmatch(r"\*.*\*", line):
            heading = line[1:-1]
        elif (note := _RESULT_NOTE.match(line)) and 0 < int(note[2]) <= len(found):
            at = int(note[2]) - 1
            added = Footnote(note[1], note[3], 0)
            found[at] = replace(found[at], footnotes=(*found[at].footnotes, added))
    return found


def _read_item(number: str, title: str, body: str) -> Item:
    sentences: list[Sentence] = []
    notes: list[Footnote] = []
    treatment, paragraph, blank = "", 0, False
    for line in body.splitlines():
        if found := _SENTENCE.match(line):
            paragraph += bool(blank and sentences)
            sentences.append(Sentence(len(sentences) + 1, found[2], paragraph))
        elif found := _NOTE.match(line):
            notes.append(Footnote(found[1], found[3], int(found[2])))
        elif re.fullmatch(r"\*.+\*", line) and not sentences:
            treatment = line[1:-1]
        blank = not line.strip()
    return Item(number, title, tuple(sentences), tuple(notes), treatment)
