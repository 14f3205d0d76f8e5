"""What a shell completes, taken from the parser: scripts for bash, zsh and fish."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

_FILES = ("REPORT", "FILE", "OUTLINE", "DIR")
_MEETINGS = ("MEETING", "OLDER", "NEWER")
_LIST_MEETINGS = 'sh -c "ls -d summaries/*/*/meeting.toml 2>/dev/null | cut -d/ -f3"'
"""Shell words that print the ids of the meetings, in the folder of a workspace."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a command."""

    flags: tuple[str, ...]
    help: str
    takes_value: bool
    choices: tuple[str, ...]
    files: bool


@dataclass(frozen=True, slots=True)
class Words:
    """What can follow one command; the name is empty for what stands before any."""

    name: str
    help: str
    options: tuple[Option, ...]
    choices: tuple[str, ...] = ()
    meetings: bool = False
    files: bool = False


def words_of(parser: argparse.ArgumentParser) -> tuple[Words, ...]:
    """The program itself, then every command."""
    found = [_words("", "", parser)]
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            helps = {choice.dest: choice.help or "" for choice in action._choices_actions}
            found += [_words(n, helps.get(n, ""), p) for n, p in action.choices.items()]
    return tuple(found)


def _words(name: str, text: str, parser: argparse.ArgumentParser) -> Words:
    options: list[Option] = []
    choices: list[str] = []
    places: list[str] = []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            choices += action.choices
        elif action.option_strings:
            options.append(
                Option(
                    tuple(action.option_strings),
                    action.help or "",
                    action.nargs != 0,
                    tuple(map(str, action.choices or _known(name, str(action.metavar)))),
                    action.metavar in _FILES,
                )
            )
        else:
            choices += map(str, action.choices or _known(name, str(action.metavar)))
            places.append(str(action.metavar))
    return Words(
        name, text, tuple(options), tuple(choices),
        meetings=any(place in _MEETINGS for place in places),
        files=any(place in _FILES for place in places),
    )  # fmt: skip


def _known(command: str, place: str) -> tuple[str, ...]:
    """What is known to fit in a place, though other words may fit too."""
    from workflow.config import BY_NAME
    from workflow.summaries.model import STATUSES
    from workflow.tui.explaining import subjects

    if (command, place) == ("help", "TOPIC"):
        return tuple(name for name, _ in subjects())
    if (command, place) == ("config", "KEY"):
        return tuple(BY_NAME)
    return STATUSES if place == "STATUS" else ()


def script(parser: argparse.ArgumentParser, shell: str) -> str:
    """The script for `bash`, `zsh` or `fish`."""
    makers = {"bash": _bash, "zsh": _zsh, "fish": _fish}
    return "\n".join(makers[shell](words_of(parser))) + "\n"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _bash(every: tuple[Words, ...]) -> Iterator[str]:
    names = " ".join(words.name for words in every[1:])
    yield "_workflow() {"
    yield '    local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}"'
    yield '    local command="" word i'
    yield "    for ((i = 1; i < COMP_CWORD; i++)); do"
    yield '        word="${COMP_WORDS[i]}"'
    yield f'        case " {names} " in *" $word "*) command="$word"; break;; esac'
    yield "    done"
    yield "    COMPREPLY=()"
    yield '    case "$command $prev" in'
    for words in every:
        for option in words.options:
            if option.takes_value:
                patterns = "|".join(f'"{words.name} {flag}"' for flag in option.flags)
                choices = " ".join(option.choices)
                answer = f'COMPREPLY=($(compgen -W "{choices}" -- "$cur")); ' if choices else ""
                yield f"        {patterns}) {answer}return;;"
    yield "    esac"
    yield '    case "$command" in'
    for words in every:
        flags = " ".join(flag for option in words.options for flag in option.flags)
        given = " ".join((*words.choices, flags))
        meetings = f" $({_LIST_MEETINGS})" if words.meetings else ""
        yield f'        "{words.name}") COMPREPLY=($(compgen -W "{given}{meetings}" -- "$cur"));;'
    yield "    esac"
    yield "}"
    yield "complete -o default -F _workflow workflow"


def _zsh(every: tuple[Words, ...]) -> Iterator[str]:
    yield "#compdef workflow"
    yield "_workflow() {"
    yield "    local -a commands"
    yield "    commands=("
    for words in every[1:]:
        yield f"        {_quoted(words.name + ':' + words.help)}"
    yield "    )"
    yield "    if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then"
    yield "        _describe command commands"
    yield "        return"
    yield "    fi"
    yield '    local command="$words[2]"'
    yield "    if [[ $command == -* ]]; then command=; fi"
    yield "    (( CURRENT > 2 )) && shift words && (( CURRENT-- ))"
    yield '    case "$command" in'
    for words in every:
        specs = [_quoted(spec) for option in words.options for spec in _zsh_option(option)]
        if words.meetings:
            specs.append(f'"*: :($({_LIST_MEETINGS}))"')
        elif words.choices and words.name:
            specs.append(_quoted(f"*: :({' '.join(words.choices)})"))
        elif words.files:
            specs.append("'*: :_files'")
        yield f"        {_quoted(words.name)}) _arguments {' '.join(specs)};;"
    yield "    esac"
    yield "}"
    yield 'if [ "$funcstack[1]" = "_workflow" ]; then'
    yield '    _workflow "$@"'
    yield "else"
    yield "    compdef _workflow workflow"
    yield "fi"


def _zsh_option(option: Option) -> Iterator[str]:
    text = option.help.translate({ord(sign): f"\\{sign}" for sign in "[]:"})
    for flag in option.flags:
        value = ""
        if option.takes_value:
            value = f": :({' '.join(option.choices)})" if option.choices else ": :_files"
        yield f"{flag}[{text}]{value}"


def _fish(every: tuple[Words, ...]) -> Iterator[str]:
    yield "complete -c workflow -f"
    for words in every[1:]:
        yield (
            f"complete -c workflow -n __fish_use_subcommand -a {words.name} "
            f"-d {_fish_quoted(words.help)}"
        )
    for words in every:
        place = (
            f"'__fish_seen_subcommand_from {words.name}'" if words.name else "__fish_use_subcommand"
        )
        start = f"complete -c workflow -n {place}"
        for option in words.options:
            flags = " ".join(
                f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}"
                for flag in option.flags
            )
            value = " -r -F" if option.files else " -x" if option.takes_value else ""
            if option.choices:
                value = f" -x -a {_fish_quoted(' '.join(option.choices))}"
            yield f"{start} {flags}{value} -d {_fish_quoted(option.help)}"
        if words.name and words.choices:
            yield f"{start} -a {_fish_quoted(' '.join(words.choices))}"
        if words.meetings:
            yield f"{start} -a '({_LIST_MEETINGS})'"
        if words.files:
            yield f"{start} -F"


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
