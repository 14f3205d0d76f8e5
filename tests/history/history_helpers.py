"""What the tests of the history share: people, a small meeting, plain git."""

import os
import subprocess
from datetime import date
from pathlib import Path

from workflow.history import History, Person, open_history
from workflow.summaries.itemfile import render_summary
from workflow.summaries.meetingfile import render_meeting
from workflow.summaries.model import Meeting, MeetingItem, Summary, SummarySentence

NOOR = Person("Noor de Wit", "noor@example.org")
SAM = Person("Sam Bakker", "sam@example.org")
ITEM = "summaries/2031/2031-03-06-jbz/mensensmokkel.md"

REPORT = """# JBZ

## I Binnenlandse Zaken

### 1 Mensensmokkel

De meeste lidstaten steunen het voorstel.

### 2 Schengen

De Commissie licht het voorstel toe.
"""


def git(folder: Path, *arguments: str, send: str | None = None, code: int | None = 0) -> str:
    """Plain git, as a colleague would use it."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, input=send, text=True,
        encoding="utf-8", env=environment,
    )  # fmt: skip
    if code is not None:
        assert done.returncode == code, done.stderr
    return done.stdout


def meeting(slugs: tuple[str, ...] = ("mensensmokkel", "schengen")) -> Meeting:
    items = tuple(
        MeetingItem(slug, "I", str(n), slug.capitalize()) for n, slug in enumerate(slugs, 1)
    )
    return Meeting(
        id="2031-03-06-jbz",
        council="jbz",
        days=(date(2031, 3, 6),),
        title="JBZ-Raad",
        language="nl",
        source="source.txt",
        sha256="0" * 64,
        parts=(("I", "Binnenlandse Zaken"),),
        items=items,
    )


def files_of(meeting: Meeting) -> dict[str, bytes]:
    files = {
        "meeting.toml": render_meeting(meeting).encode(),
        "report.md": REPORT.encode(),
        "source.txt": b"fictief\r\n",
    }
    for item in meeting.items:
        files[f"{item.slug}.md"] = render_summary(Summary(item.title, "nl")).encode()
    return files


def text(*sentences: str) -> tuple[SummarySentence, ...]:
    return tuple(SummarySentence(sentence, (n,)) for n, sentence in enumerate(sentences, 1))


def reopened(history: History) -> History:
    """The workspace as another program opens it."""
    return open_history(history.root)


def shared_place(history: History, folder: Path) -> Path:
    """A bare repository that a workspace shares through."""
    git(folder.parent, "init", "-q", "--bare", "--initial-branch=main", str(folder))
    git(history.top, "remote", "add", "origin", str(folder))
    return folder


def clone(place: Path, folder: Path, person: Person) -> History:
    """A colleague's copy of a shared place."""
    git(place.parent, "clone", "-q", str(place), str(folder))
    return open_history(folder, person)
