"""Entries that the references of an item suggest: commitments, motions and next steps.

The text of an entry is the whole source sentence; nothing is shortened or made up. The item must
have its references, as `Workspace.item` gives them.
"""

import re
from dataclasses import replace
from functools import cache

from workflow.languages import data
from workflow.report.model import Item, Reference, Sentence
from workflow.report.references.promises import find_promises
from workflow.summaries.ahead import is_asked, is_doubtful, is_effect
from workflow.summaries.model import Commitment, NextStep, Summary

_COMMITMENT = "toezegging"
_MOTION = "motie"

Offer = Commitment | NextStep


def offered_commitments(item: Item, *, language: str = "nl") -> tuple[Commitment, ...]:
    """The promises to parliament in an item, one for each sentence and member."""
    return tuple(
        _commitment(item, number, name, language)
        for number, name in _told(item, _COMMITMENT, language)
    )


def offered_motions(item: Item, *, language: str = "nl") -> tuple[Commitment, ...]:
    """The motions that an item says something about, one for each sentence and member."""
    words = data(language, "offers")["motion"]
    return tuple(
        replace(
            _commitment(item, number, "", language),
            who="",
            to_whom=words.format(name=name) if name else "",
        )
        for number, name in _told(item, _MOTION, language)
    )


def offers(item: Item, summary: Summary) -> tuple[Offer, ...]:
    """What is offered and stands in no entry of the summary yet."""
    language = summary.language
    taken = {number for entry in summary.commitments for number in entry.evidence}
    ahead = {number for step in summary.next_steps for number in step.evidence}
    promised = offered_commitments(item, language=language)
    kept = {number for entry in promised for number in entry.evidence}
    motions = [
        one
        for one in offered_motions(item, language=language)
        if not kept & set(one.evidence)  # one sentence is one task
    ]
    commitments = [one for one in (*promised, *motions) if not taken & set(one.evidence)]
    steps = [
        one
        for one in offered_next_steps(item, language=language)
        if not (ahead | taken) & set(one.evidence)
    ]
    return (*commitments, *steps)


def unrecorded(item: Item, summary: Summary | None, *, language: str) -> tuple[Commitment, ...]:
    """The promises to parliament in an item that no entry of its summary takes up."""
    taken: set[int] = set()
    if summary is not None:
        taken.update(n for entry in summary.commitments for n in entry.evidence)
        taken.update(n for step in summary.next_steps for n in step.evidence)
    offered = offered_commitments(item, language=language)
    return tuple(one for one in offered if taken.isdisjoint(one.evidence))


def take_offer(summary: Summary, offer: Offer) -> Summary:
    """Take an offer over as an entry of the summary."""
    if isinstance(offer, NextStep):
        return replace(summary, next_steps=(*summary.next_steps, offer))
    return replace(summary, commitments=(*summary.commitments, offer))


def drop_entry(summary: Summary, entry: Offer) -> Summary:
    """Take a commitment or next step out again."""
    if isinstance(entry, NextStep):
        return replace(summary, next_steps=tuple(s for s in summary.next_steps if s != entry))
    return replace(summary, commitments=tuple(c for c in summary.commitments if c != entry))


def _told(item: Item, kind: str, language: str) -> list[tuple[int, str]]:
    """Sentence and member of every reference of a kind, in the text or in a note."""
    found: dict[tuple[int, str], None] = {}
    for reference in item.references:
        if reference.kind == kind and reference.sentence:
            found[reference.sentence, reference.value] = None
    for note in item.footnotes:
        for hit in find_promises(note.text, language):
            if hit.kind == kind and hit.value and note.sentence:
                found[note.sentence, hit.value] = None
    named = {number for number, name in found if name}
    return [
        (number, name)
        for number, name in sorted(found)
        if (name or number not in named) and item.sentence(number)
    ]


def offered_next_steps(item: Item, *, language: str = "nl") -> tuple[NextStep, ...]:
    """What lies ahead according to the item, promises to parliament left out."""
    promised = {
        number
        for entry in offered_commitments(item, language=language)
        for number in entry.evidence
    }
    found: dict[int, Reference] = {}
    for reference in item.references:
        sentence = item.sentence(reference.sentence) if reference.kind == "future" else None
        if sentence and not (
            is_asked(sentence.text, language) or _is_effect(sentence, reference, language)
        ):
            found.setdefault(reference.sentence, reference)
    return tuple(
        NextStep(
            _sentence(item, number),
            reference.text.rstrip(".") if reference.rule == "date_ahead" else "",
            (number,),
        )
        for number, reference in sorted(found.items())
        if number not in promised
    )


def _is_effect(sentence: Sentence, reference: Reference, language: str) -> bool:
    if reference.rule == "date_ahead":
        return is_doubtful(sentence.text, language)
    at = sentence.text.lower().find(reference.value)
    return is_effect(sentence.text, language, max(at, 0))


def _sentence(item: Item, number: int) -> str:
    sentence = item.sentence(number)
    return sentence.text if sentence else ""


def _notes(item: Item, number: int) -> str:
    return " ".join(note.text for note in item.footnotes if note.sentence == number)


def _commitment(item: Item, number: int, name: str, language: str) -> Commitment:
    words = data(language, "offers")
    text = _sentence(item, number)
    low = text.lower()
    who = next((one for one in words["who"] if re.search(rf"\b{one.lower()}\b", low)), "")
    return Commitment(
        text,
        who=who,
        to_whom=words["to_whom"].format(name=name) if name else "",
        debate=_debate(f"{text} {_notes(item, number)}", language) or _paper(item, number),
        discharged=_is_done(item, number, language),
        evidence=(number,),
    )


@cache
def _debates(language: str) -> re.Pattern[str]:
    names = "|".join(map(re.escape, data(language, "offers")["debates"]))
    return re.compile(rf"(?<![^\W\d_])(?:{names})\b[^.;()]*", re.IGNORECASE)


def _debate(text: str, language: str) -> str:
    """The debate as sentence or note calls it, with its date."""
    for dated in data(language, "offers")["dated"]:
        text = text.replace(dated, "")
    found = _debates(language).search(text)
    if found is None:
        return ""
    name = found.group()
    for end in data(language, "offers")["debate_ends"]:
        name = name.partition(end)[0]
    return " ".join(name.split()).strip(" ,")


def _paper(item: Item, number: int) -> str:
    """The parliamentary paper that the sentence or its note cites, as printed."""
    marks = {note.mark for note in item.footnotes if note.sentence == number}
    for reference in item.references:
        here = reference.sentence == number or (not reference.sentence and reference.note in marks)
        if reference.kind == "kamerstuk" and here:
            return reference.text.rstrip(".")
    return ""


def _is_done(item: Item, number: int, language: str) -> bool:
    words = data(language, "offers")
    denying = set(data(language, "comparison")["negations"])
    ways = ((words["done"], denying), (words["kept"], denying | set(words["to_do"])))
    return any(
        done in clause and against.isdisjoint(clause.split())
        for clause in re.split(r"[,;:.]\s", _sentence(item, number).lower())
        for found, against in ways
        for done in found
    )
