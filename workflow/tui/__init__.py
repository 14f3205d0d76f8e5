"""The screens: the editorial desk in a terminal. Holds no rules of the work itself."""

from pathlib import Path


def run(workspace_root: Path, *, meeting: str | None = None) -> int:
    """Open the screens on a workspace, at a meeting if one is named; returns the exit status."""
    from workflow.tui.app import DeskApp

    status = DeskApp(workspace_root, meeting=meeting, remembers=True).run()
    return status if isinstance(status, int) else 1
