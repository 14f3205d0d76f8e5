"""From a file to a `Report`."""

from workflow.report.explain import explain
from workflow.report.introduction import can_split, split_introduction
from workflow.report.reader import read_report

__all__ = ["can_split", "explain", "read_report", "split_introduction"]
