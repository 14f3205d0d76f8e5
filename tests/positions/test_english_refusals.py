"""English: what is asked not to be done, who is left out of a group, and what nobody says."""

import pytest
from spoken import report_of, views

from workflow.positions.attribution import attribute

REFUSED = (
    "Malta argued that the levy should not be extended to ferries.",
    "Malta maintained that the Union must not regulate pensions.",
    "Malta called for ferries not to be included.",
    "Malta asked that the fee not be raised.",
    "Malta held that the fee should never have been introduced.",
    "Malta felt that no new levy should be imposed.",
    "Malta excluded the possibility of a new levy.",
    "In Malta's view the label should not be made compulsory.",
)
DESCRIBED = (
    "Malta could not agree to a trial period for drivers who do not yet have experience.",
    "Malta considered a trial period for drivers who are not experienced superfluous.",
    "Malta no longer had any appetite for a levy on firms which do not train their staff.",
    "Malta found aid for farmers who cannot sell their milk undesirable.",
    "Malta saw no need for a fund for workers who have not found a job.",
    "Malta saw no merit in a register of dogs which are never sold.",
    "Malta deemed a fee for lorries that are not electric unfair.",
)
ASKED = (
    "Malta argued that fishermen must not be forgotten.",
    "Malta argued that the reform should not come at the expense of ferries.",
    "Malta urged delegations not to reopen the text.",
    "Malta argued that the levy should not be imposed on ferries alone.",
    "Malta felt that the levy should not be introduced without an assessment.",
    "Malta would settle for nothing less than a full exemption.",
    "Malta made it clear that it would be content with nothing short of a full exemption.",
    "Malta argued that the label should remain voluntary.",
)


def test_a_denial_that_describes_a_thing_denies_no_refusal_of_it() -> None:
    for sentence in DESCRIBED:
        assert views(sentence) == {"land:MT": ["oppose"]}, sentence
    asked = views("Malta could not agree to a text which did not protect farmers.")
    assert asked == {"land:MT": ["call"]}


def test_who_wants_a_proposal_not_carried_out_is_against_it() -> None:
    for text in REFUSED:
        assert views(text) == {"land:MT": ["oppose"]}, text


def test_who_wants_a_harm_avoided_asks_for_it() -> None:
    for text in ASKED:
        assert views(text) == {"land:MT": ["call"]}, text


NOTHING_AGAINST = (
    "Malta rejected the objections to the harbour levy.",
    "Malta dismissed Germany's criticism of the harbour levy.",
    "Malta did not see the fees as an obstacle.",
    "Malta did not consider the lack of a quay a problem.",
    "Malta saw no legal impediment to a harbour levy.",
    "Malta saw no reason not to raise the harbour levy.",
    "Malta considered the harbour levy to be right.",
    "Malta supported the early warning system for harbours.",
)


def test_who_rejects_an_objection_or_sees_none_is_for_the_thing() -> None:
    for text in NOTHING_AGAINST:
        assert views(text) == {"land:MT": ["support"]}, text
    assert views("Malta supported the warnings from pilots.") == {"land:MT": ["concern"]}
    for text in ("rejected the complaints mechanism", "rejected health warnings on bottles"):
        assert views(f"Malta {text}.") == {"land:MT": ["oppose"]}
    for text in ("oppose the ban", "vote against it"):
        assert views(f"Malta saw no reason not to {text}.") == {"land:MT": ["oppose"]}
    assert views("Malta said that the text excluded any form of abuse.") == {"land:MT": ["inform"]}


def test_more_of_a_thing_stresses_nothing() -> None:
    refused = "The Commission could not make more money available for harbours."
    assert views(refused) == {"commissie": ["oppose"]}
    assert views("Malta could not agree more with pilots.") == {"land:MT": ["support"]}


def test_who_awaits_an_outcome_asks_for_nothing() -> None:
    assert views("Malta would await the outcome of the study.") == {"land:MT": ["reserve"]}


