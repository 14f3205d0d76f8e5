"""What is given up: "trok zijn steun in", "liet haar bezwaren varen", "dropped its objections".

Who takes back support is against, and who takes back an objection is for.
"""

from workflow.positions.lexicon import Cue
from workflow.positions.line import Line
from workflow.positions.reading import Reading
from workflow.positions.turning import YIELDED

_OWN = 4
"""Words of an owner and its worry with what describes it, at most."""
_OWN_VERB = 7
"""Words behind an auxiliary within which stands what became of a worry."""
_OWN_VIEWS = (
    ("others_concerns", "concern"),
    ("others_objections", "oppose"),
    ("others_reserves", "reserve"),
    ("others_calls", "call"),
)
"""Lists of nouns for what speakers have on their mind, with the stance of each."""
_LEFT = 5
"""Words before doubt within which stands that somebody leaves none."""
_FAR = 16
"""How many words from the verb what is given up may stand."""


def given_up(line: Line, place: int, stop: int) -> bool:
    """Whether the words of a stance are what the verb of their clause gives up."""
    opening = _before_noun(line, place)
    governed = line.isa("prepositions", opening)
    own = line.isa("possessives", opening + 1) or line.isa("demands", place)
    if governed and not line.isa("of", opening) and not own:
        return False  # "kwam terug op de zorgen van de lidstaten"
    start, end = _clause(line, place, stop)
    for at in range(start, end):
        if place <= at < stop:
            continue
        if line.isa("articles", at - 1):
            continue  # "sprak steun uit voor het opheffen van de controles"
        for form in line.forms(at):
            if governed and form.lemma not in line.lexicon.words["giving_up_of"]:
                continue
            drops = form.lemma in line.lexicon.words["giving_up"] or governed
            gone = form.lemma in line.lexicon.words["going_away"] and _is_owned(line, opening)
            if (drops or gone) and _has_particle(line, at, form.particle, end):
                return True
            if form.lemma in line.lexicon.words["letting"] and _let_go(line, at, end):
                return True
    return False


def waived(line: Line, start: int) -> tuple[int, int] | None:
    """Dutch: the words by which an objection no longer counts: "staat niet langer in de weg"."""
    found = line.first_phrase("waived", start, line.sign_from(start)) if line.is_dutch else None
    return found[:2] if found else None


def opens_clause(line: Line, place: int) -> bool:
    """Whether a noun with its article stands first in its clause, or right behind its verb."""
    before = place - 1 - line.isa("articles", place - 1)
    return before < 0 or line.is_sign(before) or bool(line.finite(before))


def objection_at(line: Line, place: int) -> str:
    """The stance of an objection as a noun at a place."""
    found = (cue.stance for _, cue in line.cues(place) if is_given(cue))
    return next((one for one in found if one in ("oppose", "concern", "reserve")), "concern")


def yielded(line: Line, place: int, stop: int, cue: Cue, stance: str) -> str:
    """The stance of a cue that can be given up, or of one that no longer counts."""
    if line.isa("voiced_objections", place) and waived(line, stop):
        return YIELDED[cue.stance] if opens_clause(line, place) else stance
    if not given_up(line, place, stop):
        return stance
    kept = stance != cue.stance or (line.is_dutch and denied_behind(line, stop))
    return cue.stance if kept else YIELDED[cue.stance]


def denied_behind(line: Line, stop: int) -> bool:
    """Dutch: whether what stands behind a view denies it is gone: "zijn niet weggenomen"."""
    behind = range(stop, _clause(line, stop - 1, stop)[1])
    return any(line.any_of(("negations", "partly"), at) for at in behind)


def is_given(cue: Cue) -> bool:
    """Whether the words of a cue are a noun that can be given up."""
    plain = not cue.verbs or cue.stance == "decide"  # "van een algemene oriëntatie af te zien"
    return cue.zone == "object" and plain and cue.stance in YIELDED


def _before_noun(line: Line, place: int) -> int:
    """The place of the word before a noun with its articles and what describes it."""
    at = place - 1
    while at >= 0 and line.low[at].endswith("e") and not line.forms(at) and not line.is_sign(at):
        if line.isa("determiners", at):
            break
        at -= 1
    return at - 1 if line.isa("determiners", at) else at


