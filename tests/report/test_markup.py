"""What OpenDocument texts and web pages say by their markup: lists, styles, notes, things aside."""

import io
import zipfile
from pathlib import Path

import pytest

from workflow.errors import WorkflowError
from workflow.report.formats import extract_file
from workflow.report.reader import read_report


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip of these files."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def odt(body: str, styles: str = "", **more: str) -> bytes:
    """An OpenDocument text of this body."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "style")
    )
    spaces += ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    kind = {"mimetype": b"application/vnd.oasis.opendocument.text"}
    return zipped(
        {**kind, "content.xml": content.encode(), **{k: v.encode() for k, v in more.items()}}
    )


def test_opendocument_lists_are_numbered_as_their_styles_say(tmp_path: Path) -> None:
    styles = (
        '<text:list-style style:name="L1">'
        '<text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>'
        '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="("'
        ' style:num-suffix=")" text:start-value="2"/>'
        "</text:list-style>"
        '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/>'
        "</text:list-style>"
        '<style:style style:name="Kop" style:default-outline-level="2">'
        '<style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="Kind" style:parent-style-name="Kop"/>'
    )
    entry = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    inner = f"<text:list>{entry.format('binnen', '')}{entry.format('nog een', '')}</text:list>"
    body = (
        '<text:p text:style-name="Kind">Verslag van de JBZ-Raad van 4 maart 2031</text:p>'
        f'<text:list text:style-name="L1">{entry.format("eerste", inner)}'
        f"{entry.format('tweede', '')}</text:list>"
        f'<text:list text:style-name="L1" text:continue-numbering="true">'
        f"{entry.format('derde', '')}</text:list>"
        f'<text:list text:style-name="L2">{entry.format("punt", "")}</text:list>'
        "<text:p>Een<text:line-break/>regel<text:tab/>en<text:s/>meer.<!-- stil --></text:p>"
    )
    path = tmp_path / "lijst.odt"
    path.write_bytes(odt(body, styles))
    extract = extract_file(path)
    labels = {extract.source[line.start : line.end]: line.label for line in extract.lines}
    assert [labels[key] for key in ("eerste", "tweede", "derde")] == ["I.", "II.", "III."]
    assert [labels[key] for key in ("binnen", "nog een")] == ["(b)", "(c)"]
    assert labels["punt"] not in ("", "I.")
    first = next(line for line in extract.lines if line.end > line.start)
    assert (first.heading, first.strong) == (2, True)
    assert "regel en meer." in extract.source


def test_opendocument_comments_changes_and_locks_are_named(tmp_path: Path) -> None:
    path = tmp_path / "open.odt"
    body = (
        "<text:tracked-changes><text:changed-region/></text:tracked-changes>"
        "<text:p>Tekst<office:annotation><text:p>opmerking</text:p></office:annotation>.</text:p>"
    )
    path.write_bytes(odt(body))
    extract = extract_file(path)
    assert "opmerking" not in extract.source
    assert len(extract.notices) == 2
    path.write_bytes(odt(body, **{"META-INF/manifest.xml": "<x>encryption-data</x>"}))
    with pytest.raises(WorkflowError) as locked:
        extract_file(path)
    assert locked.value.key == "report.errors.password"
    path.write_bytes(zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}))
    with pytest.raises(WorkflowError):
        extract_file(path)


def test_what_people_put_into_web_pages_is_read_past(tmp_path: Path) -> None:
    path = tmp_path / "blad.html"
    path.write_text(
        "<html><body><nav>menu</nav><div hidden>weg</div><h1>Verslag</h1>"
        "<p>Oppervlak in km<sup>2</sup> en CO<sub>2</sub>.<br/>Nieuwe regel.<hr/></p>"
        "<ol start='3'><li>derde<ul><li>binnen</li></ul></li><li>vierde</li></ol>"
        "<ol type='a'><li>letter</li></ol>"
        "<p>Een noot<span class='footnote'>1 De tekst ervan.</span> in de regel.</p>"
        "<p>Een tweede<span class='footnote'>zonder nummer</span>.</b></p></body></html>",
        "utf-8",
    )
    extract = extract_file(path)
    text = extract.source
    assert "menu" not in text
    assert "weg" not in text
    assert "km2" in text
    labels = {text[line.start : line.end].strip(): line.label for line in extract.lines}
    assert (labels["derde"], labels["vierde"]) == ("3.", "4.")
    assert labels["letter"].startswith("a")
    assert labels["binnen"]
    assert any("De tekst ervan." in text[line.start : line.end] for line in extract.lines)


SIGNED = {
    "mail": """*Verslag Milieuraad 9 oktober 2031, Luxemburg*

