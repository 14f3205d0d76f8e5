"""What programs and spreadsheets read of promises, timelines, camps and changes, field by field."""

import csv
import io
from dataclasses import replace
from datetime import date

from comparison_sides import position, side

from workflow.comparison.ascsv import to_csv
from workflow.comparison.camps import camps, camps_json
from workflow.comparison.compare import compare_meetings
from workflow.comparison.followup import FollowUp, follow_up_json, follow_up_table
from workflow.comparison.mentions import EXTENDED, REPEATED, Mention
from workflow.comparison.model import ItemRef
from workflow.comparison.pledges import Pledge
from workflow.comparison.promises import Promise
from workflow.comparison.states import GONE
from workflow.comparison.steps import Step
from workflow.comparison.timeline import timeline, timeline_json
from workflow.summaries.model import Commitment, NextStep
from workflow.summaries.topics import Topic, Topics

MARCH, JUNE, OCTOBER = "2031-03-06-jbz", "2031-06-12-jbz", "2031-10-09-jbz"


PORTAL, COSTS = ItemRef(MARCH, "portaal", "I.2", "Portaal"), ItemRef(JUNE, "kosten", "3", "Kosten")


def follow_up() -> FollowUp:
    first, then = (
        ItemRef(MARCH, "portaal", "I.2", "Portaal"),
        ItemRef(JUNE, "kosten", "3", "Kosten"),
    )
    said = Commitment(
        "De minister stuurt een brief.",
        "het kabinet",
        "het lid Duindam",
        "JBZ-debat",
        False,
        (4, 5),
    )
    later = Mention(then, EXTENDED, date(2031, 12, 31), (7,))
    promise = Promise(
        first, said, date(2031, 12, 31), None, "open", "suggestion", (later,), then, "suggested"
    )
    step = NextStep("De Raad komt erop terug.", "na de zomer", (6,))
    again = Mention(then, REPEATED, None, (8,))
    pledge = Pledge("thing", "commissie", "report", frozenset(), frozenset(), frozenset())
    gone = Step(
        first,
        step,
        None,
        then,
        GONE,
        "summary",
        (again,),
        watched=False,
        link="confirmed",
        pledge=pledge,
        proof=(9,),
    )
    return FollowUp((promise,), (gone,), {MARCH: "JBZ maart", JUNE: "JBZ juni"})


def test_promises_and_steps_as_a_document() -> None:
    march = {"meeting": MARCH, "item": "I.2", "title": "Portaal"}
    june = {"meeting": JUNE, "item": "3", "title": "Kosten"}
    assert follow_up_json(follow_up()) == {
        "schema": "followup/1",
        "commitments": [
            {
                "state": "open",
                "standing": "open",
                "due": "2031-12-31",
                "who": "het kabinet",
                "to_whom": "het lid Duindam",
                "debate": "JBZ-debat",
                "text": "De minister stuurt een brief.",
                "evidence": ["s4", "s5"],
                "made": march,
                "discharged": None,
                "discussed": june,
                "discussed_link": "suggested",
                "mentions": [
                    {"effect": EXTENDED, "due": "2031-12-31", "evidence": ["s7"], "item": june}
                ],
                "source": "suggestion",
            }
        ],
        "next_steps": [
            {
                "state": GONE,
                "standing": GONE,
                "due": None,
                "when": "na de zomer",
                "text": "De Raad komt erop terug.",
                "evidence": ["s6"],
                "announced": march,
                "came": june,
                "link": "confirmed",
                "proof": ["s9"],
                "discussed": None,
                "discussed_link": None,
                "sort": "thing",
                "maker": "commissie",
                "thing": "report",
                "mentions": [{"effect": REPEATED, "due": None, "evidence": ["s8"], "item": june}],
                "watched": False,
                "source": "summary",
            }
        ],
    }


def test_promises_and_steps_as_a_table() -> None:
    _, promise, step = follow_up_table(follow_up())
    assert promise[2:8] == (
        "31 december 2031",
        "het kabinet",
        "het lid Duindam",
        "JBZ-debat",
        "De minister stuurt een brief.",
        "JBZ maart I.2",
    )
    assert (promise[8], step[2], step[8]) == ("", "na de zomer", "JBZ juni 3")
    assert "31 december 2031" in promise[9]
    assert "JBZ juni 3" in promise[9]
    assert "JBZ juni 3" in step[9]
    assert "niet gezegd of het is gedaan: JBZ juni 3, volgens een voorgestelde" in promise[9]
    assert step[3] == "Commissie"


