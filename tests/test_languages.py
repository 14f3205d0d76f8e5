"""Languages are folders of word lists."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from workflow import languages
from workflow.summaries.readable import counted

FOLDER = Path(languages.__file__).parent
FILES = sorted(path for path in FOLDER.glob("*/*.toml") if path.name != "verbs.toml")
"""In the verbs, lists are forms in their places, and two forms may be the same word."""


def test_a_folder_with_word_lists_is_a_language(tmp_path):
    for name in ("fr", "en", "nl"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "headings.toml").write_text("")
    (tmp_path / "__pycache__").mkdir()
    assert languages._shipped(tmp_path) == ("nl", "en", "fr")
    assert languages.LANGUAGES == ("nl", "en")


def _lists(data, place=""):
    for key, value in data.items():
        if isinstance(value, dict):
            yield from _lists(value, f"{place}{key}.")
        elif isinstance(value, list) and all(isinstance(each, str) for each in value):
            yield place + key, value


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_list_has_a_word_twice(path):
    twice = {
        place: words
        for place, value in _lists(tomllib.loads(path.read_text("utf-8")))
        if (words := [word for word, times in Counter(value).items() if times > 1])
    }
    assert not twice


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """Where the user's cache is kept; what this process knows by heart is forgotten."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    languages.data.cache_clear()
    yield tmp_path / "council-workflow"
    languages.data.cache_clear()


def _again(language, name):
    languages.data.cache_clear()
    return languages.data(language, name)


def test_words_are_read_from_the_cache_once_they_are_kept(kept, monkeypatch):
    known = languages.data("nl", "interface/common")
    monkeypatch.setattr(tomllib, "loads", None)
    assert _again("nl", "interface/common") == known
    assert [path.name for path in kept.iterdir()] == ["nl-interface-common.cache"]


def test_a_damaged_cache_of_words_is_made_anew(kept):
    known = languages.data("en", "calendar")
    (kept / "en-calendar.cache").write_bytes(b"no such thing")
    assert _again("en", "calendar") == known
    assert (kept / "en-calendar.cache").stat().st_size > 100


def test_a_changed_word_list_is_read_anew(kept, tmp_path, monkeypatch):
    home = tmp_path / "words"
    (home / "nl").mkdir(parents=True)
    monkeypatch.setattr(languages, "_HERE", home)
    languages.source.cache_clear()
    for text in ("word = 'one'", "word = 'another'"):
        (home / "nl" / "own.toml").write_text(text, "utf-8")
        languages.source.cache_clear()
        assert f"word = {_again('nl', 'own')['word']!r}" == text


def test_words_need_no_place_to_be_kept(kept):
    kept.write_text("a file where a folder should be", "utf-8")
    assert languages.data("nl", "calendar")["months"][0] == "januari"


def test_lists_with_days_are_read_without_being_kept(kept):
    first = languages.data("en", "persons")
    assert first == _again("en", "persons")
    assert not list(kept.glob("*.cache"))


@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_every_count_has_its_words(language):
    languages.use(language)
    source = "".join(path.read_text("utf-8") for path in FOLDER.parent.rglob("*.py"))
    keys = set(re.findall(r'counted\("(\w+)"', source))
    assert len(keys) >= 4
    assert all(counted(key, n) for key in keys for n in range(3))
