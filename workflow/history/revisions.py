"""Who saved what and when: the commits of the workspace or of some of its files."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from workflow.history.messages import read_trailers
from workflow.history.objects import check_commit
from workflow.history.repository import History, Person
from workflow.history.words import git_error, inert
from workflow.summaries.topics import PATH as TOPICS

_FORMAT = "tformat:%x00%H%x00%P%x00%an%x00%ae%x00%aI%x00%s%x00%(trailers:only,unfold)%x00"
_FIELDS = 7
_COMMIT = re.compile(r"[0-9a-f]{40}\Z")


@dataclass(frozen=True, slots=True)
class Revision:
    """One commit in words."""

    commit: str
    author: str
    email: str
    when: datetime
    subject: str
    trailers: Mapping[str, str]
    """First value by key; empty for a commit made by hand."""
    paths: tuple[str, ...] = ()
    """The files of the workspace that it touched, of those that were asked for."""
    blobs: Mapping[str, tuple[str, str]] = field(default_factory=dict, compare=False)
    """By path, the names of the blob before and after (empty: none), where asked for.

    Of a merge only the files that it made other than every side has them, beside its first side.
    """
    merges: bool = False
    """Whether it joined the work of two people."""
    sides: Mapping[str, tuple[str, ...]] = field(default_factory=dict, compare=False)
    """Of a merge, by path, the names of the blobs on every side, where asked for."""

    @property
    def told(self) -> str:
        """What it did, in the language of the interface; the subject is in that of the report."""
        from workflow.history.retelling import retold  # names of actors: a board needs none

        return retold(self.subject)

    @property
    def person(self) -> Person:
        """Who made it."""
        return Person(self.author, self.email)

    @property
    def action(self) -> str:
        """What was done (`edit`, `approve`, …), or empty for a commit made by hand."""
        return self.trailers.get("Action", "")


def log(
    history: History,
    paths: Sequence[str] = (),
    limit: int = 20,
    skip: int = 0,
    *,
    since: str = "",
    until: str = "",
    merges: bool = True,
    files: bool = True,
    blobs: bool = False,
    whole: bool = False,
    words: str = "",
    author: str = "",
    action: str = "",
) -> tuple[Revision, ...]:
    """Revisions of these files or folders, the newest first; of the whole workspace without any.

    `since` names a commit: only what came after it; `until` another one than the newest to
    start from; without `merges` those of two sides are left out. `limit` 0 means all. `words`
    must stand in the subject or body, `author` in the name or address of who made it; `action`
    is what was done (`edit`, `approve`, …; `hand` for a commit made without the program).
    `files` and `blobs` say whether to find out which files a revision touched and what they
    held; `whole` keeps both sides of a merge that took one as it was. One process, however
    long the list.
    """
    arguments = ["--literal-pathspecs", "log", "-z", "--no-renames", f"--format={_FORMAT}"]
    if blobs:
        arguments += ["--raw", "--no-abbrev", "--diff-merges=combined", "--topo-order"]
    elif files:
        arguments.append("--name-only")
    arguments += ["--full-history"] if blobs or whole else []
    if limit:
        arguments.append(f"--max-count={limit}")
    if skip:
        arguments.append(f"--skip={skip}")
    arguments += _filters(words, author, action)
    if not merges:
        arguments.append("--no-merges")
    arguments += ["--end-of-options", check_commit(history, until) if until else "HEAD"]
    if since:
        arguments.append(f"^{check_commit(history, since)}")
    result = history.git([*arguments, "--", *(paths or ["."])])
    if result.code:
        if "unknown revision" in result.errors or "bad revision" in result.errors:
            return ()  # nothing was ever committed
        raise git_error(result.errors, history.root)
    return tuple(_read(history, result.out.decode("utf-8", "replace"), blobs))


def log_of(
    history: History,
    path: str,
    limit: int = 20,
    skip: int = 0,
    *,
    author: str = "",
    action: str = "",
) -> tuple[Revision, ...]:
    """Revisions of an item or a meeting, also those that changed the file of the topics alone.

    That an item does not belong to a topic, or with another item, stands there. Of everything
    `path` is the folder of the summaries.
    """
    about = "/".join(path.removesuffix(".md").split("/")[2:])  # summaries/2031/meeting/slug.md
    key = "Item" if "/" in about else "Meeting"
    others: tuple[Revision, ...] = ()
    if about and action != "hand":
        words = f"{key}: {about}"
        others = log(history, [TOPICS], 0, merges=False, words=words, author=author, action=action)
    # Words are also found within longer names.
    known = {each.commit: each for each in others if each.trailers.get(key) == about}
    if not known:
        return log(history, [path], limit, skip, author=author, action=action)
    known |= {each.commit: each for each in log(history, [path], 0, author=author, action=action)}
    # Only git knows which came first, whatever the clocks said. Of both files together it leaves
    # out other commits than of each.
    order = [each.commit for each in log(history, [path, TOPICS], 0, files=False, whole=True)]
    found = [known[commit] for commit in order if commit in known]
    return tuple(found[skip : skip + limit if limit else None])


def _filters(words: str, author: str, action: str) -> list[str]:
    """Options of `git log`: patterns in which no character of a user means anything."""
    found = ["--basic-regexp", "--regexp-ignore-case", "--all-match"]
    if words:
        found.append(f"--grep={_literally(words)}")
    if author:
        found.append(f"--author={_literally(author)}")
    if action == "hand":
        # What the program makes has an action, so that the rest was made by hand.
        found += ["--invert-grep", "--grep=^Action: [a-z]"]
    elif action:
        found.append(f"--grep=^Action: {_literally(action)}$")
    return found if len(found) > 3 else []


def _literally(words: str) -> str:
    return re.sub(r"([\\.*^$\[\]])", r"\\\1", words)


def revision_of(history: History, commit: str) -> Revision | None:
    """One commit by its whole name, or None where there is none."""
    if not _COMMIT.match(commit):
        return None
    arguments = ["log", "-z", "-1", f"--format={_FORMAT}", "--end-of-options", commit]
    result = history.git(arguments)
    found = _read(history, result.out.decode("utf-8", "replace"), False)
    return next(found, None) if result.code == 0 else None


def _read(history: History, output: str, blobs: bool) -> Iterator[Revision]:
    """The records of the output: a mark, the fields, then paths up to the next mark."""
    tokens = output.split("\0")
    place = 1
    while place < len(tokens):
        commit = tokens[place]
        place += 1
        if not commit:
            continue
        parents, author, email, when, subject, trailers, _ = (
            *tokens[place : place + _FIELDS],
            *[""] * _FIELDS,
        )[:_FIELDS]
        place += _FIELDS
        if place + 1 < len(tokens) and not tokens[place] and tokens[place + 1].startswith("::"):
            place += 1  # before what a merge changed stands an empty token
        rest: list[str] = []
        while place < len(tokens) and tokens[place]:
            rest.append(tokens[place].removeprefix("\n") if not rest else tokens[place])
            place += 1
        changed = _blobs(history, rest) if blobs else {}
        sides = _sides(history, rest) if blobs and " " in parents else {}
        paths = list(changed) if blobs else [history.in_workspace(path) for path in rest]
        yield Revision(
            commit,
            inert(author),
            inert(email),
            datetime.fromisoformat(when),
            inert(subject),
            read_trailers(trailers),
            tuple(path for path in paths if path is not None),
            changed,
            len(parents.split()) > 1,
            sides,
        )


def _sides(history: History, tokens: Sequence[str]) -> dict[str, tuple[str, ...]]:
    pairs = zip(tokens[0::2], tokens[1::2], strict=False)
    found = {history.in_workspace(path): sides_of(facts) for facts, path in pairs}
    return {path: sides for path, sides in found.items() if path is not None}


def _blobs(history: History, tokens: Sequence[str]) -> dict[str, tuple[str, str]]:
    found = {}
    for facts, path in zip(tokens[0::2], tokens[1::2], strict=False):
        inside = history.in_workspace(path)
        if inside is not None:
            found[inside] = blobs_of(facts)
    return found


def sides_of(line: str) -> tuple[str, ...]:
    """Names of the blobs before in a line of `--raw`, of a merge those of every side."""
    fields = line.split(" ")
    parents = len(fields[0]) - len(fields[0].lstrip(":"))
    return tuple(old.strip("0") and old for old in fields[parents + 1 : 2 * parents + 1])


def blobs_of(line: str) -> tuple[str, str]:
    """Names of the blobs before and after in a line of `--raw`; of a merge, of its first side."""
    fields = line.split(" ")
    parents = len(fields[0]) - len(fields[0].lstrip(":"))
    old, new = fields[parents + 1], fields[2 * parents + 1]
    return old.strip("0") and old, new.strip("0") and new
