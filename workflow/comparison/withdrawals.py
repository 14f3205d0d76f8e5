"""Whether who promised something says later that it will not come."""

from collections.abc import Mapping
from functools import cache
from itertools import takewhile

from workflow.comparison.clauses import clauses, has_one_of, is_negated
from workflow.comparison.kinds import judge
from workflow.comparison.model import ItemRef, MeetingSide, Stand
from workflow.comparison.opposites import taken_side
from workflow.comparison.pledges import NOTHING, Pledge, named, telling, undated
from workflow.comparison.returns import Place
from workflow.comparison.rules import rules
from workflow.comparison.stands import items_by_slug, suggested_stands
from workflow.comparison.subjects import overlap
from workflow.comparison.tokens import plain_words
from workflow.languages import data
from workflow.report.references.things import clause_words, given_things, words_of
from workflow.summaries.itemparts import is_shared

_DROPPING = ("forgoing", "gone", "withdrawing")
"""Ways of saying that a thing is let go."""
_STEM = 4
"""Letters by which two words are of one stem: `ferry`, `ferries`."""
_LONGEST_CAUSE = 4
"""Words before the noun of a cause among which its preposition stands."""


def gives_something_up(maker: str, side: MeetingSide) -> bool:
    """Whether somebody says at a meeting what they will not do, or drop."""
    return any(
        _gives_up(stand)
        for slug, said in side.attributions.items()
        if any(each.actor == maker for each in said)
        for stand in _said(side, slug, maker)
    )


def taken_back(place: Place, pledge: Pledge, other: MeetingSide, item: ItemRef) -> tuple[int, ...]:
    """The sentence of a later item in which the maker takes back what it promised at a place.

    Nothing for none. By the same judgement as a comparison of the two meetings.
    """
    side, slug, evidence = place
    promised = [each for each in _said(side, slug, pledge.maker) if each.stance == "announce"]
    if not promised:
        return ()
    for new in _said(other, item.slug, pledge.maker):
        if not _gives_up(new, pledge) or not is_shared(item.sentences, new.evidence):
            continue
        old = max(promised, key=lambda each: overlap(each, new))
        if (
            is_shared(evidence, old.evidence)
            and overlap(old, new) >= rules()["taken_back"]
            and judge(old, new).kind == "reversed"
        ):
            return new.evidence
    return ()


def _gives_up(stand: Stand, pledge: Pledge = NOTHING) -> bool:
    """Whether somebody says what they will not do, or drop: what they promised, if that is known.

    Not where it only comes later, on a condition or beside another thing.
    """
    kind = pledge.kind
    if _is_bounded(stand.text, stand.language):
        return False
    parts = clauses(stand.text)
    if stand.denied == "announce" and any(_denies(part, pledge, stand.language) for part in parts):
        return True
    if not (taken_side(stand) < 0 or has_one_of(stand.core, *_DROPPING)):
        return False
    return any(
        has_one_of(part, *_DROPPING) and not is_negated(part) and _names(part, kind, stand.language)
        for part in parts
    )


def _is_bounded(text: str, language: str) -> bool:
    """Whether a sentence denies something for a time, on a condition or in part only."""
    told = f" {' '.join(plain_words(text))} "
    lists = data(language, "offers")
    return any(f" {words} " in told for words in lists["not_yet"] + lists["not_flatly"]) or any(
        f" {last} " in f" {told.partition(f' {no} ')[2]}" for no, last in lists["not_yet_apart"]
    )


def _denies(clause: str, pledge: Pledge, language: str) -> bool:
    """Whether a clause denies for good that what was promised, or anything, is given."""
    kind = pledge.kind
    if not is_negated(clause) or has_one_of(clause, *_DROPPING):
        return False
    # "Will not publish the guidelines in May" leaves every other month.
    if undated(clause, language) != clause:
        return False
    if not kind:
        return True
    given = _gives(clause, kind, language) and _names(clause, kind, language)
    return given and not _narrows(clause, pledge, language)


def _narrows(clause: str, pledge: Pledge, language: str) -> bool:
    """Whether a clause denies only a piece of what was promised: guidelines `for small ports`."""
    words, lists = clause_words(clause), words_of(language)
    told = pledge.subject | pledge.about | pledge.which
    names = {word for first, stop, _ in named(words, language) for word in words[first:stop]}
    thing = next((x for x in given_things(words, language) if x.kind == pledge.kind), None)
    if thing is None:
        return False
    behind = takewhile(lambda word: word not in _reasons(language), words[thing.place + 1 :])
    said = telling((*thing.words, *_without_cause([*behind], lists))) - lists["denying"] - names
    return not all(any(word[:_STEM] == known[:_STEM] for known in told) for word in said)


def _without_cause(words: list[str], lists: Mapping[str, frozenset[str]]) -> list[str]:
    """The words without a phrase of a cause: `for legal reasons`, `for lack of support`."""
    for at, word in enumerate(words):
        if word not in lists["causes"]:
            continue
        for first in range(at - 1, max(-1, at - 1 - _LONGEST_CAUSE), -1):
            if words[first] in lists["cause_leads"]:
                ended = words[at + 1 : at + 2] and words[at + 1] in lists["cause_of"]
                return words[:first] + ([] if ended else words[at + 1 :])
    return words


@cache
def _reasons(language: str) -> frozenset[str]:
    """The words and marks with which what is denied ends, and something else is said."""
    return words_of(language)["because"] | {",", ";", ":"}


def _gives(clause: str, kind: str, language: str) -> bool:
    """Whether a clause has a verb of giving, or of telling what is of that kind."""
    lists = words_of(language)
    given = (lists["giving"] | lists["delivered"]) - lists["reworking"]
    return not given.isdisjoint(clause_words(clause)) or _tells(clause, kind, language)


def _tells(clause: str, kind: str, language: str) -> bool:
    told = f" {' '.join(clause_words(clause))} "
    return any(f" {way} " in told for way in data(language, "things")["told"].get(kind, ()))


def _names(clause: str, kind: str, language: str) -> bool:
    """Whether what a clause is about is a thing of that kind, or anything where none is named."""
    if not kind or _tells(clause, kind, language):
        return True
    words = clause_words(clause)
    for every in (False, True):
        kinds = [each.kind for each in given_things(words, language, every=every)]
        # "Its plans for guidelines", "van plan richtsnoeren te publiceren": no thing by itself.
        for each in (each for each in kinds if each == kind or each != "plan"):
            return each == kind
    return False


def _said(side: MeetingSide, slug: str, actor: str) -> list[Stand]:
    """The statements of an actor on an item."""
    found = suggested_stands(side, slug, items_by_slug(side)[slug])
    return [each for each in found if each.actor == actor]
