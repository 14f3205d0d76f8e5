"""Titles that look alike and name two things, and titles that differ and name one."""

import pytest
from comparison_sides import side

from workflow.comparison.acts import acts_in
from workflow.comparison.alike import are_apart, are_on_two_states
from workflow.comparison.candidates import candidates
from workflow.comparison.grouping import group_items
from workflow.comparison.linking import confirm, propose
from workflow.comparison.titles import relation, third_states_in
from workflow.comparison.vectors import content_words
from workflow.summaries.model import Summary
from workflow.summaries.topics import Topics

OLDER, NEWER = "2031-03-06-jbz", "2031-06-12-jbz"
SAID = [("", "", "Hierover werd gesproken.")]
OTHERS = {"Bosbouw en houtoogst": SAID, "Veerdiensten": SAID}


@pytest.mark.parametrize(
    ("older", "newer", "apart"),
    [
        ("Richtlijn bodemmonitoring", "Wetsvoorstel bosmonitoring", True),
        ("Soil Monitoring Law", "Forest Monitoring Law", True),
        ("Luchtvaartveiligheid", "Veiligheid van speelplaatsen", True),
        ("Sanctiepakket 17", "Achttiende sanctiepakket", True),
        ("17th package of sanctions", "Eighteenth package of sanctions", True),
        ("Enlargement: Ukraine", "Enlargement: Moldova", True),
        ("Vangstmogelijkheden Oostzee", "Vangstmogelijkheden Middellandse Zee", True),
        ("AI Liability Directive", "Artificial Intelligence Act", True),
        ("Bodemmonitoring", "Bodemgezondheid: uitkomst van de triloog", False),
        ("Seksueel misbruik van kinderen", "Verordening kindermisbruik", False),
        ("Staat van het Schengengebied", "Schengenbarometer", False),
        ("Koolstofcorrectie aan de grens", "CBAM voor halffabricaten", False),
        ("18e sanctiepakket", "Achttiende sanctiepakket", False),
        ("Omnibus III", "Omnibus IV: defensie", True),
        ("Vismerken: eerste lezing", "Vismerken: tweede lezing", False),
        ("Derde voortgangsverslag vismerken", "Vierde voortgangsverslag vismerken", False),
        ("Fish labels: first trilogue", "Fish labels: second trilogue", False),
        ("Vismerken: vierde pakket", "Vismerken: zesde wijziging", False),
        ("Visquota 2031", "Visquota 2032", False),
        ("Mensensmokkel", "Smokkel van mensen: strafbaarstelling", False),
        ("Welfare of animals during transport", "Transport of live animals", False),
        ("Komende veiling van kavels", "Voorgestelde veiling van nationale kavels", False),
    ],
)
def test_two_things_of_one_sort_are_apart(older: str, newer: str, apart: bool) -> None:
    (one, *_), (other, *_) = candidates(
        [side(OLDER, {older: SAID} | OTHERS), side(NEWER, {newer: SAID} | OTHERS)]
    )
    assert are_apart(one, other) is apart
    if apart:
        row = side(OLDER, {older: SAID} | OTHERS)
        later = side(NEWER, {newer: SAID})
        (found,) = propose(later, [row]).values()
        assert not [each for each in found if each.selected]
        groups = group_items(row, later, Topics())
        assert not [group for group in groups if group.older and group.newer]


def test_a_text_that_only_repeats_a_word_of_both_titles_ties_nothing() -> None:
    older = {"Verordening hergebruik van drijfhout": "Malta wilde drijfhout sneller ophalen."}
    newer = {"Verordening zoutgehalte van drijfhout": "Cyprus vroeg hoe drijfhout gemeten wordt."}
    (one, *_), (other, *_) = candidates(
        [
            side(day, {title: [("", "", text)] for title, text in items.items()} | OTHERS)
            for day, items in ((OLDER, older), (NEWER, newer))
        ]
    )
    assert are_apart(one, other)