@pytest.mark.parametrize(
    ("subject", "size"),
    [
        ("Without exception, member states", "alle"),
        ("Member states, one and all,", "alle"),
        ("Virtually every member state", "vrijwel-alle"),
        ("All delegations bar one", "vrijwel-alle"),
        ("Every delegation apart from Malta", "vrijwel-alle"),
        ("With few exceptions, delegations", "vrijwel-alle"),
        ("Almost everyone", "vrijwel-alle"),
        ("The lion's share of delegations", "meeste"),
        ("More than half of the member states", "meerderheid"),
        ("Quite a few delegations", "veel"),
        ("Two or three delegations", "enkele"),
    ],
)
def test_how_many_spoke(subject: str, size: str) -> None:
    assert views(f"{subject} welcomed the fund.") == {f"lidstaten:{size}": ["support"]}


def test_that_nobody_took_the_floor_is_no_view() -> None:
    assert views("No other delegation took the floor.") == {}
    assert views("No delegation supported the fund.") != {}


def test_the_council_decides_where_others_stand_aside() -> None:
    found = views("The regulation was approved with Malta voting against.")
    assert found == {"raad": ["decide"], "land:MT": ["oppose"]}


def test_a_view_of_what_a_clause_describes() -> None:
    found = views(
        "For Malta, any text in which ferries were not mentioned was out of the question."
    )
    assert set(found["land:MT"]) <= {"oppose", "call"}
    assert views("The Commission's report on ferries was on the table.") == {}


SEVERAL = {
    "Speaking against the fund, Malta recalled the costs of the last one.": {"land:MT": ["oppose"]},
    "Welcoming the report, Malta noted that ferries were mentioned.": {"land:MT": ["support"]},
    "Malta tabled a statement calling for restraint.": {"land:MT": ["call"]},
    "Malta submitted a declaration which criticised the timetable.": {"land:MT": ["oppose"]},
    "Malta announced that it had lifted its scrutiny reservation.": {"land:MT": ["support"]},
    "Malta added its voice to those urging caution.": {"land:MT": ["call"]},
    "Delegations were at one in condemning the attack.": {"lidstaten:de": ["oppose"]},
    "It will come as no surprise that Malta opposed the fee.": {"land:MT": ["oppose"]},
    "Malta underlined how much it valued the fund.": {"land:MT": ["support"]},
    "Malta indicated that it would take part in the fund.": {"land:MT": ["announce"]},
    "Malta does not take part in this measure, which builds on the acquis.": {"land:MT": ["none"]},
    "Malta would not take part in the mission.": {"land:MT": ["oppose"]},
    "Malta welcomed amendments to the text.": {"land:MT": ["support"]},
    "Malta considered the speed limits inadequate.": {"land:MT": ["concern"]},
    "Malta welcomed delegates to Valletta.": {"land:MT": ["none"]},
    "On behalf of the Baltic States, Latvia rejected the fee.": {
        "land:EE": ["oppose"],
        "land:LT": ["oppose"],
        "land:LV": ["oppose"],
    },
    "Many in the room felt that the deadline was too short.": {"lidstaten:veel": ["concern"]},
    "A plea for more came from Malta, seconded by Cyprus.": {
        "land:MT": ["call"],
        "land:CY": ["call"],
    },
}


def test_a_sentence_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    assert views("Malta supported the aim, but not the") == {"land:MT": ["support", "oppose"]}


def test_views_that_stand_beside_the_verb() -> None:
    for text, found in SEVERAL.items():
        assert views(text) == found, text


def test_history_and_papers_are_no_views() -> None:
    for text in (
        "The Regulation was adopted in 2016 and has applied since May 2018.",
        "Ministers had before them a report prepared by the Presidency.",
        "The United States and Mexico signed a similar agreement.",
        "Malta holds the largest gas reserves in the region.",
        "Malta presented a paper setting out the figures.",
        "Malta said that it would take time.",
        "The value of imports from Malta rose by a tenth.",
    ):
        stances = {one for found in views(text).values() for one in found}
        assert stances <= {"inform", "none"}, text


@pytest.mark.parametrize(
    "text",
    [
        "The Commission did not rule out a case against Latvia.",
        "The Commission would not exclude further steps.",
        "The Commission considered whether the toll should be raised.",
        "The Commission sought guidance on the toll.",
        "The Commission sought to allay fears over the toll.",
        "The Commission had met the hauliers and states concerned.",
    ],
)
def test_what_takes_no_side(text: str) -> None:
    assert views(text) == {"commissie": ["inform"]} or views(text) == {"commissie": ["none"]}


