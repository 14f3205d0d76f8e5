"""Who wrote which line, and how one sentence came to be."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from difflib import SequenceMatcher

from workflow.history.objects import check_commit, read_versions
from workflow.history.repository import History
from workflow.history.words import git_error, inert
from workflow.summaries.itemhead import FENCE

_WORD = re.compile(r"\w+")
_IGNORED = ".git-blame-ignore-revs"
"""File at the top of the repository that lists commits which only changed the form."""


@dataclass(frozen=True, slots=True)
class BlameLine:
    """A line of a file with the commit that it comes from."""

    line: int
    """From 1."""
    text: str
    commit: str
    author: str
    email: str
    when: datetime
    subject: str
    before: str = ""
    """The commit that had another version of the file before, or empty."""


def blame(history: History, path: str, commit: str = "HEAD") -> tuple[BlameLine, ...]:
    """Every line of a file as it is in a commit, with who wrote it; empty if it is not there."""
    if commit != "HEAD":
        commit = check_commit(history, commit)
    arguments = ["blame", "--porcelain", "--no-textconv", "--no-progress"]
    ignored = history.top / _IGNORED
    if ignored.is_file() and not ignored.is_symlink():
        result = history.git([*arguments, f"--ignore-revs-file={ignored}", commit, "--", path])
        if result.code == 0:
            return _read(result.out.decode("utf-8", "replace"))
    result = history.git([*arguments, commit, "--", path])
    if result.code:
        if "no such path" in result.errors or "bad revision" in result.errors:
            return ()
        raise git_error(result.errors, history.root)
    return _read(result.out.decode("utf-8", "replace"))


def sentences(lines: Sequence[BlameLine]) -> tuple[BlameLine, ...]:
    """Those lines of an item file that somebody wrote: no front matter, headings or blank lines."""
    fences = [n for n, line in enumerate(lines) if line.text.strip() == FENCE][:2]
    start = fences[1] + 1 if len(fences) == 2 and fences[0] == 0 else 0
    return tuple(
        line for line in lines[start:] if line.text.strip() and not line.text.startswith("#")
    )


def _read(output: str) -> tuple[BlameLine, ...]:
    known: dict[str, dict[str, str]] = {}
    found = []
    commit, number, facts = "", 0, dict[str, str]()
    for line in output.split("\n"):
        if line.startswith("\t"):
            found.append(_line(number, line[1:], commit, facts))
            commit = ""
        elif not commit and line:
            commit, _, number_text = line.split(" ")[:3]
            number = int(number_text)
            facts = known.setdefault(commit, {})
        else:
            key, _, value = line.partition(" ")
            facts[key] = value
    return tuple(found)


def _line(number: int, text: str, commit: str, facts: dict[str, str]) -> BlameLine:
    zone = facts.get("author-tz", "+0000")
    minutes = int(zone[1:3]) * 60 + int(zone[3:5])
    offset = timezone(timedelta(minutes=-minutes if zone[0] == "-" else minutes))
    return BlameLine(
        number,
        inert(text),
        commit,
        inert(facts.get("author", "")),
        facts.get("author-mail", "").strip("<>"),
        datetime.fromtimestamp(int(facts.get("author-time", "0")), UTC).astimezone(offset),
        inert(facts.get("summary", "")),
        facts.get("previous", "").split(" ")[0],
    )


def earlier_versions(
    history: History, path: str, line: int, limit: int = 10
) -> tuple[BlameLine, ...]:
    """One line as it stands and as it stood before, the newest first.

    Goes back from commit to commit: the line before is the one most alike, at least half.
    """
    found: list[BlameLine] = []
    commit = "HEAD"
    while len(found) < limit:
        lines = blame(history, path, commit)
        here = next((entry for entry in lines if entry.line == line), None)
        if here is None:
            break
        found.append(here)
        if not here.before:
            break
        commit = here.before
        line = _most_alike(history, path, commit, here.text)
        if not line:
            break
    return tuple(replace(entry, line=found[0].line) for entry in found)


def _most_alike(history: History, path: str, commit: str, text: str) -> int:
    """Number of the line of an older version that this one was made from, or 0."""
    older = read_versions(history, [(commit, path)])[0]
    words = _WORD.findall(text)
    best, place = 0.5, 0
    for number, candidate in enumerate((older or b"").decode("utf-8", "replace").split("\n"), 1):
        if candidate == text:
            return number
        ratio = SequenceMatcher(None, _WORD.findall(candidate), words, autojunk=False).ratio()
        if candidate.strip() and ratio >= best:
            best, place = ratio, number
    return place
