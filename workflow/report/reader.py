"""From a file to a report: formats, layout, structure, references, in that order."""

from pathlib import Path

from workflow.errors import WorkflowError
from workflow.report.formats.extract import Extract
from workflow.report.language import detect_language
from workflow.report.layout.hyphens import learn_hyphens
from workflow.report.layout.marks import find_marks
from workflow.report.layout.pages import take_apart
from workflow.report.layout.paragraphs import join_lines
from workflow.report.model import Report
from workflow.report.plausible import check_blocks, check_report, check_size
from workflow.report.structure.blocks import make_blocks
from workflow.report.structure.build import build_parts, make_notes
from workflow.report.structure.doubts import report_doubts
from workflow.report.structure.lost import report_lost_text
from workflow.report.structure.meeting import read_meeting
from workflow.report.structure.reading import Reading
from workflow.report.structure.resultlines import settle_results
from workflow.report.structure.rules import apply_rules
from workflow.report.structure.runin import split_run_in
from workflow.report.structure.unfuse import unfuse
from workflow.report.trace import Trace


def read_report(path: Path) -> Report:
    """The report in a file.

    Raises WorkflowError when the file is missing, cannot be read or holds no report.
    """
    from workflow.report.formats import extract_file

    return read_extract(extract_file(path), str(path))


def read_extract(extract: Extract, where: str) -> Report:
    """The report in an extracted text; `where` names the file in messages."""
    check_size(extract.source, where)
    language = detect_language(extract.source)
    trace = Trace(notices=list(extract.notices))
    pages = take_apart(extract, language, trace)
    marks = find_marks(extract, pages, language, trace)
    paragraphs = join_lines(pages, marks, language, trace)
    noted = [extract.text(span).strip() for note in pages.notes for span in note.spans]
    hyphens = learn_hyphens([line.text for line in pages.body] + noted, language)
    blocks = make_blocks(extract, paragraphs, marks, language, hyphens, trace)
    if not blocks:
        raise WorkflowError("report.errors.empty", where=where)
    check_blocks(blocks, where)
    report_lost_text(blocks, trace)
    blocks = settle_results(blocks, language, trace)
    blocks = split_run_in(unfuse(blocks, language, trace), language, trace)
    reading = Reading(blocks, language, trace)
    apply_rules(reading)
    report_doubts(reading)
    meeting = read_meeting(reading)
    notes = make_notes(extract, pages.notes, marks, hyphens)
    report = Report(
        language=language,
        title=meeting.title,
        council=meeting.council,
        dates=meeting.dates,
        parts=build_parts(reading, notes, meeting.reference),
        place=meeting.place,
        notices=tuple(sorted(trace.notices, key=lambda notice: notice.line)),
        layout=trace.rules,
        source=extract.source,
    )
    check_report(report, where)
    return report
