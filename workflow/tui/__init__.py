"""The screens: the editorial desk in a terminal. Holds no rules of the work itself."""

import asyncio
from pathlib import Path


def run(workspace_root: Path, *, meeting: str | None = None, founding: bool = False) -> int:
    """Open the screens on a workspace, at a meeting if one is named; returns the exit status.

    With `founding` there is none in that folder yet, and one is offered.
    """
    from workflow.tui import quick
    from workflow.tui.app import DeskApp

    app = DeskApp(workspace_root, meeting=meeting, remembers=True, helpers=True, founding=founding)
    with asyncio.Runner(loop_factory=quick.loop_factory()) as runner:
        try:
            status = runner.run(app.run_async())
        finally:
            app.apart.close()
    return status if isinstance(status, int) else 1