def test_promises_of_one_meeting_are_those_said_or_said_again_there() -> None:
    found = follow_up()
    assert found.suggested
    assert [len(found.only(("open", GONE), meeting).entries) for meeting in ("", MARCH, JUNE)] == [
        2,
        2,
        2,
    ]
    assert found.only(("open", GONE), OCTOBER).entries == ()
    assert found.only(("open",)).steps == ()


FLEET = "Gezamenlijke blusvloot"


def test_a_timeline_as_a_document() -> None:
    topics = Topics().with_topic(Topic("blusvloot", "De blusvloot"))
    own = {FLEET: ["blusvloot"]}
    said = [("nederland", "oppose", "Nederland is tegen een gezamenlijke blusvloot.")]
    many = [
        ("lidstaten:enkele", "concern", "Enkele lidstaten vreesden hoge kosten."),
        ("lidstaten:meeste", "support", "De meeste lidstaten steunden de blusvloot."),
    ]
    sides = [
        side(MARCH, {FLEET: said}, topics=own),
        side(JUNE, {"Drones": []}),
        side(OCTOBER, {FLEET: [*said, *many]}, topics=own),
    ]
    position_of = {"stance": "oppose", "text": said[0][2], "evidence": ["s1"]}
    document = timeline_json(timeline(sides, "De blusvloot", topics=topics))
    (other,) = (row for row in document["actors"] if row["actor"] != "nederland")
    assert other["first"] == other["last"] == OCTOBER
    assert [each["quantifier"] for cell in other["cells"] for each in cell["positions"]] == [
        "meeste",
        "enkele",
    ], "the largest group first"
    assert document | {"actors": document["actors"][:1]} == {
        "schema": "positiontimeline/1",
        "topic": "blusvloot",
        "title": "De blusvloot",
        "meetings": [
            {"meeting": MARCH, "items": ["1"], "link": "confirmed", "source": "suggestion"},
            {"meeting": JUNE, "items": [], "link": "none", "source": "suggestion"},
            {"meeting": OCTOBER, "items": ["1"], "link": "confirmed", "source": "suggestion"},
        ],
        "actors": [
            {
                "actor": "nederland",
                "first": MARCH,
                "last": OCTOBER,
                "gaps": [],
                "cells": [
                    {"meeting": MARCH, "kind": "new", "positions": [position_of]},
                    {"meeting": OCTOBER, "kind": "unchanged", "positions": [position_of]},
                ],
            }
        ],
    }


def test_an_actor_that_keeps_one_point_and_drops_another_is_unchanged_on_a_timeline() -> None:
    kept = ("nederland", "oppose", "Nederland is tegen een gezamenlijke blusvloot.")
    dropped = ("nederland", "call", "Nederland pleitte voor een school voor piloten.")
    line = timeline([side(MARCH, {FLEET: [kept, dropped]}), side(JUNE, {FLEET: [kept]})], FLEET)
    assert [cell.kind for cell in line.rows[0].cells] == ["new", "unchanged"]


def test_two_written_meetings_are_judged_as_they_were_written() -> None:
    """Also where a third meeting on a timeline has no summary yet."""
    found = {
        MARCH: ("nederland", "inform", "Nederland lichtte de blusvloot toe."),
        JUNE: ("nederland", "inform", "Nederland lichtte de blusvloot toe."),
        OCTOBER: ("nederland", "support", "Nederland steunde de blusvloot."),
    }
    written = {
        MARCH: {FLEET: [position("nederland", "oppose", "een gezamenlijke blusvloot", 1)]},
        JUNE: {FLEET: [position("nederland", "support", "een gezamenlijke blusvloot", 1)]},
    }
    sides = [
        side(meeting, {FLEET: [said]}, confirmed=written.get(meeting))
        for meeting, said in found.items()
    ]
    cells = timeline(sides, FLEET).rows[0].cells
    assert [cell.kind for cell in cells[:2]] == ["new", "reversed"]


def stance(*said: tuple[str, str, str]) -> dict[str, list]:
    return {FLEET: [position(actor, one, text) for actor, one, text in said]}


