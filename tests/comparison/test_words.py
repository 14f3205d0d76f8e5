import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workflow.comparison.words import read_changes, similarity, word_changes

WORDS = st.lists(
    st.sampled_from(
        ["De", "de", "lidstaten", "steunden", "het", "voorstel", ".", ". ", ", ", " ", "\n", "“",
         "'", "85", "1,1 ", "miljoen", "niet ", "waaronder ", "Nederland ", "é", "\u0301"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


def marked(old: str, new: str) -> str:
    signs = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
    return "".join(signs[sign].format(text) for sign, text in word_changes(old, new))


@given(st.one_of(WORDS, st.text()), st.one_of(WORDS, st.text()))
@example("a", "a ")
@example(" a", "a")
@example("\ud800x", "x")
@example("Een zin.\r\nEn nog een.", "Een zin. En nog een.")
def test_rejecting_gives_the_old_text_and_accepting_the_new(old: str, new: str) -> None:
    changes = word_changes(old, new)
    assert "".join(text for sign, text in changes if sign in "=-") == old
    assert "".join(text for sign, text in changes if sign in "=+") == new
    signs = "".join(sign for sign, _ in changes)
    assert "+-" not in signs
    assert all(first != second for first, second in pairwise(signs))
    assert all(text for _, text in changes)


@given(st.one_of(WORDS, st.text()), st.one_of(WORDS, st.text()))
def test_what_is_read_gives_the_new_text(old: str, new: str) -> None:
    changes = read_changes(old, new)
    assert "".join(text for sign, text in changes if sign in "=+") == new
    assert "==" not in "".join(sign for sign, _ in changes)
    assert all(text.strip() for sign, text in changes if sign == "-")


def test_case_quotes_and_blanks_are_no_change_to_a_reader() -> None:
    def read(old: str, new: str) -> str:
        signs = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
        return "".join(signs[sign].format(text) for sign, text in read_changes(old, new))

    for old, new in (
        ("De commissie en de raad.", "De Commissie en de Raad."),
        ("het bestanddeel 'financieel gewin' is", "het bestanddeel “financieel gewin” is"),
        ("het bestanddeel 'financieel gewin' is", "het bestanddeel financieel gewin is"),
        ("De  Raad nam\nhet besluit.", "De Raad nam het besluit."),
    ):
        assert read(old, new) == new
    assert read("België, Malta en Italië", "België en Italië") == "België[-, Malta-] en Italië"
    assert read("De raad nam het aan.", "De Raad nam, in mei, het aan.") == (
        "De Raad nam{+, in mei, +}het aan."
    )
    assert read("Dit is zo'n plan.", "Dit is zon plan.") == "Dit is [-zo'n -]{+zon +}plan."


@given(WORDS)
def test_a_text_against_itself_is_one_kept_piece(text: str) -> None:
    assert word_changes(text, text) == ((("=", text),) if text else ())


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "De Raad nam het besluit aan.",
            "De Raad nam het besluit nog niet aan.",
            "De Raad nam het besluit {+nog niet +}aan.",
        ),
        (
            "De Commissie trekt 85 miljoen euro uit.",
            "De Commissie trekt 58 miljoen euro uit.",
            "De Commissie trekt [-85 -]{+58 +}miljoen euro uit.",
        ),
        (
            "Eerst dit. De rest blijft zoals het was.",
            "De rest blijft zoals het was. Daarna dat.",
            "[-Eerst dit. -]De rest blijft zoals het was.{+ Daarna dat.+}",
        ),
        ("een woord", "een woord erbij", "een woord{+ erbij+}"),
        ("België, Malta en Italië", "België en Italië", "België[-, Malta -]{+ +}en Italië"),
    ],
)
def test_a_small_change_is_marked_in_place(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


def test_function_words_between_two_changes_join_them() -> None:
    old = "Nederland sprak steun uit voor de grenspilots van de Commissie."
    new = "Nederland sprak zorgen uit over de terugkeercijfers van de Commissie."
    assert marked(old, new) == (
        "Nederland sprak [-steun uit voor de grenspilots -]{+zorgen uit over de terugkeercijfers +}"
        "van de Commissie."
    )


def test_sentences_with_hardly_a_word_in_common_are_replaced_whole() -> None:
    old = (
        "Het voorzitterschap kondigde aan in juni een verklaring over de governance voor te leggen."
    )
    new = "Enkele lidstaten vroegen om meer tijd, want hun parlement heeft nog niet geantwoord."
    assert [sign for sign, _ in word_changes(old, new)] == ["-", "+"]


def test_a_split_sentence_keeps_its_words() -> None:
    old = "Nederland steunt de richtlijn en vraagt aandacht voor de bewijslast van diensten."
    new = "Nederland steunt de richtlijn. Het vraagt aandacht voor de bewijslast van diensten."
    kept = "".join(text for sign, text in word_changes(old, new) if sign == "=")
    assert "aandacht voor de bewijslast van diensten" in kept
    assert "Nederland steunt de richtlijn" in kept


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a b " * 5_000, "b a a " * 4_000),
        ("ja. nee. " * 5_000, "nee. ja. ja. " * 4_000),
        (" ".join(map(str, range(10_000))), " ".join(map(str, range(10_000, 0, -1)))),
        ("x" * 60_000, "y" * 60_000),
        (" " * 60_000, "\n" * 60_000),
        (". " * 20_000, "! " * 20_000),
    ],
    ids=["two words", "two sentences", "reversed", "one word", "blanks", "marks"],
)
def test_the_cost_is_bounded_for_any_input(old: str, new: str) -> None:
    quarter = processor_seconds(old[: len(old) // 4], new[: len(new) // 4])
    # Four times the text: difflib alone needs sixteen times as long, and minutes.
    assert processor_seconds(old, new) < 10 * max(quarter, 0.02)


def processor_seconds(old: str, new: str) -> float:
    """The least that comparing takes in two rounds."""
    taken = []
    for round_ in range(2):
        before = time.process_time()
        word_changes(f"{old}{round_}", f"{new}{round_}")  # nothing is remembered of other texts
        taken.append(time.process_time() - before)
    return min(taken)


def test_similarity_counts_words_in_order() -> None:
    assert similarity("De Raad nam dit aan.", "de raad nam dit aan") == 1
    assert similarity("steunt dit", "verwerpt dat") == 0
    assert similarity("", "") == 1
    assert similarity("veel lidstaten steunen dit", "alle lidstaten steunen dit") == 0.75
