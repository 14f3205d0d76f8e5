"""The only room that touches git: saves, approvals, history, drafts.

Every save is one commit of exactly its files; what else is staged or changed in the repository
stays as it is. `git` is loaded when the first command runs, not before.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workflow.history.approvals import Approval, approval_of
    from workflow.history.authorship import BlameLine, blame, earlier_versions, sentences
    from workflow.history.messages import Message
    from workflow.history.objects import read_at, read_versions
    from workflow.history.recovery import Recovered, recover
    from workflow.history.repository import History, Person, open_history
    from workflow.history.revisions import Revision, log, log_of
    from workflow.history.saved import Saved
    from workflow.history.saving import SaveConflict, save
    from workflow.history.sending import Sent, sent_briefings
    from workflow.history.standings import people
    from workflow.history.status import HandEdit, hand_edits
    from workflow.history.unsaved import Draft, drafts, drop_draft, keep_draft, put_off

__all__ = [
    "Approval",
    "BlameLine",
    "Draft",
    "HandEdit",
    "History",
    "Message",
    "Person",
    "Recovered",
    "Revision",
    "SaveConflict",
    "Saved",
    "Sent",
    "approval_of",
    "blame",
    "drafts",
    "drop_draft",
    "earlier_versions",
    "hand_edits",
    "keep_draft",
    "log",
    "log_of",
    "open_history",
    "people",
    "put_off",
    "read_at",
    "read_versions",
    "recover",
    "save",
    "sent_briefings",
    "sentences",
]

_ROOMS = {
    "approvals": (
        "Approval",
        "approval_of",
    ),
    "authorship": (
        "BlameLine",
        "blame",
        "earlier_versions",
        "sentences",
    ),
    "messages": ("Message",),
    "objects": (
        "read_at",
        "read_versions",
    ),
    "recovery": (
        "Recovered",
        "recover",
    ),
    "repository": (
        "History",
        "Person",
        "open_history",
    ),
    "revisions": (
        "Revision",
        "log",
        "log_of",
    ),
    "saved": ("Saved",),
    "saving": (
        "SaveConflict",
        "save",
    ),
    "sending": (
        "Sent",
        "sent_briefings",
    ),
    "standings": ("people",),
    "status": (
        "HandEdit",
        "hand_edits",
    ),
    "unsaved": (
        "Draft",
        "drafts",
        "drop_draft",
        "keep_draft",
        "put_off",
    ),
}
"""Where each name comes from: loaded when first asked for, so that the first screen is quick."""

_PLACES = {name: module for module, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _PLACES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
