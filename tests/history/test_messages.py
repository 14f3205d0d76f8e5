"""Subjects that read well, trailers that cannot be forged, changes in words."""

from dataclasses import replace
from datetime import date

import pytest
from history_helpers import git, meeting, text
from hypothesis import given, settings
from hypothesis import strategies as st

from workflow.history import History, Message, retelling, save
from workflow.history.describe import describe_change
from workflow.history.messages import (
    SUBJECT_LENGTH,
    TRAILERS,
    change_of,
    fitted,
    message_of,
    subject,
)
from workflow.history.retelling import retold, tell_ahead
from workflow.history.words import inert
from workflow.languages import labels, use
from workflow.summaries.model import (
    Commitment,
    MeetingItem,
    NextStep,
    Position,
    Remark,
    Section,
    Summary,
    SummarySentence,
)
from workflow.summaries.workspace import Workspace

MEETING = replace(meeting(), days=(date(2024, 3, 4),))
ITEM = MeetingItem("mensensmokkel", "II", "1", "Mensensmokkel")
NASTY = st.text(
    alphabet=st.characters(blacklist_categories=())
    | st.sampled_from("\n\r\x85\u2028\x00\x1b:-# "),
    max_size=60,
) | st.sampled_from(
    ["x\n\nItem: vals", "x\nApproved-by: Eve <e@e>", "---\nItem: y", "# Item: y", "x" * 10_000,
     "a\r\n\r\nStatus: approved", "\u2028Item: z", "Item: q", "\x85Item: r", ""]
)  # fmt: skip


def test_the_subject_of_the_design() -> None:
    found = subject(MEETING, ITEM, "standpunt Nederland gewijzigd")
    assert found == "JBZ 2024-03-04 II.1 Mensensmokkel: standpunt Nederland gewijzigd"


def test_what_is_cut_in_the_subject_stands_whole_below_it() -> None:
    title = "Voorstel voor een verordening over het toezicht op vrijwillige brandweerlieden"
    item, trailers = replace(ITEM, title=title), (("Action", "edit"),)
    told = message_of(MEETING, item, "10 standpunten toegevoegd", trailers, body="Een opmerking.")
    assert len(told.subject) <= SUBJECT_LENGTH
    whole = f"JBZ 2024-03-04 II.1 {title}: 10 standpunten toegevoegd"
    assert told.body == f"{whole}\n\nEen opmerking."
    assert message_of(MEETING, ITEM, "ingediend", trailers).body == ""
    cut = message_of(MEETING, ITEM, "hoort niet bij Partner…", trailers, whole="hoort niet bij X")
    assert cut.body == "JBZ 2024-03-04 II.1 Mensensmokkel: hoort niet bij X"


def test_titles_give_way_to_what_happened_to_a_topic() -> None:
    words = "Onderwerp “Blusvloot” samengevoegd met “Brand”"
    assert fitted(words) == words
    one, other = "Inzet van blusvliegtuigen: kosten en bemanning", "Bestrijding van natuurbranden"
    found = fitted(f"Onderwerp “{one}” samengevoegd met “{other}”")
    assert len(found) <= SUBJECT_LENGTH
    assert found.startswith("Onderwerp “Inzet van")
    assert "” samengevoegd met “Bestrijding van" in found
    assert len(fitted("x" * 99)) <= SUBJECT_LENGTH


def test_what_was_done_is_not_cut_within_a_title() -> None:
    words = "Onderwerp “Blusvloot: kosten” samengevoegd met “Brand”"
    assert change_of(words) == words
    assert change_of(subject(MEETING, ITEM, "ingediend")) == "ingediend"


@given(st.text(max_size=200), st.text(max_size=100))
def test_a_subject_is_one_line_that_fits(title: str, change: str) -> None:
    found = subject(MEETING, replace(ITEM, title=title), change)
    assert len(found) <= SUBJECT_LENGTH
    assert found.startswith("JBZ 2024-03-04 II.1")
    assert len(found.splitlines()) == 1


def test_a_long_title_gives_way_to_what_happened() -> None:
    title = "Verordening tot vaststelling van regels ter voorkoming en bestrijding van misbruik"
    found = subject(MEETING, replace(ITEM, title=title), "standpunt Nederland gewijzigd")
    assert found.endswith(": standpunt Nederland gewijzigd")
    assert "Verordening" in found
    transport = replace(MEETING, council="transport")
    found = subject(transport, replace(ITEM, title=title), "samenvatting geschreven (129 woorden)")
    assert found.endswith(": samenvatting geschreven")
    found = subject(MEETING, replace(ITEM, title=title), "toegewezen aan Wim, uiterlijk 2031-11-30")
    assert found.endswith(": toegewezen aan Wim, uiterlijk 2031-11-30")
    found = subject(MEETING, ITEM, "samenvatting geschreven (129 woorden)")
    assert found.endswith(": samenvatting geschreven (129 woorden)")


