"""What the export screen asks of the rooms below: a preview, the document, the draft, "sent"."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.summaries.workspace import EXPORTS, Workspace

if TYPE_CHECKING:
    from workflow.briefing.order import Order
    from workflow.history import History
    from workflow.tui.answers import Made, Preview
    from workflow.tui.desk import Desk
    from workflow.tui.progress import Progress

Tell = Callable[[str], None]
"""Told in words how far it is; raises where the user stopped it."""


class Outgoing:
    """The part of the desk that makes what goes out."""

    workspace: Workspace

    if TYPE_CHECKING:

        def history(self) -> History:
            """The history of the workspace."""

    def preview(self, order: "Order") -> "Preview":
        """The briefing before it is written, with what a reader should know."""
        from workflow.briefing.gathering import gather, template_of, warnings
        from workflow.briefing.preview import preview_text
        from workflow.briefing.word.template import open_template
        from workflow.tui.answers import Preview

        briefing = gather(self.workspace, self.history(), order)
        found = list(warnings(self.workspace, briefing))
        template = template_of(self.workspace, order.template)
        if template is not None:
            try:
                added = open_template(template).added
            except WorkflowError as error:
                found.append(str(error))
            else:
                if added:
                    found.append(say("briefing.notice.added_styles", styles=", ".join(added)))
        return Preview(preview_text(briefing), tuple(found))

    def topics(self) -> tuple[tuple[str, str], ...]:
        """Id and title of every topic that an item belongs to."""
        from workflow.summaries.topics import belongings, read_topics

        topics = read_topics(self.workspace)
        found = {}
        for meeting in self.workspace.meetings():
            for entry in meeting.items:
                for each in belongings(self.workspace.load(meeting, entry.slug).summary):
                    found[each.topic] = topics.title(each.topic)
        return tuple(sorted(found.items(), key=lambda topic: topic[1].casefold()))

    def export(self, order: "Order", tell: Tell = lambda words: None) -> "Made":
        """Write the Word document into the exports folder."""
        from workflow.briefing.gathering import gather, template_of
        from workflow.briefing.write import default_name, write_briefing
        from workflow.tui.answers import Made

        briefing = gather(self.workspace, self.history(), order)
        path = self.workspace.root / EXPORTS / default_name(briefing)
        template = template_of(self.workspace, order.template)
        written = write_briefing(briefing, path, template=template, proceed=_proceed(tell))
        return Made(written.path, written.notices)

    def mail(self, order: "Order", to: str, tell: Tell = lambda words: None) -> "Made":
        """Write an e-mail draft with the document attached."""
        from workflow.briefing.gathering import gather, template_of
        from workflow.briefing.mail import find_recipients, write_draft
        from workflow.briefing.write import default_name, render
        from workflow.tui.answers import Made

        recipients = find_recipients([to], self.workspace.settings.recipients)
        briefing = gather(self.workspace, self.history(), order)
        template = template_of(self.workspace, order.template)
        rendered = render(briefing, template=template, proceed=_proceed(tell))
        path = self.workspace.root / EXPORTS / Path(default_name(briefing)).with_suffix(".eml")
        draft = write_draft(
            briefing,
            rendered.content,
            recipients,
            path,
            open_changes=rendered.open_changes,
            signed=self.history().identity_or_none(),
        )
        return Made(draft.path, (*rendered.notices, *draft.notices))

    def sent(self, meeting: str, briefing: Path | None) -> str:
        """Record that the briefing was mailed; answers what was recorded."""
        from workflow.history.actions import mark_sent

        found = self.workspace.meeting(meeting)
        recorded = mark_sent(self.workspace, self.history(), found, briefing)
        return say("cli.sent", meeting=found.name, n=recorded.number)


def set_source(desk: "Desk", meeting: str, address: str) -> str:
    """Record where a meeting's report is published; answers what was recorded."""
    from workflow.history.facts import set_source

    found = desk.workspace.meeting(meeting)
    return set_source(desk.workspace, desk.history(), found, address).told


def _proceed(tell: Tell) -> Callable[[int, int], bool]:
    """Say how many items of all are done."""

    def proceed(done: int, total: int) -> bool:
        tell(say("tui.export.at", done=done, total=total))
        return True

    return proceed


# For `apart`


def preview(desk: "Desk", order: "Order", _: "Progress") -> "Preview":
    """`Outgoing.preview` of a desk."""
    return desk.preview(order)


def export(desk: "Desk", order: "Order", progress: "Progress") -> "Made":
    """`Outgoing.export` of a desk."""
    return desk.export(order, progress.say)


def mail(desk: "Desk", order: "Order", to: str, progress: "Progress") -> "Made":
    """`Outgoing.mail` of a desk."""
    return desk.mail(order, to, progress.say)
