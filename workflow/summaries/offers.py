"""Entries that the references of an item suggest: commitments and next steps.

The text of an entry is the whole source sentence; nothing is shortened or made up. The item must
have its references, as `Workspace.item` gives them.
"""

import re
from functools import cache

from workflow.languages import data
from workflow.report.model import Item, Reference
from workflow.report.references.promises import find_promises
from workflow.summaries.model import Commitment, NextStep

_COMMITMENT = "toezegging"


def offered_commitments(item: Item, *, language: str = "nl") -> tuple[Commitment, ...]:
    """The promises to parliament in an item, one for each sentence and member."""
    found: dict[tuple[int, str], None] = {}
    for reference in item.references:
        if reference.kind == _COMMITMENT and reference.sentence:
            found[reference.sentence, reference.value] = None
    for note in item.footnotes:
        for hit in find_promises(note.text, language):
            if hit.kind == _COMMITMENT and hit.value and note.sentence:
                found[note.sentence, hit.value] = None
    named = {number for number, name in found if name}
    return tuple(
        _commitment(item, number, name, language)
        for number, name in sorted(found)
        if (name or number not in named) and item.sentence(number)
    )


def offered_next_steps(item: Item, *, language: str = "nl") -> tuple[NextStep, ...]:
    """What lies ahead according to the item, promises to parliament left out."""
    promised = {
        number
        for entry in offered_commitments(item, language=language)
        for number in entry.evidence
    }
    found: dict[int, Reference] = {}
    for reference in item.references:
        if reference.kind == "future" and item.sentence(reference.sentence):
            found.setdefault(reference.sentence, reference)
    return tuple(
        NextStep(
            _sentence(item, number),
            reference.text if reference.rule == "date_ahead" else "",
            (number,),
        )
        for number, reference in sorted(found.items())
        if number not in promised
    )


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
    return " ".join(found.group().split()).strip(" ,") if found else ""


def _paper(item: Item, number: int) -> str:
    """The parliamentary paper that the sentence or its note cites, as printed."""
    marks = {note.mark for note in item.footnotes if note.sentence == number}
    for reference in item.references:
        here = reference.sentence == number or (not reference.sentence and reference.note in marks)
        if reference.kind == "kamerstuk" and here:
            return reference.text
    return ""


def _is_done(item: Item, number: int, language: str) -> bool:
    low = _sentence(item, number).lower()
    return any(words in low for words in data(language, "offers")["done"])
