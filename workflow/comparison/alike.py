"""How much two items are about the same, and whether they only look so."""

from collections.abc import Callable, Collection, Sequence

from workflow.comparison.acts import acts, named, policies
from workflow.comparison.candidates import Candidate, body_words
from workflow.comparison.kin import Naming, naming
from workflow.comparison.titles import (
    Relation,
    agencies_in,
    begin_alike,
    begins_as_act,
    have_one_frame,
    names_of_states,
    parts,
    regions,
    relation,
    stem,
    stems,
    subject,
    third_states_in,
)
from workflow.comparison.vectors import Words, content_words, cosine, different_pieces

NamedIn = Callable[[Words], frozenset[str]]
"""What of one sort some words name, as codes."""

LINKED_FROM = 0.45
"""Likeness from which a link is proposed as selected. Measured: wrong ones end at .44."""
SAME_TEXT_FROM = 0.8
"""Likeness of texts from which two items whose titles say nothing are the same item."""
SHARED = 0.3
"""What a shared dossier or act adds, as a share of what is missing to 1."""
SHARED_POLICY = 0.15
"""The same for a policy under which many dossiers run."""
CROSSING = 0.12
"""What a word of one title adds that the other item alone has in its meeting, in the same way."""
OTHER_PART = 0.9
"""Factor for items in parts of other names: drugs for the police, and drugs in court."""
ALMOST = LINKED_FROM - 0.01
"""What such words lift a likeness to at most: they are for a list, not for an answer."""
APART = 0.15
"""Likeness of two things of one sort: enough to be listed, not to be linked."""
TEXT_FROM = 0.1
"""Likeness of texts, by the pieces of their words, from which they can speak for two items."""
ABOUT_FROM = 0.08
"""Likeness in what two items are about from which that can speak for them. Measured: items of
long reports on one subject have .08 to .35, on others at most .14."""
BEGINNING = 4
"""Letters by which a text is found to speak of what its title names: `ferries`, `ferry`."""
CALLED_FROM = 0.15
"""The same from which a word of both titles that they alone have keeps them together."""
CALLED_BY = 1.3
"""How many times as alike as any other their texts are for it, in pieces of words."""
SURELY_FROM = 0.18
"""The same as the first, where their texts are not so but they alone have several words."""
FAR = 3.0
"""How many times as alike in this as any other item they then are."""
FRAMED_FROM = 0.22
"""The same from which sentences that come back, or texts, speak for two items whose titles say the
same of two things: `Action plan for …` has many sentences in common with any other action plan."""
SPOKEN_FROM = 0.4
"""The same from which it does where one text speaks of all that the other title names."""
LONG_FRAME = 3
"""Words that two titles have in common in the same order where each names a thing of its own."""
AHEAD = 1.5
"""How many times as alike in this as any other item of the older meeting they have to be."""


def likeness(older: Candidate, newer: Candidate, *, by_text: bool = False) -> float:
    """How much two items are about the same, from 0 to 1.

    The mean of the titles and of title and text together. A title that says nothing gives 0,
    or with `by_text` the likeness of the texts alone, if they are as good as the same.
    """
    if older.generic or newer.generic:
        if not (by_text and older.generic and newer.generic):
            return 0.0
        score = cosine(older.text(), newer.text())
        return score if score >= SAME_TEXT_FROM else 0.0
    score = (titles_alike(older, newer) + cosine(older.body(), newer.body())) / 2
    if older.part != newer.part and _has_parts_of_both(older, newer):
        score *= OTHER_PART
    shared = shared_marks(older, newer)
    if not shared:
        return score
    score += (SHARED_POLICY if shared <= policies() else SHARED) * (1 - score)
    return max(score, LINKED_FROM) if _alone_name_act(older, newer) else score


def titles_alike(older: Candidate, newer: Candidate) -> float:
    """How much two titles are about the same, from 0 to 1."""
    return newer.near_title(older.head, newer.head)


