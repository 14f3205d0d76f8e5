"""Languages are folders."""

from workflow import languages


def test_a_folder_with_word_lists_is_a_language(tmp_path):
    for name in ("fr", "en", "nl"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "headings.toml").write_text("")
    (tmp_path / "__pycache__").mkdir()
    assert languages._shipped(tmp_path) == ("nl", "en", "fr")
    assert languages.LANGUAGES == ("nl", "en")
