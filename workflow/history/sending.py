"""Briefings that were sent: an annotated tag each, so that anyone can say what went out."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from workflow.errors import WorkflowError
from workflow.history.committing import DURABLE
from workflow.history.locks import only_one
from workflow.history.messages import Message, read_trailers
from workflow.history.places import check_name
from workflow.history.repository import History
from workflow.history.words import git_error, inert, system_error
from workflow.languages import format_date, say_in
from workflow.summaries.model import Meeting, council_name
from workflow.summaries.workspace import Workspace

TAGS = "refs/tags/briefing/"
_FORMAT = "%00".join(
    ("%(refname)", "%(*objectname)", "%(taggername)", "%(creatordate:iso-strict)",
     "%(subject)", "%(trailers:only,unfold)", "")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sent:
    """A briefing that was sent."""

    number: int
    """From 1, per meeting."""
    commit: str
    """The newest commit when it went out."""
    who: str
    when: datetime
    """When that was recorded."""
    subject: str
    day: date
    """The day on which it went."""


def sent_briefings(history: History, meeting: Meeting | str) -> tuple[Sent, ...]:
    """The briefings of a meeting that were sent, in order."""
    name = check_name(meeting if isinstance(meeting, str) else meeting.id)
    result = history.git(["for-each-ref", f"--format={_FORMAT}", f"{TAGS}{name}/"], check=True)
    found = []
    for record in result.out.decode("utf-8", "replace").split("\0\n"):
        fields = record.strip("\n").split("\0")
        number = fields[0].rpartition("/")[2]
        if len(fields) == 6 and number.isdecimal() and fields[1]:
            when = datetime.fromisoformat(fields[3])
            who, subject = inert(fields[2]), inert(fields[4])
            day = _day(fields[5]) or when.date()
            found.append(Sent(int(number), fields[1], who, when, subject, day))
    return tuple(sorted(found, key=lambda sent: sent.number))


def _day(trailers: str) -> date | None:
    """The day that a tag names, or None."""
    try:
        return date.fromisoformat(read_trailers(trailers).get("Sent-on", ""))
    except ValueError:
        return None


def mark_sent(
    workspace: Workspace,
    history: History,
    meeting: Meeting,
    briefing: Path | None = None,
    day: date | None = None,
    to: str = "",
) -> Sent:
    """Record that the briefing of a meeting was mailed; gives what was recorded.

    `briefing` is the file that went out: its name and digest are recorded with it. `day` is
    the day on which it went, today if not given; `to` names the lists of recipients.
    """
    language = workspace.language_of(meeting)
    facts = [_facts(briefing)] if briefing is not None else []
    if to:
        facts.append(say_in(language, "history.subject.recipients", lists=to))
    body = "\n".join(facts)
    signature = history.signature()
    moment = datetime.fromtimestamp(int(signature.rsplit(" ", 2)[1])).astimezone()
    with only_one(history) as lock:
        tip = history.tip()
        if not tip:
            raise WorkflowError("history.errors.no_meeting", meeting=meeting.id)
        number = max((sent.number for sent in sent_briefings(history, meeting)), default=0) + 1
        name = f"{council_name(meeting.council)} {meeting.days[0].isoformat()}"
        words = say_in(
            language,
            "history.subject.sent",
            meeting=name,
            n=number,
            date=format_date(day := day or moment.date(), language),
        )
        trailers = [("Meeting", meeting.id), ("Action", "sent"), ("Sent-on", day.isoformat())]
        message = Message(words, body, trailers).render()
        tag = f"{TAGS}{meeting.id}/{number}"
        head = f"object {tip}\ntype commit\ntag {tag[len('refs/tags/') :]}\ntagger {signature}\n\n"
        made = history.git(["mktag"], send=head.encode() + message, settings=DURABLE, check=True)
        result = history.git(
            ["update-ref", tag, made.text, "0" * 40], settings=DURABLE, keep_open=lock
        )
        if result.code:
            raise git_error(result.errors, history.root)
    return sent_briefings(history, meeting)[-1]


def _facts(briefing: Path) -> str:
    try:
        content = briefing.read_bytes()
    except OSError as error:
        raise system_error(error, briefing) from None
    return f"{briefing.name}\nSHA-256 {hashlib.sha256(content).hexdigest()}"
