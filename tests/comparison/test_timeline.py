import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from answer_key import spoken_side
from comparison_sides import position, side

from workflow.comparison.camps import camps, camps_csv, camps_json, camps_table
from workflow.comparison.compare import compare_meetings
from workflow.comparison.picture import timeline_csv, timeline_markdown, timeline_table, to_picture
from workflow.comparison.timeline import timeline, timeline_json
from workflow.errors import WorkflowError
from workflow.summaries.model import Summary
from workflow.summaries.topics import Topic, Topics

MARCH, JUNE, OCTOBER, DECEMBER = (
    "2031-03-06-jbz",
    "2031-06-12-jbz",
    "2031-10-09-jbz",
    "2031-12-04-jbz",
)
TITLE = "Gezamenlijke blusvloot"


def meetings():
    said = {
        MARCH: [
            ("nederland", "oppose", "Nederland is tegen een gezamenlijke blusvloot."),
            ("land:PT", "call", "Portugal pleitte voor standplaatsen op de eilanden."),
        ],
        JUNE: [("nederland", "support", "Nederland is voor een gezamenlijke blusvloot.")],
        DECEMBER: [
            ("land:PT", "call", "Portugal pleitte voor standplaatsen op de eilanden."),
            ("lidstaten:alle", "support", "Alle lidstaten steunden een gezamenlijke blusvloot."),
        ],
    }
    sides = [side(meeting, {TITLE: content, "Diversen": []}) for meeting, content in said.items()]
    return [sides[2], side(OCTOBER, {"Drones": []}), *sides[:2]]


def test_a_topic_over_all_meetings_with_first_last_and_gaps() -> None:
    line = timeline(meetings(), TITLE)
    assert [column.meeting.id for column in line.columns] == [MARCH, JUNE, OCTOBER, DECEMBER]
    assert [len(column.items) for column in line.columns] == [1, 1, 0, 1]
    rows = {row.actor: row for row in line.rows}
    assert next(iter(rows)) == "nederland"
    assert [cell.kind for cell in rows["nederland"].cells] == ["new", "reversed", "", ""]
    portugal = rows["land:PT"]
    assert (portugal.first, portugal.last, portugal.gaps) == (MARCH, DECEMBER, (JUNE,))
    assert [cell.kind for cell in portugal.cells] == ["new", "", "", "unchanged"]


def test_a_written_meeting_is_judged_like_the_next_one_that_is_not() -> None:
    said = "De Commissie lichtte de vloot toe en spoorde lidstaten aan om mee te doen."
    found = [("commissie", "inform", said)]
    own = {
        TITLE: [position("commissie", "call", said, 1), position("commissie", "inform", said, 1)]
    }
    sides = [side(MARCH, {TITLE: found}, confirmed=own), side(JUNE, {TITLE: found})]
    (row,) = timeline(sides, TITLE).rows
    assert [len(cell.stands) for cell in row.cells] == [2, 1]
    assert row.cells[1].kind == "unchanged"


def test_who_only_explains_has_let_go_of_what_it_said() -> None:
    asked = "De Commissie vroeg om meer standplaatsen langs de kust."
    explained = "De Commissie ging in op de laatste cijfers van het instituut."
    told = [side(MARCH, {TITLE: [("commissie", "call", asked)]})]
    for meeting in (JUNE, OCTOBER):
        found = side(meeting, {TITLE: [("commissie", "inform", explained)]})
        ((slug, (said,)),) = found.attributions.items()
        told.append(replace(found, attributions={slug: (replace(said, cue="ging in op"),)}))
    (row,) = timeline(told, TITLE).rows
    changes = compare_meetings(*told[:2]).topics[0].changes
    assert [(each.kind, each.silent) for each in changes] == [("dropped", False)]
    assert [cell.kind for cell in row.cells] == ["new", "dropped", "unchanged"]
    assert [cell.stands[0].stance for cell in row.cells] == ["call", "inform", "inform"]


def test_cells_lead_to_item_and_source_sentence() -> None:
    line = timeline(meetings(), TITLE, actor="land:PT")
    (row,) = line.rows
    stand = row.cells[3].stands[0]
    assert (stand.meeting, stand.slug, stand.evidence) == (DECEMBER, "gezamenlijke-blusvloot", (1,))


