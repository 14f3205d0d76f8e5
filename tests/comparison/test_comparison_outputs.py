import csv
import io
import json

import pytest
from comparison_sides import side
from hypothesis import given
from hypothesis import strategies as st

from workflow.comparison.ascsv import table_csv, to_csv
from workflow.comparison.asjson import to_json
from workflow.comparison.asmarkdown import escape, marked, to_markdown, to_text
from workflow.comparison.camps import Camps, Standing
from workflow.comparison.campspicture import camps_picture
from workflow.comparison.cells import guarded, items_cell
from workflow.comparison.compare import compare_meetings, position_changes
from workflow.comparison.filters import counts, narrowed
from workflow.comparison.model import Comparison, ItemRef, PositionChange, Stand
from workflow.comparison.phrases import change_actor, meeting_words, named_actors, short_actor
from workflow.languages import LANGUAGES, data, use
from workflow.summaries.topics import Topic, Topics

OLDER, NEWER = "2031-03-06-jbz", "2031-06-12-jbz"


@pytest.fixture
def comparison() -> Comparison:
    older = side(
        OLDER,
        {
            "Blusvloot [EU]": [
                ("nederland", "oppose", "Nederland is tegen een gezamenlijke blusvloot."),
                ("lidstaten:enkele", "concern", "Enkele lidstaten uitten zorgen over de kosten."),
                ("land:PT", "call", "=Portugal pleitte voor standplaatsen op de *eilanden*."),
                ("commissie", "inform", "De Commissie lichtte de raming van 310 miljoen toe."),
            ],
            "Drones": [("land:DK", "call", "Denemarken stelde een app voor.")],
        },
    )
    newer = side(
        NEWER,
        {
            "Blusvloot [EU]": [
                ("commissie", "inform", "De Commissie lichtte de raming van 335 miljoen toe."),
                ("lidstaten:meeste", "concern", "Meeste lidstaten uitten zorgen over de kosten."),
                ("nederland", "support", "Nederland is voor een gezamenlijke blusvloot."),
            ]
        },
    )
    return compare_meetings(older, newer)


def test_the_first_lines_count_all_that_is_listed(comparison: Comparison) -> None:
    older, newer = (
        side(OLDER, {"Vis": []}),
        side(
            NEWER,
            {
                "Vis": [("land:MT", "call", "Malta vroeg om meer quota.")],
                "Bossen": [
                    ("land:EE", "call", "Estland vroeg om meer dennen."),
                    ("land:FI", "support", "Finland steunde het bosplan."),
                ],
            },
        ),
    )
    found = narrowed(compare_meetings(older, newer), kinds=["new"])
    text = to_text(found)
    assert text.splitlines()[1] == "1 + nieuw, 1 nieuw onderwerp (2 standpunten)"
    assert text.count("  + nieuw ·") == 3
    assert to_text(comparison).splitlines()[1].endswith("1 onderwerp niet besproken")


def test_the_items_of_a_combined_topic_are_named() -> None:
    older = side(OLDER, {"Veren en bruggen": []}, topics={"Veren en bruggen": ["oversteken"]})
    both = {"Nachtveren": ["oversteken"], "Tolbruggen": ["oversteken"], "Vis": []}
    newer = side(NEWER, dict.fromkeys(both, ()), topics=both)
    topics = Topics((Topic("oversteken", "Oversteken"),))
    found = compare_meetings(older, newer, topics=topics)
    assert found.topics[0].title == "Oversteken"
    text = to_text(found)
    assert "1 → 1, 2  Oversteken\n" in text
    assert "\n  1 Nachtveren\n  2 Tolbruggen\n" in text
    assert "- 1 Nachtveren\n- 2 Tolbruggen" in to_markdown(found)
    assert text.count("Veren en bruggen") == 0, "one item alone is what the topic is about"


