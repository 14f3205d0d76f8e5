"""Tracked changes: rejecting gives the old text, accepting the new, character for character."""

import random
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import datetime
from html import unescape
from pathlib import Path
from unicodedata import normalize

import pytest
from briefing_samples import (
    CHANGES,
    GRENS,
    HAVEN,
    IMPRINT,
    SOURCE,
    sample_briefing,
    tracked_briefing,
)
from judges import verdicts
from markdown_it import MarkdownIt
from revisions import paragraphs, rows, settle

from workflow.briefing.alignment import align
from workflow.briefing.clean import clean_briefing
from workflow.briefing.compose import compose
from workflow.briefing.model import Briefing, Line, Revision
from workflow.briefing.preview import preview_text
from workflow.briefing.redline import count_changes
from workflow.briefing.tracking import track_meeting, track_version
from workflow.briefing.versions import describe_versions
from workflow.briefing.word.package import unpack
from workflow.briefing.write import render, write_briefing
from workflow.summaries.model import NextStep, SummarySentence

REVISION = Revision('Sanne "{id}" de Wit & zonen', datetime(2031, 3, 11, 9, 30))
SAMPLE = """de Raad nam conclusies aan over havens en Nederland acht een uitzondering niet nodig
Polen 1,1 miljoen euro (zie Kamerstuk 32 317, nr. 872) 'citaat' – 32317-872 <b>&amp; punt. komma,
niet\u2011breken zacht\u00adkoppel \u0645\u0631\u062d\u0628\u0627 e\u0301 😀"""
WORDS = [*SAMPLE.split(), "", "harde\u00a0spatie", "regel\neinde", "tab\tstop"]


def _text(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(0, 14)))


def _edited(chance: random.Random, text: str) -> str:
    words = text.split(" ")
    for _ in range(chance.randint(0, 4)):
        at = chance.randint(0, len(words))
        words[at : at + chance.randint(0, 3)] = chance.choices(WORDS, k=chance.randint(0, 2))
    return " ".join(words)


def _document(lines: tuple[Line, ...]) -> bytes:
    briefing = sample_briefing(items=["II.2"])
    item = replace(briefing.items[0], summary=lines)
    clean, _ = clean_briefing(briefing.with_items({item.key: item}))
    return unpack(render(clean).content)["word/document.xml"]


def test_two_thousand_pairs_come_back_exactly() -> None:
    chance = random.Random(20310304)
    pairs = []
    while len(pairs) < 2000:
        old = _text(chance)
        new = _edited(chance, old) if chance.random() < 0.8 else _text(chance)
        if old or new:
            pairs.append((old, new))
    lines = tuple(Line(new, older=old, revision=REVISION) for old, new in pairs)
    clean = clean_briefing(_with(lines))[0].items[0].summary
    document = _document(lines)
    for accept in (False, True):
        wanted = [line.text if accept else line.older for line in clean]
        found = paragraphs(settle(document, accept=accept), "Normal")
        end = found.index("Er zijn geen toezeggingen vastgelegd.")
        got = found[end - len([w for w in wanted if w]) : end]
        assert got == [text for text in wanted if text]


def _with(lines: tuple[Line, ...]) -> Briefing:
    briefing = sample_briefing(items=["II.2"])
    return briefing.with_items({briefing.items[0].key: replace(briefing.items[0], summary=lines)})


def _positions(briefing: Briefing, *, accept: bool) -> list[list[str]]:
    document = unpack(render(briefing).content)["word/document.xml"]
    found = rows(settle(document, accept=accept))
    start = found.index(["Wie", "Houding", "Standpunt"]) + 1
    end = next((n for n, row in enumerate(found) if n > start and len(row) != 3), len(found))
    return found[start:end]


def test_positions_are_revisions_of_those_of_the_earlier_meeting() -> None:
    before = _positions(tracked_briefing(), accept=False)
    after = _positions(tracked_briefing(), accept=True)
    assert ["Nederland", "steunt", "een uitzondering voor kleine havens is gewenst"] in before
    assert ["Nederland", "tegen", "een uitzondering voor kleine havens is niet nodig"] in after
    assert ["Veel lidstaten", "bezorgd", "wijzen op de kosten"] in before
    assert ["Enkele lidstaten", "bezorgd", "wijzen op de kosten"] in after
    assert not any(row[0] == "Slowakije" for row in before)
    assert any(row[0] == "Slowakije" for row in after)
    assert after == _positions(sample_briefing(), accept=True)


