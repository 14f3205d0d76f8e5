"""Whose repository it is: hooks and signing programs run only where the user wants that.

A folder that was copied from somewhere (an archive, a stick, a share) brings its own hooks and
settings, which could run anything. They are left alone until the user agrees once. Agreement
is a mark in the private folder that holds for this folder on this machine only, so that it
cannot come along with a copy.
"""

from workflow.errors import WorkflowError
from workflow.history.durable import read_file, write_file
from workflow.history.privatefolder import PRIVATE, place_mark
from workflow.history.repository import History
from workflow.history.settings import active_hooks, hooks_are_the_users, shown_keys, signs

_MARK = f"{PRIVATE}/owner"


def fingerprint(history: History) -> bytes:
    """What names this repository in this place on this machine, and no copy of it."""
    return place_mark(history.common_dir)


def is_trusted(history: History) -> bool:
    """Whether the user agreed, or made the repository with this program, here."""
    return read_file(history.common_dir, _MARK) == fingerprint(history)


def trust(history: History) -> None:
    """The user agrees that the hooks and programs of this repository run on a save."""
    write_file(history.common_dir, _MARK, fingerprint(history))


def would_run(history: History) -> tuple[str, ...]:
    """What the repository itself would run or fetch, by name: hooks and settings."""
    settings = history.settings()
    hooks = active_hooks(settings, history.common_dir, history.top)
    if hooks_are_the_users(settings):
        hooks = ()
    keys = shown_keys(settings.executable)
    return (*hooks, *(key for key in keys.split(", ") if key))


def asks_for_trust(history: History) -> tuple[str, ...]:
    """What a save would run of the repository's own, if the user has not agreed to it yet.

    Names of hooks and keys; as long as there are any, nothing can be saved.
    """
    settings = history.settings()
    hooks = active_hooks(settings, history.common_dir, history.top)
    asked = () if hooks_are_the_users(settings) else hooks
    if signs(settings):
        asked += tuple(key for key in settings.executable if key.startswith("gpg."))
    return () if is_trusted(history) else asked


def check_hooks(history: History) -> bool:
    """Whether a commit has to be made by `git commit`, for hooks or for a signature.

    Raises WorkflowError where that would run a program of the repository's own to which the
    user has not agreed.
    """
    settings = history.settings()
    hooks = active_hooks(settings, history.common_dir, history.top)
    if not hooks and not signs(settings):
        return False
    if asked := asks_for_trust(history):
        raise WorkflowError("history.errors.untrusted", what=", ".join(asked))
    return True
