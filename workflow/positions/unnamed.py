"""Whose a sentence is that names nobody who speaks."""

from dataclasses import replace

from workflow.positions.asides import is_one_of_them
from workflow.positions.carrying import Context, speaks_to_parliament
from workflow.positions.excepting import as_all
from workflow.positions.line import Line
from workflow.positions.mention import Mention
from workflow.positions.model import is_group
from workflow.positions.nobody import is_aim, is_nobodys, names_outsiders
from workflow.positions.reading import NEUTRAL, OPINIONS, VIEWS, Reading, Zone
from workflow.positions.sharedviews import is_met_by_all, shared_view
from workflow.positions.speakers import Speaker
from workflow.positions.stances import read_stances
from workflow.positions.verbgroups import Group, read_group

_APART = 6
"""How many words before a name words begin that tell its view by the one before."""
_FAR = 120
"""Words behind its verb that are read of a sentence."""
SOME = "lidstaten:sommige"
"""The group of which some are told."""
_PRESENTING = ("voorzitterschap", "commissie", "raad")
"""Those who present a text, of which the next sentence may tell."""
_COMMON = ("common opinion", "opinion of a group")
"""Rules by which several member states hold one view."""

_DATED = 5
"""Words behind a verb within which the year stands in which something was done."""


def carry(line: Line, mentions: list[Mention], context: Context) -> list[Speaker]:
    """The unnamed actor of a sentence, by the first rule that fits, or nobody.

    The member states together, the Council in its procedure, the own government that informs
    parliament, or the paragraph's single speaker, who goes on.
    """
    verb = _main_verb(line)
    if verb >= len(line) or line.low[-1] == ":" or is_aim(line):
        return []
    if any(_is_subject_of_fact(line, mention) for mention in mentions if mention.start == 0):
        return []
    group = read_group(line, verb, len(line))
    same = _same_of(line, mentions, context)
    if same:
        return [same]
    actors, rule = _whoever(line, group, mentions, context)
    if not actors:
        return []
    if rule in _COMMON and group.verb.stance in NEUTRAL:
        group = replace(group, verb=replace(group.verb, stance="inform", carrier=True))
    readings = read_stances(line, group, Zone(0, min(len(line), verb + _FAR)))
    if rule in _COMMON:
        readings = _as_shared(line, _behind_request(line, group, readings))
    if rule == "carried over" and group.passive and readings[0].stance == "decide":
        actors, rule = ("raad",), "procedure"
    ahead = _is_ahead(line, group) if rule == "carried over" else ""
    if ahead:
        actors, readings = ("raad",), [replace(readings[0], stance=ahead)]
    if rule == "carried over" and actors[0] in _PRESENTING and _is_proposed(line, group):
        readings = [replace(readings[0], stance="inform")]  # "Voorgesteld is een termijn"
    if rule == "carried over" and not line.is_dutch and _has_own_subject(line, group):
        readings = [_told(one, actors[0]) for one in readings]
    marked = tuple(replace(one, certain=False) for one in _as_ruled(line, group, rule, readings))
    named = rule in ("decision of the Council", "opinion of a group")
    return [
        Speaker(actors, marked, rule, 0, implicit=not named, passive=group.passive, certain=False)
    ]


def shared_before(line: Line, others: list[Speaker]) -> list[Speaker]:
    """English: the view of all from which some stand apart: "There was support, but Malta"."""
    shared = shared_view(line)
    place, stance = shared or (-1, "")
    if not stance or any(one.place < place for one in others):
        return []
    apart = range(min(one.place for one in others))
    group = line.lexicon.settings["agentless_group"]
    known = any(group in one.actors for one in others)
    if known or not any(line.any_of(("contrast", "transparent"), at) for at in apart):
        return []
    reading = Reading(stance, 2, ((place, place + 1),), f"shared {line.low[place]}", False)
    return [Speaker((group,), (reading,), "common opinion", place, implicit=True, certain=False)]


def _has_own_subject(line: Line, group: Group) -> bool:
    """English: whether others do what a sentence tells: "Hauliers objected"."""
    before = range(group.finite)
    named = not all(
        line.any_of(("midfield", "adverbs"), at) or line.at(at).endswith("ly") for at in before
    )
    return named and not group.passive and not line.isa("expletive", group.finite - 1)


def _told(reading: Reading, actor: str) -> Reading:
    """What others do, or will do, as a mere account of a speaker, who does not do it."""
    deed = reading.rule.startswith("verb ") and reading.stance in OPINIONS
    plan = reading.stance == "announce" and actor.startswith(("land:", "lidstaten"))
    return replace(reading, stance="inform") if deed or plan else reading


