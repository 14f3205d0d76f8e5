"""Starting git: literal argument lists, an own session, no terminal, a time limit.

GitPython is the launcher. Nothing that a repository's own configuration names is run: hooks,
file monitors, pagers and filters are switched off on every command line.
"""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from workflow.errors import WorkflowError
from workflow.history.words import inert, system_error

if TYPE_CHECKING:
    from git.cmd import Git

TIME_LIMIT = 60.0
"""Seconds after which a git command is ended."""
HOOK_TIME_LIMIT = 600.0
"""The same where the repository's owner has hooks run."""
_GLANCE = 0.03
"""Seconds between two looks at whether a command has to make way."""

_MISLEADING = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_PREFIX", "GIT_EXTERNAL_DIFF",
    "GIT_DIFF_OPTS", "GIT_TRACE", "GIT_TRACE2", "GIT_TRACE2_EVENT", "GIT_TRACE_SETUP",
    "GIT_TRACE_PERFORMANCE", "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_DEFAULT_HASH", "GIT_QUARANTINE_PATH",
    "GIT_REFLOG_ACTION", "GIT_REPLACE_REF_BASE",
)  # fmt: skip
"""Variables that would lead git to another place or spoil what it prints."""

_ENVIRONMENT = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_PAGER": "cat",
    "GIT_EDITOR": "false",
    "GIT_ASKPASS": "false",
    "SSH_ASKPASS": "false",
}

QUIET = (
    "core.fsmonitor=false", "core.pager=cat", "core.editor=false", "core.askPass=false",
    "gc.auto=0", "maintenance.auto=false", "core.quotePath=false", "log.showSignature=false",
    "i18n.commitEncoding=UTF-8", "i18n.logOutputEncoding=UTF-8", "advice.detachedHead=false",
    "color.ui=false", "core.alternateRefsCommand=true", "log.mailmap=false", "log.showRoot=true",
    "trailer.separators=:",
)  # fmt: skip
"""Settings of every command: nothing of the repository's own is run or coloured."""

_spawning = threading.Lock()


@dataclass(frozen=True, slots=True)
class Result:
    """What a git command gave."""

    code: int
    out: bytes
    errors: str
    """What it said, without passwords and control characters."""
    pid: int = 0

    @property
    def text(self) -> str:
        """The output as text, without the line end behind it."""
        return self.out.decode("utf-8", "replace").rstrip("\n")


class Options(TypedDict, total=False):
    """How one git command is run."""

    send: bytes | None
    """Goes to its standard input, which is closed otherwise."""
    settings: Sequence[str]
    """More values for `-c`."""
    environment: Mapping[str, str]
    hooks: bool
    """Whether the repository's own hooks run."""
    limit: float
    """Seconds within which it has to end."""
    keep_open: int | None
    """A file descriptor that the child inherits: a lock on it lasts as long as the child."""
    plain: bool
    """No settings at all, for the command that lists them."""
    until: Callable[[], bool] | None
    """Asked again and again whether the command has to make way: then it is ended."""


