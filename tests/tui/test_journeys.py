"""The main job by keyboard, on real files and real git: what users do, and what is then there."""

import hashlib
import re
import subprocess
from email import message_from_bytes
from pathlib import Path

import pytest
from madeup import CLOCK, press, settle, shown

from workflow.samples import sample_reports
from workflow.summaries.model import Finding
from workflow.summaries.workspace import Workspace
from workflow.tui.app import DeskApp

MARCH, JUNE = "2031-03-06-jbz", "2031-06-12-jbz"


@pytest.fixture
def root(copy_desk, tmp_path):
    return copy_desk(tmp_path / "werkmap", 0)


@pytest.fixture
def march(copy_desk, tmp_path):
    """A workspace with the first sample meeting."""
    return copy_desk(tmp_path / "werkmap", 1)


@pytest.fixture
def june(copy_desk, tmp_path):
    """A workspace with the first two sample meetings."""
    return copy_desk(tmp_path / "werkmap", 2)


def open_app(root, **keywords):
    return DeskApp(root, clock=lambda: CLOCK, **keywords)


async def write(pilot, text):
    await pilot.press(*text)
    await settle(pilot)


def log(root, *arguments):
    command = ["git", "-C", str(root), "log", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def tag_list(root):
    command = ["git", "-C", str(root), "tag", "--list", "--format=%(refname:short) %(contents)"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def as_colleague(monkeypatch, name):
    monkeypatch.setenv("GIT_AUTHOR_NAME", name)
    monkeypatch.setenv("GIT_COMMITTER_NAME", name)
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", f"{name.split()[0].lower()}@example.org")


async def import_sample(pilot, name):
    """Import by typing the path of a sample."""
    path = next(report.path for report in sample_reports() if report.name == name)
    await press(pilot, "i", "slash")
    pilot.app.screen.query_one("#path").value = str(path)
    await press(pilot, "enter", "enter")


async def hand_in_one(root):
    """Submit its first item with the proposed text."""
    app = open_app(root)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "3", "a", "f6")


def detail(app):
    """The text at the right of the history."""
    return app.screen.query_one("#detail Static").content.plain


def item_file(root, meeting, slug_start):
    return next((root / "summaries" / "2031" / meeting).glob(f"{slug_start}*.md"))


async def test_import_and_look_at_the_board(root):
    app = open_app(root)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "voer een verslag in" in shown(app).lower()
        await import_sample(pilot, "jbz-2031-03")
        assert (root / "summaries/2031" / MARCH / "meeting.toml").is_file()
        assert "JBZ 6 en 7 maart 2031" in shown(app)
        assert log(root, "-1", "--format=%s").startswith("JBZ 2031-03-06: verslag ingevoerd")


async def test_the_same_report_twice_is_refused_in_one_sentence(root):
    app = open_app(root)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await import_sample(pilot, "jbz-2031-03")
        await press(pilot, "i")
        marked = [line for line in shown(app).splitlines() if "✓ ingevoerd" in line]
        assert [line.split() for line in marked] == [
            ["jbz-2031-03.txt", "✓", "ingevoerd:", "JBZ", "6", "en", "7", "maart", "2031"]
        ]
        await press(pilot, "escape")
        await import_sample(pilot, "jbz-2031-03")
        assert "hetzelfde bestand als bij JBZ 6 en 7 maart" in " ".join(shown(app).split())
        await press(pilot, "escape", "escape", "escape")
        assert len(log(root, "--format=%s").splitlines()) == 2


@pytest.mark.parametrize("name", ["leeg.txt", "foto.pdf", "weg.txt"])
async def test_a_file_that_is_no_report_is_told_and_nothing_is_written(root, tmp_path, name):
    path = tmp_path / name
    if name != "weg.txt":
        path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0" * 40 if name == "foto.pdf" else b"")
    app = open_app(root)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "i", "shift+tab")
        app.screen.query_one("#path").value = str(path)
        await press(pilot, "enter")
        assert "Dat ging niet" in shown(app) or "✗" in shown(app)
        await press(pilot, "enter", "escape", "escape")
        assert list((root / "summaries").glob("2*")) == []


def not_in_sight(app) -> int:
    """How many sentences of the source, as the screen says, nobody has had in sight."""
    found = re.search(r"(\d+) bronzin(?:nen zijn)? (?:is )?nog niet in beeld", shown(app))
    return int(found[1]) if found else 0


