"""What comes from outside, made fit to be shown: no passwords, no escape sequences."""

import errno
import re

from workflow.errors import WorkflowError
from workflow.text import without_escapes

_SECRET = re.compile(r"(?<=://)[^/\s@:]*(?::[^/\s@]*)?@")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EROFS, errno.EACCES, errno.EPERM}


def inert(text: str) -> str:
    """The text without escape sequences, control characters and names or passwords in URLs."""
    if text.isprintable() and "://" not in text:
        return text
    return _CONTROLS.sub("", without_escapes(_SECRET.sub("***@", text)))


def first_line(text: str) -> str:
    """The first line that says something, without git's own `fatal:` or `error:`."""
    for line in text.splitlines():
        if words := re.sub(r"^(?:fatal|error|warning|hint): ", "", line.strip()):
            return words
    return ""


def system_error(error: OSError, where: object) -> WorkflowError:
    """What a failing disk has to say, as one sentence."""
    if error.errno in _FULL:
        return WorkflowError("history.errors.disk_full", where=where)
    if error.errno in _FORBIDDEN:
        return WorkflowError("history.errors.read_only", where=where)
    detail = error.strerror or type(error).__name__
    return WorkflowError("history.errors.system", where=where, detail=detail)


def git_error(said: str, where: object) -> WorkflowError:
    """What git complained about, as one sentence."""
    low = said.lower()
    if "no space left" in low or "disk quota" in low:
        return WorkflowError("history.errors.disk_full", where=where)
    if "read-only file system" in low or "permission denied" in low:
        return WorkflowError("history.errors.read_only", where=where)
    if "dubious ownership" in low or "unsafe repository" in low:
        return WorkflowError("history.errors.ownership", where=where)
    if "not a git repository" in low:
        return WorkflowError("history.errors.no_repository", where=where)
    if "must be run in a work tree" in low:
        return WorkflowError("history.errors.bare", where=where)
    if "repository extension" in low or "repo version" in low:
        return WorkflowError("history.errors.format", where=where)
    if "lazy fetching disabled" in low or "promisor" in low:
        return WorkflowError("history.errors.shallow")
    return WorkflowError("history.errors.git", where=where, detail=first_line(said) or "?")
