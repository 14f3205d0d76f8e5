import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from comparison_sides import position, side

from workflow.comparison.asmarkdown import to_text
from workflow.comparison.compare import compare_meetings
from workflow.comparison.followup import FollowUp, follow_up_json, follow_up_table
from workflow.comparison.grouping import group_items
from workflow.comparison.likely import likely_topics
from workflow.comparison.linking import confirm, propose
from workflow.comparison.model import MeetingSide
from workflow.comparison.steps import steps
from workflow.comparison.timeline import timeline
from workflow.comparison.titles import is_generic
from workflow.summaries.model import NextStep, Summary
from workflow.summaries.topics import Topic, Topics, parse_topics, part_key, render_topics
from workflow.text import slug

LINKS = tomllib.loads(Path(__file__).with_name("links.toml").read_text("utf-8"))
OLDER, NEWER = "2031-03-06-jbz", "2031-06-12-jbz"


def meeting(day: str, entries: list[dict]):
    return side(day, {entry["title"]: [("", "", entry["text"])] for entry in entries})


def topic_of(entries: list[dict]) -> dict[str, str]:
    return {entry["title"]: entry["topic"] for entry in entries}


def test_the_right_topic_is_among_the_proposals_and_wrong_ones_are_not_selected() -> None:
    proposals = propose(meeting(NEWER, LINKS["newer"]), [meeting(OLDER, LINKS["older"])])
    older, newer = topic_of(LINKS["older"]), topic_of(LINKS["newer"])
    newer_side = meeting(NEWER, LINKS["newer"])
    first = third = selected = wrong = 0
    shared = set(older.values()) & set(newer.values())
    for entry in newer_side.meeting.items:
        topic = newer[entry.title]
        found = [older[proposal.older.title] for proposal in proposals[entry.slug]]
        first += topic in found[:1]
        third += topic in found
        for proposal in proposals[entry.slug]:
            selected += proposal.selected
            wrong += proposal.selected and older[proposal.older.title] != topic
            assert proposal.reasons
    print(f"\ntop-1 {first}/{len(shared)}, top-3 {third}/{len(shared)}, selected {selected}")
    assert first / len(shared) >= 0.9
    assert third / len(shared) >= 0.97
    assert wrong / len(newer) <= 0.02


def test_two_meetings_are_grouped_without_a_wrong_link() -> None:
    older, newer = topic_of(LINKS["older"]), topic_of(LINKS["newer"])
    groups = group_items(meeting(OLDER, LINKS["older"]), meeting(NEWER, LINKS["newer"]), Topics())
    linked = [group for group in groups if group.older and group.newer]
    for group in linked:
        titles = [older[unit.candidate.entry.title] for unit in group.older]
        titles += [newer[unit.candidate.entry.title] for unit in group.newer]
        assert len(set(titles)) == 1, titles
    print(f"\n{len(linked)} of 20 linked")
    assert len(linked) >= 18


@pytest.mark.parametrize(
    ("title", "generic"),
    [
        ("Diversen", True),
        ("Overige onderwerpen", True),
        ("9. Any other business (AOB)", True),
        ("Informatie van het Voorzitterschap", True),
        ("Werklunch", True),
        ("Eerste punt", True),
        ("", True),
        ("Diversen: terugkeer", False),
        ("Lunch: toekomst van Schengen", False),
        ("Lopende wetgevingsvoorstellen", True),
        ("Mensensmokkel", False),
    ],
)
def test_titles_that_say_nothing(title: str, generic: bool) -> None:
    assert is_generic(title) is generic


def test_each_topic_of_whole_items_has_an_id_of_its_own() -> None:
    said = {title: [("", "", f"{title} werd besproken.")] for title in ("Bosbranden", "Tolken")}
    groups = group_items(side(OLDER, said), side(NEWER, said), Topics())
    assert [group.topic for group in groups] == ["bosbranden", "tolken"]


