from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.errors import WorkflowError
from workflow.summaries.model import Summary
from workflow.summaries.topics import (
    Belonging,
    Refusal,
    Topic,
    Topics,
    belongings,
    parse_topics,
    put_in_topic,
    read_topics,
    render_topics,
    replace_topic,
    take_from_topic,
)
from workflow.summaries.workspace import Workspace

FILE = """\
# Namen zoals de Kamer ze gebruikt.
[topics.mensensmokkel]
# dossier van de richtlijn
title = "Mensensmokkel"
dossier = "36482"

[topics.schengen]
title = "Schengen \\"barometer\\""

[[refused]]
item = "2024-06-13-jbz/drugssmokkel"
with = "2024-03-04-jbz/mensensmokkel"

# iets voor later
"""

IDS = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
ITEMS = st.builds("2024-03-0{}-jbz/{}".format, st.integers(1, 9), IDS)


def test_a_canonical_file_is_written_back_byte_for_byte() -> None:
    canonical = render_topics(parse_topics(FILE))
    assert render_topics(parse_topics(canonical)) == canonical
    for line in FILE.splitlines():
        assert line in canonical.splitlines()


@given(
    st.lists(st.tuples(IDS, st.text(), st.text())),
    st.lists(st.tuples(ITEMS, st.one_of(ITEMS, IDS))),
)
def test_what_is_written_is_read_back(
    topics: list[tuple[str, str, str]], refused: list[tuple[str, str]]
) -> None:
    value = Topics()
    for name, title, dossier in topics:
        value = value.with_topic(Topic(name, "T" + title, dossier))
    for item, other in refused:
        value = value.refuse(item, other)
    text = render_topics(value)
    assert parse_topics(text) == value
    assert render_topics(parse_topics(text)) == text


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[topics.a]\ntitel = "x"', 2, ["titel", "title"]),
        ('[topics.a]\ntitle = "x"\n[topics.B]\ntitle = "y"', 3, ["B"]),
        ("[topics.a]\ntitle = 3", 2, ["title"]),
        ('\n[topics.a]\ndossier = "1"', 2, ["“a”"]),
        ('[[refused]]\nitem = "2024-03-04-jbz/a"\nwith = "Ja!"', 3, ["Ja!"]),
        ('[topic.a]\ntitle = "x"', 1, ["topic", "topics"]),
    ],
)
def test_a_mistake_is_reported_with_its_line(text: str, line: int, words: list[str]) -> None:
    with pytest.raises(WorkflowError) as caught:
        parse_topics(text)
    assert f"regel {line}:" in str(caught.value)
    assert all(word in str(caught.value) for word in words)


@pytest.mark.parametrize("text", ["[topics", "topics = 3", "refused = {}", "[topics]\na = 1"])
def test_a_file_with_another_shape_is_refused(text: str) -> None:
    with pytest.raises(WorkflowError):
        parse_topics(text)


def test_refusals_hold_in_both_directions_and_can_be_taken_back() -> None:
    topics = Topics().refuse("2024-06-13-jbz/a", "2024-03-04-jbz/b")
    assert topics.is_refused("2024-03-04-jbz/b", "2024-06-13-jbz/a")
    assert topics.refuse("2024-03-04-jbz/b", "2024-06-13-jbz/a") == topics
    assert topics.allow("2024-03-04-jbz/b", "2024-06-13-jbz/a") == Topics()
    with pytest.raises(WorkflowError):
        Topics().refuse("mensensmokkel", "2024-03-04-jbz/b")


def test_merging_keeps_the_dossier_and_the_refusals() -> None:
    topics = (
        Topics()
        .with_topic(Topic("drugs", "Drugs", "24077"))
        .with_topic(Topic("havens", "Havens"))
        .refuse("2024-06-13-jbz/x", "drugs")
    )
    merged = topics.merged("drugs", "havens")
    assert merged.topics == (Topic("havens", "Havens", "24077"),)
    assert merged.refused == (Refusal("2024-06-13-jbz/x", "havens"),)


def test_a_topic_is_found_by_id_or_title() -> None:
    topics = parse_topics(FILE)
    assert topics.topic("MENSENSMOKKEL") == topics.topic("mensensmokkel")
    assert topics.title("schengen") == 'Schengen "barometer"'
    assert topics.title("onbekend") == "onbekend"


def test_an_item_belongs_to_several_topics_and_parts_of_it_to_others() -> None:
    summary = put_in_topic(Summary("Diversen", "nl"), "drugs")
    summary = put_in_topic(summary, "havens", (4, 5))
    assert summary.topics == ("drugs", "havens [s4 s5]")
    assert belongings(summary) == (Belonging("drugs"), Belonging("havens", (4, 5)))
    assert put_in_topic(summary, "havens").topics == ("drugs", "havens")
    assert take_from_topic(summary, "havens").topics == ("drugs",)
    assert replace_topic(summary, "havens", "zeehavens").topics == ("drugs", "zeehavens [s4 s5]")


def test_an_item_of_two_merged_topics_belongs_to_the_one_that_is_left_once() -> None:
    whole = put_in_topic(put_in_topic(Summary("Diversen", "nl"), "drugs"), "havens", (4, 5))
    assert replace_topic(whole, "havens", "drugs").topics == ("drugs",)
    assert replace_topic(whole, "drugs", "havens").topics == ("havens",)
    parts = put_in_topic(put_in_topic(Summary("Diversen", "nl"), "drugs", (2,)), "havens", (5, 2))
    assert replace_topic(parts, "havens", "drugs").topics == ("drugs [s2 s5]",)


def test_a_workspace_without_the_file_has_no_topics(tmp_path: Path) -> None:
    (tmp_path / "summaries").mkdir()
    assert read_topics(Workspace(tmp_path)) == Topics()
    (tmp_path / "summaries" / "topics.toml").write_text(FILE, "utf-8")
    assert len(read_topics(Workspace(tmp_path)).topics) == 2