def confirmed(meeting: str, *said: tuple[str, str, str], topics: tuple[str, ...] = ()):
    return side(meeting, {FLEET: [("", "", "…")]}, confirmed=stance(*said), topics={FLEET: topics})


def test_camps_as_a_document() -> None:
    said = [("nederland", "support", "een vloot"), ("land:FR", "support", "een vloot")]
    one = confirmed(MARCH, *said, ("land:DE", "oppose", "een vloot"))
    item = f"{MARCH}/gezamenlijke-blusvloot"
    table = camps([one])
    assert camps_json(table) == {
        "schema": "positioncamps/1",
        "source": "summary",
        "topics": [item],
        "actors": ["nederland", "land:DE", "land:FR"],
        "pairs": [
            {"actors": [*pair], "agree": agree, "differ": 1 - agree, "unknown": 0, "topics": 1}
            for pair, agree in (
                (("land:DE", "land:FR"), 0),
                (("nederland", "land:DE"), 0),
                (("nederland", "land:FR"), 1),
            )
        ],
    }
    assert table.on_topics("land:FR", "nederland") == ((item, "agree"),)
    assert table.on_topics("nederland", "land:FR") == ((item, "agree"),)
    assert table.on_topics("nederland", "land:ES") == ()


def test_camps_of_one_topic_leave_the_other_topics_of_its_items_out() -> None:
    said = [("nederland", "support", "een vloot"), ("land:FR", "support", "een vloot")]
    one = confirmed(MARCH, *said, topics=("vloot", "begroting"))
    assert camps([one]).topics == ("vloot", "begroting")
    assert camps([one], topic="vloot").topics == ("vloot",)


def test_the_last_meeting_at_which_both_spoke_decides() -> None:
    sides = [
        confirmed(meeting, *said, topics=("vloot",))
        for meeting, said in {
            MARCH: [("land:FR", "oppose", "een vloot"), ("land:DE", "support", "een vloot")],
            JUNE: [("land:FR", "oppose", "een vloot"), ("land:DE", "oppose", "een vloot")],
        }.items()
    ]
    assert camps(sides).between("land:FR", "land:DE").agree == 1


def test_statements_on_one_thing_decide_before_those_on_other_things() -> None:
    fleet = "een gezamenlijke blusvloot voor alle eilanden"
    one = confirmed(
        MARCH,
        ("land:FR", "support", fleet),
        ("land:FR", "oppose", "hogere premies voor vissers"),
        ("land:DE", "support", fleet),
    )
    assert camps([one]).between("land:FR", "land:DE").agree == 1


def test_what_staff_wrote_counts_where_the_report_lost_the_item() -> None:
    said = [("land:FR", "support", "een vloot"), ("land:DE", "oppose", "een vloot")]
    one = confirmed(MARCH, *said)
    bare = replace(one, report=one.report.with_parts(()))
    assert camps([bare]).between("land:FR", "land:DE").differ == 1


def test_a_change_as_a_row_of_a_spreadsheet() -> None:
    topics = {FLEET: ["blusvloot"]}
    older = [("nederland", "oppose", "Nederland is tegen een gezamenlijke blusvloot.")]
    newer = [
        ("nederland", "support", "Nederland is voor een gezamenlijke blusvloot."),
        ("lidstaten:meeste", "call", "De meeste lidstaten vroegen om een school voor piloten."),
    ]
    comparison = compare_meetings(
        side(MARCH, {FLEET: older}, topics=topics),
        side(JUNE, {FLEET: newer, "Drones": []}, topics=topics),
    )
    text = to_csv(comparison).removeprefix("\ufeff")
    _, turned, added, alone = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    assert turned[:4] == [MARCH, JUNE, "blusvloot", FLEET]
    assert turned[8:11] == ["Nederland", "omgeslagen", ""]
    assert turned[12:20] == [
        "", "tegen", older[0][2], "s1", "", "steunt", newer[0][2], "s1",
    ]  # fmt: skip
    assert turned[20]
    assert added[8:10] == ["de lidstaten", "nieuw"]
    assert added[12:16] == ["", "", "", ""]
    assert added[16:20] == ["de meeste lidstaten", "roept op", newer[1][2], "s2"]
    assert alone[3] == "Drones"
    assert alone[9]
