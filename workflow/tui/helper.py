"""The process that works for the screens; what it does is in `apart`.

It is asked through its input and answers through its output, in pickles: first that it is ready,
then for everything it is asked, how far it is and how that ended. It ends when its input does,
whatever it is doing: then the screens are gone.
"""

import os
import pickle
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread
from typing import IO, TYPE_CHECKING, Any

from workflow import languages, log
from workflow.errors import WorkflowError
from workflow.tui.progress import JobCancelledError, Progress

if TYPE_CHECKING:
    from workflow.tui.desk import Desk

Asked = tuple[Any, Progress]


def main() -> None:
    """Do what is asked until nobody asks any more."""
    asks, answers = _own(0, "rb"), _own(1, "wb")
    told = Lock()

    def tell(kind: str, answer: object) -> None:
        content = pickle.dumps((kind, answer))
        with told:
            answers.write(content)
            answers.flush()

    queue: SimpleQueue[Asked] = SimpleQueue()
    Thread(target=_listen, args=(asks, queue, tell), daemon=True).start()
    tell("ready", None)
    desks: dict[Path, Desk] = {}
    while True:
        asked, progress = queue.get()
        kind, answer = _work(desks, asked, progress)
        try:
            tell(kind, answer)
        except (pickle.PicklingError, TypeError, AttributeError) as error:
            tell("failed", RuntimeError(str(error)))


def _own(number: int, mode: str) -> IO[bytes]:
    """One of the standard streams for ourselves; everybody else finds it empty."""
    stream: IO[bytes] = os.fdopen(os.dup(number), mode)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, number)
    os.close(nothing)
    return stream


def _listen(asks: IO[bytes], queue: "SimpleQueue[Asked]", tell: Any) -> None:
    """Hear what is asked and when to stop, also while something is done."""
    doing: dict[int, Progress] = {}
    with suppress(Exception):
        while True:
            number, asked = pickle.load(asks)
            if asked is not None:
                doing = {number: Progress(lambda words: tell("says", words))}
                queue.put((asked, doing[number]))
            elif number in doing:
                doing[number].stop()
    os._exit(0)


def _work(desks: "dict[Path, Desk]", asked: Any, progress: Progress) -> tuple[str, object]:
    from workflow.tui.desk import Desk

    root, language, logged, work, given = asked
    languages.use(language)
    log.configure(*logged)
    if root not in desks:
        desks[root] = Desk(root)
    try:
        return "done", work(desks[root], *given, progress)
    except JobCancelledError:
        return "stopped", None
    except Exception as error:
        if not isinstance(error, WorkflowError):
            # The place where it went wrong is known only here.
            log.write_error(f"helper {work.__name__}", error)
        try:
            return "failed", pickle.loads(pickle.dumps(error))
        except Exception:
            return "failed", RuntimeError(f"{type(error).__name__}: {error}")
