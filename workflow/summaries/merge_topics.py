"""Two versions of `topics.toml` become one, and what they say about items is settled. Pure.

Rules: topics are known by their id, every fact of one apart; a topic that one side took away
while the other changed it stays; refusals are a set. Where one side confirmed that an item
belongs to a topic and the other refused it, the shared answer stands and mine is proposed.
"""

from collections.abc import Mapping
from dataclasses import replace

from workflow.errors import WorkflowError
from workflow.languages import LANGUAGES
from workflow.summaries.itemfile import parse_evidence, parse_summary, render_summary
from workflow.summaries.merge import Proposal
from workflow.summaries.merge_files import MINE, THEIRS, MergedFiles, Tools, Versions, merge_any
from workflow.summaries.model import Summary
from workflow.summaries.proposals import propose
from workflow.summaries.topics import PATH, Refusal, Topic, Topics, parse_topics, render_topics


def merge_topics(base: Topics, mine: Topics, theirs: Topics) -> tuple[Topics, tuple[str, ...]]:
    """The merged topics, and the ids of those of which the shared title or number stays."""
    b, m, t = ({topic.id: topic for topic in side.topics} for side in (base, mine, theirs))
    stayed: list[str] = []
    topics = []
    for name in sorted({*m, *t}):
        topic = _topic(b.get(name), m.get(name), t.get(name), stayed)
        if topic is not None:
            topics.append(topic)
    gone = set(base.refused) - (set(mine.refused) & set(theirs.refused))
    refused = sorted((set(mine.refused) | set(theirs.refused)) - gone)
    comments = {
        table: tuple(
            dict.fromkeys((*theirs.comments.get(table, ()), *mine.comments.get(table, ())))
        )
        for table in {*mine.comments, *theirs.comments}
    }
    return Topics(tuple(topics), tuple(refused), comments), tuple(stayed)


def _topic(
    base: Topic | None, mine: Topic | None, theirs: Topic | None, stayed: list[str]
) -> Topic | None:
    if mine in (base, theirs):
        return theirs
    if theirs == base:
        return mine
    if mine is None or theirs is None:
        return mine or theirs
    values = {}
    for name in ("title", "dossier"):
        b, m, t = (getattr(each, name, None) for each in (base, mine, theirs))
        values[name] = str(m if t == b else t)
        if m not in (b, t) and t != b:
            stayed.append(mine.id)
    return Topic(mine.id, **values)


def _parsed(content: bytes | None) -> Topics | None:
    try:
        return parse_topics((content or b"").decode("utf-8"))
    except (WorkflowError, UnicodeDecodeError):
        return None


def merge_topics_file(path: str, versions: Versions, tools: Tools, result: MergedFiles) -> None:
    """Merge the file; one that cannot be read is merged line by line."""
    sides = tuple(_parsed(each) for each in (versions.base, versions.mine, versions.theirs))
    base, mine, theirs = sides
    if versions.simple or base is None or mine is None or theirs is None:
        merge_any(path, versions, tools, result)
        return
    merged, stayed = merge_topics(base, mine, theirs)
    result.files[path] = render_topics(merged).encode()
    for name in dict.fromkeys(stayed):
        who = tools.author(MINE, path).name
        result.notices.append(tools.say("topic_stays", topic=name, who=who))


# Confirmed on one side, refused on the other


def item_of(refusal: Refusal) -> str:
    """The path of the item that a refusal is about."""
    return f"summaries/{refusal.item[:4]}/{refusal.item}.md"


def new_refusals(versions: Versions, side: str) -> set[Refusal]:
    """What one side refused of topics, and not of other items."""
    base = _parsed(versions.base)
    here = _parsed(versions.mine if side == MINE else versions.theirs)
    if base is None or here is None:
        return set()
    return {each for each in set(here.refused) - set(base.refused) if "/" not in each.other}


def settle_topics(files: Mapping[str, Versions], tools: Tools, result: MergedFiles) -> None:
    """Where a link was confirmed here and refused there, the shared answer stands."""
    topics = files.get(PATH)
    if topics is None:
        return
    for side, other in ((MINE, THEIRS), (THEIRS, MINE)):
        for refusal in sorted(new_refusals(topics, side)):
            path = item_of(refusal)
            versions = files.get(path)
            if versions is None or not _confirmed(versions, other, refusal.other):
                continue
            _settle(path, refusal, side, tools, result)


def _confirmed(versions: Versions, side: str, topic: str) -> bool:
    """Whether one side newly says that the item belongs to the topic."""
    here = versions.mine if side == MINE else versions.theirs
    return topic in _topics_of(here) and topic not in _topics_of(versions.base)


def _topics_of(content: bytes | None) -> set[str]:
    summary = _summary(content)
    return {parse_evidence(entry)[0] for entry in summary.topics} if summary else set()


def _summary(content: bytes | None) -> Summary | None:
    """The summary in a file, in the language in which it was written."""
    if content is None:
        return None
    found = None
    for language in LANGUAGES:
        try:
            found = parse_summary(content.decode("utf-8"), language).summary
        except (WorkflowError, UnicodeDecodeError):
            return None
        if render_summary(found).encode() == content:
            break
    return found


def _settle(path: str, refusal: Refusal, refuser: str, tools: Tools, result: MergedFiles) -> None:
    content = result.files.get(path)
    summary = _summary(content)
    if summary is None:
        return
    entries = tuple(e for e in summary.topics if parse_evidence(e)[0] == refusal.other)
    entry = entries[0] if entries else refusal.other
    if refuser == THEIRS:
        kept = tuple(each for each in summary.topics if each not in entries)
        summary = replace(summary, topics=kept)
        proposal = Proposal("topics", None, entry, None)
    else:
        topics = _parsed(result.files.get(PATH))
        if topics is not None:
            allowed = topics.allow(refusal.item, refusal.other)
            result.files[PATH] = render_topics(allowed).encode()
        proposal = Proposal("topics", None, None, entry)
    author = tools.author(MINE, path if refuser == THEIRS else PATH)
    summary = propose(summary, (proposal,), author.name, author.when)
    result.files[path] = render_summary(summary).encode()
    result.asked.append(path)