def test_an_item_whose_title_says_nothing_is_not_linked() -> None:
    said = [("land:LT", "inform", "Litouwen lichtte de conferentie over noodvoorraden toe.")]
    later = [("land:LT", "inform", "Litouwen blikte terug op de conferentie over noodvoorraden.")]
    older, newer = side(OLDER, {"Diversen": said}), side(NEWER, {"Diversen": later})
    assert {group.link for group in group_items(older, newer, Topics())} == {"none"}
    assert all(each.sentences for each in propose(newer, [older])["diversen"])


def test_only_earlier_meetings_of_the_same_council_are_proposed() -> None:
    items = {"Mensensmokkel": [("nederland", "support", "Nederland steunde de richtlijn.")]}
    newer = side(NEWER, items)
    assert propose(newer, [side("2031-10-09-jbz", items)])["mensensmokkel"] == ()
    assert propose(newer, [side("2031-03-06-ecofin", items)])["mensensmokkel"] == ()
    (proposal,) = propose(newer, [side(OLDER, items)])["mensensmokkel"]
    assert proposal.selected
    assert proposal.older.meeting == OLDER


def test_a_refused_link_is_never_proposed_again_nor_is_its_topic() -> None:
    items = {"Mensensmokkel": [("nederland", "support", "Nederland steunde de richtlijn.")]}
    topics = {"Mensensmokkel": ["mensensmokkel"]}
    earlier = [side("2030-12-04-jbz", items, topics=topics), side(OLDER, items, topics=topics)]
    newer = side(NEWER, items)
    (proposal,) = propose(newer, earlier)["mensensmokkel"]
    assert (proposal.topic, proposal.older.meeting) == ("mensensmokkel", OLDER)
    refused = Topics().refuse(f"{NEWER}/mensensmokkel", f"{OLDER}/mensensmokkel")
    assert propose(newer, earlier, refused)["mensensmokkel"] == ()
    of_topic = Topics().with_topic(Topic("mensensmokkel", "Mensensmokkel"))
    of_topic = of_topic.refuse(f"{NEWER}/mensensmokkel", "mensensmokkel")
    assert propose(newer, earlier, of_topic)["mensensmokkel"] == ()


def test_an_item_with_a_confirmed_topic_is_not_asked_about_again() -> None:
    items = {"Mensensmokkel": [("nederland", "support", "Nederland steunde de richtlijn.")]}
    newer = side(NEWER, items, topics={"Mensensmokkel": ["mensensmokkel"]})
    assert propose(newer, [side(OLDER, items)]) == {}


def test_a_shared_dossier_brings_items_together() -> None:
    def both(note: str):
        older = side(OLDER, {"Smokkel van personen": [("", "", f"De Raad sprak erover{note}.")]})
        newer = side(NEWER, {"Nieuwe strafbaarstelling": [("", "", f"Tekst aangepast{note}.")]})
        return newer, [older]

    name = "nieuwe-strafbaarstelling"
    assert propose(*both(""))[name] == ()
    for standing in ("32 317, nr. 872", "36 410 VI, nr. 85"):
        assert propose(*both(f" (Kamerstukken II 2030-2031, {standing})"))[name] == ()
    cited = both(" (Kamerstukken II 2030-2031, 36 482, nr. 7)")
    (proposal,) = propose(*cited)[name]
    assert any("36482" in reason for reason in proposal.reasons)
    topics = Topics().with_topic(Topic("mensensmokkel", "Mensensmokkel", "36482"))
    best = propose(*cited, topics)[name][0]
    assert (best.topic, best.selected) == ("mensensmokkel", True)


def test_confirming_makes_a_topic_and_puts_both_items_in_it() -> None:
    items = {"Mensensmokkel": [("nederland", "support", "Nederland steunde de richtlijn.")]}
    newer = side(NEWER, items)
    (proposal,) = propose(newer, [side(OLDER, items)])["mensensmokkel"]
    old = new = Summary("Mensensmokkel", "nl")
    topics, new, older = confirm(proposal, new, old, Topics())
    assert topics.topics == (Topic("mensensmokkel", "Mensensmokkel"),)
    assert new.topics == older.topics == ("mensensmokkel",)


