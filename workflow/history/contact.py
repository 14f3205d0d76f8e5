"""Talking to the place that a team shares: which it is, fetching from it, sending to it.

Nothing is asked on the terminal and nothing waits for ever: whoever has no access yet gets a
sentence. What git answers becomes one of a few sentences; addresses never show passwords.
"""

import os
import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workflow.errors import WorkflowError
from workflow.history.committing import DURABLE
from workflow.history.launcher import Result
from workflow.history.ownership import is_trusted
from workflow.history.repository import BRANCHES, History
from workflow.history.settings import GitSettings, hooks_are_the_users, shown_keys
from workflow.history.words import first_line, inert

FETCHED = "refs/workflow/fetched"
"""What the shared place had when it was last asked."""
TAGS = "refs/tags/briefing/"
FETCHED_TAGS = "refs/workflow/tags/"
"""The briefings that were sent, as the shared place has them."""

IDLE = 15.0
"""Seconds of silence after which a fetch is ended."""
IDLE_SENDING = 60.0
"""The same while sending: the other side may be checking what it got."""

_PROTOCOLS = "https:http:ssh:git:file"
_SSH = "ssh -oBatchMode=yes -oConnectTimeout=10 -oServerAliveInterval=5 -oServerAliveCountMax=3"
_CALM = (
    "http.lowSpeedLimit=1", "http.lowSpeedTime=12", "submodule.recurse=false",
    "fetch.recurseSubmodules=false", "push.recurseSubmodules=no", "push.gpgSign=false",
    "fetch.writeCommitGraph=false", "push.followTags=false",
)  # fmt: skip
_CONTACT = re.compile(
    r"core\.(?:sshcommand|gitproxy|askpass)|credential\..*|url\..*|include.*"
    r"|remote\..*\.(?:uploadpack|receivepack|vcs|proxy)"
)
"""Settings that would run a program, or go elsewhere, when the shared place is asked."""

_OTHERS = ("dubious ownership", "unsafe repository")
"""The folder is on a disk, and whoever made it is somebody else."""
_NO_ACCESS = (
    "could not read username", "could not read password", "authentication failed",
    "permission denied", "host key verification failed", "terminal prompts disabled",
    "returned error: 401", "returned error: 403", "invalid credentials", "access denied",
    "too many authentication failures",
)  # fmt: skip
_NOWHERE = (
    "does not appear to be a git repository", "repository not found", "not found",
    "does not exist", "no such file", "returned error: 404",
)  # fmt: skip
_BROKEN = (
    "could not resolve", "connection refused", "timed out", "connection reset", "early eof",
    "hung up", "could not connect", "unable to access", "network is unreachable",
    "no route to host", "connection closed", "rpc failed", "invalid index-pack", "unexpected eof",
    "could not read from remote", "broken pipe", "index-pack failed", "fetch-pack",
    "unpack-objects", "bad pack", "inflate", "protocol error", "bad line length",
    "unexpected disconnect", "operation too slow", "ssl", "proxy", "expected flush", "remote end",
)  # fmt: skip
_LOST_RACE = (
    "fetch first", "non-fast-forward", "stale info", "cannot lock ref", "failed to update ref",
    "incorrect old value", "reference already exists", "failed to lock", "unable to lock",
    "updates were rejected", "remote ref updated since checkout",
)  # fmt: skip
_HELD = re.compile(r"Unable to create '([^'\n]+\.lock)': File exists")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the team shares its work."""

    remote: str
    """What git calls it."""
    branch: str
    """Name of the branch there, without `refs/heads/`."""
    shown: str
    """Its address without names and passwords."""

    @property
    def tracking(self) -> str:
        """Where plain git keeps what was there last."""
        return f"refs/remotes/{self.remote}/{self.branch}"


@dataclass(frozen=True, slots=True)
class Sent:
    """How sending went."""

    accepted: bool
    """Else somebody else was there first: fetch and try again."""
    locked: str = ""
    """The file in the shared place that kept it from being taken, where that was the reason."""


def remotes_of(settings: GitSettings) -> tuple[str, ...]:
    """Names of the places that git knows, in the order of its settings."""
    found = (key[7:-4] for _, key, _ in settings.entries if re.fullmatch(r"remote\..+\.url", key))
    return tuple(dict.fromkeys(found))


def find_place(history: History) -> Place | None:
    """The shared place of the branch one is on; None where none was ever named."""
    settings = history.settings()
    branch = history.branch().removeprefix(BRANCHES)
    known = remotes_of(settings)
    wanted = settings.value(f"branch.{branch}.remote")
    remote = next((name for name in (wanted, "origin", *known) if name in known), "")
    if not remote:
        return None
    merge = settings.value(f"branch.{branch}.merge") if remote == wanted else ""
    address = settings.value(f"remote.{remote}.url")
    if remote.startswith("-") or address.startswith("-") or "::" in address.partition("/")[0]:
        raise WorkflowError("history.errors.bad_address", where=inert(address))
    return Place(remote, merge.removeprefix(BRANCHES) or branch, inert(address))


def connect(history: History, address: str) -> Place:
    """Name the shared place of a workspace that has none; gives it."""
    known = find_place(history)
    if known is not None:
        raise WorkflowError("history.errors.connected", where=known.shown)
    bad = address.startswith("-") or "::" in address.partition("/")[0] or not address.strip()
    if bad or any(ord(letter) < 32 for letter in address):
        raise WorkflowError("history.errors.bad_address", where=inert(address))
    history.git(["remote", "add", "--", "origin", address], check=True)
    place = find_place(history)
    assert place is not None
    return place


def check_contact(history: History) -> None:
    """Raise WorkflowError where the folder's own settings would run or redirect something."""
    executable = history.settings().executable
    asked = [key for key in executable if _CONTACT.fullmatch(key)]
    if asked and not is_trusted(history):
        raise WorkflowError("history.errors.untrusted_contact", what=shown_keys(asked))


