"""E-mail drafts: what mail programs need, and nothing that misleads them."""

import re
import stat
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from briefing_samples import approved_source, many, sample_briefing, tracked_briefing
from html_checks import problems

from workflow.briefing import mail
from workflow.briefing.compose import compose
from workflow.briefing.mail import (
    attachment_name,
    find_recipients,
    make_message,
    subject,
    write_draft,
)
from workflow.briefing.model import Imprint
from workflow.briefing.redline import count_changes
from workflow.briefing.write import render
from workflow.errors import WorkflowError

LISTS = {
    "team": ["Sanne, de Wít <sanne@example.org>", "piet@example.org"],
    "leiding": ["PIET@example.org", "baas@example.org"],
}


def parsed(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def draft(**options: Any) -> bytes:
    recipients = find_recipients(["team"], LISTS)
    return make_message(sample_briefing(), b"PK\x03\x04 inhoud", recipients, **options).as_bytes()


def test_the_draft_opens_as_a_new_message() -> None:
    message = parsed(draft())
    assert message["X-Unsent"] == "1"
    assert message["From"] is None
    assert message["Date"] is None
    assert message["Message-ID"] is None
    assert message["Subject"] == "Briefing FZ 4 en 5 maart 2031 (CONCEPT)"


def test_its_parts_are_what_programs_expect() -> None:
    message = parsed(draft())
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ]
    [attachment] = message.iter_attachments()
    assert attachment.get_content() == b"PK\x03\x04 inhoud"
    assert attachment.get_filename() == "Briefing-FZ-4-en-5-maart-2031.docx"


def test_every_line_is_ascii_and_ends_as_mail_does() -> None:
    content = draft()
    assert content.isascii()
    assert content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")
    assert max(map(len, content.split(b"\r\n"))) <= 998
    assert content == draft()


def test_the_body_says_what_matters() -> None:
    message = parsed(draft(open_changes=7))
    for kind in ("plain", "html"):
        body = message.get_body((kind,))
        assert body is not None
        text = body.get_content()
        for words in (
            "Dit is een concept: 1 van de 4 agendapunten is",
            "7 bijgehouden wijzigingen",
            "De Raad nam de conclusies over havenveiligheid aan.",
            "Omgeslagen bij I.1",
        ):
            assert words in text
    body = message.get_body(("html",))
    assert body is not None
    found = problems(body.get_content().replace("\r\n", "\n"))
    assert [each for each in found if "at the top" not in each] == []  # a letter has no headings


def test_a_letter_is_signed_by_who_sends_it() -> None:
    recipients = find_recipients(["a@b.nl"], {})
    alone = replace(sample_briefing(), imprint=Imprint(authors=("Rosa Smit",)))
    for signed, end in (("An Maes", "groet,\n\nAn Maes"), ("", "groet,")):
        message = parsed(make_message(alone, b"x", recipients, signed=signed).as_bytes())
        body = message.get_body(("plain",))
        assert body is not None
        text = re.sub(r"\s*\n", "\n\n", body.get_content()).strip()
        assert text.endswith(end)
        assert "Rosa" not in text


@pytest.mark.parametrize(
    ("briefing", "language", "told"),
    [
        (sample_briefing, "nl", "1 van de 4 agendapunten is goedgekeurd"),
        (sample_briefing, "en", "1 of the 4 agenda items is approved"),
        (lambda **more: sample_briefing(items=["I.2", "II.1"], **more), "nl", "0 van de 2 agenda"),
        (lambda **more: sample_briefing(items=["I.2"], **more), "nl", "het agendapunt is nog niet"),
        (lambda **more: sample_briefing(items=["I.1"], **more), "nl", "het agendapunt dat erin"),
        (lambda **more: many(1), "nl", "definitief: het agendapunt is goedgekeurd"),
    ],
)
def test_one_item_is_counted_as_one(briefing: Any, language: str, told: str) -> None:
    made = briefing(language=language)
    message = parsed(make_message(made, b"x", find_recipients(["a@b.nl"], {})).as_bytes())
    body = message.get_body(("plain",))
    assert body is not None
    assert told in body.get_content()


def test_a_final_briefing_without_changes_says_so() -> None:
    final = compose(approved_source(), imprint=Imprint())
    message = parsed(make_message(final, b"x", find_recipients(["a@b.nl"], {})).as_bytes())
    body = message.get_body(("plain",))
    assert body is not None
    assert "De briefing is definitief: alle 2" in body.get_content()
    assert "geen bijgehouden wijzigingen" in body.get_content()
    assert "CONCEPT" not in subject(final)


