"""The tables of the benchmarks, and that every benchmark gives rows for them."""

import importlib

import pytest

from tests.benchmarks.__main__ import README, block, into_readme, known
from tests.benchmarks.frame import Growth, Row, growth_table, in_turn, plain, table


def test_a_row_stands_beside_its_peer_with_spread_and_limit():
    row = Row("a save", (0.008, 0.009, 0.010, 0.012, 0.013), "git commit", (0.020,) * 5, 0.6)
    text = table([row, plain("slow", 3.0, "1 s", 1.0, 1.0)])
    assert "| a save | 10 ms ± 1.5 | git commit | 20 ms ± 0 | 0.50 | 0.6 |" in text
    assert "3.00 **over**" in text
    assert not row.over


def test_growth_is_shown_from_once_to_a_hundred_times():
    growth = Growth("search", ("1", "10", "100"), ((0.001,), (0.002,), (0.004,)))
    assert growth_table([growth]).endswith("| 4.0 |")


def test_works_take_turns():
    order = []
    in_turn({"a": lambda: order.append("a"), "b": lambda: order.append("b")}, 2)
    assert order == ["a", "b", "a", "b"]


@pytest.mark.parametrize("name", known())
def test_every_benchmark_gives_rows(name):
    assert callable(importlib.import_module(f"tests.benchmarks.bench_{name}").rows)


def test_the_readme_has_a_place_for_the_tables():
    text = README.read_text("utf-8")
    shown = block([plain("x", 1.0, "y", 1.0)], [])
    assert shown in into_readme(text, shown)