def fetch(history: History, place: Place, heard: Callable[[str], None], lock: int) -> bool:
    """Get what the shared place has into refs of our own; False where it is still empty.

    Raises WorkflowError in one sentence where it cannot be reached or lets nobody in.
    """
    wanted = [f"+{BRANCHES}{place.branch}:{FETCHED}", f"+{TAGS}*:{FETCHED_TAGS}*"]
    result = _talk(
        history,
        ["fetch", "--progress", "--no-tags", "--no-write-fetch-head", "--refmap=",
         "--no-auto-maintenance", "--no-recurse-submodules", "--end-of-options", place.remote,
         *wanted],
        heard, lock, IDLE,
    )  # fmt: skip
    if result.code == 0:
        return True
    if "couldn't find remote ref" in result.errors.lower():
        _check_empty(history, place, heard, lock)
        return False
    raise _explained(result.errors, place)


def _check_empty(history: History, place: Place, heard: Callable[[str], None], lock: int) -> None:
    """Raise WorkflowError where the place has work under another name only."""
    result = _talk(
        history, ["ls-remote", "--heads", "--end-of-options", place.remote], heard, lock, IDLE
    )
    if result.code:
        raise _explained(result.errors, place)
    names = re.findall(r"\trefs/heads/(.+)", result.text)
    if names:
        raise WorkflowError(
            "history.errors.other_branch",
            where=place.shown, branch=place.branch, known=inert(", ".join(names[:5])),
        )  # fmt: skip


