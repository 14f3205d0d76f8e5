"""The sample meetings beside their answer key: how many expected changes the program finds."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from workflow.comparison.compare import compare_meetings
from workflow.comparison.model import Comparison, MeetingSide, PositionChange, TopicComparison
from workflow.positions.model import Attribution
from workflow.report.model import Item, Part, Report, Sentence
from workflow.report.reader import read_report
from workflow.samples import sample_reports, sample_summaries
from workflow.summaries.model import Meeting, MeetingItem, Summary
from workflow.text import slug

KEY: dict[str, Any] = tomllib.loads(
    (Path(__file__).parents[1] / "samples" / "answer_key.toml").read_text("utf-8")
)
TOPIC_OF = {
    (report["meeting"], item["label"]): item["topic"]
    for report in KEY["report"]
    for item in report["items"]
}

TITLE = "Voortgang van de verordening over het gemeenschappelijk beleid"
"""The title of an item of which only the text matters."""


def report_side(
    report: Report,
    meeting_id: str,
    attributions: Mapping[str, tuple[Attribution, ...]] | None = None,
    summaries: Mapping[str, Summary] | None = None,
) -> MeetingSide:
    """A report as a meeting; slugs from part, number and title."""
    entries = [
        MeetingItem(slug(f"{part.id} {item.number} {item.title}"), part.id, item.number, item.title)
        for part, item in report.items()
        if not item.is_introduction
    ]
    meeting = Meeting(
        meeting_id,
        meeting_id[11:],
        report.dates,
        report.title,
        report.language,
        "source.txt",
        "0" * 64,
        items=tuple(entries),
    )
    return MeetingSide(meeting, report, dict(summaries or {}), dict(attributions or {}))


def attributed(report: Report, meeting_id: str) -> MeetingSide:
    """A report as a meeting with what the program finds in it, before anybody wrote."""
    from workflow.positions.attribution import attribute

    bare = report_side(report, meeting_id)
    found = [
        each
        for each, (_, item) in zip(attribute(report), report.items(), strict=True)
        if not item.is_introduction
    ]
    slugs = [entry.slug for entry in bare.meeting.items]
    return MeetingSide(bare.meeting, report, {}, dict(zip(slugs, found, strict=True)))


def spoken_side(language: str, text: str, day: date) -> MeetingSide:
    """A meeting of one item, of the same title always, in which this is all that was said."""
    said = tuple(
        Sentence(number, each, 0)
        for number, each in enumerate(re.split(r"(?<=\.) (?=[A-ZÉ])", text), 1)
    )
    report = Report(language, "", "jbz", (day,), (Part("", "", (Item("1", TITLE, said),)),))
    return attributed(report, f"{day}-jbz")


def spoken_changes(language: str, older: str, newer: str) -> list[PositionChange]:
    """What became of positions between two meetings of one item with these texts."""
    comparison = compare_meetings(
        spoken_side(language, older, date(2026, 1, 10)),
        spoken_side(language, newer, date(2026, 3, 10)),
    )
    return [change for topic in comparison.topics for change in topic.changes]


@cache
def sample_side(meeting_id: str, *, written: bool = False) -> MeetingSide:
    """A sample meeting, with what the program finds or with what staff wrote."""
    name = next(entry["name"] for entry in KEY["report"] if entry["meeting"] == meeting_id)
    path = next(sample.path for sample in sample_reports() if sample.name == name)
    report = read_report(path)
    if not written:
        return attributed(report, meeting_id)
    bare = report_side(report, meeting_id)
    samples = sample_summaries(meeting_id)
    summaries = {
        entry.slug: samples[entry.label].summary
        for entry in bare.meeting.items
        if entry.label in samples
    }
    return MeetingSide(bare.meeting, report, summaries, {})


@dataclass
class Score:
    """Expected changes that were found with the right kind, and those that were not."""

    expected: int = 0
    right: int = 0
    reversals_missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    """Changes that matter (neither new, dropped nor unchanged) and that nobody expected."""

    @property
    def share(self) -> float:
        return self.right / max(1, self.expected)


def score(pair: dict[str, Any], comparison: Comparison, *, only_linked: bool = False) -> Score:
    """How a comparison does against one pair of the key."""
    result = Score()
    for wanted in pair.get("topic", ()):
        topic = find_topic(comparison, wanted)
        if topic is None and only_linked:
            continue
        changes = list(topic.changes) if topic else []
        for change in wanted["changes"]:
            result.expected += 1
            name = f"{wanted['topic']} {change['actor']} {change['older']}→{change['newer']}"
            found = [each for each in changes if _fits(each, change)]
            kinds = {each.kind for each in found}
            if kinds & {change["kind"], *change.get("also", ())}:
                result.right += 1
            else:
                got = ", ".join(sorted(kinds)) or "nothing"
                result.wrong.append(f"{name}: {change['kind']} expected, {got} found")
                if change["kind"] == "reversed":
                    result.reversals_missed.append(name)
        for each in changes:
            if each.kind not in ("new", "dropped", "unchanged", "reworded") and not any(
                _fits(each, change) for change in wanted["changes"]
            ):
                result.extra.append(f"{wanted['topic']} {each.actor} {each.kind} {_places(each)}")
    return result


def find_topic(comparison: Comparison, wanted: dict[str, Any]) -> TopicComparison | None:
    """The topic that links the two items of the key, or None."""
    for topic in comparison.topics:
        older, newer = ([ref.label for ref in refs] for refs in (topic.older, topic.newer))
        if wanted["older_item"] in older and wanted["newer_item"] in newer:
            return topic
    return None


def _places(change: PositionChange) -> str:
    older, newer = (list(side.evidence) if side else [] for side in (change.older, change.newer))
    return f"{older}→{newer}"


def _fits(change: PositionChange, wanted: dict[str, Any]) -> bool:
    """Whether a change is about the actor and shares a sentence with the expected one."""
    if change.actor != wanted["actor"]:
        return False
    sides = ((change.older, wanted["older"]), (change.newer, wanted["newer"]))
    if wanted["kind"] in ("new", "dropped"):
        at = 1 if wanted["kind"] == "new" else 0
        stand, numbers = sides[at]
        return stand is not None and bool(set(stand.evidence) & set(numbers))
    return any(
        stand is not None and bool(set(stand.evidence) & set(numbers)) for stand, numbers in sides
    )


def compared(pair: dict[str, Any], *, written: bool = False) -> Comparison:
    """The comparison of one pair of the key."""
    sides = (sample_side(pair[name], written=written) for name in ("older", "newer"))
    return compare_meetings(*sides)
