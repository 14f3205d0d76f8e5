"""Explanations that F1 shows and `workflow help` prints: screens, their keys, and topics."""

from collections.abc import Iterable
from textwrap import wrap

from workflow.languages import LANGUAGES, current, labels, say
from workflow.text import ascii_fold
from workflow.tui.commands import COMMANDS, Command, in_context, key_name

_WIDTH = 78


def contexts() -> tuple[str, ...]:
    """The screens and panes that have keys, in the order of the registry."""
    return tuple(dict.fromkeys(command.context for command in COMMANDS))


def topics() -> tuple[str, ...]:
    """The names of the topics that belong to no screen."""
    return tuple(labels(current(), "help.title"))


def subjects() -> tuple[tuple[str, str], ...]:
    """Everything that can be explained: its name, and its title in the user's language."""
    titles = labels(current(), "tui.contexts")
    named = [(name, say(f"help.title.{name}")) for name in topics()]
    return (*named, *((name, titles[name]) for name in contexts() if name in titles))


def about(context: str) -> str:
    """One or two sentences on a screen or pane, or an empty string."""
    return labels(current(), "tui.about").get(context, "")


def keys_of(command: Command) -> str:
    """The keys of a command as people call them."""
    return " / ".join(key_name(key) for key in command.keys)


def _name_of(subject: str) -> tuple[str, str]:
    """Kind (`topic` or `context`) and name of what a person calls so, in any language."""
    wanted = ascii_fold(subject).casefold().strip()
    for kind, key, names in (
        ("topic", "help.title", topics()),
        ("context", "tui.contexts", contexts()),
    ):
        if wanted in names:
            return kind, wanted
        for language in LANGUAGES:
            for name, title in labels(language, key).items():
                if ascii_fold(title).casefold() == wanted and name in names:
                    return kind, name
    return "", ""


def explain(subject: str) -> tuple[str, ...] | None:
    """What there is to say on a topic or a screen, as lines; None where nobody knows it."""
    kind, name = _name_of(subject)
    if kind == "topic":
        return (say(f"help.title.{name}"), "", *_wrapped(say(f"help.text.{name}").split("\n")))
    if kind == "context":
        found = [say(f"tui.contexts.{name}"), ""]
        if about(name):
            found += [*_wrapped([about(name)]), ""]
        found += [f"  {keys_of(c):16} {c.label}: {c.help}" for c in in_context(name)]
        return tuple(found)
    return None


def _wrapped(paragraphs: Iterable[str]) -> list[str]:
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += wrap(paragraph, _WIDTH) or [""]
    return lines
