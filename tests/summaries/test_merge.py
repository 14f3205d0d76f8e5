from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.summaries.merge import LISTS, Merged, apply_proposal, merge_summaries, text_of
from workflow.summaries.model import (
    STATUSES,
    NextStep,
    OpenProposal,
    Position,
    Remark,
    Summary,
    SummarySentence,
)

WORDS = [
    "de",
    "Raad",
    "besprak",
    "steun",
    "tegen",
    "veel",
    "lidstaten",
    "richtlijn",
    "geld",
    "april",
]
line = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
sentence = st.builds(SummarySentence, line, st.just((1,)), st.booleans())
position = st.builds(
    lambda a, s, t: Position(a, a, s, t, (1,)),
    st.sampled_from(["nederland", "commissie", "lidstaten:veel"]),
    st.sampled_from(["support", "oppose"]),
    line,
)
summary = st.builds(
    Summary,
    title=st.sampled_from(["A", "B"]),
    language=st.just("nl"),
    status=st.sampled_from(STATUSES),
    topics=st.lists(st.sampled_from("xyz"), max_size=3, unique=True).map(tuple),
    claim=st.sampled_from(["", "Piet"]),
    sentences=st.lists(sentence, max_size=5).map(tuple),
    positions=st.lists(position, max_size=4).map(tuple),
    remarks=st.lists(st.builds(Remark, line), max_size=2).map(tuple),
    next_steps=st.lists(st.builds(NextStep, line), max_size=2).map(tuple),
    assigned=st.sampled_from(["", "Sam"]),
    deadline=st.sampled_from(["", "2031-03-20"]),
    proposals=st.lists(
        st.builds(
            OpenProposal,
            st.just("sentences"),
            st.sampled_from(["Noor", "Sam"]),
            st.just("2031-03-07 14:05"),
            mine=line.map(lambda words: (words,)),
        ),
        max_size=2,
        unique=True,
    ).map(tuple),
    extra=st.lists(st.sampled_from(["a = 1", "a = 2", "b = 1"]), max_size=1).map(tuple),
)


def held(merged: Merged, name: str) -> list[object]:
    """Everything of one field that the merge still has, in the text or in a proposal."""
    waiting = [entry for p in merged.proposals if p.field == name for entry in (p.mine, p.theirs)]
    if name == "extra":
        waiting = [line for lines in waiting if isinstance(lines, tuple) for line in lines]
    return [*getattr(merged.summary, name), *waiting]


@given(summary, summary)
def test_an_unchanged_side_gives_the_other_exactly(base: Summary, side: Summary) -> None:
    assert merge_summaries(base, side, base) == Merged(side)
    assert merge_summaries(base, base, side) == Merged(side)
    assert merge_summaries(base, side, side) == Merged(side)


@given(summary, summary, summary)
def test_nothing_that_a_side_added_or_changed_is_lost(
    base: Summary, mine: Summary, theirs: Summary
) -> None:
    merged = merge_summaries(base, mine, theirs)
    assert merge_summaries(base, mine, theirs) == merged
    for name in LISTS:
        before = getattr(base, name)
        for side in (mine, theirs):
            for entry in getattr(side, name):
                if entry not in before:
                    assert entry in held(merged, name)


@given(summary, summary, summary)
def test_sides_may_be_swapped(base: Summary, mine: Summary, theirs: Summary) -> None:
    one, other = merge_summaries(base, mine, theirs), merge_summaries(base, theirs, mine)
    swapped = [(p.field, p.base, p.theirs, p.mine) for p in other.proposals]
    assert swapped == [(p.field, p.base, p.mine, p.theirs) for p in one.proposals]
    for name in LISTS:
        assert set(map(repr, held(one, name))) == set(map(repr, held(other, name)))
    assert set(one.summary.topics) == set(other.summary.topics)
    if not one.proposals:
        assert one.summary.status == other.summary.status


@given(summary, summary, summary)
def test_a_state_counts_only_for_the_text_that_was_in_it(
    base: Summary, mine: Summary, theirs: Summary
) -> None:
    merged = merge_summaries(base, mine, theirs).summary
    if merged.status in ("review", "approved"):
        assert text_of(merged) in [text_of(side) for side in (mine, theirs)]


