"""One agenda item of a Word briefing."""

from workflow.briefing.model import (
    ChangeRow,
    ItemSection,
    Line,
    PositionRow,
    RemarkNote,
)
from workflow.briefing.phrases import (
    CHANGE_HEADS,
    change_cells,
    changed_lines,
    full_title,
    item_status,
    missing_text,
    motion_words,
    needs_care,
    objection_words,
    promise_lead,
    promise_tail,
    short_name,
    step_tail,
    unmoved,
)
from workflow.briefing.word.markup import PLAIN, Look, run
from workflow.briefing.word.story import Story
from workflow.briefing.word.tables import Row, table


def item_section(story: Story, item: ItemSection) -> str:
    """Everything below the heading of an item."""
    margin = _Margin(story, item)
    return "".join(
        (
            _status(story, item, margin),
            _outcome(story, item, margin),
            _summary(story, item, margin),
            _positions(story, item, margin),
            _changes(story, item),
            _next_steps(story, item, margin),
            _commitments(story, item, margin),
        )
    )


class _Margin:
    """Puts every open question on the first line that rests on its sentence."""

    def __init__(self, story: Story, item: ItemSection) -> None:
        self.story = story
        lines = [*item.outcome, *item.summary, *(row.position for row in item.positions)]
        lines += [row.line for row in item.next_steps]
        lines += [row.line for row in item.commitments]
        cited = {number for line in lines for number in line.evidence}
        self.open = list(item.remarks)
        self.whole = [note for note in item.remarks if not cited.intersection(note.evidence)]

    def take(self, line: Line) -> list[RemarkNote]:
        """The questions that belong to this line and have no place yet."""
        found = [note for note in self.open if set(note.evidence) & set(line.evidence)]
        self.open = [note for note in self.open if note not in found]
        return found

    def write(self, line: Line, key: str, look: Look = PLAIN) -> str:
        """The line with its questions."""
        content = self.story.line(line, key, look)
        for note in self.take(line):
            content = self.story.comment(note, content)
        return content


def _heading(story: Story, key: str, **values: str) -> str:
    return story.paragraph("heading 3", run(story.words[key].format_map(values)))


def _status(story: Story, item: ItemSection, margin: _Margin) -> str:
    """One line on how far the text can be relied on, marked where staff have not judged it."""
    language = story.briefing.language
    whole = full_title(item, language)
    found = story.paragraph("Briefing Status", story.text(whole)) if whole else ""
    content = story.text(item_status(item, story.briefing))
    for note in margin.whole:
        content = story.comment(note, content)
    content += "".join(story.note_mark(number) for number in item.treatment.notes)
    style = "Briefing Notice" if needs_care(item) else "Briefing Status"
    return found + story.paragraph(style, content)


def _outcome(story: Story, item: ItemSection, margin: _Margin) -> str:
    label = f"{story.words['decided']}: "
    return "".join(
        story.paragraph(
            "Briefing Outcome",
            story.affix(line, label, Look(bold=True)) + margin.write(line, item.key),
            mark=story.paragraph_mark(line),
        )
        for line in item.outcome
    )


def _summary(story: Story, item: ItemSection, margin: _Margin) -> str:
    """The summary as one paragraph; tracked sentences each in their own."""
    if not item.summary:
        missing = missing_text(item, story.briefing.language)
        keep = "<w:keepNext/>" if item.positions else ""
        return story.paragraph("Normal", run(missing), keep) if missing else ""
    text = _heading(story, "summary")
    if any(line.is_changed for line in item.summary):
        return text + "".join(
            story.paragraph("Normal", margin.write(line, item.key), mark=story.paragraph_mark(line))
            for line in item.summary
        )
    written = [margin.write(line, item.key) for line in item.summary]
    return text + story.paragraph("Normal", run(" ").join(written))


def _positions(story: Story, item: ItemSection, margin: _Margin) -> str:
    if not item.positions:
        return ""
    text = _heading(story, "positions")
    objections = objection_words(item, story.briefing.language)
    if objections:
        words = story.words["objections_line"].format(actors=objections)
        text += story.paragraph("Briefing Objections", run(words, Look(bold=True)))
    heads = [story.words[key] for key in ("who", "stance", "position")]
    rows = [_position_row(story, item, row, margin) for row in item.positions]
    name = short_name(item, story.briefing.language)
    title = story.words["table_positions"].format(item=name)
    # A stance and the one that it replaces are one word for whoever breaks lines.
    tracked = any(row.stance.is_changed for row in item.positions)
    return text + table(story, title, heads, (22, 21, 57) if tracked else (24, 16, 60), rows)


def _position_row(story: Story, item: ItemSection, row: PositionRow, margin: _Margin) -> Row:
    looks = (Look(bold=row.own), Look(bold=row.objection), PLAIN)
    cells = tuple(
        story.paragraph(
            "Briefing Table Text",
            margin.write(cell, item.key, look),
            mark=story.paragraph_mark(cell),
        )
        for cell, look in zip((row.actor.capitalised(), *row.cells[1:]), looks, strict=True)
    )
    return Row(cells, story.row_mark(row))


def _changes(story: Story, item: ItemSection) -> str:
    lines = unmoved(item, story.briefing.language)
    if not (item.changes or lines):
        return ""
    text = _heading(story, "changes", since=item.since)
    if item.changes:
        heads = [story.words[key] for key in CHANGE_HEADS]
        rows = [_change_row(story, item, row) for row in item.changes]
        name = short_name(item, story.briefing.language)
        title = story.words["table_changes"].format(item=name, since=item.since)
        text += table(story, title, heads, (19, 15, 33, 33), rows)
    return text + "".join(story.paragraph("Briefing Unmoved", run(line)) for line in lines)


def _change_row(story: Story, item: ItemSection, row: ChangeRow) -> Row:
    who, change, *_ = change_cells(row, story.words)
    older, newer = (run(head) + story.line(line) for head, line in changed_lines(row, story.words))
    contents = (
        run(who),
        run(change, Look(bold=row.kind == "reversed")),
        older,
        newer + story.evidence(item.key, row.evidence),
    )
    return Row(tuple(story.paragraph("Briefing Table Text", content) for content in contents))


def _next_steps(story: Story, item: ItemSection, margin: _Margin) -> str:
    if not item.next_steps:
        return ""
    text = _heading(story, "next_steps")
    for row in item.next_steps:
        content = _before(story, row.when) + margin.write(row.line, item.key)
        content += story.line(step_tail(row))
        mark = story.paragraph_mark(row.line)
        text += story.paragraph("List Bullet", content, mark=mark)
    return text


def _before(story: Story, label: Line) -> str:
    """What stands before a line, with its colon."""
    if not (label.text or label.is_changed):
        return ""
    return story.line(label, "", Look(bold=True)) + story.affix(label, ": ", Look(bold=True))


def _commitments(story: Story, item: ItemSection, margin: _Margin) -> str:
    if not (item.commitments or item.motions):
        return ""
    text = _heading(story, "commitments")
    for row in item.commitments:
        content = _before(story, promise_lead(row, story.words))
        content += margin.write(row.line, item.key) + story.line(promise_tail(row))
        mark = story.paragraph_mark(row.line)
        text += story.paragraph("List Bullet", content, mark=mark)
    for line in item.motions:
        lead, told = motion_words(line, story.words)
        label = run(f"{lead}: ", Look(bold=True)) if lead else ""
        text += story.paragraph("List Bullet", label + story.line(told, item.key))
    return text
