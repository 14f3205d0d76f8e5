"""E-mail drafts around a briefing. The program writes a file; a person sends it.

The draft opens as a new message in mail programs that know `X-Unsent`. It bears no sender, date
or message id: the mail program adds those.
"""

import hashlib
import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from itertools import zip_longest
from pathlib import Path

from workflow.briefing.clean import clean, on_one_line
from workflow.briefing.facts import counts
from workflow.briefing.model import Briefing
from workflow.briefing.phrases import more_changes, no_highlights
from workflow.briefing.write import safe_name, write_file
from workflow.errors import WorkflowError
from workflow.languages import labels, say, say_in
from workflow.text import one_line, shorten

LARGE = 10_000_000
"""Bytes from which many mail servers refuse a message."""
DOCX = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")
_NAMED = re.compile(r"^([^<>]*)<([^<>\s]+)>$")
_SPEC = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


@dataclass(frozen=True, slots=True)
class Recipients:
    """Who gets the briefing."""

    addresses: tuple[Address, ...]
    lists: tuple[str, ...] = ()
    """Names of the lists of the settings that were used."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A message that was written to a file."""

    path: Path
    content: bytes
    notices: tuple[str, ...] = ()


def find_recipients(wanted: Sequence[str], lists: Mapping[str, Sequence[str]]) -> Recipients:
    """Addresses, or names of lists, as addresses without doubles, in order.

    One entry may be several with commas or semicolons between them, as mail programs write them.
    Raises WorkflowError for what is neither, and where nobody is left.
    """
    found: dict[str, Address] = {}
    used = []
    for name in (name for entry in wanted for name in _entries(entry, lists)):
        if name in lists:
            used.append(name)
        for text in lists.get(name, (name,)):
            for each in _entries(text, {}) or [text]:
                address = _address_in(each, lists)
                found.setdefault(address.addr_spec.lower(), address)
    if not found:
        raise WorkflowError("briefing.errors.no_recipients")
    return Recipients(tuple(found.values()), tuple(used))


def _entries(text: str, lists: Mapping[str, Sequence[str]]) -> list[str]:
    """The entries of a text such as `team, Wit, Sanne de <sanne@example.org>; piet@example.org`.

    A comma stands between two entries, within quotes, or within a name; a semicolon ends a name.
    """
    found: list[str] = []
    known = [name.casefold() for name in lists]
    for part in _split(text, ";"):
        if part in lists:
            found.append(part)
            continue
        name = ""
        pieces = _split(part, ",")
        for piece, behind in zip_longest(pieces, pieces[1:], fillvalue=""):
            if _NAMED.match(piece):
                found.append(f"{name}, {piece}" if name else piece)
                name = ""
                continue
            found += [name] if name else []
            # A name has a capital; a list that was misspelt is to be told, not to be a name.
            unlike = "@" not in piece and not get_close_matches(piece.casefold(), known)
            several = " " in piece and _NAMED.match(behind)  # "van den berg, piet <…>"
            is_name = unlike and bool(several or not piece.islower())
            name = piece if is_name else ""
            found += [] if is_name else [piece]
        found += [name] if name else []
    return found


def _split(text: str, sign: str) -> list[str]:
    """What stands between the signs that are not within quotes, without what is empty."""
    pieces = re.findall(rf'(?:"[^"]*"|[^{sign}])+', one_line(text))
    return [piece.strip() for piece in pieces if piece.strip()]


def _address_in(text: str, lists: Mapping[str, Sequence[str]]) -> Address:
    """The address in an entry such as `Sanne <sanne@example.org>`."""
    named = _NAMED.match(text)
    name, spec = (named[1].strip(' "'), named[2]) if named else ("", text)
    address = _address(name, spec)
    if address is None:
        known = ", ".join(sorted(lists)) or "–"
        raise WorkflowError("briefing.errors.address", text=shorten(text, 60), known=known)
    return address


def _address(name: str, spec: str) -> Address | None:
    """An address, or None for what is none. Only ASCII: not every server takes more."""
    if not _SPEC.fullmatch(spec):
        return None
    try:
        return Address(name, addr_spec=spec)
    except (HeaderParseError, ValueError, IndexError):
        return None


def subject(briefing: Briefing) -> str:
    """`Briefing JBZ 4 en 5 maart 2024 (CONCEPT)`, on one line."""
    title = one_line(clean(briefing.title)[0])
    if briefing.concept:
        return f"{title} ({say_in(briefing.language, 'briefing.document.concept')})"
    return title


def attachment_name(briefing: Briefing) -> str:
    """An ASCII name of at most 60 characters, for clients that know no other."""
    return safe_name(briefing.title, ".docx")


