"""Topics, timelines, alignment and promises by keyboard, on the sample meetings."""

import re
import shutil
import subprocess
from dataclasses import replace
from itertools import pairwise

import pytest
from madeup import CLOCK, go, press, settle, shown

from workflow import languages
from workflow.cli import main
from workflow.comparison.filters import narrowed
from workflow.comparison.followup import COLUMNS, follow_up_table
from workflow.errors import WorkflowError
from workflow.samples import sample_reports
from workflow.summaries.topics import item_key, read_topics
from workflow.summaries.workspace import Workspace
from workflow.tui.app import DeskApp
from workflow.tui.screens.compare import CompareScreen
from workflow.tui.screens.history import HistoryScreen
from workflow.tui.screens.item import ItemScreen
from workflow.tui.screens.offers import OffersScreen
from workflow.tui.screens.timeline import TimelineScreen
from workflow.tui.screens.topics import TopicsScreen
from workflow.tui.widgets.grid import Grid

MARCH, JUNE = "2031-03-06-jbz", "2031-06-12-jbz"


async def type_in(pilot, words):
    pilot.app.screen.query_one("Input").value = words
    await press(pilot, "enter")


async def opened(pilot, *keys):
    """The board, its cursor on an item of the newer meeting, then these keys."""
    await settle(pilot)
    pilot.app.screen.query_one("#board").select(("meeting", JUNE))
    await press(pilot, "space")
    slug = pilot.app.desk.workspace.meeting(JUNE).items[0].slug
    if not pilot.app.screen.query_one("#board").select(("item", JUNE, slug)):
        await press(pilot, "space")
        assert pilot.app.screen.query_one("#board").select(("item", JUNE, slug))
    await press(pilot, *keys)


@pytest.mark.parametrize(
    "size", [(80, 24), pytest.param((120, 40), marks=pytest.mark.slow), (200, 50)]
)
async def test_from_the_board_to_a_timeline_and_its_sentences(demo, size):
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=size) as pilot:
        await opened(pilot, "t")
        words = shown(app)
        assert "Tijdlijn  Gezamenlijke blusvloot" in words
        assert "+ tegen" in words
        assert "! steunt" in words
        assert "eerst JBZ 6 en 7 maart 2031" in words
        cursor = app.screen.query_one(Grid).cursor_coordinate
        app.screen.query_one(Grid).move_cursor(column=0)
        await press(pilot, "enter")
        assert "Zet de cursor op een vergadering." in shown(app), "Enter is never silent"
        app.screen.query_one(Grid).move_cursor(column=cursor.column)
        await press(pilot, "s")
        assert isinstance(app.screen, ItemScreen)
        assert app.screen._key[0] == JUNE
        assert app.screen.source.has_focus
        assert app.screen.source.selected == 7, "the sentence of the last meeting's cell"
        await press(pilot, "escape", "left", "h")
        assert isinstance(app.screen, HistoryScreen)
        assert app.screen._key[0] == MARCH
        await press(pilot, "escape", "a")
        await type_in(pilot, "Polen")
        assert "Letland" not in shown(app)
        await press(pilot, "m")
        assert "alleen bevestigde standpunten" in shown(app)


async def test_who_sides_with_whom_and_on_what(demo):
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "w")
        assert shown(app).index("Nederland") < shown(app).index("Commissie")
        await press(pilot, "right", "right", "right")
        below = app.screen.query_one("#said").plain
        assert below.startswith("Nederland en ")
        await press(pilot, "s")
        assert "voorstellen tellen mee" in shown(app)
        await press(pilot, "c")
        grid = app.screen.query_one(Grid)
        grid.move_cursor(row=0, column=1)
        await press(pilot, "enter")
        told = app.screen.query_one("StatusLine")
        assert told.message == "Kies een cel met gedeelde onderwerpen."
        await press(pilot, "right")
        assert not told.message, "what was said of one cell does not stay at the next"
        table = next((demo / "exports").glob("wie-met-wie.csv")).read_bytes()
        assert table.startswith(b"\xef\xbb\xbf")


