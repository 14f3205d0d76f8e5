"""Families of ways to take a side, each in a short sentence, and neutral ones with their words.

The sentences stand in `stance_families.toml`; all of them are invented.
"""

import tomllib
from pathlib import Path

import pytest
from spoken import report_of

from workflow.positions.attribution import attribute

FAMILIES = tomllib.loads(
    (Path(__file__).parent / "stance_families.toml").read_text(encoding="utf-8")
)

ANYBODY = "anybody"
"""The actor of neutral sentences in which nobody at all takes a side."""


def stances(language: str, actor: str, text: str) -> set[str]:
    """What the sentence says about where an actor, or a group of member states, stands."""
    found = attribute(report_of(text, language=language))[0]
    return {one.stance for one in found if actor == ANYBODY or actor in (one.actor, one.actor[:9])}


@pytest.mark.parametrize("language", sorted(FAMILIES))
def test_every_way_of_taking_a_side_is_read(language: str) -> None:
    for stance in ("support", "oppose", "concern", "reserve", "call", "announce"):
        for actor, texts in FAMILIES[language].get(stance, {}).items():
            for text in texts:
                assert stance in stances(language, actor, text), text


@pytest.mark.parametrize("language", sorted(FAMILIES))
def test_facts_in_the_same_words_take_no_side(language: str) -> None:
    for actor, texts in FAMILIES[language]["neutral"].items():
        for text in texts:
            assert stances(language, actor, text) <= {"inform", "none", "decide"}, text
