"""What was promised and announced, over all meetings, as tables."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from workflow.comparison.ascsv import table_csv
from workflow.comparison.asmarkdown import table_markdown
from workflow.comparison.cells import day_cell
from workflow.comparison.mentions import EXTENDED, WITHDRAWN, Mention
from workflow.comparison.model import ItemRef, MeetingSide
from workflow.comparison.phrases import meeting_words
from workflow.comparison.pledges import AGENDA
from workflow.comparison.promises import Promise, promises
from workflow.comparison.returns import Links
from workflow.comparison.sides import meeting_side
from workflow.comparison.states import DONE, GONE, OPEN, ORDER, OVERDUE, PAST
from workflow.comparison.steps import Step, steps
from workflow.languages import current, format_date, labels, say, say_in
from workflow.positions.actors import actor_name
from workflow.summaries.workspace import Workspace

COLUMNS = (
    "sort", "state", "due", "who", "to_whom", "debate", "text", "made", "discharged",
    "since", "source",
)  # fmt: skip
"""What is said of each entry, in order; the headings stand in the catalogue."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The commitments and next steps of a workspace."""

    promises: tuple[Promise, ...]
    steps: tuple[Step, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    """How people call each meeting, by id."""

    @property
    def entries(self) -> tuple[Promise | Step, ...]:
        """All of them, what needs acting on first; what is late before what may have come."""
        found: list[Promise | Step] = [*self.promises, *self.steps]
        return tuple(sorted(found, key=lambda each: (ORDER.index(each.state), is_past(each))))

    @property
    def suggested(self) -> bool:
        """Whether anything rests on what the program found."""
        sources = {each.source for each in self.promises} | {each.source for each in self.steps}
        return "suggestion" in sources

    def only(self, states: Collection[str], meeting: str = "") -> "FollowUp":
        """Those that are `SHOWN` so, said or said again at that meeting, if one is named."""

        def belongs(entry: Promise | Step, first: ItemRef) -> bool:
            said = {first.meeting, *(mention.ref.meeting for mention in entry.mentions)}
            state = PAST if is_past(entry) else entry.state
            return state in states and (not meeting or meeting in said)

        return replace(
            self,
            promises=tuple(each for each in self.promises if belongs(each, each.made)),
            steps=tuple(each for each in self.steps if belongs(each, each.announced)),
        )


def is_past(entry: Promise | Step) -> bool:
    """Whether its day passed while no report can tell whether it came: perhaps not late."""
    return standing(entry) == PAST


def standing(entry: Promise | Step) -> str:
    """How it stands, finer than its state: the key of the words for it.

    Of what is `overdue`, a step is `past` where no report can tell whether it came, and `missed`
    where the topic was to come back at a meeting and did not.
    """
    return entry.state if isinstance(entry, Promise) else _step_state(entry)


def overdue_words(found: FollowUp) -> str:
    """How many are overdue, and how many of them in which way: `overdue 2 · did not come back 3`.

    Empty where nothing is.
    """
    states = labels(current(), "comparison.promise_state")
    late = Counter(standing(each) for each in found.entries if each.state == OVERDUE)
    return " · ".join(f"{states[key]} {n}" for key, n in late.items())


def follow_up(
    workspace: Workspace, today: date, sides: Sequence[MeetingSide] | None = None
) -> FollowUp:
    """Every commitment and next step over all meetings, as they stand on that day."""
    if sides is None:
        sides = [meeting_side(workspace, meeting, whole=False) for meeting in workspace.meetings()]
    links = Links()
    return FollowUp(
        promises(sides, today, workspace.item, links),
        steps(sides, today, workspace.item, links),
        {side.meeting.id: side.meeting.name for side in sides},
    )


def follow_up_table(
    found: FollowUp, day: Callable[[date], str] = format_date
) -> tuple[tuple[str, ...], ...]:
    """Headings and one row for each commitment and next step, what needs acting on first.

    `day` writes when each is due.
    """
    heads = labels(current(), "comparison.promise_columns")
    rows = (_row(each, day, found.names) for each in found.entries)
    return (tuple(heads[name] for name in COLUMNS), *rows)


def _row(
    entry: Promise | Step, day: Callable[[date], str], names: Mapping[str, str]
) -> tuple[str, ...]:
    """The cells of a promise or a step, in the language of the interface."""
    language = current()
    states = labels(language, "comparison.promise_state")
    sorts = labels(language, "comparison.promise_sort")
    sources = labels(language, "comparison.promise_source")
    due = day(entry.due) if entry.due else ""
    if isinstance(entry, Promise):
        said = entry.commitment
        cells = (said.who, said.to_whom, said.debate, said.text)
        sort = "commitment"
        made, done = entry.made, entry.discharged
    else:
        maker = entry.pledge.maker
        cells = (actor_name(maker, language) if maker else "", "", "", entry.step.text)
        sort = "step"
        due = due or entry.step.when
        made, done = entry.announced, entry.came
    told = [_mention(entry, mention, names, language) for mention in entry.mentions]
    since = "; ".join([*told, *_discussed(entry, names, language)])
    places = _place(made, names), _done_at(entry, done, names, language), since
    return (sorts[sort], states[standing(entry)], due, *cells, *places, sources[entry.source])


def _step_state(step: Step) -> str:
    """The key of the words for how a next step stands."""
    back = step.pledge.sort == AGENDA
    if step.state == GONE:
        return "perhaps_withdrawn" if step.is_assumed else GONE
    if step.state == OVERDUE:
        if not step.watched:
            return PAST
        return "missed" if back else "overdue"
    if step.state == DONE:
        if back:
            return "perhaps" if step.is_assumed else "came"
        return "perhaps_done" if step.is_assumed else "done"
    if back:
        return "awaited"
    return "discussed" if step.discussed else "open"


def _done_at(
    entry: Promise | Step, done: ItemRef | None, names: Mapping[str, str], language: str
) -> str:
    """Where it was done, or withdrawn, and what that rests on if nobody confirmed it."""
    place = _place(done, names)
    if place and isinstance(entry, Step) and entry.is_assumed:
        key = "by_words" if entry.link == "words" else "assumed"
        return say_in(language, f"comparison.promise_mention.{key}", place=place)
    return place


def _discussed(entry: Promise | Step, names: Mapping[str, str], language: str) -> list[str]:
    """That the topic was discussed again though nobody said that it was done."""
    if entry.discussed is None:
        return []
    place = _place(entry.discussed, names)
    if entry.discussed_link == "suggested":
        place = say_in(language, "comparison.promise_mention.assumed", place=place)
    back = isinstance(entry, Step) and entry.pledge.sort == AGENDA
    key = "at_other_time" if back else "discussed"
    return [say_in(language, f"comparison.promise_mention.{key}", place=place)]


def outcome_words(entry: Promise | Step, names: Mapping[str, str], language: str) -> str:
    """How it stands and what came of it, in one line; empty for a step that is still to come."""
    states = labels(language, "comparison.promise_state")
    if isinstance(entry, Promise):
        first, done, key = entry.made, entry.discharged, entry.state
    else:
        first, done, key = entry.announced, entry.came, _step_state(entry)
        if entry.state == GONE:
            done = entry.mentions[-1].ref
        if entry.state == OPEN and entry.discussed is None:
            return ""
    if key == "discussed":
        key = OPEN  # where it was discussed follows
    place = "" if done == first else _done_at(entry, done, names, language)
    told = f"{states[key]}: {place}" if place else states[key]
    return "; ".join([told, *_discussed(entry, names, language)])


def _mention(
    entry: Promise | Step, mention: Mention, names: Mapping[str, str], language: str
) -> str:
    """`verlengd tot 1 oktober 2031: JBZ 12 juni 2031 I.4`."""
    place, effect = _place(mention.ref, names), mention.effect
    if effect == WITHDRAWN:
        place = _done_at(entry, mention.ref, names, language)
        if isinstance(entry, Step) and entry.is_assumed:
            effect = "perhaps_withdrawn"
    if effect == EXTENDED and mention.due:
        due = format_date(mention.due)
        key = "later" if isinstance(entry, Step) else "extended_to"
        return say(f"comparison.promise_mention.{key}", due=due, place=place)
    return say(f"comparison.promise_mention.{effect}", place=place)


def _place(ref: ItemRef | None, names: Mapping[str, str]) -> str:
    """Meeting and item: `JBZ 4 en 5 maart 2024 II.1`; empty for none."""
    if ref is None:
        return ""
    return f"{names.get(ref.meeting) or meeting_words(ref.meeting)} {ref.label}".strip()


def follow_up_csv(found: FollowUp) -> str:
    """The table for a spreadsheet."""
    return table_csv(follow_up_table(found, day_cell))


def follow_up_markdown(found: FollowUp) -> str:
    """The table as Markdown."""
    return table_markdown(follow_up_table(found))


def follow_up_json(found: FollowUp) -> dict[str, Any]:
    """Both lists in the schema `followup/1`."""
    return {
        "schema": "followup/1",
        "commitments": [
            {
                "state": each.state,
                "standing": standing(each),
                "due": each.due.isoformat() if each.due else None,
                "who": each.commitment.who,
                "to_whom": each.commitment.to_whom,
                "debate": each.commitment.debate,
                "text": each.commitment.text,
                "evidence": _evidence(each.commitment.evidence),
                "made": _place_json(each.made),
                "discharged": _place_json(each.discharged),
                "discussed": _place_json(each.discussed),
                "discussed_link": each.discussed_link or None,
                "mentions": _mentions_json(each.mentions),
                "source": each.source,
            }
            for each in found.promises
        ],
        "next_steps": [
            {
                "state": each.state,
                "standing": standing(each),
                "due": each.due.isoformat() if each.due else None,
                "when": each.step.when,
                "text": each.step.text,
                "evidence": _evidence(each.step.evidence),
                "announced": _place_json(each.announced),
                "came": _place_json(each.came),
                "link": each.link or None,
                "proof": _evidence(each.proof),
                "discussed": _place_json(each.discussed),
                "discussed_link": each.discussed_link or None,
                "sort": each.pledge.sort,
                "maker": each.pledge.maker or None,
                "thing": each.pledge.kind or None,
                "mentions": _mentions_json(each.mentions),
                "watched": each.watched,
                "source": each.source,
            }
            for each in found.steps
        ],
    }


def _mentions_json(mentions: Iterable[Mention]) -> list[dict[str, Any]]:
    """What later items say of a promise, as JSON objects."""
    return [
        {
            "effect": mention.effect,
            "due": mention.due.isoformat() if mention.due else None,
            "evidence": _evidence(mention.evidence),
            "item": _place_json(mention.ref),
        }
        for mention in mentions
    ]


def _evidence(numbers: Iterable[int]) -> list[str]:
    return [f"s{number}" for number in numbers]


def _place_json(ref: ItemRef | None) -> dict[str, str] | None:
    return {"meeting": ref.meeting, "item": ref.label, "title": ref.title} if ref else None
