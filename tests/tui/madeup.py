"""A desk without files and without git: one meeting, two items, kept in memory."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from workflow.positions.model import Attribution, Draft, Suggestion
from workflow.report.model import Footnote, Item, Report, Sentence
from workflow.summaries.board import Board, BoardItem, BoardMeeting
from workflow.summaries.itemfile import render_summary
from workflow.summaries.model import Finding, Meeting, MeetingItem, Summary
from workflow.tui.answers import LeftOver, Opened, Preview, Standing
from workflow.tui.app import DeskApp
from workflow.tui.desk import Desk
from workflow.tui.past import Version

CLOCK = datetime(2024, 3, 8, 14, 5, tzinfo=UTC)
SOURCE = (
    "Het voorzitterschap lichtte het voorstel voor een richtlijn toe.",
    "De Commissie riep op tot een geïntegreerde aanpak.",
    "De meeste lidstaten uitten zorgen over de opname van het bestanddeel 'financieel gewin'.",
    "Enkele lidstaten wezen op het ontbreken van aandacht voor geldstromen.",
    "Nederland gaf aan dat een humanitaire clausule niet nodig is.",
)


def make_item(sentences=SOURCE, title="Mensensmokkel"):
    numbered = tuple(Sentence(n, text, n // 4) for n, text in enumerate(sentences, 1))
    return Item("1", title, numbered, (Footnote("7", "Kamerstukken II 2023-2024.", 3),))


SUGGESTIONS = (
    Suggestion("nederland", "oppose", SOURCE[4], (5,), True),
    Suggestion("commissie", "call", SOURCE[1], (2,), True),
    Suggestion("lidstaten:meeste", "concern", SOURCE[2], (3,), True),
    Suggestion("lidstaten:enkele", "concern", SOURCE[3], (4,), False),
)


class MadeUpDesk(Desk):
    """Keeps summaries by slug, and a list of what it was asked to do."""

    def __init__(self, titles=("Mensensmokkel", "Staat van het Schengengebied"), sentences=SOURCE):
        super().__init__(Path("/nowhere"))
        self.identity = "Sanne"
        self.workspace.meeting = lambda meeting_id: self.meeting
        self.entries = tuple(
            MeetingItem(f"punt-{n}", "I", str(n), title) for n, title in enumerate(titles, 1)
        )
        self.meeting = Meeting(
            id="2024-03-04-jbz",
            council="jbz",
            days=(date(2024, 3, 4), date(2024, 3, 5)),
            title="Verslag",
            language="nl",
            source="source.txt",
            sha256="0",
            parts=(("I", "Binnenlandse Zaken"),),
            items=self.entries,
        )
        self.source = make_item(sentences)
        self.summaries = {entry.slug: Summary(entry.title, "nl") for entry in self.entries}
        self.asked: list[str] = []
        self.drafts: dict[str, Summary] = {}
        self.findings_found: tuple[Finding, ...] = ()
        self.suggestions = SUGGESTIONS
        self.standing_now = Standing()
        self.error: Exception | None = None

    def add_item(self, title):
        """One item more."""
        number = len(self.entries) + 1
        self.entries += (MeetingItem(f"punt-{number}", "I", str(number), title),)
        self.meeting = replace(self.meeting, items=self.entries)
        self.summaries[f"punt-{number}"] = Summary(title, "nl")

    def history(self):
        raise AssertionError("this desk has no history")

    def board(self):
        lines = tuple(BoardItem(entry, self.summaries[entry.slug].status) for entry in self.entries)
        return Board((BoardMeeting(self.meeting, lines),))

    board_with_people = board

    def look_at_sources(self):
        return None

    def open_item(self, meeting_id, slug):
        summary = self.summaries[slug]
        return Opened(
            meeting=self.meeting,
            entry=self.meeting.item(slug),
            item=self.source,
            summary=summary,
            text=render_summary(summary),
            problems=(),
            attributions=tuple(
                Attribution(s.evidence[0], s.actor, s.stance, "") for s in self.suggestions
            ),
            suggestions=self.suggestions,
            draft=Draft((1, 3, 5), (4,)),
        )

    def standing(self, opened):
        return self.standing_now

    def mark_seen(self, opened, when):
        self.seen = opened.entry.slug

    def mark_looked(self, opened, numbers):
        self.looked = numbers

    def findings(self, opened, summary):
        return self.findings_found

    def save(self, opened, summary, *, stale=False):
        if self.error:
            raise self.error
        self.asked.append(f"save {opened.entry.slug}")
        status = "draft" if summary.status in ("open", "approved") else summary.status
        self.summaries[opened.entry.slug] = replace(summary, status=status)
        self.drafts.pop(opened.entry.slug, None)
        return self.open_item("", opened.entry.slug)

    def move(self, opened, action, **options):
        self.asked.append(f"{action} {opened.entry.slug}")
        status = {"submit": "review", "approve": "approved", "reopen": "draft"}[action]
        slug = opened.entry.slug
        self.summaries[slug] = replace(self.summaries[slug], status=status)
        return self.open_item("", slug)

    def keep_draft(self, opened, summary):
        self.drafts[opened.entry.slug] = summary

    def forget_draft(self, opened):
        self.drafts.pop(opened.entry.slug, None)

    def forget_left_over(self, opened, left):
        self.forget_draft(opened)

    def put_off(self, left, off=True):
        pass

    def left_over(self, opened):
        summary = self.drafts.get(opened.entry.slug)
        return LeftOver(summary, render_summary(summary), CLOCK) if summary else None

    def older_meeting(self, meeting_id):
        return None

    def asks_for_trust(self):
        return ()

    def words_at_start(self):
        return ()

    def outside_stamp(self):
        return None

    def past(self):
        return self

    def versions(self, meeting_id, slug, *, skip=0, author="", action=""):
        return (
            Version("b" * 40, "Sanne", CLOCK, "JBZ 2031-03-06 I.1: 1 zin herschreven"),
            Version(
                "a" * 40,
                "Piet",
                CLOCK.replace(day=7),
                "JBZ 2031-03-06 I.1: samenvatting geschreven",
            ),
        )

    def texts(self, meeting_id, slug, commits):
        texts = {
            "a" * 40: "## Samenvatting\n\nVeel lidstaten steunen dit niet. [s3]\n",
            "b" * 40: "## Samenvatting\n\nDe meeste lidstaten steunen dit niet. [s3]\n",
        }
        return {commit: texts[commit] for commit in commits}

    def preview(self, order):
        return Preview("# Briefing JBZ\n\n## I.1 Mensensmokkel\n", ("2 punten: CONCEPT.",))

    def read_report(self, path):
        return Report("nl", "Verslag", "JBZ", self.meeting.days, ())


def make_app(desk=None, **keywords):
    return DeskApp(Path("/nowhere"), desk=desk or MadeUpDesk(), clock=lambda: CLOCK, **keywords)


async def settle(pilot, patience=0.05):
    """Wait until nothing is under way.

    No job, no message that waits to be handled, and nothing that a widget has put off for
    `patience` seconds or less.
    """
    app = pilot.app
    await pilot.pause()
    while app.jobs.running or app.holds_keys or _waiting(app, patience):
        await app.workers.wait_for_complete()
        await pilot.pause(0.001)
        await pilot.pause()
    for _ in range(100):
        if not _unpainted(app.screen):
            break
        await pilot.pause()


async def press(pilot, *keys):
    """Press keys one after the other, each when all that came of the one before is done."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def go(pilot, screen):
    """Open a screen over the one that is there."""
    await settle(pilot)
    pilot.app.push_screen(screen)
    await settle(pilot)
    return screen


def _unpainted(screen):
    """Whether something on the screen still has to find its place, or to be drawn."""
    return screen._layout_required or screen._dirty_widgets or screen._callbacks


def _waiting(app, patience):
    """Whether a widget has something left to do; a busy machine can look like an idle one."""
    nodes = [app, *app.screen_stack]
    for screen in app.screen_stack:
        nodes += screen.walk_children()
    return any(
        node._running
        and (not node._message_queue.empty() or any(_due(t, patience) for t in node._timers))
        for node in nodes
    )


def _due(timer, patience):
    """Whether a timer is to go off once, and soon."""
    once = timer._repeat == 0 and timer._interval <= patience
    return once and timer._task is not None and not timer._task.done()


def shown(app):
    """The text of the whole screen."""
    strips = app.screen._compositor.render_strips(app.size)
    return "\n".join("".join(s.text for s in row if not s.control).rstrip() for row in strips)
