"""Treatments: how the Council treated an item, in a line of its own or behind the title."""

import re

from workflow.report.structure.blocks import Block
from workflow.report.structure.reading import (
    ITEM,
    TREATMENT,
    Head,
    Reading,
    clean_title,
    is_label,
)
from workflow.report.structure.verbs import has_verb
from workflow.report.structure.words import HeadingWords, heading_words, plain, starts_with

BRACKETED = re.compile(r"^[\[(][^()\[\]]{2,140}[\])]\.?$")
"""A line that stands in brackets as a whole."""
OWN_LEVEL = ("arabic", "named", "decimal", "unnumbered")
"""Styles of numbers that belong to items and not to their titles."""
_BRACKET_END = re.compile(r"\s*[\[(]([^()\[\]]{3,100})[\])]\s*:?$")
_DASH_END = re.compile(r"(?:\s+[-–—|]+\s+|\s*—\s*)([^-–—|:;/]{3,100})$")
_LETTER = re.compile(r"^\([a-h]\)\s+(?=\w)")
_MOST_LINES = 2
"""Lines below a title that may name treatments: `(public session)`, `policy debate`."""
_LONGEST_TREATMENT = 10
"""Words of a line that only names a treatment."""


def is_treatment(block: Block) -> bool:
    """Whether a line below a title says only how the item was treated.

    Right below it, a letter in brackets may stand before: `(b) policy debate`.
    """
    text = block.text.strip()
    text = text if block.gap else _LETTER.sub("", text)
    label, colon, value = text.partition(":")
    if colon and plain(label) in heading_words(block.language).treatment_labels:
        return bool(value.strip()) and len(text) < 120
    if BRACKETED.match(text) and "://" not in text:
        return True
    return len(text.split()) <= _LONGEST_TREATMENT and is_treatment_phrase(text, block.language)


def is_treatment_phrase(text: str, language: str) -> bool:
    """Whether a text is a treatment, perhaps with its giver or a second one."""
    words = heading_words(language)
    name = plain(text)
    for hedge in words.treatment_hedges:
        name = name.removeprefix(hedge)
    for phrase in words.treatments:
        if name == phrase:
            return True
        if not name.startswith(phrase) or name[len(phrase)].isalnum():
            continue
        behind = name[len(phrase) :].lstrip(" ")
        if behind.startswith(("(", "[", *words.treatment_glue)) or _names_giver(behind, words):
            return True
    return False


def _names_giver(text: str, words: HeadingWords) -> bool:
    """Whether the words behind a phrase say who gave it, or what: `of the Belgian delegation`."""
    if text in words.givers or text in words.treatments:
        return True
    return text.startswith(words.by) and text.endswith(words.givers)


def find_treatments(reading: Reading) -> None:
    """Rule `treatment_line`: lines in brackets, or bare phrases, right below an item's title."""
    for index in sorted(reading.heads):
        if reading.roles[index] != ITEM:
            continue
        below = reading.after(index)
        while below is not None and reading.free(below) and is_label(reading.blocks[below]):
            if is_treatment(reading.blocks[below]):
                break
            below = reading.after(below)
        found: list[str] = []
        while (
            below is not None
            and len(found) < _MOST_LINES
            and reading.free(below)
            and not _is_point(reading, index, below)
            and (is_treatment(reading.blocks[below]) or _tells_of_what(reading, below))
        ):
            found.append(_treatment_text(reading.blocks[below].text))
            reading.set_head(below, TREATMENT, Head(treatment="; ".join(found)))
            reading.trace.fired("treatment_line", line=reading.blocks[below].line)
            below = reading.after(below)


def _is_point(reading: Reading, title: int, index: int) -> bool:
    """Whether a line below a title is a point of a list, as those below any other business are."""
    following = reading.after(index)
    listed = following is not None and reading.blocks[following].bullet
    generic = plain(reading.blocks[title].rest) in reading.words.generic
    return reading.blocks[index].bullet and (listed or generic)


def _tells_of_what(reading: Reading, index: int) -> bool:
    """Whether a line below a numbered title says what was treated: `Presentation of the plans`."""
    block, words = reading.blocks[index], reading.words
    name, ended = plain(block.text), block.finished or block.text.endswith(":")
    if not reading.chain or block.number or ended or len(name.split()) > _LONGEST_TREATMENT:
        return False
    phrase = next((each for each in words.treatments if starts_with(name, (each,))), "")
    behind = name[len(phrase) :].lstrip()
    return bool(phrase) and behind.startswith(words.by) and not has_verb(behind, block.language)


def _treatment_text(text: str) -> str:
    text = _LETTER.sub("", text)
    _, colon, value = text.partition(":")
    bare = (value if colon and value.strip() else text).strip(". =>→-–")
    return bare[1:-1].strip(". ") if BRACKETED.match(bare) else bare


def item_head(block: Block) -> Head:
    """Number, title and treatment of an item; a lettered head keeps its letter in the title."""
    number = block.number
    numbered = number is not None and number.style in OWN_LEVEL
    title = clean_title(block) if numbered or not number else block.text.rstrip(": ")
    treatment = ""
    found = _BRACKET_END.search(title) or _DASH_END.search(title)
    if found and plain(title[: found.start()]) in heading_words(block.language).annexes:
        found = None  # "Annex – State of play": what the annex is about
    if found and is_treatment_phrase(found[1], block.language):
        title, treatment = title[: found.start()].rstrip(" :"), found[1]
    elif not numbered:
        for phrase in heading_words(block.language).treatment_openers:
            if starts_with(title, (phrase,)) and len(title) > len(phrase) + 3:
                treatment = title[: len(phrase)]
                break
    return Head(number.text if numbered and number else "", title, treatment)
