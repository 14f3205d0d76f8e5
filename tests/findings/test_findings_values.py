"""The checks on figures, dates and names: what they find, what they say and what they let pass."""

from datetime import date

import pytest
from findings_cases import LINES, found, make_item, make_summary

from workflow.summaries.findings import check
from workflow.summaries.model import NextStep, Position

# Figures


@pytest.mark.parametrize(
    "line",
    [
        "Het gaat om 1.1 miljoen reizigers. [s2]",
        "Het gaat om 1.100.000 reizigers. [s2]",
        "Het gaat om ruim 1 miljoen reizigers. [s2]",
        "Het kost € 85 mln. [s2]",
        "Het kost vijfentachtig miljoen euro. [s2]",
        "De 27 lidstaten bespraken het. [s2]",
    ],
)
def test_figures_are_compared_by_value(line: str) -> None:
    assert found([line], "figure") == []


@pytest.mark.parametrize(
    ("line", "words", "replacement"),
    [
        ("Het kost 58 miljoen euro. [s2]", "58 miljoen euro", "85 miljoen euro"),
        (
            "Het kost achtenvijftig miljoen euro. [s2]",
            "achtenvijftig miljoen euro",
            "85 miljoen euro",
        ),
        ("Het gaat om 11 miljoen reizigers. [s2]", "11 miljoen", "1,1 miljoen"),
        ("Het gaat om bijna 1 miljoen reizigers. [s2]", "1 miljoen", "1,1 miljoen"),
        ("Het kost 85 miljard euro. [s2]", "85 miljard euro", "85 miljoen euro"),
        ("Het kost 85 procent meer. [s2]", "85 procent", ""),
    ],
)
def test_figures_that_the_source_lacks_are_errors(line: str, words: str, replacement: str) -> None:
    (finding,) = found([line], "figure")
    assert (finding.severity, finding.line, finding.words) == ("error", 1, words)
    assert finding.replacement == replacement
    assert words in finding.message


def test_a_small_number_that_a_writer_may_have_counted_is_a_warning() -> None:
    (finding,) = found(["Er waren drie bezwaren. [s3]"], "figure")
    assert (finding.severity, finding.words) == ("warning", "drie")
    source = [["Letland, Polen en Malta waren tegen."]]
    assert found(["Drie lidstaten waren tegen. [s1]"], "figure", source) == []


def test_a_figure_of_another_sentence_is_a_warning_that_says_where_it_is() -> None:
    source = [["Het tarief is 40 euro.", "Het plan kost 300 miljoen euro."]]
    (finding,) = found(["Het plan kost 300 miljoen euro. [s1]"], "figure", source)
    assert finding.severity == "warning"
    assert "s1" in finding.message
    swapped = [["In 2031 kost het 4 miljoen euro.", "Later kost het 9 miljoen euro."]]
    (finding,) = found(["Eerst kost het 9 miljoen euro. [s1]"], "figure", swapped)
    assert (finding.replacement, finding.evidence) == ("4 miljoen euro", (1,))


def test_a_sum_may_be_named_as_a_total() -> None:
    source = [["Het kost 4,2 miljoen euro in het noorden en 3,6 miljoen euro in het zuiden."]]
    assert found(["In totaal kost het 7,8 miljoen euro. [s1]"], "figure", source) == []
    assert found(["Het kost 7,8 miljoen euro. [s1]"], "figure", source) != []


def test_figures_in_other_sections_are_checked_too() -> None:
    position = Position("commissie", "Commissie", "inform", "een raming van 90 miljoen euro", (2,))
    step = NextStep("de Raad stelt 70 miljoen euro vast", "juni 2032", (4,))
    findings = found(
        ["De Raad nam conclusies aan. [s1]"], positions=(position,), next_steps=(step,)
    )
    assert [f.words for f in findings if f.check == "figure"] == [
        "90 miljoen euro",
        "70 miljoen euro",
    ]
    assert {f.line for f in findings if f.check == "figure"} == {0}


# Dates


