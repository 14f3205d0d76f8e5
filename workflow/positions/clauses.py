"""Who is the subject of what: each name that may speak is tied to a verb by a rule of grammar.

The rules are those of word order. In Dutch the finite verb of a main clause stands second, with
the subject before or behind it, and last in a subordinate clause; in English it follows.
"""

from dataclasses import dataclass

from workflow.positions.lexicon import Lexicon
from workflow.positions.mentions import Mention
from workflow.positions.verbgroups import finite_forms, helper_of
from workflow.positions.words import SIGNS, Words

_STOPS = (";", ":", "–", "—", "(", "“", "‘", '"', "«")


@dataclass(frozen=True, slots=True)
class Link:
    """A name and the clause in which it acts."""

    mention: Mention
    verb: int
    """Index of the finite verb, or -1 where there is none (`volgens X`)."""
    begin: int
    """Index at which its clause begins."""
    rule: str
    certain: bool = True
    final: bool = False
    """Whether the verb stands at the end of a subordinate clause."""
    opinion_only: bool = False
    """Whether only an opinion counts here: a relative clause describes."""


def find_links(words: Words, mentions: list[Mention], lexicon: Lexicon) -> list[Link]:
    """The subjects of a sentence, from left to right."""
    links: list[Link] = []
    for mention in mentions:
        if mention.part != "bare":
            continue
        link = _first_position(words, mention, links, lexicon) or (
            _inverted(words, mention, links, lexicon)
            if lexicon.settings["verb_second"] == "True"
            else None
        )
        link = link or _subordinate(words, mention, lexicon)
        if link:
            links.append(link)
    if not links:
        late = _middle_field(words, mentions, lexicon)
        if late:
            links.append(late)
    return links


def _first_position(
    words: Words, mention: Mention, links: list[Link], lexicon: Lexicon
) -> Link | None:
    """A subject before its verb, at the start of a sentence or clause."""
    start = mention.start
    before = words.low[start - 1] if start else ""
    opens = start == 0 or before in _STOPS or before == ","
    joined = before in lexicon.words["coordinators"] and before not in ("of", "dan", "or")
    if lexicon.language == "en" and not opens and not joined:
        opens = _after_opening(words, start, lexicon) or _first_verb_follows(
            words, mention, lexicon
        )
    if not (opens or joined):
        return None
    at_start = start == 0
    verb = _verb_after(words, mention, at_start, lexicon)
    if verb < 0:
        return None
    if not at_start and not _agrees(words, verb, mention, lexicon):
        return None
    if not at_start and lexicon.language == "nl" and any(link.verb == verb for link in links):
        return None
    return Link(mention, verb, start - (1 if joined else 0), "subject-first")


def _after_opening(words: Words, start: int, lexicon: Lexicon) -> bool:
    """English: whether only an adverb or order word stands before the subject."""
    return start <= 2 and all(
        word in lexicon.words["adverbs"] or word in lexicon.words["midfield"]
        for word in words.low[:start]
    )


def _first_verb_follows(words: Words, mention: Mention, lexicon: Lexicon) -> bool:
    """English: whether the sentence's first verb stands just behind a name."""
    before = words.low[mention.start - 1]
    if before in lexicon.words["determiners"]:
        return False
    return (
        mention.stop < len(words)
        and bool(finite_forms(words, mention.stop, lexicon))
        and not any(finite_forms(words, place, lexicon) for place in range(mention.start))
    )


def _verb_after(words: Words, mention: Mention, at_start: bool, lexicon: Lexicon) -> int:
    """The finite verb that follows a subject, past brackets, insertions and descriptions."""
    index, limit = mention.stop, min(len(words), mention.stop + (70 if at_start else 45))
    adverbs = 0
    while index < limit:
        low = words.low[index]
        if finite_forms(words, index, lexicon):
            return index
        if low in (",", "–", "(", "—"):
            index = _behind_insertion(words, index, limit, lexicon)
            if index < 0:
                return -1
            continue
        if low in (";", ":", "."):
            return -1
        if low in lexicon.words["midfield"] and adverbs < 4:
            adverbs += 1
            index += 1
            continue
        if low in lexicon.words["prepositions"] or low in lexicon.words["relatives"]:
            return _behind_description(words, index, limit, at_start, lexicon)
        if not at_start:
            return -1
        if lexicon.language == "nl" and index == mention.stop and _looks_finite(words, index):
            return index
        if low in lexicon.words["coordinators"]:
            index += 1
            continue
        if lexicon.language == "en" and not words.is_name(index) and index == mention.stop:
            return -1
        index += 1
    return -1


