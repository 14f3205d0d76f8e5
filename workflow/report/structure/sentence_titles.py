"""Titles that have the form of a sentence: above a treatment, or as a question."""

from workflow.report.sentences import split_sentences
from workflow.report.structure.heads import LONGEST_QUESTION
from workflow.report.structure.reading import ITEM, LONGEST_TITLE, Reading, title_like
from workflow.report.structure.treatments import (
    BRACKETED,
    is_treatment,
    is_treatment_phrase,
    item_head,
)


def find_marked_titles(reading: Reading) -> None:
    """Rule `title_above_treatment`: a line above `= General approach` or `(policy debate)`.

    It is a title even if it ends in a full stop.
    """
    for index in range(reading.start, len(reading.blocks) - 1):
        block, below = reading.blocks[index], reading.blocks[index + 1]
        if not (reading.free(index) and reading.free(index + 1)) or reading.chain:
            continue
        inside = below.text.strip("[]().")
        bracketed = BRACKETED.match(below.text) and is_treatment_phrase(inside, below.language)
        marked = below.text.startswith("=") or bracketed
        if not (marked and is_treatment(below)) or block.bullet or title_like(block):
            continue
        single = len(split_sentences(block.text, block.language)) == 1
        if single and len(block.text) <= LONGEST_TITLE and block.text[0].isupper():
            reading.set_head(index, ITEM, item_head(block))
            reading.trace.fired("title_above_treatment", line=block.line)


def find_questions(reading: Reading) -> None:
    """Rule `question_heading`: a short question between two pieces of running text.

    Only in a report without numbers whose headings are plain lines, and not in a row of
    questions or behind a colon.
    """
    if reading.chain or reading.form != "plain":
        return
    blocks = reading.blocks
    for index in range(max(1, reading.start), len(blocks) - 1):
        above, block, below = blocks[index - 1 : index + 2]
        text_below = (below.finished or below.text.endswith(":")) and not below.bullet
        alone = (above.bullet or above.text.endswith((".", ")"))) and text_below
        asked = block.text.endswith("?") and not (block.bullet or block.number)
        if not (reading.free(index) and alone and asked and "?" not in below.text[-2:]):
            continue
        single = len(split_sentences(block.text, block.language)) == 1
        if (
            single
            and len(block.text) <= LONGEST_QUESTION // 2
            and len(below.text) > len(block.text)
        ):
            reading.set_head(index, ITEM, item_head(block))
            reading.trace.fired("question_heading", line=block.line, text=block.text)
