"""Two people at their desks: what the tests of sharing have in common."""

from dataclasses import replace

import pytest
from history_helpers import git, meeting, text

from workflow.errors import WorkflowError
from workflow.history import History
from workflow.history.actions import save_summary
from workflow.history.syncing import Synced, sync
from workflow.summaries.model import Summary
from workflow.summaries.workspace import Workspace


class Desk:
    """One person's clone."""

    def __init__(self, history: History) -> None:
        self.history = history
        self.workspace = Workspace(history.root)

    def write(self, slug: str, *sentences: str, **more: object) -> None:
        loaded = self.workspace.load(meeting(), slug)
        values = {**({"sentences": text(*sentences)} if sentences else {}), **more}
        summary = replace(loaded.summary, **values)  # type: ignore[arg-type]
        save_summary(self.workspace, self.history, meeting(), slug, summary, base=loaded.text)

    def read(self, slug: str) -> Summary:
        return self.workspace.load(meeting(), slug).summary

    def texts(self, slug: str) -> list[str]:
        return [sentence.text for sentence in self.read(slug).sentences]

    def sync(self) -> Synced:
        return sync(self.workspace, self.history)

    def git(self, *arguments: str) -> str:
        return git(self.history.top, *arguments)

    @property
    def state(self) -> str:
        """Everything that must stay as it is when sharing fails."""
        refs = self.git("for-each-ref", "refs/heads", "refs/tags", "refs/remotes")
        files = [
            (str(path), path.read_bytes())
            for path in sorted(self.history.root.rglob("*"))
            if path.is_file() and ".git" not in path.relative_to(self.history.root).parts
        ]
        return refs + self.git("status", "--porcelain") + repr(files)


def assert_agree(*desks: Desk) -> None:
    assert len({desk.git("rev-parse", "HEAD") for desk in desks}) == 1
    for desk in desks:
        assert desk.git("status", "--porcelain") == ""
        assert git(desk.history.top, "fsck", "--no-dangling") == ""
        marks = desk.git("log", "-p", "--all", "-m")
        assert "<<<<<<<" not in marks
        assert ">>>>>>>" not in marks


def breaks(desk: Desk, key: str) -> None:
    """Sharing fails in one sentence, changes nothing, and work goes on."""
    before = desk.state
    with pytest.raises(WorkflowError) as caught:
        desk.sync()
    assert caught.value.key == f"history.errors.{key}", str(caught.value)
    assert "\n" not in str(caught.value)
    assert desk.state == before
