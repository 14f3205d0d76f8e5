"""Moments as people say them."""

from datetime import date, datetime

from workflow.languages import current, data, format_date, say


def moment(when: datetime, now: datetime) -> str:
    """A moment as people say it: `vandaag 14:05`, `gisteren 16:02`, `11-03-2024 09:00`."""
    when = when.astimezone(now.tzinfo)
    days = (now.date() - when.date()).days
    time = when.strftime("%H:%M")
    if days in (0, 1):
        return say("tui.history.today" if days == 0 else "tui.history.yesterday", time=time)
    months = data(current(), "calendar")["short"]
    year = "" if when.year == now.year else f" {when.year}"
    return f"{when.day} {months[when.month - 1]}{year} {time}"


def written_moment(text: str) -> str:
    """A day, or a day and a time, of a file in words; what is none as it stands."""
    day, _, time = text.partition(" ")
    try:
        return f"{format_date(date.fromisoformat(day))} {time}".strip()
    except ValueError:
        return text
