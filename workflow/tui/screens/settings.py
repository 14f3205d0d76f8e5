"""The settings: what holds, where it comes from, and changing it."""

from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from workflow.config import BY_NAME, Setting
from workflow.folders import config_folder
from workflow.languages import say
from workflow.settingsfile import Held, held_settings, parse_value, write_own
from workflow.summaries.workspace import SETTINGS
from workflow.tui import render
from workflow.tui.commands import bindings, key_name
from workflow.tui.ownkeys import FILE, own_keys
from workflow.tui.screens.base import DeskScreen
from workflow.tui.screens.dialogs import Choice, Picker, Prompt
from workflow.tui.widgets.row import Row
from workflow.tui.widgets.rows import RowList


class SettingsScreen(DeskScreen):
    """Rows are keyed by the name of the setting."""

    CONTEXT = "settings"
    BINDINGS = bindings("settings")

    def compose_body(self) -> ComposeResult:
        """One list, and below it the own keys."""
        yield RowList(id="settings")
        yield Static(id="own-keys")

    def on_mount(self) -> None:
        """Show what holds now."""
        self.speak()
        self.query_one(RowList).focus()

    def speak(self) -> None:
        """Show everything anew in the language of now."""
        self.title_bar(say("settings.title"))
        house = self.app.desk.root / SETTINGS
        self.app.jobs.start(self, lambda _: held_settings(house), group="settings", then=self._show)

    def _show(self, held: tuple[Held, ...]) -> None:
        rows = [Row(each.setting.name, self._words(each), wrap=True) for each in held]
        self.query_one(RowList).show(rows)
        self.query_one("#own-keys", Static).update(self._own_keys())
        self.refresh_keys()

    def _own_keys(self) -> Content:
        """Where the user's own keys stand, and which there are."""
        keys, _ = own_keys()
        path = config_folder() / FILE
        names = [
            f"{name} = {' / '.join(map(key_name, given.split(',')))}"
            for name, given in keys.items()
        ]
        words = say("settings.own_keys" if keys else "settings.no_own_keys", path=path)
        return render.lines([render.join((words, "$text-muted")), *map(render.line, names)])

    def _words(self, held: Held) -> Content:
        source = say(f"settings.source.{held.source}")
        own = held.source != "default"
        head = render.join(
            (held.setting.label, "bold"),
            (f" {held.setting.name}", "$text-muted"),
            ": ",
            (_in_words(held.value), "bold $text-accent" if own else ""),
            (f"  ({source})", "$text-muted"),
        )
        return render.lines([head, render.join(("  " + held.setting.help, "$text-muted"))])

    @property
    def _setting(self) -> Setting | None:
        return BY_NAME.get(str(self.query_one(RowList).selected))

    def why_not(self, name: str) -> str:
        """A table can only be written by hand."""
        setting = self._setting
        if name in ("change", "reset"):
            if setting is None:
                return say("settings.none_chosen")
            if isinstance(setting.default, dict):
                return say("settings.errors.by_hand", key=setting.name)
        return ""

    # Commands

    @on(RowList.Chosen, "#settings")
    async def _chosen(self) -> None:
        await self.action_command("settings.change")

    def do_change(self) -> None:
        """Ask for another value."""
        setting = self._setting
        if setting is None:
            return
        title = setting.label

        def answered(answer: str | None) -> None:
            if answer is not None:
                self._take(setting, answer)

        choices = setting.choices
        if isinstance(setting.default, bool):
            choices = (say("settings.yes"), say("settings.no"))
        if choices:
            listed = [Choice(each, each) for each in choices]
            self.app.push_screen(Picker(title, listed), answered)
        else:
            check = partial(parse_value, setting)
            self.app.push_screen(Prompt(title, setting.help, self._value(setting), check), answered)

    def _value(self, setting: Setting) -> str:
        return str(getattr(self.app.desk.workspace.settings, setting.name))

    def _take(self, setting: Setting, text: str) -> None:
        try:
            value = parse_value(setting, text)
        except Exception as error:
            # The dialog says what is wrong; what was typed can be typed again.
            self.app.show_error(error)
            return
        self._write(setting, value)

    def do_reset(self) -> None:
        """Back to the default."""
        if setting := self._setting:
            self._write(setting, None)

    def _write(self, setting: Setting, value: object) -> None:
        """A personal setting goes into the user's own file, any other into the workspace."""
        desk = self.app.desk

        def work(_: object) -> None:
            from workflow.history.housekeeping import save_setting

            if setting.personal:
                write_own(setting, value)
            else:
                save_setting(desk.workspace, desk.history(), setting, value)

        def written(_: None) -> None:
            from workflow.languages import use

            if setting.name == "language" and value:
                use(str(value))
            self.speak()
            shown = _in_words(setting.default if value is None else value)
            self.tell(say("settings.set", key=setting.label, value=shown))

        self.app.jobs.start(
            self,
            work,
            group="settings-write",
            description=say("settings.saving"),
            then=written,
            git=True,
            writes=True,
        )


def _in_words(value: object) -> str:
    """A value without the signs of the file in which it stands."""
    if isinstance(value, bool):
        return say("settings.yes" if value else "settings.no")
    if isinstance(value, dict):
        return " · ".join(f"{key}: {_in_words(entry)}" for key, entry in value.items()) or _empty()
    if isinstance(value, list | tuple):
        return ", ".join(map(_in_words, value)) or _empty()
    return str(value) or _empty()


def _empty() -> str:
    return say("settings.empty")
