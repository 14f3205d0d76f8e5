"""The styles that a briefing uses: what our own look is, and what a house template must have.

Styles are always looked up by their name (`w:name`), for ids differ per language of Word.
"""

from dataclasses import dataclass

DARK = "154273"
"""Dark blue of headings: contrast 10:1 on white."""
GREY = "595959"
"""Grey of secondary text: contrast 7:1 on white."""
RULE = "B8C4D2"
TINT = "EEF2F6"
"""Pale background of table heads and boxes."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style as Word defines it."""

    name: str
    """`w:name`, the same in every language of Word."""
    id: str
    """`w:styleId` in our own template."""
    kind: str = "paragraph"
    based_on: str = "Normal"
    """Name of the style it starts from, or empty."""
    next: str = ""
    """Name of the style of the paragraph after it."""
    paragraph: str = ""
    """Content of `w:pPr`."""
    run: str = ""
    """Content of `w:rPr`."""
    own: bool = False
    """Not one of Word's own, so always added to a house template."""
    extra: str = ""
    """Table properties."""


def _spacing(before: int, after: int, line: int = 240) -> str:
    return (
        f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="atLeast"/>'
    )


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _border(side: str, color: str, size: int = 4, space: int = 0) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{color}"/>'


def _color(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


_LEFT = '<w:jc w:val="left"/>'
_FLUSH = '<w:ind w:left="0" w:right="0" w:firstLine="0"/>'
"""What a house may do with ordinary paragraphs is not done in tables and lists."""
_BOLD = "<w:b/><w:bCs/>"
_KEEP = "<w:keepNext/><w:keepLines/>"
_BOX = f"<w:pBdr>{_border('left', DARK, 18, 8)}</w:pBdr>"

STYLES: tuple[Style, ...] = (
    Style("Normal", "Normal", based_on="", paragraph=f"<w:widowControl/>{_spacing(0, 120)}"),
    Style("heading 1", "Heading1", next="Normal", run=_BOLD + _color(DARK) + _size(28),
          paragraph=f'{_KEEP}{_spacing(360, 120, 320)}<w:outlineLvl w:val="0"/>'),
    Style("heading 2", "Heading2", next="Normal", run=_BOLD + _color(DARK) + _size(22),
          paragraph=f'{_KEEP}<w:pBdr>{_border("top", RULE, 6, 6)}</w:pBdr>'
                    f'{_spacing(360, 80, 280)}<w:outlineLvl w:val="1"/>'),
    Style("heading 3", "Heading3", next="Normal", run=_BOLD + _color(DARK) + _size(18),
          paragraph=f'{_KEEP}{_spacing(200, 60)}<w:outlineLvl w:val="2"/>'),
    Style("Title", "Title", next="Normal", run=_color(DARK) + _size(40),
          paragraph=f"{_KEEP}{_spacing(0, 200, 480)}"),
    Style("Subtitle", "Subtitle", next="Normal", run=_color(GREY) + _size(18),
          paragraph=f"{_KEEP}{_spacing(0, 40)}"),
    Style("TOC Heading", "TOCHeading", next="Normal", run=_BOLD + _color(DARK) + _size(28),
          paragraph=f"{_KEEP}{_spacing(360, 120, 320)}"),
    Style("toc 1", "TOC1", next="Normal", run=_BOLD,
          paragraph=f'<w:tabs><w:tab w:val="right" w:pos="9184"/></w:tabs>'
                    f'{_spacing(80, 20)}{_FLUSH}{_LEFT}'),
    Style("toc 2", "TOC2", next="Normal",
          paragraph=f'<w:tabs><w:tab w:val="right" w:pos="9184"/></w:tabs>{_spacing(0, 20)}'
                    f'<w:ind w:left="284" w:firstLine="0"/>{_LEFT}'),
    Style("header", "Header", run=_color(GREY) + _size(16),
          paragraph=f'<w:tabs><w:tab w:val="right" w:pos="9184"/></w:tabs>{_spacing(0, 0)}'),
    Style("footer", "Footer", run=_color(GREY) + _size(16),
          paragraph=f'<w:tabs><w:tab w:val="right" w:pos="9184"/></w:tabs>{_spacing(0, 0)}'),
    Style("List Bullet", "ListBullet",
          paragraph='<w:numPr><w:numId w:val="1"/></w:numPr>' + _spacing(0, 60)
                    + '<w:ind w:left="284" w:hanging="284"/><w:contextualSpacing/>' + _LEFT),
    Style("caption", "Caption", next="Normal", run=_color(GREY) + _size(16),
          paragraph=f"{_KEEP}{_spacing(80, 60)}{_FLUSH}{_LEFT}"),
    Style("footnote text", "FootnoteText", run=_size(16),
          paragraph=_spacing(0, 40, 200) + '<w:ind w:left="227" w:hanging="227"/>' + _LEFT),
    Style("annotation text", "CommentText", run=_size(16), paragraph=_spacing(0, 0)),
    Style("Default Paragraph Font", "DefaultParagraphFont", "character", based_on=""),
    Style("Strong", "Strong", "character", "Default Paragraph Font", run=_BOLD),
    Style("Hyperlink", "Hyperlink", "character", "Default Paragraph Font",
          run=f'{_color("01689B")}<w:u w:val="single"/>'),
    Style("footnote reference", "FootnoteReference", "character", "Default Paragraph Font",
          run='<w:vertAlign w:val="superscript"/>'),
    Style("annotation reference", "CommentReference", "character", "Default Paragraph Font",
          run=_size(16)),
    Style("Normal Table", "TableNormal", "table", "",
          extra='<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
                '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
                '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
                "</w:tblCellMar></w:tblPr>"),
    Style("No List", "NoList", "numbering", ""),
    Style("Briefing Facts", "BriefingFacts", own=True,
          paragraph=f'<w:tabs><w:tab w:val="left" w:pos="2552"/></w:tabs>{_spacing(0, 20)}'
                    f'<w:ind w:left="2552" w:hanging="2552"/>{_LEFT}'),
    Style("Briefing Status", "BriefingStatus", own=True, run=_color(GREY) + _size(16),
          paragraph=f"<w:keepNext/>{_spacing(0, 80)}{_FLUSH}{_LEFT}"),
    Style("Briefing Notice", "BriefingNotice", own=True,
          run=_size(16),
          paragraph=f'<w:keepNext/><w:pBdr>{_border("left", "A65A00", 18, 8)}</w:pBdr>'
                    '<w:shd w:val="clear" w:color="auto" w:fill="FFF7E6"/>'
                    f'{_spacing(80, 100, 200)}<w:ind w:left="199" w:firstLine="0"/>{_LEFT}'),
    Style("Briefing Outcome", "BriefingOutcome", own=True,
          paragraph=f'{_BOX}{_spacing(80, 100)}'
                    f'<w:ind w:left="199" w:firstLine="0"/>{_LEFT}'),
    Style("Briefing Objections", "BriefingObjections", own=True,
          paragraph=f"<w:keepNext/>{_spacing(0, 100)}{_FLUSH}{_LEFT}"),
    Style("Briefing Table Text", "BriefingTableText", own=True, run=_size(16),
          paragraph=_spacing(40, 40, 200) + _FLUSH + _LEFT),
    Style("Briefing Table Head", "BriefingTableHead", based_on="Briefing Table Text", own=True,
          run=_BOLD + _color(DARK), paragraph="<w:keepNext/>"),
    Style("Briefing Source", "BriefingSource", own=True,
          run=_BOLD + _size(16), paragraph=f"<w:keepNext/>{_spacing(160, 40, 200)}{_FLUSH}{_LEFT}"),
    Style("Briefing Quotation", "BriefingQuotation", own=True, run=_size(16),
          paragraph=f'<w:tabs><w:tab w:val="left" w:pos="851"/></w:tabs>{_spacing(0, 40, 200)}'
                    f'<w:ind w:left="851" w:hanging="851"/>{_LEFT}'),
    Style("Briefing Unmoved", "BriefingUnmoved", own=True, run=_size(16),
          paragraph=_spacing(60, 40, 200) + _FLUSH + _LEFT),
    Style("Briefing Link", "BriefingLink", "character", "Default Paragraph Font",
          own=True, run=_color(DARK)),
    Style("Briefing Evidence", "BriefingEvidence", "character", "Default Paragraph Font",
          own=True, run=f'{_color(GREY)}<w:vertAlign w:val="superscript"/>'),
    Style("Briefing Table", "BriefingTable", "table", "Normal Table", own=True,
          extra="<w:tblPr><w:tblBorders>"
                + _border("top", DARK, 8) + _border("bottom", DARK, 8)
                + _border("insideH", RULE, 4)
                + '</w:tblBorders><w:tblCellMar><w:top w:w="20" w:type="dxa"/>'
                '<w:left w:w="85" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/>'
                '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
                '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>'
                f'<w:tcBorders>{_border("bottom", DARK, 8)}</w:tcBorders>'
                f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr></w:tblStylePr>'),
)  # fmt: skip
"""Every style, in the order of our own template."""

ESSENTIAL = ("Normal", "heading 1", "heading 2")
"""Styles that a house template must have itself, because they carry its look."""


def style_xml(style: Style, ids: dict[str, str]) -> str:
    """The `w:style` element; `ids` gives the id of each style by lower-cased name."""
    default = style.name in ("Normal", "Default Paragraph Font", "Normal Table", "No List")
    marks = f"{' w:default=' + chr(34) + '1' + chr(34) if default else ''}"
    custom = ' w:customStyle="1"' if style.own else ""
    head = f'<w:style w:type="{style.kind}"{marks}{custom} w:styleId="{ids[style.name.lower()]}">'
    inside = [f'<w:name w:val="{style.name}"/>']
    if style.based_on:
        inside.append(f'<w:basedOn w:val="{ids[style.based_on.lower()]}"/>')
    if style.next:
        inside.append(f'<w:next w:val="{ids[style.next.lower()]}"/>')
    inside.append(f'<w:uiPriority w:val="{99 if default and style.name != "Normal" else 9}"/>')
    if style.own or style.name in ("Normal", "Title", "Strong") or "heading" in style.name:
        inside.append("<w:qFormat/>")
    if style.paragraph:
        inside.append(f"<w:pPr>{style.paragraph}</w:pPr>")
    if style.run:
        inside.append(f"<w:rPr>{style.run}</w:rPr>")
    return f"{head}{''.join(inside)}{style.extra}</w:style>"