async def test_summarise_submit_and_let_a_colleague_approve(march, monkeypatch):
    app = open_app(march)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "a")
        assert "Wat nog van niemand is, mag jij doen" in shown(app)
        await press(pilot, "a", "f4", "n", "a", "n", "a", "5")
        assert "zijn niet overgenomen" in shown(app), "what was offered beside positions"
        before = not_in_sight(app)
        await press(pilot, "f6", "5")
        # What one has just written oneself is no news, and what was in sight stays so; more
        # comes in sight meanwhile.
        assert "Gewijzigd sinds" not in shown(app)
        assert not_in_sight(app) <= before
        text = app.screen._opened.text
        assert 'status = "review"' in text
        assert "\n- **" in text
        assert "een collega" in shown(app)
        await press(pilot, "f6")
        assert 'status = "review"' in app.screen._opened.text
    as_colleague(monkeypatch, "Piet Bakker")
    other = open_app(march)
    async with other.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "wacht op jouw beoordeling" in " ".join(shown(other).split())
        await press(pilot, "f4", "enter")
        assert 'status = "approved"' in other.screen._opened.text
        await press(pilot, "escape")
        assert "1 van 13 goedgekeurd" in shown(other)
    assert "Approved-by: Piet Bakker" in log(march, "-1", "--format=%b")


async def test_see_the_history_and_restore_an_older_version(march):
    app = open_app(march)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "3", "a", "ctrl+s")
        first = app.screen._opened.text
        await press(pilot, "e", "home")
        await write(pilot, "Nu: ")
        await press(pilot, "escape", "ctrl+s")
        assert "Nu: " in app.screen._opened.text
        await press(pilot, "f7")
        assert "Geschiedenis" in shown(app)
        assert "Nu:" in shown(app)
        await press(pilot, "down", "z")
        await press(pilot, "escape")
        assert app.screen._opened.text == first
    assert "Restored-from:" in log(march, "-1", "--format=%b")
    assert len(log(march, "--format=%s").splitlines()) == 5


async def test_one_sentence_comes_back_and_its_writer_is_named(march):
    app = open_app(march)
    async with app.run_test(size=(200, 50)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "3", "a", "ctrl+s")
        first = app.screen._opened.summary.sentences[0].text
        await press(pilot, "e", "home")
        await write(pilot, "Nu: ")
        await press(pilot, "escape", "ctrl+s", "f7")
        # Both versions stand beside each other where there is room for it.
        assert " │ " in shown(app)
        assert "{" not in shown(app)
        await press(pilot, "s")
        assert " │ " not in detail(app)
        await press(pilot, "w")
        assert detail(app).count("versie") == 2  # as it is, and as it was before
        await press(pilot, "y", "w", "down", "e")
        assert "Welke zin" in shown(app)
        await press(pilot, "enter", "escape")
        assert app.screen._opened.summary.sentences[0].text == first
    assert "deel van de versie" in log(march, "-1", "--format=%s")


async def test_the_whole_history_by_kind_and_person(march):
    app = open_app(march)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "3", "a", "ctrl+s", "escape", "H")
        assert "alles" in shown(app)
        assert "verslag ingevoerd" in shown(app)
        await press(pilot, "down")
        told = app.screen.query_one("#detail").plain
        places = [told.index(f"{label} ") for label in ("I.1", "I.2", "I.3", "II.1")]
        assert places == sorted(places), "as in the report, not by the names of the files"
        await press(pilot, "f")
        assert "alleen wijzigingen" in shown(app)
        assert "verslag ingevoerd" not in shown(app)
        await press(pilot, "f", "f", "f", "f")
        assert "verslag ingevoerd" in shown(app)
        await press(pilot, "p")
        assert "Noor de Wit" in shown(app)
        # Nothing can be restored from here, and the program says why.
        await press(pilot, "z")
        assert "Alleen een agendapunt" in shown(app)


async def test_a_copied_folder_is_asked_about_once(root):
    hook = root / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\necho ja >> {root}/canary\n")
    hook.chmod(0o755)
    (root / ".git" / "workflow" / "owner").unlink()
    app = open_app(root)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "pre-commit" in shown(app)
        await press(pilot, "x")
        assert "workflow trust" in shown(app)
        await press(pilot, "r")
        assert "vertrouwen" not in shown(app)  # only once
    app = open_app(root)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        await import_sample(pilot, "jbz-2031-03")
    assert (root / "canary").exists()


