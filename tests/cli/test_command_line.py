"""The commands as a user types them, on real repositories in temporary folders."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from workflow.samples import sample_reports

Run = Callable[..., tuple[int, str, str]]
FIRST, SECOND = "2031-03-06-jbz", "2031-06-12-jbz"


def sample(number: int) -> Path:
    return sample_reports()[number].path


@contextmanager
def someone_else(name: str) -> Iterator[None]:
    """Another person at the same desk."""
    names = [f"GIT_{role}_{what}" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")]
    before = {key: os.environ[key] for key in names}
    for key in names:
        os.environ[key] = name if key.endswith("NAME") else f"{name.lower()}@example.org"
    try:
        yield
    finally:
        os.environ.update(before)


def git(folder: Path, *words: str) -> str:
    return subprocess.run(
        ["git", *words], cwd=folder, check=True, capture_output=True, text=True
    ).stdout


def write(desk: Path, slug: str, summary: str, positions: str = "") -> None:
    """Edit an item's file as a person would with an editor, and save it with plain git."""
    path = desk / "summaries" / "2031" / FIRST / f"{slug}.md"
    text = path.read_text("utf-8").replace('status = "open"', 'status = "draft"')
    text = text.replace("## Samenvatting\n", f"## Samenvatting\n\n{summary}\n")
    path.write_text(text.replace("## Standpunten\n", f"## Standpunten\n\n{positions}\n"), "utf-8")
    git(desk, "add", "summaries")
    git(desk, "commit", "-qm", "Samenvatting geschreven")


def first_item(run: Run) -> dict[str, object]:
    status, out, _ = run("show", FIRST, "I.1", "--json")
    assert status == 0
    item: dict[str, object] = json.loads(out)["items"][0]
    return item