def test_confirmed_positions_do_not_hide_an_item_from_linking() -> None:
    items = {"Mensensmokkel": [("nederland", "support", "Nederland steunde de richtlijn.")]}
    written = {"Mensensmokkel": [position("nederland", "support", "steunde de richtlijn", 1)]}
    newer = side(NEWER, items, confirmed=written)
    assert propose(newer, [side(OLDER, items)])["mensensmokkel"][0].selected


FLEET = [
    "Alle lidstaten verwelkomden de gezamenlijke vloot van blusvliegtuigen.",
    "Veel lidstaten maakten een voorbehoud bij de verdeling van de onderhoudskosten.",
    "Polen pleitte voor de opleiding van piloten in eigen land.",
    "Nederland vroeg aandacht voor nachtvluchten boven natuurgebieden.",
]
SHOPS = [
    "De Commissie presenteerde cijfers over oplichting door nepwebwinkels.",
    "Estland was tegen de strafmaat voor eenvoudige gevallen van oplichting.",
    "Nederland drong aan op het snel afsluiten van betaalrekeningen.",
]


def _said(texts: list[str]) -> list[tuple[str, str, str]]:
    return [("", "", text) for text in texts]


def _linked(newer_items: dict[str, list[str]]) -> dict[str, set[str]]:
    """For each newer title, the older titles that it is grouped with."""
    older = side(OLDER, {"Blusvloot": _said(FLEET), "Nepwebwinkels": _said(SHOPS)})
    newer = side(NEWER, {title: _said(texts) for title, texts in newer_items.items()})
    return {
        unit.candidate.entry.title: {each.candidate.entry.title for each in group.older}
        for group in group_items(older, newer, Topics())
        for unit in group.newer
    }


def test_an_item_with_a_borrowed_title_is_linked_by_its_sentences() -> None:
    title = "Nepwebwinkels: uitvoering"
    linked = _linked({title: FLEET[:3], "Oplichting": SHOPS})
    assert linked[title] == {"Blusvloot"}
    older = side(OLDER, {"Blusvloot": _said(FLEET), "Nepwebwinkels": _said(SHOPS)})
    newer = side(NEWER, {title: _said(FLEET[:3])})
    best = propose(newer, [older])["nepwebwinkels-uitvoering"][0]
    assert (best.older.title, best.selected) == ("Blusvloot", True)
    assert any("3" in reason for reason in best.reasons)


def test_parts_that_were_split_off_and_items_that_were_joined_are_linked() -> None:
    split = _linked({"Kosten van materieel": FLEET[:2], "Bemanning en inzet": FLEET[2:]})
    assert split == {"Kosten van materieel": {"Blusvloot"}, "Bemanning en inzet": {"Blusvloot"}}
    joined = _linked({"Toezicht en middelen": [*FLEET[:2], *SHOPS[:2]]})
    assert joined == {"Toezicht en middelen": {"Blusvloot", "Nepwebwinkels"}}


@pytest.mark.parametrize("half", ["Kosten van materieel", "Bemanning en inzet"])
def test_who_confirms_one_half_of_an_item_keeps_the_other(half: str) -> None:
    halves = {"Kosten van materieel": FLEET[:2], "Bemanning en inzet": FLEET[2:]}
    older = side(
        OLDER,
        {"Blusvloot": _said(FLEET), "Nepwebwinkels": _said(SHOPS)},
        topics={"Blusvloot": ["vloot"], "Nepwebwinkels": ["winkels"]},
    )
    newer = side(
        NEWER,
        {title: _said(texts) for title, texts in (halves | {"Winkels": SHOPS}).items()},
        topics={half: ["vloot"], "Winkels": ["winkels"]},
    )
    first, *others = [group for group in group_items(older, newer, Topics()) if group.older]
    assert first.link == "suggested"
    assert {unit.candidate.entry.title for unit in first.newer} == set(halves)
    assert [group.link for group in others] == ["confirmed"]
    assert first.topic == "vloot"
    apart = Topics().refuse(
        *(f"{NEWER}/{slug(next(t for t in halves if t != half))}", f"{OLDER}/blusvloot")
    )
    assert len([g for g in group_items(older, newer, apart) if not g.older]) == 1


