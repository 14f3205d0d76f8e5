"""The writer of Markdown, which is also the preview on screen."""

import re
from collections.abc import Sequence

from workflow.briefing.chapters import OverviewRow
from workflow.briefing.links import find_links
from workflow.briefing.model import Briefing, ItemSection, Line, PartSection, PositionRow
from workflow.briefing.overview import fitted
from workflow.briefing.phrases import (
    CHANGE_HEADS,
    anchor,
    anchors,
    annex_intro,
    change_cells,
    commitment_table,
    commitment_tail,
    full_title,
    heading_anchor,
    item_status,
    lead_of,
    lists_undiscussed,
    missing_text,
    more_changes,
    needs_care,
    notices,
    objection_words,
    overview_cells,
    overview_words,
    quote_label,
    undiscussed_intro,
    undiscussed_table,
    unmoved,
)
from workflow.briefing.progress import Proceed, Progress
from workflow.briefing.redline import pieces
from workflow.briefing.urls import source_url
from workflow.languages import labels

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")
_LEADING = re.compile(r"^(\s*)([-+=]|\d+[.)])", re.MULTILINE)


def render_markdown(briefing: Briefing, proceed: Proceed | None = None) -> str:
    """The briefing as CommonMark with tables and footnotes; texts are clean already."""
    writer = _Writer(briefing, Progress(len(briefing.items), proceed))
    blocks = [
        *writer.front(),
        *writer.highlights(),
        *writer.overview(),
        *writer.contents(),
        *(block for part in briefing.parts for block in writer.part(part)),
        *writer.commitments(),
        *writer.timeline(),
        *writer.undiscussed(),
        *writer.annex(),
        *writer.footnotes(),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def escape(text: str) -> str:
    """Text in which nothing has a meaning for Markdown."""
    text = _SIGNS.sub(r"\\\1", text).replace("&", "&amp;")
    return _LEADING.sub(
        lambda found: (
            f"{found[1]}\\{found[2]}"
            if not found[2][0].isdigit()
            else f"{found[1]}{found[2][:-1]}\\{found[2][-1]}"
        ),
        text,
    )


def linked(text: str) -> str:
    """Escaped text with its references as links; line breaks stay."""
    parts, at = [], 0
    for link in find_links(text):
        parts += [escape(text[at : link.start])] if link.start > at else []
        parts.append(f"[{escape(text[link.start : link.end])}](<{link.url}>)")
        at = link.end
    rest = _SIGNS.sub(r"\\\1", text[at:]).replace("&", "&amp;") if at else escape(text)
    return "".join([*parts, rest]).replace("\n", "\\\n").replace("\t", " ")


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(
        "| " + " | ".join(cell.replace("\\\n", "<br>") or " " for cell in line) + " |"
        for line in lines
    )


class _Writer:
    """Sets one briefing."""

    def __init__(self, briefing: Briefing, progress: Progress) -> None:
        self.briefing = briefing
        self.progress = progress
        self.words = labels(briefing.language, "briefing.document")
        self.anchors = anchors(briefing)

    def line(self, line: Line, key: str, *, cell: bool = False) -> str:
        """A line with its changes, evidence and note marks."""
        if line.is_changed:
            marks = {"=": "", "-": "~~", "+": "**"}
            text = "".join(
                _marked(linked(piece), marks[sign]) for sign, piece in pieces(line) if piece
            )
        else:
            text = linked(line.text)
        if line.text:
            text += self.evidence(key, line.evidence)
        return text + "".join(f"[^{number}]" for number in line.notes)

    def evidence(self, key: str, numbers: Sequence[int]) -> str:
        """Marks that lead to the quoted sentences."""
        if not numbers or not key:
            return ""
        marks = " ".join(
            f"[s{n}](#{anchor(key, n)})" if anchor(key, n) in self.anchors else f"s{n}"
            for n in numbers
        )
        return f" <sup>{marks}</sup>"

    def front(self) -> list[str]:
        """Title block and key results."""
        briefing = self.briefing
        facts = []
        for label, value in briefing.facts:
            text = linked(value)
            if label == self.words["source"] and source_url(briefing):
                text = f"[{escape(value)}](<{source_url(briefing)}>)"
            facts.append(f"- **{escape(label)}:** {text}")
        told = [f"> {escape(text)}" for text in notices(briefing)]
        found = [f"# {escape(briefing.title)}", "\n".join(facts), *told, self._h(2, "results")]
        parts = [part for part in briefing.parts if part.results]
        if not parts:
            return found[:-1]
        for part in parts:
            if part.heading:
                found.append(f"**{escape(self.words['results_part'].format(part=part.heading))}**")
            found.append("\n".join(f"- {linked(result)}" for result in part.results))
        return found

    def _h(self, level: int, key: str, **values: str) -> str:
        return "#" * level + " " + escape(self.words[key].format_map(values))

    def highlights(self) -> list[str]:
        """The changes that matter most."""
        briefing = self.briefing
        if not briefing.since:
            return []
        found = [self._h(2, "highlights", since=briefing.since)]
        lines = [
            f"- {escape(each.before)}[{escape(each.name)}](#{heading_anchor(each.key)})"
            f"{escape(each.after)}"
            for each in briefing.highlights
        ]
        found.append("\n".join(lines) or escape(self.words["no_highlights"]))
        return [*found, escape(more_changes(briefing))]

    def overview(self) -> list[str]:
        """One line per item."""
        briefing = self.briefing
        if not briefing.overview:
            return []
        intro, heads = overview_words(briefing)
        rows = [self._overview_row(row) for row in fitted(briefing)]
        return [self._h(2, "overview"), escape(intro), _table([escape(h) for h in heads], rows)]

    def _overview_row(self, row: OverviewRow) -> list[str]:
        outcome, *rest = map(escape, overview_cells(row, self.briefing))
        if row.objections:
            outcome += f"<br>**{escape(row.objections)}**"
        return [f"[{escape(row.name)}](#{heading_anchor(row.key)})", outcome, *rest]

    def contents(self) -> list[str]:
        """Links to the items."""
        lines = []
        for part in self.briefing.parts:
            indent = ""
            if part.items and part.heading:
                lines.append(f"- {escape(part.heading)}")
                indent = "  "
            lines += [
                f"{indent}- [{escape(item.heading)}](#{heading_anchor(item.key)})"
                for item in part.items
            ]
        return [self._h(2, "contents"), "\n".join(lines)] if lines else []

    def part(self, part: PartSection) -> list[str]:
        """A part with its items."""
        if not part.items:
            return []
        found = [f"## {escape(part.heading or self.words['items'])}"]
        for item in part.items:
            found.append(f'<a id="{heading_anchor(item.key)}"></a>')
            found.append(f"### {escape(item.heading)}")
            found += self._item(item)
            self.progress.step()
        return found

    def _item(self, item: ItemSection) -> list[str]:
        notes = "".join(f"[^{number}]" for number in item.treatment.notes)
        whole = full_title(item, self.briefing.language)
        found = [linked(whole)] if whole else []
        status = linked(item_status(item, self.briefing))
        found.append((f"> **{status}**" if needs_care(item) else f"*{status}*") + notes)
        label = f"**{escape(self.words['decided'])}:** "
        found += [label + self.line(line, item.key) for line in item.outcome]
        lines = [self.line(line, item.key) for line in item.summary]
        if lines:
            found += [self._h(4, "summary"), "\n".join(lines)]
        found.append(escape(missing_text(item, self.briefing.language)))
        found += self._positions(item) + self._changes(item) + self._rest(item)
        for remark in item.remarks:
            author = remark.author or self.words["remark"]
            found.append(f"> **{escape(author)}:** {linked(remark.text)}")
        return found

    def _positions(self, item: ItemSection) -> list[str]:
        if not item.positions:
            return []
        found = [self._h(4, "positions")]
        objections = objection_words(item, self.briefing.language)
        if objections:
            words = self.words["objections_line"].format(actors=objections)
            found.append(f"**{escape(words)}**")
        heads = [escape(self.words[key]) for key in ("who", "stance", "position")]
        rows = [self._position(row, item.key) for row in item.positions]
        return [*found, _table(heads, rows)]

    def _position(self, row: PositionRow, key: str) -> list[str]:
        actor, stance, position = (
            self.line(cell, key) for cell in (row.actor.capitalised(), *row.cells[1:])
        )
        return [
            f"**{actor}**" if row.own and not row.actor.is_changed else actor,
            f"**{stance}**" if row.objection and not row.stance.is_changed else stance,
            position,
        ]

    def _changes(self, item: ItemSection) -> list[str]:
        lines = unmoved(item, self.briefing.language)
        if not (item.changes or lines):
            return []
        found = [self._h(4, "changes", since=item.since)]
        if item.changes:
            heads = [escape(self.words[key]) for key in CHANGE_HEADS]
            rows: list[list[str]] = []
            for row in item.changes:
                who, change, older, newer = change_cells(row, self.words)
                now = linked(newer) + self.evidence(item.key, row.evidence)
                rows.append([escape(who), escape(change), linked(older), now])
            found.append(_table(heads, rows))
        return [*found, *map(escape, lines)]

    def _rest(self, item: ItemSection) -> list[str]:
        found = []
        if item.next_steps:
            lines = []
            for row in item.next_steps:
                when = f"**{self.line(row.when, '')}:** " if row.when.text else ""
                lines.append(f"- {when}{self.line(row.line, item.key)}")
            found += [self._h(4, "next_steps"), "\n".join(lines)]
        lines = []
        for commitment in item.commitments:
            lead = lead_of(commitment, self.words)
            lead = f"**{escape(lead)}:** " if lead else ""
            tail = escape(commitment_tail(commitment))
            lines.append(f"- {lead}{self.line(commitment.line, item.key)}{tail}")
        motion = escape(self.words["motion"])
        lines += [f"- **{motion}:** {self.line(line, item.key)}" for line in item.motions]
        return [*found, self._h(4, "commitments"), "\n".join(lines)] if lines else found

    def commitments(self) -> list[str]:
        """All promises to parliament."""
        rows = self.briefing.commitments
        found = [self._h(2, "all_commitments")]
        if not rows:
            return [*found, escape(self.words["no_commitments"])]
        heads, cells = commitment_table(self.briefing)
        table = [
            [f"[{escape(label)}](#{heading_anchor(row.key)})", linked(words), *map(escape, rest)]
            for row, (label, words, *rest) in zip(rows, cells, strict=True)
        ]
        return [*found, _table([escape(head) for head in heads], table)]

    def timeline(self) -> list[str]:
        """The topic over all meetings."""
        rows = [[escape(cell) for cell in row] for row in self.briefing.timeline]
        return [self._h(2, "timeline"), _table(rows[0], rows[1:])] if rows else []

    def undiscussed(self) -> list[str]:
        """Topics that did not come back."""
        briefing = self.briefing
        if not lists_undiscussed(briefing):
            return []
        found = [self._h(2, "undiscussed"), escape(undiscussed_intro(briefing))]
        heads, texts = undiscussed_table(briefing)
        rows = [[escape(cell) for cell in row] for row in texts]
        return [*found, _table([escape(head) for head in heads], rows)] if rows else found

    def annex(self) -> list[str]:
        """The quoted sentences."""
        found = [self._h(2, "annex"), escape(annex_intro(self.briefing))]
        for item in (item for item in self.briefing.items if item.quotes):
            found.append(f"### [{escape(item.heading)}](#{heading_anchor(item.key)})")
            lines = []
            for quote in item.quotes:
                label = quote_label(item, quote, self.words)
                mark = f'<a id="{anchor(item.key, quote.number)}"></a>**{escape(label)}**'
                lines.append(f"- {mark} {linked(quote.text)}")
            found.append("\n".join(lines))
        return found

    def footnotes(self) -> list[str]:
        """The notes of the report."""
        return [f"[^{note.number}]: {linked(note.text)}" for note in self.briefing.footnotes]


def _marked(text: str, mark: str) -> str:
    """Text between marks, its outer blanks outside them, as Markdown wants it."""
    inner = text.strip(" ")
    if not mark or not inner:
        return text
    lead = text[: len(text) - len(text.lstrip(" "))]
    return f"{lead}{mark}{inner}{mark}{text[len(lead) + len(inner) :]}"
