"""Approvals and what colleagues do beside them."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from history_helpers import ITEM, NOOR, SAM, meeting
from sharing_desks import Desk, assert_agree

from workflow.cli import main
from workflow.errors import WorkflowError
from workflow.history import Person, approval_of, open_history, people
from workflow.history.actions import approve, reopen, submit
from workflow.history.handover import assign, claim
from workflow.history.standings import whole_board
from workflow.summaries.boardfacts import NOT_COUNTING
from workflow.summaries.model import Remark

KEY = ("2031-03-06-jbz", "mensensmokkel")


def approved(noor: Desk, sam: Desk) -> None:
    """Noor's text, approved by Sam on his side."""

    submit(noor.workspace, noor.history, meeting(), "mensensmokkel")
    noor.sync()
    sam.sync()
    approve(sam.workspace, sam.history, meeting(), "mensensmokkel")


def counts(desk: Desk) -> str:
    """Who approved the item as it stands, by both ways of asking."""
    approval = approval_of(desk.workspace, desk.history, meeting(), "mensensmokkel")
    name = approval.person.name if approval else ""
    assert people(desk.workspace, desk.history)[KEY][1] == name
    return name


def test_an_approval_stands_beside_claims_remarks_and_topics(noor: Desk, sam: Desk) -> None:
    approved(noor, sam)
    noor.write("mensensmokkel", topics=("schengen",))
    noor.write("mensensmokkel", remarks=(Remark("Mooi zo.", "Noor", "2031-03-07"),))
    sam.sync()
    noor.sync()
    assert noor.read("mensensmokkel").status == "approved"
    assert counts(noor) == SAM.name
    place = (noor.workspace, noor.history, meeting(), "mensensmokkel")
    claim(*place, date(2031, 3, 7))
    assign(*place, person="Ada", reviewer="Piet", until="2031-03-20")
    assert counts(noor) == SAM.name
    noor.sync()
    sam.sync()
    assert counts(sam) == SAM.name
    summary = sam.read("mensensmokkel")
    assert (summary.claim, summary.assigned, summary.deadline) == (NOOR.name, "Ada", "2031-03-20")
    assert_agree(noor, sam)


def test_nobody_approves_what_they_wrote_beside_an_approval(noor: Desk, sam: Desk) -> None:
    """What Noor wrote before Sam approved, but elsewhere, was not seen by Sam."""

    submit(noor.workspace, noor.history, meeting(), "mensensmokkel")
    noor.sync()
    sam.sync()
    noor.history.moment = datetime(2031, 3, 1, tzinfo=UTC)
    noor.write("mensensmokkel", "Een een een.", "Twee twee twee.", "Drie drie anders.")
    sam.history.moment = datetime(2031, 3, 2, tzinfo=UTC)
    approve(sam.workspace, sam.history, meeting(), "mensensmokkel")
    sam.sync()
    noor.sync()
    noor.history.moment = sam.history.moment = None
    assert counts(noor) == ""
    with pytest.raises(WorkflowError) as caught:
        approve(noor.workspace, noor.history, meeting(), "mensensmokkel")
    assert caught.value.key == "history.errors.own_text"
    sam.sync()
    approve(sam.workspace, sam.history, meeting(), "mensensmokkel")
    assert counts(sam) == SAM.name


