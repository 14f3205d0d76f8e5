"""Who sides with whom: actors against actors, over one topic or all of them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Any

from workflow.comparison.align import PAIRED_FROM
from workflow.comparison.ascsv import table_csv
from workflow.comparison.asmarkdown import table_markdown
from workflow.comparison.chain import Chain, Member, topic_chain
from workflow.comparison.fitting import Likeness
from workflow.comparison.likely import likely_topics
from workflow.comparison.model import MeetingSide, Stand
from workflow.comparison.points import point_title
from workflow.comparison.rules import polarity
from workflow.comparison.stands import has_sides, items_by_slug
from workflow.comparison.statements import stands
from workflow.errors import WorkflowError
from workflow.languages import current, say
from workflow.positions.actors import actor_name, actor_rank
from workflow.summaries.topics import Topics, belongings, item_key, part_key
from workflow.text import has_words


@dataclass(frozen=True, slots=True)
class Standing:
    """How two actors stand to one another."""

    agree: int = 0
    """Topics on which they took the same side."""
    differ: int = 0
    """Topics on which they took opposite sides."""
    unknown: int = 0
    """Topics on which both spoke, without sides that can be compared."""

    @property
    def shared(self) -> int:
        """Topics on which both spoke."""
        return self.agree + self.differ + self.unknown


@dataclass(frozen=True, slots=True)
class Camps:
    """Actors against actors, the own government first."""

    actors: tuple[str, ...]
    standings: dict[tuple[str, str], Standing]
    """By pair of actors in the order of `actors`; pairs without a shared topic are missing."""
    topics: tuple[str, ...]
    """What was looked at."""
    source: str
    """`summary` for confirmed positions only, `suggestion` where others were let in."""
    verdicts: Mapping[tuple[str, str], tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """By pair, each shared topic with `agree`, `differ` or `unknown`."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """How people call each of `topics`."""
    written: Mapping[str, str] = field(default_factory=dict)
    """By actor, its name as the texts write it."""
    unasked: bool = False
    """Whether suggestions count though nobody asked for them, since nothing is confirmed yet."""

    def name(self, actor: str, language: str) -> str:
        """How an actor is called."""
        return actor_name(actor, language, self.written.get(actor, ""))

    def on_topics(self, one: str, other: str) -> tuple[tuple[str, str], ...]:
        """How two actors stand to one another on each topic that they share, in either order."""
        return self.verdicts.get((one, other)) or self.verdicts.get((other, one)) or ()

    def between(self, one: str, other: str) -> Standing:
        """How two actors stand to one another, in either order."""
        return self.standings.get((one, other)) or self.standings.get((other, one)) or Standing()


def camps(
    sides: Iterable[MeetingSide],
    *,
    topic: str = "",
    topics: Topics | None = None,
    own_government: str = "nederland",
    suggestions: bool = False,
) -> Camps:
    """Who agreed with whom, counted by topic (an item without one counts by itself).

    From confirmed positions and topics only; with `suggestions`, items that nobody wrote about
    yet count with what the program found, and items that most likely go on with one another
    count as one topic. Where no two actors have confirmed positions, suggestions count unasked.
    `topic` limits it to one topic, or to what goes on with the item of that title or key
    (`2031-03-06-jbz/visserij`), which nobody has to have confirmed; of a point of other business
    by its own title, or of sentences by their key, to those sentences only. Two actors agree
    when both were for or both against, or made much the same statement; they differ when one
    was for and the other against. Where both happened on one topic, it is unknown.
    An actor that shares no topic with anybody is left out, but for the own government.
    Raises WorkflowError for a topic that is not there.
    """
    sides, topics = tuple(sides), topics or Topics()
    asked = _asked(sides, topic, topics) if topic else _Asked()
    found = _counted(sides, asked, topics, own_government, suggestions)
    if found.verdicts or suggestions:
        return found
    suggested = _counted(sides, asked, topics, own_government, True)
    return replace(suggested, unasked=True) if suggested.verdicts else found


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the table is limited to; nothing for all topics."""

    topic: str = ""
    """The id of a confirmed topic, or the key of an item or of sentences of it."""
    title: str = ""
    """How people call the sentences."""
    parts: tuple[Member, ...] = ()
    """What goes on with sentences of an item, the oldest first; empty where whole items count."""