def _is_proposed(line: Line, group: Group) -> bool:
    """Dutch: whether a sentence tells what a text proposes: "Voorgesteld is een termijn"."""
    words = (0, group.lexical) if line.helper(group.finite) in ("be", "passive") else ()
    return any(line.lemmas(at) & line.lexicon.words["tabling"] for at in words)


def _is_ahead(line: Line, group: Group) -> str:
    """Dutch: the stance of what will be dealt with or held, which nobody says: "zal plaatsvinden".

    Empty for everything else.
    """
    if not line.is_dutch or group.helper != "future" or group.would:
        return ""
    behind, words = range(group.finite + 1, len(line)), line.lexicon.words
    if any(line.lemmas(at) & words["occurring"] for at in behind):
        return "none"
    passive = any(line.helper(at) == "passive" for at in behind)
    treated = any(line.lemmas(at) & words["procedural"] for at in behind)
    return "announce" if passive and treated else ""


def _theirs(line: Line, context: Context) -> tuple[str, ...]:
    """Dutch: those named together before whose view opens the sentence: "Hun voorkeur was"."""
    owned = line.is_dutch and line.isa("their_own", 0)
    noun = line.lexicon.phrases["spoken_nouns"].first(line.low, 1) if owned else None
    return context.last if noun and len(context.last) > 1 else ()


def _whoever(
    line: Line, group: Group, mentions: list[Mention], context: Context
) -> tuple[tuple[str, ...], str]:
    """The actors whom a sentence leaves out, and the rule that says so; empty for nobody."""
    theirs = _theirs(line, context)
    if theirs:
        return theirs, "carried over"
    actor, rule = _unnamed(line, group, mentions, context)
    if rule == "common opinion":
        holder = next((one for one in mentions if _holds_opinion(line, one)), None)
        if holder:
            return holder.actors, "opinion of a group"
        place = line.first_of("unanimous", range(len(line)))
        if place >= 0 and line.isa("negations", place - 1):
            return (), rule  # "Er was geen unanieme steun": nobody's view
        if place >= 0 and ";" not in line.low:
            actor = as_all(line, place)
    return ((actor,), rule) if actor else ((), rule)


def _behind_request(line: Line, group: Group, readings: list[Reading]) -> list[Reading]:
    """Dutch: the readings, or what a request meets with: "Het verzoek kon op steun rekenen"."""
    asked = line.is_dutch and readings[0].stance == "call"
    if not asked or not readings[0].cue or readings[0].cue[-1][0] >= group.finite:
        return readings
    met = read_stances(line, group, Zone(group.finite, min(len(line), group.finite + _FAR)))
    return met if met[0].stance in VIEWS and met[0].stance != "call" else readings


def _as_shared(line: Line, readings: list[Reading]) -> list[Reading]:
    """The readings, with what the noun for a shared view says where nothing else does."""
    shared = shared_view(line)
    if not shared or not shared[1]:
        return [_undecided(line, one) for one in readings]
    place, stance = shared
    told = readings[0].stance
    if told in NEUTRAL or (stance in ("concern", "oppose") and told in ("call", "decide")):
        return [Reading(stance, 2, ((place, place + 1),), f"shared {line.low[place]}", False)]
    return readings


def _by_all(line: Line, group: Group) -> bool:
    """Dutch: whether all are said to hold what nobody is named for: "werd unaniem gesteund"."""
    held = line.is_dutch and group.passive and group.verb.stance in VIEWS
    return held and line.first_of("unanimous", range(group.finite, group.lexical)) >= 0


def _undecided(line: Line, reading: Reading) -> Reading:
    """English: the reading; nobody's view where there is none yet: "There was no consensus"."""
    outcome = any(line.isa("outcome_nouns", at) for at, _ in reading.cue) and not line.is_dutch
    return replace(reading, stance="inform") if reading.denied and outcome else reading


def _as_ruled(line: Line, group: Group, rule: str, readings: list[Reading]) -> list[Reading]:
    """The readings, where the rule by which the actor is known says what happened as well."""
    first = readings[0]
    fixed = {"attendance": "none", "outcome": "decide"}.get(rule, "")
    closed = group.verb.lemma in line.lexicon.words["opening_with"]
    if closed and line.at(group.last + 1) == line.lexicon.settings["with"]:
        fixed = "none"  # "De discussie werd besloten met een lunch"
    if rule == "procedure" and first.stance in ("support", "call", "reserve"):
        fixed = "none"  # "Er zijn geen conclusies aangenomen"
    told = {"inform", "support"}
    if group.verb.lemma in line.lexicon.words["topic_verbs"]:
        told |= {"call", "concern", "reserve", "oppose"}
    if rule == "procedure" and first.stance == "decide" and _is_to_come(line, group):
        fixed = "announce"  # "The file will be adopted in June"
    if rule == "topic" and first.stance in told:
        fixed = "none"  # "Op de agenda stond de strijd tegen X"
    return [replace(first, stance=fixed)] if fixed else readings


