import re
from dataclasses import replace
from datetime import date

import pytest
from answer_key import attributed, spoken_changes
from comparison_sides import SHARED, gold_side, position, side

from workflow.comparison.compare import compare_meetings
from workflow.comparison.filters import narrowed
from workflow.comparison.model import Comparison, MeetingSide, PositionChange
from workflow.positions.suggesting import suggest
from workflow.report.model import Item, Part, Report, Sentence
from workflow.summaries.edits import accept
from workflow.summaries.model import Summary, SummarySentence
from workflow.summaries.topics import Topics

OLDER, NEWER = "2031-03-06-jbz", "2031-06-12-jbz"


def changes(comparison: Comparison) -> list[PositionChange]:
    return [change for topic in comparison.topics for change in topic.changes]


def kinds(comparison: Comparison) -> dict[str, str]:
    return {change.actor: change.kind for change in changes(comparison)}


def test_each_actor_of_a_topic_gets_its_kind() -> None:
    older = side(
        OLDER,
        {
            "Gezamenlijke blusvloot": [
                (
                    "nederland",
                    "oppose",
                    "Nederland sprak zich uit tegen een gezamenlijke blusvloot.",
                ),
                ("lidstaten:enkele", "concern", "Enkele lidstaten uitten zorgen over kosten."),
                ("land:PT", "call", "Portugal pleitte voor standplaatsen op de eilanden."),
                ("commissie", "inform", "De Commissie lichtte toe dat de raming 310 miljoen is."),
            ]
        },
    )
    newer = side(
        NEWER,
        {
            "Gezamenlijke blusvloot tegen natuurbranden": [
                ("commissie", "inform", "De Commissie lichtte toe dat de raming 335 miljoen is."),
                ("lidstaten:meeste", "concern", "De meeste lidstaten uitten zorgen over kosten."),
                ("nederland", "support", "Nederland steunde een gezamenlijke blusvloot."),
                ("land:PL", "concern", "Polen uitte zorgen over de opleiding van piloten."),
            ]
        },
    )  # fmt: skip
    comparison = compare_meetings(older, newer)
    assert kinds(comparison) == {
        "nederland": "reversed",
        "commissie": "reworded",
        "lidstaten": "broader",
        "land:PL": "new",
        "land:PT": "dropped",
    }
    assert changes(comparison)[0].actor == "nederland", "the own government comes first"
    assert [change.silent for change in changes(comparison) if change.kind == "dropped"] == [True]
    (topic,) = comparison.topics
    assert (topic.link, topic.source, topic.discussed) == ("suggested", "suggestion", "both")


def test_a_topic_that_is_not_discussed_drops_nobody() -> None:
    older = side(OLDER, {"Drones": [("land:DK", "call", "Denemarken stelde een app voor.")]})
    newer = side(NEWER, {"Wilde zwijnen": [("land:DE", "call", "Duitsland vroeg om hekken.")]})
    comparison = compare_meetings(older, newer)
    assert [(topic.title, topic.discussed) for topic in comparison.topics] == [
        ("Wilde zwijnen", "newer"),
        ("Drones", "older"),
    ]
    assert comparison.topics[1].changes == ()
    assert [change.kind for change in comparison.topics[0].changes] == ["new"]


def test_a_named_state_that_joins_a_group_keeps_its_position() -> None:
    older = side(OLDER, {"Tolken": [("land:FR", "support", "steunde een minimumtarief.")]})
    newer = side(
        NEWER, {"Tolken": [("lidstaten:meerdere", "support", "steunden een minimumtarief.")]}
    )
    (dropped,) = [change for change in changes(compare_meetings(older, newer)) if change.older]
    assert (dropped.kind, dropped.reasons) == ("dropped", ("in_group",))
    (new,) = [change for change in changes(compare_meetings(newer, older)) if change.newer]
    assert (new.kind, new.reasons) == ("new", ("from_group",))