def _counted(
    sides: Sequence[MeetingSide],
    asked: _Asked,
    topics: Topics,
    own_government: str,
    suggestions: bool,
) -> Camps:
    """The table, from confirmed positions only or from suggestions too."""
    if asked.parts:
        said, titles = _said_in_parts(sides, asked, suggestions)
    else:
        said, titles = _said(sides, asked.topic, topics, suggestions)
    actors = {stand.actor for found in said.values() for stand in found}
    ordered = tuple(sorted(actors, key=lambda actor: actor_rank(actor, own_government)))
    source = "summary"
    if any(stand.source != "summary" for found in said.values() for stand in found):
        source = "suggestion"
    verdicts = _verdicts(ordered, said)
    standings = {
        pair: Standing(**Counter(verdict for _, verdict in found))
        for pair, found in verdicts.items()
    }
    written = {stand.actor: stand.name for found in said.values() for stand in found if stand.name}
    met = {actor for pair in verdicts for actor in pair}
    shown = tuple(actor for actor in ordered if actor in met or actor == own_government)
    return Camps(shown, standings, tuple(said), source, verdicts, titles, written)


def _asked(sides: Sequence[MeetingSide], name: str, topics: Topics) -> _Asked:
    """The confirmed topic of that name, or what goes on with the item or point of that name.

    Of that the key of the latest item. Raises WorkflowError where there is none, or several.
    """
    keys = (item_key(side.meeting.id, entry.slug) for side in sides for entry in side.meeting.items)
    if name in keys:
        return _Asked(name)
    try:
        return _Asked(known_topic(sides, name, topics))
    except WorkflowError:
        by_day = sorted(sides, key=lambda side: (side.day, side.meeting.id))
        with suppress(WorkflowError):
            return _of_chain(topic_chain(by_day, name, topics))
        raise


def _of_chain(chain: Chain) -> _Asked:
    """What a chain of items stands for: its topic, its latest item, or parts of its items."""
    members = [each for _, row in sorted(chain.members.items()) for each in row]
    last = max(members, key=lambda each: item_key(each.ref.meeting, each.ref.slug))
    if last.link == "confirmed":
        return _Asked(chain.topic)
    key = part_key(item_key(last.ref.meeting, last.ref.slug), last.sentences)
    if not any(member.sentences for member in members):
        return _Asked(key)
    return _Asked(key, point_title(last.item, last.sentences) or chain.title, tuple(members))


def known_topic(sides: Sequence[MeetingSide], name: str, topics: Topics) -> str:
    """The id of the confirmed topic with that id or title, or the only one with those words in it.

    Raises WorkflowError where there is none, or several.
    """
    found = topics.topic(name)
    if found:
        return found.id
    summaries = (summary for side in sides for summary in side.summaries.values())
    known = sorted({each.topic for summary in summaries for each in belongings(summary)})
    if name in known:
        return name
    fitting = [each for each in known if has_words(name, f"{topics.title(each)} {each}")]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        several = "; ".join(fitting)
        raise WorkflowError("comparison.errors.several_topics", topic=name, known=several)
    if not known:
        raise WorkflowError("comparison.errors.none_confirmed", topic=name)
    raise WorkflowError("comparison.errors.not_confirmed", topic=name, known=", ".join(known))


def _said(
    sides: Sequence[MeetingSide], topic: str, known: Topics, suggestions: bool
) -> tuple[dict[str, list[Stand]], dict[str, str]]:
    """What was said on each topic, or item without one, and how people call it."""
    said: dict[str, list[Stand]] = {}
    titles = {topic: known.title(topic)} if topic else {}
    likely = likely_topics(sides, known) if suggestions else {}
    topic = likely.get(topic, topic)
    for side in sides:
        items = items_by_slug(side)
        for entry in side.meeting.items:
            written = has_sides(side, entry.slug)
            if not (written or suggestions):
                continue
            summary = side.summaries.get(entry.slug)
            for belonging in belongings(summary) if summary else ():
                if not topic or belonging.topic == topic:
                    titles[belonging.topic] = known.title(belonging.topic)
                    said.setdefault(belonging.topic, []).extend(
                        stands(
                            side,
                            entry.slug,
                            items[entry.slug],
                            confirmed=written,
                            sentences=belonging.sentences,
                            with_strength=False,
                        )
                    )
            key = item_key(side.meeting.id, entry.slug)
            name = likely.get(key, key)
            if topic in ("", name) and not (summary and summary.topics):
                item = items[entry.slug]
                found = stands(side, entry.slug, item, confirmed=written, with_strength=False)
                if name == key:
                    titles[name] = f"{entry.title} ({side.meeting.name})"
                said.setdefault(name, []).extend(found)
    return {name: found for name, found in said.items() if found}, titles


