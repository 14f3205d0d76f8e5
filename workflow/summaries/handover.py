"""Whose turn it is: claims that run out, who is to write, who is to review, who may approve. Pure.

Nothing here locks anything: it says what people agreed, and anybody can still write anywhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workflow.summaries.meetings import same_council

EVERYWHERE = "*"
"""Stands for every council in the list of who may approve."""


def active_claim(claim: str, claimed: str, today: date, days: int) -> str:
    """Who has taken an item up, or empty once that was longer than `days` days ago."""
    try:
        since = date.fromisoformat(claimed)
    except ValueError:
        return claim
    return claim if since + timedelta(days=days) >= today else ""


def approvers_of(approvers: Mapping[str, Sequence[str]], council: str) -> tuple[str, ...]:
    """The names and addresses of who may approve for a council; empty: everybody may."""
    own = [key for key in approvers if same_council(key) == same_council(council)]
    found = (approvers.get(key, ()) for key in (*own, EVERYWHERE))
    return tuple(dict.fromkeys(name for names in found for name in names))


def may_approve(approvers: Mapping[str, Sequence[str]], council: str, *names: str) -> bool:
    """Whether the organisation lets a person (by name or address) approve for a council."""
    allowed = {name.casefold() for name in approvers_of(approvers, council)}
    return not allowed or any(name.casefold() in allowed for name in names if name)


@dataclass(frozen=True, slots=True)
class Work:
    """What is known of the work on one item."""

    status: str
    claim: str = ""
    """Who has taken it up, if that still counts."""
    assigned: str = ""
    reviewer: str = ""
    written_by: str = ""
    """Who saved it last."""
    proposals: tuple[str, ...] = ()
    """Who made the proposals that are open."""
    approvers: tuple[str, ...] = ()
    """Who may approve it; empty: everybody."""

    def may_review(self, person: str, address: str = "") -> bool:
        """Whether a person (with that address) who did not write it may approve it."""
        allowed = {name.casefold() for name in self.approvers}
        named = {person.casefold(), address.casefold()} - {""}
        return self.written_by != person and (not allowed or bool(named & allowed))


def waits_for(work: Work, person: str, address: str = "") -> bool:
    """Whether the next step on an item is this person's."""
    if not person:
        return False
    involved = (work.written_by, work.claim, work.assigned, *work.proposals)
    if work.proposals and person in involved:
        return True
    if work.status == "review":
        if work.reviewer:
            return work.reviewer == person
        return work.may_review(person, address)
    if work.status in ("open", "draft"):
        return person in (work.assigned, work.claim) or (
            work.status == "draft" and not (work.assigned or work.claim)
            and work.written_by == person
        )  # fmt: skip
    return False


def is_free(work: Work, person: str, address: str = "") -> bool:
    """Whether nobody else is to do the next step, so that the person may."""
    if work.status == "review":
        return work.reviewer in ("", person) and work.may_review(person, address)
    taken = [work.assigned, work.claim]
    if work.status == "draft" and person not in taken:
        # What a colleague has begun, or got back from a reviewer, is theirs to finish.
        taken.append(work.written_by)
    return all(who in ("", person) for who in taken)
