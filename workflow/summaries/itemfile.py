"""A summary ↔ its file.

The file is Markdown with TOML front matter, one sentence, position or other entry a line:

    +++
    status = "draft"
    topics = ["mensensmokkel"]
    +++

    # Mensensmokkel

    ## Samenvatting

    De meeste lidstaten hebben zorgen over 'financieel gewin'. [s3 s4]

    ## Standpunten

    - **Nederland** (tegen): een humanitaire clausule is niet nodig [s15]

A line that is copied from the source and not yet edited is a quotation: `> De … [s3]`. A
backslash before punctuation takes away its meaning, as in Markdown. Rendering what was parsed
from a canonical file gives the same bytes; a file that is slightly off is read where its
meaning is clear, and what is not clear is kept and reported with its line.

Writing and reading stand in one file, longer than most, because every shape has its two halves
here and they must change together.
"""

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from workflow.errors import WorkflowError, toml_place
from workflow.languages import labels, say
from workflow.positions.actors import find_actor
from workflow.summaries.model import (
    STATUSES,
    Commitment,
    Dismissal,
    NextStep,
    Position,
    Remark,
    Section,
    Summary,
    SummarySentence,
)
from workflow.text import one_line

FENCE = "+++"
NOBODY = "–"
"""Stands for an empty lead."""
SECTIONS = (
    "summary",
    "positions",
    "rejected",
    "next_steps",
    "commitments",
    "remarks",
    "dismissals",
)
"""The known sections in the order of the file."""
OPTIONAL = {"rejected", "dismissals"}
"""Sections that are left out while they are empty."""

_EVIDENCE = re.compile(r"\s*\[(s\d+(?:[\s,]+s?\d+|\s*[-–]\s*s?\d+)*)\]\s*$")
_LOOKS_LIKE_EVIDENCE = re.compile(r"\[s\d[s\d\s,–-]*\]$")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTRY = re.compile(
    r"^[-*]\s+\*\*(?P<lead>(?:\\.|[^*\\]|\*(?!\*))+?)\*\*"
    r"(?:\s*\((?P<fields>(?:\\.|[^\\])*?)\))?\s*:\s*(?P<text>.*)$"
)


@dataclass(frozen=True, slots=True)
class Problem:
    """A line of an item file that is not as it should be."""

    line: int
    """From 1."""
    text: str
    """What is wrong, in the language of the interface."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A summary read from its file, with what was wrong in it."""

    summary: Summary
    problems: tuple[Problem, ...] = ()


@dataclass
class _Reading:
    """What was read so far."""

    language: str
    problems: list[Problem] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)

    def report(self, line: int, key: str, /, **values: object) -> None:
        self.problems.append(Problem(line, say(f"summaries.problems.{key}", **values)))


# Writing


def _escape(text: str) -> str:
    """Text that is read back as itself, wherever it stands on its line."""
    text = re.sub(r"\\(?=[!-/:-@\[-`{-~]|$)", r"\\\\", one_line(text))
    if text[:1] in "#>-*+" and text:
        text = "\\" + text
    if _LOOKS_LIKE_EVIDENCE.search(text):
        text = text[:-1] + "\\]"
    return text


def _escape_within(text: str, marks: str) -> str:
    """A lead or a field: `marks` lose their meaning too."""
    return re.sub(f"([\\\\{re.escape(marks)}])", r"\\\1", one_line(text))


def _unescape(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)


def render_evidence(evidence: Iterable[int]) -> str:
    """`[s3 s4]`, or an empty string without evidence."""
    numbers = " ".join(f"s{number}" for number in evidence)
    return f"[{numbers}]" if numbers else ""


def _with_evidence(text: str, evidence: Iterable[int]) -> str:
    return f"{text} {render_evidence(evidence)}".strip()