def aobs():
    """Three meetings with points about many things, one of which returns."""
    fleet = "een crisisvloot van reddingsboten met een vaste thuishaven"
    return [
        side(MARCH, {"Diversen": [
            ("land:MT", "support", "Malta steunde de nieuwe visitekaartjes."),
            ("land:FI", "call", f"Finland riep op tot {fleet}."),
        ]}),
        side(JUNE, {"Overige punten": [
            ("land:FI", "oppose", f"Finland verzette zich tegen {fleet}."),
            ("land:ES", "inform", "Spanje kondigde zijn feestdag aan."),
        ]}),
        side(OCTOBER, {"Drones": [("land:CY", "call", "Cyprus vroeg om een register.")]}),
        side(DECEMBER, {"Diversen": [
            ("land:ES", "inform", "Spanje prees zijn musea."),
            ("land:FI", "support", f"Finland steunde {fleet}."),
        ]}),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [f"{JUNE}/overige-punten s1", f"{MARCH}/1 s2", f"{DECEMBER}/diversen s1-s2"],
)
def test_a_part_of_an_item_is_followed_before_anybody_confirmed_it(name) -> None:
    sides = aobs()
    if name.endswith("s1-s2"):
        sides = [each for each in sides if each.meeting.id != JUNE]
    line = timeline(sides, name, actor="land:FI")
    assert [column.link for column in line.columns if column.items] == ["suggested"] * (
        len(sides) - 1
    )
    (row,) = line.rows
    kinds = {
        column.meeting.id: cell.kind for column, cell in zip(line.columns, row.cells, strict=True)
    }
    assert kinds[MARCH] == "new"
    assert kinds.get(JUNE, "reversed") == "reversed"
    assert kinds[OCTOBER] == ""
    assert kinds[DECEMBER] in ("reversed", "firmer", "reworded")
    assert not any(row.actor == "land:MT" for row in timeline(sides, name).rows)


def test_a_part_that_is_confirmed_leads_to_its_topic() -> None:
    sides = aobs()
    topics = {"Overige punten": ["feest [s2]", "vloot [s1]"]}
    sides[1] = side(JUNE, {"Overige punten": [
        ("land:FI", "oppose", "Finland verzette zich tegen een crisisvloot."),
        ("land:ES", "inform", "Spanje kondigde zijn feestdag aan."),
    ]}, topics=topics)  # fmt: skip
    assert timeline(sides, f"{JUNE}/overige-punten s1").topic == "vloot"
    assert timeline(sides, f"{JUNE}/overige-punten s2").topic == "feest"


def test_a_confirmed_topic_is_found_by_id_and_title() -> None:
    items = {"Punt 4": [("nederland", "support", "Nederland is voor.")]}
    sides = [
        side(MARCH, items, topics={"Punt 4": ["blusvloot"]}),
        side(JUNE, items, topics={"Punt 4": ["blusvloot"]}),
        side(OCTOBER, items, topics={"Punt 4": ["iets-anders"]}),
    ]
    topics = Topics().with_topic(Topic("blusvloot", "De blusvloot"))
    for name in ("blusvloot", "De blusvloot"):
        line = timeline(sides, name, topics=topics)
        assert (line.topic, line.title) == ("blusvloot", "De blusvloot")
        assert [column.link for column in line.columns] == ["confirmed", "confirmed"]


def test_an_unknown_topic_names_what_is_known() -> None:
    one = side(MARCH, {"Drones": []}, topics={"Drones": ["drones"]})
    with pytest.raises(WorkflowError, match="drones"):
        timeline([one], "kaas")
    with pytest.raises(WorkflowError):
        timeline([side(MARCH, {"Drones": []})], "kaas")
    with pytest.raises(WorkflowError):
        timeline([], "kaas")


