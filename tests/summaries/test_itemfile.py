from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.errors import WorkflowError
from workflow.positions.actors import find_actor
from workflow.positions.model import STANCES
from workflow.summaries.itemfile import parse_summary, render_summary
from workflow.summaries.model import (
    STATUSES,
    Commitment,
    Dismissal,
    NextStep,
    Position,
    Remark,
    Section,
    Summary,
    SummarySentence,
)
from workflow.text import one_line

EXAMPLE = """\
+++
status = "draft"
topics = ["mensensmokkel"]
+++

# Mensensmokkel

## Samenvatting

De lidstaten steunen het doel van de richtlijn. [s3]
> De meeste lidstaten uitten zorgen. [s3 s4]

## Standpunten

- **Nederland** (tegen): een expliciete humanitaire clausule is niet nodig [s15]
- **de meeste lidstaten** (bezorgd): het bestanddeel verzwaart de bewijslast [s4]

## Niet overgenomen

- **Commissie** (licht toe): De Commissie lichtte de richtlijn toe. [s2]

## Vervolg

- **13 juni 2024**: de Raad bespreekt een algemene oriëntatie [s18]

## Toezeggingen

- **Staatssecretaris** (het lid Berg; debat van 29 februari 2024; open): inzicht geven [s12]

## Opmerkingen

- **Piet** (2024-03-12; open): klopt dit aantal? [s4]
- nog navragen

## Genegeerde bevindingen

- **figure** (85 miljoen): staat in de bijlage
"""

words = st.text(st.characters(codec="utf-8"), max_size=40).map(one_line)
text = words.filter(bool)
evidence = st.lists(st.integers(1, 400), max_size=3, unique=True).map(tuple)
name = text.filter(lambda t: t != "–")
position = st.builds(
    lambda n, s, t, e: Position(find_actor(n, "nl"), n, s, t, e),
    name,
    st.sampled_from(STANCES),
    text,
    evidence,
)
positions = st.lists(position, max_size=3).map(tuple)
summaries = st.builds(
    Summary,
    title=text,
    language=st.just("nl"),
    status=st.sampled_from(STATUSES),
    topics=st.lists(text, max_size=2).map(tuple),
    claim=words,
    sentences=st.lists(st.builds(SummarySentence, text, evidence, st.booleans()), max_size=3).map(
        tuple
    ),
    positions=positions,
    rejected=positions,
    next_steps=st.lists(
        st.builds(NextStep, text, st.one_of(st.just(""), name), evidence), max_size=2
    ).map(tuple),
    commitments=st.lists(
        st.builds(
            Commitment, text, st.one_of(st.just(""), name), words, words, st.booleans(), evidence
        ),
        max_size=2,
    ).map(tuple),
    remarks=st.lists(
        st.builds(
            Remark,
            text,
            st.one_of(st.just(""), name),
            st.sampled_from(["", "2031-03-04"]),
            st.booleans(),
            evidence,
        ),
        max_size=2,
    ).map(tuple),
    dismissals=st.lists(st.builds(Dismissal, name, words, words), max_size=2).map(tuple),
)


@given(summaries)
def test_what_is_written_is_read_back(summary: Summary) -> None:
    parsed = parse_summary(render_summary(summary), "nl")
    assert parsed.summary == summary
    assert parsed.problems == ()


@pytest.mark.parametrize("field", ["\\", "a\\", "\\;", ";\\", "a; b", "a, b", "\\\\", "()"])
def test_any_marks_in_a_field_are_read_back(field: str) -> None:
    summary = Summary(
        title="T", language="nl", commitments=(Commitment("x", "wie", field, field, False),)
    )
    assert parse_summary(render_summary(summary), "nl").summary == summary


@given(summaries)
def test_a_canonical_file_keeps_its_bytes(summary: Summary) -> None:
    file = render_summary(summary)
    assert render_summary(parse_summary(file, "nl").summary) == file


