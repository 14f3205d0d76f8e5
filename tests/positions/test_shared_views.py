"""Circles of states, and views that others share, hold or meet. All text is ours."""

import pytest
from spoken import last

from workflow.errors import WorkflowError
from workflow.positions.loading import load_lexicon

BALTIC = ["land:EE", "land:LV", "land:LT"]

DUTCH = {
    # a circle is each of its states, a part of it is a group
    "De Baltische staten steunden dit.": [(one, "support") for one in BALTIC],
    "De drie Baltische staten steunden dit.": [(one, "support") for one in BALTIC],
    "Enkele Baltische staten steunden dit.": [("lidstaten:enkele", "support")],
    "De Benelux verzette zich hiertegen.": [
        ("land:BE", "oppose"),
        ("nederland", "oppose"),
        ("land:LU", "oppose"),
    ],
    "Een meerderheid van de Raad steunde het voorstel.": [("lidstaten:meerderheid", "support")],
    # relative passives
    "Ierland vroeg om haast, een wens die door Malta en Letland werd gesteund.": [
        ("land:IE", "call"),
        ("land:MT", "support"),
        ("land:LV", "support"),
    ],
    "Ik uitte mijn zorg over het tempo, een punt dat door veel lidstaten werd herkend.": [
        ("nederland", "concern"),
        ("lidstaten:veel", "support"),
    ],
    "Malta sprak steun uit voor het voorstel dat door de Commissie in mei was ingediend.": [
        ("land:MT", "support")
    ],
    # a participle in -en is a verb unless it describes a noun
    "Het voorstel werd door Polen afgewezen.": [("land:PL", "oppose")],
    "Bij de door Malta opgeworpen vragen werd stilgestaan.": [],
    "De tekst werd medeondertekend door Malta.": [("land:MT", "support")],
    # holders of a stance
    "Er waren zorgen, in het bijzonder bij Malta, over de kosten.": [("land:MT", "concern")],
    "Er was geen steun bij Malta voor het voorstel.": [("land:MT", "oppose")],
    "De tekst doet recht aan de zorgen van Malta.": [],
    "Deze aanpak vond weerklank bij Malta.": [("land:MT", "support")],
    # who is only present says nothing
    "Tijdens de lunch, waarbij ook Malta aanzat, benadrukte Polen het belang van haast.": [
        ("land:PL", "call")
    ],
    "Van Franse zijde is steun uitgesproken, waarbij ik heb aangedrongen op haast.": [
        ("land:FR", "support"),
        ("nederland", "call"),
    ],
    # what is wished is no decision yet, and who withdraws a reservation supports
    "Het voorzitterschap wil in juni een algemene oriëntatie bereiken.": [
        ("voorzitterschap", "announce")
    ],
    "Malta trok zijn voorbehoud in.": [("land:MT", "support")],
    # views in the middle of a sentence
    "Het is volgens het kabinet zaak dat de regels gelden.": [("nederland", "call")],
    "Daarbij zou wat Polen betreft de Commissie het voortouw moeten nemen.": [("land:PL", "call")],
    "Volgens Polen is de termijn te krap.": [("land:PL", "concern")],
    "Volgens Polen is de termijn niet te krap.": [("land:PL", "support")],
    "Volgens Polen is er nog een lange weg te gaan.": [("land:PL", "announce")],
    "Dat nam niet weg dat Polen vond dat er meer nodig is.": [("land:PL", "call")],
    "Veel landen, Malta voorop, vonden dat er meer nodig is.": [
        ("lidstaten:veel", "call"),
        ("land:MT", "call"),
    ],
    "Veel landen, met Malta voorop, vonden dat er meer nodig is.": [
        ("lidstaten:veel", "call"),
        ("land:MT", "call"),
    ],
}

ENGLISH = {
    "The Baltic states supported this.": [(one, "support") for one in BALTIC],
    "It was the view of several delegations that more should be done.": [
        ("lidstaten:meerdere", "call")
    ],
    "It is the Government's intention to support these conclusions.": [("land:GB", "support")],
    "The UK's view remains that the proposal is too costly.": [("land:GB", "concern")],
    "In Poland's view the scope was too open.": [("land:PL", "concern")],
    "Poland found the deadline not too tight.": [("land:PL", "support")],
    # what is foreseen is a future, also before the meeting
    "Germany is expected to oppose the plan.": [("land:DE", "oppose")],
    "The Presidency is due to report on progress.": [("voorzitterschap", "announce")],
    "There was no appetite among the Visegrad countries for targets.": [
        (f"land:{code}", "oppose") for code in ("CZ", "HU", "PL", "SK")
    ],
    "The UK will support the conclusions, provided that costs are kept down.": [
        ("land:GB", "support"),
        ("land:GB", "reserve"),
    ],
    "Sweden was the only one to speak in favour of the targets.": [("land:SE", "support")],
}


@pytest.mark.parametrize("text", DUTCH)
def test_views_that_are_shared_held_or_met_in_dutch(text):
    assert last(text) == DUTCH[text]


@pytest.mark.parametrize("text", ENGLISH)
def test_views_that_are_shared_held_or_met_in_english(text):
    assert last(text, language="en") == ENGLISH[text]


def test_who_wants_to_receive_something_speaks():
    found = last("Veel lidstaten wilden eerst zicht krijgen op de kosten.")
    assert [actor for actor, _ in found] == ["lidstaten:veel"]
    assert last("Malta kreeg het verzoek om te wachten.") == []


def test_a_house_may_add_a_circle(tmp_path):
    file = tmp_path / "actors.toml"
    file.write_text('[third.hanze]\nname = "Hanzegroep"\nmembers = ["DK", "NL"]\n', "utf-8")
    assert load_lexicon("nl", tmp_path).circles["derde:hanze"] == ("land:DK", "nederland")
    file.write_text('[third.hanze]\nname = "Hanzegroep"\nmembers = ["XX"]\n', "utf-8")
    with pytest.raises(WorkflowError) as caught:
        load_lexicon("nl", tmp_path)
    assert "XX" in str(caught.value)
