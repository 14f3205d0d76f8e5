"""To ask for a thing and to ask not to do it are a turn, whatever is to be done with the thing."""

from itertools import product

import pytest
from answer_key import spoken_changes

THING = {"nl": "de regeling voor kleine havens", "en": "the scheme for small ports"}

# Infinitive and participle of what is to be done.
DOING = {
    "nl": [
        ("te schrappen", "geschrapt"),
        ("te wijzigen", "gewijzigd"),
        ("te behouden", "behouden"),
        ("te verlengen", "verlengd"),
        ("te verbieden", "verboden"),
        ("op te schorten", "opgeschort"),
        ("te verlagen", "verlaagd"),
    ],
    "en": [
        ("delete", "deleted"),
        ("amend", "amended"),
        ("keep", "kept"),
        ("extend", "extended"),
        ("ban", "banned"),
        ("postpone", "postponed"),
        ("end", "ended"),
    ],
}
# What is asked, with the words of the denial between brackets.
ASKING = {
    "nl": [
        "Spanje pleitte ervoor {thing}[ niet] {doing}.",
        "Spanje riep de Commissie op {thing}[ niet] {doing}.",
        "Spanje vindt dat {thing}[ niet] moet worden {done}.",
        "Spanje achtte het[ niet] nodig {thing} {doing}.",
        "Spanje kondigde aan {thing}[ niet] {doing}.",
    ],
    "en": [
        "Spain called on the Commission[ not] to {doing} {thing}.",
        "Spain argued that {thing} should[ not] be {done}.",
        "Spain was[ not] in favour of the proposal to {doing} {thing}.",
        "Spain will[ not] {doing} {thing}.",
    ],
}


def _kind(language: str, older: str, newer: str) -> str:
    (change,) = (each for each in spoken_changes(language, older, newer) if each.actor == "land:ES")
    return change.kind


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_wish_and_its_denial_are_a_turn(language: str) -> None:
    for asking, (doing, done) in product(ASKING[language], DOING[language]):
        said = asking.format(thing=THING[language], doing=doing, done=done)
        begin, _, rest = said.partition("[")
        denial, _, end = rest.partition("]")
        for_it, against = begin + end, begin + denial + end
        assert _kind(language, for_it, against) == "reversed", against
        assert _kind(language, against, for_it) == "reversed", against


@pytest.mark.parametrize(
    ("language", "older", "newer"),
    [
        (
            "nl",
            "Spanje vindt dat de regeling voor kleine havens behouden moet blijven.",
            "Spanje vindt dat de regeling voor kleine havens niet mag worden geschrapt.",
        ),
        (
            "en",
            "Spain argued that the scheme for small ports should be kept.",
            "Spain argued that the scheme for small ports should not be deleted.",
        ),
        (
            "en",
            "Spain argued that the scheme for small ports must be extended by the end of 2028.",
            "Spain argued that the scheme for small ports must be extended.",
        ),
    ],
)
def test_to_keep_and_not_to_delete_is_one_side(language: str, older: str, newer: str) -> None:
    assert _kind(language, older, newer) != "reversed"
    assert _kind(language, newer, older) != "reversed"


@pytest.mark.parametrize(
    ("language", "actor", "older", "newer"),
    [
        (
            "nl",
            "land:ES",
            "Spanje ziet de noodzaak om havens te sluiten en steunt het plan voor kleine boten.",
            "Spanje ziet geen noodzaak om havens te sluiten en steunt het plan voor kleine boten.",
        ),
        (
            "nl",
            "lidstaten",
            "Veel lidstaten waren positief over de reserve, mits de bedragen gelijk blijven.",
            "Veel lidstaten waren negatief over de reserve, mits de bedragen gelijk blijven.",
        ),
        (
            "en",
            "raad",
            "The Council agreed that costs must be shared, and concluded that ports must open.",
            "The Council agreed that costs must be shared, and concluded that ports must not open.",
        ),
    ],
)
def test_one_of_two_stances_turned_round_is_told(
    language: str, actor: str, older: str, newer: str
) -> None:
    changes = spoken_changes(language, older, newer)
    assert "reversed" in {each.kind for each in changes if each.actor == actor}


def test_measures_against_a_thing_are_no_turn_from_attention_for_it() -> None:
    assert (
        _kind(
            "nl",
            "Spanje vroeg aandacht voor schade aan leidingen door aardbevingen.",
            "Spanje eiste maatregelen tegen schade aan leidingen door aardbevingen.",
        )
        == "firmer"
    )


def test_two_words_for_being_against_are_no_turn() -> None:
    older = "Spanje was geen voorstander van de verplichte keuring van vissersboten."
    newer = "Spanje toonde zich fel tegenstander van de verplichte keuring van vissersboten."
    assert _kind("nl", older, newer) != "reversed"
    assert _kind("nl", newer, older) != "reversed"
