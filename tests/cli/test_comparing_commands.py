"""Comparing from the command line, on the sample meetings with their history."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from workflow.comparison.earlier import earlier_side
from workflow.comparison.sides import meeting_side
from workflow.comparison.stands import items_by_slug
from workflow.history import open_history
from workflow.samples import sample_reports
from workflow.summaries.workspace import Workspace

Run = Callable[..., tuple[int, str, str]]
MARCH, JUNE, OCTOBER = "2031-03-06-jbz", "2031-06-12-jbz", "2031-10-09-jbz"


@pytest.fixture
def run(run_in: Run) -> Run:
    """Run a command in Dutch, whatever the machine speaks."""
    return lambda place, *words: run_in(place, "--language", "nl", *words)


def kinds_of(document: dict[str, object]) -> set[str]:
    return {change["kind"] for topic in document["topics"] for change in topic["changes"]}


def test_one_meeting_is_compared_with_the_one_before(run: Run, demo_desk: Path) -> None:
    for words in ((JUNE,), (JUNE, "--since", "meeting"), ("--since", "meeting", JUNE)):
        status, out, _ = run(demo_desk, "compare", *words, "--json")
        document = json.loads(out)
        assert (status, document["older"], document["newer"]) == (0, MARCH, JUNE)
    assert json.loads(run(demo_desk, "compare", MARCH, JUNE, "--json")[1]) == document


def test_the_meeting_before_may_be_called_in_another_language(
    run: Run, demo: Path, tmp_path: Path
) -> None:
    """An English report of the Council that Dutch reports call JBZ."""
    report = tmp_path / "press.txt"
    report.write_text(
        "Justice and Home Affairs Council, 9 October 2031\n\n"
        "1. Fleet of firefighting aircraft\n\n"
        "The Council discussed the fleet. Poland supported the proposal on blusvliegtuigen.\n",
        "utf-8",
    )
    assert run(demo, "import", report)[0] == 0
    status, out, _ = run(demo, "compare", "2031-10-09-jha", "--json")
    assert (status, json.loads(out)["older"]) == (0, JUNE)
    assert run(demo, "topics", "2031-10-09-jha", "1")[0] == 0


def test_a_filter_that_nothing_fits_says_so(run: Run, demo_desk: Path) -> None:
    status, out, err = run(demo_desk, "compare", JUNE, "--kind", "reversed", "--actor", "Malta")
    assert status == 0
    assert "geen veranderingen" in out
    assert "laat --kind" in err


def test_who_asks_for_one_group_is_told_that_all_groups_are_shown(
    run: Run, demo_desk: Path
) -> None:
    for words in (("compare", JUNE), ("timeline", "blusvloot")):
        for group in ("de meeste lidstaten", "lidstaten:meeste"):
            status, _, err = run(demo_desk, *words, "--actor", group)
            assert (status, "“de meeste lidstaten”" in err) == (0, True)
        for other in ("de lidstaten", "Nederland"):
            assert "Groepen lidstaten" not in run(demo_desk, *words, "--actor", other)[2]


def test_only_the_kinds_that_are_asked_for(run: Run, demo_desk: Path) -> None:
    for words in ("reversed", "omgeslagen", "Reversed"):
        document = json.loads(run(demo_desk, "compare", JUNE, "--kind", words, "--json")[1])
        assert kinds_of(document) == {"reversed"}
    several = json.loads(run(demo_desk, "compare", JUNE, "--kind", "broader,narrower", "--json")[1])
    assert kinds_of(several) == {"broader", "narrower"}
    plain = json.loads(run(demo_desk, "compare", JUNE, "--no-style", "--json")[1])
    changes = [change for topic in plain["topics"] for change in topic["changes"]]
    assert changes
    assert not any(change.get("style") for change in changes)
    status, _, err = run(demo_desk, "compare", JUNE, "--kind", "gedraaid")
    assert status == 2
    assert "gedraaid" in err


def test_since_the_last_briefing_shows_what_was_written_after_it(run: Run, demo: Path) -> None:
    status, _, err = run(demo, "compare", JUNE, "--since", "sent")
    assert (status, err.count("\n")) == (2, 1)
    assert "nog geen briefing" in run(demo, "sent", MARCH)[2]
    assert run(demo, "export", MARCH, "--format", "md")[0] == 0
    assert run(demo, "sent", MARCH)[0] == 0
    document = json.loads(run(demo, "compare", JUNE, "--since", "sent", "--json")[1])
    assert (document["older"], document["newer"]) == (MARCH, JUNE)
    assert "(zoals verzonden op " in document["older_version"]
    made = run(demo, "export", JUNE, "--since", "sent", "--format", "md", "-o", demo / "b.md")
    assert made[0] == 0
    assert "(zoals verzonden op " in (demo / "b.md").read_text("utf-8")
    assert run(demo, "sent", JUNE, "--briefing", demo / "b.md")[0] == 0
    document = json.loads(run(demo, "compare", JUNE, "--since", "sent", "--json")[1])
    assert kinds_of(document) == {"unchanged"}
    path = next((demo / "summaries/2031" / JUNE).glob("gezamenlijke-blusvloot*.md"))
    text = path.read_text("utf-8")
    text = text.replace("**Nederland** (steunt)", "**Nederland** (tegen)", 1)
    path.write_text(text.replace("## Samenvatting\n\n", "## Samenvatting\n\nEen nieuwe zin.\n"))
    document = json.loads(run(demo, "compare", JUNE, "--since", "sent", "--json")[1])
    told = run(demo, "compare", JUNE, "--since", "sent")[1]
    assert "! omgeslagen · Nederland" in told
    assert " = gelijk" not in told.partition("\n\n")[2], "of one text only what differs is told"
    assert told.count("twee versies") == 1
    (topic,) = [each for each in document["topics"] if kinds_of({"topics": [each]}) - {"unchanged"}]
    turned = [change for change in topic["changes"] if change["kind"] == "reversed"]
    assert [(change["actor"], change["newer"]["stance"]) for change in turned] == [
        ("nederland", "oppose")
    ]
    sentences = [each["kind"] for each in topic["summary"]]
    assert sentences.count("added") == 1
    assert set(sentences) == {"added", "kept"}
    assert "toegevoegd: {+Een nieuwe zin.+}" in run(demo, "compare", JUNE, "--since", "sent")[1]


def test_what_was_approved_keeps_its_own_source(demo_desk: Path) -> None:
    workspace = Workspace(demo_desk)
    meeting = workspace.meeting(JUNE)
    side = meeting_side(workspace, meeting)
    then = earlier_side(workspace, open_history(demo_desk), side, "approved")
    assert items_by_slug(then) == items_by_slug(side)
    assert 0 < len(then.lacking) < len(meeting.items)


def test_since_the_last_approval(run: Run, demo_desk: Path, tmp_path: Path) -> None:
    document = json.loads(run(demo_desk, "compare", JUNE, "--since", "approved", "--json")[1])
    states = {topic["link"] for topic in document["topics"]}
    assert states == {"confirmed", "none"}, "some items were never approved"
    out = run(demo_desk, "compare", JUNE, "--since", "approved")[1]
    assert "(zoals goedgekeurd)" in out
    assert "toen niet goedgekeurd" in out
    made = tmp_path / "briefing.md"
    command = ("export", JUNE, "--since", "approved", "--format", "md", "-o", made)
    assert run(demo_desk, *command)[0] == 0
    told = made.read_text("utf-8")
    assert "Nog niet eerder goedgekeurd: [I.4" in told
    assert "Nieuw geschreven" not in told


def test_what_was_discussed_but_not_approved_is_not_new(run_in: Run, demo: Path) -> None:
    (report,) = (each.path for each in sample_reports() if each.name == "jbz-2031-10")
    assert run_in(demo, "--language", "nl", "import", report)[0] == 0
    words = {
        "nl": ("toen niet goedgekeurd", "5 onderwerpen die toen niet waren goedgekeurd", "nieuw"),
        "en": ("not approved then", "5 topics that were not approved then", "new topic"),
    }
    for language, (state, count, new) in words.items():
        command = ("--language", language, "compare", OCTOBER, "--since", "approved")
        (topic,) = [
            block
            for block in run_in(demo, *command)[1].split("\n\n")
            if block.startswith("I.4  Videozittingen")
        ]
        assert state in topic.splitlines()[1]
        assert new not in topic.splitlines()[1]
        assert count in run_in(demo, *command, "--markdown")[1]
        rows = run_in(demo, *command, "--csv")[1].splitlines()
        assert all(state in row for row in rows if "Videozittingen" in row)
    document = json.loads(run_in(demo, *command, "--json")[1])
    found = {each["newer_item"]: each.get("not_then") for each in document["topics"]}
    assert (found["I.4"], found["II.2"], found["II.5"]) == ("approved", None, None)
    assert run_in(demo, "export", OCTOBER, "--since", "approved", "--format", "md")[0] == 0
    told = (demo / "exports" / f"briefing-{OCTOBER}.md").read_text("utf-8")
    told = told.partition("### I.4 Videozittingen")[2].partition("\n###")[0]
    assert "toen wel besproken, niet goedgekeurd" in told
    assert "niet besproken in" not in told


@pytest.mark.parametrize(
    "words", [(MARCH,), (MARCH, JUNE, "--since", "sent"), (MARCH, "--since", "sent"), ("niets",)]
)
def test_what_cannot_be_compared_is_said_in_one_sentence(
    run: Run, demo_desk: Path, words: tuple[str, ...]
) -> None:
    status, out, err = run(demo_desk, "compare", *words)
    assert (status, out, err.count("\n")) == (2, "", 1)


def test_every_table_comes_as_markdown_too(run: Run, demo_desk: Path) -> None:
    for words in (("compare", JUNE), ("timeline", "blusvloot"), ("alignment",)):
        status, out, _ = run(demo_desk, *words, "--markdown")
        assert status == 0
        assert out.startswith(("# ", "| "))


def topics_of(run: Run, demo: Path) -> dict[str, dict[str, object]]:
    status, out, _ = run(demo, "topics", "--json")
    assert status == 0
    return {topic["topic"]: topic for topic in json.loads(out)["topics"]}


def places_of(topic: dict[str, object]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(use["meeting"], use["item"], tuple(use["sentences"])) for use in topic["items"]]


def saves(demo: Path) -> int:
    command = ["git", "-C", str(demo), "rev-list", "--count", "HEAD"]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def test_a_topic_is_renamed_and_gets_a_dossier(run: Run, demo: Path) -> None:
    before = topics_of(run, demo)["blusvloot"]
    status, _, err = run(demo, "topics", "--topic", "blusvloot", "--title", "Blusvliegtuigen")
    assert (status, err) == (0, "Onderwerp heet nu “Blusvliegtuigen”\n")
    assert run(demo, "topics", "--topic", "Blusvliegtuigen", "--dossier", "36999")[0] == 0
    now = topics_of(run, demo)["blusvloot"]
    assert (now["title"], now["dossier"]) == ("Blusvliegtuigen", "36999")
    assert places_of(now) == places_of(before)
    assert run(demo, "topics", "--topic", "blusvloot", "--dossier", "")[0] == 0
    assert topics_of(run, demo)["blusvloot"]["dossier"] == ""


def test_proposals_are_data_for_a_meeting_and_for_an_item(run: Run, demo: Path) -> None:
    document = json.loads(run(demo, "topics", JUNE, "--json")[1])
    assert (document["schema"], document["meeting"]) == ("proposals/1", JUNE)
    items = {each["item"]: each for each in document["items"]}
    assert {"topic": "blusvloot", "sentences": []} in items["I.1"]["topics"]
    (offer,) = [each for each in items["I.6"]["proposals"] if each["selected"]]
    assert (offer["meeting"], offer["item"]) == (MARCH, "I.7")
    assert offer["sentences"]
    assert offer["older_sentences"]
    assert json.loads(run(demo, "topics", JUNE, "I.6", "--json")[1])["items"] == [items["I.6"]]


def test_the_history_is_told_in_one_language(run_in: Run, demo: Path) -> None:
    order = ("topics", "--topic", "heling", "--into", "blusvloot")
    status, _, said = run_in(demo, "--language", "en", *order)
    assert (status, " merged with " in said, "samengevoegd" in said) == (0, True, False)
    log = ("git", "-C", str(demo), "log", "-1", "--format=%s")
    assert "samengevoegd met" in subprocess.check_output(log, text=True)


def test_a_merger_of_topics_says_which_dossier_is_kept(run: Run, demo: Path) -> None:
    for topic, dossier in (("heling", "36111"), ("drones", "36222"), ("blusvloot", "")):
        assert run(demo, "topics", "--topic", topic, "--dossier", dossier)[0] == 0
    said = run(demo, "topics", "--topic", "heling", "--into", "blusvloot")[2]
    assert "samengevoegd" in said
    assert "; dossier 36111 gaat mee" in said
    assert topics_of(run, demo)["blusvloot"]["dossier"] == "36111"
    said = run(demo, "topics", "--topic", "blusvloot", "--into", "drones")[2]
    assert "; dossier 36222 blijft, 36111 vervalt" in said
    assert topics_of(run, demo)["drones"]["dossier"] == "36222"


def test_topics_are_merged_and_taken_apart_in_one_save_each(run: Run, demo: Path) -> None:
    before = topics_of(run, demo)
    count = saves(demo)
    assert run(demo, "topics", "--topic", "heling", "--into", "blusvloot")[0] == 0
    merged = topics_of(run, demo)
    assert saves(demo) == count + 1
    assert "heling" not in merged
    assert sorted(places_of(merged["blusvloot"])) == sorted(
        places_of(before["blusvloot"]) + places_of(before["heling"])
    )
    assert run(demo, "topics", JUNE, "I.4", "--topic", "blusvloot", "--into", "Dieven")[0] == 0
    apart = topics_of(run, demo)
    assert places_of(apart["dieven"]) == [(JUNE, "I.4", ())]
    assert apart["dieven"]["title"] == "Dieven"
    assert (JUNE, "I.4", ()) not in places_of(apart["blusvloot"])
    approved = [
        line for line in run(demo, "status", JUNE)[1].splitlines() if "goedgekeurd " in line
    ]
    assert len(approved) == 3, "no approval was lost"


def test_parts_of_an_item_belong_to_topics_of_their_own(run: Run, demo: Path) -> None:
    part = ("topics", JUNE, "I.6", "--confirm")
    assert run(demo, *part, "blusvloot", "--sentences", "s1")[0] == 0
    assert run(demo, *part, "nieuw", "--title", "Zwemwater", "--sentences", "s2-s3")[0] == 0
    found = topics_of(run, demo)
    assert (JUNE, "I.6", ("s1",)) in places_of(found["blusvloot"])
    assert places_of(found["zwemwater"]) == [(JUNE, "I.6", ("s2", "s3"))]
    document = json.loads(run(demo, "compare", MARCH, JUNE, "--topic", "zwemwater", "--json")[1])
    assert {number for topic in document["topics"] for change in topic["changes"]
            for number in change["newer"]["evidence"]} <= {"s2", "s3"}  # fmt: skip
    assert run(demo, "topics", JUNE, "I.6", "--remove", "zwemwater")[0] == 0
    assert places_of(topics_of(run, demo)["zwemwater"]) == []
    status, _, err = run(demo, *part, "blusvloot", "--sentences", "s99")
    assert status == 2
    assert "s99" in err


def test_a_refusal_is_kept_and_taken_back_by_confirming(run: Run, demo: Path) -> None:
    assert run(demo, "topics", JUNE, "I.5", "--refuse", "blusvloot")[0] == 0
    assert "[[refused]]" in (demo / "summaries/topics.toml").read_text("utf-8")
    assert run(demo, "topics", JUNE, "I.5", "--confirm", "blusvloot")[0] == 0
    assert "[[refused]]" not in (demo / "summaries/topics.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("item", "told"), [("I.5", "vermissingen"), ("I.6", "2031-03-06-jbz I.7 Overige onderwerpen")]
)
def test_what_was_refused_is_listed_with_the_way_to_take_it_back(
    run: Run, demo: Path, item: str, told: str
) -> None:
    file = demo / "summaries/topics.toml"
    kept, before = file.read_text("utf-8"), run(demo, "topics", JUNE, item)[1]
    last = str(len(before.splitlines()) - 1)
    assert run(demo, "topics", JUNE, item, "--refuse", last)[0] == 0
    for listed in (run(demo, "topics", JUNE, item)[1], run(demo, "topics", JUNE)[1]):
        (line,) = [each for each in listed.splitlines() if "×" in each]
        assert told in line.casefold() or told in line
        assert f"afgewezen; --refuse {last} neemt dat terug" in line
    assert run(demo, "topics", JUNE, item, "--refuse", last)[0] == 0
    assert (file.read_text("utf-8"), run(demo, "topics", JUNE, item)[1]) == (kept, before)
    assert run(demo, "topics", JUNE, item, "--refuse", last)[0] == 0
    assert run(demo, "topics", JUNE, item, "--confirm", last)[0] == 0
    assert "[[refused]]" not in file.read_text("utf-8")
    assert "×" not in run(demo, "topics", JUNE, item)[1]


def test_a_refusal_is_in_the_history_of_its_item_and_meeting(run: Run, demo: Path) -> None:
    def told(*words: str) -> list[dict[str, str]]:
        return json.loads(run(demo, "history", *words, "--json")[1])["versions"]

    other, before = told(JUNE, "I.5"), told(JUNE, "I.6")
    assert run(demo, "topics", JUNE, "I.6", "--refuse", "1")[0] == 0
    assert run(demo, "topics", JUNE, "I.6", "--refuse", "2")[0] == 0
    assert run(demo, "undo")[0] == 0
    for place in ((JUNE, "I.6"), (JUNE,)):
        kinds = [each["kind"] for each in told(*place)]
        assert kinds[:3] == ["undo", "topic", "topic"]
        newest, _ = told(*place, "--limit", "2")
        assert newest["files"] == ["summaries/topics.toml"]
        assert newest == told(*place, "--action", "undo")[0]
    assert told(JUNE, "I.6")[3:] == before
    assert told(JUNE, "I.5") == other


def test_a_refusal_says_how_it_is_taken_back_and_is_data(run: Run, demo: Path) -> None:
    """The refused one of two goes behind the other: its number is another one then."""
    file, words = demo / "summaries/topics.toml", ("topics", JUNE, "I.6")
    kept = file.read_text("utf-8")
    said = run(demo, *words, "--refuse", "1")[2]
    assert said.rstrip().endswith("; terug: --refuse 2")
    (item,) = json.loads(run(demo, *words, "--json")[1])["items"]
    first, second = item["proposals"]
    assert (first["refused"], second["refused"]) == (False, True)
    assert second["topic"] == "levenstestamenten"
    assert run(demo, *words, "--refuse", "2")[0] == 0
    assert file.read_text("utf-8") == kept
    said = run(demo, "topics", JUNE, "I.5", "--refuse", "vermissingen")[2]
    assert said.rstrip().endswith("; terug: --refuse 1")


@pytest.mark.parametrize(
    "words",
    [
        ("--topic", "niets"),
        ("--title", "Los"),
        ("--topic", "heling", "--into", "heling"),
        ("--topic", "heling", "--into", "dieven", MARCH, "I.1"),
        ("--topic", "heling", "--into", "blusvlot"),
        (JUNE, "I.6", "--confirm", "9", "--title", "Los"),
        (JUNE, "--confirm", "1"),
        (JUNE, "I.1", "--confirm", "1", "--refuse", "2"),
        (JUNE, "I.1", "--refuse", "blusvloot", "--sentences", "s1"),
        (JUNE, "I.5", "--remove", "heling"),
    ],
)
def test_a_wrong_answer_about_topics_changes_nothing(
    run: Run, demo_desk: Path, words: tuple[str, ...]
) -> None:
    status, out, err = run(demo_desk, "topics", *words)
    assert (status, out, err.count("\n")) == (2, "", 1)


def test_commitments_and_next_steps_are_followed(run: Run, demo_desk: Path) -> None:
    status, out, err = run(demo_desk, "promises", "--date", "2031-07-01", "--json")
    document = json.loads(out)
    assert (status, document["schema"]) == (0, "followup/1")
    done = [each for each in document["commitments"] if each["state"] == "done"]
    assert any(each["discharged"]["meeting"] == JUNE != each["made"]["meeting"] for each in done)
    sources = {each["source"] for each in document["next_steps"]}
    assert sources == {"summary", "suggestion"}, "items that nobody wrote about count too"
    assert "voorstel uit het verslag" in err, "and that is said"
    came = [each for each in document["next_steps"] if each["came"]]
    assert {each["announced"]["meeting"] for each in came} == {MARCH}
    late = ("promises", "--date", "2032-07-01", "--state", "overdue")
    open_then = [each for each in document["commitments"] if each["state"] == "open"]
    assert len(json.loads(run(demo_desk, *late, "--json")[1])["commitments"]) == len(open_then)
    assert "te laat · 30 september 2031 · toezegging" in run(demo_desk, *late)[1]
    assert "datum voorbij" not in run(demo_desk, *late)[1], "that may not be late"
    assert "--state past" in run(demo_desk, *late)[2]
    passed = run(demo_desk, *late[:-1], "past")[1]
    assert "datum voorbij · " in passed
    assert "te laat" not in passed
    none = run(demo_desk, "promises", "--date", "2031-03-07", "--state", "withdrawn")
    assert none[1] == ""
    assert "laat --state weg" in none[2], "there are others"
    table = run(demo_desk, "promises", JUNE, "--csv")[1]
    assert table.startswith('\ufeff"soort";')
    assert MARCH not in table
    assert run(demo_desk, "promises", "--markdown")[1].startswith("| soort |")
    assert run(demo_desk, "promises", "--date", "morgen")[0] == 2


def test_a_topic_briefing_has_its_timeline_as_a_table(
    run: Run, demo_desk: Path, tmp_path: Path
) -> None:
    for form in ("md", "html", "docx"):
        path = tmp_path / f"topic.{form}"
        command = ("export", "--topic", "blusvloot", "--format", form, "-o", path)
        assert run(demo_desk, *command)[0] == 0
    told = (tmp_path / "topic.md").read_text("utf-8").split("## Tijdlijn\n")[1]
    rows = told.strip().split("\n\n")[0].splitlines()
    assert rows[0] == "| Actor | Vergadering | Verandering | Standpunt |"
    assert [row.split(" | ")[2] for row in rows if row.startswith("| Nederland")] == [
        "nieuw",
        "omgeslagen",
    ]
    page = (tmp_path / "topic.html").read_text("utf-8")
    assert "<caption>" in page.split("Tijdlijn</h2>")[1][:400]


@pytest.mark.parametrize(
    "words",
    [("--approved",), ("--items", "I.1"), ("--since", "sent"), ("--changes", "redline"), (JUNE,)],
)
def test_what_a_topic_briefing_cannot_do_is_not_passed_over(
    run: Run, demo_desk: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    path = tmp_path / "topic.md"
    command = ("export", *words, "--topic", "blusvloot", "--format", "md", "-o", path)
    status, _, err = run(demo_desk, *command)
    assert (status, path.exists()) == (2, False)
    assert f"laat {words[0]} weg" in err


def test_a_briefing_is_measured_against_any_other_meeting(
    run: Run, demo_desk: Path, tmp_path: Path
) -> None:
    path = tmp_path / "since.md"
    command = ("export", JUNE, "--since", MARCH, "--format", "md", "-o", path)
    assert run(demo_desk, *command)[0] == 0
    assert "omgeslagen" in path.read_text("utf-8")
    assert run(demo_desk, "export", JUNE, "--since", "ooit", "-o", path)[0] == 2
    assert "terug in de tijd" not in run(demo_desk, *command)[2]
    backwards = ("export", MARCH, "--since", JUNE, "--format", "md", "-o", path)
    assert "terug in de tijd" in run(demo_desk, *backwards)[2]


def test_a_briefing_tells_what_of_an_item_about_many_things_did_not_return(
    run: Run, tmp_path: Path
) -> None:
    place, report, path = tmp_path / "werk", tmp_path / "verslag.txt", tmp_path / "since.md"
    assert run(tmp_path, "init", place)[0] == 0
    then = REPORT.format(first="", last="")
    now = then.replace("6 en 7 maart", "12 en 13 juni").replace(
        "blikte terug op de oefening met ijsbrekers in de Botnische Golf", "noemde zijn feestdag"
    )
    for text in (then, now):
        report.write_text(text, "utf-8")
        assert run(place, "import", report)[0] == 0
    command = ("export", JUNE, "--since", MARCH, "--format", "md", "-o", path)
    assert run(place, *command)[0] == 0
    told = path.read_text("utf-8").split("## Niet meer besproken")[1]
    assert "kwamen terug" not in told
    assert "| Diversen: Finland blikte terug op de oefening" in told


def test_an_option_may_stand_between_the_two_meetings(run: Run, demo_desk: Path) -> None:
    status, out, _ = run(demo_desk, "compare", MARCH, "--json", JUNE)
    document = json.loads(out)
    assert (status, document["older"], document["newer"]) == (0, MARCH, JUNE)
    assert json.loads(run(demo_desk, "compare", MARCH, "--kind", "reversed", JUNE, "--json")[1])
    status, _, err = run(demo_desk, "compare", MARCH, "--json", JUNE, MARCH)
    assert (status, len(err.strip().splitlines())) == (2, 1)


REPORT = """Verslag van de Raad Justitie en Binnenlandse Zaken, 6 en 7 maart 2031

