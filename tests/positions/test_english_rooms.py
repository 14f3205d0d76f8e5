"""English: views without a holder, words set in, who has to speak, and who keeps silent."""

import pytest
from spoken import views


def test_a_view_that_is_there_is_that_of_the_member_states() -> None:
    for text, stance in {
        "There was overwhelming support for the fund.": "support",
        "There was near-unanimous backing for the new dates.": "support",
        "There was fierce resistance to a single supervisor.": "oppose",
        "There was considerable disquiet over the cost.": "concern",
        "There remained some unease about the date.": "concern",
        "There was no appetite for a new agency.": "oppose",
        "There were no objections to the text.": "support",
        "There was sharp criticism of the method.": "concern",
        "There was wide agreement on the need to cut red tape.": "call",
    }.items():
        assert views(text) == {"lidstaten:de": [stance]}, text


def test_what_is_there_elsewhere_is_nobody_s_view() -> None:
    for text in (
        "There was no agreement on the date.",
        "There was a fire in the port.",
        "There was concern among fishermen about prices.",
        "There were concerns in the industry about prices.",
        "There was an agreement on fish with Norway.",
        "There was support available for small ports.",
        "There was a call for tenders.",
        "There was resistance in Malta to the plan.",
    ):
        assert "lidstaten:de" not in views(text), text


MALTA = {
    # set in behind an auxiliary
    "Malta let it be known that it would not, after all, be coming forward with a text.": "oppose",
    "The levy should not, in Malta's view, be extended.": "oppose",
    "Malta could not, at this stage, support the text.": "oppose",
    "Malta was not, in the end, convinced by the figures.": "concern",
    # what is not needed
    "Malta said that the directive did not need to be changed.": "oppose",
    "Malta thought the existing rules did not need amending.": "oppose",
    "Malta said that more needed to be done.": "call",
    # silence and courtesy
    "Malta declined to comment on the levy.": "inform",
    "Malta refused to be drawn on its vote.": "inform",
    "Malta declined to support the levy.": "oppose",
    "Malta was pleased to report that the harbour had been rebuilt.": "inform",
    "Malta was pleased to note the progress made.": "support",
    # who has to speak, and what satisfies
    "It fell to Malta to voice the concerns of the islands.": "concern",
    "Nothing but a full ban would satisfy Malta.": "call",
    # ways of saying so
    "Malta opened its remarks by welcoming the fund.": "support",
    "Malta emphasised the national rather than European nature of the scheme.": "inform",
    "Malta was keen that the quotas should follow the science.": "call",
    "Malta made plain that it would use its veto.": "oppose",
    "Malta could agree, providing that the date was moved.": "reserve",
    "Malta said that the paper pointed in the right direction.": "support",
    "Malta entered an abstention.": "reserve",
    "Malta upheld its reservation in that respect.": "reserve",
    "Malta reminded others of their obligation to notify.": "call",
    "Malta found much to like in the text.": "support",
    "Malta deplored the slow pace.": "concern",
    "Malta said that the costs had not been properly weighed.": "concern",
    # all else is refused, or another way offered
    "Malta was adamant that anything later than June would be indefensible.": "call",
    "Malta maintained that nothing short of a ban would bring results.": "call",
    "Malta wondered whether guidance might not be enough.": "call",
    "Malta wondered whether the levy was really needed.": "concern",
    "Malta warned that it would not be in a position to pay.": "oppose",
    "Malta gave notice that it would be bringing forward a text.": "announce",
}


def test_malta_is_read() -> None:
    for text, stance in MALTA.items():
        assert views(text) == {"land:MT": [stance]}, text