async def test_standard_comparisons_by_key(demo):
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "v")
        assert "deels uit voorstellen" in shown(app)
        await press(pilot, "v")
        await type_in(pilot, "goedkeuring")
        assert "(zoals goedgekeurd) → nu" in shown(app)
        assert "uit voorstellen" not in shown(app)
        await press(pilot, "v")
        await type_in(pilot, "verzonden")
        assert "nog geen briefing verzonden" in app.screen.message
        await press(pilot, "escape", "c")
        assert list((demo / "exports").glob("vergelijking-*.csv"))
        await go(pilot, CompareScreen(JUNE, MARCH))
        assert "loopt terug in de tijd" in shown(app)
        await press(pilot, "escape")
        screen = app.screen_stack[-1]
        screen._kinds, screen._actor = ("reversed",), "land:MT"
        screen._show()
        await settle(pilot)
        assert "Niets past bij wat je laat" in shown(app)
        assert "Enter opent het punt" not in shown(app)


async def test_topics_are_managed_by_key(demo):
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "o")
        rows = app.screen.query_one("#changes")
        rows.select(("topic", "heling"))
        await press(pilot, "e")
        await type_in(pilot, "Heling")
        await press(pilot, "d")
        await type_in(pilot, "36999")
        assert "Heling" in shown(app)
        assert "36999" in shown(app)
        item = next(row.key for row in rows.rows if row.key[:2] == ("item", "heling"))
        rows.select(item)
        await press(pilot, "n")
        await type_in(pilot, "s1-s2")
        assert "alleen s1-s2" in shown(app) or "alleen s1 s2" in shown(app)
        await press(pilot, "v")
        await type_in(pilot, "Rommelmarkten")
        assert ("topic", "rommelmarkten") in [row.key for row in rows.rows]
        rows.select(("topic", "rommelmarkten"))
        await press(pilot, "g")
        await type_in(pilot, "Heling")
        assert ("topic", "rommelmarkten") not in [row.key for row in rows.rows]
        rows.select(item)
        await press(pilot, "x")
        assert item not in [row.key for row in rows.rows]


async def test_a_promise_names_who_made_it_before_it_is_cut(demo):
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "p")
        _, *rows = follow_up_table(app.screen._found)
        told = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
        unsaid = [row for row in told if row["who"] and row["who"] not in row["text"][:30]]
        assert unsaid
        assert all(f"{row['who']}: {row['text'][:12]}" in shown(app) for row in unsaid[:9])
        await press(pilot, "f1")
        told = " ".join(shown(app).split())
        for word in ("“Datum voorbij”", "“Mogelijk” afgedaan", "“Open, besproken”"):
            assert word in told


async def test_what_only_has_its_date_behind_it_is_counted_apart_from_what_is_late(demo):
    late = CLOCK.replace(year=2031, month=12, day=20)
    app = DeskApp(demo, clock=lambda: late)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "p", "f")
        assert "te laat 2\n" in shown(app)
        await press(pilot, "f")
        assert "datum voorbij 10 · deels" in shown(app)


async def test_actors_of_a_comparison_are_named_in_the_language_of_the_screen(demo):
    languages.use("en")
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "v")
        assert "! Netherlands" in shown(app)
        await press(pilot, "enter")
        assert "! reversed  Netherlands" in shown(app)


async def test_promises_lead_to_their_source(demo):
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "p", "f")
        assert "Niets met de stand “te laat”" in " ".join(shown(app).split())
        await press(pilot, "f")
        assert "datum voorbij" in shown(app)
        await press(pilot, "f")
        assert "afgedaan" not in shown(app).split("F1")[0].split("\n", 3)[3][:400]
        await press(pilot, "enter")
        assert isinstance(app.screen, ItemScreen)


