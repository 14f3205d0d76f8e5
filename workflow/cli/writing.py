"""Commands that write: edit, take suggestions over, comment, set a deadline.

What the screens do with keys, for scripts and for people who work without screens.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from workflow.cli.output import show, talk
from workflow.cli.places import day_of, history_of, workspace_of
from workflow.editor import edit_text, keep_text
from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.positions.model import Suggestion
from workflow.summaries import edits
from workflow.summaries.itemfile import parse_summary, render_evidence
from workflow.summaries.model import Dismissal, Finding, Remark, Summary
from workflow.summaries.running import new_lines_apart
from workflow.summaries.typed import sentence_numbers
from workflow.tui.answers import Opened
from workflow.tui.desk import Desk


def open_item(arguments: argparse.Namespace) -> tuple[Desk, Opened]:
    """The desk, and the item that the command is about."""
    workspace = workspace_of(arguments)
    history_of(workspace)
    desk = Desk(workspace.root)
    meeting = workspace.meeting(arguments.meeting)
    return desk, desk.open_item(meeting.id, workspace.find_item(meeting, arguments.item).slug)


def _save(desk: Desk, opened: Opened, summary: Summary) -> int:
    from workflow.history.actions import save_summary

    saved = save_summary(
        desk.workspace, desk.history(), opened.meeting, opened.entry.slug, summary,
        base=opened.text,
    )  # fmt: skip
    talk(saved.told)
    now = desk.workspace.load(opened.meeting, opened.entry.slug).summary
    key = edits.after_save(opened.summary, now)
    if key != "saved_now":
        talk(
            say(
                f"cli.{key}",
                meeting=opened.meeting.id,
                item=opened.entry.label or opened.entry.slug,
            )
        )
    return 0


def chosen_numbers(words: Sequence[str], count: int) -> tuple[int, ...]:
    """Places from 0 of the entries that were named by number, from 1 to `count`."""
    found = []
    if words and not count:
        raise WorkflowError("cli.errors.nothing_numbered", number=words[0])
    for word in words:
        if not word.isdecimal() or not 0 < int(word) <= count:
            raise WorkflowError("cli.errors.no_such_number", number=word, n=count)
        found.append(int(word) - 1)
    return tuple(dict.fromkeys(found))


def edit(arguments: argparse.Namespace) -> int:
    """Edit the item's file, or its summary alone, in the user's editor or from stdin."""
    desk, opened = open_item(arguments)
    old = opened.summary
    before = edits.text_of(old.sentences) if arguments.summary else opened.text.rstrip("\n")
    text = edit_text(before) if sys.stdin.isatty() else sys.stdin.read()
    text = text.rstrip("\n")
    if not text.strip():
        raise WorkflowError("cli.errors.nothing_came")
    try:
        new = _read_back(desk, opened, text, only_summary=arguments.summary)
        return _save(desk, opened, new)
    except WorkflowError:
        talk(say("cli.text_kept", path=keep_text(text)))
        raise


def _read_back(desk: Desk, opened: Opened, text: str, *, only_summary: bool) -> Summary:
    """The summary as edited; its state of work is not a matter of typing."""
    old, language = opened.summary, opened.meeting.language
    if only_summary:
        text = new_lines_apart(text, edits.text_of(old.sentences), language)
        sentences = edits.sentences_of(text, opened.item, old.sentences)
        return replace(old, sentences=sentences)
    where = desk.workspace.relative(desk.workspace.summary_path(opened.meeting, opened.entry.slug))
    parsed = parse_summary(text + "\n", language, where=where)
    for problem in parsed.problems:
        talk(say("cli.problem", path=where, line=problem.line, text=problem.text))
    sentences = edits.new_apart(parsed.summary.sentences, old.sentences, language)
    return replace(parsed.summary, sentences=sentences, status=old.status, source=old.source)


def _pending(opened: Opened) -> tuple[Suggestion, ...]:
    return edits.pending(opened.suggestions, opened.summary)


def accept(arguments: argparse.Namespace) -> int:
    """Take over the suggestions named by number, else all certain ones, or the draft text."""
    desk, opened = open_item(arguments)
    own = desk.workspace.settings.own_government
    summary = opened.summary
    if arguments.draft:
        if summary.sentences:
            raise WorkflowError("cli.errors.already_written", item=opened.entry.label)
        summary = edits.accept_draft(summary, opened.item, opened.draft)
        left_out = " ".join(f"s{number}" for number in opened.draft.left_out)
        if left_out:
            talk(f"{say('tui.draft.left_out')} {left_out}")
    waiting = _pending(opened)
    if arguments.numbers:
        for place in chosen_numbers(arguments.numbers, len(waiting)):
            summary = edits.accept(summary, waiting[place], own)
    elif not arguments.draft:
        summary = edits.accept_certain(summary, opened.suggestions, own)
        left = len(edits.pending(opened.suggestions, summary))
        talk(say("tui.positions.accepted", n=len(waiting) - left, left=left))
    return _save(desk, opened, summary)


def refuse(arguments: argparse.Namespace) -> int:
    """Leave out the suggestions named by number."""
    desk, opened = open_item(arguments)
    summary, waiting = opened.summary, _pending(opened)
    for place in chosen_numbers(arguments.numbers, len(waiting)):
        summary = edits.reject(summary, waiting[place])
    return _save(desk, opened, summary)


def comment(arguments: argparse.Namespace) -> int:
    """Leave a comment, resolve one, or list them."""
    desk, opened = open_item(arguments)
    summary = opened.summary
    if arguments.resolve:
        for place in chosen_numbers([arguments.resolve], len(summary.remarks)):
            summary = edits.toggle_remark(summary, place)
    if arguments.text:
        summary = edits.add_remark(summary, _remark(desk, opened, arguments.text, arguments.on))
    if not (arguments.resolve or arguments.text):
        for number, remark in enumerate(summary.remarks, 1):
            state = say("summaries.state.resolved" if remark.resolved else "summaries.state.open")
            head = f"{number}. {remark.author} {remark.day} ({state})"
            show(f"{head}: {remark.text} {render_evidence(remark.evidence)}".rstrip())
        if not summary.remarks:
            talk(say("tui.remarks.none"))
        return 0
    return _save(desk, opened, summary)


def leave_comment(arguments: argparse.Namespace, text: str) -> None:
    """Save a comment on the item as a whole."""
    desk, opened = open_item(arguments)
    _save(desk, opened, edits.add_remark(opened.summary, _remark(desk, opened, text, "")))


def _remark(desk: Desk, opened: Opened, text: str, on: str) -> Remark:
    desk.history()
    evidence = sentence_numbers(on, opened.item)
    if on and not evidence:
        raise WorkflowError("tui.form.no_evidence", n=len(opened.item.sentences))
    return Remark(text.strip(), desk.identity, date.today().isoformat(), False, evidence)


def settle(arguments: argparse.Namespace, findings: Sequence[Finding]) -> int:
    """Mend a finding of `check`, or set it aside with a reason."""
    desk, opened = open_item(arguments)
    number = arguments.fix or arguments.dismiss
    finding = findings[chosen_numbers([number], len(findings))[0]]
    summary = opened.summary
    if arguments.fix:
        text = edits.fixed(edits.text_of(summary.sentences), finding)
        if text is None:
            raise WorkflowError("cli.errors.no_fix", n=number)
        summary = replace(
            summary, sentences=edits.sentences_of(text, opened.item, summary.sentences)
        )
    else:
        if not arguments.reason.strip():
            raise WorkflowError("cli.errors.no_reason")
        entry = Dismissal(finding.check, finding.words, arguments.reason.strip())
        summary = replace(summary, dismissals=(*summary.dismissals, entry))
    return _save(desk, opened, summary)


def deadline(arguments: argparse.Namespace) -> int:
    """Set the day before which a meeting's summaries are due, or go back to the usual one."""
    from workflow.history.facts import set_deadline

    workspace = workspace_of(arguments)
    meeting = workspace.meeting(arguments.meeting)
    day = day_of(arguments.day or "")
    talk(set_deadline(workspace, history_of(workspace), meeting, day).told)
    return 0


def source(arguments: argparse.Namespace) -> int:
    """Record where a meeting's report is published, or take that out."""
    from workflow.history.facts import set_source

    workspace = workspace_of(arguments)
    meeting = workspace.meeting(arguments.meeting)
    talk(set_source(workspace, history_of(workspace), meeting, arguments.address or "").told)
    return 0
