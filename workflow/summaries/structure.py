"""A structure that a person corrected, kept with the meeting and carried to newer reports."""

from collections import Counter
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from workflow.report import corrections
from workflow.report.model import Item, Part, Report, Sentence
from workflow.report.outline import ARROW, apply_outline
from workflow.report.reissue import align_sentences

STRUCTURE_FILE = "structure.txt"
"""The corrected structure, in the meeting's folder; there only if somebody corrected it."""
_ALIKE = 0.6
"""Share of words from which a sentence is taken for what was a heading, or a title for one."""


def _flat(report: Report) -> Item:
    """All sentences of a report as one item, numbered through."""
    texts = [sentence for _, item in report.items() for sentence in item.sentences]
    return Item("", "", tuple(Sentence(n, s.text, 0) for n, s in enumerate(texts, 1)))


def carry_structure(corrected: Report, newer: Report) -> Report:
    """The newer report with the structure that was corrected in the older one.

    A sentence goes to the item that holds its older version, a new one to the item of the
    sentence before it, or behind it where it opens its item. An item that is new altogether
    stays an item. A heading that was made a sentence becomes one again, and a sentence that was
    made a title its title.
    """
    newer = _with_parts_joined(corrected, newer)
    newer = _with_items_joined(corrected, newer)
    newer = _with_titles_made(corrected, newer)
    return apply_outline(newer, _outline(corrected, newer, _owners(corrected, newer)))


def _owners(corrected: Report, newer: Report) -> dict[int, int]:
    """For the sentences of the newer report the place of the item that holds the older one."""
    places = align_sentences(_flat(corrected), _flat(newer))
    held = [at for at, (_, item) in enumerate(corrected.items()) for _ in item.sentences]
    return {place: held[n - 1] for n, place in places.items() if place is not None}


def _holders(newer: Report, owner: Mapping[int, int]) -> list[list[int | None]]:
    """Per part and item of the newer report the older item that holds most of its sentences."""
    table: list[list[int | None]] = []
    first = 1
    for part in newer.parts:
        table.append([])
        for item in part.items:
            last = first + len(item.sentences)
            found = Counter(owner[n] for n in range(first, last) if n in owner).most_common(1)
            table[-1].append(found[0][0] if found else None)
            first = last
    return table


def _with_parts_joined(corrected: Report, newer: Report) -> Report:
    """The newer report with the parts joined that a person joined."""
    held = [item for _, item in corrected.items()]
    within = [at for at, part in enumerate(corrected.parts) for _ in part.items]
    table = _holders(newer, _owners(corrected, newer))
    for at in range(len(newer.parts) - 1, 0, -1):
        above = next((h for h in reversed(table[at - 1]) if h is not None), None)
        below = next((h for h in table[at] if h is not None), None)
        if above is None or below is None or within[above] != within[below]:
            continue
        if _holds(held[above], _part_name(newer.parts[at])):
            newer = corrections.end_part(newer, at)
    return newer


def _with_items_joined(corrected: Report, newer: Report) -> Report:
    """The newer report with the items joined that a person joined."""
    held = [item for _, item in corrected.items()]
    table = _holders(newer, _owners(corrected, newer))
    for part, holders in enumerate(table):
        for at in range(len(holders) - 1, 0, -1):
            above, below = holders[at - 1], holders[at]
            heading = _name(newer.parts[part].items[at])
            if above is not None and below in (None, above) and _holds(held[above], heading):
                newer = corrections.merge(newer, (part, at))
    return newer


def _with_titles_made(corrected: Report, newer: Report) -> Report:
    """The newer report with the sentences as titles that a person made titles."""
    titled = {at: item for at, (_, item) in enumerate(corrected.items())}
    while True:
        place = _missed_title(titled, newer, _owners(corrected, newer))
        if place is None:
            return newer
        part, at, number, holder = place
        del titled[holder]
        newer = corrections.split(newer, (part, at), number)


def _missed_title(
    titled: Mapping[int, Item], newer: Report, owner: Mapping[int, int]
) -> tuple[int, int, int, int] | None:
    """Part, item and number of a sentence that is the title of the older item behind it."""
    number = 0
    for part_at, part in enumerate(newer.parts):
        for at, item in enumerate(part.items):
            for sentence in item.sentences:
                number += 1
                holder = owner.get(number + 1)
                title = titled.get(holder) if holder is not None else None
                if sentence.number < 2 or number in owner or holder is None or title is None:
                    continue
                behind = sentence.number < len(item.sentences)
                if behind and owner.get(number - 1) != holder and max(
                    _alike(sentence.text, title.title), _alike(sentence.text, _name(title))
                ) >= _ALIKE:  # fmt: skip
                    return part_at, at, sentence.number, holder
    return None


def _name(item: Item) -> str:
    """The heading of an item as a sentence."""
    return f"{item.number}. {item.title}" if item.number else item.title


def _part_name(part: Part) -> str:
    """The heading of a part as a sentence."""
    return f"{part.id}. {part.title}" if part.id else part.title


def _holds(item: Item, heading: str) -> bool:
    """Whether a heading, or an older wording of it, is a sentence of an item."""
    return bool(heading) and any(_alike(s.text, heading) >= _ALIKE for s in item.sentences)


def _alike(text: str, heading: str) -> float:
    words, others = (value.casefold().rstrip(": ").split() for value in (text, heading))
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def _outline(corrected: Report, newer: Report, owner: dict[int, int]) -> str:
    """The outline of the newer report; `owner` leads from a sentence to the older item."""
    held: dict[int, list[int]] = {}
    added: dict[int, list[tuple[Item, list[int]]]] = {}
    current, number = 0, 0
    for _, item in newer.items():
        numbers = list(range(number + 1, number + len(item.sentences) + 1))
        number += len(numbers)
        if not any(n in owner for n in numbers) if numbers else _is_new(corrected, item):
            added.setdefault(current, []).append((item, numbers))
            continue
        current = next((owner[n] for n in numbers if n in owner), current)
        for n in numbers:
            current = owner.get(n, current)
            held.setdefault(current, []).append(n)
    lines, at = [], 0
    for part in corrected.parts:
        lines.append(f"# {_part_name(part)}".rstrip())
        for item in part.items:
            if at in held or not item.sentences:
                lines.append(_line(item, held.get(at, [])))
            lines += [_line(new, numbers) for new, numbers in added.get(at, ())]
            at += 1
    return "\n".join(lines)


def _is_new(corrected: Report, item: Item) -> bool:
    """Whether the heading of an item without text stands nowhere in the older report."""
    name = _name(item)
    known = [_part_name(part) for part in corrected.parts] + [p.title for p in corrected.parts]
    for _, other in corrected.items():
        known += [other.title, _name(other), *(s.text for s in other.sentences)]
    return bool(name) and not any(_alike(text, heading) >= _ALIKE
                                  for text in known for heading in (name, item.title))  # fmt: skip


def _line(item: Item, numbers: Iterable[int]) -> str:
    words = [
        f"{item.number}." if item.number else "",
        item.title,
        f"[{item.treatment}]" if item.treatment else "",
        ARROW,
        ",".join(map(str, numbers)),
    ]
    return " ".join(word for word in words if word)
