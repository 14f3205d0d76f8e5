"""Differences in words: `-` and `+` before lines, brackets around words, colour on top."""

from collections.abc import Sequence

from textual.content import Content

from workflow.comparison.lines import LinePair, pair_lines
from workflow.comparison.words import Change, word_changes
from workflow.languages import say
from workflow.tui import render

GONE, ADDED = "$text-error strike", "$text-success underline"
MOVED = "↕"
"""Before a line that stood elsewhere."""


def inline(changes: Sequence[Change]) -> Content:
    """Changes in one running text: `[-gone-]`, `{+added+}` and, in words, what moved."""
    parts: list[Content] = []
    for sign, text in changes:
        if sign == "=" or not text.strip():
            parts.append(render.block(text))
        elif sign == ">":
            moved = say("comparison.phrase.moved_here", text=text.rstrip())
            parts.append(render.block(moved + _tail(text), "$text-accent"))
        elif sign == "-":
            parts.append(render.block(f"[-{text.rstrip()}-]" + _tail(text), GONE))
        else:
            parts.append(render.block(f"{{+{text.rstrip()}+}}" + _tail(text), ADDED))
    return Content("").join(parts)


def _tail(text: str) -> str:
    return text[len(text.rstrip()) :]


def by_line(old: str, new: str) -> Content:
    """Two texts line by line; a changed line shows its words, an equal one stands as it is."""
    parts: list[Content] = []
    for pair in pair_lines(old, new):
        if not pair.changed:
            parts.append(render.join("  ", pair.new or ""))
            continue
        if pair.moved:
            parts.append(Content("").join([render.line(f"{MOVED} ", "$text-accent"), _moved(pair)]))
            continue
        gone, added = _halves(pair)
        parts += [
            Content("").join([render.line(f"{sign} ", style), half])
            for sign, style, half in (("-", "$text-error", gone), ("+", "$text-success", added))
            if half is not None and half.plain.strip()
        ]
    return render.lines(parts)


def _moved(pair: LinePair) -> Content:
    """A line that stood elsewhere, and that it did."""
    return render.join((f"{say('comparison.sentence.moved')}: ", "$text-accent"), pair.new or "")


def _halves(pair: LinePair) -> tuple[Content | None, Content | None]:
    """A line as it was and as it became, the differing words marked; None for nothing."""
    if pair.old is None or pair.new is None:
        gone = None if pair.old is None else render.line(pair.old, GONE)
        return gone, None if pair.new is None else render.line(pair.new, ADDED)
    changes = word_changes(pair.old, pair.new)
    if not any(sign == "=" and text.strip() for sign, text in changes):
        return render.line(pair.old, GONE), render.line(pair.new, ADDED)
    old = [render.block(t, GONE if s == "-" else "") for s, t in changes if s != "+"]
    new = [render.block(t, ADDED if s == "+" else "") for s, t in changes if s != "-"]
    gone = Content("").join(old) if any(sign == "-" for sign, _ in changes) else None
    return gone, Content("").join(new)


def side_by_side(old: str, new: str, width: int, *, context: int = 1) -> Content:
    """Two texts beside each other, without the lines that are far from any change."""
    pairs = [p for p in pair_lines(old, new) if (p.old or "").strip() or (p.new or "").strip()]
    half = max(8, (width - 3) // 2 - 2)
    rows: list[Content] = []
    skipped = False
    for place, pair in enumerate(pairs):
        if not any(p.changed for p in pairs[max(0, place - context) : place + context + 1]):
            skipped = True
            continue
        if skipped and rows:
            rows.append(render.line("  …", "$text-muted"))
        skipped = False
        if pair.moved:
            rows += _beside(Content(""), _moved(pair), half, (" ", MOVED))
            continue
        gone, added = _halves(pair) if pair.changed else (None, None)
        left = gone if gone is not None else render.line(pair.old or "")
        right = added if added is not None else render.line(pair.new or "")
        rows += _beside(left, right, half, ("-", "+") if pair.changed else (" ", " "))
    return render.lines(rows) if rows else render.label("tui.diff.equal", "$text-muted")


def _beside(left: Content, right: Content, width: int, signs: tuple[str, str]) -> list[Content]:
    """Two contents wrapped into columns; the sign stands before the first line of a change."""
    columns = [side.wrap(width) if side.plain else [] for side in (left, right)]
    rows = []
    for place in range(max(1, *map(len, columns))):
        cells = []
        for sign, style, lines in zip(
            signs, ("$text-error", "$text-success"), columns, strict=True
        ):
            mark = sign if place == 0 and lines else " "
            text = lines[place].rstrip() if place < len(lines) else Content("")
            blank = " " * max(0, width - text.cell_length)
            cells.append(Content("").join([render.line(f"{mark} ", style), text, Content(blank)]))
        rows.append(Content("").join([cells[0], render.line(" │ ", "$text-muted"), cells[1]]))
    return rows


def changed_lines(old: str, new: str, *, context: int = 1) -> Content:
    """As `by_line`, without the lines that are far from any change."""
    lines = by_line(old, new).split(allow_blank=True)
    near = [
        any(
            not other.plain.startswith("  ")
            for other in lines[max(0, n - context) : n + context + 1]
        )
        for n in range(len(lines))
    ]
    kept: list[Content] = []
    for line, keep in zip(lines, near, strict=True):
        if keep and line.plain.strip():
            kept.append(line)
        elif not keep and kept and kept[-1].plain != "  …":
            kept.append(render.line("  …", "$text-muted"))
    return render.lines(kept) if any(near) else render.label("tui.diff.equal", "$text-muted")