def test_who_confirms_one_of_two_items_that_were_joined_keeps_the_other() -> None:
    newer = {"Toezicht en middelen": _said([*FLEET[:2], *SHOPS[:2]]), "Drones": []}
    older = {"Blusvloot": _said(FLEET), "Nepwebwinkels": _said(SHOPS)}
    sides = (
        side(OLDER, older, topics={"Blusvloot": ["vloot"]}),
        side(NEWER, newer, topics={"Toezicht en middelen": ["vloot"]}),
    )
    (group, alone) = group_items(*sides, Topics())
    assert {unit.candidate.entry.title for unit in group.older} == set(older)
    assert group.topic == "vloot"
    assert [unit.candidate.entry.title for unit in alone.newer] == ["Drones"]
    (offered,) = propose(sides[1], sides[:1]).pop("toezicht-en-middelen")
    assert (offered.topic, offered.older.slug, offered.selected) == (
        "vloot",
        "nepwebwinkels",
        False,
    )
    whole = Summary("Toezicht en middelen", "nl", topics=("vloot",))
    part = Summary("Nepwebwinkels", "nl")
    _, newer_too, older_too = confirm(offered, whole, part, Topics())
    assert (newer_too, older_too.topics) == (whole, ("vloot",))
    apart = Topics().refuse(f"{NEWER}/toezicht-en-middelen", f"{OLDER}/nepwebwinkels")
    assert "toezicht-en-middelen" not in propose(sides[1], sides[:1], apart)


def _groups(
    older: dict[str, list[str]], newer: dict[str, list[str]]
) -> list[tuple[set[str], set[str]]]:
    """The older and newer titles of each group."""
    sides = [
        side(day, {title: _said(texts) for title, texts in items.items()})
        for day, items in ((OLDER, older), (NEWER, newer))
    ]
    return [
        (
            {unit.candidate.entry.title for unit in group.older},
            {unit.candidate.entry.title for unit in group.newer},
        )
        for group in group_items(*sides, Topics())
    ]


def test_what_two_parts_of_a_report_discussed_is_joined_in_one_item() -> None:
    titles = {"Namaakgeneesmiddelen: opsporing", "Namaakgeneesmiddelen: vervolging"}
    older = {
        "Namaakgeneesmiddelen: opsporing": ["Europol lichtte acties tegen namaak toe."],
        "Namaakgeneesmiddelen: vervolging": ["De Commissie wees op het netwerk van aanklagers."],
        "Blusvloot": FLEET,
    }
    later = ["De Commissie vond dat er meer tegen namaak moet gebeuren, ook door aanklagers."]
    groups = _groups(older, {"Namaakgeneesmiddelen": later, "Nepwebwinkels": SHOPS})
    assert (titles, {"Namaakgeneesmiddelen"}) in groups


def test_neither_half_of_an_item_keeps_the_other_from_being_linked() -> None:
    older = {
        "Buitenbeleid": [
            "De Raad besprak patrouilles met kustwacht en douane langs de zuidelijke zeeroute.",
            "Nederland bepleitte patrouilles waarbij kustwacht en douane informatie delen.",
            "De Commissie prees partnerschappen met herkomstlanden over visa en onderwijs.",
            "Veel lidstaten wilden zulke partnerschappen met herkomstlanden ook voor handel.",
        ],
        "Blusvloot": FLEET,
        "Nepwebwinkels": SHOPS,
    }
    newer = {
        "Brede afspraken over visa": [
            "De Commissie wil met meer herkomstlanden zulke banden aangaan, ook over onderwijs.",
            "Lidstaten vonden dat handel daar een plaats in hoort te krijgen, naast visa.",
            "Nieuwe partnerschappen moeten volgens Malta voor de winter rond zijn.",
        ],
        "Zuidelijke zeeroute": [
            "Nederland vond varen met douane en kustwacht te duur geworden.",
            "Schepen van Griekenland kijken voortaan zelf, meldde Cyprus over patrouilles.",
            "De Commissie zei dat informatie sneller gedeeld moet worden.",
        ],
        "Oplichting": SHOPS,
        "Vliegtuigen tegen bosbranden": FLEET,
    }
    halves = {"Brede afspraken over visa", "Zuidelijke zeeroute"}
    assert ({"Buitenbeleid"}, halves) in _groups(older, newer)


