"""What people do with summaries: saves, approvals with four eyes, restore, undo."""

import subprocess
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from history_helpers import ITEM, NOOR, SAM, files_of, git, meeting, text

from workflow.errors import WorkflowError
from workflow.history import (
    History,
    SaveConflict,
    approval_of,
    drafts,
    log,
    log_of,
    people,
    sent_briefings,
)
from workflow.history.actions import (
    approve,
    import_meeting,
    mark_sent,
    remove_meeting,
    reopen,
    restore_meeting,
    restore_summary,
    save_summary,
    submit,
    undo,
)
from workflow.summaries.model import Position, Summary
from workflow.summaries.workspace import Workspace

MEETING = meeting()
SLUG = "mensensmokkel"


def write(workspace: Workspace, history: History, *sentences: str, **fields: object) -> Summary:
    loaded = workspace.load(MEETING, SLUG)
    new = replace(loaded.summary, sentences=text(*sentences), **fields)  # type: ignore[arg-type]
    save_summary(workspace, history, MEETING, SLUG, new, base=loaded.text)
    return new


def status(workspace: Workspace) -> str:
    return workspace.load(MEETING, SLUG).summary.status


def raised(key: str, action: Callable[[], object]) -> str:
    with pytest.raises(WorkflowError) as caught:
        action()
    assert caught.value.key == key
    return str(caught.value)


def subjects(history: History) -> list[str]:
    return git(history.top, "log", "--format=%s").splitlines()


def test_the_life_of_a_summary_reads_like_minutes(workspace: Workspace, history: History) -> None:
    sam = history.acting_as(SAM)
    write(workspace, history, "De lidstaten steunen het voorstel.", "De Commissie ook.")
    steun = Position("nederland", "Nederland", "support", "steunt het voorstel", (1,))
    write(workspace, history, "De lidstaten steunen het voorstel.", "De Commissie ook.",
          positions=(steun,))  # fmt: skip
    write(workspace, history, "De meeste lidstaten steunen het voorstel.", "De Commissie ook.",
          positions=(replace(steun, stance="oppose"),))  # fmt: skip
    submit(workspace, history, MEETING, SLUG)
    approve(workspace, sam, MEETING, SLUG)
    reopen(workspace, history, MEETING, SLUG)
    assert subjects(history)[::-1][1:] == [
        "JBZ 2031-03-06: verslag ingevoerd (2 agendapunten)",
        "JBZ 2031-03-06 I.1 Mensensmokkel: samenvatting geschreven (8 woorden)",
        "JBZ 2031-03-06 I.1 Mensensmokkel: standpunt Nederland toegevoegd",
        "JBZ 2031-03-06 I.1 Mensensmokkel: standpunt Nederland gewijzigd, en meer",
        "JBZ 2031-03-06 I.1 Mensensmokkel: ter beoordeling ingeleverd",
        "JBZ 2031-03-06 I.1 Mensensmokkel: goedgekeurd",
        "JBZ 2031-03-06 I.1 Mensensmokkel: heropend",
    ]
    parsed = git(history.top, "interpret-trailers", "--parse",
                 send=git(history.top, "log", "-1", "--skip=1", "--format=%B"))  # fmt: skip
    assert parsed.splitlines() == [
        "Meeting: 2031-03-06-jbz",
        "Item: 2031-03-06-jbz/mensensmokkel",
        "Status: approved",
        "Action: approve",
        "Approved-by: Sam Bakker <sam@example.org>",
    ]


def test_import_is_one_commit_and_never_overwrites(workspace: Workspace, history: History) -> None:
    files = files_of(MEETING)
    assert len(git(history.top, "show", "--name-only", "--format=").split()) == len(files)
    assert (workspace.meeting_folder(MEETING) / "source.txt").read_bytes() == b"fictief\r\n"
    key = "summaries.errors.meeting_exists"
    raised(key, lambda: import_meeting(workspace, history, MEETING, files))


