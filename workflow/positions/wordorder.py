"""Word order: where a clause begins, what stands before its verb, and whether numbers agree."""

from workflow.positions.line import Line
from workflow.positions.mention import Mention

_CLAUSE = 90
"""Words before its verb within which a clause begins."""
_COMPARED = 8
"""Words before "dan" within which a comparative stands."""
_RELATIVE = 14
"""Words that a clause about a noun has, at most, behind which a verb goes on."""
_MARKER = 5
"""Words of a marker at most, and one."""
_SHORT = 4
"""Letters that a word in -er must have more of to be a comparative."""
_TAKEN = ("support", "oppose")
"""Stances of verbs whose passive tells what somebody does: "was opposed by"."""


def clause_begin(line: Line, verb: int) -> int:
    """Where the clause of a verb begins that stands second."""
    if line.isa("coordinators", verb - 1):
        return verb - 1
    for place in range(verb - 1, max(-1, verb - _CLAUSE), -1):
        low = line.low[place]
        if low in (";", ":", "–"):
            return place + 1
        if low == "," and place + 1 < verb:
            near = place + 3 >= verb and line.isa("adverbs", place + 1)
            if near or line.isa("opens_clause", place + 1):
                return place
    return 0


def _opens_with_others(line: Line, opening: int) -> bool:
    """Whether a marker of those who act beside the subject, or are left out, stands at a place."""
    near = range(opening, min(opening + _MARKER, len(line) + 1))
    found = (line.lexicon.markers.before(line.low, at) for at in near)
    starts = (opening, opening - 1)  # "evenals" joins clauses as well
    return any(one and one[0] in starts and one[1] in ("co", "excluding") for one in found)


def main_finite(line: Line) -> int:
    """The first finite verb, in Dutch outside relative clauses; the sentence's end if none is."""
    place = 0
    while line.is_dutch and place < len(line):
        described = place == 0 or not line.any_of(("prepositions", "determiners"), place - 1)
        if line.isa("relatives", place) and described and not line.finite(place + 1):
            place = relative_end(line, place, len(line))
            continue
        if line.finite(place):
            return place
        place += 1
    return line.first_finite


def relative_end(line: Line, place: int, stop: int) -> int:
    """The place after a relative clause that starts at `place`: its comma, or its verbs."""
    at = place + 1
    while at < stop:
        if line.text[at] in (",", ";", ":", ")"):
            return at
        named = not line.is_dutch and line.isa("determiners", at - 1)  # "from the fund"
        if at > place + 1 and line.finite(at) and not named:
            if _is_main(line, place, at):
                return at
            while at + 1 < stop and _goes_on(line, place, at):
                at += 1
            return at + 1
        at += 1
    return stop


def _is_main(line: Line, opening: int, verb: int) -> bool:
    """English: whether an auxiliary is the main verb: "those which benefit from it should pay"."""
    if line.is_dutch or not (line.finite(opening + 1) and line.helper(verb)):
        return False
    inside = ("complementizers", "relatives", "coordinators", "echo")
    return not any(line.any_of(inside, at) for at in range(opening + 1, verb))


def _goes_on(line: Line, opening: int, verb: int) -> bool:
    """Whether the verbs of a clause go on behind one of them: not "die niet meedoen komen"."""
    kinds: tuple[str, ...] = ("participle", "infinitive")
    helped = any(line.helper(at) for at in range(opening + 1, verb + 1))
    if line.is_dutch and not helped:
        kinds = ("participle",)
    if not line.is_dutch and line.helper(verb + 1) in ("modal", "can", "future", "want"):
        return False  # "those under whose flag they sail must answer"
    if line.is_dutch and line.nonfinite(verb, ("participle",)):
        kinds = ("infinitive",)  # "de stappen die het heeft gezet verwelkomd"
    return line.nonfinite(verb + 1, kinds) is not None


def ends_predicate(line: Line, place: int) -> bool:
    """Dutch: whether a verb right behind `het` is that of its clause: "kan het instemmen met"."""
    if not line.is_dutch or not line.helper(place - 1):
        return False
    verb = place + 1
    if line.low[verb] + line.at(verb + 1) in line.lexicon.verbs:
        return True  # "kan het akkoord gaan"
    found = line.nonfinite(verb)
    closed = line.is_sign(verb + 1) or line.any_of(("prepositions", "that", "purpose"), verb + 1)
    return found is not None and closed and not line.isa("of", verb + 1)


