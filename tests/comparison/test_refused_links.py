"""What a person refused or confirmed, and what is still proposed beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from comparison_sides import side

from workflow.comparison.linking import Proposal, confirm, propose
from workflow.comparison.model import MeetingSide
from workflow.summaries.model import Summary
from workflow.summaries.topics import Topic, Topics, part_key

BEFORE, OLDER, NEWER = "2030-12-05-jbz", "2031-03-06-jbz", "2031-06-12-jbz"
FLEET = [
    "Alle lidstaten verwelkomden de gezamenlijke vloot van blusvliegtuigen.",
    "Veel lidstaten maakten een voorbehoud bij de verdeling van de onderhoudskosten.",
]
SHOPS = [
    "De Commissie presenteerde cijfers over oplichting door nepwebwinkels.",
    "Estland was tegen de strafmaat voor eenvoudige gevallen van oplichting.",
]
STOCKS = "Litouwen lichtte de conferentie over noodvoorraden in Kaunas toe."
SAIL = "Malta nodigde de ministers uit voor een zeiltocht."


def meeting(
    day: str, items: Mapping[str, Sequence[str]], topics: Mapping[str, Sequence[str]] | None = None
) -> MeetingSide:
    """A meeting whose sentences stand in a paragraph each, for they are about many things."""
    said = {title: [("", "", text) for text in texts] for title, texts in items.items()}
    one = side(day, said, topics=topics)
    (part,) = one.report.parts
    cut = tuple(
        replace(
            item,
            sentences=tuple(replace(each, paragraph=each.number) for each in item.sentences),
        )
        for item in part.items
    )
    return replace(one, report=one.report.with_parts((replace(part, items=cut),)))


def found(
    newer: MeetingSide, *earlier: MeetingSide, topics: Topics | None = None
) -> tuple[Proposal, ...]:
    """The proposals for the only item of a meeting."""
    (slug,) = (entry.slug for entry in newer.meeting.items)
    return propose(newer, earlier, topics).get(slug, ())


def refused(*pairs: tuple[str, str]) -> Topics:
    topics = Topics()
    for item, other in pairs:
        topics = topics.refuse(item, other)
    return topics


def test_a_refused_item_without_a_topic_is_not_proposed_and_the_others_are() -> None:
    newer = meeting(NEWER, {"Nepwebwinkels": SHOPS})
    older = meeting(OLDER, {"Nepwebwinkels": SHOPS, "Nepwebwinkels: handhaving": SHOPS[:1]})
    assert {each.older.title for each in found(newer, older)} == {
        "Nepwebwinkels",
        "Nepwebwinkels: handhaving",
    }
    left = found(newer, older, topics=refused((f"{NEWER}/nepwebwinkels", f"{OLDER}/nepwebwinkels")))
    assert [each.older.title for each in left] == ["Nepwebwinkels: handhaving"]


def test_a_refused_topic_that_has_no_title_is_not_proposed() -> None:
    newer = meeting(NEWER, {"Nepwebwinkels": SHOPS})
    older = meeting(OLDER, {"Nepwebwinkels": SHOPS}, {"Nepwebwinkels": ["winkels"]})
    assert found(newer, older)
    assert not found(newer, older, topics=refused((f"{NEWER}/nepwebwinkels", "winkels")))


def test_one_topic_is_proposed_once_and_two_of_one_title_both() -> None:
    items = {"Nepwebwinkels": SHOPS}
    newer = meeting(NEWER, items)
    (one,) = found(newer, meeting(BEFORE, items), meeting(OLDER, items))
    assert one.older.meeting == OLDER
    both = found(
        newer,
        meeting(BEFORE, items, {"Nepwebwinkels": ["winkels"]}),
        meeting(OLDER, items, {"Nepwebwinkels": ["oplichting"]}),
    )
    assert {each.topic for each in both} == {"winkels", "oplichting"}
    assert [each.selected for each in both] == [True, False]


def test_an_item_that_is_only_listed_is_listed_once() -> None:
    items = {"Scholen voor duikers": ["Het ging om het toezicht op duikers."], "Vloot": FLEET}
    newer = meeting(NEWER, {"Toezicht op duikers": ["De Raad sprak over opleidingen."]})
    (one,) = found(newer, meeting(BEFORE, items), meeting(OLDER, items))
    assert (one.older.meeting, one.older.title) == (OLDER, "Scholen voor duikers")


def test_a_refused_item_is_not_proposed_for_a_part_either() -> None:
    newer = meeting(NEWER, {"Diversen": [FLEET[1], SHOPS[1]]})
    older = meeting(OLDER, {"Blusvloot": FLEET, "Nepwebwinkels": SHOPS})
    assert [each.older.title for each in found(newer, older)] == ["Blusvloot", "Nepwebwinkels"]
    left = found(newer, older, topics=refused((f"{NEWER}/diversen", f"{OLDER}/blusvloot")))
    assert [each.older.title for each in left] == ["Nepwebwinkels"]


def test_a_part_gets_the_topic_of_the_sentences_that_it_goes_on_with() -> None:
    newer = meeting(NEWER, {"Varia": [STOCKS]})
    topics = {"Diversen": ["zeiltocht [s2]", "voorraden [s1]"]}
    older = meeting(OLDER, {"Diversen": [STOCKS, SAIL]}, topics)
    (one,) = found(newer, older)
    assert (one.topic, one.older_sentences, one.selected) == ("voorraden", (1,), True)
    (same,) = found(newer, older, topics=refused((f"{NEWER}/varia", "zeiltocht")))
    assert same.topic == "voorraden"
    assert not found(newer, older, topics=refused((f"{NEWER}/varia", "voorraden")))
    whole = meeting(OLDER, {"Diversen": [STOCKS, SAIL]}, {"Diversen": ["rondvraag"]})
    assert found(newer, whole)[0].topic == "rondvraag"


def test_a_point_of_an_earlier_item_is_proposed_until_it_is_refused() -> None:
    newer = meeting(NEWER, {"Noodvoorraden in Kaunas": ["Litouwen deelde een verslag uit."]})
    items, own = {"Diversen": [STOCKS, SAIL]}, f"{NEWER}/noodvoorraden-in-kaunas"
    older = meeting(OLDER, items)
    (one,) = found(newer, older)
    assert (one.topic, one.older_sentences, one.title) == ("", (1,), "Noodvoorraden in Kaunas")
    for other in (f"{OLDER}/diversen", part_key(f"{OLDER}/diversen", (1,))):
        assert not found(newer, older, topics=refused((own, other)))
    known = meeting(OLDER, items, {"Diversen": ["zeiltocht [s2]", "voorraden [s1]"]})
    (named,) = found(newer, known)
    assert named.topic == "voorraden"
    assert found(newer, known, topics=refused((own, "zeiltocht")))
    assert not found(newer, known, topics=refused((own, "voorraden")))


def test_the_topic_of_a_cited_dossier_comes_first_unless_it_was_refused() -> None:
    cited = f"{SHOPS[0][:-1]} (Kamerstukken II 2030-2031, 36 482, nr. 7)."
    newer = meeting(NEWER, {"Nepwebwinkels": [cited]})
    topics = Topics((Topic("andere", "Andere", "36111"), Topic("smokkel", "Smokkel", "36482")))
    older = meeting(OLDER, {"Nepwebwinkels": SHOPS}, {"Nepwebwinkels": ["winkels"]})
    first, second = found(newer, older, topics=topics)
    assert (first.topic, first.older, first.selected) == ("smokkel", None, True)
    assert (second.topic, second.selected) == ("winkels", False)
    (left,) = found(newer, older, topics=topics.refuse(f"{NEWER}/nepwebwinkels", "smokkel"))
    assert (left.topic, left.selected) == ("winkels", True)
    same = meeting(OLDER, {"Nepwebwinkels": SHOPS}, {"Nepwebwinkels": ["smokkel"]})
    (both,) = found(newer, same, topics=topics)
    assert (both.topic, both.older.meeting, both.selected) == ("smokkel", OLDER, True)
    assert len(both.reasons) > 1


def test_a_new_topic_takes_a_free_id_and_the_sentences_that_were_named() -> None:
    taken = Topics((Topic("nepwebwinkels", "Toezicht"), Topic("nepwebwinkels-2", "Handel")))
    (one,) = found(
        meeting(NEWER, {"Nepwebwinkels": SHOPS}), meeting(OLDER, {"Nepwebwinkels": SHOPS})
    )
    summary = Summary("Nepwebwinkels", "nl")
    topics, new, old = confirm(one, summary, summary, taken, sentences=(2, 3))
    assert topics.title("nepwebwinkels-3") == "Nepwebwinkels"
    assert (new.topics, old.topics) == (("nepwebwinkels-3 [s2 s3]",), ("nepwebwinkels-3",))