I. Justitie

1. Diversen

{first}De Commissie lichtte de planning van het register voor tolken toe.

Finland blikte terug op de oefening met ijsbrekers in de Botnische Golf.{last}

2. Wijnetiketten

Nederland steunde het voorstel voor leesbare wijnetiketten.
"""


def test_a_topic_of_a_part_moves_with_its_sentences_on_a_reissue(run: Run, tmp_path: Path) -> None:
    place, source = tmp_path / "werk", tmp_path / "verslag.txt"
    assert run(tmp_path, "init", place)[0] == 0
    source.write_text(REPORT.format(first="", last=""), "utf-8")
    assert run(place, "import", source)[0] == 0
    words = ("--confirm", "ijsbrekers", "--title", "IJsbrekers", "--sentences", "s2")
    assert run(place, "topics", MARCH, "I.1", *words)[0] == 0

    def topics() -> list[str]:
        document = json.loads(run(place, "show", MARCH, "I.1", "--json")[1])
        return re.findall(r"ijsbrekers \[[^\]]*\]", json.dumps(document))

    assert topics() == ["ijsbrekers [s2]"]
    first, last = "Malta deelde mede dat de vergadering in mei vervalt. ", " Zweden dankte Finland."
    source.write_text(REPORT.format(first=first, last=last), "utf-8")
    status, _, err = run(place, "import", source, "--reissue")
    assert status == 0, err
    assert topics() == ["ijsbrekers [s3]"]


def test_an_item_reads_as_text_on_a_terminal_and_as_its_file_elsewhere(
    run: Run, demo_desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A person gets words without the signs of the file, a script gets the file."""
    _, piped, _ = run(demo_desk, "show", MARCH, "I.1")
    assert "+++" in piped
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "60")
    _, told, _ = run(demo_desk, "show", MARCH, "I.1")
    assert not re.search(r"\+\+\+|\*\*|^#|^>", told, re.MULTILINE)
    assert max(map(len, told.splitlines())) < 60
    assert "status: goedgekeurd" in told
    raw = run(demo_desk, "show", MARCH, "I.1", "--raw")[1]
    workspace = Workspace(demo_desk)
    meeting = workspace.meeting(MARCH)
    entry = workspace.find_item(meeting, "I.1")
    assert raw == workspace.summary_path(meeting, entry.slug).read_text("utf-8")
    assert raw in piped


