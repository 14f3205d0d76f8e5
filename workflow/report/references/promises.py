"""Commitments to parliament and motions, known by the member's surname."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from workflow.languages import data
from workflow.report.references.pledging import denies_all

_PREFIX = r"(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|[Ee]l|[Vv]on|['’‘]t)"
_PART = r"[A-ZÀ-Þ][\w’'-]+"
_NAME = rf"(?:{_PREFIX}\s+)*{_PART}(?:\s+{_PART}|(?:\s+{_PREFIX}){{1,3}}\s+{_PART})?"
_ONE = rf"{_NAME}(?:\s*\([^()]{{1,30}}\))?"
"""A member, perhaps with a party in brackets."""
_WINDOW = 160
"""Characters behind a word for a commitment within which the member stands."""
_SUBJECT = 60
"""Characters that may stand between who promises and the verb."""


@dataclass(frozen=True, slots=True)
class PromiseHit:
    """A commitment or motion found in text."""

    start: int
    end: int
    kind: str
    """`toezegging` or `motie`."""
    value: str
    """Surname of the member; empty if neither sentence nor note names one."""
    rule: str


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The patterns of one language."""

    commitment: re.Pattern[str]
    promised: re.Pattern[str]
    """A verb that makes a commitment where the sentence speaks to parliament."""
    parliament: re.Pattern[str]
    own: re.Pattern[str]
    """A verb of the own government that promises, behind its subject or before it."""
    others: re.Pattern[str]
    """Who stands behind a commitment that was not made to parliament."""
    motion: re.Pattern[str]
    member: re.Pattern[str]
    parties: frozenset[str]
    plural: frozenset[str]
    states: frozenset[str]
    not_names: re.Pattern[str]
    """What may stand where a member is named, and is none."""
    between: re.Pattern[str]
    """What stands between two members in a row: a stroke is the first group."""
    theirs: frozenset[str]
    """Before a commitment: that of somebody else."""
    alone: bool
    """Whether the word by itself means one to parliament."""
    titled: re.Pattern[str]
    """A title before a name."""
    owner: re.Pattern[str]
    """The own government."""
    strangers: re.Pattern[str]
    """Who promises nothing to parliament."""
    denied: frozenset[str]
    """Before a commitment: that there is none."""


@cache
def _grammar(language: str) -> _Grammar:
    words = data(language, "references")["promises"]

    def choice(names: list[str]) -> str:
        return "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True)) or r"(?!)"

    member, joined = choice(words["member"]), choice(words["and"])
    named = choice([word for word in words["member"] if word not in words["of"]])
    names = rf"(?P<names>{_ONE}(?:(?:\s*/\s*|\s*,\s*|\s+(?:{joined})\s+){_ONE}){{0,7}})"
    states = frozenset(entry["name"] for entry in data(language, "actors")["state"].values())
    no_names = [rf"(?:{choice(words['not_names'])})\b(?!\s)", choice(words["not_before"])]
    no_names += [rf".*{re.escape(ending)}" for ending in words["not_ending"]]
    return _Grammar(
        re.compile(rf"(?<!\w)(?:{choice(words['commitment'])})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{choice(words['promised'])})(?!\w)", re.IGNORECASE),
        re.compile(
            rf"(?<!\w)(?:{choice(words['parliament'])})(?!\w|\s+(?:{choice(words['not_behind'])})\b)"
        ),
        _own(words, choice),
        re.compile(rf"\s+(?:{choice(words['others'])})(?!\w)"),
        re.compile(
            rf"(?<!\w)(?P<word>(?i:{choice(words['motion'])}))(?:-|\s+)(?P<of>(?:(?:{member})\s+(?!de[rn]\s))*){names}"
        ),
        re.compile(rf"(?<!\w)(?P<of>(?i:{named}))\s+{names}"),
        frozenset(words["parties"]),
        frozenset(words["plural"]),
        states,
        re.compile("|".join(no_names)),
        re.compile(rf"\s*\([^()]*\)|\s*(/)\s*|\s*(?:,|\b(?:{joined})\b)\s*"),
        frozenset(words["theirs"]),
        words["alone"],
        re.compile(rf"\b(?:{choice(words['titles'])})\s"),
        re.compile(rf"(?<!\w)(?i:{choice(words['own'])})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{choice([*words['strangers'], *states])})(?!\w)"),
        frozenset(data(language, "comparison")["denying_articles"]),
    )


def _own(words: dict[str, Any], choice: Callable[[list[str]], str]) -> re.Pattern[str]:
    """`de minister zegde … toe`, `zegde de minister … toe`, `the Minister will write to`."""
    verbs = [choice(words["own_verbs"])]
    for verb, particle in words["own_verbs_apart"]:
        verbs.append(rf"{verb}(?=[^.;:]{{0,{_WINDOW}}}?(?<!\btot nu)\s{particle}\b)")
    verb, who = f"(?:{'|'.join(verbs)})", f"(?i:{choice(words['own'])})"
    apart = rf"[^.;:,]{{0,{_SUBJECT}}}?\s"
    return re.compile(rf"(?<!\w){who}\b(?:{apart}|\s)(?P<verb>{verb})\b|(?<!\w){verb}\s+{who}\b")