@settings(max_examples=40, deadline=None)
@given(values=st.lists(NASTY, min_size=6, max_size=6), body=NASTY, title=NASTY)
def test_no_value_can_forge_a_trailer(
    tmp_path_factory: pytest.TempPathFactory, values: list[str], body: str, title: str
) -> None:
    trailers = [*zip(TRAILERS, values, strict=False), ("Restored-from", "0" * 40)]
    message = Message(title, body, trailers).render()
    parsed = git(
        tmp_path_factory.getbasetemp(), "interpret-trailers", "--parse", send=message.decode()
    )
    keys = [line.split(":")[0] for line in parsed.splitlines()]
    wanted = [key for key, value in trailers if value and any(map(str.strip, inert(value).split()))]
    assert [key for key in wanted if key not in keys or keys.count(key) != 1] == []
    assert set(keys) <= {key for key, _ in trailers}
    assert len(keys) == len(set(keys))


@settings(max_examples=25, deadline=None)
@given(body=NASTY, title=NASTY)
def test_a_message_without_trailers_has_none(
    tmp_path_factory: pytest.TempPathFactory, body: str, title: str
) -> None:
    message = Message(title, body).render()
    folder = tmp_path_factory.getbasetemp()
    assert git(folder, "interpret-trailers", "--parse", send=message.decode()) == ""


def test_git_keeps_the_message_as_it_is(history: History) -> None:
    message = Message("één #", "regel\n---\n# nog een\nSigned-off-by: x", [("Action", "edit")])
    save(history, {"summaries/x.md": b"x\n"}, message)
    kept = git(history.top, "log", "-1", "--format=%B")
    assert kept.rstrip("\n") == message.render().decode().rstrip("\n")
    assert git(history.top, "log", "-1", "--format=%(trailers:only)").strip() == "Action: edit"


def test_inert_words() -> None:
    assert inert("\x1b[31mrood\x1b[0m \x1b]0;titel\x07x\x9bz") == "rood xz"
    assert inert("https://user:geheim@host/x en git@host") == "https://***@host/x en git@host"
    assert inert("een\ntwee\tdrie") == "een\ntwee\tdrie"


# What changed, in words

EMPTY = Summary("Mensensmokkel", "nl")
DRAFT = replace(EMPTY, status="draft", sentences=text("Een zin.", "Twee zinnen.", "Drie."))
NL = Position("nederland", "Nederland", "oppose", "tegen", (1,))
EC = Position("commissie", "Commissie", "call", "roept op", (2,))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (None, EMPTY, "aangemaakt"),
        (EMPTY, None, "weggehaald"),
        (EMPTY, DRAFT, "samenvatting geschreven (5 woorden)"),
        (EMPTY, replace(EMPTY, status="draft", positions=(NL,)), "standpunt Nederland toegevoegd"),
        (EMPTY, replace(EMPTY, positions=(NL, EC)), "2 standpunten toegevoegd"),
        (DRAFT, replace(DRAFT, status="review"), "ter beoordeling ingeleverd"),
        (DRAFT, replace(DRAFT, status="approved"), "goedgekeurd"),
        (replace(DRAFT, status="approved"), DRAFT, "heropend"),
        (
            replace(DRAFT, positions=(NL,)),
            replace(
                DRAFT,
                positions=(replace(NL, stance="support"),),
                sentences=text("Een zin.", "Twee.", "Drie."),
            ),
            "standpunt Nederland gewijzigd, en meer",
        ),
        (DRAFT, replace(DRAFT, sentences=text("Een zin.", "Anders.")), None),
        (DRAFT, replace(DRAFT, sentences=()), "samenvatting leeggemaakt"),
        (
            DRAFT,
            replace(DRAFT, sentences=(*DRAFT.sentences, SummarySentence("Vier."))),
            "1 zin toegevoegd",
        ),
        (
            DRAFT,
            replace(DRAFT, sentences=tuple(replace(s, evidence=(9,)) for s in DRAFT.sentences)),
            "bronzinnen aangepast",
        ),
        (replace(DRAFT, positions=(NL,)), DRAFT, "standpunt Nederland verwijderd"),
        (
            replace(DRAFT, positions=(NL, EC)),
            replace(DRAFT, positions=(EC, NL)),
            "volgorde standpunten gewijzigd",
        ),
        (DRAFT, replace(DRAFT, rejected=(EC,)), "1 voorstel niet overgenomen"),
        (DRAFT, replace(DRAFT, next_steps=(NextStep("Stemming"),)), "1 vervolgstap toegevoegd"),
        (DRAFT, replace(DRAFT, commitments=(Commitment("Brief"),)), "1 toezegging toegevoegd"),
        (
            replace(DRAFT, remarks=(Remark("Klopt dit?"),)),
            replace(DRAFT, remarks=(Remark("Klopt dit?", resolved=True),)),
            "1 opmerking bijgewerkt",
        ),
        (DRAFT, replace(DRAFT, topics=("schengen",)), "onderwerpen aangepast"),
        (DRAFT, replace(DRAFT, claim="Noor"), "opgepakt door Noor"),
        (DRAFT, replace(DRAFT, source="abc"), "bron vergeleken"),
        (DRAFT, replace(DRAFT, other=(Section("X", ()),)), "overige tekst gewijzigd"),
        (DRAFT, DRAFT, "vorm aangepast"),
    ],
)
def test_a_change_in_words(old: Summary | None, new: Summary | None, words: str | None) -> None:
    found = describe_change(old, new, "nl")
    assert words is None or found == words
    assert found
    assert describe_change(old, new, "en")