def test_an_item_whose_title_an_older_one_names_was_split_off_it() -> None:
    whole = "Samenwerking met buurlanden"
    older = {
        whole: [
            "De Raad sprak over samenwerking met buurlanden rond de zee.",
            "Nederland verwelkomde het Vallettaplan en de kustwachtafspraak als goede kaders.",
            "Veel lidstaten benadrukten de noodzaak om de kustwachtafspraak na te komen.",
            "Enkele lidstaten wensten meer steun voor opvang in buurlanden.",
        ],
        "Blusvloot": FLEET,
        "Nepwebwinkels": SHOPS,
    }
    newer = {
        f"{whole}: stand van zaken": [
            "De Commissie schetste de samenwerking met buurlanden rond de zee.",
            "Enkele lidstaten vroegen om steun voor opvang in buurlanden.",
        ],
        "Vallettaplan en kustwachtafspraak": [
            "Nederland vond het Vallettaplan alleen een goed kader als het geld oplevert.",
            "Slechts enkele lidstaten hamerden op het nakomen van wat is beloofd.",
            "Estland vroeg om een zware strafmaat voor oplichting met betaalrekeningen.",
        ],
        "Oplichting": SHOPS,
        "Brandstofprijzen": ["Malta vroeg om hulp voor vissers."],
    }
    groups = _groups(older, newer)
    assert ({whole}, {f"{whole}: stand van zaken", "Vallettaplan en kustwachtafspraak"}) in groups
    assert (set(), {"Brandstofprijzen"}) in groups


def test_one_sentence_of_a_form_does_not_link_items() -> None:
    form = "De Raad bereikte een algemene oriëntatie over de richtlijn."
    older = side(OLDER, {"Blusvloot": _said([form, *FLEET]), "Oplichting": _said(SHOPS)})
    later = [form, "Zweden riep op tot een toets van de gevolgen voor kleine vissers."]
    newer = side(NEWER, {"Vangstquota": _said(later)})
    assert all(not (group.older and group.newer) for group in group_items(older, newer, Topics()))


def test_an_item_about_many_things_gets_proposals_for_its_paragraphs() -> None:
    older = side(OLDER, {"Blusvloot": _said(FLEET), "Nepwebwinkels": _said(SHOPS)})
    aside = "Malta nodigde de ministers uit voor een zeiltocht."
    newer = side(NEWER, {"Diversen": _said([aside, FLEET[1], SHOPS[1]])})
    cut = tuple(
        replace(sentence, paragraph=at)
        for at, sentence in enumerate(newer.report.parts[0].items[0].sentences)
    )
    item = replace(newer.report.parts[0].items[0], sentences=cut)
    newer = replace(
        newer, report=newer.report.with_parts((replace(newer.report.parts[0], items=(item,)),))
    )
    found = propose(newer, [older])["diversen"]
    assert [(each.older.title, each.sentences) for each in found] == [
        ("Blusvloot", (2,)),
        ("Nepwebwinkels", (3,)),
    ]
    assert "s2" in found[0].reasons[0]
    topics, new, old = confirm(
        found[0], Summary("Diversen", "nl"), Summary("Blusvloot", "nl"), Topics()
    )
    assert (new.topics, old.topics) == (("blusvloot [s2]",), ("blusvloot",))
    with_one = replace(newer, summaries={"diversen": new})
    (left,) = propose(with_one, [older], topics)["diversen"]
    assert (left.older.title, left.sentences) == ("Nepwebwinkels", (3,))


