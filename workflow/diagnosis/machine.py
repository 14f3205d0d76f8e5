"""The machine: git, who works here, the terminal, and programs that are of use."""

import importlib.util
import os
import platform
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from workflow import __version__
from workflow.diagnosis.model import Check
from workflow.errors import WorkflowError
from workflow.history.launcher import Launcher
from workflow.history.repository import OLDEST_GIT
from workflow.languages import say
from workflow.log import log_file
from workflow.search.index import has_full_text

SIGNS = "▸ ● ○ ✓ │ é ë ‘ ’ “ ”"
"""Signs that the screens use, to be looked at."""
_ROOM = (80, 24)


def examine_machine(folder: Path) -> Iterator[Check]:
    """Everything that does not depend on the workspace."""
    python = platform.python_version()
    yield Check(
        "program", "ok", say("doctor.program", version=__version__, python=python,
                             system=f"{platform.system()} {platform.release()}"),
    )  # fmt: skip
    yield from _git(folder)
    yield from _terminal()
    yield from _tools()
    yield Check("log", "ok", say("doctor.log", path=log_file()))


def _git(folder: Path) -> Iterator[Check]:
    try:
        said = Launcher(folder).run(["version"], plain=True).text
    except WorkflowError as error:
        package = error.key == "history.errors.no_package"
        advice = say("doctor.advice.package" if package else "doctor.advice.git")
        yield Check("git", "error", str(error), advice)
        return
    found = re.search(r"(\d+)\.(\d+)", said)
    if found is None or (int(found[1]), int(found[2])) < OLDEST_GIT:
        oldest = ".".join(map(str, OLDEST_GIT))
        text = say("doctor.old_git", version=said)
        yield Check("git", "error", text, say("doctor.advice.old_git", oldest=oldest))
        return
    yield Check("git", "ok", say("doctor.git", version=said.removeprefix("git version ")))


def _terminal() -> Iterator[Check]:
    encoding = (sys.stdout.encoding or "").lower().replace("_", "-")
    if encoding.startswith("utf"):
        yield Check("signs", "ok", say("doctor.signs", signs=SIGNS), say("doctor.advice.font"))
    else:
        text = say("doctor.encoding", encoding=encoding or "?")
        yield Check("signs", "hint", text, say("doctor.advice.encoding"))
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        yield Check("terminal", "hint", say("doctor.no_terminal"), say("doctor.advice.no_terminal"))
        return
    term = os.environ.get("TERM", "")
    if term == "dumb":
        yield Check("terminal", "warning", say("doctor.dumb"), say("doctor.advice.dumb"))
        return
    size = shutil.get_terminal_size()
    words = say("doctor.size", columns=size.columns, lines=size.lines)
    if size.columns < _ROOM[0] or size.lines < _ROOM[1]:
        yield Check("terminal", "warning", words, say("doctor.advice.size"))
    else:
        yield Check("terminal", "ok", words)
    yield _colours(term)


def _colours(term: str) -> Check:
    if os.environ.get("NO_COLOR"):
        return Check("colours", "ok", say("doctor.colours.none"))
    many = os.environ.get("COLORTERM", "") in ("truecolor", "24bit") or sys.platform == "win32"
    if many:
        return Check("colours", "ok", say("doctor.colours.many"))
    if "256" in term:
        return Check("colours", "ok", say("doctor.colours.some"))
    return Check("colours", "hint", say("doctor.colours.few"), say("doctor.advice.colours"))


def _tools() -> Iterator[Check]:
    """Programs and packages that the work can do without."""
    have = {
        "pdf": importlib.util.find_spec("pdfminer") is not None,
        "full_text": has_full_text(),
        "office": any(map(shutil.which, ("soffice", "libreoffice"))) or sys.platform == "win32",
        "editor": bool(os.environ.get("VISUAL") or os.environ.get("EDITOR")),
    }
    for name, present in have.items():
        if present:
            yield Check(name, "ok", say(f"doctor.tools.{name}"))
        else:
            text = say(f"doctor.no_tools.{name}")
            yield Check(name, "hint", text, say(f"doctor.advice.{name}"))
