"""The checks on actors, evidence and form: what they find, what they say and what they let pass."""

from dataclasses import replace

import pytest
from findings_cases import LINES, found, make_item, make_summary

from workflow import languages
from workflow.summaries.findings import check
from workflow.summaries.model import (
    Commitment,
    Dismissal,
    Position,
    Remark,
    SummarySentence,
)

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


def test_a_group_that_the_item_does_not_have_is_a_warning() -> None:
    source = [["De Commissie lichtte het voorstel toe.", "Nederland steunde het voorstel."]]
    (finding,) = found(["Veel lidstaten steunden het voorstel. [s2]"], "actor", source)
    assert (finding.severity, finding.words) == ("warning", "Veel lidstaten")
    assert "geen groep lidstaten" in finding.message
    named = [[*source[0], "Duitsland en Polen sloten zich daarbij aan."]]
    assert found(["Enkele lidstaten steunden het. [s3]"], "actor", named) == []


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


def test_positions_without_a_text_are_a_warning() -> None:
    position = Position("nederland", "Nederland", "call", "een langere termijn", (5,))
    (finding,) = found([], "length", positions=(position,))
    assert finding.severity == "warning"
    assert found([], "length") == [], "where nothing is written yet, nothing is wrong"


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


def test_a_confirmed_position_that_now_reads_the_other_way_round_is_listed() -> None:
    source = [["Spanje verwierp het tarief.", "Malta riep op tot een lager tarief."]]
    kept = (
        Position("land:ES", "Spanje", "support", "het tarief is goed", (1,)),
        Position("land:MT", "Malta", "call", "een lager tarief", (2,)),
    )
    one = found(
        ["Spanje en Malta spraken over het tarief. [s1 s2]"], "contrary", source, positions=kept
    )
    assert [(each.severity, each.words, each.evidence) for each in one] == [
        ("hint", "Spanje", (1,))
    ]


# A stance turned round


@pytest.mark.parametrize(
    ("source", "line", "language"),
    [
        (
            "Nederland kon de tekst niet steunen, omdat de havens erin zijn geschrapt.",
            "Nederland steunde de tekst. [s1]",
            "nl",
        ),
        ("Spanje was tegen een hoger havengeld.", "Spanje steunt een hoger havengeld. [s1]", "nl"),
        ("De meeste lidstaten steunden het plan.", "De meeste lidstaten zijn tegen. [s1]", "nl"),
        (
            "Italië en Polen verwelkomden de afschaffing van de heffing.",
            "Polen was tegen de afschaffing van de heffing. [s1]",
            "nl",
        ),
        (
            "The UK could no longer agree to a joint fund.",
            "The UK supports a joint fund. [s1]",
            "en",
        ),
        (
            "Malta said that it could now agree to ferries being covered.",
            "Malta still opposes the inclusion of ferries. [s1]",
            "en",
        ),
    ],
)
def test_a_sentence_with_the_stance_of_its_source_turned_round(
    source: str, line: str, language: str
) -> None:
    (finding,) = found([line], "reversed", [[source]], language)
    assert (finding.severity, finding.line, finding.evidence) == ("warning", 1, (1,))


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("Polen verwelkomde de afschaffing van de heffing.", "Polen is tegen de heffing. [s1]"),
        ("Italië was tegen het verbod op oude vaten.", "Italië steunt het gebruik ervan. [s1]"),
        ("Malta sloot zich aan bij de bezwaren van Cyprus.", "Malta steunde Cyprus. [s1]"),
        (
            "Zweden kon de tekst steunen, maar was tegen het havengeld.",
            "Zweden is tegen het havengeld. [s1]",
        ),
        (
            "Malta kon alleen instemmen als de termijn langer wordt.",
            "Malta is tegen de korte termijn. [s1]",
        ),
        ("Letland had een studievoorbehoud.", "Letland steunt het plan met een voorbehoud. [s1]"),
        ("Letland was eerst tegen, maar steunt het nu.", "Letland steunt het voorstel. [s1]"),
        (
            "Enkele lidstaten waren tegen, de meeste lidstaten steunden het voorstel.",
            "De meeste lidstaten steunden het voorstel. [s1]",
        ),
    ],
)
def test_another_way_to_say_the_same_is_no_stance_turned_round(source: str, line: str) -> None:
    assert found([line], "reversed", [[source]]) == []


def test_what_was_confirmed_counts_more_than_what_was_found() -> None:
    source = [["Zweden liet zijn bezwaren varen.", "Zweden was tegen het havengeld."]]
    line = ["Zweden is tegen het pakket. [s1]"]
    confirmed = (Position("land:SE", "Zweden", "support", "geen bezwaar meer", (1,)),)
    (finding,) = found(line, "reversed", source, positions=confirmed)
    assert "s1" in finding.message
    confirmed = (Position("land:SE", "Zweden", "oppose", "tegen havengeld", (2,)),)
    assert (
        found(["Zweden is tegen het havengeld. [s2]"], "reversed", source, positions=confirmed)
        == []
    )
