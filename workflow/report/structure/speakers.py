"""Lines that name who made a statement, who asked and who answered: they leave the report."""

import re
from itertools import takewhile

from workflow.report.structure.blocks import Block
from workflow.report.structure.reading import DROPPED, Reading
from workflow.report.structure.words import heading_words, plain, starts_with

_HORIZON = 15
"""Blocks at the head of a report within which such lines stand."""
_SPEAKER = re.compile(r"^(?:[A-ZÀ-Þ][\w'’.-]+\s){2,5}\([A-Z]\w+(?:\s[\w,-]+){2,}\)?:?$")
_PERSON = re.compile(r"(?:[A-ZÀ-Þ][\w'’.-]*\s){1,4}[A-ZÀ-Þ][\w'’-]+(?:\s(?:MP|MS|TD|AM|MSP|MLA))?")
_NAME_IN_BRACKETS = re.compile(r"\s\((?:[A-ZÀ-Þ][\w'’.-]*\s?){2,5}\):?$")
_LONGEST_SPEAKER = 160
_MOST_SPEAKERS = 4
_LONGEST_ASKER = 60


def drop_askers(reading: Reading) -> None:
    """Rule `speaker_line`: in an answer to a question, who asked and who answered."""
    for index, block in enumerate(reading.blocks[:_HORIZON]):
        short = len(block.text) <= _LONGEST_ASKER and not block.finished
        name = block.text.lstrip("§ ")
        if short and reading.free(index) and starts_with(name, reading.words.speakers):
            reading.drop(index)
            reading.trace.fired("speaker_line", line=block.line, text=block.text)


def drop_speakers(reading: Reading, start: int) -> bool:
    """Rule `speaker_line`: who made the statement, right below its title; whether there were any.

    A web page gives name, office, party and constituency a line each, and then the house.
    """
    blocks = reading.blocks
    end = start
    near = range(start, min(len(blocks) - 1, start + _HORIZON))
    for index in takewhile(lambda i: not blocks[i].finished, near):
        if plain(blocks[index].text) in reading.words.houses:
            end = index + 1
    while end < len(blocks) - 1 and _is_speaker(blocks[end], end - start):
        end += 1
    for index in range(start, end):
        if reading.roles[index] != DROPPED:
            block = blocks[index]
            reading.trace.fired("speaker_line", line=block.line, text=block.text)
            reading.drop(index)
    return end > start


def drop_answerer(reading: Reading) -> None:
    """Rule `speaker_line`: the office and, in brackets, the name of who answered a question."""
    for index, block in enumerate(reading.blocks[:_HORIZON]):
        named = starts_with(block.text, reading.words.signatories)
        if reading.free(index) and named and _NAME_IN_BRACKETS.search(block.text):
            reading.trace.fired("speaker_line", line=block.line, text=block.text)
            reading.drop(index)


def _is_speaker(block: Block, before: int) -> bool:
    """Whether a line below a title names who made the statement.

    It is an office, a form of address, or a name with its office in brackets. Behind such a
    line (`before` counts them) one that introduces the speech counts too: `Mr Novak said:`.
    """
    text = block.text
    if before >= _MOST_SPEAKERS or len(text) > _LONGEST_SPEAKER or block.finished:
        return False
    if before and starts_with(text.rpartition(" ")[2], heading_words(block.language).saying):
        return text.endswith(":")
    words = heading_words(block.language)
    if starts_with(text, words.signatories) and (before or _NAME_IN_BRACKETS.search(text)):
        return True
    name, comma, office = text.partition(", ")
    if comma and _PERSON.fullmatch(name) and starts_with(office, words.signatories):
        return True
    speakers = words.speakers
    return bool(speakers) and (starts_with(text, speakers) or bool(_SPEAKER.match(text)))
