"""Letters around a report: letterhead, salutation, closing and signatures leave the flow."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping

from workflow.report.layout.signatures import INITIALS, NAME_BEHIND
from workflow.report.structure.blocks import Block
from workflow.report.structure.fields import is_part_name
from workflow.report.structure.reading import Reading, is_annex
from workflow.report.structure.verbs import has_verb
from workflow.report.structure.words import find_council, plain, starts_with, state_names

_FRONT = 15
"""Blocks of a letterhead."""
_HORIZON = 60
"""Blocks within which a letter shows itself."""
_TOWN_AND_DAY = re.compile(
    r"^[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){0,2},\s+\d{1,2}\s+\w+\s+\d{4}\W*$"
)
_DOSSIER = re.compile(
    r"^\d{2}\s?\d{3}(?:[-\s][IVXL\d]+)?\b.{0,120}$|^Nr\.\s+[\dA-Z]{1,4}\b.{0,120}$"
)
_FEWEST_BEHIND = 2
_LONGEST_WEB_LINE = 200


def find_letter(reading: Reading) -> None:
    """Rule `letter`: an addressee, salutation or announcing sentence near the start."""
    _drop_web_lines(reading)
    words, blocks = reading.words, reading.blocks
    addressee = _first(
        reading,
        lambda b: (
            not b.finished
            and starts_with(b.text, words.addressees)
            and not starts_with(b.text, words.signatories)
        ),
    )
    greeting = salutation(reading)
    announcing = _first(reading, lambda b: starts_with(b.text, words.announcements), longest=0)
    if addressee < 0 and greeting < 0 and _titled(reading, announcing):
        announcing = -1
    if greeting < 0 and announcing < 0 and _heads_report(reading, addressee):
        addressee = -1
    found = [index for index in (addressee, greeting, announcing) if index >= 0]
    if found:
        reading.letter = min(found)
        reading.trace.fired("letter", line=blocks[reading.letter].line)
        announced = greeting < 0 <= addressee < announcing
        _drop_letterhead(reading, addressee, announcing if announced else greeting)
    _drop_signatures(reading)


def _heads_report(reading: Reading, addressee: int) -> bool:
    """Whether the name of a house stands right above that of a council: a page, no letter."""
    below = reading.blocks[addressee + 1] if 0 <= addressee < len(reading.blocks) - 1 else None
    named = below is not None and not below.finished and find_council(below.text, below.language)
    words = reading.words
    signs = (*words.addressees, *words.subjects, *words.letter_headers)
    others = [b for i, b in enumerate(reading.blocks[:_FRONT]) if i != addressee]
    letter = any(starts_with(b.text, signs) or _TOWN_AND_DAY.match(b.text) for b in others)
    return bool(named) and not letter


def _titled(reading: Reading, index: int) -> bool:
    """Whether a report's title stands above a block: then what it announces is no letter."""
    return any(
        not block.finished and starts_with(block.text, reading.words.title_openers)
        for block in reading.blocks[: max(0, index)]
    )


def _first(reading: Reading, test: Callable[[Block], bool], longest: int = 160) -> int:
    """Index of the first block within the horizon that passes a test, or -1."""
    for index, block in enumerate(reading.blocks[:_HORIZON]):
        if (not longest or len(block.text) < longest) and test(block):
            return index
    return -1


def salutation(reading: Reading) -> int:
    """Index of the salutation, or -1."""
    return _first(reading, lambda b: starts_with(b.text, reading.words.salutations))


def _drop_web_lines(reading: Reading) -> None:
    """Rule `web_page`: what a saved page adds around its text."""
    for index, block in enumerate(reading.blocks):
        name = plain(block.text)
        if name in reading.words.web_lines or (
            len(block.text) <= _LONGEST_WEB_LINE and reading.words.web_pattern.fullmatch(block.text)
        ):
            reading.drop(index)
            reading.trace.fired("web_page", line=block.line)
        if name in reading.words.web_behind and (end := _links_end(reading, index)):
            for place in range(index, end):
                reading.drop(place)
            reading.trace.fired("web_page", line=block.line)


def _links_end(reading: Reading, index: int) -> int:
    """Where the links and names below a heading end; 0 if a sentence stands among them.

    The next heading of the format ends them, else only the end of the text. Where the report
    goes on behind them, a line with a verb is a sentence too: points often have no stop.
    """
    blocks, end = reading.blocks, index + 1
    while end < len(blocks) and not (blocks[index].heading and blocks[end].heading):
        if blocks[end].finished or len(blocks[end].text) > _LONGEST_WEB_LINE:
            return 0
        end += 1
    below = blocks[index + 1 : end]
    if any(map(_says_who, below)):
        return 0
    said = any(has_verb(block.text, block.language) for block in below)
    return 0 if said and any(block.finished for block in blocks[end:]) else end


def _says_who(block: Block) -> bool:
    """Whether a line starts with a state and says what it thinks: `Malta: more time`."""
    name, colon, rest = block.text.partition(":")
    states = state_names(block.language)
    if colon:
        return bool(rest) and plain(name) in states
    first, _, rest = block.text.partition(" ")
    return plain(first) in states and has_verb(rest, block.language)


