"""English views that stand against the one before, or belong to one of two named together."""

import pytest
from spoken import report_of, views

from workflow.positions.attribution import attribute


@pytest.mark.parametrize(
    ("before", "stance"),
    [
        ("Spain supported the ban on stone crushers.", "oppose"),
        ("Spain asked for a ban on stone crushers.", "oppose"),
        ("Spain rejected the ban on stone crushers.", "support"),
        ("Spain had doubts about the ban on stone crushers.", "support"),
        ("The Presidency presented the ban on stone crushers.", "oppose"),
    ],
)
def test_an_opposite_view_goes_by_the_view_before(before: str, stance: str) -> None:
    assert views(before, "France took the opposite view.")["land:FR"] == [stance]
    assert views(before, "France, however, saw things differently.")["land:FR"] == [stance]


def test_an_opposite_view_inside_one_sentence() -> None:
    found = views("While Spain rejected the ban, France took the opposite view.")
    assert found == {"land:ES": ["oppose"], "land:FR": ["support"]}


@pytest.mark.parametrize(
    "text",
    [
        "Poland would have none of the suggestion that coal be phased out",
        "Only if the clause were deleted could Croatia give its consent",
        "Germany came down on the side of those who wanted to drop the article",
        "It was with regret that Romania, as Spain put it, took the opposite view",
    ],
)
def test_a_sentence_may_break_off_anywhere(text: str) -> None:
    words = text.split()
    for stop in range(1, len(words)):
        assert views(" ".join(words[:stop])) is not None
        assert views(" ".join(words[stop:])) is not None


def test_what_is_said_of_the_opposite_view_tells_more() -> None:
    found = views("France took the opposite view and described the ban as sensible.")
    assert found["land:FR"] == ["support"]


def test_the_former_and_the_latter_are_those_named_together() -> None:
    named = "The item had been tabled by Malta and Cyprus."
    assert views(named, "The latter asked for a longer deadline.") == {"land:CY": ["call"]}
    assert views(named, "The former opposed a longer deadline.") == {"land:MT": ["oppose"]}
    alone = "The Presidency opened the item."
    assert views(alone, "The latter proposal was tabled in 2008.").get("land:CY") is None


def test_whoever_is_said_to_have_said_so_holds_the_view() -> None:
    text = "the deadline for stone crushers must be changed"
    assert views(f"As Spain pointed out, {text}.") == {"land:ES": ["call"]}
    assert views(f"As I told colleagues at the meeting, {text}.") == {"land:GB": ["call"]}
    assert views("Stone crushers, as Spain put it, are indispensable.")["land:ES"] == ["call"]
    told = views("As Spain pointed out, the Commission opposed the change.")
    assert told["commissie"] == ["oppose"]
    assert "oppose" not in told.get("land:ES", [])


def test_a_minister_speaks_for_the_own_state() -> None:
    told = "The Latvian Minister told colleagues that"
    assert views(f"{told} her country backed the toll.") == {"land:LV": ["support"]}
    home = "after a long debate at home, his government could not accept the toll"
    assert views(f"{told}, {home}.") == {"land:LV": ["oppose"]}
    kept = "his delegation had lifted its reservation"
    assert views(f"The Danish Minister informed the meeting that {kept}.")["land:DK"] == ["support"]
    fact = "the toll in her country brought in little"
    assert views(f"{told} {fact}.") == {"land:LV": ["inform"]}


def test_who_sees_no_deal_without_a_thing_asks_for_it() -> None:
    for text in (
        "I made clear that without a review there could be no agreement.",
        "I told partners that there would be no deal without a review.",
    ):
        assert views(text) == {"land:GB": ["call"]}
    refused = views("Latvia said that without a review it could not agree to the toll.")
    assert refused == {"land:LV": ["oppose"]}
    told = views("The Commission noted that without agreement there would be no funds.")
    assert told == {"commissie": ["inform"]}


def test_whoever_is_described_may_be_told_what_to_do() -> None:
    rule = "ports which benefit from the toll should pay for dredging"
    assert views(f"Malta argued that {rule}.") == {"land:MT": ["call"]}
    flag = "Countries under whose flag they sail must answer for them"
    assert views(f"{flag}, in the view of Malta.") == {"land:MT": ["call"]}
    assert views(f"In Malta's view, the {rule}.") == {"land:MT": ["call"]}
    ought = "In the view of Malta, the Commission ought to act first."
    assert views(ought) == {"land:MT": ["call"]}
    borne = "the costs which ports would have to bear were acceptable"
    assert views(f"Malta said that {borne}.") == {"land:MT": ["support"]}


