"""The command that shows and changes settings."""

import argparse
from pathlib import Path

from workflow.cli.output import show, show_json, show_table, talk
from workflow.cli.places import history_of
from workflow.config import find_setting, user_file
from workflow.errors import WorkflowError
from workflow.languages import say, use
from workflow.settingsfile import Held, held_settings, parse_value, render_value, write_own
from workflow.summaries.workspace import SETTINGS, Workspace, find_workspace


def config(arguments: argparse.Namespace) -> int:
    """Show every setting with its value and where it comes from, or change one."""
    workspace = _workspace(arguments)
    if arguments.value is not None or arguments.unset:
        return _change(arguments, workspace)
    house = workspace.root / SETTINGS if workspace else Path(SETTINGS).absolute()
    held = held_settings(house)
    if arguments.key:
        wanted = find_setting(arguments.key)
        held = tuple(each for each in held if each.setting.name == wanted.name)
    if arguments.json:
        show_json({"schema": "settings/1", "settings": [_document(each) for each in held]})
        return 0
    if arguments.key:
        _show_one(held[0])
        return 0
    show_table(
        [(h.setting.name, render_value(h.value), say(f"settings.source.{h.source}"),
          h.setting.help) for h in held]
    )  # fmt: skip
    talk(say("settings.files", house=house, own=user_file()))
    return 0


def _workspace(arguments: argparse.Namespace) -> Workspace | None:
    try:
        return find_workspace(Path(getattr(arguments, "workspace", None) or "."))
    except WorkflowError:
        if getattr(arguments, "workspace", None):
            raise
        return None


def _document(held: Held) -> dict[str, object]:
    setting = held.setting
    return {
        "name": setting.name,
        "value": held.value,
        "default": setting.default,
        "source": held.source,
        "file": str(held.path) if held.path else "",
        "choices": list(setting.choices),
        "personal": setting.personal,
        "help": setting.help,
    }


def _show_one(held: Held) -> None:
    setting = held.setting
    show(f"{setting.name} = {render_value(held.value)}")
    show(setting.help)
    show(say("settings.default", value=render_value(setting.default)))
    if setting.choices:
        show(say("settings.choices", choices=" / ".join(setting.choices)))
    where = say(f"settings.source.{held.source}")
    show(say("settings.from", source=f"{where}, {held.path}" if held.path else where))


def _change(arguments: argparse.Namespace, workspace: Workspace | None) -> int:
    if not arguments.key:
        raise WorkflowError("settings.errors.no_key")
    setting = find_setting(arguments.key)
    value = None if arguments.unset else parse_value(setting, arguments.value)
    if setting.name == "language" and value and not getattr(arguments, "language", ""):
        use(value)  # who chooses a language is answered in it
    if arguments.own:
        path = write_own(setting, value)
    elif workspace is None:
        raise WorkflowError("settings.errors.no_workspace")
    else:
        from workflow.history.housekeeping import save_setting

        save_setting(workspace, history_of(workspace), setting, value)
        path = workspace.root / SETTINGS
    shown = setting.default if value is None else value
    talk(say("settings.changed", key=setting.name, value=render_value(shown), path=path))
    return 0
