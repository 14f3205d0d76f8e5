"""The layout rules in the order in which they are asked.

Each rule is a function that looks at the blocks and gives some of them a role; what it did
and why goes into the trace, which `inspect --explain` prints. A new layout is added here: as
a rule of its own, at the place where what it relies on is known.
"""

from collections.abc import Callable

from workflow.report.structure.contents import drop_contents, drop_participants
from workflow.report.structure.decimals import find_decimals
from workflow.report.structure.fields import find_lone_fields
from workflow.report.structure.heads import (
    find_chain,
    find_form,
    find_lettered_parts,
    find_unnumbered,
)
from workflow.report.structure.letter import find_letter
from workflow.report.structure.reading import Reading
from workflow.report.structure.results import find_results
from workflow.report.structure.sentence_titles import find_marked_titles, find_questions
from workflow.report.structure.small import find_bulleted_titles, find_small_letters
from workflow.report.structure.tables import find_row_titles, find_tables, find_told_cells
from workflow.report.structure.title import find_title
from workflow.report.structure.treatments import find_treatments
from workflow.report.structure.wrapped import find_wrapped_titles

RULES: tuple[Callable[[Reading], None], ...] = (
    drop_contents,
    drop_participants,
    find_letter,
    find_title,
    find_told_cells,
    find_form,
    find_decimals,
    find_chain,
    find_row_titles,
    find_small_letters,
    find_bulleted_titles,
    find_results,
    find_lettered_parts,
    find_tables,
    find_marked_titles,
    find_questions,
    find_wrapped_titles,
    find_unnumbered,
    find_lone_fields,
    find_treatments,
)


def apply_rules(reading: Reading) -> None:
    """Asks every rule in turn."""
    for rule in RULES:
        rule(reading)