def _entry(lead: str, fields: tuple[str, ...], text: str, evidence: Iterable[int] = ()) -> str:
    """One line of a list section; the only shape that such a line has."""
    if not lead and not any(fields):
        return "- " + _with_evidence(_escape(text), evidence)
    head = f"**{_escape_within(lead or NOBODY, '*')}**"
    if fields:
        head += " (" + "; ".join(_escape_within(value, "();") for value in fields) + ")"
    return f"- {head}: " + _with_evidence(_escape(text), evidence)


def _state(key: str, language: str) -> str:
    return labels(language, "summaries.state")[key]


def _section_lines(summary: Summary) -> dict[str, list[str]]:
    """The lines of each known section."""
    stances = labels(summary.language, "common.stance")

    def position(entry: Position) -> str:
        return _entry(entry.name, (stances[entry.stance],), entry.text, entry.evidence)

    def commitment(entry: Commitment) -> str:
        state = _state("discharged" if entry.discharged else "open", summary.language)
        fields: tuple[str, ...] = (entry.to_whom, entry.debate, state)
        if not entry.debate:
            fields = (entry.to_whom, state) if entry.to_whom else (state,)
        return _entry(entry.who or NOBODY, fields, entry.text, entry.evidence)

    def remark(entry: Remark) -> str:
        if not (entry.author or entry.day or entry.resolved):
            return _entry("", (), entry.text, entry.evidence)
        state = _state("resolved" if entry.resolved else "open", summary.language)
        fields = (entry.day, state) if entry.day else (state,)
        return _entry(entry.author or NOBODY, fields, entry.text, entry.evidence)

    return {
        "summary": [
            ("> " if sentence.quoted else "")
            + _with_evidence(_escape(sentence.text), sentence.evidence)
            for sentence in summary.sentences
        ],
        "positions": [position(entry) for entry in summary.positions],
        "rejected": [position(entry) for entry in summary.rejected],
        "next_steps": [
            _entry(entry.when, (), entry.text, entry.evidence) for entry in summary.next_steps
        ],
        "commitments": [commitment(entry) for entry in summary.commitments],
        "remarks": [remark(entry) for entry in summary.remarks],
        "dismissals": [
            _entry(entry.check, (entry.words,), entry.reason) for entry in summary.dismissals
        ],
    }


