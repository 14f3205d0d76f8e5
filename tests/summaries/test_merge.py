from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from workflow.summaries.merge import LISTS, Merged, merge_summaries
from workflow.summaries.model import STATUSES, Position, Remark, Summary, SummarySentence

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
)


def held(merged: Merged, name: str) -> list[object]:
    """Everything of one field that the merge still has, in the text or in a proposal."""
    return [
        *getattr(merged.summary, name),
        *(entry for p in merged.proposals if p.field == name for entry in (p.mine, p.theirs)),
    ]


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
        known = [replace(side, status="", claim="") for side in (mine, theirs)]
        assert replace(merged, status="", claim="") in known


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