def test_the_timeline_in_json_csv_markdown_and_as_a_picture() -> None:
    line = timeline(meetings(), TITLE)
    document = timeline_json(line)
    assert document["schema"] == "positiontimeline/1"
    own = document["actors"][0]
    assert [cell["meeting"] for cell in own["cells"]] == [MARCH, JUNE]
    assert own["cells"][1]["positions"][0]["stance"] == "support"
    rows = list(csv.reader(io.StringIO(timeline_csv(line)[1:], newline=""), delimiter=";"))
    assert len(rows) == 1 + 5
    table = timeline_table(line)
    assert len({len(row) for row in table}) == 1
    assert "! omgeslagen: steunt" in table[1]
    assert "niet besproken" in table[1]
    assert timeline_markdown(line).count("\n|") == len(table) + 1


def test_every_form_says_which_link_nobody_confirmed() -> None:
    held = {TITLE: [("land:MT", "support", "Malta steunde de vloot.")]}
    named = {TITLE: ["blusvloot"]}
    sides = [side(MARCH, held, topics=named), side(JUNE, held, topics=named)]
    sure, unsure = timeline(sides, "blusvloot"), timeline([side(MARCH, held)], TITLE)
    for line, marked in ((sure, False), (unsure, True)):
        told = timeline_markdown(line), to_picture(line)
        assert all(("verband niet bevestigd" in each) == marked for each in told)
        assert ("? verband" in told[1], " ?\n" in told[1]) == (marked, marked)
        table = csv.DictReader(io.StringIO(timeline_csv(line)[1:], newline=""), delimiter=";")
        links = {row["koppeling"] for row in table}
        assert links == {"voorstel" if marked else "bevestigd"}


def test_the_sign_of_a_change_stands_beside_what_changed() -> None:
    desk = ("land:MT", "support", "Malta steunde het loket voor schippers.")
    tax = "de heffing op zware schepen in havens"
    said = {
        MARCH: [desk, ("land:MT", "oppose", f"Malta verzette zich tegen {tax}.")],
        JUNE: [desk, ("land:MT", "call", f"Malta riep op tot {tax}.")],
        OCTOBER: [desk, ("land:MT", "call", f"Malta riep op tot {tax}.")],
    }
    line = timeline([side(day, {"Havens": held}) for day, held in said.items()], "Havens")
    told = [[stand.stance for stand in cell.stands] for cell in line.rows[0].cells]
    assert told == [["support", "oppose"], ["call", "support"], ["support", "call"]]
    assert "! omgeslagen: roept op; steunt" in timeline_table(line)[1]
    assert "! roept op" in to_picture(line)


@pytest.mark.parametrize("width", [40, 80, 200])
def test_the_picture_fits_its_width(width: int) -> None:
    picture = to_picture(timeline(meetings(), TITLE), width=width)
    assert all(len(row) <= width for row in picture.splitlines())
    assert picture.count("06-03-2031") == 1
    assert "! steunt" in picture


def written():
    said = {TITLE: [("", "", "…")], "Drones": [("", "", "…")], "Tolken": [("", "", "…")]}
    confirmed = {
        TITLE: [
            position("nederland", "support", "een gezamenlijke blusvloot"),
            position("land:FR", "support", "een gezamenlijke blusvloot"),
            position("land:DE", "oppose", "een gezamenlijke blusvloot"),
        ],
        "Drones": [
            position("nederland", "call", "een app voor drones"),
            position("land:FR", "call", "een app voor drones"),
            position("land:DE", "inform", "een app voor drones"),
        ],
    }
    return side(MARCH, said, confirmed=confirmed)


def test_who_sides_with_whom_counts_topics() -> None:
    table = camps([written()])
    assert table.actors[0] == "nederland"
    with_france = table.between("nederland", "land:FR")
    assert (with_france.agree, with_france.differ, with_france.unknown) == (2, 0, 0)
    with_germany = table.between("land:DE", "nederland")
    assert (with_germany.agree, with_germany.differ, with_germany.unknown) == (0, 1, 1)
    assert table.source == "summary"
    document = camps_json(table)
    assert document["pairs"][0]["topics"] == 2
    assert len(camps_table(table)) == 4
    assert camps_csv(table).startswith("\ufeff")


