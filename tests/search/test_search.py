"""Words are found wherever they stand, filters narrow, the index follows the files."""

import sqlite3
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from search_desk import OPEN, make_desk, write_meeting

from workflow.errors import WorkflowError
from workflow.search.filters import read_filters
from workflow.search.find import find
from workflow.search.index import Index, has_full_text
from workflow.search.model import Query
from workflow.search.typed import ask, split_filters
from workflow.search.words import fold, marks, parse_words
from workflow.summaries.itemfile import render_summary
from workflow.summaries.topics import Topics

BOTH = [pytest.param(False, id="plain")]
if has_full_text():
    BOTH.append(pytest.param(True, id="full-text"))


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    return make_desk(tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="module", params=BOTH)
def index(desk, request):
    made = Index(desk, full_text=request.param)
    made.refresh()
    made.guess()
    yield made
    made.close()


def slugs(index, words, **filters):
    given_filters = read_filters(index, Topics(), **{k: [v] for k, v in filters.items()})
    return [h.slug for h in find(index, Query(parse_words(words), given_filters)).hits]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("mensensmokkel", {"mensensmokkel"}),  # title and source
        ("café", {"mensensmokkel"}),  # summary
        ("CAFE", {"mensensmokkel"}),
        ("roemenie", {"mensensmokkel"}),  # accents folded
        ("Київ", {"begroting"}),  # and those of other scripts
        ("procedures", {"schengen"}),  # position
        ("parlement juni", {"mensensmokkel"}),  # next step
        ("frontex", {"mensensmokkel", "schengen", "begroting", "heffing"}),  # note
        ("verordening ecofin", {""}),  # results of a meeting
        ("grens", {"schengen"}),  # the beginning of a longer word
        ("externe grenzen", {"mensensmokkel", "schengen"}),
        ('"externe grenzen"', {"mensensmokkel"}),  # one behind the other
        ("85", {"begroting"}),
        ("8", set()),  # figures stand whole
        ("grenzen begroting", set()),  # all words
        ("nietbestaandwoord", set()),
    ],
)
def test_words_are_found_where_they_stand(index, words, found):
    assert set(slugs(index, words)) == found


def test_a_title_weighs_more_than_a_sentence(index):
    assert slugs(index, "schengen")[0] == "schengen"
    assert slugs(index, "mensensmokkel smokkel") == []


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"council": "JBZ"}, {"mensensmokkel", "schengen", ""}),
        ({"years": "2031"}, {"begroting", ""}),
        ({"years": "2031-2032"}, {"begroting", "heffing", ""}),
        ({"actor": "Nederland", "stance": "tegen"}, {"mensensmokkel", "heffing"}),
        ({"actor": "Romania"}, {"mensensmokkel"}),
        ({"actor": "lidstaten"}, {"schengen"}),
        ({"actor": "nederland", "stance": "call"}, set()),  # of one position, not of two
        ({"topic": "schengen"}, {"schengen"}),
        ({"status": "goedgekeurd"}, {"mensensmokkel"}),
        ({"status": "open,concept"}, {"schengen", "begroting", "heffing"}),
    ],
)
def test_filters_narrow(index, filters, found):
    assert set(slugs(index, "", **filters)) == found


@pytest.mark.parametrize("asked", ["JBZ", "jha"])
def test_a_council_is_found_by_its_name_in_any_language(tmp_path, asked):
    workspace = make_desk(tmp_path)
    write_meeting(tmp_path, date(2033, 3, 4), "jha", {"drones": OPEN}, {})
    index = Index(workspace)
    index.refresh()
    found = set(slugs(index, "", council=asked))
    index.close()
    assert {"mensensmokkel", "drones"} <= found
    assert "begroting" not in found


def test_words_and_filters_together(index):
    assert slugs(index, "heffing", actor="nederland") == ["heffing"]
    assert slugs(index, "grenzen", status="draft") == ["schengen"]


@pytest.mark.parametrize(
    ("name", "value", "nearest"),
    [
        ("council", "ecofn", "ecofin"),
        ("actor", "Nederlnd", "Nederland"),
        ("stance", "tegne", "tegen"),
        ("topic", "shengen", "schengen"),
        ("status", "goedgekeurt", "goedgekeurd"),
        ("years", "vorig jaar", "2020-2024"),
    ],
)
def test_a_filter_that_means_nothing_names_the_nearest(index, name, value, nearest):
    with pytest.raises(WorkflowError, match=nearest):
        slugs(index, "", **{name: value})


