"""Who speaks where the grammatical subject does not, and where nobody does. All text is ours."""

import pytest
from spoken import last, report_of

from workflow.positions.attribution import attribute

BEFORE = {"nl": "Portugal vroeg om haast.", "en": "Portugal asked for haste."}
"""A speaker of the sentence before, to whom the next sentence must not go."""

DUTCH = {
    "In Belgische ogen waren de termijnen te kort.": [("land:BE", "concern")],
    "Naar Letlands oordeel zijn de cijfers veel te rooskleurig.": [("land:LV", "concern")],
    "Voor Ierland was het onaanvaardbaar dat winkels meedoen.": [("land:IE", "oppose")],
    "Dat boeren niets krijgen, blijft voor Hongarije onaanvaardbaar.": [("land:HU", "oppose")],
    "Zonder waarborg is voor Frankrijk een akkoord uitgesloten.": [("land:FR", "oppose")],
    "Griekenlands voornaamste zorg was de visserij.": [("land:GR", "concern")],
    "Het belangrijkste voor Spanje was de erkenning.": [("land:ES", "call")],
    "De tekst is onaanvaardbaar, zo meende Estland.": [("land:EE", "oppose")],
    "Het plan viel slecht bij Malta.": [("land:MT", "oppose")],
    "Litouwen riep, samen met Polen, op tot haast.": [("land:LT", "call"), ("land:PL", "call")],
    "Alle sprekers drongen aan op haast.": [("lidstaten:alle", "call")],
    "Ik heb toegelicht dat Nederland tegen een verhoging is.": [("nederland", "oppose")],
    "Met Hongarije en Slowakije tegen was een akkoord niet mogelijk.": [
        ("land:HU", "oppose"),
        ("land:SK", "oppose"),
    ],
    "Opvallend was de ommezwaai van Spanje, dat de tekst onaanvaardbaar noemde.": [
        ("land:ES", "oppose")
    ],
    "Polen verwierp het plan, dat volgens de minister te ver gaat.": [("land:PL", "oppose")],
    "Uit Lissabon kwam een oproep tot geduld.": [("land:PT", "call")],
    "Dat argument kon Polen niet overtuigen.": [("land:PL", "concern")],
    "Dat ging veel lidstaten te ver.": [("lidstaten:veel", "concern")],
    "De tekst was voor Hongarije noch Slowakije aanvaardbaar.": [
        ("land:HU", "oppose"),
        ("land:SK", "oppose"),
    ],
    "Het plan maakte op Polen weinig indruk.": [("land:PL", "concern")],
    "Delegatie na delegatie drong aan op haast.": [("lidstaten:veel", "call")],
    "Bij de juristen van de Commissie rezen twijfels.": [("commissie", "concern")],
    "Tot spijt van Portugal was er geen geld.": [("land:PT", "concern")],
    "Frankrijk van zijn kant pleitte voor haast.": [("land:FR", "call")],
    "Voor Litouwen woog snelheid zwaarder dan inhoud.": [("land:LT", "call")],
    "Voor Estland duurt het veel te lang; het eiste een besluit.": [
        ("land:EE", "concern"),
        ("land:EE", "call"),
    ],
    "De animo bleek verdampt, want nog slechts een handvol lidstaten steunde dit.": [
        ("lidstaten:enkele", "support")
    ],
    "De Commissie dankte Malta voor de presentatie.": [("commissie", "inform")],
}
ENGLISH = {
    "In the Commissioner's judgement, the text was unacceptable.": [("commissie", "oppose")],
    "To Malta's mind, islands should be left out.": [("land:MT", "call")],
    "In the Italian Minister's view, this was too costly.": [("land:IT", "concern")],
    "As far as Malta was concerned, the text was balanced.": [("land:MT", "support")],
    "It was inconceivable for Austria that this should happen.": [("land:AT", "oppose")],
    "For Ireland, it was essential that strikes be left out.": [("land:IE", "call")],
    "Bulgaria's main worry was the loss of routes.": [("land:BG", "concern")],
    "What mattered most to Spain was recognition.": [("land:ES", "call")],
    "The text was unacceptable, Estonia argued.": [("land:EE", "oppose")],
    "The idea fell on deaf ears with Malta.": [("land:MT", "oppose")],
    "Resistance to the plan was strongest in Poland.": [("land:PL", "oppose")],
    "Concern about the cost was widespread and came from most member states.": [
        ("lidstaten:meeste", "concern")
    ],
    "From Lisbon came a plea for patience.": [("land:PT", "call")],
    "The argument failed to convince Poland.": [("land:PL", "concern")],
    "Her appeal left Poland unmoved.": [("land:PL", "oppose")],
    "Ranged against it were Malta and Cyprus.": [("land:MT", "oppose"), ("land:CY", "oppose")],
    "The text was acceptable neither to Hungary nor to Slovakia.": [
        ("land:HU", "oppose"),
        ("land:SK", "oppose"),
    ],
    "What France wanted was a levy.": [("land:FR", "call")],
    "All who took part called for haste.": [("lidstaten:alle", "call")],
    "The Polish Minister, in the chair, urged haste.": [("voorzitterschap", "call")],
    "The Commission's lawyers had doubts.": [("commissie", "concern")],
    "To the regret of Portugal, no money was available.": [("land:PT", "concern")],
    "A first group, led by Sweden, supported the dates.": [
        ("lidstaten:een-groep", "support"),
        ("land:SE", "support"),
    ],
    "Such a clause would also be welcome to Austria.": [("land:AT", "support")],
    "To Lithuania, speed mattered more than content.": [("land:LT", "call")],
    "On this issue Ireland had the backing of Latvia.": [("land:LV", "support")],
    "Nor did Hungary support the text.": [("land:HU", "oppose")],
    "Those who spoke asked for faster permits.": [("lidstaten:de", "call")],
    "The Chair asked for faster permits.": [("voorzitterschap", "call")],
    "I explained that the United Kingdom opposed this.": [("land:GB", "oppose")],
    "Malta thanked the Commission for its presentation.": [("land:MT", "inform")],
}
NOBODY = {
    "nl": [
        "De bijeenkomst werd geleid door de Zweedse minister.",
        "De Deense minister zat de Raad voor.",
        "De bespreking duurde een uur.",
        "Er waren verder geen opmerkingen.",
        "Een debat bleef uit.",
        "Het onderwerp komt in juni terug.",
        "Kort voor middernacht werd overeenstemming bereikt.",
        "Het was aan de Commissie om te beslissen.",
        "Op Malta na liggen zij aan de kust.",
        "Voor Malta is 5 miljoen euro uitgetrokken.",
        "De cijfers kwamen vooral uit Duitsland.",
        "Polens bezwaren waren al eerder besproken.",
    ],
    "en": [
        "The meeting was chaired by the Swedish Minister.",
        "The Danish Minister was in the chair.",
        "The discussion lasted about an hour.",
        "There were no conclusions.",
        "No vote was taken.",
        "In the end a vote was not needed.",
        "The declaration is annexed to the minutes.",
        "It fell to the Commission to take stock.",
        "For Malta, 5 million euros has been set aside.",
        "The item will come back in June.",
        "Ministers were brought up to date on luggage and denied boarding.",
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (language, text, found)
        for language, table in (("nl", DUTCH), ("en", ENGLISH))
        for text, found in table.items()
    ],
)
def test_the_holder_of_a_view_speaks(language, text, expected):
    assert last(BEFORE[language], text, language=language) == expected