async def test_a_briefing_compares_with_any_meeting(demo):
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "b", "s")
        await type_in(pilot, "maart")
        assert "6 en 7 maart 2031" in shown(app)
        assert app.screen._order.since == MARCH
        await press(pilot, "s")
        await type_in(pilot, "vorige")
        assert app.screen._order.since == ""


async def test_parts_of_an_item_are_confirmed_and_refused_by_keyboard(demo):
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "o", "p")
        screen = app.screen
        assert "Voorstellen" in shown(app)
        before = len(screen._offers)
        assert before
        first = screen._offer
        assert str(first.newer[0])[:30] in " ".join(shown(app).split())
        await press(pilot, "x")
        left = [each for each in app.screen._offers if not each.refused]
        assert len(left) < before
        assert first.proposal not in [each.proposal for each in left]
        second = left[0]
        screen.query_one("#changes").select(("offer", second.entry.slug, second.place))
        await settle(pilot)
        if not second.proposal.topic:
            await press(pilot, "l")
            await type_in(pilot, "Iets dat terugkomt")
        else:
            await press(pilot, "l")
        kept = app.desk.workspace.load(app.desk.workspace.meeting(JUNE), second.entry.slug)
        assert kept.summary.topics
        assert "Hoort nu bij het onderwerp" in shown(app)
        assert "(terugnemen: Esc, x)" in shown(app)
        assert second.proposal not in [each.proposal for each in app.screen._offers]


async def test_the_cursor_follows_what_went_into_another_topic(demo):
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "o")
        rows = app.screen.query_one("#changes")
        key = next(row.key for row in rows.rows if row.key[0] == "item" and row.key[1] != "heling")
        rows.select(key)
        await press(pilot, "v")
        await type_in(pilot, "heling")
        assert rows.selected == ("item", "heling", *key[2:])
        rows.select(("topic", "heling"))
        await press(pilot, "g")
        await type_in(pilot, "blusvloot")
        assert rows.selected == ("topic", "blusvloot")
        assert "samengevoegd" in shown(app)
        await press(pilot, "p", "escape")
        assert "samengevoegd" not in shown(app).splitlines()[-2]


async def test_an_item_of_several_topics_asks_which_one_to_follow(demo):
    workspace = Workspace(demo)
    path = workspace.summary_path(workspace.meeting(JUNE), "overige-onderwerpen")
    topics = 'status = "open"\ntopics = ["bijen [s1]", "blusvloot [s2]"]'
    text = path.read_text("utf-8").replace('status = "open"', topics)
    path.write_text(text, "utf-8")
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        app.screen.query_one("#board").select(("item", JUNE, "overige-onderwerpen"))
        await press(pilot, "t")
        assert "Welk onderwerp?" in shown(app)
        assert "Gezamenlijke blusvloot" in shown(app)
        await press(pilot, *"blus", "enter")
        assert app.screen._line.topic == "blusvloot"
        assert "I.1, I.6" in shown(app)


async def test_a_narrow_comparison_has_room_and_leads_to_both_sentences(demo):
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.push_screen(screen := CompareScreen(MARCH, JUNE))
        await settle(pilot)
        topics, changes = screen.query_one("#topics"), screen.query_one("#changes")
        assert topics.size.height >= min(len(topics.rows), 8)
        await press(pilot, "s", "o")
        told = " ".join(shown(app).split())
        assert "alleen wie bewoog · zonder stijl" in told
        assert "uit voorstellen" in told, "what does not fit one line is not left out"
        await press(pilot, "s", "o", "enter")
        assert topics.size.height == 1
        assert changes.size.height >= min(len(changes.rows), 8)
        place = next(
            at
            for at, row in enumerate(changes.rows)
            if (change := screen._topic.changes[row.key[2]]).older and change.newer
        )
        await press(pilot, *["down"] * place)
        change = screen._seen_change
        for key, stand in (("enter", change.newer), ("g", change.older)):
            await press(pilot, key)
            assert app.screen._key == (stand.meeting, stand.slug)
            assert app.screen.source.selected == stand.evidence[0]
            await press(pilot, "escape")
        await press(pilot, "h")
        assert isinstance(app.screen, HistoryScreen)


