"""Reports of tests that are plain text."""

from workflow.report.formats.extract import Extract, plain_lines
from workflow.report.model import Report
from workflow.report.reader import read_extract


def read(text: str) -> Report:
    """A plain text as a report."""
    return read_extract(Extract(text, plain_lines(text)), "text")
