"""What a shared folder needs once: to be made ready, and to lead to the first work in it."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from workflow.errors import WorkflowError
from workflow.history.contact import Place, connect, find_place
from workflow.history.repository import BRANCHES, History
from workflow.history.words import inert

_NO_WORK = frozenset({".DS_Store", ".localized", "desktop.ini", "Thumbs.db"})
"""Files that a file manager leaves in a folder that people call empty."""


def name_place(history: History, address: str) -> Place:
    """Name the shared place of a workspace that has none; an empty folder is made ready for it.

    Raises WorkflowError where there is one already, where the address cannot be one, and where a
    folder on a disk is not there or has other files in it.
    """
    return connect(history, address if find_place(history) else _made_ready(history, address))


def _made_ready(history: History, address: str) -> str:
    """The address for git. What is no empty folder on a disk stays as it is."""
    try:
        folder = (history.root / Path(address).expanduser()).resolve()
        if not folder.is_dir():
            if "://" in address or not address.startswith(("/", "./", "../", "~")):
                return address
            raise WorkflowError("history.errors.no_folder", where=inert(str(folder)))
        names = {each.name for each in folder.iterdir()}
    except (OSError, RuntimeError, ValueError):
        return address
    if not names - _NO_WORK:
        history.git(
            ["init", "--quiet", "--bare", "--shared=group", "--template=", "--object-format=sha1",
             f"--initial-branch={history.branch().removeprefix(BRANCHES)}", "--", str(folder)],
            environment={"GIT_DEFAULT_REF_FORMAT": "files"},
            check=True,
        )  # fmt: skip
    elif not names & {"HEAD", ".git"}:
        raise WorkflowError("history.errors.other_files", where=inert(str(folder)))
    return str(folder)


def forget_place(history: History, place: Place) -> None:
    """Let go of a place that was named just now and with which nothing came about."""
    history.git(["remote", "remove", place.remote])


def name_branch(history: History, place: Place) -> None:
    """Let a new shared folder lead to the work, so that `git clone` brings it out.

    A folder that was made with another name for its first branch leads to nothing: whoever
    clones it gets an empty folder. Elsewhere than on a disk the server sees to this. Where the
    folder may not be changed it stays as it is.
    """
    folder = _on_disk(history.settings().value(f"remote.{place.remote}.url"), history.root)
    if folder is None:
        return
    there = [f"--git-dir={folder}"]
    if history.git([*there, "rev-parse", "--verify", "--quiet", "HEAD^{commit}"]).code == 0:
        return
    branch = BRANCHES + place.branch
    if history.git([*there, "rev-parse", "--verify", "--quiet", f"{branch}^{{commit}}"]).code == 0:
        history.git([*there, "symbolic-ref", "HEAD", branch])


def _on_disk(address: str, root: Path) -> Path | None:
    """The folder that an address names, if it is one on a disk that is seen from here."""
    path = unquote(urlsplit(address).path) if address.startswith("file://") else address
    try:
        folder = root / path
        found = [each for each in (folder, folder / ".git") if (each / "HEAD").is_file()]
    except (OSError, ValueError):
        return None
    return found[0] if found else None