def is_adverbial(line: Line, opening: int, verb: int) -> bool:
    """Whether the words before a verb cannot be its subject."""
    if line.any_of(("adverbs", "prepositions"), opening) or line.is_sign(opening):
        return True
    if line.isa("subordinators", opening) and not line.isa("may_be_subject", opening):
        return True
    if line.is_dutch and _opens_with_others(line, opening):
        return True  # "Net als Malta vroeg Nederland"
    if line.is_dutch and line.isa("restricting", opening) and line.isa("prepositions", opening + 1):
        return True  # "Enkel onder die voorwaarde"
    if line.is_dutch and line.low[opening].endswith(("end", "aand")) and not line.forms(opening):
        return True  # "Voorafgaand aan", "Vooruitlopend op"
    if line.low[opening].isdigit() or line.lexicon.phrases["openings"].first(line.low, opening):
        return True
    return any(line.isa("temporal", place) for place in range(opening, min(opening + 4, verb)))


def starts_with(line: Line, mention: Mention) -> bool:
    """Whether a name opens the sentence, or a group of which that is all that is left of it."""
    before = range(mention.start)
    if line.is_dutch and mention.start == 1 and line.isa("neither", 0):
        return True  # "Noch Malta, noch Cyprus"
    left = all(line.isa("only_left", at) for at in before)  # "Nog slechts enkele lidstaten"
    return mention.start == 0 or (mention.kind == "group" and left)


def fronted(line: Line, begin: int) -> bool:
    """Whether an opinion stands first: "Kritisch waren ..."."""
    return any(cue.zone == "clause" and not cue.verbs for _, cue in line.cues(begin))


def agrees(line: Line, verb: int, mention: Mention) -> bool:
    """Whether verb and subject agree in number, as far as the verb tells."""
    numbers = {form.plural for form in line.finite(verb)}
    if not numbers or None in numbers:
        return True
    if not line.is_dutch and line.helper(verb) in ("future", "modal", "can", "want"):
        return True  # "will" and "must" have one form
    if mention.kind in ("pronoun", "self") or mention.actors[:1] == ("raad",):
        return True
    if line.isa("collectives", mention.stop - 1):
        return True  # "the Government support"
    # Writers use either number for "een aantal lidstaten".
    opening = range(mention.core, min(mention.core + 3, mention.stop))
    either = any(line.isa("indefinite", place) for place in opening)
    if mention.plural:
        return True in numbers or either or mention.kind != "group"
    return False in numbers or either


def is_inside_clause(line: Line, place: int) -> bool:
    """Dutch: whether a subordinate clause is open whose verb has not come: "dat A met B en X"."""
    for at in range(place - 1, 0, -1):
        if line.finite(at) or line.is_sign(at):
            return False
        if line.isa("that", at):
            return line.is_dutch
    return False


def compared(line: Line, mention: Mention) -> bool:
    """Dutch: whether somebody is only compared with: "gaat verder dan de Commissie"."""
    return compared_at(line, mention.start - 1)


def compared_at(line: Line, than: int) -> bool:
    """Dutch: whether "dan" at a place goes with a comparative: "verder dan de Commissie"."""
    if not line.isa("than", than):
        return False
    return any(
        line.isa("comparatives", at) or (line.low[at].endswith("er") and len(line.low[at]) > _SHORT)
        for at in range(max(0, than - _COMPARED), than)
    )


def describes_noun(line: Line, place: int) -> bool:
    """Dutch: whether `dat` stands behind a noun with an article: "het bedrag dat"."""
    noun = place - 1
    if not line.is_dutch or not line.isa("determiners", noun - 1) or line.is_sign(noun):
        return False
    speaks = line.is_name(noun) or line.lexicon.group_nouns.first(line.low, noun)
    return not (_names_view(line, noun) or speaks or line.forms(noun))


def opens_view(line: Line, place: int) -> bool:
    """Dutch: whether `dat` opens the view that a noun names: "was van mening dat".

    Not so in "deelde het standpunt dat Malta innam".
    """
    taking = line.lexicon.words["taking_views"]
    return _names_view(line, place - 1) and not any(
        line.lemmas(at) & taking for at in range(place, line.sign_from(place))
    )


def _names_view(line: Line, noun: int) -> bool:
    """Whether a word stands before "dat" and what somebody says: "mening", "conclusie"."""
    told = line.lexicon.phrases["telling"].first(line.low, noun)
    return bool(told) or line.isa("before_that", noun)