SEVERAL = {
    "All but Malta supported the fund.": {"lidstaten:vrijwel-alle": ["support"]},
    "Malta apart, all delegations supported the fund.": {"lidstaten:vrijwel-alle": ["support"]},
    "All began their remarks by welcoming the fund.": {"lidstaten:alle": ["support"]},
    "For us, this is a non-starter.": {"land:GB": ["oppose"]},
    "The Parliament's rapporteur called for more time.": {"ep": ["call"]},
    "On both issues the Government support the new line.": {"land:GB": ["support"]},
    "Although the text was acceptable the UK was unable to support it.": {"land:GB": ["oppose"]},
    "The debate was calm, with Malta and Cyprus warmly supporting the text.": {
        "land:MT": ["support"],
        "land:CY": ["support"],
    },
    "Malta, who kept its scrutiny reserve in place, asked for time.": {
        "land:MT": ["call", "reserve"]
    },
    "Malta was backed by Cyprus in stressing the need for haste.": {
        "land:MT": ["call"],
        "land:CY": ["support"],
    },
    "The Commission should listen and accept changes, Malta argued.": {"land:MT": ["call"]},
    "The Commission could not accept the changes tabled by Malta.": {"commissie": ["oppose"]},
    "A comfortable majority was in favour.": {"lidstaten:meerderheid": ["support"]},
    "The European Railway Agency assured ministers that it would deliver.": {
        "ag:era": ["announce"]
    },
    "The port was unacceptable to us, as I told the Council, and Malta upheld its reservation.": {
        "land:MT": ["reserve"],
        "land:GB": ["oppose"],
    },
    "I received strong support from all member states.": {"lidstaten:alle": ["support"]},
}


def test_who_speaks() -> None:
    for text, found in SEVERAL.items():
        assert views(text) == found, text


def test_how_another_one_works_is_told_in_a_view_and_is_none() -> None:
    for text, expected in {
        "Austria was critical of the pace at which the Commission was authorising it.": "concern",
        "France supported the mandate on which the Commission intended to negotiate.": "support",
        "Malta regretted the way in which the Commission had handled the file.": "concern",
    }.items():
        found = views(text)
        assert list(found.values()) == [[expected]], text
        assert "commissie" not in found, text
    occasion = "There followed a debate during which the Commission promised a proposal."
    assert views(occasion) == {"commissie": ["announce"]}


def test_names_of_two_words_and_ministers_of_one_trade() -> None:
    found = views("The Danish and United Kingdom delegations voted against.")
    assert found == {"land:DK": ["oppose"], "land:GB": ["oppose"]}
    assert views("Several finance ministers sounded a note of caution.") == {
        "lidstaten:meerdere": ["concern"]
    }
    assert views("Finance ministers adopted the conclusions.") == {"raad": ["decide"]}


def test_who_can_go_along_with_another_stands_alone() -> None:
    found = views("Most delegations could go along with the Presidency compromise.")
    assert found == {"lidstaten:meeste": ["support"]}
    found = views("Malta, along with Cyprus, supported the text.")
    assert found == {"land:MT": ["support"], "land:CY": ["support"]}


@pytest.mark.parametrize(
    ("actor", "text", "stance"),
    [
        ("voorzitterschap", "The Presidency noted broad support for the levy.", "inform"),
        ("voorzitterschap", "The Presidency noted strong opposition to the levy.", "inform"),
        ("voorzitterschap", "The Presidency noted the concerns of several delegations.", "inform"),
        ("voorzitterschap", "The Presidency noted with satisfaction that it was done.", "support"),
        ("commissie", "The Commission noted with concern the fall in catches.", "concern"),
        ("commissie", "The Commission noted the risks of delay.", "concern"),
        ("land:MT", "Malta noted its concern about the levy.", "concern"),
        ("commissie", "The Commission noted the concerns of several delegations.", "inform"),
        ("commissie", "The Commission noted concerns among member states.", "inform"),
        ("commissie", "The Commission found no support for the levy.", "inform"),
        ("voorzitterschap", "The Presidency saw opposition to the levy as a warning.", "inform"),
        ("commissie", "The Commission saw no objections to the levy.", "support"),
        ("commissie", "The Commission identified concerns about press freedom.", "concern"),
        ("commissie", "The Commission saw support for beekeepers as vital.", "support"),
        ("raad", "The Council recorded strong opposition to the coup in Niger.", "oppose"),
    ],
)
def test_what_the_chair_notes_in_the_room_is_not_its_own(
    actor: str, text: str, stance: str
) -> None:
    assert views(text)[actor] == [stance]


def test_another_view_beside_ones_own_is_a_worry() -> None:
    found = views("Malta shared the analysis but drew a different conclusion.")
    assert found == {"land:MT": ["support", "concern"]}
    told = "Malta was of the same view, but Cyprus supported the levy."
    assert views("Spain opposed the levy.", told) == {
        "land:MT": ["oppose"],
        "land:CY": ["support"],
    }


def test_who_agrees_that_a_thing_is_wrong_is_not_for_it() -> None:
    assert views("Malta agreed with Cyprus that the term was too short.")["land:MT"] == ["concern"]
    assert views("Malta agreed with Cyprus on the levy.")["land:MT"] == ["support"]
