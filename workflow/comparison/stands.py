"""What each actor said on an item: confirmed by staff, or as far as the program sees it.

`statements` beside this file chooses between the two.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from workflow.comparison.clauses import clause_edges
from workflow.comparison.firmness import FOR, by_the_end, defends
from workflow.comparison.formal import CHAIRS
from workflow.comparison.kinds import points_back
from workflow.comparison.model import MeetingSide, Stand
from workflow.comparison.ownparts import own_part
from workflow.comparison.rules import leaning, polarity, takes_side, words_of
from workflow.comparison.tokens import plain
from workflow.languages import LANGUAGES, data
from workflow.positions.model import Attribution, family_of
from workflow.report.model import Item, Sentence
from workflow.summaries import workspace
from workflow.summaries.model import Position, Summary

SUMMARY = "summary"
SUGGESTION = "suggestion"
ASIDE_WORDS = 4
"""Most words besides the name in an aside that only says who else spoke."""


def is_written(side: MeetingSide, slug: str) -> bool:
    """Whether staff have decided anything about the item."""
    summary = side.summaries.get(slug)
    return summary is not None and not summary.is_empty


def has_sides(side: MeetingSide, slug: str) -> bool:
    """Whether staff have decided who holds what on the item; a text alone does not say so."""
    summary = side.summaries.get(slug)
    return summary is not None and bool(summary.positions or summary.rejected)


def confirmed_stands(
    side: MeetingSide, slug: str, *, with_strength: bool = True
) -> tuple[Stand, ...]:
    """The positions that staff confirmed on an item.

    Verbs have their strength from the source sentences that are given as evidence; without it,
    nothing is looked up in the source.
    """
    summary = side.summaries.get(slug)
    if summary is None or not summary.positions:
        return ()
    found = side.attributions.get(slug, ()) if with_strength else ()
    return tuple(
        Stand(
            actor=position.actor,
            stance=position.stance,
            text=position.text,
            name=position.name,
            evidence=position.evidence,
            strength=_strength(position, found),
            source=SUMMARY,
            slug=slug,
            meeting=side.meeting.id,
            language=side.meeting.language,
        )
        for position in summary.positions
    )


def suggested_stands(
    side: MeetingSide, slug: str, item: Item, *, with_asides: bool = False
) -> tuple[Stand, ...]:
    """What the program found in an item's sentences: one statement per sentence and actor.

    With `with_asides` also the further stances of an actor in one sentence that take a side, each
    with the clause around its cue.

    Left out: what is procedure only, facts that are told without naming who says so, what is
    addressed to parliament, and what staff refused.
    Where staff confirmed a position on the sentence, its stance is theirs.
    """
    summary = side.summaries.get(slug)
    found = side.attributions.get(slug, ())
    stands: dict[tuple[int, str], Stand] = {}
    asides: list[Stand] = []
    spans = actor_spans(found, item)
    for attribution in in_order(found, item):
        key = attribution.sentence, attribution.actor
        sentence = item.sentence(attribution.sentence)
        if key in stands and sentence is not None and takes_side(attribution.stance):
            asides.append(as_aside(stands[key], attribution))
        if (
            key in stands
            or sentence is None
            or attribution.stance == "none"
            or (attribution.implicit and _is_told_by_nobody(attribution))
            or attribution.to_parliament
            or (summary is not None and _is_among(attribution, summary.rejected))
        ):
            continue
        cue = attribution.cue.replace("+", " ") if "+" in attribution.cue else attribution.cue
        stands[key] = Stand(
            actor=attribution.actor,
            stance=_confirmed_stance(attribution, summary) or attribution.stance,
            text=sentence.text,
            evidence=(attribution.sentence,),
            strength=attribution.strength,
            source=SUGGESTION,
            essence=essence_of(item, sentence, cue, spans, own_part(sentence, attribution, found)),
            cue=cue,
            denied=attribution.denied,
            co=attribution.co,
            name=_name(sentence, attribution),
            slug=slug,
            meeting=side.meeting.id,
            language=side.meeting.language,
        )
    said = with_doubts(stands.values(), asides, doubters(found, item))
    return (*said, *(asides if with_asides else ()))


def _is_told_by_nobody(attribution: Attribution) -> bool:
    """Whether a sentence that names nobody tells a fact, or when a thing is to be discussed.

    `Tijdens de Raad van juni zal het voorstel worden besproken`: that Council is a time.
    """
    ahead = attribution.stance == "announce" and attribution.actor == CHAIRS[1]
    return ahead or attribution.stance == "inform"


Doubters = set[tuple[str, tuple[int, ...]]]
"""Who has doubts in which sentence."""


def doubters(found: Iterable[Attribution], item: Item) -> Doubters:
    """Who concedes an objection in a sentence: `hoewel X moeite had met de kosten`."""
    return {
        (each.actor, (each.sentence,))
        for each in found
        if polarity(each.stance) < 0 and _lateness(each, item) == 1
    }


def with_doubts(said: Iterable[Stand], asides: Iterable[Stand], conceding: Doubters) -> list[Stand]:
    """The statements, those that are for a thing with a note where they have doubts as well.

    To be for a thing and to refuse any delay of it is no doubt: it presses for it.
    """
    against = [each for each in asides if polarity(each.stance) < 0]
    pressing = {(each.actor, each.evidence) for each in against if defends(each)}
    doubts = (each for each in against if not (defends(each) or by_the_end(each, FOR)))
    doubted = {(each.actor, each.evidence) for each in doubts}
    doubted |= conceding
    found = []
    for each in said:
        place = each.actor, each.evidence
        mixed = place in doubted and polarity(each.stance) > 0
        presses = place in pressing and leaning(each.stance) > 0
        found.append(replace(each, mixed=mixed, presses=presses) if mixed or presses else each)
    return found


def in_order(found: Iterable[Attribution], item: Item) -> list[Attribution]:
    """The stances of each actor in a sentence, the one that takes a side in the main clause first.

    What an actor concedes (`hoewel het doel goed is`) or thought before is no stance beside that.
    """
    ordered: dict[tuple[int, str], list[Attribution]] = {}
    for each in found:
        ordered.setdefault((each.sentence, each.actor), []).append(each)
    kept: list[Attribution] = []
    for several in ordered.values():
        if len(several) == 1:
            kept += several
            continue
        stances = [(_lateness(each, item), each) for each in several]
        now = any(not weight and polarity(each.stance) for weight, each in stances)
        sided = any(not weight and takes_side(each.stance) for weight, each in stances)
        if sided:
            stances.sort(key=lambda one: (one[0], not takes_side(one[1].stance)))
        kept += [each for weight, each in stances if not now or weight < 1]
    return kept


def _lateness(attribution: Attribution, item: Item) -> int:
    """2 for what an actor thought before, 1 for what it concedes, 0 for what it says."""
    sentence = item.sentence(attribution.sentence)
    clause = plain(_clause(sentence.text, attribution)).split() if sentence else []
    if not words_of("formerly").isdisjoint(clause):
        return 2
    return int(not words_of("conceding").isdisjoint(clause))


def _clause(text: str, attribution: Attribution) -> str:
    """The clause around the words that carry a stance."""
    spans = attribution.cue_spans
    start, end = spans[-1] if spans else (0, len(text))
    edges = [found.end() for found in clause_edges().finditer(text, 0, start)]
    after = clause_edges().search(text, end)
    return text[edges[-1] if edges else 0 : after.start() if after else None].strip()


def as_aside(main: Stand, attribution: Attribution) -> Stand:
    """A further stance in the sentence of a statement, with the clause that carries it."""
    clause = _clause(main.text, attribution)
    return replace(
        main,
        stance=attribution.stance,
        strength=attribution.strength,
        cue=attribution.cue.replace("+", " "),
        denied=attribution.denied,
        essence=clause if any(map(str.isalnum, clause)) else main.text,
        aside=True,
    )


def items_by_slug(side: MeetingSide) -> dict[str, Item]:
    """The report's items by slug."""
    return workspace.items_by_slug(side.meeting, side.report)


