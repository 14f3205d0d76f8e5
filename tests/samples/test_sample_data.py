"""The samples are what they say: fictional, readable, and true to their answer key."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from workflow.positions.model import STANCES
from workflow.report.model import Item, Report
from workflow.report.reader import read_report
from workflow.samples import (
    COUNCIL_SERIES,
    sample_people,
    sample_reports,
    sample_summaries,
    sample_topics,
)

KEY: dict[str, Any] = tomllib.loads(Path(__file__).with_name("answer_key.toml").read_text("utf-8"))
BY_MEETING = {entry["meeting"]: entry for entry in KEY["report"]}
WITH_SUMMARIES = ("2031-03-06-jbz", "2031-06-12-jbz")
KINDS = {
    "new",
    "dropped",
    "reversed",
    "firmer",
    "softer",
    "broader",
    "narrower",
    "reworded",
    "unchanged",
}


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    return {sample.name: read_report(sample.path) for sample in sample_reports()}


def items_by_label(report: Report) -> dict[str, Item]:
    return {
        f"{part.id}.{item.number}" if part.id else item.number: item
        for part, item in report.items()
        if not item.is_introduction
    }


def test_every_report_says_in_its_first_line_that_it_is_fictional() -> None:
    assert [sample.name for sample in sample_reports()] == [*COUNCIL_SERIES, "ecofin-2031-en"]
    for sample in sample_reports():
        first = sample.path.read_text("utf-8").splitlines()[0]
        assert first.startswith(("[Fictief verslag", "[Fictional report"))


@pytest.mark.parametrize("expected", KEY["report"], ids=lambda entry: entry["name"])
def test_report_is_read_as_the_answer_key_says(
    expected: dict[str, Any], reports: dict[str, Report]
) -> None:
    report = reports[expected["name"]]
    assert report.council.casefold() == expected["council"].casefold()
    assert report.language == expected["language"]
    assert [day.isoformat() for day in report.dates] == expected["dates"]
    assert report.place == expected["place"]
    parts = [part for part in report.parts if not all(i.is_introduction for i in part.items)]
    assert [(part.id, part.title, len(part.results)) for part in parts] == [
        (part["id"], part["title"], part["results"]) for part in expected["parts"]
    ]
    read = items_by_label(report)
    assert list(read) == [entry["label"] for entry in expected["items"]]
    for entry in expected["items"]:
        item = read[entry["label"]]
        assert item.title == entry["title"]
        assert len(item.sentences) == entry["sentences"], item.title
        assert [[note.mark, note.sentence] for note in item.footnotes] == entry["notes"]


@pytest.mark.parametrize("expected", KEY["report"], ids=lambda entry: entry["name"])
def test_nothing_of_page_or_notice_ends_up_in_the_text(
    expected: dict[str, Any], reports: dict[str, Report]
) -> None:
    for item in items_by_label(reports[expected["name"]]).values():
        for sentence in item.sentences:
            assert not sentence.text.startswith("[")
            assert sentence.text[-1] in ".?"
            assert "  " not in sentence.text


def test_answer_key_points_at_sentences_that_exist(reports: dict[str, Report]) -> None:
    for pair in KEY["pair"]:
        older, newer = (
            items_by_label(reports[BY_MEETING[pair[side]]["name"]]) for side in ("older", "newer")
        )
        for topic in pair["topic"]:
            for change in topic["changes"]:
                assert change["kind"] in KINDS
                assert change["older"] or change["kind"] == "new"
                assert change["newer"] or change["kind"] == "dropped"
                for items, side in ((older, "older"), (newer, "newer")):
                    item = items[topic[f"{side}_item"]]
                    assert all(item.sentence(number) for number in change[side])


def test_unchanged_statements_have_the_same_words(reports: dict[str, Report]) -> None:
    def words(report: Report, label: str, numbers: list[int]) -> list[str]:
        item = items_by_label(report)[label]
        return [text.text for number in numbers if (text := item.sentence(number))]

    for pair in KEY["pair"]:
        older, newer = (reports[BY_MEETING[pair[side]]["name"]] for side in ("older", "newer"))
        for topic in pair["topic"]:
            for change in topic["changes"]:
                if change["kind"] == "unchanged" and change["actor"].startswith("land:"):
                    assert words(older, topic["older_item"], change["older"]) == words(
                        newer, topic["newer_item"], change["newer"]
                    )


@pytest.mark.parametrize("meeting", WITH_SUMMARIES)
def test_summaries_point_at_sentences_that_exist(meeting: str, reports: dict[str, Report]) -> None:
    items = items_by_label(reports[BY_MEETING[meeting]["name"]])
    samples = sample_summaries(meeting)
    people = set(sample_people().values())
    assert set(samples) <= set(items)
    for label, sample in samples.items():
        summary = sample.summary
        assert {sample.author, sample.reviewer} - {None} <= people
        assert sample.author != sample.reviewer
        assert (sample.reviewer is not None) == (sample.status == "approved")
        entries = [
            *summary.sentences, *summary.positions, *summary.next_steps, *summary.commitments
        ]  # fmt: skip
        for entry in entries:
            assert entry.evidence
            assert all(items[label].sentence(number) for number in entry.evidence)
        assert all(position.stance in STANCES for position in summary.positions)


def test_first_meeting_is_complete_and_second_half_done(reports: dict[str, Report]) -> None:
    first, second = (sample_summaries(meeting) for meeting in WITH_SUMMARIES)
    assert list(first) == list(items_by_label(reports["jbz-2031-03"]))
    assert {sample.status for sample in first.values()} == {"approved"}
    assert len(second) == 6
    assert {sample.status for sample in second.values()} == {"approved", "review", "draft"}
    assert sample_summaries("2031-10-09-jbz") == {}


@pytest.mark.parametrize("meeting", WITH_SUMMARIES)
def test_summaries_of_long_items_have_the_length_that_is_asked(
    meeting: str, reports: dict[str, Report]
) -> None:
    items = items_by_label(reports[BY_MEETING[meeting]["name"]])
    for label, sample in sample_summaries(meeting).items():
        source = sum(len(sentence.text.split()) for sentence in items[label].sentences)
        assert sample.summary.words <= min(150, source)
        if source > 120:
            assert sample.summary.words >= 60, label


def test_topics_of_the_summaries_are_known_and_agree_with_the_answer_key() -> None:
    known = {topic.id for topic in sample_topics().topics}
    used: set[str] = set()
    for meeting in WITH_SUMMARIES:
        expected = {entry["label"]: entry["topic"] for entry in BY_MEETING[meeting]["items"]}
        for label, sample in sample_summaries(meeting).items():
            assert sample.summary.topics == ((expected[label],) if expected[label] else ())
            used |= set(sample.summary.topics)
    assert used == known
