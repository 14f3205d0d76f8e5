"""Dutch: what something is for whoever opens the sentence, and what is asked not to be done."""

from tests.positions.spoken import last

FOR_WHOM = {
    "Voor Malta hoeft een nieuw fonds niet.": ["land:MT:oppose"],
    "Voor Malta hoeft er geen nieuw fonds te komen.": ["land:MT:oppose"],
    "Voor de meeste lidstaten kan de vrijstelling komen te vervallen.": [
        "lidstaten:meeste:support"
    ],
    "Voor Malta kan er van gedeelde schulden geen sprake zijn.": ["land:MT:oppose"],
    "Voor Malta kan een akkoord niet zonder garanties.": ["land:MT:call"],
    "Voor Malta blijft artikel 4 een struikelblok.": ["land:MT:concern"],
    "Voor Malta ging de Commissie niet ver genoeg.": ["land:MT:concern"],
    "Voor Malta volstaat een aanbeveling.": ["land:MT:support"],
    "Voor Malta is de maat vol.": ["land:MT:oppose"],
    "Voor Malta hoort de visserij erbuiten te vallen.": ["land:MT:call"],
    # and in the middle of a sentence
    "Veiligheid op zee is voor Malta het uitgangspunt.": ["land:MT:call"],
    "Over de grens valt voor Malta niet te onderhandelen.": ["land:MT:call"],
    "Een heffing komt voor Malta niet in aanmerking.": ["land:MT:oppose"],
    "Over de termijn valt voor Malta te praten.": ["land:MT:support"],
    # what others will do for them
    "Voor Malta zal de Commissie geen extra geld vrijmaken.": ["commissie:oppose"],
    "Voor Malta en Cyprus kondigde de Commissie extra geld aan.": ["commissie:announce"],
    # what follows for somebody, and rules for them, are no view
    "Voor Malta kan dit grote gevolgen hebben.": [],
    "Voor de lidstaten geldt een termijn van twee jaar.": [],
    "Voor Malta gaat het om een bijdrage van 12 miljoen euro.": [],
    "Voor Malta nam de minister van Visserij deel.": [],
}
ASKED_NOT = {
    "Malta pleitte ervoor de richtlijn niet te herzien.": ["land:MT:oppose"],
    "Malta riep de Commissie op om geen nieuwe regels voor te stellen.": ["land:MT:oppose"],
    "Malta verzocht om de tekst niet te wijzigen.": ["land:MT:oppose"],
    "Malta riep de Raad op de conclusies niet te steunen.": ["land:MT:oppose"],
    "Malta vroeg collega's het mandaat niet goed te keuren.": ["land:MT:oppose"],
    "Malta riep andere landen op de junta niet te steunen.": ["land:MT:call"],
    "Malta pleitte ervoor de sancties tegen het regime te handhaven.": ["land:MT:call"],
    "Malta pleitte tegen handhaving van de sancties.": ["land:MT:oppose"],
    "Malta verzocht de Commissie af te zien van een verbod.": ["land:MT:oppose"],
    "Malta drong aan op het niet verlengen van de maatregel.": ["land:MT:oppose"],
    "Malta zag het liefst dat er geen nieuwe verplichtingen komen.": ["land:MT:oppose"],
    # of harm it is a call, and a denial of the asking asks for nothing
    "Malta riep op kleine bedrijven niet te vergeten.": ["land:MT:call"],
    "Malta pleitte ervoor niet te lang te wachten.": ["land:MT:call"],
    "Malta riep de partijen op af te zien van geweld.": ["land:MT:call"],
    "Malta pleitte niet voor een verbod.": ["land:MT:inform"],
}
OTHERS = {
    "Malta kondigde aan tegen te zullen stemmen.": ["land:MT:oppose"],
    "Malta kondigde aan tegen de nieuwe liggeldheffing te zullen stemmen.": ["land:MT:oppose"],
    "Malta kondigde aan het fonds in 2027 te zullen openen.": ["land:MT:announce"],
    "De Commissie kon nog niet toezeggen dat de termijn wordt verlengd.": ["commissie:reserve"],
    "De Commissie zei geen plannen te hebben voor een verbod.": ["commissie:oppose"],
    "De Commissie erkende de zorgen en zal in mei met richtsnoeren komen.": [
        "commissie:inform",
        "commissie:announce",
    ],
    "De Commissie meldde dat zij in mei een oproep voor projecten zal openstellen.": [
        "commissie:announce"
    ],
    "Malta en Cyprus waren gekant tegen een quotum.": ["land:MT:oppose", "land:CY:oppose"],
    "Malta sloot niet uit dat het met de tekst instemt.": ["land:MT:reserve"],
    "Malta stelde als voorwaarde dat er geld beschikbaar komt.": ["land:MT:reserve"],
    "Malta stelde tevreden vast dat de uitzondering blijft.": ["land:MT:support"],
    "Malta stelde bezorgd vast dat de voorraden slinken.": ["land:MT:concern"],
    "Malta zag liever dat eerst de bestaande regels worden nageleefd.": ["land:MT:call"],
    "Malta had liever een ander voorstel gezien.": ["land:MT:concern"],
    "De minister wenste Malta veel succes.": ["nederland:inform"],
    "Enkele lidstaten (MT, CY en EL) waren tegen.": [
        "lidstaten:enkele:oppose",
        "land:MT:oppose",
        "land:CY:oppose",
        "land:GR:oppose",
    ],
}


def as_said(text: str) -> list[str]:
    return [f"{actor}:{stance}" for actor, stance in last(text)]


def test_what_something_is_for_somebody() -> None:
    assert {text: as_said(text) for text in FOR_WHOM} == FOR_WHOM


def test_what_is_asked_not_to_be_done() -> None:
    assert {text: as_said(text) for text in ASKED_NOT} == ASKED_NOT


def test_sides_announced_left_open_and_named_by_codes() -> None:
    assert {text: as_said(text) for text in OTHERS} == OTHERS


def test_those_named_before() -> None:
    assert last("Malta was kritisch.", "Volgens die lidstaat is het plan prematuur.") == [
        ("land:MT", "oppose")
    ]
    assert last("Malta en Cyprus waren kritisch.", "Deze landen wezen een heffing af.") == [
        ("land:MT", "oppose"),
        ("land:CY", "oppose"),
    ]
    assert last("Enkele lidstaten aarzelden.", "Deze lidstaten vroegen om tijd.") == [
        ("lidstaten:enkele", "call")
    ]


def test_a_meeting_that_ends_with_a_meal_decides_nothing() -> None:
    assert last("De discussie werd besloten met een lunch.") == []
