"""Speakers in an aside: "with Hungary opposed", "from X, which stated", "a word from X"."""

from workflow.positions.line import Line
from workflow.positions.mention import Mention
from workflow.positions.reading import OPINIONS, VIEWS, Reading, Zone
from workflow.positions.speakers import Speaker
from workflow.positions.stances import read_stances
from workflow.positions.verbgroups import Group, read_final_group, read_group

SAID_MORE = "relative clause"
"""The rule of what a clause says more of somebody."""
_REACH = 60
"""How many words of an aside count."""
_OPENS = 6
"""Words before "to" within which it is said that something fell to somebody."""
_NEAR = 12
"""How many words before a second speaker with a gerund `with` may stand."""


def with_gerund(line: Line, mention: Mention) -> Speaker | None:
    """English: a speaker with a gerund: "with Hungary voting against", "; some noting that"."""
    opens = line.at(mention.start - 1)
    if mention.part == "oblique":
        opens = line.at(mention.marker)
    elif mention.part != "bare":
        return None
    place = mention.stop
    while line.isa("midfield", place) or line.at(place).endswith("ly"):
        place += 1
    apart = line.at(mention.marker) == line.lexicon.settings["with"] and (
        line.is_sign(place + 1) or line.any_of(("mark", "prepositions"), place + 1)
    )
    kinds = ("gerund", "participle") if apart else ("gerund",)
    says = any(
        form.kind in kinds and line.lexicon.verbs[form.lemma].stance for form in line.forms(place)
    )
    sides = [cue for _, cue in line.cues(place) if cue.stance in OPINIONS and not cue.verbs]
    if apart and not says and sides:  # "with Hungary against"
        reading = Reading(sides[0].stance, sides[0].strength, ((place, place + 1),), "with a side")
        return Speaker(mention.actors, (reading,), "with a side", mention.start, mention)
    near = line.low[max(0, mention.start - _NEAR) : mention.start]
    after_with = line.at(mention.start - 2) == "," or line.lexicon.settings["with"] in near
    joined = line.isa("and", mention.start - 1) and after_with
    if not says or not (joined or opens in (line.lexicon.settings["with"], ";", ",")):
        return None
    group = read_group(line, place, len(line))
    stop = min(len(line), place + _REACH)
    if line.first_finite > place:
        stop = line.sign_from(place)  # set in before the verb of the others
    if any(line.isa("exceptions", at) for at in range(place, stop)):
        return None  # "Hungary being the exception"
    readings = tuple(read_stances(line, group, Zone(place + 1, stop)))
    return Speaker(mention.actors, readings, "with a gerund", mention.start, mention)


def tasked(line: Line, mention: Mention) -> Speaker | None:
    """English: whoever had to say something: "It fell to Malta to voice the concerns"."""
    if mention.part != "oblique" or not line.isa("mark", mention.stop):
        return None
    phrases = line.lexicon.phrases["fallen_to"]
    near = range(max(0, mention.marker - _OPENS), mention.marker)
    if not any((found := phrases.first(line.low, at)) and found[0] == mention.marker + 1
               for at in near):  # fmt: skip
        return None
    verb = mention.stop + 1
    while line.isa("midfield", verb):
        verb += 1
    found_verb = line.nonfinite(verb, ("infinitive",))
    if not found_verb:
        return None
    group = Group(verb, verb, -1, found_verb[0])
    readings = tuple(read_stances(line, group, Zone(verb + 1, len(line))))
    said = group.verb.lemma in line.lexicon.words["speaking"]
    if readings[0].stance not in VIEWS and not said:
        return None  # "It fell to the Commission to take stock"
    return Speaker(mention.actors, readings, "tasked", mention.start, mention)


def presenting(line: Line, mention: Mention) -> Speaker | None:
    """English: whoever presents what an item begins with: "began with an update from X"."""
    verb = line.first_finite
    noun = mention.marker - 1
    presented = (
        mention.part in ("oblique", "agent")
        and line.isa("from_or_by", mention.marker)
        and line.isa("presentations", noun)
        and verb < noun
        and bool(line.lemmas(verb) & line.lexicon.words["opening"])
    )
    if not presented or line.next_finite(verb + 1, noun) >= 0:
        return None
    reading = Reading("inform", 1, ((noun, noun + 1),), f"noun {line.low[noun]}", False)
    return Speaker(mention.actors, (reading,), "presentation", mention.start, mention)