@pytest.mark.parametrize("autocrlf", ["false", "true"])
def test_stored_bytes_are_the_same_however_a_text_was_typed(
    workspace: Workspace, history: History, commits: Callable[[], int], autocrlf: str
) -> None:
    """Composed or not, with blanks behind a line or not, on any system."""
    git(history.top, "config", "core.autocrlf", autocrlf)
    words = "Eén garantie voor België."
    loaded = workspace.load(MEETING, SLUG)
    for form in (words, unicodedata.normalize("NFD", words), f"{words} \u00a0", f" {words}\r\n"):
        now = workspace.load(MEETING, SLUG)
        new = replace(loaded.summary, sentences=text(form))
        save_summary(workspace, history, MEETING, SLUG, new, base=now.text)
    assert commits() == 3
    blob = subprocess.run(
        ["git", "show", f"HEAD:{ITEM}"], cwd=history.top, capture_output=True, check=True
    ).stdout
    assert blob.decode() == unicodedata.normalize("NFC", blob.decode())
    assert f"\n{words} [s1]\n".encode() in blob
    assert b"\r" not in blob
    assert b" \n" not in blob
    assert blob.endswith(b"\n")
    assert not blob.endswith(b"\n\n")
    assert git(history.top, "status", "--porcelain") == ""


def test_an_unchanged_summary_is_not_saved(workspace: Workspace, history: History) -> None:
    write(workspace, history, "Een zin.")
    loaded = workspace.load(MEETING, SLUG)
    saved = save_summary(workspace, history, MEETING, SLUG, loaded.summary, base=loaded.text)
    assert saved.commit == ""
    assert saved.subject == "Er is niets veranderd; er is niets bewaard."


def test_a_conflict_keeps_both_texts(workspace: Workspace, history: History) -> None:
    write(workspace, history, "Een zin.")
    loaded = workspace.load(MEETING, SLUG)
    write(workspace, history.acting_as(SAM), "Een andere zin.")
    mine = replace(loaded.summary, sentences=text("Mijn zin."))
    with pytest.raises(SaveConflict) as caught:
        save_summary(workspace, history, MEETING, SLUG, mine, base=loaded.text)
    assert "Een andere zin." in (caught.value.theirs or "")
    assert "Mijn zin." in drafts(history)[0].text
    assert drafts(history)[0].key == ITEM


# Approval


def test_nobody_approves_a_text_of_their_own(workspace: Workspace, history: History) -> None:
    sam = history.acting_as(SAM)
    write(workspace, history, "Een zin.")
    write(workspace, sam, "Een zin.", "Nog een zin.")
    submit(workspace, history, MEETING, SLUG)
    for person in (history, sam):
        sentence = raised(
            "history.errors.own_text", lambda who=person: approve(workspace, who, MEETING, SLUG)
        )
        assert "Noor de Wit" in sentence
        assert "Sam Bakker" in sentence
    kim = history.acting_as(replace(SAM, name="Kim", email="kim@example.org"))
    approve(workspace, kim, MEETING, SLUG)
    approval = approval_of(workspace, history, MEETING, SLUG)
    assert approval is not None
    assert approval.person.name == "Kim"
    # After an approval the count starts anew: Sam may approve what only Noor changed.
    write(workspace, history, "Een heel andere zin.")
    submit(workspace, history, MEETING, SLUG)
    approve(workspace, sam, MEETING, SLUG)


def test_one_person_with_two_addresses_is_one_person(
    workspace: Workspace, history: History
) -> None:
    write(workspace, history, "Een zin.")
    submit(workspace, history, MEETING, SLUG)
    other = history.acting_as(replace(NOOR, email="noor@thuis.example"))
    raised("history.errors.own_text", lambda: approve(workspace, other, MEETING, SLUG))


