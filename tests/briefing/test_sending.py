"""Sending through a real mail server on this machine."""

import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from briefing_samples import sample_briefing

from workflow.briefing.mail import find_recipients, make_message
from workflow.briefing.sending import Server, send
from workflow.errors import WorkflowError

aiosmtpd = pytest.importorskip(
    "aiosmtpd", reason="the test mail server (aiosmtpd) is not installed"
)
from aiosmtpd.controller import Controller  # noqa: E402
from aiosmtpd.smtp import AuthResult, LoginPassword  # noqa: E402

MOMENT = datetime(2031, 3, 12, 13, 5, tzinfo=UTC)


class Box:
    """Keeps what arrives, and refuses one address."""

    def __init__(self) -> None:
        self.messages: list[tuple[list[str], bytes]] = []

    async def handle_RCPT(  # noqa: N802
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if address.startswith("weg@"):
            return "550 bestaat niet"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.messages.append((envelope.rcpt_tos, envelope.content))
        return "250 OK"


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    if not shutil.which("openssl"):
        pytest.skip("openssl, which makes the certificate of the test server, is not installed")
    folder = tmp_path_factory.mktemp("certificate")
    key, cert = folder / "key.pem", folder / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
         "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", str(key),
         "-out", str(cert)],
        check=True, capture_output=True,
    )  # fmt: skip
    return cert, key


def _login(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
    right = isinstance(data, LoginPassword) and data.password == b"geheim"
    return AuthResult(success=right, handled=right)


@pytest.fixture
def mail_server(certificate: tuple[Path, Path]) -> Iterator[tuple[Box, int]]:
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    served.load_cert_chain(*map(str, certificate))
    box, port = Box(), _free_port()
    controller = Controller(
        box, hostname="localhost", port=port, tls_context=served, require_starttls=True,
        authenticator=_login, auth_required=True,
    )  # fmt: skip
    controller.start()
    yield box, port
    controller.stop()


@pytest.fixture
def trust(certificate: tuple[Path, Path]) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(certificate[0]))


def _message(*addresses: str) -> Any:
    return make_message(sample_briefing(), b"PK attachment", find_recipients(addresses, {}))


def _server(port: int, **options: Any) -> Server:
    return Server("localhost", "afdeling@example.org", port, "sanne", **options)


def test_a_message_arrives(mail_server: tuple[Box, int], trust: ssl.SSLContext) -> None:
    box, port = mail_server
    message = _message("a@example.org", "Béa, de B <b@example.org>")
    sent = send(message, _server(port), MOMENT, lambda: "geheim", context=trust)
    [(recipients, content)] = box.messages
    assert recipients == ["a@example.org", "b@example.org"]
    arrived = message_from_bytes(content, policy=default)
    assert arrived["From"] == "afdeling@example.org"
    assert arrived["Date"].datetime == MOMENT
    assert arrived["Message-ID"].endswith("@example.org>")
    assert arrived["X-Unsent"] is None
    [attachment] = arrived.iter_attachments()
    assert attachment.get_content() == b"PK attachment"
    assert message_from_bytes(sent, policy=default)["Subject"] == arrived["Subject"]


def test_a_refused_recipient_means_that_nobody_gets_it(
    mail_server: tuple[Box, int], trust: ssl.SSLContext
) -> None:
    box, port = mail_server
    with pytest.raises(WorkflowError, match=r"weg@example\.org \(bestaat niet\)"):
        send(_message("a@example.org", "weg@example.org"), _server(port), MOMENT,
             lambda: "geheim", context=trust)  # fmt: skip
    assert box.messages == []


def test_a_wrong_password_is_told(mail_server: tuple[Box, int], trust: ssl.SSLContext) -> None:
    box, port = mail_server
    with pytest.raises(WorkflowError, match="laat sanne niet toe"):
        send(_message("a@example.org"), _server(port), MOMENT, lambda: "fout", context=trust)
    assert box.messages == []


def test_an_unknown_certificate_is_refused(mail_server: tuple[Box, int]) -> None:
    box, port = mail_server
    with pytest.raises(WorkflowError, match="certificaat van localhost"):
        send(_message("a@example.org"), _server(port), MOMENT, lambda: "geheim")
    assert box.messages == []


def test_a_server_without_encryption_is_refused(trust: ssl.SSLContext) -> None:
    box, port = Box(), _free_port()
    controller = Controller(box, hostname="localhost", port=port)
    controller.start()
    try:
        with pytest.raises(WorkflowError, match="geen versleutelde verbinding"):
            send(_message("a@example.org"), _server(port), MOMENT, lambda: "x", context=trust)
    finally:
        controller.stop()
    assert box.messages == []


def test_no_server_is_told(trust: ssl.SSLContext) -> None:
    for encryption in ("starttls", "tls"):
        server = _server(_free_port(), encryption=encryption)
        with pytest.raises(WorkflowError, match="mailserver localhost"):
            send(_message("a@example.org"), server, MOMENT, lambda: "x", context=trust)
