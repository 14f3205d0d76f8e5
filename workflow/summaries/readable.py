"""An item file as a reader sees it, without the signs that are for programs."""

import re

from workflow.languages import labels
from workflow.summaries.itemlines import unescape

_ENTRY = re.compile(r"- (?:\*\*(?P<name>.*?)\*\*)?(?P<rest>.*)")
"""A line of an item file below a heading: a position, a promise, a remark."""


def as_read(text: str, language: str) -> str:
    """An item file as a reader sees it: without its head and without the signs of the file."""
    _, fence, body = text.removeprefix("+++\n").partition("\n+++\n")
    remarks = labels(language, "summaries.sections")["remarks"]
    shown, section = [], ""
    for line in (body.lstrip("\n") if fence else text).splitlines():
        if line.startswith("## "):
            section = line[3:].strip()
            shown.append(section)
        elif found := _ENTRY.fullmatch(line):
            lead = f"{section} · " if section == remarks else ""
            shown.append(lead + unescape(found["name"] or "") + found["rest"])
        else:
            shown.append(unescape(line.removeprefix("# ").removeprefix("> ")))
    return "\n".join(shown)
