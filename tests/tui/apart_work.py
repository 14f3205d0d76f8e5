"""Work for a helper process, in a module that it can import."""

import os
import time

from workflow.errors import WorkflowError
from workflow.languages import say


def who(desk, words, progress):
    progress.say(words)
    return os.getpid(), str(desk.root), say("tui.yes")


def wrong(desk, progress):
    raise WorkflowError("report.errors.missing", where="verslag.txt")


def unforeseen(desk, progress):
    raise ZeroDivisionError("nul")


def unsayable(desk, progress):
    return lambda: None


def deaf(desk, progress):
    progress.say(str(os.getpid()))
    while True:
        pass


def listening(desk, progress):
    while True:
        progress.say(str(os.getpid()))
        time.sleep(0.01)


def dying(desk, progress):
    os._exit(3)
