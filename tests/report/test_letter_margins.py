"""What letters and pages print around a report: margins, signatures, subjects, annexes."""

import textwrap

import pytest
from texts import read

from workflow.report.model import Report

BODY = "Het voorzitterschap lichtte het voorstel toe. Nederland steunde de inzet van de Raad."
SPEAKERS = ("Finland", "Malta", "Polen", "Spanje", "Italië", "De Commissie", "Het voorzitterschap")
LONG = "\n\n".join(f"{who} sprak over de vennen." for who in SPEAKERS)
MARGIN = "Directie Water en Wal\n\nDatum\n3 november 2031\n\nOns kenmerk\n7712345\n"


def titles(report: Report) -> list[str]:
    return [item.title for _, item in report.items() if not item.is_introduction]


def test_what_a_letter_prints_in_the_margin_of_every_page_is_no_text():
    """Office, day and reference return in mid-sentence and between items."""
    letter = (
        "Aan de Voorzitter van de Tweede Kamer\n\nDatum   3 november 2031\n\nRietlaan 147\n\n"
        "Ons kenmerk\n7712345\n\nBij beantwoording de datum en ons kenmerk vermelden. Wilt u "
        "slechts een zaak in uw brief behandelen.\n\nHierbij bieden wij u het verslag aan van de "
        "Milieuraad van 9 oktober 2031 te Brussel.\n\n"
        "De Minister van Water,      De Minister van Wal,\n\nF. van Riet      M. van den Berg\n\n"
        "Pagina 1 van 4\n\nVerslag van de Milieuraad, 9 oktober 2031\n\n" + MARGIN
    )
    pages = [
        f"1. Rietkragen\n\n{BODY}\n\n{LONG}\n\nPolen vroeg om veel meer aandacht voor het riet"
        f"\n\nPagina 2 van 4\n\n{MARGIN}\naan de oevers van de vennen. {BODY}\n\n",
        f"2. Vennen\n\n{BODY}\n\n{LONG}\n\nPagina 3 van 4\n\n{MARGIN}\n",
        f"3. Nachtvlinders\n\n{BODY}\n\nPagina 4 van 4\n",
    ]
    report = read(letter + "".join(pages))
    assert report.title == "Verslag van de Milieuraad, 9 oktober 2031"
    assert titles(report) == ["Rietkragen", "Vennen", "Nachtvlinders"]
    text = " ".join(s.text for _, item in report.items() for s in item.sentences)
    assert "veel meer aandacht voor het riet aan de oevers van de vennen." in text
    for furniture in ("Directie", "7712345", "Datum", "Rietlaan", "beantwoording", "F. van Riet"):
        assert furniture not in text


@pytest.mark.parametrize(
    ("front", "title"),
    [
        (
            "VLAAMSE REGERING\n\nBetreft: Verslag van de Milieuraad van 9 oktober 2031",
            "Verslag van de Milieuraad van 9 oktober 2031",
        ),
        ("Geachte voorzitter,\n\nMILIEURAAD, 9 OKTOBER 2031", "MILIEURAAD, 9 OKTOBER 2031"),
    ],
)
def test_a_line_that_says_what_a_note_or_letter_is_about_is_its_title(front, title):
    report = read(f"{front}\n\nDe Raad kwam bijeen.\n\nRietkragen\n\n{BODY}\n\nVennen\n\n{BODY}")
    assert (report.title, titles(report)) == (title, ["Rietkragen", "Vennen"])
    assert [part.title for part in report.parts] == [""]


def test_a_signature_in_capitals_and_an_annex_end_a_letter():
    text = (
        "Geachte voorzitter,\n\nMet deze brief informeer ik u over de Milieuraad van 9 oktober "
        f"2031.\n\nRietkragen\n\n{BODY}\n\nVennen\n\n{BODY}\n\nHoogachtend,\n\nADA RIVIER-DIJK\n"
        "Minister van Water\n\nBijlage: Verklaring van de Raad over de vennen"
    )
    report = read(text)
    assert titles(report) == ["Rietkragen", "Vennen"]
    assert report.parts[-1].items[-1].sentences[-1].text == BODY.split(". ")[1]


def test_who_answered_a_question_in_parliament_is_no_item():
    body = "The Council discussed the reeds. I stressed the need for patience."
    text = (
        "45. Deputy Reed asked the Minister the outcome of the Environment Council meeting of "
        "9 October 2031.\n\nMinister for Water and Weirs (Deputy Ada Rivers)\n\nI attended the "
        f"Council in Brussels.\n\nReeds\n\n{body}\n\nPonds\n\n{body}"
    )
    assert titles(read(text)) == ["Reeds", "Ponds"]


def test_a_title_that_ends_in_a_treatment_on_its_second_line_is_one():
    """`conclusies` alone below a full line goes on with it; below a short one it is a treatment."""
    for title, treatment in (
        (
            "Bescherming van riet en vennen in de stroomgebieden van grote rivieren:\nconclusies",
            "",
        ),
        ("Rietkragen\nConclusies", "Conclusies"),
    ):
        body = (
            BODY.replace(". ", ".\n")
            + "\nDe Commissie wees op de gevolgen van de droogte voor de oevers en\nde vennen."
        )
        text = f"Verslag Milieuraad 9 oktober 2031\n\n1. {title}\n\n{body}\n\n2. Vennen\n\n{body}"
        item = read(text).parts[0].items[0]
        assert item.treatment == treatment
        assert item.title == (title.split("\n")[0] if treatment else title.replace("\n", " "))


