"""Results blocks with and without bullets, wrapped and not, and what a doubtful reading says."""

import pytest
from texts import read

from workflow.report.model import Report

POINTS = [
    "De Raad stelde de vaarplannen voor de kleine havens vast",
    "De Raad nam conclusies aan over de dialoog met de havens van de Westelijke Balkan over veilig "
    "varen",
]
PHRASES = [
    "Vaarplannen voor de kleine havens in het stroomgebied",
    "Conclusies over de dialoog met de havens van de Westelijke Balkan over veilig varen",
    "Algemene oriëntatie over de richtlijn sleepdiensten",
]
BODY = (
    "Het voorzitterschap lichtte de stand van zaken toe, waarbij het wees op de nieuwe kaarten.\n"
    "Nederland steunde de inzet van het voorzitterschap, maar vroeg om een langere termijn voor\n"
    "de kleine havens. Enkele lidstaten hadden bezwaren."
)
TITLE = "Verslag van de Raad Justitie en Binnenlandse Zaken, 9 oktober 2031\n\n"


def wrapped(point: str, glyph: str, lead: str, between: str) -> str:
    """A point broken before `Balkan`, as at a narrow margin, its second line not indented."""
    first, found, rest = point.partition(" Balkan")
    line = f"{lead}{glyph}{first}"
    return f"{line}{between}{found.strip()}{rest}" if found else line


def numbered(points: list[str], glyph: str, lead: str, between: str) -> str:
    """A report with numbered items in two parts, the second one without points of its own."""
    block = "\n\n".join(wrapped(point, glyph, lead, between) for point in points)
    return (
        f"{TITLE}I. Binnenlandse Zaken\n\nBelangrijkste resultaten\n\n{block}\n\n"
        f"1. Havens\n\n{BODY}\n\n2. Sleepdiensten\n\n{BODY}\n\n"
        f"II. Justitie\n\n1. Veerdiensten\n\n{BODY}\n"
    )


def shape(report: Report) -> list[tuple[str, list[str], list[str]]]:
    return [
        (f"{part.id} {part.title}", [r.text for r in part.results], [i.title for i in part.items])
        for part in report.parts
    ]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("glyph", "lead", "points"),
    [
        ("\uf0b7 ", " ", POINTS), ("• ", "", POINTS), ("- ", "   ", POINTS),
        ("\uf0b7 ", "", PHRASES), ("", " ", POINTS), ("", "", POINTS), ("", " ", PHRASES),
    ],
)  # fmt: skip
def test_a_capital_on_the_second_line_of_a_result_starts_no_part(glyph, lead, points, between):
    report = read(numbered(points, glyph, lead, between))
    assert shape(report) == [
        ("I Binnenlandse Zaken", points, ["Havens", "Sleepdiensten"]),
        ("II Justitie", [], ["Veerdiensten"]),
    ]
    assert not report.notices


@pytest.mark.parametrize("spaced", [False, True])
def test_long_results_without_bullets_swallow_no_item(spaced):
    """Neither where a blank line stands between the lines of a paragraph as well."""
    body = BODY.replace("\n", "\n\n") if spaced else BODY
    text = numbered(POINTS, "", " ", " ").replace(BODY, body)
    report = read(text)
    assert [item.number for _, item in report.items()] == ["1", "2", "1"]
    assert [result.text for part in report.parts for result in part.results] == POINTS
    assert len(report.parts[0].items[0].sentences) == 3


def test_a_title_and_its_treatment_below_results_are_no_result():
    """Neither where no blank line stands anywhere."""
    points = "\n".join(f"• {point}" for point in PHRASES)
    text = f"{TITLE}Belangrijkste resultaten\n{points}\nHavens en vaarwegen voor kleine sloepen\n"
    report = read(f"{text}Algemene oriëntatie\n{BODY}\nVeren\nVoortgangsverslag\n{BODY}")
    assert [(item.title, item.treatment) for _, item in report.items()] == [
        ("Havens en vaarwegen voor kleine sloepen", "Algemene oriëntatie"),
        ("Veren", "Voortgangsverslag"),
    ]


def test_results_without_bullets_below_fields_that_return_as_parts():
    """Each line with a blank before it, as an extractor leaves a bullet that it lost."""
    fields = {"Justitie": PHRASES, "Binnenlandse zaken": POINTS}
    block = "".join(
        f"{field}\n\n" + "".join(f"{wrapped(point, '', ' ', chr(10))}\n\n" for point in points)
        for field, points in fields.items()
    )
    text = f"{TITLE}Belangrijkste resultaten\n\n{block}I. Justitie\n\n1. Havens\n\n{BODY}\n\n"
    report = read(f"{text}II. Binnenlandse zaken\n\n1. Veren\n\n{BODY}")
    assert [(r.heading, r.text) for part in report.parts for r in part.results] == [
        (field, point) for field, points in fields.items() for point in points
    ]
    assert [part.id for part in report.parts if part.items] == ["I", "II"]


