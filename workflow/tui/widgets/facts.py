"""What the first and the last step of an item say."""

from collections import Counter
from datetime import datetime

from textual.content import Content

from workflow.languages import say
from workflow.positions.actors import actor_name
from workflow.summaries import edits
from workflow.summaries.model import Finding, Summary
from workflow.tui import render
from workflow.tui.answers import Opened, Standing
from workflow.tui.moments import moment
from workflow.tui.widgets.diff import changed_lines


def reading_facts(opened: Opened) -> Content:
    """What to look for while reading: who speaks, which sentences count."""
    item = opened.item
    parts = [render.label("tui.read.lead"), Content("")]
    speakers = Counter(
        actor_name(found.actor, opened.meeting.language) for found in opened.attributions
    )
    if speakers:
        parts.append(render.label("tui.read.speakers", "bold"))
        parts += [
            render.join(f"  {name}", (f"  {say('tui.read.times', n=count)}", "$text-muted"))
            for name, count in speakers.most_common(12)
        ]
        parts.append(Content(""))
    if item.footnotes:
        parts.append(render.label("tui.read.notes", n=len(item.footnotes)))
    if opened.stale:
        parts.append(render.label("tui.read.stale", "$text-warning"))
    for problem in opened.problems:
        parts.append(render.join(("! ", "$text-warning"), problem))
    return render.lines(parts)


def handover_facts(
    opened: Opened,
    summary: Summary,
    findings: tuple[Finding, ...],
    standing: Standing,
    *,
    dirty: bool,
    unlooked: int = 0,
    now: datetime,
) -> Content:
    """What is done, what is missing, and what the next key does."""
    waiting = edits.pending(opened.suggestions, summary)
    errors = sum(finding.severity == "error" for finding in findings)
    unread = len(opened.item.sentences) - len(edits.used_sentences(summary))
    rows = [
        (
            bool(summary.positions or summary.commitments),
            say("tui.handover.positions", n=len(summary.positions)),
        ),
        (not waiting, say("tui.handover.waiting", n=len(waiting))),
        (bool(summary.sentences), say("tui.handover.words", n=summary.words)),
        (not errors, say("tui.handover.errors", n=errors)),
    ]
    parts = [
        render.join(("✓ " if done else "○ ", "$text-success" if done else "$text-warning"), words)
        for done, words in rows
    ]
    parts.append(render.join(("· ", "$text-muted"), say("tui.handover.unused", n=unread)))
    if unlooked:
        parts.append(render.join(("· ", "$text-muted"), say("tui.handover.unlooked", n=unlooked)))
    parts.append(Content(""))
    status = summary.status
    if summary.sentences and (status == "open" or dirty):
        status = "draft"
    if status == "review" and standing.mine:
        status = "waiting_for_others"
    parts.append(render.label(f"tui.handover.{status}", "bold"))
    if standing.writers:
        who = ", ".join(standing.writers)
        parts.append(render.label("tui.handover.written_by", "$text-muted", who=who))
    if standing.approved_by and status == "approved":
        parts.append(
            render.label("tui.handover.approved_by", "$text-muted", who=standing.approved_by)
        )
    if status in ("review", "approved") and standing.before and standing.before_when:
        key = "since_seen" if standing.before_seen else "since_approved"
        when = moment(standing.before_when, now)
        parts += [
            Content(""),
            render.label(f"tui.handover.{key}", "bold", when=when),
            changed_lines(standing.before, opened.text),
        ]
    elif status == "review" and not standing.mine:
        parts += [Content(""), render.label("tui.handover.text", "bold")]
        parts += [render.join("  ", line.text) for line in summary.sentences]
    return render.lines(parts)
