"""A timeline as a table: text for the terminal, cells for a document, CSV, Markdown."""

import textwrap
from collections.abc import Sequence

from workflow.comparison.ascsv import table_csv
from workflow.comparison.asmarkdown import escape, table_markdown
from workflow.comparison.cells import items_cell
from workflow.comparison.model import SIGNS, Stand
from workflow.comparison.phrases import item_words
from workflow.comparison.timeline import Cell, Column, Timeline
from workflow.languages import current, format_dates, labels, say
from workflow.positions.actors import actor_name
from workflow.text import capital

SILENT = "·"
"""Stands for an actor that kept silent at a meeting that discussed the topic."""
UNSURE = "?"
"""Stands behind the items of a meeting whose link nobody confirmed."""
NARROWEST = 14
"""Characters of the narrowest column that is readable."""

Table = tuple[tuple[str, ...], ...]
"""Rows of cells; the first row has the headings, the first cell of a row its actor."""


def timeline_table(line: Timeline) -> Table:
    """The timeline as plain cells, which a screen reader can read row by row."""
    language = current()
    head = [say("comparison.timeline.actor")]
    for column in line.columns:
        items = ", ".join(ref.label for ref in column.items)
        name = f"{column.meeting.name} · {items}" if items else column.meeting.name
        unsure = say("comparison.timeline.suggested")
        head.append(f"{name} ({unsure})" if column.link == "suggested" else name)
    rows = [tuple(head)]
    for row in line.rows:
        cells = [
            cell_text(cell) if column.items else say("comparison.timeline.not_discussed")
            for column, cell in zip(line.columns, row.cells, strict=True)
        ]
        rows.append((actor_name(row.actor, language, row.name), *cells))
    return tuple(rows)


def timeline_rows(line: Timeline, language: str) -> Table:
    """The timeline as a table that stays narrow however many meetings there are.

    One row for each actor and each meeting at which it spoke, or kept silent in between: a
    reader goes down one column, and no cell spans others.
    """
    heads = labels(language, "comparison.timeline_columns")
    kinds, silent = labels(language, "common.change"), labels(language, "comparison.timeline")
    rows = [tuple(capital(heads[name]) for name in ("actor", "meeting", "kind", "text"))]
    for row in line.rows:
        name = capital(actor_name(row.actor, language, row.name))
        for column, cell in zip(line.columns, row.cells, strict=True):
            day = format_dates(column.meeting.days, language)
            items = item_words([ref.label for ref in column.items if ref.label], language)
            where = ", ".join(filter(None, (day, items)))
            if cell.stands:
                *others, last = (_said(stand, language) for stand in cell.stands)
                said = "; ".join([*(each.removesuffix(".") for each in others), last])
                rows.append((name, where, kinds[cell.kind], said))
            elif column.meeting.id in row.gaps:
                rows.append((name, where, silent["silent"], ""))
    return tuple(rows)


def _said(stand: Stand, language: str) -> str:
    """Stance and words, for a group with its size: `de meeste lidstaten, bezorgd: de kosten`."""
    stance = labels(language, "common.stance")[stand.stance]
    who = f"{actor_name(stand.actor, language)}, " if stand.is_group else ""
    return f"{who}{stance}: {stand.text}"


def cell_text(cell: Cell) -> str:
    """What an actor said at one meeting, in a few words: `! omgeslagen: steunt`."""
    if not cell.stands:
        return say("comparison.timeline.silent")
    stances = "; ".join(cell_stances(cell))
    words = labels(current(), "common.change")
    return f"{SIGNS[cell.kind]} {words[cell.kind]}: {stances}"


def cell_stances(cell: Cell) -> tuple[str, ...]:
    """The stances of a cell, each once; for a group with its size."""
    return tuple(dict.fromkeys(_stance(stand) for stand in cell.stands))


def _stance(stand: Stand) -> str:
    """The stance, for a group with its size: `de meeste lidstaten: bezorgd`."""
    language = current()
    word = labels(language, "common.stance")[stand.stance]
    return f"{actor_name(stand.actor, language)}: {word}" if stand.is_group else word


