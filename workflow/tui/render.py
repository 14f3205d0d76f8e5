"""Every text from a report, a file or a colleague goes through here before it is shown.

Textual and Rich read square brackets as markup, a terminal obeys escape codes, and direction
marks turn a line around. What comes out of this module is inert: `Content` without markup,
control characters as visible signs.
"""

import re
from collections.abc import Iterable

from rich.text import Text
from textual.content import Content

from workflow.languages import say

Piece = str | Content | tuple[str, str]
"""A text, a finished content, or a text with a style."""

_PICTURES = {code: chr(0x2400 + code) for code in range(32) if code not in (9, 10)}
_PICTURES[0x7F] = "␡"
_PICTURES |= dict.fromkeys((*range(128, 160), 8232, 8233), "�")
_PICTURES |= {
    code: f"‹{code:04X}›"
    for code in (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)
}
_NOTHING = Content("")
_SET_IN = "  "
"""Before every line of a text but its first."""
_BLANKS = re.compile(r"[\t\n\r]+")


def visible(text: str) -> str:
    """The text with every control character as a sign that can be seen; line ends stay."""
    text = text.replace("\r\n", "\n").replace("\t", "    ").translate(_PICTURES)
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def one_line(text: str) -> str:
    """The text on one line, made visible."""
    return visible(_BLANKS.sub(" ", text))


def block(text: str, style: str = "") -> Content:
    """Text of one or more lines as inert content."""
    return Content.styled(visible(text), style) if style else Content(visible(text))


def line(text: str, style: str = "") -> Content:
    """Text as one line of inert content."""
    text = one_line(text)
    return Content.styled(text, style) if style else Content(text)


def join(*pieces: Piece) -> Content:
    """Several pieces as one line, each inert."""
    parts: list[Content] = []
    for piece in pieces:
        if isinstance(piece, Content):
            parts.append(piece)
        elif isinstance(piece, tuple):
            parts.append(line(*piece))
        else:
            parts.append(line(piece))
    return Content("").join(parts)


def lines(parts: Iterable[Content]) -> Content:
    """Several contents, each on a line of its own."""
    return Content("\n").join(parts)


def label(key: str, style: str = "", **values: object) -> Content:
    """A sentence of the catalogue, its values inert."""
    return block(say(key, **values), style)


def rich(text: str) -> Text:
    """Inert text for the few widgets that take Rich only."""
    return Text(one_line(text), end="")


def columns(
    width: int, left: Content, right: Content, *, gap: int = 2, wrap: bool = False
) -> Content:
    """Left and right on one line of `width` cells; the left side gives way with an ellipsis.

    With `wrap` it goes on below instead, in the whole width.
    """
    room = width - right.cell_length - gap
    if wrap and left.cell_length > room:
        return _beside(width, left, right, gap)
    if room < min(8, left.cell_length):
        return left.truncate(width, ellipsis=True)
    return Content("").join(
        [left.truncate(room, ellipsis=True, pad=True), Content(" " * gap), right]
    )


def _beside(width: int, left: Content, right: Content, gap: int) -> Content:
    """All of the left side, with the right side at the end of its first line, else of its last."""
    room = width - right.cell_length - gap
    first = left.wrap(room)[0] if room > 0 else _NOTHING
    if first.plain and left.plain[len(first.plain) :][:1].isspace():
        top = columns(width, first, right, gap=gap)
        return lines([top, *_below(left, first, width)])
    first = left.wrap(width)[0]
    *above, last = [first, *_below(left, first, width)]
    if last.cell_length > room:
        above, last = [*above, last], _NOTHING
    return lines([*above, columns(width, last, right, gap=gap)])


def _below(text: Content, first: Content, width: int) -> list[Content]:
    """What is left of a text behind its first line, set in so that it is seen to go on."""
    rest = text[len(first.plain) :]
    rest = rest[len(rest.plain) - len(rest.plain.lstrip()) :]
    room = max(1, width - len(_SET_IN))
    return [Content(_SET_IN) + line for line in rest.wrap(room)] if rest.plain else []


def cells(width: int, *fields: tuple[Content, int], wrap: bool = False) -> Content:
    """Fields of a fixed width side by side; the field of width 0 takes what remains.

    With `wrap` that field goes on below itself instead of being cut off.
    """
    fixed = sum(size for _, size in fields) + len(fields) - 1
    size_left = max(1, width - fixed)
    rest: list[Content] = []
    parts: list[Content] = []
    indent = 0
    for field, size in fields:
        if wrap and not size and field.plain:
            whole, field = field, field.wrap(size_left)[0]
            rest = _below(whole, field, size_left)
            indent = sum(part.cell_length + 1 for part in parts)
        parts.append(field.truncate(size or size_left, ellipsis=True, pad=True))
    below = (Content(" " * indent) + each for each in rest)
    return lines([Content(" ").join(parts), *below])


def hang(lead: Content, text: Content, width: int) -> Content:
    """Text in `width` cells behind a lead; its other lines stand below its words."""
    room = max(8, width - lead.cell_length)
    first, *rest = text.wrap(room) or [Content("")]
    blank = Content(" " * lead.cell_length)
    return lines([lead + first, *(blank + each for each in rest)])


def highlight(text: str, words: Iterable[str], style: str) -> Content:
    """The text with each of `words` styled where it stands."""
    shown = block(text)
    for word in words:
        word = visible(word)
        start = shown.plain.find(word) if word else -1
        if start >= 0:
            shown = shown.stylize(style, start, start + len(word))
    return shown
