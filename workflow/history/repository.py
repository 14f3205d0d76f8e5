"""A workspace inside a git repository: where everything is, who works there."""

import os
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Unpack

from workflow.errors import WorkflowError
from workflow.history.launcher import Launcher, Options, Result
from workflow.history.settings import GitSettings, read_git_settings, stamp_of
from workflow.history.words import git_error, inert

BRANCHES = "refs/heads/"
OLDEST_GIT = (2, 38)
"""The first version that has every option that saving and sharing need."""

_IDENT = re.compile(r"(?P<name>.*?) ?<(?P<email>[^<>]*)> (?P<when>\d+ [+-]\d{4})\Z", re.S)
_IDENTITY_VARIABLES = (
    "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_AUTHOR_DATE", "EMAIL",
)  # fmt: skip
_IN_PROGRESS = {
    "MERGE_HEAD": "merge",
    "rebase-merge": "rebase",
    "rebase-apply": "rebase",
    "CHERRY_PICK_HEAD": "pick",
    "REVERT_HEAD": "revert",
}


@dataclass(frozen=True, slots=True)
class Person:
    """Who saves or approves."""

    name: str
    email: str

    def __str__(self) -> str:
        return f"{self.name} <{self.email}>"

    def is_same(self, other: "Person") -> bool:
        """Whether both are one human being: one address, or one name with two addresses."""
        return (
            self.email.casefold() == other.email.casefold()
            or self.name.casefold() == other.name.casefold() != ""
        )


@dataclass(slots=True)
class History:
    """The history of one workspace. Use it from one thread at a time.

    Paths that its functions take and give are relative to the workspace, with forward slashes.
    """

    root: Path
    """Folder of the workspace."""
    top: Path
    """Folder of the work tree that it lies in."""
    prefix: str
    """Path of the workspace in the repository: empty, or ending in a slash."""
    git_dir: Path
    """Holds HEAD and the index of this work tree."""
    common_dir: Path
    """Holds objects, branches and the private folder."""
    launcher: Launcher
    person: Person | None = None
    """Who works, where that is not for git to say."""
    moment: datetime | None = None
    """When it is, where that is not for the clock to say."""
    memory: dict[str, object] = field(default_factory=dict, repr=False)
    """What other modules worked out and want to keep as long as the program runs."""
    _settings: GitSettings | None = field(default=None, repr=False)
    _identity: tuple[object, Person, str] | None = field(default=None, repr=False)

    # People

    def identity(self) -> Person:
        """Who git says is working here; WorkflowError where it knows no name or address."""
        return self._who()[0]

    def identity_or_none(self) -> str:
        """The name of who is working here, or an empty string."""
        try:
            return self.identity().name
        except WorkflowError:
            return ""

    def acting_as(self, person: Person, moment: datetime | None = None) -> "History":
        """The same history, used by another person at another moment (for the samples)."""
        return replace(self, person=person, moment=moment, _identity=None)

    def signature(self) -> str:
        """Person and moment as a commit records them."""
        person, fixed = self._who()
        if self.moment is not None:
            moment = self.moment if self.moment.tzinfo else self.moment.astimezone()
            fixed = f"{int(moment.timestamp())} {moment:%z}"
        now = time.time()
        zone = time.strftime("%z", time.localtime(now))
        return f"{person} {fixed or f'{int(now)} {zone}'}"

    def _who(self) -> tuple[Person, str]:
        """The person, and the moment if the environment sets one."""
        if self.person is not None:
            return self.person, ""
        variables = tuple(os.environ.get(name) for name in _IDENTITY_VARIABLES)
        key = (variables, stamp_of(self.settings().files))
        if self._identity is None or self._identity[0] != key:
            result = self.git(["var", "GIT_AUTHOR_IDENT"], settings=("user.useConfigOnly=true",))
            found = _IDENT.match(result.text)
            if result.code or found is None or not found["name"].strip() or not found["email"]:
                raise WorkflowError("history.errors.no_identity")
            person = Person(inert(found["name"]).strip(), inert(found["email"]))
            moment = found["when"] if os.environ.get("GIT_AUTHOR_DATE") else ""
            self._identity = (key, person, moment)
        return self._identity[1], self._identity[2]

    # Git

    def git(
        self, arguments: Sequence[str], *, check: bool = False, **options: Unpack[Options]
    ) -> Result:
        """Run git in the workspace; with `check`, WorkflowError where it fails."""
        result = self.launcher.run(arguments, **options)
        if check and result.code:
            raise git_error(result.errors, self.root)
        return result

    def settings(self) -> GitSettings:
        """Git's settings, read again when one of their files has changed."""
        if self._settings is None or self._settings.is_outdated():
            self._settings = read_git_settings(self.launcher, self.common_dir, self.git_dir)
            self.launcher.silenced = self._settings.silenced
        return self._settings

    # Places

    def in_repository(self, path: str) -> str:
        """A path of the workspace as the repository knows it."""
        return self.prefix + path

    def in_workspace(self, path: str) -> str | None:
        """A path of the repository as the workspace knows it, or None where it is outside."""
        if not self.prefix:
            return path
        return path[len(self.prefix) :] if path.startswith(self.prefix) else None

    def branch(self) -> str:
        """Whole name of the branch that is checked out; WorkflowError if none is."""
        try:
            head = (self.git_dir / "HEAD").read_text("utf-8", "replace").strip()
        except OSError:
            raise WorkflowError("history.errors.no_repository", where=self.root) from None
        if not head.startswith("ref: " + BRANCHES):
            raise WorkflowError("history.errors.detached")
        return head[5:]

    def tip(self) -> str:
        """Name of the newest commit, or an empty string where nothing was ever committed."""
        return self.git(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]).text

    def check_idle(self) -> None:
        """Raise WorkflowError while a merge or the like is under way."""
        for name, what in _IN_PROGRESS.items():
            if os.path.lexists(self.git_dir / name):
                raise WorkflowError(f"history.errors.in_progress.{what}")


