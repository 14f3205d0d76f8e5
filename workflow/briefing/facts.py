"""The title block of a briefing, line by line."""

from collections.abc import Sequence

from workflow.briefing.model import Briefing
from workflow.languages import format_date, format_dates, labels
from workflow.summaries.model import Meeting, council_name


def meeting_name(meeting: Meeting, language: str) -> str:
    """Council and days in the language of the briefing: `JBZ 4 en 5 maart 2024`."""
    return f"{council_name(meeting.council)} {format_dates(meeting.days, language)}".strip()


def counts(briefing: Briefing) -> dict[str, int]:
    """How many items are approved, are shown, and the meeting has."""
    shown = len(briefing.items)
    return {
        "approved": briefing.approved,
        "total": shown,
        "all": shown + len(briefing.left_out),
    }


def facts(briefing: Briefing, meetings: Sequence[Meeting]) -> tuple[tuple[str, str], ...]:
    """Label and value of each line that has something to say."""
    words = labels(briefing.language, "briefing.document")
    imprint = briefing.imprint
    sources = dict.fromkeys(meeting.title or meeting.source for meeting in reversed(meetings))
    state = words[
        ("concept" if briefing.concept else "final") + ("_some" if briefing.left_out else "_status")
    ]
    authors = [name for name in imprint.authors if name.strip()]
    made = format_date(imprint.made.date(), briefing.language) if imprint.made else ""
    found = [
        *_about(meetings, briefing.language, words),
        (words["status"], state.format_map(counts(briefing))),
        (words["author" if len(authors) == 1 else "authors"], ", ".join(authors)),
        (words["made"], made),
        (words["compared"], briefing.since),
        (words["source"], "; ".join(filter(None, sources))),
    ]
    return tuple((label, value) for label, value in found if value)


def _about(
    meetings: Sequence[Meeting], language: str, words: dict[str, str]
) -> list[tuple[str, str]]:
    """Which meeting or meetings it is about."""
    if len(meetings) > 1:
        names = "; ".join(meeting_name(meeting, language) for meeting in meetings)
        return [(words["meetings"], names)]
    meeting = meetings[0]
    short = council_name(meeting.council)
    whole = labels(language, "briefing.councils").get(meeting.council, "")
    return [
        (words["council"], f"{whole} ({short})" if whole and whole != short else short),
        (words["days"], format_dates(meeting.days, language)),
        (words["place"], meeting.place),
    ]