def test_suggestions_count_when_asked_for_and_before_anything_is_confirmed() -> None:
    rows = [("land:FR", "support", "steunde"), ("land:DE", "oppose", "tegen")]
    one = side(MARCH, {TITLE: rows})
    for asked in (False, True):
        table = camps([one], suggestions=asked)
        assert (table.source, table.between("land:FR", "land:DE").differ) == ("suggestion", 1)
        assert table.unasked is not asked
    one = side(MARCH, {TITLE: rows, "Visserij": [("", "", "De vangst daalde.")]})
    said = (position("land:ES", "support", "steun"), position("land:PT", "support", "steun"))
    (entry,) = (each for each in one.meeting.items if each.title == "Visserij")
    written = replace(one, summaries={entry.slug: Summary("Visserij", "nl", positions=said)})
    table = camps([written])
    assert (table.actors, table.source) == (("land:ES", "land:PT"), "summary")
    assert not table.unasked


def test_items_that_go_on_with_one_another_count_once_among_suggestions() -> None:
    def said(about: str) -> list[tuple[str, str, str]]:
        return [("land:FR", "support", f"steunde {about}"), ("land:DE", "oppose", f"weert {about}")]

    sides = [
        side(meeting, {each: said(each) for each in (title, other)})
        for meeting, title, other in (
            (MARCH, "Gezamenlijke blusvloot", "Europese treinkaartjes"),
            (JUNE, "Gezamenlijke blusvloot: planning", "Onderzeese kabels"),
        )
    ]
    table = camps(sides, suggestions=True)
    assert table.between("land:FR", "land:DE").differ == 3, "the fleet once, the others each"
    fleet = [title for title in table.titles.values() if "blusvloot" in title]
    assert fleet == ["Gezamenlijke blusvloot: planning (JBZ 12 juni 2031)"]
    sides[0] = side(
        MARCH,
        {"Gezamenlijke blusvloot": said("de vloot")},
        topics={"Gezamenlijke blusvloot": ["vloot"]},
    )
    known = Topics((Topic("vloot", "De blusvloot"),))
    table = camps(sides, topics=known, topic="vloot", suggestions=True)
    assert (table.topics, table.titles["vloot"]) == (("vloot",), "De blusvloot")
    assert {stand for pair in table.standings for stand in pair} == {"land:FR", "land:DE"}


def test_the_last_meeting_at_which_both_spoke_counts() -> None:
    def at(meeting: str, stance: str):
        return side(
            meeting,
            {TITLE: [("", "", "…")]},
            topics={TITLE: ["blusvloot"]},
            confirmed={
                TITLE: [
                    position("nederland", stance, "een gezamenlijke blusvloot"),
                    position("land:FR", "support", "een gezamenlijke blusvloot"),
                ]
            },
        )

    table = camps([at(MARCH, "oppose"), at(JUNE, "support")], topic="blusvloot")
    assert table.between("nederland", "land:FR").agree == 1
    assert table.topics == ("blusvloot",)
    with pytest.raises(WorkflowError, match="bekend zijn: blusvloot"):
        camps([at(MARCH, "oppose")], topic="drones")


def test_an_item_goes_on_with_the_confirmed_topic_that_it_takes_up() -> None:
    text = "Nederland is voor een gezamenlijke blusvloot met vaste standplaatsen."
    said = {TITLE: [("nederland", "support", text)]}
    fleet = Topics((Topic("vloot", "Vloot"),))
    march = side(MARCH, said, topics={TITLE: ("vloot",)})
    later = [side(meeting, said) for meeting in (JUNE, DECEMBER)]
    line = timeline([march, *later], f"{DECEMBER}/gezamenlijke-blusvloot", topics=fleet)
    assert (line.topic, line.title) == ("vloot", "Vloot")
    assert [column.link for column in line.columns] == ["confirmed", "suggested", "suggested"]
    refused = fleet.refuse(f"{JUNE}/gezamenlijke-blusvloot", "vloot")
    line = timeline([march, *later], f"{DECEMBER}/gezamenlijke-blusvloot", topics=refused)
    assert [column.meeting.id for column in line.columns] == [JUNE, DECEMBER]


def test_councils_that_never_discussed_a_topic_have_no_column() -> None:
    other = side("2031-07-01-ecofin", {"Begroting": [("commissie", "inform", "Lichtte toe.")]})
    line = timeline([*meetings(), other], TITLE)
    assert {column.meeting.council for column in line.columns} == {"jbz"}


