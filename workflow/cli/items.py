"""Commands about items: where they stand, what they say, what is wrong, who agrees."""

import argparse
import sys
from collections.abc import Sequence

from workflow.cli.output import fitted, show, show_json, talk
from workflow.cli.places import history_of, workspace_of
from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.positions.actors import actor_name
from workflow.positions.model import Suggestion
from workflow.positions.suggesting import suggest
from workflow.summaries import edits
from workflow.summaries.document import findings_document, item_document, meeting_document
from workflow.summaries.findings import check as find
from workflow.summaries.findings.spelling import check_spelling
from workflow.summaries.itemfile import render_evidence
from workflow.summaries.model import Finding, Meeting, MeetingItem
from workflow.summaries.proposals import proposal_findings
from workflow.summaries.readable import as_told
from workflow.summaries.workspace import LoadedSummary, Workspace


def _chosen(workspace: Workspace, meeting: Meeting, key: str | None) -> tuple[MeetingItem, ...]:
    return (workspace.find_item(meeting, key),) if key else meeting.items


def _suggestions(
    workspace: Workspace, meeting: Meeting, entry: MeetingItem
) -> tuple[Suggestion, ...]:
    attributions = workspace.attributions(meeting, entry.slug)
    own = workspace.settings.own_government
    return suggest(workspace.item(meeting, entry.slug), attributions, own_government=own)


def show_command(arguments: argparse.Namespace) -> int:
    """Show a summary or all of them, with the suggestions that nobody has decided on."""
    workspace = workspace_of(arguments)
    meeting = workspace.meeting(arguments.meeting)
    documents = []
    raw = arguments.raw or not sys.stdout.isatty()
    for entry in _chosen(workspace, meeting, arguments.item):
        loaded = workspace.load(meeting, entry.slug)
        suggestions = edits.pending(_suggestions(workspace, meeting, entry), loaded.summary)
        if arguments.json:
            stale = workspace.stale(meeting, entry.slug)
            documents.append(
                item_document(entry, loaded.summary, stale=stale, suggestions=suggestions)
            )
            continue
        if arguments.raw and arguments.item:  # to be edited, and given to `workflow edit`
            show(loaded.text, end="")
            continue
        show(f"{entry.label}\n\n{loaded.text}" if raw else _told(meeting, entry, loaded))
        if suggestions:
            _show_suggestions(suggestions, meeting.language, raw=raw)
        for problem in loaded.problems:
            path = workspace.relative(workspace.summary_path(meeting, entry.slug))
            talk(say("cli.problem", path=path, line=problem.line, text=problem.text))
    if arguments.json:
        show_json(meeting_document(meeting, documents))
    return 0


def _show_suggestions(suggestions: Sequence[Suggestion], language: str, *, raw: bool) -> None:
    """What nobody has decided on, with the numbers that `accept` and `refuse` take."""
    show(say("cli.suggestions"))
    for number, suggestion in enumerate(suggestions, 1):
        name = actor_name(suggestion.actor, language)
        stance = say(f"common.stance.{suggestion.stance}")
        mark = "" if suggestion.certain else "?"
        evidence = render_evidence(suggestion.evidence)
        words = f"{number}. {name} ({stance}{mark}): {suggestion.text} {evidence}"
        show(words if raw else fitted(words))
    show()


def _told(meeting: Meeting, entry: MeetingItem, loaded: LoadedSummary) -> str:
    """An item as a person reads it, below its number and title."""
    title = loaded.summary.title
    lines = as_told(loaded.text, meeting.language).splitlines()
    if title in lines:
        lines.remove(title)
    text = "\n".join(lines).strip("\n")
    return fitted(f"{entry.label}  {title}\n{text}\n")