def is_there(line: Line, place: int) -> bool:
    """Whether nothing but "er" stands behind a name, so that it is only there."""
    if not line.isa("expletive", place):
        return False
    while line.isa("midfield", place):
        place += 1
    return line.is_sign(place)


def has_subject(line: Line, verb: int, mention: Mention) -> bool:
    """Whether a noun stands behind a verb as its subject: "zal het register X ondersteunen"."""
    if not line.isa("articles", verb + 1) or mention.start <= verb + 2:
        return False
    between = range(verb + 1, mention.start)
    return not any(line.is_sign(place) or line.isa("temporal", place) for place in between)


def behind_purpose(line: Line, place: int, stop: int) -> int:
    """The place behind the infinitive of "om ... te versterken"; the next word if none follows."""
    for at in range(place + 1, min(stop - 1, place + 30)):
        if line.text[at] in (",", ";", ":"):
            break
        if line.isa("mark", at) and any(form.kind == "infinitive" for form in line.forms(at + 1)):
            return at + 2
    return place + 1


def is_predicate(line: Line, place: int) -> bool:
    """Whether an opinion stands behind "is", so that no passive follows: "is ingenomen met".

    Nor does one follow English "in a position to".
    """
    if not line.is_dutch and line.lexicon.phrases["placed_to"].first(line.low, place):
        return True
    for stop, cue in line.cues(place):
        if done_by(line, place, stop):
            continue
        stands = not line.is_dutch and line.lexicon.words["standing"] & cue.verbs
        if cue.zone != "object" and (not cue.verbs or stands):
            after = line.at(stop) if line.is_dutch else ""
            return not after.endswith("e") or line.is_sign(stop) or line.isa("determiners", stop)
    return False


def done_by(line: Line, place: int, stop: int) -> bool:
    """English: whether words behind "was" are a verb that somebody did: "was called for by".

    So is what attention is drawn to, which draws nobody.
    """
    if line.isa("drawn_things", place - 2) and line.helper(place - 1) == "be":
        return True
    if line.is_dutch or line.at(stop) != line.lexicon.settings["by"] or line.isa("minded", place):
        return False
    last = line.low[stop - 1]
    return any(
        form.particle == last
        if stop > place + 1
        else form.kind == "participle" and line.lexicon.verbs[form.lemma].stance in _TAKEN
        for form in line.forms(place)
    )


def goes_on_behind(line: Line, begin: int) -> bool:
    """Dutch: whether a clause about a noun opens here, with the verb's prefix or idiom behind it.

    "Wees het plan dat Malta had ingediend af".
    """
    opens = line.is_dutch and line.isa("relative_openers", begin) and not line.is_sign(begin - 1)
    noun = any(line.isa("determiners", at) for at in (begin - 2, begin - 3))
    if not opens or not noun or line.isa("before_that", begin - 1):
        return False
    end = relative_end(line, begin, min(len(line), begin + _RELATIVE))
    if line.isa("purpose", end):  # "die het heeft gezet om dit te versterken opnieuw verwelkomd"
        end = behind_purpose(line, end, len(line))
    return not line.is_sign(end) and not line.any_of(("coordinators", "subordinators"), end)


def circumstance(line: Line, place: int) -> bool:
    """Whether a preposition only says when or where: "in de geest van compromis" both times."""
    if line.isa("circumstances", place) or (line.is_dutch and line.isa("on_the_whole", place + 1)):
        return True
    before = range(place - 1, max(0, place - 4), -1)
    return (
        line.is_dutch
        and line.isa("of", place)
        and any(line.isa("circumstances", at) for at in before)
    )


def opens_reason(line: Line, place: int) -> bool:
    """Dutch: whether a clause with its own verb opens behind a comma: ", omdat X volstaan"."""
    return line.is_dutch and line.isa("clause_openers", place) and line.at(place - 1) == ","


def opens_main(line: Line, place: int) -> bool:
    """Dutch: whether a sentence of its own opens behind a comma: ", want X is toegezegd"."""
    return line.is_dutch and line.isa("for_reasons", place) and line.at(place - 1) == ","


def somewhat(line: Line, place: int) -> bool:
    """Dutch: whether a word such as "wat" stands before a comparative: "wat kleiner"."""
    return line.isa("somewhat", place) and line.at(place + 1).endswith(("er", "ere"))
