"""All checks on one summary."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from workflow.positions.house import house_stamp, speaking_for
from workflow.positions.model import Attribution
from workflow.positions.whose import usual_government
from workflow.report.model import Item
from workflow.summaries.findings.actors import check_actors
from workflow.summaries.findings.amounts import check_figures
from workflow.summaries.findings.contrary import check_contrary, check_reversed
from workflow.summaries.findings.dates import check_dates
from workflow.summaries.findings.evidence import check_evidence
from workflow.summaries.findings.form import (
    check_length,
    check_plain,
    check_quotation,
    check_remarks,
    check_sentence,
)
from workflow.summaries.findings.groups import check_groups
from workflow.summaries.findings.missing import check_decision, check_missing
from workflow.summaries.findings.names import check_names
from workflow.summaries.findings.parliament import check_parliament
from workflow.summaries.findings.reading import LONGEST
from workflow.summaries.findings.source import Source, source_of
from workflow.summaries.findings.statements import Statement, statements_of
from workflow.summaries.model import Finding, Summary

_SEVERITIES = ("error", "warning", "hint")
_Check = Callable[[Statement, Source], Iterator[Finding]]
_ANY: tuple[_Check, ...] = (check_evidence, check_sentence)
"""The checks that look at one statement, however long it is."""
_READABLE: tuple[_Check, ...] = (
    check_figures,
    check_dates,
    check_names,
    check_groups,
    check_actors,
    check_parliament,
    check_contrary,
    check_plain,
)
"""The checks that read what one statement says."""


def check(
    item: Item,
    summary: Summary,
    attributions: Sequence[Attribution],
    *,
    own_government: str,
    words: tuple[int, int] = (60, 150),
    meeting: tuple[date, ...] = (),
    government: str = "",
) -> tuple[Finding, ...]:
    """What may be wrong with a summary, the worst first, then in the order of the text.

    `attributions` are those of the item, `words` the fewest and most words that the house
    wants, `meeting` the days of the meeting, `government` whose report it is (empty: that of the
    government that usually writes in its language). No check proves that a summary is right. What a
    person dismissed is left out.
    """
    with speaking_for("" if government == usual_government(summary.language) else government):
        return _check(item, summary, tuple(attributions), own_government, words, tuple(meeting))


def _check(
    item: Item,
    summary: Summary,
    attributions: tuple[Attribution, ...],
    own_government: str,
    words: tuple[int, int],
    meeting: tuple[date, ...],
) -> tuple[Finding, ...]:
    source = source_of(item, attributions, summary.language, own_government, meeting, house_stamp())
    statements = statements_of(summary)
    found: list[Finding] = []
    for one in statements:
        for test in _ANY if len(one.text) > LONGEST else (*_ANY, *_READABLE):
            found += test(one, source)
        if len(one.text) <= LONGEST:
            found += check_reversed(one, source, summary.positions)
    found += check_decision(statements, source)
    found += check_missing(summary, statements, source)
    found += check_quotation(statements, source)
    found += check_length(summary, source, words)
    found += check_remarks(summary, source)
    dismissed = {(entry.check, entry.words) for entry in summary.dismissals}
    left = dict.fromkeys(one for one in found if (one.check, one.words) not in dismissed)
    return tuple(sorted(left, key=lambda one: (_SEVERITIES.index(one.severity), _place(one))))


def _place(finding: Finding) -> float:
    """What is about the whole comes behind what is about a sentence."""
    return finding.line or float("inf")
