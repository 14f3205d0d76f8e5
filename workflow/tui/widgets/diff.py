"""Differences in words: `-` and `+` before lines, brackets around words, colour on top."""

from collections.abc import Sequence

from textual.content import Content

from workflow.comparison.words import Change, word_changes
from workflow.tui import render

GONE, ADDED = "$text-error strike", "$text-success underline"


def inline(changes: Sequence[Change]) -> Content:
    """Changes in one running text: `[-gone-]` and `{+added+}`."""
    parts: list[Content] = []
    for sign, text in changes:
        if sign == "=":
            parts.append(render.block(text))
        elif sign == "-":
            parts.append(render.block(f"[-{text.rstrip()}-]" + _tail(text), GONE))
        else:
            parts.append(render.block(f"{{+{text.rstrip()}+}}" + _tail(text), ADDED))
    return Content("").join(parts)


def _tail(text: str) -> str:
    return text[len(text.rstrip()) :]


def by_line(old: str, new: str) -> Content:
    """Two texts line by line; a changed line shows its words, an equal one stands as it is."""
    from difflib import SequenceMatcher

    before, after = old.split("\n"), new.split("\n")
    parts: list[Content] = []
    for tag, i, i_end, j, j_end in SequenceMatcher(None, before, after, False).get_opcodes():
        if tag == "equal":
            parts += [render.join("  ", line) for line in before[i:i_end]]
            continue
        pairs = min(i_end - i, j_end - j)
        for step in range(pairs):
            parts += _pair(before[i + step], after[j + step])
        parts += [render.join(("- ", "$text-error"), (x, GONE)) for x in before[i + pairs : i_end]]
        parts += [
            render.join(("+ ", "$text-success"), (x, ADDED)) for x in after[j + pairs : j_end]
        ]
    return render.lines(parts)


def _pair(old: str, new: str) -> list[Content]:
    """A line that was replaced, above its replacement, the differing words marked."""
    changes = word_changes(old, new)
    if not any(sign == "=" and text.strip() for sign, text in changes):
        return [
            render.join(("- ", "$text-error"), (old, GONE)),
            render.join(("+ ", "$text-success"), (new, ADDED)),
        ]
    gone = [render.block(t, GONE if s == "-" else "") for s, t in changes if s != "+"]
    added = [render.block(t, ADDED if s == "+" else "") for s, t in changes if s != "-"]
    found = []
    if any(sign == "-" for sign, _ in changes):
        found.append(Content("").join([render.line("- ", "$text-error"), *gone]))
    found.append(Content("").join([render.line("+ ", "$text-success"), *added]))
    return found


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
