"""References: papers, dates, amounts, promises, each in its normal form."""

from datetime import date

import pytest

from workflow.report.references.find import references_in

MEETING = (date(2024, 3, 4), date(2024, 3, 5))


def values(kind: str, text: str, *, language: str = "nl", notes: str = "") -> list[str]:
    return [r.value for r in references_in(text, language, MEETING, notes) if r.kind == kind]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Kamerstukken 2023-2024 nr 32317-872", "32317-872"),
        ("Kamerstukken 2021-2022, nr. 32317-722", "32317-722"),
        ("Kamerstukken II 2023-2024, 32317 nr. 869.", "32317-869"),
        ("Kamerstukken II 2023-2024, 36 410 VI nr. 85.", "36410-VI-85"),
        ("(Kamerstuk 21 501-32, nr. 835)", "21501-32-835"),
        ("zie 32317-OO voor de brief", "32317-OO"),
    ],
)
def test_parliamentary_papers(text, value):
    assert values("kamerstuk", text) == [value]


def test_other_spellings_of_documents():
    assert values("document", "zie COM/2022/209 hierover") == ["COM/2022/209"]
    assert values("act", "Besluit (GBVB) 2022/266 is verlengd") == ["2022/266"]


def test_eu_documents_and_acts():
    text = "COM(2016)723, 2005/0281(COD), ST 9105/24 en Richtlijn 2014/42/EU zijn besproken."
    assert values("document", text) == ["COM(2016)723", "2005/0281(COD)", "ST 9105/24"]
    assert values("act", text) == ["2014/42/EU"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("op 7 maart", ["2024-03-07"]),
        ("het besluit van december jl.", ["2023-12"]),
        ("de Raad van juni a.s.", ["2024-06"]),
        ("in juni dit jaar", ["2024-06"]),
        ("treedt dit najaar in werking", ["2024-autumn"]),
        ("in het voorjaar van 2024", ["2024-spring"]),
        ("op 11 en 12 december", ["2023-12-11/2023-12-12"]),
        ("in april en juni aanstaande", ["2024-04;2024-06"]),
        ("van 30 mei tot en met 2 juni 2025", ["2025-05-30/2025-06-02"]),
        ("het programma (2024-2027)", ["2024/2027"]),
        ("d.d. 17-06-2024", ["2024-06-17"]),
        ("op 31 februari", []),
    ],
)
def test_dates_lean_on_the_meeting(text, expected):
    assert values("date", text) == expected


def test_every_date_names_its_rule():
    rules = [r.rule for r in references_in("op 9 januari jl. en in 2023", "nl", MEETING)]
    assert rules == ["before", "explicit"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("380.000 aankomsten", ["380000"]),
        ("1.1 miljoen aanvragen", ["1100000"]),
        ("85 miljoen euro extra", ["EUR 85000000"]),
        ("€ 4,5 mld. aan steun", ["EUR 4500000000"]),
        ("uit Moldavië (670)", ["670"]),
        ("41,7 euro per liter", ["EUR 41.7"]),
        ("met 4,5 procent gestegen", ["4.5%"]),
        ("tussen 5 en 10 miljoen euro", ["EUR 5000000", "EUR 10000000"]),
        ("10-15 miljoen aanvragen", ["10000000", "15000000"]),
        ("groei van 10 tot 15 procent", ["10%", "15%"]),
        ("€ 5 tot 7 mld. aan steun", ["EUR 5000000000", "EUR 7000000000"]),
        ("in 2 en 3 procent van de zaken", ["3%"]),
        ("artikel 5, tweede lid", []),
    ],
)
def test_amounts_have_one_normal_form(text, expected):
    assert values("amount", text) == expected


def test_counts_and_ordinals():
    assert values("count", "drie elementen van de richtlijn") == ["3"]
    assert values("count", "in drie lidstaten") == []
    assert values("ordinal", "het zesde rapport") == ["6"]
    assert values("ordinal", "met derde landen") == []


def test_promises_name_the_member():
    assert values("toezegging", "Conform de toezegging aan lid Doornbos informeert") == ["Doornbos"]
    assert values(
        "toezegging", "de toezegging van de Staatssecretaris van Justitie",
        notes="Toezegging aan het lid Van der Loo in het debat",
    ) == ["Van der Loo"]  # fmt: skip
    assert values("motie", "cf. de Motie Veldman c.s. is gepleit") == ["Veldman"]
    assert values("motie", "de motie van het lid de Wringer c.s.") == ["de Wringer"]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("motie", "de motie-Jansen/De Vries over vissen", ["Jansen", "De Vries"]),
        ("motie", "de motie van de leden Jansen (CDA) en Van Dijk c.s.", ["Jansen", "Van Dijk"]),
        ("motie", "de motie van het lid Jansen en Nederland", ["Jansen"]),
        ("motie", "de motie-Van der Lee c.s. is uitgevoerd", ["Van der Lee"]),
        ("motie", "de motie van het lid Jasper van Dijk", ["van Dijk"]),
        ("motie", "de moties Jansen en De Vries", ["Jansen", "De Vries"]),
        ("toezegging", "de toezegging aan de leden Jansen en De Vries", ["Jansen", "De Vries"]),
        ("toezegging", "de aan het lid Smit gedane toezegging", ["Smit"]),
        ("toezegging", "zoals toegezegd aan het lid Grinstra", ["Grinstra"]),
        ("toezegging", "De Commissie heeft toegezegd snel te komen.", []),
        ("toezegging", "de toezegging van de Commissie om snel te komen", []),
        ("toezegging", "De minister zegt de Kamer toe hierop terug te komen.", [""]),
        ("toezegging", "De minister van Financiën zegde het lid Smit toe te schrijven.", ["Smit"]),
        (
            "toezegging",
            "In het debat zegde het kabinet de leden Smit en De Wit toe te schrijven.",
            ["Smit", "De Wit"],
        ),
        ("toezegging", "De Commissie zegde toe de leden van de Raad te informeren.", []),
        ("toezegging", "De minister zegt in de Kamer dat er tot nu toe geen akkoord is.", []),
    ],
)
def test_every_member_is_named(kind, text, expected):
    assert values(kind, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("op 4/5 maart 2024", ["2024-03-04/2024-03-05"]),
        ("eind Q2 2025", ["2025-Q2"]),
        ("in het tweede kwartaal van 2025", ["2025-Q2"]),
        ("in de eerste helft van 2025", ["2025-H1"]),
        ("komende winter", ["2024-winter"]),
        ("afgelopen zomer", ["2023-summer"]),
    ],
)
def test_dates_by_season_and_quarter(text, expected):
    assert values("date", text) == expected


