"""Commitments, motions and next steps that the references of an item offer."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from findings_cases import make_item, sample_cases

from workflow.config import Settings
from workflow.report.model import Item
from workflow.report.reader import read_report
from workflow.samples import sample_reports
from workflow.summaries.importing import plan_import
from workflow.summaries.itemfile import parse_summary, render_summary
from workflow.summaries.model import Summary
from workflow.summaries.offers import (
    drop_entry,
    offered_commitments,
    offered_next_steps,
    offers,
    take_offer,
)
from workflow.summaries.workspace import Workspace

MARCH, JUNE = "2031-03-06-jbz", "2031-06-12-jbz"


@cache
def items() -> dict[str, Item]:
    """The items of the samples that have a summary."""
    return {case.key: case.item for case, _ in sample_cases()}


def test_a_promise_has_its_member_debate_and_state() -> None:
    (kept,) = offered_commitments(items()[f"{MARCH} I.1"])
    assert (kept.who, kept.to_whom) == ("het kabinet", "het lid Duindam")
    assert kept.debate == "commissiedebat over de JBZ-Raad, 20 februari 2031"
    assert kept.discharged
    assert kept.evidence == (7,)
    (still_open,) = offered_commitments(items()[f"{JUNE} I.2"])
    assert (still_open.to_whom, still_open.discharged) == ("het lid Duindam", False)


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("Aan de toezegging aan het lid Zee is voldaan.", True),
        ("Met dit verslag meldt het kabinet, conform de toezegging, wat het zal doen.", True),
        ("Aan de toezegging aan het lid Zee is niet voldaan.", False),
        ("De toezegging aan het lid Zee moet nog worden nagekomen.", False),
        ("Aan de toezegging aan het lid Zee zal in mei worden voldaan.", False),
    ],
)
def test_a_promise_that_is_yet_to_be_kept_is_not_done(text: str, done: bool) -> None:
    item, _ = make_item([[text]])
    assert [each.discharged for each in offered_commitments(item)] == [done]


def test_the_text_of_an_offer_is_the_whole_source_sentence() -> None:
    for item in items().values():
        for offer in (
            *offered_commitments(item),
            *offered_next_steps(item),
        ):
            (number,) = offer.evidence
            sentence = item.sentence(number)
            assert sentence is not None
            assert offer.text == sentence.text


def test_next_steps_have_their_moment_and_no_promises() -> None:
    steps = offered_next_steps(items()[f"{MARCH} I.2"])
    assert [(step.when, step.evidence) for step in steps] == [("mei 2031", (10,))]
    promised = {n for one in offered_commitments(items()[f"{MARCH} II.1"]) for n in one.evidence}
    assert promised == {10}
    assert all(step.evidence != (10,) for step in offered_next_steps(items()[f"{MARCH} II.1"]))


def test_nothing_is_offered_where_nothing_is_referred_to() -> None:
    empty = Item("1", "Leeg", ())
    assert (offered_commitments(empty), offered_next_steps(empty)) == ((), ())


def test_a_member_who_is_named_in_the_note_only() -> None:
    note = ("3", 1, "Toezegging aan het lid Heuvelink in het plenair debat van 3 mei 2032.")
    item, _ = make_item([["Hiermee is de toezegging afgedaan."]], notes=(note,))
    (offer,) = offered_commitments(item)
    assert offer.to_whom == "het lid Heuvelink"
    assert offer.debate == "plenair debat van 3 mei 2032"


def test_an_english_next_step() -> None:
    item, _ = make_item(
        [["The Commission will report in May 2032."]], language="en", meeting=(date(2032, 3, 4),)
    )
    (step,) = offered_next_steps(item, language="en")
    assert step.when == "May 2032"


def test_the_workspace_gives_items_with_references(tmp_path: Path) -> None:
    sample = sample_reports()[0]
    new = plan_import(
        read_report(sample.path), sample.path, sample.path.read_bytes(), settings=Settings()
    )
    workspace = Workspace(tmp_path)
    folder = workspace.meeting_folder(new.meeting)
    folder.mkdir(parents=True)
    for name, content in new.files.items():
        (folder / name).write_bytes(content)
    meeting = workspace.meeting(MARCH)
    item = workspace.item(meeting, workspace.find_item(meeting, "I.1").slug)
    expected = items()[f"{MARCH} I.1"]
    assert offered_commitments(item) == offered_commitments(expected)
    assert offered_next_steps(item) == offered_next_steps(expected)
    assert workspace.item(meeting, workspace.find_item(meeting, "I.1").slug) is item


def test_offers_become_entries_and_are_offered_no_more() -> None:
    item, _ = make_item(
        [
            ["Conform de motie-Jorna pleitte Nederland voor haast."],
            ["Zoals toegezegd aan het lid Heuvelink informeert het kabinet uw Kamer in april."],
            ["De Commissie komt in mei 2032 met een voorstel."],
        ]
    )
    summary = Summary("Onderwerp", "nl")
    offered = offers(item, summary)
    assert [getattr(one, "to_whom", "") for one in offered] == [
        "het lid Heuvelink",
        "motie-Jorna",
        "",
    ]
    for offer in offered:
        summary = take_offer(summary, offer)
    assert offers(item, summary) == ()
    assert len(summary.commitments) == 2
    assert [step.when for step in summary.next_steps] == ["mei 2032"]
    assert parse_summary(render_summary(summary), "nl").summary.commitments == summary.commitments
    assert drop_entry(summary, summary.next_steps[0]).next_steps == ()
