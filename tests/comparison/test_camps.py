"""Who sides with whom on what is asked for by name: points within items, names with a slash."""

from dataclasses import replace

import pytest
from comparison_sides import position, side

from workflow.comparison.camps import camps
from workflow.comparison.model import MeetingSide
from workflow.comparison.timeline import timeline
from workflow.errors import WorkflowError
from workflow.languages import use
from workflow.report.model import Part
from workflow.summaries.topics import Topic, Topics

MARCH, JUNE = "2031-03-06-jbz", "2031-06-12-jbz"
POINTS = [
    ("", "", "a) Nachttreinen"),
    ("land:MT", "support", "Malta steunde een net van nachttreinen."),
    ("land:PL", "oppose", "Polen verzette zich tegen een net van nachttreinen."),
    ("", "", "b) Wolven"),
    ("land:EE", "support", "Estland steunde de afschotregeling."),
    ("land:LV", "oppose", "Letland verzette zich tegen de afschotregeling."),
]
DIRECTIVE = "Richtlijn 2003/87 over emissiehandel"


def in_points(one: MeetingSide) -> MeetingSide:
    """The same with each title of a point, and what is said on it, as a paragraph."""
    (part,) = one.report.parts
    items = []
    for item in part.items:
        paragraph, sentences = 0, []
        for sentence in item.sentences:
            head = sentence.text[1:2] == ")"
            after_head = bool(sentences) and sentences[-1].text[1:2] == ")"
            paragraph += head or after_head
            sentences.append(replace(sentence, paragraph=paragraph))
        items.append(replace(item, sentences=tuple(sentences)))
    return replace(one, report=one.report.with_parts((Part("", "", tuple(items)),)))


@pytest.mark.parametrize("name", ["nachttreinen", f"{MARCH}/diversen s1-s3"])
@pytest.mark.parametrize("suggestions", [False, True])
def test_of_a_point_only_its_own_sentences_count(name: str, suggestions: bool) -> None:
    one = in_points(side(MARCH, {"Diversen": POINTS}))
    table = camps([one], topic=name, suggestions=suggestions)
    assert set(table.actors) == {"land:MT", "land:PL"}
    assert table.between("land:MT", "land:PL").differ == 1
    assert {row.actor for row in timeline([one], name).rows} == set(table.actors)
    (topic,) = table.topics
    assert topic == f"{MARCH}/diversen s1 s2 s3"
    assert table.titles[topic] == "Nachttreinen (JBZ 6 maart 2031)"
    assert camps([one], topic=topic).standings == table.standings


def test_of_a_point_confirmed_positions_count_where_they_rest_on_it() -> None:
    said = [
        position("land:MT", "support", "een net van nachttreinen", 2),
        position("land:PL", "support", "een net van nachttreinen", 3),
        position("land:EE", "support", "de afschotregeling", 5),
    ]
    one = in_points(side(MARCH, {"Diversen": POINTS}, confirmed={"Diversen": said}))
    table = camps([one], topic="nachttreinen")
    assert (table.actors, table.source) == (("land:MT", "land:PL"), "summary")
    assert table.between("land:MT", "land:PL").agree == 1


def test_a_point_in_a_confirmed_topic_stands_for_that_topic() -> None:
    one = in_points(side(MARCH, {"Diversen": POINTS}, topics={"Diversen": ["spoor [s1-s3]"]}))
    table = camps([one], topic="nachttreinen", topics=Topics((Topic("spoor", "Spoor"),)))
    assert table.topics == ("spoor",)
    assert set(table.actors) == {"land:MT", "land:PL"}


@pytest.mark.parametrize("name", [DIRECTIVE, "2003/87", f"{JUNE}/2"])
def test_the_name_of_a_topic_may_hold_a_slash(name: str) -> None:
    said = [("land:MT", "support", "Malta is voor."), ("land:PL", "oppose", "Polen is tegen.")]
    one = side(JUNE, {"Drones": [said[0]], DIRECTIVE: said})
    table = camps([one], topic=name)
    assert table.between("land:MT", "land:PL").differ == 1
    known = Topics((Topic("emissies", DIRECTIVE),))
    one = side(JUNE, {"Drones": [said[0]], DIRECTIVE: said}, topics={DIRECTIVE: ["emissies"]})
    assert camps([one], topic=name, topics=known).topics == ("emissies",)


@pytest.mark.parametrize("name", ["nergens/nooit", f"{MARCH}/drones", f"{JUNE}/visserij s1"])
def test_a_name_with_a_slash_that_is_nowhere_says_so(name: str) -> None:
    one = side(JUNE, {"Drones": [("land:MT", "support", "Malta is voor.")]})
    for language, words in (
        ("nl", "noem een agendapunt bij woorden uit zijn titel"),
        ("en", "name an item by words of its title"),
    ):
        use(language)
        with pytest.raises(WorkflowError) as caught:
            camps([one], topic=name)
        assert name in str(caught.value)
        assert words in str(caught.value)
        assert "workflow topics" not in str(caught.value)
