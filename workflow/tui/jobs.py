"""One helper for everything that takes time.

Work runs in a thread, its result or error comes back as a message to whoever asked for it.
Everything that touches git goes through one thread of its own, in the order of asking.
"""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, TypeVar

from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump

from workflow import log
from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.tui.progress import JobCancelledError, Progress

Result = TypeVar("Result")


QUICK = frozenset({"board", "filter", "choices", "people", "item", "save", "draft", "sources"})
"""Groups of jobs that are over before anybody could answer a question about them."""

PATIENCE = 2
"""Seconds after which people want to know how long something has taken."""


@dataclass(eq=False)
class Job:
    """One piece of slow work."""

    group: str
    description: str
    """Busy words for the status line."""
    progress: Progress
    writes: bool = False
    """Whether it saves something, so that it is never stopped and quitting waits for it."""
    began: float = field(default_factory=time.monotonic)

    @property
    def words(self) -> str:
        """What it says about itself; once that takes a while, with the seconds it has taken."""
        seconds = int(time.monotonic() - self.began)
        if not self.description or seconds < PATIENCE:
            return self.description
        return say("tui.busy_for", what=self.description, seconds=seconds)


class JobDone(Message):
    """A job has ended well."""

    def __init__(
        self, job: Job, node: MessagePump, then: Callable[[Any], object], result: object
    ) -> None:
        super().__init__()
        self.job = job
        self.node = node
        self.then = then
        self.result = result


class JobFailed(Message):
    """A job has ended with an error."""

    def __init__(
        self, job: Job, failed: Callable[[Exception], object] | None, error: Exception
    ) -> None:
        super().__init__()
        self.job = job
        self.failed = failed
        self.error = error


class JobsChanged(Message):
    """Something was started, said how far it is, or ended."""


class Jobs:
    """The jobs of one application."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._running: list[Job] = []
        self._threads = ThreadPoolExecutor(4, thread_name_prefix="work")
        self._git = ThreadPoolExecutor(1, thread_name_prefix="git")
        self._drafts = ThreadPoolExecutor(1, thread_name_prefix="draft")

    @property
    def running(self) -> tuple[Job, ...]:
        """What is under way, oldest first."""
        return tuple(self._running)

    @property
    def writing(self) -> bool:
        """Whether something is being saved."""
        return any(job.writes for job in self._running)

    @property
    def long(self) -> tuple[Job, ...]:
        """What takes long enough for people to think about, oldest first."""
        return tuple(
            job
            for job in self._running
            if job.description and job.group not in QUICK and not job.progress.stopped.is_set()
        )

    @property
    def stoppable(self) -> tuple[Job, ...]:
        """What can be stopped without loss."""
        return tuple(job for job in self.long if not job.writes)

    def start(
        self,
        node: MessagePump,
        work: Callable[[Progress], Result],
        *,
        group: str,
        description: str = "",
        then: Callable[[Result], object],
        failed: Callable[[Exception], object] | None = None,
        git: bool = False,
        writes: bool = False,
        behind: bool = False,
        saved: bool = False,
    ) -> Job:
        """Run `work` in a thread; `then` gets its result as a message to `node`.

        A job of the same group that still waits or runs is stopped first, unless it writes.
        `git` puts it in the queue of everything that touches git; what writes without git (a
        draft) has a queue of its own, so that it never waits for a save. With `behind` it begins
        once what there is to show is painted, with `saved` once everything is saved that was to
        be saved before. Without `failed` an error is shown as a dialog.
        """
        if not writes:
            self.stop(group)
        job = Job(group, description, Progress(lambda words: None), writes)
        job.progress.describe = lambda words: self._describe(job, words)
        self._running.append(job)
        self._changed()
        self._app.run_worker(
            self._run(job, self._pool(git, writes), node, work, then, failed, behind, saved),
            group=group,
            name=group,
            description=description,
            exit_on_error=False,
        )
        return job

    def stop(self, group: str = "") -> None:
        """Stop the jobs of a group, or all; those that write are let through."""
        for job in self._running:
            if not job.writes and group in ("", job.group) and not job.progress.stopped.is_set():
                job.progress.stop()

    def close(self) -> None:
        """Let go of the threads; what is being written is finished."""
        self.stop()
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._git.shutdown(wait=True)
        self._drafts.shutdown(wait=True)

    def _pool(self, git: bool, writes: bool) -> ThreadPoolExecutor:
        if git:
            return self._git
        return self._drafts if writes else self._threads

    async def _run(
        self,
        job: Job,
        pool: ThreadPoolExecutor,
        node: MessagePump,
        work: Callable[[Progress], Result],
        then: Callable[[Result], object],
        failed: Callable[[Exception], object] | None,
        behind: bool,
        saved: bool,
    ) -> None:
        loop = asyncio.get_running_loop()
        if behind:
            painted = asyncio.Event()
            self._app.call_after_refresh(painted.set)
            await painted.wait()
        began = time.monotonic()
        try:
            if saved:
                await loop.run_in_executor(self._git, job.progress.check)
            result = await loop.run_in_executor(pool, work, job.progress)
        except JobCancelledError:
            log.write("info", f"job {job.group} stopped")
        except Exception as error:
            # Whatever happens in a thread becomes a message.
            level = "info" if isinstance(error, WorkflowError) else "error"
            log.write_error(f"job {job.group}", error, level=level)
            if not job.progress.stopped.is_set():
                self._post(node, JobFailed(job, failed, error))
        else:
            took = round(1000 * (time.monotonic() - began))
            log.write("info", f"job {job.group} done in {took} ms", words=job.description)
            if not job.progress.stopped.is_set():
                self._post(node, JobDone(job, node, then, result))
        finally:
            with suppress(ValueError):
                self._running.remove(job)
            self._changed()

    def _post(self, node: MessagePump, message: Message) -> None:
        """To whoever asked, or to the application where a save outlived its screen."""
        if not node.is_running and isinstance(message, JobFailed):
            message.failed = None
            node = self._app
        node.post_message(message)

    def _describe(self, job: Job, words: str) -> None:
        job.description = words
        self._app.call_later(self._changed)

    def _changed(self) -> None:
        self._app.post_message(JobsChanged())
