"""Lines of an item file that are not as they should be are kept, and each is named once."""

import pytest

from workflow.summaries.itemfile import parse_summary, render_summary

HEAD = '+++\nstatus = "open"\n+++\n\n'


def read(body: str):
    return parse_summary(HEAD + body, "nl")


@pytest.mark.parametrize(
    ("section", "line"),
    [
        ("Standpunten", "- **Frankrijk** (juicht): Wil dit. [s1]"),
        ("Standpunten", "zomaar een regel"),
        ("Toezeggingen", "zomaar een regel"),
        ("Opmerkingen", "zomaar een regel"),
        ("Genegeerde bevindingen", "zomaar een regel"),
    ],
)
def test_an_entry_that_cannot_be_read_is_kept_and_named(section: str, line: str) -> None:
    parsed = read(f"# Asiel\n\n## {section}\n\n{line}\n")
    assert [problem.line for problem in parsed.problems] == [9]
    assert [kept for _, kept in parsed.summary.unread] == [line]
    again = parse_summary(render_summary(parsed.summary), "nl")
    assert again.summary == parsed.summary


def test_text_before_the_first_heading_is_read_as_summary_and_named() -> None:
    parsed = read("# Asiel\n\nDe Raad sprak. [s1]\n")
    assert [sentence.text for sentence in parsed.summary.sentences] == ["De Raad sprak."]
    assert [problem.line for problem in parsed.problems] == [7]


def test_a_missing_title_is_named() -> None:
    parsed = read("## Samenvatting\n\nDe Raad sprak. [s1]\n")
    assert parsed.summary.title == ""
    assert len(parsed.problems) == 1


def test_marks_of_two_versions_are_no_sentences_and_are_named() -> None:
    marks = ("<<<<<<< HEAD", "||||||| base", "=======", ">>>>>>> origin/main")
    text = "\n".join(
        (marks[0], "De Raad sprak. [s1]", *marks[1:3], "De Raad zweeg. [s1]", marks[3])
    )
    parsed = read(f"# Asiel\n\n## Samenvatting\n\n{text}\n")
    assert [each.text for each in parsed.summary.sentences] == ["De Raad sprak.", "De Raad zweeg."]
    assert [problem.line for problem in parsed.problems] == [9, 11, 12, 14]
    assert parsed.problems[0].placed.startswith("regel 9 van het bestand: ")
    assert [kept for _, kept in parsed.summary.unread] == list(marks)
