"""Addresses that may stand in a document."""

from workflow.briefing.model import Briefing
from workflow.summaries.meetingfile import is_address


def source_url(briefing: Briefing) -> str:
    """The address of the report, or an empty text where it could not be opened safely."""
    url = briefing.imprint.source_url
    return url if is_address(url) else ""
