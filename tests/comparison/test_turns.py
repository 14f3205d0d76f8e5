"""A turn from for to against, or back, is found from the sentences alone, whatever its wording."""

import tomllib
from pathlib import Path

import pytest
from answer_key import spoken_changes

WRITTEN = tomllib.loads((Path(__file__).parent / "turns.toml").read_text("utf-8"))

# Language, the sentence of one side and that of the other side.
TURNS = [
    (
        "nl",
        "Nederland steunde de verplichte keuring van vrachtwagens.",
        "Nederland kon niet instemmen met de verplichte keuring van vrachtwagens.",
    ),
    (
        "nl",
        "Nederland was kritisch over de verplichte keuring van vrachtwagens.",
        "Nederland verwelkomde de verplichte keuring van vrachtwagens.",
    ),
    (
        "nl",
        "Polen maakte een voorbehoud bij de verdeling van slots.",
        "Polen trok het voorbehoud bij de verdeling van slots in.",
    ),
    (
        "nl",
        "Frankrijk sprak steun uit voor de rusttijden van chauffeurs.",
        "Frankrijk gaf aan bezwaar te hebben tegen de rusttijden van chauffeurs.",
    ),
    (
        "nl",
        "Nederland riep op tot een verbod op nachtvluchten.",
        "Nederland waarschuwde voor een verbod op nachtvluchten.",
    ),
    (
        "nl",
        "Duitsland verwelkomde het gezamenlijk inkopen van geneesmiddelen.",
        "Duitsland uitte zorgen over het gezamenlijk inkopen van geneesmiddelen.",
    ),
    (
        "nl",
        "Duitsland was geen voorstander van het gezamenlijk inkopen van geneesmiddelen.",
        "Duitsland was voorstander van het gezamenlijk inkopen van geneesmiddelen.",
    ),
    (
        "nl",
        "De Commissie wees een uitzondering voor eilanden af.",
        "De Commissie stond open voor een uitzondering voor eilanden.",
    ),
    (
        "nl",
        "Spanje toonde zich terughoudend over de vangstbeperking.",
        "Spanje schaarde zich achter de vangstbeperking.",
    ),
    (
        "nl",
        "Italië kon zich vinden in de vangstbeperking.",
        "Italië kon zich niet vinden in de vangstbeperking.",
    ),
    (
        "nl",
        "Ierland onderschreef de erkenning van diploma's.",
        "Ierland plaatste vraagtekens bij de erkenning van diploma's.",
    ),
    (
        "nl",
        "Zweden zag geen meerwaarde in een Europees diploma.",
        "Zweden zag de meerwaarde van een Europees diploma.",
    ),
    (
        "nl",
        "Oostenrijk keerde zich tegen de hogere tol.",
        "Oostenrijk sprak zich uit voor de hogere tol.",
    ),
    (
        "nl",
        "België pleitte voor een langere termijn.",
        "België verzette zich tegen een langere termijn.",
    ),
    (
        "nl",
        "Griekenland achtte de heffing onaanvaardbaar.",
        "Griekenland achtte de heffing aanvaardbaar.",
    ),
    (
        "nl",
        "Enkele lidstaten konden het voorstel over speelgoed niet steunen.",
        "Enkele lidstaten konden het voorstel over speelgoed steunen.",
    ),
    (
        "nl",
        "Finland stelde een ruimere definitie van roken op prijs.",
        "Finland had moeite met een ruimere definitie van roken.",
    ),
    (
        "nl",
        "Hongarije blokkeerde de sancties.",
        "Hongarije ging akkoord met de sancties.",
    ),
    (
        "nl",
        "Portugal onthield zich niet langer en stemde voor de quota.",
        "Portugal stemde tegen de quota.",
    ),
    (
        "nl",
        "Nederland was positief over de vaccinatiekaart.",
        "Nederland was negatief over de vaccinatiekaart.",
    ),
    (
        "en",
        "Ireland could accept the quota for mackerel.",
        "Ireland could not support the quota for mackerel.",
    ),
    (
        "en",
        "Ireland welcomed the quota for mackerel.",
        "Ireland expressed concern about the quota for mackerel.",
    ),
    (
        "en",
        "Poland entered a reservation on driving times.",
        "Poland lifted its reservation on driving times.",
    ),
    (
        "en",
        "France was in favour of a common diploma.",
        "France was not in favour of a common diploma.",
    ),
    (
        "en",
        "France called for a ban on night flights.",
        "France warned against a ban on night flights.",
    ),
    (
        "en",
        "Spain objected to the landing obligation.",
        "Spain could agree to the landing obligation.",
    ),
    (
        "en",
        "Spain questioned the need for a health card.",
        "Spain saw the need for a health card.",
    ),
    (
        "en",
        "Germany rejected joint procurement of medicines.",
        "Germany was open to joint procurement of medicines.",
    ),
    (
        "en",
        "Germany endorsed joint procurement of medicines.",
        "Germany was sceptical about joint procurement of medicines.",
    ),
    (
        "en",
        "Italy argued for a longer deadline.",
        "Italy argued against a longer deadline.",
    ),
    (
        "en",
        "Some Member States backed the toll.",
        "Some Member States resisted the toll.",
    ),
    (
        "en",
        "Greece found the levy unacceptable.",
        "Greece found the levy acceptable.",
    ),
    (
        "en",
        "Sweden had difficulties with the levy.",
        "Sweden was able to support the levy.",
    ),
    (
        "en",
        "Finland voted against the directive on toys.",
        "Finland voted in favour of the directive on toys.",
    ),
    (
        "en",
        "Austria saw merit in a European licence.",
        "Austria saw no merit in a European licence.",
    ),
    (
        "nl",
        "Malta was tegen de afschaffing van de toeslag.",
        "Malta kon de bepaling over de toeslag in het compromis aanvaarden.",
    ),
    ("en", "Malta opposed any change to the toll.", "Malta supported an increase in the toll."),
    ("nl", "Malta was tegen elke wijziging van de tol.", "Malta steunde een verhoging van de tol."),
    (
        "en",
        "Austria welcomed the text, which struck a fair balance between noise and freight.",
        "Austria was unable to support the new text, which would leave villages in the noise.",
    ),
]


@pytest.mark.parametrize(("language", "one", "other"), TURNS)
def test_a_turn_is_reversed_both_ways(language: str, one: str, other: str) -> None:
    for older, newer in ((one, other), (other, one)):
        kinds = [change.kind for change in spoken_changes(language, older, newer)]
        assert kinds == ["reversed"]


@pytest.mark.parametrize(
    ("language", "actor", "one", "other"),
    [(language, *pair) for language in ("nl", "en") for pair in WRITTEN[language]],
)
def test_a_turn_in_words_of_a_report_is_reversed_both_ways(
    language: str, actor: str, one: str, other: str
) -> None:
    for older, newer in ((one, other), (other, one)):
        changes = spoken_changes(language, older, newer)
        assert "reversed" in {change.kind for change in changes if change.actor == actor}


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [(language, *pair) for language in ("nl", "en") for pair in WRITTEN["alike"][language]],
)
def test_two_ways_of_taking_one_side_are_no_turn(language: str, one: str, other: str) -> None:
    for older, newer in ((one, other), (other, one)):
        kinds = [change.kind for change in spoken_changes(language, older, newer)]
        assert kinds
        assert "reversed" not in kinds
