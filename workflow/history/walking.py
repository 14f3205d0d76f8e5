"""Every change of every item, in one pass over the commits, as few words as possible.

`revisions.log` tells people about commits; this is for working out something from all of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workflow.history.approvals import is_item
from workflow.history.objects import check_commit
from workflow.history.repository import History
from workflow.history.revisions import blobs_of, sides_of
from workflow.history.words import git_error, inert
from workflow.summaries.workspace import SUMMARIES

_FORMAT = "tformat:%x00%H%x00%an%x00%ae%x00%(trailers:only,unfold)%x00"
_TRAILER = re.compile(r"^(Action|Approved-by|Reason):[ \t]*(.*)$", re.M)


@dataclass(frozen=True, slots=True)
class Step:
    """What one commit did to one item."""

    author: str
    email: str
    action: str
    """Empty for a commit made by hand."""
    approved_by: str
    reason: str
    path: str
    old: str
    """Name of the blob before, or empty."""
    new: str
    sides: tuple[str, ...] = ()
    """Of a merge, names of the blobs on every side."""


def walk(history: History, since: str = "") -> list[Step]:
    """What every commit did to items, the oldest first; `since` names a commit to start after.

    A merge counts for the items that it made other than both sides have them.
    """
    arguments = [
        "log", "-z", "--topo-order", "--no-renames", "--raw", "--no-abbrev",
        "--diff-merges=combined", f"--format={_FORMAT}", "--end-of-options", "HEAD",
    ]  # fmt: skip
    if since:
        arguments.append(f"^{check_commit(history, since)}")
    if history.prefix:
        # In a larger repository most commits are about other things. Without them git is
        # quicker if it does not have to compare each commit twice, once to choose it.
        arguments += ["--full-history", "--", SUMMARIES]
    result = history.git(arguments)
    if result.code:
        if "unknown revision" in result.errors or "bad revision" in result.errors:
            return []
        raise git_error(result.errors, history.root)
    steps = list(_read(history, result.out.decode("utf-8", "replace").split("\0")))
    steps.reverse()
    return steps


def _read(history: History, tokens: list[str]) -> Iterator[Step]:
    names: dict[str, str] = {}
    place, end = 1, len(tokens)
    while place + 4 < end:
        if not tokens[place]:
            place += 1
            continue
        _, name, email, block = tokens[place : place + 4]
        place += 5
        if name not in names:
            names[name] = inert(name)
        author = names[name]
        facts: dict[str, str] | None = None
        if place + 1 < end and not tokens[place] and tokens[place + 1].startswith("::"):
            place += 1  # before what a merge changed stands an empty token
        while place + 1 < end and tokens[place].lstrip("\n").startswith(":"):
            line, path = tokens[place].lstrip("\n"), tokens[place + 1]
            place += 2
            inside = history.in_workspace(path)
            if inside is None or not is_item(inside):
                continue
            if facts is None:
                facts = _facts(block)
            old, new = blobs_of(line)
            yield Step(
                author, inert(email), facts.get("Action", ""), facts.get("Approved-by", ""),
                facts.get("Reason", ""), inside, old, new,
                sides_of(line) if line.startswith("::") else (),
            )  # fmt: skip


def _facts(block: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in _TRAILER.findall(block):
        found.setdefault(key, inert(value).strip())
    return found
