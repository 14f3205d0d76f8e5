"""Briefings as files: whole or not at all, never over another file unless asked to."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from workflow.briefing.clean import Cleaned, clean_briefing
from workflow.briefing.model import Briefing, Form
from workflow.briefing.progress import Proceed
from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.text import ascii_fold, slug

LONGEST_NAME = 60
"""Characters of a file name that every mail program shows whole."""
_DEVICES = {"con", "prn", "aux", "nul"}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A briefing in one form, not yet on disk."""

    content: bytes
    digest: str = ""
    """SHA-256 of the content of a Word file; empty for other forms."""
    open_changes: int = 0
    """Tracked changes that a reader can accept or reject."""
    cleaned: tuple[Cleaned, ...] = ()
    """Characters that a document cannot hold, per item and field."""
    notices: tuple[str, ...] = ()
    """Sentences for the user about what was done on the way."""


@dataclass(frozen=True, slots=True)
class Written:
    """A briefing on disk."""

    path: Path
    rendered: Rendered
    moved: bool = False
    """The name that was asked for was taken or locked; the next free one was used."""

    @property
    def notices(self) -> tuple[str, ...]:
        """Everything the user should know, as sentences."""
        found = list(self.rendered.notices)
        if self.moved:
            found.append(say("briefing.notice.moved", name=self.path.name))
        return tuple(found)


def render(
    briefing: Briefing,
    form: Form = "docx",
    *,
    template: Path | None = None,
    proceed: Proceed | None = None,
) -> Rendered:
    """The briefing in one of its forms.

    `proceed` is called with the number of items done and the number of all; where it returns
    False the work stops with a WorkflowError. Raises WorkflowError for a template that cannot
    be used.
    """
    clean, cleaned = clean_briefing(briefing)
    notices = [str(each) for each in cleaned]
    if form == "md":
        from workflow.briefing.markdown import render_markdown

        return Rendered(
            render_markdown(clean, proceed).encode(), cleaned=cleaned, notices=tuple(notices)
        )
    if form == "html":
        from workflow.briefing.html import render_html

        return Rendered(
            render_html(clean, proceed).encode(), cleaned=cleaned, notices=tuple(notices)
        )
    from workflow.briefing.word.document import render_docx

    made = render_docx(clean, template, proceed)
    if made.added_styles:
        notices.append(say("briefing.notice.added_styles", styles=", ".join(made.added_styles)))
    if made.pale_styles:
        notices.append(say("briefing.notice.pale_styles", styles=", ".join(made.pale_styles)))
    return Rendered(made.content, made.digest, made.open_changes, cleaned, tuple(notices))


def write_briefing(
    briefing: Briefing,
    path: Path,
    form: Form = "docx",
    *,
    template: Path | None = None,
    overwrite: bool = False,
    proceed: Proceed | None = None,
) -> Written:
    """Write the briefing to `path`, or to the next free name where that one is taken.

    With `overwrite` an existing file is replaced; one that is locked is left alone. Raises
    WorkflowError where the folder cannot be written to or the template cannot be used.
    """
    rendered = render(briefing, form, template=template, proceed=proceed)
    written = write_file(path, rendered.content, overwrite=overwrite)
    return Written(written, rendered, moved=written != path)


def default_name(briefing: Briefing, form: Form = "docx") -> str:
    """The name of the file when the user gives none: `briefing-2024-03-04-jbz.docx`."""
    stem = "briefing-" + "-".join(briefing.meetings[-1:])
    if briefing.kind == "selection":
        labels = "-".join(item.label for item in briefing.items)
        stem += "-" + slug(labels, longest=20)
    elif briefing.kind == "topic":
        stem += "-" + slug(briefing.title, longest=30)
    return safe_name(stem, f".{form}")


def safe_name(stem: str, suffix: str, longest: int = LONGEST_NAME) -> str:
    """A file name that every system and mail program takes: ASCII, short, no signs.

    Never empty, never the name of a device, without a dot or blank at its end.
    """
    folded = "".join(
        letter if letter.isalnum() or letter in "-_" else "-" for letter in ascii_fold(stem)
    )
    while "--" in folded:
        folded = folded.replace("--", "-")
    folded = folded[: longest - len(suffix)].strip("-_") or "briefing"
    if folded.lower() in _DEVICES or (len(folded) == 4 and folded[:3].lower() in ("com", "lpt")):
        folded += "-x"
    return folded + suffix


def next_free(path: Path, at: int) -> Path:
    """The name with a number: `briefing-2.docx`."""
    return path.with_name(f"{path.stem}-{at}{path.suffix}")


def write_file(path: Path, content: bytes, *, overwrite: bool = False, mode: int = 0o644) -> Path:
    """Write a whole file, durably, and return the name that it got.

    A taken name is left alone and the next free one is used; with `overwrite` the file is
    replaced, unless another program holds it.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{secrets.token_hex(8)}.part")
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    except OSError as error:
        raise _refused(path, error) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        return _placed(draft, path, overwrite)
    except OSError as error:
        raise _refused(path, error) from None
    finally:
        draft.unlink(missing_ok=True)


def _refused(path: Path, error: OSError) -> WorkflowError:
    return WorkflowError("briefing.errors.write", path=path, detail=error.strerror or str(error))


def _placed(draft: Path, path: Path, overwrite: bool) -> Path:
    """Give the finished file its name."""
    if overwrite and not path.is_dir():
        try:
            draft.replace(path)
        except PermissionError:
            pass
        else:
            return path
    for at in range(1, 10_000):
        wanted = path if at == 1 else next_free(path, at)
        try:
            os.link(draft, wanted)
        except FileExistsError:
            continue
        except OSError:
            if wanted.exists():
                continue
            draft.replace(wanted)
        return wanted
    raise WorkflowError("briefing.errors.names", path=path)
