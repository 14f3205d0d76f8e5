"""Asking the index: which items fit, the best first, and on which lines."""

import sqlite3
from collections.abc import Sequence

from workflow.search.index import Index
from workflow.search.model import PLACES, Filters, Found, Hit, Line, Query
from workflow.search.words import Term, holds, marks

_WEIGHTS = (8.0, 4.0, 4.0, 2.0, 1.0, 0.5)
"""What a word weighs in each of `PLACES`."""
_SHOWN = 3
"""Lines that are shown of an item."""
_ITEM = "i.id, i.meeting, i.slug, i.label, i.council, i.status, i.topics"
_NEWEST = "i.meeting DESC, i.place"


def find(index: Index, query: Query, *, limit: int = 20) -> Found:
    """The items that hold all terms and fit the filters, the best first.

    Without terms the newest come first; without anything to look for nothing is found.
    """
    if not query.terms and query.filters == Filters():
        return Found((), 0)
    where, values = _conditions(query.filters)
    with index.reading() as database:
        if not query.terms:
            rows, total = _filtered(database, where, values, limit)
        elif index.full_text:
            rows, total = _ranked(database, query.terms, where, values, limit)
        else:
            rows, total = _one_by_one(database, query.terms, where, values, limit)
        hits = tuple(_hit(database, query, row) for row in rows)
    return Found(hits, total)


def _conditions(filters: Filters) -> tuple[str, list[object]]:
    """The filters as a condition of SQL with its values."""
    parts: list[str] = []
    values: list[object] = []

    def among(column: str, wanted: Sequence[str]) -> str:
        values.extend(wanted)
        return f"{column} IN ({', '.join('?' * len(wanted))})"

    if filters.councils:
        parts.append(among("i.council", filters.councils))
    if filters.years:
        parts.append("(" + " OR ".join(["i.year BETWEEN ? AND ?"] * len(filters.years)) + ")")
        values.extend(year for period in filters.years for year in period)
    if filters.statuses:
        parts.append(among("i.status", filters.statuses))
    if filters.topics:
        wanted = among("topic", filters.topics)
        parts.append(f"i.id IN (SELECT item FROM topics WHERE {wanted})")
    if filters.by_position:
        position, more = _position(filters)
        values.extend(more)
        parts.append(f"i.id IN (SELECT item FROM stands WHERE {position})")
    return " AND ".join(parts) or "1", values


def _position(filters: Filters) -> tuple[str, list[object]]:
    parts: list[str] = []
    values: list[object] = []
    if filters.actors:
        groups = ["actor = ? OR actor LIKE ?"] * len(filters.actors)
        parts.append(f"({' OR '.join(groups)})")
        values += [v for actor in filters.actors for v in (actor, f"{actor}:%")]
    if filters.stances:
        parts.append(f"stance IN ({', '.join('?' * len(filters.stances))})")
        values += filters.stances
    return " AND ".join(parts), values


_Row = tuple[int, str, str, str, str, str, str, float]


def _filtered(
    database: sqlite3.Connection, where: str, values: list[object], limit: int
) -> tuple[list[_Row], int]:
    rows = database.execute(
        f"SELECT {_ITEM}, 0.0 FROM items i WHERE {where} ORDER BY {_NEWEST} LIMIT ?",
        (*values, limit),
    ).fetchall()
    total = database.execute(f"SELECT count(*) FROM items i WHERE {where}", values).fetchone()[0]
    return rows, total


def _ranked(
    database: sqlite3.Connection,
    terms: Sequence[Term],
    where: str,
    values: list[object],
    limit: int,
) -> tuple[list[_Row], int]:
    weights = ", ".join(map(str, _WEIGHTS))
    expression = " ".join(term.expression() for term in terms)
    rows = database.execute(
        f"SELECT {_ITEM}, -bm25(words, {weights}) AS score "
        "FROM words JOIN items i ON i.id = words.rowid "
        f"WHERE words MATCH ? AND {where} ORDER BY score DESC, {_NEWEST} LIMIT ?",
        (expression, *values, limit),
    ).fetchall()
    if len(rows) < limit:
        return rows, len(rows)
    joined = "" if where == "1" else "JOIN items i ON i.id = words.rowid"
    total = database.execute(
        f"SELECT count(*) FROM words {joined} WHERE words MATCH ? AND {where}",
        (expression, *values),
    )
    return rows, total.fetchone()[0]


def _one_by_one(
    database: sqlite3.Connection,
    terms: Sequence[Term],
    where: str,
    values: list[object],
    limit: int,
) -> tuple[list[_Row], int]:
    """Without full-text search: every text in turn, weighed by where the words stand."""
    found: list[_Row] = []
    for *item, folded in database.execute(
        f"SELECT {_ITEM}, t.folded FROM items i JOIN texts t ON t.id = i.id "
        f"WHERE {where} ORDER BY {_NEWEST}",
        values,
    ):
        if all(word in folded for term in terms for word in term.words) and holds(folded, terms):
            title, _, rest = folded.partition("\n")
            score = sum(
                _WEIGHTS[0] * title.count(word) + rest.count(word) / (1 + len(rest) / 1000)
                for term in terms
                for word in term.words
            )
            found.append((*item, score))
    found.sort(key=lambda row: -row[-1])
    return found[:limit], len(found)


def _hit(database: sqlite3.Connection, query: Query, row: _Row) -> Hit:
    key, meeting, slug, label, council, status, topics, score = row
    texts = database.execute(f"SELECT {', '.join(PLACES)} FROM texts WHERE id = ?", (key,))
    by_place = dict(zip(PLACES, texts.fetchone(), strict=True))
    wanted = _wanted_lines(database, query.filters, key)
    found = []
    for number, place in enumerate(PLACES[1:]):
        for line, text in enumerate(by_place[place].split("\n")):
            if not text:
                continue
            spans = marks(text, query.terms)
            if spans or (place, line) in wanted:
                sentence = line + 1 if place == "source" else 0
                held = len({text[start:end].lower() for start, end in spans})
                order = ((place, line) not in wanted, -held, number, line)
                found.append((order, Line(place, text, spans, sentence)))
    found.sort(key=lambda each: each[0])
    title = Line("title", by_place["title"], marks(by_place["title"], query.terms))
    lines = tuple(line for _, line in found[:_SHOWN])
    return Hit(
        meeting, slug, label, title.text, council, status, tuple(topics.split()), score,
        (title, *lines),
    )  # fmt: skip


def _wanted_lines(
    database: sqlite3.Connection, filters: Filters, key: int
) -> frozenset[tuple[str, int]]:
    """The lines on which an actor or a stance that was asked for stands."""
    if not filters.by_position:
        return frozenset()
    position, values = _position(filters)
    rows = database.execute(
        f"SELECT place, line FROM stands WHERE item = ? AND {position}", (key, *values)
    )
    return frozenset(rows)
