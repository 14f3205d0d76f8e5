"""What a meeting is made of: all that the board needs of a summary is its state."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from workflow.errors import WorkflowError
from workflow.text import ascii_fold, slug

STATUSES = ("open", "draft", "review", "approved")
"""The states of a summary, in the order in which it passes through them."""

LONGEST_COUNCIL = 30
"""Characters of the slug of a formation."""


@dataclass(frozen=True, slots=True)
class MeetingItem:
    """An item as the meeting lists it."""

    slug: str
    """Name of its file without `.md`; never changes."""
    part: str
    number: str
    title: str

    @property
    def label(self) -> str:
        """How people cite it: `II.1`, or `1` in a meeting without parts."""
        own = not self.part or self.number.startswith(f"{self.part}.")
        return self.number if own else f"{self.part}.{self.number}"


@dataclass(frozen=True, slots=True)
class Meeting:
    """The facts of one council meeting, as `meeting.toml` holds them."""

    id: str
    """First day and council: `2024-03-04-jbz`."""
    council: str
    """Slug of the formation."""
    days: tuple[date, ...]
    title: str
    language: str
    source: str
    """File name of the original."""
    sha256: str
    """Digest of the original file, in hexadecimal."""
    place: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    """Id and title of each part."""
    items: tuple[MeetingItem, ...] = ()
    deadline: date | None = None
    url: str = ""
    """Web address of the report, or empty."""

    @property
    def name(self) -> str:
        """Council and days in words, such as `JBZ 4 en 5 maart 2024`."""
        from workflow.languages import format_dates

        return f"{council_name(self.council)} {format_dates(self.days)}"

    @property
    def body(self) -> str:
        """The formation, whatever language the report is in: `jha` for `jbz` as well."""
        return same_council(self.council)

    def item(self, key: str) -> MeetingItem | None:
        """The item with that label (`II.1`) or slug, or None."""
        wanted = key.casefold()
        for entry in self.items:
            if wanted in (entry.label.casefold(), entry.slug):
                return entry
        return None


@cache
def same_council(slug: str) -> str:
    """The slug that stands for a formation in every language; an unknown one for itself."""
    from workflow.languages import LANGUAGES, data

    return next(
        (
            str(entry["same_as"])
            for language in LANGUAGES
            for entry in data(language, "councils")["council"]
            if "same_as" in entry and entry["short"].lower() == slug
        ),
        slug,
    )


def council_name(slug: str) -> str:
    """How people write the formation: `JBZ` for `jbz`, `Ecofin` for `ecofin`."""
    return slug.upper() if len(slug) <= 4 else slug.capitalize()


def council_slug(name: str) -> str:
    """The slug of a formation by any name: `jbz` for `JBZ`; empty where nobody named one.

    Raises WorkflowError for a name without a letter or digit.
    """
    if not name.strip():
        return ""
    if not re.search(r"[A-Za-z0-9]", ascii_fold(name)):
        raise WorkflowError("summaries.errors.bad_council", council=name.strip())
    return slug(name, longest=LONGEST_COUNCIL)
