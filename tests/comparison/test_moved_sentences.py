from random import Random

from hypothesis import given
from hypothesis import strategies as st

from workflow.comparison.asmarkdown import STRUCK, marked
from workflow.comparison.model import PositionChange, Stand
from workflow.comparison.moved import move_numbers, text_changes, tracked_changes
from workflow.comparison.sentences import sentence_changes

TEXT = [
    "De Raad nam het besluit aan.",
    "Nederland steunde de richtlijn.",
    "Enkele lidstaten uitten zorgen over de bewijslast.",
    "De Commissie kondigde een voorstel aan.",
]


def kinds(older: list[str], newer: list[str]) -> list[str]:
    return [change.kind for change in sentence_changes(older, newer)]


def test_a_sentence_that_stands_elsewhere_is_moved_not_changed() -> None:
    newer = [TEXT[3], *TEXT[:3]]
    assert kinds(TEXT, newer) == ["moved", "kept", "kept", "kept"]


def test_case_quotes_and_blanks_alone_are_no_change() -> None:
    older = ["De Commissie  noemde ‘financieel gewin’ een risico."]
    assert kinds(older, ['de commissie noemde "financieel gewin" een risico.']) == ["kept"]


def test_changed_gone_and_added_sentences() -> None:
    newer = [
        TEXT[0],
        "Veel lidstaten uitten zorgen over de bewijslast.",
        "De Commissie kondigde een voorstel aan.",
        "In juni wordt het voorstel besproken.",
    ]
    found = sentence_changes(TEXT, newer)
    assert [change.kind for change in found] == ["kept", "gone", "changed", "kept", "added"]
    assert found[2].words[0] == ("-", "Enkele ")
    assert found[1].older == 1


SENTENCES = st.lists(st.sampled_from([*TEXT, "Veel lidstaten uitten zorgen.", "Nee."]), max_size=8)


@given(SENTENCES, SENTENCES)
def test_every_sentence_of_both_texts_is_accounted_for_once(
    older: list[str], newer: list[str]
) -> None:
    found = sentence_changes(older, newer)
    before = [change.older for change in found if change.older is not None]
    after = [change.newer for change in found if change.newer is not None]
    assert sorted(before) == list(range(len(older)))
    assert after == list(range(len(newer)))


@given(SENTENCES)
def test_a_text_against_itself_is_kept(text: list[str]) -> None:
    assert set(kinds(text, text)) <= {"kept"}


def test_many_differing_sentences_stay_quick() -> None:
    older = [f"Zin {number} gaat over onderwerp {number * 7}." for number in range(400)]
    newer = [f"Regel {number} handelt van iets {number * 3} anders." for number in range(400)]
    assert len(sentence_changes(older, newer)) == 800


@given(SENTENCES, SENTENCES)
def test_inside_a_text_both_versions_come_back_and_every_move_has_two_ends(
    older: list[str], newer: list[str]
) -> None:
    old, new = " ".join(older), " ".join(newer)
    found = tracked_changes(old, new)
    assert "".join(text for sign, text in found if sign in "=-<") == old
    assert "".join(text for sign, text in found if sign in "=+>") == new
    ends = [sign for sign, _ in found if sign in "<>"]
    numbers = list(move_numbers(found))
    assert sorted(numbers) == sorted([*range(1, len(ends) // 2 + 1)] * 2)
    assert "".join(text for sign, text in text_changes(old, new) if sign in "=+>") == new


@given(st.lists(st.sampled_from(TEXT), unique=True), st.randoms())
def test_sentences_in_another_order_are_kept_or_moved_only(
    older: list[str], chance: Random
) -> None:
    newer = chance.sample(older, len(older))
    old, new = " ".join(older), " ".join(newer)
    for one, other in ((old, new), (old.removesuffix("."), new.removesuffix("."))):
        assert {sign for sign, _ in text_changes(one, other)} <= {"=", ">"}


def test_inside_one_position_a_moved_sentence_is_shown_as_moved() -> None:
    def stand(*sentences: str) -> Stand:
        return Stand("nederland", "inform", " ".join(sentences), (1,))

    change = PositionChange(
        "nederland", "reworded", stand(*TEXT[:3]), stand(TEXT[2], *TEXT[:2], TEXT[3])
    )
    assert change.is_one_text
    assert [sign for sign, _ in change.words] == [">", "=", "+"]
    assert marked(change.words, STRUCK) == (
        f"*\\[verplaatst: {TEXT[2]}\\]* {TEXT[0]} {TEXT[1]} **{TEXT[3]}**"
    )


def test_what_came_does_not_stick_to_what_went_in_markdown() -> None:
    for older, newer, shown in (
        ("Malta is tegen", "Malta is akkoord", "Malta is ~~tegen~~ **akkoord**"),
        ("Malta is tegen.", "Malta is akkoord.", "Malta is ~~tegen~~ **akkoord**."),
        ("Malta vroeg meer tijd", "Malta vroeg tijd", "Malta vroeg ~~meer~~ tijd"),
    ):
        assert marked(text_changes(older, newer), STRUCK) == shown
