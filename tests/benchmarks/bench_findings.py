"""How long the checks take on one item while somebody types in it.

The items and summaries are those of the tests of the findings; one long item is made of several.
"""

from dataclasses import replace
from statistics import median
from time import process_time

from tests.benchmarks.frame import Row, taken
from tests.findings.findings_cases import Case, cases, make_item
from workflow.positions.words import Words

FILES = ("nl_a", "nl_b", "nl_c", "en_a", "en_b", "en_c")
LIMIT = 0.03
"""Seconds of processor time within which a change in the text is judged."""
ROUNDS = 5
LONG = 60
"""Sentences of the long item; few real items have as many."""


def _taken(case: Case) -> float:
    """Median processor time of some rounds of checking."""
    return median(taken(case.findings, ROUNDS, clock=process_time))


def _cut(case: Case) -> float:
    """Processor time of cutting the same texts into words."""
    texts = [sentence.text for sentence in (*case.item.sentences, *case.summary.sentences)]
    return median(taken(lambda: [Words(text) for text in texts], ROUNDS, clock=process_time))


def _long() -> Case:
    """The summaries of several items as one, about all their sentences together."""
    of_dutch = cases(FILES[0]) + cases(FILES[1]) + cases(FILES[2])
    texts = [[each.text for each in case.item.sentences] for case in of_dutch]
    item, attributions = make_item(texts)
    short = replace(item, sentences=item.sentences[:LONG])
    written = tuple(line for case in of_dutch[:4] for line in case.summary.sentences)[:8]
    summary = replace(of_dutch[0].summary, sentences=written)
    kept = tuple(each for each in attributions if each.sentence <= LONG)
    return Case("long", short, kept, of_dutch[0].meeting, summary)


def rows() -> list[Row]:
    """All items of the tests, and a long one."""
    known = [case for name in FILES for case in cases(name)]
    for case in known:
        case.findings()
    times, words = [_taken(case) for case in known], [_cut(case) for case in known]
    long = _long()
    long_times = taken(long.findings, ROUNDS, clock=process_time)
    size = len(long.item.sentences)
    return [
        Row("findings of one item", times, f"{LIMIT:g} s", [LIMIT], 1),
        Row("findings of one item", times, "cutting into words", words),
        Row(f"findings, {size} sentences", long_times, f"{LIMIT:g} s", [LIMIT], 1),
    ]
