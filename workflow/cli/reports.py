"""Commands about reports: look at one, bring one in, take one out."""

import argparse
from datetime import date
from pathlib import Path

from workflow.cli.output import show, show_json, show_table, talk
from workflow.cli.places import day_of, history_of, workspace_of
from workflow.errors import WorkflowError
from workflow.languages import current, format_dates, say
from workflow.positions.actors import actor_name
from workflow.positions.attribution import attribute
from workflow.positions.explaining import explain_sentence
from workflow.positions.inspect import inspection
from workflow.positions.lexicon import Lexicon
from workflow.positions.loading import load_lexicon
from workflow.positions.model import Attribution
from workflow.report.explain import explain
from workflow.report.introduction import can_split, split_introduction
from workflow.report.model import Item, Report
from workflow.report.outline import apply_outline, render_outline
from workflow.report.reader import read_report
from workflow.summaries.workspace import Workspace


def inspect(arguments: argparse.Namespace) -> int:
    """Read a report and show what was found in it; nothing is written."""
    report = read_report(Path(arguments.report))
    if arguments.explain == "layout":
        for line in explain(report):
            show(line)
        return 0
    lexicon = _house_words(arguments, report)
    if arguments.explain:
        return _explain(report, arguments.explain, lexicon)
    attributions = attribute(report, lexicon)
    if arguments.json:
        show_json(inspection(report, attributions))
        return 0
    _show_report(report, attributions)
    return 0


def _house_words(arguments: argparse.Namespace, report: Report) -> Lexicon:
    """The words by which the report is read: with a house's own, where there is a workspace."""
    try:
        workspace = workspace_of(arguments)
    except WorkflowError:
        return load_lexicon(report.language)
    return workspace.words_of(report)


def _explain(report: Report, place: str, lexicon: Lexicon) -> int:
    """`II.1/s15`: the rules that fired for one sentence."""
    label, _, number = place.partition("/")
    number = number.removeprefix("s")
    for index, (part, item) in enumerate(report.items()):
        own = not part.id or item.number.startswith(f"{part.id}.")
        known = item.number if own else f"{part.id}.{item.number}"
        if known == label and number.isdigit() and item.sentence(int(number)):
            for line in explain_sentence(report, index, int(number), lexicon):
                show(line)
            return 0
    raise WorkflowError("cli.errors.no_sentence", place=place)


def _show_report(report: Report, attributions: tuple[tuple[Attribution, ...], ...]) -> None:
    show(report.title)
    facts = [report.council, format_dates(report.dates), report.place, report.language]
    show(" · ".join(fact for fact in facts if fact))
    by_item = dict(zip((id(item) for _, item in report.items()), attributions, strict=True))
    for part in report.parts:
        show()
        show(" ".join(word for word in (part.id, part.title) if word) or "–")
        for result in part.results:
            show(f"  · {result.text}")
        for item in part.items:
            _show_item(item, by_item[id(item)])
    for notice in report.notices:
        talk(say("cli.notice", line=notice.line, text=notice.text))


def _show_item(item: Item, attributions: tuple[Attribution, ...]) -> None:
    show()
    title = item.title or say("cli.introduction")
    counts = say("cli.item_counts", sentences=len(item.sentences), notes=len(item.footnotes))
    show(f"  {item.number:>3} {title}  [{counts}]")
    rows = [
        (
            f"s{found.sentence}",
            actor_name(found.actor, current()),
            say(f"common.stance.{found.stance}") + ("" if found.certain else "?"),
            found.cue,
        )
        for found in attributions
    ]
    show_table(rows, indent="      ")


def import_report(arguments: argparse.Namespace) -> int:
    """Add a meeting with one open item file each, in one commit."""
    from workflow.history.actions import import_meeting
    from workflow.summaries.importing import plan_import

    workspace = workspace_of(arguments)
    day = day_of(arguments.date)
    history = history_of(workspace)
    path = Path(arguments.report)
    report = read_report(path)
    corrected = arguments.edit is not None
    if corrected:
        if arguments.reissue:
            from workflow.summaries.reissue import standing_structure

            report = standing_structure(workspace, report, arguments.council)
        edited = _edited(report, arguments.edit)
        if edited is None:
            return 0
        report = edited
    if arguments.reissue:
        return _reissue(workspace, report, path, arguments.council, day, corrected)
    new = plan_import(
        report,
        path,
        path.read_bytes(),
        settings=workspace.settings,
        council=arguments.council,
        day=day,
        corrected=corrected,
    )
    import_meeting(workspace, history, new.meeting, new.files)
    show(new.meeting.id)
    talk(
        say(
            "cli.imported",
            meeting=new.meeting.name,
            n=len(new.meeting.items),
            folder=workspace.relative(workspace.meeting_folder(new.meeting)),
        )
    )
    for notice in report.notices:
        talk(say("cli.notice", line=notice.line, text=notice.text))
    return 0


def _edited(report: Report, outline: str) -> Report | None:
    """The report as an outline says, or None after writing the outline to be edited.

    Without a file name the outline goes to stdout.
    """
    if can_split(report):
        report = split_introduction(report)
    if not outline:
        show(render_outline(report))
        return None
    path = Path(outline)
    if path.exists():
        try:
            return apply_outline(report, path.read_text("utf-8"))
        except UnicodeDecodeError:
            raise WorkflowError("summaries.errors.not_text", where=path) from None
    path.write_text(render_outline(report), "utf-8")
    talk(say("cli.outline_written", path=path))
    return None


def _reissue(
    workspace: Workspace,
    report: Report,
    path: Path,
    council: str,
    day: date | None,
    corrected: bool,
) -> int:
    """Put a newer version of a report in the place of the old one."""
    from workflow.history.actions import reissue_meeting
    from workflow.summaries.reissue import plan_reissue

    new = plan_reissue(
        workspace, report, path, path.read_bytes(), council=council, day=day, corrected=corrected
    )
    history = history_of(workspace)
    reissue_meeting(workspace, history, new.meeting, new.files, len(new.changes))
    for change in new.changes:
        show(say("cli.reissue_item", item=change.title))
        for old, now in change.sentences:
            if old:
                show(f"  - {old}")
            if now:
                show(f"  + {now}")
    stale = [change.title for change in new.changes if change.stale]
    talk(say("cli.reissued", meeting=new.meeting.name, n=len(new.changes)))
    if stale:
        talk(say("cli.reissue_stale", items=", ".join(stale)))
    return 0


def remove(arguments: argparse.Namespace) -> int:
    """Take a wrongly imported meeting out, as a commit."""
    from workflow.history.actions import remove_meeting

    workspace = workspace_of(arguments)
    meeting = workspace.meeting(arguments.meeting)
    remove_meeting(workspace, history_of(workspace), meeting)
    talk(say("cli.removed", meeting=meeting.name))
    return 0
