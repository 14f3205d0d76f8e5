"""What a report becomes before it is saved: the meeting, its items, and what is refused."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from workflow.config import Settings
from workflow.errors import WorkflowError
from workflow.report.model import Item, Part, Report
from workflow.summaries.importing import NewMeeting, plan_import, unique_slug
from workflow.summaries.structure import STRUCTURE_FILE

DAY = date(2031, 3, 6)
REPORT = Report(
    "nl", "Verslag", "JBZ", (DAY,), (Part("", "", (Item("1", "Asiel", ()), Item("", "Drugs", ()))),)
)


def plan(report: Report = REPORT, **more: object) -> NewMeeting:
    return plan_import(report, Path("verslag"), b"x", settings=Settings(), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("report", "more", "key"),
    [
        (replace(REPORT, dates=()), {}, "no_date"),
        (replace(REPORT, council=""), {}, "no_council"),
        (REPORT, {"council": "JBZ!"}, "bad_council"),
        (REPORT, {"council": "a" * 31}, "bad_council"),
        (replace(REPORT, parts=(Part("", "", (Item("", "", ()),)),)), {}, "no_items"),
    ],
)
def test_a_report_without_what_a_meeting_needs_is_refused(
    report: Report, more: dict[str, str], key: str
) -> None:
    with pytest.raises(WorkflowError) as refused:
        plan(report, **more)
    assert refused.value.key == f"summaries.errors.{key}"


def test_what_a_person_says_overrules_the_report() -> None:
    new = plan(council="ecofin", day=date(2031, 4, 1), corrected=True)
    assert (new.meeting.id, new.meeting.days) == ("2031-04-01-ecofin", (date(2031, 4, 1),))
    assert new.meeting.source == "source.txt"
    assert STRUCTURE_FILE in new.files
    assert STRUCTURE_FILE not in plan().files


def test_all_days_are_kept_when_the_first_is_confirmed() -> None:
    days = (DAY, date(2031, 3, 7))
    assert plan(replace(REPORT, dates=days), day=DAY).meeting.days == days


def test_labels_and_slugs_are_unique() -> None:
    twice = Part("", "Deel", (Item("1", "Asiel", ()), Item("1", "Asiel", ()), Item("", "Rest", ())))
    items = plan(replace(REPORT, parts=(twice, twice))).meeting.items
    assert len({(item.part, item.label) for item in items}) == len(items) == 6
    assert len({item.slug for item in items}) == 6


def test_slugs_never_take_the_names_of_the_files_beside_them() -> None:
    taken: set[str] = set()
    names = [unique_slug(title, taken) for title in ("Source", "Report", "Source")]
    assert len(set(names)) == 3
    assert not {"source", "report"} & set(names)
