from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_merge import lines, summary

from workflow.errors import WorkflowError
from workflow.summaries.itemfile import parse_summary, render_summary
from workflow.summaries.merge import merge_summaries
from workflow.summaries.model import (
    Commitment,
    OpenProposal,
    Position,
    Section,
    Summary,
    SummarySentence,
)
from workflow.summaries.proposals import decide, from_open, propose, to_open, versions_of

WHEN = "2031-03-07 14:05"


def put(base: Summary, mine: Summary, theirs: Summary) -> Summary:
    merged = merge_summaries(base, mine, theirs)
    return propose(merged.summary, merged.proposals, "Noor de Wit", WHEN)


def conflict() -> Summary:
    base = lines("Een.", "Veel lidstaten steunen het.", "Slot.")
    mine = lines("Een.", "De meeste lidstaten steunen het.", "Slot.")
    theirs = lines("Een.", "Enkele lidstaten steunen het.", "Slot.")
    return put(base, mine, theirs)


def test_a_proposal_can_be_read_in_the_file() -> None:
    assert render_summary(conflict()).endswith("""
## Opmerkingen

## Nog te kiezen

- **Noor de Wit** (2031-03-07 14:05; Samenvatting; 2):
  - oorspronkelijk: Veel lidstaten steunen het.
  - gedeeld: Enkele lidstaten steunen het.
  - voorstel: De meeste lidstaten steunen het.
""")


@given(summary, summary, summary)
def test_every_proposal_survives_its_file(base: Summary, mine: Summary, theirs: Summary) -> None:
    merged = put(base, mine, theirs)
    text = render_summary(merged)
    parsed = parse_summary(text, "nl")
    assert parsed.problems == ()
    assert parsed.summary.proposals == merged.proposals
    assert render_summary(parsed.summary) == text
    assert propose(merged, (), "", "") == merged


@given(summary, summary, summary, st.sampled_from(["mine", "theirs"]))
def test_every_decision_ends_one_proposal(
    base: Summary, mine: Summary, theirs: Summary, choice: str
) -> None:
    merged = merge_summaries(base, mine, theirs)
    asked = propose(replace(merged.summary, proposals=()), merged.proposals, "Noor", WHEN)
    for _ in asked.proposals:
        asked = decide(asked, 0, choice)
    assert asked.proposals == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("positions", Position("nederland", "Nederland", "oppose", "geen clausule", (15,))),
        ("commitments", Commitment("inzicht geven", "Minister", "het lid Berg", "", True, (2,))),
        ("sentences", SummarySentence("- Eén; (twee) [s3]", (3, 4), True)),
        ("other", Section("Los", ("  ingesprongen: [x]", "", "einde", ""))),
        ("unread", ("positions", "- zomaar iets")),
        ("title", "Titel: met tekens"),
        ("extra", ("a = 1", "b = 2")),
    ],
)
def test_every_kind_of_version_is_read_back(field: str, value: object) -> None:
    from workflow.summaries.merge import Proposal

    proposal = Proposal(field, () if field == "extra" else None, value, value, 4)
    opened = to_open(proposal, "Sam; (x) **y**", WHEN, "nl")
    assert from_open(opened, "nl") == proposal
    whole = replace(lines("Een."), proposals=(opened,))
    assert parse_summary(render_summary(whole), "nl").summary == whole


def test_yours_theirs_both_or_a_third() -> None:
    def texts(choice: str, words: str = "") -> list[str]:
        decided = decide(conflict(), 0, choice, words)
        assert decided.proposals == ()
        return [sentence.text for sentence in decided.sentences][1:-1]

    assert texts("theirs") == ["Enkele lidstaten steunen het."]
    assert texts("mine") == ["De meeste lidstaten steunen het."]
    assert texts("both") == ["Enkele lidstaten steunen het.", "De meeste lidstaten steunen het."]
    assert texts("words", "Drie lidstaten steunen het. [s3]") == ["Drie lidstaten steunen het."]


def test_the_words_of_a_position_are_enough_for_a_third() -> None:
    def one(text: str) -> Summary:
        entry = Position("nederland", "Nederland", "oppose", text, (1,))
        return Summary("T", "nl", "draft", positions=(entry,))

    asked = put(one("a b c"), one("a b d"), one("a b e"))
    decided = decide(asked, 0, "words", "a b f")
    assert decided.positions == one("a b f").positions
    written = decide(asked, 0, "words", "- **Commissie** (steunt): anders [s2]")
    assert written.positions[0].actor == "commissie"


def test_what_cannot_be_decided_is_said() -> None:
    with pytest.raises(WorkflowError):
        decide(conflict(), 1, "mine")
    title = replace(lines("Een."), proposals=(OpenProposal("title", "Sam", WHEN, mine=("B",)),))
    with pytest.raises(WorkflowError):
        decide(title, 0, "both")
    assert decide(title, 0, "mine").title == "B"


def test_a_topic_is_in_or_out() -> None:
    wanted = OpenProposal("topics", "Sam", WHEN, mine=("schengen",))
    refused = OpenProposal("topics", "Sam", WHEN, shared=("schengen",))
    asked = replace(lines("Een."), proposals=(wanted,))
    assert decide(asked, 0, "mine").topics == ("schengen",)
    assert decide(asked, 0, "theirs").topics == ()
    asked = replace(lines("Een."), topics=("schengen", "x"), proposals=(refused,))
    assert decide(asked, 0, "mine").topics == ("x",)
    assert decide(asked, 0, "theirs").topics == ("schengen", "x")


def test_lines_that_are_no_proposal_stay_as_they_are() -> None:
    text = render_summary(conflict()) + "- zomaar een regel\n"
    parsed = parse_summary(text, "nl")
    assert render_summary(parsed.summary) == text
    assert len(parsed.problems) == 1


def test_a_decision_and_a_new_proposal_merge() -> None:
    base = conflict()
    other = OpenProposal("title", "Sam", WHEN, ("T",), ("T",), ("U",))
    decided = decide(base, 0, "mine")
    merged = merge_summaries(base, decided, replace(base, proposals=(*base.proposals, other)))
    assert merged.proposals == ()
    assert merged.summary == replace(decided, proposals=(other,))
    assert versions_of(other).mine == "U"
