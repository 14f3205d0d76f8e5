"""Views whose stances are the same and whose things go opposite ways."""

import pytest
from answer_key import spoken_changes

OPPOSITE = {
    "nl": [
        ("pleitte voor uitbreiding van de lijst", "pleitte voor beperking van de lijst"),
        ("wilde de termijn verkorten", "wilde de termijn oprekken"),
        ("stelde voor de controles te hervatten", "stelde voor de controles te staken"),
        ("riep op het verdrag te ratificeren", "riep op het verdrag op te zeggen"),
        ("vroeg om invoering van de heffing", "vroeg om afschaffing van de heffing"),
        ("pleitte voor een strengere norm", "pleitte voor een mildere norm"),
        ("was voorstander van de tol", "verwelkomde het afschaffen van de tol"),
        ("steunde de keuring van bruggen", "drong erop aan de keuring van bruggen te schrappen"),
    ],
    "en": [
        ("called for the list to be extended", "called for the list to be cut"),
        ("wanted the deadline shortened", "wanted the deadline extended"),
        ("proposed resuming the checks", "proposed suspending the checks"),
        ("called for stricter limits", "called for looser limits"),
        ("asked for the levy to be introduced", "asked for the levy to be abolished"),
        ("called for swift accession", "called for accession to be delayed"),
        ("supported the duty to report", "urged that the duty to report be deleted"),
    ],
}
OTHER_THINGS = {
    "nl": [
        ("pleitte voor uitbreiding van de lijst", "pleitte voor beperking van de lasten"),
        ("wilde de termijn voor bezwaar verlengen", "wilde de procedure verkorten"),
        ("vroeg om invoering van de heffing", "vroeg om afschaffing van de vrijstelling"),
        (
            "sprak zich uit tegen het schrappen van de bijdrage",
            "sprak zich uit voor het handhaven van de bijdrage",
        ),
        ("was tegen verlaging van de vergoeding", "pleitte voor verhoging van de vergoeding"),
        ("wilde een strengere norm", "bepleitte een striktere norm"),
        (
            "was voor een aanpak van tolbelemmeringen op bruggen",
            "verwelkomde de opheffing van tolbelemmeringen op bruggen",
        ),
        (
            "steunde de herziening van de brugrichtlijn",
            "vroeg bij de herziening van de brugrichtlijn dubbele keuringen te schrappen",
        ),
        (
            "pleitte voor behoud van de keuring van bruggen",
            "was voor het schrappen van uitzonderingen bij de keuring van bruggen",
        ),
        (
            "wilde de keuring van bruggen handhaven",
            "vroeg om wijziging van de tarieven voor keuring van bruggen",
        ),
        (
            "steunde een termijn van een dag voor valse advertenties",
            "drong aan op verwijdering van valse advertenties binnen een dag",
        ),
        (
            "steunde een proef met veerponten",
            "vroeg na afloop van de proef met veerponten om een verslag",
        ),
        (
            "sprak zich uit voor een bindende einddatum en prees de gezamenlijke dienst",
            "was voorstander van een bindende dag voor het beëindigen van de tol en prees de "
            "gezamenlijke dienst",
        ),
    ],
    "en": [
        ("called for the list to be extended", "called for burdens to be reduced"),
        ("asked for the levy to be introduced", "asked for the exemption to be abolished"),
        ("opposed a reduction of the fee", "called for the fee to be raised"),
        ("opposed scrapping the aid", "was in favour of keeping the aid"),
        ("supported the bridge plan", "welcomed the removal of barriers named in the bridge plan"),
        (
            "wanted to keep the checks on bridges",
            "was in favour of deleting exemptions from the checks on bridges",
        ),
        (
            "supported the revision of the bridge directive",
            "asked for double checks to be deleted in the revision of the bridge directive",
        ),
    ],
}
SETTLED = {
    "nl": [
        ("eiste verplichte sensoren in alle havens",
         "hield niet per se vast aan verplichte sensoren in alle havens"),
    ],
    "en": [
        ("called for tagging throughout the chain",
         "no longer insisted on tagging throughout the chain"),
    ],
}  # fmt: skip
NAMES = {"nl": "Hongarije", "en": "Hungary"}


def kinds(language: str, one: str, other: str) -> list[str]:
    older, newer = (f"{NAMES[language]} {text}." for text in (one, other))
    return [change.kind for change in spoken_changes(language, older, newer)]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_same_thing_pulled_the_other_way_is_reversed(language: str) -> None:
    for one, other in OPPOSITE[language]:
        assert kinds(language, one, other) == ["reversed"], (one, other)
        assert kinds(language, other, one) == ["reversed"], (other, one)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_another_thing_pulled_the_other_way_is_no_reversal(language: str) -> None:
    for one, other in OTHER_THINGS[language]:
        assert "reversed" not in kinds(language, one, other), (one, other)
        assert "reversed" not in kinds(language, other, one), (other, one)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_no_longer_insisted_on_is_softer(language: str) -> None:
    for one, other in SETTLED[language]:
        assert kinds(language, one, other) == ["softer"], (one, other)
        assert kinds(language, other, one) == ["firmer"], (other, one)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nl", "Het voorzitterschap vroeg de ministers te reflecteren op twee vragen."),
        ("en", "The Presidency asked ministers to reflect on two questions."),
        ("en", "The Presidency invited ministers to report on their preparations."),
        ("en", "The Presidency debriefed ministers on the last round of talks."),
        ("en", "The Presidency concluded that discussions would continue."),
        ("en", "The Presidency reminded delegations that four meetings had been held."),
        ("en", "The Council sought a general approach on the fund."),
        ("nl", "Het voorzitterschap concludeerde dat de besprekingen worden voortgezet."),
        ("nl", "Het voorzitterschap riep op de onderhandelingen voort te zetten."),
    ],
)
def test_a_presidency_that_asks_for_views_drops_none(language: str, sentence: str) -> None:
    plain = {"nl": "Hongarije steunde het fonds.", "en": "Hungary supported the fund."}[language]
    changes = spoken_changes(language, sentence, plain)
    assert [change.actor for change in changes] == ["land:HU"]


def test_that_others_fail_is_no_firmer_promise() -> None:
    one = "zegde toe 200 agenten te leveren aan de reserve"
    other = "betreurde dat andere lidstaten hun agenten voor de reserve niet leveren"
    assert kinds("nl", one, other) == ["reworded"]
