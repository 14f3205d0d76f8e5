"""Whose report it is: which government "we", "the Minister" and "the Government" are.

A language is shipped with the government that usually writes in it (`self_actor` of its
grammar). A house of another government writes its own reports in it too: the report itself
says which of the two it is, by the states that it names.
"""

import re
from collections import Counter
from functools import cache

from workflow.languages import LANGUAGES, data
from workflow.positions.model import state_actor
from workflow.report.model import Report

_CLEARLY = 2
"""How many times as often the usual government must be named as the house's own."""
_OFTEN = 2
"""Named less often, it may be one state among others."""


def speaking_government(report: Report, own_government: str) -> str:
    """The actor id of the government whose account a report is.

    It is the usual one of the language where the report names that one more than once, more
    often than any other state, and far more often than the house's own; else it is the house's
    own. A house whose own language is another one has to be named more often than any other.
    """
    usual = usual_government(report.language)
    known = {state_actor(code) for code in data(report.language, "actors")["state"]}
    if own_government == usual or own_government not in known:
        return usual
    named = _named(report)
    own = named.pop(own_government, 0)
    times = named.pop(usual, 0)
    others = max(named.values(), default=0)
    if own_government in map(usual_government, LANGUAGES):
        return own_government if own > max(times, others) else usual
    spoken_of = times >= _OFTEN and times > max(others, _CLEARLY * own)
    return usual if spoken_of else own_government


def other_government(report: Report, own_government: str) -> str:
    """The government that speaks in a report in the first person and is not the house's own.

    Empty where nobody says "I" or "we", or where it is the house itself.
    """
    words = data(report.language, "grammar")["self_words"]
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w.-])", re.IGNORECASE)
    said = any(
        pattern.search(sentence.text) for _, item in report.items() for sentence in item.sentences
    )
    government = speaking_government(report, own_government) if said else own_government
    return "" if government == own_government else government


@cache
def usual_government(language: str) -> str:
    """The government that usually writes in a language."""
    return str(data(language, "grammar")["self_actor"])


def _named(report: Report) -> Counter[str]:
    """How often a report names each state."""
    pattern, states = _states(report.language)
    texts = [report.title]
    for _, item in report.items():
        texts += [item.title, *(sentence.text for sentence in item.sentences)]
    return Counter(states[found] for text in texts for found in pattern.findall(text))


@cache
def _states(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Names and adjectives of states, without what any government is called by its own."""
    grammar, content = data(language, "grammar"), data(language, "actors")
    own = set(grammar["self_names"])
    states = {
        name: state_actor(code)
        for code, entry in content["state"].items()
        for name in (entry["name"], *entry.get("names", ()), *entry["adjectives"])
        if name not in own
    }
    longest_first = sorted(states, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"), states