def _toml_string(text: str) -> str:
    """A TOML basic string; TOML's escapes are a superset of what one line can hold."""
    return '"' + one_line(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def render_summary(summary: Summary) -> str:
    """The canonical file: UTF-8 text in NFC, LF, one final newline."""
    head = [FENCE, f'status = "{summary.status}"']
    if summary.topics:
        head.append("topics = [" + ", ".join(map(_toml_string, summary.topics)) + "]")
    if summary.claim:
        head.append(f"claim = {_toml_string(summary.claim)}")
    if summary.source:
        head.append(f"source = {_toml_string(summary.source)}")
    head += [*summary.extra, FENCE, "", f"# {_escape(summary.title)}", ""]
    headings = labels(summary.language, "summaries.sections")
    blocks = ["\n".join(head)]
    lines = _section_lines(summary)
    for key in SECTIONS:
        body = lines[key] + [line for section, line in summary.unread if section == key]
        if body or key not in OPTIONAL:
            blocks.append("\n".join([f"## {headings[key]}", "", *body, *([""] if body else [])]))
    for section in summary.other:
        blocks.append("\n".join([f"## {section.heading}", *section.lines]))
    return "\n".join(blocks).rstrip("\n") + "\n"


# Reading


def parse_evidence(text: str) -> tuple[str, tuple[int, ...]]:
    """Text without its evidence mark, and the sentence numbers; `[s3-s5]` is a range."""
    found = _EVIDENCE.search(text)
    if not found:
        return text.strip(), ()
    numbers: list[int] = []
    for first, last in re.findall(r"s?(\d{1,6})(?:\s*[-–]\s*s?(\d{1,6}))?", found[1]):
        end = int(last or first)
        numbers += range(int(first), min(end, int(first) + 999) + 1)
    return text[: found.start()].strip(), tuple(dict.fromkeys(numbers))


def parse_sentence(line: str) -> SummarySentence:
    """One line of the summary text, with its evidence and its mark of quotation."""
    quoted = line.startswith(">")
    text, evidence = parse_evidence(line.removeprefix(">"))
    return SummarySentence(_unescape(text), evidence, quoted)


def _fields(text: str | None) -> list[str]:
    if text is None:
        return []
    # A line holds no line end, so one can stand for the marks that are not escaped.
    mark = ";" if ";" in text else "[;,]"
    parts = re.sub(rf"(\\.)|{mark}", lambda found: found[1] or "\n", text).split("\n")
    return [_unescape(part.strip()) for part in parts]


def _read_position(reading: _Reading, number: int, line: str) -> Position | None:
    found = _ENTRY.match(line)
    if not found:
        return None
    wanted = ((_fields(found["fields"]) or [""])[0]).casefold()
    names = {
        name.casefold(): stance
        for language in ("nl", "en")
        for stance, name in labels(language, "common.stance").items()
    }
    stance = names.get(wanted, wanted if wanted in names.values() else "")
    if not stance:
        choices = ", ".join(labels(reading.language, "common.stance").values())
        reading.report(number, "stance", stance=wanted, choices=choices)
        return None
    name = _unescape(found["lead"].strip())
    text, evidence = parse_evidence(found["text"])
    return Position(find_actor(name, reading.language), name, stance, _unescape(text), evidence)


def _split_entry(line: str) -> tuple[str, list[str], str, tuple[int, ...]] | None:
    """Lead, fields, text and evidence of a list line; the lead is empty in a bare line."""
    found = _ENTRY.match(line)
    if found:
        text, evidence = parse_evidence(found["text"])
        lead = _unescape(found["lead"].strip())
        return ("" if lead == NOBODY else lead), _fields(found["fields"]), _unescape(text), evidence
    if line[:2] in ("- ", "* "):
        text, evidence = parse_evidence(line[2:])
        return "", [], _unescape(text), evidence
    return None


def _read_next_step(reading: _Reading, number: int, line: str) -> NextStep | None:
    entry = _split_entry(line)
    return NextStep(entry[2], entry[0], entry[3]) if entry else None


def _read_commitment(reading: _Reading, number: int, line: str) -> Commitment | None:
    entry = _split_entry(line)
    if not entry:
        return None
    who, fields, text, evidence = entry
    state = fields.pop() if fields else ""
    to_whom, debate = [*fields, "", ""][:2]
    discharged = state in (_state("discharged", "nl"), _state("discharged", "en"))
    return Commitment(text, who, to_whom, debate, discharged, evidence)


def _read_remark(reading: _Reading, number: int, line: str) -> Remark | None:
    entry = _split_entry(line)
    if not entry:
        return None
    author, fields, text, evidence = entry
    resolved = any(_state("resolved", language) in fields for language in ("nl", "en"))
    day = next((value for value in fields if re.fullmatch(r"\d{4}-\d\d-\d\d", value)), "")
    return Remark(text, author, day, resolved, evidence)


def _read_dismissal(reading: _Reading, number: int, line: str) -> Dismissal | None:
    found = _ENTRY.match(line)
    if not found:
        return None
    words = _unescape((found["fields"] or "").strip())
    return Dismissal(_unescape(found["lead"]), words, _unescape(found["text"].strip()))


_READERS: dict[str, Callable[[_Reading, int, str], object | None]] = {
    "summary": lambda reading, number, line: parse_sentence(line),
    "positions": _read_position,
    "rejected": _read_position,
    "next_steps": _read_next_step,
    "commitments": _read_commitment,
    "remarks": _read_remark,
    "dismissals": _read_dismissal,
}


def _read_head(lines: list[str], where: str) -> tuple[dict[str, object], tuple[str, ...], int]:
    """Known values, unknown lines and the number of lines of the front matter."""
    if not lines or lines[0].strip() != FENCE:
        raise WorkflowError("summaries.errors.no_head", where=where)
    end = next((n for n, line in enumerate(lines[1:], 1) if line.strip() == FENCE), None)
    if end is None:
        raise WorkflowError("summaries.errors.open_head", where=where)
    try:
        values = tomllib.loads("\n".join(lines[1:end]))
    except tomllib.TOMLDecodeError as error:
        detail = toml_place(error, above=1)
        raise WorkflowError("summaries.errors.bad_head", where=where, detail=detail) from None
    known = ("status", "topics", "claim", "source")
    extra = tuple(
        line
        for line in lines[1:end]
        if line.strip() and line.split("=")[0].strip().strip('"') not in known
    )
    return values, extra, end + 1


def _status(value: object, where: str) -> str:
    names = {
        name: key for lang in ("nl", "en") for key, name in labels(lang, "common.status").items()
    }
    status = names.get(str(value), str(value))
    if status not in STATUSES:
        raise WorkflowError(
            "summaries.errors.bad_status", where=where, status=value, choices=", ".join(STATUSES)
        )
    return status


def _section_key(heading: str) -> str | None:
    for language in ("nl", "en"):
        for key, name in labels(language, "summaries.sections").items():
            if name.casefold() == heading.strip().casefold():
                return key
    return None


def parse_summary(text: str, language: str, *, where: str = "") -> Parsed:
    """Read an item file.

    `where` names the file in messages. Raises WorkflowError when the front matter cannot be
    read, for then its status is not known; everything else is kept and reported.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    values, extra, start = _read_head(lines, where)
    reading = _Reading(language)
    title = ""
    found: dict[str, list[Any]] = {key: [] for key in SECTIONS}
    other: list[tuple[str, list[str]]] = []
    section: str | None = None
    for number, line in enumerate(lines[start:], start + 1):
        if line.startswith("## "):
            section = _section_key(line[3:])
            if section is None:
                other.append((line[3:].strip(), []))
                reading.report(number, "section", heading=line[3:].strip())
        elif other and section is None:
            other[-1][1].append(line.rstrip())
        elif line.startswith("# ") and section is None and not title:
            title = _unescape(line[2:].strip())
        elif line.strip():
            _read_line(reading, found, section, number, line.strip())
    if not title:
        reading.report(start + 1, "title")
    topics = values.get("topics", [])
    if not (isinstance(topics, list) and all(isinstance(topic, str) for topic in topics)):
        raise WorkflowError("summaries.errors.bad_topics", where=where)
    summary = Summary(
        title=title,
        language=language,
        status=_status(values.get("status", "open"), where),
        topics=tuple(topics),
        claim=str(values.get("claim", "")),
        source=str(values.get("source", "")),
        other=tuple(Section(name, tuple(_trimmed(body))) for name, body in other),
        extra=extra,
        unread=tuple(reading.unread),
        sentences=tuple(found["summary"]),
        **{key: tuple(found[key]) for key in SECTIONS[1:]},
    )
    return Parsed(summary, tuple(reading.problems))


def _read_line(
    reading: _Reading, found: dict[str, list[Any]], section: str | None, number: int, line: str
) -> None:
    """Put one line where it belongs, or keep it as unread and say so."""
    if section is None:
        reading.report(number, "before_sections")
        section = "summary"
    before = len(reading.problems)
    entry = _READERS[section](reading, number, line)
    if entry is not None:
        found[section].append(entry)
        return
    if len(reading.problems) == before:
        reading.report(number, "entry", line=line[:60])
    reading.unread.append((section, line))


def _trimmed(lines: list[str]) -> list[str]:
    """Lines of an unknown section with one blank line at its end, as the writer leaves it."""
    while lines and not lines[-1]:
        lines = lines[:-1]
    return [*lines, ""] if lines else []
