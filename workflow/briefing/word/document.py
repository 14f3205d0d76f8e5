"""A briefing as the bytes of a .docx file."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree

from workflow.briefing.model import Briefing
from workflow.briefing.progress import Proceed, Progress
from workflow.briefing.redline import count_changes
from workflow.briefing.word.body import body
from workflow.briefing.word.house import settings_xml
from workflow.briefing.word.markup import DECLARATION, NAMESPACES, TAGS
from workflow.briefing.word.notes import comments_xml, footnotes_xml
from workflow.briefing.word.package import CUSTOM, content_digest, pack, unpack
from workflow.briefing.word.pages import furnish, settings_of
from workflow.briefing.word.parts import add_part, drop_relations
from workflow.briefing.word.properties import (
    app_xml,
    core_xml,
    custom_xml,
    fit_language,
    fit_settings,
    set_signs,
)
from workflow.briefing.word.story import Story
from workflow.briefing.word.template import Template, open_template

_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CUSTOM_RELATION = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
)


@dataclass(frozen=True, slots=True)
class Document:
    """A finished document."""

    content: bytes
    digest: str
    """SHA-256 of its content, the same on every machine."""
    open_changes: int
    """Tracked changes that a reader can accept or reject."""
    added_styles: tuple[str, ...]
    """Names of the styles that the template lacked."""
    pale_styles: tuple[str, ...] = ()
    """Names of the template's styles that are too pale to read on white."""


def render_docx(
    briefing: Briefing,
    template: Path | None = None,
    proceed: Proceed | None = None,
) -> Document:
    """Set the briefing, whose texts are clean already, on a house template or our own.

    `proceed` is asked after each item, with the number done and of all, whether to go on.
    Raises WorkflowError for a template that cannot be used, before anything is set, and
    where `proceed` says no.
    """
    base = open_template(template)
    story = Story(briefing, base.ids, page=base.page, overrides=base.overrides)
    text = body(story, Progress(len(briefing.items), proceed))
    furnish(base, briefing)
    section = etree.tostring(base.section, encoding="unicode")
    document = (
        f"{DECLARATION}<w:document {NAMESPACES}><w:body>{text}{section}</w:body></w:document>"
    )
    _add_notes(base, story)
    _add_links(base.document, story.urls)
    _fit(base, briefing)
    parts = _saved(base, document.encode())
    digest = content_digest(parts)
    parts[CUSTOM] = custom_xml(briefing, digest).encode()
    return Document(pack(parts), digest, count_changes(briefing), base.added, base.pale)


def _saved(base: Template, document: bytes) -> dict[str, bytes]:
    """The parts of the package by name, the text in its place."""
    target = io.BytesIO()
    base.package.save(target)
    parts = unpack(target.getvalue())
    parts[str(base.document.partname).lstrip("/")] = document
    return parts


def _add_links(part: Any, urls: dict[str, str]) -> None:
    for url, key in urls.items():
        part.rels.add_relationship(RT.HYPERLINK, url, key, is_external=True)


def _add_notes(base: Template, story: Story) -> None:
    text, urls = footnotes_xml(story)
    notes = add_part(
        base.package,
        base.document,
        "/word/footnotes.xml",
        f"{_WML}.footnotes+xml",
        RT.FOOTNOTES,
        text,
    )
    _add_links(notes, urls)
    if story.comments:
        add_part(
            base.package,
            base.document,
            "/word/comments.xml",
            f"{_WML}.comments+xml",
            RT.COMMENTS,
            comments_xml(story),
        )


def _fit(base: Template, briefing: Briefing) -> None:
    """Settings, language and properties of this document."""
    settings = settings_of(base)
    if settings is None:
        add_part(
            base.package,
            base.document,
            "/word/settings.xml",
            f"{_WML}.settings+xml",
            RT.SETTINGS,
            settings_xml(TAGS[briefing.language]),
        )
    else:
        fit_settings(settings, briefing.language)
        if not base.house:
            set_signs(settings, briefing.language)
    fit_language(base.document.part_related_by(RT.STYLES).element, briefing.language)
    drop_relations(
        base.package, RT.CORE_PROPERTIES, RT.EXTENDED_PROPERTIES, _CUSTOM_RELATION, RT.THUMBNAIL
    )
    for name, kind, relation, text in (
        (
            "core",
            "application/vnd.openxmlformats-package.core-properties+xml",
            RT.CORE_PROPERTIES,
            core_xml(briefing),
        ),
        (
            "app",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            RT.EXTENDED_PROPERTIES,
            app_xml(briefing),
        ),
        (
            "custom",
            "application/vnd.openxmlformats-officedocument.custom-properties+xml",
            _CUSTOM_RELATION,
            custom_xml(briefing, ""),
        ),
    ):
        add_part(base.package, base.package, f"/docProps/{name}.xml", kind, relation, text)