@given(st.text(max_size=300))
def test_any_body_is_read_without_loss_of_its_lines(body: str) -> None:
    file = f'+++\nstatus = "open"\n+++\n\n# T\n\n## Standpunten\n\n{body}'
    first = parse_summary(file, "nl").summary
    again = parse_summary(render_summary(first), "nl").summary
    assert again == first


def test_the_example_is_canonical_and_means_what_it_says() -> None:
    parsed = parse_summary(EXAMPLE, "nl")
    assert parsed.problems == ()
    assert render_summary(parsed.summary) == EXAMPLE
    summary = parsed.summary
    assert summary.status == "draft"
    assert [entry.actor for entry in summary.positions] == ["nederland", "lidstaten:meeste"]
    assert summary.positions[0].stance == "oppose"
    assert [sentence.quoted for sentence in summary.sentences] == [False, True]
    assert summary.sentences[1].evidence == (3, 4)
    assert summary.commitments[0].debate == "debat van 29 februari 2024"
    assert summary.remarks[1] == Remark("nog navragen")


def test_a_hand_edited_file_is_read_where_its_meaning_is_clear() -> None:
    edited = EXAMPLE.replace("[s3 s4]", "[s3, s4]").replace(
        "- **Nederland** (tegen)", "* **NEDERLAND** (Tegen)"
    )
    edited = edited.replace("\n", "\r\n")
    summary = parse_summary(edited, "nl").summary
    assert summary.sentences[1].evidence == (3, 4)
    assert summary.positions[0].actor == "nederland"
    assert summary.positions[0].stance == "oppose"


def test_what_is_not_understood_is_kept_and_reported_with_its_line() -> None:
    edited = EXAMPLE.replace("- **Nederland** (tegen): een", "- Nederland is tegen: een")
    edited += "\n## Eigen kopje\n\nvrije tekst\n"
    parsed = parse_summary(edited, "nl")
    line = (
        edited.split("\n").index(
            "- Nederland is tegen: een expliciete humanitaire clausule is niet nodig [s15]"
        )
        + 1
    )
    assert line in [problem.line for problem in parsed.problems]
    assert parsed.summary.other == (Section("Eigen kopje", ("", "vrije tekst", "")),)
    rendered = render_summary(parsed.summary)
    assert "- Nederland is tegen: een expliciete" in rendered
    assert "## Eigen kopje\n\nvrije tekst\n" in rendered


@pytest.mark.parametrize(
    ("broken", "hint"),
    [
        ("# Zonder kop\n", "kop ontbreekt"),
        ('+++\nstatus = "draft"\n\n# Titel\n', "niet afgesloten"),
        ("+++\nstatus = draft\n+++\n# Titel\n", "niet te lezen"),
        ('+++\nstatus = "klaar"\n+++\n# Titel\n', "onbekende status"),
        ('+++\nstatus = "open"\ntopics = "x"\n+++\n# Titel\n', "onderwerpen"),
    ],
)
def test_a_broken_head_says_which_file_and_what_to_do(broken: str, hint: str) -> None:
    with pytest.raises(WorkflowError) as raised:
        parse_summary(broken, "nl", where="summaries/2031/x.md")
    assert hint in str(raised.value)
    assert "summaries/2031/x.md" in str(raised.value)


def test_an_english_file_has_english_headings() -> None:
    summary = Summary(
        "Budget", "en", positions=(Position("land:FR", "France", "oppose", "no", (1,)),)
    )
    file = render_summary(summary)
    assert "## Positions\n\n- **France** (opposes): no [s1]\n" in file
    assert parse_summary(file, "en").summary == summary


def test_the_shipped_rule_holds_for_the_design_s_own_example(shared: Path) -> None:
    design = (shared / "DESIGN.md").read_text("utf-8")
    start = design.index("+++\nstatus")
    example = design[start : design.index("```", start)]
    parsed = parse_summary(example, "nl")
    assert parsed.problems == ()
    assert render_summary(parsed.summary) == example