def test_import_makes_one_commit_with_a_file_per_item(run: Run, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    assert run("init", desk)[0] == 0
    assert run("import", sample(0))[0] == 0
    folder = desk / "summaries" / "2031" / FIRST
    assert (folder / "source.txt").read_bytes() == sample(0).read_bytes()
    items = json.loads(run("status", "--json")[1])["meetings"][0]["items"]
    assert all((folder / f"{item['slug']}.md").is_file() for item in items)
    assert git(desk, "log", "--format=%s").splitlines()[0].startswith("JBZ 2031-03-06: ")
    changed = git(desk, "show", "--name-only", "--format=").split()
    assert len(changed) == len(items) + 3
    assert git(desk, "status", "--porcelain") == ""


def test_an_open_item_shows_suggestions_marked_as_such(run: Run, desk: Path) -> None:
    suggestions = first_item(run)["suggestions"]
    assert isinstance(suggestions, list)
    assert suggestions
    assert {"actor", "stance", "evidence", "certain", "name", "text"} <= set(suggestions[0])
    assert "Voorstellen van het programma" in run("show", FIRST, "I.1")[1]


def test_a_summary_goes_from_draft_to_approved_by_another_person(run: Run, desk: Path) -> None:
    slug = str(first_item(run)["slug"])
    write(desk, slug, "De Raad besprak de voortgang van het portaal. [s1]")
    assert run("submit", FIRST, "I.1")[0] == 0
    status, _, err = run("approve", FIRST, "I.1")
    assert status == 2
    assert err.strip()
    with someone_else("Sam"):
        assert run("approve", FIRST, "I.1")[0] == 0
    board = json.loads(run("status", FIRST, "--json")[1])["meetings"][0]
    assert board["items"][0]["status"] == "approved"
    assert board["items"][0]["approved_by"] == "Sam"
    assert run("reopen", FIRST, "I.1")[0] == 0
    assert json.loads(run("status", "--json")[1])["meetings"][0]["counts"]["draft"] == 1
    trailers = git(desk, "log", "-3", "--format=%(trailers:key=Action,valueonly)").split()
    assert trailers == ["reopen", "approve", "submit"]


def test_who_approves_is_told_of_errors(run: Run, desk: Path) -> None:
    slug = str(first_item(run)["slug"])
    write(desk, slug, "De Commissie stelde 999 miljoen euro beschikbaar. [s3]")
    status, _, err = run("submit", FIRST, "I.1")
    assert (status, "fout: " in err, "--anyway" in err) == (1, True, True)
    assert first_item(run)["status"] == "draft"
    assert run("submit", FIRST, "I.1", "--anyway")[0] == 0
    with someone_else("Sam"):
        status, _, err = run("approve", FIRST, "I.1")
        assert (status, "999" in err) == (1, True)
        assert first_item(run)["status"] == "review"
        status, _, err = run("approve", FIRST, "I.1", "--anyway")
    assert (status, "999" in err) == (0, True)


def test_check_finds_a_figure_that_the_source_does_not_have(run: Run, desk: Path) -> None:
    slug = str(first_item(run)["slug"])
    write(desk, slug, "De Commissie stelde 999 miljoen euro beschikbaar. [s3]")
    status, out, _ = run("check", FIRST, "I.1")
    assert status == 1
    assert "999" in out
    document = json.loads(run("check", FIRST, "I.1", "--json")[1])
    assert document["schema"] == "findings/1"


def test_restore_brings_an_older_version_back_as_a_new_one(run: Run, desk: Path) -> None:
    slug = str(first_item(run)["slug"])
    write(desk, slug, "De Raad besprak de voortgang van het portaal. [s1]")
    older = git(desk, "rev-parse", "HEAD~1").strip()
    assert run("restore", FIRST, "I.1", older)[0] == 0
    assert first_item(run)["summary"] == []
    assert git(desk, "log", "-1", "--format=%(trailers:key=Restored-from,valueonly)").strip()
    status, out, _ = run("history", FIRST, "I.1")
    assert status == 0
    assert len(out.splitlines()) == 3


def test_two_meetings_are_compared(run: Run, desk: Path) -> None:
    assert run("import", sample(1))[0] == 0
    status, out, err = run("compare", FIRST, SECOND, "--json")
    assert status == 0
    document = json.loads(out)
    assert document["schema"] == "positionchanges/1"
    kinds = {change["kind"] for topic in document["topics"] for change in topic["changes"]}
    assert {"new", "dropped"} <= kinds
    assert "voorstellen" in err
    assert run("compare", FIRST, SECOND)[1].startswith("JBZ") or run("compare", FIRST, SECOND)[1]


def test_export_and_mail_write_files_that_open(run: Run, desk: Path, tmp_path: Path) -> None:
    from docx import Document

    status, out, err = run("export", FIRST, "-o", tmp_path / "b.docx")
    assert (status, out.strip()) == (0, str(tmp_path / "b.docx"))
    assert "CONCEPT" in err
    text = "\n".join(p.text for p in Document(str(tmp_path / "b.docx")).paragraphs)
    assert "Europees reizigersportaal" in text
    status, out, _ = run("mail", FIRST, "--to", "team@example.org")
    assert status == 0
    assert Path(out.strip()).read_bytes().count(b"X-Unsent: 1") == 1
    for command in (("mail", "--to", "team@example.org"), ("export",)):
        status, out, _ = run(command[0], FIRST, *command[1:], "-o", f"{tmp_path}/nieuw/")
        assert (status, Path(out.strip()).parent) == (0, tmp_path / "nieuw")
    assert run("sent", FIRST, "--briefing", tmp_path / "b.docx")[0] == 0
    assert git(desk, "tag").split() == [f"briefing/{FIRST}/1"]


def test_a_briefing_of_another_meeting_of_that_day_is_not_this_one_s(run: Run, desk: Path) -> None:
    folder = desk / "summaries" / "2031" / FIRST
    shutil.copytree(folder, folder.with_name(f"{FIRST}-2"))
    assert run("export", f"{FIRST}-2", "--format", "md")[0] == 0
    status, _, err = run("sent", FIRST)
    assert (status, "nog geen briefing gemaakt" in err) == (2, True)
    assert run("export", FIRST, "--items", "I.1", "--format", "md")[0] == 0
    assert run("sent", FIRST)[0] == 0


def test_a_newer_version_of_a_report_without_a_day_is_taken_in_with_one(
    run: Run, desk: Path, tmp_path: Path
) -> None:
    report = tmp_path / "kaal.txt"
    text = (
        "Kort verslag\n\n1. Havens\n\nDe Commissie lichtte het voorstel toe. Nederland steunde "
        "het voorstel en vroeg om haast.\n\n2. Tolken\n\nHet voorzitterschap opende het debat.\n"
    )
    report.write_text(text, "utf-8")
    day = ("--council", "lvr", "--date", "2031-03-04")
    assert run("import", report, *day)[0] == 0
    report.write_text(text + "Malta was tegen het voorstel.\n", "utf-8")
    assert run("import", report, *day[:2], "--reissue")[0] == 2
    status, out, _ = run("import", report, *day, "--reissue")
    assert (status, "+ Malta was tegen het voorstel." in out) == (0, True)


def test_a_newer_version_of_a_report_makes_only_touched_summaries_stale(
    run: Run, desk: Path, tmp_path: Path
) -> None:
    slug = str(first_item(run)["slug"])
    write(desk, slug, "De Commissie stelt 64 miljoen euro beschikbaar. [s3]")
    assert run("import", sample(0), "--reissue")[0] == 2
    newer = tmp_path / "newer.txt"
    newer.write_text(sample(0).read_text("utf-8").replace("64 miljoen", "46 miljoen"), "utf-8")
    status, out, err = run("import", newer, "--reissue")
    assert status == 0, err
    assert "46 miljoen" in out
    items = json.loads(run("status", "--json")[1])["meetings"][0]["items"]
    assert [item["slug"] for item in items if item["stale"]] == [slug]


def test_an_item_without_a_text_cannot_be_stale_in_a_briefing(
    run: Run, desk: Path, tmp_path: Path
) -> None:
    assert run("comment", "--on", "s3", FIRST, "I.1", "Klopt dit bedrag?")[0] == 0
    newer = tmp_path / "newer.txt"
    newer.write_text(sample(0).read_text("utf-8").replace("64 miljoen", "46 miljoen"), "utf-8")
    assert run("import", newer, "--reissue")[0] == 0
    order = ("export", FIRST, "--format", "md", "-o", tmp_path / "b.md")
    assert "is het verslag gewijzigd nadat" not in run(*order)[2]


def test_a_meeting_is_taken_out_in_one_commit(run: Run, desk: Path) -> None:
    assert run("remove", FIRST)[0] == 0
    assert json.loads(run("status", "--json")[1])["meetings"] == []
    assert git(desk, "status", "--porcelain") == ""


def test_undo_takes_the_last_save_back(run: Run, desk: Path) -> None:
    slug = str(first_item(run)["slug"])
    write(desk, slug, "De Raad besprak de voortgang van het portaal. [s1]")
    assert run("submit", FIRST, "I.1")[0] == 0
    assert run("undo")[0] == 0
    assert first_item(run)["status"] == "draft"


@pytest.mark.parametrize(
    "words",
    [
        ("status", "2031-01-01-jbz"),
        ("show", FIRST, "IX.9"),
        ("compare", FIRST, "x"),
        ("import", "nowhere.txt"),
        ("import", "."),
        ("inspect", "nowhere.txt"),
        ("export",),
        ("export", FIRST, "--items", "IX.9"),
        ("mail", FIRST),
        ("mail", FIRST, "--to", "niemand"),
        ("restore", FIRST, "I.1", "--output=x"),
        ("restore", FIRST, "I.1", "nonsense"),
        ("submit", FIRST, "I.1"),
        ("approve", FIRST, "I.1"),
        ("history", FIRST, "--limit", "0"),
        ("sent", FIRST, "--date", "gisteren"),
        ("nonsense",),
        ("show", "../../etc", "I.1"),
        ("timeline", "nergens over"),
        ("init",),
    ],
)
def test_wrong_use_gives_one_sentence_and_status_2(
    run: Run, desk: Path, words: tuple[str, ...]
) -> None:
    before = git(desk, "rev-parse", "HEAD")
    status, out, err = run(*words)
    assert status == 2
    assert out == ""
    assert 0 < len(err.strip().splitlines()) <= 2
    assert git(desk, "rev-parse", "HEAD") == before
    assert git(desk, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    "content",
    [b"", b"   \n\n", b"\x00\x01\x02\xff" * 500, b"melk\nbrood\neieren\n", b"PK\x03\x04rest"],
    ids=["empty", "blank", "binary", "no report", "broken archive"],
)
def test_a_file_that_is_no_report_is_refused(
    run: Run, desk: Path, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(content)
    status, out, err = run("import", path)
    assert (status, out) == (2, "")
    assert "x.txt" in err
    assert git(desk, "status", "--porcelain") == ""


def test_a_broken_head_names_the_file_and_spares_the_others(run: Run, desk: Path) -> None:
    slug = str(first_item(run)["slug"])
    path = desk / "summaries" / "2031" / FIRST / f"{slug}.md"
    path.write_text(path.read_text("utf-8").replace("+++", "---", 1), "utf-8")
    status, out, err = run("status")
    assert status == 2
    assert f"{slug}.md" in err
    assert "I.2" in out
    assert run("show", FIRST, "I.1")[0] == 2
    assert run("show", FIRST, "I.2")[0] == 0


def test_a_folder_without_workspace_says_how_to_make_one(run: Run, tmp_path: Path) -> None:
    status, _, err = run("status", place=tmp_path / "leeg")
    assert status == 2
    assert "workflow init" in err


def test_a_workspace_outside_git_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kaal" / "summaries").mkdir(parents=True)
    status, _, err = run("import", sample(0), place=tmp_path / "kaal")
    assert status == 2
    assert err.strip()
    assert not list((tmp_path / "kaal" / "summaries").iterdir())


def test_without_identity_nothing_is_written(
    run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.delenv(f"GIT_{role}_NAME")
        monkeypatch.delenv(f"GIT_{role}_EMAIL")
    monkeypatch.setenv("HOME", str(desk.parent))
    status, _, err = run("import", sample(1))
    assert status == 2
    assert "user.name" in err
    assert git(desk, "status", "--porcelain") == ""


def test_inspect_json_is_one_document_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    status, out, _ = run("inspect", sample(0), "--json")
    assert status == 0
    document = json.loads(out)
    assert document["schema"] == "councildoc/1"
    assert [part["id"] for part in document["parts"] if part["id"]] == ["I", "II"]


def test_a_structure_is_corrected_and_kept_by_a_newer_version(
    run: Run, desk: Path, tmp_path: Path
) -> None:
    run("remove", FIRST)
    outline = tmp_path / "opzet.txt"
    assert run("import", sample(0), "--edit", outline)[0] == 0
    assert json.loads(run("status", "--json")[1])["meetings"] == []
    lines = outline.read_text("utf-8").splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("1. "))
    lines[first] = lines[first].replace("Europees", "Verbeterd Europees", 1)
    outline.write_text("\n".join(lines), "utf-8")
    assert run("import", sample(0), "--edit", outline)[0] == 0
    assert str(first_item(run)["title"]).startswith("Verbeterd Europees")
    newer = tmp_path / "newer.txt"
    newer.write_text(sample(0).read_text("utf-8").replace("64 miljoen", "46 miljoen"), "utf-8")
    status, _, err = run("import", newer, "--reissue")
    assert status == 0, err
    assert str(first_item(run)["title"]).startswith("Verbeterd Europees")
    report = (desk / "summaries" / "2031" / FIRST / "report.md").read_text("utf-8")
    assert "46 miljoen" in report
    assert run("inspect", sample(0), "--explain", "I.1/s1")[0] == 0


def test_a_structure_is_corrected_later(run: Run, desk: Path, tmp_path: Path) -> None:
    """The outline of a meeting that was corrected before is that of the correction."""
    outline = tmp_path / "opzet.txt"
    for name in ("Eerste", "Tweede"):
        assert run("import", sample(0), "--reissue", "--edit", outline)[0] == 0
        lines = outline.read_text("utf-8").splitlines()
        first = next(n for n, line in enumerate(lines) if line.startswith("1. "))
        assert ("Eerste" in lines[first]) == (name == "Tweede")
        lines[first] = lines[first].replace("1. ", f"1. {name} ", 1)
        outline.write_text("\n".join(lines), "utf-8")
        status, _, err = run("import", sample(0), "--reissue", "--edit", outline)
        assert status == 0, err
        outline.unlink()
    assert str(first_item(run)["title"]).startswith("Tweede Eerste")
    assert git(desk, "status", "--porcelain") == ""


def test_a_wrong_outline_names_its_line(run: Run, desk: Path, tmp_path: Path) -> None:
    outline = tmp_path / "opzet.txt"
    outline.write_text("# I. Deel\n1. Titel <- 1-9999\n", "utf-8")
    status, out, err = run("import", sample(1), "--edit", outline)
    assert (status, out) == (2, "")
    assert "2" in err
    assert git(desk, "status", "--porcelain") == ""