def findings_of(workspace: Workspace, meeting: Meeting, entry: MeetingItem) -> tuple[Finding, ...]:
    """What the checks say about one summary, with what is wrong in its file; none while open."""
    loaded = workspace.load(meeting, entry.slug)
    problems = tuple(
        Finding("file", "warning", problem.placed, problem.line) for problem in loaded.problems
    )
    problems += proposal_findings(loaded.summary)
    if loaded.summary.is_empty:
        return problems
    settings = workspace.settings
    found = find(
        workspace.item(meeting, entry.slug),
        loaded.summary,
        workspace.attributions(meeting, entry.slug),
        own_government=settings.own_government,
        words=(settings.words_min, settings.words_max),
        meeting=meeting.days,
        government=workspace.government_of(meeting),
    )
    spelled = check_spelling(workspace.item(meeting, entry.slug), loaded.summary)
    return problems + found + spelled


def check(arguments: argparse.Namespace) -> int:
    """Show findings; exit status 1 if one is an error, 2 if a file cannot be read."""
    workspace = workspace_of(arguments)
    if arguments.fix or arguments.dismiss:
        return _settle(workspace, arguments)
    ids = (arguments.meeting,) if arguments.meeting else workspace.meeting_ids()
    worst = 0
    documents = []
    for meeting in map(workspace.meeting, ids):
        found = []
        for entry in _chosen(workspace, meeting, arguments.item):
            try:
                found += [(entry, each) for each in findings_of(workspace, meeting, entry)]
            except WorkflowError as error:
                talk(str(error))
                worst = 2
        if any(finding.severity == "error" for _, finding in found):
            worst = max(worst, 1)
        if arguments.json:
            documents.append(findings_document(meeting, found))
            continue
        for number, (entry, finding) in enumerate(found, 1):
            severity = say(f"common.severity.{finding.severity}")
            evidence = render_evidence(finding.evidence)
            text = f"{meeting.id} {entry.label}: {severity}: {finding.message} {evidence}"
            show(f"{number}. {text}".rstrip() if arguments.item else text.rstrip())
    if arguments.json:
        whole = {"schema": "findings/1", "meetings": documents}
        show_json(documents[0] if arguments.meeting else whole)
    elif not worst:
        talk(say("cli.no_errors"))
    return worst


def _settle(workspace: Workspace, arguments: argparse.Namespace) -> int:
    """Mend one finding of an item, or set it aside."""
    from workflow.cli.writing import settle

    if not (arguments.meeting and arguments.item):
        raise WorkflowError("cli.errors.which_finding")
    meeting = workspace.meeting(arguments.meeting)
    entry = workspace.find_item(meeting, arguments.item)
    return settle(arguments, findings_of(workspace, meeting, entry))


def _move(arguments: argparse.Namespace, action: str, **options: str) -> int:
    from workflow.history import actions

    workspace = workspace_of(arguments)
    meeting = workspace.meeting(arguments.meeting)
    entry = workspace.find_item(meeting, arguments.item)
    if action in ("submit", "approve"):
        errors = [f for f in findings_of(workspace, meeting, entry) if f.severity == "error"]
        if action == "submit" and workspace.load(meeting, entry.slug).summary.is_empty:
            raise WorkflowError("cli.errors.nothing_written", item=entry.label)
        for finding in errors:
            talk(f"{say('common.severity.error')}: {finding.message}")
        if errors and not arguments.anyway:
            # As on the screens: whoever was shown the errors may go on all the same.
            talk(say("cli.errors.has_errors", n=len(errors)))
            return 1
    move = getattr(actions, action)
    saved = move(workspace, history_of(workspace), meeting, entry.slug, **options)
    talk(saved.told)
    return 0


def submit(arguments: argparse.Namespace) -> int:
    """Hand a summary in for review."""
    return _move(arguments, "submit")


def approve(arguments: argparse.Namespace) -> int:
    """Approve a colleague's summary."""
    return _move(arguments, "approve", reason=arguments.reason)


def reopen(arguments: argparse.Namespace) -> int:
    """Make a submitted or approved summary a draft again, with a word on what must change."""
    if arguments.comment:
        from workflow.cli.writing import leave_comment

        leave_comment(arguments, arguments.comment)
    return _move(arguments, "reopen")