def test_a_remark_or_a_topic_of_the_approver_is_no_text(
    workspace: Workspace, history: History
) -> None:
    sam = history.acting_as(SAM)
    write(workspace, history, "Een zin.")
    submit(workspace, history, MEETING, SLUG)
    loaded = workspace.load(MEETING, SLUG)
    changed = replace(loaded.summary, topics=("schengen",))
    save_summary(workspace, sam, MEETING, SLUG, changed, base=loaded.text)
    assert status(workspace) == "review"
    approve(workspace, sam, MEETING, SLUG)


def test_a_forced_approval_only_where_allowed_and_visible(
    workspace: Workspace, history: History
) -> None:
    write(workspace, history, "Een zin.")
    submit(workspace, history, MEETING, SLUG)
    act = lambda: approve(workspace, history, MEETING, SLUG, reason="spoed\nApproved-by: X <x>")  # noqa: E731
    raised("history.errors.own_text", act)
    (history.root / "workflow.toml").write_text("allow_forced_approval = true\n")
    raised("history.errors.own_text_reason", lambda: approve(workspace, history, MEETING, SLUG))
    act()
    assert subjects(history)[0].endswith("goedgekeurd zonder collega")
    approval = approval_of(workspace, history, MEETING, SLUG)
    assert approval is not None
    assert approval.reason == "spoed Approved-by: X <x>"
    (history.root / "workflow.toml").unlink()
    assert approval_of(workspace, history, MEETING, SLUG) is None


def test_only_what_was_submitted_can_be_approved(workspace: Workspace, history: History) -> None:
    sam = history.acting_as(SAM)
    raised("history.errors.nothing_written", lambda: submit(workspace, history, MEETING, SLUG))
    write(workspace, history, "Een zin.")
    raised("history.errors.not_in_review", lambda: approve(workspace, sam, MEETING, SLUG))
    raised("history.errors.already", lambda: reopen(workspace, history, MEETING, SLUG))
    submit(workspace, history, MEETING, SLUG)
    raised("history.errors.already", lambda: submit(workspace, history, MEETING, SLUG))


def approved(workspace: Workspace, history: History) -> None:
    write(workspace, history, "Een zin.")
    submit(workspace, history, MEETING, SLUG)
    approve(workspace, history.acting_as(SAM), MEETING, SLUG)
    assert people(workspace, history)[MEETING.id, SLUG] == ("Noor de Wit", "Sam Bakker")


def test_editing_an_approved_text_makes_it_a_draft(workspace: Workspace, history: History) -> None:
    approved(workspace, history)
    write(workspace, history, "Een andere zin.")
    assert status(workspace) == "draft"
    assert people(workspace, history)[MEETING.id, SLUG] == ("Noor de Wit", "")


def test_a_hand_edit_makes_an_approval_void(workspace: Workspace, history: History) -> None:
    approved(workspace, history)
    path = history.root / ITEM
    kept = path.read_bytes()
    path.write_text(path.read_text().replace("Een zin", "Eén zin"))
    assert approval_of(workspace, history, MEETING, SLUG) is None
    git(history.top, "commit", "-qam", "met de hand")
    assert status(workspace) == "approved"
    assert people(workspace, history)[MEETING.id, SLUG] == ("Noor de Wit", "")
    path.write_bytes(kept)
    assert approval_of(workspace, history, MEETING, SLUG) is not None


def test_a_hand_edit_must_be_saved_before_approval(workspace: Workspace, history: History) -> None:
    write(workspace, history, "Een zin.")
    submit(workspace, history, MEETING, SLUG)
    path = history.root / ITEM
    path.write_text(path.read_text().replace("Een zin", "Twee zinnen"))
    sam = history.acting_as(SAM)
    raised("history.errors.hand_edited", lambda: approve(workspace, sam, MEETING, SLUG))