def _is_to_come(line: Line, group: Group) -> bool:
    """English: whether something is still to be done, which nobody has decided: "will be"."""
    return not line.is_dutch and line.helper(group.finite) == "future"


def _is_history(line: Line, group: Group) -> bool:
    """English: whether something was done in another year: "was adopted in 2016"."""
    if line.is_dutch or line.helper(group.finite) == "future":
        return False
    for place in range(group.last + 1, min(group.last + _DATED, len(line))):
        if line.is_year(place):
            return line.isa("year_openers", group.last + 1)
    return False


def _main_verb(line: Line) -> int:
    """The first finite verb of the main clause, also behind a clause that opens the sentence."""
    opened = line.is_dutch and line.isa("subordinators", 0) and not line.isa("may_be_subject", 0)
    for place in range(1, len(line) - 1) if opened else ():
        if line.at(place) == "," and line.finite(place + 1):
            return place + 1
    return line.first_finite


def _same_of(line: Line, mentions: list[Mention], context: Context) -> Speaker | None:
    """Whoever the view of the one before is said to be true of: "Dat gold ook voor Malta"."""
    if context.stance not in VIEWS:
        return None
    for mention in mentions:
        if is_one_of_them(line, mention) and mention.actors and any(map(is_group, context.last)):
            cue = ((mention.start - 1, mention.start),)
            reading = Reading(context.stance, 2, cue, "one of them", False)
            return Speaker(mention.actors, (reading,), "as before", mention.start, mention,
                           certain=False)  # fmt: skip
        oblique = mention.part in ("oblique", "co") and mention.actors and not mention.pronoun
        for place in range(max(0, mention.start - _APART), mention.start):
            found = line.lexicon.phrases["same_view"].first(line.low, place)
            if oblique and found and mention.marker <= found[0] <= mention.start:
                reading = Reading(context.stance, 2, ((place, found[0]),), "same view", False)
                return Speaker(mention.actors, (reading,), "as before", mention.start, mention,
                               certain=False)  # fmt: skip
    return None


def _is_subject_of_fact(line: Line, mention: Mention) -> bool:
    """Whether a sentence opens with somebody who says nothing: another body, a third state."""
    if mention.kind != "state" or mention.part != "bare":
        return mention.kind == "excluded"
    return names_outsiders(line, mention)


def _holds_opinion(line: Line, mention: Mention) -> bool:
    """Whether a group is said to hold an opinion together: "onder de lidstaten was brede steun"."""
    return (
        mention.kind in ("group", "state", "list")
        and mention.part in ("oblique", "agent")
        and line.isa("among", mention.marker)
        and bool(mention.actors)
    )


def _unnamed(
    line: Line, group: Group, mentions: list[Mention], context: Context
) -> tuple[str, str]:
    """The actor whom a sentence leaves out, and the rule that says so."""
    lexicon = line.lexicon
    own = lexicon.settings["self_actor"]
    lemma = group.verb.lemma
    actors = {actor for one in mentions if one.part != "owner" for actor in one.actors}
    if lemma in lexicon.words["chairing"]:
        return "", ""
    sent = group.passive or lemma in lexicon.words["reaching"]
    if sent and speaks_to_parliament(line):
        return own, "to parliament"
    if lemma in lexicon.words["attending"] and own in actors:
        return own, "attendance"
    if line.has_phrase("outcome"):
        return "raad", "outcome"
    met = is_met_by_all(line, group) and not any(one.part == "agent" for one in mentions)
    broad = line.has_phrase("common_opinion") or _by_all(line, group)
    if met and not broad and any(line.isa("voiced_objections", at) for at in range(len(line))):
        return SOME, "common opinion"  # "Er waren zorgen": those of some
    if broad or shared_view(line) or met:
        return lexicon.settings["agentless_group"], "common opinion"
    if group.passive and _is_history(line, group):
        return "", ""
    if group.passive and lemma in lexicon.words["procedural"]:
        decides = lexicon.verbs[lemma].stance == "decide" and not _is_to_come(line, group)
        return "raad", "decision of the Council" if "raad" in actors and decides else "procedure"
    if line.has_phrase("topic"):
        return "raad", "topic"
    if lemma in lexicon.words["events"] and (group.passive or not context.single):
        return "", ""
    if context.single and is_nobodys(line, group, mentions, context.single):
        context.single = ""
        return "", ""
    if context.single:
        return context.single, "carried over"
    return ("raad", "procedure") if "raad" in actors and group.passive else ("", "")
