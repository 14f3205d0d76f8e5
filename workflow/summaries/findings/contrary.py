"""What says the other way round what its source sentence says."""

import re
from collections.abc import Iterator

from workflow.languages import say
from workflow.positions.model import Attribution
from workflow.summaries.findings.reading import fold, read, stems_of, tokens, words_of
from workflow.summaries.findings.source import Source
from workflow.summaries.findings.speaking import speakers_in
from workflow.summaries.findings.statements import Statement
from workflow.summaries.model import Finding, Position

_FOR = frozenset({"support", "call", "decide", "announce"})
_AGAINST = frozenset({"oppose"})
_UNLIKE = {
    "support": (frozenset({"oppose"}), frozenset({"oppose", "reserve", "concern", "inform"})),
    "oppose": (frozenset({"support"}), frozenset({"support", "decide", "announce", "inform"})),
}
"""By the stance of a sentence: what its source must have, and may have, to be its reverse."""
_ALIKE = 1 / 3
"""Share of the words of what a sentence is about that its source must have."""
_PARTS = re.compile(r"[,;:]")


def check_contrary(statement: Statement, source: Source) -> Iterator[Finding]:
    """A position for something that its evidence is against, or the other way round.

    What the person wrote stays; a changed report or lexicon is only pointed out.
    """
    if statement.kind != "position" or not statement.stance:
        return
    for number in statement.evidence:
        read = {
            one.stance
            for one in source.by_sentence.get(number, ())
            if one.actor == statement.actor and one.certain and not one.implicit
        }
        mine = {statement.stance}
        turned = (mine <= _FOR and read and read <= _AGAINST) or (
            mine <= _AGAINST and read and read <= _FOR - {"call"}
        )
        if turned:
            stances = {key: say(f"common.stance.{key}") for key in (*mine, *read)}
            message = say(
                "findings.contrary",
                words=statement.name,
                stance=stances[statement.stance],
                where=f"s{number}",
                read=", ".join(stances[key] for key in sorted(read)),
            )
            yield Finding("contrary", "hint", message, 0, statement.name, (number,))
            return


def check_reversed(
    statement: Statement, source: Source, positions: tuple[Position, ...]
) -> Iterator[Finding]:
    """A sentence in which somebody is for what the cited sentences have them against, or against.

    What was confirmed of a cited sentence counts; of one about which nothing was, what the
    program found there. Whoever is said to have more than one view in either is passed over.
    """
    if statement.kind != "sentence" or statement.quoted or not source.has_all(statement.evidence):
        return
    views = speakers_in(statement.text, source.language)
    for one in views:
        mine = {view.stance for view in views if view.actor == one.actor}
        if len(mine) > 1 or one.stance not in _UNLIKE or not one.certain or one.co:
            continue
        needed, allowed = _UNLIKE[one.stance]
        theirs = _views_of(one.actor, statement.evidence, source, positions)
        stances = {stance for _, stance in theirs}
        if not (needed & stances and stances <= allowed and _about_it(statement, views, source)):
            continue
        number, stance = next(view for view in theirs if view[1] in needed)
        start, end = one.actor_span or (0, 0)
        words = statement.text[start:end] or statement.opening
        message = say(
            "findings.reversed",
            words=words,
            stance=say(f"common.stance.{one.stance}"),
            where=f"s{number}",
            read=say(f"common.stance.{stance}"),
        )
        yield Finding("reversed", "warning", message, statement.line, words, (number,))


def _views_of(
    actor: str, evidence: tuple[int, ...], source: Source, positions: tuple[Position, ...]
) -> list[tuple[int, str]]:
    """Where the cited sentences have the actor stand: number and stance."""
    found = []
    for number in evidence:
        confirmed = {
            one.stance for one in positions if one.actor == actor and number in one.evidence
        }
        read = {one.stance for one in source.by_sentence.get(number, ()) if one.actor == actor}
        found += [(number, stance) for stance in sorted(confirmed or read)]
    return found


def _about_it(statement: Statement, views: tuple[Attribution, ...], source: Source) -> bool:
    """Whether what the sentence is about stands in its source, taken away in neither or both.

    A sentence that names a state without a view of its own tells of whoever stands with it.
    """
    language = source.language
    named = read(statement.text, language).named
    holders = {one.actor for one in views}
    if any(one.kind in ("state", "group") and not holders & {*one.actors} for one in named):
        return False
    rest = statement.text
    spans = [span for one in views for span in (*one.cue_spans, one.actor_span) if span]
    for start, end in spans:
        rest = rest[:start] + " " * (end - start) + rest[end:]
    about = stems_of(rest, language)
    texts = [reading.text for _, reading in source.of(statement.evidence)]
    there = frozenset(stem for text in texts for stem in stems_of(text, language))
    # What stands in another part of the source sentence takes nothing from what this is about.
    parts = [part for text in texts for part in _PARTS.split(text)]
    parts = [part for part in parts if stems_of(part, language) & about] or texts
    if _takes_away(statement.text, language) != any(_takes_away(part, language) for part in parts):
        return False
    about -= stems_of(" ".join(words_of(language)["on_the_table"]), language)
    return not about or len(about & there) >= _ALIKE * len(about)


def _takes_away(text: str, language: str) -> bool:
    """Whether a text speaks of ending, leaving out or forbidding something."""
    beginnings = tuple(words_of(language)["taking_away"])
    return any(fold(token.group()).startswith(beginnings) for token in tokens(text))
