"""Commands that help: an examination, explanations, and completion for the shell."""

import argparse
from pathlib import Path
from textwrap import fill

from workflow.cli.output import show, show_json
from workflow.cli.places import workspace_of
from workflow.errors import WorkflowError
from workflow.languages import say


def doctor(arguments: argparse.Namespace) -> int:
    """Examine the machine and the workspace; exit status 1 where something is broken."""
    from workflow.diagnosis.health import examine_workspace
    from workflow.diagnosis.machine import examine_machine
    from workflow.diagnosis.model import Check

    found = [*examine_machine(Path.cwd())]
    try:
        workspace = workspace_of(arguments)
    except WorkflowError as error:
        found.append(Check("workspace", "hint", str(error), say("doctor.advice.workspace")))
    else:
        found += examine_workspace(workspace)
    broken = any(check.state == "error" for check in found)
    if arguments.json:
        keys = ("name", "state", "text", "advice", "where")
        checks = [{key: getattr(check, key) for key in keys} for check in found]
        show_json({"schema": "doctor/1", "healthy": not broken, "checks": checks})
        return int(broken)
    for check in found:
        show(f"{say(f'doctor.states.{check.state}'):14} {check.text}")
        if check.advice:
            show(f"{'':14} → {check.advice}")
    return int(broken)


def help_command(arguments: argparse.Namespace) -> int:
    """Explain a topic, a screen or a command, or list what can be explained."""
    from workflow.tui.explaining import explain, subjects

    if not arguments.subject:
        show(say("help.list"))
        for name, title in subjects():
            show(f"  {name:12} {title}")
        show()
        show(say("help.commands"))
        show(_indented(", ".join(sorted(_commands()))))
        return 0
    subject = arguments.subject
    commands = _commands()
    lines = explain(subject)
    if subject in commands:
        show(commands[subject].format_help().rstrip())
    elif lines is None:
        raise _unknown(subject, [*commands, *(name for name, _ in subjects())])
    for line in lines or ():
        show(line)
    return 0


def _indented(text: str) -> str:
    return fill(text, 78, initial_indent="  ", subsequent_indent="  ")


def _commands() -> dict[str, argparse.ArgumentParser]:
    from workflow.cli.parser import build_parser

    for action in build_parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def _unknown(subject: str, known: list[str]) -> WorkflowError:
    from difflib import get_close_matches

    near = get_close_matches(subject.lower(), known, n=1, cutoff=0.5)
    if near:
        return WorkflowError("help.near", subject=subject, nearest=near[0])
    return WorkflowError("help.unknown", subject=subject)


def completion(arguments: argparse.Namespace) -> int:
    """Print the script that lets a shell complete commands and options."""
    from workflow.cli.completion import script
    from workflow.cli.parser import build_parser

    show(script(build_parser(), arguments.shell), end="")
    return 0