def test_groups_of_one_topic_meet_the_group_with_the_same_view() -> None:
    older = side(
        OLDER,
        {
            "Tolken": [
                ("lidstaten:meeste", "support", "steunden een minimumtarief voor tolken."),
                ("lidstaten:enkele", "oppose", "waren tegen een minimumtarief voor tolken."),
            ]
        },
    )
    newer = side(
        NEWER,
        {
            "Tolken": [
                ("lidstaten:sommige", "oppose", "waren tegen een minimumtarief voor tolken."),
                ("lidstaten:alle", "support", "steunden een minimumtarief voor tolken."),
            ]
        },
    )
    found = [
        (change.newer.actor, change.kind) for change in changes(compare_meetings(older, newer))
    ]
    assert found == [("lidstaten:alle", "broader"), ("lidstaten:sommige", "unchanged")]


def test_confirmed_positions_come_before_suggestions() -> None:
    title = "Tolken"
    said = {title: [("nederland", "inform", "Nederland gaf aan dat een tarief nodig is.")]}
    older = side(
        OLDER, said, confirmed={title: [position("nederland", "support", "een minimumtarief", 1)]}
    )
    newer = side(
        NEWER, said, confirmed={title: [position("nederland", "reserve", "een minimumtarief", 1)]}
    )
    comparison = compare_meetings(older, newer)
    assert comparison.topics[0].source == "summary"
    (change,) = changes(comparison)
    assert (change.kind, change.newer.text) == ("reversed", "een minimumtarief")
    half = compare_meetings(older, side(NEWER, said))
    assert half.topics[0].source == "suggestion", "one side is not written yet"
    assert [change.older.stance for change in changes(half)] == ["support"], "staff's own stance"
    text = Summary(title, "nl", sentences=(SummarySentence("Een tarief is nodig.", (1,)),))
    worded = compare_meetings(older, replace(side(NEWER, said), summaries={"tolken": text}))
    assert worded.topics == half.topics, "who writes a text has not said that nobody held a view"


def one_item(language: str, meeting: str, *sentences: str) -> Report:
    """A report of one item with these sentences."""
    said = tuple(Sentence(number, text, 0) for number, text in enumerate(sentences, 1))
    item = Item("1", "Vergoeding voor bosbeheer", said)
    day = date.fromisoformat(meeting[:10])
    return Report(language, "", "jbz", (day,), (Part("", "", (item,)),))


def taken_over(meeting: str, *sentences: str) -> MeetingSide:
    """A meeting of one item of which staff took every suggestion over."""
    report = one_item("nl", meeting, *sentences)
    ((_, item),) = report.items()
    found = attributed(report, meeting)
    ((slug, attributions),) = found.attributions.items()
    summary = Summary(item.title, "nl")
    for suggestion in suggest(item, attributions):
        summary = accept(summary, suggestion, "nederland")
    return replace(found, summaries={slug: summary})


def test_a_sentence_of_two_stances_that_was_taken_over_is_one_statement() -> None:
    both = "Nederland drong aan op één register en maakte een voorbehoud bij de financiering."
    older = taken_over(OLDER, both, "De Commissie lichtte de raadpleging toe.")
    newer = taken_over(NEWER, "Nederland trok het voorbehoud bij de financiering in.")
    assert len(next(iter(older.summaries.values())).positions) == 3
    comparison = compare_meetings(older, newer)
    assert comparison.topics[0].source == "summary"
    (change,) = changes(comparison)
    assert (change.kind, change.older.stance, change.older.text) == ("reversed", "reserve", both)
    versions = replace(newer, meeting=older.meeting)
    assert len(changes(compare_meetings(older, versions))) > 1, "versions show every position"


def test_a_position_that_quotes_one_of_its_sentences_is_each_of_them() -> None:
    then = (
        "Malta steunde het fonds voor havens.",
        "De Commissie presenteerde het plan.",
        "Malta was voor de heffing op zware schepen, omdat die de kades spaart.",
    )
    now = "Malta kon de heffing op zware schepen niet langer steunen."
    older, newer = taken_over(OLDER, *then), taken_over(NEWER, now)
    ((name, summary),) = older.summaries.items()
    first, _, *others = sorted(summary.positions, key=lambda each: each.actor != "land:MT")
    held = replace(summary, positions=(replace(first, evidence=(1, 3)), *others))
    older = replace(older, summaries={name: held})
    read = compare_meetings(replace(older, summaries={}), replace(newer, summaries={}))
    taken = compare_meetings(older, newer)
    assert taken.topics[0].source == "summary"

    def told(comparison: Comparison) -> list[tuple[str, str]]:
        return [(each.kind, each.older.text) for each in changes(comparison) if each.older]

    assert ("reversed", then[2]) in told(taken)
    assert told(taken) == told(read)