NOTES = [
    "Litouwen lichtte de conferentie over noodvoorraden in Kaunas toe.",
    "Malta nodigde de ministers uit voor een zeiltocht.",
]
LATER_NOTES = [
    "De Commissie vierde haar verjaardag met taart.",
    "Litouwen blikte terug op de conferentie over noodvoorraden in Kaunas.",
    "Daarbij deelde Litouwen een verslag uit.",
]


def test_parts_of_two_items_about_many_things_are_proposed_with_one_another() -> None:
    older, newer = (
        side(OLDER, {"Diversen": _said(NOTES)}),
        side(NEWER, {"Varia": _said(LATER_NOTES)}),
    )
    (found,) = propose(newer, [older])["varia"]
    assert (found.sentences, found.older_sentences) == ((2, 3), (1,))
    assert found.title == "conferentie over noodvoorraden in Kaunas"
    topics, new, old = confirm(found, Summary("Varia", "nl"), Summary("Diversen", "nl"), Topics())
    name = topics.topics[0].id
    assert (new.topics, old.topics) == ((f"{name} [s2 s3]",), (f"{name} [s1]",))
    known = replace(older, summaries={"diversen": old})
    (again,) = propose(newer, [known], topics)["varia"]
    assert again.topic == name


def test_a_new_topic_keeps_the_whole_title_of_its_item() -> None:
    title = "Voorstel voor een verordening over het toezicht op vrijwillige brandweerlieden"
    older, newer = (side(day, {title: _said(FLEET)}) for day in (OLDER, NEWER))
    found = propose(newer, [older])[slug(title)][0]
    both = Summary(title, "nl"), Summary(title, "nl")
    topics, new, _ = confirm(found, *both, Topics())
    assert [each.title for each in topics.topics] == [title]
    (other, _) = confirm(found, *both, topics)[0].topics
    assert (len(new.topics[0]), other.id) == (len(other.id), new.topics[0])
    assert len(confirm(found, *both, topics)[0].topics) == 2


def test_common_words_that_stand_far_apart_name_a_part_in_a_row() -> None:
    between = "die het land met zijn buren in de loop van vele jaren aanlegde"
    said = (
        f"Litouwen lichtte de noodvoorraden toe, {between}, vooral in Kaunas.",
        f"In Kaunas zag Litouwen, naast veel wat men al kende, {between}, ook noodvoorraden.",
    )
    older, newer = (
        side(meeting, {"Diversen": _said([text])})
        for meeting, text in zip((OLDER, NEWER), said, strict=True)
    )
    (found, *_) = propose(newer, [older])["diversen"]
    first, *more = found.title.split(", ")
    assert (first, more[-1]) == ("Kaunas", "noodvoorraden")


def test_a_refused_pair_of_parts_is_never_proposed_again() -> None:
    older, newer = (
        side(OLDER, {"Diversen": _said(NOTES)}),
        side(NEWER, {"Varia": _said(LATER_NOTES)}),
    )
    keys = part_key(f"{newer.meeting.id}/varia", (2, 3)), part_key(f"{OLDER}/diversen", (1,))
    kept = parse_topics(render_topics(Topics().refuse(*keys)))
    assert kept.is_refused(*keys)
    assert propose(newer, [older], kept) == {}


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("Evaluatie Frontex", "Toekomst van het Europees Grens- en Kustwachtagentschap"),
        ("Harmonisatie van het faillissementsrecht", "Insolventie"),
        ("Carbon border adjustment", "CBAM: reporting"),
    ],
)
def test_other_names_of_one_act_or_agency_are_proposed(older: str, newer: str) -> None:
    said = [("raad", "inform", "Hierover werd gesproken.")]
    pool = side(OLDER, {older: said, "Bosbeheer en houtoogst": said})
    (found,) = propose(side(NEWER, {newer: said}), [pool]).values()
    assert found[0].older.title == older


def test_words_for_the_sort_of_a_thing_link_no_items() -> None:
    said = [("raad", "inform", "Hierover werd gesproken.")]
    older = side(OLDER, {"Digitale diensten": said, "Bescherming van kwetsbare volwassenen": said})
    newer = side(NEWER, {"Digitale euro": said, "Bescherming van bijen": said})
    assert not [
        each for found in propose(newer, [older]).values() for each in found if each.selected
    ]
    assert all(not (group.older and group.newer) for group in group_items(older, newer, Topics()))