async def test_compare_two_meetings_and_confirm_a_topic(june):
    app = open_app(june)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "home", "v")
        assert "JBZ 6 en 7 maart 2031 → JBZ 12 en 13 juni 2031" in shown(app)
        assert "omgeslagen" in shown(app)
        await press(pilot, "enter", "down")
        assert "Woorden die verschillen" in shown(app) or "roept op" in shown(app)
        await press(pilot, "shift+tab", "f")
        await write(pilot, "omgeslagen")
        await press(pilot, "enter", "home")
        kinds = {row.key[0]: row for row in app.screen.query_one("#changes").rows}
        assert "omgeslagen" in shown(app)
        assert "steviger" not in shown(app)
        assert "change" in kinds
        await press(pilot, "f")
        await write(pilot, "alle")
        await press(pilot, "enter")
        topics = app.screen._comparison.topics
        refused, wanted = [topic for topic in topics if topic.link == "suggested"][:2]
        app.screen.query_one("#topics").select(("topic", refused.topic))
        await press(pilot, "x")
        assert "Hoort niet bij elkaar" in shown(app)
        app.screen.query_one("#topics").select(("topic", wanted.topic))
        await press(pilot, "l")
        app.screen.query_one("Input").value = "Blusvloot"
        await press(pilot, "enter")
        linked = [t for t in app.screen._comparison.topics if t.link == "confirmed"]
        assert [topic.topic for topic in linked] == ["blusvloot"]
        parted = [t for t in app.screen._comparison.topics if t.newer == refused.newer]
        assert [topic.discussed for topic in parted] == ["newer"], "the answer is kept"
    for meeting in (MARCH, JUNE):
        files = (june / "summaries/2031" / meeting).glob("*.md")
        assert sum('topics = ["blusvloot"]' in file.read_text("utf-8") for file in files) == 1
    kept = (june / "summaries/topics.toml").read_text("utf-8")
    assert 'title = "Blusvloot"' in kept
    assert kept.count("[[refused]]") == 1


async def test_make_the_briefing_and_an_email_draft(march):
    app = open_app(march)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "b", "a")
        await write(pilot, "https://example.org/verslag")
        await press(pilot, "enter")
        facts = (march / "summaries/2031" / MARCH / "meeting.toml").read_text("utf-8")
        assert 'url = "https://example.org/verslag"' in facts
        await press(pilot, "ctrl+s")
        document = march / "exports" / f"briefing-{MARCH}.docx"
        assert document.read_bytes()[:2] == b"PK"
        assert "v verzonden" in shown(app)
        await press(pilot, "m", "enter")
        assert "geen ontvanger genoemd" in shown(app)
        await press(pilot, "m")
        await write(pilot, "piet@example.org")
        await press(pilot, "enter")
        mail = message_from_bytes(document.with_suffix(".eml").read_bytes())
        assert mail["To"] == "piet@example.org"
        assert "CONCEPT" in shown(app)
        await press(pilot, "m")
        await write(pilot, "geen adres")
        await press(pilot, "enter")
        assert "Dat ging niet" in shown(app)
        await press(pilot, "escape", "m")
        assert app.screen.query_one("Input").value.endswith("geen adres"), "what was typed stays"


async def test_choose_what_goes_out_and_record_that_it_went(march):
    app = open_app(march)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "b", "s")
        await write(pilot, "goedgekeurd")
        await press(pilot, "enter")  # nothing was approved yet: the choice before stays
        assert "vorige vergadering" in shown(app)
        await press(pilot, "w")
        assert "bijgehouden" in shown(app)
        await press(pilot, "i")
        await write(pilot, "I.1, I.2")
        await press(pilot, "enter", "ctrl+s")
        (document,) = (march / "exports").glob("briefing-*.docx")
        await press(pilot, "v", "enter")
        assert "verzonden" in shown(app)
        tags = tag_list(march)
        assert tags.startswith(f"briefing/{MARCH}/1")
        assert document.name in tags
        assert hashlib.sha256(document.read_bytes()).hexdigest() in tags


