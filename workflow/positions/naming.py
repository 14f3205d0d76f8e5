"""Where a name may begin at all: most words of a report name nobody, and are passed over by it."""

from itertools import chain
from typing import Any

from workflow.positions.bodynouns import is_body_noun
from workflow.positions.codes import is_code
from workflow.positions.lexicon import Lexicon
from workflow.positions.line import Line
from workflow.positions.names import Known
from workflow.positions.words import Phrases

_PHRASES = ("about", "those_who", "both_named", "three_named", "one_before", "many_before")
"""Lists of the grammar file with which a mention may begin."""
_CLASSES = ("generic", "self_words", "self_objects")
"""Word classes of the grammar file that are mentions by themselves."""
_WHO = 8
"""Words behind "who" within which a verb says that people speak."""


def first_words(lexicon: Lexicon) -> frozenset[str]:
    """The words, in lower case, with which the tables of a lexicon let a mention begin."""
    tables: tuple[Phrases[Any], ...] = (
        lexicon.names,
        lexicon.heads,
        lexicon.sizes,
        lexicon.alone,
        lexicon.group_nouns,
        lexicon.roles["people"],
        lexicon.roles["government"],
        *(lexicon.phrases[name] for name in _PHRASES),
    )
    return frozenset(
        chain(
            *(table.firsts() for table in tables),
            *(lexicon.words[name] for name in _CLASSES),
            lexicon.pronouns,
            map(str.lower, lexicon.adjectives),
        )
    )


def words_for_groups(lexicon: Lexicon) -> frozenset[str]:
    """The words, in lower case, with which the name of a group may begin by itself."""
    tables: tuple[Phrases[Any], ...] = (
        lexicon.sizes,
        lexicon.alone,
        lexicon.group_nouns,
        lexicon.phrases["about"],
        lexicon.phrases["those_who"],
    )
    return frozenset(chain(*(table.firsts() for table in tables)))


def may_be_group(line: Line, place: int) -> bool:
    """Whether a group may be named from a place on: "enkele landen", "Baltische staten"."""
    lexicon = line.lexicon
    return line.low[place] in lexicon.grouping or line.at(place + 1) in lexicon.counting


def may_begin(line: Line, place: int, known: Known) -> bool:
    """Whether a mention may begin at a place, by its first word and what stands beside it.

    No more than a sieve: the rules of `mentions` say whether one does.
    """
    low, text = line.low[place], line.text[place]
    return (
        low in line.lexicon.naming
        or "-" in text  # "ECB-president"
        or low.endswith("'s")  # "Poland's"
        or text in known.persons
        or (text.isupper() and is_code(line, place))
        or line.at(place + 1) in line.lexicon.counting  # "Zuid-Europese lidstaten", "15 lidstaten"
        or (line.isa("articles", place - 1) and is_body_noun(line, place))
    )


def title_start(line: Line, core: int) -> int:
    """English: where a title that opens the sentence begins: "Home Affairs Commissioner"."""
    for place in range(core):
        joins = line.isa("and", place) or line.low[place] in (",", "&")
        if not (line.is_name(place) or joins) or line.lexicon.names.first(line.low, place):
            return core
    return 0


def opens_clause(line: Line, place: int) -> bool:
    """Whether a word opens a sentence or a clause, as a subject does."""
    return line.is_sign(place - 1) or line.any_of(("coordinators", "transparent"), place - 1)


def speak(line: Line, who: int) -> bool:
    """Whether a clause says of people that they speak: "those who took part"."""
    verb = line.next_finite(who + 1, who + _WHO)
    lemmas = line.lemmas(verb)
    stances = any(line.lexicon.verbs[lemma].stance for lemma in lemmas)
    return stances or bool(lemmas & line.lexicon.words["partaking"])
