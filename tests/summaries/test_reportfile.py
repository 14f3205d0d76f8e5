from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from workflow.report.model import Footnote, Item, Part, Report, Result, Sentence
from workflow.summaries.meetingfile import parse_meeting, render_meeting
from workflow.summaries.model import Meeting, MeetingItem
from workflow.summaries.reportfile import item_texts, parse_report, render_report
from workflow.text import one_line

text = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40).map(one_line).filter(bool)
title = text.filter(lambda t: t != "–" and "\\. " not in t)


@st.composite
def items(draw: st.DrawFn) -> Item:
    lines = draw(st.lists(text, max_size=4))
    breaks = draw(st.lists(st.booleans(), min_size=4, max_size=4))
    paragraph, sentences = 0, []
    for number, line in enumerate(lines, 1):
        paragraph += bool(number > 1 and breaks[number - 1])
        sentences.append(Sentence(number, line, paragraph))
    notes = tuple(
        Footnote(str(n), draw(text), draw(st.integers(0, len(lines))))
        for n in range(1, draw(st.integers(1, 3)))
    )
    number = draw(st.sampled_from(["", "1", "12", "3a"]))
    heading = draw(title) if number else draw(st.one_of(st.just(""), title))
    treatment = draw(st.sampled_from(["", "Algemene oriëntatie"]))
    return Item(number, heading, tuple(sentences), notes, treatment)


parts = st.builds(
    Part,
    id=st.sampled_from(["", "I", "II", "1"]),
    title=st.one_of(st.just(""), title),
    items=st.lists(items(), max_size=3).map(tuple),
    results=st.lists(
        st.builds(
            lambda t, h, n: Result(t, heading=h, footnotes=n),
            text,
            st.sampled_from(["", "Asiel"]),
            st.lists(st.builds(Footnote, st.sampled_from("12"), text, st.just(0)), max_size=1).map(
                tuple
            ),
        ),
        max_size=3,
    ).map(tuple),
)
DAYS = (date(2031, 3, 6), date(2031, 3, 7))
MEETING = Meeting("2031-03-06-jbz", "jbz", DAYS, "", "nl", "source.txt", "00")


@given(st.lists(parts, max_size=3), st.one_of(st.just(""), title))
def test_a_report_is_read_back_from_its_file(some: list[Part], heading: str) -> None:
    report = Report("nl", heading, "jbz", DAYS, tuple(some))
    assert parse_report(render_report(report), MEETING) == report


HAND = ("# R", "## I. Deel", "## ", "### 1. Een", "### –", "### ", "#### Niets", "s1 Een zin.",
        "s2  Nog\u00a0een", "s3 \u2028 x ", "- De Raad", "*kop*", "[^1]: s1 noot", "",
        "\x0bs4 y")  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(HAND), text), max_size=12).map("\n".join))
def test_the_quick_way_to_the_sentences_finds_the_same(written: str) -> None:
    found = item_texts(written)
    items = [item for _, item in parse_report(written, MEETING).items()]
    sentences = [i.sentences for i in items if not i.is_introduction]
    whole = ["\n".join(" ".join(one.text.split()) for one in some) for some in sentences]
    assert found in (whole, None)


def test_a_file_as_we_write_it_is_read_the_quick_way() -> None:
    sentences = (Sentence(1, "Één zin.", 0), Sentence(2, "Twee – drie.", 1))
    intro, item = Item("", "", sentences[:1]), Item("1", "Mensensmokkel", sentences)
    report = Report("nl", "Verslag", "jbz", DAYS, (Part("II", "Justitie", (intro, item)),))
    assert item_texts(render_report(report)) == ["Één zin.\nTwee – drie."]


def test_a_sentence_stands_on_its_line_behind_its_number() -> None:
    item = Item("1", "Mensensmokkel", (Sentence(1, "Een.", 0), Sentence(2, "Twee.", 1)))
    report = Report("nl", "Verslag", "jbz", DAYS, (Part("II", "Justitie", (item,)),))
    assert render_report(report) == (
        "# Verslag\n\n## II. Justitie\n\n### 1. Mensensmokkel\n\ns1 Een.\n\ns2 Twee.\n"
    )


@given(
    st.lists(st.builds(MeetingItem, st.just("punt"), st.just("I"), text, text), max_size=3),
    st.lists(st.tuples(text, text), max_size=2),
    text,
)
def test_a_meeting_is_read_back_from_its_file(
    listed: list[MeetingItem], sections: list[tuple[str, str]], place: str
) -> None:
    meeting = Meeting(
        "2031-03-06-jbz",
        "jbz",
        DAYS,
        place,
        "nl",
        "source.pdf",
        "ab" * 32,
        place,
        tuple(sections),
        tuple(listed),
        date(2031, 3, 17),
    )
    assert parse_meeting(render_meeting(meeting), meeting.id, where="x") == meeting


def test_renumbering_an_item_changes_one_line() -> None:
    one = Meeting("i", "jbz", DAYS, "t", "nl", "s", "0", items=(MeetingItem("a", "I", "1", "A"),))
    two = Meeting("i", "jbz", DAYS, "t", "nl", "s", "0", items=(MeetingItem("a", "I", "2", "A"),))
    pairs = zip(render_meeting(one).splitlines(), render_meeting(two).splitlines(), strict=True)
    assert sum(old != new for old, new in pairs) == 1
