"""Building the demo's workspace: meetings imported, summaries written, submitted, approved.

Everything in it is fixed, moments included, so that it is the same every time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from workflow.languages import say_in
from workflow.samples import (
    COUNCIL_SERIES,
    SamplePerson,
    fill,
    sample_people,
    sample_reports,
    sample_summaries,
    sample_topics,
)
from workflow.summaries.model import Meeting, Summary
from workflow.summaries.workspace import Workspace

if TYPE_CHECKING:
    from workflow.history import History

STAGES = ("empty", "first", "second")
"""How far the work in the demo has got: a workspace without meetings, the first meeting
approved, or the second half done as well."""
WAITING = "nieuw"
"""Folder of the demo with the report that waits to be imported; git does not look at it."""
SETTINGS = """\
organisation = "Ministerie van Voorbeelden"

[recipients]
directie = ["directie@example.org"]
"""
LANGUAGE = "nl"
"""Of the samples, and so of what the history says about them."""
_ZONE = timezone(timedelta(hours=1))
_STARTS = {
    "2031-03-06-jbz": datetime(2031, 3, 13, 9, 0, tzinfo=_ZONE),
    "2031-06-12-jbz": datetime(2031, 6, 19, 9, 0, tzinfo=_ZONE),
}
"""When the report of a meeting comes in: a week after it."""
_PACE = timedelta(minutes=10)
"""Between one save and the next."""


def _moments(start: datetime) -> Iterator[datetime]:
    while True:
        yield start
        start += _PACE


@dataclass
class Demo:
    """A demo that is being built."""

    workspace: Workspace
    history: "History"
    clock: Iterator[datetime]
    """When the next saves take place."""

    def acting(self, person: SamplePerson) -> "History":
        """The history, with this person at work ten minutes after the last save."""
        from workflow.history import Person

        return self.history.acting_as(Person(person.name, person.email), next(self.clock))


def build_demo(folder: Path, *, stage: str = "second") -> Workspace:
    """Make the demo's workspace in a new or empty folder, as far as `stage` says.

    The report of the first meeting without a place in that stage waits in the folder `nieuw`.
    Raises WorkflowError where the folder cannot be written or git is missing.
    """
    demo = start(folder)
    for name in COUNCIL_SERIES[: STAGES.index(stage)]:
        meeting = bring_in(demo, name)
        write_summaries(demo, meeting)
    lay_ready(demo, COUNCIL_SERIES[STAGES.index(stage)])
    return demo.workspace


def start(folder: Path) -> Demo:
    """An empty workspace with its settings and topics."""
    from workflow.history import Message, Person, save
    from workflow.history.actions import init_workspace
    from workflow.summaries.topics import PATH, render_topics

    noor = sample_people()["noor"]
    clock = _moments(_STARTS["2031-03-06-jbz"] - timedelta(days=1))
    person = Person(noor.name, noor.email)
    history = init_workspace(folder, person, LANGUAGE, moment=next(clock))
    files = {"workflow.toml": SETTINGS.encode(), PATH: render_topics(sample_topics()).encode()}
    message = Message(say_in(LANGUAGE, "demo.settings"))
    save(history.acting_as(person, next(clock)), files, message)
    return Demo(Workspace(folder.resolve()), history, clock)


def bring_in(demo: Demo, name: str) -> Meeting:
    """Bring a sample in as a meeting."""
    from workflow.history.actions import import_meeting
    from workflow.report.reader import read_report
    from workflow.summaries.importing import plan_import

    path = next(sample.path for sample in sample_reports() if sample.name == name)
    new = plan_import(read_report(path), path, path.read_bytes(), settings=demo.workspace.settings)
    demo.clock = _moments(_STARTS[new.meeting.id])
    noor = sample_people()["noor"]
    import_meeting(demo.workspace, demo.acting(noor), new.meeting, new.files)
    return new.meeting


def write_summaries(demo: Demo, meeting: Meeting) -> None:
    """Everybody writes and submits; the next day the other one approves."""
    samples = sample_summaries(meeting.id)
    for label, sample in samples.items():
        for content in (sample.earlier, sample.summary):
            if content is not None:
                _save(demo, meeting, label, sample.author, content)
    for label, sample in samples.items():
        if sample.status in ("review", "approved"):
            _move(demo, meeting, label, sample.author, "submit")
    demo.clock = _moments(_STARTS[meeting.id] + timedelta(days=1))
    for label, sample in samples.items():
        if sample.reviewer is not None:
            _move(demo, meeting, label, sample.reviewer, "approve")


def _move(demo: Demo, meeting: Meeting, label: str, person: SamplePerson, action: str) -> None:
    from workflow.history import actions

    slug = demo.workspace.find_item(meeting, label).slug
    getattr(actions, action)(demo.workspace, demo.acting(person), meeting, slug)


def _save(demo: Demo, meeting: Meeting, label: str, author: SamplePerson, content: Summary) -> None:
    from workflow.history.actions import save_summary

    slug = demo.workspace.find_item(meeting, label).slug
    loaded = demo.workspace.load(meeting, slug)
    summary = fill(loaded.summary, content)
    save_summary(demo.workspace, demo.acting(author), meeting, slug, summary, base=loaded.text)


def lay_ready(demo: Demo, name: str) -> Path:
    """Put a report where it can be imported from, out of git's sight."""
    source = next(sample.path for sample in sample_reports() if sample.name == name)
    target = demo.workspace.root / WAITING / source.name
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(source.read_bytes())
    exclude = demo.history.common_dir / "info" / "exclude"
    exclude.parent.mkdir(exist_ok=True)
    exclude.write_text(f"/{WAITING}/\n", "utf-8")
    return target