async def test_no_column_of_a_table_is_shown_in_part(demo):
    table = [["actor", *(f"vergadering {n:02}" for n in range(1, 13))]]
    table += [[name, *(f"! {name} {n:02}" for n in range(1, 13))] for name in ("België", "Malta")]
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(80, 24)) as pilot:
        grid = Grid(id="grid")
        await app.screen.mount(grid)
        await settle(pilot)
        grid.fill(table)
        for column in (*range(1, 13), *range(12, 0, -1)):
            grid.move_cursor(row=0, column=column)
            await pilot.pause()
            head, row = (grid.render_line(y).text for y in (0, 1))
            assert f"vergadering {column:02}" in head, "the column under the cursor is in sight"
            # Every piece is whole: a name with its number, or the sign that there are more.
            words = head.split()
            assert len(words) % 2 == 1 - ("›" in words)
            assert row.split()[0] == "België"
            assert re.fullmatch(r"( België *)( ! België \d\d *)+ *", row)
            assert ("›" in words) == ("12" not in words)


async def compared(pilot):
    """The comparison of both sample meetings, laid open."""
    await settle(pilot)
    pilot.app.push_screen(screen := CompareScreen(MARCH, JUNE))
    await settle(pilot)
    return screen, screen.query_one("#topics"), screen.query_one("#changes")


async def test_a_topic_of_one_meeting_shows_what_was_said(demo):
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        screen, topics, changes = await compared(pilot)
        both = sum(len(t.changes) for t in screen._whole.topics if t.discussed == "both")
        assert f"Alle standpunten ({both})" in " ".join(shown(app).split())
        alone = [t for t in screen._whole.topics if t.discussed != "both" and t.changes]
        assert alone
        for topic in alone:
            topics.select(("topic", topic.topic))
            await settle(pilot)
            assert len(changes.rows) == len(topic.changes)
            assert "Geen standpunten" not in shown(app)


async def test_who_moved_and_a_kind_are_asked_for_together(demo):
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        screen, _, _ = await compared(pilot)

        def kinds():
            return {c.kind for t in screen._comparison.topics for c in screen._shown(t)}

        await press(pilot, "f")
        await type_in(pilot, "omgeslagen")
        for words in ("alleen wie bewoog · omgeslagen", "omgeslagen"):
            await press(pilot, "o")
            assert kinds() == {"reversed"}, "o does not let go of what f asked for"
            assert words in shown(app)
        await press(pilot, "o", "f")
        await type_in(pilot, "gelijk")
        assert kinds() == {"unchanged"}, "who asks for those who did not move gets them"
        assert "0 ≠" not in shown(app)
        assert all(f"{len(t.changes)} =" in shown(app) for t in screen._comparison.topics)
        assert "alleen wie bewoog" not in shown(app)


async def test_groups_of_member_states_are_asked_for_as_one(demo):
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        screen, *_ = await compared(pilot)
        await press(pilot, "a")
        assert "(alle groepen)" in shown(app)
        await type_in(pilot, "alle groepen")
        actors = {c.actor for t in screen._comparison.topics for c in screen._shown(t)}
        assert actors == {"lidstaten"}
        assert "(alle groepen)" in shown(app)


async def test_a_refusal_is_taken_back_by_the_same_key(demo):
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        screen, topics, _ = await compared(pilot)
        before = screen._whole.topics
        wanted = next(topic for topic in before if topic.link == "suggested")
        topics.select(("topic", wanted.topic))
        await press(pilot, "x")
        assert wanted not in screen._whole.topics
        assert "Hoort niet bij elkaar" in shown(app)
        assert "x terugnemen" in shown(app)
        await press(pilot, "l")
        assert "x neemt dat terug" in shown(app)
        await press(pilot, "x")
        assert screen._whole.topics == before
        assert screen._topic.topic == wanted.topic
        assert "Mogen weer bij elkaar horen" in shown(app)
        assert "x wijs af" in shown(app)