def test_a_dropped_position_leaves_no_row_behind() -> None:
    dropped = replace(CHANGES[0], actor="Polen", kind="dropped", newer="", newer_stance="")
    briefing = track_meeting(sample_briefing(), [dropped], {}, "redline")
    assert ["Polen", "steunt", "een uitzondering voor kleine havens is gewenst"] in _positions(
        briefing, accept=False
    )
    assert _positions(briefing, accept=True) == _positions(sample_briefing(), accept=True)


def test_what_came_does_not_stick_to_what_went() -> None:
    """`steunt` and `tegen` look like two words, and no blank stays with either of them."""
    document = unpack(render(tracked_briefing()).content)["word/document.xml"].decode()
    gone, came = document.partition('<w:delText xml:space="preserve">steun</w:delText>')[2].split(
        "</w:del>", 1
    )
    assert gone.count('<w:spacing w:val="60"/>') == 1
    assert re.findall("<w:delText[^>]*>(.*?)<", gone) == ["t"]
    assert re.findall("<w:t [^>]*>(.*?)<", came)[0] == "tegen"
    untracked = unpack(render(sample_briefing()).content)["word/document.xml"]
    assert b'<w:spacing w:val="60"/>' not in untracked


def test_a_stance_has_room_beside_the_one_that_it_replaces() -> None:
    def stance(briefing: Briefing) -> int:
        document = unpack(render(briefing).content)["word/document.xml"].decode()
        table = document[document.index("Standpunten bij I.1") :]
        return int(re.findall(r'<w:gridCol w:w="(\d+)"', table)[1])

    assert stance(tracked_briefing()) > stance(sample_briefing())


def test_only_actors_that_moved_are_tracked() -> None:
    reworded = replace(CHANGES[0], kind="reworded", older_stance="oppose")
    changes = [reworded, *CHANGES[1:]]
    all_of_them = track_meeting(sample_briefing(), changes, {}, "redline")
    moved = track_meeting(sample_briefing(), changes, {}, "redline-changed")
    assert count_changes(moved) < count_changes(all_of_them)
    assert not any(row.position.is_changed for row in moved.items[0].positions if row.own)
    assert count_changes(track_meeting(sample_briefing(), changes, {}, "clean")) == 0


def _versions() -> tuple[Briefing, Briefing]:
    older = replace(
        HAVEN,
        sentences=(
            SummarySentence("De Raad besprak de conclusies over havenveiligheid.", (6,)),
            SummarySentence("Deze zin verviel geheel.", (1,)),
            *HAVEN.sentences[1:3],
        ),
        positions=HAVEN.positions[1:],
        next_steps=(NextStep("Het voorzitterschap streeft naar een akkoord.", "mei 2031", (9,)),),
        commitments=(),
    )
    source = replace(SOURCE, summaries={"havenveiligheid": older, "grensregio": GRENS})
    options = {"imprint": IMPRINT, "since": "", "changes": None}
    return compose(source, **options), sample_briefing(changes=None, since="")


def test_an_earlier_version_is_what_rejecting_gives() -> None:
    older, newer = _versions()
    tracked = track_version(older, newer, {"havenveiligheid": REVISION})
    document = unpack(render(tracked).content)["word/document.xml"]
    for accept, briefing in ((False, older), (True, newer)):
        texts = paragraphs(settle(document, accept=accept), "Normal")
        for line in briefing.items[0].summary:
            assert line.text in texts
        bullets = paragraphs(settle(document, accept=accept), "ListBullet")
        step = briefing.items[0].next_steps[0]
        assert f"{step.when.text}: {step.line.text}" in bullets
        promised = any("inzicht geven in de kosten" in text for text in bullets)
        assert promised == accept
        assert _positions(tracked, accept=accept) == _positions(briefing, accept=True)


def test_an_item_that_had_no_text_is_not_tracked() -> None:
    older, newer = _versions()
    source = replace(SOURCE, summaries={"grensregio": GRENS})
    empty = compose(source, imprint=IMPRINT)
    assert count_changes(track_version(empty, newer, {})) == 0
    assert count_changes(track_version(older, newer, {})) > 0


def test_changes_between_versions_are_described() -> None:
    older, newer = _versions()
    described = describe_versions(older, newer, "de laatst goedgekeurde versie")
    kinds = {(row.actor, row.kind) for row in described.items[0].changes}
    assert ("enkele lidstaten", "new") in kinds
    assert ("Samenvatting", "dropped") in kinds
    assert ("Vervolg", "reworded") in kinds
    assert ("Toezegging", "new") in kinds
    assert described.items[1].changes == ()
    assert described.since == "de laatst goedgekeurde versie"
    assert "nieuw" in described.overview[0].change


