"""Two versions of a text, each line beside the one that it was made from."""

from hypothesis import given
from hypothesis import strategies as st

from workflow.comparison.lines import LinePair, pair_lines

LINES = st.lists(
    st.sampled_from(["", "De Raad sprak.", "De Raad sprak lang.", "Iets heel anders stond hier."]),
    max_size=8,
)


def test_like_stands_beside_like_whatever_came_between() -> None:
    old = "Kop\nDe meeste lidstaten steunen het voorstel.\nNederland stemde in.\n"
    new = "Kop\nNieuw hierboven.\nAlle lidstaten steunen het voorstel.\nNederland stemde in.\n"
    assert [pair for pair in pair_lines(old, new) if pair.changed] == [
        LinePair(None, "Nieuw hierboven."),
        LinePair(
            "De meeste lidstaten steunen het voorstel.", "Alle lidstaten steunen het voorstel."
        ),
    ]


def test_a_line_that_stands_elsewhere_is_said_to_have_moved() -> None:
    old = "De Raad sprak.\nNederland steunde het.\nDe Commissie zweeg.\nNieuws volgt in mei."
    new = "Nederland steunde het.\nDe Commissie zweeg.\nNieuws volgt in juni.\nDe Raad sprak."
    assert [pair for pair in pair_lines(old, new) if pair.changed] == [
        LinePair("Nieuws volgt in mei.", "Nieuws volgt in juni."),
        LinePair("De Raad sprak.", "De Raad sprak.", moved=True),
    ]


def test_what_has_nothing_in_common_came_and_went() -> None:
    assert pair_lines("Vissen en visserij.", "Treinen rijden niet meer.") == (
        LinePair("Vissen en visserij.", None),
        LinePair(None, "Treinen rijden niet meer."),
    )


@given(LINES, LINES)
def test_no_line_is_lost_and_the_newer_order_stays(before: list[str], after: list[str]) -> None:
    old, new = "\n".join(before), "\n".join(after)
    pairs = pair_lines(old, new)
    assert sorted(pair.old for pair in pairs if pair.old is not None) == sorted(old.split("\n"))
    assert [pair.new for pair in pairs if pair.new is not None] == new.split("\n")
