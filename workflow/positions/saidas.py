"""English: whose the sentence is that somebody is said to have said: "As Spain put it, ..."."""

from dataclasses import replace

from workflow.positions.line import Line
from workflow.positions.mention import Mention
from workflow.positions.verbgroups import read_group

_ADVERBS = 3
"""Words at most between who says so and the verb."""


def said_as(line: Line, mentions: list[Mention]) -> list[Mention]:
    """The mentions; whoever stands in "as X said" holds the view of the rest of the sentence.

    Not where somebody else is the subject of that rest, or the meeting does something there.
    """
    if line.is_dutch or not any(line.isa("as", place) for place in range(len(line))):
        return mentions
    return [_as_view(line, mention, mentions) or mention for mention in mentions]


def _as_view(line: Line, mention: Mention, mentions: list[Mention]) -> Mention | None:
    """The mention behind `as` whose the rest of the sentence is, or None."""
    opener = mention.start - 1
    if not line.isa("as", opener) or not mention.actors or mention.pronoun:
        return None
    if mention.part not in ("bare", "oblique") or not (opener == 0 or line.is_sign(opener - 1)):
        return None
    verb = line.next_finite(mention.stop, mention.stop + 1 + _ADVERBS)
    if verb < 0 or not _has_said(line, verb):
        return None
    stop = line.sign_from(verb)
    if any(line.isa("that", at) for at in range(verb, stop)):
        return None
    named = (one for one in mentions if one.part == "bare" and one is not mention and one.actors)
    if opener == 0 and any(one.start == stop + 1 and not one.pronoun for one in named):
        return None
    main = line.next_finite(0, opener)
    main = line.next_finite(stop) if main < 0 else main
    if main < 0 or _goes_on(line, main):
        return None
    return replace(mention, start=opener, stop=stop, core=opener, part="view", marker=opener)


def _has_said(line: Line, verb: int) -> bool:
    """Whether a verb, past an auxiliary, is one of saying: "as it had pointed out"."""
    lemma = read_group(line, verb, len(line)).verb.lemma
    return bool((line.lemmas(verb) | {lemma}) & line.lexicon.words["saying_as"])


def _goes_on(line: Line, verb: int) -> bool:
    """Whether the rest of the sentence tells what a meeting did: "the text was adopted"."""
    group = read_group(line, verb, len(line))
    return group.passive and group.verb.lemma in line.lexicon.words["procedural"]