def test_those_round_the_table_are_member_states() -> None:
    before = "Latvia opposed the toll."
    for text, size in (
        ("Many participants backed it.", "veel"),
        ("Several participants in the debate backed it.", "meerdere"),
        ("Several national capitals backed it.", "meerdere"),
        ("Nearly all Ministers around the table backed it.", "vrijwel-alle"),
        ("Ministers round the table backed it.", "de"),
    ):
        assert views(before, text) == {f"lidstaten:{size}": ["support"]}
    assert views("Many participants in the lottery backed it.") == {}


def test_one_of_those_before_has_their_view_or_its_own() -> None:
    before = "Several member states opposed the toll."
    assert views(before, "Among them was Latvia.") == {"land:LV": ["oppose"]}
    assert views(before, "They included Latvia.") == {"land:LV": ["oppose"]}
    now = "Among them was Latvia, which could now live with a lower toll."
    assert views(before, now) == {"land:LV": ["support"]}
    ports = "Several member states listed their ports."
    assert views(ports, "Among them was Riga in Latvia.").get("land:LV") is None


def test_what_others_do_is_no_view_of_whoever_spoke_before() -> None:
    before = "Latvia opposed the toll."
    assert views(before, "Hauliers supported it.") == {"land:LV": ["inform"]}
    assert views(before, "The toll would hit small hauliers.") == {"land:LV": ["inform"]}
    assert views(before, "It supported a tax.") == {"land:LV": ["support"]}


def test_a_view_of_all_counts_beside_those_who_stand_apart() -> None:
    there = "There was broad support for the toll"
    found = views(f"{there}, but Latvia was opposed.")
    assert found == {"lidstaten:de": ["support"], "land:LV": ["oppose"]}
    some = views(f"{there}, although some member states feared its costs.")
    assert some == {"lidstaten:de": ["support"], "lidstaten:sommige": ["concern"]}
    named = views("There was support from Latvia for the toll, but Malta was opposed.")
    assert named == {"land:LV": ["support"], "land:MT": ["oppose"]}


def test_the_own_government_speaks_through_its_ministers_and_positions() -> None:
    friend = "My right hon. Friend the Foreign Secretary made clear that"
    assert views(f"{friend} the UK would not take part.") == {"land:GB": ["oppose"]}
    assert views("I confirmed that the UK would opt in.") == {"land:GB": ["announce"]}
    assert views("The UK will not be opting in to the toll.") == {"land:GB": ["oppose"]}
    assert views("The UK will not be ready in time.") == {"land:GB": ["inform"]}
    assert views("The UK view was that the toll should be lower.") == {"land:GB": ["call"]}


def test_who_advised_what_others_are_of_a_mind_to_do_does_not_speak() -> None:
    told = "that the catch should follow the level recommended by Latvia"
    assert views(f"Some Ministers were of the opinion {told}.") == {"lidstaten:sommige": ["call"]}


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Spain opposed the ban, and so did France.", ["oppose"]),
        ("Spain was in favour of the ban, as was France.", ["support"]),
        ("Spain had doubts about the ban, as had France.", ["concern"]),
        ("Spain did not support the ban, and nor did France.", ["oppose"]),
        ("Spain could not accept the ban; neither could France.", ["oppose"]),
        ("Spain did not object, and neither did France.", ["support"]),
    ],
)
def test_who_does_the_same_in_one_sentence(text: str, stances: list[str]) -> None:
    assert views(text) == {"land:ES": stances, "land:FR": stances}


@pytest.mark.parametrize(
    "text",
    ["So did France.", "Nor did France.", "France did so too.", "France did as well."],
)
def test_who_does_the_same_in_the_next_sentence(text: str) -> None:
    for before in ("opposed", "called for"):
        stance = views(f"Spain {before} the ban.")["land:ES"]
        assert views(f"Spain {before} the ban.", text) == {"land:FR": stance}