def lines(*texts: str) -> Summary:
    return Summary("T", "nl", "draft", sentences=tuple(SummarySentence(t) for t in texts))


def test_different_sentences_merge_without_a_question() -> None:
    base = lines("De Raad besprak het voorstel.", "Veel lidstaten steunen het.", "Slot.")
    mine = lines("De Raad besprak het eerste voorstel.", "Veel lidstaten steunen het.", "Slot.")
    theirs = lines("De Raad besprak het voorstel.", "Veel lidstaten steunen het plan.", "Slot.")
    merged = merge_summaries(base, mine, theirs)
    assert merged.proposals == ()
    assert [s.text for s in merged.summary.sentences] == [
        "De Raad besprak het eerste voorstel.",
        "Veel lidstaten steunen het plan.",
        "Slot.",
    ]


def test_the_same_sentence_keeps_the_shared_version_and_proposes_mine() -> None:
    base = lines("Veel lidstaten steunen het.")
    mine = lines("De meeste lidstaten steunen het.")
    theirs = lines("Enkele lidstaten steunen het.")
    merged = merge_summaries(base, mine, theirs)
    assert merged.summary == theirs
    (proposal,) = merged.proposals
    assert (proposal.base, proposal.mine, proposal.theirs) == (
        base.sentences[0],
        mine.sentences[0],
        theirs.sentences[0],
    )


def test_deleted_against_changed_asks() -> None:
    base = lines("Een.", "Veel lidstaten steunen het.")
    mine = lines("Een.")
    theirs = lines("Een.", "Veel lidstaten steunen het plan.")
    merged = merge_summaries(base, mine, theirs)
    assert merged.summary.sentences == theirs.sentences
    assert [p.mine for p in merged.proposals] == [None]


def test_an_edit_voids_the_approval_of_the_other_side() -> None:
    base = replace(lines("Een.", "Twee."), status="review")
    approved = replace(base, status="approved")
    edited = replace(lines("Een.", "Twee punten."), status="draft")
    assert merge_summaries(base, approved, edited).summary.status == "draft"
    assert merge_summaries(base, edited, approved).summary.status == "draft"


def test_a_move_on_one_side_and_an_edit_on_the_other_go_together() -> None:
    base = lines("Een.", "Veel lidstaten steunen het.", "Drie.")
    mine = lines("Veel lidstaten steunen het.", "Een.", "Drie.")
    theirs = lines("Een.", "Veel lidstaten steunen het plan.", "Drie.", "Vier.")
    merged = merge_summaries(base, mine, theirs)
    assert merged.proposals == ()
    wanted = ["Veel lidstaten steunen het plan.", "Een.", "Drie.", "Vier."]
    assert [s.text for s in merged.summary.sentences] == wanted


def test_nearly_the_same_new_sentence_is_asked_about_and_stands_once() -> None:
    base = lines()
    mine = lines("De meeste lidstaten steunen het voorstel.", "Slot.")
    theirs = lines("Begin.", "Veel lidstaten steunen het voorstel.")
    merged = merge_summaries(base, mine, theirs)
    wanted = ["Begin.", "Veel lidstaten steunen het voorstel.", "Slot."]
    assert [s.text for s in merged.summary.sentences] == wanted
    (proposal,) = merged.proposals
    assert (proposal.base, proposal.mine) == (None, mine.sentences[0])


def test_an_equal_new_entry_stands_once() -> None:
    base = lines("Slot.")
    mine = lines("Veel steun.", "Slot.")
    theirs = lines("Slot.", "Veel steun.")
    assert merge_summaries(base, mine, theirs).summary == theirs


def test_the_state_does_not_depend_on_who_merges() -> None:
    """A side that holds all of the other's new lines keeps its order, and so its state."""
    base = Summary("T", "nl")
    short, longer = NextStep("de de besprak de de besprak"), NextStep("de")
    mine = replace(base, next_steps=(short,))
    theirs = replace(base, status="review", next_steps=(longer, short))
    assert merge_summaries(base, mine, theirs) == Merged(theirs)
    assert merge_summaries(base, theirs, mine) == Merged(theirs)
    crossed = replace(theirs, next_steps=(short, longer))
    merged = [
        merge_summaries(base, *pair).summary for pair in ((theirs, crossed), (crossed, theirs))
    ]
    assert [each.status for each in merged] == ["review", "review"]