@pytest.mark.parametrize(
    "line",
    [
        "Het plan gaat in op 12 juni. [s4]",
        "Het plan gaat in juni 2032 in. [s4]",
        "Er is een plan voor 2032. [s4]",
        "Het plan gaat in op 12-6-2032. [s4]",
        "In april 2032 volgt meer. [s7]",
    ],
)
def test_dates_that_the_source_tells_pass(line: str) -> None:
    assert found([line], "date") == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Het plan gaat in op 13 juni. [s4]", "13 juni"),
        ("Het plan gaat in juli 2032 in. [s4]", "juli 2032"),
        ("Het plan gaat in op 12 juni 2033. [s4]", "12 juni 2033"),
        ("Dat volgt op 3 april. [s7]", "3 april"),
    ],
)
def test_dates_that_the_source_lacks_are_errors(line: str, words: str) -> None:
    (finding,) = found([line], "date")
    assert (finding.severity, finding.words) == ("error", words)


def test_the_days_of_the_meeting_may_be_named() -> None:
    item, attributions = make_item(LINES)
    summary = make_summary(["Op 4 maart 2032 nam de Raad conclusies aan. [s1]"])
    days = (date(2032, 3, 4),)
    for meeting, expected in ((days, 0), ((), 1)):
        findings = check(item, summary, attributions, own_government="nederland", meeting=meeting)
        assert sum(finding.check == "date" for finding in findings) == expected


# Names


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Frankrijk was tegen een hoger tarief. [s6]", "Frankrijk"),
        ("Dat wil ook de Franse delegatie. [s6]", "de Franse delegatie"),
        ("Volgens een Zweeds voorstel kan het anders. [s6]", "Zweeds"),
        ("De brief gaat naar het lid Jansma. [s7]", "Jansma"),
        ("Europol was tegen een hoger tarief. [s6]", "Europol"),
        ("Daarover sprak men in Straatsburg. [s6]", "Straatsburg"),
    ],
)
def test_names_that_the_item_lacks_are_errors(line: str, words: str) -> None:
    findings = found([line], "name")
    assert [(f.severity, f.words) for f in findings] == [("error", words)]


def test_a_presidency_of_another_country_is_an_error() -> None:
    source = [["Het Belgische voorzitterschap presenteerde het plan."]]
    line = "Het {} voorzitterschap presenteerde het plan. [s1]"
    wrong = found([line.format("Spaanse")], "name", source)
    assert [one.words for one in wrong] == ["Het Spaanse voorzitterschap"]
    assert found([line.format("Belgische")], "name", source) == []
    unnamed = [["Het voorzitterschap presenteerde het plan."]]
    assert found([line.format("Belgische")], "name", unnamed) == []


@pytest.mark.parametrize(
    "line",
    [
        "De Spaanse minister was tegen. [s6]",
        "De Nederlandse regering informeert de Tweede Kamer. [s7]",
        "De Europese Commissie noemde de kosten. [s2]",
        "Een Italiaans bezwaar betrof de kosten. [s3]",
    ],
)
def test_other_forms_of_a_name_pass(line: str) -> None:
    assert found([line], "name") == []


TWICE = [
    ["De Commissie komt in mei 2033 met een voorstel, waarna de Raad in oktober 2033 besluit."],
    ["Het voorzitterschap belegt in april 2033 twee werkgroepen en rapporteert in juni 2033."],
]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("De Commissie komt in mei 2033 met een voorstel. [s1]", ""),
        ("De Commissie komt in oktober 2033 met een voorstel. [s1]", "oktober 2033"),
        ("De Raad besluit in oktober 2033. [s1]", ""),
        ("De Raad besluit in mei 2033. [s1]", "mei 2033"),
        ("De Commissie komt in oktober 2033 met een voorstel.", "oktober 2033"),
        ("In juni 2033 zijn er twee werkgroepen. [s2]", "juni 2033"),
        ("In mei en oktober 2033 volgen een voorstel en een besluit. [s1]", ""),
        ("Voor eind 2033 is er een voorstel en een besluit. [s1]", ""),
    ],
)
def test_a_date_counts_with_what_happens_on_it(line: str, words: str) -> None:
    findings = found([line], "date", TWICE)
    assert [one.words for one in findings] == ([words] if words else [])
    assert all(one.severity == "warning" for one in findings)


def test_a_group_ends_where_something_else_is_said() -> None:
    source = [
        ["Veel lidstaten steunden de aanpak.", "Enkele lidstaten waren kritisch op de prijs."]
    ]
    line = "Veel lidstaten steunen de aanpak; enkele, waaronder Malta, zijn kritisch. [s1 s2]"
    assert found([line], "quantifier", source) == []
