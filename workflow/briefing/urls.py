"""Addresses that may stand in a document."""

from workflow.briefing.model import Briefing

_UNSAFE = set(' <>"{}|\\^`')


def source_url(briefing: Briefing) -> str:
    """The address of the report, or an empty text where it could not be opened safely."""
    url = briefing.imprint.source_url
    if not url.startswith(("https://", "http://")) or not url.isascii() or not url.isprintable():
        return ""
    return "" if _UNSAFE.intersection(url) else url
