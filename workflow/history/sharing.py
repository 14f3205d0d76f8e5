"""How far one's work and that of colleagues has come together: read without any network."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from workflow.errors import WorkflowError
from workflow.history.contact import find_place
from workflow.history.durable import read_file, write_file
from workflow.history.objects import contents, resolve
from workflow.history.privatefolder import PRIVATE
from workflow.history.repository import History
from workflow.history.treemerge import changes
from workflow.languages import LANGUAGES, labels
from workflow.summaries.workspace import SUMMARIES

SHARED = "refs/workflow/shared"
"""The newest commit that is known to be in the shared place."""
_FACTS = f"{PRIVATE}/shared.json"
_PROPOSALS = f"{PRIVATE}/proposals.json"


@dataclass(frozen=True, slots=True)
class Sharing:
    """What the board says about sharing."""

    where: str = ""
    """Address of the shared place without passwords; empty where none was ever named."""
    when: datetime | None = None
    """When it was last asked; None where it never was."""
    unshared: int = 0
    """How many saves only this folder has."""


def sharing(history: History) -> Sharing:
    """What is not shared yet, and how old what one sees is. Quick, and without a network."""
    try:
        place = find_place(history)
    except WorkflowError:
        place = None
    if place is None:
        return Sharing()
    return Sharing(place.shown, last_asked(history), unshared(history, place.tracking))


def unshared(history: History, tracking: str) -> int:
    """Saves, not counting merges, that are in no state of the shared place known here."""
    tip, *known = resolve(history, ["HEAD^{commit}", SHARED, tracking])
    if not tip or tip in known:
        return 0
    limits = [f"^{commit}" for commit in known if commit]
    result = history.git(["rev-list", "--count", "--no-merges", "--end-of-options", tip, *limits])
    return int(result.text) if result.code == 0 and result.text.isdecimal() else 0


def last_asked(history: History) -> datetime | None:
    """When the shared place was last asked, or None."""
    try:
        values = json.loads(read_file(history.common_dir, _FACTS) or b"{}")
        return datetime.fromtimestamp(float(values["when"]), UTC)
    except (ValueError, KeyError, TypeError, OverflowError, OSError, WorkflowError):
        return None


def note_asked(history: History, when: datetime) -> None:
    """Remember that it was asked now."""
    path = history.common_dir / _FACTS
    path.parent.mkdir(exist_ok=True)
    # Losing this on a crash costs nothing, so nobody waits for the disk.
    new = path.with_suffix(".new")
    new.write_text(json.dumps({"when": when.timestamp()}), "utf-8")
    new.replace(path)


# What is left to decide


def open_proposals(history: History, tip: str = "") -> tuple[str, ...]:
    """Paths of the items in a commit, else in the newest, in which something is left to decide.

    Worked out once and then only for what has changed since.
    """
    tip = tip or history.tip()
    if not tip:
        return ()
    known = _read(history)
    if known is not None and known[0] == tip:
        return known[1]
    found: Iterable[str]
    if known is not None and resolve(history, [f"{known[0]}^{{commit}}"])[0]:
        steps = changes(history, known[0], tip)
        found = (set(known[1]) - _inside(history, steps)) | _among(history, steps, tip)
    else:
        found = _everywhere(history, tip)
    paths = tuple(sorted(found))
    content = json.dumps({"tip": tip, "place": str(history.root), "paths": paths}).encode()
    write_file(history.common_dir, _name(history), content)
    return paths


def _name(history: History) -> str:
    if history.git_dir == history.common_dir:
        return _PROPOSALS
    return _PROPOSALS.replace(".json", f"-{history.git_dir.name}.json")


def _read(history: History) -> tuple[str, tuple[str, ...]] | None:
    try:
        values = json.loads(read_file(history.common_dir, _name(history)) or b"")
        if values["place"] != str(history.root):
            return None
        return str(values["tip"]), tuple(map(str, values["paths"]))
    except (ValueError, KeyError, TypeError, WorkflowError):
        return None


def _inside(history: History, paths: Iterable[str]) -> set[str]:
    found = (history.in_workspace(path) for path in paths)
    return {path for path in found if path is not None and _is_item(path)}


def _is_item(path: str) -> bool:
    return path.startswith(f"{SUMMARIES}/") and path.endswith(".md") and path.count("/") == 3


def _headings() -> tuple[bytes, ...]:
    return tuple(
        f"\n## {labels(language, 'summaries.sections')['proposals']}\n".encode()
        for language in LANGUAGES
    )


def _among(history: History, steps: Iterable[str], tip: str) -> set[str]:
    """Which of the changed items have something left to decide now."""
    paths = sorted(_inside(history, steps))
    found = contents(history, [f"{tip}:{history.in_repository(path)}" for path in paths])
    marks = _headings()
    return {
        path
        for path, content in zip(paths, found, strict=True)
        if content is not None and any(mark in content for mark in marks)
    }


def _everywhere(history: History, tip: str) -> set[str]:
    patterns = [word for mark in _headings() for word in ("-e", mark.decode().strip())]
    result = history.git(
        ["grep", "-l", "-z", "-F", "--full-name", "--no-textconv", *patterns, tip, "--", SUMMARIES]
    )
    names = result.out.decode("utf-8", "replace").split("\0")
    return _inside(history, (name.partition(":")[2] for name in names if name))
