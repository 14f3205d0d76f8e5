"""The one exception that reaches a user."""

import re
import tomllib

from workflow.languages import say


class WorkflowError(Exception):
    """Something from outside is wrong: an input file, a repository, a setting.

    `key` names a sentence of the interface catalogue that says what is wrong, where,
    and what to do; `values` fill its placeholders. The command line prints the sentence
    to stderr and exits with 2, the screens show it in a dialog.
    """

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        """So that it can go from one process to another."""
        return _made_again, (type(self), self.key, self.__dict__)

    def __str__(self) -> str:
        return say(self.key, **self.values)


def _made_again(kind: type[WorkflowError], key: str, known: dict[str, object]) -> WorkflowError:
    made = kind.__new__(kind, key)
    made.__dict__.update(known)
    return made


def toml_place(error: tomllib.TOMLDecodeError, *, above: int = 0) -> str:
    """Where a TOML text is broken, in words; `above` lines of the file come before the text.

    The parser itself says it in English only and counts from the start of what it was given.
    """
    found = re.search(r"at line (\d+)", str(error))
    if found is None:
        return say("common.toml.end")
    return say("common.toml.line", line=int(found[1]) + above)
