"""Making a workspace: the repository if there is none, and the files that explain it."""

import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from workflow.errors import WorkflowError
from workflow.history.durable import read_file
from workflow.history.launcher import Launcher
from workflow.history.messages import Message
from workflow.history.ownership import trust
from workflow.history.repository import History, Person, open_history
from workflow.history.saving import save
from workflow.history.words import git_error, system_error
from workflow.languages import current, say_in
from workflow.summaries.workspace import EXPORTS, SUMMARIES

ATTRIBUTES = (
    "summaries/** text=auto eol=lf",
    "summaries/**/*.md text eol=lf diff=markdown",
    "summaries/**/source.* -text -diff",
)
"""Lines of `.gitattributes`: line ends, headings in diffs, originals byte for byte."""
IGNORED = (f"{EXPORTS}/*", f"!{EXPORTS}/README.md")
"""Lines of `.gitignore`: briefings can always be made again."""
WORD_REGEX = r"[[:alnum:]'-]+|[^[:space:]]|[\xc0-\xff][\x80-\xbf]+"
"""What plain git takes for a word in `git diff --word-diff`."""


def init_repository(root: Path, person: Person | None = None) -> History:
    """Open the repository that the folder lies in, or make one; gives its history.

    With `person` the folder gets a repository of its own, wherever it lies, which knows that
    person as the one who works in it.
    """
    root = root.resolve()
    try:
        if person is None or (root / ".git").exists():
            return open_history(root, person)
    except WorkflowError as error:
        if error.key != "history.errors.no_repository":
            raise
    result = Launcher(root).run(
        ["init", "--quiet", "--initial-branch=main", "--object-format=sha1"],
        environment={"GIT_DEFAULT_REF_FORMAT": "files"},
    )
    if result.code:
        raise git_error(result.errors, root)
    history = open_history(root, person)
    values = {"diff.markdown.wordRegex": WORD_REGEX}
    if person is not None:
        values |= {"user.name": person.name, "user.email": person.email}
    for key, value in values.items():
        history.git(["config", "--local", key, value], check=True)
    trust(history)
    return history


def init_workspace(
    root: Path, person: Person | None = None, language: str = "", moment: datetime | None = None
) -> History:
    """Make a workspace in a folder, which may exist, as one commit; gives its history.

    `person` and `moment` say who makes it and when, where git and the clock are not to be asked.
    Raises WorkflowError where the folder is a workspace already, cannot be written, or git
    does not know who works there; then nothing is left behind.
    """
    if root.exists() and not root.is_dir():
        raise WorkflowError("summaries.errors.not_a_folder", path=root)
    if (root / SUMMARIES).exists():
        raise WorkflowError("summaries.errors.workspace_exists", path=root)
    made = _make_folder(root)
    had_repository = (root / ".git").exists()
    try:
        if person is None:
            _check_identity(root)
        history = init_repository(root, person)
        if person is not None and moment is not None:
            history = history.acting_as(person, moment)
        language = language or current()
        message = Message(say_in(language, "history.subject.init"), "", [("Action", "init")])
        save(history, _first_files(history, language), message)
    except WorkflowError:
        if not had_repository:
            shutil.rmtree(root / ".git", ignore_errors=True)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise
    return history


def _make_folder(root: Path) -> list[Path]:
    """Make the folder; gives those that were not there, outermost first."""
    missing = [folder for folder in (root, *root.parents) if not folder.exists()]
    try:
        root.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise system_error(error, root) from None
    return missing[::-1]


def _check_identity(root: Path) -> None:
    result = Launcher(root).run(["var", "GIT_AUTHOR_IDENT"], settings=("user.useConfigOnly=true",))
    if result.code:
        raise WorkflowError("history.errors.no_identity")


def _first_files(history: History, language: str) -> dict[str, bytes | None]:
    files: dict[str, bytes | None] = {
        f"{SUMMARIES}/README.md": say_in(language, "history.readme.summaries").encode(),
        f"{EXPORTS}/README.md": say_in(language, "history.readme.exports").encode(),
    }
    for name, lines in ((".gitattributes", ATTRIBUTES), (".gitignore", IGNORED)):
        old = read_file(history.top, history.in_repository(name)) or b""
        known = old.decode("utf-8", "replace").splitlines()
        added = [line for line in lines if line not in known]
        if added:
            start = old if not old or old.endswith(b"\n") else old + b"\n"
            files[name] = start + "".join(f"{line}\n" for line in added).encode()
    return files