def make_message(
    briefing: Briefing,
    attachment: bytes,
    recipients: Recipients,
    *,
    open_changes: int = 0,
    signed: str = "",
) -> EmailMessage:
    """The message with the Word file attached, the same bytes for the same input.

    `signed` is the name of who sends it.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject(briefing)
    message["To"] = recipients.addresses
    message["X-Unsent"] = "1"
    body = _Body(briefing, open_changes, signed)
    message.set_content(body.plain(), cte="quoted-printable")
    message.add_alternative(body.page(), subtype="html", cte="quoted-printable")
    message.add_attachment(
        attachment, maintype=DOCX[0], subtype=DOCX[1], filename=attachment_name(briefing)
    )
    digest = hashlib.sha256(attachment + body.plain().encode()).hexdigest()
    outer, inner = [part for part in message.walk() if part.is_multipart()]
    for part in list(message.walk())[1:]:
        del part["MIME-Version"]
    outer.set_boundary(f"=_briefing_{digest[:32]}")
    inner.set_boundary(f"=_inhoud_{digest[32:]}")
    return message


def write_draft(
    briefing: Briefing,
    attachment: bytes,
    recipients: Recipients,
    path: Path,
    *,
    open_changes: int = 0,
    signed: str = "",
) -> Draft:
    """Write the message as `.eml`, readable by its owner only, never over another file."""
    message = make_message(
        briefing, attachment, recipients, open_changes=open_changes, signed=signed
    )
    content = message.as_bytes()
    notices = []
    if len(content) > LARGE:
        notices.append(say("briefing.notice.large", megabytes=round(len(content) / 1e6)))
    written = write_file(path, content, mode=0o600)
    if written != path:
        notices.append(say("briefing.notice.moved", name=written.name))
    return Draft(written, content, tuple(notices))


class _Body:
    """The short text of the message, plain and as HTML, from one list of blocks."""

    def __init__(self, briefing: Briefing, open_changes: int, signed: str) -> None:
        self.briefing = briefing
        self.signed = signed
        self.words = labels(briefing.language, "briefing.mail")
        title = briefing.title[:1].lower() + briefing.title[1:]
        self.blocks: list[tuple[str, list[str]]] = [
            ("", [self.words["greeting"], self._line("about", title=title)]),
            ("", [self._status(), self._tracked(open_changes)]),
        ]
        results = [result for part in briefing.parts for result in part.results]
        if results:
            self.blocks.append((self.words["results"], results))
        if briefing.since:
            changes = [each.text for each in briefing.highlights]
            changes += [more] if (more := more_changes(briefing)) else []
            nothing = no_highlights(briefing)
            title = self._line("changes", since=briefing.since)
            self.blocks.append((title, changes or [nothing]))

    def _line(self, key: str, **values: object) -> str:
        return self.words[key].format_map(values)

    def _status(self) -> str:
        """How far the text can be relied on."""
        briefing = self.briefing
        one = "_one" if len(briefing.items) == 1 else ""
        if not briefing.concept:
            key = "final_some" if briefing.left_out else "final"
            return self._line(key + one, **counts(briefing))
        key = "concept_single" if one else "concept_one" if briefing.approved == 1 else "concept"
        found = self._line(key, **counts(briefing))
        suggested = sum(item.suggested for item in briefing.items)
        if suggested:
            key = "suggested_one" if suggested == 1 else "suggested"
            found += " " + self._line(key, n=suggested)
        return found

    def _tracked(self, count: int) -> str:
        if not count:
            return self.words["clean"]
        return self._line("tracked_one" if count == 1 else "tracked", n=count)

    def plain(self) -> str:
        """The text for readers without HTML."""
        lines: list[str] = []
        for title, entries in self.blocks:
            if title:
                lines += [f"{_plain(title)}:"] + [f"- {_plain(entry)}" for entry in entries] + [""]
            else:
                for entry in entries:
                    lines += [_plain(entry), ""]
        return "\n".join([*lines, *self._closing(), ""])

    def _closing(self) -> list[str]:
        """The last words, and the name of who sends it."""
        return [self.words["closing"], *filter(None, (_plain(self.signed),))]

    def page(self) -> str:
        """The same text as HTML without pictures or anything from elsewhere."""
        parts = []
        for title, entries in self.blocks:
            if title:
                items = "".join(f"<li>{html.escape(_plain(entry))}</li>\n" for entry in entries)
                parts.append(
                    f"<p><strong>{html.escape(_plain(title))}</strong></p>\n<ul>\n{items}</ul>\n"
                )
            else:
                parts += [f"<p>{html.escape(_plain(entry))}</p>\n" for entry in entries]
        closing = "<br>\n".join(html.escape(line) for line in self._closing())
        return (
            f'<!DOCTYPE html>\n<html lang="{self.briefing.language}">\n<head>\n'
            f'<meta charset="utf-8">\n<title>{html.escape(subject(self.briefing))}</title>\n'
            f"</head>\n<body>\n{''.join(parts)}<p>{closing}</p>\n"
            "</body>\n</html>\n"
        )


def _plain(text: str) -> str:
    return on_one_line(clean(text)[0])
