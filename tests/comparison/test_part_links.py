"""Parts of items about many things: confirmed and kept apart without what stands beside them."""

from workflow.comparison.confirming import confirmed, proposals, refused
from workflow.comparison.linking import Proposal, confirm
from workflow.comparison.managing import joined, parted, placed, taken_out
from workflow.comparison.model import ItemRef
from workflow.languages import say
from workflow.summaries.itemparts import add_to_topic, key_parts
from workflow.summaries.model import Summary
from workflow.summaries.topics import Topics, part_key
from workflow.summaries.workspace import Workspace

MARCH, JUNE = "2031-03-06-jbz", "2031-06-12-jbz"
OLDER = ItemRef(MARCH, "overige-onderwerpen", "I.7", "Overige onderwerpen", (1, 2))
NEWER = ItemRef(JUNE, "overige-onderwerpen", "I.6", "Overige onderwerpen", (2, 3))


def test_a_pair_of_parts_is_put_in_a_topic_without_the_rest(demo_desk) -> None:
    workspace = Workspace(demo_desk)
    answer = joined(workspace, [OLDER, NEWER], "Noodvoorraden")
    assert {place: summary.topics for place, summary in answer.changed.items()} == {
        (MARCH, OLDER.slug): ("noodvoorraden [s1 s2]",),
        (JUNE, NEWER.slug): ("noodvoorraden [s2 s3]",),
    }


def test_two_parts_that_do_not_belong_together_say_nothing_of_their_items(demo_desk) -> None:
    workspace = Workspace(demo_desk)
    topics = parted(workspace, [OLDER], [NEWER]).topics
    items = [f"{ref.meeting}/{ref.slug}" for ref in (NEWER, OLDER)]
    assert not topics.is_refused(*items)
    assert topics.is_refused(f"{items[0]} s2 s3", f"{items[1]} s1 s2")
    offered = proposals(workspace, workspace.meeting(JUNE))[NEWER.slug]
    assert any(each.sentences == NEWER.sentences for each in offered)


def test_who_refuses_a_second_half_keeps_the_topic_of_the_item(demo_desk) -> None:
    workspace = Workspace(demo_desk)
    meeting = workspace.meeting(JUNE)
    item = workspace.find_item(meeting, "I.1")
    other = ItemRef(MARCH, "een-ander-punt", "I.3", "Een ander punt")
    offered = Proposal("blusvloot", other, 0.5, ("reden",), False)
    topics = refused(workspace, meeting, item.slug, offered).topics
    assert topics.is_refused(f"{JUNE}/{item.slug}", f"{MARCH}/een-ander-punt")
    assert not topics.is_refused(f"{JUNE}/{item.slug}", "blusvloot")


def test_an_answer_about_an_item_says_what_was_done(demo_desk) -> None:
    workspace = Workspace(demo_desk)
    meeting = workspace.meeting(JUNE)
    item = workspace.find_item(meeting, "I.1")
    offered = Proposal("blusvloot", None, 0.5, ("reden",), False)
    other = ItemRef(MARCH, "een-ander-punt", "I.3", "Een ander punt")
    answers = {
        "belongs": [
            confirmed(workspace, meeting, item.slug, offered),
            placed(workspace, meeting, item, "blusvloot"),
        ],
        "apart": [
            refused(workspace, meeting, item.slug, Proposal("", other, 0.5, ("reden",), False)),
            taken_out(workspace, meeting, item, "blusvloot"),
        ],
    }
    for done, found in answers.items():
        for answer in found:
            words = say(f"comparison.done.{done}", item=item.title, topic=answer.title)
            assert answer.told == words


def test_a_second_part_of_one_topic_stands_beside_the_first() -> None:
    summary = add_to_topic(Summary("Diversen", "nl"), "wolf", (1, 2))
    assert add_to_topic(summary, "wolf", (5,)).topics == ("wolf [s1 s2 s5]",)
    assert add_to_topic(summary, "bijen", (5,)).topics == ("wolf [s1 s2]", "bijen [s5]")
    whole = add_to_topic(summary, "wolf")
    assert whole.topics == ("wolf",)
    assert add_to_topic(whole, "wolf", (7,)) == whole
    again = Proposal("wolf", None, 1.0, (), True, (5,))
    assert confirm(again, summary, None, Topics())[1].topics == ("wolf [s1 s2 s5]",)


def test_the_key_of_a_part_is_read_as_it_is_written() -> None:
    assert key_parts(part_key(f"{JUNE}/diversen", (2, 3))) == (f"{JUNE}/diversen", (2, 3))
    assert key_parts(f"{JUNE}/I.6 s2-s4 s7") == (f"{JUNE}/I.6", (2, 3, 4, 7))
    for name in ("Wat s2 vindt", f"{JUNE}/diversen", "diversen s2"):
        assert key_parts(name) == (name, ())