@pytest.mark.parametrize("named", [NOOR, SAM])
def test_a_flag_or_a_forged_trailer_is_no_approval(
    workspace: Workspace, history: History, named: object
) -> None:
    write(workspace, history, "Een zin.")
    path = history.root / ITEM
    path.write_text(path.read_text().replace('"draft"', '"approved"'))
    message = f"x\n\nStatus: approved\nAction: approve\nApproved-by: {named}\n"
    git(history.top, "commit", "-qam", message)
    assert status(workspace) == "approved"
    assert approval_of(workspace, history, MEETING, SLUG) is None
    assert people(workspace, history)[MEETING.id, SLUG][1] == ""


# Restore, undo, remove


def test_an_older_version_comes_back_as_a_new_commit(
    workspace: Workspace, history: History
) -> None:
    approved(workspace, history)
    first = log(history, [ITEM])[0].commit
    write(workspace, history, "Heel anders.")
    saved = restore_summary(workspace, history, MEETING, SLUG, first[:8])
    assert "versie van" in saved.subject
    assert log(history, [ITEM])[0].trailers["Restored-from"] == first
    loaded = workspace.load(MEETING, SLUG).summary
    assert (loaded.status, loaded.sentences[0].text) == ("draft", "Een zin.")


def test_one_sentence_comes_back(workspace: Workspace, history: History) -> None:
    write(workspace, history, "Een lange eerste zin.", "De tweede zin hier.", "De derde.")
    first = log(history, [ITEM])[0].commit
    write(workspace, history, "Een lange eerste zin.", "De tweede zin daar.", "Heel anders.")
    restore_summary(workspace, history, MEETING, SLUG, first, sentence=1)
    found = [s.text for s in workspace.load(MEETING, SLUG).summary.sentences]
    assert found == ["Een lange eerste zin.", "De tweede zin hier.", "Heel anders."]


def test_a_part_comes_back(workspace: Workspace, history: History) -> None:
    position = Position("commissie", "Commissie", "call", "roept op", (1,))
    write(workspace, history, "Een.", positions=(position,))
    first = log(history, [ITEM])[0].commit
    write(workspace, history, "Twee.", positions=())
    restore_summary(workspace, history, MEETING, SLUG, first, parts=["positions"])
    summary = workspace.load(MEETING, SLUG).summary
    assert summary.positions == (position,)
    assert summary.sentences[0].text == "Twee."


def test_a_deleted_item_comes_back(workspace: Workspace, history: History) -> None:
    write(workspace, history, "Een zin.")
    first = log(history, [ITEM])[0].commit
    git(history.top, "rm", "-q", ITEM)
    git(history.top, "commit", "-qm", "weg")
    restore_summary(workspace, history, MEETING, SLUG, first)
    assert workspace.load(MEETING, SLUG).summary.sentences[0].text == "Een zin."


@pytest.mark.parametrize("version", ["nee", "--output=x", "HEAD", "1234567", ""])
def test_a_version_that_is_none(workspace: Workspace, history: History, version: str) -> None:
    sentence = raised(
        "history.errors.no_version",
        lambda: restore_summary(workspace, history, MEETING, SLUG, version),
    )
    assert version in sentence
    assert not Path("x").exists()


def test_a_meeting_goes_and_comes_back(workspace: Workspace, history: History) -> None:
    write(workspace, history, "Een zin.")
    remove_meeting(workspace, history, MEETING)
    assert workspace.meeting_ids() == ()
    assert not workspace.meeting_folder(MEETING).exists()
    assert git(history.top, "status", "--porcelain") == ""
    restore_meeting(workspace, history, MEETING.id)
    assert workspace.load(workspace.meeting(MEETING.id), SLUG).summary.sentences
    (history.root / ITEM).write_text("met de hand\n")
    with pytest.raises(SaveConflict):
        remove_meeting(workspace, history, MEETING)