@pytest.mark.parametrize("kind", ["steviger", "anders verwoord"])
async def test_a_second_refusal_takes_back_where_a_filter_is_on(demo, kind):
    """A refused topic has no change that fits, and stays where the cursor is."""
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        screen, topics, _ = await compared(pilot)
        await press(pilot, "f")
        await type_in(pilot, kind)
        listed = [row.key for row in topics.rows]
        wanted = next(t for t in screen._comparison.topics if t.link == "suggested" and t.changes)
        topics.select(("topic", wanted.topic))
        before = read_topics(app.desk.workspace).refused
        await press(pilot, "x")
        assert len(read_topics(app.desk.workspace).refused) > len(before)
        assert screen._topic.newer == wanted.newer
        assert "x terugnemen" in shown(app)
        await press(pilot, "x")
        assert read_topics(app.desk.workspace).refused == before
        assert [row.key for row in topics.rows] == listed
        assert topics.selected == ("topic", wanted.topic)


async def test_what_was_done_to_a_link_is_told_in_the_language_of_the_screen(demo):
    languages.use("en")
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        screen, topics, _ = await compared(pilot)
        wanted = next(topic for topic in screen._whole.topics if topic.link == "suggested")
        topics.select(("topic", wanted.topic))
        for key, told, kept in (
            ("x", "Do not belong together", "Hoort niet bij elkaar"),
            ("x", "May belong together again", "Mogen weer bij elkaar horen"),
        ):
            await press(pilot, key)
            assert told in shown(app)
            log = ("git", "-C", str(demo), "log", "-1", "--format=%s")
            assert kept in subprocess.check_output(log, text=True), "the history has one language"


async def test_what_was_refused_in_a_comparison_is_in_the_history_of_the_item(demo):
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        screen, topics, _ = await compared(pilot)
        wanted = next(topic for topic in screen._whole.topics if topic.link == "suggested")
        topics.select(("topic", wanted.topic))
        await press(pilot, "x", "x", "x", "h")
        words = [version.subject for version in app.screen._versions[:3]]
        assert [each.split()[0] for each in words] == ["Hoort", "Mogen", "Hoort"]
        assert "Hoort niet bij elkaar" in shown(app)


async def test_a_filter_shows_what_the_command_shows_of_a_topic_of_one_meeting(demo):
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        screen, topics, _ = await compared(pilot)
        await press(pilot, "f")
        await type_in(pilot, "nieuw")
        found = narrowed(screen._whole, kinds=("new",)).topics
        assert any(topic.discussed == "newer" for topic in found)
        assert [row.key[1] for row in topics.rows[1:]] == [topic.topic for topic in found]
        number = sum(len(topic.changes) for topic in found)
        assert f"Alle standpunten ({number})" in " ".join(shown(app).split())


async def test_what_was_refused_in_a_comparison_is_taken_back_among_the_proposals(demo):
    app = DeskApp(demo, clock=lambda: CLOCK)
    before = read_topics(Workspace(demo)).refused
    async with app.run_test(size=(120, 40)) as pilot:
        screen, topics, _ = await compared(pilot)
        wanted = next(topic for topic in screen._whole.topics if topic.link == "suggested")
        topics.select(("topic", wanted.topic))
        await press(pilot, "x", "escape")
        screen, rows = await proposals(pilot)
        (gone,) = [each for each in screen._offers if each.refused]
        assert gone.entry.slug == wanted.newer[0].slug
        assert gone.proposal.older.slug == wanted.older[0].slug
        rows.select(("refused", *gone.refused))
        await press(pilot, "x")
        assert read_topics(app.desk.workspace).refused == before


