"""The command that finds words in all meetings."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from workflow.cli.output import show, show_json, talk
from workflow.cli.places import workspace_of
from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.search.document import found_document
from workflow.search.filters import NAMES, read_filters
from workflow.search.find import find
from workflow.search.index import Index
from workflow.search.model import Hit, Line, Query
from workflow.search.words import parse_words
from workflow.summaries.topics import read_topics
from workflow.summaries.workspace import Workspace

_PLAIN_MARKS = ("*", "*")
_BRIGHT_MARKS = ("\x1b[1;4m", "\x1b[0m")


def search(arguments: argparse.Namespace) -> int:
    """Find words in summaries, positions and reports; exit status 0 also where nothing is found."""
    if arguments.limit < 1:
        raise WorkflowError("cli.errors.bad_limit", limit=arguments.limit)
    words = " ".join(arguments.words)
    given = {name: [getattr(arguments, name)] for name in NAMES}
    if not parse_words(words) and not any(value for values in given.values() for value in values):
        raise WorkflowError("search.errors.no_words")
    workspace = workspace_of(arguments)
    index = Index(workspace, _folder(workspace))
    index.refresh(_progress("search.building"))
    if arguments.actor or arguments.stance:
        index.guess(_progress("search.guessing"))
    filters = read_filters(index, read_topics(workspace), **given)
    query = Query(parse_words(words), filters)
    found = find(index, query, limit=arguments.limit)
    if not index.full_text:
        talk(say("search.no_full_text"))
    if arguments.json:
        show_json(found_document(words, found))
        return 0
    for hit in found.hits:
        _show_hit(hit)
    if not found.hits:
        talk(say("search.nothing", words=words) if words.strip() else say("search.nothing_fits"))
    elif found.total > len(found.hits):
        talk(say("search.more", shown=len(found.hits), n=found.total))
    else:
        talk(say("search.count", n=found.total))
    return 0


def _folder(workspace: Workspace) -> Path | None:
    """Where the index may be kept; without a history it is made in memory."""
    from workflow.history import open_history
    from workflow.history.locks import private_folder

    try:
        return private_folder(open_history(workspace.root))
    except WorkflowError:
        return None


def _progress(key: str) -> Callable[[int, int], None]:
    """Tells how far it is, where somebody sits at a terminal and it takes long."""
    told = 0

    def tell(done: int, total: int) -> None:
        nonlocal told
        if total > 50 and sys.stderr.isatty() and (done * 10 // total > told or done == total):
            told = done * 10 // total
            talk(say(key, done=done, total=total))

    return tell


def _show_hit(hit: Hit) -> None:
    title, *lines = hit.lines
    status = say(f"common.status.{hit.status}") if hit.status else say("search.whole_meeting")
    name = " ".join(part for part in (hit.meeting, hit.label) if part)
    show(f"{name}  ", end="")
    _show_line(title, f"  ({status})")
    for line in lines:
        place = f"s{line.sentence}" if line.sentence else say(f"search.places.{line.place}")
        show(f"  {place:14} ", end="")
        _show_line(line)
    show()


def _show_line(line: Line, tail: str = "") -> None:
    """A line with the words that were looked for marked."""
    bright = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    before, after = _BRIGHT_MARKS if bright else _PLAIN_MARKS
    at = 0
    for start, end in line.marks:
        show(line.text[at:start], end="")
        print(before, end="")
        show(line.text[start:end], end="")
        print(after, end="")
        at = end
    show(line.text[at:] + tail)