def _drop_letterhead(reading: Reading, addressee: int, greeting: int) -> None:
    """Everything before the addressee, and from there what is no sentence up to the first one."""
    blocks = reading.blocks
    for index in range(max(0, addressee)):
        reading.drop(index)
    end = max(greeting, addressee) + 1
    if greeting < 0:
        while end < len(blocks) and not _is_sentence(blocks[end]):
            end += 1
        for index in range(max(0, addressee), end):
            if _is_letterhead(reading, index):
                reading.drop(index)
    else:
        for index in range(end):
            if not _is_sentence(blocks[index]):
                reading.drop(index)


def _is_letterhead(reading: Reading, index: int) -> bool:
    """Without a salutation only what has the form of a letterhead goes."""
    block, words = reading.blocks[index], reading.words
    return bool(
        index < reading.letter
        or starts_with(block.text, words.addressees)
        or starts_with(block.text, words.letter_headers)
        or _TOWN_AND_DAY.match(block.text)
        or _DOSSIER.match(block.text)
        or starts_with(block.text, words.signatories)
    )


def _is_sentence(block: Block) -> bool:
    return block.finished and len(block.text) > 40


def _drop_signatures(reading: Reading) -> None:
    """Rule `signature`: a function line with a comma or nothing behind it, and the names below."""
    blocks, words = reading.blocks, reading.words
    romans = {b.number.value: i for i, b in enumerate(blocks) if b.number and _is_roman(b)}
    index = 0
    while index < len(blocks):
        block = blocks[index]
        closing = len(block.text) < 60 and starts_with(block.text, words.closings)
        if reading.free(index) and (closing or _is_signatory(reading, index)):
            reading.drop(index)
            reading.signatures.append(index)
            reading.trace.fired("signature", line=block.line)
            while index + 1 < len(blocks) and (
                _is_name(reading, index + 1, romans)
                or _is_office_below(reading, index + 1)
                or _ends_office(reading, index + 1)
            ):
                index += 1
                reading.drop(index)
                reading.signatures.append(index)
        index += 1
    _drop_last_annexes(reading)


def _drop_last_annexes(reading: Reading) -> None:
    """What is annexed to a letter, where that is all that stands below its signature."""
    last = reading.signatures[-1] + 1 if reading.signatures and reading.letter >= 0 else 0
    below = range(last, len(reading.blocks))
    blocks = reading.blocks
    if last and below and is_annex(blocks[last]) and not any(blocks[i].finished for i in below):
        for index in below:
            reading.drop(index)


def _is_signatory(reading: Reading, index: int) -> bool:
    """Whether a line names an office as signatures do.

    A comma ends it, or a name with initials follows in the line or below it; in a letter a
    bare office will do.
    """
    block = reading.blocks[index]
    text = block.text
    if len(text) > 160 or block.heading or not starts_with(text, reading.words.signatories):
        return False
    if text.endswith(",") or NAME_BEHIND.search(text):
        return True
    if block.finished:
        return False
    below = reading.blocks[index + 1] if index + 1 < len(reading.blocks) else None
    if below is not None and INITIALS.match(below.text):
        return True
    return reading.letter >= 0 and bool(reading.words.office.match(text))


def _is_roman(block: Block) -> bool:
    return block.number is not None and block.number.style == "roman"


def _is_name(reading: Reading, index: int, romans: Mapping[int, int]) -> bool:
    """Whether a line below an office is the name of its holder.

    `I. Verslag` is not: a Roman one is a heading if a Roman two follows. `romans` has the last
    place of each Roman numeral.
    """
    block = reading.blocks[index]
    if len(block.text) >= 60:
        return False
    if block.number and _is_roman(block) and romans.get(block.number.value + 1, -1) > index:
        return False
    if block.number and starts_with(block.rest, reading.words.title_openers):
        return False
    if INITIALS.match(block.text):
        return True
    words = block.text.split()
    if block.finished or is_part_name(block) or _names_report(reading, block):
        return False
    return (len(words) <= 3 and block.text.istitle()) or (
        2 <= len(words) <= 4 and block.text.isupper()
    )


def _names_report(reading: Reading, block: Block) -> bool:
    """Whether a line below a signature opens the report instead of naming a person."""
    opens = starts_with(block.text, reading.words.title_openers)
    return opens or bool(find_council(block.text, block.language))


def _is_office_below(reading: Reading, index: int) -> bool:
    """Whether a line below a closing or a name is the office of who signed."""
    block = reading.blocks[index]
    office = starts_with(block.text, reading.words.signatories)
    return office and len(block.text) < 160 and not (block.finished or block.heading)


def _ends_office(reading: Reading, index: int) -> bool:
    """Whether a line is the rest of an office that goes on behind a comma: `Welzijn en Sport,`."""
    above, block = reading.blocks[index - 1], reading.blocks[index]
    below = reading.blocks[index + 1] if index + 1 < len(reading.blocks) else None
    signed = block.text.endswith(",") or (below is not None and INITIALS.match(below.text))
    return above.text.endswith(",") and bool(signed) and len(block.text) < 60


def letter_end(reading: Reading) -> int:
    """Index behind the last signature that text follows, or -1: there the letter ends."""
    if reading.letter < 0 or not reading.signatures:
        return -1
    text = [index for index, block in enumerate(reading.blocks) if block.finished]
    opened = next((index for index in text if index >= reading.letter), len(reading.blocks))
    signed = set(reading.signatures)
    ends = (
        index + 1
        for index in reversed(reading.signatures)
        if index + 1 not in signed
        and opened < index
        and len(text) - bisect_right(text, index) >= _FEWEST_BEHIND
    )
    return next(ends, -1)