def test_a_denial_in_front_with_a_verb_of_its_own_tells_by_itself() -> None:
    before = "Spain supported the ban."
    assert views(before, "Nor did France see the need for exemptions.")["land:FR"] == ["oppose"]
    assert views(before, "Nor did France have any objection.")["land:FR"] == ["support"]
    assert views(before, "Nor did France ask for the floor.")["land:FR"] == ["inform"]


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("The levy was once more questioned by Malta.", ["concern"]),
        ("The levy was yet again rejected by Malta.", ["oppose"]),
        ("The levy was for the most part welcomed by Malta.", ["support"]),
        ("A later date was called for by Malta.", ["call"]),
        ("A later date was once again insisted on by Malta.", ["call"]),
    ],
)
def test_who_does_what_is_said_passively(text: str, stances: list[str]) -> None:
    assert views(text) == {"land:MT": stances}


def test_what_is_missing_is_a_worry() -> None:
    assert views("Malta felt that a clause on ferries was missing.") == {"land:MT": ["concern"]}
    assert views("Malta missed a reference to ferries.") == {"land:MT": ["concern"]}
    assert views("The Commission reported that two replies were missing.") == {
        "commissie": ["inform"]
    }
    found = views("Malta considered missing persons alerts useful.")
    assert found == {"land:MT": ["support"]}


def test_what_is_to_be_lessened_is_not_blamed() -> None:
    text = "The Commission considered that a fee was the best means of curbing bureaucracy."
    assert views(text) == {"commissie": ["support"]}
    text = "The Commission believed that the register would help to reduce the burden."
    assert views(text) == {"commissie": ["support"]}
    text = "The Commission believed that a fee would add to the burden."
    assert views(text) == {"commissie": ["concern"]}


def test_attention_is_drawn_to_a_worry_or_a_wish() -> None:
    assert views("Malta drew attention to the adverse effects on ferries.") == {
        "land:MT": ["concern"]
    }
    assert views("Malta drew attention to the specific situation of ferries.") == {
        "land:MT": ["call"]
    }


def test_who_is_concerned_by_a_thing_is_not_worried() -> None:
    for text in (
        "The Commission would write to the capitals concerned.",
        "The Commission kept in touch with the countries most concerned.",
        "The Commission spoke to the agency concerned.",
    ):
        assert "concern" not in views(text)["commissie"], text
    assert views("The delegations were concerned.") == {"lidstaten:de": ["concern"]}


def test_what_a_text_obliges_others_to_is_no_plan_of_theirs() -> None:
    text = "The Presidency tabled a text under which member states would set up registers."
    assert views(text) == {"voorzitterschap": ["inform"]}
    text = "There was a debate in which several member states opposed the text."
    assert views(text) == {"lidstaten:meerdere": ["oppose"]}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Malta decided not to sign the declaration.", "oppose"),
        ("Malta chose not to take part.", "oppose"),
        ("Malta decided to support the text.", "support"),
        ("Malta decided to vote against.", "oppose"),
        ("Malta decided not to oppose the text.", "support"),
        ("The new text took account of Malta's concerns.", "support"),
        ("The compromise met Malta's objections.", "support"),
        ("The new text failed to address Malta's concerns.", "concern"),
        ("Malta's priority was to reduce the burden on ports.", "call"),
        ("Malta's main concern was the burden on ports.", "concern"),
        ("Malta lined up behind the proposal.", "support"),
        ("Malta lined up against the proposal.", "oppose"),
        ("There is no case, in Malta's view, for extending the scheme.", "oppose"),
        ("Malta found that progress was patchy.", "concern"),
    ],
)
def test_what_is_chosen_met_or_lessened(text: str, stance: str) -> None:
    assert views(text) == {"land:MT": [stance]}


def test_who_speaks_of_others_worries_does_not_meet_them() -> None:
    assert "land:MT" not in views("The Commission addressed Malta's concerns in its reply.")
    assert views("The Council decided to extend the scheme.") == {"raad": ["decide"]}


CONDITIONAL = (
    "France would support the annex if the date were moved.",
    "France could live with the annex if the date was moved.",
    "France said that it could accept the annex if the date was moved.",
    "France would be able to agree to the annex if the date was moved.",
)
UNCONDITIONAL = (
    "France could support the annex, even if it was not perfect.",
    "France could accept the annex, if necessary for a longer period.",
    "France supported the annex and asked if the date was final.",
)


