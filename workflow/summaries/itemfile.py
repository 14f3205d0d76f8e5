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

Writing and reading stand in one file, because every shape has its two halves here and they must
change together; `itemhead` has the front matter, `itemlines` the shapes that all lines share.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from workflow.languages import LANGUAGES, labels, say
from workflow.summaries.itemhead import (
    file_lines,
    head_lines,
    split_head,
    status_of,
    texts_of,
    topics_of,
)
from workflow.summaries.itemlines import (
    ENTRY,
    NOBODY,
    entry_line,
    escape,
    split_entry,
    split_fields,
    unescape,
    with_evidence,
)
from workflow.summaries.itemlines import parse_evidence as parse_evidence
from workflow.summaries.itemlines import render_evidence as render_evidence
from workflow.summaries.model import (
    Commitment,
    Dismissal,
    NextStep,
    Position,
    Remark,
    Section,
    Summary,
    SummarySentence,
)
from workflow.summaries.proposallines import read_proposal_line, render_proposals

SECTIONS = (
    "summary",
    "positions",
    "rejected",
    "next_steps",
    "commitments",
    "remarks",
    "dismissals",
    "proposals",
)
"""The known sections in the order of the file."""
_KEYS = {"sentences": "summary"}
"""Fields of a summary whose section has another name."""
OPTIONAL = {"rejected", "dismissals", "proposals"}
"""Sections that are left out while they are empty."""
_MERGE_MARK = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?:\s|$)")
"""A line that another program puts around two versions of a text."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A line of an item file that is not as it should be."""

    line: int
    """From 1."""
    text: str
    """What is wrong, in the language of the interface."""

    @property
    def placed(self) -> str:
        """What is wrong and in which line."""
        return say("summaries.problems.in_file", line=self.line, text=self.text)


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


def _state(key: str, language: str) -> str:
    return labels(language, "summaries.state")[key]


def _position_line(entry: Position, language: str) -> str:
    stance = labels(language, "common.stance")[entry.stance]
    return entry_line(entry.name, (stance,), entry.text, entry.evidence)


def _commitment_line(entry: Commitment, language: str) -> str:
    state = _state("discharged" if entry.discharged else "open", language)
    fields: tuple[str, ...] = (entry.to_whom, entry.debate, state)
    if not entry.debate:
        fields = (entry.to_whom, state) if entry.to_whom else (state,)
    return entry_line(entry.who or NOBODY, fields, entry.text, entry.evidence)


def _next_step_line(entry: NextStep, language: str) -> str:
    fields = (_state("discharged", language),) if entry.discharged else ()
    when = entry.when or (NOBODY if fields else "")
    return entry_line(when, fields, entry.text, entry.evidence)


def _remark_line(entry: Remark, language: str) -> str:
    if not (entry.author or entry.day or entry.resolved):
        return entry_line("", (), entry.text, entry.evidence)
    state = _state("resolved" if entry.resolved else "open", language)
    fields = (entry.day, state) if entry.day else (state,)
    return entry_line(entry.author or NOBODY, fields, entry.text, entry.evidence)


def _sentence_line(entry: SummarySentence, language: str) -> str:
    mark = "> " if entry.quoted else ""
    return mark + with_evidence(escape(entry.text), entry.evidence)


_WRITERS: dict[str, Callable[[Any, str], str]] = {
    "sentences": _sentence_line,
    "positions": _position_line,
    "rejected": _position_line,
    "next_steps": _next_step_line,
    "commitments": _commitment_line,
    "remarks": _remark_line,
    "dismissals": lambda entry, _: entry_line(entry.check, (entry.words,), entry.reason),
}


def render_entry(name: str, entry: Any, language: str) -> str:
    """The line of one entry of the field called `name`, as it stands in the file."""
    return _WRITERS[name](entry, language)


def _section_lines(summary: Summary) -> dict[str, list[str]]:
    """The lines of each known section."""
    found = {
        _KEYS.get(name, name): [render(entry, summary.language) for entry in getattr(summary, name)]
        for name, render in _WRITERS.items()
    }
    found["proposals"] = render_proposals(summary.proposals, summary.language)
    return found


def render_summary(summary: Summary) -> str:
    """The canonical file: UTF-8 text in NFC, LF, one final newline."""
    head = [*head_lines(summary), "", f"# {escape(summary.title)}", ""]
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


def parse_sentence(line: str) -> SummarySentence:
    """One line of the summary text, with its evidence and its mark of quotation."""
    quoted = line.startswith(">")
    text, evidence = parse_evidence(line.removeprefix(">"))
    return SummarySentence(unescape(text), evidence, quoted)


@cache
def _stances() -> dict[str, str]:
    """Every stance by its name in any language."""
    return {
        name.casefold(): stance
        for language in LANGUAGES
        for stance, name in labels(language, "common.stance").items()
    }


