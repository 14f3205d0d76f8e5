"""Which reading rules fired and why, for `inspect --explain` and for the notices."""

from dataclasses import dataclass, field

from workflow.languages import say
from workflow.report.model import Notice


@dataclass(slots=True)
class Trace:
    """The log of one reading."""

    rules: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def fired(self, rule: str, **why: object) -> None:
        """A rule was applied; `report.rule.<rule>` is the sentence that says why."""
        sentence = f"{rule}: {say(f'report.rule.{rule}', **why)}"
        if sentence not in self.rules:
            self.rules.append(sentence)

    def notice(self, line: int, key: str, **values: object) -> None:
        """Something is uncertain at a line; `report.notice.<key>` says what."""
        self.notices.append(Notice(line, say(f"report.notice.{key}", **values)))
