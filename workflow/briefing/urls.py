"""Addresses that may stand in a document."""

import re

from workflow.briefing.model import Briefing

_SAFE = re.compile(
    r"https?://[A-Za-z0-9.-]+(?::\d{1,5})?"
    r"(?:[/?](?:[A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?"
    r"(?:#(?:[A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?"
)


def source_url(briefing: Briefing) -> str:
    """The address of the report, or an empty text where it could not be opened safely."""
    url = briefing.imprint.source_url
    return url if _SAFE.fullmatch(url) else ""
