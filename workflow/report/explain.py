"""Why a report was read the way it was."""

from workflow.languages import say
from workflow.report.model import Report


def explain(report: Report) -> tuple[str, ...]:
    """The layout rules that fired, each with its reason, then what is uncertain."""
    notices = tuple(
        say("report.explain.notice", line=notice.line, text=notice.text)
        for notice in report.notices
    )
    return report.layout + notices