async def test_mend_the_structure_before_importing(root):
    app = open_app(root)
    path = sample_reports()[0].path
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "i", "shift+tab")
        app.screen.query_one("#path").value = str(path)
        await press(pilot, "enter")
        preview = app.screen.query_one("#preview")
        preview.select(("item", 1, 1))
        await press(pilot, "e")
        app.screen.query_one("Input").value = "2 Een andere titel"
        await press(pilot, "enter")
        preview.select(("item", 1, 2))
        await press(pilot, "minus")
        assert "Een andere titel" in shown(app)
        await press(pilot, "u")
        preview.select(("item", 1, 2))
        await press(pilot, "minus", "enter")
    found = root / "summaries/2031" / MARCH
    assert (found / "een-andere-titel.md").is_file()
    assert len(list(found.glob("*.md"))) == 1 + 12


async def test_a_file_with_a_broken_head_is_told_and_does_not_stop_the_rest(march):
    app = open_app(march)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        broken = next((march / "summaries/2031" / MARCH).glob("[a-l]*.md"))
        broken.write_text("zonder kop", "utf-8")
        await press(pilot, "r")
        assert "onleesbaar" in shown(app)
        app.screen.query_one("#board").select(("item", MARCH, broken.stem))
        await press(pilot, "enter")
        assert "Dat ging niet" in shown(app)
        await press(pilot, "escape")
        assert Path(broken).read_text("utf-8") == "zonder kop"


async def test_a_colleague_saved_the_same_item_meanwhile(march, monkeypatch):
    app = open_app(march)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "3", "a", "ctrl+s")
        opened = app.screen._opened
        path = march / "summaries/2031" / MARCH / f"{opened.entry.slug}.md"
        as_colleague(monkeypatch, "Piet Bakker")
        await press(pilot, "e")
        await pilot.press("ctrl+home")
        await write(pilot, "Mijn zin. ")
        theirs = opened.text.replace("## Vervolg\n", "## Vervolg\n\n- Nieuw debat in juni.\n")
        path.write_text(theirs, "utf-8")
        subprocess.run(["git", "-C", str(march), "commit", "-qam", "met de hand"], check=True)
        await press(pilot, "escape", "ctrl+s")
        assert "Een collega had dit punt ook gewijzigd" in shown(app)
        assert "Mijn zin." in app.screen.editor.text
        await press(pilot, "ctrl+s")
        saved = path.read_text("utf-8")
        assert "Mijn zin." in saved
        assert "Nieuw debat in juni." in saved


async def test_a_reviewer_asks_for_changes_and_sees_first_what_changed(march, monkeypatch):
    await hand_in_one(march)
    as_colleague(monkeypatch, "Piet Bakker")
    other = open_app(march)
    async with other.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "f4", "r")
        await write(pilot, "korter")
        await press(pilot, "enter")
        asked = other.screen._opened.text
        assert 'status = "draft"' in asked
        assert "korter" in asked
        assert "Piet Bakker" in asked
    as_colleague(monkeypatch, "Noor de Wit")
    again = open_app(march, meeting=MARCH)
    async with again.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "5")
        assert "korter" in shown(again)
        again.screen.query_one("#remarks").focus()
        await press(pilot, "x")
        assert again.screen._summary.remarks[0].resolved
        await press(pilot, "3", "e")
        await write(pilot, "Nieuw begin. ")
        await press(pilot, "escape", "f6", "f6")
        assert 'status = "review"' in again.screen._opened.text
    as_colleague(monkeypatch, "Piet Bakker")
    last = open_app(march)
    async with last.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "f4")
        assert "Gewijzigd sinds je dit voor het laatst zag" in shown(last)
        assert "Nieuw begin." in shown(last)


async def test_quitting_with_unsaved_text_loses_nothing(march):
    app = open_app(march)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "3", "e")
        await write(pilot, "Nog net getypt")
        slug = app.screen._opened.entry.slug
        await pilot.press("ctrl+q")
        for _ in range(100):
            if app._exit:
                break
            await pilot.pause(0.05)
        assert app._exit
    path = march / "summaries/2031" / MARCH / f"{slug}.md"
    assert "Nog net getypt" in path.read_text("utf-8")
    assert log(march, "-1", "--format=%s").strip()


async def test_a_window_that_is_too_small_says_what_it_needs(march):
    app = open_app(march)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "3", "e")
        await write(pilot, "blijft staan")
        await pilot.resize_terminal(40, 12)
        await settle(pilot)
        assert "60 × 16" in " ".join(shown(app).split())
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        assert app.screen.editor.text == "blijft staan"
        assert app.screen.editor.has_focus


