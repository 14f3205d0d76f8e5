"""Statements without a source sentence, or with one that does not exist."""

from collections.abc import Iterator

from workflow.languages import say
from workflow.summaries.findings.source import Source
from workflow.summaries.findings.statements import Statement
from workflow.summaries.model import Finding


def check_evidence(statement: Statement, source: Source) -> Iterator[Finding]:
    """No evidence where it belongs, and evidence that is gone."""
    if not statement.text.strip():
        return
    if not statement.evidence and statement.kind in ("sentence", "position"):
        whose = statement.kind == "position"
        words = statement.name if whose else statement.opening
        key = "none_position" if whose else "none"
        message = say(f"findings.evidence.{key}", words=words)
        yield Finding("evidence", "warning", message, statement.line, words)
    for number in statement.evidence:
        if number not in source.readings:
            message = say(
                "findings.evidence.gone", where=f"s{number}", n=len(source.item.sentences)
            )
            yield Finding("evidence_gone", "error", message, statement.line, f"s{number}")
