"""English: what a clause says its subject does, or is only due to do or given by others."""

from dataclasses import replace

from workflow.positions.line import Line
from workflow.positions.links import Link
from workflow.positions.mention import Mention
from workflow.positions.reading import OPINIONS, Reading, Zone
from workflow.positions.turning import denied_stance
from workflow.positions.verbgroups import Group


def in_doing(line: Line, group: Group, zone: Zone) -> tuple[Group, Zone]:
    """English: what somebody says in which others join: "was backed by Malta in stressing"."""
    if line.is_dutch or not group.passive or group.verb.lemma not in line.lexicon.words["joining"]:
        return group, zone
    for place in range(group.last + 1, zone.stop - 1):
        found = line.nonfinite(place + 1, ("gerund",))
        if found and line.isa("doing_so", place):
            return Group(place + 1, place + 1, -1, found[0]), Zone(place + 2, zone.stop, zone.skip)
        if line.is_sign(place) and line.low[place] != ",":
            break
    return group, zone


def is_bare(line: Line, group: Group) -> bool:
    """English: whether a verb may be an infinitive that an auxiliary before it governs."""
    kinds = {form.kind for form in line.forms(group.finite)}
    return not group.helper and "infinitive" in kinds and "past" not in kinds


def is_due(line: Line, group: Group, mention: Mention) -> bool:
    """English: whether a group is to do something, which is its duty and no plan of its own."""
    to_do = group.helper == "future" and line.helper(group.finite) == "be"
    return to_do and not line.is_dutch and mention.kind == "group"


def is_given(line: Line, group: Group, reading: Reading) -> bool:
    """English: whether it is others whose stance somebody has: "had the backing of Latvia"."""
    owns = group.verb.lemma in line.lexicon.words["owning"] and reading.stance in OPINIONS
    stop = reading.cue[-1][1] if reading.cue else 0
    links = ("holder_links", "sprung_from")
    stop += not line.any_of(links, stop - 1)  # "received strong support from Latvia"
    linked = line.any_of(links, stop - 1)
    name = stop + line.isa("articles", stop)
    if not (owns and linked and name < len(line)):
        return False
    sized = line.lexicon.sizes.first(line.low, name)
    several = line.lexicon.group_nouns.first(line.low, sized[0] if sized else name)
    return line.is_name(name) or bool(several)


def denied_first(line: Line, reading: Reading) -> Reading:
    """The reading behind a denial that opens the clause: "Nor did Malta see any difficulty"."""
    words = line.lexicon.words
    lemmas = {lemma for at, _ in reading.cue for lemma in line.lemmas(at)}
    if reading.stance == "call" and not line.is_dutch:
        found = "+ " in reading.rule or reading.rule.startswith("complement ")
        if found or lemmas & words["wanting"]:  # "Nor did Malta see the need", "want a levy"
            return replace(reading, stance="oppose", denied="call")
    easy = reading.stance == "concern" and not line.is_dutch and lemmas & words["unworried"]
    return replace(reading, stance="support" if easy else denied_stance(reading.stance))


def as_deed(line: Line, group: Group, link: Link, reading: Reading) -> Reading:
    """The reading; help that somebody gives is what it does and no view of a proposal.

    What an agency will help others with is its task ("zal X ondersteunen"), and who supports a
    country through a programme tells of that programme ("ondersteunt Egypte via PROSPECTS").
    """
    if reading.stance != "support":
        return reading
    agency = all(actor.startswith("ag:") for actor in link.mention.actors)
    if agency and group.helper == "future":
        return replace(reading, stance="announce", certain=False)
    if group.verb.lemma in line.lexicon.words["aiding"] and _has_means(line, group, link.mention):
        return replace(reading, stance="announce" if group.helper == "future" else "inform")
    return reading


def _has_means(line: Line, group: Group, giver: Mention) -> bool:
    """Whether a name other than the giver's, and what it is helped through, follow a verb."""
    stop = line.sign_from(group.finite)
    for place in line.places_of("means", group.finite + 1, stop):
        whom = place - 1
        if line.is_name(whom) and not giver.start <= whom < giver.stop and whom > group.finite:
            return True
    return False
