"""Files appear whole or not at all, and never over another one."""

import os
import stat
from pathlib import Path

import pytest
from briefing_samples import CHANGES, sample_briefing

from workflow.briefing import write
from workflow.briefing.write import default_name, render, write_briefing, write_file
from workflow.errors import WorkflowError


def test_a_taken_name_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "briefing.docx"
    path.write_text("van een ander")
    written = write_briefing(sample_briefing(), path)
    assert path.read_text() == "van een ander"
    assert written.path == tmp_path / "briefing-2.docx"
    assert written.moved
    assert any("briefing-2.docx" in notice for notice in written.notices)
    assert write_briefing(sample_briefing(), path).path.name == "briefing-3.docx"


def test_with_consent_a_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "briefing.docx"
    path.write_text("oud")
    written = write_briefing(sample_briefing(), path, overwrite=True)
    assert written.path == path
    assert path.read_bytes() == written.rendered.content
    assert not written.moved


def test_a_locked_file_makes_way_for_the_next_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "briefing.docx"
    path.write_text("open in Word")

    def locked(self: Path, target: Path) -> Path:
        raise PermissionError(13, "in gebruik")

    monkeypatch.setattr(Path, "replace", locked)
    assert write_file(path, b"nieuw", overwrite=True).name == "briefing-2.docx"
    assert path.read_text() == "open in Word"


def test_a_folder_without_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(source: object, target: object) -> None:
        raise OSError(95, "geen harde koppelingen")

    monkeypatch.setattr(os, "link", refused)
    path = tmp_path / "a.docx"
    assert write_file(path, b"een") == path
    assert write_file(path, b"twee").name == "a-2.docx"
    assert path.read_bytes() == b"een"


@pytest.mark.parametrize("form", ["docx", "md", "html"])
def test_stopping_leaves_no_file(form: str, tmp_path: Path) -> None:
    seen = []

    def proceed(done: int, total: int) -> bool:
        seen.append((done, total))
        return done < 2

    with pytest.raises(WorkflowError, match="gestopt"):
        write_briefing(sample_briefing(), tmp_path / "a.docx", form, proceed=proceed)
    assert seen == [(1, 4), (2, 4)]
    assert list(tmp_path.iterdir()) == []


def test_a_failure_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "geen ruimte meer")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WorkflowError, match="geen ruimte meer"):
        write_file(tmp_path / "a.docx", b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("geen map")
    with pytest.raises(WorkflowError, match="kan niet worden geschreven"):
        write_file(tmp_path / "bestand" / "a.docx", b"x")


def test_a_folder_is_made_and_a_private_file_stays_private(tmp_path: Path) -> None:
    path = write_file(tmp_path / "nieuw" / "a.eml", b"x", mode=0o600)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_name_that_is_a_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    assert write_file(tmp_path / "a.docx", b"x", overwrite=True).name == "a-2.docx"


def test_names_say_what_is_in_the_file() -> None:
    assert default_name(sample_briefing()) == "briefing-2031-03-04-fz.docx"
    assert default_name(sample_briefing(), "html") == "briefing-2031-03-04-fz.html"
    chosen = sample_briefing(items=["I.1", "II.2"])
    assert default_name(chosen) == "briefing-2031-03-04-fz-i-1-ii-2.docx"


def test_the_briefing_itself_does_not_change() -> None:
    briefing = sample_briefing()
    render(briefing)
    assert briefing == sample_briefing()
    assert len(CHANGES) == 5
    assert write.LONGEST_NAME == 60
