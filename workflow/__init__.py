"""The editorial desk for reports of EU council meetings.

A report comes in through `workflow.report`, a summary lives in `workflow.summaries`,
a briefing goes out through `workflow.briefing`.
"""

__version__ = "0.1.0"
