"""Headings that look like text: `steel action plan` in small letters, or points of a list."""

from dataclasses import replace

from workflow.report.layout.paragraphs import function_words
from workflow.report.structure.blocks import Block
from workflow.report.structure.reading import Reading, title_like
from workflow.report.structure.verbs import has_verb
from workflow.report.structure.words import heading_words, plain

_LONGEST = 120
_FEWEST = 2


def find_small_letters(reading: Reading) -> None:
    """Rule `small_letters`: short lines in small letters, each alone between pieces of text.

    They count only where they are at least as many as the headings with a capital.
    """
    if reading.chain or reading.form == "told":
        return
    places = range(reading.start, len(reading.blocks))
    found = [index for index in places if _heads_text(reading, index)]
    capitals = sum(reading.free(i) and title_like(reading.blocks[i]) for i in places)
    if len(found) >= max(_FEWEST, capitals):
        reading.small = frozenset(found)
        reading.trace.fired("small_letters", n=len(found), line=reading.blocks[found[0]].line)


def _heads_text(reading: Reading, index: int) -> bool:
    """Whether a line in small letters has text above it, or the title, and text below it."""
    block = reading.blocks[index]
    text = block.text
    if not reading.free(index) or block.bullet or block.number or index + 1 >= len(reading.blocks):
        return False
    if not 3 <= len(text) <= _LONGEST or not text[0].islower() or not text[-1].isalnum():
        return False
    last_word = text.split()[-1].lower()
    if last_word in function_words(block.language) or has_verb(text, block.language):
        return False
    above = reading.blocks[index - 1] if index > reading.start else None
    below = reading.blocks[index + 1]
    alone = above is None or (above.finished and not above.bullet)
    return alone and below.finished and not below.bullet and below.text[0].isupper()


def find_bulleted_titles(reading: Reading) -> None:
    """Rule `bulleted_titles`: points without a verb, each with running text of its own below.

    They count only where the report has no other points and no other headings.
    """
    if reading.chain or reading.small or reading.form == "told":
        return
    places = [i for i in range(reading.start, len(reading.blocks)) if reading.free(i)]
    points = [index for index in places if reading.blocks[index].bullet]
    if len(points) < _FEWEST or any(title_like(reading.blocks[index]) for index in places):
        return
    told = [_is_bulleted_title(reading, index) for index in points]
    empty = [index for index, has_text in zip(points, told, strict=True) if not has_text]
    if any(told) and all(_is_generic(reading.blocks[index]) for index in empty):
        reading.small = frozenset(points)
        reading.trace.fired("bulleted_titles", n=len(points), line=reading.blocks[points[0]].line)


def _is_generic(block: Block) -> bool:
    """Whether a point is one for anything else, which may have no text."""
    return plain(block.rest) in heading_words(block.language).generic


def _is_bulleted_title(reading: Reading, index: int) -> bool:
    """Whether a point has the form of a title, and a sentence below it."""
    block = replace(reading.blocks[index], bullet=False)
    below = reading.blocks[index + 1] if index + 1 < len(reading.blocks) else None
    if below is None or below.bullet or not below.finished or not below.text[0].isupper():
        return False
    return title_like(block) and not has_verb(block.text, block.language)
