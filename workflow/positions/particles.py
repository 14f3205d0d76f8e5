"""Verbs with a prefix that stands apart: "gaf ... aan", "ruled ... out"."""

from workflow.positions.lexicon import Verb
from workflow.positions.line import Line
from workflow.positions.words import SIGNS

_INFINITIVE = 25
"""Words behind a Dutch prefix within which "te" and an infinitive stand."""
_APART = 12
"""Words behind an English verb within which its particle stands."""
_SET_IN = 9
"""Words that what is set in between a verb and its particle has at most."""
_CLAUSE = 80
"""Words of a clause within which its last verb stands."""
_OPENERS = ("mark", "that", "purpose", "relatives", "clause_openers", "if_words")
_BEHIND_VERB = ("coordinators", "that", "subordinators", "prepositions", "relatives", "midfield")
"""Classes of words that stand behind a last verb, and not behind an owner."""
_PEOPLE = ("plural_titles", "ministers_too", "those_before")
"""Lists of words for persons who are welcomed to a place."""
_HELD = ("voiced_views", "voiced_objections", "shown_support")
"""Lists of nouns behind which a preposition tells of what they are."""
UNKNOWN = Verb("", "", 1, False)
"""A verb of which the lexicon says nothing."""


def plain_verb(line: Line, place: int) -> Verb:
    """The verb of a form that stands by itself, one with a stance before one without."""
    verbs = [
        line.lexicon.verbs[form.lemma]
        for form in line.forms(place)
        if form.kind in ("past", "present", "stem", "gerund") and not form.particle
    ]
    return next((verb for verb in verbs if verb.stance), verbs[0] if verbs else UNKNOWN)


def going_on(line: Line, finite: int) -> tuple[int, Verb, bool] | None:
    """English: the verb that somebody goes on or begins with: "kept pressing for a ban".

    Its place, itself, and that it is no passive.
    """
    going = not line.is_dutch and line.lemmas(finite) & line.lexicon.words["aspectual"]
    said = line.nonfinite(finite + 1, ("gerund",)) if going else None
    sided = said and said[0].stance in ("support", "oppose", "concern", "call")
    return (finite + 1, said[0], False) if said and sided else None


def whole_verb(line: Line, finite: int, stop: int) -> tuple[int, int, Verb]:
    """The verb at a place with its prefix, or the one that somebody goes on with.

    The place of the word that tells, that of its prefix or -1, and the verb.
    """
    going = going_on(line, finite)
    particle, verb = separable(line, finite, stop)
    return (going[0], -1, going[1]) if going else (finite, particle, verb)


def separable(line: Line, finite: int, stop: int) -> tuple[int, Verb]:
    """The verb at `finite` with the place of the prefix that stands apart, if there is one."""
    options = {
        form.particle: line.lexicon.verbs[form.lemma]
        for form in reversed(line.forms(finite))
        if form.particle and form.kind != "participle"
    }
    plain = plain_verb(line, finite)
    if not options or _lets_know(line, finite):
        return -1, plain
    loose = -1
    begin = finite + 1 if line.is_dutch else _behind_adverbials(line, finite + 1, stop)
    if not line.is_dutch and line.at(begin) in options and not _opens_idiom(line, begin, finite):
        return begin, options[line.low[begin]]
    for place in range(finite + 1, stop if line.is_dutch else min(stop, finite + _APART)):
        if not line.is_dutch and line.text[place] in SIGNS:
            break  # "agreed, with Malta voting against"
        if not line.is_dutch and line.isa("complementizers", place):
            break  # "held that it was paying off"
        if line.isa("so_said", place) and line.at(place - 1) == "," and line.finite(place + 1):
            break  # "komt met een voorstel, zo kondigde X aan"
        if line.low[place] not in options or _opens_marker(line, place):
            continue
        if _opens_idiom(line, place, finite):
            continue
        if line.is_dutch and _of_another(line, place, finite, options):
            continue
        closes = line.isa("closing_particles", place) and line.is_sign(place + 1)
        if not line.is_dutch and place > finite + 2 and not closes:
            continue  # "ruled the levy out"
        if not line.is_dutch and line.isa("mark", place) and not _is_somebody(line, place - 1):
            continue  # "welcomed changes to the text"
        if not line.is_dutch or _is_prefix(line, place):
            return place, options[line.low[place]]
        told = line.is_dutch and line.first_of("that", range(finite + 1, place)) >= 0
        inside = told or _of_infinitive(line, place)  # "stelde dat steun voor X te veel kost"
        if loose < 0 and not (inside or line.isa("purpose", place)):
            loose = place if _takes_infinitive(line, place, finite, options) else -1
    if plain.lemma in line.lexicon.words["quoting"]:
        loose = -1  # "zei met een verbod op X te kunnen leven"
    if loose >= 0 and (plain is UNKNOWN or _infinitive_later(line, loose, stop)):
        return loose, options[line.low[loose]]
    if plain is UNKNOWN:
        other = next(iter(options.values()))
        # English: without its particle the verb says nothing of the kind ("voted in favour").
        return -1, other if line.is_dutch else Verb(other.lemma.split()[0], "", 1, True)
    return -1, plain


