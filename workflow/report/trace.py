"""Which reading rules fired and why, for `inspect --explain` and for the notices."""

from collections import Counter
from dataclasses import dataclass, field

from workflow.languages import say
from workflow.report.model import Notice

MOST = 25
"""Times that one rule, or one kind of notice, is written down."""


@dataclass(slots=True)
class Trace:
    """The log of one reading."""

    notices: list[Notice] = field(default_factory=list)
    _rules: dict[str, None] = field(default_factory=dict)
    _counts: Counter[str] = field(default_factory=Counter)

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that fired, in order, each with its reason."""
        return tuple(self._rules)

    def fired(self, rule: str, **why: object) -> None:
        """A rule was applied; `report.rule.<rule>` is the sentence that says why."""
        self._counts[rule] += 1
        if self._counts[rule] <= MOST:
            self._rules[f"{rule}: {say(f'report.rule.{rule}', **why)}"] = None

    def notice(self, line: int, key: str, **values: object) -> None:
        """Something is uncertain at a line; `report.notice.<key>` says what."""
        self._counts[f"notice {key}"] += 1
        if self._counts[f"notice {key}"] <= MOST:
            self.notices.append(Notice(line, say(f"report.notice.{key}", **values)))
