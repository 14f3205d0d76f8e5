"""Whoever shares what was just said, in apposition: ", a view that Finland shared"."""

from dataclasses import replace

from workflow.positions.line import Line
from workflow.positions.mention import Mention
from workflow.positions.reading import OPINIONS, Reading
from workflow.positions.speakers import Speaker, beside
from workflow.positions.turning import denied_stance
from workflow.positions.verbgroups import read_group

_NOUNS = ("shared_nouns", "put_forward")
"""Classes of nouns that take up what was said."""


def sharing_before(line: Line, mentions: list[Mention], heads: list[Speaker]) -> list[Speaker]:
    """The speakers with those who share the view before, and do not have one of their own."""
    for mention in mentions:
        verb = _sharing_verb(line, mention)
        before = [one for one in heads if one.place < mention.start and one.mention is not mention]
        head = beside(line, mention, before) if verb > 0 and before else None
        if head is None:
            continue
        if any(line.isa("negations", at) for at in range(mention.stop, line.sign_from(verb))):
            readings = (replace(one, stance=denied_stance(one.stance)) for one in head.readings)
            head = replace(head, readings=tuple(readings), co=False)
        heads = [one for one in heads if one.mention is not mention] + [head]
    return heads


def _sharing_verb(line: Line, mention: Mention) -> int:
    """The verb of sharing whose subject is named: ", een oordeel dat Finland deelde", or -1."""
    if mention.part != "bare" or mention.pronoun or not mention.actors:
        return -1
    noun = mention.start - 1
    while line.isa("midfield", noun):
        noun -= 1
    noun -= line.any_of(("that", "relative_openers"), noun)
    article = noun - 1 - line.at(noun - 1).endswith("e")  # ", een stevige mening die"
    if not line.any_of(_NOUNS, noun) or line.at(article - 1) != ",":
        return -1
    if not line.any_of(("articles", "demonstratives"), article):
        return -1
    verb = line.next_finite(mention.stop, line.sign_from(mention.stop))
    if verb < 0:
        return -1
    lemmas = line.lemmas(verb)
    if line.helper(verb):  # "a position that Finland did not share"
        lemmas = {read_group(line, verb, len(line)).verb.lemma}
    return verb if lemmas & line.lexicon.words["sharing_in"] else -1


def shared_by(line: Line, mention: Mention, heads: list[Speaker]) -> Speaker | None:
    """English: whoever shares what was just said: ", a sentiment shared by Estonia"."""
    if line.is_dutch or mention.part != "agent" or not heads:
        return None
    verb = mention.marker - 1
    noun = verb - 1
    while line.isa("midfield", noun) and noun > 0:
        noun -= 1
    shares = line.lemmas(verb) & line.lexicon.words["sharing"]
    aside = line.isa("determiners", noun - 1) and line.at(noun - 2) == ","
    if not aside or not line.any_of(_NOUNS, noun):
        return None
    done = line.nonfinite(verb, ("participle",))
    if done and done[0].stance in OPINIONS:  # ", a suggestion welcomed by Germany"
        told = Reading(done[0].stance, done[0].strength, ((verb, verb + 1),), "in apposition")
        if not shares or done[0].stance != "support":
            return Speaker(mention.actors, (told,), "in apposition", mention.start, mention)
    if not shares:
        return None
    speaker = beside(line, mention, heads)
    denied = any(line.isa("negations", at) for at in range(noun, verb))
    if speaker is None or not denied:
        return speaker
    readings = (replace(one, stance=denied_stance(one.stance)) for one in speaker.readings)
    return replace(speaker, readings=tuple(readings), co=False)
