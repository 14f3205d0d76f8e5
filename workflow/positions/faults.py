"""Dutch: words behind a stance that tell it: "niets ... af te dingen", "moet van tafel"."""

from workflow.positions.adjectives import called
from workflow.positions.burdening import only_burdens
from workflow.positions.line import Line
from workflow.positions.meanings import is_infinitive
from workflow.positions.reading import VIEWS, Reading, Zone
from workflow.positions.verbgroups import Group

NOT_PUBLISHED = "complement not published"
"""The rule of a text that will not come out."""
COUNTED_ON = "complement counted on"
"""The rule of a view that a thing is said to meet."""
_ON = "op"
_SAYS = 2
"""Strength of verbs that only say a thing, at most."""
_SOON = 6
"""Words behind a decision within which it is said to be wished for."""
_TOLD = 12
"""Words behind "moet" within which stands what must be done."""


def told_behind(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """What a clause tells where none of its words says by itself where somebody stands."""
    rules = (
        called_so,
        is_not_coming,
        is_not_published,
        counted_on,
        only_burdens,
        whose_task,
        cannot_wait,
    )
    return next(filter(None, (rule(line, group, zone) for rule in rules)), [])


def whose_task(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """Whose task a thing is, and whose not: "was for companies and not for governments"."""
    for denied in line.places_of("negations", group.last + 1, zone.stop):
        link = denied + 1
        parted = line.any_of(("and", "contrast"), denied - 1) or line.at(denied - 1) == ","
        if not (parted and line.isa("task_links", link)):
            continue
        for place in range(denied - 2, max(group.last, denied - _TOLD), -1):
            falls = line.isa("own_affairs", place - 1) or _is_given(line, group, place, denied)
            if falls and line.at(place) == line.at(link):
                return [Reading("call", 3, ((place, place + 1), (denied, link + 1)), "whose task")]
    return []


def cannot_wait(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """Dutch: what cannot wait, wherever its words stand: "kan dit niet tot mei wachten"."""
    for place in range(zone.start, zone.stop if line.is_dutch else zone.start):
        if not line.isa("to_wait", place):
            continue
        first = place
        while first > zone.start and not line.is_sign(first - 1):
            first -= 1
        clause = range(first, line.sign_from(place))
        can = next((at for at in clause if line.helper(at) == "can"), -1)
        denied = line.first_of("negations", clause)
        if can >= 0 and 0 <= denied < place and not line.isa("not_alone", denied + 1):
            cue = ((can, can + 1), (denied, denied + 1), (place, place + 1))
            return [Reading("call", 3, cue, "cannot wait")]
    return []


def _is_given(line: Line, group: Group, place: int, denied: int) -> bool:
    """Whether "is aan" or "was for" gives a task; in English only where somebody argues so."""
    if not line.isa("task_givers", place):
        return False
    if line.is_dutch:
        return any(line.helper(at) == "be" for at in (place - 1, denied - 2))
    return line.helper(place - 1) == "be" and group.verb.strength > _SAYS


def called_so(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """Dutch: what is told by calling a thing something, by a verb that judges or calls."""
    if not line.is_dutch:
        return []
    judges = line.lexicon.joint["judging", "calling"]
    named = line.isa("judging", group.finite) or group.verb.lemma in judges
    named = named or any(line.lemmas(at) & judges and is_infinitive(line, at)
                         for at in range(group.last + 1, zone.stop))  # fmt: skip
    view = called(line, zone.start, zone.stop) if named else None
    return [view] if view else []


def is_not_coming(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """Dutch: what is said not to come: "antwoordde dat er geen voorstel komt"."""
    that = line.first_of("that", range(group.last + 1, zone.stop)) if line.is_dutch else -1
    if that < 0 or not line.isa("expletive", that + 1):
        return []
    end = line.sign_from(that)
    denied = line.first_of("negations", range(that + 2, that + 4))
    verb = next((at for at in range(end - 1, that, -1) if line.finite(at)), -1)
    if denied < 0 or verb < end - 2 or not line.lemmas(verb) & line.lexicon.words["to_come"]:
        return []
    cue = ((denied, denied + 1), (verb, verb + 1))
    return [Reading("oppose", 2, cue, "complement not coming", False, denied="announce")]


def is_not_published(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """Dutch: that a text will not come out: "dat het voorstel niet meer zal worden gepubliceerd".

    Whose it is tells whether that takes a promise back (`viewing.as_noted`).
    """
    that = line.first_of("that", range(group.last + 1, zone.stop)) if line.is_dutch else -1
    end = line.sign_from(that)
    words = line.lexicon.words
    last = range(end - 1, max(that, end - 4), -1)
    issued = next((at for at in last if line.lemmas(at) & words["issuing"]), -1)
    will = min((at for at in last if line.finite(at)), default=-1)
    if that < 0 or issued < 0 or will < 0 or line.isa("contrast", end + 1):
        return []
    denied = line.first_of("negations", range(that + 2, will))
    gone = line.isa("no_more", denied + 1) or denied == will - 1
    if denied < 0 or not gone or line.isa("until_then", denied - 1):
        return []  # "niet voor 2032", "niet eerder dan in mei", "nog niet": it comes
    if not any(line.at(at).endswith(tuple(words["issued"])) for at in range(that + 1, denied)):
        return []  # "dat de minister niet zal komen"
    cue = ((denied, denied + 1), (issued, issued + 1))
    return [Reading("oppose", 2, cue, NOT_PUBLISHED, False, denied="announce")]


def counted_on(line: Line, group: Group, zone: Zone) -> list[Reading]:
    """Dutch: the view that a thing is said to meet: "gaf aan dat het doel op steun kan rekenen".

    It is the speaker's own where nobody else is named, nor much of it; the chair tells of others'
    (`viewing.as_noted`).
    """
    that = line.first_of("that", range(group.last + 1, zone.stop)) if line.is_dutch else -1
    end = line.sign_from(that)
    noun = line.first_of("voiced_views", range(that + 1, end)) if that >= 0 else -1
    words = line.lexicon.words
    if noun < 0 or group.verb.lemma in words["noting"] | words["concluding"]:
        return []
    if not any(line.lemmas(at) & words["counting"] for at in (end - 1, end - 2, noun - 2)):
        return []
    own = any(line.any_of(("possessives", "wholehearted"), at) for at in (noun - 1, noun - 2))
    if line.any_of(("of", "role_link"), noun + 1) or not (own or line.at(noun - 1) == _ON):
        return []  # "op brede steun": how others see it
    if not own and any(_is_elsewhere(line, at) for at in range(that + 1, noun - 1)):
        return []  # "dat het plan bij vissers op verzet stuit"
    for stop, cue in line.cues(noun):
        if cue.stance in VIEWS and cue.zone != "clause" and not cue.verbs:
            denied = any(line.isa("negations", at) for at in range(that + 1, noun))
            stance = cue.negated if denied else cue.stance
            base = cue.stance if denied else ""
            rule = f"{COUNTED_ON}, own" if own else COUNTED_ON
            return [Reading(stance, 2, ((noun, stop),), rule, False, denied=base)]
    return []


def _is_elsewhere(line: Line, place: int) -> bool:
    """Dutch: whether a word says among whom a view lives: "bij vissers", "in eigen land"."""
    if line.isa("felt_among", place):
        return True
    behind = line.isa("own_words", place + 1) or line.is_name(place + 1)
    return line.isa("peaks_with", place) and bool(behind)


def takes_side(line: Line, place: int) -> bool:
    """Dutch: whether an infinitive at a place says where somebody stands: "te willen steunen"."""
    return any(
        form.kind == "infinitive" and line.lexicon.verbs[form.lemma].stance in ("support", "oppose")
        for form in line.forms(place)
        if not form.particle
    )


def finds_no_fault(line: Line, place: int, stop: int) -> bool:
    """Dutch: whether nothing is found against a thing: "valt niets op de tekst af te dingen"."""
    if stop - place > 1 or not line.isa("nothing", place):
        return False
    return line.first_phrase("faults", stop, min(line.sign_from(stop), stop + _TOLD)) is not None


def is_minor(line: Line, place: int, stop: int, group: Group) -> bool:
    """Whether a danger is found small or absent: "achtte de risico's goed beheersbaar"."""
    words = line.lexicon.words
    judges = group.verb.lemma in words["judging"] | words["linking"]
    judges = judges or line.isa("judging", group.finite)
    if line.isa("without", place - 1):
        return judges
    end = line.sign_from(stop)
    for at in range(stop, end):
        judges = judges or bool(line.lemmas(at) & (words["judging"] | words["linking"]))
    minor = line.first_phrase("minor", stop, min(end, stop + _SOON))
    if not (judges and minor):
        return False
    if not line.is_dutch:  # not "too high for small shops"
        ends = line.is_sign(minor[1]) or line.any_of(("prepositions", "coordinators"), minor[1])
        if not ends or line.any_of(("prepositions", "excess"), minor[0] - 1):
            return False
    between = range(stop, minor[0])
    return not any(line.isa("negations", at) or line.isa("complementizers", at) for at in between)


def tells_behind(line: Line, place: int) -> bool:
    """Dutch: whether words behind "moet" say what must be done with it: "moet van tafel"."""
    if not line.is_dutch or line.helper(place) not in ("modal", "can"):
        return False
    lemmas = line.lemmas(place)
    for at in range(place + 1, min(len(line), place + _TOLD)):
        if line.is_sign(at):
            return False
        if any(cue.verbs & lemmas and stop > at + 1 for stop, cue in line.cues(at)):
            return True
    return False


def is_wished(line: Line, start: int, zone: Zone) -> bool:
    """Dutch: whether what would be decided is only wished for or ahead: "te willen bereiken"."""
    for at in range(start, min(zone.stop, start + _SOON)):
        if line.is_sign(at):
            return False
        if line.isa("mark", at) and line.helper(at + 1) in ("want", "future"):
            return True
    return False


def grasped_behind(line: Line, start: int, zone: Zone) -> Reading | None:
    """Dutch: that worries are only understood or not shared: "zei de zorgen te begrijpen"; or None.

    Who does not uphold them has none: "zei zijn bezwaren niet te handhaven". Who goes on to share
    them has them: "te begrijpen en te delen".
    """
    verb = _infinitive(line, start, zone.stop)
    if verb < 0:
        return None
    words = line.lexicon.words
    cue = ((start - 1, start), (verb, verb + 1))
    denied = any(line.isa("negations", at) for at in range(start, verb))
    if denied and line.lemmas(verb) & words["upholding"]:
        return Reading("support", 2, cue, "complement not upheld", denied="oppose")
    if line.lemmas(verb) & words["grasping"]:
        shared = shared_behind(line, verb + 1, zone.stop)
        return None if shared else Reading("inform", 1, cue, "complement grasped")
    if denied and line.lemmas(verb) & words["sharing_views"]:
        return Reading("inform", 1, cue, "complement not shared")
    return None


def shared_behind(line: Line, place: int, end: int) -> bool:
    """Dutch: whether worries that are understood are shared as well: "en die te delen"."""
    if not line.isa("and", place) or not line.lemmas(place - 1) & line.lexicon.words["grasping"]:
        return False
    verb = _infinitive(line, place + 1, end)
    between = range(place + 1, verb - 1)
    kinds = ("those_meant", "midfield", "adverbs", "degrees", "firmly")
    only = all(line.any_of(kinds, at) and not line.isa("negations", at) for at in between)
    return only and bool(line.lemmas(verb) & line.lexicon.words["sharing_views"])


def _infinitive(line: Line, start: int, end: int) -> int:
    """Dutch: the first infinitive with "te" in the same clause; -1 without one."""
    for place in range(start, end):
        if line.isa("mark", place):
            return place + 1 + line.isa("inner_modals", place + 1)
        those = line.isa("those_meant", place) and line.isa("and", place - 1)
        if line.is_sign(place) or line.any_of(("that", "purpose", "and"), place):
            return -1
        if line.isa("relatives", place) and not those:
            return -1
    return -1