ASKED = (
    "Malta vroeg om minder papierwerk en om meer geld voor het invullen van formulieren.",
    "Cyprus hield vast aan de jaarlijkse telling en aan een vaste dag voor de uitkomst ervan.",
)


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("Evaluatie van de kapsalons", "Evaluatie van de wasserettes"),
        ("Regels voor kapsalons in steden", "Regels voor wasserettes in steden"),
        ("Overeenkomst van Europol met Peru", "Overeenkomst van Europol met Nepal"),
        ("Evaluatie van de richtlijn energie-efficiëntie", "Evaluatie van de EPBD"),
    ],
)
def test_the_same_said_of_two_things_does_not_make_them_one(older: str, newer: str) -> None:
    sides = []
    for day, title in ((OLDER, older), (NEWER, newer)):
        own = f"De Commissie sprak over {title}."
        sides.append(side(day, {title: [("", "", text) for text in (own, *ASKED)]} | OTHERS))
    groups = group_items(*sides, Topics())
    linked = [
        group.title for group in groups if group.older and group.newer and group.title == newer
    ]
    assert not linked
    assert not [each for each in propose(sides[1], sides[:1])[groups[0].topic] if each.selected]


def test_an_act_that_both_texts_name_beside_others_ties_nothing() -> None:
    texts = (
        "Malta wees op de laadpalen van AFIR voor bakfietsen.",
        "Cyprus vroeg naar AFIR en naar hoge autopeds.",
    )
    (one, *_), (other, *_) = candidates(
        [
            side(day, {title: [("", "", text)]} | OTHERS)
            for day, title, text in (
                (OLDER, "Normen voor bakfietsen", texts[0]),
                (NEWER, "Normen voor autopeds", texts[1]),
            )
        ]
    )
    assert are_apart(one, other)


def test_what_a_title_names_ties_items_where_the_other_text_speaks_of_it() -> None:
    older = {"Soil monitoring": [("", "", "Farmers feared the costs of sampling.")]}
    newer = {"Soil sampling": [("", "", "Monitoring by satellite was discussed.")]}
    (one,), (other,) = candidates([side(OLDER, older), side(NEWER, newer)])
    assert not are_apart(one, other)


def test_the_plural_of_a_compound_names_what_its_last_part_names() -> None:
    assert relation("Dierenwelzijn tijdens transport", "Diertransporten: voortgang").share


def test_what_only_one_title_names_is_found_within_compounds() -> None:
    told = relation("Bosmonitoring", "Bodemmonitoring")
    assert (told.older, told.newer, told.share) == ({"bosmon"}, {"bodemm"}, False)
    told = relation("Luchtvaartveiligheid", "Veiligheid")
    assert (told.older, told.newer, told.share) == ({"luchtv"}, frozenset(), True)


def test_a_name_within_a_longer_one_is_not_the_act() -> None:
    assert acts_in("AI Liability Directive") == {"ai-aansprakelijkheid"}
    assert acts_in("Emissiehandel voor gebouwen") == {"ets2"}
    assert "ai-verordening" in acts_in("The AI Act and the AI Liability Directive")


def test_of_two_acts_that_share_the_end_of_their_names_both_are_named() -> None:
    both = acts_in("Plant reproductive material") | acts_in("Forest reproductive material")
    assert len(both) == 2
    assert acts_in("Plant and forest reproductive material: trilogue") == both
    assert acts_in("Plantaardig en bosbouwkundig teeltmateriaal") == both


def test_acts_are_known_by_nicknames_and_abbreviations_also_beside_a_hyphen() -> None:
    pairs = (
        ("Chatcontrole: chat control", "Voorkoming van seksueel kindermisbruik"),
        ("FP11: trilogue", "Research framework programme"),
        ("AMIF", "Fonds voor asiel, migratie en integratie"),
        ("RRF-plannen", "Recovery and Resilience Facility"),
        ("Socialeklimaatfonds", "Social Climate Fund"),
        ("EU-Mercosur", "Handelsverdrag met de Mercosurlanden"),
        ("ECRIS-TCN", "Strafregistergegevens van derdelanders"),
        ("F-gassen", "Fluorinated greenhouse gases"),
        ("Habitatrichtlijn", "Habitats Directive"),
        ("Dublinoverdrachten", "Asylum and Migration Management Regulation"),
        ("KRW: prioritaire stoffen", "Water Framework Directive"),
    )
    for one, other in pairs:
        assert acts_in(one) & acts_in(other), (one, other)
    assert acts_in("AMLA").isdisjoint(acts_in("AMLR"))