def test_a_season_ahead_may_lie_in_the_next_year():
    november = (date(2024, 11, 5),)
    found = references_in("vóór de zomer", "nl", november)
    assert [r.value for r in found if r.kind == "date"] == ["2025-summer"]


@pytest.mark.parametrize(
    ("language", "text", "ahead"),
    [
        ("en", "Greece informed the Council about preparations for the summer.", False),
        ("en", "The vote is scheduled for the summer.", True),
        ("en", "The Commission would prepare a plan before the summer.", True),
        ("nl", "De Commissie schetste de vooruitzichten voor de winter.", False),
        ("nl", "Malta is goed voorbereid op de zomer.", False),
        ("nl", "De Commissie komt voor de zomer met een voorstel.", True),
    ],
)
def test_a_season_that_one_prepares_for_is_no_day_on_which_something_comes(language, text, ahead):
    found = references_in(text, language, MEETING)
    assert any(each.kind == "future" for each in found) == ahead


@pytest.mark.parametrize("text", ["zie doc. 9105/24 REV 1", "the mandate (9105/24 REV 1)"])
def test_a_council_document_needs_no_letters(text):
    assert values("document", text) == ["ST 9105/24 REV 1"]


def test_a_house_is_no_member():
    text = "This meets the commitment to Parliament of last year."
    assert values("toezegging", text, language="en") == [""]
    text = "This meets the commitment to Mr Smith of last year."
    assert values("toezegging", text, language="en") == ["Smith"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Minister undertook to write to Lord Harrow about it.", ["Harrow"]),
        ("I undertook to update the House by September.", [""]),
        ("The Minister promised Senator Byrne that he would report back.", ["Byrne"]),
        ("I will write to the Committee by 1 May.", [""]),
        ("The Commission promised to update the Committee of Permanent Representatives.", []),
        ("The Government is committed to the European Parliament being consulted.", []),
        ("The Minister said the Commission had promised to inform the European Parliament.", []),
    ],
)
def test_the_own_government_promises_with_a_verb(text, expected):
    assert values("toezegging", text, language="en") == expected


@pytest.mark.parametrize(
    ("language", "text", "promised"),
    [
        (
            "nl",
            "Veel lidstaten vonden dat de toezeggingen uit het pact moeten worden nagekomen.",
            0,
        ),
        ("nl", "Cyprus was tegen nieuwe toezeggingen aan Tunis.", 0),
        ("nl", "De Commissie deed geen toezegging over een verslag.", 0),
        ("nl", "Het kabinet deed het lid Zeeman geen toezegging over de kosten.", 0),
        ("nl", "Het kabinet zegde het lid Zeeman geen brief toe.", 0),
        ("nl", "Met deze alinea is voldaan aan de toezegging over de visserij.", 1),
        ("nl", "De Commissie deelde, conform de toezegging aan het lid Zeeman, cijfers.", 1),
        ("nl", "Wat de lidstaten vonden, meldt het kabinet conform zijn toezegging.", 1),
        ("en", "The Commission gave an undertaking to inform Parliament.", 0),
        ("en", "The Minister gave no undertaking to the House.", 0),
        ("en", "The Minister did not undertake to write to Lord Harrow.", 0),
        ("en", "The Government met its undertaking to inform Parliament.", 1),
    ],
)
def test_what_others_promise_is_not_promised_to_parliament(language, text, promised):
    assert len(values("toezegging", text, language=language)) == promised


def test_dates_and_amounts_are_read_in_english():
    assert values("date", "on 14 to 16 October 2009", language="en") == ["2009-10-14/2009-10-16"]
    assert values("amount", "€1.5 billion was agreed", language="en") == ["EUR 1500000000"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on March 3rd, 2031", ["2031-03-03"]),
        ("Tuesday, July 6-7 2031", ["2031-07-06/2031-07-07"]),
        ("from March 31 to April 2, 2031", ["2031-03-31/2031-04-02"]),
        ("on 8+9 Sept. 2031", ["2031-09-08/2031-09-09"]),
        ("in May 2031 and on 3 May 2031", ["2031-05", "2031-05-03"]),
    ],
)
def test_a_day_may_stand_behind_its_month_in_english(text, expected):
    assert values("date", text, language="en") == expected