def _strength(position: Position, found: Iterable[Attribution]) -> int:
    """Strength of the strongest verb in the evidence with that actor and stance; 0 if none."""
    return max(
        (
            attribution.strength
            for attribution in found
            if attribution.sentence in position.evidence
            and attribution.stance == position.stance
            and family_of(attribution.actor) == family_of(position.actor)
        ),
        default=0,
    )


def not_refused(found: Iterable[Attribution], summary: Summary) -> tuple[Attribution, ...]:
    """What the program found without what staff refused."""
    return tuple(each for each in found if not _is_among(each, summary.rejected))


def _is_among(attribution: Attribution, positions: Iterable[Position]) -> bool:
    return any(
        position.actor == attribution.actor and attribution.sentence in position.evidence
        for position in positions
    )


def _confirmed_stance(attribution: Attribution, summary: Summary | None) -> str:
    """The stance that staff confirmed for the actor on that sentence, or an empty string."""
    if summary is None:
        return ""
    for position in summary.positions:
        if position.actor == attribution.actor and attribution.sentence in position.evidence:
            return position.stance
    return ""


def _name(sentence: Sentence, attribution: Attribution) -> str:
    """The actor as the sentence names it; empty where a pronoun or nothing stands for it."""
    if attribution.pronoun or attribution.implicit or not attribution.actor_span:
        return ""
    start, end = attribution.actor_span
    name = sentence.text[start:end]
    return name[:1].upper() + name[1:]


