"""The part of the comparison screen that narrows what is shown: by kind, by actor, by style."""

from workflow.comparison.filters import narrowed
from workflow.comparison.model import KINDS, SIGNS, Comparison, PositionChange, TopicComparison
from workflow.comparison.phrases import named_actors
from workflow.languages import say
from workflow.positions.model import GROUP
from workflow.tui.screens.base import DeskScreen
from workflow.tui.screens.dialogs import Choice, Picker

MOVES = tuple(kind for kind in KINDS if kind not in ("unchanged", "reworded"))
"""The kinds that say that somebody moved."""


class NarrowingPart(DeskScreen):
    """Keeps the whole comparison and which part of it is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._whole: Comparison | None = None
        self._kinds: tuple[str, ...] = KINDS
        self._moved_only = False
        """Of the kinds asked for only those that say that somebody moved."""
        self._actor = ""
        self._style = True

    # What the screen does

    def _show(self) -> None:
        """Show what the filters leave."""

    # What is shown

    @property
    def _is_narrow(self) -> bool:
        """Whether only some changes are asked for, so that a topic without any tells nothing."""
        return bool(self._actor) or self._moved_only or len(self._kinds) < len(KINDS)

    def _shown(self, topic: TopicComparison) -> tuple[PositionChange, ...]:
        """What is listed of a topic: on one that only one side discussed, nobody moved.

        Who asks for an actor or a kind gets that of every topic, as from the command.
        """
        asked = bool(self._actor) or self._kinds != KINDS
        moved = topic.discussed == "both" or topic.versions or (asked and not self._moved_only)
        return topic.changes if moved else ()

    def _narrowed(self, whole: Comparison) -> Comparison:
        kinds = tuple(k for k in self._kinds if k in MOVES or not self._moved_only)
        return narrowed(whole, actor=self._actor, kinds=kinds, style=self._style)

    def _filter_words(self) -> str:
        """Which filters are on."""
        kinds = (
            ""
            if self._kinds == KINDS
            else ", ".join(say(f"common.change.{kind}") for kind in self._kinds)
        )
        words = [
            say("tui.compare.moved_only") if self._moved_only else "",
            kinds,
            self._called().get(self._actor, ""),
            "" if self._style else say("tui.compare.without_style"),
        ]
        return " · ".join(word for word in words if word)

    def _called(self) -> dict[str, str]:
        """Who is listed, by actor; member states in groups are one."""
        topics = self._whole.topics if self._whole else ()
        names = named_actors(each for topic in topics for each in topic.changes)
        if GROUP in names:
            names[GROUP] = say("tui.compare.all_groups", name=names[GROUP])
        return names

    # Commands

    def do_style(self) -> None:
        """Show or hide what may be only another way of saying the same."""
        self._style = not self._style
        self._show()

    def do_moved(self) -> None:
        """Show only who moved, or all kinds that are asked for."""
        self._moved_only = not self._moved_only
        self._show()

    def do_kind(self) -> None:
        """Show one kind of change only, or all."""
        choices = [Choice(KINDS, say("tui.compare.all_kinds"))]
        choices += [
            Choice((kind,), f"{SIGNS[kind]} {say(f'common.change.{kind}')}") for kind in KINDS
        ]

        def chosen(kinds: object) -> None:
            if isinstance(kinds, tuple):
                self._kinds = kinds
                self._moved_only &= set(kinds) <= set(MOVES)
                self._show()

        self.app.push_screen(Picker(say("tui.compare.kind"), choices, select=self._kinds), chosen)

    def do_actor(self) -> None:
        """Show one actor only, or all."""
        choices = [Choice("", say("tui.compare.all_actors"))]
        choices += sorted(
            (Choice(actor, name) for actor, name in self._called().items()),
            key=lambda choice: choice.words.casefold(),
        )

        def chosen(actor: object) -> None:
            if isinstance(actor, str):
                self._actor = actor
                self._show()

        self.app.push_screen(Picker(say("tui.compare.actor"), choices, select=self._actor), chosen)