def test_support_that_hangs_on_what_follows_is_a_reserve() -> None:
    for text in CONDITIONAL:
        assert views(text) == {"land:FR": ["reserve"]}, text
    for text in UNCONDITIONAL:
        assert "support" in views(text)["land:FR"], text
    assert views("France would welcome it if the date were moved.") == {"land:FR": ["call"]}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("France said its doubts had been removed.", "support"),
        ("France stated that its objections had been taken into account.", "support"),
        ("France confirmed that its demands had been met.", "support"),
        ("France said that its concerns had not been met.", "concern"),
        ("France said that its doubts about the date remained.", "concern"),
        ("France said that its objections to the levy stood.", "oppose"),
        ("France said its concerns would be looked at in May.", "concern"),
    ],
)
def test_what_became_of_ones_own_worries(text: str, stance: str) -> None:
    assert views(text) == {"land:FR": [stance]}


@pytest.mark.parametrize(
    ("before", "text", "stance"),
    [
        ("Spain was worried.", "Malta did not share this concern.", "support"),
        ("Spain opposed the levy.", "Malta did not share this opposition.", "support"),
        ("Spain supported the levy.", "Malta did not share this view.", "oppose"),
        ("Spain asked for a derogation.", "Malta made the same request.", "call"),
        ("Spain had doubts about the date.", "Malta took a similar line.", "concern"),
    ],
)
def test_who_shares_the_view_before_or_not(before: str, text: str, stance: str) -> None:
    assert views(before, text) == {"land:MT": [stance]}


def test_the_view_of_whoever_was_named_before() -> None:
    before = "Spain supported the fund."
    assert views(before, "In its view, the levy should be lowered.") == {"land:ES": ["call"]}
    assert views(before, "At the same time it warned of abuse.") == {"land:ES": ["concern"]}
    before = "Several delegations supported the fund."
    found = views(before, "There was no need for a levy, in their view.")
    assert found == {"lidstaten:meerdere": ["oppose"]}
    found = views(before, "In its opinion on the fund the Court of Auditors asked for more.")
    assert "lidstaten:meerdere" not in found


def test_what_is_said_of_a_text_is_not_said_by_its_author() -> None:
    found = views("The Commission could accept the amendments that were tabled by Malta.")
    assert found == {"commissie": ["support"]}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "France called for a fund, an idea that Malta rejected.",
            {"land:FR": ["call"], "land:MT": ["oppose"]},
        ),
        (
            "France called for a fund, something Malta also opposed.",
            {"land:FR": ["call"], "land:MT": ["oppose"]},
        ),
        (
            "France called for a fund, a suggestion welcomed by Malta.",
            {"land:FR": ["call"], "land:MT": ["support"]},
        ),
        (
            "France's request for a fund was opposed by Malta.",
            {"land:FR": ["call"], "land:MT": ["oppose"]},
        ),
        (
            "France's call for a fund was backed by Malta.",
            {"land:FR": ["call"], "land:MT": ["support"]},
        ),
        ("Malta was at odds with the Commission over the levy.", {"land:MT": ["oppose"]}),
        ("Malta was in broad agreement with the Presidency.", {"land:MT": ["support"]}),
        ("The levy was unacceptable to Malta.", {"land:MT": ["oppose"]}),
        ("Malta showed no flexibility on the date.", {"land:MT": ["oppose"]}),
        ("Malta had a positive view of the levy.", {"land:MT": ["support"]}),
        ("Malta needed more time.", {"land:MT": ["call"]}),
    ],
)
def test_what_is_said_of_a_call_and_of_two_who_agree(
    text: str, found: dict[str, list[str]]
) -> None:
    assert views(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "France supported the aim but not the means.",
            {"land:FR": ["support", "oppose"]},
        ),
        ("France asked not for a fund but for simpler rules.", {"land:FR": ["call"]}),
        ("France could not agree more.", {"land:FR": ["support"]}),
        ("France could not accept more than 3 per cent.", {"land:FR": ["oppose"]}),
        ("This is not an outcome which the UK can support.", {"land:GB": ["oppose"]}),
        ("It was a concern for Malta that costs would rise.", {"land:MT": ["concern"]}),
        ("Rising costs were of concern to Malta.", {"land:MT": ["concern"]}),
        (
            "The levy was opposed by France and, to a lesser extent, Spain.",
            {"land:FR": ["oppose"], "land:ES": ["oppose"]},
        ),
        (
            "Several delegations (France in particular) opposed the levy.",
            {"lidstaten:meerdere": ["oppose"], "land:FR": ["oppose"]},
        ),
        (
            "France opposed the levy and, after the break, Spain asked for a vote.",
            {"land:FR": ["oppose"], "land:ES": ["call"]},
        ),
        ("France supported the text but not the UK.", {"land:FR": ["support"]}),
    ],
)
def test_what_is_set_against_the_first_and_who_is_set_in(
    text: str, found: dict[str, list[str]]
) -> None:
    assert views(text) == found


