"""What lies ahead: which sentences announce a next step, and which of them the Council sees."""

import pytest

from workflow.summaries.ahead import is_effect, is_elsewhere, is_firm

EFFECTS = [
    ("nl", "zal", "Deze verordening zal de samenwerking tussen de diensten versterken."),
    ("nl", "zal", "Daarmee zal het nieuwe registratiesysteem mogelijk houvast bieden."),
    ("nl", "zullen", "Het voorstel bevat regels die grensregio's zullen helpen."),
    ("nl", "zal", "Dit zal leiden tot minder wachttijden aan de buitengrens."),
    ("en", "will", "The new directive will improve the position of small firms."),
    ("en", "will", "Spain praised a package which will make a real difference to farmers."),
    ("en", "will", "This will help ports to share their data."),
]
STEPS = [
    ("nl", "zal", "De Commissie zal de samenwerking met de agentschappen versterken."),
    ("nl", "zal", "Over dit voorstel zal de minister uw Kamer voor de zomer helpen informeren."),
    ("nl", "zal", "Het voorstel zal in het najaar worden besproken."),
    ("nl", "zal", "Zoals bij het akkoord van Malta zal Frankrijk een bijdrage bieden."),
    ("en", "will", "The Government will work to ensure agreement by the end of the year."),
    ("en", "will", "On this proposal the Commission will provide an impact assessment."),
    ("en", "will", "The proposal will return to the Council in May."),
    ("en", "will", "After this agreement Denmark will offer two vessels."),
]


@pytest.mark.parametrize(("language", "cue", "text"), EFFECTS)
def test_what_a_thing_brings_about_is_no_step(language, cue, text):
    assert is_effect(text, language, text.index(f"{cue} "))


@pytest.mark.parametrize(("language", "cue", "text"), STEPS)
def test_what_somebody_will_do_is_a_step(language, cue, text):
    assert not is_effect(text, language, text.index(f"{cue} "))


@pytest.mark.parametrize(
    ("language", "text", "elsewhere"),
    [
        ("nl", "In mei vindt in Riga een donorconferentie plaats.", True),
        ("nl", "De volgende onderhandelingsronde is in april.", True),
        ("nl", "De wet treedt op 1 mei in werking.", True),
        ("nl", "In mei volgt een conferentie over de gasvoorraad.", True),
        ("nl", "Na de conferentie komt dit in de Landbouwraad.", False),
        ("nl", "De Commissie komt in mei met een voorstel.", False),
        ("nl", "In mei wordt de uitkomst van de conferentie in de Raad besproken.", False),
        ("nl", "De uitwerking van de samenwerking volgt in mei.", False),
        ("en", "A donor conference takes place in Riga in May.", True),
        ("en", "The rules will enter into force on 1 May.", True),
        ("en", "The Council will discuss the outcome of the summit in May.", False),
        ("en", "The Commission will table a proposal in May.", False),
    ],
)
def test_what_takes_place_elsewhere_does_not_come_back_to_the_council(language, text, elsewhere):
    assert is_elsewhere(text, language) == elsewhere


@pytest.mark.parametrize(
    ("language", "text", "firm"),
    [
        ("nl", "Enkele lidstaten wensten de afspraken op korte termijn te herzien.", False),
        ("nl", "Polen sommeerde de Commissie dit voor het najaar te herstellen.", False),
        ("nl", "Malta wees op de conferentie van 2 april in Valletta.", True),
        ("nl", "Estland benadrukte dat het systeem in mei zal starten.", True),
        ("en", "Poland urged the Commission to act shortly.", False),
        ("en", "Malta stressed that the system would start in May.", True),
    ],
)
def test_a_wish_is_told_from_what_will_be(language, text, firm):
    assert is_firm(text, language) == firm
