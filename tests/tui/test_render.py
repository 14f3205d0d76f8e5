"""Text from outside is shown as it is, whatever is in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.tui import render

BRACKETS = (
    "[EU]", "[b]vet[/b]", "[/foo]", "[$x]", "[[note]]", "[]", "[/]", "[red on blue]x",
    "[@click=app.quit]x[/]", "[link=https://example.org]x[/link]", "\\[EU]", "[EU", "EU]",
    "[bold]", "[1, 2]", "[Kamerstukken 32317, nr. 85]", "[🙂]", "a[b]c[/b]d",
)  # fmt: skip


@pytest.mark.parametrize("text", BRACKETS)
def test_brackets_are_only_brackets(text):
    assert render.line(text).plain == text
    assert render.line(text, "bold").plain == text
    assert render.join(text, (text, "bold")).plain == text * 2
    assert render.highlight(text, [text], "bold").plain == text
    assert render.rich(text).plain == text


def test_what_a_terminal_would_obey_becomes_a_sign():
    assert render.line("a\x1b[31mb\x07").plain == "a␛[31mb␇"
    assert render.line("a\u202eb").plain == "a‹202E›b"
    assert render.line("regel\neen\ttwee").plain == "regel een twee"
    assert render.block("regel\r\neen").plain == "regel\neen"


@given(st.text())
def test_nothing_that_can_be_obeyed_is_left(text):
    plain = render.block(text).plain
    assert not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0 for c in plain)
    plain.encode("utf-8")
    assert "\n" not in render.line(text).plain


@pytest.mark.parametrize("width", [14, 24, 34, 60])
def test_columns_wrap_without_losing_a_word(width):
    title = "Gewasbeschermingsmiddelen in kwetsbare gebieden"
    shown = render.columns(width, render.line(title), render.line("niet nu"), wrap=True)
    words = shown.plain.replace("niet nu", " ")
    joined = "" if width < 25 else " "
    assert joined.join(words.split()) == joined.join(title.split())
    assert all(len(line.rstrip()) <= width for line in shown.plain.split("\n"))
    assert shown.plain.count("niet nu") == 1


def test_columns_show_a_short_name_beside_what_fills_the_line():
    shown = render.columns(26, render.line("Zweden"), render.line("steviger dan eerst"), gap=1)
    assert shown.plain.split() == ["Zweden", "steviger", "dan", "eerst"]


def test_columns_keep_the_right_side():
    shown = render.columns(
        30, render.line("een heel lange titel die niet past"), render.line("goed")
    )
    assert shown.cell_length == 30
    assert shown.plain.endswith("goed")
    assert "…" in shown.plain