def _is_owned(line: Line, opening: int) -> bool:
    """Whether a noun is said to be somebody's: "zijn zorgen", "de zorgen van X"."""
    named = line.is_dutch and opening >= 0 and line.is_name(opening)
    named = named and line.low[opening].endswith("s")  # "Malta's bezwaren", "Duitslands zorgen"
    return named or line.any_of(("possessives", "articles"), opening + 1)


def _clause(line: Line, place: int, stop: int) -> tuple[int, int]:
    """The words of the clause around a place."""
    edges = ("that", "purpose", "contrast", "relatives")
    start = place
    while start > max(0, place - _FAR) and not (
        line.is_sign(start - 1)
        or line.any_of(edges, start - 1)
        or (line.isa("and", start - 1) and line.finite(start))
    ):
        start -= 1
    end = stop
    while end < min(len(line), stop + _FAR) and not (
        line.is_sign(end)
        or line.any_of(edges, end)
        or (line.isa("and", end) and (line.finite(end + 1) or line.isa("that", end + 1)))
    ):
        end += 1
    return start, end


def _has_particle(line: Line, at: int, particle: str, end: int) -> bool:
    """Whether the prefix of a verb stands where it belongs: last, or before "te"."""
    if not particle:
        return True
    if line.at(at - 1) == particle or (line.isa("mark", at - 1) and line.at(at - 2) == particle):
        return True
    return any(
        line.low[place] == particle
        and (place + 1 >= end or line.any_of(("coordinators", "behind_prefix"), place + 1)
             or (place == at + 1 and line.isa("prepositions", place + 1)))
        for place in range(at + 1, end)
    )  # fmt: skip


def _let_go(line: Line, at: int, end: int) -> bool:
    """Whether "laten" goes with "varen" or "vallen", before or behind what is let go."""
    near = range(max(0, at - 2), end)
    return any(line.isa("let_go", place) for place in near)


def has_let_go(line: Line, finite: int, stop: int) -> bool:
    """Dutch: whether somebody has let a thing go: "heeft zijn eis laten varen"."""
    if not (line.is_dutch and line.has("let_go") and line.helper(finite) == "have"):
        return False
    letting = line.lexicon.words["letting"]
    return any(
        line.isa("let_go", at) and line.lemmas(at - 1) & letting for at in range(finite + 2, stop)
    )


def own_fate(line: Line, place: int, stop: int) -> Reading | None:
    """English: what somebody says has become of its own worry: "said its doubts had been removed".

    None where no owner stands at the place, or nothing is said to become of it.
    """
    if line.is_dutch or not line.any_of(("possessives", "self_possessives"), place):
        return None
    noun = place + 1
    while noun < place + _OWN and line.any_of(("degrees", "describing", "midfield"), noun):
        noun += 1
    stance = next((each for kind, each in _OWN_VIEWS if line.isa(kind, noun)), "")
    verb = line.next_finite(noun + 1, min(stop, noun + _FAR))
    if not stance or verb < 0:
        return None
    words, own = line.lexicon.words, ((place, noun + 1), (verb, verb + 1))
    if line.lemmas(verb) & words["staying_on"]:
        return Reading(stance, 2, own, "own worry stands")
    if line.helper(verb) not in ("have", "be"):
        return None  # "would be looked at in the next round"
    denied = False
    for at in range(verb + 1, min(line.sign_from(verb), verb + _OWN_VERB)):
        denied = denied or line.any_of(("negations", "yet"), at)
        met = line.lemmas(at) & (words["fading"] | words["accommodating"] | words["taking_up"])
        if met and line.nonfinite(at):
            told, base = (stance, "") if denied else ("support", stance)
            return Reading(told, 2, (*own, (at, at + 1)), "own worry met", denied=base)
    return None


def leaves_no_doubt(line: Line, place: int) -> bool:
    """Dutch: whether somebody leaves no doubt about a thing: "liet er geen twijfel over bestaan".

    "Bij Malta bestond geen twijfel" tells what Malta thinks.
    """
    denied = line.isa("admitting", place) and line.isa("negations", place - 1)
    if not (line.is_dutch and denied):
        return False
    letting = line.lexicon.words["letting_be"]
    return any(line.lemmas(at) & letting for at in range(max(0, place - _LEFT), place))
