"""Commands about earlier versions: what happened, who wrote what, and bringing it back."""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from workflow.cli.output import show, show_json, show_table, talk
from workflow.cli.places import history_of, workspace_of
from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.summaries.itemfile import parse_summary
from workflow.summaries.model import Meeting
from workflow.summaries.workspace import SUMMARIES, Workspace

if TYPE_CHECKING:
    from workflow.comparison.lines import LinePair
    from workflow.history import BlameLine, History, Revision

PARTS = {
    "summary": "sentences",
    "positions": "positions",
    "rejected": "rejected",
    "next_steps": "next_steps",
    "commitments": "commitments",
    "remarks": "remarks",
    "topics": "topics",
}
"""Parts of an item that can be brought back alone, as the user names them."""


def _slug(workspace: Workspace, meeting: Meeting, key: str) -> str:
    """The slug of an item, also of one that the meeting does not list any more."""
    from workflow.history.places import is_name

    if meeting.item(key) is None and is_name(key):
        return key
    return workspace.find_item(meeting, key).slug


def _path(workspace: Workspace, meeting_id: str | None, item: str | None) -> str:
    """The file or folder that a command is about, which may be gone."""
    from workflow.history.places import is_name, item_path, meeting_path

    if not meeting_id:
        return SUMMARIES
    if not item and is_name(meeting_id):
        return meeting_path(workspace, meeting_id)
    meeting = workspace.meeting(meeting_id)
    return item_path(workspace, meeting, _slug(workspace, meeting, item or ""))


def history(arguments: argparse.Namespace) -> int:
    """List revisions in words, newest first, or show what differs between two."""
    from workflow.history import log_of

    if arguments.limit < 1:
        raise WorkflowError("cli.errors.bad_limit", limit=arguments.limit)
    workspace = workspace_of(arguments)
    store = history_of(workspace)
    path = _path(workspace, arguments.meeting, arguments.item)
    if arguments.compare:
        language = workspace.meeting(arguments.meeting).language if arguments.item else ""
        return _compare(store, path, language, arguments)
    revisions = log_of(store, path, arguments.limit, author=arguments.by, action=arguments.action)
    if not revisions and arguments.meeting and not arguments.by and not arguments.action:
        # Nothing of that name was ever here: the known ones are named.
        meeting = workspace.meeting(arguments.meeting)
        if arguments.item:
            workspace.find_item(meeting, arguments.item)
    if arguments.json:
        show_json({"schema": "history/1", "versions": [_document(r) for r in revisions]})
        return 0
    show_table(
        [(r.commit[:10], r.when.strftime("%Y-%m-%d %H:%M"), r.author, r.told) for r in revisions]
    )
    if not revisions:
        talk(say("cli.no_history"))
    return 0


def _document(revision: "Revision") -> dict[str, object]:
    return {
        "version": revision.commit,
        "when": revision.when.isoformat(),
        "who": revision.author,
        "email": revision.email,
        "kind": revision.action,
        "subject": revision.subject,
        "files": list(revision.paths),
    }


def _compare(store: "History", path: str, language: str, arguments: argparse.Namespace) -> int:
    """Show what differs between two versions of an item: its head in words, its lines marked."""
    from workflow.comparison.lines import pair_lines
    from workflow.history.objects import check_commit, read_at
    from workflow.summaries.readable import as_read, head_changes

    if not arguments.item:
        raise WorkflowError("cli.errors.compare_item")
    older, _, newer = arguments.compare.partition("..")
    texts = []
    for name in (older, newer):
        commit = check_commit(store, name) if name or name == older else store.tip()
        content = read_at(store, commit, path)
        if content is None:
            raise WorkflowError("cli.errors.not_in_version", path=path, version=name or "HEAD")
        texts.append(content.decode("utf-8", "replace"))
    told = head_changes(*texts)
    pairs = [pair for pair in pair_lines(*(as_read(t, language) for t in texts)) if pair.changed]
    for words in told:
        show(f"~ {words}")
    for pair in pairs:
        if pair.moved:
            show(f"↕ {say('comparison.sentence.moved')}: {pair.new}")
            continue
        for sign, line in zip("-+", _halves(pair), strict=True):
            if line.strip():
                show(f"{sign} {line}")
    if not told and not pairs:
        talk(say("cli.same_text"))
    return 0


