"""What the government tells parliament, written down as if it were said in the Council."""

from collections.abc import Iterator

from workflow.languages import say
from workflow.positions.house import house_lexicon
from workflow.positions.words import Words
from workflow.summaries.findings.source import Source
from workflow.summaries.findings.speaking import speakers_in
from workflow.summaries.findings.statements import Statement
from workflow.summaries.model import Finding

_SAID_IN_COUNCIL = frozenset({"support", "oppose", "concern", "reserve", "call"})


def check_parliament(statement: Statement, source: Source) -> Iterator[Finding]:
    """A position, or a sentence that reads like one, on a paragraph addressed to parliament."""
    cited = tuple(number for number in statement.evidence if number in source.readings)
    if not cited or not all(_is_to_parliament(number, source) for number in cited):
        return
    words = statement.name or statement.opening
    if statement.kind == "sentence":
        claims = speakers_in(statement.text, source.language)
        own = source.own_government
        if not any(one.actor == own and one.stance in _SAID_IN_COUNCIL for one in claims):
            return
        if _speaks_to_parliament(statement.text, source.language):
            return
    elif statement.actor != source.own_government:
        return
    where = " ".join(f"s{number}" for number in cited)
    message = say(f"findings.parliament.{statement.kind}", words=words, where=where)
    yield Finding("parliament", "warning", message, statement.line, words, cited)


def _is_to_parliament(number: int, source: Source) -> bool:
    """Whether a sentence is addressed to parliament: marked so, or bare in such a paragraph."""
    own = source.by_sentence.get(number, ())
    if own:
        return all(one.to_parliament for one in own)
    paragraph = source.item.sentences[number - 1].paragraph
    beside = [
        one
        for sentence in source.item.sentences
        if sentence.paragraph == paragraph
        for one in source.by_sentence.get(sentence.number, ())
    ]
    return bool(beside) and all(one.to_parliament for one in beside)


def _speaks_to_parliament(text: str, language: str) -> bool:
    lists = house_lexicon(language).phrases
    words = Words(text)
    return any(
        lists[name].first(words.low, index)
        for name in ("parliament", "promised_to_parliament")
        if name in lists
        for index in range(len(words))
    )