def test_names_that_are_ordinary_words_count_only_in_capitals() -> None:
    for text in ("LIFE", "VIS-verordening", "REACH: review", "SAFE loans", "CAP reform", "EU-LIFE"):
        assert acts_in(text), text
    for text in (
        "Life in the deep sea",
        "LIFE IN THE DEEP SEA RETURNS",
        "De vis wordt duur",
        "To reach a safe deal",
        "A price cap",
        "Search and rescue",
        "De Emiraten legden de eed af",
        "Non-life insurance",
    ):
        assert not acts_in(text), text


def test_titles_on_two_parts_of_the_world_are_apart() -> None:
    said = [("", "", "Frontex described arrivals by boat and asked for aircraft.")]
    older = side(OLDER, {"Migration: the Mediterranean route": said} | OTHERS)
    newer = side(NEWER, {"Situation on the Atlantic route": said[:1], "Baltic ferries": SAID})
    (one, *_), (other, *_) = candidates([older, newer])
    assert are_apart(one, other)
    (same, *_) = candidates([side(NEWER, {"Arrivals by the Mediterranean": said})])[0]
    assert not are_apart(one, same)


def test_titles_that_differ_in_a_country_alone_are_apart() -> None:
    said = [("", "", "Fighting around the capital was described, with a call for a ceasefire.")]
    troops = [("", "", "Troops along the river were counted and balloons were seen.")]
    both = [("", "", "Russian troops along the river were counted, and balloons seen.")]
    older = side(OLDER, {"Situation in Sudan": said, "Relations with Russia": troops} | OTHERS)
    newer = side(NEWER, {"Situation in Lebanon": said, "Relations with Ukraine": both})
    before, after = candidates([older, newer])
    assert are_apart(before[0], after[0])
    assert are_apart(before[0], after[0], returns=True)
    assert not are_apart(before[1], after[1])
    renamed = {"Situation in Türkiye": said}, {"Situation in Turkey": said}
    (one, *_), (other, *_) = candidates([side(OLDER, renamed[0]), side(NEWER, renamed[1])])
    assert not are_apart(one, other)


def test_titles_of_one_frame_that_name_two_things_are_apart() -> None:
    said = "The Commission wanted higher rates; smugglers, shoppers and inflation were named."
    titles = "Revision of the rates for tobacco", "Revision of the rules and rates: alcohol"
    texts = f"Rules for smokers. {said}", f"Drinkers. {said}"
    sides = [
        side(day, {title: [("", "", text)]} | OTHERS)
        for day, title, text in zip((OLDER, NEWER), titles, texts, strict=True)
    ]
    (one, *_), (other, *_) = candidates(sides)
    assert are_apart(one, other, returns=True)
    named = side(NEWER, {titles[1]: [("", "", f"{texts[1]} Tobacco came first.")]} | OTHERS)
    assert not are_apart(*(row[0] for row in candidates([sides[0], named])), returns=True)


@pytest.mark.parametrize(
    ("state", "apart"), [("Nepal", True), ("Peru", False), ("Nepal, like Peru,", False)]
)
def test_parts_and_items_are_kept_apart_by_states_in_one_way(state: str, apart: bool) -> None:
    for title in ("Diversen", "Bruggen"):
        said = "{} asked for visas, wagons and a bridge of steel."
        (one, *_), (other, *_) = candidates(
            [
                side(OLDER, {"Diversen": [("", "", said.format("Peru"))]} | OTHERS),
                side(NEWER, {title: [("", "", said.format(state))]} | OTHERS),
            ]
        )
        assert are_on_two_states(one, other) is apart


def test_us_is_no_state() -> None:
    assert not third_states_in(content_words("the paper that lies before us"))
    assert third_states_in(content_words("the paper of the United States")) == {"US"}


def test_one_sentence_of_a_form_ties_nothing() -> None:
    said = [("", "", "Sweden remained critical.")]
    older = side(OLDER, {"Fishing nets": said, "Barns": SAID})
    newer = side(NEWER, {"Night ferries": said})
    assert not [
        group
        for group in group_items(older, newer, Topics())
        if len(group.older) > 0 < len(group.newer)
    ]


