"""What stands for a word to be typed is said in the user's language, everywhere alike."""

import re

import pytest

from workflow.cli.commandparser import place_words
from workflow.cli.parser import build_parser
from workflow.languages import labels, use


def help_texts(language):
    """The help of every command, by its name."""
    use(language)
    (commands,) = (each for each in build_parser()._actions if each.dest == "==SUPPRESS==")
    return {name: parser.format_help() for name, parser in commands.choices.items()}


def test_dutch_help_has_no_english_places():
    english = labels("en", "cli.places")
    same = {name for name, word in labels("nl", "cli.places").items() if name == word}
    for name, text in help_texts("nl").items():
        found = set(re.findall(r"\b[A-Z]{2,}(?:-[A-Z]{2,})*\b", text))
        assert not (found & set(english)) - same, name


def test_every_place_has_a_word():
    known = set(labels("en", "cli.places")) | {"II", "HTML", "JSON", "CSV"}
    for name, text in help_texts("en").items():
        found = set(re.findall(r"\b[A-Z]{2,}(?:-[A-Z]{2,})*\b", text))
        assert found <= known, name


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("meeting|approved|sent|MEETING", "meeting|approved|sent|VERGADERING"),
        ("A[..B]", "A[..B]"),
        ("YYYY-MM-DD", "JJJJ-MM-DD"),
        ("KIND,KIND", "SOORT,SOORT"),
        ("I.1,II.2", "I.1,II.2"),
    ],
)
def test_places_in_dutch(text, said):
    use("nl")
    assert place_words(text) == said
