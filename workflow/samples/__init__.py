"""Fictional meetings and summaries, written by us, for the demo and the tests.

The `.txt` files are the reports of three successive meetings of one council, in Dutch, and one
short report in English; each says in its first line that it is fictional. `summaries/` holds,
per meeting, what two fictional people (`people.toml`) wrote about it, `topics.toml` the topics
that they linked.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workflow.summaries.model import Commitment, NextStep, Position, Remark, Summary

if TYPE_CHECKING:
    from workflow.summaries.topics import Topics

COUNCIL_SERIES = ("jbz-2031-03", "jbz-2031-06", "jbz-2031-10")
"""Names of the successive meetings of one council, the oldest first."""


@dataclass(frozen=True, slots=True)
class SampleReport:
    """A report of a fictional meeting."""

    name: str
    """File name without its ending: `jbz-2031-03`."""
    path: Path


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """A fictional colleague."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class SampleSummary:
    """A summary of one item and how far it got."""

    label: str
    """The item as people cite it: `II.1`."""
    summary: Summary
    """Text, positions and the rest; its title is empty and its status open, for the item's file
    gives the one and the steps of the work give the other."""
    author: SamplePerson
    reviewer: SamplePerson | None
    """Who approved it, or None if nobody did."""
    status: str
    """The status that it reached: `draft`, `review` or `approved`."""
    earlier: Summary | None = None
    """What the author saved first, where the text was mended in a second save."""
    planted: tuple[str, ...] = ()
    """Checks that find a mistake which was made on purpose, to show what a finding is."""


def sample_reports() -> tuple[SampleReport, ...]:
    """All sample reports: the three of the series, oldest first, then the English one."""
    names = (*COUNCIL_SERIES, "ecofin-2031-en")
    folder = Path(str(files(__name__)))
    return tuple(SampleReport(name, folder / f"{name}.txt") for name in names)


@cache
def sample_people() -> Mapping[str, SamplePerson]:
    """The fictional colleagues by key, such as `noor`."""
    return {key: SamplePerson(**entry) for key, entry in _read("people.toml").items()}


def sample_topics() -> "Topics":
    """The topics that the summaries name."""
    from workflow.summaries.topics import parse_topics

    return parse_topics((files(__name__) / "topics.toml").read_text("utf-8"), where="topics.toml")


def sample_summaries(meeting_id: str) -> Mapping[str, SampleSummary]:
    """The summaries of a meeting by item label, in reading order; empty if nobody wrote any."""
    name = f"summaries/{meeting_id}.toml"
    if not (files(__name__) / name).is_file():
        return {}
    return {entry["label"]: _sample_summary(entry) for entry in _read(name)["item"]}


def fill(empty: Summary, content: Summary) -> Summary:
    """The item's own open summary with the content of a sample; title and digest stay."""
    return replace(
        content,
        title=empty.title,
        language=empty.language,
        status=empty.status,
        source=empty.source,
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__name__) / name).read_text("utf-8"))


def _sample_summary(entry: dict[str, Any]) -> SampleSummary:
    from workflow.summaries.itemfile import parse_sentence

    people = sample_people()
    reviewer = entry.get("reviewer")
    summary = Summary(
        title="",
        language="nl",
        topics=tuple(entry.get("topics", ())),
        sentences=tuple(map(parse_sentence, entry["text"])),
        positions=tuple(map(_position, entry["positions"])),
        next_steps=tuple(_entry(NextStep, step) for step in entry.get("next_steps", ())),
        commitments=tuple(_entry(Commitment, item) for item in entry.get("commitments", ())),
        remarks=tuple(_entry(Remark, remark) for remark in entry.get("remarks", ())),
    )
    old = {int(number): parse_sentence(line) for number, line in entry.get("earlier", {}).items()}
    sentences = tuple(old.get(n, sentence) for n, sentence in enumerate(summary.sentences, 1))
    return SampleSummary(
        label=entry["label"],
        summary=summary,
        author=people[entry["author"]],
        reviewer=people[reviewer] if reviewer else None,
        status=entry["status"],
        earlier=replace(summary, sentences=sentences) if old else None,
        planted=tuple(entry.get("planted", ())),
    )


def _position(entry: dict[str, Any]) -> Position:
    from workflow.positions.actors import actor_name

    return Position(
        actor=entry["actor"],
        name=actor_name(entry["actor"], "nl"),
        stance=entry["stance"],
        text=entry["text"],
        evidence=tuple(entry["evidence"]),
    )


def _entry(kind: Any, entry: dict[str, Any]) -> Any:
    return kind(**{**entry, "evidence": tuple(entry["evidence"])})
