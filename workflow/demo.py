"""The demo: a workspace with fictional meetings and people, and a walk through the main job.

Everything in it is fixed, moments included, so that it is the same every time.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from workflow.languages import say
from workflow.samples import (
    COUNCIL_SERIES,
    SamplePerson,
    fill,
    sample_people,
    sample_reports,
    sample_summaries,
    sample_topics,
)
from workflow.summaries.model import STATUSES, Finding, Meeting, Summary
from workflow.summaries.workspace import EXPORTS, Workspace

if TYPE_CHECKING:
    from workflow.comparison.model import Comparison
    from workflow.history import History

STAGES = ("empty", "first", "second")
"""How far the work in the demo has got: a workspace without meetings, the first meeting
approved, or the second half done as well."""
WAITING = "nieuw"
"""Folder of the demo with the report that waits to be imported; git does not look at it."""
SETTINGS = """\
language = "nl"
organisation = "Ministerie van Voorbeelden"

[recipients]
directie = ["directie@example.org"]
"""
TO = "directie"
"""The list of recipients in `SETTINGS`."""

_ZONE = timezone(timedelta(hours=1))
_STARTS = {
    "2031-03-06-jbz": datetime(2031, 3, 13, 9, 0, tzinfo=_ZONE),
    "2031-06-12-jbz": datetime(2031, 6, 19, 9, 0, tzinfo=_ZONE),
}
"""When the report of a meeting comes in: a week after it."""
_PACE = timedelta(minutes=10)
"""Between one save and the next."""

Tell = Callable[[str], None]
"""Takes a line of text for the person who looks on."""


def _moments(start: datetime) -> Iterator[datetime]:
    while True:
        yield start
        start += _PACE


@dataclass
class _Demo:
    """A demo that is being built."""

    workspace: Workspace
    history: "History"
    clock: Iterator[datetime] = field(default_factory=lambda: _moments(datetime.min))

    def acting(self, person: SamplePerson) -> "History":
        """The history, with this person at work ten minutes after the last save."""
        from workflow.history import Person

        return self.history.acting_as(Person(person.name, person.email), next(self.clock))


def build_demo(folder: Path, *, stage: str = "second") -> Workspace:
    """Make the demo's workspace in a new or empty folder, as far as `stage` says.

    The report of the first meeting without a place in that stage waits in the folder `nieuw`.
    Raises WorkflowError where the folder cannot be written or git is missing.
    """
    demo = _start(folder)
    for name in COUNCIL_SERIES[: STAGES.index(stage)]:
        meeting = _import(demo, name)
        _write_summaries(demo, meeting)
    _lay_ready(demo, COUNCIL_SERIES[STAGES.index(stage)])
    return demo.workspace


def walk(folder: Path, tell: Tell) -> None:
    """Walk the main job without a screen, and tell step by step what was made and where."""
    demo = _start(folder)
    told = _Teller(demo, tell)
    told.line("intro")
    told.line("workspace")
    told.place(demo.workspace.root)
    meetings = []
    for name in COUNCIL_SERIES[:2]:
        meeting = _import(demo, name)
        told.imported(meeting)
        _write_summaries(demo, meeting)
        told.summaries(meeting)
        meetings.append(meeting)
    told.comparison(_compare(demo, *meetings))
    _brief(demo, meetings[1], told)
    told.step("waiting")
    told.place(_lay_ready(demo, COUNCIL_SERIES[2]))
    told.line("outro", path=demo.workspace.root)


# The steps


def _start(folder: Path) -> _Demo:
    """An empty workspace with its settings and topics."""
    from workflow.history import Message, Person, save
    from workflow.history.actions import init_workspace
    from workflow.summaries.topics import PATH, render_topics

    noor = sample_people()["noor"]
    clock = _moments(_STARTS["2031-03-06-jbz"] - timedelta(days=1))
    person = Person(noor.name, noor.email)
    history = init_workspace(folder, person, "nl", moment=next(clock))
    demo = _Demo(Workspace(folder.resolve()), history, clock)
    files = {"workflow.toml": SETTINGS.encode(), PATH: render_topics(sample_topics()).encode()}
    save(demo.acting(noor), files, Message(say("demo.settings")))
    # A fresh look, now that the settings are there.
    demo.workspace = Workspace(demo.workspace.root)
    return demo


def _import(demo: _Demo, name: str) -> Meeting:
    """Bring a sample in as a meeting."""
    from workflow.history.actions import import_meeting
    from workflow.report import read_report
    from workflow.summaries.importing import plan_import

    path = next(sample.path for sample in sample_reports() if sample.name == name)
    new = plan_import(read_report(path), path, path.read_bytes(), settings=demo.workspace.settings)
    demo.clock = _moments(_STARTS[new.meeting.id])
    noor = sample_people()["noor"]
    import_meeting(demo.workspace, demo.acting(noor), new.meeting, new.files)
    return new.meeting


def _write_summaries(demo: _Demo, meeting: Meeting) -> None:
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


def _move(demo: _Demo, meeting: Meeting, label: str, person: SamplePerson, action: str) -> None:
    from workflow.history import actions

    slug = demo.workspace.find_item(meeting, label).slug
    getattr(actions, action)(demo.workspace, demo.acting(person), meeting, slug)


def _save(
    demo: _Demo, meeting: Meeting, label: str, author: SamplePerson, content: Summary
) -> None:
    from workflow.history.actions import save_summary

    slug = demo.workspace.find_item(meeting, label).slug
    loaded = demo.workspace.load(meeting, slug)
    summary = fill(loaded.summary, content)
    save_summary(demo.workspace, demo.acting(author), meeting, slug, summary, base=loaded.text)


def _lay_ready(demo: _Demo, name: str) -> Path:
    """Put a report where it can be imported from, out of git's sight."""
    source = next(sample.path for sample in sample_reports() if sample.name == name)
    target = demo.workspace.root / WAITING / source.name
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(source.read_bytes())
    exclude = demo.history.common_dir / "info" / "exclude"
    exclude.parent.mkdir(exist_ok=True)
    exclude.write_text(f"/{WAITING}/\n", "utf-8")
    return target


