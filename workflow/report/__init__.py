"""From a file to a `Report`: `workflow.report.reader.read_report`."""
