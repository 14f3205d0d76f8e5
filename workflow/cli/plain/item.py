"""One item as lines: the five steps, each said in full, each answer announced."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from workflow.cli.plain.positions import PositionsTalk
from workflow.cli.plain.session import Action, Over, Session, explain, named, run_command, words_of
from workflow.cli.plain.showing import show_findings, show_source, show_state, show_summary
from workflow.cli.plain.ways import follow, ways_of
from workflow.errors import WorkflowError
from workflow.languages import say
from workflow.summaries import edits
from workflow.summaries.itemfile import parse_sentence
from workflow.summaries.merge import apply_proposal
from workflow.summaries.model import Dismissal, Finding, Remark, Summary, SummarySentence
from workflow.summaries.running import new_lines_apart, one_a_line
from workflow.tui.answers import Opened
from workflow.tui.keeping import left_over_words

WAYS = ways_of("item", "source", "positions", "findings", "editor")
"""What the keys of other panes come to, as commands."""
STEPS = ("read", "positions", "summary", "check", "handover")


class ItemTalk:
    """Leads through one item; answers which item comes next, or None for the board."""

    def __init__(self, session: Session, meeting: str, slug: str) -> None:
        self.session = session
        self.key = (meeting, slug)
        self.step = "read"
        self.opened: Opened
        self.summary: Summary
        self.findings: tuple[Finding, ...] = ()
        self._undo: list[Summary] = []
        self._following: tuple[str, str] | None = None
        self._left = self._stale = False

    def talk(self) -> tuple[str, str] | None:
        """Show the item, and do what is asked until it is left."""
        if not self.session.attempt(self._open):
            return None
        try:
            self._offer_left_over()
            self.show_step()
            while not self._left:
                line = self.session.ask(say(f"cli.plain.{self.step}"))
                self.session.attempt(partial(self.answer, line))
        except (Over, KeyboardInterrupt):
            self.session.attempt(self._keep)
            raise
        return self._following

    @property
    def actions(self) -> Mapping[str, Action]:
        """What can be asked in the present step."""
        found: dict[str, Action] = {
            **{f"item.{step}": self._to(step) for step in STEPS},
            "item.next_step": lambda _: self._move(1),
            "item.previous_step": lambda _: self._move(-1),
            "item.undo": lambda _: self._take_back(),
            "item.comment": self._comment,
            "item.submit": lambda _: self._hand_over(),
            "item.changes": self._ask_changes,
            "item.reopen": lambda _: self._state("reopen"),
            "item.claim": lambda _: self._claim(),
            "item.save": lambda _: self._save(),
            "item.next_item": lambda _: self._next_item(),
            "item.back": lambda _: self._leave(),
        }
        if self.step == "positions":
            return PositionsTalk(self).actions | found
        if self.step == "summary":
            return self._writing | found
        if self.step == "check":
            return {"findings.fix": self._fix, "findings.dismiss": self._dismiss} | found
        return found

    @property
    def _writing(self) -> dict[str, Action]:
        return {
            "draft.accept_all": lambda _: self._take_draft(),
            "source.add_position": self._add_sentence,
            "positions.edit": self._edit_sentence,
            "positions.reject": self._remove_sentence,
            "editor.external": lambda _: self._outside(),
        }

    def answer(self, line: str) -> None:
        """Do what one line asks for."""
        if line == "?":
            explain(self.session, dict.fromkeys([*self.actions, *WAYS]))
        elif not line:
            self._on()
        elif self.step == "positions" and line.isdecimal() and int(line) > 0:
            PositionsTalk(self).ask_about(int(line))
        elif found := named(line, self.actions):
            self.actions[found[0]](found[1])
        elif self.step == "summary" and len(line.split()) > 2:
            self._add_sentence([line])
        elif not run_command(self.session, words_of(line)) and not follow(
            self.session, line, WAYS, *self.key
        ):
            self.session.say("cli.plain.unknown", words=line)

    # The item

    def _open(self) -> None:
        self.take(self.session.desk.open_item(*self.key))
        opened = self.opened
        status = say(f"common.status.{opened.summary.status}")
        self.session.tell(f"{opened.entry.label} {opened.entry.title}, {status}")
        for problem in opened.problems:
            self.session.tell(problem)

    def take(self, opened: Opened) -> None:
        """Go on with the item as it was read."""
        self.opened, self.summary = opened, opened.summary
        self._stale = False
        self._undo.clear()

    def change(self, summary: Summary, key: str = "", /, **values: object) -> None:
        """Take a new state, keep it on disk as a draft, and say what happened."""
        if summary == self.summary:
            self.session.say("history.unchanged")
            return
        self._undo.append(self.summary)
        self.summary = summary
        self.session.desk.keep_draft(self.opened, summary)
        if key:
            self.session.say(key, **values)

    def _take_back(self) -> None:
        if not self._undo:
            self.session.say("tui.item.nothing_to_undo")
            return
        self.summary = self._undo.pop()
        self.session.desk.keep_draft(self.opened, self.summary)
        self.session.say("tui.item.undone")

    def _offer_left_over(self) -> None:
        left = self.session.desk.left_over(self.opened)
        if left is None:
            return
        for line in left_over_words(left, lambda when: f"{when.astimezone():%Y-%m-%d %H:%M}"):
            self.session.tell(line)
        before = set(self.opened.text.splitlines())
        for line in left.text.splitlines():
            if line not in before:
                self.session.tell(f"+ {line}")
        for line in self.opened.text.splitlines():
            if line not in set(left.text.splitlines()):
                self.session.tell(f"- {line}")
        if self.session.agrees(say("cli.plain.go_on")):
            self.session.desk.put_off(left, off=False)
            self._stale = left.stale
            self.change(left.summary, "cli.plain.recovered")
        else:
            self.session.desk.forget_left_over(self.opened, left)

    # Steps

    def _to(self, step: str) -> Action:
        def go(_: list[str]) -> None:
            self.step = step
            self.show_step()

        return go

    def _move(self, by: int) -> None:
        place = STEPS.index(self.step) + by
        if place == len(STEPS):
            self._next_item()
            return
        self._to(STEPS[max(0, place)])([])

    def _on(self) -> None:
        """What Enter alone does: the next thing that waits."""
        if self.step == "positions" and PositionsTalk(self).waiting:
            PositionsTalk(self).ask_about(1)
        elif self.step == "handover":
            self._hand_over()
        else:
            self._move(1)

    def show_step(self) -> None:
        """Say all of the present step."""
        number = STEPS.index(self.step) + 1
        self.session.say("cli.plain.step", n=number, name=say(f"tui.steps.{self.step}_title"))
        show: Mapping[str, Callable[[], None]] = {
            "read": lambda: show_source(self),
            "positions": lambda: PositionsTalk(self).show(),
            "summary": lambda: show_summary(self),
            "check": lambda: show_findings(self),
            "handover": lambda: show_state(self),
        }
        show[self.step]()

    # Writing

    def _set(self, sentences: list[SummarySentence], key: str, **values: object) -> None:
        self.change(replace(self.summary, sentences=tuple(sentences)), key, **values)

    def _take_draft(self) -> None:
        if self.summary.sentences:
            raise WorkflowError("cli.errors.already_written", item=self.opened.entry.label)
        drafted = edits.accept_draft(self.summary, self.opened.item, self.opened.draft)
        self.change(drafted, "tui.item.draft_taken")
        left_out = " ".join(f"s{number}" for number in self.opened.draft.left_out)
        if left_out:
            self.session.tell(f"{say('tui.draft.left_out')} {left_out}")

    def _typed(self, words: list[str]) -> tuple[SummarySentence, ...]:
        text = " ".join(words) or self.session.ask(say("cli.plain.sentence"))
        apart = one_a_line(text, self.opened.meeting.language)
        return edits.sentences_of(apart, self.opened.item, self.summary.sentences)

    def _add_sentence(self, words: list[str]) -> None:
        typed = self._typed(words)
        if typed:
            place = len(self.summary.sentences) + len(typed)
            self._set([*self.summary.sentences, *typed], "cli.plain.added", n=place)

    def _place(self, words: list[str]) -> int:
        from workflow.cli.writing import chosen_numbers

        return chosen_numbers(words[:1] or ["0"], len(self.summary.sentences))[0]

    def _edit_sentence(self, words: list[str]) -> None:
        place = self._place(words)
        typed = self._typed(words[1:])
        if typed:
            sentences = list(self.summary.sentences)
            sentences[place : place + 1] = typed
            self._set(sentences, "cli.plain.changed", n=place + 1)

    def _remove_sentence(self, words: list[str]) -> None:
        place = self._place(words)
        sentences = list(self.summary.sentences)
        del sentences[place]
        self._set(sentences, "cli.plain.removed", n=place + 1)

    def _outside(self) -> None:
        from workflow.editor import edit_text

        before = edits.text_of(self.summary.sentences)
        text = new_lines_apart(edit_text(before), before, self.opened.meeting.language)
        old = self.opened.summary.sentences
        self._set([*edits.sentences_of(text, self.opened.item, old)], "cli.plain.taken")
        self.show_step()

    # Findings

    def _finding(self, words: list[str]) -> Finding:
        from workflow.cli.writing import chosen_numbers

        return self.findings[chosen_numbers(words[:1] or ["0"], len(self.findings))[0]]

    def _fix(self, words: list[str]) -> None:
        finding = self._finding(words)
        text = edits.fixed(edits.text_of(self.summary.sentences), finding)
        if text is None:
            raise WorkflowError("tui.findings.no_fix")
        old = self.summary.sentences
        self._set(
            [*edits.sentences_of(text, self.opened.item, old)],
            "tui.findings.fixed", words=finding.words, replacement=finding.replacement,
        )  # fmt: skip
        show_findings(self)

    def _dismiss(self, words: list[str]) -> None:
        finding = self._finding(words)
        reason = " ".join(words[1:]) or self.session.ask(say("tui.findings.dismiss_title"))
        if reason:
            entry = Dismissal(finding.check, finding.words, reason)
            self.change(replace(self.summary, dismissals=(*self.summary.dismissals, entry)))
            show_findings(self)

    # Handing over

    def _comment(self, words: list[str]) -> bool:
        text = " ".join(words) or self.session.ask(say("tui.item.comment"))
        if text:
            sentence = parse_sentence(text)
            day = self.session.now().date().isoformat()
            person = self.session.desk.identity
            remark = Remark(sentence.text, person, day, False, sentence.evidence)
            self.change(edits.add_remark(self.summary, remark), "tui.item.commented")
        return bool(text)

    def _claim(self) -> None:
        person = self.session.desk.identity
        mine = self.summary.claim == person
        key = "tui.item.let_go" if mine else "tui.item.claimed"
        self.change(replace(self.summary, claim="" if mine else person), key)

    def _save(self) -> None:
        """Save as a version; where a colleague saved meanwhile, take both versions together."""
        if self.summary == self.opened.summary:
            self.session.say("tui.item.nothing_to_save")
            return
        desk, was = self.session.desk, self.opened.summary
        try:
            self.take(desk.save(self.opened, self.summary, stale=self._stale))
        except WorkflowError as error:
            if type(error).__name__ != "SaveConflict":
                raise
            again, both = desk.merge(self.opened, self.summary)
            self.take(again)
            self.change(both.summary, "tui.merge.done")
            for proposal in both.proposals:
                self.session.tell(f"{say('tui.merge.theirs')} {proposal.theirs}")
                self.session.tell(f"{say('tui.merge.mine')} {proposal.mine}")
                if self.session.agrees(say("cli.plain.mine")):
                    self.change(apply_proposal(self.summary, proposal, "mine"))
            self.take(desk.save(self.opened, self.summary, stale=self._stale))
        self.session.say(f"tui.item.{edits.after_save(was, self.summary)}")

    def _keep(self) -> None:
        if self.summary != self.opened.summary:
            self._save()

    def _state(self, action: str) -> None:
        self._keep()
        self.take(self.session.desk.move(self.opened, action))
        self.session.say(f"tui.item.done_{action}")

    def _hand_over(self) -> None:
        action = "approve" if self.summary.status == "review" else "submit"
        if not self.summary.sentences and action == "submit":
            raise WorkflowError("tui.item.nothing_written")
        errors = sum(finding.severity == "error" for finding in self.findings)
        if errors and not self.session.agrees(say(f"cli.plain.errors_{action}", n=errors)):
            return
        self._state(action)

    def _ask_changes(self, words: list[str]) -> None:
        if self.summary.status != "review":
            raise WorkflowError("tui.item.not_in_review")
        if self._comment(words):
            self._state("reopen")

    def _next_item(self) -> None:
        self._keep()
        self._following = self.session.desk.next_for(*self.key)
        if self._following is None:
            self.session.say("tui.item.nothing_left")
        self._left = True

    def _leave(self) -> None:
        self._keep()
        self._left = True