VOTES = [
    (
        "nl",
        "Polen kon de compromistekst niet steunen, omdat de termijn kort is. "
        "Polen herhaalde de wens van meer ruimte voor precisietechnieken.",
        "Polen stemde in, nu er een uitzondering komt, en legde een verklaring af over "
        "precisietechnieken.",
        ("oppose", "support"),
    ),
    (
        "nl",
        "Polen steunde de algemene oriëntatie. Polen vroeg om een overgangstermijn voor molens.",
        "Polen stemde tegen, omdat een overgangstermijn voor molens ontbreekt.",
        ("support", "oppose"),
    ),
    (
        "en",
        "Poland could not support the proposal. Poland called for a transition period for mills.",
        "Poland could agree to the text now that there is a transition period for mills.",
        ("oppose", "support"),
    ),
    (
        "en",
        "Poland supported the general approach. Poland asked for more time for mills.",
        "Poland voted against because mills would not be given more time.",
        ("support", "oppose"),
    ),
    (
        "nl",
        "Polen was tegen het voorstel. Polen vroeg om een overgangstermijn voor molens.",
        "Polen bleef tegen het voorstel, maar verwelkomde de overgangstermijn voor molens.",
        None,
    ),
    (
        "nl",
        "Polen was tegen de verordening. Polen steunde het onderzoek.",
        "Polen verwelkomde het onderzoek. Polen was tegen de kosten.",
        None,
    ),
    (
        "en",
        "Poland opposed the proposal. Poland asked for a transition period for mills.",
        "Poland welcomed the transition period for mills.",
        None,
    ),
]


@pytest.mark.parametrize(("language", "then", "now", "turned"), VOTES)
def test_a_vote_on_the_text_is_set_against_the_vote_before(
    language: str, then: str, now: str, turned: tuple[str, str] | None
) -> None:
    sides = [
        attributed(one_item(language, meeting, *re.split(r"(?<=\.) ", said)), meeting)
        for meeting, said in ((OLDER, then), (NEWER, now))
    ]
    found = [
        (change.older.stance, change.newer.stance)
        for change in changes(compare_meetings(*sides))
        if change.kind == "reversed"
    ]
    assert found == ([turned] if turned else [])


def test_what_staff_put_otherwise_stays_a_statement_of_its_own() -> None:
    both = "Nederland drong aan op één register en maakte een voorbehoud bij de financiering."
    older, newer = taken_over(OLDER, both), taken_over(NEWER, both)
    ((slug, summary),) = newer.summaries.items()
    own = [replace(each, stance="oppose") for each in summary.positions if each.stance == "reserve"]
    kept = [each for each in summary.positions if each.stance != "reserve"]
    newer = replace(newer, summaries={slug: replace(summary, positions=(*kept, *own))})
    found = {(c.older.stance if c.older else "", c.newer.stance if c.newer else "")
             for c in changes(compare_meetings(older, newer))}  # fmt: skip
    assert ("call", "call") in found
    assert any(now == "oppose" for _, now in found)
    told = [replace(each, stance="announce") for each in kept]
    newer = replace(
        newer, summaries={slug: replace(summary, positions=(*summary.positions, *told))}
    )
    (change,) = changes(compare_meetings(older, newer))
    assert change.kind == "unchanged", "an announcement that nobody finds today is no news"


def test_a_confirmed_topic_links_whatever_the_titles_say() -> None:
    older = side(
        OLDER,
        {"Diversen": [("land:DK", "call", "Denemarken pleitte voor een app voor drones.")]},
        topics={"Diversen": ["drones"]},
    )
    newer = side(
        NEWER,
        {"Evenementen": [("land:DK", "call", "Denemarken pleitte voor een app voor drones.")]},
        topics={"Evenementen": ["drones"]},
    )
    (topic,) = compare_meetings(older, newer).topics
    assert (topic.topic, topic.link, topic.score) == ("drones", "confirmed", 1.0)
    assert [change.kind for change in topic.changes] == ["unchanged"]