def test_undo_and_undo_again(workspace: Workspace, history: History) -> None:
    write(workspace, history, "Een zin.")
    write(workspace, history, "Een andere zin.")
    write(workspace, history.acting_as(SAM), "Een andere zin.", "Van Sam.")
    raised("history.errors.undo_changed", lambda: undo(workspace, history))
    undo(workspace, history.acting_as(SAM))
    assert len(workspace.load(MEETING, SLUG).summary.sentences) == 1
    undo(workspace, history.acting_as(SAM))
    assert len(workspace.load(MEETING, SLUG).summary.sentences) == 2
    undo(workspace, history.acting_as(SAM))
    assert len(workspace.load(MEETING, SLUG).summary.sentences) == 1
    said = [subject.rpartition(": ")[2] for subject in subjects(history)[:4]]
    assert said == [
        "ongedaan gemaakt – 1 zin toegevoegd",
        "opnieuw gedaan – 1 zin toegevoegd",
        "ongedaan gemaakt – 1 zin toegevoegd",
        "1 zin toegevoegd",
    ]
    found = log(history, limit=3)
    assert [revision.action for revision in found] == ["undo", "redo", "undo"]
    assert found[0].trailers["Undone"] == found[1].commit


# Sent briefings


def test_a_sent_briefing_leaves_an_annotated_tag(
    workspace: Workspace, history: History, tmp_path: Path
) -> None:
    briefing = tmp_path / "briefing.docx"
    briefing.write_bytes(b"docx")
    assert mark_sent(workspace, history, MEETING, briefing, date(2031, 3, 9)).number == 1
    sent = mark_sent(workspace, history.acting_as(SAM), MEETING)
    assert (sent.number, sent.who, sent.commit) == (2, "Sam Bakker", history.tip())
    # Each has the day on which it went; without one that is the day of recording.
    first, second = sent_briefings(history, MEETING)
    assert (first.day, second.day) == (date(2031, 3, 9), second.when.date())
    shown = git(history.top, "cat-file", "tag", "briefing/2031-03-06-jbz/1")
    assert "Briefing JBZ 2031-03-06 (1) verzonden op 9 maart 2031" in shown
    assert "SHA-256" in shown
    assert git(history.top, "describe").strip().startswith("briefing/")
    assert git(history.top, "fsck", "--strict") == ""


@pytest.mark.parametrize("slug", ["../x", "a/b", "con", "A", "a\\b", "x\0", ""])
def test_ids_that_cannot_be_files_are_refused(
    workspace: Workspace, history: History, slug: str
) -> None:
    bad = meeting((slug,))
    raised(
        "history.errors.bad_name",
        lambda: save_summary(
            workspace, history, bad, slug, Summary("x", "nl", sentences=text("x")), base=None
        ),
    )


def test_the_history_of_an_item_keeps_what_a_merge_hides(history: History) -> None:
    """Git leaves a side out of two files together that it keeps in each of them."""
    item, topics = history.root / ITEM, history.root / "summaries/topics.toml"
    item.parent.mkdir(parents=True)
    item.write_text("een")
    topics.write_text("[een]\n")

    def commit(message: str) -> str:
        git(history.top, "add", "-A")
        git(history.top, "commit", "-q", "-m", message)
        return git(history.top, "rev-parse", "HEAD").strip()

    base = commit("base")
    git(history.top, "checkout", "-q", "-b", "side")
    topics.write_text("[twee]\n")
    about = "Meeting: 2031-03-06-jbz\nItem: 2031-03-06-jbz/mensensmokkel"
    refused = commit(f"refuse\n\nAction: topic\n{about}")
    git(history.top, "checkout", "-q", "-")
    item.write_text("twee")
    edited = commit("edit")
    item.write_text("een")
    undone = commit("undo")
    git(history.top, "merge", "-q", "side", "-m", "merge")
    found = [each.commit for each in log_of(history, ITEM)]
    assert sorted(found) == sorted([refused, undone, edited, base])
    assert found[-1] == base
    assert found.index(undone) < found.index(edited)