def _read_position(reading: _Reading, number: int, line: str) -> Position | None:
    found = ENTRY.match(line)
    if not found:
        return None
    wanted = ((split_fields(found["fields"]) or [""])[0]).casefold()
    names = _stances()
    stance = names.get(wanted, wanted if wanted in names.values() else "")
    if not stance:
        choices = ", ".join(labels(reading.language, "common.stance").values())
        reading.report(number, "stance", stance=wanted, choices=choices)
        return None
    name = unescape(found["lead"].strip())
    text, evidence = parse_evidence(found["text"])
    from workflow.positions.actors import find_actor

    return Position(find_actor(name, reading.language), name, stance, unescape(text), evidence)


def _read_next_step(reading: _Reading, number: int, line: str) -> NextStep | None:
    entry = split_entry(line)
    if not entry:
        return None
    when, fields, text, evidence = entry
    done = any(_state("discharged", language) in fields for language in LANGUAGES)
    return NextStep(text, when, evidence, done)


def _read_commitment(reading: _Reading, number: int, line: str) -> Commitment | None:
    entry = split_entry(line)
    if not entry:
        return None
    who, fields, text, evidence = entry
    state = fields.pop() if fields else ""
    to_whom, debate = [*fields, "", ""][:2]
    discharged = any(state == _state("discharged", language) for language in LANGUAGES)
    return Commitment(text, who, to_whom, debate, discharged, evidence)


def _read_remark(reading: _Reading, number: int, line: str) -> Remark | None:
    entry = split_entry(line)
    if not entry:
        return None
    author, fields, text, evidence = entry
    resolved = any(_state("resolved", language) in fields for language in LANGUAGES)
    day = next((value for value in fields if re.fullmatch(r"\d{4}-\d\d-\d\d", value)), "")
    return Remark(text, author, day, resolved, evidence)


def _read_dismissal(reading: _Reading, number: int, line: str) -> Dismissal | None:
    found = ENTRY.match(line)
    if not found:
        return None
    words = unescape((found["fields"] or "").strip())
    return Dismissal(unescape(found["lead"]), words, unescape(found["text"].strip()))


_READERS: dict[str, Callable[[_Reading, int, str], object | None]] = {
    "summary": lambda reading, number, line: parse_sentence(line),
    "positions": _read_position,
    "rejected": _read_position,
    "next_steps": _read_next_step,
    "commitments": _read_commitment,
    "remarks": _read_remark,
    "dismissals": _read_dismissal,
}


def parse_entry(name: str, line: str, language: str) -> Any:
    """The entry that a line of the field called `name` stands for, or None."""
    return _READERS[_KEYS.get(name, name)](_Reading(language), 1, line)


@cache
def _sections() -> dict[str, str]:
    """Every known section by its heading in any language; the first language counts first."""
    return {
        name.casefold(): key
        for language in reversed(LANGUAGES)
        for key, name in labels(language, "summaries.sections").items()
    }


def _section_key(heading: str) -> str | None:
    return _sections().get(heading.strip().casefold())


def parse_summary(text: str, language: str, *, where: str = "") -> Parsed:
    """Read an item file.

    `where` names the file in messages. Raises WorkflowError when the front matter cannot be
    read, for then its status is not known; everything else is kept and reported.
    """
    lines = file_lines(text)
    values, extra, start = split_head(lines, where)
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
            title = unescape(line[2:].strip())
        elif line.strip():
            _read_line(reading, found, section, number, line.strip())
    if not title:
        reading.report(start + 1, "title")
    topics = topics_of(values, where)
    texts: dict[str, Any] = texts_of(values)
    entries: dict[str, Any] = {key: tuple(found[key]) for key in SECTIONS[1:]}
    summary = Summary(
        title=title,
        language=language,
        status=status_of(values.get("status", "open"), where),
        topics=topics,
        other=tuple(Section(name, tuple(_trimmed(body))) for name, body in other),
        extra=extra,
        unread=tuple(reading.unread),
        sentences=tuple(found["summary"]),
        **texts,
        **entries,
    )
    return Parsed(summary, tuple(reading.problems))


def _read_line(
    reading: _Reading, found: dict[str, list[Any]], section: str | None, number: int, line: str
) -> None:
    """Put one line where it belongs, or keep it as unread and say so."""
    if section is None:
        reading.report(number, "before_sections")
        section = "summary"
    if _MERGE_MARK.match(line):
        reading.report(number, "merge_mark", line=line[:60])
        reading.unread.append((section, line))
        return
    before = len(reading.problems)
    if section == "proposals":
        if read_proposal_line(found[section], line, reading.language):
            return
        reading.report(number, "proposal", line=line[:60])
        reading.unread.append((section, line))
        return
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