def test_an_export_says_that_a_promise_of_the_report_is_not_recorded(run: Run, demo: Path) -> None:
    where = f"summaries/2031/{JUNE}/europees-reizigersportaal-voortgang-en-planning.md"
    text = (demo / where).read_text("utf-8")
    (demo / where).write_text(re.sub(r"(?m)^- .*het lid Duindam.*\n", "", text), "utf-8")
    order = ("export", JUNE, "--items", "I.2", "--format", "md", "-o", str(demo / "x.md"))
    assert "1 toezegging aan het parlement die nog niet is vastgelegd" in run(demo, *order)[2]
    (demo / where).write_text(text, "utf-8")
    assert "nog niet is vastgelegd" not in run(demo, *order)[2]


def test_a_comparison_that_runs_backwards_says_so(run: Run, demo_desk: Path) -> None:
    status, _, err = run(demo_desk, "compare", JUNE, MARCH)
    assert status == 0
    assert "De eerste vergadering is de latere" in err
    assert "is de latere" not in run(demo_desk, "compare", MARCH, JUNE)[2]


def test_a_change_of_topics_says_in_git_what_happened(run: Run, demo: Path) -> None:
    long = "Inzet van vliegtuigen bij natuurbranden: kosten en bemanning"
    assert run(demo, "topics", "--topic", "blusvloot", "--title", long)[0] == 0
    assert run(demo, "topics", "--topic", "blusvloot", "--into", "drones")[0] == 0
    command = ["git", "-C", str(demo), "log", "-1", "--format=%B"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    head, _, body = said.partition("\n\n")
    assert "samengevoegd met “Drones" in head
    assert f"Onderwerp “{long}” samengevoegd met “Drones boven evenementen”" in body


def test_what_is_compared_against_habit_is_said(run: Run, demo: Path, tmp_path: Path) -> None:
    assert "loopt terug in de tijd" in run(demo, "compare", JUNE, MARCH)[2]
    report = tmp_path / "raad.txt"
    report.write_text(
        "Verslag Landbouw- en Visserijraad van 9 september 2031\n\n1. Gezamenlijke blusvloot\n\n"
        "De Raad besprak de vloot. Polen steunde het voorstel voor blusvliegtuigen.\n",
        "utf-8",
    )
    assert run(demo, "import", report)[0] == 0
    assert "verschillende raden" in run(demo, "compare", JUNE, "2031-09-09-lvr")[2]
    assert "verschillende raden" not in run(demo, "compare", MARCH, JUNE)[2]


def test_a_part_of_a_title_names_a_topic(run: Run, demo: Path) -> None:
    status, out, _ = run(demo, "timeline", "vloot")
    assert status == 0
    assert out == run(demo, "timeline", "blusvloot")[1]
    status, _, err = run(demo, "timeline", "conclusies")
    assert (status, "meer dan één" in err, err.count("\n")) == (2, True, 1)
    assert run(demo, "alignment", "--topic", "vloot")[0] == 0
    assert run(demo, "alignment", "--topic", "bestaat niet")[0] == 2
    assert run(demo, "search", "lidstaten", "--topic", "vloot")[0] == 0


def test_what_nobody_confirmed_is_followed_by_a_part_of_its_title(
    run: Run, copy_desk: Callable[[Path, int], Path], tmp_path: Path
) -> None:
    desk = copy_desk(tmp_path / "new", 2)
    status, out, err = run(desk, "timeline", "blusvloot")
    assert (status, "06-03-2031" in out, "12-06-2031" in out) == (0, True, True), "both meetings"
    assert "op voorstellen" in err
    status, every, err = run(desk, "alignment")
    assert (status, "Nederland" in every) == (0, True)
    assert "nog geen bevestigde standpunten" in err, "and that is said"
    status, one, _ = run(desk, "alignment", "--topic", "blusvloot", "--json")
    assert (status, len(json.loads(one)["topics"])) == (0, 1)
    assert json.loads(one)["source"] == "suggestion"
    assert run(desk, "alignment", "--topic", "bestaat niet")[0] == 2


NIGHT = """Verslag van de Vervoersraad van {day} te Luxemburg

1. Spoorcapaciteit

De Raad besprak de spoorcapaciteit.

2. Diversen

– Nachttreinen (informatie van {who})
{who} riep op tot een fonds voor nachttreinen. {said}
– {other}
De Commissie kondigde een verordening aan over {thing}.
"""


def test_a_point_of_other_business_is_followed_by_its_title(
    run: Run, copy_desk: Callable[[Path, int], Path], tmp_path: Path
) -> None:
    desk = copy_desk(tmp_path / "new", 0)
    for day, who, said, other, thing in (
        ("4 april 2033", "Oostenrijk", "Nederland steunde de oproep.", "Drones", "drones"),
        ("16 juni 2033", "België", "Nederland was tegen een fonds.", "Veren", "veerboten"),
    ):
        report = tmp_path / f"{other}.txt"
        report.write_text(
            NIGHT.format(day=day, who=who, said=said, other=other, thing=thing), "utf-8"
        )
        assert run(desk, "import", report)[0] == 0
    status, out, _ = run(desk, "timeline", "nachttreinen")
    assert (status, out.startswith("Diversen: Nachttreinen")) == (0, True)
    assert "! tegen" in out
    assert run(desk, "timeline", "niets daarvan")[0] == 2
    out = run(desk, "export", "--topic", "nachttreinen", "--format", "md", "-o", "-")[1]
    assert "Nederland was tegen een fonds." in out
    assert "verordening" not in out, "the other points of both items"