@pytest.mark.parametrize("language", NOBODY)
def test_what_nobody_says_is_not_the_speaker_s_before(language):
    wrong = {}
    for text in NOBODY[language]:
        found = attribute(report_of(BEFORE[language], text, language=language))[0]
        actors = {one.actor for one in found if one.sentence == 2} - {"raad"}
        if actors:
            wrong[text] = actors
    assert wrong == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [("nl", "Daarbij werd ook het belang van haast benadrukt."), ("en", "This would save money.")],
)
def test_a_speaker_who_is_not_named_goes_on(language, text):
    found = attribute(report_of(BEFORE[language], text, language=language))[0]
    assert [(one.actor, one.implicit) for one in found if one.sentence == 2] == [("land:PT", True)]


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("nl", ("Malta sprak na Finland en Zweden.", "Beide landen steunden dit.")),
        ("en", ("Malta spoke after Finland and Sweden.", "Both countries supported this.")),
    ],
)
def test_both_countries_are_the_two_named_before(language, texts):
    assert last(*texts, language=language) == [("land:FI", "support"), ("land:SE", "support")]
    assert last(texts[1], language=language) == [("lidstaten:enkele", "support")]


def test_the_netherlands_is_a_state_among_others_in_an_english_report():
    texts = ("Malta spoke after Finland and the Netherlands.", "Both countries supported this.")
    assert last(*texts, language="en") == [("land:FI", "support"), ("nederland", "support")]


@pytest.mark.parametrize(
    ("language", "texts", "expected"),
    [
        ("nl", ("Malta verwierp dit.", "Polen nam hetzelfde standpunt in."), "oppose"),
        ("nl", ("Malta verwierp dit.", "Dat gold ook voor Polen."), "oppose"),
        ("nl", ("Malta vroeg om haast.", "Polen sloot zich daarbij aan."), "call"),
        ("en", ("Malta opposed this.", "Poland took the same line."), "oppose"),
        ("en", ("Malta opposed this.", "Poland did not share this view."), "support"),
        ("en", ("Malta asked for haste.", "The same was true of Poland."), "call"),
    ],
)
def test_the_same_view_is_that_of_the_speaker_before(language, texts, expected):
    assert last(*texts, language=language) == [("land:PL", expected)]