def _version(**changed: object) -> Briefing:
    """The sample meeting, its first item changed so."""
    known = {**SOURCE.summaries, "havenveiligheid": replace(HAVEN, **changed)}
    return compose(replace(SOURCE, summaries=known), imprint=IMPRINT)


PROMISE, STEP = HAVEN.commitments[0], HAVEN.next_steps[0]


@pytest.mark.parametrize(
    "now",
    [
        {"next_steps": (replace(STEP, when="december 2031"),)},
        {"next_steps": (replace(STEP, when=""),)},
        {"commitments": (replace(PROMISE, discharged=False),)},
        {"commitments": (replace(PROMISE, who="de staatssecretaris"),)},
        {"commitments": (replace(PROMISE, to_whom=""),)},
        {"commitments": (replace(PROMISE, debate="plenair debat 3 maart 2031"),)},
        {"next_steps": ()},
        {"commitments": ()},
    ],
)
def test_whatever_a_reader_reads_of_a_step_or_a_promise_is_tracked(now: dict[str, object]) -> None:
    older, newer = _version(), _version(**now)
    described = describe_versions(older, newer, "gisteren")
    [row] = described.items[0].changes
    assert row.older != row.newer
    assert described.overview[0].change.startswith(row.actor)
    assert not describe_versions(newer, newer, "gisteren").items[0].changes
    tracked = track_version(older, described, {"havenveiligheid": REVISION})
    assert count_changes(tracked) > 0
    document = unpack(render(tracked).content)["word/document.xml"]
    for accept, briefing in ((False, older), (True, newer)):
        plain = unpack(render(briefing).content)["word/document.xml"]
        told = paragraphs(settle(document, accept=accept), "ListBullet")
        told = [text for text in told if text and "Tekst gewijzigd" not in text]
        assert told == paragraphs(settle(plain, accept=True), "ListBullet")


def test_what_is_gone_is_struck_as_a_whole_and_is_in_no_table() -> None:
    gone = {
        "next_steps": (), "commitments": (), "sentences": HAVEN.sentences[1:2],
        "positions": tuple(each for each in HAVEN.positions if each.stance != "decide"),
    }  # fmt: skip
    older, newer = _version(), _version(**gone)
    tracked = track_version(older, describe_versions(older, newer, "gisteren"), {})
    assert tracked.commitments == newer.commitments == ()
    shown = {form: render(tracked, form).content.decode() for form in ("md", "html")}
    for form, sign in (("md", "~~{}~~"), ("html", "<del>{}</del>")):
        for words in (
            "juni 2031:", STEP.text, "De minister aan het lid Visser:", PROMISE.text,
            "(commissiedebat 29 februari 2031; afgedaan)", "Besluit:",
        ):  # fmt: skip
            assert sign.format(words) in shown[form].replace("<del> ", "<del>")
        assert "Er zijn geen toezeggingen vastgelegd." in shown[form]
        assert "geen besluit vermeld" in shown[form]


def test_an_item_that_held_a_promise_only_is_tracked() -> None:
    bare = {"sentences": (), "positions": (), "next_steps": ()}
    older = _version(**bare)
    newer = _version(**bare, commitments=(replace(PROMISE, discharged=False),))
    described = describe_versions(older, newer, "gisteren")
    assert [row.actor for row in described.items[0].changes] == ["Toezegging"]
    assert count_changes(track_version(older, described, {})) > 0


def test_the_open_changes_are_counted(tmp_path: Path) -> None:
    written = write_briefing(tracked_briefing(), tmp_path / "briefing.docx")
    assert written.rendered.open_changes == count_changes(tracked_briefing()) > 0
    assert verdicts(written.path) == []


