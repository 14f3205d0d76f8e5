"""Views of before that fewer or more hold now, and views of groups without a noun."""

import pytest
from spoken import views

NOW = {
    "Waar in maart nog veel lidstaten geen aanleiding zagen om het mandaat te herzien, was dat "
    "ditmaal slechts voor enkele het geval.": {"lidstaten:enkele": ["oppose"]},
    "Terwijl in maart nog veel lidstaten het fonds steunden, deden nu slechts enkele dat.": {
        "lidstaten:enkele": ["support"]
    },
    "Terwijl veel lidstaten het fonds steunden, was Malta tegen.": {
        "lidstaten:veel": ["support"],
        "land:MT": ["oppose"],
    },
    "De zorgen werden nog slechts door enkelen gedeeld.": {"lidstaten:enkele": ["concern"]},
    "De zorgen werden door velen gedeeld.": {"lidstaten:veel": ["concern"]},
    "Dat het begrip scherp wordt afgebakend, bleef voor de meeste lidstaten een wens.": {
        "lidstaten:meeste": ["call"]
    },
    "Een langere overgangstermijn was voor veel lidstaten een eis.": {"lidstaten:veel": ["call"]},
    "Slechts enkele nog waren tegen de drempel.": {"lidstaten:enkele": ["oppose"]},
    "Slechts vier nog steunden het fonds.": {"lidstaten:enkele": ["support"]},
    "Slechts enkele daarvan zijn noodzakelijk.": {},
    "Only a few still opposed the threshold.": {"lidstaten:enkele": ["oppose"]},
    "Whereas many delegations had seen no reason to reopen the mandate in March, only a few now "
    "took that view.": {"lidstaten:enkele": ["oppose"]},
    "While many delegations had backed the fund in March, only a handful did so now.": {
        "lidstaten:enkele": ["support"]
    },
    "The proposal had the support of a large majority.": {"lidstaten:meerderheid": ["support"]},
    "The ban met with opposition from a majority.": {"lidstaten:meerderheid": ["oppose"]},
    "The plan was backed by only a few.": {"lidstaten:enkele": ["support"]},
}


ENGLISH = ("Whereas", "While", "The ", "Only ")


@pytest.mark.parametrize("text", NOW)
def test_a_view_goes_to_those_who_hold_it_now(text: str) -> None:
    language = "en" if text.startswith(ENGLISH) else "nl"
    assert views(text, language=language) == NOW[text]
