"""What a shared folder needs once, when the first work arrives in it."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from workflow.history.contact import Place
from workflow.history.repository import BRANCHES, History


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