def test_consent_that_depends_on_something_is_no_support() -> None:
    held = views("For Malta a levy on ports was essential, and its consent would depend on it.")
    assert held == {"land:MT": ["call", "reserve"]}
    assert views("Portugal noted that its backing depended on the text.") == {
        "land:PT": ["reserve"]
    }
    told = views("Cyprus supported the agreement, whose success depended on the price.")
    assert "support" in told["land:CY"]


def test_who_proves_to_be_for_or_against_a_thing_is() -> None:
    assert views("Denmark proved to be in favour of the levy.") == {"land:DK": ["support"]}
    assert views("Denmark proved not to support the levy.") == {"land:DK": ["oppose"]}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The text did not go far enough for Malta and Cyprus.", ("land:MT", "land:CY")),
        ("For Malta the text did not go far enough.", ("land:MT",)),
        ("The levy fell short for several member states.", ("lidstaten:meerdere",)),
        ("The value suggested for nickel was too lenient for Malta.", ("land:MT",)),
        ("The fund fell short for the second year.", ()),
        ("The figures came too late for Malta.", ()),
        ("Seats had been reserved for Malta.", ()),
    ],
)
def test_for_whom_a_verdict_holds_has_that_view(text: str, found: tuple[str, ...]) -> None:
    assert views(text) == {actor: ["concern"] for actor in found}


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Malta said it understood the concerns over costs.", ["inform"]),
        ("Malta acknowledged the strong objections raised.", ["inform"]),
        ("Malta acknowledged the progress made.", ["support"]),
        ("Malta said that it shared the concerns over costs.", ["concern"]),
        ("Malta said it shared the aim of the fund.", ["support"]),
        ("Malta said that it did not share these concerns.", ["support"]),
        ("Malta recognised and shared the concerns over costs.", ["concern", "inform"]),
        ("Malta recognised and welcomed the progress.", ["support"]),
        # what can wait is not refused
        ("Malta did not consider the revision of the act urgent.", ["reserve"]),
        ("Malta did not regard the revision of the act as urgent.", ["reserve"]),
        ("Malta did not regard the levy on large boats as fair.", ["oppose"]),
        ("Malta saw no urgency for a revision.", ["reserve"]),
        ("Malta did not wish to rush matters.", ["reserve"]),
        ("Malta opposed a hasty deal on quotas.", ["reserve"]),
        ("Malta opposed the quotas and the rushed calendar.", ["oppose"]),
        ("Malta could not support the quotas in such haste.", ["oppose"]),
        # a yes to anything is no call
        ("Malta could accept any other solution.", ["support"]),
        ("Malta could accept anything else.", ["support"]),
        ("Malta would not accept any other solution.", ["call"]),
        ("Malta would accept no other solution.", ["call"]),
        ("Malta rejected the levy because it had been drawn up in haste.", ["oppose"]),
        ("Malta understood the concerns but did not share them.", ["inform", "support"]),
        ("Malta heard the objections and echoed them.", ["inform", "oppose"]),
        ("Malta understood the worries and joined them in asking.", ["call", "inform"]),
        ("Malta considered the levy to be in breach of the Treaty.", ["oppose"]),
        ("Malta considered the levy contrary to the Treaty.", ["oppose"]),
        ("Malta was, contrary to others, in favour of the levy.", ["support"]),
        ("Malta stressed that delay was not an option.", ["call"]),
        ("Malta stressed that doing nothing was not an option.", ["call"]),
        ("Malta stressed that a levy was not an option.", ["oppose"]),
        ("The end date remained difficult for Malta.", ["concern"]),
        ("Malta called for sensitive data to be protected.", ["call"]),
        ("Malta pointed to the costs for small ports.", ["inform"]),
        ("Malta noted that some ports were in breach of the directive.", ["inform"]),
        ("Malta stressed that failure was not an option.", ["call"]),
        ("Malta felt there was no option but to support the package.", ["support"]),
        ("Malta believed that, contrary to practice, the list should be public.", ["call"]),
        ("Malta found that Hungary was in breach of EU law.", ["inform"]),
        ("Malta pointed to the costs of inaction.", ["inform"]),
        ("Malta could not agree until the annex had been settled.", ["oppose", "reserve"]),
        ("Malta was unable to support it until the annex had been settled.", ["oppose", "reserve"]),
        ("Malta could not agree to the wording until it had been cleared.", ["oppose", "reserve"]),
        # what lasts so long is the thing itself
        ("Malta did not support a pause until 2030.", ["oppose"]),
        ("Malta opposed keeping the waiver until the annex had been settled.", ["oppose"]),
        ("Malta was against a pause until the annex had been settled.", ["oppose"]),
        ("Malta could not support a pause that would last until stocks recovered.", ["oppose"]),
        ("Malta could not accept that the pause would last until stocks recovered.", ["oppose"]),
        ("Malta did not support extending the pause until stocks recovered.", ["oppose"]),
        (
            "The levy met with resistance from Malta, which feared for its fleet.",
            ["concern", "oppose"],
        ),
        ("The fund found favour with Malta, which asked for a longer term.", ["call", "support"]),
    ],
)
def test_what_is_grasped_shared_or_hard_for_somebody(text: str, stances: list[str]) -> None:
    assert sorted(views(text)["land:MT"]) == stances


