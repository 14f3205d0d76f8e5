"""The settings, all of them optional: the house's in `workflow.toml`, a person's in a user file.

Every setting is declared once, as a field of `Settings`; reading, `workflow config` and the
settings screen all come from there. A personal setting may stand in either file, and the
person's own wins; every other one belongs in `workflow.toml`, so that colleagues share it.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from workflow.errors import WorkflowError, toml_place
from workflow.folders import config_folder
from workflow.languages import LANGUAGES, say


def _setting(default: Any, *, choices: tuple[str, ...] = (), personal: bool = False) -> Any:
    return field(default=default, metadata={"choices": choices, "personal": personal})


@dataclass(frozen=True, slots=True)
class Settings:
    """What an organisation decides for its workspace, and a person for themselves."""

    language: str = _setting("", choices=LANGUAGES, personal=True)
    """Language of the interface (`nl` or `en`); empty: the locale's, else Dutch."""
    own_government: str = _setting("nederland")
    """Government whose position comes first, such as `land:IE`; "we" and "the Minister" in its own
    reports. A report that names another government far more often is that one's."""
    words_min: int = _setting(60)
    """Fewest words of a summary, where the source is long enough."""
    words_max: int = _setting(150)
    """Most words of a summary."""
    deadline_days: int = _setting(10)
    """Days after the last day of a meeting on which its summaries are due."""
    allow_forced_approval: bool = _setting(False)
    """Whether one's own text may be approved when a reason is given."""
    claim_days: int = _setting(3)
    """Days after which a claim on an item no longer counts."""
    sync_minutes: int = _setting(0, personal=True)
    """Minutes after which the screens share by themselves; 0: only when asked to."""
    approvers: dict[str, list[str]] = field(default_factory=dict)
    """By council (`*`: all), the names or addresses of who may approve; empty: everybody."""
    organisation: str = _setting("")
    """Name of the house, for the title block of a briefing."""
    template: str = _setting("")
    """House template for briefings, a path relative to the workspace."""
    recipients: dict[str, list[str]] = field(default_factory=dict)
    """Named lists of e-mail addresses for `workflow mail --to`."""
    smtp_host: str = _setting("")
    """Mail server for `workflow mail --send`; empty: the program does not send."""
    smtp_port: int = _setting(587)
    """Port of the mail server."""
    smtp_sender: str = _setting("", personal=True)
    """Address from which messages come."""
    smtp_user: str = _setting("", personal=True)
    """Name to sign in with; the password comes from WORKFLOW_SMTP_PASSWORD or is asked for."""
    smtp_encryption: str = _setting("starttls", choices=("starttls", "tls"))
    """`starttls`, or `tls` where the connection is encrypted from the start."""
    log_level: str = _setting(
        "warning", choices=("off", "error", "warning", "info", "debug"), personal=True
    )
    """How much goes into the log file."""
    log_texts: bool = _setting(False, personal=True)
    """Whether the log may hold words of reports and summaries."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting as it is declared."""

    name: str
    default: Any
    choices: tuple[str, ...]
    personal: bool
    """Whether a person may set it for themselves alone."""

    @property
    def label(self) -> str:
        """What it is called on screen."""
        return say(f"settings.name.{self.name}")

    @property
    def help(self) -> str:
        """What it is for, in one sentence."""
        return say(f"settings.help.{self.name}")


def _declared() -> tuple[Setting, ...]:
    defaults = Settings()
    return tuple(
        Setting(
            entry.name,
            getattr(defaults, entry.name),
            entry.metadata.get("choices", ()),
            entry.metadata.get("personal", False),
        )
        for entry in fields(Settings)
    )


SETTINGS = _declared()
"""Every setting, in the order in which they are shown."""
BY_NAME = {setting.name: setting for setting in SETTINGS}

_WANTED = {str: "text", int: "number", bool: "boolean", list: "list", dict: "table"}


def user_file() -> Path:
    """The file with a person's own settings."""
    return config_folder() / "workflow.toml"


def find_setting(name: str) -> Setting:
    """The setting of that name; WorkflowError that names the nearest one."""
    if name in BY_NAME:
        return BY_NAME[name]
    near = get_close_matches(name, BY_NAME, n=1, cutoff=0.4)
    if near:
        raise WorkflowError("summaries.errors.unknown_setting", key=name, nearest=near[0])
    known = ", ".join(BY_NAME)
    raise WorkflowError("summaries.errors.unknown_setting_alone", key=name, known=known)


def check_value(setting: Setting, value: Any) -> None:
    """Raise WorkflowError where a value is not of the kind that the setting takes."""
    key, wanted = setting.name, type(setting.default)
    if type(value) is not wanted:
        kind = say(f"summaries.setting.{_WANTED[wanted]}")
        raise WorkflowError("summaries.errors.setting_type", key=key, wanted=kind)
    if setting.choices and value not in (*setting.choices, setting.default):
        choices = " / ".join(setting.choices)
        raise WorkflowError("summaries.errors.setting_type", key=key, wanted=choices)
    if isinstance(value, dict):
        for name, entries in value.items():
            if not (isinstance(entries, list) and all(isinstance(a, str) for a in entries)):
                kind = say("summaries.setting.list")
                key = f"{key}.{name}"
                raise WorkflowError("summaries.errors.setting_type", key=key, wanted=kind)


def _table(path: Path) -> dict[str, Any]:
    """The file's values; none where there is no file. WorkflowError where it cannot be read."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except tomllib.TOMLDecodeError as error:
        detail = toml_place(error)
    except UnicodeDecodeError:
        raise WorkflowError("summaries.errors.not_text", where=path) from None
    except OSError as error:
        detail = error.strerror or type(error).__name__
    raise WorkflowError("summaries.errors.bad_settings", where=path, detail=detail)


def read_values(path: Path, *, personal: bool = False) -> dict[str, Any]:
    """What a file sets, checked.

    Raises WorkflowError for an unknown key, a value of another kind, or in a person's own file
    a setting that colleagues must share.
    """
    values = _table(path)
    for key, value in values.items():
        try:
            setting = find_setting(key)
            check_value(setting, value)
            if personal and not setting.personal:
                raise WorkflowError("settings.errors.not_personal", key=key)
        except WorkflowError as error:
            where, detail = path, str(error)
            raise WorkflowError(
                "summaries.errors.bad_settings", where=where, detail=detail
            ) from None
    return values


def merged(house: Mapping[str, Any], own: Mapping[str, Any]) -> Settings:
    """The settings that hold: a person's own before the house's, before the defaults."""
    return Settings(**{**house, **own})
