"""What Word files say by their markup beyond headings and notes: boxes, breaks, signs, marks."""

from pathlib import Path

import pytest

from tests.report import make_formats
from workflow.report.formats import extract_file
from workflow.report.formats.extract import Extract
from workflow.report.reader import read_report


def extract(folder: Path, body: str, **parts: str) -> Extract:
    """A Word file of this body, read."""
    path = folder / "blad.docx"
    extra = {f"word/{name}.xml": text for name, text in parts.items()}
    path.write_bytes(make_formats.word_document(body, extra=extra))
    return extract_file(path)


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def lines(found: Extract) -> list[str]:
    return [found.source[line.start : line.end] for line in found.lines if line.end > line.start]


@pytest.mark.parametrize(
    ("between", "told"),
    [
        ("<w:r><w:br/></w:r>", ["voor", "na"]),
        ("<w:r><w:cr/></w:r>", ["voor", "na"]),
        ("<w:r><w:tab/></w:r>", ["voor na"]),
        ("<w:r><w:noBreakHyphen/></w:r>", ["voor-na"]),
        ('<w:r><w:sym w:char="20AC"/></w:r>', ["voor€na"]),
        ('<w:r><w:sym w:char="geen"/></w:r>', ["voor na"]),
        (run("stil", "<w:vanish/>"), ["voorna"]),
        (run("-toch-", '<w:vanish w:val="0"/>'), ["voor-toch-na"]),
    ],
)
def test_signs_and_breaks_within_a_paragraph(tmp_path: Path, between: str, told: list[str]) -> None:
    assert lines(extract(tmp_path, f"<w:p>{run('voor')}{between}{run('na')}</w:p>")) == told


def test_the_text_of_a_box_stands_on_a_line_of_its_own(tmp_path: Path) -> None:
    box = f"<w:r><w:pict><w:txbxContent><w:p>{run('kader')}</w:p></w:txbxContent></w:pict></w:r>"
    assert lines(extract(tmp_path, f"<w:p>{run('ervoor')}{box}</w:p>")) == ["ervoor", "kader"]


def test_a_paragraph_whose_end_was_deleted_runs_on(tmp_path: Path) -> None:
    ended = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    body = f"<w:p>{ended}{run('De Raad ')}</w:p><w:p>{run('stemde in.')}</w:p>"
    assert lines(extract(tmp_path, body)) == ["De Raad stemde in."]


def test_endnotes_count_apart_and_unused_notes_are_left_out(tmp_path: Path) -> None:
    note = '<w:endnote w:id="{}"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:endnote>'
    notes = (
        f"<w:endnotes {make_formats._W}>{note.format(7, 'Aan het eind.')}"
        f"{note.format(8, 'Nergens genoemd.')}</w:endnotes>"
    )
    mark = '<w:r><w:endnoteReference w:id="7"/></w:r>'
    found = extract(tmp_path, f"<w:p>{run('Tekst')}{mark}{mark}</w:p>", endnotes=notes)
    assert {each.mark for each in found.marks} == {"e1"}
    told = {line.note: found.source[line.start : line.end] for line in found.lines if line.note}
    assert told == {"e1": "Aan het eind."}
    assert "Nergens" not in found.source


def test_styles_hand_on_headings_and_paragraphs_overrule_them(tmp_path: Path) -> None:
    style = '<w:style w:type="paragraph" w:styleId="{}">{}</w:style>'
    styles = (
        f"<w:styles {make_formats._W}>"
        + style.format("Kop", '<w:name w:val="heading 2"/>')
        + style.format("Kind", '<w:name w:val="Eigen"/><w:basedOn w:val="Kop"/>')
        + style.format("Kring", '<w:name w:val="Kring"/><w:basedOn w:val="Kring"/>')
        + "</w:styles>"
    )
    named = '<w:p><w:pPr><w:pStyle w:val="{}"/>{}</w:pPr>{}</w:p>'
    body = (
        named.format("Kind", "", run("geërfd"))
        + named.format("Kind", '<w:outlineLvl w:val="0"/>', run("eigen"))
        + named.format("Kind", '<w:outlineLvl w:val="9"/>', run("gewoon"))
        + named.format("Kind", '<w:outlineLvl w:val="x"/>', run("stuk"))
        + named.format("Kring", "", run("kring"))
    )
    found = extract(tmp_path, body, styles=styles)
    levels = {found.source[line.start : line.end]: line.heading for line in found.lines}
    levels.pop("", None)
    assert levels == {"geërfd": 2, "eigen": 1, "gewoon": 0, "stuk": 0, "kring": 0}


