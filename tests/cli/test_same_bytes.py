"""Whoever exports one version, in whatever language and zone, gets the same file."""

import hashlib
import time
from pathlib import Path

import pytest

JUNE = "2031-06-12-jbz"


@pytest.fixture
def zone(monkeypatch):
    """Set the time zone of this process."""

    def put(name):
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield put
    monkeypatch.undo()
    time.tzset()


def test_the_user_leaves_no_trace_in_the_file(run, copy_desk, tmp_path: Path, zone) -> None:
    copy_desk(tmp_path / "desk", 2)
    found = set()
    for language, name in (("nl", "UTC"), ("en", "Asia/Tokyo")):
        zone(name)
        digests = []
        for form, changes in (("docx", "redline"), ("html", "clean"), ("md", "clean")):
            path = tmp_path / f"{language}-{changes}.{form}"
            words = ("--since", "meeting", "--changes", changes, "--format", form, "-o", path)
            assert run("--language", language, "export", JUNE, *words)[0] == 0
            digests.append(hashlib.sha256(path.read_bytes()).hexdigest())
        mail = tmp_path / f"{language}.eml"
        assert run("--language", language, "mail", JUNE, "--to", "a@b.nl", "-o", mail)[0] == 0
        digests.append(hashlib.sha256(mail.read_bytes()).hexdigest())
        found.add(tuple(digests))
    assert len(found) == 1