@pytest.mark.parametrize("size", [(80, 24), pytest.param((120, 40), marks=pytest.mark.slow)])
async def test_help_palette_and_language_everywhere(march, size):
    app = open_app(march)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for keys in ([], ["enter"], ["2"], ["3"], ["4"], ["5"], ["f7"]):
            await press(pilot, *keys)
            before = app.screen
            await press(pilot, "f1")
            assert "Hulp bij dit scherm" in shown(app)
            await press(pilot, "escape", "colon")
            assert "Wat wil je doen?" in shown(app)
            if keys in (["2"], ["3"], ["4"]):  # steps of one screen
                await press(pilot, "escape")
                continue
            app.screen.query_one("Input").value = "taal"
            await press(pilot, "enter")
            assert app.screen is before
            await press(pilot, "colon")
            app.screen.query_one("Input").value = "language"
            await press(pilot, "enter")
            assert app.screen is before


async def test_show_only_one_status_or_council_and_set_a_deadline(march):
    app = open_app(march)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "3", "a", "ctrl+s", "escape")
        rows = app.screen.query_one("#board")
        everything = len(rows.rows)
        await press(pilot, "f", *"concept", "enter")
        assert len(rows.rows) == 2
        assert "filter: status: concept" in shown(app)
        await press(pilot, "f", *"raad jbz", "enter")
        assert "raad: JBZ" in shown(app)
        await press(pilot, "f", *"alles", "enter")
        assert len(rows.rows) == everything
        await press(pilot, "m")
        assert len(rows.rows) < everything
        await press(pilot, "m", "v")
        assert "Er is geen andere vergadering" in shown(app)
        await press(pilot, "escape", "d")
        app.screen.query_one("Input").value = "2031-03-12"
        await press(pilot, "enter")
        assert "af vóór 12 maart 2031" in shown(app)
    facts = (march / "summaries/2031" / MARCH / "meeting.toml").read_text("utf-8")
    assert "deadline = 2031-03-12" in facts
    assert log(march, "-1", "--format=%s").strip() == "JBZ 2031-03-06: af vóór 12 maart 2031"


async def test_a_wrong_answer_leaves_the_field_open_with_the_reason(root, tmp_path):
    report = tmp_path / "verslag.txt"
    report.write_text(
        "Verslag van de Raad\n\n1. Havens\n\nDe Raad besprak de havens. Malta was tegen.\n", "utf-8"
    )
    app = open_app(root)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "i", "shift+tab")
        app.screen.query_one("#path").value = str(report)
        await press(pilot, "enter")
        app.screen.query_one("Input").value = "!!!"
        await press(pilot, "enter")
        assert "kan geen naam van een raad zijn" in shown(app)
        app.screen.query_one("Input").value = "Havens"
        await press(pilot, "enter")
        field = app.screen.query_one("Input")
        field.value = "12 mei 2031, 3 september 2031"
        await press(pilot, "enter")
        assert "te ver uiteen" in shown(app)
        assert app.screen.query_one("Input") is field
        assert field.value == "12 mei 2031, 3 september 2031"
        field.value = "12 mei 2031, 14 mei 2031"
        await press(pilot, "enter")
        assert "HAVENS, 12 en 14 mei 2031" in shown(app)
        await press(pilot, "enter", "d")
        field = app.screen.query_one("Input")
        field.value = "gauw"
        await press(pilot, "enter")
        assert "“gauw” is geen datum" in shown(app)
        assert field.value == "gauw"
        await press(pilot, "escape")
    assert (root / "summaries/2031/2031-05-12-havens").is_dir()


async def test_word_explained_in_the_source_goes_into_the_house_list(march):
    app = open_app(march)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "down", "down", "enter", "l")
        assert "Wat betekent dit woord?" in shown(app)
        await write(pilot, "Waddencommissaris")
        await press(pilot, "enter", "ctrl+s")
        assert "Waddencommissaris" in shown(app)
        file = march / "summaries/lexicon/nl/actors.toml"
        assert "[third.waddencommissaris]" in file.read_text("utf-8")
        assert log(march, "-1", "--format=%s").strip() == "Woordenlijst: Waddencommissaris"
        assert log(march, "-1", "--name-only", "--format=").split() == [
            "summaries/lexicon/nl/actors.toml"
        ]


