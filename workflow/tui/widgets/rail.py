"""The step rail: where one is, and what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from workflow.languages import say
from workflow.tui import render

STEPS = ("read", "positions", "summary", "check", "handover")
"""The steps in their order; any can be entered at any time."""


@dataclass(frozen=True, slots=True)
class StepState:
    """How far a step is."""

    done: bool = False
    aside: str = ""
    """A count or nothing."""
    error: bool = False


class Rail(Widget):
    """Five steps on one line; a click enters a step."""

    DEFAULT_CSS = """
    Rail { height: 1; padding: 0 1; color: $text-muted; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._current = STEPS[0]
        self._states: Mapping[str, StepState] = {}

    def on_mount(self) -> None:
        """Steps are no links: no lines under them."""
        self.auto_links = False

    def show(self, current: str, states: Mapping[str, StepState]) -> None:
        """Show where one is."""
        self._current, self._states = current, states
        self.refresh()

    def render(self) -> Content:
        """The steps, with fewer words where there is no room."""
        full = self._line(short=False)
        return full if full.cell_length <= self.size.width else self._line(short=True)

    def _line(self, *, short: bool) -> Content:
        pieces = []
        for number, step in enumerate(STEPS, 1):
            state = self._states.get(step, StepState())
            here = step == self._current
            mark = "▸" if here else "✗" if state.error else "✓" if state.done else "○"
            style = "bold $text-primary" if here else "$text-error" if state.error else ""
            if state.done and not here:
                style = "$text-success"
            words = f"{number} {mark} {say(f'tui.steps.{step}')}"
            if state.aside and not short:
                words += f" {state.aside}"
            meta = Style.from_meta({"@click": f"app.reach('item.{step}')"})
            pieces.append(render.line(words, style).stylize(meta))
        return Content("  " if short else "   ").join(pieces)