def _halves(pair: "LinePair") -> tuple[str, str]:
    """A line as it was and as it became, the words that differ marked; empty for none."""
    from workflow.comparison.words import word_changes

    if pair.old is None or pair.new is None:
        return pair.old or "", pair.new or ""
    changes = word_changes(pair.old, pair.new)
    if not any(sign == "=" and text.strip() for sign, text in changes):
        return pair.old, pair.new
    old = "".join(_marked(s, t, "[-", "-]") for s, t in changes if s != "+")
    new = "".join(_marked(s, t, "{+", "+}") for s, t in changes if s != "-")
    return old, new


def _marked(sign: str, text: str, start: str, end: str) -> str:
    bare = text.rstrip()
    return f"{start}{bare}{end}{text[len(bare) :]}" if bare and sign != "=" else text


def who(arguments: argparse.Namespace) -> int:
    """Say who wrote each sentence of an item, or how one sentence came to be."""
    from workflow.history import blame, earlier_versions, sentences

    workspace = workspace_of(arguments)
    store = history_of(workspace)
    workspace.find_item(workspace.meeting(arguments.meeting), arguments.item)
    path = _path(workspace, arguments.meeting, arguments.item)
    lines: Sequence[BlameLine] = sentences(blame(store, path))
    if arguments.sentence is not None:
        if not 1 <= arguments.sentence <= len(lines):
            raise WorkflowError("cli.errors.no_line", number=arguments.sentence, n=len(lines))
        lines = earlier_versions(store, path, lines[arguments.sentence - 1].line)
    if arguments.json:
        show_json(
            {
                "schema": "authors/1",
                "sentences": [
                    {"text": x.text, "who": x.author, "when": x.when.isoformat(),
                     "version": x.commit, "change": x.subject}
                    for x in lines
                ],
            }
        )  # fmt: skip
        return 0
    for number, line in enumerate(lines, 1):
        when = line.when.strftime("%Y-%m-%d %H:%M")
        lead = "" if arguments.sentence is not None else f"{number:>3}  "
        show(f"{lead}{line.commit[:10]}  {when}  {line.author}")
        show(" " * len(lead) + line.text)
    if not lines:
        talk(say("cli.no_history"))
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """Bring an older version back, as a new version: of a meeting, an item or a part of one."""
    from workflow.history import actions

    workspace = workspace_of(arguments)
    store = history_of(workspace)
    if not arguments.item:
        talk(actions.restore_meeting(workspace, store, arguments.meeting).told)
        return 0
    meeting = workspace.meeting(arguments.meeting)
    slug = _slug(workspace, meeting, arguments.item)
    if not arguments.version and workspace.summary_path(meeting, slug).exists():
        raise WorkflowError("cli.errors.which_version", item=arguments.item)
    sentence = None
    if arguments.sentence:
        sentence = _sentence(workspace, store, meeting, slug, arguments)
    saved = actions.restore_summary(
        workspace,
        store,
        meeting,
        slug,
        arguments.version or None,
        parts=(PARTS[arguments.only],) if arguments.only else (),
        sentence=sentence,
    )
    talk(saved.told)
    return 0


def _sentence(
    workspace: Workspace,
    store: "History",
    meeting: Meeting,
    slug: str,
    arguments: argparse.Namespace,
) -> int:
    """Place of the sentence that was asked for, by number or by some of its words."""
    from workflow.history import read_at
    from workflow.history.objects import check_commit
    from workflow.history.places import item_path

    wanted = arguments.sentence
    path = item_path(workspace, meeting, slug)
    content = read_at(store, check_commit(store, arguments.version or ""), path) or b""
    old = parse_summary(content.decode("utf-8", "replace"), meeting.language, where=path).summary
    texts = [entry.text for entry in old.sentences]
    if wanted.isdecimal() and 1 <= int(wanted) <= len(texts):
        return int(wanted) - 1
    fits = [n for n, text in enumerate(texts) if wanted.casefold() in text.casefold()]
    if len(fits) != 1:
        raise WorkflowError("cli.errors.which_sentence", words=wanted, n=len(fits))
    return fits[0]


def undo(arguments: argparse.Namespace) -> int:
    """Undo one's own last save, as a new version; undoing that does it again."""
    from workflow.history import actions

    workspace = workspace_of(arguments)
    talk(actions.undo(workspace, history_of(workspace)).told)
    return 0


def trust(arguments: argparse.Namespace) -> int:
    """Agree that the folder's own hooks and signing programs run on a save."""
    from workflow.history.ownership import asks_for_trust
    from workflow.history.ownership import trust as agree

    store = history_of(workspace_of(arguments))
    asked = asks_for_trust(store)
    if not asked:
        talk(say("cli.nothing_to_trust"))
        return 0
    if arguments.show:
        show("\n".join(asked))
        return 0
    agree(store)
    talk(say("cli.trusted", what=", ".join(asked)))
    return 0
