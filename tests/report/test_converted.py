"""Documents as LibreOffice and extractors write them; the texts are made up."""

import pytest
from make_formats import _zip
from texts import read

from workflow.report.formats.pdf import PrintedLine, compose
from workflow.report.model import Report
from workflow.report.reader import read_extract, read_report

TITLE = "Verslag van de Raad Justitie en Binnenlandse Zaken, 9 oktober 2031"
FIRST = "Het voorzitterschap lichtte de conclusies over de havens toe."
SECOND = "De meeste lidstaten verwelkomden het compromis van het voorzitterschap."
THIRD = "De Raad bereikte een algemene oriëntatie over de richtlijn."
SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
    for prefix in ("office", "text", "style")
)


def numbers(report: Report) -> list[tuple[str, list[str]]]:
    return [(part.id, [item.number for item in part.items]) for part in report.parts]


def odt(body: str, styles: str) -> bytes:
    style = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    root = "office:document-content"
    return _zip({"content.xml": f"<{root} {SPACES}>{style}{text}</{root}>"})


def level(depth: int, form: str, kind: str = "list-level-style-number", more: str = "") -> str:
    return (
        f'<text:{kind} text:level="{depth}" style:num-format="{form}" style:num-suffix="."{more}/>'
    )


LEVELS = f'<text:list-style style:name="N">{level(1, "I")}{level(2, "1")}</text:list-style>'


def listed(text: str, attributes: str = "", nested: str = "") -> str:
    own = f"<text:p>{text}</text:p>" if text else ""
    inner = (
        f"<text:list><text:list-item><text:p>{nested}</text:p></text:list-item></text:list>"
        if nested
        else ""
    )
    return (
        f'<text:list text:style-name="N"{attributes}><text:list-item>{own}{inner}'
        "</text:list-item></text:list>"
    )


def printed(
    text: str, bottom: float, *marks: tuple[int, str], bold: bool = False, size: float = 11.0
) -> PrintedLine:
    """A line of a page of 800 points."""
    return PrintedLine(text, size, bold, bottom + size, bottom, 70.0, 800.0, marks)


def test_lists_that_go_on_elsewhere_keep_counting(tmp_path):
    """LibreOffice repeats the outer entry, empty, around each inner one."""
    goes_on = ' text:continue-numbering="true"'
    body = (
        f"<text:p>{TITLE}</text:p>"
        + listed("Binnenlandse Zaken", ' xml:id="l1"')
        + listed("", ' text:continue-list="l1"', nested="Havens")
        + f"<text:p>{FIRST}</text:p>"
        + listed("", goes_on, nested="Compromis")
        + f"<text:p>{SECOND}</text:p>"
        + listed("Justitie", goes_on, nested="Richtlijn")
        + f"<text:p>{THIRD}</text:p>"
    )
    path = tmp_path / "verslag.odt"
    path.write_bytes(odt(body, LEVELS))
    assert numbers(read_report(path)) == [("I", ["1", "2"]), ("II", ["1"])]


def test_headings_that_count_by_themselves_have_their_numbers(tmp_path):
    outline = (
        '<text:outline-style style:name="Outline">'
        + level(1, "I", "outline-level-style")
        + level(2, "1", "outline-level-style")
        + "</text:outline-style>"
    )

    def head(depth: int, text: str) -> str:
        return f'<text:h text:outline-level="{depth}">{text}</text:h>'

    body = (
        f"<text:p>{TITLE}</text:p>{head(1, 'Binnenlandse Zaken')}{head(2, 'Havens')}"
        f"<text:p>{FIRST}</text:p>{head(2, 'Compromis')}<text:p>{SECOND}</text:p>"
        f"{head(1, 'Justitie')}{head(2, 'Richtlijn')}<text:p>{THIRD}</text:p>"
    )
    path = tmp_path / "verslag.odt"
    path.write_bytes(odt(body, outline))
    assert numbers(read_report(path)) == [("I", ["1", "2"]), ("II", ["1"])]


