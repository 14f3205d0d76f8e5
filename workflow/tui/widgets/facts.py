"""What the first and the last step of an item say."""

from collections import Counter
from datetime import datetime

from textual.content import Content

from workflow.languages import say
from workflow.positions.actors import actor_name
from workflow.summaries import edits
from workflow.summaries.model import Finding, Summary
from workflow.summaries.offers import offers
from workflow.summaries.readable import as_read, counted
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
    reviewing = summary.status == "review" and not standing.mine and not dirty
    news = _news(opened, summary, standing, now) if summary.status in ("review", "approved") else []
    state = _state(opened, summary, findings, unlooked)
    said = _said(summary, standing, dirty=dirty, reviewing=reviewing)
    # Who reviews reads first what is new; who writes, what is missing.
    first, then = ([*said, *news], state) if reviewing else (state, [*said, *news])
    return render.lines([*first, Content(""), *then])


def _state(
    opened: Opened, summary: Summary, findings: tuple[Finding, ...], unlooked: int
) -> list[Content]:
    """What is done and what is missing, a line each."""
    waiting = edits.pending(opened.suggestions, summary)
    errors = sum(finding.severity == "error" for finding in findings)
    unread = len(opened.item.sentences) - len(edits.used_sentences(summary))
    positions = len(summary.positions)
    rows = [
        (bool(positions or summary.commitments), counted("positions", positions)),
        (not waiting, counted("waiting", len(waiting))),
        (bool(summary.sentences), counted("words", summary.words)),
        (not errors, counted("errors", errors)),
    ]
    parts = [
        render.join(("✓ " if done else "○ ", "$text-success" if done else "$text-warning"), words)
        for done, words in rows
    ]
    besides = (
        ("warned", sum(finding.severity == "warning" for finding in findings)),
        ("offered", len(offers(opened.item, summary))),
        ("unused", unread),
        ("unlooked", unlooked),
    )
    for name, count in besides:
        if count > 0:
            words = say(f"tui.handover.{name}", n=count)
            parts.append(render.join(("· ", "$text-muted"), words))
    return parts


def _said(summary: Summary, standing: Standing, *, dirty: bool, reviewing: bool) -> list[Content]:
    """Whose turn it is, and who did what."""
    status = summary.status
    if summary.sentences and (status == "open" or dirty):
        status = "draft"
    if summary.status == "review" and dirty:
        status = "amended"
    elif status == "review":
        status = "to_review" if reviewing else "waiting_for_others"
    parts = [render.label(f"tui.handover.{status}", "bold")]
    if standing.writers:
        who = ", ".join(standing.writers)
        parts.append(render.label("tui.handover.written_by", "$text-muted", who=who))
    if standing.approved_by and status == "approved":
        parts.append(
            render.label("tui.handover.approved_by", "$text-muted", who=standing.approved_by)
        )
    return parts


def _news(opened: Opened, summary: Summary, standing: Standing, now: datetime) -> list[Content]:
    """What has changed since the user last looked, or else since the last approval, or all."""
    language = opened.meeting.language
    before, now_text = (as_read(text, language) for text in (standing.before, opened.text))
    seen = standing.before and before == now_text
    if seen and standing.mine:
        return []
    if standing.before and standing.before_when:
        key = "since_seen" if standing.before_seen else "since_approved"
        when = moment(standing.before_when, now)
        difference = changed_lines(before, now_text)
        return [Content(""), render.label(f"tui.handover.{key}", "bold", when=when), difference]
    if summary.status != "review" or standing.mine:
        return []
    parts = [Content(""), render.label("tui.handover.text", "bold")]
    parts += [render.join("  ", line.text) for line in summary.sentences]
    if summary.positions:
        parts += [Content(""), render.label("tui.handover.positions_head", "bold")]
    for entry in summary.positions:
        stance = say(f"common.stance.{entry.stance}")
        parts.append(render.join("  ", (entry.name, "bold"), f" ({stance}): {entry.text}"))
    return parts
