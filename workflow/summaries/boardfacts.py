"""What the files of one meeting say, as far as the board needs it, and what they count up to."""

import marshal
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from workflow.errors import WorkflowError
from workflow.summaries.glance import Glance
from workflow.summaries.meetings import STATUSES, Meeting, MeetingItem

NOT_COUNTING = "\0"
"""Stands behind the name of an approver whose approvals do not count for the council."""
Pair = tuple[str, str]
"""Who wrote an item last and who approved it as it stands."""
NOBODY = ("", "")
"""Who wrote and who approved where that is not known."""
Tally = tuple[int, ...]
"""Numbers of items: by status in their order, then stale ones, then those with proposals."""
STALE, DECIDING = len(STATUSES), len(STATUSES) + 1
_PLACE = {status: place for place, status in enumerate(STATUSES)}


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What the files of a meeting say."""

    meeting: Meeting
    glances: Mapping[str, Glance | WorkflowError]
    """By slug."""
    digests: Mapping[str, str] | None = None
    """By slug, the digest of the source; None where the report was not looked at."""
    trouble: WorkflowError | None = None
    """Why the report cannot be read, if that was tried."""

    @property
    def whole(self) -> bool:
        """Whether nothing was wrong."""
        return self.trouble is None and all(isinstance(g, Glance) for g in self.glances.values())

    def seen(self, slug: str) -> Glance | WorkflowError:
        """The head of an item, or why it cannot be worked on."""
        seen = self.glances[slug]
        return seen if self.trouble is None or isinstance(seen, WorkflowError) else self.trouble

    def is_stale(self, slug: str, seen: Glance) -> bool:
        """Whether the source of an item changed since its text was written."""
        return bool(seen.source) and (self.digests or {}).get(slug, seen.source) != seen.source


@dataclass(slots=True)
class Held:
    """Facts that stay packed until somebody asks for them."""

    packed: bytes = b""
    """Empty where they were never packed."""
    _facts: MeetingFacts | None = None

    @property
    def facts(self) -> MeetingFacts:
        """The facts."""
        if self._facts is None:
            self._facts = unpack(self.packed)
        return self._facts

    @property
    def whole(self) -> bool:
        """Whether nothing was wrong: only such facts are ever packed."""
        return bool(self.packed) or self.facts.whole

    def pack(self) -> bytes:
        """The facts, which have to be whole, as they are kept."""
        self.packed = self.packed or pack(self.facts)
        return self.packed


@dataclass(slots=True)
class HeldPeople:
    """Who wrote and who approved the items of a meeting, by slug; packed in the same way."""

    packed: bytes = b""
    _people: Mapping[str, Pair] | None = None

    @property
    def known(self) -> bool:
        """Whether that was worked out."""
        return bool(self.packed) or self._people is not None

    @property
    def people(self) -> Mapping[str, Pair]:
        """By slug."""
        if self._people is None:
            self._people = marshal.loads(self.packed) if self.packed else {}
        return self._people

    def pack(self) -> bytes:
        """As they are kept; empty where nothing was worked out."""
        if not self.packed and self._people is not None:
            self.packed = marshal.dumps(dict(self._people))
        return self.packed


class People(Mapping[tuple[str, str], Pair]):
    """Who wrote and who approved, by (meeting, slug); by meeting inside, to be quick."""

    def __init__(self, parts: Mapping[str, HeldPeople]) -> None:
        self._parts = parts

    @classmethod
    def of(cls, found: Mapping[tuple[str, str], Pair]) -> "People":
        """The same from any mapping."""
        if isinstance(found, People):
            return found
        parts: dict[str, dict[str, Pair]] = {}
        for (meeting, slug), pair in found.items():
            parts.setdefault(meeting, {})[slug] = pair
        return cls({meeting: HeldPeople(b"", part) for meeting, part in parts.items()})

    def part(self, meeting: str) -> HeldPeople:
        """Those of one meeting."""
        return self._parts.get(meeting, _NO_PEOPLE)

    def __getitem__(self, key: tuple[str, str]) -> Pair:
        return self._parts[key[0]].people[key[1]]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((meeting, slug) for meeting, part in self._parts.items() for slug in part.people)

    def __len__(self) -> int:
        return sum(len(part.people) for part in self._parts.values())


_NO_PEOPLE = HeldPeople()


def counting_status(status: str, approver: str) -> str:
    """The status that counts, where it is known who approved: an approval may be void."""
    if status != "approved" or (approver and not approver.endswith(NOT_COUNTING)):
        return status
    return "review" if approver else "draft"


def tally_of(facts: MeetingFacts, people: Mapping[str, Pair] | None) -> Tally:
    """What the items of a meeting count up to."""
    found = [0] * (len(STATUSES) + 2)
    for item in facts.meeting.items:
        seen = facts.seen(item.slug)
        if isinstance(seen, WorkflowError):
            found[0] += 1
            continue
        status = seen.status
        if people is not None and status == "approved":
            status = counting_status(status, people.get(item.slug, NOBODY)[1])
        found[_PLACE[status]] += 1
        found[STALE] += facts.is_stale(item.slug, seen)
        found[DECIDING] += bool(seen.proposers)
    return tuple(found)


def pack(facts: MeetingFacts) -> bytes:
    """Facts that are whole, as short as they can be."""
    m, digests = facts.meeting, facts.digests
    items = []
    for item in m.items:
        seen = facts.glances[item.slug]
        assert isinstance(seen, Glance)
        digest = "" if digests is None else digests.get(item.slug, "")
        items.append(
            (item.slug, item.part, item.number, item.title, digest, seen.status, seen.topics,
             seen.values, seen.proposers, seen.blob)
        )  # fmt: skip
    head = (
        m.id, m.council, tuple(day.isoformat() for day in m.days), m.title, m.language, m.source,
        m.sha256, m.place, m.parts, m.deadline.isoformat() if m.deadline else "", m.url,
    )  # fmt: skip
    return marshal.dumps((head, digests is not None, tuple(items)))


def unpack(packed: bytes) -> MeetingFacts:
    """The facts that were packed."""
    head, looked_at, items = marshal.loads(packed)
    name, council, days, title, language, source, sha256, place, parts, deadline, url = head
    meeting = Meeting(
        name, council, tuple(map(date.fromisoformat, days)), title, language, source, sha256,
        place, parts, tuple(MeetingItem(*entry[:4]) for entry in items),
        date.fromisoformat(deadline) if deadline else None, url,
    )  # fmt: skip
    glances = {entry[0]: Glance(*entry[5:]) for entry in items}
    digests = {entry[0]: entry[4] for entry in items} if looked_at else None
    return MeetingFacts(meeting, glances, digests)