def test_parts_of_an_item_belong_to_different_topics() -> None:
    older = side(
        OLDER,
        {
            "Diversen": [
                ("land:DK", "call", "Denemarken pleitte voor een app voor drones."),
                ("land:LT", "inform", "Litouwen lichtte de conferentie over voorraden toe."),
            ]
        },
        topics={"Diversen": ["drones [s1]", "voorraden [s2]"]},
    )
    newer = side(
        NEWER,
        {"Drones": [("land:DK", "call", "Denemarken drong aan op een app voor drones.")]},
        topics={"Drones": ["drones"]},
    )
    comparison = compare_meetings(older, newer)
    assert [(topic.topic, topic.discussed) for topic in comparison.topics] == [
        ("drones", "both"),
        ("voorraden", "older"),
    ]
    assert kinds(comparison) == {"land:DK": "reworded"}


def test_a_refused_link_is_not_made_again() -> None:
    said = [("land:DK", "call", "Denemarken pleitte voor een app voor drones.")]
    older, newer = side(OLDER, {"Drones": said}), side(NEWER, {"Drones": said})
    topics = Topics().refuse(f"{NEWER}/drones", f"{OLDER}/drones")
    comparison = compare_meetings(older, newer, topics=topics)
    assert [topic.link for topic in comparison.topics] == ["none", "none"]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared annotations are not here")
@pytest.mark.parametrize("name", ["seed.json", "own-rbz-2024-12.json", "own-lvr-2016-05.json"])
def test_a_report_against_itself_gives_only_unchanged(name: str) -> None:
    older, newer = gold_side(name, OLDER), gold_side(name, NEWER)
    comparison = compare_meetings(older, newer)
    assert {topic.discussed for topic in comparison.topics} == {"both"}
    assert {change.kind for change in changes(comparison)} == {"unchanged"}
    assert not any(change.reasons for change in changes(comparison))


def test_two_versions_of_a_meeting_are_compared_by_what_staff_wrote() -> None:
    title = "Tolken"
    said = {title: [("nederland", "inform", "Nederland gaf aan dat een tarief nodig is.")]}
    empty = side(OLDER, said)
    first = side(OLDER, said, confirmed={title: [position("nederland", "call", "een tarief", 1)]})
    then = side(OLDER, said, confirmed={title: [position("nederland", "oppose", "een tarief", 1)]})
    assert [change.kind for change in changes(compare_meetings(empty, first))] == ["new"]
    assert [change.kind for change in changes(compare_meetings(first, then))] == ["reversed"]
    (topic,) = compare_meetings(first, first).topics
    assert (topic.link, topic.source) == ("confirmed", "summary")
    assert [change.kind for change in topic.changes] == ["unchanged"]


def test_a_reversal_behind_the_first_stance_of_a_sentence_is_found() -> None:
    title = "Zwemwater"
    first = (
        "Nederland benadrukte het belang van schoon water, "
        "maar achtte een zwemverbod in kanalen niet nodig."
    )
    older = side(OLDER, {title: [("nederland", "call", first)]})
    (call,) = older.attributions["zwemwater"]
    place = first.index("niet nodig")
    objection = replace(call, stance="oppose", cue_spans=((place, place + 10),))
    older = replace(older, attributions={"zwemwater": (call, objection)})
    newer = side(
        NEWER, {title: [("nederland", "support", "Nederland steunde een zwemverbod in kanalen.")]}
    )
    (change,) = changes(compare_meetings(older, newer))
    assert (change.kind, change.older.stance, change.older.evidence) == ("reversed", "oppose", (1,))
    assert [each.kind for each in changes(compare_meetings(older, older_copy(older)))] == [
        "unchanged"
    ]


def older_copy(older: MeetingSide) -> MeetingSide:
    return replace(older, meeting=replace(older.meeting, id=NEWER))


def test_the_same_sentence_is_unchanged_however_it_was_read() -> None:
    text = "De Commissie riep op tot strengere controles bij zwemplassen."
    older = side(OLDER, {"Zwemwater": [("commissie", "call", text)]})
    broken = text.replace("controles", "contro-les")
    newer = side(NEWER, {"Zwemwater": [("commissie", "concern", broken)]})
    assert [each.kind for each in changes(compare_meetings(older, newer))] == ["unchanged"]


