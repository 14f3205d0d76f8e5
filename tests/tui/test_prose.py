"""Text that scrolls: where its lines break, and how long they are at most."""

import pytest
from madeup import make_app, settle, shown

from workflow.tui import render
from workflow.tui.widgets.prose import hanging
from workflow.tui.widgets.row import MEASURE

WORDS = "De Raad besprak het voorstel voor een richtlijn over mensensmokkel en geldstromen."


@pytest.mark.parametrize("sign", ["", "  ", "- ", "+ ", "✓ ", "  · ", "s12  "])
def test_the_rest_of_a_line_stands_below_its_words(sign):
    lines = hanging(render.block(sign + WORDS), 30).plain.split("\n")
    assert len(lines) > 2
    assert lines[0].startswith(sign)
    assert {len(line) - len(line.lstrip()) for line in lines[1:]} == {len(sign)}
    assert " ".join(line.strip() for line in lines) == (sign + WORDS).strip()
    assert all(len(line.rstrip()) <= 30 for line in lines)


def test_lines_are_never_longer_than_one_reads_with_ease_and_nothing_gets_lost():
    text = render.lines([render.block(WORDS * 5), render.line(""), render.block("kort")])
    lines = hanging(text, 180).plain.split("\n")
    assert max(len(line.rstrip()) for line in lines) <= MEASURE
    assert lines[-2:] == ["", "kort"]
    beside = "links" + " " * 70 + " │ " + "rechts" + " " * 70
    assert hanging(render.block(beside), 180).plain == beside


async def test_a_very_wide_terminal_keeps_lines_readable_and_rows_together():
    app = make_app()
    async with app.run_test(size=(220, 50)) as pilot:
        await settle(pilot)
        row = next(line for line in shown(app).splitlines() if "Mensensmokkel" in line)
        assert len(row) < 160
        await pilot.press("f1")
        await settle(pilot)
        lines = [line.rstrip(" ▁▂▃▄▅▆▇█") for line in shown(app).splitlines()]
        assert max(map(len, lines[2:-2])) < 125