def test_one_rewritten_and_one_deleted_sentence() -> None:
    new = replace(DRAFT, sentences=text("Een zin.", "Anders."))
    assert describe_change(DRAFT, new, "nl") == "1 zin herschreven, 1 zin geschrapt"


def test_sentences_that_only_moved_are_neither_added_nor_deleted() -> None:
    for sentences, words in (
        (("Twee zinnen.", "Een zin.", "Drie."), "1 zin verplaatst"),
        (("Drie.", "Een zin.", "Twee zinnen.", "Vier."), "1 zin toegevoegd, 1 zin verplaatst"),
        (("Drie.", "Twee zinnen.", "Een zin."), "2 zinnen verplaatst"),
        (("Twee zinnen.", "Een zin."), "1 zin geschrapt, 1 zin verplaatst"),
    ):
        new = replace(DRAFT, sentences=text(*sentences))
        assert describe_change(DRAFT, new, "nl") == words
    twice = replace(DRAFT, sentences=text("Een zin.", "Een zin."))
    assert describe_change(twice, replace(twice, sentences=text("Een zin.")), "nl") == (
        "1 zin geschrapt"
    )


def test_every_change_of_a_list_has_words() -> None:
    for language in ("nl", "en"):
        for name in ("rejected", "next_steps", "commitments", "remarks", "dismissals"):
            for kind in ("added", "removed", "changed"):
                assert set(labels(language, f"history.change.{name}_{kind}")) == {"one", "other"}


def test_what_is_about_no_meeting_is_told_in_the_language_of_the_newest(
    workspace: Workspace,
) -> None:
    assert workspace.language_of() == "nl"
    path = next((workspace.root / "summaries").glob("*/*/meeting.toml"))
    path.write_text(path.read_text("utf-8").replace('language = "nl"', 'language = "en"'), "utf-8")
    assert Workspace(workspace.root).language_of() == "en"
    path.write_text("damaged", "utf-8")
    assert Workspace(workspace.root).language_of() == "nl"


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        (
            "JBZ 2031-06-12 I.5 Samenwerking bij…: opgepakt door Noor",
            "JBZ 2031-06-12 I.5 Samenwerking bij…: taken up by Noor",
        ),
        ("JBZ 2031-06-12: af vóór 2 juni 2031", "JBZ 2031-06-12: due by 2 June 2031"),
        (
            "JBZ 2031-06-12 I.5 X: ongedaan gemaakt – toegewezen aan Sam, uiterlijk 2031-06-20",
            "JBZ 2031-06-12 I.5 X: undone – assigned to Sam, due 2031-06-20",
        ),
        (
            "JBZ 2031-06-12 I.5 X: standpunt Duitsland gewijzigd, 2 zinnen geschrapt, en meer",
            "JBZ 2031-06-12 I.5 X: position of Germany changed, 2 sentences deleted, and more",
        ),
        (
            "JBZ 2031-06-12 I.5 X: toegewezen aan Wit, N.",
            "JBZ 2031-06-12 I.5 X: assigned to Wit, N.",
        ),
        ("Woordenlijst: af vóór de zomer", "Word list: af vóór de zomer"),
        ("JBZ 2031-06-12: due by 31 June 2031", "JBZ 2031-06-12: due by 31 June 2031"),
        ("eigen woorden van een mens", "eigen woorden van een mens"),
    ],
)
def test_a_save_is_told_in_the_language_of_the_reader(subject: str, expected: str) -> None:
    use("en")
    assert retold(subject) == expected
    use("nl")
    back = retold(subject)
    assert back == subject or "31 June" in subject


def test_what_was_told_ahead_waits_for_nothing_when_it_is_shown(monkeypatch) -> None:
    subject = "JBZ 2031-06-12 I.5 X: toegewezen aan Tell, A."
    use("en")
    tell_ahead([subject])
    monkeypatch.setattr(retelling, "_retold", None)
    assert retold(subject) == "JBZ 2031-06-12 I.5 X: assigned to Tell, A."
