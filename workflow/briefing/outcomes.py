"""The sentence that tells what came of an item: one that can be read by itself."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from workflow.briefing.model import ItemSection, Line, PositionRow
from workflow.languages import data, say_in
from workflow.positions.actors import group_rank
from workflow.positions.house import house_lexicon
from workflow.positions.line import Line as Words
from workflow.positions.wordorder import main_finite
from workflow.summaries.findings.speaking import speakers_in
from workflow.text import capital, shorten

_LARGE = 4
"""Size from which a group of member states says where the room stands: `veel lidstaten`."""
_CHAIR = "voorzitterschap"
_SPEAKER = "["
"""Before the name of who speaks, which only the sentence before says."""


def outcome_of(item: ItemSection, language: str) -> str:
    """The decision, what the chair announced, where the room stands, or what was said first.

    Of a written text the first sentence is taken that is not the own government's view. A
    sentence that leans on the one before is the last choice, and says then who speaks.
    """
    return _first(_candidates(item, language), item, language)[0]


def undecided(item: ItemSection, language: str) -> bool:
    """Whether what stands for the outcome is only the view of one actor.

    What the Council or its chair did, what the Commission announced and where the room stands
    tell what came of an item; that Malta is against does not.
    """
    if item.outcome:
        return False
    line = _first(_candidates(item, language), item, language)[1]
    spoken = [(one.actor, one.stance) for one in speakers_in(line.text, line.language or language)]
    told = set(line.evidence)
    spoken = spoken or [
        (row.actor_id, key)
        for row in item.positions
        if told & set(row.position.evidence)
        for key in row.keys
    ]
    return bool(spoken) and not any(_tells_outcome(*one) for one in spoken)


def _tells_outcome(actor: str, stance: str) -> bool:
    if stance == "decide" or actor in ("raad", _CHAIR):
        return True
    return group_rank(actor) >= _LARGE or (actor, stance) == ("commissie", "announce")


def decision_of(item: ItemSection, language: str) -> str:
    """What was decided, in a sentence that can be read by itself where there is one."""
    return _first(_decided(item, language), item, language)[0]


def _first(lines: Iterable[Line], item: ItemSection, language: str) -> tuple[str, Line]:
    """The first line that can be read by itself, as it is told and as it stands."""
    found = [line for line in lines if line.text]
    whole = (line for line in found if not leans(line.text, line.language or language))
    line = next(whole, None) or next(iter(found), None)
    if line is None:
        return "", Line("")
    said = next((row for row in item.positions if row.position.text == line.text), None)
    if said and line.text[:1].islower():
        actor = capital(said.actor.text)
        return say_in(language, "briefing.document.result", item=actor, text=line.text), line
    told = set(line.evidence)
    names = [row.actor.text for row in item.positions if told & set(row.position.evidence)]
    return capital(with_speaker(line, names, language).text), line


def with_speaker(line: Line, names: Iterable[str], language: str) -> Line:
    """The line with the name of who speaks before it, where only the sentence before says it.

    `names` are those who speak in it: with more than one nobody is named.
    """
    known = list(dict.fromkeys(names))
    if len(known) != 1 or known[0].casefold() in line.text.casefold():
        return line
    if not leans(line.text, line.language or language):
        return line
    told = say_in(language, "briefing.document.speaker", actor=capital(known[0]))
    return replace(line, text=f"{told} {line.text}")


def is_decided(item: ItemSection, language: str) -> bool:
    """Whether the item tells of a decision, as a position or in its text."""
    return any(True for _ in _decided(item, language))


def _decided(item: ItemSection, language: str) -> Iterator[Line]:
    """What was decided, as the summary says it where it does: a position may lack its subject.

    Where nobody confirmed a decision as a position, what the text says that the Council decided.
    """
    outcome = [line for line in item.outcome if not line.is_dropped]
    for line in outcome:
        told = set(line.evidence)
        yield next((each for each in item.summary if told & set(each.evidence)), line)
    if not outcome and not item.suggested:
        yield from (line for line in item.summary if _tells_decision(line, language))


def _tells_decision(line: Line, language: str) -> bool:
    spoken = speakers_in(line.text, line.language or language)
    return any((one.actor, one.stance) == ("raad", "decide") for one in spoken)


def _candidates(item: ItemSection, language: str) -> Iterator[Line]:
    yield from _decided(item, language)
    if item.suggested:
        yield from _told(item)
    rows = [row for row in item.positions if row.own]
    own = {number for row in rows for number in row.position.evidence}
    names = {row.actor.text for row in rows}
    for line in item.summary:
        if not own.intersection(line.evidence) and not any(name in line.text for name in names):
            yield line
    yield from item.summary


def _told(item: ItemSection) -> Iterable[Line]:
    """Whole sentences of the report: what comes next, then where most member states stand."""
    quotes = {quote.number: quote for quote in item.quotes}

    def quoted(row: PositionRow) -> Line:
        quote = quotes.get(next(iter(row.position.evidence), 0))
        return Line(quote.text, (quote.number,), language=quote.language) if quote else Line("")

    chair = [r for r in item.positions if r.actor_id == _CHAIR and "announce" in r.keys]
    groups = [r for r in item.positions if group_rank(r.actor_id) >= _LARGE]
    groups.sort(key=lambda row: -group_rank(row.actor_id))
    return map(quoted, (*chair, *groups))


@cache
def _words(language: str, name: str) -> frozenset[str]:
    return frozenset(data(language, "briefing")[name])


def leans(text: str, language: str) -> bool:
    """Whether a sentence cannot be read without the one before it: "Zij eiste dat …"."""
    first, _, rest = text.partition(" ")
    first = first.strip(",").lower()
    if first.startswith(_SPEAKER):
        return True
    if first in _words(language, "leaning"):
        return True
    if first not in _words(language, "leaning_before_verb") or not rest:
        return False
    return bool(Words(text, house_lexicon(language)).finite(1))


def cut_sentence(text: str, longest: int, language: str) -> str:
    """The sentence cut to at most so many characters, where it can be before a clause.

    What stands before the clause is a sentence by itself: its main verb stands there. Else it
    is cut behind a word, however short that leaves it.
    """
    if len(text) <= longest:
        return text
    commas = [at for at in range(longest // 2, longest) if text[at] in ",;:"]
    if commas:
        line = Words(text, house_lexicon(language))
        verb = main_finite(line)
        for at in reversed(commas):
            told = verb < len(line) and line.end[verb] <= at
            if told and (text[at] != "," or _spares(text[at + 1 :], language)):
                return text[:at] + "…"
    short = shorten(text, longest)
    cut = short.removesuffix("…")
    whole = not text[len(cut) : len(cut) + 1].isalnum()
    return short if whole or " " not in cut else cut[: cut.rindex(" ")].rstrip(" ,;:-") + "…"


def _spares(rest: str, language: str) -> bool:
    """Whether a clause begins that can be spared."""
    words = rest.lower().split()[:2]
    spare = _words(language, "spare")
    return bool(words) and (words[0] in spare or " ".join(words) in spare)