def test_what_looks_like_it_takes_a_side_all_the_same() -> None:
    assert views("The Commission ruled out further steps.") == {"commissie": ["oppose"]}
    held = "The Commission considered that the toll should be raised."
    assert views(held) == {"commissie": ["call"]}
    assert views("The Commission sought to raise the toll.") == {"commissie": ["call"]}
    assert views("Hauliers in the states were concerned, Latvia said.")["land:LV"] == ["concern"]


def test_where_there_is_no_agreement_nobody_has_a_view() -> None:
    for text in (
        "There was no consensus on the toll.",
        "Views differed as to whether hauliers should pay.",
        "Opinions were divided on whether hauliers should pay.",
    ):
        assert views(text) == {"lidstaten:de": ["inform"]}
    assert views("The Presidency asked whether they could support the toll.") == {
        "voorzitterschap": ["inform"]
    }


def test_who_did_the_same_and_who_only_puts_questions() -> None:
    both = {"land:LV": ["oppose"], "land:MT": ["oppose"]}
    assert views("Latvia opposed the toll, and Malta did so too.") == both
    assert views("Latvia opposed the toll; Malta did the same.") == both
    asked = views("The Presidency put questions to Ministers on direct support to hauliers.")
    assert asked == {"voorzitterschap": ["inform"]}
    assert views("Latvia noted the level of income support.") == {"land:LV": ["inform"]}
    assert views("Latvia expressed its support for the toll.") == {"land:LV": ["support"]}


RATHER_NOT = (
    "Malta preferred to avoid new reporting duties.",
    "Malta would rather avoid a fixed date.",
    "Malta would prefer the text not to mention ferries.",
    "Malta would prefer that the text did not mention ferries.",
    "Malta would rather the annex did not list ferries.",
    "Malta preferred no fixed date.",
    "Malta said it would prefer not to reopen the file.",
)
RATHER = (
    "Malta would prefer to avoid duplication of work.",
    "Malta would prefer no further delay.",
    "Malta would prefer not to lose the exemption.",
    "Malta preferred a short text and no annex.",
    "Malta preferred to wait.",
    "Malta preferred the first text, which did not mention ferries.",
)


def test_who_would_rather_not_have_a_thing_is_softly_against_it() -> None:
    for text in RATHER_NOT:
        (found,) = attribute(report_of(text, language="en"))[0]
        assert (found.stance, found.strength) == ("oppose", 2), text


def test_who_would_rather_avoid_a_harm_asks_for_care() -> None:
    for text in RATHER:
        assert views(text) == {"land:MT": ["call"]}, text


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("I lifted the UK's scrutiny reservation.", "support"),
        ("I was able to lift the UK's parliamentary scrutiny reserve.", "support"),
        ("I maintained the UK's reservation on Article 4.", "reserve"),
        ("The UK was not in a position to lift its scrutiny reserve.", "reserve"),
        ("I was unable to lift the UK's scrutiny reserve.", "reserve"),
        ("Our agreement remains conditional on the outcome of scrutiny.", "reserve"),
        ("Our concerns about the date were met.", "support"),
    ],
)
def test_what_becomes_of_a_reserve(text: str, stance: str) -> None:
    assert views(text) == {"land:GB": [stance]}


def test_who_asks_another_to_lift_a_reserve_has_none() -> None:
    found = views("The Presidency asked Malta to lift its reservation.")
    assert found == {"voorzitterschap": ["call"]}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Malta cannot support the levy.", "oppose"),
        ("Malta called on the Council not to support the conclusions.", "oppose"),
        ("Malta urged ministers not to sign the agreement.", "oppose"),
        ("Malta urged other countries not to support the junta.", "call"),
        ("Malta argued that the sanctions against the regime be maintained.", "call"),
        ("Malta took the view that amending the list was reserved to the Council.", "inform"),
        ("Malta saw the protection of critical cables as a task for the Union.", "inform"),
        ("Malta was reserved about the plan.", "concern"),
        ("Malta cannot accept any text that would harm its ports.", "oppose"),
        ("Malta couldn't accept the levy.", "oppose"),
        ("Malta won’t accept the levy.", "oppose"),
        ("Malta can't agree to this.", "oppose"),
        ("Malta doesn't oppose the levy.", "support"),
        ("The levy cannot be supported by Malta.", "oppose"),
        ("Malta said it cannot accept the levy.", "oppose"),
        ("Malta can accept the levy.", "support"),
        ("Malta argued that the Commission had not made the case for a levy.", "oppose"),
        ("Malta could not yet take a final position.", "reserve"),
    ],
)
def test_a_denial_that_is_joined_to_its_verb(text: str, stance: str) -> None:
    assert views(text) == {"land:MT": [stance]}


