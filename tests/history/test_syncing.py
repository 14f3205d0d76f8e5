"""Two people, two clones, one shared place."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from history_helpers import ITEM, NOOR, SAM, git, meeting
from sharing_desks import Desk, assert_agree, breaks

from workflow.errors import WorkflowError
from workflow.history import History, Message, open_history, read_at, save
from workflow.history.actions import mark_sent, reissue_meeting
from workflow.history.contact import find_place
from workflow.history.sending import sent_briefings
from workflow.history.sharing import open_proposals, sharing
from workflow.history.syncing import sync
from workflow.summaries.workspace import Workspace

MESSAGE = Message("Zin", "", [("Action", "edit")])


def test_what_one_saves_the_other_gets(noor: Desk, sam: Desk) -> None:
    sam.write("schengen", "Van Sam.")
    out = sam.sync()
    assert [r.subject for r in out.outgoing] == [sam.git("log", "-1", "--format=%s").strip()]
    assert out.incoming == ()
    back = noor.sync()
    assert [r.author for r in back.incoming] == ["Sam Bakker"]
    assert back.outgoing == ()
    assert noor.texts("schengen") == ["Van Sam."]
    assert_agree(noor, sam)
    again = noor.sync()
    assert (again.incoming, again.outgoing, again.unshared) == ((), (), 0)


def test_two_people_in_different_sentences_are_both_kept(noor: Desk, sam: Desk) -> None:
    sam.write("mensensmokkel", "Een een van Sam.", "Twee twee twee.", "Drie drie drie.")
    noor.write("mensensmokkel", "Een een een.", "Twee twee twee.", "Drie drie van Noor.")
    sam.sync()
    result = noor.sync()
    assert result.asked == result.open == ()
    wanted = ["Een een van Sam.", "Twee twee twee.", "Drie drie van Noor."]
    assert noor.texts("mensensmokkel") == wanted
    sam.sync()
    assert sam.texts("mensensmokkel") == wanted
    assert_agree(noor, sam)
    commit = noor.git("log", "-1", "--format=%an|%s|%(trailers:only,unfold)").strip()
    assert commit == "Noor de Wit|Samengevoegd met werk van Sam Bakker|Action: sync"
    assert noor.git("rev-list", "--parents", "-1", "HEAD").count(" ") == 2


def test_the_same_sentence_waits_as_a_proposal_for_both(noor: Desk, sam: Desk) -> None:
    sam.write("mensensmokkel", "Een een van Sam.", "Twee twee twee.", "Drie drie drie.")
    noor.write("mensensmokkel", "Een een van Noor.", "Twee twee twee.", "Drie drie drie.")
    sam.sync()
    result = noor.sync()
    assert result.asked == result.open == (ITEM,)
    (proposal,) = noor.read("mensensmokkel").proposals
    assert proposal.author == "Noor de Wit"
    assert proposal.mine == ("Een een van Noor. [s1]",)
    assert noor.texts("mensensmokkel")[0] == "Een een van Sam."
    other = sam.sync()
    assert (other.asked, other.open) == ((), (ITEM,))
    assert sam.read("mensensmokkel").proposals == (proposal,)
    assert_agree(noor, sam)
    sam.write("mensensmokkel", proposals=())
    sam.sync()
    assert open_proposals(sam.history) == ()
    assert noor.sync().open == ()


def test_files_outside_follow_git_and_a_conflict_there_stops(noor: Desk, sam: Desk) -> None:
    lines = [f"regel {n}\n" for n in range(20)]
    (noor.history.top / "code.py").write_text("".join(lines))
    noor.git("add", "code.py")
    noor.git("commit", "-qm", "code")
    noor.sync()
    sam.sync()
    for desk, place in ((noor, 2), (sam, 17)):
        changed = [*lines]
        changed[place] = "anders\n"
        (desk.history.top / "code.py").write_text("".join(changed))
        desk.git("commit", "-qam", "anders")
    sam.sync()
    noor.sync()
    merged = (noor.history.top / "code.py").read_text().splitlines()
    assert (merged[2], merged[17]) == ("anders", "anders")
    for desk, words in ((noor, "een\n"), (sam, "twee\n")):
        (desk.history.top / "los.txt").write_text(words)
        desk.git("add", "los.txt")
        desk.git("commit", "-qm", "los")
    noor.write("schengen", "Blijft.")
    sam.sync()
    before = noor.state
    with pytest.raises(WorkflowError) as caught:
        noor.sync()
    assert caught.value.key == "history.errors.conflict_elsewhere"
    assert "los.txt" in str(caught.value)
    assert noor.state == before


def test_what_is_not_saved_stays_and_stops_only_what_touches_it(noor: Desk, sam: Desk) -> None:
    sam.write("schengen", "Van Sam.")
    sam.sync()
    mine = noor.history.root / ITEM
    mine.write_text(mine.read_text() + "\n## Met de hand\n\nzin\n")
    (noor.history.top / "staged.txt").write_text("1\n")
    noor.git("add", "staged.txt")
    untouched = noor.git("status", "--porcelain")
    noor.sync()
    assert noor.texts("schengen") == ["Van Sam."]
    assert noor.git("status", "--porcelain") == untouched
    sam.write("mensensmokkel", "Een een van Sam.")
    sam.sync()
    before = noor.state
    with pytest.raises(WorkflowError) as caught:
        noor.sync()
    assert caught.value.key == "history.errors.unsaved_here"
    assert noor.state == before


def test_an_untracked_file_in_the_way_is_not_overwritten(noor: Desk, sam: Desk) -> None:
    save(sam.history, {"summaries/los.md": b"van Sam\n"}, MESSAGE)
    sam.sync()
    (noor.history.root / "summaries" / "los.md").write_text("van Noor\n")
    before = noor.state
    with pytest.raises(WorkflowError):
        noor.sync()
    assert noor.state == before


def test_nothing_named_yet_and_naming_it_once(
    workspace: Workspace, history: History, tmp_path: Path
) -> None:
    with pytest.raises(WorkflowError) as caught:
        sync(workspace, history)
    assert caught.value.key == "history.errors.no_place"
    place = tmp_path / "plek.git"
    git(tmp_path, "init", "-q", "--bare", "--initial-branch=main", str(place))
    for bad in ("ext::sh -c x", "--upload-pack=x", ""):
        if bad:
            with pytest.raises(WorkflowError):
                sync(workspace, history, address=bad)
    assert len(sync(workspace, history, address=str(place)).outgoing) == 2
    assert git(place, "rev-parse", "main") == git(history.top, "rev-parse", "HEAD")
    with pytest.raises(WorkflowError) as caught:
        sync(workspace, history, address=str(place))
    assert caught.value.key == "history.errors.connected"


def test_an_empty_folder_becomes_the_shared_place(
    workspace: Workspace, history: History, tmp_path: Path
) -> None:
    place = tmp_path / "Gedeelde schijf"
    place.mkdir()
    (place / "desktop.ini").touch()
    assert len(sync(workspace, history, address=str(place)).outgoing) == 2
    git(tmp_path, "clone", "-q", str(place), str(tmp_path / "colleague"))
    assert (tmp_path / "colleague" / "summaries").is_dir()


def test_a_place_with_which_nothing_came_about_is_asked_for_again(
    workspace: Workspace, history: History, tmp_path: Path
) -> None:
    full, gone = tmp_path / "vol", tmp_path / "weg"
    full.mkdir()
    (full / "brief.docx").touch()
    nobody = f"file://{gone}"
    for address, key in ((full, "other_files"), (gone, "no_folder"), (nobody, "nowhere")):
        with pytest.raises(WorkflowError) as caught:
            sync(workspace, history, address=str(address))
        assert caught.value.key == f"history.errors.{key}"
        assert find_place(history) is None
    assert [each.name for each in full.iterdir()] == ["brief.docx"]
    assert not gone.exists()


def test_a_clone_of_a_folder_made_with_another_first_branch_has_the_work(
    workspace: Workspace, history: History, tmp_path: Path
) -> None:
    place = tmp_path / "another.git"
    git(tmp_path, "init", "-q", "--bare", "--initial-branch=elsewhere", str(place))
    sync(workspace, history, address=str(place))
    git(tmp_path, "clone", "-q", str(place), str(tmp_path / "colleague"))
    assert (tmp_path / "colleague" / "summaries").is_dir()


def test_the_board_can_say_what_is_not_shared_and_how_old_it_is(noor: Desk) -> None:
    assert sharing(noor.history).unshared == 0
    assert sharing(noor.history).when is not None
    noor.write("schengen", "Een.")
    noor.write("schengen", "Twee.")
    assert sharing(noor.history).unshared == 2
    assert noor.sync().unshared == 0
    assert sharing(noor.history).unshared == 0


def rewrite(place: Path) -> None:
    other = place.parent / "ander"
    git(place.parent, "clone", "-q", str(place), str(other))
    git(other, "reset", "-q", "--hard", "HEAD~1")
    git(other, "commit", "-q", "--amend", "-m", "herschreven")
    git(other, "push", "-q", "--force", "origin", "main")


def forbid(place: Path) -> None:
    hook = place / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'GL: main is beschermd' >&2\nexit 1\n")
    hook.chmod(0o755)


def replace_by_another(place: Path) -> None:
    place.rename(place.with_suffix(".oud"))
    other = place.parent / "vreemd"
    git(place.parent, "init", "-q", "--initial-branch=main", str(other))
    git(other, "commit", "-q", "--allow-empty", "-m", "vreemd")
    git(place.parent, "clone", "-q", "--bare", str(other), str(place))


@pytest.mark.parametrize(
    ("harm", "key"),
    [
        (lambda place: place.rename(place.with_suffix(".weg")), "nowhere"),
        (rewrite, "rewritten"),
        (forbid, "refused"),
        (replace_by_another, "rewritten"),
    ],
)
def test_a_place_that_went_wrong(
    noor: Desk, sam: Desk, tmp_path: Path, harm: Callable[[Path], None], key: str
) -> None:
    sam.write("schengen", "Van Sam.")
    sam.sync()
    noor.write("mensensmokkel", "Iets.")
    harm(tmp_path / "gedeeld.git")
    breaks(noor, key)
    noor.write("mensensmokkel", "Nog iets.")
    if key == "refused":
        (tmp_path / "gedeeld.git" / "hooks" / "pre-receive").unlink()
        noor.sync()
        assert noor.texts("schengen") == ["Van Sam."]


def test_work_that_has_nothing_in_common_is_refused(noor: Desk, tmp_path: Path) -> None:
    replace_by_another(tmp_path / "gedeeld.git")
    noor.git("update-ref", "-d", "refs/workflow/shared")
    breaks(noor, "unrelated")


def test_the_refusal_is_in_the_words_of_the_place(noor: Desk, tmp_path: Path) -> None:
    noor.write("schengen", "Iets.")
    forbid(tmp_path / "gedeeld.git")
    with pytest.raises(WorkflowError, match="main is beschermd"):
        noor.sync()


def test_states_in_which_sharing_waits(noor: Desk, tmp_path: Path) -> None:
    noor.git("checkout", "-q", "--detach")
    breaks(noor, "detached")
    noor.git("checkout", "-q", "main")
    (noor.history.git_dir / "MERGE_HEAD").write_text(noor.git("rev-parse", "HEAD"))
    breaks(noor, "in_progress.merge")
    (noor.history.git_dir / "MERGE_HEAD").unlink()
    address = f"file://{tmp_path / 'gedeeld.git'}"
    git(tmp_path, "clone", "-q", "--depth=1", address, "ondiep")
    breaks(Desk(open_history(tmp_path / "ondiep", SAM)), "shallow")


def test_work_under_another_name_is_named(noor: Desk, tmp_path: Path) -> None:
    git(tmp_path / "gedeeld.git", "branch", "-m", "main", "hoofd")
    noor.git("update-ref", "-d", "refs/workflow/shared")
    breaks(noor, "other_branch")


def test_programs_of_the_folder_itself_do_not_run(noor: Desk, tmp_path: Path) -> None:
    from workflow.history.ownership import _MARK

    (noor.history.common_dir / _MARK).unlink()
    noor.git("config", "core.sshCommand", f"touch {tmp_path / 'ran'}")
    breaks(noor, "untrusted_contact")
    assert not (tmp_path / "ran").exists()


def test_a_password_in_the_address_is_never_shown(noor: Desk) -> None:
    noor.git("remote", "set-url", "origin", "https://noor:geheim@localhost:1/x.git")
    with pytest.raises(WorkflowError) as caught:
        noor.sync()
    assert caught.value.key == "history.errors.unreachable"
    assert "geheim" not in str(caught.value)
    assert "geheim" not in sharing(noor.history).where


def test_briefings_sent_on_two_sides_are_both_kept(noor: Desk, sam: Desk) -> None:
    mark_sent(sam.workspace, sam.history, meeting())
    mark_sent(noor.workspace, noor.history, meeting())
    sam.sync()
    result = noor.sync()
    assert len(result.notices) == 1
    sam.sync()
    for desk in (noor, sam):
        assert [s.who for s in sent_briefings(desk.history, meeting())] == [SAM.name, NOOR.name]


def test_undo_never_takes_back_what_a_colleague_did(noor: Desk, sam: Desk) -> None:
    from workflow.history.actions import undo

    sam.write("schengen", "Van Sam.")
    sam.sync()
    noor.write("mensensmokkel", "Een een anders.")
    noor.sync()
    undo(noor.workspace, noor.history)
    assert noor.texts("schengen") == ["Van Sam."]
    assert noor.texts("mensensmokkel") == ["Een een een.", "Twee twee twee.", "Drie drie drie."]


def test_a_reissue_and_a_removed_file_come_over(noor: Desk, sam: Desk) -> None:
    files: dict[str, bytes | None] = {"report.md": b"# nieuw\n", "schengen.md": None}
    reissue_meeting(sam.workspace, sam.history, meeting(("mensensmokkel",)), files)
    sam.sync()
    noor.sync()
    assert not (noor.history.root / ITEM).with_name("schengen.md").exists()
    assert read_at(noor.history, noor.history.tip(), ITEM) is not None
    assert_agree(noor, sam)


@pytest.mark.parametrize("minutes", [5, 0])
def test_a_lock_left_in_the_shared_place_is_named(
    noor: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, minutes: int
) -> None:
    monkeypatch.setattr("workflow.history.syncing._LONGEST_WAIT", 0.0)
    monkeypatch.setattr("workflow.history.syncing.TRIES", 3)
    noor.write("schengen", "Van Noor.")
    lock = tmp_path / "gedeeld.git/refs/heads/main.lock"
    lock.touch()
    then = time.time() - 60 * minutes - 1
    os.utime(lock, (then, then))
    before = noor.state
    with pytest.raises(WorkflowError) as caught:
        noor.sync()
    assert caught.value.key == "history.errors.held"
    assert str(lock) in str(caught.value)
    assert f" {minutes} minuten" in str(caught.value)
    assert noor.state == before
    lock.unlink()
    assert noor.sync().unshared == 0
