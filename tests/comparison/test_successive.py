"""Topics over successive meetings, beside a key that was written before."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

from workflow.comparison.grouping import group_items
from workflow.comparison.linking import Proposal, propose
from workflow.comparison.model import MeetingSide
from workflow.report.model import Item, Part, Report, Sentence
from workflow.summaries.model import Meeting, MeetingItem
from workflow.summaries.topics import Topics
from workflow.text import slug

KEY = Path(__file__).with_name("successive.key").read_text("utf-8")
SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-Z'0-9])")


@dataclass
class Known:
    """A meeting with its topics by slug and sentence."""

    side: MeetingSide
    topics: dict[str, dict[int, frozenset[str]]]
    many: frozenset[str]
    """Slugs of the items about many things."""

    def of(self, name: str, sentences: tuple[int, ...] = ()) -> frozenset[str]:
        found = self.topics[name]
        return frozenset().union(*(found[each] for each in sentences or found))


@dataclass
class Tally:
    expected: int = 0
    listed: int = 0
    selected: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)


@cache
def councils() -> dict[str, list[Known]]:
    found: dict[str, list[Known]] = {}
    head, lines = "", {}
    for line in KEY.splitlines():
        if line.startswith("= "):
            head = line
        elif head:
            lines.setdefault(head, []).append(line)
    for head, items in lines.items():
        _, language, council, day = head.split()
        found.setdefault(council, []).append(_meeting(language, council, day, items))
    return found


def _meeting(language: str, council: str, day: str, lines: list[str]) -> Known:
    entries, items, topics, many = [], [], {}, set()
    for number, line in enumerate(lines, 1):
        named, title, text = line.split(" :: ")
        sentences, of = [], {}
        for at, part in enumerate(text.split(" // ")):
            mark = re.match(r"\{(.+?)\} ", part)
            own = frozenset((mark[1] if mark else named).split("+"))
            for each in SENTENCE_END.split(part[mark.end() if mark else 0 :]):
                sentences.append(Sentence(len(sentences) + 1, each, at))
                of[len(sentences)] = own
        entries.append(MeetingItem(slug(title), "", str(number), title))
        items.append(Item(str(number), title, tuple(sentences)))
        topics[slug(title)] = of
        if named == "*":
            many.add(slug(title))
    days = (date.fromisoformat(day),)
    report = Report(language, "", council, days, (Part("", "", tuple(items)),))
    meeting = Meeting(f"{day}-{council}", council, days, "", language, "s.txt", "0" * 64,
                      items=tuple(entries))  # fmt: skip
    return Known(MeetingSide(meeting, report, {}, {}), topics, frozenset(many))


def _is_right(proposal: Proposal, name: str, newer: Known, known: dict[str, Known]) -> bool:
    older = known[proposal.older.meeting]
    theirs = older.of(proposal.older.slug, proposal.older_sentences)
    return not newer.of(name, proposal.sentences).isdisjoint(theirs)


def _tally(row: list[Known]) -> Tally:
    tally = Tally()
    for at in range(1, len(row)):
        newer, known = row[at], {each.side.meeting.id: each for each in row[:at]}
        before = {
            topic for each in known.values() for name in each.topics for topic in each.of(name)
        }
        for name, found in propose(newer.side, [each.side for each in row[:at]]).items():
            right = [_is_right(each, name, newer, known) for each in found]
            if name not in newer.many and newer.of(name) & before:
                tally.expected += 1
                tally.listed += any(right)
                tally.missed += [] if any(right) else [name]
            tally.selected += sum(each.selected for each in found)
            tally.wrong += [
                f"{name} {each.older.title}"
                for each, ok in zip(found, right, strict=True)
                if each.selected and not ok
            ]
    return tally


def test_topics_are_proposed_and_things_of_one_sort_are_not() -> None:
    tallies = [_tally(row) for row in councils().values()]
    expected, listed = (
        sum(getattr(each, name) for each in tallies) for name in ("expected", "listed")
    )
    selected = sum(each.selected for each in tallies)
    wrong = [text for each in tallies for text in each.wrong]
    print(f"\ntop-3 {listed}/{expected}, selected {selected}, wrong {wrong}")
    assert listed >= 0.97 * expected, [name for each in tallies for name in each.missed]
    assert len(wrong) <= 0.02 * selected
    assert selected >= 0.6 * expected


def test_two_meetings_are_compared_without_a_wrong_link() -> None:
    for row in councils().values():
        for older, newer in pairwise(row):
            for group in group_items(older.side, newer.side, Topics()):
                sides = ((older, group.older), (newer, group.newer))
                names = [
                    known.of(unit.candidate.entry.slug) for known, units in sides for unit in units
                ]
                linked = group.older and group.newer
                assert not linked or frozenset.intersection(*names[:1], *names[-1:]), names