def _is_somebody(line: Line, place: int) -> bool:
    """English: whether a word may be a person who is welcomed to a place, and no thing."""
    return line.is_name(place) or line.any_of(_PEOPLE, place)


def _of_another(line: Line, place: int, finite: int, options: dict[str, Verb]) -> bool:
    """Dutch: whether a word that may be a prefix is none, as another follows, or another's verb.

    "Liet zich hier positief over uit", "stelde tevreden vast dat", "stelde als voorwaarde dat er
    geld beschikbaar komt".
    """
    behind = place + 1
    between = range(finite + 1, place)
    if line.isa("purpose", place) and any(line.isa("going_past", at) for at in between):
        return True  # "buiten de lidstaat om"
    there = any(line.any_of(("there", "reflexives"), at) for at in between)
    if there and options[line.low[place]].lemma in line.lexicon.words["never_there"]:
        return True  # "maakte zich zorgen over wat dit kost"
    if line.at(behind) in options:
        return line.is_sign(behind + 1) or line.isa("that", behind + 1)
    told = any(line.isa("that", at) for at in range(finite + 1, place))
    return told and bool(line.finite(behind))


def _lets_know(line: Line, finite: int) -> bool:
    """Dutch: whether an infinitive goes with "laten", which has no prefix then: "liet weten"."""
    return bool(
        line.is_dutch
        and line.lemmas(finite) & line.lexicon.words["bare_infinitive"]
        and any(
            line.lemmas(at) & line.lexicon.words["made_known"]
            for at in range(finite + 1, finite + 4)
        )
    )


def _behind_adverbials(line: Line, place: int, stop: int) -> int:
    """English: the place behind "once again", "repeatedly" and ", together with X,"."""
    while place < stop:
        phrase = line.lexicon.phrases["set_between"].first(line.low, place)
        if phrase:
            place = phrase[0]
        elif line.isa("midfield", place) and not line.isa("negations", place):
            place += 1
        elif line.at(place) == "," and line.any_of(("prepositions", "midfield"), place + 1):
            near = range(place + 2, min(stop, place + _SET_IN))
            close = next((at for at in near if line.low[at] == ","), -1)
            if close < 0:
                return place
            place = close + 1
        else:
            return place
    return place


def _infinitive_later(line: Line, place: int, stop: int) -> bool:
    """Whether "te" and an infinitive follow: "gaf aan het plan te steunen"."""
    for at in range(place + 1, min(stop, place + _INFINITIVE)):
        if line.text[at] in (",", ";") or line.any_of(("purpose", "that"), at):
            return False
        if line.isa("mark", at):
            return True
    return False


def _takes_infinitive(line: Line, place: int, finite: int, options: dict[str, Verb]) -> bool:
    """Dutch: whether what follows a prefix may be told by its verb: "gaf aan het te steunen".

    Nobody gives up or proves to do a thing: "gaf op termijn", "aan een protocol over te laten";
    and not where the plain verb has words of its own before: "gaf in overweging".
    """
    verb = options[line.low[place]]
    tells = verb.carrier or verb.stance not in ("inform", "none", "")
    if not line.is_dutch or not tells or verb.lemma in line.lexicon.words["giving_up"]:
        return not line.is_dutch
    before = range(finite + 1, place)
    return not any(line.isa("purpose", at) or _opens_idiom(line, at, finite) for at in before)