def test_json_has_the_schema_of_the_contract(comparison: Comparison) -> None:
    document = json.loads(json.dumps(to_json(comparison)))
    assert document["schema"] == "positionchanges/1"
    assert (document["older"], document["newer"]) == (OLDER, NEWER)
    topic, dropped = document["topics"]
    assert (topic["older_item"], topic["newer_item"], topic["link"]) == ("1", "1", "suggested")
    assert (dropped["older_item"], dropped["newer_item"], dropped["changes"]) == ("2", None, [])
    assert (topic["discussed"], dropped["discussed"]) == ("both", "older")
    assert topic["source"] == "suggestion"
    by_actor = {change["actor"]: change for change in topic["changes"]}
    own = by_actor["nederland"]
    assert own["kind"] == "reversed"
    assert own["older"] == {
        "stance": "oppose",
        "text": "Nederland is tegen een gezamenlijke blusvloot.",
        "evidence": ["s1"],
    }
    assert ["-", "tegen "] in own["words"]
    group = by_actor["lidstaten"]
    assert group["kind"] == "broader"
    assert (group["older"]["quantifier"], group["newer"]["quantifier"]) == ("enkele", "meeste")
    assert by_actor["land:PT"]["newer"] is None
    assert by_actor["commissie"]["style"] is False


@pytest.mark.parametrize("language", LANGUAGES)
def test_csv_has_one_row_for_each_change_and_no_formula(
    comparison: Comparison, language: str
) -> None:
    use(language)
    try:
        text = to_csv(comparison)
    finally:
        use("nl")
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";"))
    heads = data(language, "interface/comparison")["columns"]
    assert rows[0] == list(heads.values())
    alone = [topic for topic in comparison.topics if not topic.changes]
    assert len(rows) == 1 + sum(counts(comparison).values()) + len(alone)
    said = data(language, "interface/comparison")["phrase"]["only_older"]
    assert [row[list(heads).index("kind")] for row in rows].count(said) == len(alone) == 1
    assert all(len(row) == len(heads) for row in rows)
    column = list(heads).index("older_text")
    assert "'=Portugal pleitte voor standplaatsen op de *eilanden*." in [
        row[column] for row in rows
    ]
    assert rows[1][list(heads).index("score")].isdecimal()


@given(st.lists(st.lists(st.text(), min_size=1, max_size=3), min_size=1, max_size=4))
def test_no_cell_starts_as_a_formula_and_nothing_is_lost(rows: list[list[str]]) -> None:
    text = table_csv(rows)
    read = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))
    cells = [cell for row in read for cell in row]
    assert not any(cell.lstrip()[:1] in tuple("=+-@") for cell in cells)
    assert cells == [guarded(cell) for row in rows for cell in row]
    plain = [cell.replace("\x00", "") for row in rows for cell in row]
    assert [cell in (own, f"'{own}") for cell, own in zip(cells, plain, strict=True)]


def test_what_a_spreadsheet_would_run_or_change_is_guarded() -> None:
    run = ["=1+1", "+31 70", "-1", "@SUM", "\t=1", " =1", "\r=1", "＝1", "|x"]
    numbers = ["2-3", " 2-3", "3/4", "1.1", "1,1", "1, 2", "1.1, 2-3", "(1)", "14:05", "5 pm"]
    numbers += ["12 a", "1E5", "007", "1 1/2", "€ 4,5", "85.000", "1.", "123456789012", "waar"]
    days = ["12 maart", "maart 2032", "12-mrt", "MAR1", "mei 2", "30 June 2032", "Sept 3"]
    for value in run + numbers + days:
        assert guarded(value) == f"'{value}", value
        assert guarded(f"tekst {value} tekst") == f"tekst {value} tekst"


def test_what_every_spreadsheet_shows_as_it_stands_is_left_alone() -> None:
    numbers = ["", "12", "0", "2032-03-04", "I.2", "4(b)", "1a", "s2 s3", "2–3", "nr. 1.1", "–"]
    words = ["mei", "4 en 5 maart 2032", "maart en april 2032", "voorjaar 2032", "Mars 2"]
    words += ["2032-03-04-jbz", "85 miljoen", "1. tekst", "'s-Hertogenbosch", "3 eens, 0 oneens"]
    assert [guarded(value) for value in numbers + words] == numbers + words


def test_an_item_is_no_number_in_a_spreadsheet() -> None:
    cells = {("I.2",): "I.2", ("2",): "2", ("1.1",): "punt 1.1", ("2-3",): "punt 2-3", (): "",
             ("1", "2"): "punten 1, 2", ("4(b)",): "4(b)", ("I.2", "1.1"): "I.2, 1.1"}  # fmt: skip
    for labels, cell in cells.items():
        assert items_cell([ItemRef("m", "s", label, "t") for label in labels]) == cell


