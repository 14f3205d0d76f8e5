"""The part that each name plays: lists are joined, and the words before a name are read."""

from dataclasses import replace

from workflow.positions.lexicon import Lexicon
from workflow.positions.mentions import Mention
from workflow.positions.words import Words


def read_parts(words: Words, mentions: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """The mentions with lists joined ("Bulgarije, Slovenië en Polen") and parts filled in."""
    return [_with_part(words, mention, lexicon) for mention in _joined(words, mentions, lexicon)]


def _joined(words: Words, mentions: list[Mention], lexicon: Lexicon) -> list[Mention]:
    joined: list[Mention] = []
    index = 0
    while index < len(mentions):
        first = mentions[index]
        stop = _list_end(words, mentions, index, lexicon)
        if stop > index:
            members = mentions[index : stop + 1]
            actors = tuple(dict.fromkeys(actor for one in members for actor in one.actors))
            kind = first.kind if len({one.kind for one in members}) == 1 else "list"
            first = replace(first, stop=members[-1].stop, actors=actors, kind=kind, plural=True)
        joined.append(first)
        index = stop + 1
    return joined


def _list_end(words: Words, mentions: list[Mention], index: int, lexicon: Lexicon) -> int:
    """Index of the last mention of the list that starts at `index`; commas need a final `en`."""
    if mentions[index].kind in ("pronoun", "excluded"):
        return index
    last = index
    for place in range(index, len(mentions) - 1):
        left, right = mentions[place], mentions[place + 1]
        if right.kind in ("pronoun", "excluded", "self"):
            break
        link = _link(words, left, right, lexicon)
        if link == "end" and not _starts_clause(words, mentions[index], right, lexicon):
            last = place + 1
        elif link != "comma":
            break
    return last


def _link(words: Words, left: Mention, right: Mention, lexicon: Lexicon) -> str:
    """How two names hang together: `end` for `en`, `comma`, or an empty string."""
    between = words.low[left.stop : right.start]
    if not between:
        return ""
    joiners = lexicon.words["joiners"]
    if between == [","]:
        return "comma"
    if between[0] == ",":
        between = between[1:]
    if between[0] == "als" or between[0] == "as":
        both = words.low[max(0, left.start - 2) : left.start]
        return "end" if {"zowel", "both", "alleen"} & set(both) and len(between) == 1 else ""
    if between[0] in joiners and len(between) <= 3:
        rest = between[1:]
        if not rest or lexicon.focus.before(between, len(between)) or rest == ["de"]:
            return "end"
    if between in (["maar", "ook"], ["but", "also"], ["als", "ook"], ["as", "well", "as"]):
        return "end"
    return ""


def _starts_clause(words: Words, first: Mention, right: Mention, lexicon: Lexicon) -> bool:
    """Whether the name after `en` opens a clause of its own: "... van X en Duitsland pleitte"."""
    if right.stop >= len(words) or first.start == 0:
        return False
    before = words.low[first.start - 1]
    if before not in lexicon.words["prepositions"] and not lexicon.markers.before(
        words.low, first.start
    ):
        return False
    forms = lexicon.forms.get(words.low[right.stop], ())
    if any(form.kind == "past" or form.kind == "present" for form in forms):
        # Behind a preposition the list would need a verb after it only if it stood in front.
        return _verb_before(words, first.start, lexicon)
    return False


def _verb_before(words: Words, index: int, lexicon: Lexicon) -> bool:
    return any(
        form.kind in ("past", "present")
        for word in words.low[:index]
        for form in lexicon.forms.get(word, ())
    )


def _with_part(words: Words, mention: Mention, lexicon: Lexicon) -> Mention:
    """Read the words before a name: a marker, a preposition, or nothing of the kind."""
    start = mention.start
    while True:
        focus = lexicon.focus.before(words.low, start)
        marker = lexicon.markers.before(words.low, start)
        inserted = marker is not None and words.low[marker[0] - 1] == "," and marker[0] > 0
        if marker and (not focus or marker[0] < focus[0] or inserted):
            part = _marked(words, mention, marker, lexicon)
            if part:
                return replace(mention, part=part, marker=marker[0], start=start)
        if focus is None:
            break
        start = focus[0]
    if start == 0:
        return replace(mention, start=start)
    before = words.low[start - 1]
    if before == lexicon.settings["by"]:
        return replace(mention, part="agent", marker=start - 1)
    if before in lexicon.words["prepositions"] and not _is_verb_particle(words, start - 1, lexicon):
        return replace(mention, part="oblique", marker=start - 1)
    return replace(mention, start=start)


def _is_verb_particle(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a word that looks like a preposition ends the clause before the name."""
    return False


def _marked(words: Words, mention: Mention, marker: tuple[int, str], lexicon: Lexicon) -> str:
    """The part that a marker gives, or an empty string where it means something else here."""
    place, kind = marker
    first = words.low[place]
    following = words.low[mention.stop] if mention.stop < len(words) else ""
    if first == "wat" or first == "as":
        if following in lexicon.words["regarding"]:
            # "voor wat betreft" names a topic, "wat X betreft" asks X.
            return "regarding"
        return "" if first == "wat" else "behalf"
    if kind == "behalf" and first in ("vanuit", "for") and place > 0:
        return ""
    if (
        kind == "behalf"
        and first == "said"
        and place > 0
        and words.low[place - 1] not in (",", '"')
    ):
        return ""
    if kind == "excluding" and first in ("buiten", "op"):
        return "excluding" if following == "na" else ""
    if kind == "co" and first in ("zoals", "naast", "like", "with", "bijvoorbeeld"):
        return "co" if first != "with" else ""
    return kind