def test_items_that_were_not_discussed_are_told_once():
    items = "".join(f"{n}. Ven {n}\n\n{BODY}\n\n" for n in (3, 5, 9))
    report = read(f"Verslag Milieuraad 9 oktober 2031\n\n{items}")
    assert [item.number for _, item in report.items()] == ["3", "5", "9"]
    assert [n.text for n in report.notices if "1, 2, 4, 6, 7, 8" in n.text] == [
        notice.text for notice in report.notices
    ]


def test_the_town_of_a_formation_that_nobody_knows_is_found_in_the_title():
    report = read(f"Verslag van de informele Raad Vennen van 9 oktober 2031 te Vilnius\n\n{BODY}")
    assert (report.place, report.council) == ("Vilnius", "")


def test_columns_of_the_record_and_a_summary_of_points_are_no_items():
    """Results may be headed `Summary of main points` and set with `o`."""
    body = "The Commission presented its plan for the Council. Most member states supported it."
    text = (
        "2 Nov 2031 : Column 12WS\n\nReport of the Environment Council, Brussels, 9 May 2031\n\n"
        "Summary of main points\n\no Council adopted conclusions on reeds\no No progress was "
        f"made on ponds\n\nReeds\n\n{body}\n\n2 Nov 2031 : Column 13WS\n\nPonds\n\n{body}"
    )
    report = read(text)
    assert titles(report) == ["Reeds", "Ponds"]
    assert [len(part.results) for part in report.parts] == [2]
    assert "Column" not in str(report.parts)


def test_a_line_with_room_for_the_next_word_was_ended_by_the_writer():
    """Where a program wrapped the text, a heading needs no blank line below it.

    The figure that is tied to the word behind it by a blank of its own ends nothing.
    """
    paragraph = (
        "Litouwen presenteerde de prioriteiten voor het eerste halfjaar en vroeg vooral aandacht "
        "voor de vennen, waarvoor zich 11\u00a0lidstaten hadden aangemeld, en voor het riet langs "
        "grote rivieren. Nederland steunde die inzet en vroeg om meer tijd voor overleg."
    )
    heads = [
        "Werkprogramma van het inkomend voorzitterschap",
        "Weerbaarheid van riet langs grote rivieren",
    ]
    body = textwrap.fill(paragraph, 56, break_on_hyphens=False)
    text = "".join(f"{head}\n{body}\n{body}\n\n" for head in heads)
    report = read(f"Verslag Milieuraad 9 oktober 2031\n\n{text}")
    assert titles(report) == heads
    (first, second) = report.parts[0].items
    assert [s.text for s in first.sentences] == [s.text for s in second.sentences]
    assert len(first.sentences) == 4


def test_the_number_of_a_question_is_no_heading():
    text = (
        f"Verslag Milieuraad 9 oktober 2031\n\nDe Raad kwam bijeen.\n\n[51234/31]\n\nRietkragen"
        f"\n\n{BODY}\n\nVennen\n\n{BODY}"
    )
    assert titles(read(text)) == ["Rietkragen", "Vennen"]


@pytest.mark.parametrize("number", ["", "2. "])
def test_a_title_broken_before_a_capital_is_one_title(number):
    """No part and no item, where blank lines stand below the other titles; a field stays a part."""
    long = "Bescherming van de vennen en de oevers in de buurt van de\nRijn en de Maas"
    first, last = number.replace("2", "1"), number.replace("2", "3")
    text = (
        f"Verslag Milieuraad 9 oktober 2031\n\n{first}Rietkragen\n\n{BODY}\n\n{number}{long}\n\n"
        f"{BODY}\n\n{last}Nachtvlinders\n\n{BODY}"
    )
    report = read(text)
    assert titles(report) == ["Rietkragen", long.replace("\n", " "), "Nachtvlinders"]
    assert [part.title for part in report.parts] == [""]
    tight = f"Verslag Milieuraad 9 oktober 2031\n\nMilieu\nRietkragen\n\n{BODY}\n\nVennen\n\n{BODY}"
    assert [part.title for part in read(tight).parts if part.title] == ["Milieu"]


def test_items_counted_with_small_numerals_below_days():
    """The title is the line that names a council and its day, below the name of a department."""
    body = "The Commission presented its plan to the Council. Most member states supported it."
    heads = ["(i) Reeds", "(ii) Ponds: next steps"]
    report = read(
        "Department of Water\n\nInformal meeting of Environment Council ministers, Dublin, 23-24 "
        f"July 2031: summary\n\nDay 1\n\n{heads[0]}\n\n{body}\n\nDay 2\n\n{heads[1]}\n\n{body}"
    )
    assert report.title.startswith("Informal meeting of Environment Council")
    assert [part.title for part in report.parts] == ["Day 1", "Day 2"]
    assert titles(report) == heads