def _compare(demo: _Demo, older: Meeting, newer: Meeting) -> "Comparison":
    from workflow.comparison.compare import compare_meetings
    from workflow.comparison.sides import meeting_side
    from workflow.summaries.topics import read_topics

    return compare_meetings(
        meeting_side(demo.workspace, older),
        meeting_side(demo.workspace, newer),
        topics=read_topics(demo.workspace),
        own_government=demo.workspace.settings.own_government,
    )


def _brief(demo: _Demo, meeting: Meeting, told: "_Teller") -> None:
    """Write the briefing and the e-mail draft."""
    from workflow.briefing.collect import collect
    from workflow.briefing.mail import find_recipients, write_draft
    from workflow.briefing.write import default_name, write_briefing

    briefing = collect(demo.workspace, demo.history, meeting)
    path = demo.workspace.root / EXPORTS / default_name(briefing)
    written = write_briefing(briefing, path)
    told.step("briefing", items=len(briefing.items))
    told.place(written.path)
    recipients = find_recipients((TO,), demo.workspace.settings.recipients)
    content = written.rendered.content
    draft = write_draft(briefing, content, recipients, path.with_suffix(".eml"))
    told.step("mail")
    told.place(draft.path)


def _findings(demo: _Demo, meeting: Meeting) -> list[tuple[str, Finding]]:
    """What the checks say about the summaries of a meeting, by item label; hints left out."""
    from workflow.summaries.findings import check

    settings = demo.workspace.settings
    return [
        (entry.label, finding)
        for entry in meeting.items
        if not (summary := demo.workspace.load(meeting, entry.slug).summary).is_empty
        for finding in check(
            demo.workspace.item(meeting, entry.slug),
            summary,
            demo.workspace.attributions(meeting, entry.slug),
            own_government=settings.own_government,
            words=(settings.words_min, settings.words_max),
        )
        if finding.severity != "hint"
    ]


@dataclass
class _Teller:
    """Tells what happens, in numbered steps."""

    demo: _Demo
    tell: Tell
    steps: int = 1

    def line(self, key: str, **values: object) -> None:
        """A line without a number."""
        self.tell(say(f"demo.{key}", **values))

    def step(self, key: str, **values: object) -> None:
        """The next step."""
        self.steps += 1
        self.line(key, step=self.steps, **values)

    def place(self, path: Path) -> None:
        """Where something stands."""
        self.line("place", path=path)

    def imported(self, meeting: Meeting) -> None:
        """A report was brought in."""
        items = self.demo.workspace.report(meeting).items()
        notes = sum(len(item.footnotes) for _, item in items)
        self.step("imported", meeting=meeting.name, items=len(meeting.items), notes=notes)
        self.place(self.demo.workspace.meeting_folder(meeting))

    def summaries(self, meeting: Meeting) -> None:
        """Summaries were written, submitted and approved."""
        load = self.demo.workspace.load
        summaries = [load(meeting, entry.slug).summary for entry in meeting.items]
        written = [summary for summary in summaries if not summary.is_empty]
        positions = sum(len(summary.positions) for summary in written)
        self.step("summarised", n=len(written), items=len(summaries), positions=positions)
        counts = Counter(summary.status for summary in summaries)
        self.step("states", **{status: counts[status] for status in STATUSES})
        found = _findings(self.demo, meeting)
        if found:
            self.line("findings", n=len(found))
        for label, finding in found:
            severity = say(f"common.severity.{finding.severity}")
            self.line("finding", item=label, severity=severity, text=finding.message)

    def comparison(self, comparison: "Comparison") -> None:
        """Two meetings were compared."""
        from workflow.comparison.model import KINDS
        from workflow.positions.actors import actor_name

        older, newer = comparison.older, comparison.newer
        both = [topic for topic in comparison.topics if topic.older and topic.newer]
        self.step("compared", older=older.name, newer=newer.name, n=len(both))
        counts = Counter(change.kind for topic in both for change in topic.changes)
        kinds = [f"{say(f'common.change.{kind}')} {counts[kind]}" for kind in KINDS if counts[kind]]
        self.line("kinds", kinds=", ".join(kinds))
        for topic in both:
            for change in topic.changes:
                if change.kind == "reversed" and change.older and change.newer:
                    self.line(
                        "reversed",
                        actor=actor_name(change.actor, newer.language),
                        topic=topic.title,
                        older=say(f"common.stance.{change.older.stance}"),
                        newer=say(f"common.stance.{change.newer.stance}"),
                    )
