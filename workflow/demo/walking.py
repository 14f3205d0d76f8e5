"""Walking the main job without a screen, and telling what was made and where."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workflow.demo.building import Demo, bring_in, lay_ready, start, write_summaries
from workflow.languages import current, say
from workflow.samples import COUNCIL_SERIES
from workflow.summaries.model import STATUSES, Finding, Meeting
from workflow.summaries.workspace import EXPORTS

if TYPE_CHECKING:
    from workflow.comparison.model import Comparison

Tell = Callable[[str], None]
"""Takes a line of text for the person who looks on."""
TO = "directie"
"""The list of recipients in the demo's settings."""


def walk(folder: Path, tell: Tell) -> None:
    """Walk the main job without a screen, and tell step by step what was made and where."""
    demo = start(folder)
    told = _Teller(demo, tell)
    told.line("intro")
    told.line("workspace")
    told.place(demo.workspace.root)
    meetings = []
    for name in COUNCIL_SERIES[:2]:
        meeting = bring_in(demo, name)
        told.imported(meeting)
        write_summaries(demo, meeting)
        told.summaries(meeting)
        meetings.append(meeting)
    told.comparison(_compare(demo, *meetings))
    _brief(demo, meetings[1], told)
    told.step("waiting")
    told.place(lay_ready(demo, COUNCIL_SERIES[2]))
    told.line("outro", path=demo.workspace.root)


def _compare(demo: Demo, older: Meeting, newer: Meeting) -> "Comparison":
    from workflow.comparison.compare import compare_meetings
    from workflow.comparison.sides import meeting_side
    from workflow.summaries.topics import read_topics

    return compare_meetings(
        meeting_side(demo.workspace, older),
        meeting_side(demo.workspace, newer),
        topics=read_topics(demo.workspace),
        own_government=demo.workspace.settings.own_government,
    )


def _brief(demo: Demo, meeting: Meeting, told: "_Teller") -> None:
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


def _findings(demo: Demo, meeting: Meeting) -> list[tuple[str, Finding]]:
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
            meeting=meeting.days,
            government=demo.workspace.government_of(meeting),
        )
        if finding.severity != "hint"
    ]


@dataclass
class _Teller:
    """Tells what happens, in numbered steps."""

    demo: Demo
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
                        actor=actor_name(change.actor, current()),
                        topic=topic.title,
                        older=say(f"common.stance.{change.older.stance}"),
                        newer=say(f"common.stance.{change.newer.stance}"),
                    )
