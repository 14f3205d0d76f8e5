"""The shapes of a line in an item file: escapes, evidence, entries, TOML strings."""

import re
from collections.abc import Iterable
from datetime import date

from workflow.text import one_line

NOBODY = "–"
"""Stands for an empty lead."""

_EVIDENCE = re.compile(r"\s*\[(s\d+(?:[\s,]+s?\d+|\s*[-–]\s*s?\d+)*)\]\s*$")
_WITHIN = re.compile(
    r"\s*(?P<marks>\[s\d+(?:[\s,]+s?\d+|\s*[-–]\s*s?\d+)*\])(?P<stop>[.!?…]?)(?=\s|\w|$)"
)
"""An evidence mark with words behind it, or the full stop that belongs before it."""
_ENDED = re.compile(r"[.!?…][\"'”’»)\]]*$")
_LOOKS_LIKE_EVIDENCE = re.compile(r"\[s\d[s\d\s,–-]*\]$")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
ENTRY = re.compile(
    r"^[-*]\s+\*\*(?P<lead>(?:\\.|[^*\\]|\*(?!\*))+?)\*\*"
    r"(?:\s*\((?P<fields>(?:\\.|[^\\])*?)\))?\s*:\s*(?P<text>.*)$"
)


# Writing


def escape(text: str) -> str:
    """Text that is read back as itself, wherever it stands on its line."""
    text = re.sub(r"\\(?=[!-/:-@\[-`{-~]|$)", r"\\\\", one_line(text))
    if text[:1] in "#>-*+" and text:
        text = "\\" + text
    if _LOOKS_LIKE_EVIDENCE.search(text):
        text = text[:-1] + "\\]"
    return text


def escape_within(text: str, marks: str) -> str:
    """A lead or a field: `marks` lose their meaning too."""
    return re.sub(f"([\\\\{re.escape(marks)}])", r"\\\1", one_line(text))


def unescape(text: str) -> str:
    """Text as it was before `escape` or `escape_within`."""
    return _ESCAPED.sub(r"\1", text)


def render_evidence(evidence: Iterable[int]) -> str:
    """`[s3 s4]`, or an empty string without evidence."""
    numbers = " ".join(f"s{number}" for number in evidence)
    return f"[{numbers}]" if numbers else ""


def with_evidence(text: str, evidence: Iterable[int]) -> str:
    """Text with its evidence mark behind it."""
    return f"{text} {render_evidence(evidence)}".strip()


def entry_line(lead: str, fields: tuple[str, ...], text: str, evidence: Iterable[int] = ()) -> str:
    """One line of a list section; the only shape that such a line has."""
    if not lead and not any(fields):
        return "- " + with_evidence(escape(text), evidence)
    head = f"**{escape_within(lead or NOBODY, '*')}**"
    if fields:
        head += " (" + "; ".join(escape_within(value, "();") for value in fields) + ")"
    return f"- {head}: " + with_evidence(escape(text), evidence)


def toml_string(text: str) -> str:
    """A TOML basic string; TOML's escapes are a superset of what one line can hold."""
    return '"' + one_line(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


# Reading


def is_day(text: str) -> bool:
    """Whether a text is a day as TOML writes it: `2031-03-07`."""
    try:
        return len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        return False


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


def split_line(line: str) -> tuple[tuple[int, str], ...]:
    """The sentences of a typed line, each with the place where it begins.

    There is one sentence a line, unless words follow the evidence of a sentence that has ended:
    these are a sentence of their own.
    """
    found: list[tuple[int, str]] = []
    begin = 0
    for mark in _WITHIN.finditer(line):
        text = line[begin : mark.start()]
        ended = _ENDED.search(text.rstrip())
        if text.strip() and (ended or mark["stop"]):
            stop = "" if ended else mark["stop"]
            found.append((begin, f"{text.strip()}{stop} {mark['marks']}"))
            begin = mark.end()
    if line[begin:].strip() or not found:
        found.append((begin, line[begin:].strip()))
    return tuple((at + len(line[at:]) - len(line[at:].lstrip()), text) for at, text in found)


def split_fields(text: str | None) -> list[str]:
    """The fields between the brackets of an entry."""
    if text is None:
        return []
    # A line holds no line end, so one can stand for the marks that are not escaped.
    mark = ";" if ";" in text else "[;,]"
    parts = re.sub(rf"(\\.)|{mark}", lambda found: found[1] or "\n", text).split("\n")
    return [unescape(part.strip()) for part in parts]


def split_entry(line: str) -> tuple[str, list[str], str, tuple[int, ...]] | None:
    """Lead, fields, text and evidence of a list line; the lead is empty in a bare line."""
    found = ENTRY.match(line)
    if found:
        text, evidence = parse_evidence(found["text"])
        lead = unescape(found["lead"].strip())
        return (
            ("" if lead == NOBODY else lead),
            split_fields(found["fields"]),
            unescape(text),
            evidence,
        )
    if line[:2] in ("- ", "* "):
        text, evidence = parse_evidence(line[2:])
        return "", [], unescape(text), evidence
    return None