def test_for_whom_a_thing_is_to_be_reserved_has_no_view() -> None:
    found = views("Cyprus felt that the fund should be reserved for member states.")
    assert found == {"land:CY": ["call"]}
    assert views("Malta called the cost of the register prohibitive.") == {"land:MT": ["oppose"]}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Malta: supports a ban on dredging.", {"land:MT": ["support"]}),
        ("Malta: Supports a ban on dredging", {"land:MT": ["support"]}),
        ("Malta: sceptical about quotas", {"land:MT": ["concern"]}),
        ("Malta: not in favour.", {"land:MT": ["oppose"]}),
        ("Malta: strongly against a ban.", {"land:MT": ["oppose"]}),
        ("Malta and Cyprus: opposed.", {"land:MT": ["oppose"], "land:CY": ["oppose"]}),
        ("Malta, Cyprus: scrutiny reservation.", {"land:MT": ["reserve"], "land:CY": ["reserve"]}),
        ("Malta: no support for quotas.", {"land:MT": ["oppose"]}),
        ("Malta: would like more time.", {"land:MT": ["call"]}),
        ("Malta: positive, but wants a longer period.", {"land:MT": ["support"]}),
        ("Malta: we cannot accept quotas.", {"land:MT": ["oppose"]}),
        ("Malta: “We cannot accept quotas.”", {"land:MT": ["oppose"]}),
        ("Commission: will present a study in June.", {"commissie": ["announce"]}),
        ("Presidency: wants to conclude in June.", {"voorzitterschap": ["call"]}),
        # who acts behind the colon speaks, and what a title names is no view
        ("Malta: Cyprus supports quotas.", {"land:CY": ["support"]}),
        ("Malta: the text is too weak.", {}),
        ("Commission: support for farmers.", {}),
        ("Commission: infringement procedure against Malta.", {}),
        ("Commission: communication before summer.", {}),
        ("Ukraine: support for the armed forces.", {}),
        ("Malta: presentation of a study.", {}),
        ("Malta: support for farmers", {}),
        ("Malta: approval of aid to farmers", {}),
        ("Malta: opposition to the government", {}),
        ("Malta: opposition leader resigned", {}),
        ("Malta: rejected asylum seekers", {}),
        ("Malta: opposed mandatory quotas.", {"land:MT": ["oppose"]}),
        ("Malta: support for the proposal.", {"land:MT": ["support"]}),
        ("Malta: rejected the quotas.", {"land:MT": ["oppose"]}),
        ("Malta: strong support for quotas.", {"land:MT": ["support"]}),
        ("Malta and Cyprus: support.", {"land:MT": ["support"], "land:CY": ["support"]}),
        ("Malta:", {}),
        ("Malta: “We", {}),
    ],
)
def test_a_note_has_the_view_of_whoever_is_named_before_its_colon(text, found) -> None:
    assert views(text) == found


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Malta, Cyprus: firmly against quotas.", "against"),
        ("Malta: supports quotas.", "supports"),
        ("Malta: “We cannot accept quotas.”", "accept"),
    ],
)
def test_the_words_of_a_view_in_a_note_are_those_of_the_note(text: str, cue: str) -> None:
    assert {one.cue for one in attribute(report_of(text, language="en"))[0]} == {cue}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"We cannot accept quotas," said the Maltese minister.', {"land:MT": ["oppose"]}),
        ("“I oppose quotas,” Malta's minister said.", {"land:MT": ["oppose"]}),
        ('Malta said "we cannot accept quotas".', {"land:MT": ["inform", "oppose"]}),
        ('"We cannot accept quotas," said Malta, while Cyprus was in favour.',
         {"land:MT": ["oppose"], "land:CY": ["support"]}),
        ('"We cannot accept quotas," the Minister said.', {"land:GB": ["oppose"]}),
        ('We cannot accept quotas that Malta called "modest".', {"land:GB": ["oppose"]}),
        ('We told Malta that "we cannot accept quotas".', {"land:GB": ["inform", "oppose"]}),
    ],
)  # fmt: skip
def test_we_in_a_quotation_is_whoever_is_quoted(text: str, found: dict[str, list[str]]) -> None:
    assert views(text) == found


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Malta expressed a slight preference for agreements on emergency reserves.", "call"),
        ("Malta maintained strategic gas reserves.", "inform"),
        ("Malta had a reserve of twelve boats.", "inform"),
        ("Malta announced larger reserves of oil.", "announce"),
        ("Malta raised the question of oil reserves.", "inform"),
        ("Malta maintained a reserve on Article 5.", "reserve"),
        ("Malta expressed strong reserves.", "reserve"),
        ("Malta entered parliamentary reserves.", "reserve"),
        ("Malta entered a substantial reserve.", "reserve"),
        ("Malta voiced deep reserves about the quota.", "reserve"),
        ("Malta had two reserves on the quota.", "reserve"),
        ("Malta expressed budgetary reserves.", "reserve"),
    ],
)
def test_a_stock_is_no_reservation(text: str, stance: str) -> None:
    assert views(text)["land:MT"] == [stance]