def _has_parts_of_both(older: Candidate, newer: Candidate) -> bool:
    """Whether the newer meeting has parts of both names: then it tells in which one it is."""
    return bool(older.part and newer.part) and any(each.part == older.part for each in newer.row)


def _alone_name_act(older: Candidate, newer: Candidate) -> bool:
    """Whether both titles name an act that no other title of their meetings names."""
    one, other = named(older.entry.title), named(newer.entry.title)
    return any(
        all(
            sum(act in named(each.entry.title) for each in row) == 1
            for row in (older.row, newer.row)
        )
        for act in (one.keys() & other.keys()) - policies()
    )


def doubted(
    score: float, older: Candidate, newer: Candidate, *, returns: bool = False, least: float
) -> float:
    """The likeness, next to nothing for two things of one sort that would reach `least`."""
    if score < least or not are_apart(older, newer, returns=returns):
        return score
    return APART + score / 100


def are_apart(
    older: Candidate,
    newer: Candidate,
    *,
    returns: bool = False,
) -> bool:
    """Whether two items are two things of one sort, as soil and forest monitoring are.

    They are if they number two things of one row; and if each title names something that the
    other does not, and nothing else ties them: sentences that come back (`returns`), a dossier,
    an act under another name, what a title names in the text of the other, or texts more alike
    than any other. Where each names a country or a part of the world of its own, texts do not
    count, and less where each names an act.
    """
    if older.generic or newer.generic:
        return False
    titles = older.entry.title, newer.entry.title
    told = relation(*titles)
    if told.numbers_differ:
        return True
    one, other = _left_alone(older, newer, told)
    if not (one and other):
        return False
    if are_on_two_states(older, newer) or _are_on_two(older, newer, agencies_in):
        return True
    if _are_tied(older, newer):
        return False
    seas = regions(titles[0]), regions(titles[1])
    if all(seas) and seas[0].isdisjoint(seas[1]):
        return True
    if not told.share and _are_named_acts(older, newer):
        return True
    framed = have_one_frame(*titles) and not seas[0] & seas[1]
    states = names_of_states()
    crossing = (one & newer.own()) | (other & older.own())
    if one & states and other & states:
        crossing -= states
    if framed and have_one_frame(*titles, LONG_FRAME) and _are_on_two_things(older, newer):
        return True
    if framed and not crossing and _are_of_two_things(older, newer, one, other):
        return True
    if _name_two_acts(*titles):
        return not _cite_both(older, newer) or not (returns or _texts_are_alike(older, newer))
    if returns:
        return False
    if crossing or (not framed and _are_called_alike(older, newer)):
        return False
    return not _text_speaks(older, newer)


def _are_called_alike(older: Candidate, newer: Candidate) -> bool:
    """Whether a word of both titles is in no other item of the two meetings, and texts agree.

    Where both titles begin with it, it may be the sort of which each names one.
    """
    alone = older.alone() & newer.alone()
    if alone.isdisjoint(older.heads() & newer.heads()) or _begins(older) == _begins(newer):
        return False
    score = cosine(older.subject(), newer.subject())
    if score < CALLED_FROM:
        return False
    if is_text_ahead(older, newer):
        return True
    row = [each for each in older.row if not each.generic]
    return len(alone) > 1 and score >= SURELY_FROM and is_ahead(row, older, newer, score, FAR)


def _begins(item: Candidate) -> str:
    """The first word of a title that says what it is about."""
    return stem(subject(item.entry.title).partition(" ")[0])


def is_text_ahead(older: Candidate, newer: Candidate) -> bool:
    """Whether a text is so much more alike to an older one than to any other of its meeting."""
    text = newer.text()
    score = cosine(older.text(), text)
    return all(
        score >= CALLED_BY * cosine(each.text(), text) for each in older.row if each is not older
    )


def _are_named_acts(older: Candidate, newer: Candidate) -> bool:
    """Whether both titles begin as those of acts do, and no word of them names one thing."""
    titles = older.entry.title, newer.entry.title
    return all(map(begins_as_act, titles)) and not (
        naming(title_words(older)).keys() & naming(title_words(newer)).keys()
    )