def test_a_word_of_a_title_that_only_one_text_has_lists_that_item() -> None:
    older = side(
        OLDER,
        {
            "Stikstof en landbouw": [("", "", "Nederland gaf toelichting op de derogatie.")],
            "Waterbeheer": [("", "", "Droogte en stuwmeren kwamen aan de orde.")],
        },
    )
    said = [("", "", "De Commissie bouwt de uitzondering voor mest af.")]
    (found,) = propose(side(NEWER, {"Derogatie van de nitraatrichtlijn": said}), [older]).values()
    assert [each.older.title for each in found] == ["Stikstof en landbouw"]
    assert not found[0].selected


def test_a_timeline_and_announced_steps_follow_the_links_of_a_comparison() -> None:
    summary = Summary(
        "Blusvloot", "nl", next_steps=(NextStep("De vloot komt terug.", "juni 2031", (1,)),)
    )
    older = side(OLDER, {"Blusvloot": _said(FLEET), "Nepwebwinkels": _said(SHOPS)})
    older = replace(older, summaries={"blusvloot": summary})
    newer = side(NEWER, {"Vliegtuigen en piloten": _said(FLEET[:3]), "Visserij": _said(SHOPS[:1])})
    line = timeline([older, newer], "blusvloot")
    assert [[ref.title for ref in column.items] for column in line.columns] == [
        ["Blusvloot"],
        ["Vliegtuigen en piloten"],
    ]
    (step,) = steps([older, newer], date(2031, 7, 1))
    assert step.came is not None
    assert step.came.title == "Vliegtuigen en piloten"
    assert step.is_assumed, "nobody confirmed that link"
    row = follow_up_table(FollowUp((), (step,)))[1]
    assert row[1] == "mogelijk terug"
    assert row[8].endswith("volgens een voorgestelde koppeling")
    assert follow_up_json(FollowUp((), (step,)))["next_steps"][0]["link"] == "suggested"
    confirmed = [
        replace(one, summaries={name: replace(text, topics=("vloot",))})
        for one, name, text in (
            (older, "blusvloot", summary),
            (newer, "vliegtuigen-en-piloten", Summary("Vliegtuigen", "nl")),
        )
    ]
    (first,) = steps(confirmed, date(2031, 7, 1))
    assert (first.link, first.is_assumed) == ("confirmed", False)
    assert follow_up_table(FollowUp((), (first,)))[1][1] == "teruggekomen"


def test_words_that_only_begin_alike_are_not_named_as_words_of_both() -> None:
    """`slachtofferrechten` stands in one of the texts; of forms of a word both have one."""
    older = side(OLDER, {"Nepwebwinkels": _said([*SHOPS, "De schadevergoeding kwam op."])})
    texts = [*SHOPS, "De schadeloosstelling en betaalrekening zijn geregeld."]
    (found,) = propose(side(NEWER, {"Nepwebwinkels": _said(texts)}), [older])["nepwebwinkels"]
    named = " ".join(found.reasons)
    assert "schadeloosstelling" not in named
    assert "nepwebwinkels" in named


def test_a_comparison_shows_no_second_likeness_beside_that_of_the_proposals() -> None:
    older, newer = (
        side(day, {"Blusvloot": _said(FLEET), "Nepwebwinkels": _said(SHOPS)})
        for day in (OLDER, NEWER)
    )
    text = to_text(compare_meetings(older, newer))
    assert "koppeling voorgesteld" in text
    assert "%" not in text


