"""Every command of the screens can be had without them: in the talk, and on the command line."""

import re
import shlex
from pathlib import Path

import pytest

from workflow.cli.parser import build_parser, command_names
from workflow.cli.plain.board import BoardTalk
from workflow.cli.plain.item import STEPS, ItemTalk
from workflow.cli.plain.session import Session
from workflow.cli.plain.ways import SCREEN, asked_by, only_moving, table, ways_of
from workflow.summaries.model import Summary
from workflow.summaries.workspace import Workspace
from workflow.tui.commands import COMMANDS

FIRST = "2031-03-06-jbz"
COMMANDS_OF_WORK = [c for c in COMMANDS if c.context not in only_moving()]
INSTEAD = {"N": "1", "LANGUAGE": "nl", "DAY": "2031-03-20", "STATUS": "open"}


def test_every_command_has_another_way_or_a_reason():
    assert {command.id for command in COMMANDS_OF_WORK} == set(table())
    assert only_moving() <= {command.context for command in COMMANDS}
    for command in COMMANDS:
        if command.context in only_moving():
            # What moves a cursor or turns a page changes nothing that a command could change.
            assert not command.footer or command.context not in ("list", "grid"), command.id


@pytest.mark.parametrize("line", sorted(set(table().values())))
def test_every_way_is_a_command_that_is_understood(line):
    if line.startswith(SCREEN):
        assert len(line) > len(SCREEN) + 10
        return
    words = [INSTEAD.get(word, word) for word in line.split()]
    found = build_parser(words).parse_args(words)
    assert words[0] in command_names()
    assert callable(found.run)


def test_what_changes_something_is_never_for_the_screen_alone():
    ends = {"back", "quit", "close", "leave"}
    shows = {"palette", "theme", "stop", "stop_sync", "fold", "mark", "next", "previous",
             "beside", "open", "folder", "copy_path", "to_topics"}  # fmt: skip
    alone = {c.name for c in COMMANDS_OF_WORK if table()[c.id].startswith(SCREEN)}
    assert alone <= ends | shows


def test_the_talk_answers_every_key_of_board_and_item(tmp_path):
    session = Session(tmp_path)
    board = BoardTalk(session)
    board.meeting = FIRST
    answered = set(board.actions) | set(ways_of("board", "app"))
    item = ItemTalk(session, FIRST, "x")
    item.summary = Summary("Titel", "nl")
    for step in STEPS:
        item.step = step
        answered |= set(item.actions)
    answered |= set(ways_of("item", "source", "positions", "findings", "editor"))
    for command in COMMANDS_OF_WORK:
        in_talk = command.context in ("board", "item", "source", "positions", "findings")
        if in_talk and not table()[command.id].startswith(SCREEN):
            assert command.id in answered, command.id


def test_only_words_at_the_end_are_asked_for():
    assert asked_by("assign MEETING ITEM PERSON") == ("PERSON",)
    assert asked_by("learn --meeting MEETING WORD MEANING") == ("WORD", "MEANING")
    assert asked_by("history MEETING ITEM") == ()


def test_keys_without_words_of_their_own_go_to_commands(talk, desk):
    said = talk("H", "f", "open", "1", "1", "v Noor de Wit", "F7", "t", "esc", "q")
    assert "verslag ingevoerd" in said
    workspace = Workspace(Path(desk))
    slug = workspace.meeting(FIRST).items[0].slug
    text = workspace.summary_path(FIRST, slug).read_text("utf-8")
    assert 'assigned = "Noor de Wit"' in text
    assert not re.search(r"bestaat niet|geen opdracht", said)


def test_a_word_is_learned_from_the_talk_and_by_command(talk, run, desk):
    talk("1", "1", "l Europees Bureau voor Vissen", "", "esc", "q")
    lexicon = Path(desk, "summaries/lexicon/nl")
    assert "Europees Bureau voor Vissen" in (lexicon / "actors.toml").read_text("utf-8")
    assert run("learn", "toe|juichelen", "steunt")[0] == 0
    assert "toe|juichelen" in (lexicon / "verbs.toml").read_text("utf-8")
    status, _, err = run("learn", "toe|juichelen", "onzinhouding")
    assert status == 2
    assert "onzinhouding" in err


def test_the_board_shows_what_is_asked_for(run, desk):
    everything = run("status")[1].splitlines()
    run("claim", FIRST, "I.1")
    for words in ("--by", '--by "Noor de Wit"', "--council jbz --find reiziger", "--waiting"):
        status, out, _ = run("status", *shlex.split(words))
        assert status == 0
        assert 1 < len(out.splitlines()) < len(everything), words
    assert len(run("status", "--status", "open")[1].splitlines()) >= len(everything) - 1
    assert len(run("status", "--status", "goedgekeurd")[1].splitlines()) == 1
    status, _, err = run("status", "--status", "rijp")
    assert status == 2
    assert "rijp" in err


def test_a_briefing_of_what_is_approved_only(run, desk):
    status, _, err = run("export", FIRST, "--approved", "--format", "md")
    assert status == 2
    assert "goedgekeurd" in err
