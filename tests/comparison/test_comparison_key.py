"""Whole meetings: the sample meetings beside their answer key, and copies of one meeting."""

import re
import textwrap
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from answer_key import KEY, TOPIC_OF, attributed, compared, sample_side, score
from comparison_sides import SHARED

from workflow.comparison.compare import compare_meetings
from workflow.comparison.linking import propose
from workflow.comparison.model import Comparison
from workflow.comparison.sides import ItemAttributions
from workflow.report.introduction import split_introduction
from workflow.report.model import Report
from workflow.report.reader import read_report
from workflow.samples import sample_reports

PAIRS = KEY["pair"]
REAL = SHARED / "reports"
MEETINGS = ("2031-03-06-jbz", "2031-06-12-jbz", "2031-10-09-jbz")
needs_shared = pytest.mark.skipif(not REAL.is_dir(), reason="the shared reports are not here")


def kinds(comparison: Comparison) -> Counter[str]:
    return Counter(change.kind for topic in comparison.topics for change in topic.changes)


def pair_name(pair: dict[str, Any]) -> str:
    return f"{pair['older'][:7]}-{pair['newer'][:7]}"


@pytest.mark.parametrize("pair", PAIRS, ids=pair_name)
def test_nine_of_ten_expected_changes_have_the_right_kind(pair: dict[str, Any]) -> None:
    result = score(pair, compared(pair))
    print(f"\n{result.right} of {result.expected} ({result.share:.3f})", *result.wrong, sep="\n  ")
    assert result.share >= 0.9, "\n".join(result.wrong)
    assert not result.reversals_missed
    assert len(result.extra) <= 1, "\n".join(result.extra)


@pytest.mark.parametrize("pair", PAIRS[:2], ids=pair_name)
def test_topics_are_linked_as_the_key_says(pair: dict[str, Any]) -> None:
    comparison = compared(pair)
    for topic in comparison.topics:
        older = {TOPIC_OF[ref.meeting, ref.label] for ref in topic.older}
        newer = {TOPIC_OF[ref.meeting, ref.label] for ref in topic.newer}
        if topic.discussed == "both":
            assert older == newer, topic.title
            assert topic.link == "suggested"
        elif topic.discussed == "older":
            assert topic.changes == ()
            assert older <= {*pair["not_discussed"], ""}
        else:
            assert newer <= {*pair["first_discussed"], ""}
    linked = [topic for topic in comparison.topics if topic.discussed == "both"]
    parts = [
        topic for topic in linked if not TOPIC_OF[topic.newer[0].meeting, topic.newer[0].label]
    ]
    assert len(linked) - len(parts) == len(pair["topic"])
    # What Lithuania and what Finland raised twice, under other business.
    assert all(re.search("noodvoorraden|rechtbanken", topic.title) for topic in parts)
    slugs = {ref.slug for topic in comparison.topics for ref in (*topic.older, *topic.newer)}
    names = [topic.topic for topic in comparison.topics]
    assert len(set(names)) == len(names)
    whole = {topic.topic.removesuffix("-2") for topic in comparison.topics if topic not in parts}
    assert whole <= slugs, "each has the name of an item"


def test_the_right_topic_is_proposed_for_the_third_meeting() -> None:
    sides = [sample_side(meeting) for meeting in MEETINGS]
    known = {topic for (meeting, _), topic in TOPIC_OF.items() if meeting in MEETINGS[:2]}
    found = propose(sides[2], sides[:2])
    for entry in sides[2].meeting.items:
        topic = TOPIC_OF[MEETINGS[2], entry.label]
        proposals = found.get(entry.slug, ())
        topics = [TOPIC_OF[each.older.meeting, each.older.label] for each in proposals]
        if topic in known - {""}:
            assert topics[0] == topic
        assert all(
            name == topic for name, each in zip(topics, proposals, strict=True) if each.selected
        )


def test_confirmed_positions_give_the_same_reversals_as_the_report() -> None:
    from workflow.comparison.model import MeetingSide

    sides = []
    for meeting in MEETINGS[:2]:
        found, written = sample_side(meeting), sample_side(meeting, written=True)
        sides.append(
            MeetingSide(found.meeting, found.report, written.summaries, found.attributions)
        )
    comparison = compare_meetings(*sides)
    by_source = {topic.source for topic in comparison.topics if topic.discussed == "both"}
    assert by_source == {"summary", "suggestion"}
    turned = {
        (topic.topic, change.actor)
        for topic in comparison.topics
        for change in topic.changes
        if change.kind == "reversed"
    }
    expected = {
        (wanted["topic"], change["actor"])
        for wanted in PAIRS[0]["topic"]
        for change in wanted["changes"]
        if change["kind"] == "reversed"
    }
    assert expected <= turned