def test_marks_stand_on_the_words(index):
    hit = find(index, Query(parse_words("roemenie grenzen"))).hits[0]
    marked = {line.text[start:end] for line in hit.lines for start, end in line.marks}
    assert marked == {"Roemenië", "grenzen"}
    assert any(line.sentence == 2 for line in hit.lines)


def test_a_filter_on_positions_shows_the_position(index):
    found = find(index, Query((), read_filters(index, Topics(), stance=["tegen"])))
    for hit in found.hits:
        assert "tegen" in hit.lines[1].text


@given(st.text(max_size=60))
def test_any_text_can_be_looked_for(index_of_any, text):
    for each in index_of_any:
        found = find(each, Query(parse_words(text)))
        assert found.total >= len(found.hits)


@pytest.fixture(scope="module")
def index_of_any(desk):
    made = [Index(desk, full_text=param.values[0]) for param in BOTH]
    for each in made:
        each.refresh()
    yield made
    for each in made:
        each.close()


@pytest.mark.parametrize(
    "text",
    ['"', "'", '"grenzen', "grenzen AND", "NOT grenzen (", "NEAR(a b)", "title:grenzen", "*", "^a",
     "grenzen)", "a OR b", "{x}", "--", "\0", "[EU]", "\ud800"],
)  # fmt: skip
def test_operators_quotes_and_brackets_are_text(index_of_any, text):
    for each in index_of_any:
        find(each, Query(parse_words(text)))
    assert marks("x", parse_words(text)) is not None


@given(st.text(max_size=40), st.text(max_size=80))
def test_marks_lie_within_the_text_and_hold_the_words(words, text):
    terms = parse_words(words)
    for start, end in marks(text, terms):
        assert 0 <= start < end <= len(text)
        assert any(term.words[0] in fold(text[start:end]) for term in terms)


def test_the_index_follows_the_files(tmp_path):
    desk = make_desk(tmp_path / "desk")
    folder = tmp_path / "private"
    folder.mkdir()
    index = Index(desk, folder)
    assert index.refresh() == 7
    assert index.refresh() == 0
    meeting = desk.meeting("2031-06-01-ecofin")
    path = desk.summary_path(meeting, "begroting")
    summary = replace(desk.load(meeting, "begroting").summary, claim="", topics=("douane",))
    path.write_text(render_summary(summary), "utf-8")
    assert index.refresh() == 1
    assert slugs(index, "", topic="douane") == ["begroting"]
    for file in desk.meeting_folder(meeting).iterdir():
        file.unlink()
    index.refresh()
    assert slugs(index, "begroting") == []
    index.close()
    again = Index(desk, folder)
    assert again.refresh() == 0, "what was indexed is still known"
    again.close()


@pytest.mark.parametrize("damage", [b"", b"not a database" * 100, None])
def test_a_damaged_index_is_made_anew(tmp_path, desk, damage):
    index = Index(desk, tmp_path)
    index.refresh()
    index.close()
    file = next(tmp_path.glob("search*.sqlite"))
    if damage is None:
        with sqlite3.connect(file) as database:
            database.execute("UPDATE format SET value = 'of the future'")
    else:
        file.write_bytes(damage)
    again = Index(desk, tmp_path)
    assert again.refresh() == 7
    assert slugs(again, "begroting") == ["begroting"]
    again.close()


def test_an_index_that_cannot_be_kept_lives_in_memory(tmp_path, desk):
    index = Index(desk, tmp_path / "absent")
    index.refresh()
    assert slugs(index, "begroting") == ["begroting"]


def test_a_stop_keeps_what_was_done(tmp_path, desk):
    class StopError(Exception):
        pass

    def stop(done, total):
        raise StopError

    index = Index(desk, tmp_path)
    with pytest.raises(StopError):
        index.refresh(stop)
    index.refresh()
    assert slugs(index, "begroting") == ["begroting"]


def test_filters_can_be_typed_among_the_words(index):
    words, given_filters = split_filters('grens raad:jbz year:2030 actor:"de meeste lidstaten" a:b')
    assert words == "grens a:b"
    assert given_filters == {
        "council": ["jbz"], "years": ["2030"], "actor": ["de meeste lidstaten"],
    }  # fmt: skip
    found = ask(index, Topics(), "grens jaar:2030", lambda done, total: None, limit=5)
    assert [hit.slug for hit in found.hits] == ["schengen"]