def test_titles_that_name_two_acts_are_apart_and_two_names_of_one_act_select() -> None:
    older = side(OLDER, {"Digitale netwerken": SAID, "Pandemieverdrag": SAID} | OTHERS)
    newer = side(NEWER, {"Netwerkpakket": SAID, "WHO: pandemieakkoord": SAID})
    found = propose(newer, [older])
    assert not any(each.selected for each in found["netwerkpakket"])
    (best, *_) = found["who-pandemieakkoord"]
    assert (best.older.title, best.selected) == ("Pandemieverdrag", True)
    policy = side(NEWER, {"Tobacco advertising": SAID})
    (found_of_policy,) = propose(policy, [side(OLDER, {"Tabak": SAID} | OTHERS)]).values()
    assert not any(each.selected for each in found_of_policy)


def test_texts_alike_as_no_others_link_items_whose_titles_share_nothing() -> None:
    older = {
        "Weights and dimensions": [("", "", "Austria raised bridges and tunnels for 44 tonnes.")],
        "Driving licences": [("", "", "Accompanied driving was close to agreement.")],
    }
    newer = {
        "Heavier vehicles": [("", "", "Austria spoke about tunnels and bridges once more.")],
        "Night trains": [("", "", "Sleeping cars were discussed.")],
    }
    one, other = side(OLDER, older), side(NEWER, newer)
    groups = group_items(one, other, Topics())
    linked = [
        (each.older[0].candidate.entry.title, each.newer[0].candidate.entry.title)
        for each in groups
        if each.older and each.newer
    ]
    assert linked == [("Weights and dimensions", "Heavier vehicles")]
    found = propose(other, [one])
    assert [each.older.title for each in found["heavier-vehicles"]] == ["Weights and dimensions"]
    assert found["night-trains"] == ()
    refused = Topics().refuse(f"{NEWER}/heavier-vehicles", f"{OLDER}/weights-and-dimensions")
    groups = group_items(one, other, refused)
    assert not [each for each in groups if each.older and each.newer]


def test_a_part_of_an_earlier_item_is_proposed_for_an_item_of_its_own() -> None:
    notes = ["Germany reported on foot and mouth disease.", "Austria spoke about mountain huts."]
    older = side(OLDER, {"Any other business": [("", "", each) for each in notes]} | OTHERS)
    title = "Foot and mouth disease: situation in Hungary"
    newer = side(NEWER, {title: [("", "", "New outbreaks were described.")]})
    ((found,),) = propose(newer, [older]).values()
    assert (found.older.title, found.older_sentences) == ("Any other business", (1,))
    assert found.selected
    topics, new, old = confirm(
        found, Summary(title, "en"), Summary("Any other business", "en"), Topics()
    )
    name = topics.topics[0].id
    assert (new.topics, old.topics) == ((name,), (f"{name} [s1]",))
    assert topics.title(name) == title
    key = f"{NEWER}/{newer.meeting.items[0].slug}"
    refused = Topics().refuse(key, f"{OLDER}/any-other-business s1")
    assert propose(newer, [older], refused) == {newer.meeting.items[0].slug: ()}


def test_a_part_that_names_one_word_of_a_title_is_listed_alone() -> None:
    notes = ["Germany reported on prices of manure.", "Austria spoke about mountain huts."]
    older = side(OLDER, {"Any other business": [("", "", each) for each in notes]} | OTHERS)
    newer = side(NEWER, {"Manure on slopes": [("", "", "New outbreaks were described.")]})
    ((found,),) = propose(newer, [older]).values()
    assert (found.older_sentences, found.selected) == ((1,), False)


def test_an_item_that_has_its_partner_is_no_rival_of_others() -> None:
    prices = "Households, wholesale markets, levies and tariffs worried industry."
    stores = "Filling gas stores before winter weighs on wholesale prices and industry."
    older = {"Affordability": [("", "", prices)], "Gas storage": [("", "", stores)]} | OTHERS
    newer = {
        "Household bills": [("", "", "Wholesale markets, levies, tariffs: industry spoke up.")],
        "Storage of gas": [("", "", "Gas stores are filling before winter.")],
    }
    groups = group_items(side(OLDER, older), side(NEWER, newer), Topics())
    linked = {
        each.newer[0].candidate.entry.title: each.older[0].candidate.entry.title
        for each in groups
        if each.older and each.newer
    }
    assert linked == {"Household bills": "Affordability", "Storage of gas": "Gas storage"}