async def test_a_refusal_that_was_not_saved_is_none(demo, monkeypatch):
    """A repository that cannot be written to must not show `x takes that back`."""

    def failed(*_):
        raise WorkflowError("history.errors.busy")

    monkeypatch.setattr("workflow.tui.comparing.refuse", failed)
    monkeypatch.setattr("workflow.tui.comparing.disagree", failed)
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        screen, topics, _ = await compared(pilot)
        wanted = next(topic for topic in screen._whole.topics if topic.link == "suggested")
        topics.select(("topic", wanted.topic))
        await press(pilot, "x", "escape")
        assert not screen._refused
        await press(pilot, "escape")
        screen, _ = await proposals(pilot)
        await press(pilot, "x", "escape")
        assert "afgewezen" not in shown(app)


async def test_the_name_of_a_topic_is_offered_whole(demo):
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        screen, topics, _ = await compared(pilot)
        wanted = next(topic for topic in screen._whole.topics if topic.link == "suggested")
        title = "Voorstel voor een verordening over het toezicht op vrijwillige brandweerlieden"
        long = replace(wanted, title=title)
        screen._take(replace(screen._whole, topics=(long,)))
        topics.select(("topic", long.topic))
        await press(pilot, "l")
        value = app.screen.query_one("Input").value
        assert value == title


@pytest.mark.parametrize(
    ("earlier", "named"), [("Zwemwater", "Zwemwater"), ("Diversen", "Toezicht op zwemwater")]
)
async def test_a_new_topic_is_called_as_the_earlier_item_as_in_a_proposal(demo, earlier, named):
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        screen, topics, _ = await compared(pilot)
        wanted = next(topic for topic in screen._whole.topics if topic.link == "suggested")
        older, newer = wanted.older[0], wanted.newer[0]
        title = "Toezicht op zwemwater"
        new = replace(
            wanted,
            title=title,
            older=(replace(older, title=earlier),),
            newer=(replace(newer, title=title),),
        )
        screen._take(replace(screen._whole, topics=(new,)))
        topics.select(("topic", new.topic))
        await press(pilot, "l")
        assert app.screen.query_one("Input").value == named


async def test_left_leads_back_to_the_topics(demo):
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(80, 24)) as pilot:
        _, topics, changes = await compared(pilot)
        assert "onderwerpen" not in shown(app).splitlines()[-1]
        await press(pilot, "enter")
        assert changes.has_focus
        assert "← onderwerpen" in shown(app).splitlines()[-1]
        await press(pilot, "left")
        assert topics.has_focus
        assert topics.size.height >= min(len(topics.rows), 8)


def also_held(demo, *meetings):
    """Copies of the meeting of March, of other councils or on other days."""
    workspace = Workspace(demo)
    folder = workspace.meeting_folder(workspace.meeting(MARCH)).parent
    for council, day in meetings:
        made = folder / f"{day}-{council}"
        shutil.copytree(folder / MARCH, made)
        facts = (made / "meeting.toml").read_text("utf-8")
        facts = facts.replace('council = "jbz"', f'council = "{council}"')
        (made / "meeting.toml").write_text(facts.replace("2031-03-06", day), "utf-8")


async def test_earlier_meetings_of_the_same_council_are_offered_first(demo):
    also_held(demo, ("ecofin", "2031-05-06"), ("jha", "2031-01-30"), ("jbz", "2031-10-09"))
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        await compared(pilot)
        await press(pilot, "v")
        words = shown(app)
        offered = ("6 en 7 maart", "januari", "Ecofin", "oktober")
        places = [words.rindex(each) for each in offered]
        assert places == sorted(places)


@pytest.mark.parametrize("key", ["p", "w", "o"])
async def test_what_is_not_read_yet_is_not_called_empty(demo, key, monkeypatch):
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        monkeypatch.setattr(app.jobs, "start", lambda *_, **__: None)
        await pilot.press(key)
        await pilot.pause()
        words = shown(app)
        assert "worden gelezen" in words or "lezen …" in words
        assert "Er zijn" not in words
        await pilot.press("enter")
        await pilot.pause()
        told = app.screen.query_one("StatusLine").message
        assert "Er zijn" not in told
        assert "Kies een cel" not in told


