"""Git's own settings: what is configured, from which file, and what of it would run something."""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from workflow.files import stamp_of_file
from workflow.history.launcher import Launcher

_EXECUTABLE = re.compile(
    r"""(?x)^(?:
        core\.(?:fsmonitor|hookspath|sshcommand|editor|pager|askpass|gitproxy|alternaterefscommand)
      | filter\..*\.(?:clean|smudge|process)
      | diff\..*\.(?:command|textconv) | diff\.external
      | merge\..*\.driver
      | (?:credential|alias|browser|man|pager|difftool|mergetool|guitool|sendemail)\..*
      | gpg\..*program | gpg\.program | gpg\.ssh\.defaultkeycommand
      | include\.path | includeif\..*
      | url\..*
      | remote\..*\.(?:uploadpack|receivepack|vcs|proxy)
      | uploadpack\.packobjectshook | receive\.proc.* | trailer\..*\.(?:command|cmd)
      | sequence\.editor | interactive\.difffilter | submodule\..*\.update
    )$"""
)
_FILTER = re.compile(r"^filter\..*\.(?:clean|smudge|process|required)$")
_ADDRESS = re.compile(r"^(?:alias|url|credential)\.")

COMMIT_HOOKS = (
    "pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "reference-transaction",
)  # fmt: skip
"""The hooks that a commit by hand would run."""


@dataclass(frozen=True, slots=True)
class GitSettings:
    """What git is told, by its files and its environment."""

    entries: tuple[tuple[str, str, str], ...]
    """Scope, key (lower case but for its middle) and value, later ones overruling."""
    files: tuple[Path, ...]
    """The files that they came from or could come from."""
    stamp: tuple[object, ...]
    """State of those files when they were read."""

    def value(self, key: str) -> str:
        """The value that counts, or an empty string."""
        found = [value for _, name, value in self.entries if name == key]
        return found[-1] if found else ""

    def is_true(self, key: str) -> bool:
        """Whether a switch is on."""
        return self.value(key).lower() in ("true", "yes", "on", "1")

    def is_outdated(self) -> bool:
        """Whether one of the files has changed since."""
        return stamp_of(self.files) != self.stamp

    @property
    def executable(self) -> tuple[str, ...]:
        """Keys set in the repository itself that would make git run or fetch something."""
        own = {key for scope, key, _ in self.entries if scope in ("local", "worktree")}
        return tuple(sorted(key for key in own if _EXECUTABLE.match(key)))

    @property
    def silenced(self) -> tuple[str, ...]:
        """Settings that empty the repository's own content filters."""
        own = {key for scope, key, _ in self.entries if scope in ("local", "worktree")}
        filters = sorted(key for key in own if _FILTER.match(key))
        return tuple(f"{key}={'false' if key.endswith('required') else ''}" for key in filters)


def stamp_of(files: Iterable[Path]) -> tuple[object, ...]:
    """What tells whether one of the files, or the environment's settings, changed."""
    asked = tuple(sorted((k, v) for k, v in os.environ.items() if k.startswith("GIT_CONFIG")))
    return (asked, *map(stamp_of_file, files))


def read_git_settings(launcher: Launcher, common_dir: Path, git_dir: Path) -> GitSettings:
    """Read everything that `git config --list` knows here, with where it comes from."""
    files = _usual_files(common_dir, git_dir)
    before = stamp_of(files)
    result = launcher.run(["config", "--list", "-z", "--show-scope", "--show-origin"], plain=True)
    fields = result.out.decode("utf-8", "replace").split("\0")
    entries = []
    for scope, origin, entry in zip(fields[0::3], fields[1::3], fields[2::3], strict=False):
        key, _, value = entry.partition("\n")
        entries.append((scope, key, value))
        if origin.startswith("file:"):
            path = Path(launcher.folder, origin[5:])
            if path not in files:
                files = (*files, path)
                before = (*before, *stamp_of((path,))[1:])
    return GitSettings(tuple(entries), files, before)


def _usual_files(common_dir: Path, git_dir: Path) -> tuple[Path, ...]:
    """Where git looks for settings, whether the files exist or not."""
    home = Path(os.environ.get("HOME") or Path.home())
    own = os.environ.get("XDG_CONFIG_HOME")
    usual = [common_dir / "config", git_dir / "config.worktree"]
    usual += [home / ".gitconfig", (Path(own) if own else home / ".config") / "git" / "config"]
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        if os.environ.get(name):
            usual.append(Path(os.environ[name]))
    return (*usual, Path("/etc/gitconfig"))


def active_hooks(settings: GitSettings, common_dir: Path, top: Path) -> tuple[str, ...]:
    """Names of the commit hooks that git would run here."""
    where = settings.value("core.hookspath")
    folder = Path(top, Path(where).expanduser()) if where else common_dir / "hooks"
    found = []
    for name in COMMIT_HOOKS:
        path = folder / name
        if path.is_file() and os.access(path, os.X_OK):
            found.append(name)
    return tuple(found)


def hooks_are_the_users(settings: GitSettings) -> bool:
    """Whether the hooks' folder is named by the user's own settings, not by the repository."""
    scopes = [scope for scope, key, _ in settings.entries if key == "core.hookspath"]
    return bool(scopes) and scopes[-1] not in ("local", "worktree")


def signs(settings: GitSettings) -> bool:
    """Whether commits are to be signed."""
    return settings.is_true("commit.gpgsign")


def shown_keys(keys: Iterable[str]) -> str:
    """Keys as a person may read them; those that hold an address are cut short."""
    return ", ".join(key.split(".")[0] if _ADDRESS.match(key) else key for key in keys)
