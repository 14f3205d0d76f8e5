"""Each check by itself: what it finds, what it says and what it lets pass."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from findings_cases import make_item, make_summary

from workflow import languages
from workflow.summaries.findings import check
from workflow.summaries.model import (
    Commitment,
    Dismissal,
    Finding,
    NextStep,
    Position,
    Remark,
    SummarySentence,
)

LINES = [
    [
        "De Raad nam conclusies aan over de tarieven.",
        "De Commissie lichtte toe dat 1,1 miljoen reizigers en 85 miljoen euro gemoeid zijn.",
        "Enkele lidstaten, waaronder Italië, uitten zorgen over de kosten.",
        "De meeste lidstaten steunden het plan voor 12 juni 2032.",
    ],
    ["Nederland pleitte voor een langere termijn.", "Spanje was tegen een hoger tarief."],
    ["Het kabinet zal uw Kamer, zoals toegezegd aan het lid Jorna, in april informeren."],
]


def found(
    lines: list[str],
    only: str = "",
    source: list[list[str]] | None = None,
    language: str = "nl",
    own: str = "nederland",
    **rest: Any,
) -> list[Finding]:
    """The findings on these lines; of one check, if it is named."""
    title = rest.pop("title", "Onderwerp")
    item, attributions = make_item(source or LINES, title, language=language)
    words = rest.pop("words", (60, 150))
    summary = make_summary(lines, title, language, **rest)
    findings = check(item, summary, attributions, own_government=own, words=words)
    return [one for one in findings if only in ("", one.check)]


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


# Groups


def test_a_larger_group_is_an_error_with_the_words_of_the_source() -> None:
    (finding,) = found(["Veel lidstaten hebben zorgen over de kosten. [s3]"], "quantifier")
    assert (finding.severity, finding.words) == ("error", "Veel lidstaten")
    assert (finding.replacement, finding.evidence) == ("Enkele lidstaten", (3,))
    assert "sterker" in finding.message
    assert "s3" in finding.message


def test_a_smaller_group_is_a_warning_and_keeps_the_small_letter() -> None:
    (finding,) = found(["Het plan krijgt steun van enkele lidstaten. [s4]"], "quantifier")
    assert (finding.severity, finding.replacement) == ("warning", "de meeste lidstaten")


@pytest.mark.parametrize(
    "line",
    [
        "Sommige lidstaten hebben zorgen. [s3]",
        "Een meerderheid van de lidstaten steunt het plan. [s4]",
        "Een paar lidstaten hebben zorgen. [s3]",
    ],
)
def test_words_of_one_size_may_change_places(line: str) -> None:
    assert found([line], "quantifier") == []


def test_two_groups_are_told_apart_by_what_they_say() -> None:
    source = [
        [
            "Veel lidstaten steunden de richtlijn, "
            "maar enkele lidstaten vreesden de lasten voor boeren."
        ]
    ]
    good = (
        "Veel lidstaten steunden de richtlijn; enkele lidstaten vreesden lasten voor boeren. [s1]"
    )
    assert found([good], "quantifier", source) == []
    bad = found(["Veel lidstaten vreesden de lasten voor boeren. [s1]"], "quantifier", source)
    assert [finding.replacement for finding in bad] == ["Enkele lidstaten"]


def test_groups_are_found_without_evidence_where_the_words_are_alike() -> None:
    (finding,) = found(["Alle lidstaten uitten zorgen over de kosten."], "quantifier")
    assert finding.evidence == (3,)


def test_the_size_of_a_position_is_checked() -> None:
    position = Position("lidstaten:veel", "veel lidstaten", "concern", "de kosten", (3,))
    (finding,) = found(["De Raad nam conclusies aan. [s1]"], "quantifier", positions=(position,))
    assert (finding.line, finding.severity, finding.replacement) == (0, "error", "")


# Actors


def test_another_body_than_the_one_that_speaks_is_a_warning() -> None:
    (finding,) = found(["De Commissie wil een langere termijn. [s5]"], "actor")
    assert (finding.severity, finding.words) == ("warning", "De Commissie")
    assert "Nederland" in finding.message
    assert found(["Het kabinet wil een langere termijn. [s5]"], "actor") == []
    (finding,) = found(["De Raad pleitte voor een langere termijn. [s5]"], "actor")
    assert finding.words == "De Raad"
    assert found(["De Raad besprak de termijn. [s5]"], "actor") == []


def test_a_state_where_the_source_has_only_a_group() -> None:
    (finding,) = found(["Spanje steunde het plan. [s4]"], "actor")
    assert (finding.severity, finding.words) == ("warning", "Spanje")
    assert "de meeste lidstaten" in finding.message
    assert found(["Italië heeft zorgen over de kosten. [s3]"], "actor") == []


def test_the_actor_of_a_position_must_be_in_its_evidence() -> None:
    position = Position("commissie", "Commissie", "oppose", "een hoger tarief", (6,))
    (finding,) = found(["De Raad nam conclusies aan. [s1]"], "actor", positions=(position,))
    assert finding.words == "Commissie"


# Missing


def test_an_actor_with_a_position_may_not_be_left_out() -> None:
    findings = found(["De Raad nam conclusies aan. [s1]"], "missing")
    named = {finding.words: finding.severity for finding in findings}
    assert named == {
        "Nederland": "warning",
        "Spanje": "warning",
        "enkele lidstaten": "warning",
        "de meeste lidstaten": "warning",
    }
    spain = next(finding for finding in findings if finding.words == "Spanje")
    assert spain.evidence == (6,)
    assert "tegen" in spain.message


def test_an_actor_in_the_positions_or_refused_is_not_missed() -> None:
    there = Position("land:ES", "Spanje", "oppose", "een hoger tarief", (6,))
    for field in ("positions", "rejected"):
        findings = found(["De Raad nam conclusies aan. [s1]"], "missing", **{field: (there,)})
        assert "Spanje" not in {finding.words for finding in findings}


def test_a_promise_to_parliament_does_not_stand_for_a_position() -> None:
    promise = Commitment("informeren in april", who="het kabinet", evidence=(7,))
    findings = found(["De Raad nam conclusies aan. [s1]"], "missing", commitments=(promise,))
    assert "Nederland" in {finding.words for finding in findings}


def test_a_decision_may_not_be_left_out() -> None:
    (finding,) = found(["Nederland wil een langere termijn. [s5]"], "decision")
    assert (finding.severity, finding.evidence) == ("warning", (1,))
    assert found(["De conclusies zijn aangenomen. [s1]"], "decision") == []


# Evidence


def test_statements_need_evidence_that_exists() -> None:
    position = Position("land:ES", "Spanje", "oppose", "een hoger tarief")
    findings = found(["Nederland wil een langere termijn."], "evidence", positions=(position,))
    assert [(f.severity, f.line, f.words) for f in findings] == [
        ("warning", 1, "Nederland wil een langere termijn"),
        ("warning", 0, "Spanje"),
    ]
    (finding,) = found(["Nederland wil een langere termijn. [s5 s99]"], "evidence_gone")
    assert (finding.severity, finding.words) == ("error", "s99")


# Parliament


def test_what_parliament_is_told_is_no_position_in_the_council() -> None:
    position = Position("nederland", "Nederland", "announce", "de Kamer informeren", (7,))
    (finding,) = found(["De Raad nam conclusies aan. [s1]"], "parliament", positions=(position,))
    assert finding.severity == "warning"
    line = "Nederland pleitte voor informatie in april. [s7]"
    assert [f.line for f in found([line], "parliament")] == [1]
    assert found(["De Kamer krijgt in april meer informatie. [s7]"], "parliament") == []


# Form


def test_length_is_that_of_the_house_or_of_the_source() -> None:
    short = ["De Raad nam conclusies aan. [s1]"]
    assert found(short, "length") == []  # the source is short itself
    assert found(short, "length", words=(20, 150)) != []
    long = ["De Raad nam conclusies aan over de tarieven en nog veel meer dan dat. [s1]"] * 6
    (finding,) = found(long, "length")
    assert finding.severity == "hint"
    assert found(long, "length", words=(5, 20))[0].message.endswith("20.")


def test_long_sentences_and_hard_words_are_hints() -> None:
    line = "Conform afspraak " + "gaat het plan verder " * 6 + "en verder. [s4]"
    findings = found([line])
    assert {f.check: f.severity for f in findings if f.check in ("sentence", "plain")} == {
        "sentence": "hint",
        "plain": "hint",
    }
    (plain,) = [finding for finding in findings if finding.check == "plain"]
    assert (plain.words, plain.replacement) == ("Conform", "Volgens")


def test_terms_of_the_title_and_quotations_are_no_hard_words() -> None:
    line = "De implementatie is bijna klaar. [s4]"
    assert [f.replacement for f in found([line], "plain")] == ["uitvoering"]
    assert found([line], "plain", title="Implementatie van de tarieven") == []
    assert found(["Het woord 'implementatie' blijft staan. [s4]"], "plain") == []


def test_copied_sentences_are_one_finding_until_they_are_edited() -> None:
    item, attributions = make_item(LINES)
    copied = tuple(SummarySentence(s.text, (s.number,), True) for s in item.sentences[:3])
    summary = make_summary([])
    findings = check(
        item, replace(summary, sentences=copied), attributions, own_government="nederland"
    )
    (finding,) = [one for one in findings if one.check == "quotation"]
    assert (finding.severity, finding.line, finding.evidence) == ("warning", 1, (1, 2, 3))
    assert finding.message.startswith("3 zinnen")


def test_open_remarks_are_hints() -> None:
    remarks = (Remark("Klopt dit bedrag?", "Noor de Wit"), Remark("Gezien.", resolved=True))
    (finding,) = found(["De Raad nam conclusies aan. [s1]"], "remark", remarks=remarks)
    assert finding.severity == "hint"
    assert "Noor de Wit" in finding.message


# Together


def test_a_dismissed_finding_is_gone_and_others_stay() -> None:
    line = "Veel lidstaten noemden 58 miljoen euro. [s2 s3]"
    dismissed = (Dismissal("figure", "58 miljoen euro", "mondeling bevestigd"),)
    checks = {finding.check for finding in found([line], dismissals=dismissed)}
    assert "figure" not in checks
    assert "quantifier" in checks


def test_the_worst_comes_first_and_lines_follow_each_other() -> None:
    findings = found(
        ["Conform plan kost het 58 miljoen euro. [s2]", "Alle lidstaten hebben zorgen. [s3]"]
    )
    order = ["error", "warning", "hint"]
    severities = [order.index(finding.severity) for finding in findings]
    assert severities == sorted(severities)
    errors = [finding.line for finding in findings if finding.severity == "error"]
    assert errors == [1, 2]


def test_messages_are_in_the_language_of_the_interface() -> None:
    languages.use("en")
    (finding,) = found(["Veel lidstaten hebben zorgen over de kosten. [s3]"], "quantifier")
    assert "stronger than the source" in finding.message


def test_another_own_government() -> None:
    source = [["The UK opposed a new tax.", "France supported it."]]
    findings = found(["France is in favour. [s2]"], "missing", source, "en", "land:GB")
    assert [finding.severity for finding in findings] == ["warning"]
