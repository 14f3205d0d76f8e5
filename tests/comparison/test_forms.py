"""The kind of a change does not depend on the form of the sentence in which a view is told."""

from itertools import product

import pytest
from answer_key import spoken_changes

# Ways of telling one view, by language: for the thing, and against it.
VIEWS = {
    "nl": (
        (
            "Zweden pleitte voor een snelle invoering van het label.",
            "In Luxemburg pleitte Zweden voor een snelle invoering van het label.",
            "Wat Zweden betreft is een snelle invoering van het label noodzakelijk.",
            "Zweden gaf aan dat het voorstander is van een snelle invoering van het label.",
            "Polen was tegen, maar Zweden pleitte voor een snelle invoering van het label.",
        ),
        (
            "Zweden wees een snelle invoering van het label af.",
            "Tijdens de lunch wees Zweden een snelle invoering van het label af.",
            "Naar het oordeel van Zweden is een snelle invoering van het label onaanvaardbaar.",
            "Zweden gaf aan dat het bezwaar heeft tegen een snelle invoering van het label.",
            "Een snelle invoering van het label wees Zweden af, omdat die kleine bedrijven treft.",
        ),
    ),
    "en": (
        (
            "Sweden pressed for a ban on laughing gas.",
            "Over lunch, Sweden pressed for a ban on laughing gas.",
            "In Luxembourg Sweden pressed for a ban on laughing gas.",
            "As far as Sweden was concerned, a ban on laughing gas was necessary.",
            "Most member states, including Sweden, pressed for a ban on laughing gas.",
        ),
        (
            "Sweden expressed concern about a ban on laughing gas.",
            "At the last meeting, Sweden expressed concern about a ban on laughing gas.",
            "In Brussels Sweden expressed concern about a ban on laughing gas.",
            "As far as Sweden was concerned, a ban on laughing gas was unacceptable.",
            "There was opposition from Sweden to a ban on laughing gas.",
        ),
    ),
}


def kinds(language: str, older: str, newer: str) -> set[str]:
    """What became of the view of Sweden."""
    changes = spoken_changes(language, older, newer)
    return {change.kind for change in changes if change.actor == "land:SE"}


@pytest.mark.parametrize("language", sorted(VIEWS))
def test_a_turn_is_found_from_every_form_to_every_other(language: str) -> None:
    for one, other in product(*VIEWS[language]):
        for older, newer in ((one, other), (other, one)):
            assert kinds(language, older, newer) == {"reversed"}, (older, newer)


@pytest.mark.parametrize("language", sorted(VIEWS))
def test_the_same_view_in_another_form_is_no_turn_and_none_of_another(language: str) -> None:
    for view in VIEWS[language]:
        for older, newer in product(view, repeat=2):
            found = kinds(language, older, newer)
            assert found, (older, newer)
            assert found.isdisjoint({"reversed", "new", "dropped"}), (older, newer)
