"""From the sentences of a report to attributions: suggestions, never facts."""

from collections.abc import Iterable

from workflow.positions.carrying import Context, carry, resolve
from workflow.positions.clauses import find_links
from workflow.positions.lexicon import Lexicon
from workflow.positions.loading import check_language, load_lexicon
from workflow.positions.mentions import Known, Mention, find_mentions
from workflow.positions.model import Attribution
from workflow.positions.parts import read_parts
from workflow.positions.speakers import Speaker, speakers_of
from workflow.positions.words import Words
from workflow.report.model import Item, Report


def attribute(
    report: Report, lexicon: Lexicon | None = None
) -> tuple[tuple[Attribution, ...], ...]:
    """Who says or decides what, per item in the order of `report.items()`.

    Without `lexicon` the shipped one of the report's language is used. Raises WorkflowError
    for a language without a lexicon.
    """
    if lexicon is None:
        check_language(report.language)
        lexicon = load_lexicon(report.language)
    known = Known(report.dates[0] if report.dates else None, {})
    return tuple(_item(item, lexicon, known) for _, item in report.items())


def _item(item: Item, lexicon: Lexicon, known: Known) -> tuple[Attribution, ...]:
    context = Context()
    found: list[Attribution] = []
    for sentence in item.sentences:
        words = Words(sentence.text)
        context.enter(sentence.paragraph, words, lexicon)
        if not len(words):
            continue
        mentions, speakers = read_sentence(words, lexicon, known)
        explicit = resolve(words, speakers, context, lexicon)
        if not any(speaker.actors for speaker in explicit):
            explicit = carry(words, mentions, context, lexicon)
        entries = [
            entry for entry in _merged(explicit, words, sentence.number, sentence.text, context)
        ]
        context.leave(entries)
        found.extend(entries)
    return tuple(found)


def read_sentence(
    words: Words, lexicon: Lexicon, known: Known
) -> tuple[list[Mention], list[Speaker]]:
    """Every name in a sentence, and everybody who speaks with what the clause says."""
    mentions = read_parts(words, find_mentions(words, lexicon, known), lexicon)
    links = find_links(words, mentions, lexicon)
    return mentions, speakers_of(words, mentions, links, lexicon)


def _merged(
    speakers: Iterable[Speaker], words: Words, number: int, text: str, context: Context
) -> list[Attribution]:
    """One attribution per actor and stance, in the order of the sentence."""
    seen: set[tuple[str, str]] = set()
    result = []
    for speaker in speakers:
        for actor in speaker.actors:
            for reading in speaker.readings:
                key = (actor, reading.stance)
                if key in seen:
                    continue
                seen.add(key)
                spans = tuple(sorted({words.span(first, stop) for first, stop in reading.cue}))
                mention = speaker.mention
                place = words.span(mention.start, mention.stop) if mention else None
                result.append(
                    Attribution(
                        number,
                        actor,
                        reading.stance,
                        "+".join(text[start:end] for start, end in spans),
                        spans,
                        place,
                        reading.strength,
                        co=speaker.co,
                        implicit=speaker.implicit,
                        pronoun=speaker.pronoun,
                        passive=speaker.passive,
                        to_parliament=context.to_parliament,
                        certain=reading.certain and speaker.certain and not context.to_parliament,
                        rule=f"{speaker.rule}; {reading.rule}",
                    )
                )
    return result