def test_comments_and_their_resolution_merge() -> None:
    remark = Remark("Klopt dit getal?", "Sam", "2031-03-07")
    base = replace(lines("Een."), remarks=(remark,))
    mine = replace(base, remarks=(replace(remark, resolved=True), Remark("Nieuw.", "Noor")))
    theirs = replace(base, remarks=(replace(remark, text="Klopt dit getal, 85?"), Remark("Ook.")))
    merged = merge_summaries(base, mine, theirs)
    assert merged.proposals == ()
    assert merged.summary.remarks == (
        Remark("Klopt dit getal, 85?", "Sam", "2031-03-07", True),
        Remark("Ook."),
        Remark("Nieuw.", "Noor"),
    )


def test_an_approval_and_a_topic_go_together() -> None:
    base = replace(lines("Een."), status="review")
    approved = replace(base, status="approved")
    theirs = replace(base, topics=("schengen",), claim="Piet")
    merged = merge_summaries(base, approved, theirs)
    assert merged.summary == replace(theirs, status="approved")


def test_two_different_claims_ask_nothing() -> None:
    base = lines("Een.")
    merged = merge_summaries(base, replace(base, claim="Noor"), replace(base, claim="Sam"))
    assert merged == Merged(replace(base, claim="Sam"))


def test_the_same_new_key_in_the_head_is_asked_about() -> None:
    base = lines("Een.")
    mine, theirs = replace(base, extra=("a = 1",)), replace(base, extra=("a = 2",))
    merged = merge_summaries(base, mine, theirs)
    assert merged.summary == theirs
    (proposal,) = merged.proposals
    assert apply_proposal(theirs, proposal, "mine") == mine
    with pytest.raises(ValueError, match="extra"):
        apply_proposal(theirs, proposal, "both")


def conflict() -> tuple[Summary, Summary, Merged]:
    base = lines("Een.", "Veel lidstaten steunen het.", "Slot.")
    mine = lines("Een.", "De meeste lidstaten steunen het.", "Slot.")
    theirs = lines("Een.", "Enkele lidstaten steunen het.", "Slot.")
    return mine, theirs, merge_summaries(base, mine, theirs)


def test_a_person_chooses_mine_theirs_or_both() -> None:
    mine, theirs, merged = conflict()
    (proposal,) = merged.proposals
    assert apply_proposal(merged.summary, proposal, "theirs") == theirs
    assert apply_proposal(merged.summary, proposal, "mine") == mine
    both = apply_proposal(merged.summary, proposal, "both")
    texts = [s.text for s in both.sentences]
    assert texts[1:3] == ["Enkele lidstaten steunen het.", "De meeste lidstaten steunen het."]


def test_mine_replaces_nothing_that_was_changed_since() -> None:
    _, _, merged = conflict()
    (proposal,) = merged.proposals
    later = lines("Een.", "Enkele lidstaten steunen het niet.", "Slot.")
    texts = [s.text for s in apply_proposal(later, proposal, "mine").sentences]
    assert texts == [
        "Een.",
        "De meeste lidstaten steunen het.",
        "Enkele lidstaten steunen het niet.",
        "Slot.",
    ]


def test_a_sentence_that_a_colleague_deleted_can_come_back_where_it_stood() -> None:
    base = lines("Een.", "Veel lidstaten steunen het.", "Slot.")
    mine = lines("Een.", "De meeste lidstaten steunen het.", "Slot.")
    merged = merge_summaries(base, mine, lines("Een.", "Slot."))
    assert apply_proposal(merged.summary, merged.proposals[0], "mine") == mine


@given(summary, summary, summary)
def test_every_answer_to_every_proposal_gives_a_text(
    base: Summary, mine: Summary, theirs: Summary
) -> None:
    merged = merge_summaries(base, mine, theirs)
    for proposal in merged.proposals:
        chosen = apply_proposal(merged.summary, proposal, "mine")
        value = getattr(chosen, proposal.field)
        if isinstance(value, tuple) and proposal.field != "extra":
            assert proposal.mine is None or proposal.mine in value
        else:
            assert value == proposal.mine
