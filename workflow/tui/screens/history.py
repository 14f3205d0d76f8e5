"""What happened to an item, a meeting or everything: in sentences, differences in words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from workflow.languages import say
from workflow.summaries.readable import as_whole
from workflow.tui import render
from workflow.tui.clipboard import copy
from workflow.tui.commands import bindings
from workflow.tui.moments import moment
from workflow.tui.past import PAGE, FileChange, Version
from workflow.tui.screens.authors import AuthorsPart, short_subject, whole_subject
from workflow.tui.screens.dialogs import Choice, Picker
from workflow.tui.widgets.prose import Prose
from workflow.tui.widgets.row import Row
from workflow.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS = (
    "", "edit", "submit", "approve", "reopen", "import", "comment", "topic", "restore", "undo",
    "sync", "hand",
)  # fmt: skip
"""What the list can be narrowed to, in the order in which the key goes through them."""


class HistoryScreen(AuthorsPart):
    """Rows are keyed by commit, or by line of the file while one sees who wrote what.

    Answers whether something was restored.
    """

    CONTEXT = "history"
    BINDINGS = bindings("history")

    def __init__(self, meeting: str = "", slug: str = "") -> None:
        super().__init__(meeting, slug)
        self._versions: tuple[Version, ...] = ()
        self._more = False
        self._texts: dict[str, str] = {}
        self._changes: dict[str, Sequence[FileChange]] = {}
        self._whole = False
        self._restored = False
        self._base = ""
        self._kind = self._person = ""
        self._people: tuple[str, ...] = ()
        self._present = ""
        """The version that is there now, as far as is known while a filter hides others."""

    def compose_body(self) -> ComposeResult:
        """Versions, and what changed in the one selected."""
        with Horizontal(id="history"):
            yield RowList(id="versions", empty=render.label("tui.history.none", "$text-muted"))
            yield Prose(id="detail")

    def on_mount(self) -> None:
        """Read the history."""
        self._entitle()
        self.query_one("#versions").focus()
        self.load()

    def speak(self) -> None:
        """Show everything anew in the language of now."""
        self._entitle()
        if self._lines:
            self._take_lines(tuple(self._lines.values()))
        else:
            self._list()
        super().speak()

    def changed_outside(self) -> None:
        """Somebody saved or shared meanwhile."""
        self._present = ""
        if not self._lines:
            self.load()

    @on(events.Resize)
    def _redraw(self) -> None:
        if self._place is not None and not self._lines:
            self._show(self._place)

    # The list

    def load(self, *, more: bool = False) -> None:
        """Read the list of versions, or the next page of it."""
        past, key = self.app.desk.past(), self._key
        skip = len(self._versions) if more else 0
        kind, person = self._kind, self._person

        def take(versions: tuple[Version, ...]) -> None:
            self._more = len(versions) == PAGE
            self._versions = (*self._versions, *versions) if more else versions
            self._list()

        self.app.jobs.start(
            self,
            lambda _: past.versions(*key, skip=skip, author=person, action=kind),
            group="history",
            description=say("tui.history.reading"),
            git=True,
            then=take,
        )

    def _list(self) -> None:
        now, me = self.app.clock(), self.app.desk.identity
        if not self._kind and not self._person:
            self._people = tuple(dict.fromkeys(version.author for version in self._versions))
            self._present = next((version.commit for version in self._versions), "")
        rows = []
        for version in self._versions:
            who = say("tui.you") if version.author == me else version.author
            head = render.join((moment(version.when, now).ljust(19), "$text-muted"), (who, "bold"))
            words = (short_subject if self._key[1] else whole_subject)(version.subject)
            rows.append(Row(version.commit, render.lines([head, render.line(words)]), wrap=True))
        self._lines = {}
        versions = self.query_one("#versions", RowList)
        versions.say_empty(render.block(self._nothing, "$text-muted"))
        versions.show(rows)
        self._tell_filter()
        if rows:
            self._detail()
        else:
            self.query_one("#detail", Prose).show(Content(""))

    def _tell_filter(self) -> None:
        shown = " · ".join(filter(None, (self._filter, self._base_words())))
        self.aside(render.line(shown, "$text-accent"))

    @property
    def _filter(self) -> str:
        kind = say(f"tui.history.kinds.{self._kind}") if self._kind else ""
        return " · ".join(filter(None, (kind, self._person)))

    @property
    def _nothing(self) -> str:
        """Why there is nothing: nothing was saved, or nothing of what the filter shows."""
        if self._filter:
            return say("tui.history.none_fit", filter=self._filter)
        return say("tui.history.none")

    def _base_words(self) -> str:
        for version in self._versions:
            if version.commit == self._base:
                when = moment(version.when, self.app.clock())
                return say("tui.history.base", when=when)
        return ""

    @property
    def _place(self) -> int | None:
        key = self.query_one("#versions", RowList).selected
        return next((n for n, v in enumerate(self._versions) if v.commit == key), None)

    # What changed

    @on(RowList.Moved, "#versions")
    def _detail(self) -> None:
        """Read what this version changed, where it is not known yet."""
        self.refresh_keys()
        if self._lines:
            self._sentence_history()
            return
        place = self._place
        if place is None:
            return
        if self._more and place == len(self._versions) - 1:
            self.load(more=True)
        past, key = self.app.desk.past(), self._key
        if key[1] or self._base:
            wanted = [self._versions[place].commit, self._older(place)]
            missing = [commit for commit in wanted if commit and commit not in self._texts]
            if missing:
                self.app.jobs.start(
                    self,
                    lambda _: past.texts(*key, missing),
                    group="texts",
                    git=True,
                    then=self._take_texts,
                )
                return
        elif (version := self._versions[place]).commit not in self._changes:
            self.app.jobs.start(
                self,
                lambda _: (version.commit, past.changes(version)),
                group="texts",
                git=True,
                then=self._take_changes,
            )
            return
        self._show(place)

    def _take_texts(self, texts: dict[str, str]) -> None:
        self._texts |= texts
        if self._place is not None:
            self._show(self._place)

    def _take_changes(self, found: tuple[str, Sequence[FileChange]]) -> None:
        self._changes[found[0]] = found[1]
        if self._place is not None:
            self._show(self._place)

    def _older(self, place: int) -> str:
        """The version to compare with: the one that was chosen, else the one before."""
        if self._base and self._base != self._versions[place].commit:
            return self._base
        return self._versions[place + 1].commit if place + 1 < len(self._versions) else ""

    def _show(self, place: int) -> None:
        version = self._versions[place]
        head = render.label(
            "tui.history.at",
            "$text-muted",
            who=version.author,
            when=moment(version.when, self.app.clock()),
            commit=version.commit[:10],
        )
        body = self._body(place, version)
        if body is not None:
            self.query_one("#detail", Prose).show(render.lines([head, Content(""), body]))

    def _body(self, place: int, version: Version) -> Content | None:
        """What stands at the right: the whole text, or what changed; None if it is not read yet."""
        if not self._key[1] and not self._base:
            changes = self._changes.get(version.commit)
            return None if changes is None else self._files(version, changes)
        new, older = self._texts.get(version.commit), self._older(place)
        if new is None:
            return None
        if self._whole or not older:
            whole = render.block(as_whole(new, self._language))
            first = [] if older else [render.label("tui.history.first"), Content("")]
            return render.lines([*first, whole])
        return self._file_difference(self._texts.get(older, ""), new, self._language)

    def _files(self, version: Version, changes: Sequence[FileChange]) -> Content:
        """What a version did to each file."""
        parts = []
        for change in changes:
            parts += [render.line(change.name, "bold $text-primary")]
            if self._whole:
                body = render.block(as_whole(change.new, change.language))
            else:
                body = self._file_difference(change.old, change.new, change.language)
            parts += [body, Content("")]
        shown = {change.path for change in changes}
        others = [path for path in version.paths if path not in shown]
        parts += [render.line(path, "$text-muted") for path in others]
        return render.lines(parts)

    # Commands

    def label_now(self, name: str) -> str:
        """What the key leads to from what is shown now."""
        if name == "whole" and self._whole:
            return say("tui.history.differences")
        return super().label_now(name)

    def hides(self, name: str) -> bool:
        """Of a meeting or of everything no version can be put back."""
        alone = name in ("restore", "sentence", "written_by") and not self._key[1]
        return (alone and bool(self.why_not(name))) or super().hides(name)

    def why_not(self, name: str) -> str:
        """The present version cannot be restored, and only an item can."""
        if name in ("restore", "sentence", "written_by") and not self._key[1]:
            gone = name == "restore" and self._gone_meeting
            return "" if gone else say("tui.history.only_items")
        if name in ("whole", "base", "copy_id", "restore", "sentence"):
            if self._lines:
                place = self.query_one("#versions", RowList).selected
                return "" if place and name == "copy_id" else say("tui.history.not_here")
            if self._place is None:
                return self._nothing
        if name == "base" and not self._key[0]:
            return say("tui.history.not_everything")
        if name in ("restore", "sentence") and self._is_present:
            return say("tui.history.is_present")
        return ""

    @property
    def _is_present(self) -> bool:
        if self._place is None or self._versions[self._place].commit != self._present:
            return False
        return self.app.desk.workspace.summary_path(*self._key).exists()

    @property
    def _gone_meeting(self) -> str:
        """The meeting that the version under the cursor took out, or an empty string."""
        place = self._place
        version = self._versions[place] if place is not None else None
        if version is None or version.action != "remove" or not version.paths:
            return ""
        return version.paths[0].split("/")[2]

    @on(RowList.Chosen, "#versions")
    def do_whole(self) -> None:
        """The whole text of then, or only what changed."""
        if self._place is not None:
            self._whole = not self._whole
            self._show(self._place)

    def do_restore(self) -> None:
        """Bring this version back, as a new version."""
        self._bring_back(None)

    def do_sentence(self) -> None:
        """Bring one sentence of this version back."""
        place = self._place
        assert place is not None
        past, key, version = self.app.desk.past(), self._key, self._versions[place]

        def choose(found: "Mapping[int, str]") -> None:
            if not found:
                self.tell(say("tui.history.same_sentences"))
                return
            choices = [Choice(number, words) for number, words in found.items()]
            self.app.push_screen(Picker(say("tui.history.which_sentence"), choices), chosen)

        def chosen(number: int | None) -> None:
            if number is not None:
                self._bring_back(number)

        self.app.jobs.start(
            self,
            lambda _: past.sentences_of(*key, version.commit),
            group="texts",
            git=True,
            then=choose,
        )

    def _bring_back(self, sentence: int | None) -> None:
        place = self._place
        if place is None:
            return
        past, key, version = self.app.desk.past(), self._key, self._versions[place]
        gone = self._gone_meeting
        words = "tui.history.restored" if sentence is None else "tui.history.sentence_restored"

        def done(_: object) -> None:
            self._restored, self._present = True, ""
            self.tell(say(words, when=moment(version.when, self.app.clock())))
            self.load()

        self.app.jobs.start(
            self,
            lambda _: (
                past.restore_meeting(gone) if gone else past.restore(*key, version.commit, sentence)
            ),
            group="restore",
            description=say("tui.item.saving"),
            git=True,
            writes=True,
            then=done,
        )

    def do_base(self) -> None:
        """Compare every version with this one; once more: with the one before again."""
        place = self._place
        assert place is not None
        version = self._versions[place]
        self._base = "" if self._base == version.commit else version.commit
        self._tell_filter()
        self._detail()

    def do_kind(self) -> None:
        """Show one kind of change, the next, or all."""
        self._kind = KINDS[(KINDS.index(self._kind) + 1) % len(KINDS)]
        self.load()

    def do_person(self) -> None:
        """Show what one person did, the next, or everybody."""
        order = ["", *self._people]
        place = order.index(self._person) if self._person in order else -1
        self._person = order[(place + 1) % len(order)]
        self.load()

    def do_copy_id(self) -> None:
        """Copy the id of this version."""
        if self._lines:
            selected = self.query_one("#versions", RowList).selected
            line = self._lines.get(selected) if isinstance(selected, int) else None
            if line is not None:
                copy(self.app, line.commit)
        elif self._place is not None:
            copy(self.app, self._versions[self._place].commit)

    def do_back(self) -> None:
        """Back to the versions, or out, telling whether something was restored."""
        if self._lines:
            self._list()
        else:
            self.dismiss(self._restored)
