"""Document properties and settings."""

from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from workflow.briefing.model import Briefing
from workflow.briefing.word.furniture import status_word
from workflow.briefing.word.markup import DECLARATION, NAMESPACES, TAGS
from workflow.briefing.word.notes import SEPARATORS
from workflow.languages import labels
from workflow.text import shorten

LONGEST = 255
"""Characters that programs accept in a property."""
_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def utc(moment: datetime) -> str:
    """The moment in UTC, as the properties want it."""
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC)
    return moment.replace(tzinfo=None, microsecond=0).isoformat() + "Z"


def core_xml(briefing: Briefing) -> str:
    """Title, authors, status, language and dates."""
    words = labels(briefing.language, "briefing.document")
    authors = ", ".join(filter(None, map(str.strip, briefing.imprint.authors))) or words["team"]
    moment = utc(briefing.made)
    values = (
        ("dc:title", briefing.title),
        ("dc:subject", words["subject"]),
        ("dc:creator", authors),
        ("cp:keywords", "; ".join(briefing.meetings)),
        ("dc:description", dict(briefing.facts).get(words["status"], "")),
        ("cp:lastModifiedBy", authors),
        ("cp:revision", "1"),
        ("cp:category", words["category"]),
        ("cp:contentStatus", status_word(briefing)),
        ("dc:language", TAGS[briefing.language]),
        ("dc:identifier", "; ".join(briefing.meetings)),
        ("cp:version", briefing.imprint.commit),
    )
    text = "".join(
        f"<{name}>{escape(shorten(value, LONGEST))}</{name}>" for name, value in values if value
    )
    stamps = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return f"{DECLARATION}<cp:coreProperties {_CORE}>{text}{stamps}</cp:coreProperties>"


def app_xml(briefing: Briefing) -> str:
    """What made the document, and for whom."""
    company = escape(shorten(briefing.imprint.organisation, LONGEST))
    words = labels(briefing.language, "briefing.document")
    return (
        f'{DECLARATION}<Properties xmlns="{_EXTENDED}"><Application>{words["made_by"]}'
        f"</Application><Company>{company}</Company></Properties>"
    )


def custom_xml(briefing: Briefing, digest: str) -> str:
    """The digest of the content, and the version of the history that it was made from."""
    values = [
        ("ContentDigest", f"sha256:{digest}"),
        ("Commit", briefing.imprint.commit),
        ("Meeting", "; ".join(briefing.meetings)),
    ]
    found = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{pid}" name="{name}"><vt:lpwstr>'
        f"{escape(shorten(value, LONGEST))}</vt:lpwstr></property>"
        for pid, (name, value) in enumerate(((n, v) for n, v in values if v), 2)
    )
    return f'{DECLARATION}<Properties xmlns="{_CUSTOM}" xmlns:vt="{_TYPES}">{found}</Properties>'


_LAST_SETTINGS = (
    "footnotePr",
    "endnotePr",
    "compat",
    "docVars",
    "rsids",
    "mathPr",
    "attachedSchema",
    "themeFontLang",
    "clrSchemeMapping",
    "doNotIncludeSubdocsInStats",
    "doNotAutoCompressPictures",
    "forceUpgrade",
    "captions",
    "readModeInkLockDown",
    "smartTagType",
    "schemaLibrary",
    "shapeDefaults",
    "doNotEmbedSmartTags",
    "decimalSymbol",
    "listSeparator",
)
"""The end of the settings in the order of the standard."""
_DROPPED = (
    "attachedTemplate",
    "mailMerge",
    "updateFields",
    "endnotePr",
    "footnotePr",
    "documentProtection",
    "writeProtection",
)


def fit_settings(settings: Any, language: str) -> None:
    """Bring a template's settings in line: language, footnotes, today's Word, no questions."""
    for name in (*_DROPPED, "themeFontLang"):
        for element in settings.findall(qn(f"w:{name}")):
            settings.remove(element)
    notes = "".join(f'<w:footnote w:id="{key}"/>' for key in SEPARATORS)
    _place(settings, f"<w:footnotePr {NAMESPACES}>{notes}</w:footnotePr>")
    _place(settings, f'<w:themeFontLang {NAMESPACES} w:val="{TAGS[language]}"/>')
    compat = settings.find(qn("w:compat"))
    if compat is None:
        _place(settings, f"<w:compat {NAMESPACES}/>")
        compat = settings.find(qn("w:compat"))
    for setting in compat.findall(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            compat.remove(setting)
    compat.append(
        parse_xml(
            f'<w:compatSetting {NAMESPACES} w:name="compatibilityMode" '
            'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        )
    )
    zoom = settings.find(qn("w:zoom"))
    if zoom is not None and not zoom.get(qn("w:percent")):
        zoom.set(qn("w:percent"), "100")


def set_signs(settings: Any, language: str) -> None:
    """The signs for decimals and lists that the language uses."""
    words = labels(language, "briefing.signs")
    for name in ("decimalSymbol", "listSeparator"):
        settings.find(qn(f"w:{name}")).set(qn("w:val"), words[name])


def _place(settings: Any, text: str) -> None:
    """Insert an element where the standard wants it."""
    element = parse_xml(text)
    name = str(element.tag).rsplit("}", 1)[-1]
    later = _LAST_SETTINGS[_LAST_SETTINGS.index(name) + 1 :]
    for child in settings:
        if isinstance(child.tag, str) and child.tag.rsplit("}", 1)[-1] in later:
            child.addprevious(element)
            return
    settings.append(element)


def fit_language(styles: Any, language: str) -> None:
    """The language of the whole document."""
    run = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if run is None:
        defaults = styles.find(qn("w:docDefaults"))
        if defaults is None:
            defaults = parse_xml(f"<w:docDefaults {NAMESPACES}/>")
            styles.insert(0, defaults)
        holder = defaults.find(qn("w:rPrDefault"))
        if holder is None:
            holder = parse_xml(f"<w:rPrDefault {NAMESPACES}/>")
            defaults.insert(0, holder)
        run = parse_xml(f"<w:rPr {NAMESPACES}/>")
        holder.append(run)
    for old in run.findall(qn("w:lang")):
        run.remove(old)
    for own in styles.iterfind(f"{qn('w:style')}/{qn('w:rPr')}/{qn('w:lang')}"):
        own.getparent().remove(own)  # a style's own language would win from the document's
    lang = parse_xml(
        f'<w:lang {NAMESPACES} w:val="{TAGS[language]}" w:eastAsia="{TAGS[language]}" '
        'w:bidi="ar-SA"/>'
    )
    math = run.find(qn("w:oMath"))
    if math is not None:
        math.addprevious(lang)
    else:
        run.append(lang)
