"""What is looked at quickly first finds the same as a close look."""

import math
import re

import pytest

from workflow.comparison.rules import words_of
from workflow.comparison.subjects import before_grounds
from workflow.comparison.tokens import amounts, plain_words
from workflow.comparison.vectors import (
    all_among,
    among,
    any_among,
    cosine,
    is_form_of,
    share_among,
    vectors,
)

GROUNDS = [
    ("steunde dit omdat het moet", "steunde dit"),
    ("steunde dit, GELET OP de lasten", "steunde dit,"),
    ("was against it now that costs rise", "was against it"),
    ("was against it\nbecause of costs", "was against it"),
    ("vroeg zich af waarom", "vroeg zich af waarom"),
    ("omdat het moet", "omdat het moet"),
    ("said so because", "said so because"),
    ("lette op de lasten", "lette op de lasten"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "left"), GROUNDS)
def test_a_text_ends_at_its_first_ground(text: str, left: str) -> None:
    assert before_grounds(text) == left
    close = re.compile(rf"\s(?:{'|'.join(sorted(words_of('grounds')))})\s", re.IGNORECASE)
    assert close.split(text, maxsplit=1)[0] == left


def test_an_amount_is_a_figure_with_its_word_behind_it() -> None:
    text = "85 miljoen in 2030, 1,5  Miljard, 30% van 12 staten en 40"
    assert amounts(text) == {"85 miljoen", "1,5 miljard", "30 %"}
    assert plain_words("30% van De") == ("30", "%", "van", "de")


def test_texts_are_as_alike_as_the_pieces_that_they_share() -> None:
    one, other = vectors(["toezicht op havens", "het toezicht op grenzen kost geld"])
    shared = math.fsum(weight * other[piece] for piece, weight in one.items() if piece in other)
    assert 0 < shared < 1
    assert cosine(one, other) == cosine(other, one) == shared


def test_words_are_found_among_others_in_any_form() -> None:
    said = ["haven", "tol", "kust"]
    assert among(said, ["havens", "grenzen", "veerhaven"]) == ["haven"]
    assert any_among(said, ["havens"])
    assert not any_among(said, [])
    assert all_among(["haven", "tol"], ["zeehaven", "tol"])
    assert all_among([], said)
    assert share_among(said, ["tol"]) == pytest.approx(1 / 3)
    assert share_among([], said) == 0
    assert is_form_of("haven", "zeehaven")
    assert not is_form_of("zeehaven", "haven")