@dataclass(slots=True)
class Launcher:
    """Runs git in one folder."""

    folder: Path
    silenced: tuple[str, ...] = ()
    """Executable settings of the repository that are emptied on every command line."""
    spawned: int = 0
    """How many git commands were started."""
    _git: "Git | None" = None

    def run(self, arguments: Sequence[str], **options: Unpack[Options]) -> Result:
        """Run one git command and wait for it.

        Raises WorkflowError if git is missing or does not end within `limit` seconds.
        """
        hooks, plain = options.get("hooks", False), options.get("plain", False)
        values = () if plain else self._settings(options.get("settings", ()), hooks)
        send, limit = options.get("send"), options.get("limit", TIME_LIMIT)
        process = self._start(
            ["git", *_options(values), *arguments],
            send is not None,
            options.get("environment", {}),
            options.get("keep_open"),
        )
        self.spawned += 1
        try:
            out, errors = _communicate(process, send, limit, options.get("until"))
        except subprocess.TimeoutExpired:
            _end(process)
            raise WorkflowError("history.errors.too_slow", n=int(limit)) from None
        except BaseException:
            _end(process)
            raise
        return Result(
            process.returncode, out, inert(errors.decode("utf-8", "replace")), process.pid
        )

    def watch(
        self,
        arguments: Sequence[str],
        *,
        idle: float,
        heard: Callable[[str], None],
        settings: Sequence[str] = (),
        environment: Mapping[str, str] | None = None,
        hooks: bool = False,
        keep_open: int | None = None,
    ) -> Result:
        """Run one git command that talks to another machine.

        `heard` is called with what it says last, and again and again with an empty text while
        it says nothing: what it raises ends the command. So do `idle` seconds of silence, with
        a WorkflowError.
        """
        command = ["git", *_options(self._settings(settings, hooks)), *arguments]
        process = self._start(command, False, environment or {}, keep_open)
        self.spawned += 1
        ear = _Ear(process)
        try:
            while not ear.ended.wait(0.1):
                heard(ear.last_words())
                if ear.silence > idle:
                    raise WorkflowError("history.errors.silent", n=int(idle))
            code = process.wait(timeout=idle)
        except subprocess.TimeoutExpired:
            _end(process)
            raise WorkflowError("history.errors.silent", n=int(idle)) from None
        except BaseException:
            _end(process)
            raise
        finally:
            ear.close()
        said = inert(ear.errors.decode("utf-8", "replace"))
        return Result(code, bytes(ear.out), said, process.pid)

    def _settings(self, more: Sequence[str], hooks: bool) -> tuple[str, ...]:
        """The values for `-c` of a command: nothing of the repository's own is run."""
        quiet = () if hooks else (f"core.hooksPath={os.devnull}",)
        return (*QUIET, *more, *self.silenced, *quiet)

    def _start(
        self,
        command: list[str],
        piped: bool,
        environment: Mapping[str, str],
        keep_open: int | None,
    ) -> subprocess.Popen[bytes]:
        if self._git is None:
            self._git = _load(self.folder)
        more: dict[str, Any] = {"start_new_session": True}
        if keep_open is not None and os.name == "posix":
            more["pass_fds"] = (keep_open,)
        from git.exc import GitCommandNotFound

        try:
            with _clean_environment():
                handle = self._git.execute(
                    command,
                    istream=subprocess.PIPE if piped else None,
                    as_process=True,
                    env={**_ENVIRONMENT, **environment},
                    **more,
                )
        except GitCommandNotFound:
            raise WorkflowError("history.errors.no_git") from None
        except OSError as error:
            raise system_error(error, self.folder) from None
        process: subprocess.Popen[bytes] = handle.proc
        handle.proc = None  # what ends the process is ours from here on
        return process


class _Ear:
    """Listens to both outputs of a process, each in a thread of its own."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self.out = bytearray()
        self.errors = bytearray()
        self.ended = threading.Event()
        self._heard = time.monotonic()
        self._streams = (process.stdout, process.stderr)
        self._threads = [
            threading.Thread(target=self._listen, args=pair, daemon=True)
            for pair in zip(self._streams, (self.out, self.errors), strict=True)
        ]
        self._left = len(self._threads)
        self._counting = threading.Lock()
        for thread in self._threads:
            thread.start()

    def _listen(self, stream: Any, into: bytearray) -> None:
        with suppress(OSError, ValueError):
            while part := os.read(stream.fileno(), 65536):
                into += part
                self._heard = time.monotonic()
        with self._counting:
            self._left -= 1
            if not self._left:
                self.ended.set()

    @property
    def silence(self) -> float:
        """Seconds since it last said something."""
        return time.monotonic() - self._heard

    def last_words(self) -> str:
        """The last line of what it said so far, without control characters."""
        lines = self.errors[-400:].decode("utf-8", "replace").replace("\r", "\n").split("\n")
        return inert(next((line for line in reversed(lines) if line.strip()), ""))

    def close(self) -> None:
        """Let go of both outputs."""
        self.ended.wait(1)
        for stream in self._streams:
            with suppress(OSError):
                if stream is not None:
                    stream.close()


def _options(settings: Sequence[str]) -> list[str]:
    return [word for setting in settings for word in ("-c", setting)]


def _load(folder: Path) -> "Git":
    """GitPython's launcher; it is imported here, when git is first needed."""
    os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")
    try:
        from git.cmd import Git
    except ImportError:
        raise WorkflowError("history.errors.no_package") from None
    return Git(str(folder))


@contextmanager
def _clean_environment() -> Iterator[None]:
    """Take variables out that lead git astray, while a child is started."""
    if not any(name in os.environ for name in _MISLEADING):
        yield
        return
    with _spawning:
        kept = {name: os.environ.pop(name) for name in _MISLEADING if name in os.environ}
        try:
            yield
        finally:
            os.environ.update(kept)


def _communicate(
    process: "subprocess.Popen[bytes]",
    send: bytes | None,
    limit: float,
    until: Callable[[], bool] | None,
) -> tuple[bytes, bytes]:
    """Wait for the end of a child, or end it where it has to make way."""
    if until is None:
        return process.communicate(send, timeout=limit)
    deadline = time.monotonic() + limit
    while True:
        try:
            return process.communicate(send, timeout=_GLANCE)
        except subprocess.TimeoutExpired:
            if time.monotonic() > deadline:
                raise
            if until():
                _end(process)
                return b"", b""


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a child and its children: first so that git removes its locks, then by force."""
    for name in ("SIGTERM", "SIGKILL"):
        number = getattr(signal, name, signal.SIGTERM)
        with suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, number)
            else:
                process.kill()
        with suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=2)
            return
