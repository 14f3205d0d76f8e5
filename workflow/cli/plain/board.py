"""The board as lines: meetings by number, their items by number, and what to do next."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workflow.cli.plain.item import ItemTalk
from workflow.cli.plain.session import Action, Over, Session, explain, named, run_command, words_of
from workflow.cli.plain.ways import follow, ways_of
from workflow.errors import WorkflowError
from workflow.languages import format_date, say
from workflow.summaries.board import BoardItem, BoardMeeting, NextTask, next_task
from workflow.summaries.meetings import council_slug
from workflow.summaries.typed import days_of
from workflow.text import has_words
from workflow.tui import bringing

if TYPE_CHECKING:
    from workflow.summaries.reissue import Reissue

WAYS = ways_of("board", "app")
"""What keys without words of their own here come to, as commands."""


def work(session: Session) -> int:
    """Talk until the user stops."""
    try:
        BoardTalk(session).talk()
    except (Over, KeyboardInterrupt):
        session.say("cli.plain.bye")
    return 0


class BoardTalk:
    """All meetings, or the items of one."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.meeting = ""
        self._meetings: tuple[BoardMeeting, ...] = ()
        self._todo = NextTask("")
        self._stopped = False

    @property
    def actions(self) -> Mapping[str, Action]:
        """What can be asked here; some of it is about one meeting."""
        everywhere: dict[str, Action] = {
            "board.next": lambda _: self._next(),
            "board.import": self._import,
            "board.reload": lambda _: self._show(),
            "board.quit": lambda _: self._leave(),
        }
        if not self.meeting:
            return everywhere
        return everywhere | {
            "board.compare": lambda _: self._compare(),
            "board.briefing": lambda _: self._run("export", self.meeting),
            "board.history": lambda _: self._run("history", self.meeting),
            "compare.back": lambda _: self._up(),
        }

    def talk(self) -> None:
        """Show the board, and do what is asked."""
        self._show()
        while not self._stopped:
            line = self.session.ask(
                say("cli.plain.board" if not self.meeting else "cli.plain.meeting")
            )
            self.session.attempt(partial(self.answer, line))

    def answer(self, line: str) -> None:
        """Do what one line asks for."""
        if line == "?":
            explain(self.session, dict.fromkeys([*self.actions, *WAYS]))
        elif line.isdecimal():
            self._open(int(line))
        elif slug := self._labelled(line):
            self._item(self.meeting, slug)
        elif not line:
            self._next()
        elif found := named(line, self.actions):
            self.actions[found[0]](found[1])
        elif not run_command(self.session, words_of(line)) and not follow(
            self.session, line, WAYS, self.meeting
        ):
            self.session.say("cli.plain.unknown", words=line)

    def _read(self) -> None:
        desk = self.session.desk
        board = desk.board_with_people()
        self._meetings, self._todo = board.meetings, next_task(board, desk.identity, desk.address)
        for problem in board.problems:
            self.session.tell(problem)

    def _show(self) -> None:
        if not self.session.attempt(self._read):
            return
        for entry in self._meetings:
            if entry.id == self.meeting:
                self._show_items(entry)
                return
        self.meeting = ""
        self.session.say("tui.board.title", name=self.session.desk.root.name)
        self.session.tell(f"{say('tui.board.next')} {self._todo.sentence}")
        for number, entry in enumerate(self._meetings, 1):
            self.session.tell(f"{number}. {entry.meeting.name}, {self._progress(entry)}")

    def _show_items(self, entry: BoardMeeting) -> None:
        self.session.tell(f"{entry.meeting.name}, {self._progress(entry)}")
        for number, line in enumerate(entry.items, 1):
            self.session.tell(f"{number}. {self._line(line)}")

    def _progress(self, entry: BoardMeeting) -> str:
        counts, total = entry.counts, entry.size
        words = [say("tui.board.approved", done=counts["approved"], n=total)]
        if counts["review"]:
            words.append(say("tui.board.in_review", n=counts["review"]))
        if counts["approved"] < total:
            days = timedelta(days=self.session.desk.workspace.settings.deadline_days)
            day = entry.meeting.deadline or entry.meeting.days[-1] + days
            late = day < self.session.now().date()
            words.append(say("tui.board.late" if late else "tui.board.due", day=format_date(day)))
        return ", ".join(words)

    def _line(self, line: BoardItem) -> str:
        status = say(f"common.status.{line.status}")
        if line.stale:
            status += f", {say('common.status.stale')}"
        who = line.approved_by or line.claim or line.written_by
        words = [f"{line.item.label} {line.item.title}", line.error or status]
        return ", ".join([*words, who] if who else words)

    # Answers

    def _open(self, number: int) -> None:
        if not self.meeting:
            if 0 < number <= len(self._meetings):
                self.meeting = self._meetings[number - 1].meeting.id
                self._show()
                return
            self.session.say("cli.errors.no_such_number", number=number, n=len(self._meetings))
            return
        entry = next(m for m in self._meetings if m.meeting.id == self.meeting)
        if 0 < number <= entry.size:
            self._item(self.meeting, entry.items[number - 1].item.slug)
        else:
            self.session.say("cli.errors.no_such_number", number=number, n=entry.size)

    def _labelled(self, words: str) -> str:
        """The slug of the item of the open meeting that is called so: `II.1`."""
        entry = next((m for m in self._meetings if m.id == self.meeting), None)
        wanted = words.strip().casefold()
        named = (each.item for each in entry.items) if entry and wanted else ()
        return next((item.slug for item in named if item.label.casefold() == wanted), "")

    def _next(self) -> None:
        task = self._todo
        if task.slug:
            self._item(task.meeting, task.slug)
        else:
            self.session.tell(task.sentence)

    def _item(self, meeting: str, slug: str) -> None:
        key: tuple[str, str] | None = (meeting, slug)
        while key is not None:
            key = ItemTalk(self.session, *key).talk()
        self._show()

    def _run(self, *words: str) -> None:
        run_command(self.session, list(words))

    def _compare(self) -> None:
        older = self.session.desk.older_meeting(self.meeting)
        if older is None:
            self.session.say("tui.board.nothing_older")
        else:
            self._run("compare", older, self.meeting)

    def _import(self, words: list[str]) -> None:
        """Show what was found in a report, and write it once the user says so."""
        name = " ".join(words) or self.session.ask(say("tui.import.path"))
        if name:
            self.session.attempt(lambda: self._import_file(Path(name.strip("\"'")).expanduser()))

    def _import_file(self, path: Path) -> None:
        from workflow.summaries.importing import NewMeeting

        session, desk = self.session, self.session.desk
        session.say("tui.import.reading", name=path.name)
        report = desk.read_report(path)
        council = "" if report.council else self._ask_council(report.language)
        if not report.dates:
            asked = f"{say('tui.import.date')} {say('tui.import.date_words')}"
            days = session.ask_for(asked, lambda words: days_of(words, report.language))
            report = replace(report, dates=days)
        plan = bringing.plan(desk, report, path, council)
        session.tell(f"{say('tui.import.recognised')} {plan.meeting.name}")
        if whose := bringing.whose_words(desk, report):
            session.tell(whose)
        for part in plan.report.parts:
            session.tell(f"{part.id} {part.title}, {say('tui.import.part', n=len(part.items))}")
            for item in part.items:
                sentences = say("tui.import.sentences", n=len(item.sentences))
                session.tell(f"{item.number} {item.title}, {sentences}")
        for notice in report.notices:
            session.say("cli.notice", line=notice.line, text=notice.text)
        if not isinstance(plan, NewMeeting):
            self._tell_changes(plan)
        if session.agrees(say("cli.plain.import")):
            self.meeting = bringing.write(desk, plan)
            session.tell(bringing.written_words(plan))
            self._show()

    def _ask_council(self, language: str) -> str:
        """The council of a report that names none: one that is known, or another."""
        known = bringing.councils(self.session.desk, language)
        for number, (_, words) in enumerate(known, 1):
            self.session.tell(f"{number}. {words}")
        asked = f"{say('tui.import.council')}. {say('cli.plain.number_or_name')}"

        def named(answer: str) -> str:
            if answer.isdecimal() and 0 < int(answer) <= len(known):
                return known[int(answer) - 1][0]
            if answer.isdecimal():
                raise WorkflowError("summaries.errors.bad_council", council=answer)
            name = council_slug(answer)
            meant = {key for key, words in known if has_words(answer, words)}
            return meant.pop() if len(meant) == 1 and name not in dict(known) else name

        return self.session.ask_for(asked, named)

    def _tell_changes(self, newer: "Reissue") -> None:
        """What a newer version of a report changes, item by item."""
        tell = self.session.tell
        tell(bringing.newer_words(newer))
        for change in newer.changes:
            stale = f", {say('tui.import.gets_stale')}" if change.stale else ""
            tell(f"~ {change.title}{stale}")
            for old, new in change.sentences:
                for sign, text in (("-", old), ("+", new)):
                    if text:
                        tell(f"{sign} {text}")

    def _up(self) -> None:
        self.meeting = ""
        self._show()

    def _leave(self) -> None:
        self._stopped = True
        self.session.say("cli.plain.bye")