def find_promises(text: str, language: str, note: str = "") -> list[PromiseHit]:
    """Commitments and motions of a sentence; `note` is the text of the notes it bears.

    Each member whom a commitment or motion names gives a hit of its own.
    """
    grammar = _grammar(language)
    hits: list[PromiseHit] = []
    for found in grammar.motion.finditer(text):
        plural = _is_plural(found["word"], grammar) or _is_plural(found["of"], grammar)
        for start, end, name in _members(found, grammar, plural):
            first = not hits or hits[-1].end <= found.start()
            begin = found.start() if first else start
            hits.append(PromiseHit(begin, end, "motie", name, "member"))
    for found in _commitments(text, grammar, language):
        window = text[found.end() : found.end() + _WINDOW]
        members = _first_members(window, found.end(), grammar)
        if not members and (before := list(grammar.member.finditer(text, 0, found.start()))):
            members = _members(before[-1], grammar, _is_plural(before[-1]["of"], grammar))
        names = [name for _, _, name in members]
        end = max([found.end(), *(end for _, end, _ in members)])
        rule = "member" if names else "note"
        for name in names or members_in(note, language) or [""]:
            hits.append(PromiseHit(found.start(), end, "toezegging", name, rule))
    return hits


def _commitments(text: str, grammar: _Grammar, language: str) -> list[re.Match[str]]:
    """The words that stand for a commitment to parliament, one of them at most a verb."""
    found = [
        hit
        for hit in grammar.commitment.finditer(text)
        if not grammar.others.match(text, hit.end()) and _is_to_parliament(text, hit, grammar)
    ]
    if not found and grammar.parliament.search(text):
        verbs = (*grammar.promised.finditer(text), *grammar.own.finditer(text))
        found = [hit for hit in verbs if not denies_all(text, hit.start(), language)][:1]
    return found


def _is_to_parliament(text: str, hit: re.Match[str], grammar: _Grammar) -> bool:
    """Whether a word for a commitment means one to parliament, as far as the sentence tells."""
    before = text[: hit.start()].casefold().split()[-1:]
    if not grammar.denied.isdisjoint(before):
        return False
    named = grammar.strangers.search(text, 0, hit.start())
    strange = named is not None and not grammar.owner.search(text)
    if grammar.alone and grammar.theirs.isdisjoint(before) and not strange:
        return True
    if grammar.titled.search(text, hit.end()):
        return True
    if grammar.parliament.search(text) and (grammar.alone or not strange):
        return True
    return grammar.alone and not strange and bool(grammar.member.search(text, hit.end()))


def _first_members(window: str, offset: int, grammar: _Grammar) -> list[tuple[int, int, str]]:
    """The members named first in the text behind a commitment, with their places."""
    for hit in grammar.member.finditer(window):
        members = _members(hit, grammar, _is_plural(hit["of"], grammar))
        if members:
            return [(start + offset, end + offset, name) for start, end, name in members]
    return []


def _is_plural(words: str, grammar: _Grammar) -> bool:
    return bool(grammar.plural & set(words.lower().split()))


def _members(found: re.Match[str], grammar: _Grammar, plural: bool) -> list[tuple[int, int, str]]:
    """Place and surname of the members in a row of names; only the first unless several are due.

    A stroke always joins two members, a comma or `and` only behind a plural.
    """
    members: list[tuple[int, int, str]] = []
    row, position = found["names"], 0
    for gap in [*grammar.between.finditer(row), None]:
        end = gap.start() if gap else len(row)
        name = row[position:end].strip()
        if name:
            surname = _surname(name, grammar)
            if grammar.not_names.match(surname) or surname in grammar.states:
                break
            members.append((found.start("names") + position, found.start("names") + end, surname))
        if gap is None:
            break
        bracket = gap.group().strip().startswith("(")
        if not (plural or gap[1] or bracket):
            break
        position = gap.end()
    return members


def members_in(text: str, language: str) -> list[str]:
    """The members whom a note about a commitment names."""
    grammar = _grammar(language)
    found = grammar.commitment.search(text) or grammar.promised.search(text)
    if not found:
        return []
    return [name for _, _, name in _first_members(text[found.end() :], 0, grammar)]


def _surname(name: str, grammar: _Grammar) -> str:
    """The surname in a name: first names go, and so does the party behind `van`."""
    words = name.split()
    if words[-1] in grammar.parties:
        words = words[:1] if words[0][0].isupper() else words
    first = words[0]
    if len(words) > 1 and not re.fullmatch(_PREFIX, first):
        words = words[1:]
    return " ".join(words)
