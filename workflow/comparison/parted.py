"""Whether an item is a part of another one: split off it, or joined in it."""

from collections.abc import Collection, Sequence

from workflow.comparison.acts import acts_in, policies
from workflow.comparison.alike import all_words, are_apart, is_ahead, title_words
from workflow.comparison.candidates import Candidate
from workflow.comparison.kin import THING
from workflow.comparison.rules import words_of
from workflow.comparison.textlikeness import (
    ABOUT_FROM,
    ENOUGH,
    FAR_AHEAD,
    FEWEST,
    LISTED_FROM,
    TOUCHED_FROM,
    alone_beside,
    apart_words,
    counted,
    is_about,
    is_ahead_by,
    nearness,
    other_states_speak,
    states_of_both,
    with_states,
)
from workflow.comparison.titles import have_one_frame, third_states_in, told
from workflow.comparison.tokens import function_words, plain, plain_words
from workflow.comparison.vectors import content_words, cosine
from workflow.report.model import Sentence

PART_BY = 2.5
"""How many times as alike as anything else a part is to the whole whose titles differ."""
STATES_PART_FROM = 0.25
"""Likeness in the subject and the states from which several states tell that it is one."""
SOME_STATES = 0.3
"""Likeness in the states alone from which they are one reason more to take it for one."""
OTHERS = 2
"""Reasons that count for nothing where other states spoke on a part than on the whole."""
PIECE_BY = 1.4
"""How many times as alike as anything else a part is of which is said that it is one."""
TEXT_PART_FROM = 0.2
"""Likeness in the pieces of words from which the text of a part speaks for it. Measured: of other
items that nothing else comes near to .15."""
TEXT_PART_BY = 2.0
"""How many times as alike as the text of any other item it then is. Measured: others to 1.6."""


def is_part_of(
    whole: Candidate,
    part: Candidate,
    siblings: Collection[Candidate] = (),
    *,
    least: float = 0.0,
) -> bool:
    """Whether an item was split off another one, or joined in it.

    It is not compared with the other parts (`siblings`): they resemble the whole as well.
    Both have `least` likeness in what they are about.
    """
    if least and nearness(whole, part) < least:
        return False
    if _is_on_a_state_of_its_own(whole, part):
        return False
    if _title_lists(whole, part, siblings):
        near = nearness(whole, part)
        return near >= LISTED_FROM and is_ahead(whole.row, whole, part, near, 1.0)
    if _is_part_by_states(whole, part) or _is_said_part(whole, part, siblings):
        return True
    if _is_part_by_text(whole, part) or _is_on_an_act_of(whole, part):
        return True
    # One word is enough where both are called by it, or the part is and they share another one.
    both = apart_words(frozenset(whole.subject().keys() & part.subject().keys()), whole, part)
    alone = alone_beside(whole, ()) & alone_beside(part, siblings)
    called = alone & part.heads()
    by_word = any(word[0] != THING for word in called & whole.heads())
    named = by_word or bool(called and len(both) >= FEWEST)
    count = counted(alone, whole, part, least=FEWEST - named)
    states = cosine(whole.states(), part.states()) >= SOME_STATES
    count -= OTHERS * other_states_speak(whole, part)
    if count < (1 if named else ENOUGH - states):
        return False
    # A title that lists what was joined names what a part's does not; their texts tie them.
    in_text = [word for word in alone - whole.heads() - part.heads() if word[0] != THING]
    tied = len(in_text) >= (1 if _is_list(whole) else FEWEST)
    lists = tied and count >= ENOUGH and is_ahead_by(PART_BY, whole, part)
    return is_about(whole, part, (whole.row, ()), count, returns=lists)


def _is_on_a_state_of_its_own(whole: Candidate, part: Candidate) -> bool:
    """Whether the title of a part is on a state outside the Council that the whole never names."""
    states = third_states_in(title_words(part))
    return bool(states) and states.isdisjoint(third_states_in(all_words(whole)))


def _is_part_by_states(whole: Candidate, part: Candidate) -> bool:
    """Whether several states that spoke on a part spoke on the whole too, and on its subject."""
    score, near = with_states(whole, part), nearness(whole, part)
    return (
        near >= TOUCHED_FROM
        and is_ahead(whole.row, whole, part, near, 1.0)
        and score >= STATES_PART_FROM
        and len(states_of_both(whole, part)) >= FEWEST
        and all(score >= FAR_AHEAD * with_states(x, part) for x in whole.row if x is not whole)
        and not have_one_frame(whole.entry.title, part.entry.title)
        and not are_apart(whole, part, returns=True)
    )


