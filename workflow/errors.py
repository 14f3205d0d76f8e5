"""The one exception that reaches a user."""

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

    def __str__(self) -> str:
        return say(self.key, **self.values)
