"""The registry: every command has words, a key, and somebody who carries it out."""

import importlib
import importlib.resources
import inspect
import pkgutil
import tomllib

import pytest

import workflow.tui
from workflow.languages import LANGUAGES, labels, say, use
from workflow.tui.commands import COMMANDS, Commanded, bindings, key_name


def carriers():
    """Every class with a context of its own."""
    for module in pkgutil.walk_packages(workflow.tui.__path__, "workflow.tui."):
        for _, cls in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if issubclass(cls, Commanded) and vars(cls).get("CONTEXT"):
                yield cls


def test_every_command_is_carried_out_by_who_has_its_context():
    known = {command.context for command in COMMANDS}
    for cls in carriers():
        assert cls.CONTEXT in known, cls
        for command in COMMANDS:
            if command.context == cls.CONTEXT:
                assert callable(getattr(cls, f"do_{command.name}", None)), (cls, command.id)
    assert {cls.CONTEXT for cls in carriers()} == known


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("context", ["decide", "dialog", "field", "form", "find", "tour"])
def test_all_answers_of_a_dialog_fit_at_eighty_columns(context, language):
    use(language)
    shown = [c for c in COMMANDS if c.context == context and c.footer]
    pieces = [f"{key_name(command.keys[0])} {command.label}" for command in shown]
    assert len("  ".join(pieces)) <= 70, pieces


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_a_label_and_a_sentence(language):
    use(language)
    for command in COMMANDS:
        assert say(f"tui.contexts.{command.context}")
        assert 0 < len(command.label) <= 20, command.id
        assert command.help.endswith("."), command.id


def test_no_key_means_two_things_in_one_context():
    for context in {command.context for command in COMMANDS}:
        keys = [key for c in COMMANDS if c.context == context for key in c.keys]
        assert len(keys) == len(set(keys)), context


def test_ids_are_unique_and_stand_on_their_bindings():
    ids = [command.id for command in COMMANDS]
    assert len(ids) == len(set(ids))
    for context in {command.context for command in COMMANDS}:
        for binding in bindings(context):
            assert binding.id in ids


def test_only_keys_that_every_terminal_sends():
    plain = set(labels("nl", "tui.keys")) | {"enter", "escape", "space"}
    for command in COMMANDS:
        for key in command.keys:
            single = len(key) == 1 and key.isprintable()
            function = key[0] == "f" and key[1:].isdigit() and int(key[1:]) <= 12
            control = key.startswith("ctrl+") and len(key) == 6 and key[5].isalpha()
            assert single or function or control or key in plain, command.id


def test_keys_are_shown_as_people_call_them():
    assert key_name("ctrl+s") == "Ctrl+S"
    assert key_name("f10") == "F10"
    assert key_name("escape") == "Esc"
    assert key_name("n") == "n"


def eaten_keys():
    """By terminal, the keys that do not reach us there."""
    path = importlib.resources.files("workflow.tui") / "terminals.toml"
    return {name: set(entry["eats"]) for name, entry in tomllib.loads(path.read_text()).items()}


def test_no_command_depends_on_a_key_that_a_terminal_eats():
    eaten = eaten_keys()
    palette = next(command for command in COMMANDS if command.id == "app.palette")
    for name, keys in eaten.items():
        assert set(palette.keys) - keys, name
        for command in COMMANDS:
            if command.keys and not set(command.keys) - keys:
                assert command.palette, f"{command.id} cannot be reached in {name}"


def test_inside_the_text_every_command_has_a_key_in_every_terminal():
    for name, keys in eaten_keys().items():
        for command in COMMANDS:
            if command.context == "editor" and command.name != "find_next":
                assert set(command.keys) - keys, f"{command.id} in {name}"