def test_a_web_page_counts_in_roman_numerals(tmp_path):
    """As LibreOffice writes numbered headings: a list of its own for each, entries left open."""
    page = (
        f'<html><body><h1>{TITLE}</h1><ol type="I"><li><h2>Binnenlandse Zaken</h2></ol>'
        f'<ol type="I"><ol><li><h3>Havens</h3></ol></ol><p>{FIRST}</p>'
        f'<ol type="I"><ol start="2"><li><h3>Compromis</h3></ol></ol><p>{SECOND}</p>'
        '<ol type="I" start="2"><li><h2>Justitie</h2><ol><li><h3>Richtlijn</h3></ol></ol>'
        f"<p>{THIRD}</p></body></html>"
    )
    path = tmp_path / "verslag.html"
    path.write_text(page)
    assert numbers(read_report(path)) == [("I", ["1", "2"]), ("II", ["1"])]


@pytest.mark.parametrize("mark", ["1", " 1"])
def test_a_mark_between_two_sentences_belongs_to_the_first(mark):
    """`pdftotext` puts a blank before raised figures."""
    text = f"{TITLE}\n\n1. Havens\n\n{FIRST}{mark} {SECOND}\n\n2. Slot\n\n{THIRD}2\n\n"
    text += "1 Zie de brief.\n2 Zie het verslag."
    report = read(text)
    havens = report.parts[0].items[0]
    assert [(note.mark, note.sentence) for note in havens.footnotes] == [("1", 1)]
    assert [sentence.text for sentence in havens.sentences] == [FIRST, SECOND]


def test_a_note_without_room_stands_on_the_next_page():
    """Word processors move a note over; its mark stays where it was."""

    pages = [
        [
            printed(TITLE, 700, bold=True),
            printed("1. Havens", 660, bold=True),
            printed(FIRST, 640, (len(FIRST), "1")),
            printed(SECOND, 620, (len(SECOND), "2")),
            printed(" Zie de brief.", 60, (0, "1")),
        ],
        [
            printed("2. Slot", 700, bold=True),
            printed(THIRD, 680),
            printed(" Zie het verslag.", 60, (0, "2")),
        ],
    ]
    report = read_extract(compose(pages), "pdf")
    havens, slot = report.parts[0].items
    assert [(n.mark, n.text, n.sentence) for n in havens.footnotes] == [
        ("1", "Zie de brief.", 1),
        ("2", "Zie het verslag.", 2),
    ]
    assert [sentence.text for sentence in havens.sentences] == [FIRST, SECOND]
    assert [sentence.text for sentence in slot.sentences] == [THIRD]


def test_large_titles_go_on_over_two_lines_and_large_headings_do_not_run_into_text():
    """Fewer characters of a large type fill a line, and its lines stand further apart."""

    page = [
        printed("Report of the Environment", 700, size=26.0, bold=True),
        printed("Council of 17 June 2031", 668, size=26.0, bold=True),
        printed("Restoration of the rivers, lakes and other waters", 650, size=16.0, bold=True),
        printed("Along the coasts", 630, size=16.1, bold=True),
        printed(
            "Ministers exchanged views and stressed that the transposition of existing law", 610
        ),
        printed(
            "comes first. Malta and Cyprus referred to the lack of water that their islands", 596
        ),
        printed("face in summer.", 582),
        printed("Ferries", 555, size=16.0, bold=True),
        printed(
            "The presidency gave an update. Spain asked the Commission for a proposal that", 538
        ),
        printed("covers rafts too.", 524),
    ]
    report = read_extract(compose([page]), "pdf")
    assert report.title == "Report of the Environment Council of 17 June 2031"
    assert [(item.title, len(item.sentences)) for _, item in report.items()] == [
        ("Restoration of the rivers, lakes and other waters Along the coasts", 2),
        ("Ferries", 2),
    ]


def test_notes_glued_to_their_numbers_are_known_by_the_mark_above():
    page = [
        printed(TITLE, 700, bold=True),
        printed("1. Havens", 660, bold=True),
        printed(FIRST, 640, (len(FIRST), "5")),
        printed("5G is nodig. " + SECOND, 625, (len(SECOND) + 13, "6")),
        printed("2. Slot", 600, bold=True),
        printed(THIRD, 580),
        printed("5Zie de brief.", 60),
        printed("6COM(2031) 4.", 46),
    ]
    items = read_extract(compose([page]), "pdf").parts[0].items
    assert [(note.mark, note.text) for note in items[0].footnotes] == [
        ("5", "Zie de brief."),
        ("6", "COM(2031) 4."),
    ]
    assert [sentence.text for sentence in items[1].sentences] == [THIRD]
