"""What is asked not to be done or to be: "pleitte ervoor de regels niet te herzien"."""

from workflow.positions.line import Line

_FAR = 14
"""Words behind a denial within which the verb that it denies stands."""
_OPENS = 3
"""Words behind a call within which a clause about what is asked opens."""
_DENIED = 7
"""Words behind "that" within which "there be no" ends."""
_THING = 5
"""Words behind a denial within which the measure stands."""
_ENDS = ("that", "relatives", "purpose", "contrast", "subordinators")


def asked_not(line: Line, start: int, stop: int) -> tuple[int, int] | None:
    """The places of a denial and of the verb that it denies in what is asked; None without.

    "vroeg niet om het te verbieden" denies the asking itself.
    """
    if not (line.is_dutch and line.has("negations")):
        return None
    for place in range(start, stop):
        if line.is_sign(place):
            return None
        if line.isa("negations", place) and not line.isa("not_denying", place + 1):
            verb = _named(line, place) or _infinitive(line, place, stop)
            return (place, verb) if verb else None
    return None


def none_wanted(line: Line, start: int) -> tuple[int, int] | None:
    """The denial and the measure where it is asked that there be none; None without.

    "eiste dat er geen heffing komt", "insisted that there be no levy"; not so of what is no
    measure: "dat er geen vertraging komt".
    """
    that = line.first_of("that", range(start, start + _OPENS))
    end = line.sign_from(that) if that >= 0 else -1
    denial = line.first_of("negations", range(that + 2, that + _DENIED))
    if that < 0 or not line.isa("expletive", that + 1) or not -1 < denial < end:
        return None
    verbs = range(end - 3, end) if line.is_dutch else range(that + 2, denial)
    comes = line.lexicon.words["to_come"]
    if not any(line.lemmas(at) & comes for at in verbs):
        return None
    endings = tuple(line.lexicon.words["measure_ends"])
    places = range(denial + 1, min(end, denial + _THING))
    thing = next((at for at in places if line.at(at).endswith(endings)), -1)
    described = line.any_of(("of", "prepositions"), denial + 1) or line.isa(
        "not_denying", denial + 1
    )
    between = any(line.any_of(("prepositions", "of"), at) for at in range(denial + 1, thing))
    return None if thing < 0 or described or between else (denial, thing)


def _infinitive(line: Line, denial: int, stop: int) -> int:
    """The infinitive behind "te" that a denial goes with; 0 where none follows."""
    for place in range(denial + 1, min(stop, denial + _FAR)):
        if line.is_sign(place) or line.any_of(_ENDS, place):
            return 0
        if not line.isa("mark", place):
            continue
        verb = place + 1 + line.isa("inner_modals", place + 1)
        if line.isa("letting", verb) and line.isa("lapsing", verb + 1):
            return verb + 1  # "niet te laten aflopen"
        if _is_infinitive(line, verb):
            return verb
    return 0


def _named(line: Line, denial: int) -> int:
    """The infinitive of "het niet verlengen van"; 0 where it is none."""
    named = line.isa("articles", denial - 1) and line.isa("of", denial + 2)
    return denial + 1 if named and _is_infinitive(line, denial + 1) else 0


def _is_infinitive(line: Line, place: int) -> bool:
    return any(form.kind == "infinitive" for form in line.forms(place))