def described(line: Line, mention: Mention, *, subject: bool = False) -> Speaker | None:
    """English: whoever a clause behind a comma says to speak: "from X, which stated that".

    Of a subject, only what it holds now: not "Malta, which had opposed it".
    """
    subject = subject or is_one_of_them(line, mention)
    opener = mention.stop + 1
    if line.isa("both", opener) and line.isa("of", opener + 1):
        opener += 2  # ", both of which"
    verb = opener + 1
    while line.isa("midfield", verb):
        verb += 1
    relative = line.at(mention.stop) == "," and line.isa("speaker_relatives", opener)
    if not relative or not line.finite(verb) or (mention.part == "bare") != subject:
        return None
    if subject and line.helper(verb) == "have":
        return None
    group = read_group(line, verb, len(line))
    stop = next((at for at in range(verb, len(line)) if line.at(at) in (",", ";")), len(line))
    readings = tuple(read_stances(line, group, Zone(verb + 1, stop)))
    said = group.verb.lemma in line.lexicon.words["speaking"]
    if group.passive or not (said or readings[0].stance in VIEWS):
        return None
    return Speaker(mention.actors, readings, SAID_MORE, mention.start, mention)


def is_one_of_them(line: Line, mention: Mention) -> bool:
    """English: whether a name is one of those before: "Among them was Malta", "They included X"."""
    verb = mention.start - 1
    while verb > 0 and line.isa("midfield", verb):
        verb -= 1
    including = bool(line.lemmas(verb) & line.lexicon.words["including"])
    if line.is_dutch or mention.part != "bare" or not (including or line.helper(verb) == "be"):
        return False
    opening = line.lexicon.phrases["these_include" if including else "among_them"]
    return any(stop == verb for stop, _ in opening.at(line.low, 0))


def described_behind(line: Line, mention: Mention) -> Speaker | None:
    """Dutch: whoever a clause behind a comma says to speak: "van X, dat de kosten te hoog vond"."""
    opener = mention.stop + 1
    if mention.part == "bare" or line.at(mention.stop) != ",":
        return None
    if not line.isa("relative_openers", opener) or line.finite(opener + 1):
        return None
    if line.at(opener + 1) in line.lexicon.pronouns and not line.isa("determiners", opener + 1):
        return None  # ", die zij eerder had geprezen": somebody else did
    verb = line.next_finite(opener + 1, opener + _REACH)
    if verb < 0 or any(line.is_sign(at) for at in range(opener + 1, verb)):
        return None
    stop = line.sign_from(verb + 1)
    group = read_final_group(line, opener, verb, stop)
    readings = tuple(read_stances(line, group, Zone(opener + 1, stop)))
    said = group.verb.lemma in line.lexicon.words["speaking"]
    opinion = readings[0].stance in VIEWS
    if group.passive or not (said or opinion) or readings[0].rule.startswith("unknown"):
        return None
    return Speaker(mention.actors, readings, SAID_MORE, mention.start, mention)


def with_side(line: Line, mention: Mention) -> Speaker | None:
    """Dutch: whoever is set in with the side it is on: "met Hongarije tegen"."""
    if mention.part != "oblique" or line.at(mention.marker) != line.lexicon.settings["with"]:
        return None
    if line.isa("agreeing_with", mention.stop):
        return None  # "was het met Malta eens"
    judges = line.lemmas(line.first_finite) & line.lexicon.words["judging"]
    if judges and not any(map(line.is_sign, range(line.first_finite, mention.marker))):
        return None  # "noemde het akkoord met Turkije achterhaald"
    place = mention.stop + line.isa("as", mention.stop)
    for stop, cue in line.cues(place) if place < len(line) else ():
        stands = not cue.verbs or cue.verbs & line.lexicon.words["weighing"]
        ends = line.is_sign(stop) or bool(line.finite(stop))
        if cue.stance in OPINIONS and cue.zone != "object" and stands and ends:
            reading = Reading(cue.stance, cue.strength, ((place, stop),), "with a side")
            return Speaker(mention.actors, (reading,), "with a side", mention.start, mention)
    return None
