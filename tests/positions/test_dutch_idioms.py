"""Dutch: everyday verdicts that name no stance, and idioms whose preposition stands elsewhere."""

import pytest

from tests.positions.spoken import last

SENTENCES = {
    # the preposition of an idiom opens the sentence, or is written with what it points at
    "Over de vangstregels was Malta goed te spreken.": ["land:MT:support"],
    "Voor een vaste verdeling is Malta niet te vinden.": ["land:MT:oppose"],
    "Aan een ruimer mandaat heeft Malta geen boodschap.": ["land:MT:oppose"],
    "Malta was daarover goed te spreken.": ["land:MT:support"],
    "Ook naar een heffing had Malta wel oren.": ["land:MT:support"],
    "Over de havens vertelde Malta hoe het is gegaan.": ["land:MT:inform"],
    # what may be said of a thing
    "Met de drempel valt volgens Malta goed te werken.": ["land:MT:support"],
    "Op die partner valt volgens Malta niet meer te bouwen.": ["land:MT:concern"],
    "Malta had tegen de drempel niets meer in te brengen.": ["land:MT:support"],
    "De uitvoering laat volgens Malta te wensen over.": ["land:MT:concern"],
    "Een heffing is wat Malta betreft niet langer aan de orde.": ["land:MT:oppose"],
    "Een nieuwe studie kan volgens Malta achterwege blijven.": ["land:MT:oppose"],
    "Frontex vervult volgens de Commissie een onmisbare rol.": ["commissie:support"],
    # a judgement before its verb
    "Minder gelukkig was Malta met de inzet van de havens.": ["land:MT:concern"],
    # what a thing would be to somebody
    "Voor Malta zou dit onaanvaardbaar zijn.": ["land:MT:oppose"],
    "Voor Malta zou een verbod een te vergaande ingreep zijn.": ["land:MT:concern"],
    # worries of before that no longer count
    "De zorgen die Malta over de termijn had, zijn door de nieuwe tekst weggenomen.": [
        "land:MT:support"
    ],
    "De bezwaren die Malta tegen de termijn had, zijn nog niet weggenomen.": ["land:MT:oppose"],
    "Bezwaren rond de kosten staan wat Malta betreft niet langer in de weg aan een fonds.": [
        "land:MT:support"
    ],
    "Malta nam zijn bezwaren tegen de richtlijn terug.": ["land:MT:support"],
    # whom somebody joins, and whose call was only met
    "Malta voegde zich bij de landen die meer vangst willen toestaan.": ["land:MT:call"],
    "Malta voegde zich, na een storm, bij de landen die de vangst willen verhogen.": [
        "land:MT:call"
    ],
    "Malta sloot zich aan bij de lidstaten die om extra middelen vroegen.": ["land:MT:call"],
    "De oproep van Malta vond bij veel lidstaten gehoor.": ["lidstaten:veel:support"],
    # sides that are not taken yet
    "Malta staat achter het fonds, maar wil eerst weten wat het kost.": [
        "land:MT:support",
        "land:MT:reserve",
    ],
    "Malta wilde daar niets van weten.": ["land:MT:oppose"],
    "Malta keek de kat uit de boom.": ["land:MT:reserve"],
    # deeds to come, and those that others should do
    "Malta neemt het voortouw bij de proef.": ["land:MT:announce"],
    "Malta vond dat de Commissie het voortouw moet nemen.": ["land:MT:call"],
}


@pytest.mark.parametrize("text", SENTENCES)
def test_an_idiom_gives_its_stance(text: str) -> None:
    assert [f"{actor}:{stance}" for actor, stance in last(text)] == SENTENCES[text]