def test_markdown_shows_user_text_as_it_stands(comparison: Comparison) -> None:
    text = to_markdown(comparison)
    assert r"## Blusvloot \[EU\]" in text
    assert r"\*eilanden\*" in text
    assert "~~tegen~~" in text
    assert "**voor**" in text
    assert "niet besproken deze keer" in text


def test_text_has_a_sign_and_a_word_for_each_kind(comparison: Comparison) -> None:
    text = to_text(comparison)
    assert "! omgeslagen" in text
    assert "› groter" in text
    assert "− verdwenen" in text
    assert "[-tegen-]" in text
    assert "voorstellen" in text


def test_marks_leave_white_space_outside() -> None:
    words = (("=", "a "), ("-", "b "), ("+", "c "), ("=", "d"))
    marks = {"=": "{}", "-": "<{}>", "+": "[{}]"}
    assert marked(words, marks) == "a <b> [c] d"
    assert escape("a*b_c") == r"a\*b\_c"
    assert escape("kolen &amp; staal") == r"kolen \&amp; staal"


def test_a_comparison_narrows_to_topic_actor_and_kind(comparison: Comparison) -> None:
    only = narrowed(comparison, kinds=["reversed"])
    assert [change.actor for topic in only.topics for change in topic.changes] == ["nederland"]
    groups = narrowed(comparison, actor="lidstaten:veel")
    assert [change.kind for topic in groups.topics for change in topic.changes] == ["broader"]
    assert [topic.title for topic in narrowed(comparison, topic="drones").topics] == ["Drones"]
    assert [topic.title for topic in narrowed(comparison, topic="1").topics] == ["Blusvloot [EU]"]
    assert [topic.title for topic in narrowed(comparison, topic="blus eu").topics] == [
        "Blusvloot [EU]"
    ]
    assert narrowed(comparison, topic="vloot van treinen").topics == ()
    assert narrowed(comparison) == comparison
    assert sum(counts(comparison).values()) == 4


def test_meetings_and_actors_have_names_for_narrow_places() -> None:
    assert meeting_words("2031-06-12-jbz") == "JBZ 12 juni 2031"
    assert meeting_words("2031-02-30-jbz") == "2031-02-30-jbz"
    actors = ("nederland", "land:DE", "lidstaten:meeste", "ag:frontex")
    assert [short_actor(actor, "Frontex of zo") for actor in actors] == [
        "NL", "DE", "meeste", "Frontex…"
    ]  # fmt: skip


def test_an_actor_that_no_list_knows_is_named_as_it_was_written() -> None:
    older, newer = (
        Stand("derde:bond-van-griffiers-eu", "support", "steunt het plan", name=name)
        for name in ("Bond van Griffiers (EU)", "")
    )
    (change,) = position_changes([older], [newer])
    assert change_actor(change) == "Bond van Griffiers (EU)"
    assert named_actors([change]) == {change.actor: "Bond van Griffiers (EU)"}


def test_a_group_that_grew_names_its_noun_once() -> None:
    def words(older: str, newer: str, language: str) -> str:
        stands = [Stand(f"lidstaten:{size}", "support", "het plan") for size in (older, newer)]
        return change_actor(PositionChange("lidstaten", "broader", *stands), language)

    assert words("meeste", "alle", "nl") == "de meeste → alle lidstaten"
    assert words("meerderheid", "alle", "en") == "a majority of member states → all member states"
    assert words("enkele", "enkele", "nl") == "enkele lidstaten"


def test_who_sides_with_whom_fits_the_terminal() -> None:
    actors = ("nederland", "commissie", "lidstaten:meerderheid", "land:DE", "land:FR", "land:IT")
    pairs = {(one, other): Standing(3, 1, 12) for one in actors for other in actors if one < other}
    table = Camps(actors, pairs, ("drones",), "summary")
    for width in (40, 80, 200):
        text = camps_picture(table, width=width)
        assert max(map(len, text.splitlines())) <= width
        assert text.count("3= 1≠ 12?") == 30
        assert text.count("·") == 6
    assert camps_picture(table, width=200).splitlines()[0].split()[:2] == ["NL", "Cie"]
