"""Work that keeps a processor busy, done in a process of its own so that keys need not wait.

Python runs one thread at a time: while a thread reads a long report or makes a Word document,
every key waits for its turn. A helper is the program once more, without screens. It gets a
function of the program with what to work on, says how far it is, and answers what came out.
It ends with the program, however that ends. Where none can be started, a thread does the work.
"""

import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Any, TypeVar

from workflow import log
from workflow.errors import WorkflowError
from workflow.languages import current
from workflow.tui.progress import JobCancelledError, Progress

if TYPE_CHECKING:
    from workflow.tui.desk import Desk

Result = TypeVar("Result")

GRACE = 0.5
"""Seconds that a helper has to stop by itself."""
_START = "import sys; sys.path[:] = sys.argv[1:]; from workflow.tui.helper import main; main()"
_GONE = (EOFError, OSError, pickle.UnpicklingError)
"""What talking with a process that has ended comes to."""


class Apart:
    """Does the work of one desk in helpers, which are started when first needed and kept."""

    def __init__(self, desk: "Desk", *, helpers: bool) -> None:
        self._desk = desk
        self._helping = helpers and bool(sys.executable) and not hasattr(sys, "frozen")
        self._lock = Lock()
        self._all: list[_Helper] = []
        self._idle: list[_Helper] = []

    def wake(self) -> None:
        """Have a helper ready soon, for work that is about to come."""
        if self._helping and not self._all:
            Thread(target=self._give_back_new, daemon=True).start()

    def job(self, work: Callable[..., Result], *given: object) -> Callable[[Progress], Result]:
        """A job that answers what `work(desk, *given, progress)` does, in a helper.

        The helper has a desk of its own on the same workspace. `work` is a function of a module,
        and what goes to it and comes from it can be pickled.
        """
        return partial(self._run, work, given, start=True)

    def light_job(
        self, work: Callable[..., Result], *given: object
    ) -> Callable[[Progress], Result]:
        """A job that is not worth starting a helper for, but done in one that is there."""
        return partial(self._run, work, given, start=False)

    def _run(
        self,
        work: Callable[..., Result],
        given: tuple[object, ...],
        progress: Progress,
        *,
        start: bool,
    ) -> Result:
        helper = self._take(start)
        if helper is None:
            return work(self._desk, *given, progress)
        try:
            kind, answer = helper.ask(self._desk.root, work, given, progress)
        except _GONE:
            helper.end()
            progress.check()
            if helper.answers:
                raise WorkflowError("tui.helper_ended") from None
            log.write("warning", "helper could not be started")
            self._helping = False
            return work(self._desk, *given, progress)
        finally:
            self._give_back(helper)
        if kind == "failed":
            raise answer
        if kind == "stopped":
            raise JobCancelledError
        found: Result = answer
        return found

    def close(self) -> None:
        """End all helpers."""
        with self._lock:
            self._helping = False
            for helper in self._all:
                helper.end()
            self._all, self._idle = [], []

    def _take(self, start: bool = True) -> "_Helper | None":
        with self._lock:
            while self._idle:
                helper = self._idle.pop()
                if helper.lives:
                    return helper
            if not self._helping or not start:
                return None
            try:
                helper = _Helper()
            except OSError as error:
                log.write_error("helper", error, level="warning")
                self._helping = False
                return None
            self._all.append(helper)
            return helper

    def _give_back(self, helper: "_Helper") -> None:
        """Keep one for the next work."""
        with self._lock:
            if self._helping and helper.lives and not self._idle:
                self._idle.append(helper)
            else:
                helper.end()
                with suppress(ValueError):
                    self._all.remove(helper)

    def _give_back_new(self) -> None:
        helper = self._take()
        if helper is not None:
            self._give_back(helper)


class _Helper:
    """A process that works for this one, on one thing at a time. Raises what is in `_GONE`."""

    def __init__(self) -> None:
        # The terminal is taken by the screens: no window, no output, no Ctrl+C of its own.
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._sending = Lock()
        self._count = 0
        self._ended = False
        self.answers = False
        """Whether it was ever heard of."""

    @property
    def lives(self) -> bool:
        """Whether it can be asked."""
        return not self._ended and self._process.poll() is None

    def ask(
        self, root: Path, work: Callable[..., Any], given: tuple[object, ...], progress: Progress
    ) -> tuple[str, Any]:
        """How it ended and with what: "done", "failed" with the error, or "stopped"."""
        assert self._process.stdout is not None
        answered = Event()
        stopping: list[Thread] = []
        self._count += 1
        number = self._count

        def stop() -> None:
            stopping.append(Thread(target=self._stop, args=[number, answered], daemon=True))
            stopping[0].start()

        progress.on_stop = stop
        try:
            progress.check()
            self._send((number, (root, current(), log.settings(), work, given)))
            while True:
                kind, answer = pickle.load(self._process.stdout)
                self.answers = True
                if kind == "says":
                    progress.describe(answer)
                elif kind != "ready":
                    return kind, answer
        finally:
            answered.set()
            progress.on_stop = None
            for thread in stopping:
                thread.join()

    def end(self) -> None:
        """End it at once."""
        self._ended = True
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if stream is not None:
                    stream.close()

    def _send(self, message: object) -> None:
        assert self._process.stdin is not None
        content = pickle.dumps(message)
        with self._sending:
            self._process.stdin.write(content)
            self._process.stdin.flush()

    def _stop(self, number: int, answered: Event) -> None:
        """Ask it to stop, and end it where it does not."""
        with suppress(OSError, ValueError):
            self._send((number, None))
        if not answered.wait(GRACE):
            self._ended = True
            self._process.kill()