def test_lists_and_addresses_become_recipients_without_doubles() -> None:
    found = find_recipients(["team", "leiding", "nieuw@example.org"], LISTS)
    assert [address.addr_spec for address in found.addresses] == [
        "sanne@example.org", "piet@example.org", "baas@example.org", "nieuw@example.org",
    ]  # fmt: skip
    assert found.lists == ("team", "leiding")
    assert find_recipients(["team; leiding;nieuw@example.org"], LISTS) == found
    with pytest.raises(WorkflowError, match="“baas”"):
        find_recipients(["piet@example.org; baas"], LISTS)
    assert parsed(draft())["To"].addresses[0].display_name == "Sanne, de Wít"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jansen, Piet <p@x.nl>", ["Jansen, Piet"]),
        ('"Jansen, P." <p@x.nl>', ["Jansen, P."]),
        ('"De Wit; Noor, en Zonen" <n@x.nl>, p@x.nl', ["De Wit; Noor, en Zonen", ""]),
        ("team, Jansen, Piet <p@x.nl>", ["Sanne, de Wít", "", "Jansen, Piet"]),
        (
            "Jansen, Piet <p@x.nl>, van der Wit, Noor <n@x.nl>",
            ["Jansen, Piet", "van der Wit, Noor"],
        ),
        ("Wit, Noor de <n@x.nl>; Jansen, Piet <p@x.nl>,", ["Wit, Noor de", "Jansen, Piet"]),
        ("a@x.nl, Piet Jansen <p@x.nl>, b@x.nl", ["", "Piet Jansen", ""]),
        ("van den berg, piet <p@x.nl>", ["van den berg, piet"]),
        ("Tema, Piet <p@x.nl>", None),
        ("tema, Piet <p@x.nl>", None),
        ("Jansen; Piet <p@x.nl>", None),
        ("Jansen, Piet", None),
        ('"Jansen <p@x.nl>', ["Jansen"]),
    ],
)
def test_a_name_may_hold_a_comma(text: str, names: list[str] | None) -> None:
    if names is None:
        with pytest.raises(WorkflowError, match="geen e-mailadres"):
            find_recipients([text], LISTS)
        return
    found = find_recipients([text], LISTS)
    assert [address.display_name for address in found.addresses] == names
    assert all("@" in address.addr_spec for address in found.addresses)


def test_a_list_may_have_a_comma_in_its_name() -> None:
    found = find_recipients(["Team EZ, Brussel; p@x.nl"], {"Team EZ, Brussel": ["e@x.nl"]})
    assert [address.addr_spec for address in found.addresses] == ["e@x.nl", "p@x.nl"]
    assert found.lists == ("Team EZ, Brussel",)


@pytest.mark.parametrize(
    "text", ["onbekend", "a@b", "a b@c.nl", "é@example.org", "a@b.nl\r\nBcc: c@d.nl", "<>", "@x.nl"]
)
def test_what_is_no_address_is_told(text: str) -> None:
    with pytest.raises(WorkflowError, match="geen e-mailadres"):
        find_recipients([text], LISTS)


def test_nobody_is_no_recipient() -> None:
    for nobody in ([], [""], [" "], [" ", ";"]):
        with pytest.raises(WorkflowError, match="ontvanger genoemd"):
            find_recipients(nobody, LISTS)


def test_names_of_attachments_are_short_and_plain() -> None:
    long = replace(sample_briefing(), title="Briefing over Roemenië en Curaçao " * 5)
    assert attachment_name(long).startswith("Briefing-over-Roemenie-en-Curacao")
    assert len(attachment_name(long)) <= 60
    assert len(attachment_name(replace(long, title="日本"))) > 5


def test_a_draft_is_private_and_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "briefing.eml"
    recipients = find_recipients(["a@example.org"], {})
    first = write_draft(sample_briefing(), b"een", recipients, path)
    second = write_draft(sample_briefing(), b"twee", recipients, path)
    assert (first.path.name, second.path.name) == ("briefing.eml", "briefing-2.eml")
    assert stat.S_IMODE(first.path.stat().st_mode) == 0o600
    assert first.path.read_bytes() == first.content
    assert any("briefing-2.eml" in notice for notice in second.notices)


def test_a_large_message_is_warned_about(tmp_path: Path) -> None:
    recipients = find_recipients(["a@example.org"], {})
    draft = write_draft(sample_briefing(), b"x" * mail.LARGE, recipients, tmp_path / "a.eml")
    assert any("10 MB" in notice for notice in draft.notices)


def test_the_real_attachment_survives(tmp_path: Path) -> None:
    briefing = tracked_briefing()
    rendered = render(briefing)
    recipients = find_recipients(["a@example.org"], {})
    draft = write_draft(
        briefing, rendered.content, recipients, tmp_path / "a.eml",
        open_changes=rendered.open_changes,
    )  # fmt: skip
    [attachment] = parsed(draft.path.read_bytes()).iter_attachments()
    assert attachment.get_content() == rendered.content
    assert rendered.open_changes == count_changes(briefing)