def test_renamed_items_are_compared_and_legal_forms_link_nothing() -> None:
    older = side(
        OLDER,
        {
            "Frontex": [("nederland", "call", "Nederland pleitte voor toezicht op Frontex.")],
            "Verordening betreffende honing": [("land:DE", "call", "Duitsland wil een etiket.")],
        },
    )
    newer = side(
        NEWER,
        {
            "Evaluatie van het Agentschap": [
                ("nederland", "oppose", "Nederland was tegen toezicht op Frontex.")
            ],
            "Verordening betreffende tolken": [("land:FR", "call", "Frankrijk wil een tarief.")],
        },
    )
    comparison = compare_meetings(older, newer)
    linked = [topic.title for topic in comparison.topics if topic.discussed == "both"]
    assert linked == ["Evaluatie van het Agentschap"]
    assert kinds(comparison)["nederland"] == "reversed"


def test_what_was_split_off_an_item_is_compared_with_it() -> None:
    dikes = ("land:DE", "call", "Duitsland pleitte voor hogere dijken langs de Rijn en de Maas.")
    swim = ("nederland", "oppose", "Nederland was tegen een zwemverbod in stedelijke grachten.")
    other = ("land:FR", "call", "Frankrijk vroeg aandacht voor honingetiketten op markten.")
    older = side(OLDER, {"Water: dijken en grachten": [dikes, swim], "Honing": [other]})
    now = ("nederland", "support", "Nederland steunde een zwemverbod in stedelijke grachten.")
    newer = side(
        NEWER,
        {"Hogere dijken langs de Rijn": [dikes], "Zwemmen in grachten": [now], "Honing": [other]},
    )
    comparison = compare_meetings(older, newer)
    assert [len(topic.newer) for topic in comparison.topics] == [2, 1]
    assert kinds(comparison) == {
        "nederland": "reversed",
        "land:DE": "unchanged",
        "land:FR": "unchanged",
    }


def test_an_explanation_does_not_take_the_partner_of_a_view() -> None:
    changes = spoken_changes(
        "nl",
        "Het voorzitterschap lichtte toe hoe de bakentoeslag tijdelijk wordt verlengd. "
        "Het voorzitterschap streefde naar een algemene oriëntatie over de bakenverordening.",
        "Het voorzitterschap gaf uitleg over de tekst van de bakenverordening. "
        "Het voorzitterschap zag af van een algemene oriëntatie en liet de rest van het dossier "
        "aan de volgende voorzitter over.",
    )
    assert [change.kind for change in changes] == ["reversed"]


def test_reversals_stand_on_top_and_explanations_below() -> None:
    """Who turned round is read first; an explanation that is new does not stand between moves."""
    older = side("2031-03-06-jbz", {"Blusvloot": [
        ("nederland", "support", "Nederland is voor een gezamenlijke blusvloot."),
        ("land:PL", "oppose", "Polen is tegen een gezamenlijke blusvloot."),
        ("land:PT", "call", "Portugal pleitte voor standplaatsen op de eilanden."),
    ]})  # fmt: skip
    newer = side("2031-06-12-jbz", {"Blusvloot": [
        ("nederland", "support", "Nederland is voor een gezamenlijke blusvloot."),
        ("commissie", "inform", "De Commissie lichtte de kosten toe."),
        ("land:PL", "support", "Polen is voor een gezamenlijke blusvloot."),
    ]})  # fmt: skip
    (topic,) = compare_meetings(older, newer).topics
    assert [(change.actor, change.kind) for change in topic.changes] == [
        ("land:PL", "reversed"),
        ("land:PT", "dropped"),
        ("nederland", "unchanged"),
        ("commissie", "new"),
    ]


def test_without_style_topics_that_came_or_went_stay() -> None:
    """Hiding other words hides no news."""
    said = [("land:PT", "call", "Portugal pleitte voor standplaatsen op de eilanden.")]
    older = side("2031-03-06-jbz", {"Blusvloot": said, "Visserij": []})
    newer = side("2031-06-12-jbz", {"Blusvloot": said, "Drones": []})
    left = narrowed(compare_meetings(older, newer), style=False)
    assert [topic.title for topic in left.topics] == ["Blusvloot", "Drones", "Visserij"]


