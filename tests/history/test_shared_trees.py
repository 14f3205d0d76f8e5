"""Merges in unusual shapes, signed ones, and decisions that stand in two files."""

import shutil
import subprocess
from pathlib import Path

import pytest
from history_helpers import NOOR, SAM, clone, git, meeting
from sharing_desks import Desk, assert_agree, breaks

from workflow.errors import WorkflowError
from workflow.history import open_history
from workflow.summaries.model import OpenProposal
from workflow.summaries.proposals import decide
from workflow.summaries.topics import read_topics


def test_a_topic_decision_stands_in_both_files(noor: Desk) -> None:
    from workflow.history.handover import decide_proposal

    wanted = OpenProposal("topics", "Sam", "2031-03-07 14:05", shared=("schengen",))
    noor.write("mensensmokkel", topics=("schengen",), proposals=(wanted,))
    place = (noor.workspace, noor.history, meeting(), "mensensmokkel")
    decide_proposal(*place, 1, "mine")
    assert noor.read("mensensmokkel").topics == ()
    assert read_topics(noor.workspace).is_refused("2031-03-06-jbz/mensensmokkel", "schengen")
    with pytest.raises(WorkflowError):
        decide_proposal(*place, 1, "mine")


def test_a_topic_decided_while_editing_is_remembered_as_refused(noor: Desk) -> None:
    """What the screens do: the decision is part of the text that is saved later."""
    wanted = OpenProposal("topics", "Sam", "2031-03-07 14:05", shared=("schengen",))
    noor.write("mensensmokkel", topics=("schengen",), proposals=(wanted,))
    decided = decide(noor.read("mensensmokkel"), 0, "mine")
    noor.write("mensensmokkel", topics=decided.topics, proposals=decided.proposals)
    assert read_topics(noor.workspace).is_refused("2031-03-06-jbz/mensensmokkel", "schengen")
    assert noor.git("log", "-1", "--format=%(trailers:key=Action,valueonly)").strip() == "resolve"
    assert noor.git("status", "--porcelain") == ""
    back = OpenProposal("topics", "Sam", "2031-03-07 14:06", mine=("schengen",))
    noor.write("mensensmokkel", proposals=(back,))
    decided = decide(noor.read("mensensmokkel"), 0, "mine")
    noor.write("mensensmokkel", topics=decided.topics, proposals=decided.proposals)
    assert noor.read("mensensmokkel").topics == ("schengen",)
    assert not read_topics(noor.workspace).refused


def test_two_merges_of_the_same_work_lose_neither_choice(noor: Desk, sam: Desk) -> None:
    """Criss-cross with plain git: each merged the other's commit and kept their own words."""
    noor.write("mensensmokkel", "Van Noor.", "Twee twee twee.", "Drie drie drie.")
    sam.write("mensensmokkel", "Van Sam.", "Twee twee twee.", "Drie drie drie.")
    sam.write("schengen", "Alleen van Sam.")
    tips = [desk.git("rev-parse", "HEAD").strip() for desk in (noor, sam)]
    noor.git("fetch", "-q", str(sam.history.top), "main")
    sam.git("fetch", "-q", str(noor.history.top), "main")
    for desk, other in ((noor, tips[1]), (sam, tips[0])):
        who = ["-c", "user.name=Hand", "-c", "user.email=hand@example.org"]
        desk.git(*who, "merge", "-q", "-X", "ours", "-m", "hand", other)
    sam.sync()
    result = noor.sync()
    assert len(noor.git("merge-base", "--all", "HEAD^1", "HEAD^2").split()) == 2
    assert len(result.asked) == 1
    sam.sync()
    for desk in (noor, sam):
        item = desk.read("mensensmokkel")
        assert item.sentences[0].text == "Van Sam."
        assert [p.mine for p in item.proposals] == [("Van Noor. [s1]",)]
        assert desk.texts("schengen") == ["Alleen van Sam."]
    assert_agree(noor, sam)


def test_the_first_to_share_through_an_empty_place(noor: Desk, tmp_path: Path) -> None:
    place = tmp_path / "leeg.git"
    git(tmp_path, "init", "-q", "--bare", "--initial-branch=main", str(place))
    empty = Desk(clone(place, tmp_path / "leeg", SAM))
    breaks(empty, "nothing_to_share")
    noor.git("remote", "set-url", "origin", str(place))
    noor.git("update-ref", "-d", "refs/workflow/shared")
    noor.git("update-ref", "-d", "refs/remotes/origin/main")
    assert noor.sync().outgoing
    assert empty.sync().incoming
    assert_agree(noor, empty)


@pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="ssh-keygen is not installed")
def test_a_merge_is_signed_where_saves_are(
    noor: Desk, sam: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, known, config = (tmp_path / name for name in ("sleutel", "bekend", "gitconfig"))
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "noor", "-f", str(key)]
    subprocess.run(command, check=True)
    known.write_text(f"{NOOR.email} {key.with_suffix('.pub').read_text()}")
    config.write_text(
        f"[commit]\ngpgsign = true\n[gpg]\nformat = ssh\n[user]\nsigningkey = {key}\n"
        f'[gpg "ssh"]\nallowedSignersFile = {known}\n'
    )
    sam.write("schengen", "Van Sam.")
    sam.sync()
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    signing = Desk(open_history(noor.history.root, NOOR))
    signing.write("mensensmokkel", "Een een een.", "Twee twee twee.", "Drie drie van Noor.")
    signing.sync()
    facts = signing.git("log", "-1", "--format=%G?|%P|%an|%s").strip().split("|")
    assert facts[0] == "G"
    assert len(facts[1].split()) == 2
    assert facts[2:] == [NOOR.name, "Samengevoegd met werk van Sam Bakker"]
    sam.sync()
    assert_agree(signing, sam)
