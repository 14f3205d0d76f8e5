"""Languages are folders of word lists."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from workflow import languages

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
