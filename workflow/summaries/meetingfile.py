"""A meeting ↔ its `meeting.toml`: one line per part and per item, so that diffs stay small."""

import re
import tomllib
from datetime import date
from typing import Any

from workflow.errors import WorkflowError, toml_place
from workflow.languages import LANGUAGES, say
from workflow.summaries.itemlines import toml_string
from workflow.summaries.meetings import Meeting, MeetingItem
from workflow.text import one_line

_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9.-]+(?::\d{1,5})?"
    r"(?:[/?](?:[A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?"
    r"(?:#(?:[A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?"
)
"""A web address without anything that would have to be written in another way."""


def is_address(text: str) -> bool:
    """Whether the text is a web address that a document may lead to."""
    return bool(_ADDRESS.fullmatch(text))


def _address(text: str) -> str:
    if text and not is_address(text):
        raise ValueError(f"url = {text}")
    return text


def render_meeting(meeting: Meeting) -> str:
    """The canonical file."""
    lines = [
        f"council = {toml_string(meeting.council)}",
        "days = [" + ", ".join(day.isoformat() for day in meeting.days) + "]",
        f"title = {toml_string(meeting.title)}",
        f"language = {toml_string(meeting.language)}",
    ]
    if meeting.place:
        lines.append(f"place = {toml_string(meeting.place)}")
    if meeting.deadline:
        lines.append(f"deadline = {meeting.deadline.isoformat()}")
    if meeting.url:
        lines.append(f"url = {toml_string(meeting.url)}")
    lines += [f"source = {toml_string(meeting.source)}", f"sha256 = {toml_string(meeting.sha256)}"]
    lines += ["", "parts = ["]
    lines += [
        f"    {{ id = {toml_string(i)}, title = {toml_string(t)} }}," for i, t in meeting.parts
    ]
    lines += ["]", "", "items = ["]
    for item in meeting.items:
        lines.append(
            f"    {{ part = {toml_string(item.part)}, number = {toml_string(item.number)}, "
            f"file = {toml_string(item.slug)}, title = {toml_string(item.title)} }},"
        )
    return "\n".join([*lines, "]", ""])


_TEXT = r'"([^"\\\x00-\x1f\x7f]*)"'
_CANONICAL = re.compile(
    rf"council = {_TEXT}\ndays = \[(\d{{4}}-\d\d-\d\d(?:, \d{{4}}-\d\d-\d\d)*)\]\n"
    rf"title = {_TEXT}\nlanguage = {_TEXT}\n(?:place = {_TEXT}\n)?"
    rf"(?:deadline = (\d{{4}}-\d\d-\d\d)\n)?(?:url = {_TEXT}\n)?"
    rf"source = {_TEXT}\nsha256 = {_TEXT}\n\nparts = \[\n"
    rf"((?:    \{{ id = {_TEXT}, title = {_TEXT} \}},\n)*)\]\n"
    rf"\nitems = \[\n((?:    \{{ part = {_TEXT}, number = {_TEXT}, file = {_TEXT}, "
    rf"title = {_TEXT} \}},\n)*)\]\n"
)
"""The file as it is written, where no text in it needs an escape."""
_PART_LINE = re.compile(rf"id = {_TEXT}, title = {_TEXT}")
_ITEM_LINE = re.compile(rf"part = {_TEXT}, number = {_TEXT}, file = {_TEXT}, title = {_TEXT}")


def _quickly(text: str) -> dict[str, Any] | None:
    """The values of a file that is exactly as we write it; a TOML reader takes 30 times as long.

    Thousands of these files are read before the first screen shows.
    """
    found = _CANONICAL.fullmatch(text)
    if found is None:
        return None
    council, days, title, language, place, deadline, url, source, digest = found.groups()[:9]
    values: dict[str, Any] = {
        "council": council,
        "days": [date.fromisoformat(day) for day in days.split(", ")],
        "title": title,
        "language": language,
        "place": place or "",
        "url": url or "",
        "source": source,
        "sha256": digest,
        "parts": [{"id": i, "title": t} for i, t in _PART_LINE.findall(found[10])],
        "items": [
            {"part": part, "number": number, "file": file, "title": title}
            for part, number, file, title in _ITEM_LINE.findall(found[13])
        ],
    }
    return values | ({"deadline": date.fromisoformat(deadline)} if deadline else {})


def parse_meeting(text: str, meeting_id: str, *, where: str) -> Meeting:
    """Read the file. Raises WorkflowError that names the file and what is wrong in it."""
    try:
        return _meeting(_quickly(text) or tomllib.loads(text), meeting_id)
    except tomllib.TOMLDecodeError as error:
        detail = toml_place(error)
    except KeyError as error:
        detail = say("summaries.errors.meeting_lacks", key=error.args[0])
    except (TypeError, ValueError, AttributeError) as error:
        detail = one_line(str(error))
    raise WorkflowError("summaries.errors.bad_meeting", where=where, detail=detail)


def _meeting(values: dict[str, Any], meeting_id: str) -> Meeting:
    days = tuple(values["days"])
    if not all(type(day) is date for day in days):
        raise ValueError(f"days = {values['days']}")
    if values["language"] not in LANGUAGES:
        raise ValueError(f"language = {values['language']}")
    if not isinstance(values["council"], str):
        raise ValueError(f"council = {values['council']}")
    deadline = values.get("deadline")
    if deadline is not None and type(deadline) is not date:
        raise ValueError(f"deadline = {deadline}")
    return Meeting(
        id=meeting_id,
        council=str(values["council"]),
        days=days,
        title=str(values["title"]),
        language=str(values["language"]),
        source=str(values["source"]),
        sha256=str(values["sha256"]),
        place=str(values.get("place", "")),
        deadline=deadline,
        url=_address(str(values.get("url", ""))),
        parts=tuple((str(part["id"]), str(part["title"])) for part in values.get("parts", ())),
        items=tuple(
            MeetingItem(
                str(item["file"]), str(item["part"]), str(item["number"]), str(item["title"])
            )
            for item in values["items"]
        ),
    )
