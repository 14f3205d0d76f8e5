"""Whoever shares what was just said, in apposition: ", a view that Finland shared"."""

from dataclasses import replace

from workflow.positions.line import Line
from workflow.positions.mention import Mention
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
