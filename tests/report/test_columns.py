"""Pages in two columns, and tables: no line of one column is read on in the other."""

import textwrap
from itertools import zip_longest

import make_formats
import pytest

from workflow.report.formats.columns import untangle
from workflow.report.formats.pdf_worker import _Character as Character
from workflow.report.formats.pdf_worker import lines_of
from workflow.report.reader import read_report

TITLE = "Verslag van de Raad Justitie en Binnenlandse Zaken van 9 juni 2037"
ITEMS = {
    "Rivierpolitie in de grensstreek": (
        "De Commissie presenteerde de evaluatie van de rivierpolitie en noemde de samenwerking "
        "op de grote rivieren een voorbeeld voor andere grensgebieden. Nederland en Duitsland "
        "vroegen om een gezamenlijk oefencentrum en om heldere regels over achtervolging."
    ),
    "Nachttreinen en stations": (
        "Het voorzitterschap lichtte het compromis over toezicht op nachttreinen toe. Oostenrijk "
        "steunde de tekst. Diverse lidstaten uitten zorgen over de kosten voor kleine stations "
        "en over de termijn waarop camera's moeten zijn vervangen."
    ),
    "Diversen": "Malta informeerde de Raad over een conferentie over veilige veerboten.",
}


def columns(width: int) -> tuple[list[str], list[str]]:
    """The lines of the items, divided over two columns of equal length."""
    lines = []
    for title, body in ITEMS.items():
        lines += ["", title, "", *textwrap.wrap(body, width)]
    half = (len(lines) + 1) // 2
    return lines[1:half], lines[half:]


def as_page(width: int = 38) -> str:
    """A page as `pdftotext -layout` prints it, the title above both columns."""
    rows = zip_longest(*columns(width), fillvalue="")
    return "\n".join([TITLE, "", *(f"{a:{width + 4}}{b}".rstrip() for a, b in rows)])


def as_pdf() -> bytes:
    """The same page as a PDF."""
    pdf = make_formats._Pdf()
    pdf.line(TITLE, 11, True)
    top = pdf.y - 14
    for x, lines in zip((70, 310), columns(40), strict=True):
        for place, line in enumerate(lines):
            pdf.show(line, 10, x, top - 13 * place, line in ITEMS)
    pdf.show("1", 9, 296, 40)
    return pdf.bytes()


def told(path):
    report = read_report(path)
    assert report.title == TITLE
    return {item.title: " ".join(s.text for s in item.sentences) for _, item in report.items()}


@pytest.mark.parametrize("width", [34, 38, 46])
def test_text_in_two_columns_is_read_down_each(tmp_path, width):
    path = tmp_path / "report.txt"
    path.write_text(as_page(width), "utf-8")
    assert told(path) == ITEMS


def test_a_pdf_in_two_columns_is_read_down_each(tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(as_pdf())
    assert told(path) == ITEMS


def test_a_page_of_two_columns_loses_no_letter():
    page = as_page()
    assert sorted(filter(str.isalnum, untangle(page))) == sorted(filter(str.isalnum, page))


def test_a_table_and_plain_text_are_left_alone():
    rows = [f"{'Lidstaat ' + name:30}steun      {n} mln." for n, name in enumerate("ABCDEFGHIJ")]
    body = textwrap.wrap(" ".join(ITEMS.values()), 90)
    for page in ("\n".join(rows), "\n".join(body), "\n".join([*body, "", *rows, "", *body])):
        assert untangle(page) == page


def test_characters_over_the_gap_between_columns_are_kept():
    """A row that reaches into the gap is whole: nothing of a page is lost."""
    rows = [("a" * 30, "b" * 30)] * 12 + [("c" * 44, "d" * 20), ("e" * 62, "")]
    characters = [
        Character(sign, x + 5.0 * n, x + 5.0 * n + 4, 700.0 - 12 * row, 10.0, False)
        for row, pair in enumerate(rows)
        for x, text in zip((70.0, 310.0), pair, strict=True)
        for n, sign in enumerate(text)
    ]
    text = "".join(line[0] for line in lines_of(characters, 842.0))
    assert sorted(text) == sorted("".join(a + b for a, b in rows))