def to_picture(line: Timeline, *, width: int = 100) -> str:
    """The timeline drawn with characters, in blocks of as many meetings as fit the width."""
    language = current()
    names = [actor_name(row.actor, language, row.name) for row in line.rows]
    first = min(24, max([len(name) for name in names] + [8]))
    fit = max(1, (width - first) // (NARROWEST + 2))
    out = [line.title]
    for start in range(0, len(line.columns), fit):
        columns = line.columns[start : start + fit]
        size = max(NARROWEST, min(30, (width - first) // len(columns) - 2))
        head = [[_day(column.meeting.id), items_head(column)] for column in columns]
        out += ["", *_lines([""], head, first, size)]
        for name, row in zip(names, line.rows, strict=True):
            cells = [
                _drawn(cell, size) if column.items else [""]
                for column, cell in zip(columns, row.cells[start : start + fit], strict=True)
            ]
            out += _lines(textwrap.wrap(name, first) or [""], cells, first, size)
    if line.rows:
        legend = textwrap.wrap(_legend(line).replace(" ", "\u00a0").replace(";\u00a0", "; "), width)
        out += ["", *(each.replace("\u00a0", " ") for each in legend)]
    return "\n".join(text.rstrip() for text in out) + "\n"


def items_head(column: Column) -> str:
    """The items of a meeting above its column, with a sign where nobody confirmed the link."""
    items = ", ".join(ref.label for ref in column.items) or "–"
    return f"{items} {UNSURE}" if column.link == "suggested" else items


def _legend(line: Timeline) -> str:
    """The signs of the picture, each with its word."""
    words = labels(current(), "common.change")
    cells = [cell for row in line.rows for cell in row.cells if cell.stands]
    used = {cell.kind for cell in cells}
    told = [f"{SIGNS[kind]} {words[kind]}" for kind in words if kind in used]
    told.append(f"{SILENT} {say('comparison.timeline.silent')}")
    if any(column.link == "suggested" for column in line.columns):
        told.append(f"{UNSURE} {say('comparison.timeline.suggested')}")
    return "; ".join(told)


def _day(meeting: str) -> str:
    """The first day of a meeting from its id, short: `04-03-2024`."""
    year, month, day = meeting[:10].split("-")
    return f"{day}-{month}-{year}"


def _drawn(cell: Cell, size: int) -> list[str]:
    """The lines of one cell."""
    if not cell.stands:
        return [SILENT]
    lines = []
    for at, stance in enumerate(cell_stances(cell)):
        sign = f"{SIGNS[cell.kind]} " if at == 0 else "  "
        lines += textwrap.wrap(stance, max(4, size), initial_indent=sign, subsequent_indent="  ")
    return lines


def _lines(name: Sequence[str], cells: Sequence[Sequence[str]], first: int, size: int) -> list[str]:
    """One row of the picture, as many lines high as its highest cell."""
    height = max(len(name), *(len(cell) for cell in cells))
    lines = []
    for at in range(height):
        parts = [(name[at] if at < len(name) else "").ljust(first)]
        parts += [(cell[at] if at < len(cell) else "").ljust(size) for cell in cells]
        lines.append("  ".join(parts))
    return lines


def timeline_csv(line: Timeline) -> str:
    """One row for each position at each meeting."""
    language = current()
    heads = labels(language, "comparison.timeline_columns")
    stances, kinds = labels(language, "common.stance"), labels(language, "common.change")
    links = labels(language, "comparison.links")
    rows = [[*heads.values()]]
    for row in line.rows:
        for column, cell in zip(line.columns, row.cells, strict=True):
            for stand in cell.stands:
                cells = {
                    "topic": line.topic,
                    "title": line.title,
                    "actor": actor_name(row.actor, language, row.name),
                    "meeting": column.meeting.id,
                    "item": items_cell(column.items),
                    "kind": kinds[cell.kind],
                    "size": actor_name(stand.actor, language) if stand.is_group else "",
                    "stance": stances[stand.stance],
                    "text": stand.text,
                    "where": " ".join(f"s{number}" for number in stand.evidence),
                    "source": links[column.source],
                    "link": links[column.link],
                }
                rows.append([cells[name] for name in heads])
    return table_csv(rows)


def timeline_markdown(line: Timeline) -> str:
    """The timeline as a Markdown table."""
    return f"# {escape(line.title)}\n\n{table_markdown(timeline_table(line))}"