def _looks_finite(words: Words, index: int) -> bool:
    """Whether an unknown word where a verb must stand is spelled like one."""
    word = words.text[index]
    return word.islower() and len(word) > 4 and word.endswith(("de", "te", "den", "ten", "t"))


def _behind_insertion(words: Words, index: int, limit: int, lexicon: Lexicon) -> int:
    """The index behind ", gesteund door X," or "( ... )"; -1 where no verb follows any comma."""
    closing = ")" if words.text[index] == "(" else words.text[index]
    for place in range(index + 1, limit):
        if words.text[place] == closing:
            after = place + 1
            while after < limit and words.low[after] in lexicon.words["midfield"]:
                after += 1
            if after < limit and finite_forms(words, after, lexicon):
                return after
            if closing == ")":
                return place + 1
    if index + 1 < limit and finite_forms(words, index + 1, lexicon):
        return index + 1
    return -1


def _behind_description(
    words: Words, index: int, limit: int, at_start: bool, lexicon: Lexicon
) -> int:
    """The main verb behind "in de regio" or "die dit steunen" that describes a subject."""
    relative = words.low[index] in lexicon.words["relatives"]
    skipped = not relative
    reach = limit if at_start else min(limit, index + 12)
    for place in range(index + 1, reach):
        low = words.low[place]
        if low in (";", ":") or (low == "," and not at_start):
            return -1
        if not finite_forms(words, place, lexicon):
            continue
        if low in lexicon.words["relatives"]:
            continue
        if not skipped:
            skipped = True
            continue
        if words.low[place - 1] in lexicon.words["determiners"]:
            continue
        return place
    return -1


def _inverted(words: Words, mention: Mention, links: list[Link], lexicon: Lexicon) -> Link | None:
    """A subject behind its verb: "Daarnaast benadrukte de Commissie"."""
    place = mention.start - 1
    steps = 0
    while place >= 0 and words.low[place] in lexicon.words["midfield"] and steps < 5:
        if finite_forms(words, place, lexicon):
            break
        place -= 1
        steps += 1
    if place < 0:
        return None
    forms = finite_forms(words, place, lexicon)
    stem = mention.kind == "self" and lexicon.forms.get(words.low[place])
    if not forms and not stem:
        return None
    if any(link.verb == place for link in links):
        return None
    begin = clause_begin(words, place, lexicon)
    if not _may_follow(words, mention, place, begin, links, lexicon):
        return None
    return Link(mention, place, begin, "inversion")


def clause_begin(words: Words, verb: int, lexicon: Lexicon) -> int:
    """Where the clause of a verb begins that stands second."""
    before = words.low[verb - 1] if verb else ""
    if before in lexicon.words["coordinators"]:
        return verb - 1
    for place in range(verb - 1, -1, -1):
        low = words.low[place]
        if low in (";", ":", "–"):
            return place + 1
        if low == "," and place + 3 >= verb and words.low[place + 1] in lexicon.words["adverbs"]:
            return place
        if (
            low == ","
            and place + 1 < verb
            and words.low[place + 1] in ("echter", "al", "zo", "daarbij", "hierbij", "maar", "en")
        ):
            return place
    return 0


def _may_follow(
    words: Words, mention: Mention, verb: int, begin: int, links: list[Link], lexicon: Lexicon
) -> bool:
    """Whether a name behind a verb is its subject, and not the one who is spoken to."""
    before = words.low[verb - 1] if verb else ""
    agrees = _agrees(words, verb, mention, lexicon)
    earlier = [
        link for link in links if link.verb < verb and not link.final and not link.mention.pronoun
    ]
    if before in lexicon.words["coordinators"] and before not in ("al", "echter", "want", "dus"):
        if not earlier:
            return agrees
        # "en vroegen lidstaten": the old subject goes on unless the verb's number forbids it.
        return agrees and not _agrees(words, verb, earlier[-1].mention, lexicon)
    if mention.kind in ("pronoun", "self"):
        return True
    if verb == begin or before == ",":
        return not (
            earlier and begin > 0 and _agrees(words, verb, earlier[-1].mention, lexicon)
        ) or (before != ",")
    opening = begin + (1 if words.low[begin] in (",", *lexicon.words["coordinators"]) else 0)
    first = words.low[opening]
    if not agrees and mention.kind != "group" and mention.kind != "list":
        agrees = True
    if _is_adverbial(words, opening, verb, lexicon) or fronted(words, opening, lexicon):
        return True
    # A noun phrase stands first: it is the subject unless the verb needs a person.
    if helper_of(words, verb, lexicon) in ("have", "can", "future", "want") and agrees:
        return words.low[opening] not in lexicon.words["self_words"]
    human = any(
        lexicon.verbs[form.lemma].stance for form in lexicon.forms[words.low[verb]]
    ) and not any(
        form.lemma in lexicon.words["person_object"] for form in lexicon.forms[words.low[verb]]
    )
    if first in ("dit", "dat", "hetgeen") and verb == opening + 1:
        return agrees and not helper_of(words, verb, lexicon) == "passive"
    return human and agrees