async def proposals(pilot):
    """The proposals of the newer meeting, laid open."""
    await settle(pilot)
    pilot.app.push_screen(screen := OffersScreen(JUNE))
    await settle(pilot)
    return screen, screen.query_one("#changes")


async def test_a_refused_proposal_stays_in_sight_and_is_taken_back(demo):
    app = DeskApp(demo, clock=lambda: CLOCK)
    before = read_topics(Workspace(demo)).refused
    async with app.run_test(size=(120, 40)) as pilot:
        screen, rows = await proposals(pilot)
        offers = screen._offers
        first = next(one for one, next_ in pairwise(offers) if one.entry == next_.entry)
        assert rows.select(("offer", first.entry.slug, first.place))
        wanted = screen._offer
        await press(pilot, "x")
        (kept,) = set(read_topics(app.desk.workspace).refused) - set(before)
        assert item_key(JUNE, wanted.entry.slug) in kept.item
        assert wanted.proposal not in [each.proposal for each in screen._offers]
        (gone,) = [each for each in screen._offers if each.refused]
        assert rows.selected == ("refused", *gone.refused), "the same key takes it back"
        assert "afgewezen" in shown(app)
        assert "x terugnemen" in shown(app)
        assert wanted.newer[0][:30] in " ".join(shown(app).split())
        await press(pilot, "l")
        assert "x neemt dat terug" in shown(app)
        await press(pilot, "x")
        assert read_topics(app.desk.workspace).refused == before
        assert screen._offers == offers
        assert screen._offer == wanted
        assert "Mogen weer bij elkaar horen" in shown(app)
        assert "afgewezen" not in shown(app)
        await press(pilot, "home", "x", "escape")
        screen, rows = await proposals(pilot)
        (gone,) = [each for each in screen._offers if each.refused]
        assert gone.proposal not in [each.proposal for each in offers]
        assert rows.select(("refused", *gone.refused)), "who comes back still finds it"
        await press(pilot, "x")
        assert read_topics(app.desk.workspace).refused == before


async def test_a_new_topic_of_a_proposal_gets_the_name_that_is_typed(demo):
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        screen, rows = await proposals(pilot)
        wanted = next(each for each in screen._offers if not each.proposal.topic)
        rows.select(("offer", wanted.entry.slug, wanted.place))
        await settle(pilot)
        before = read_topics(app.desk.workspace)
        await press(pilot, "l")
        await type_in(pilot, "   ")
        assert read_topics(app.desk.workspace) == before, "a topic has a name"
        assert wanted in screen._offers
        await press(pilot, "l")
        await type_in(pilot, "Iets dat [terug] komt")
        (made,) = set(read_topics(app.desk.workspace).topics) - set(before.topics)
        assert made.title == "Iets dat [terug] komt"
        ref = wanted.proposal.older
        for meeting, slug in ((JUNE, wanted.entry.slug), (ref.meeting, ref.slug)):
            found = app.desk.workspace.load(app.desk.workspace.meeting(meeting), slug).summary
            assert any(topic.startswith(made.id) for topic in found.topics)
        assert wanted.proposal not in [each.proposal for each in screen._offers]


async def test_a_combined_topic_names_both_items(demo):
    workspace = Workspace(demo)
    june = workspace.meeting(JUNE)
    other = next(e for e in june.items if not workspace.load(june, e.slug).summary.topics)
    path = workspace.summary_path(june, other.slug)
    text = path.read_text("utf-8")
    head, rest = text.split("\n", 2)[1], text.split("\n", 2)[2]
    path.write_text(f'+++\n{head}\ntopics = ["blusvloot"]\n{rest}', "utf-8")
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(160, 40)) as pilot:
        screen, topics, _ = await compared(pilot)
        topics.select(("topic", "blusvloot"))
        await settle(pilot)
        assert len(screen._topic.newer) == 2
        told = " ".join(screen.query_one("#detail").plain.split())
        assert all(f"{ref.label} {ref.title}" in told for ref in screen._topic.newer)