def test_items_about_many_things_are_compared_part_by_part() -> None:
    fleet = "een crisisvloot van reddingsboten met een vaste thuishaven"
    older = side(
        "2031-03-06-jbz",
        {
            "Overige onderwerpen": [
                ("land:FI", "call", f"Finland riep op tot {fleet}."),
                ("land:MT", "support", "Malta steunde de nieuwe visitekaartjes."),
            ]
        },
    )
    newer = side(
        "2031-06-12-jbz",
        {
            "Diversen": [
                ("land:ES", "inform", "Spanje kondigde zijn feestdag aan."),
                ("land:FI", "oppose", f"Finland verzette zich tegen {fleet}."),
            ]
        },
    )
    found = compare_meetings(older, newer).topics
    (linked,) = [topic for topic in found if topic.discussed == "both"]
    assert linked.title.startswith("Diversen: ")
    assert [(change.actor, change.kind) for change in linked.changes] == [("land:FI", "reversed")]
    assert [ref.sentences for ref in (*linked.older, *linked.newer)] == [(1,), (2,)]
    alone = {topic.discussed: topic.title for topic in found if topic is not linked}
    assert alone == {
        "newer": "Diversen: Spanje kondigde zijn feestdag aan",
        "older": "Overige onderwerpen: Malta steunde de nieuwe visitekaartjes",
    }
    assert {topic.topic for topic in found if topic is not linked} == {
        "diversen", "overige-onderwerpen",
    }  # fmt: skip


def test_who_confirms_one_part_keeps_what_the_other_parts_go_on_with() -> None:
    fleet = "een crisisvloot van reddingsboten met een vaste thuishaven"
    stocks = "de conferentie over noodvoorraden in Kaunas"
    said = [
        ("land:FI", "call", f"Finland riep op tot {fleet}."),
        ("land:LT", "inform", f"Litouwen kondigde {stocks} aan."),
        ("land:MT", "support", "Malta steunde de nieuwe visitekaartjes."),
    ]
    later = [
        ("land:ES", "inform", "Spanje noemde zijn feestdag."),
        ("land:LT", "inform", f"Litouwen blikte terug op {stocks}."),
    ]
    other = [("land:FI", "oppose", f"Finland verzette zich tegen {fleet}.")]
    boats = {"Reddingsboten met een thuishaven": other}
    in_parts = {"Diversen": [*later, *other]}
    for items, place in (({**boats, "Diversen": later}, ()), (in_parts, (3,))):
        older = side(
            "2031-03-06-jbz", {"Overige onderwerpen": said},
            topics={"Overige onderwerpen": ["kaunas [s2]"]},
        )  # fmt: skip
        newer = side("2031-06-12-jbz", items, topics={"Diversen": ["kaunas [s2]"]})
        found = compare_meetings(older, newer).topics
        by_link = {topic.link: topic for topic in found if topic.discussed == "both"}
        assert by_link.keys() == {"confirmed", "suggested"}
        assert [change.kind for change in by_link["suggested"].changes] == ["reversed"]
        assert [ref.sentences for ref in by_link["suggested"].older] == [(1,)]
        assert [ref.sentences for ref in by_link["suggested"].newer] == [place]
        alone = [topic.title for topic in found if topic.discussed != "both"]
        assert alone == [
            "Diversen: Spanje noemde zijn feestdag",
            "Overige onderwerpen: Malta steunde de nieuwe visitekaartjes",
        ]


def test_the_title_of_a_point_stands_with_what_is_said_below_it() -> None:
    fleet = "een crisisvloot van reddingsboten met een vaste thuishaven"
    older = side("2031-03-06-jbz", {"Diversen": [("", "", f"Finland riep op tot {fleet}.")]})
    said = ["a) Reddingsboten", f"Finland verzette zich tegen {fleet}.", "b) Speelgoed", "Niets."]
    newer = side("2031-06-12-jbz", {"Overige punten": [("", "", text) for text in said]})
    (part,) = newer.report.parts
    (item,) = part.items
    cut = tuple(replace(one, paragraph=at) for at, one in enumerate(item.sentences))
    lines = newer.report.with_parts((replace(part, items=(replace(item, sentences=cut),)),))
    (linked, *_) = compare_meetings(older, replace(newer, report=lines)).topics
    assert linked.discussed == "both"
    alone = compare_meetings(older, replace(newer, report=lines)).topics[1:]
    assert [topic.title for topic in alone] == ["Overige punten: Speelgoed"]


