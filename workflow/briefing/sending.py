"""Sending a message through the mail server of the house: encrypted, or not at all."""

import hashlib
import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime

from workflow.errors import WorkflowError
from workflow.text import one_line

TIMEOUT = 30.0
"""Seconds that the server may take to answer."""


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server as the settings name it."""

    host: str
    sender: str
    """Address from which messages come."""
    port: int = 587
    user: str = ""
    """Name to sign in with; empty: the server asks for none."""
    encryption: str = "starttls"
    """`starttls`, or `tls` where the connection is encrypted from the start."""


def send(
    message: EmailMessage,
    server: Server,
    moment: datetime,
    password: Callable[[], str],
    *,
    context: ssl.SSLContext | None = None,
) -> bytes:
    """Send the message to everybody in its `To`, and return it as it was sent.

    `moment` is the time that the message bears, `password` is called only where the server
    wants one; it is never stored. Certificates are verified, unless a `context` says how.
    Raises WorkflowError where the server cannot be reached, offers no encryption, does not
    let the user in or refuses a recipient; then nobody got the message.
    """
    ready = prepared(message, server, moment)
    context = context or ssl.create_default_context()
    try:
        with _connected(server, context) as connection:
            if server.user:
                connection.login(server.user, password())
            _deliver(connection, ready, server)
    except smtplib.SMTPAuthenticationError:
        raise WorkflowError("briefing.errors.smtp_login", user=server.user) from None
    except smtplib.SMTPNotSupportedError:
        raise WorkflowError("briefing.errors.smtp_plain", host=server.host) from None
    except ssl.SSLError as error:
        detail = one_line(error.reason or str(error))
        raise WorkflowError("briefing.errors.smtp_tls", host=server.host, detail=detail) from None
    except (OSError, smtplib.SMTPException) as error:
        detail = one_line(str(getattr(error, "strerror", "") or error))
        raise WorkflowError("briefing.errors.smtp", host=server.host, detail=detail) from None
    return ready.as_bytes()


def prepared(message: EmailMessage, server: Server, moment: datetime) -> EmailMessage:
    """The message with what a mail program would add: sender, date, message id."""
    ready = EmailMessage(policy=message.policy)
    for name, value in message.items():
        if name.lower() not in ("x-unsent", "from", "date", "message-id"):
            ready[name] = value
    ready.set_payload(message.get_payload())
    digest = hashlib.sha256(message.as_bytes() + moment.isoformat().encode()).hexdigest()
    domain = server.sender.rpartition("@")[2]
    ready["From"] = server.sender
    ready["Date"] = format_datetime(moment)
    ready["Message-ID"] = f"<{digest[:40]}@{domain}>"
    return ready


def _connected(server: Server, context: ssl.SSLContext) -> smtplib.SMTP:
    """A connection that is encrypted."""
    if server.encryption == "tls":
        return smtplib.SMTP_SSL(server.host, server.port, timeout=TIMEOUT, context=context)
    connection = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT)
    try:
        connection.starttls(context=context)
    except BaseException:
        connection.close()
        raise
    return connection


def _deliver(connection: smtplib.SMTP, message: EmailMessage, server: Server) -> None:
    """Hand the message over for all recipients, or for none."""
    wanted = [address.addr_spec for address in message["To"].addresses]
    connection.ehlo_or_helo_if_needed()
    code, answer = connection.mail(server.sender)
    if code != 250:
        raise smtplib.SMTPSenderRefused(code, answer, server.sender)
    for address in wanted:
        code, answer = connection.rcpt(address)
        if code not in (250, 251):
            connection.rset()
            detail = one_line(answer.decode("utf-8", "replace"))
            raise WorkflowError("briefing.errors.smtp_recipient", address=address, detail=detail)
    code, answer = connection.data(message.as_bytes())
    if code != 250:
        raise smtplib.SMTPDataError(code, answer)