Spans = dict[int, set[tuple[int, int]]]
"""For each sentence, where the words stand that name its actors."""


def actor_spans(found: Iterable[Attribution], item: Item) -> Spans:
    """The words that name actors, by sentence.

    An aside that only names who else spoke, such as `, gesteund door Portugal,`, is part of them.
    """
    spans: Spans = {}
    for each in found:
        sentence = item.sentence(each.sentence)
        if each.actor_span and sentence is not None:
            span = _aside_around(sentence.text, *each.actor_span) if each.co else each.actor_span
            spans.setdefault(each.sentence, set()).add(span)
    return spans


def essence_of(
    item: Item, sentence: Sentence, cue: str, spans: Spans, part: tuple[int, int] | None
) -> str:
    """What a sentence says, without who says it.

    Where it only points back (`Nederland was hiertegen`), with what the sentence before says. Of
    a sentence in which others speak too only their own `part`.
    """
    essence = _without_actors(sentence, spans, part)
    if not points_back(essence, cue):
        return essence
    before = item.sentence(sentence.number - 1)
    if before is None or before.paragraph != sentence.paragraph:
        return essence
    return f"{_without_actors(before, spans)} {essence}"


def _without_actors(sentence: Sentence, spans: Spans, part: tuple[int, int] | None = None) -> str:
    """The sentence without the words that name its actors; the whole if nothing is left."""
    text = sentence.text
    at, stop = part or (0, len(text))
    kept = []
    for start, end in sorted(spans.get(sentence.number, ())):
        kept.append(text[at : min(stop, max(at, start))])
        at = max(at, end)
    left = " ".join("".join([*kept, text[at:stop]]).split())
    left = _openers().sub("", left, count=1)
    return left if any(map(str.isalnum, left)) else text


@cache
def _openers() -> re.Pattern[str]:
    """The openings that only say when, where or in whose view, of all languages.

    No part of what is said: `Tijdens de lunch`, and `Wat betreft` without the name between.
    """
    ways = [way for name in LANGUAGES for way in data(name, "comparison")["openers"]]
    return re.compile(rf"^(?:{'|'.join(ways)})(?![\w-]),?\s*", re.IGNORECASE)


def _aside_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The span from comma to comma around the name of somebody named beside the speaker.

    The span as it is where that holds more than a few words besides the name.
    """
    before, after = text.rfind(",", 0, start), text.find(",", end)
    if before < 0 or after < 0:
        return start, end
    words = len((text[before + 1 : start] + " " + text[end:after]).split())
    return (before, after + 1) if words <= ASIDE_WORDS else (start, end)
