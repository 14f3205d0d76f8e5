"""What sharing did, in plain words: who did what, what went out, what is left to decide."""

from collections.abc import Callable, Sequence

from workflow.errors import WorkflowError
from workflow.history.repository import History
from workflow.history.revisions import Revision
from workflow.history.standings import people
from workflow.history.syncing import Synced, sync
from workflow.languages import say
from workflow.summaries.boardfacts import NOBODY, NOT_COUNTING, Pair, People
from workflow.summaries.model import MeetingItem
from workflow.summaries.workspace import Workspace

_MOST = 5
"""Lines that are shown of what one person did."""


def tell_sync(workspace: Workspace, result: Synced, *, on_screen: bool = False) -> list[str]:
    """One line each, the most important first.

    `on_screen` names meetings in words, and no command to type.
    """
    lines = []
    for key, revisions in (("came_in", result.incoming), ("went_out", result.outgoing)):
        for who, subjects in _by_person(revisions).items():
            lines.append(say(f"history.sync.{key}", n=len(subjects), who=who))
            lines += [f"  {subject}" for subject in subjects[:_MOST]]
            if len(subjects) > _MOST:
                lines.append("  " + say("history.sync.more", n=len(subjects) - _MOST))
    if result.unshared:
        lines.append(say("history.sync.unshared", n=result.unshared))
    elif not lines:
        lines.append(say("history.sync.nothing", where=result.where))
    lines += result.notices
    for path in result.open:
        meeting, entry = place_of(workspace, path)
        key = "asked" if path in result.asked else "open"
        label = entry.label if entry else path.rpartition("/")[2].removesuffix(".md")
        title = entry.title if entry else ""
        shown = meeting_name(workspace, meeting) if on_screen else meeting
        line = say(f"history.sync.{key}", meeting=shown, item=label, title=title)
        how = say(f"history.sync.{'open_it' if on_screen else 'type_it'}")
        lines.append(f"{line}; {how}")
    return lines


def sync_in_short(result: Synced) -> str:
    """The same in one line."""
    words = []
    people = list(_by_person(result.incoming))
    if people:
        words.append(say("history.sync.short_in", n=len(result.incoming), who=", ".join(people)))
    if result.outgoing:
        words.append(say("history.sync.short_out", n=len(result.outgoing)))
    if result.unshared:
        words.append(say("history.sync.short_left", n=result.unshared))
    if result.open:
        words.append(say("history.sync.short_open", n=len(result.open)))
    return " · ".join(words) or say("history.sync.nothing", where=result.where)


def share(
    workspace: Workspace,
    history: History,
    *,
    address: str = "",
    heard: Callable[[str], None],
) -> tuple[Synced, list[tuple[str, str, Pair]]]:
    """Share, and find out which approvals no longer count since colleagues' work came in."""
    before = people(workspace, history)
    result = sync(workspace, history, address=address, heard=heard)
    after = people(workspace, history) if result.incoming else before
    return result, lost_approvals(before, after)


def lost_approvals(before: People, after: People) -> list[tuple[str, str, Pair]]:
    """Meeting and slug of every item whose approval counted before and counts no more.

    With them who changed it and who had approved it.
    """
    if before is after:
        return []
    return [
        (meeting, slug, (after.get((meeting, slug), NOBODY)[0], who))
        for (meeting, slug), (_, who) in before.items()
        if who and not who.endswith(NOT_COUNTING) and not after.get((meeting, slug), NOBODY)[1]
    ]


def tell_lost_approvals(
    workspace: Workspace, lost: Sequence[tuple[str, str, Pair]], *, on_screen: bool = False
) -> list[str]:
    """Approvals that counted before colleagues' work came in and count no more, a line each."""
    lines = []
    for meeting, slug, (writer, who) in lost:
        _, entry = place_of(workspace, f"summaries/{meeting[:4]}/{meeting}/{slug}.md")
        if entry is not None:
            shown = meeting_name(workspace, meeting) if on_screen else meeting
            lines.append(
                say(
                    "history.sync.void",
                    meeting=shown, item=entry.label, title=entry.title, who=who, writer=writer,
                )
            )  # fmt: skip
    return lines


def meeting_name(workspace: Workspace, meeting: str) -> str:
    """How people call a meeting; its id where it cannot be read."""
    try:
        return workspace.meeting(meeting).name
    except WorkflowError:
        return meeting


def place_of(workspace: Workspace, path: str) -> tuple[str, MeetingItem | None]:
    """The meeting's id and the item behind a path."""
    _, _, meeting, name = path.split("/")
    try:
        found = workspace.meeting(meeting)
    except WorkflowError:
        return meeting, None
    slug = name.removesuffix(".md")
    return meeting, next((entry for entry in found.items if entry.slug == slug), None)


def _by_person(revisions: Sequence[Revision]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for revision in revisions:
        found.setdefault(revision.author, []).append(revision.told)
    return found