def as_text(report: Report, width: int) -> str:
    """The report as a plain text whose lines are no wider than that."""
    lines = [report.title, ""]
    for part in report.parts:
        lines += ["", f"{part.id}. {part.title}", ""] if part.id else []
        for item in part.items:
            head = f"{item.number}. {item.title}" if item.number else item.title
            lines += ["", *textwrap.wrap(head, 90), ""]
            paragraphs: dict[int, list[str]] = {}
            for sentence in item.sentences:
                paragraphs.setdefault(sentence.paragraph, []).append(sentence.text)
            for sentences in paragraphs.values():
                lines += [*textwrap.wrap(" ".join(sentences), width, break_on_hyphens=False), ""]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("width", [64, 110])
@pytest.mark.parametrize("name", ["jbz-2031-03", "jbz-2031-10"])
def test_a_report_with_its_lines_wrapped_anew_is_unchanged(
    name: str, width: int, tmp_path: Path
) -> None:
    path = next(sample.path for sample in sample_reports() if sample.name == name)
    assert_unchanged_when_wrapped(path, width, tmp_path)


@needs_shared
@pytest.mark.parametrize("width", [64, 80, 110])
def test_the_real_report_wrapped_anew_is_unchanged(width: int, tmp_path: Path) -> None:
    assert_unchanged_when_wrapped(REAL / "2024-03-04-jbz.txt", width, tmp_path)


def assert_unchanged_when_wrapped(path: Path, width: int, folder: Path) -> None:
    report = read_report(path)
    copy = folder / "anders.txt"
    copy.write_text(as_text(report, width), "utf-8")
    older = attributed(report, "2031-03-06-jbz")
    newer = attributed(read_report(copy), "2031-03-06-kopie")
    comparison = compare_meetings(older, newer)
    assert set(kinds(comparison)) == {"unchanged"}
    assert {topic.discussed for topic in comparison.topics} == {"both"}
    assert sum(kinds(comparison).values()) > 50


@needs_shared
def test_the_real_report_against_itself_is_unchanged() -> None:
    report = read_report(REAL / "2024-03-04-jbz.txt")
    sides = (attributed(report, meeting) for meeting in ("2024-03-04-jbz", "2024-03-04-kopie"))
    comparison = compare_meetings(*sides)
    assert set(kinds(comparison)) == {"unchanged"}
    assert all(topic.score == pytest.approx(1) for topic in comparison.topics)


@needs_shared
@pytest.mark.parametrize("turned", [False, True])
def test_commons_and_lords_heard_the_same_statement(turned: bool) -> None:
    names = ["en-jha-2009.txt", "en-jha-2009-lords.txt"]
    if turned:
        names.reverse()
    commons, lords = (split_introduction(read_report(REAL / name)) for name in names)
    comparison = compare_meetings(
        attributed(commons, "2009-10-23-jha"), attributed(lords, "2009-10-23-lords")
    )
    assert set(kinds(comparison)) == {"unchanged"}
    assert sum(kinds(comparison).values()) >= 25
    assert {topic.discussed for topic in comparison.topics} == {"both"}


class _OneMeeting:
    """A workspace of one meeting, as far as attributions need one."""

    lexicon = None

    def __init__(self, side) -> None:
        self.side = side

    def report(self, meeting) -> Report:
        return self.side.report

    def words_of(self, report) -> None:
        """No words of the house."""

    def item(self, meeting, slug: str):
        from workflow.comparison.stands import items_by_slug

        return items_by_slug(self.side)[slug]


def test_attributions_of_one_item_are_those_of_the_whole_report() -> None:
    side = sample_side(MEETINGS[0])
    lazy = ItemAttributions(_OneMeeting(side), side.meeting)
    assert list(lazy) == [entry.slug for entry in side.meeting.items]
    same = sum(lazy[slug] == side.attributions[slug] for slug in lazy)
    assert same >= len(lazy) - 1, "an item may lean on a person that another one introduces"
    with pytest.raises(KeyError):
        lazy["onbekend"]