def test_results_of_two_lines_without_a_blank_line_between_are_two():
    points = [
        "De Raad bereikte een politiek akkoord over het vaarprogramma 2032",
        "Ministers spraken over de toekomst van de kleine havens",
        "De Raad nam een aanbeveling aan over veilig varen",
    ]
    text = f"{TITLE}Belangrijkste uitkomsten\n\n" + "\n".join(points)
    text += f"\n\nJUSTITIE\n\nAgendapunt 1: Havens\n\n{BODY}\n\nAgendapunt 2: Veren\n\n{BODY}"
    report = read(text)
    assert [result.text for part in report.parts for result in part.results] == points
    assert [part.title for part in report.parts if part.title] == ["JUSTITIE"]


def test_results_without_bullets_end_before_the_first_heading_that_has_text():
    """Told in sentences, or as a row of phrases; then a notice says where they end."""
    for points, notices in ((POINTS[:1], 0), (PHRASES, 1)):
        block = "\n\n".join(points)
        text = f"{TITLE}Belangrijkste resultaten\n\n{block}\n\nHavens\n\n{BODY}\n\nVeren\n\n{BODY}"
        report = read(text)
        assert [result.text for part in report.parts for result in part.results] == points
        assert [item.title for _, item in report.items()] == ["Havens", "Veren"]
        assert [("“Havens”" in n.text) for n in report.notices] == [True] * notices


def test_results_that_are_counted_are_no_items():
    counted = "\n".join(f"{n}. {point}" for n, point in enumerate(PHRASES, 1))
    text = (
        f"{TITLE}Belangrijkste resultaten\n\n{counted}\n\n1. Havens\n\n{BODY}\n\n2. Veren\n\n{BODY}"
    )
    report = read(text)
    assert [result.text for part in report.parts for result in part.results] == PHRASES
    assert [(i.number, i.title) for _, i in report.items()] == [("1", "Havens"), ("2", "Veren")]
    text = f"{TITLE}Belangrijkste resultaten\n\n1. Havens\n\n{BODY}\n\n2. Veren\n\n{BODY}"
    assert [i.title for _, i in read(text).items()] == ["Havens", "Veren"]


def test_results_below_the_names_of_fields_stay_results_above_numbered_items():
    fields = {"Binnenlandse zaken": POINTS, "Justitie": PHRASES}
    block = "".join(
        f"{field}\n\n" + "".join(f"• {point}\n" for point in points) + "\n"
        for field, points in fields.items()
    )
    items = f"1. Binnenlandse zaken\n\n1.1. Havens\n\n{BODY}\n\n2. Justitie\n\n2.1. Veren\n\n{BODY}"
    report = read(f"{TITLE}Belangrijkste resultaten\n\n{block}{items}")
    assert [r.text for part in report.parts for r in part.results] == POINTS + PHRASES
    assert [(part.id, part.title) for part in report.parts if part.items] == [
        ("1", "Binnenlandse zaken"), ("2", "Justitie"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (lambda t: t.replace("2. Sleepdiensten", "3. Sleepdiensten"), "met nummer 2;"),
        (lambda t: t.replace("1. Havens\n\n", "Havens "), "met nummer 1;"),
        (lambda t: t.replace("II. Justitie\n\n", ""), "opnieuw, na 2"),
        (lambda t: t + "\nIII. Migratie\n", "Onder “Migratie” is geen"),
        (lambda t: t.replace("Sleepdiensten", "De Raad besprak het akkoord"), "lijkt een zin"),
    ],
)
def test_a_structure_that_does_not_count_on_is_told(edit, words):
    report = read(edit(numbered(POINTS, "• ", "", " ")))
    (notice,) = [n for n in report.notices if words in n.text]
    assert report.source.split("\n")[notice.line - 1].strip()


def test_underlined_headings_stand_alone():
    """A row of dashes as long as the line above; a rule above notes is none."""
    heads = ["Eurogroep", "Ecofinraad"]
    parts = "".join(
        f"{head}\n{'-' * len(head)}\n\nStand van de {head.lower()} in de zomer\n\n{BODY}\n\n"
        for head in heads
    )
    title = "VERSLAG EUROGROEP EN ECOFINRAAD 9 OKTOBER 2031"
    report = read(f"{title}\n{'=' * len(title)}\n\n{parts}")
    assert [(part.title, len(part.items)) for part in report.parts] == [(h, 1) for h in heads]
    assert "--" not in str(report.parts)
    assert "==" not in str(report.parts)


