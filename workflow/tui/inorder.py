"""Keys reach what they were typed for, however fast they come.

A key passes from the application to the pane that has the keys, and back from pane to screen to
application, where commands are found. What is typed right behind a key that opens a screen, or
that leaves a field, would meanwhile reach the pane before. So it waits until that is done.
"""

from functools import partial
from typing import Any

from textual import events
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from workflow.tui.commands import types_text

_WORK, _SCREEN, _KEY = "work", "screen", "key"
_LONGEST = {_WORK: 5.0, _SCREEN: 5.0, _KEY: 0.5}
"""Seconds that keys wait at most for the end of a job, for a screen, and for what a key does."""

Typed = events.Key | events.Paste


class Handled(Message):
    """Follows a key from a pane: where it arrives, the key has come back to the application.

    What the key does may be a message of the pane ("submitted"), which the second one follows.
    """

    def __init__(self, pane: Widget, again: bool = True) -> None:
        super().__init__()
        self.pane = pane
        self.again = again


class InOrder(App[object], inherit_bindings=False):
    """An application that keeps what is typed until what it is meant for is there."""

    def __init__(self) -> None:
        super().__init__()
        self._holds: dict[str, Timer] = {}
        self._held: list[Typed] = []

    @property
    def holds_keys(self) -> bool:
        """Whether keys wait, or have waited and are not through yet."""
        return bool(self._holds or self._held)

    def hold_keys(self, until: str = _WORK) -> None:
        """Keep what is typed until `release_keys`; at most a few seconds."""
        self._let_go(until)
        self._holds[until] = self.set_timer(_LONGEST[until], partial(self.release_keys, until))

    def release_keys(self, until: str = _WORK) -> None:
        """Let what was typed meanwhile do its work, in its order, once nothing else holds it."""
        self._let_go(until)
        if self._held:
            self.call_later(self._hand_on)

    def _let_go(self, until: str) -> None:
        timer = self._holds.pop(until, None)
        if timer is not None:
            timer.stop()

    async def _hand_on(self) -> None:
        while self._held and not self._holds:
            await self._take(self._held.pop(0))

    def leaves(self, event: events.Event) -> bool:
        """Whether it is a key that never waits."""
        return False

    async def on_event(self, event: events.Event) -> None:
        """Hand an event on, or keep a key for later."""
        if not isinstance(event, events.Key | events.Paste) or self.leaves(event):
            await super().on_event(event)
        elif event.is_forwarded:
            # On its way back: only the key that others wait for comes while they wait for it.
            if self._holds.keys() - {_KEY}:
                self._held.append(_anew(event))
            else:
                await super().on_event(event)
        elif self.holds_keys:
            self._held.append(event)
        else:
            await self._take(event)

    async def _take(self, event: Typed) -> None:
        pane = self.focused
        await super().on_event(event)
        if pane is None or not pane.check_consume_key("a", "a"):
            return  # no text is typed there: a key does nothing before it has come back
        if isinstance(event, events.Key) and not types_text(event.key):
            self.hold_keys(_KEY)
            self._follow(Handled(pane))

    def _follow(self, message: Handled) -> None:
        if not message.pane.post_message(message):
            self.release_keys(_KEY)

    def on_handled(self, message: Handled) -> None:
        """What the key does is done, or about to be."""
        if message.again:
            self._follow(Handled(message.pane, again=False))
        else:
            self.release_keys(_KEY)

    def push_screen(self, screen: Any, *given: Any, **named: Any) -> Any:
        """Open a screen; what is typed from now on is meant for it."""
        opening = super().push_screen(screen, *given, **named)
        self._wait_for_screen()
        return opening

    def pop_screen(self) -> AwaitComplete:
        """Go back; what is typed from now on is meant for the screen below."""
        closing = super().pop_screen()
        self._wait_for_screen()
        return closing

    def _wait_for_screen(self) -> None:
        self.hold_keys(_SCREEN)
        self._let_go(_KEY)
        self.screen.call_after_refresh(self.release_keys, _SCREEN)


def _anew(event: Typed) -> Typed:
    """The same as if it were typed only now."""
    if isinstance(event, events.Key):
        return events.Key(event.key, event.character)
    return events.Paste(event.text)