def test_the_line_tells_a_sentence_of_two_stances_as_a_comparison_does() -> None:
    """An objection behind the same call as before does not turn the call round."""
    before = ("commissie", "call", "De Commissie drong aan op een akkoord over de blusvloot.")
    now = "De Commissie noemde uitstel onverantwoord en drong aan op een akkoord over de blusvloot."
    sides = [
        side(MARCH, {TITLE: [before]}),
        side(JUNE, {TITLE: [("commissie", "oppose", now)]}),
    ]
    two = {
        slug: (*found, replace(found[0], stance="call"))
        for slug, found in sides[1].attributions.items()
    }
    sides[1] = replace(sides[1], attributions=two)
    (topic,) = compare_meetings(*sides).topics
    (row,) = timeline(sides, TITLE).rows
    (change,) = topic.changes
    assert change.kind == row.cells[1].kind != "reversed"
    assert [stand.stance for stand in row.cells[1].stands] == [change.newer.stance] == ["call"]


def test_the_line_shows_the_stance_from_which_somebody_turned() -> None:
    """Who stressed a need, was against the fleet and is for it later, was against it."""
    before = "Italië benadrukte het belang van hulp, maar achtte een blusvloot overbodig."
    now = "Italië steunde een blusvloot."
    sides = [
        side(MARCH, {TITLE: [("land:IT", "call", before)]}),
        side(JUNE, {TITLE: [("land:IT", "support", now)]}),
    ]
    place = before.index("overbodig")
    two = {
        slug: (*found, replace(found[0], stance="oppose", cue_spans=((place, place + 9),)))
        for slug, found in sides[0].attributions.items()
    }
    sides[0] = replace(sides[0], attributions=two)
    (topic,) = compare_meetings(*sides).topics
    (change,) = topic.changes
    (row,) = timeline(sides, TITLE).rows
    assert (change.kind, change.older.stance) == ("reversed", "oppose")
    assert [cell.kind for cell in row.cells] == ["new", "reversed"]
    assert [stand.stance for stand in row.cells[0].stands] == ["oppose"]


def test_the_line_shows_both_halves_of_a_sentence_that_two_sentences_take_up() -> None:
    before = "Malta steunde het fonds en vroeg om lagere tarieven voor kleine bedrijven."
    after = "Malta kon het fonds niet meer steunen. Malta vroeg om lagere tarieven voor bedrijven."
    sides = [
        spoken_side("nl", before, date(2031, 1, 1)),
        spoken_side("nl", after, date(2031, 3, 1)),
    ]
    (row,) = timeline(sides, sides[0].meeting.items[0].slug).rows
    assert [[stand.stance for stand in cell.stands] for cell in row.cells] == [
        ["support", "call"],
        ["oppose", "call"],
    ]


def test_who_shares_no_topic_with_anybody_has_no_row() -> None:
    """One that spoke alone would be a row of dashes; the own government always stands there."""
    sides = [
        side(MARCH, {
            TITLE: [("commissie", "support", "Voor."), ("land:PL", "oppose", "Tegen.")],
            "Drones": [("land:PT", "call", "Portugal pleitte voor standplaatsen.")],
            "Vissen": [("nederland", "call", "Nederland pleitte voor rust.")],
        })
    ]  # fmt: skip
    found = camps(sides, suggestions=True)
    assert found.actors == ("nederland", "commissie", "land:PL")


def test_who_abstains_sides_with_nobody_who_took_a_side() -> None:
    said = {
        TITLE: [
            position("nederland", "reserve", "een gezamenlijke blusvloot"),
            position("land:AT", "oppose", "een gezamenlijke blusvloot"),
            position("land:FR", "support", "een gezamenlijke blusvloot"),
            position("land:DE", "reserve", "een gezamenlijke blusvloot"),
        ]
    }
    table = camps([side(MARCH, {TITLE: [("", "", "…")]}, confirmed=said)])
    for other in ("land:AT", "land:FR"):
        assert table.between("nederland", other).unknown == 1
    assert table.between("nederland", "land:DE").agree == 1