def test_cells_of_a_table_open_no_items(tmp_path):
    """Where the headings of a file are plain lines, its tables have lines like them."""
    rows = [("Lidstaat", "Standpunt"), ("Duitsland", "Steun"), ("Italië", "Voorbehoud")]
    body = "De ministers spraken over de vaart op de grote rivieren van de Unie."
    texts = ["Verslag Transportraad 12 mei 2037", "Veerdiensten", body]
    after = ["Oostenrijk vroeg om een kaart van alle veren.", "Rivierpolitie", body]
    document = (
        "".join(map(make_formats.word_paragraph, texts))
        + make_formats.word_table(rows)
        + "".join(map(make_formats.word_paragraph, after))
    )
    path = tmp_path / "report.docx"
    path.write_bytes(make_formats.word_document(document))
    report = read_report(path)
    assert [item.title for _, item in report.items()] == ["Veerdiensten", "Rivierpolitie"]
    assert "Voorbehoud" in [s.text for _, item in report.items() for s in item.sentences]


@pytest.mark.parametrize(
    "rows",
    [
        (("1.", "Veren"), ("", "De Raad sprak er kort over."), ("2.", "Boten"), ("", "Ook.")),
        (("Onderwerp", "Verloop"), ("1. Veren", "De Raad sprak er kort over."),
         ("2. Boten", "Malta was tegen.")),
        (("Nr.", "Onderwerp", "Verslag"), ("1", "Veren", "De Raad sprak er kort over."),
         ("2", "Boten", "Malta was tegen.")),
        (("Agendapunt", "1. Veren"), ("Uitkomst", "De Raad sprak er kort over."),
         ("Agendapunt", "2. Boten"), ("Uitkomst", "Malta was tegen.")),
    ],
)  # fmt: skip
def test_numbers_in_cells_of_their_own_belong_to_the_titles_beside_them(tmp_path, rows):
    title = make_formats.word_paragraph("Verslag Transportraad 12 mei 2037")
    path = tmp_path / "report.docx"
    path.write_bytes(make_formats.word_document(title + make_formats.word_table(rows)))
    report = read_report(path)
    found = [(item.number, item.title) for _, item in report.items() if item.title]
    assert found == [("1", "Veren"), ("2", "Boten")]
    assert [part.title for part in report.parts] == [""]


def test_a_figure_in_one_row_is_no_number_of_the_next(tmp_path):
    """Neither are figures before the names of states, where most of the text is no table."""
    text = "De ministers spraken over de vaart op de grote rivieren van de Unie."
    counted = [("1", "Malta", "Voor"), ("2", "Cyprus", "Tegen"), ("3", "Polen", "Tegen")]
    for rows in ([("Malta", "1"), ("Cyprus", "2"), ("Polen", "3")], counted):
        above = ["Verslag Transportraad 12 mei 2037", "Veerdiensten", text]
        body = [
            *map(make_formats.word_paragraph, above),
            make_formats.word_table(rows),
            *map(make_formats.word_paragraph, ["Rivierpolitie", text]),
        ]
        path = tmp_path / "report.docx"
        path.write_bytes(make_formats.word_document("".join(body)))
        items = [item for _, item in read_report(path).items()]
        assert [item.title for item in items] == ["Veerdiensten", "Rivierpolitie"]


def test_rows_of_a_table_that_holds_the_report_are_items(tmp_path):
    rows = [
        ("Agendapunt", "Verloop", "Inzet"),
        ("Veren", "De Raad sprak er kort over.", "Nederland wil meer veren."),
        ("Boten", "Malta was tegen.", "Geen"),
    ]
    title = make_formats.word_paragraph("Verslag Transportraad 12 mei 2037")
    path = tmp_path / "report.docx"
    path.write_bytes(make_formats.word_document(title + make_formats.word_table(rows)))
    found = [item for _, item in read_report(path).items() if item.title]
    assert [(item.title, [s.text for s in item.sentences]) for item in found] == [
        (title, list(texts)) for title, *texts in rows[1:]
    ]
    view = "De minister is voor het voorstel van de Commissie over de veren."
    states = [("Lidstaat", "Standpunt"), ("Malta", view), ("Polen", view)]
    path.write_bytes(make_formats.word_document(title + make_formats.word_table(states)))
    assert not [item for _, item in read_report(path).items() if item.title in ("Malta", "Polen")]
