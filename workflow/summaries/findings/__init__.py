"""What the checks say about a summary, measured against the source of its item."""

from workflow.summaries.findings.checking import check
from workflow.summaries.findings.spelling import check_spelling

__all__ = ["check", "check_spelling"]