def _is_adverbial(words: Words, opening: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether the words before a verb cannot be its subject."""
    first = words.low[opening]
    if first in lexicon.words["adverbs"] or first in lexicon.words["prepositions"]:
        return True
    if first in lexicon.words["subordinators"] and first not in (
        "die",
        "dat",
        "wat",
        "daar",
        "wie",
    ):
        return True
    if first in SIGNS or first.isdigit():
        return True
    if "," in words.low[opening:verb] and first in ("wat", "voor"):
        return True
    return any(word in lexicon.words["temporal"] for word in words.low[opening : opening + 4])


def fronted(words: Words, begin: int, lexicon: Lexicon) -> bool:
    """Whether an opinion stands first: "Kritisch waren ..."."""
    return any(
        cue.zone == "clause" and not cue.verbs for _, cue in lexicon.cues.at(words.low, begin)
    )


def _agrees(words: Words, verb: int, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether verb and subject agree in number, as far as the verb tells."""
    numbers = {form.plural for form in finite_forms(words, verb, lexicon)}
    if not numbers or None in numbers:
        return True
    if mention.kind in ("pronoun", "self") or mention.actors[:1] == ("raad",):
        return True
    if mention.plural:
        # Writers use the singular for "een aantal lidstaten" and "zowel X als Y".
        loose = mention.kind != "group" or words.low[mention.core] in ("een", "a")
        return True in numbers or loose or len(mention.actors) > 1
    return False in numbers or words.low[mention.core] in ("een", "a")


def _subordinate(words: Words, mention: Mention, lexicon: Lexicon) -> Link | None:
    """The subject of a clause that says something about the subject: "waarbij X"."""
    place = mention.start - 1
    steps = 0
    while place >= 0 and words.low[place] in lexicon.words["midfield"] and steps < 4:
        if words.low[place] in lexicon.words["transparent"]:
            break
        place -= 1
        steps += 1
    if place < 0:
        return None
    opener = words.low[place]
    personal = mention.kind == "self" and opener in lexicon.words["subordinators"]
    if opener not in lexicon.words["transparent"] and not personal:
        if opener not in ("die", "dat", "which"):
            return None
    # "Waar X dit steunt, ..." sets one speaker against another.
    opinion = opener in lexicon.words["opinion_only"] and place > 0 or personal
    if opener in ("dat", "which") and _after_saying(words, place, lexicon):
        return None
    if lexicon.settings["verb_final"] != "True":
        verb = _verb_after(words, mention, False, lexicon)
        if verb < 0:
            return None
        return Link(mention, verb, place, "subordinate", not opinion, False, opinion)
    for index in range(mention.stop, len(words)):
        if words.low[index] in (";", ":"):
            return None
        if finite_forms(words, index, lexicon):
            return Link(mention, index, place, "subordinate", not opinion, True, opinion)
    return None


def _after_saying(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether `dat` opens what somebody says and does not describe a noun."""
    if index == 0 or words.low[index - 1] in SIGNS:
        return True
    before = words.low[index - 1]
    return bool(lexicon.forms.get(before)) or before in lexicon.words["midfield"] or (
        before in lexicon.words["prepositions"]
    )


def _middle_field(words: Words, mentions: list[Mention], lexicon: Lexicon) -> Link | None:
    """The only name that can be the subject of a main verb whose subject is not found."""
    if lexicon.settings["verb_second"] != "True":
        return None
    for mention in mentions:
        if mention.part != "bare" or mention.kind in ("pronoun", "excluded"):
            continue
        verbs = [place for place in range(mention.start) if finite_forms(words, place, lexicon)]
        if len(verbs) != 1:
            return None
        verb = verbs[0]
        begin = clause_begin(words, verb, lexicon)
        helper = helper_of(words, verb, lexicon)
        between = words.low[verb : mention.start]
        if helper in ("have", "future", "want") and _is_adverbial(words, begin, verb, lexicon):
            if not {"dat", "die", "om", "of"} & set(between):
                return Link(mention, verb, begin, "middle-field", certain=False)
        return None
    return None