def _cite_both(older: Candidate, newer: Candidate) -> bool:
    """Whether one of two items cites the act that the title of the other one names."""
    one, other = named(older.entry.title).keys(), named(newer.entry.title).keys()
    return not (one.isdisjoint(newer.cites()) and other.isdisjoint(older.cites()))


def _are_of_two_things(
    older: Candidate, newer: Candidate, one: frozenset[str], other: frozenset[str]
) -> bool:
    """Whether two items whose titles have one frame are on what these words of each name.

    Their texts say so, or have little in common. Where the titles differ only in what they are
    of, texts count for nothing, but for states: what one does is on the agenda of the other.
    Not where one text speaks of all that the other title names, and both of much the same.
    """
    near = cosine(older.subject(), newer.subject())
    if near >= SPOKEN_FROM and (_speaks_of_all(older, other) or _speaks_of_all(newer, one)):
        return False
    if _speaks_of(older, one) and _speaks_of(newer, other):
        return True
    differ = begin_alike(older.entry.title, newer.entry.title)
    if differ and (one | other).isdisjoint(names_of_states()):
        return True
    return near < FRAMED_FROM


def _speaks_of(item: Candidate, words: frozenset[str]) -> bool:
    """Whether a text names, in any form, what its title does, so that it is what it is about."""
    return not _beginnings(words).isdisjoint(_beginnings(stems(body_words(item.item))))


def _speaks_of_all(item: Candidate, words: frozenset[str]) -> bool:
    """Whether a text names, in any form, all of these words."""
    return _beginnings(words) <= _beginnings(stems(body_words(item.item)))


def _beginnings(words: Collection[str]) -> frozenset[str]:
    return frozenset(word[:BEGINNING] for word in words)


def _are_on_two_things(older: Candidate, newer: Candidate) -> bool:
    """Whether each title names a thing that the other item nowhere names, and none that both do."""
    one, other = (frozenset(naming(title_words(each))) for each in (older, newer))
    if not (one and other and one.isdisjoint(other)):
        return False
    return not (one <= newer.names().keys() or other <= older.names().keys())


def are_on_two_states(older: Candidate, newer: Candidate) -> bool:
    """Whether two items are on states outside the Council, and neither names one of the other's.

    The title says which, or the text where one of the titles says nothing.
    """
    return _are_on_two(older, newer, third_states_in)


def _are_on_two(older: Candidate, newer: Candidate, named_in: NamedIn) -> bool:
    part = older.generic or newer.generic
    one, other = (named_in((all_words if part else title_words)(each)) for each in (older, newer))
    if not (one and other and one.isdisjoint(other)):
        return False
    named = [named_in(all_words(each)) for each in (older, newer)]
    return one.isdisjoint(named[1]) and other.isdisjoint(named[0])


def all_words(item: Candidate) -> Words:
    """The words of an item, of a part without those of the title of its item."""
    return body_words(item.item) if item.generic else (*title_words(item), *body_words(item.item))


def _left_alone(
    older: Candidate, newer: Candidate, told: Relation
) -> tuple[frozenset[str], frozenset[str]]:
    """What each title names alone, without an act of both by another name; acts of one with it."""
    acts = named(older.entry.title), named(newer.entry.title)
    things = naming(title_words(older)), naming(title_words(newer))
    differ = _name_two_acts(older.entry.title, newer.entry.title)
    left = []
    for rest, mine, known in zip((told.older, told.newer), acts, things, strict=True):
        words = [word for act in acts[0].keys() & acts[1].keys() for word in mine[act]]
        words += [word for thing in _by_other_words(*things) for word in known[thing]]
        rest -= set(map(stem, parts(words)))
        left.append(rest.union(mine) if differ else rest)
    return left[0], left[1]


def _by_other_words(one: Naming, other: Naming) -> frozenset[str]:
    """The things that two titles name, each by words of its own."""
    shared = one.keys() & other.keys()
    return frozenset(x for x in shared if set(map(stem, one[x])).isdisjoint(map(stem, other[x])))