def send(
    history: History,
    place: Place,
    commit: str,
    tags: Mapping[str, str],
    heard: Callable[[str], None],
    lock: int,
) -> Sent:
    """Offer a commit, and briefings by name, to the shared place; never forced.

    Raises WorkflowError in one sentence where the place refuses it or cannot be reached.
    """
    wanted = [f"{commit}:{BRANCHES}{place.branch}"] if commit else []
    wanted += [f"{name}:{ref}" for ref, name in tags.items()]
    result = _talk(
        history,
        ["push", "--progress", "--porcelain", "--no-signed", "--recurse-submodules=no",
         "--end-of-options", place.remote, *wanted],
        heard, lock, IDLE_SENDING, hooks=_own_hook(history),
    )  # fmt: skip
    if result.code == 0:
        return Sent(True)
    lines = [line.split("\t") for line in result.text.splitlines() if line.startswith("!")]
    branch = [line for line in lines if f":{BRANCHES}{place.branch}" in "".join(line[1:2])]
    if lines and not branch:
        return Sent(True)  # only a briefing was refused: somebody else's has its number
    reason = " ".join("\t".join(line) for line in branch).lower()
    if any(words in reason for words in _LOST_RACE):
        held = _HELD.search(result.errors)
        return Sent(False, locked=held[1].replace("/./", "/") if held else "")
    if branch:
        raise _refused(result.errors, branch[0][-1], place)
    raise _explained(result.errors, place)


def lock_age(path: str) -> int | None:
    """How many seconds a file of the shared place has been there; None where we cannot see it."""
    try:
        return max(0, int(time.time() - Path(path).lstat().st_mtime))
    except OSError:
        return None


def held_up(place: Place, path: str) -> WorkflowError:
    """What to say about a lock in the shared place that does not go."""
    age = lock_age(path)
    if age is None:
        return WorkflowError("history.errors.held_there", where=place.shown, path=inert(path))
    return WorkflowError("history.errors.held", path=inert(path), n=age // 60)


def _own_hook(history: History) -> bool:
    """Whether the user's own check runs before sending."""
    settings = history.settings()
    return is_trusted(history) or hooks_are_the_users(settings)


def _talk(
    history: History,
    arguments: Sequence[str],
    heard: Callable[[str], None],
    lock: int,
    idle: float,
    *,
    hooks: bool = False,
) -> Result:
    return history.launcher.watch(
        arguments,
        idle=idle,
        heard=heard,
        settings=(*DURABLE, *_CALM),
        environment=_environment(history.settings()),
        hooks=hooks,
        keep_open=lock,
    )


def _environment(settings: GitSettings) -> dict[str, str]:
    values = {"GIT_ALLOW_PROTOCOL": _PROTOCOLS, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"}
    own = os.environ.get("GIT_SSH_COMMAND") or os.environ.get("GIT_SSH")
    if not own and not settings.value("core.sshcommand"):
        values["GIT_SSH_COMMAND"] = _SSH
    return values


def _refused(said: str, summary: str, place: Place) -> WorkflowError:
    """A refusal in the words of the place itself, where it gives any."""
    lines = (re.sub(r"^remote:\s*", "", line).strip() for line in said.splitlines()
             if line.startswith("remote:"))  # fmt: skip
    words = " ".join(line for line in lines if line and not line.startswith("error: hook"))
    reason = re.search(r"\((.*)\)", summary)
    words = words or (reason[1] if reason else summary)
    if "shallow" in words:
        return WorkflowError("history.errors.shallow")
    return WorkflowError("history.errors.refused", where=place.shown, words=inert(words)[:300])


def _explained(said: str, place: Place) -> WorkflowError:
    """Why the place could not be asked, in one sentence."""
    low = said.lower()
    for key, marks in (
        ("ownership", _OTHERS), ("no_access", _NO_ACCESS), ("nowhere", _NOWHERE),
        ("unreachable", _BROKEN),
    ):  # fmt: skip
        if any(mark in low for mark in marks):
            return WorkflowError(f"history.errors.{key}", where=place.shown)
    if "no space left" in low:
        return WorkflowError("history.errors.disk_full", where=place.shown)
    if "shallow" in low:
        return WorkflowError("history.errors.shallow")
    if "not allowed" in low:
        return WorkflowError("history.errors.bad_address", where=place.shown)
    detail = first_line(said) or "?"
    return WorkflowError("history.errors.contact", where=place.shown, detail=detail)
