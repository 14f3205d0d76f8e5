"""Commands about the workspace as a whole: open it, make it, show it with samples."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from workflow.cli.output import show, talk
from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.summaries.typed import day_of as day_of
from workflow.summaries.workspace import SUMMARIES, Workspace, find_workspace

if TYPE_CHECKING:
    from workflow.history import History


def workspace_of(arguments: argparse.Namespace) -> Workspace:
    """The workspace that the command works on."""
    return find_workspace(Path(getattr(arguments, "workspace", None) or "."))


def history_of(workspace: Workspace) -> "History":
    """The history of the workspace, after ending what an interrupted save left half done."""
    from workflow.history import open_history, recover

    history = open_history(workspace.root)
    for found in recover(history):
        talk(say(f"cli.recovered.{found.outcome}", paths=", ".join(found.paths)))
    return history


def screens(arguments: argparse.Namespace) -> int:
    """Open the screens on the workspace; where there is none, at a terminal, offer to make one."""
    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    founding = False
    try:
        root = workspace_of(arguments).root
    except WorkflowError:
        if not terminal or getattr(arguments, "workspace", None):
            raise
        root, founding = Path.cwd(), True
    if arguments.plain:
        from workflow.cli.plain import run as talk_with

        return talk_with(root, founding=founding)
    if not terminal:
        raise WorkflowError("cli.errors.no_terminal")
    from workflow.tui import run

    return run(root, founding=founding)


def init(arguments: argparse.Namespace) -> int:
    """Make a workspace."""
    from workflow.history.actions import init_workspace

    folder = Path(arguments.folder or getattr(arguments, "workspace", None) or ".").absolute()
    around = next((each for each in folder.parents if (each / SUMMARIES).is_dir()), None)
    if around is not None and not (folder / SUMMARIES).exists():
        raise WorkflowError("cli.errors.inside_workspace", path=folder, around=around)
    init_workspace(folder)
    show(str(folder))
    talk(say("cli.made_workspace", path=folder))
    if chosen := getattr(arguments, "language", None):
        talk(say("cli.keep_language", language=chosen))
    return 0


def demo(arguments: argparse.Namespace) -> int:
    """Open the screens on a workspace with samples, or walk the main job without a terminal."""
    import tempfile

    from workflow.demo import build_demo, walk

    folder = Path(arguments.folder or Path(tempfile.mkdtemp("-workflow")) / "demo")
    folder = folder.absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WorkflowError("cli.errors.demo_folder", path=folder)
    if not (arguments.plain or (sys.stdin.isatty() and sys.stdout.isatty())):
        walk(folder, show)
        return 0
    talk(say("cli.demo_folder", path=folder))
    workspace = build_demo(folder)
    if arguments.plain:
        from workflow.cli.plain import run as talk_with

        return talk_with(workspace.root)
    from workflow.tui import run

    return run(workspace.root)