def test_an_approval_is_void_once_a_colleague_edits(
    noor: Desk, sam: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    key = ("2031-03-06-jbz", "mensensmokkel")
    submit(noor.workspace, noor.history, meeting(), "mensensmokkel")
    noor.sync()
    sam.sync()
    approve(sam.workspace, sam.history, meeting(), "mensensmokkel")
    assert people(sam.workspace, sam.history)[key][1] == SAM.name
    noor.write("mensensmokkel", "Een een een.", "Twee twee twee.", "Drie drie anders.")
    sam.sync()
    noor.sync()
    status = main(["--workspace", str(sam.history.root), "sync"])
    assert status == 0
    told = [line for line in capsys.readouterr().out.splitlines() if "vervallen" in line]
    for desk in (noor, sam):
        assert desk.read("mensensmokkel").status == "review"
        assert people(desk.workspace, desk.history)[key][1] == ""
    assert told == [
        "Goedkeuring vervallen: 2031-03-06-jbz I.1 Mensensmokkel was goedgekeurd door Sam Bakker"
        " en is daarna gewijzigd door Noor de Wit."
    ]
    assert main(["--workspace", str(sam.history.root), "sync", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["void"] == []
    assert_agree(noor, sam)


@pytest.mark.parametrize("first", [True, False])
def test_the_board_judges_what_ran_side_by_side_as_the_item_does(
    noor: Desk, sam: Desk, first: bool
) -> None:
    """An approval by hand of one's own words, written beside another approval, counts nowhere."""
    submit(noor.workspace, noor.history, meeting(), "mensensmokkel")
    noor.sync()
    sam.sync()
    noor.history.moment = datetime(2031, 3, 1 if first else 3, tzinfo=UTC)
    noor.write("mensensmokkel", "Een een een.", "Twee twee twee.", "Drie drie anders.")
    sam.history.moment = datetime(2031, 3, 2, tzinfo=UTC)
    approve(sam.workspace, sam.history, meeting(), "mensensmokkel")
    assert counts(sam) == SAM.name
    sam.sync()
    noor.sync()
    assert counts(noor) == ""
    path = noor.history.root / ITEM
    path.write_text(path.read_text().replace('"review"', '"approved"'))
    message = f"x\n\nStatus: approved\nAction: approve\nApproved-by: {NOOR}\n"
    noor.git("commit", "-qam", message, f"--author={NOOR}")
    assert counts(noor) == ""
    (noor.history.common_dir / "workflow/standings.cache").unlink()
    noor.history.memory.clear()
    assert counts(noor) == ""


def test_the_approval_of_the_same_words_on_both_sides_counts(noor: Desk, sam: Desk) -> None:
    submit(noor.workspace, noor.history, meeting(), "mensensmokkel")
    noor.sync()
    sam.sync()
    ada = replace(noor.history, person=Person("Ada", "ada@example.org"), memory={})
    approve(noor.workspace, ada, meeting(), "mensensmokkel")
    approve(sam.workspace, sam.history, meeting(), "mensensmokkel")
    sam.sync()
    noor.sync()
    assert counts(noor) in ("Ada", SAM.name)
    sam.sync()
    assert counts(sam) == counts(noor)
    assert_agree(noor, sam)


def test_an_approval_by_somebody_who_may_not_is_shown_and_does_not_count(
    noor: Desk, sam: Desk
) -> None:
    """Sam's clone does not know the rule yet; Noor's does, and refuses her own as well."""
    approved(noor, sam)
    sam.sync()
    noor.sync()
    assert counts(noor) == SAM.name
    (noor.history.root / "workflow.toml").write_text('[approvers]\njbz = ["Ada"]\n')
    strict = Desk(open_history(noor.history.root, NOOR))
    assert approval_of(strict.workspace, strict.history, meeting(), KEY[1]) is None
    assert people(strict.workspace, strict.history)[KEY][1] == SAM.name + NOT_COUNTING
    line = whole_board(strict.workspace, strict.history).meetings[0].items[0]
    assert (line.status, line.approved_by, line.uncounted) == ("review", "", SAM.name)
    reopen(strict.workspace, strict.history, meeting(), KEY[1])
    submit(strict.workspace, strict.history, meeting(), KEY[1])
    for person, key in ((SAM, "not_allowed"), (Person("ADA", "ada@example.org"), "")):
        acting = strict.history.acting_as(person)
        if key:
            with pytest.raises(WorkflowError) as caught:
                approve(strict.workspace, acting, meeting(), KEY[1])
            assert caught.value.key == f"history.errors.{key}"
            assert "Ada" in str(caught.value)
        else:
            approve(strict.workspace, acting, meeting(), KEY[1])
    assert people(strict.workspace, strict.history)[KEY][1] == "ADA"


def test_a_claim_that_ran_out_is_gone_from_the_board_and_may_be_let_go(
    noor: Desk, sam: Desk
) -> None:
    place = (noor.workspace, noor.history, meeting(), KEY[1])
    claim(*place, date.today() - timedelta(days=3))
    noor.sync()
    sam.sync()

    def held() -> str:
        return whole_board(sam.workspace, sam.history).meetings[0].items[0].claim

    assert held() == NOOR.name
    theirs = (sam.workspace, sam.history, meeting(), KEY[1])
    with pytest.raises(WorkflowError) as caught:
        claim(*theirs, date.today(), release=True)
    assert caught.value.key == "history.errors.claimed"
    claim(*place, date.today() - timedelta(days=4))
    noor.sync()
    sam.sync()
    assert held() == ""
    claim(*theirs, date.today(), release=True)
    assert sam.read(KEY[1]).claim == ""
