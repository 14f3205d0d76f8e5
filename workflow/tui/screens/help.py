"""What one can do here: the screen in a sentence, then every key with what it does."""

from textual.app import ComposeResult
from textual.content import Content

from workflow.languages import say
from workflow.tui import render
from workflow.tui.commands import Command, Commanded, bindings, key_name
from workflow.tui.explaining import about, topics
from workflow.tui.screens.base import DeskScreen
from workflow.tui.widgets.row import Row
from workflow.tui.widgets.rows import RowList


class HelpScreen(DeskScreen):
    """Explains the commands that a key reached when it was asked."""

    CONTEXT = "help"
    BINDINGS = bindings("help")

    def __init__(self, found: list[tuple[Commanded, Command]]) -> None:
        super().__init__()
        self._found = found

    def compose_body(self) -> ComposeResult:
        """One list that scrolls."""
        yield RowList(id="help")

    def on_mount(self) -> None:
        """Scroll with the arrows."""
        self.title_bar(say("tui.help.title"))
        listing = self.query_one("#help", RowList)
        listing.show(self._rows())
        listing.focus()

    def _rows(self) -> list[Row]:
        rows: list[Row] = []
        shown: set[str] = set()
        reasons: set[str] = set()
        # How one moves in a list is known soonest, so it stands behind what this screen does.
        for node, command in sorted(self._found, key=lambda found: found[1].context == "list"):
            context = command.context
            if context not in shown:
                shown.add(context)
                if rows:
                    rows.append(Row(("gap", context), Content(""), enabled=False))
                heading = render.label(f"tui.contexts.{context}", "bold $text-primary")
                rows.append(Row(("context", context), heading))
                if words := about(context):
                    rows.append(Row(("about", context), render.line(words), wrap=True))
            reason = node.why_not(command.name)
            rows.append(self._row(command, reason, again=reason in reasons))
            reasons.add(reason)
        for topic in topics():
            rows.append(Row(("gap", topic), Content(""), enabled=False))
            rows.append(Row(("topic", topic), render.label(f"help.title.{topic}", "bold")))
            rows.append(Row(("text", topic), render.label(f"help.text.{topic}"), wrap=True))
        rows.append(Row("gap", Content(""), enabled=False))
        rows.append(Row("palette", render.label("tui.help.palette", "$text-muted"), wrap=True))
        return rows

    def _row(self, command: Command, reason: str, *, again: bool) -> Row:
        """One command; a reason that was given above is not spelled out again."""
        names = " / ".join(key_name(key) for key in self.app.keys_of(command.id))
        words = render.join(f"{command.label}: ", (command.help, "$text-muted"))
        if reason:
            said = say("tui.help.not_now_either" if again else "tui.help.not_now", reason=reason)
            words += render.line(" " + said, "$text-warning")
        return Row(command.id, words, render.line(f"{names:<14} ", "bold"), wrap=True)
