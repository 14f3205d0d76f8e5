"""What two people wrote in the same place: kept in the item until a person decides. Pure.

The shared version stands in the text, the other one waits as an open proposal beside it.
"""

from dataclasses import dataclass, replace
from typing import Any

from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.summaries.itemfile import parse_entry, parse_evidence, render_entry
from workflow.summaries.merge import Proposal, apply_proposal
from workflow.summaries.model import Finding, OpenProposal, Section, Summary
from workflow.summaries.topics import Topics

CHOICES = ("mine", "theirs", "both")
"""What a person can choose: what is proposed, what stands there, or both."""


def to_open(proposal: Proposal, author: str, when: str, language: str) -> OpenProposal:
    """A proposal as it stands in the file."""

    def lines(value: Any) -> tuple[str, ...]:
        return _lines(proposal.field, value, language)

    return OpenProposal(
        proposal.field,
        author,
        when,
        lines(proposal.base),
        lines(proposal.theirs),
        lines(proposal.mine),
        proposal.place,
    )


def from_open(found: OpenProposal, language: str) -> Proposal:
    """The proposal that stands in the file."""
    base, shared, mine = (
        _value(found.field, lines, language) for lines in (found.base, found.shared, found.mine)
    )
    return Proposal(found.field, base, mine, shared, found.place)


def propose(summary: Summary, proposals: tuple[Proposal, ...], author: str, when: str) -> Summary:
    """The summary with these proposals waiting in it, each once."""
    new = (to_open(proposal, author, when, summary.language) for proposal in proposals)
    return replace(summary, proposals=tuple(dict.fromkeys((*summary.proposals, *new))))


def decide(summary: Summary, place: int, choice: str, words: str = "") -> Summary:
    """The summary after a person decided about the proposal at `place`.

    `choice` is one of `CHOICES`, or `words` holds a third version, one line as it would stand
    in the file. Raises WorkflowError where there is no such proposal, where both cannot stand
    side by side, or where the words are no line of that kind.
    """
    if not 0 <= place < len(summary.proposals):
        raise WorkflowError("summaries.errors.no_proposal", n=len(summary.proposals))
    found = summary.proposals[place]
    left = summary.proposals[:place] + summary.proposals[place + 1 :]
    rest = replace(summary, proposals=left)
    if found.field == "topics":
        return _decide_topic(rest, found, choice)
    proposal = from_open(found, summary.language)
    if choice == "words":
        proposal = replace(proposal, mine=_third(proposal, words, summary.language))
        choice = "mine"
    try:
        return apply_proposal(rest, proposal, choice)
    except ValueError:
        raise WorkflowError("summaries.errors.not_both") from None


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of an open proposal as a person reads them, empty where there is none."""

    base: str
    shared: str
    mine: str


def versions_of(found: OpenProposal) -> Versions:
    """Each version as text."""
    return Versions(*("\n".join(lines) for lines in (found.base, found.shared, found.mine)))


def _decide_topic(summary: Summary, found: OpenProposal, choice: str) -> Summary:
    """A topic is in or out: there is nothing between."""
    topics = summary.topics
    for entry in (*found.mine, *found.shared):
        wanted = entry in (found.mine if choice == "mine" else found.shared)
        if choice == "both" or wanted:
            topics = tuple(dict.fromkeys((*topics, entry)))
        else:
            topics = tuple(topic for topic in topics if topic != entry)
    return replace(summary, topics=topics)


def decided_topics(topics: Topics, key: str, old: Summary, new: Summary) -> Topics:
    """What is refused once a person decided about topics of the item `key`.

    A topic that was left to decide and now is not is in the item, or it was refused.
    """
    left = set(new.proposals)
    for found in old.proposals:
        if found.field != "topics" or found in left:
            continue
        for entry in (*found.mine, *found.shared):
            name = parse_evidence(entry)[0]
            inside = any(parse_evidence(each)[0] == name for each in new.topics)
            topics = topics.allow(key, name) if inside else topics.refuse(key, name)
    return topics


def _third(proposal: Proposal, words: str, language: str) -> Any:
    """The version that a person wrote, of the kind of the field."""
    value = _value(proposal.field, (words,), language)
    if value is None and proposal.field in ("positions", "rejected"):
        # The words alone are enough: actor and stance are those of the versions before.
        model = proposal.mine or proposal.theirs or proposal.base
        value = replace(model, text=words) if model is not None else None
    if value is None:
        value = _value(proposal.field, (f"- {words}",), language)
    if value is None:
        raise WorkflowError("summaries.errors.not_understood", words=words[:60])
    return value


def _lines(name: str, value: Any, language: str) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, Section):
        return (f"## {value.heading}", *value.lines)
    if name == "unread":
        return (f"{value[0]}: {value[1]}",)
    if name in ("title", "topics"):
        return (str(value),)
    if name == "extra":
        return tuple(value)
    return (render_entry(name, value, language),)


def _value(name: str, lines: tuple[str, ...], language: str) -> Any:
    if name == "extra":
        return lines
    if not lines:
        return None
    if name == "other":
        return Section(lines[0].removeprefix("## "), lines[1:])
    if name == "unread":
        section, _, line = lines[0].partition(": ")
        return section, line
    if name in ("title", "topics"):
        return lines[0]
    return parse_entry(name, lines[0], language)


def proposal_findings(summary: Summary) -> tuple[Finding, ...]:
    """What is left to decide, as findings."""
    return tuple(
        Finding(
            "proposal",
            "warning",
            say("summaries.proposal_waits", who=found.author or "–", words=versions_of(found).mine),
        )
        for found in summary.proposals
    )