def test_what_a_page_says_about_the_speaker_is_no_item():
    text = (
        "Written statements\nEnvironment Council: October 2031\nStatement made on 12 October "
        "2031\n\nStatement UIN HCWS412\n\nStatement made by\n\nAda Rivers\nMinister for Water\n"
        "Labour\nPenwith South\nCommons\n\nStatement\n\nI attended the Environment Council in "
        "Brussels on 9 October.\n\nReed beds\n\nThe Commission presented its plan. The UK welcomed "
        "it.\n\nPonds\n\nMost member states supported the presidency.\n\nENDS\n"
    )
    report = read(text)
    assert [item.title for _, item in report.items() if item.title] == ["Reed beds", "Ponds"]
    assert report.parts[0].items[0].sentences[0].text.startswith("I attended")
    assert "ENDS" not in str(report.parts)


def test_rows_set_apart_by_tabs_are_a_table():
    rows = ["Item\tType\tOutcome", "Ponds\tLegislative\tAgreement", "Reeds\tOther\tConclusions"]
    rows += ["Global reed treaty\tNon-legislative\tConclusions"]
    body = "The presidency noted broad support. Germany voted against."
    text = "Report on the Environment Council of 9 October 2031\n\nThe table lists the agenda.\n\n"
    text += "\n".join(rows) + f"\n\n1. Ponds\n\n{body}\n\n2. Reeds\n\n{body}\n"
    report = read(text)
    assert [part.title for part in report.parts] == [""]
    assert [item.title for _, item in report.items() if item.number] == ["Ponds", "Reeds"]


@pytest.mark.parametrize(
    ("head", "title", "days"),
    [
        (
            "Verslag over de Milieuraad van 9 oktober 2031\n\nnamens de commissie\nuitgebracht "
            "door de heer Piet Riet\n\nDAMES EN HEREN,",
            "Verslag over de Milieuraad van 9 oktober 2031",
            [9],
        ),
        (
            "Milieuraad\nDonderdag 9 en vrijdag 10 oktober 2031 te Brussel",
            "Milieuraad Donderdag 9 en vrijdag 10 oktober 2031 te Brussel",
            [9, 10],
        ),
        (
            "Verslag Milieuraad 9 oktober 2031, Brussel",
            "Verslag Milieuraad 9 oktober 2031, Brussel",
            [9],
        ),
    ],
)
def test_what_stands_below_a_title_belongs_to_it_or_to_nothing(head, title, days):
    body = "Het voorzitterschap lichtte het voorstel toe. Nederland steunde de inzet."
    text = f"{head}\n\nDe Raad kwam bijeen.\n\n* * *\n\nRietkragen\n\n{body}\n\nVennen\n\n{body}"
    report = read(text)
    assert (report.title, [day.day for day in report.dates]) == (title, days)
    assert report.place in ("", "Brussel")
    assert [s.text for s in report.parts[0].items[0].sentences] == ["De Raad kwam bijeen."]
    assert [item.title for _, item in report.items() if item.title] == ["Rietkragen", "Vennen"]


def test_parts_numbered_with_a_stop_and_a_dash():
    body = "De minister lichtte de uitkomst toe. Nederland steunde de inzet van de Raad."
    text = f"{TITLE}I. — UITEENZETTING\n\nA. Havens\n\n{body}\n\nB. Veren\n\n{body}\n\n"
    report = read(f"{text}II. — VRAGEN\n\n{body}")
    assert [(part.id, part.title) for part in report.parts if part.id] == [
        ("I", "UITEENZETTING"), ("II", "VRAGEN"),
    ]  # fmt: skip


def test_labels_that_return_in_items_are_no_titles():
    """`Bespreking: …` and `Uitkomst: …` stand in every item."""
    labels = (
        f"Bespreking: {BODY}\n\nUitkomst: Er werd een algemene oriëntatie vastgesteld, zei men."
    )
    heads = ["Netten", "Gasopslagen", "Kabels"]
    text = TITLE + "\n\n".join(f"{head}\n\n{labels}" for head in heads)
    report = read(text)
    assert [(i.title, i.treatment) for _, i in report.items()] == [(head, "") for head in heads]


def test_a_footer_with_its_page_of_pages_is_no_text():
    page = "CM\\1312345EN.docx        {n}/3        PE778.901v01-00\nEN    United in diversity    EN"
    speakers = ["Germany", "The Commission", "The presidency", "Most member states", "The UK"]
    pages = "".join(
        f"{n}. {head}\n\n"
        + "".join(f"{who} spoke of the {head.lower()}.\n\n" for who in speakers)
        + f"{page.format(n=n)}\n\n"
        for n, head in enumerate(["Ponds", "Reeds", "Moors"], 1)
    )
    report = read(f"Report on the Environment Council of 9 October 2031\n\n{pages}")
    assert "docx" not in str(report.parts)
    assert "diversity" not in str(report.parts)