def test_what_the_own_minister_says_of_the_own_government() -> None:
    found = views("The Chancellor made clear that the UK would not contribute to the fund.")
    assert found == {"land:GB": ["oppose"]}
    found = views("The Commission noted that the UK would contribute to the fund.")
    assert "announce" not in found.get("land:GB", [])


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Malta would on no account accept a levy.", "oppose"),
        ("Malta would at no point agree to a levy.", "oppose"),
        ("Malta could accept neither the levy nor the fund.", "oppose"),
        ("Malta could agree to no further delay.", "oppose"),
        ("Malta could accept no more than ten vessels.", "support"),
        ("Malta was in favour of neither a levy nor a fund.", "oppose"),
        ("No option was acceptable to Malta.", "oppose"),
        ("Neither of these texts was supported by Malta.", "oppose"),
        ("Most firmly opposed to the levy was Malta.", "oppose"),
        ("A levy was something Malta could not support.", "oppose"),
        ("Malta stood by its rejection of the fund.", "oppose"),
        ("Malta stood by its call for a fund.", "call"),
        ("Malta stood by the compromise.", "support"),
        ("Malta could not stress enough the need for a fund.", "call"),
        ("Malta could not overstate the importance of a fund.", "call"),
        ("Malta was not alone in its concern over the fund.", "concern"),
        ("Malta was not the only one to oppose the levy.", "oppose"),
        ("Malta was not alone in supporting the levy.", "support"),
        ("Malta was by no means alone in rejecting the levy.", "oppose"),
        ("Malta could at least accept the levy.", "support"),
        ("Malta at least welcomed the levy.", "support"),
        ("Malta was least in favour of the levy.", "oppose"),
        ("No doubt the levy was supported by Malta.", "support"),
        ("No fewer than six changes were accepted by Malta.", "support"),
        ("No other change was accepted by Malta.", "oppose"),
        ("In the opinion of Malta, the term had to be extended.", "call"),
        ("The chief obstacle for Malta was the cost.", "concern"),
    ],
)
def test_what_a_single_word_denies(text: str, stance: str) -> None:
    assert views(text) == {"land:MT": [stance]}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Malta said that its agreement would depend on the fee.", "reserve"),
        ("Malta confirmed that its support hinged on a longer term.", "reserve"),
        ("Malta's agreement would depend on the fee.", "reserve"),
        ("Malta said that much would depend on the fee.", "reserve"),
        ("Malta said that its vote was dependent on the fee.", "reserve"),
        ("Malta said that its industry depended on ferries.", "inform"),
        ("Malta explained that the catch was dependent on the weather.", "inform"),
    ],
)
def test_consent_hangs_on_something_and_facts_do_so_too(text: str, stance: str) -> None:
    assert views(text) == {"land:MT": [stance]}


def test_checks_that_a_text_provides_for_are_no_condition_of_who_presents_it() -> None:
    found = views("The Presidency set out a text on access, subject to prior authorisation.")
    assert found == {"voorzitterschap": ["inform"]}
    assert "reserve" in views("Malta accepted the text subject to a longer term.")["land:MT"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Malta was not in a position to accept the dates proposed.", "oppose"),
        ("By now Malta still wanted a fund.", "call"),
        ("At this stage Malta strongly opposed the levy.", "oppose"),
        ("The levy no longer posed a problem for Malta.", "support"),
        ("The levy did not have Malta's support.", "oppose"),
        ("Malta said that a fund was no longer called for.", "oppose"),
    ],
)
def test_what_stands_around_the_verb(text: str, stance: str) -> None:
    assert views(text) == {"land:MT": [stance]}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Malta had welcomed the changes to the annex.", "support"),
        ("Malta would welcome a reference to islands.", "call"),
        ("Malta needed help, its minister said.", "call"),
    ],
)
def test_who_welcomes_a_thing_or_is_spoken_for(text: str, stance: str) -> None:
    assert views(text) == {"land:MT": [stance]}


def test_a_minority_is_a_group() -> None:
    found = views("A blocking minority of delegations remained opposed to the levy.")
    assert found == {"lidstaten:enkele": ["oppose"]}
