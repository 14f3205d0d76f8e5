"""The front door without screens: `workflow <command>`.

Data goes to stdout, talk to stderr. Exit status: 0 done, 1 findings of severity error
(`check`) or open proposals (`sync`), 2 wrong use or bad input.
"""

import os
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from workflow import languages, log
from workflow.cli.output import make_printable, talk
from workflow.cli.parser import build_parser
from workflow.errors import WorkflowError
from workflow.languages import say

_HELPERS = ("doctor", "help", "completion")
"""Commands that do not depend on the settings."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status. No exception but SystemExit leaves it."""
    make_printable()
    argv = list(sys.argv[1:] if argv is None else argv)
    languages.use(_language(argv))
    arguments = build_parser(argv).parse_args(argv)
    try:
        _adopt_settings(arguments)
        log.write("info", f"command {getattr(arguments, 'command', 'screens')}", words=argv)
        return int(arguments.run(arguments))
    except WorkflowError as error:
        log.write_error("refused", error, level="info")
        talk(str(error))
        return 2
    except BrokenPipeError:
        # The reader of a pipe went away; nothing is wrong here.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        talk(say("cli.interrupted"))
        return 130
    except OSError as error:
        log.write_error("system", error, level="warning")
        where = error.filename or say("cli.output")
        talk(say("cli.errors.system", where=where, detail=error.strerror or type(error).__name__))
        return 2
    except RecursionError:
        talk(say("cli.errors.too_deep"))
        return 2
    except Exception as error:
        # A fault of the program; its place helps whoever mends it, a traceback helps nobody else.
        log.write_error("fault", error)
        if os.environ.get("WORKFLOW_DEBUG"):
            raise
        talk(say("cli.errors.fault", detail=f"{type(error).__name__}: {error}"))
        return 2


def _language(argv: Sequence[str]) -> str:
    """The language asked for, else the locale's if it is shipped, else Dutch."""
    for option, value in pairwise(argv):
        if option == "--language" and value in languages.LANGUAGES:
            return value
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name, ""):
            found = value[:2].lower()
            return found if found in languages.LANGUAGES else languages.LANGUAGES[0]
    return languages.LANGUAGES[0]


def _adopt_settings(arguments: object) -> None:
    """Take over what the settings say about the language and the log.

    A language that was asked for stands. Commands that help to mend the settings work also
    where these are broken.
    """
    from workflow.config import merged, read_values, user_file
    from workflow.summaries.workspace import SETTINGS, find_workspace

    try:
        root = find_workspace(Path(getattr(arguments, "workspace", None) or ".")).root
        house = root / SETTINGS
    except WorkflowError:
        house = None
    try:
        own = read_values(user_file(), personal=True)
        settings = merged(read_values(house) if house else {}, own)
    except WorkflowError:
        if getattr(arguments, "command", "") in _HELPERS:
            return
        raise
    log.configure(settings.log_level, settings.log_texts)
    if settings.language and not getattr(arguments, "language", None):
        languages.use(settings.language)
