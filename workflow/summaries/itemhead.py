"""The front matter of an item file: what is not prose, as TOML between two fences."""

import tomllib
from typing import TYPE_CHECKING, Any

from workflow.errors import WorkflowError, toml_place
from workflow.languages import LANGUAGES, labels
from workflow.summaries.itemlines import is_day, toml_string
from workflow.summaries.meetings import STATUSES
from workflow.text import one_line

if TYPE_CHECKING:
    from workflow.summaries.model import Summary

FENCE = "+++"
HEAD = ("claim", "claimed", "assigned", "reviewer", "deadline", "source")
"""Keys of the front matter that hold one value, in the order of the file."""
_DATES = ("claimed", "deadline")


# Writing


def head_lines(summary: "Summary") -> list[str]:
    """The lines of the front matter."""
    head = [FENCE, f'status = "{summary.status}"']
    if summary.topics:
        head.append("topics = [" + ", ".join(map(toml_string, summary.topics)) + "]")
    for key in HEAD:
        value = getattr(summary, key)
        if value:
            bare = key in _DATES and is_day(value)
            head.append(f"{key} = {value if bare else toml_string(value)}")
    return [*head, *summary.extra, FENCE]


# Reading


def split_head(lines: list[str], where: str) -> tuple[dict[str, object], tuple[str, ...], int]:
    """Known values, unknown lines and the number of lines of the front matter."""
    if not lines or lines[0].strip() != FENCE:
        raise WorkflowError("summaries.errors.no_head", where=where)
    end = next((n for n, line in enumerate(lines[1:], 1) if line.strip() == FENCE), None)
    if end is None:
        raise WorkflowError("summaries.errors.open_head", where=where)
    try:
        values = tomllib.loads("\n".join(lines[1:end]))
    except tomllib.TOMLDecodeError as error:
        detail = toml_place(error, above=1)
        raise WorkflowError("summaries.errors.bad_head", where=where, detail=detail) from None
    known = ("status", "topics", *HEAD)
    extra = tuple(
        line
        for line in lines[1:end]
        if line.strip() and line.split("=")[0].strip().strip('"') not in known
    )
    return values, extra, end + 1


def status_of(value: object, where: str) -> str:
    """The status that a head names, in any language; WorkflowError where there is no such."""
    names = {
        name: key
        for language in LANGUAGES
        for key, name in labels(language, "common.status").items()
    }
    status = names.get(str(value), str(value))
    if status not in STATUSES:
        raise WorkflowError(
            "summaries.errors.bad_status", where=where, status=value, choices=", ".join(STATUSES)
        )
    return status


def read_head(text: str, where: str) -> tuple[str, tuple[str, ...], dict[str, str]]:
    """Status, topics and the other values of an item file's head, without reading its body.

    Raises the WorkflowError that reading the whole file would raise.
    """
    values, _, _ = split_head(file_lines(text), where)
    return (
        status_of(values.get("status", "open"), where),
        topics_of(values, where),
        texts_of(values),
    )


def texts_of(values: dict[str, Any]) -> dict[str, str]:
    """The values that are one line each, empty where there is none."""
    return {key: one_line(str(values.get(key, ""))) for key in HEAD}


def file_lines(text: str) -> list[str]:
    """The lines of a file, whatever its line ends."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def topics_of(values: dict[str, Any], where: str) -> tuple[str, ...]:
    """The topics of an item; WorkflowError where they are no list of names."""
    topics = values.get("topics", [])
    if not (isinstance(topics, list) and all(isinstance(topic, str) for topic in topics)):
        raise WorkflowError("summaries.errors.bad_topics", where=where)
    return tuple(topics)