def test_pandoc_accepts_and_rejects_the_same_texts(tmp_path: Path) -> None:
    if not shutil.which("pandoc"):
        pytest.skip("pandoc is not installed")
    older, newer = _versions()
    tracked = track_version(older, newer, {"havenveiligheid": REVISION})
    path = write_briefing(tracked, tmp_path / "briefing.docx").path
    for choice, briefing, other in (("accept", newer, older), ("reject", older, newer)):
        text = subprocess.run(
            ["pandoc", f"--track-changes={choice}", str(path), "-t", "plain", "--wrap=none"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        text = text.split("Samenvatting\n")[1].split("Standpunten\n")[0]
        texts = {line.text for line in other.items[0].summary}
        for line in briefing.items[0].summary:
            if "Kamerstukken" not in line.text:
                assert line.text in text
            texts.discard(line.text)
        assert not any(gone in text for gone in texts)


def test_lines_belong_together_in_order() -> None:
    older = ["een zin die blijft", "een zin die helemaal verdwijnt", "de Raad besprak het voorstel"]
    newer = ["een zin die blijft", "de Raad nam het voorstel aan", "iets nieuws erbij"]
    assert align(older, newer) == [(0, 0), (1, None), (2, 1), (None, 2)]
    assert align([], ["a"]) == [(None, 0)]
    assert align(["a"], []) == [(0, None)]


def test_moved_sentences_are_tracked_as_moves(tmp_path: Path) -> None:
    """Word, Markdown and HTML say that a sentence moved; its old and new text come back."""
    text = [
        "Nederland acht een uitzondering niet nodig (Kamerstuk 32 317, nr. 872).",
        "Polen vroeg om 1,1 miljoen euro.",
        "De haven van Gdansk blijft buiten de regeling.",
        "Het voorzitterschap kwam daarop terug.",
    ]
    old, new = " ".join(text), " ".join([text[3], text[0], text[2], text[1]])
    lines = (Line(new, older=old, revision=REVISION), Line(old, older=new, revision=REVISION))
    document = _document(lines)
    for accept, wanted in ((True, [new, old]), (False, [old, new])):
        found = paragraphs(settle(document, accept=accept), "Normal")
        assert [each for each in found if each in (old, new)] == wanted
    moves = [re.findall(rb'<w:%sRangeStart [^>]*w:name="(\w+)"' % end, document)
             for end in (b"moveFrom", b"moveTo")]  # fmt: skip
    assert sorted(moves[0]) == sorted(moves[1]) == sorted(set(moves[0])) != []
    briefing = _with(lines)
    written = write_briefing(briefing, tmp_path / "briefing.docx")
    assert verdicts(written.path) == []
    assert written.rendered.open_changes == len(moves[0])
    for kind, mark in (("md", "*\\[verplaatst: "), ("html", "<em>[verplaatst: ")):
        shown = render(clean_briefing(briefing)[0], kind).content.decode()
        assert shown.count(mark) == len(moves[0])
        assert not re.search("~~|<del>", shown)


def _read(text: str, *, accept: bool) -> str:
    """What a reader of Markdown sees after the changes were accepted, or rejected."""
    page = MarkdownIt("commonmark", {"html": True}).enable("strikethrough").render(text)
    gone, kept = ("s|del", "em") if accept else ("em", "s|del")
    page = re.sub(rf"(?s)<({gone})>.*?</\1>", "", page)
    page = re.sub(rf"</?(?:{kept})>|</?p>|</?a[^>]*>", "", page).replace("<br />", " ")
    return _bare(unescape(page))


def _bare(text: str) -> str:
    return re.sub(r"\s", "", normalize("NFC", text))


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("Malta riep op tot spoed.", "Malta riep op, kondigt steun aan."),
        ("steunt, roept op", "steunt"),
        ("steunt", "steunt, tegen"),
        ("tegen (in 2031)", "tegen"),
        ("het fonds", "het fonds (nieuw)"),
        ("een heffing van 5%", "een heffing van 7%."),
        ("de ‘vrije’ haven", "de vrije haven"),
        ("haven*", "haven_"),
        ("dat\u00a0wil", "dat wil"),
    ],
)
def test_a_change_beside_a_sign_is_read_as_one(older: str, newer: str) -> None:
    for old, new in ((older, newer), (newer, older)):
        briefing = _with((Line(new, older=old),))
        text = render(briefing, "md").content.decode()
        shown = text.split("#### Samenvatting\n\n")[1].split("\n")[0]
        assert _read(shown, accept=False) == _bare(old)
        assert _read(shown, accept=True) == _bare(new)
        assert not re.search("</?(?:del|em)>", preview_text(briefing))


def test_any_change_is_read_as_one() -> None:
    chance = random.Random(20310305)
    signs = [*"(),.‘’…%*~[5a  \u00ad", "e\u0308", "ha", "€ 5", "s1"]

    def text() -> str:
        return " ".join("".join(chance.choices(signs, k=12)).split())

    for old, new in ((text(), text()) for _ in range(300)):
        shown = render(_with((Line(new, older=old),)), "md").content.decode()
        line = shown.split("#### Samenvatting\n\n")[1].split("\n\n")[0]
        assert _read(line, accept=False) == _bare(old)
        assert _read(line, accept=True) == _bare(new)