@pytest.mark.parametrize(
    ("wish", "stance"),
    [
        ("prejudge the talks", "inform"),
        ("anticipate the outcome", "inform"),
        ("stand in the way of a deal", "inform"),
        ("create new obligations", "oppose"),
        ("ban stone crushers", "oppose"),
    ],
)
def test_who_keeps_silent_or_off_is_against_nothing(wish: str, stance: str) -> None:
    assert views(f"Malta did not wish to {wish}.")["land:MT"] == [stance]


def test_money_is_made_available_or_not() -> None:
    assert views("Malta made five boats available.")["land:MT"] == ["announce"]
    assert views("Malta did not make any boats available.")["land:MT"] == ["oppose"]
    assert views("Malta asked Spain to make boats available.")["land:MT"] == ["call"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The doubt that ferries can pay persisted among many delegations.", "concern"),
        ("The fear that ferries cannot pay was shared by Malta.", "concern"),
        ("The fear that ferries cannot pay was voiced by Malta.", "concern"),
        ("Safety must, for Malta, come first.", "call"),
        ("Malta argued that ferry fares were outside the Union's competence.", "oppose"),
        ("Frontex, according to Malta, plays a key role at sea.", "inform"),
        ("Frontex, in the view of Malta, was too slow.", "concern"),
    ],
)
def test_a_view_is_of_whoever_it_lives_with(text: str, found: str) -> None:
    assert list(views(text).values()) == [[found]]
    assert not {"ag:frontex"} & set(views(text))


@pytest.mark.parametrize(
    "text",
    [
        "Belgium was content with age checks, which in the minister's view safeguarded privacy.",
        "Belgium said that, in the minister's opinion, the levy was too high.",
    ],
)
def test_the_minister_within_what_another_state_says_is_its_own(text: str) -> None:
    assert set(views(text)) == {"land:BE"}


def test_a_name_with_a_genitive_within_it_is_one_name() -> None:
    found = views("The European Public Prosecutor's Office regretted the lack of traffic data.")
    assert found == {"ag:eom": ["concern"]}