async def test_spelling_is_added_to_the_findings(march, monkeypatch, checked_at_once):
    app = open_app(march)
    wrong = Finding("spelling", "hint", "Onbekend woord: fuot", 1, "fuot")
    monkeypatch.setattr(app.desk, "spelling", lambda opened, summary: (wrong,))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "down", "down", "enter", "3", "enter")
        await write(pilot, "Nog fuot.")
        await press(pilot, "escape")
        assert wrong in app.screen._findings


async def test_changes_from_outside_are_noticed_while_the_program_is_open(march, monkeypatch):
    app = open_app(march, meeting=MARCH)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        path = item_file(march, MARCH, "europees-reizigersportaal")
        before = app.screen._opened.text
        monkeypatch.setattr("workflow.tui.watching.EVERY", 0.1)

        async def until(found):
            for _ in range(1500):
                await pilot.pause(0.02)
                if found():
                    return
            raise AssertionError(shown(app))

        watch = next(s._watch for s in app.screen_stack if hasattr(s, "_watch"))
        await until(lambda: watch._known is not None)
        path.write_text(before.replace("## Samenvatting\n", "## Samenvatting\n\nMet de hand.\n"))
        await until(lambda: "Met de hand." in app.screen._opened.text)
        assert "buiten het programma gewijzigd" in shown(app)
        # What is being typed is never overwritten.
        await press(pilot, "3", "e")
        await write(pilot, "Zelf getypt. ")
        path.write_text(before.replace("## Samenvatting\n", "## Samenvatting\n\nNog eens.\n"))
        await until(lambda: "beide versies" in shown(app))
        assert "Zelf getypt." in app.screen.editor.text


async def test_an_interrupted_save_is_told_at_the_start(root):
    from workflow.history import Message, open_history
    from workflow.history.journal import Change, Entry, write_entry

    history = open_history(root)
    message = Message("Onderbroken", "", [("Action", "edit")]).render()
    change = Change("summaries/topics.toml", b"", "", None)
    entry = Entry(str(root), history.branch(), message, history.signature(), (change,))
    write_entry(history, entry)
    app = open_app(root)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "alsnog afgemaakt" in shown(app)
    assert log(root, "-1", "--format=%s").strip() == "Onderbroken"


async def test_what_is_gone_comes_back(march):
    from workflow.history import open_history
    from workflow.history.actions import remove_meeting
    from workflow.summaries.workspace import Workspace

    app = open_app(march, meeting=MARCH)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        path = item_file(march, MARCH, "europees-reizigersportaal")
        path.unlink()
        await press(pilot, "h", "z")
        assert path.exists()
        await press(pilot, "escape")
        remove_meeting(Workspace(march), open_history(march), Workspace(march).meeting(MARCH))
        assert not path.exists()
        await press(pilot, "r", "H")
        assert "vergadering weggehaald" in shown(app)
        await press(pilot, "z")
        assert path.exists()
    assert "Restored-from:" in log(march, "-1", "--format=%b")


PER_ITEM = ["n", "a", "n", "a", "f6", "f4"]
"""From an open item to a submitted one, and on to the next."""


async def submit_everything(root, report, items):
    """Import a report and press the same keys for each item; gives the statuses in the end."""
    app = open_app(root)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "i", "shift+tab")
        app.screen.query_one("#path").value = str(report)
        await press(pilot, "enter", "enter", "enter")
        for _ in range(items):
            await press(pilot, *PER_ITEM)
    workspace = Workspace(root)
    meeting = workspace.meetings()[0]
    loaded = [workspace.load(meeting, entry.slug).summary for entry in meeting.items]
    return [summary.status for summary in loaded]


async def test_an_item_with_good_suggestions_takes_at_most_eight_keys(root):
    found = await submit_everything(root, sample_reports()[0].path, 2)
    assert found[:2] == ["review", "review"]
    assert 1 + len(PER_ITEM) <= 8


@pytest.mark.slow
async def test_a_report_of_fifteen_items_takes_at_most_120_keys(root):
    report = Path(__file__).parents[3] / "shared" / "reports" / "2024-03-04-jbz.txt"
    if not report.is_file():
        pytest.skip("the real report is not here")
    found = await submit_everything(root, report, 15)
    assert found == ["review"] * 15
    assert 3 + 15 * len(PER_ITEM) <= 120
