"""Any text in any field: the export succeeds and says what it changed, and where."""

import re
import unicodedata
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from briefing_samples import CHANGES, IMPRINT, MEETING, SINCE, SOURCE, sample_briefing
from docx_checks import check
from judges import verdicts
from lxml import etree

from workflow.briefing.clean import clean, clean_briefing, on_one_line, table
from workflow.briefing.compose import Source, compose
from workflow.briefing.mail import attachment_name, find_recipients, make_message
from workflow.briefing.model import Briefing, Revision
from workflow.briefing.tracking import track_meeting
from workflow.briefing.word.package import unpack
from workflow.briefing.write import render, safe_name, write_briefing
from workflow.report.model import Footnote, Item, Part, Report, Result, Sentence
from workflow.summaries.model import (
    Commitment,
    MeetingItem,
    NextStep,
    Position,
    Remark,
    Summary,
    SummarySentence,
)

HOSTILE = [
    "", " ", "\x00", "\x0b", "\x0c", "\x1b[31m", "\x1f", "\x7f", "\x85", "\x96", "\u2028", "\u2029",
    "\ufeff", "\ufffe", "\uffff", "\ufdd0", "\ud800", "\udfff", "\ud83d", "\U0001f600",
    "\U0010ffff", "\U0001fffe", "\u202e omgekeerd", "\u2066x\u2069", "\u200b", "\u00ad", "\u2011",
    "\u00a0", "e\u0301", "\u0645\u0631\u062d\u0628\u0627 (RTL)", "<w:p/>", "]]>", "&amp;&lt;",
    "<!-- x -->", "<?xml?>", '"aan\'haling"', "{id} {0} %s", "[EU] [$x] [[noot]]", "*sterren* _",
    "# kop", "| cel |", "1. lijst", "- streep", "C:\\pad\\..\\x", "a\r\nBcc: x@example.org",
    "\t tab", "x" * 500, "=cmd|' /C'!A0", "\uf0b7 opsomming",
]  # fmt: skip


def everywhere(text: str) -> Briefing:
    """A briefing with the text in every field that people can fill."""
    item = Item("1", text, (Sentence(1, text, 0), Sentence(2, f"zin {text}", 0)),
                (Footnote("1", text, 1), Footnote("2", text, 0)), text)  # fmt: skip
    summary = Summary(
        text, "nl", "review",
        sentences=(SummarySentence(text, (1,)), SummarySentence(f"{text} en meer", (2,))),
        positions=(Position("nederland", text, "oppose", text, (1,)),
                   Position("raad", "Raad", "decide", text, (2,))),
        next_steps=(NextStep(text, text, (1,)),),
        commitments=(Commitment(text, text, text, text, False, (1,)),),
        remarks=(Remark(text, text, "2031-03-11", False, (1,)), Remark(text)),
    )  # fmt: skip
    meeting = replace(
        MEETING, title=text, place=text, source=text, parts=(("I", text),),
        items=(MeetingItem("p", "I", "1", text),),
    )  # fmt: skip
    report = Report("nl", text, text, MEETING.days, (Part("I", text, (item,), (Result(text),)),))
    imprint = replace(
        IMPRINT, authors=(text, text), organisation=text, source_url=f"https://example.org/{text}"
    )
    actor = {"actor": text, "newer": text, "older": f"was {text}", "topic": text}
    changes = [replace(CHANGES[0], item="p", **actor), replace(CHANGES[-1], **actor)]
    briefing = compose(
        Source(meeting, report, {"p": summary}), imprint=imprint, changes=changes, since=text
    )
    return track_meeting(briefing, changes, {"p": Revision(text, IMPRINT.made)})


@pytest.mark.parametrize("text", HOSTILE, ids=[str(n) for n in range(len(HOSTILE))])
def test_hostile_text_makes_a_valid_file(text: str, tmp_path: Path) -> None:
    written = write_briefing(everywhere(text), tmp_path / "briefing.docx")
    wrong = [v for v in verdicts(written.path) if v.lower().startswith("error")]
    assert wrong == []
    for form in ("md", "html"):
        render(everywhere(text), form).content.decode()


@pytest.mark.parametrize("block", range(16))
def test_every_code_point_can_stand_anywhere(block: int) -> None:
    text = " a ".join(
        "".join(map(chr, range(start, start + 256)))
        for start in range(block * 4096, block * 4096 + 4096, 256)
    )
    rendered = render(everywhere(text))
    for name, part in unpack(rendered.content).items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(part)
    wrong = [problem for problem in check(rendered.content) if "contents are" not in problem]
    assert wrong == []
    render(everywhere(text), "html")
    render(everywhere(text), "md")
    suspicious = sum(ord(letter) in table() for letter in text)
    titles = [c.count for c in rendered.cleaned if c.field == "title" and c.item]
    assert bool(suspicious) == bool(rendered.cleaned)
    assert not suspicious or titles


def test_the_item_the_field_and_the_number_are_told() -> None:
    item = sample_briefing().items[0]
    lines = (replace(item.summary[0], text="een\x00twee\x01drie\x96"), *item.summary[1:])
    briefing = sample_briefing().with_items({item.key: replace(item, summary=lines)})
    rendered = render(briefing)
    assert [(c.item, c.field, c.count) for c in rendered.cleaned] == [
        ("I.1 Havenveiligheid in de Europese Unie", "summary", 3)
    ]
    assert rendered.notices == (
        "I.1 Havenveiligheid in de Europese Unie, samenvatting: 3 teken(s) aangepast die in een "
        "document niet kunnen",
    )


def test_marks_that_mean_something_survive() -> None:
    text = " begin\u00a0niet\u2011breken zacht\u00adkoppel\nregel\teinde "
    assert clean(text) == (text, 0)
    assert clean("a\x0bb\x85c\u2028d\r\ne\rf")[0] == "a\nb\nc\nd\ne\nf"
    assert clean("\x93zo\x94 \x96 \x80") == ("“zo” – €", 4)
    assert clean("e\u0301")[0] == "é"
    assert on_one_line("a \n b\tc") == "a b c"


def test_what_is_in_the_table_never_stays() -> None:
    for point, text in table().items():
        assert clean(f"a{chr(point)}b") == (unicodedata.normalize("NFC", f"a{text}b"), 1)


@pytest.mark.parametrize("text", HOSTILE, ids=[str(n) for n in range(len(HOSTILE))])
def test_file_names_are_plain(text: str) -> None:
    for name in (safe_name(text, ".docx"), attachment_name(everywhere(text))):
        assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*\.docx", name)
        assert len(name) <= 60


def test_every_code_point_gives_a_plain_file_name() -> None:
    for point in range(0x10000):
        name = safe_name(f"{chr(point)}x{chr(point)}", ".eml")
        assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*\.eml", name)


@pytest.mark.parametrize("text", HOSTILE, ids=[str(n) for n in range(len(HOSTILE))])
def test_a_message_has_no_line_too_many(text: str) -> None:
    briefing = replace(everywhere(text), title=f"Briefing {text}")
    content = make_message(briefing, b"x", find_recipients(["a@example.org"], {})).as_bytes()
    message = message_from_bytes(content, policy=default)
    assert content.isascii()
    assert set(message.keys()) == {"Subject", "To", "X-Unsent", "MIME-Version", "Content-Type"}


def test_cleaning_leaves_a_clean_briefing_alone() -> None:
    briefing = sample_briefing(since=SINCE)
    assert clean_briefing(briefing) == (briefing, ())
    assert SOURCE.meeting is MEETING
