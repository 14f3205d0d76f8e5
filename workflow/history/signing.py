"""Signing a merge commit where the repository's owner signs what they save."""

from workflow.history.committing import DURABLE
from workflow.history.ownership import is_trusted
from workflow.history.repository import History
from workflow.history.settings import signs
from workflow.history.words import git_error


def sign(history: History, commit: str, lock: int) -> str:
    """The same commit, signed if saves are signed here; WorkflowError where that fails."""
    settings = history.settings()
    own_program = any(key.startswith("gpg.") for key in settings.executable)
    if not signs(settings) or (own_program and not is_trusted(history)):
        return commit
    shown = history.git(
        ["show", "--no-patch", "--format=%T%n%P%n%an%n%ae%n%ad%n%B", "--date=raw", commit],
        check=True,
    )
    tree, parents, name, email, moment, message = shown.text.split("\n", 5)
    who = {
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", name), ("EMAIL", email), ("DATE", f"@{moment}"))
    }
    arguments = [word for parent in parents.split() for word in ("-p", parent)]
    result = history.git(
        ["commit-tree", "-S", tree, *arguments],
        send=message.rstrip("\n").encode() + b"\n",
        settings=DURABLE,
        environment=who,
        keep_open=lock,
    )
    if result.code:
        raise git_error(result.errors, history.root)
    return result.text
