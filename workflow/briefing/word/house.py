"""Our own template, made by this script: `python -m workflow.briefing.word.house OUT.dotx`.

It follows the conventions of the Dutch government: A4, Verdana 9 on 12 points, calm headings in
dark blue. A house may take the file as a start for a template of its own.
"""

import sys
from pathlib import Path

from workflow.briefing.word.markup import DECLARATION, NAMESPACES
from workflow.briefing.word.notes import SEPARATORS
from workflow.briefing.word.package import pack
from workflow.briefing.word.styles import STYLES, style_xml

DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TEMPLATE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
FONT = "Verdana"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SECTION = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1588" w:right="1361" w:bottom="1361" '
    'w:left="1361" w:header="737" w:footer="624" w:gutter="0"/><w:cols w:space="708"/>'
    "<w:titlePg/>"
)
"""Page, margins, and a first page with a header of its own."""

_FONTS = (
    ("Verdana", "DejaVu Sans", "020B0604030504040204", "swiss", "variable"),
    ("DejaVu Sans", "Verdana", "020B0603030804020204", "swiss", "variable"),
    ("Symbol", "", "05050102010706020507", "roman", "variable"),
)


def house_ids() -> dict[str, str]:
    """The id of each style of our own by lower-cased name."""
    return {style.name.lower(): style.id for style in STYLES}


def styles_xml(language: str = "nl-NL") -> str:
    """The styles part."""
    fonts = " ".join(f'w:{kind}="{FONT}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/><w:sz w:val="18"/>'
        f'<w:szCs w:val="18"/><w:lang w:val="{language}" w:eastAsia="{language}" '
        'w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    )
    ids = house_ids()
    written = "".join(style_xml(style, ids) for style in STYLES)
    return f"{DECLARATION}<w:styles {NAMESPACES}>{defaults}{written}</w:styles>"


def numbering_xml() -> str:
    """The numbering part: one list with bullets."""
    return f"{DECLARATION}<w:numbering {NAMESPACES}>{bullets(0)}{number(1, 0)}</w:numbering>"


def bullets(key: int) -> str:
    """A list with bullets, as an abstract definition."""
    return (
        f'<w:abstractNum w:abstractNumId="{key}"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="284" w:hanging="284"/></w:pPr></w:lvl>'
        "</w:abstractNum>"
    )


def number(key: int, abstract: int) -> str:
    """A list that is in use."""
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/></w:num>'


def settings_xml(language: str = "nl-NL") -> str:
    """The settings part: compatible with Word of today, Dutch signs for decimals and lists."""
    notes = "".join(f'<w:footnote w:id="{key}"/>' for key in SEPARATORS)
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="708"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:footnotePr>{notes}</w:footnotePr><w:compat><w:compatSetting "
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        f'w:val="15"/></w:compat><w:themeFontLang w:val="{language}"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def fonts_xml() -> str:
    """The font table, with what stands in where Verdana is not installed."""
    found = []
    for name, other, panose, family, pitch in _FONTS:
        charset = "02" if name == "Symbol" else "00"
        instead = f'<w:altName w:val="{other}"/>' if other else ""
        found.append(
            f'<w:font w:name="{name}">{instead}<w:panose1 w:val="{panose}"/>'
            f'<w:charset w:val="{charset}"/><w:family w:val="{family}"/>'
            f'<w:pitch w:val="{pitch}"/></w:font>'
        )
    return f"{DECLARATION}<w:fonts {NAMESPACES}>{''.join(found)}</w:fonts>"


def house_template() -> bytes:
    """The whole template as a .dotx file."""
    names = {
        "styles": "styles",
        "numbering": "numbering",
        "settings": "settings",
        "fontTable": "fontTable",
    }
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WML}.{name}+xml"/>' for name in names
    )
    relations = "".join(
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for at, name in enumerate(names, 1)
    )
    parts = {
        "[Content_Types].xml": (
            f'{DECLARATION}<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/><Default '
            'Extension="xml" ContentType="application/xml"/><Override PartName='
            f'"/word/document.xml" ContentType="{TEMPLATE_TYPE}"/>{types}</Types>'
        ),
        "_rels/.rels": (
            f'{DECLARATION}<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": (
            f'{DECLARATION}<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>'
        ),
        "word/document.xml": (
            f"{DECLARATION}<w:document {NAMESPACES}><w:body><w:p/><w:sectPr>{SECTION}"
            "</w:sectPr></w:body></w:document>"
        ),
        "word/styles.xml": styles_xml(),
        "word/numbering.xml": numbering_xml(),
        "word/settings.xml": settings_xml(),
        "word/fontTable.xml": fonts_xml(),
    }
    return pack({name: text.encode() for name, text in parts.items()})


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(house_template())
