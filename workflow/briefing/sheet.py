"""What a briefing shows as one text, block after block.

Markdown and HTML show the same in the same order; each says in a class of its own how a block
looks. *Marked* text is text in which the signs of the form already stand.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from workflow.briefing.chapters import OverviewRow
from workflow.briefing.model import (
    Briefing,
    CommitmentRow,
    ItemSection,
    Line,
    NextStepRow,
    PartSection,
    PositionRow,
)
from workflow.briefing.phrases import (
    CHANGE_HEADS,
    anchor,
    anchors,
    annex_intro,
    as_label,
    change_cells,
    changed_lines,
    commitment_table,
    full_title,
    heading_anchor,
    highlights_title,
    lists_undiscussed,
    missing_text,
    more_changes,
    motion_words,
    no_highlights,
    notices,
    objection_words,
    overview_cells,
    overview_words,
    promise_lead,
    promise_tail,
    step_tail,
    undiscussed_intro,
    undiscussed_table,
    unmoved,
)
from workflow.briefing.progress import Proceed, Progress
from workflow.briefing.urls import source_url
from workflow.languages import labels


class Sheet(ABC):
    """Sets one briefing; its texts are clean already."""

    def __init__(self, briefing: Briefing, proceed: Proceed | None = None) -> None:
        self.briefing = briefing
        self.words = labels(briefing.language, "briefing.document")
        self._progress = Progress(len(briefing.items), proceed)
        self._anchors = anchors(briefing)

    # How things look

    @abstractmethod
    def text(self, words: str) -> str:
        """Plain text, marked."""

    def told(self, sign: str, words: str) -> str:
        """A changed piece of a line: a sentence that moved to here says that it did."""
        if sign != ">":
            return words
        rest = words[len(words.rstrip()) :]
        return self.words["moved_here"].format(text=words.rstrip()) + rest

    @abstractmethod
    def linked(self, words: str) -> str:
        """The same with its references as links."""

    @abstractmethod
    def strong(self, marked: str) -> str:
        """What has weight."""

    @abstractmethod
    def link(self, marked: str, target: str) -> str:
        """A way to another place in the text, or to an address."""

    @abstractmethod
    def wording(self, line: Line) -> str:
        """A line with its changes."""

    @abstractmethod
    def notes(self, numbers: Sequence[int]) -> str:
        """Marks of footnotes."""

    @abstractmethod
    def evidence_marks(self, marks: str) -> str:
        """The marks of evidence behind a line."""

    @abstractmethod
    def heading(self, level: int, marked: str, name: str = "") -> str:
        """A heading, with a name that links lead to."""

    @abstractmethod
    def paragraph(self, marked: str) -> str:
        """A block of text; nothing where there is none."""

    @abstractmethod
    def entries(self, entries: Sequence[str]) -> str:
        """A list."""

    @abstractmethod
    def table(self, title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
        """A table of marked cells below plain heads."""

    @abstractmethod
    def facts(self, facts: Sequence[tuple[str, str]]) -> str:
        """What the title block says: plain labels and marked values."""

    @abstractmethod
    def notice(self, words: str) -> str:
        """What a reader should know first."""

    def result(self, words: str) -> str:
        """One of the key results of a part, marked."""
        return self.linked(words)

    @abstractmethod
    def results_head(self, part: str) -> str:
        """What stands above the results of a part."""

    @abstractmethod
    def contents(self) -> list[str]:
        """Links to the items."""

    @abstractmethod
    def status(self, item: ItemSection) -> str:
        """Whose text an item's is, and how far it is."""

    @abstractmethod
    def decided(self, marked: str) -> str:
        """What was decided."""

    @abstractmethod
    def sentences(self, lines: Sequence[str]) -> str:
        """The sentences of a summary."""

    @abstractmethod
    def remark(self, author: str, words: str) -> str:
        """A remark of a colleague."""

    @abstractmethod
    def position(self, row: PositionRow, key: str) -> list[str]:
        """The marked cells of a position."""

    @abstractmethod
    def quotes(self, item: ItemSection) -> str:
        """The quoted sentences of an item."""

    @abstractmethod
    def footnotes(self) -> list[str]:
        """The notes of the report."""

    # What is shown

    def blocks(self) -> list[str]:
        """The whole briefing in its order."""
        found = [
            *self._front(),
            *self._highlights(),
            *self.contents(),
            *self._overview(),
            *(block for part in self.briefing.parts for block in self._part(part)),
            *self._commitments(),
            *self._timeline(),
            *self._undiscussed(),
            *self._annex(),
            *self.footnotes(),
        ]
        return [block for block in found if block]

    def line(self, line: Line, key: str) -> str:
        """A line with its changes, evidence and note marks."""
        evidence = self.evidence(key, line.evidence) if line.text else ""
        return self.wording(line) + evidence + self.notes(line.notes)

    def evidence(self, key: str, numbers: Sequence[int]) -> str:
        """Marks that lead to the quoted sentences."""
        if not numbers or not key:
            return ""
        found = []
        for number in numbers:
            name = anchor(key, number)
            mark = f"s{number}"
            found.append(self.link(mark, f"#{name}") if name in self._anchors else mark)
        return self.evidence_marks(" ".join(found))

    def to_item(self, words: str, key: str, language: str = "") -> str:
        """A link to an item, whose title may be in another language."""
        return self.link(self.spoken(words, language), f"#{heading_anchor(key)}")

    def spoken(self, words: str, language: str) -> str:
        """Plain text in a language, marked; empty for the briefing's own."""
        return self.text(words)

    def title(self, level: int, key: str, **values: str) -> str:
        """A heading in the words of the catalogue."""
        return self.heading(level, self.text(self.words[key].format_map(values)))

    def _p(self, words: str) -> str:
        return self.paragraph(self.text(words)) if words else ""

    def _front(self) -> list[str]:
        """Title block and key results."""
        briefing = self.briefing
        facts = []
        for label, value in briefing.facts:
            address = source_url(briefing) if label == self.words["source"] else ""
            shown = self.link(self.text(value), address) if address else self.linked(value)
            facts.append((label, shown))
        found = [self.heading(1, self.text(briefing.title)), self.facts(facts)]
        found += [self.notice(each) for each in notices(briefing)]
        parts = [part for part in briefing.parts if part.results]
        if parts:
            found.append(self.title(2, "results"))
        for part in parts:
            found.append(self.results_head(part.heading) if part.heading else "")
            found.append(self.entries([self.result(each) for each in part.results]))
        return found

    def _highlights(self) -> list[str]:
        """The changes that matter most."""
        briefing = self.briefing
        if not briefing.since:
            return []
        lines = [
            self.text(each.before) + self.to_item(each.name, each.key) + self.text(each.after)
            for each in briefing.highlights
        ]
        return [
            self.heading(2, self.text(highlights_title(briefing))),
            self.entries(lines) if lines else self._p(no_highlights(briefing)),
            self._p(more_changes(briefing)),
        ]

    def _overview(self) -> list[str]:
        """One line per item."""
        briefing = self.briefing
        if not briefing.overview:
            return []
        intro, heads = overview_words(briefing)
        rows = [self._overview_row(row) for row in briefing.overview]
        table = self.table(self.words["table_overview"], heads, rows)
        return [self.title(2, "overview"), self._p(intro), table]

    def _overview_row(self, row: OverviewRow) -> list[str]:
        none, *rest = map(self.text, overview_cells(row, self.briefing))
        told = (self.text(row.undecided), self.spoken(row.outcome, row.language))
        objections = self.strong(self.text(row.objections)) if row.objections else ""
        outcome = "<br>".join(filter(None, (" ".join(filter(None, told)), objections)))
        return [self.to_item(row.name, row.key, row.language), outcome or none, *rest]

    def _part(self, part: PartSection) -> list[str]:
        """A part with its items."""
        if not part.items:
            return []
        found = [self.heading(2, self.text(part.heading or self.words["items"]))]
        for item in part.items:
            name = self.spoken(item.heading, item.language)
            found.append(self.heading(3, name, heading_anchor(item.key)))
            found += self._item(item)
            self._progress.step()
        return found

    def _item(self, item: ItemSection) -> list[str]:
        language = self.briefing.language
        found = [self.paragraph(self.linked(full_title(item, language))), self.status(item)]
        found += [self.decided(self._outcome(line, item.key)) for line in item.outcome]
        lines = [self.line(line, item.key) for line in item.summary]
        if lines:
            found += [self.title(4, "summary"), self.sentences(lines)]
        found.append(self._p(missing_text(item, language)))
        found += self._positions(item) + self._changes(item) + self._rest(item)
        author = self.words["remark"]
        return found + [self.remark(each.author or author, each.text) for each in item.remarks]

    def _outcome(self, line: Line, key: str) -> str:
        decided = self.words["decided"]
        label = Line("", older=decided) if line.is_dropped else Line(decided)
        if line.is_new:
            label = Line(decided, older="")
        return self._before(label) + self.line(line, key)

    def _positions(self, item: ItemSection) -> list[str]:
        if not item.positions:
            return []
        objections = objection_words(item, self.briefing.language)
        words = self.words["objections_line"].format(actors=objections) if objections else ""
        heads = [self.words[key] for key in ("who", "stance", "position")]
        rows = [self.position(row, item.key) for row in item.positions]
        title = self.words["table_positions"].format(item=item.heading)
        return [
            self.title(4, "positions"),
            self.paragraph(self.strong(self.text(words))) if words else "",
            self.table(title, heads, rows),
        ]

    def _changes(self, item: ItemSection) -> list[str]:
        told = unmoved(item, self.briefing.language)
        if not (item.changes or told):
            return []
        found = [self.title(4, "changes", since=item.since)]
        rows = []
        for row in item.changes:
            who, change, *_ = change_cells(row, self.words)
            lines = changed_lines(row, self.words)
            then, now = (self.text(stance) + self.wording(line) for stance, line in lines)
            now += self.evidence(item.key, row.evidence)
            rows.append([self.text(who), self.text(change), then, now])
        if rows:
            title = self.words["table_changes"].format(item=item.heading, since=item.since)
            found.append(self.table(title, [self.words[key] for key in CHANGE_HEADS], rows))
        return found + [self._p(line) for line in told]

    def _rest(self, item: ItemSection) -> list[str]:
        found = []
        if item.next_steps:
            steps = [self._next_step(row, item.key) for row in item.next_steps]
            found += [self.title(4, "next_steps"), self.entries(steps)]
        promised = [self._promise(row, item.key) for row in item.commitments]
        promised += [self._motion(line, item.key) for line in item.motions]
        if promised:
            found += [self.title(4, "commitments"), self.entries(promised)]
        return found

    def _motion(self, line: Line, key: str) -> str:
        lead, told = motion_words(line, self.words)
        label = self.strong(self.text(lead) + ":") + " " if lead else ""
        return label + self.line(told, key)

    def _next_step(self, row: NextStepRow, key: str) -> str:
        return self._before(row.when) + self.line(row.line, key) + self.wording(step_tail(row))

    def _promise(self, row: CommitmentRow, key: str) -> str:
        lead, tail = promise_lead(row, self.words), promise_tail(row)
        return self._before(lead) + self.line(row.line, key) + self.wording(tail)

    def _before(self, label: Line) -> str:
        """What stands before a line, with its colon."""
        shown = self.wording(as_label(label))
        return self.strong(shown) + " " if shown else ""

    def _commitments(self) -> list[str]:
        """All promises to parliament."""
        rows = self.briefing.commitments
        if not rows:
            return [self.title(2, "all_commitments"), self._p(self.words["no_commitments"])]
        heads, cells = commitment_table(self.briefing)
        table = [
            [self.to_item(label, row.key), self.linked(words), *map(self.text, rest)]
            for row, (label, words, *rest) in zip(rows, cells, strict=True)
        ]
        return [
            self.title(2, "all_commitments"),
            self.table(self.words["table_commitments"], heads, table),
        ]

    def _timeline(self) -> list[str]:
        """The topic over all meetings."""
        if not self.briefing.timeline:
            return []
        heads, *rows = self.briefing.timeline
        marked = [[self.text(cell) for cell in row] for row in rows]
        return [self.title(2, "timeline"), self.table(self.words["table_timeline"], heads, marked)]

    def _undiscussed(self) -> list[str]:
        """Topics that did not come back."""
        briefing = self.briefing
        if not lists_undiscussed(briefing):
            return []
        heads, rows = undiscussed_table(briefing)
        marked = [[self.text(cell) for cell in row] for row in rows]
        return [
            self.title(2, "undiscussed"),
            self._p(undiscussed_intro(briefing)),
            self.table(self.words["table_undiscussed"], heads, marked) if marked else "",
        ]

    def _annex(self) -> list[str]:
        """The quoted sentences."""
        found = [self.title(2, "annex"), self._p(annex_intro(self.briefing))]
        parts = [part for part in self.briefing.parts if any(i.quotes for i in part.items)]
        for part in parts:
            level = 3
            if part.heading and len(parts) > 1:
                found.append(self.title(level, "annex_part", part=part.heading))
                level = 4
            for item in (each for each in part.items if each.quotes):
                name = self.to_item(item.heading, item.key, item.language)
                found += [self.heading(level, name), self.quotes(item)]
        return found
