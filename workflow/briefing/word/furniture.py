"""What stands on every page: header with status, watermark, footer with page numbers."""

from workflow.briefing.model import Briefing
from workflow.briefing.word.markup import DECLARATION, NAMESPACES, Look, attribute, field, run
from workflow.briefing.word.markup import paragraph as markup_paragraph
from workflow.languages import say_in

_SHAPE_TYPE = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
    '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
    '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
    '<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" '
    'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
    '<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" '
    'xrange="6629,14971"/></v:handles><o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
)
_PLACE = (
    "position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:108pt;rotation:315;"
    "z-index:-251658752;mso-position-horizontal:center;"
    "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
    "mso-position-vertical-relative:margin"
)


_LEFT = '<w:ind w:left="0" w:firstLine="0"/><w:jc w:val="left"/>'
_RIGHT = '<w:ind w:left="0" w:firstLine="0"/><w:jc w:val="right"/>'
MARK = "PowerPlusWaterMarkObject"
"""How the name of a watermark begins, so that Word can take it away."""


def status_word(briefing: Briefing) -> str:
    """`CONCEPT` or `Definitief`."""
    return say_in(
        briefing.language, f"briefing.document.{'concept' if briefing.concept else 'final'}"
    )


def watermark(word: str, number: int) -> str:
    """A run with the word across the page. Word finds it by its id when it is to be removed."""
    place = _PLACE.format(width=62 * len(word))
    return (
        f"<w:r><w:rPr><w:noProof/></w:rPr><w:pict>{_SHAPE_TYPE}"
        f'<v:shape id="{MARK}{number}" o:spid="_x0000_s{2048 + number}" '
        f'type="#_x0000_t136" alt={attribute(word)} style="{place}" o:allowincell="f" '
        'fillcolor="#e2e2e2" stroked="f"><v:fill opacity=".5"/>'
        f'<v:textpath style="font-family:&quot;Verdana&quot;;font-size:1pt" '
        f"string={attribute(word)}/>"
        '<w10:wrap anchorx="margin" anchory="margin"/></v:shape></w:pict></w:r>'
    )


def header_line(briefing: Briefing, style: str, number: int, *, first: bool = False) -> str:
    """The paragraph of a header: what it is about, the status, and the watermark.

    The first page says itself what it is about.
    """
    about = "" if first else briefing.title
    word = status_word(briefing)
    content = run(about) + run("\t") + run(word, Look(bold=True))
    if briefing.concept:
        content += watermark(word, number)
    return markup_paragraph(style, content)


def status_line(briefing: Briefing, style: str, number: int, *, left: bool = False) -> str:
    """What is added to the header of a house template: the status, and the watermark.

    It stands on the right, or on the `left` where a picture floats on the right.
    """
    word = status_word(briefing)
    content = run(word, Look(bold=True))
    if briefing.concept:
        content += watermark(word, number)
    return markup_paragraph(style, content, _LEFT if left else _RIGHT)


def header_xml(line: str) -> str:
    """A header part."""
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{line}</w:hdr>"


def page_line(briefing: Briefing, style: str) -> str:
    """A paragraph with `Pagina X van Y`, which Word counts when it sets the page."""
    page = say_in(briefing.language, "briefing.document.page")
    of = say_in(briefing.language, "briefing.document.of")
    numbers = run(page) + field("PAGE", "1") + run(of) + field("NUMPAGES", "1")
    return markup_paragraph(style, numbers, _RIGHT)


def footer_xml(briefing: Briefing, style: str) -> str:
    """A footer part."""
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{page_line(briefing, style)}</w:ftr>"
