"""The list of contents: a field that is filled in already, with links that work.

Neither the field nor the settings ask Word to update it, so Word asks no question on opening.
Page numbers are left out: only Word itself knows them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from workflow.briefing.word.markup import Look, inner_link, run
from workflow.briefing.word.story import Story

_FLAT = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_FIELD = ' TOC \\o "1-2" \\n \\h \\z \\u '


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the first or second level."""

    level: int
    text: str
    anchor: str
    language: str = ""
    """ISO 639-1 code where it is another than the briefing's."""


def contents(story: Story, headings: Sequence[Heading], properties: str = "") -> str:
    """The content control with the list; `properties` are those of its title."""
    title = story.paragraph("TOC Heading", run(story.words["contents"]), properties)
    entries = []
    for at, heading in enumerate(headings):
        shown = run(heading.text, Look(language=heading.language))
        content = inner_link(heading.anchor, shown)
        if at == 0:
            content = (
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
                f'<w:r><w:instrText xml:space="preserve">{_FIELD}</w:instrText></w:r>'
                f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{content}'
            )
        entries.append(story.paragraph(f"toc {heading.level}", content))
    if headings:
        # LibreOffice moves a heading right behind the field to the next page, however much
        # room there is; so the field ends, as in Word, in a paragraph of its own.
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        entries.append(story.paragraph("Normal", end, _FLAT))
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>{title}{''.join(entries)}"
        "</w:sdtContent></w:sdt>"
    )
