"""The settings of a workspace: `workflow.toml`, all of them optional."""

import tomllib
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from workflow.errors import WorkflowError, toml_place
from workflow.languages import LANGUAGES, say


@dataclass(frozen=True, slots=True)
class Settings:
    """What an organisation decides for its workspace."""

    language: str = ""
    """Language of the interface (`nl` or `en`); empty: the locale's, else Dutch."""
    own_government: str = "nederland"
    """Actor whose position comes first; `land:GB` for British reports."""
    words_min: int = 60
    """Fewest words of a summary, where the source is long enough."""
    words_max: int = 150
    """Most words of a summary."""
    deadline_days: int = 10
    """Days after the last day of a meeting on which its summaries are due."""
    allow_forced_approval: bool = False
    """Whether one's own text may be approved when a reason is given."""
    claim_days: int = 3
    """Days after which a claim on an item no longer counts."""
    sync_minutes: int = 0
    """Minutes after which the screens share by themselves; 0: only when asked to."""
    approvers: dict[str, list[str]] = field(default_factory=dict)
    """By council (`*`: all), the names or addresses of who may approve; empty: everybody."""
    organisation: str = ""
    """Name of the house, for the title block of a briefing."""
    template: str = ""
    """House template for briefings, a path relative to the workspace."""
    recipients: dict[str, list[str]] = field(default_factory=dict)
    """Named lists of e-mail addresses for `workflow mail --to`."""
    smtp_host: str = ""
    """Mail server for `workflow mail --send`; empty: the program does not send."""
    smtp_port: int = 587
    """Port of the mail server."""
    smtp_sender: str = ""
    """Address from which messages come."""
    smtp_user: str = ""
    """Name to sign in with; the password comes from WORKFLOW_SMTP_PASSWORD or is asked for."""
    smtp_encryption: str = "starttls"
    """`starttls`, or `tls` where the connection is encrypted from the start."""


_WANTED = {str: "text", int: "number", bool: "boolean", list: "list", dict: "table"}


def _check(key: str, value: Any, default: Any) -> str:
    """What is wrong with a value, or an empty string."""
    wanted = type(default)
    if type(value) is not wanted:
        return say(
            "summaries.errors.setting_type",
            key=key,
            wanted=say(f"summaries.setting.{_WANTED[wanted]}"),
        )
    if key == "language" and value and value not in LANGUAGES:
        return say("summaries.errors.setting_type", key=key, wanted=" / ".join(LANGUAGES))
    if key == "smtp_encryption" and value not in ("starttls", "tls"):
        return say("summaries.errors.setting_type", key=key, wanted="starttls / tls")
    if key in ("recipients", "approvers"):
        for name, addresses in value.items():
            if not (isinstance(addresses, list) and all(isinstance(a, str) for a in addresses)):
                return say(
                    "summaries.errors.setting_type",
                    key=f"{key}.{name}",
                    wanted=say("summaries.setting.list"),
                )
    return ""


def read_settings(path: Path) -> Settings:
    """The settings in the file, or the defaults where there is none.

    Raises WorkflowError for a file that cannot be read, a key that does not exist (the
    sentence names the nearest one) or a value of another type.
    """
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Settings()
    except tomllib.TOMLDecodeError as error:
        raise WorkflowError(
            "summaries.errors.bad_settings", where=path, detail=toml_place(error)
        ) from None
    except UnicodeDecodeError:
        raise WorkflowError("summaries.errors.not_text", where=path) from None
    except OSError as error:
        detail = error.strerror or type(error).__name__
        raise WorkflowError("summaries.errors.bad_settings", where=path, detail=detail) from None
    defaults = Settings()
    known = [entry.name for entry in fields(Settings)]
    for key, value in values.items():
        if key not in known:
            near = get_close_matches(key, known, n=1, cutoff=0.4)
            detail = (
                say("summaries.errors.unknown_setting", key=key, nearest=near[0])
                if near
                else say("summaries.errors.unknown_setting_alone", key=key, known=", ".join(known))
            )
        else:
            detail = _check(key, value, getattr(defaults, key))
        if detail:
            raise WorkflowError("summaries.errors.bad_settings", where=path, detail=detail)
    return Settings(**values)
