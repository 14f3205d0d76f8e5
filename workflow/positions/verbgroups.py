"""Verb groups: which verb, in which of its forms, says what its subject does."""

from dataclasses import dataclass

from workflow.positions.duties import perfect_of_modal
from workflow.positions.insertions import inserted
from workflow.positions.lexicon import Verb
from workflow.positions.line import Line
from workflow.positions.meanings import participle_of_noun
from workflow.positions.particles import (
    UNKNOWN,
    going_on,
    is_possessive,
    plain_verb,
    separable,
    whole_verb,
)
from workflow.positions.wordorder import (
    behind_purpose,
    done_by,
    ends_predicate,
    is_predicate,
    opens_main,
    opens_reason,
    relative_end,
)
from workflow.positions.words import SIGNS

_LIKE = Verb("like", "call", 2, False)
_WISH = 2
"""Strength of a verb of asking that with "will be" is a plan: "will be seeking agreement"."""
_FAR = 80
"""How many words apart the parts of one group may stand."""


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group with its lexical verb."""

    finite: int
    """Place of the finite verb."""
    lexical: int
    """Place of the word that carries the meaning."""
    particle: int
    """Place of a separable prefix that stands apart, or -1."""
    verb: Verb
    helper: str = ""
    """Kind of the auxiliary: `have`, `be`, `passive`, `future`, `modal`, `can`, `want`, `keep`."""
    would: bool = False
    """Whether the auxiliary is a past form such as `zou`."""
    passive: bool = False
    wishes: bool = True
    """Whether its auxiliary wishes something, and is no future in reported speech."""

    @property
    def words(self) -> tuple[int, ...]:
        """Places of its words, in order, auxiliary excluded."""
        if self.particle < 0:
            return (self.lexical,)
        return tuple(sorted({self.lexical, self.particle}))

    @property
    def cue(self) -> tuple[tuple[int, int], ...]:
        """The same words as ranges, for a `Reading`."""
        return tuple((place, place + 1) for place in self.words)

    @property
    def last(self) -> int:
        """Place of its last word."""
        return max(self.finite, self.lexical, self.particle)


def read_group(line: Line, finite: int, stop: int) -> Group:
    """The verb group of a main clause whose finite verb stands at `finite`, its parts behind."""
    stop = min(stop, finite + _FAR)
    kind = line.helper(finite)
    onward = _led(line, finite)
    if onward:
        return onward
    if not kind:
        return Group(finite, *whole_verb(line, finite, stop))
    if kind == "have" and line.isa("mark", finite + 1) and not line.is_dutch:
        said = line.nonfinite(finite + 2, ("infinitive",))
        if said and said[0].lemma in line.lexicon.words["owning_up"]:
            return Group(finite, finite + 2, -1, said[0])  # "had to concede"
    marked = kind == "modal" and any(line.isa("mark", place) for place in range(finite, stop))
    if line.is_dutch and kind in ("future", "keep", "want", "modal") and not marked:
        particle, parted = separable(line, finite, stop)
        if particle >= 0:  # "ging akkoord", "diende een voorstel in": no auxiliary here
            return Group(finite, finite, particle, parted)
    past = any(form.kind == "past" for form in line.forms(finite))
    if kind in ("be", "keep") and not line.is_dutch and _stands(line, finite):
        return Group(finite, finite, -1, _helper_verb(line, finite), "", past)
    if kind == "be" and not line.is_dutch:
        going = _foreseen(line, finite) or _progressive(line, finite, stop)
        if going:
            return going
    modal = perfect_of_modal(line, finite, stop) if kind == "have" else None
    if modal:
        return Group(modal.at, modal.verb_at, -1, modal.verb, modal.kind, True)
    found = going_on(line, finite) or _dependent(line, finite, stop, kind)
    said = line.nonfinite(0, ("participle",)) if kind == "passive" and finite == 1 else None
    if said and line.is_dutch and not found:
        return Group(finite, 0, -1, said[0], kind, past, True)  # "Gevraagd werd om"
    if found:
        place, verb, inner = found
        passive = inner or _is_passive(line, kind, verb)
        if line.is_dutch and kind == "future" and past and line.isa("wanting", place - 1):
            kind = "want"  # "zou de afspraken willen herijken"
        induced = passive and verb.lemma in line.lexicon.words["inducing"]
        led = not passive and verb.lemma in line.lexicon.words["aspectual"]
        if not line.is_dutch and (led or (induced and line.isa("mark", place + 1))):
            place, verb = _onward(line, place, verb)
            passive = False  # "had been persuaded to accept", "had begun to doubt"
        if line.isa("minded", place):
            passive = False  # "was convinced that": a state of mind
        return Group(finite, place, -1, verb, kind, past, passive, line.is_dutch)
    goes = line.is_dutch and bool(line.lemmas(finite) & line.lexicon.words["going"])
    known = kind if kind == "future" and not goes else ""  # "het gaat om": nothing to come
    return Group(finite, finite, -1, _helper_verb(line, finite), known, past)


def _led(line: Line, finite: int) -> Group | None:
    """English: the verb that words such as "at pains to" only lead to: "went so far as to say"."""
    for place in range(finite + 1, finite if line.is_dutch else min(finite + 4, len(line))):
        found = line.lexicon.phrases["leading_to"].first(line.low, place)
        if found:
            said = line.nonfinite(found[0], ("infinitive",))
            able = line.isa("able_to", place)
            tells = said and (said[0].carrier or (said[0].stance not in ("", "none") and not able))
            return Group(finite, found[0], -1, said[0]) if said and tells else None
        if not line.isa("midfield", place) and not line.isa("determiners", place):
            return None
    return None


def read_final_group(line: Line, start: int, finite: int, stop: int) -> Group:
    """The verb group at the end of a subordinate clause that starts behind `start`."""
    kind = line.helper(finite)
    if not kind:
        particle, parted = separable(line, finite, stop)
        return Group(
            finite, finite, particle, parted if particle >= 0 else plain_verb(line, finite)
        )
    modal = perfect_of_modal(line, finite, stop) if kind == "have" else None
    if modal and modal.verb_at == finite + 2:
        return Group(modal.at, modal.verb_at, -1, modal.verb, modal.kind, True)
    for place in (finite - 1, finite + 1, finite + 2):
        found = line.nonfinite(place) if start <= place < stop else None
        noun = place < finite and line.isa("determiners", place - 1)
        if found and noun and line.nonfinite(finite + 1):
            continue  # "zijn verzet had gestaakt"
        if found:
            verb, shape = found
            passive = shape == "participle" and _is_passive(line, kind, verb)
            past = any(form.kind == "past" for form in line.forms(finite))
            return Group(finite, place, -1, verb, kind, past, passive)
    return Group(finite, finite, -1, _helper_verb(line, finite))


def _stands(line: Line, finite: int) -> bool:
    """English: whether words that say how somebody stands go with this very verb."""
    lemmas = line.lemmas(finite)
    return any(
        cue.zone != "object" and not cue.verbs.isdisjoint(lemmas) and not done_by(line, at, stop)
        for at in (finite + 1,)
        for stop, cue in line.cues(at)
    )


def _onward(line: Line, place: int, verb: Verb) -> tuple[int, Verb]:
    """English: the verb that one of beginning or going on leads to: "had begun to doubt"."""
    place += line.isa("reflexive", place + 1)
    marked = line.isa("mark", place + 1)
    kinds = ("infinitive",) if marked else ("gerund",)
    found = line.nonfinite(place + 1 + marked, kinds)
    return (place + 1 + marked, found[0]) if found else (place, verb)


def _helper_verb(line: Line, place: int) -> Verb:
    """An auxiliary that is the only verb of its clause."""
    for form in line.forms(place):
        if form.lemma in line.lexicon.auxiliaries:
            return line.lexicon.verbs[form.lemma]
    return UNKNOWN


def _progressive(line: Line, finite: int, stop: int) -> Group | None:
    """English "is planning": the gerund counts."""
    if is_predicate(line, finite + 1):
        return None  # "was still considering"
    for place in range(finite + 1, min(finite + 3, stop)):
        if line.isa("prepositions", place):
            return None  # "was against including"
        if any(
            form.kind == "gerund" and form.lemma not in line.lexicon.auxiliaries
            for form in line.forms(place)
        ):  # "willing" is none of "will"
            found = line.nonfinite(place, ("gerund",))
            return Group(finite, place, -1, found[0] if found else UNKNOWN)
    return None


def _foreseen(line: Line, finite: int) -> Group | None:
    """English "is expected to seek", "is to report": the infinitive counts, as a future."""
    place = finite + 1
    while line.isa("midfield", place) and place < finite + 3:
        place += 1
    if line.isa("foreseen", place):
        place += 1
    if not line.isa("mark", place):
        return None
    found = line.nonfinite(place + 1, ("infinitive",))
    if not found:
        return None
    past = any(form.kind == "past" for form in line.forms(finite))
    at, verb, passive = _unpacked(line, place + 1, place + 6, found[0])
    return Group(finite, at, -1, verb, "future", past, passive)


def _is_passive(line: Line, kind: str, verb: Verb) -> bool:
    if kind == "passive":
        return True
    return kind == "be" and verb.lemma not in line.lexicon.words["perfect_with_be"]


def _dependent(line: Line, finite: int, stop: int, kind: str) -> tuple[int, Verb, bool] | None:
    """The participle or infinitive that an auxiliary governs: place, verb, whether passive."""
    wanted = "participle" if kind in ("have", "be", "passive") else "infinitive"
    skip_to = max(finite, inserted(line, finite).stop)
    for place in range(finite + 1, stop):
        if place < skip_to or line.text[place] in SIGNS:
            continue
        if not line.is_dutch and line.is_name(place):
            continue  # "a General Approach"
        if kind == "want" and line.isa("liking", place) and not line.isa("mark", place + 1):
            return place, _LIKE, False  # "would like the text to say so"
        between = not line.is_dutch and line.lexicon.phrases["set_between"].first(line.low, place)
        if between:
            skip_to = between[0]  # "was yet again rejected by"
        elif _opens_relative(line, place, finite) or opens_reason(line, place):
            skip_to = relative_end(line, place, stop)
        elif line.isa("purpose", place):
            # Not the verb of "om ... te versterken".
            skip_to = behind_purpose(line, place, stop)
        elif (
            (_stops(line, place) and place > finite + 1)
            or opens_main(line, place)
            or (kind == "be" and is_predicate(line, place))
            or (kind == "keep" and _is_open_or_willing(line, place))
        ):
            return None
        else:
            verb = _governed(line, place, finite, wanted, kind) if line.forms(place) else None
            none = line.isa("negations", place - 1) and line.isa("determiners", place - 1)
            if verb and none and not line.is_dutch:
                return None  # "had no settled view"
            if verb:
                return _unpacked(line, place, stop, verb)
            if not line.is_dutch and _is_object(line, place, finite):
                return None  # "had concerns about increased costs"
    return None


def _is_open_or_willing(line: Line, place: int) -> bool:
    """Whether no verb follows: "bleek bereid te wachten", "liet in het midden of zij wacht"."""
    asks = line.isa("or", place) and line.isa("echo", place + 1)
    return asks or line.any_of(("willing", "minded"), place)


def _stops(line: Line, place: int) -> bool:
    """Whether a new clause starts at a word, which is none behind a preposition: "met dat"."""
    return line.isa("stops_search", place) and not _points(line, place)


def _points(line: Line, place: int) -> bool:
    """Whether `dat` or `die` points to a noun behind a preposition; not so in "er op dat"."""
    if not line.is_dutch or not line.isa("prepositions", place - 1):
        return False
    there = any(line.isa("expletive", at) for at in range(place - 4, place - 1))
    return not there and not line.any_of(("determiners", "articles"), place + 1)


def _is_object(line: Line, place: int, finite: int) -> bool:
    """English: whether a word behind an auxiliary cannot stand between it and its verb."""
    between = ("midfield", "negations", "adverbs", "mark", "both", "self_words", "echo", "articles")
    if line.any_of(between, place) or line.low[place].endswith("ly"):
        return False
    inside = range(finite + 1, place + 1)
    if line.isa("those_before", finite + 2) and line.isa("prepositions", finite + 1):
        return place > finite + 2  # "had before them a report prepared by"
    return not any(line.isa("prepositions", at) or line.is_sign(at) for at in inside)


def _unpacked(line: Line, place: int, stop: int, verb: Verb) -> tuple[int, Verb, bool]:
    """Behind "will be" and "would have" the participle counts; with "be" the group is passive."""
    if line.is_dutch and verb.lemma in line.lexicon.words["nested"]:
        inner = line.nonfinite(place + 1, ("infinitive",)) if place + 1 < stop else None
        if inner and not line.isa("mark", place):
            return place + 1, inner[0], False  # "zou ermee kunnen leven"
    if line.is_dutch or verb.lemma not in ("be", "have"):
        return place, verb, False
    for at in range(place + 1, min(place + 5, stop)):
        if verb.lemma == "be" and is_predicate(line, at):
            return place, verb, False  # "had been won over by"
        gerund = line.nonfinite(at, ("gerund",)) if verb.lemma == "be" else None
        if gerund and (
            gerund[0].stance in ("support", "oppose", "concern", "reserve")
            or (gerund[0].stance == "call" and gerund[0].strength > _WISH)
            or gerund[0].lemma in line.lexicon.words["acting"]
        ):
            return at, gerund[0], False  # "would not be taking on"
        if verb.lemma == "have" and not (line.isa("midfield", at) or at == place + 1):
            break
        inner = line.nonfinite(at, ("participle",))
        if inner:
            return at, inner[0], verb.lemma == "be"
    return place, verb, False


def _governed(line: Line, place: int, finite: int, wanted: str, kind: str) -> Verb | None:
    """The verb at a place, if an auxiliary of this kind at `finite` governs it."""
    if wanted == "infinitive" and kind in ("future", "modal", "can", "want"):
        if line.any_of(("mark", "determiners"), place - 1) and line.is_dutch:
            it = line.isa("judged_thing", place - 1) and line.any_of(
                ("if_words", "that"), place + 1
            )
            if not it and not ends_predicate(line, place - 1):  # "zou het waarderen als"
                return None
        # "zal worden gebruikt": the participle beside the second auxiliary counts.
        participle = line.nonfinite(place, ("participle",))
        if participle and line.is_dutch and _is_helper(line, place + 1):
            return participle[0]
    if kind == "keep" and line.isa("determiners", place - 1):
        return None  # "bleven tegen het afschaffen": a verb as a noun
    named = line.isa("of", place + 1) and line.isa("judged_thing", place - 2)
    if named and wanted == "infinitive" and line.is_dutch:
        return None  # "zou het tijdig melden van storingen steunen"
    if line.is_dutch and line.isa("nouns_too", place) and _is_described(line, place):
        return None  # "bleef beducht voor hogere prijzen"
    if line.is_dutch and line.isa("possessives", place) and is_possessive(line, place):
        return None  # "liet zijn bezwaren varen"
    marked = line.isa("mark", place - 1 - line.isa("letting", place - 1))
    if marked and line.lemmas(finite) & line.lexicon.words["bare_infinitive"]:
        return None  # "deed de toezegging te komen": "doen" takes no "te"; nor "te laten komen"
    if line.is_dutch and line.isa("subordinators", place) and line.is_sign(place - 1):
        return None  # "waren ertegen, aangezien reizigers zouden lijden"
    if wanted == "participle" and line.is_dutch and participle_of_noun(line, place):
        return None  # "had twijfels over een verplicht stelsel"
    if wanted == "participle" and not line.is_dutch and line.isa("articles", place - 1):
        return None  # "was not in a position to support a harmonised tax"
    if wanted == "participle" and line.is_dutch:
        # Inside a subordinate clause the auxiliary stands beside its own participle.
        beside = place - 1 != finite and _is_helper(line, place - 1)
        if beside or _is_helper(line, place + 1) or line.isa("mark", place - 1):
            return None
        if line.nonfinite(place + 1, ("participle",)) and not line.isa("determiners", place - 1):
            return None  # "heeft uitgebreid gesproken": the first says how
        if kind == "be" and (line.isa("negations", place + 1) or is_predicate(line, place + 1)):
            return None  # "was bepaald niet voor", "was overtuigd voorstander"
    found = line.nonfinite(place, (wanted,))
    return _with_word(line, place, found[0]) if found else None


def _is_described(line: Line, place: int) -> bool:
    """Dutch: whether an adjective or a preposition makes a noun of a word: "lagere prijzen"."""
    before = place - 1
    described = line.at(before).endswith("e") and not line.forms(before)
    return line.isa("prepositions", before) or (described and not line.isa("midfield", before))


def _with_word(line: Line, place: int, verb: Verb) -> Verb:
    """The verb that a word right before it is part of: "kon niet akkoord gaan"."""
    if line.is_dutch and line.isa("mark", place - 1):
        # "lijkt voor te staan"
        return line.lexicon.verbs.get(line.at(place - 2) + verb.lemma, verb)
    if not line.is_dutch or place == 0 or line.isa("prepositions", place - 1):
        return verb
    return line.lexicon.verbs.get(line.low[place - 1] + verb.lemma, verb)


def _is_helper(line: Line, place: int) -> bool:
    """Whether a form of hebben, zijn or worden stands at a place."""
    return any(
        line.lexicon.auxiliaries.get(form.lemma) in ("have", "be", "passive")
        for form in line.forms(place)
    )


def _opens_relative(line: Line, place: int, finite: int) -> bool:
    """Whether a relative pronoun here opens a clause inside the clause of the verb."""
    if not line.isa("relatives", place):
        return False
    said = not line.is_dutch and line.isa("that", place)  # "were of the opinion that"
    told = said and line.lexicon.phrases["spoken_nouns"].first(line.low, place - 1)
    return place - 1 > finite and not (told or _points(line, place))