def in_points(meeting: str, title: str, said: list[str]) -> MeetingSide:
    """A meeting with one item, each sentence a paragraph of its own."""
    found = side(meeting, {title: [("", "", text) for text in said]})
    (part,) = found.report.parts
    (item,) = part.items
    cut = tuple(replace(one, paragraph=at) for at, one in enumerate(item.sentences))
    whole = found.report.with_parts((replace(part, items=(replace(item, sentences=cut),)),))
    return replace(found, report=whole)


def test_who_asked_for_a_point_this_time_is_no_part_of_its_name() -> None:
    bees = "Tsjechië informeerde de Raad over de bijensterfte."
    said = ["a) Wolvenbeheer (verzoek van Malta)", "Malta vroeg aandacht voor de wolven.",
            "b) Vogelgriep: wat nu?", "Frankrijk riep op tot vaccinatie."]  # fmt: skip
    older = in_points("2031-03-06-jbz", "Diversen", said)
    said = ["a) Wolvenbeheer (verzoek van Ierland)", "Ierland riep op de wolven te tellen.",
            "b) Bijensterfte [vervolg]", bees]  # fmt: skip
    newer = in_points("2031-06-12-jbz", "Diversen", said)
    linked, *rest = compare_meetings(older, newer).topics
    assert linked.title == "Diversen: Wolvenbeheer"
    assert [ref.sentences for ref in (*linked.older, *linked.newer)] == [(1, 2), (1, 2)]
    titles = ["Diversen: Bijensterfte [vervolg]", "Diversen: Vogelgriep: wat nu?"]
    assert [topic.title for topic in rest] == titles


def test_an_item_about_many_things_that_did_not_return_says_how_it_opens() -> None:
    said = [
        "Kermissen: Malta vroeg om strengere keuringen van reuzenraderen.",
        "Estland schetste de uitkomsten van het seminar over oude stoomlocomotieven in Tartu.",
        "Cyprus prees zijn musea.",
        "Letland nodigde uit.",
    ]
    older = side("2031-03-06-jbz", {"Diversen": [("", "", text) for text in said], "Vis": []})
    (part,) = older.report.parts
    item, fish = part.items
    cut = tuple(replace(one, paragraph=at) for at, one in enumerate(item.sentences))
    report = older.report.with_parts((replace(part, items=(replace(item, sentences=cut), fish)),))
    newer = side("2031-06-12-jbz", {"Vis": []})
    (_, alone) = compare_meetings(replace(older, report=report), newer).topics
    assert alone.title == (
        "Diversen: Kermissen; Estland schetste de uitkomsten van het seminar…; "
        "Cyprus prees zijn musea; …"
    )


def test_topics_of_one_name_that_are_not_linked_keep_apart() -> None:
    older = side("2031-03-06-jbz", {"Diversen": [("", "", "Malta vroeg om een veerboot.")]})
    newer = side("2031-06-12-jbz", {"Diversen": [("", "", "Cyprus prees zijn musea.")]})
    topics = compare_meetings(older, newer).topics
    assert [(topic.topic, topic.discussed) for topic in topics] == [
        ("diversen", "newer"),
        ("diversen-2", "older"),
    ]
    more = side("2031-06-12-jbz", {"Diversen": [], "Diversen 2": [], "Vis": []})
    names = [topic.topic for topic in compare_meetings(older, more).topics]
    assert names == ["diversen", "diversen-2", "vis", "diversen-3"], "no two topics share an id"


@pytest.mark.parametrize(
    ("head", "linked"),
    [("Lichthinder", True), ("Informatie van de Commissie", False), ("Stand van zaken", False)],
)
def test_points_below_one_title_are_one_subject_if_it_says_what_about(
    head: str, linked: bool
) -> None:
    said = [f"a) {head} (verzoek van Malta)", "Malta vroeg de Commissie om een strategie.",
            "b) Bosbranden", "Griekenland sprak over blusvliegtuigen."]  # fmt: skip
    older = in_points("2031-03-06-jbz", "Diversen", said)
    said = [f"i) {head}", "Letland kondigde een conferentie over kabels aan.",
            "ii) Kwik in lampen", "Denemarken noemde alternatieven."]  # fmt: skip
    newer = in_points("2031-06-12-jbz", "Diversen", said)
    both = [t.title for t in compare_meetings(older, newer).topics if t.discussed == "both"]
    assert both == ([f"Diversen: {head}"] if linked else [])
