"""Corrections by hand: whatever is joined, split or renamed, no word of the report is lost."""

import random
from collections import Counter

import layouts
import pytest

from workflow.report import corrections
from workflow.report.model import Report
from workflow.report.reader import read_report


def words(report: Report) -> Counter[str]:
    """Every word of headings, treatments, sentences and notes."""
    texts = []
    for part in report.parts:
        texts += [part.id, part.title]
        for item in part.items:
            texts += [item.number, item.title, item.treatment]
            texts += [s.text for s in item.sentences] + [n.text for n in item.footnotes]
    return Counter(word.strip(".:,") for text in texts for word in text.split()) - Counter([""])


def bearers(report: Report) -> dict[str, str]:
    """Each note's mark with the text that bears it."""
    return {
        note.mark: (item.sentence(note.sentence).text if note.sentence else item.title)
        for _, item in report.items()
        for note in item.footnotes
    }


@pytest.fixture(scope="module")
def report():
    return read_report(layouts.FIXTURES / "01-pdf-text.txt")


def test_merging_makes_the_heading_a_sentence(report):
    first, second = report.parts[1].items[:2]
    merged = corrections.merge(report, (1, 1))
    item = merged.parts[1].items[0]
    assert item.title == first.title
    assert f"{second.number}. {second.title}" in [s.text for s in item.sentences]
    assert len(merged.items()) == len(report.items()) - 1
    assert words(merged) == words(report)


def test_splitting_at_a_sentence_keeps_it(report):
    place = next(
        (p, i)
        for p, part in enumerate(report.parts)
        for i, item in enumerate(part.items)
        if len(item.sentences) > 2
    )
    item = corrections.item_at(report, place)
    cut = corrections.split(report, place, 2)
    head, tail = cut.parts[place[0]].items[place[1] : place[1] + 2]
    assert [s.text for s in head.sentences + tail.sentences] == [s.text for s in item.sentences]
    assert tail.sentences[0].text.startswith(tail.title.rstrip("….")[:20])


def test_a_missed_heading_becomes_the_title(report):
    merged = corrections.merge(report, (1, 1))
    joined = merged.parts[1].items[0]
    title = f"{report.parts[1].items[1].number}. {report.parts[1].items[1].title}"
    number = next(s.number for s in joined.sentences if s.text == title)
    back = corrections.split(merged, (1, 0), number)
    assert back.parts[1].items[1].title == title
    assert [s.text for s in back.parts[1].items[1].sentences] == [
        s.text for s in report.parts[1].items[1].sentences
    ]
    assert bearers(back).keys() == bearers(report).keys()


def test_a_part_begins_and_ends(report):
    begun = corrections.begin_part(report, (1, 1), "Grenzen")
    assert [part.title for part in begun.parts][1:3] == [report.parts[1].title, "Grenzen"]
    ended = corrections.end_part(begun, 2)
    assert len(ended.parts) == len(report.parts)
    assert sum(words(ended).values()) == sum(words(report).values()) + 1


def test_random_corrections_lose_no_word():
    for name in ("01-pdf-text", "04-letter-and-report", "08-agriculture", "15-press-release"):
        whole = read_report(layouts.FIXTURES / f"{name}.txt")
        for seed in range(12):
            chance = random.Random(seed)
            report = whole
            for _ in range(6):
                places = [
                    (p, i) for p, part in enumerate(report.parts) for i in range(len(part.items))
                ]
                place = chance.choice(places)
                item = corrections.item_at(report, place)
                if chance.random() < 0.4 and place[1]:
                    report = corrections.merge(report, place)
                elif len(item.sentences) > 1:
                    report = corrections.split(
                        report, place, chance.randrange(2, len(item.sentences) + 1)
                    )
            assert not words(whole) - words(report)
            assert bearers(report).keys() == bearers(whole).keys()
            for _, item in report.items():
                assert [s.number for s in item.sentences] == list(range(1, len(item.sentences) + 1))
