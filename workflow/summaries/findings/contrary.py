"""Confirmed positions whose source sentence the program now reads the other way round."""

from collections.abc import Iterator

from workflow.languages import say
from workflow.summaries.findings.source import Source
from workflow.summaries.findings.statements import Statement
from workflow.summaries.model import Finding

_FOR = frozenset({"support", "call", "decide", "announce"})
_AGAINST = frozenset({"oppose"})


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