def open_history(root: Path, person: Person | None = None) -> History:
    """The history of the workspace in `root`.

    Raises WorkflowError if git is missing, the folder is in no repository or one of somebody
    else's, or the repository has no work tree or a format that is not supported.
    """
    root = root.resolve()
    if not root.is_dir():
        raise WorkflowError("history.errors.no_repository", where=root)
    launcher = Launcher(root)
    result = launcher.run(
        [
            "rev-parse", "--is-bare-repository", "--is-inside-git-dir", "--show-object-format",
            "--path-format=absolute", "--git-dir", "--git-common-dir", "--show-toplevel",
        ]
    )  # fmt: skip
    lines = result.out.decode("utf-8", "surrogateescape").splitlines()
    if lines[:1] == ["true"] or lines[1:2] == ["true"]:
        raise WorkflowError("history.errors.bare", where=root)
    if not result.code and len(lines) > 6:  # it repeats options that it does not know
        raise WorkflowError("history.errors.old_git", oldest=".".join(map(str, OLDEST_GIT)))
    if result.code or len(lines) != 6:
        raise git_error(result.errors, root)
    if lines[2] != "sha1":
        raise WorkflowError("history.errors.format", where=root)
    git_dir, common_dir, top = map(Path, lines[3:])
    top = top.resolve()
    if not root.is_relative_to(top):
        raise WorkflowError("history.errors.elsewhere", where=root, top=top)
    prefix = root.relative_to(top).as_posix()
    prefix = "" if prefix == "." else f"{prefix}/"
    history = History(root, top, prefix, git_dir, common_dir, launcher, person)
    if history.settings().value("extensions.refstorage") not in ("", "files"):
        raise WorkflowError("history.errors.format", where=root)
    return history
