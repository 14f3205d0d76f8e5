"""Saving what belongs to no meeting: the settings of the house."""

from typing import Any

from workflow.config import Setting
from workflow.history.messages import Message
from workflow.history.repository import History
from workflow.history.saving import save
from workflow.languages import say
from workflow.settingsfile import changed_text
from workflow.summaries.workspace import SETTINGS, Workspace


def save_setting(workspace: Workspace, history: History, setting: Setting, value: Any) -> str:
    """Change `workflow.toml`, as a commit; None takes the setting out.

    Gives the commit's name, or "" if nothing changed.
    """
    path = workspace.root / SETTINGS
    text = changed_text(path, setting, value, personal=False)
    message = Message(say("history.subject.setting", key=setting.name), "", (("Action", "edit"),))
    return save(history, {SETTINGS: text.encode()}, message)