def _is_part_by_text(whole: Candidate, part: Candidate) -> bool:
    """Whether the text of a part is alike to the whole by far, also in pieces of its words.

    And several states that spoke on it spoke on the whole too: a short text is soon alike.
    """
    few = len(states_of_both(whole, part)) < FEWEST
    if few or part.generic or nearness(whole, part) < TOUCHED_FROM:
        return False
    score, text = cosine(whole.text(), part.text()), part.text()
    return (
        score >= TEXT_PART_FROM
        and all(score >= TEXT_PART_BY * cosine(x.text(), text) for x in whole.row if x is not whole)
        and not are_apart(whole, part)
    )


def _is_on_an_act_of(whole: Candidate, part: Candidate) -> bool:
    """Whether a title names an act that only the text of the whole does, and the texts are alike.

    An act of both titles is a sort of which there are many: `Macro-financial assistance to …`.
    """
    acts = acts_in(part.entry.title) - acts_in(whole.entry.title) - policies()
    near = nearness(whole, part)
    return (
        bool(acts)
        and near >= ABOUT_FROM[FEWEST]
        and is_ahead_by(PART_BY, whole, part)
        and any(acts & acts_in(each.text) for each in whole.item.sentences)
    )


def _is_said_part(whole: Candidate, part: Candidate, siblings: Collection[Candidate]) -> bool:
    """Whether an item is said to be of several parts, and the other one is like it as no others.

    A title calls it a package, or a text says that it was split or joined. States that spoke on
    both speak for it too: then each title may name an act, as those of a package do.
    """
    near = nearness(whole, part)
    if near < LISTED_FROM or have_one_frame(whole.entry.title, part.entry.title):
        return False
    package = _is_package(whole)
    if not (package or any(map(_tells_of_parts, (whole, *siblings))) or _is_off(whole, part)):
        return False
    both = whole.subject().keys() & part.subject().keys()
    if _is_ahead_with_states(whole, part):
        if package and len(states_of_both(whole, part)) >= FEWEST:
            return True
        # One state speaks on many things: it is not enough beside a thing that both titles name.
        both_name = whole.heads() & part.heads()
        return not (both <= both_name or are_apart(whole, part, returns=True))
    # What a title says of a whole field ("Bank package") is soon said beside another subject.
    return (
        near >= ABOUT_FROM[ENOUGH]
        and not both <= whole.heads() - part.heads()
        and is_ahead_by(PIECE_BY, whole, part)
        and not are_apart(whole, part)
    )


def _is_ahead_with_states(whole: Candidate, part: Candidate) -> bool:
    score = with_states(whole, part)
    others = (with_states(each, part) for each in whole.row if each is not whole)
    return bool(states_of_both(whole, part)) and score >= FAR_AHEAD * max(others, default=0.0)


def _title_lists(whole: Candidate, part: Candidate, siblings: Collection[Candidate]) -> bool:
    """Whether a title names what the title of a part does, and what each of its siblings does."""
    heads = whole.heads()
    named = (heads & part.heads()).difference(*(each.heads() for each in siblings))
    others = [(heads & each.heads()) - part.heads() for each in siblings]
    return bool(others) and all(others) and len(apart_words(named, whole, part)) >= FEWEST


def _is_list(item: Candidate) -> bool:
    """Whether a title names several things: `Roaming, frequencies and auctions`."""
    title = item.entry.title
    return "," in title or not words_of("joiners").isdisjoint(plain_words(title))


def _is_package(item: Candidate) -> bool:
    """Whether a title says that an item is about several proposals together."""
    words = plain_words(item.entry.title)
    ends, heads = tuple(words_of("package_words")), tuple(words_of("package_heads"))
    return any(
        word.endswith(ends) or (word.endswith(heads) and not _goes_on(words[at + 1 : at + 2]))
        for at, word in enumerate(words)
    )


def _goes_on(behind: Sequence[str]) -> bool:
    """Whether what stands behind a word makes it the first part of another: `package travel`."""
    return any(word.isalpha() and word not in function_words() for word in behind)


def _tells_of_parts(item: Candidate) -> bool:
    """Whether a text says that its subject was split, or joined with another one."""
    return any(map(_says_parted, item.item.sentences))


def _is_off(whole: Candidate, part: Candidate) -> bool:
    """Whether a part says that it was split off or joined, and names what the whole alone does."""
    return any(
        _says_parted(each) and not whole.alone().isdisjoint(told(content_words(each.text)))
        for each in part.item.sentences
    )


def _says_parted(sentence: Sentence) -> bool:
    text = plain(sentence.text)
    # Whole words are looked for only where the letters are there: that is seldom.
    found = [words for words in words_of("parted_words") if words in text]
    return bool(found) and any(
        f" {words} " in f" {' '.join(plain_words(sentence.text))} " for words in found
    )