async def test_a_council_of_two_names_is_one_filter_of_the_board(demo):
    also_held(demo, ("ecofin", "2031-05-06"), ("jha", "2031-07-01"))
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "f")
        assert shown(app).count("JBZ/JHA") == 1
        await type_in(pilot, "JBZ/JHA")
        seen = {row.key[1] for row in app.screen.query_one("#board").rows}
        assert {MARCH, JUNE, "2031-07-01-jha"} <= seen
        assert "2031-05-06-ecofin" not in seen
        assert "JBZ/JHA" in app.screen.query_one("StatusLine").aside.plain


async def test_a_briefing_of_what_is_approved_names_what_it_leaves_out(demo):
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(160, 50)) as pilot:
        await opened(pilot, "b")
        assert "Nog niet goedgekeurd en daarom" not in shown(app)
        await press(pilot, "g")
        words = " ".join(shown(app).split())
        assert "alleen goedgekeurde agendapunten (3 van de 12)" in words
        assert "Nog niet goedgekeurd en daarom niet in deze briefing: I.3" in words
        await press(pilot, "g")
        assert "Nog niet goedgekeurd en daarom" not in shown(app)


async def test_what_is_left_of_an_item_is_named_and_followed(demo):
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(160, 50)) as pilot:
        screen, topics, _ = await compared(pilot)
        left = [
            topic
            for topic in screen._whole.topics
            if topic.discussed != "both" and topic.title.startswith("Overige onderwerpen: ")
        ]
        assert left
        for topic in left:
            assert topics.select(("topic", topic.topic)), topic.title
            await settle(pilot)
            assert topic.title in " ".join(screen.query_one("#detail").plain.split())
            await press(pilot, "t")
            assert app.screen is not screen
            assert "Tijdlijn" in shown(app)
            await press(pilot, "escape")
            assert app.screen is screen
        await press(pilot, "p")
        assert isinstance(app.screen, TopicsScreen)
        await press(pilot, "escape")
        assert app.screen is screen


async def test_what_was_not_approved_then_is_not_called_new(demo):
    report = next(each.path for each in sample_reports() if each.name == "jbz-2031-10")
    assert main(["--workspace", str(demo), "import", str(report)]) == 0
    app = DeskApp(demo, clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        app.push_screen(CompareScreen("approved", "2031-10-09-jbz"))
        await settle(pilot)
        rows = "".join(line.split("│")[0] for line in shown(app).splitlines())
        row = rows.partition("Videozittingen")[2].partition("Overige")[0].split()
        assert row[-3:] == ["toen", "niet", "goedgekeurd"]


async def test_who_sides_with_whom_works_before_anything_is_confirmed(copy_desk, tmp_path):
    app = DeskApp(copy_desk(tmp_path / "new", 2), clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "w")
        words = shown(app)
        assert "nog niets bevestigd: uit voorstellen" in words
        assert "alle onderwerpen" in words
        assert "Nederland" in words
        await press(pilot, "s")
        assert "nog niets bevestigd" in app.screen.query_one("StatusLine").message
        await press(pilot, "escape", "t", "m")
        words = shown(app)
        assert "Wie met wie  Gezamenlijke blusvloot" in words, "that topic, though nobody confirmed"
        assert "nog niets bevestigd: uit voorstellen" in words


async def test_a_part_of_an_item_is_no_topic_to_count_by(copy_desk, tmp_path):
    app = DeskApp(copy_desk(tmp_path / "new", 2), clock=lambda: CLOCK)
    async with app.run_test(size=(120, 40)) as pilot:
        await go(pilot, TimelineScreen("2031-06-12-jbz/overige-onderwerpen s2 s3"))
        await press(pilot, "m")
        assert "deel van een punt" in app.screen.query_one("StatusLine").message