def _of_infinitive(line: Line, place: int) -> bool:
    """Whether a prefix belongs to the infinitive behind it: "toe te kennen", "mee te kunnen"."""
    if not line.isa("mark", place + 1):
        return False
    verb = place + 2 + line.isa("inner_modals", place + 2)
    theirs = any(form.particle == line.low[place] for form in line.forms(verb))
    return theirs or (verb > place + 2 and line.isa("behind_there", place))


def _is_prefix(line: Line, place: int) -> bool:
    """Whether a word such as `op` is a verb's prefix here and no preposition."""
    if _of_infinitive(line, place):
        return False
    if line.isa("purpose", place) and line.is_dutch:
        ends = line.any_of(("coordinators", "behind_prefix"), place + 1)
        return line.is_sign(place + 1) or ends  # "zag geen noodzaak om dit te regelen"
    if not line.isa("prepositions", place):
        return True
    return line.is_sign(place + 1) or (
        line.any_of(("coordinators", "behind_prefix", "prepositions"), place + 1)
        and not line.isa("as", place + 1)
    )


def _opens_marker(line: Line, place: int) -> bool:
    """Whether a word opens what sets somebody beside the speaker: "riep, samen met X, op"."""
    marker = line.lexicon.markers.before(line.low, min(place + 2, len(line)))
    return marker is not None and marker[0] == place


def _opens_idiom(line: Line, place: int, finite: int) -> bool:
    """Whether words that go with the plain verb begin at a place: "stelde in het vooruitzicht"."""
    if line.is_name(place - 1) and line.at(place - 2) == "," and line.is_sign(place + 1):
        return line.is_dutch  # "stemde voor, Italië tegen": another one's
    told = range(max(0, place - 2), place)
    if any(
        stop == place + 1
        for at in told
        for stop, _ in line.lexicon.phrases["telling"].at(line.low, at)
    ):
        return True  # "legde er de vinger op dat"
    plain = {form.lemma for form in line.forms(finite) if not form.particle}
    if line.is_dutch and any(
        stop == place + 1 and cue.verbs & plain for at in told for stop, cue in line.cues(at)
    ):
        return True  # "nam er genoegen mee dat"
    return any(stop > place + 1 and cue.verbs & plain for stop, cue in line.cues(place))


def is_split(line: Line, place: int) -> bool:
    """Dutch: whether a preposition belongs to "er" before it: "er bij Malta op", "hier voor".

    Not where it belongs to a noun, or "er" has one: "er bezwaren tegen", "er tegen wegens".
    """
    verb = line.forms(place - 1) and not line.helper(place - 1)  # "er vragen over"
    if (verb and not line.is_name(place - 1)) or line.any_of(_HELD, place - 1):
        return False
    ends = ("that", "coordinators", "purpose", "indefinite")
    for at in range(place - 1, -1, -1):
        if line.isa("there", at):
            own = line.isa("prepositions", at + 1) and at + 1 < place
            return not (own and line.any_of(("prepositions", "midfield", "negations"), at + 2))
        if line.is_sign(at) or line.any_of(ends, at):
            return False
    return False


def is_possessive(line: Line, place: int) -> bool:
    """Dutch: whether "zijn" is an owner: "bleef bij zijn voorstel", "liet zijn bezwaren varen".

    It is one behind a preposition with a noun behind it, or where another infinitive ends its
    clause.
    """
    ends = line.is_sign(place + 1) or line.any_of(_BEHIND_VERB, place + 1)
    if line.isa("prepositions", place - 1) and not ends:
        return True
    for at in range(place + 1, min(len(line), place + _CLAUSE)):
        if line.is_sign(at) or line.any_of(_OPENERS, at):
            return False
        ends = line.is_sign(at + 1) or line.any_of(("coordinators", "that", "prepositions"), at + 1)
        if ends and line.nonfinite(at, ("infinitive",)):
            return not line.isa("possessives", at)
    return False
