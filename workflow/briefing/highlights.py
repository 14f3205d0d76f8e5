"""The changes that a reader must know first, each as a sentence with the item it is about."""

from collections.abc import Sequence
from dataclasses import replace

from workflow.briefing.changes import takes_side
from workflow.briefing.chapters import Highlight
from workflow.briefing.model import Briefing, ChangeRow, ItemSection
from workflow.briefing.outcomes import cut_sentence
from workflow.briefing.rows import objects
from workflow.briefing.together import listed
from workflow.languages import labels, say_in
from workflow.text import shorten

MOST = 8
"""Changes that are named; the rest are counted."""
_LONGEST_NAME = 80
_LONGEST_SAID = 100
_LONGEST_QUOTE = 90
"""Characters of what was said beside the stances: about one line more."""
_ORDER = (
    "reversed",
    "takes",
    "objects",
    "withdraws",
    "broader",
    "narrower",
    "firmer",
    "softer",
    "edited",
    "written",
)
"""The sentences, the most telling first."""
_ALONE = ("broader", "narrower")
"""Those that tell of one group each."""


def with_highlights(briefing: Briefing, own_government: str) -> Briefing:
    """The briefing with its most telling changes; those of the own government go first."""
    found = []
    # Between versions of one text a position that is new is an edit, not the government's news.
    telling = own_government if briefing.previous_known else ""
    # A part of a briefing about a topic is a meeting, the latest first.
    of_meetings = briefing.kind == "topic"
    # Where nobody has reviewed anything yet, that is said once, above everything.
    unread = all(item.suggested for item in briefing.items)
    for at, item in ((at, item) for at, part in enumerate(briefing.parts) for item in part.items):
        place = at if of_meetings else 0
        rows = [(row, kind) for row in item.changes if (kind := _kind(row, telling))]
        for row, kind in _in_common(rows, own_government, briefing.language):
            rank = (place, _ORDER.index(kind), row.actor_id != own_government)
            told = _sentence(item, row, kind, briefing.language, marked=not unread)
            found.append((rank, told))
        if item.changes and not rows and not briefing.previous_known:
            found.append(((place, _ORDER.index("edited"), True), _edited(item, briefing.language)))
        if item.fresh or item.lacking == "never_approved":
            words = labels(briefing.language, "briefing.highlight")
            told = _around(item, words[item.lacking or "written"])
            found.append(((place, _ORDER.index("written"), True), told))
    found.sort(key=lambda each: each[0])
    return replace(
        briefing,
        highlights=tuple(highlight for _, highlight in found[:MOST]),
        more_changes=max(0, len(found) - MOST),
    )


def _in_common(
    rows: Sequence[tuple[ChangeRow, str]], own_government: str, language: str
) -> list[tuple[ChangeRow, str]]:
    """The rows, those that one sentence can tell of several actors as one.

    The own government has a sentence to itself, and so has a group that grew or shrank and a
    turn within one stance, which is told by what was said.
    """
    joint = say_in(language, "briefing.document.listed", first="", last="")
    groups: dict[tuple[object, ...], list[tuple[ChangeRow, str]]] = {}
    for at, (row, kind) in enumerate(rows):
        alone = row.actor_id == own_government or kind in _ALONE or joint in row.actor
        turned = kind == "reversed" and row.older_stance == row.newer_stance
        apart = at if alone or turned else -1
        key = (kind, row.older_stance, row.newer_stance, row.suggested, apart)
        groups.setdefault(key, []).append((row, kind))
    return [
        (_of_all([row for row, _ in group], language), group[0][1]) if len(group) > 1 else group[0]
        for group in groups.values()
    ]


def _of_all(rows: Sequence[ChangeRow], language: str) -> ChangeRow:
    """One row for all; what the first of them said, the others did not."""
    return replace(rows[0], actor=listed([row.actor for row in rows], language), older="", newer="")


def _kind(row: ChangeRow, telling: str) -> str:
    """Which sentence tells the change; none for what can wait until the item."""
    if row.field or row.partly or not row.actor.strip():
        return ""
    if row.kind == "new" and objects(row.actor_id, row.newer_stance):
        return "objects"
    if row.kind == "dropped" and objects(row.actor_id, row.older_stance):
        return "withdraws"
    if row.actor_id == telling and takes_side(row):
        return "takes"
    return row.kind if row.kind in _ORDER else ""


def _sentence(
    item: ItemSection, row: ChangeRow, kind: str, language: str, *, marked: bool
) -> Highlight:
    stances = labels(language, "common.stance")
    actor = row.actor
    older = stances.get(row.older_stance, "")
    newer = stances.get(row.newer_stance, "")
    if kind in ("broader", "narrower"):
        older = row.older_actor
        actor = row.actor.rpartition(" → ")[2]
    words = labels(language, "briefing.highlight")
    if kind == "reversed" and row.older_stance == row.newer_stance:
        older, newer = _said(row.older, older), _said(row.newer, newer)
    elif kind == "reversed" and row.newer:
        said = cut_sentence(_said(row.newer, newer, _LONGEST_QUOTE * 2), _LONGEST_QUOTE, language)
        newer += words["said"].replace("{text}", said) if said else ""
    text = words[kind].replace("{actor}", actor).replace("{older}", older)
    text = text.replace("{newer}", newer)
    if row.suggested and marked:
        text = text.removesuffix(".") + words["suggested"] + "."
    return _around(item, text)


def _said(text: str, stance: str, longest: int = _LONGEST_SAID) -> str:
    """What was said, without the stance before it."""
    return shorten(text.removeprefix(f"{stance}: ").rstrip("."), longest)


def _edited(item: ItemSection, language: str) -> Highlight:
    names = ", ".join(dict.fromkeys(_lower(row.actor, row.field) for row in item.changes))
    return _around(item, labels(language, "briefing.highlight")["edited"].replace("{what}", names))


def _lower(name: str, field: bool) -> str:
    return name[:1].lower() + name[1:] if field else name


def _around(item: ItemSection, text: str) -> Highlight:
    before, _, after = text.partition("{item}")
    name = item.place or item.full_heading
    name = shorten(name, _LONGEST_NAME)
    if name.endswith("…") and after == ".":
        after = ""
    return Highlight(item.key, before, name, after)