*Belangrijkste resultaten*

- De Raad nam conclusies aan over rietkragen, waaraan
Panama werd toegevoegd

*1. Rietkragen*

De Raad nam de conclusies aan. Nederland steunde de inzet.

*2. Bescherming van vennen en de financiering van het
onderhoud na 2032*

De Commissie schetste de kosten. Een meerderheid van de lidstaten wilde voortgang.

*3. Overig*

Geen bespreking door de Raad.
""",
    "table": """Verslag Milieuraad 9 oktober 2031, Luxemburg

| Agendapunt | Soort | Uitkomst |
|---|---|---|
| Rietkragen | Akkoord | Aangenomen |

1. Rietkragen

De Raad nam de conclusies aan. Nederland steunde de inzet.

2. Bescherming van vennen en de financiering van het onderhoud na 2032

De Commissie schetste de kosten. Een meerderheid van de lidstaten wilde voortgang.

3. Overig

Geen bespreking door de Raad.
""",
}


@pytest.mark.parametrize("name", SIGNED)
def test_headings_in_asterisks_and_tables_in_bars_are_read_in_plain_text(name, tmp_path):
    """As in mails, where a heading may wrap between its asterisks."""
    (tmp_path / "verslag.txt").write_text(SIGNED[name], "utf-8")
    report = read_report(tmp_path / "verslag.txt")
    assert report.title == "Verslag Milieuraad 9 oktober 2031, Luxemburg"
    assert [(item.number, item.title) for _, item in report.items() if item.number] == [
        ("1", "Rietkragen"),
        ("2", "Bescherming van vennen en de financiering van het onderhoud na 2032"),
        ("3", "Overig"),
    ]
    assert not {"|", "*"} & set(str(report.parts))
    assert report.place == "Luxemburg"


HEAD = "Verslag van de Raad Algemene Zaken van 4 mei 2033"
WIKI = (
    f"{HEAD}\n\n== Veren ==\n\nDe Raad sprak er kort over.\n\n== Vlotten ==\n\nMalta was tegen.\n"
)
UNDER = f"{HEAD}\n{'=' * len(HEAD)}\n\nVeren\n-----\n\n1. **Malta** sprak.\n2. Polen ook.\n\n" + (
    "Vlotten\n-------\n\nDe Raad sprak er kort over.\n"
)
PIECES = (
    f"**{HEAD}**\n\n**Veren** *(beleidsdebat)*\n\nDe Raad sprak er kort over.\n\n"
    "**Vlotten** *(stand van zaken)*\n\nMalta was tegen.\n"
)
LEADS = (
    f"# {HEAD}\n\n4 mei 2033\n\n**Veren.** De Raad sprak er kort over. **Malta** was tegen.\n\n"
    "**Vlotten:** De Raad sprak er kort over.\n"
    "\n**Spanje:** Ook over boten.\n"
)


@pytest.mark.parametrize("text", [WIKI, UNDER, PIECES, LEADS])
def test_titles_stand_between_signs_in_many_ways(tmp_path, text):
    path = tmp_path / "verslag.md"
    path.write_text(text)
    found = read_report(path).items()
    assert [item.title for _, item in found] == ["Veren", "Vlotten"]
    assert all(item.sentences for _, item in found)
    assert "**" not in str(found)


def test_labels_in_bold_open_no_items_where_lines_are_headings(tmp_path):
    path = tmp_path / "verslag.md"
    path.write_text(
        f"# {HEAD}\n\n## Veren\n\n**Steun:** Malta en Spanje.\n\n**Tegen:** Polen en Italië.\n\n"
        "## Vlotten\n\n**Uitkomst:** De Raad nam conclusies aan.\n"
    )
    assert [item.title for _, item in read_report(path).items()] == ["Veren", "Vlotten"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("**Commissie:**", "**Voorzitterschap:**"), ("**Steun:**", "**Tegen:**"),
        ("**De Commissie.**", "**Malta, Cyprus en Polen:**"), ("**Uitkomst:**", "**Vervolg:**"),
    ],
)  # fmt: skip
def test_words_in_bold_that_say_who_speaks_or_what_follows_are_no_titles(tmp_path, first, second):
    path = tmp_path / "verslag.md"
    text = "De ministers spraken over de vaart op de rivieren van de Unie en over de steigers."
    path.write_text(f"# {HEAD}\n\n{first} {text}\n\n{second} {text}\n\n**Raad** {text}\n")
    assert [item.title for _, item in read_report(path).items()] == [""]


def test_the_end_of_a_page_is_no_text_and_raised_numbers_below_open_notes(tmp_path):
    path = tmp_path / "blad.html"
    note = "<p><sup>{}</sup> Kamerstuk {}.</p>"
    path.write_text(
        f"<html><body><h1>{HEAD}</h1><h2>Veren</h2><p>De Raad sprak er kort over."
        "<sup><a href='#a'>1</a></sup> Malta ook.</p><h2>Vlotten</h2>"
        "<p>Spanje was tegen.<sup><a href='#b'>2</a></sup></p><hr>"
        f"{note.format(1, 'een')}{note.format(2, 'twee')}</body></html>"
    )
    veren, vlotten = [item for _, item in read_report(path).items()]
    assert [(n.mark, n.text, n.sentence) for n in veren.footnotes] == [("1", "Kamerstuk een.", 1)]
    assert [(n.mark, n.text) for n in vlotten.footnotes] == [("2", "Kamerstuk twee.")]
    assert [s.text for s in vlotten.sentences] == ["Spanje was tegen."]
    path.write_text(path.read_text().replace("</body>", "<footer><p>Over ons.</p></footer></body>"))
    assert "Over ons." not in str(read_report(path))


@pytest.mark.parametrize(
    ("piece", "named", "kept"),
    [
        ("blockquote", "", True), ("article", "", True), ("section", "", True), ("div", "", False),
        ("article", " class='entry-footer'", False),
    ],
)  # fmt: skip
def test_the_last_line_of_a_piece_of_text_is_no_end_of_the_page(tmp_path, piece, named, kept):
    path = tmp_path / "blad.html"
    path.write_text(
        f"<html><h1>{HEAD}</h1><h2>Veren</h2><{piece}><p>Varen!</p><footer{named}>De minister."
        f"</footer></{piece}><p>De Raad sprak er kort over.</p><footer><p>© Rijk</p></footer>"
    )
    sentences = [s.text for _, item in read_report(path).items() for s in item.sentences]
    assert sentences == ["Varen!", *["De minister."] * kept, "De Raad sprak er kort over."]


def test_a_note_in_a_block_that_goes_on_ends_with_its_line(tmp_path):
    path = tmp_path / "blad.html"
    path.write_text(
        f"<html><body><h1>{HEAD}</h1><h2>Veren</h2><p>De Raad sprak er kort over.<sup><a>1</a>"
        "</sup></p><sup>1</sup> Kamerstuk een.<br><div>De Commissie vroeg om een plan.</div>"
        "<h2>Vlotten</h2><p>Malta was tegen.</p></body></html>"
    )
    veren, vlotten = [item for _, item in read_report(path).items()]
    assert [note.text for note in veren.footnotes] == ["Kamerstuk een."]
    assert [s.text for s in veren.sentences][1:] == ["De Commissie vroeg om een plan."]
    assert [s.text for s in vlotten.sentences] == ["Malta was tegen."]


def test_lines_in_a_quotation_stay_apart(tmp_path):
    path = tmp_path / "verslag.md"
    inset = "> **Inzet Nederland**\n>\n> Nederland wil meer veren.\n>\n> * snelle\n> * schone\n\n"
    path.write_text(f"# {HEAD}\n\n## Veren\n\n{inset}## Boten\n\nDe Raad sprak er kort over.\n")
    veren = read_report(path).items()[0][1]
    assert [sentence.text for sentence in veren.sentences] == [
        "Inzet Nederland", "Nederland wil meer veren.", "snelle", "schone",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "heading",
    [
        "<button>{}</button>", "{} <button>Kopieer link</button>", "<button>Deel</button>{}",
        "<button><b>{}</b></button><button>Deel</button>",
    ],
)  # fmt: skip
def test_a_button_is_a_title_where_it_is_all_of_a_heading(tmp_path, heading):
    path = tmp_path / "blad.html"
    path.write_text(
        f"<html><h1>{HEAD}</h1><button>Print</button><h2>{heading.format('Veren')}</h2><p>De Raad "
        f"sprak er kort over.</p><h2>{heading.format('Boten')}</h2><p>Malta sprak.</p>"
    )
    assert [item.title for _, item in read_report(path).items()] == ["Veren", "Boten"]


def test_notes_without_a_text_stop_no_reading(tmp_path):
    path = tmp_path / "leeg.html"
    path.write_text(
        f"<h1>{HEAD}</h1><h2>Veren</h2><p>De Raad sprak er kort over.<sup>1</sup></p>"
        "<p><sup>1</sup> </p><p><sup>1</sup> </p>"
    )
    (veren,) = [item for _, item in read_report(path).items()]
    assert [s.text for s in veren.sentences] == ["De Raad sprak er kort over."]


def test_marks_of_notes_may_be_words(tmp_path):
    path = tmp_path / "blad.html"
    mark = "<sup id='r{0}'><a href='#n{0}'>[footnote {0}]</a></sup>"
    path.write_text(
        "<html><h1>Report of the Transport Council of 4 May 2033</h1><h2>Ferries</h2><p>The "
        f"Council spoke of ferries {mark.format(1)}. Malta abstained.</p><h2>Rafts</h2><p>Spain "
        f"was against {mark.format(2)}.</p><div class='footnotes'><ol><li><p>COM(2033) 4. "
        "<a>↩</a></p></li><li><p>Document 9/33.</p></li></ol></div></html>"
    )
    ferries, rafts = [item for _, item in read_report(path).items()]
    assert [s.text for s in ferries.sentences] == [
        "The Council spoke of ferries.", "Malta abstained.",
    ]  # fmt: skip
    assert [(n.mark, n.sentence) for n in ferries.footnotes] == [("1", 1)]
    assert [n.text for n in ferries.footnotes + rafts.footnotes] == [
        "COM(2033) 4.", "Document 9/33.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("behind", "kept"),
    [
        ("<ul><li>Europese Unie</li></ul>", 0),
        ("<p>Ada Berg, voorlichter</p><h2>Vlotten</h2><p>Malta was tegen.</p>", 0),
        ("<p>Malta vroeg om een tweede gesprek.</p>", 1),
        ("<p>Malta: meer cijfers nodig</p>", 1),
        ("<p>Malta vroeg om een tweede gesprek</p>", 1),
        (
            "<p>A</p><aside class='related'><p><a>Over de Europese Unie.</a></p></aside>",
            0,
        ),
    ],
)
def test_links_and_names_below_a_report_are_no_text(tmp_path, behind, kept):
    path = tmp_path / "blad.html"
    path.write_text(
        f"<html><h1>{HEAD}</h1><div class='field--related-items'><h2>Veren</h2><p>De Raad sprak er "
        f"kort over.</p></div><h2>Contact</h2>{behind}</html>"
    )
    found = read_report(path).items()
    assert [item.title for _, item in found if item.title == "Contact"] == ["Contact"] * kept
    assert "voorlichter" not in str(found)
    assert "Europese Unie" not in str(found)


def test_a_table_of_what_was_agreed_is_no_list_of_contents(tmp_path):
    path = tmp_path / "verslag.md"
    path.write_text(
        f"# {HEAD}\n\n| Punt | Uitkomst |\n|---|---|\n| Veren | Akkoord |\n| Boten | Conclusies |\n"
        "| Vlotten | Akkoord |\n\n## Veren\n\nDe Raad sprak er kort over.\n\n## Boten\n\nMalta "
        "was tegen.\n\n## Vlotten\n\nPolen ook.\n"
    )
    first, *others = [item for _, item in read_report(path).items()]
    assert [s.text for s in first.sentences][2:] == [
        "Veren", "Akkoord", "Boten", "Conclusies", "Vlotten", "Akkoord",
    ]  # fmt: skip
    assert [item.title for item in others] == ["Veren", "Boten", "Vlotten"]


def test_rows_of_a_table_below_a_title_are_no_items(tmp_path):
    path = tmp_path / "verslag.md"
    path.write_text(
        f"# {HEAD}\n\n## Veren\n\n| Onderwerp | Verloop |\n|---|---|\n| Tol | De Raad sprak er "
        "kort over. Malta was tegen. |\n| Dek | Polen wil een dek. |\n\n## Boten\n\nPolen ook.\n"
    )
    assert [item.title for _, item in read_report(path).items()] == ["Veren", "Boten"]


def test_names_and_links_at_the_end_of_an_article_are_no_text(tmp_path):
    path = tmp_path / "blad.html"
    path.write_text(
        f"<html><h1>{HEAD}</h1><article><h2>Veren</h2><p>De Raad sprak er kort over.</p><footer>"
        "<p>De minister sprak ook met Malta.</p><p>Bijgewerkt door A. Berg</p><p>Alle verslagen "
        "van deze raad</p></footer></article>"
    )
    found = [(i.title, [s.text for s in i.sentences]) for _, i in read_report(path).items()]
    assert found == [("Veren", ["De Raad sprak er kort over.", "De minister sprak ook met Malta."])]


@pytest.mark.parametrize(
    "block",
    [
        "<div class='share'><span>Delen</span><button>Facebook</button></div>",
        "<ul class='share'><li><button>Mail</button></li><li>WhatsApp</li></ul>",
        "<div class='share'><a href='x'>Mail</a><span>Delen</span></div>",
    ],
)
def test_a_block_of_links_or_buttons_for_sharing_is_no_text(tmp_path, block):
    path = tmp_path / "blad.html"
    items = "".join(
        f"<h2>{title}</h2><p>De Raad sprak er kort over. Malta was tegen.</p>{block}"
        for title in ("Veren", "Boten")
    )
    path.write_text(f"<html><h1>{HEAD}</h1>{items}</html>")
    said = ["De Raad sprak er kort over.", "Malta was tegen."]
    found = [(i.title, [s.text for s in i.sentences]) for _, i in read_report(path).items()]
    assert found == [("Veren", said), ("Boten", said)]


@pytest.mark.parametrize(
    ("named", "kept"),
    [
        ("id='social-policy'", 1), ("class='social'", 1), ("class='share-of-renewables'", 1),
        ("id='related-acts'", 1), ("class='social-media'", 0), ("class='share-buttons'", 0),
        ("class='related'", 1), ("class='block related-links'", 0), ("class='share'><a>X</a", 0),
        ("class='block related'><a href='x'>Y</a", 0),
        ("class='share'><button>Facebook</button", 0),
    ],
)  # fmt: skip
def test_a_block_that_is_named_after_its_subject_is_text(tmp_path, named, kept):
    path = tmp_path / "blad.html"
    path.write_text(
        f"<html><h1>{HEAD}</h1><div><h2>Veren</h2><p>De Raad sprak er kort over.</p></div>"
        f"<div {named}><h2>Pensioenen</h2><p>Malta was tegen.</p></div></html>"
    )
    titles = [item.title for _, item in read_report(path).items()]
    assert titles == ["Veren", *["Pensioenen"] * kept]


@pytest.mark.parametrize("sign", ["#", "##"])
def test_a_text_that_starts_with_a_heading_in_signs_is_markdown(tmp_path, sign):
    path = tmp_path / "verslag.md"
    path.write_text(
        f"{sign} {HEAD}\n\nI. Veren op de grote rivieren\n===\n\nDe Raad sprak er kort over.\n\n"
        "II. Boten\n===\n\n(a) Malta was tegen.\n(b) Polen vroeg om geld.\n"
    )
    report = read_report(path)
    assert report.title == HEAD
    found = [(item.number, item.title, len(item.sentences)) for _, item in report.items()]
    assert found == [("I", "Veren op de grote rivieren", 1), ("II", "Boten", 2)]


@pytest.mark.parametrize(
    "heads",
    [("Zaak", "Afloop"), ("Onderwerp", "Verloop"), ("Nr.", "Zaak"), ("Thema", "Toelichting")],
)
def test_the_heads_of_a_table_that_holds_the_report_are_no_text(tmp_path, heads):
    path = tmp_path / "blad.html"
    rows = "".join(
        f"<tr><td>{title}</td><td>De Raad sprak er kort over. Malta was tegen.</td></tr>"
        for title in ("Veren", "Boten", "Vlotten")
    )
    above = "".join(f"<th>{head}</th>" for head in heads)
    path.write_text(f"<html><h1>{HEAD}</h1><table><tr>{above}</tr>{rows}</table></html>")
    report = read_report(path)
    assert [part.title for part in report.parts] == [""]
    assert [item.title for _, item in report.items()] == ["Veren", "Boten", "Vlotten"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Visquota 2032", "Aangenomen"), ("Fishing quotas 2032", "Adopted"),
        ("Vaststelling agenda", "Zonder opmerkingen"),
    ],
)  # fmt: skip
def test_a_short_first_row_of_a_table_that_names_no_columns_is_text(tmp_path, first, second):
    path = tmp_path / "blad.html"
    rows = "".join(
        f"<tr><td>{title}</td><td>De Raad sprak er kort over. Malta was tegen.</td></tr>"
        for title in ("Veren", "Boten", "Vlotten")
    )
    above = f"<tr><td>{first}</td><td>{second}</td></tr>"
    path.write_text(f"<html><h1>{HEAD}</h1><table>{above}{rows}</table></html>")
    report = read_report(path)
    said = [sentence.text for _, item in report.items() for sentence in item.sentences]
    assert {first, second} <= {*said, *(item.title for _, item in report.items())}


@pytest.mark.parametrize(
    "contents",
    [
        "**Inhoud**\n\n| Punt | Blz. |\n|---|---|\n| Veren | 2 |\n| Boten | 3 |\n| Wrakken | 5 |\n",
        "**Inhoud**\n\n- Veren\n- Boten\n- Wrakken\n",
        "Inhoud\n\nVeren\n\nBoten\n\nWrakken\n",
    ],
)
def test_a_list_of_contents_above_titles_in_bold_before_their_text_is_no_text(tmp_path, contents):
    path = tmp_path / "verslag.md"
    path.write_text(
        f"# {HEAD}\n\n{contents}\n**Veren:** De Raad sprak er kort over.\n\n**Boten:** Malta was "
        "tegen.\n\n**Wrakken:** Polen vroeg om geld.\n"
    )
    report = read_report(path)
    assert [part.title for part in report.parts] == [""]
    found = [(item.title, len(item.sentences)) for _, item in report.items()]
    assert found == [("Veren", 1), ("Boten", 1), ("Wrakken", 1)]


@pytest.mark.parametrize("mark", ["", "<sup>1</sup>"])
def test_a_footer_that_holds_the_note_of_a_mark_is_no_part_of_the_page(tmp_path, mark):
    path = tmp_path / "blad.html"
    path.write_text(
        f"<html><h1>{HEAD}</h1><h2>Veren</h2><p>De Raad sprak er kort over{mark}.</p><h2>Boten</h2>"
        "<p>Malta was tegen.</p><footer><p><sup>1</sup> Zie het verdrag over veren.</p></footer>"
        "</html>"
    )
    notes = [note.text for _, item in read_report(path).items() for note in item.footnotes]
    assert notes == ["Zie het verdrag over veren."] * bool(mark)


@pytest.mark.parametrize(
    ("points", "kept"),
    [
        (("Malta vroeg om cijfers", "Polen steunde een kortere termijn"), 1),
        (("Verdrag inzake veren", "Ada Berg, voorlichter"), 0),
    ],
)
def test_points_with_a_verb_above_the_rest_of_a_report_are_no_links(tmp_path, points, kept):
    path = tmp_path / "blad.html"
    path.write_text(
        f"<html><h1>{HEAD}</h1><h2>Veren</h2><p>De Raad sprak er kort over.</p><h2>Contact"
        f"</h2><ul><li>{points[0]}</li><li>{points[1]}</li></ul><h2>Boten</h2><p>Malta sprak.</p>"
    )
    found = [(item.title, len(item.sentences)) for _, item in read_report(path).items()]
    assert found == [("Veren", 1), *[("Contact", 2)] * kept, ("Boten", 1)]


@pytest.mark.parametrize("above", ["", "<tr><th>Nr.</th><th>Zaak</th><th>Blz.</th></tr>"])
@pytest.mark.parametrize("cell", ["", "<td>{}.</td>"])
@pytest.mark.parametrize(("pages", "kept"), [((2, 3, 3), 0), ((12, 27, 3), 3)])
def test_a_table_of_titles_and_pages_is_a_list_of_contents(tmp_path, above, cell, pages, kept):
    path = tmp_path / "blad.html"
    titles = ("Veren", "Boten", "Vlotten")
    rows = "".join(
        f"<tr>{cell.format(n)}<td>{title}</td><td>{page}</td></tr>"
        for n, (title, page) in enumerate(zip(titles, pages, strict=True), 1)
    )
    body = "".join(
        f"<h2>{f'{n}. ' if cell else ''}{title}</h2><p>De Raad sprak er kort over.</p>"
        for n, title in enumerate(titles, 1)
    )
    path.write_text(f"<html><h1>{HEAD}</h1><table>{above}{rows}</table>{body}</html>")
    found = [(item.title, len(item.sentences)) for _, item in read_report(path).items()]
    assert found[-3:] == [(title, 1) for title in titles]
    assert len(found) == 3 + bool(kept)


@pytest.mark.parametrize(
    ("lead", "text", "kept"),
    [
        ("Stand van zaken", "", True), ("Europees Parlement", "", True),
        ("Tegen", "Polen en Italië.", False), ("Malta", "", False), ("Uitkomst", "", False),
    ],
)  # fmt: skip
def test_a_word_that_may_be_a_label_is_a_title_once_among_many_in_bold(tmp_path, lead, text, kept):
    path = tmp_path / "verslag.md"
    long = "De ministers spraken over de vaart op de rivieren van de Unie en over de steigers."
    titles = ["Veren", lead, "Boten", "Vlotten", *["Uitkomst"] * (lead == "Uitkomst")]
    said = "\n\n".join(f"**{t}:** {text if text and t == lead else long}" for t in titles)
    path.write_text(f"# {HEAD}\n\n{said}\n")
    found = [item.title for _, item in read_report(path).items()]
    assert found == ["Veren", *[lead] * kept, "Boten", "Vlotten"]
