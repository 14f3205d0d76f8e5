from hypothesis import given
from hypothesis import strategies as st

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
