"""A structure that a person corrected, kept with the meeting and carried to newer reports."""

from collections.abc import Iterable

from workflow.report.model import Item, Report, Sentence
from workflow.report.outline import ARROW, apply_outline
from workflow.report.reissue import align_sentences

STRUCTURE_FILE = "structure.txt"
"""The corrected structure, in the meeting's folder; there only if somebody corrected it."""


def _flat(report: Report) -> Item:
    """All sentences of a report as one item, numbered through."""
    texts = [sentence for _, item in report.items() for sentence in item.sentences]
    return Item("", "", tuple(Sentence(n, s.text, 0) for n, s in enumerate(texts, 1)))


def carry_structure(corrected: Report, newer: Report) -> Report:
    """The newer report with the structure that was corrected in the older one.

    A sentence goes to the item that holds its older version, a new one to the item of the
    sentence before it; an item that is new altogether stays an item.
    """
    places = align_sentences(_flat(corrected), _flat(newer))
    entries = [(part, item) for part, item in corrected.items()]
    owner: dict[int, int] = {}
    count = 0
    for at, (_, item) in enumerate(entries):
        for _ in item.sentences:
            count += 1
            place = places[count]
            if place is not None:
                owner[place] = at
    return apply_outline(newer, _outline(corrected, newer, owner))


def _outline(corrected: Report, newer: Report, owner: dict[int, int]) -> str:
    """The outline of the newer report; `owner` leads from a sentence to the older item."""
    held: dict[int, list[int]] = {}
    added: dict[int, list[tuple[Item, list[int]]]] = {}
    current, number = 0, 0
    for _, item in newer.items():
        numbers = list(range(number + 1, number + len(item.sentences) + 1))
        number += len(numbers)
        if numbers and not any(n in owner for n in numbers):
            added.setdefault(current, []).append((item, numbers))
            continue
        for n in numbers:
            current = owner.get(n, current)
            held.setdefault(current, []).append(n)
    lines, at = [], 0
    for part in corrected.parts:
        lines.append(f"# {part.id}. {part.title}" if part.id else f"# {part.title}".rstrip())
        for item in part.items:
            if at in held or not item.sentences:
                lines.append(_line(item, held.get(at, [])))
            lines += [_line(new, numbers) for new, numbers in added.get(at, ())]
            at += 1
    return "\n".join(lines)


def _line(item: Item, numbers: Iterable[int]) -> str:
    words = [
        f"{item.number}." if item.number else "",
        item.title,
        f"[{item.treatment}]" if item.treatment else "",
        ARROW,
        ",".join(map(str, numbers)),
    ]
    return " ".join(word for word in words if word)
