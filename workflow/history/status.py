"""Files that were changed outside the program: by an editor, a pull, a checkout."""

from dataclasses import dataclass

from workflow.files import stamp_of_file
from workflow.history.repository import History
from workflow.summaries.workspace import SETTINGS, SUMMARIES


@dataclass(frozen=True, slots=True)
class HandEdit:
    """A file that is not as the newest commit has it."""

    path: str
    kind: str
    """`changed`, `added`, `removed`, or `unmerged` in the middle of a merge."""
    staged: bool
    """Whether the user has set it ready for a commit of their own."""


def hand_edits(history: History) -> tuple[HandEdit, ...]:
    """The files of the workspace that differ from the newest commit, by path."""
    result = history.git(
        [
            "--literal-pathspecs", "status", "--porcelain=v2", "-z", "--untracked-files=all",
            "--no-renames", "--ignore-submodules=all", "--", SUMMARIES, SETTINGS,
        ],
        check=True,
    )  # fmt: skip
    found = []
    for line in result.out.decode("utf-8", "replace").split("\0"):
        kind, _, rest = line.partition(" ")
        if kind == "?":
            path, state, staged = rest, "added", False
        elif kind == "1":
            state, *_, path = rest.split(" ", 7)
            staged = state[0] != "."
            state = "removed" if "D" in state else "added" if "A" in state else "changed"
        elif kind == "u":
            path, state, staged = rest.split(" ", 9)[-1], "unmerged", True
        else:
            continue
        inside = history.in_workspace(path)
        if inside is not None:
            found.append(HandEdit(inside, state, staged))
    return tuple(sorted(found, key=lambda edit: edit.path))


def head_stamp(history: History) -> tuple[object, ...]:
    """Something that differs once the branch has moved; costs no process, for a running screen."""
    names = [history.git_dir / "HEAD", history.common_dir / "packed-refs"]
    try:
        names.append(history.common_dir / history.branch())
    except Exception:
        names.append(history.git_dir / "logs" / "HEAD")
    return tuple(map(stamp_of_file, names))
