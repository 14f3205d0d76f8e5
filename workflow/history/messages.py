"""What a commit says: a subject for people, trailers for programs.

Trailers: `Meeting`, `Item` (meeting/slug), `Status`, `Action` (import, edit, submit, approve,
reopen, restore, undo, redo, sent, reissue, remove, topic, claim, assign, comment,
resolve, sync, …), `Approved-by`, `Reason` (of a
forced approval), `Restored-from`, `Undone`, `Renamed-from`; of a tag for what was sent also
`Sent-on`, the day. One line each; no value can look like another trailer.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workflow.history.words import inert
from workflow.summaries.model import Meeting, MeetingItem, council_name
from workflow.text import one_line, shorten

SUBJECT_LENGTH = 72
"""Most characters of a subject."""
TRAILERS = (
    "Meeting", "Item", "Status", "Action", "Approved-by", "Reason", "Restored-from", "Undone",
    "Renamed-from",
)  # fmt: skip
"""The documented keys, in the order in which they are written."""
_TITLE_LENGTH = 14
"""Characters that a title keeps, as long as the rest can do with less."""
_LEAST_TITLE = 6
"""Characters that it keeps however long the rest is."""
_QUOTED = re.compile(r"“([^“”]*)”")
_ABOUT_MEETING = re.compile(r"[^:“]*\d{4}-\d{2}-\d{2}\b")
"""How the subject of a commit about a meeting or an item begins."""
_ASIDE = re.compile(r" \([^()]*\)$")
"""What a change says in brackets at its end: left out before it would be cut in the middle."""


@dataclass(frozen=True, slots=True)
class Message:
    """The message of a commit."""

    subject: str
    body: str = ""
    trailers: Sequence[tuple[str, str]] = ()

    def render(self) -> bytes:
        """The whole message as git keeps it."""
        # A subject of dashes would end the message, one with a number sign be a comment.
        title = re.sub(r"^(?:-{3,}|#+)", "–", one_line(self.subject))
        paragraphs = [shorten(title, SUBJECT_LENGTH) or "–"]
        body = "\n".join(_harmless(one_line(line)) for line in self.body.splitlines()).strip("\n")
        trailers = [(key, one_line(value)) for key, value in self.trailers]
        block = "\n".join(f"{key}: {value}" for key, value in trailers if value)
        if body and not block:
            # The last paragraph is where programs look for trailers; indented lines are none.
            body = "\n".join(f"  {line}" if line else "" for line in body.split("\n"))
        paragraphs += [part for part in (body, block) if part]
        return ("\n\n".join(paragraphs) + "\n").encode("utf-8", "replace")


def _harmless(line: str) -> str:
    """A line of the body that ends neither the message (`---`) nor counts as a comment."""
    return f" {line}" if line.startswith(("---", "#", ">8")) else line


def message_of(
    meeting: Meeting,
    item: MeetingItem | None,
    change: str,
    trailers: Sequence[tuple[str, str]],
    *,
    body: str = "",
    whole: str = "",
) -> Message:
    """The message of a change; where its subject had to be cut, all of it stands below.

    `whole` is the change in full, where `change` is cut already.
    """
    title = subject(meeting, item, change)
    uncut = _about(meeting, item, one_line(whole or change))
    below = filter(None, (uncut if uncut != title else "", body))
    return Message(title, "\n\n".join(below), trailers)


def _about(meeting: Meeting, item: MeetingItem | None, change: str) -> str:
    lead = f"{council_name(meeting.council)} {meeting.days[0].isoformat()}"
    named = f"{lead} {item.label} {one_line(item.title)}" if item else lead
    return f"{named}: {change}"


def subject(meeting: Meeting, item: MeetingItem | None, change: str) -> str:
    """`JBZ 2024-03-04 II.1 Mensensmokkel: standpunt Nederland gewijzigd`, fitted to 72."""
    lead = f"{council_name(meeting.council)} {meeting.days[0].isoformat()}"
    change = one_line(change)
    if item is None:
        return shorten(f"{lead}: {change}", SUBJECT_LENGTH)
    lead = f"{lead} {item.label}"
    title = one_line(item.title)
    kept = min(len(title), _TITLE_LENGTH)
    if len(lead) + kept + len(change) + len(" : ") > SUBJECT_LENGTH:
        change = _ASIDE.sub("", change)
    room = SUBJECT_LENGTH - len(lead) - len(change) - len(" : ")
    if len(title) > room:
        title = shorten(title, max(room, _LEAST_TITLE))
    return shorten(f"{lead} {title}: {change}", SUBJECT_LENGTH)


def fitted(words: str) -> str:
    """What was done, the titles that it quotes cut so far that a subject has room for it all."""
    words = one_line(words)
    for longest in range(SUBJECT_LENGTH, _TITLE_LENGTH - 1, -1):
        cut = _QUOTED.sub(lambda title: f"“{shorten(title[1], longest)}”", words)  # noqa: B023
        if len(cut) <= SUBJECT_LENGTH:
            return cut
    return shorten(cut, SUBJECT_LENGTH)


def change_of(subject: str) -> str:
    """What was done, without the item that it was done to; as it is where it names no item."""
    _, found, change = subject.rpartition(": ")
    return change if found and change and _ABOUT_MEETING.match(subject) else subject


def trailers_of(
    meeting: Meeting,
    item: MeetingItem | None,
    action: str,
    status: str = "",
    more: Sequence[tuple[str, str]] = (),
) -> tuple[tuple[str, str], ...]:
    """The trailers of a use-case, in their fixed order."""
    found = [("Meeting", meeting.id), ("Action", action), *more]
    if item is not None:
        found += [("Item", f"{meeting.id}/{item.slug}"), ("Status", status)]
    return tuple(sorted(found, key=lambda trailer: TRAILERS.index(trailer[0])))


def read_trailers(block: str) -> dict[str, str]:
    """The trailers of a commit or a tag, as git lists them; of one that stands twice the first."""
    found: dict[str, str] = {}
    for line in inert(block).split("\n"):
        key, mark, value = line.partition(":")
        if mark:
            found.setdefault(key.strip(), value.strip())
    return found