def _said_in_parts(
    sides: Sequence[MeetingSide], asked: _Asked, suggestions: bool
) -> tuple[dict[str, list[Stand]], dict[str, str]]:
    """The same of sentences of an item; with suggestions also of what goes on with them."""
    by_meeting = {side.meeting.id: side for side in sides}
    last = by_meeting[asked.parts[-1].ref.meeting]
    found: list[Stand] = []
    for part in asked.parts:
        side, slug = by_meeting[part.ref.meeting], part.ref.slug
        written = has_sides(side, slug)
        if suggestions or (written and side is last):
            found += stands(
                side,
                slug,
                part.item,
                confirmed=written,
                sentences=part.sentences,
                with_strength=False,
            )
    titles = {asked.topic: f"{asked.title} ({last.meeting.name})"}
    return {asked.topic: found} if found else {}, titles


def _verdicts(
    ordered: Sequence[str], said: dict[str, list[Stand]]
) -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    """By pair of actors, each topic on which both spoke with how they stand there."""
    place = {actor: at for at, actor in enumerate(ordered)}
    verdicts: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for name, found in said.items():
        likeness = Likeness(found)
        of_actor: dict[str, list[Stand]] = {}
        for stand in found:
            of_actor.setdefault(stand.actor, []).append(stand)
        for one, other in combinations(sorted(of_actor, key=place.__getitem__), 2):
            verdict = _verdict(of_actor[one], of_actor[other], likeness)
            verdicts.setdefault((one, other), []).append((name, verdict))
    return {pair: tuple(found) for pair, found in sorted(verdicts.items())}


def _verdict(one: Sequence[Stand], other: Sequence[Stand], likeness: Likeness) -> str:
    """`agree`, `differ`, or `unknown` where that cannot be said of two actors.

    The last meeting at which both spoke counts. Statements on much the same thing decide; where
    there are none, actors that were only for or only against.
    """
    meetings = {stand.meeting for stand in one} & {stand.meeting for stand in other}
    if not meetings:
        return "unknown"
    last = max(meetings)
    mine = [stand for stand in one if stand.meeting == last]
    theirs = [stand for stand in other if stand.meeting == last]
    signs = {
        _sign(each, their)
        for each in mine
        for their in theirs
        if likeness.of(each, their) >= PAIRED_FROM
    } - {0}
    if not signs:
        signs = {_sides(each, their) for each in mine for their in theirs} - {0}
    if len(signs) != 1:
        return "unknown"
    return "agree" if signs == {1} else "differ"


def _sign(one: Stand, other: Stand) -> int:
    """1 where two statements on one thing agree, -1 where they are opposed, else 0."""
    if one.stance == other.stance != "inform":
        return 1
    return _sides(one, other)


def _sides(one: Stand, other: Stand) -> int:
    """1 where both are for or both against, -1 where one is for and the other against, else 0.

    Who abstains or has a reservation sides with nobody but whoever does the same.
    """
    reserved = (one.stance == "reserve") + (other.stance == "reserve")
    return 0 if reserved == 1 else polarity(one.stance) * polarity(other.stance)


def camps_table(table: Camps) -> tuple[tuple[str, ...], ...]:
    """Plain cells: `3 eens, 1 oneens, 2 onbekend`, and a dash without a shared topic."""
    language = current()
    names = [table.name(actor, language) for actor in table.actors]
    rows = [(say("comparison.camps.actor"), *names)]
    for one, name in zip(table.actors, names, strict=True):
        cells = []
        for other in table.actors:
            standing = table.between(one, other)
            cells.append(
                ""
                if one == other
                else say(
                    "comparison.camps.cell",
                    agree=standing.agree,
                    differ=standing.differ,
                    unknown=standing.unknown,
                )
                if standing.shared
                else "–"
            )
        rows.append((name, *cells))
    return tuple(rows)


def camps_csv(table: Camps) -> str:
    """The table for a spreadsheet."""
    return table_csv(camps_table(table))


def camps_markdown(table: Camps) -> str:
    """The table as Markdown."""
    return table_markdown(camps_table(table))


def camps_json(table: Camps) -> dict[str, Any]:
    """The table in the schema `positioncamps/1`."""
    return {
        "schema": "positioncamps/1",
        "source": table.source,
        "topics": list(table.topics),
        "actors": list(table.actors),
        "pairs": [
            {
                "actors": list(pair),
                "agree": standing.agree,
                "differ": standing.differ,
                "unknown": standing.unknown,
                "topics": standing.shared,
            }
            for pair, standing in table.standings.items()
        ],
    }
