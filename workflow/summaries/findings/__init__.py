"""What the checks say about a summary, measured against the source of its item."""

from workflow.summaries.findings.checking import check

__all__ = ["check"]