def _name_two_acts(older: str, newer: str) -> bool:
    """Whether each title names an act, and they have none in common."""
    one, other = named(older).keys(), named(newer).keys()
    return bool(one - policies() and other - policies()) and one.isdisjoint(other)


def _are_tied(older: Candidate, newer: Candidate) -> bool:
    """Whether both cite a dossier, or an act by two of its names; more than a word of titles.

    An act that no title names is a matter of many items.
    """
    one, other = named(older.entry.title), named(newer.entry.title)
    return any(
        one.get(mark) != other.get(mark) if mark in one or mark in other else mark not in acts()
        for mark in shared_marks(older, newer) - policies()
    )


def _text_speaks(older: Candidate, newer: Candidate) -> bool:
    """Whether two texts are alike as no others, beside the words that both titles have."""
    if _texts_are_alike(older, newer, different_pieces(title_words(older) + title_words(newer))):
        return True
    one, other = older.subject(), newer.subject()
    things = (naming(title_words(each)) for each in (older, newer))
    renamed = _by_other_words(*things)
    both = (older.heads() & newer.heads()) - renamed
    score = cosine(one, other) - sum(one.get(word, 0.0) * other.get(word, 0.0) for word in both)
    return score >= ABOUT_FROM and is_ahead(older.row, older, newer, score)


def title_words(item: Candidate) -> Words:
    """The words of a title that mean something."""
    return content_words(item.entry.title)


def _texts_are_alike(
    older: Candidate, newer: Candidate, besides: Collection[str] = frozenset()
) -> bool:
    """Whether no other item of the older meeting comes near in the words of its text.

    The pieces of words in `besides` do not count.
    """
    theirs = newer.text()
    text = {piece: theirs[piece] for piece in theirs.keys() - besides} if besides else theirs
    score = cosine(older.text(), text)
    return score >= TEXT_FROM and all(
        score >= AHEAD * cosine(each.text(), text) for each in older.row if each is not older
    )


def is_ahead(
    row: Sequence[Candidate], one: Candidate, other: Candidate, score: float, by: float = AHEAD
) -> bool:
    """Whether the likeness of two items is far above that of any other one of a row."""
    return all(
        score >= by * cosine(each.subject(), other.subject()) for each in row if each is not one
    )


def most_likeness(older: Candidate, newer: Candidate, *, by_text: bool = False) -> float:
    """The most that `likeness` can be, by the titles alone: they cost a tenth of the texts."""
    if older.generic or newer.generic:
        return 1.0 if by_text and older.generic and newer.generic else 0.0
    most = (titles_alike(older, newer) + 1) / 2
    return most if older.cites().isdisjoint(newer.cites()) else most + SHARED * (1 - most)


def most_by_title(older: Candidate, newer: Candidate) -> float:
    """The most that `likeness` can be for titles that say something, whatever the items cite."""
    most = (titles_alike(older, newer) + 1) / 2
    return most + SHARED * (1 - most)


def shared_marks(older: Candidate, newer: Candidate) -> frozenset[str]:
    """The dossiers, documents and acts that both items cite and few others of their meetings.

    What the others cite is looked at only where both items cite the same.
    """
    if older.cites().isdisjoint(newer.cites()):
        return frozenset()
    return older.marks() & newer.marks()


def lifted(score: float, older: Candidate, newer: Candidate) -> float:
    """The likeness for a list: a word of one title that the other item alone has lifts it."""
    if score >= ALMOST or older.generic or newer.generic:
        return score
    crossing = crossing_words(older, newer)
    if not crossing:
        return score
    return min(ALMOST, score + CROSSING * len(crossing) * (1 - score))


def crossing_words(older: Candidate, newer: Candidate) -> frozenset[str]:
    """Beginnings of the words of one title that the other item alone has in its meeting."""
    return (older.heads() & newer.own()) | (newer.heads() & older.own())