@pytest.mark.parametrize(
    ("councils", "same"),
    [(("jbz", "jha"), True), (("milieu", "environment"), True), (("jbz", "milieu"), False)],
)
def test_a_council_is_one_whatever_language_its_reports_are_in(
    councils: tuple[str, str], same: bool
) -> None:
    """Proposals, timelines, likely topics and announced steps go over both slugs."""
    texts = [["Blusvloot", "Nepwebwinkels"], ["Blusvloot", "Visserij"]]
    announced = Summary("Blusvloot", "nl", next_steps=(NextStep("De vloot komt terug."),))
    older, newer = (
        side(f"{day}-{council}", {titles[0]: _said(FLEET), titles[1]: _said(SHOPS)})
        for day, council, titles in zip(("2031-03-06", "2031-06-12"), councils, texts, strict=True)
    )
    older = replace(older, summaries={"blusvloot": announced})
    assert any(propose(newer, [older]).values()) == same
    columns = timeline([older, newer], f"{newer.meeting.id}/blusvloot").columns
    assert len(columns) == 1 + same
    keys = {f"{each.meeting.id}/blusvloot" for each in (older, newer)}
    likely = likely_topics([older, newer], Topics())
    assert (keys <= likely.keys() and len({likely[key] for key in keys}) == 1) == same
    (step,) = steps([older, newer], date(2031, 7, 1))
    assert (step.came is not None) == same


def test_two_reports_of_one_meeting_are_no_coming_back() -> None:
    announced = Summary("Blusvloot", "nl", next_steps=(NextStep("De vloot komt terug."),))
    one = replace(side(OLDER, {"Blusvloot": _said(FLEET)}), summaries={"blusvloot": announced})
    twin = side("2031-03-06-jha", {"Blusvloot": _said(FLEET)})
    (step,) = steps([one, twin], date(2031, 7, 1))
    assert (step.came, step.watched) == (None, False)


def in_parts(one: MeetingSide, *titles: str) -> MeetingSide:
    """A meeting each of whose items stands in a part of this title."""
    labels = {title: str(number) for number, title in enumerate(titles)}
    items = [
        replace(entry, part=labels[title])
        for entry, title in zip(one.meeting.items, titles, strict=True)
    ]
    parts = tuple((label, title) for title, label in labels.items())
    return replace(one, meeting=replace(one.meeting, items=tuple(items), parts=parts))


def test_an_item_is_sooner_that_of_the_same_part_of_a_report() -> None:
    said = [
        _said(["Het ging bij de rondvraag om scholen voor duikers en het toezicht daarop."]),
        _said(["De Raad sprak over duikers, hun opleiding en wie daarop toezicht houdt."]),
    ]
    older = side(OLDER, {"Scholen voor duikers": said[0], "Blusvloot": _said(FLEET)})
    newer = side(NEWER, {"Toezicht op duikers": said[1], "Nepwebwinkels": _said(SHOPS)})
    older = in_parts(older, "Sport", "Visserij")

    def score(*parts: str) -> float:
        return propose(in_parts(newer, *parts), [older])["toezicht-op-duikers"][0].score

    assert score("Visserij", "Sport") < score("Sport", "Visserij")
    # no part of that name is left to tell it by
    assert score("Jeugd", "Visserij") == score("Sport", "Visserij")


@pytest.mark.parametrize(("first", "second"), [("a)", "b)"), ("i)", "(ii)"), ("–", "1.")])
def test_a_point_gives_its_topic_the_name_of_its_heading(first: str, second: str) -> None:
    delay = "Litouwen vroeg om uitstel van de slimme tachograaf voor vrachtwagens."
    texts = {
        "2031-03-06-vte": (f"{first} Tachografen", delay, f"{second} Havens", "Malta prees veren."),
        "2031-06-12-vte": (f"{second} De tachograaf", delay, f"{first} Kanalen", "Niets."),
    }
    sides = []
    for meeting, lines in texts.items():
        one = side(meeting, {"Diversen": [("", "", text) for text in lines]})
        (item,) = one.report.parts[0].items
        apart = tuple(replace(each, paragraph=each.number) for each in item.sentences)
        part = replace(one.report.parts[0], items=(replace(item, sentences=apart),))
        sides.append(replace(one, report=one.report.with_parts((part,))))
    found = [each for each in propose(sides[1], sides[:1], Topics())["diversen"] if each.sentences]
    assert [each.title for each in found] == ["Tachografen"]
