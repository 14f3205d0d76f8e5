"""The index: an SQLite file that may be deleted at any time.

It follows the files on disk by their time and size: only what has changed is read again. Where
SQLite has no full-text search (FTS5), the same texts are gone through one by one.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock

from workflow import __version__
from workflow.errors import WorkflowError
from workflow.search.entries import Entry, Stand, entries_of, suggested_stands
from workflow.search.stamps import Stamps, changed_slugs, meeting_stamps
from workflow.search.words import fold
from workflow.summaries.workspace import Workspace

_FORMAT = f"2 {__version__}"
_BATCH = 10
"""Meetings that are written at once; a stop between two loses no more than that."""
_SCHEMA = """
CREATE TABLE meetings (id TEXT PRIMARY KEY, stamps TEXT);
CREATE TABLE items (
    id INTEGER PRIMARY KEY, meeting TEXT, place INTEGER, slug TEXT, label TEXT, council TEXT,
    year INTEGER, status TEXT, topics TEXT, guess INTEGER
);
CREATE INDEX items_of_meeting ON items (meeting);
CREATE TABLE texts (
    id INTEGER PRIMARY KEY, title TEXT, summary TEXT, positions TEXT, more TEXT, source TEXT,
    notes TEXT, folded TEXT
);
CREATE TABLE topics (item INTEGER, topic TEXT);
CREATE INDEX topics_of_item ON topics (item);
CREATE TABLE stands (item INTEGER, actor TEXT, stance TEXT, place TEXT, line INTEGER);
CREATE INDEX stands_of_item ON stands (item);
"""
_COLUMNS = "title, summary, positions, more, source, notes"
_WORDS = f"""
CREATE VIRTUAL TABLE words USING fts5 (
    {_COLUMNS}, content='texts', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
"""
_GUESS, _GUESSED = 1, 2
"""Whether suggestions count for an item, and whether they have been worked out."""

Progress = Callable[[int, int], None]
"""Is told how many of how many are done, and may raise to stop the work."""


def has_full_text() -> bool:
    """Whether this Python's SQLite has full-text search."""
    with sqlite3.connect(":memory:") as memory:
        try:
            memory.execute("CREATE VIRTUAL TABLE t USING fts5 (w, tokenize='unicode61')")
        except sqlite3.Error:
            return False
    return True


def is_usable(path: Path) -> bool:
    """Whether the file is an index that this version of the program can go on with."""
    try:
        database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    except sqlite3.Error:
        return False
    try:
        return bool(database.execute("SELECT value FROM format").fetchone() == (_FORMAT,))
    except sqlite3.Error:
        return False
    finally:
        database.close()


class Index:
    """The index of one workspace. One thread at a time works on it, others wait.

    SQLite gets the words folded, for by itself it takes accents off Latin letters alone.

    `folder` is where it may keep its file; without one it lives in memory. `full_text` says
    whether SQLite's own index of words is used; None: if there is one.
    """

    def __init__(
        self, workspace: Workspace, folder: Path | None = None, *, full_text: bool | None = None
    ) -> None:
        self._root = workspace.root
        self.full_text = has_full_text() if full_text is None else full_text
        name = "search-words.sqlite" if self.full_text else "search-texts.sqlite"
        self._path = folder / name if folder else None
        self._lock = RLock()
        self._database = self._open()

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._database.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The database, for one thread; what SQLite cannot read any more becomes an error."""
        with self._lock:
            try:
                yield self._database
            except sqlite3.Error as error:
                raise WorkflowError("search.errors.index", detail=error) from None

    # Opening

    def _open(self) -> sqlite3.Connection:
        for attempt in (self._path, self._path, None):
            try:
                return self._opened(attempt)
            except sqlite3.DatabaseError:
                # Damaged, of another version, or not writable: make it anew, at last in memory.
                if attempt is not None:
                    with suppress(OSError):
                        attempt.unlink(missing_ok=True)
        raise WorkflowError("search.errors.index", detail="SQLite")

    def _opened(self, path: Path | None) -> sqlite3.Connection:
        if path is not None and path.is_symlink():
            raise sqlite3.DatabaseError("link")
        database = sqlite3.connect(
            path or ":memory:", timeout=5, isolation_level=None, check_same_thread=False
        )
        try:
            database.execute("PRAGMA synchronous=OFF")
            database.execute("PRAGMA trusted_schema=OFF")
            database.execute("BEGIN IMMEDIATE")
            tables = database.execute("SELECT name FROM sqlite_master WHERE type='table'")
            if not tables.fetchall():
                for statement in (_SCHEMA + (_WORDS if self.full_text else "")).split(";"):
                    database.execute(statement)
                database.execute("CREATE TABLE format (value TEXT)")
                database.execute("INSERT INTO format VALUES (?)", (_FORMAT,))
            elif database.execute("SELECT value FROM format").fetchone() != (_FORMAT,):
                raise sqlite3.DatabaseError("format")
            database.execute("COMMIT")
        except sqlite3.Error:
            database.close()
            raise
        return database

    # Keeping up

    def refresh(self, progress: Progress = lambda done, total: None) -> int:
        """Read what has changed since the last time; returns how many entries were read.

        Where another program is writing the index just now, it stays as it is.
        """
        with self._lock:
            try:
                return self._refresh(progress)
            except sqlite3.OperationalError:
                return 0
            except sqlite3.DatabaseError:
                # Damaged within: once more from nothing.
                self._database.close()
                if self._path:
                    self._path.unlink(missing_ok=True)
                self._database = self._open()
                return self._refresh(progress)

    def behind(self) -> int:
        """How many meetings have changed since the last time."""
        with self.reading():
            return len(self._changed()[0])

    def _changed(self) -> tuple[list[tuple[str, Stamps, str]], set[str]]:
        """Meetings to be read, with the stamps of now and before; and those that are gone."""
        known = dict(self._database.execute("SELECT id, stamps FROM meetings"))
        todo: list[tuple[str, Stamps, str]] = []
        seen = set()
        for meeting, stamps in meeting_stamps(self._root):
            seen.add(meeting)
            if known.get(meeting) != json.dumps(stamps, sort_keys=True):
                todo.append((meeting, stamps, known.get(meeting) or "{}"))
        return todo, known.keys() - seen

    def _refresh(self, progress: Progress) -> int:
        todo, gone = self._changed()
        if not todo and not gone:
            return 0
        count = 0
        for start in range(0, max(1, len(todo)), _BATCH):
            with self._writing():
                if not start:
                    for meeting in gone:
                        self._forget(meeting, None)
                        self._database.execute("DELETE FROM meetings WHERE id = ?", (meeting,))
                for meeting, stamps, before in todo[start : start + _BATCH]:
                    count += self._take_in(meeting, json.loads(before), stamps)
            if todo:
                progress(min(start + _BATCH, len(todo)), len(todo))
        return count

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")

    def _take_in(self, meeting_id: str, before: Stamps, now: Stamps) -> int:
        """Read a meeting, or its items that have changed, again."""
        workspace = Workspace(self._root)
        slugs = changed_slugs(before, now)
        self._forget(meeting_id, slugs)
        try:
            meeting = workspace.meeting(meeting_id)
            entries = entries_of(workspace, meeting, slugs)
        except WorkflowError:
            # The board says what is wrong with it.
            entries = ()
        else:
            places = {item.slug: n for n, item in enumerate(meeting.items, 1)}
            for entry in entries:
                self._add(meeting.id, meeting.council, places.get(entry.slug, 0), entry)
        self._database.execute(
            "INSERT OR REPLACE INTO meetings VALUES (?, ?)",
            (meeting_id, json.dumps(now, sort_keys=True)),
        )
        return len(entries)

    def _add(self, meeting: str, council: str, place: int, entry: Entry) -> None:
        run = self._database.execute
        key = run(
            "INSERT INTO items VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                meeting, place, entry.slug, entry.label, council, int(meeting[:4]),
                entry.status, " ".join(entry.topics), _GUESS if entry.unwritten else 0,
            ),
        ).lastrowid  # fmt: skip
        texts = entry.texts()
        folded = "" if self.full_text else fold("\n".join(texts))
        run("INSERT INTO texts VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (key, *texts, folded))
        if self.full_text:
            run(f"INSERT INTO words (rowid, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (key, *map(fold, texts)))  # fmt: skip
        many = self._database.executemany
        many("INSERT INTO topics VALUES (?, ?)", [(key, topic) for topic in entry.topics])
        self._add_stands(key, entry.stands)

    def _add_stands(self, key: int | None, stands: Iterable[Stand]) -> None:
        self._database.executemany(
            "INSERT INTO stands VALUES (?, ?, ?, ?, ?)",
            [(key, each.actor, each.stance, each.place, each.line) for each in stands],
        )

    def _forget(self, meeting: str, slugs: set[str] | None) -> None:
        """Take entries out: those of some items, or all of a meeting."""
        run = self._database.execute
        rows = run("SELECT id, slug FROM items WHERE meeting = ?", (meeting,)).fetchall()
        for key, slug in rows:
            if slugs is not None and slug not in slugs:
                continue
            if self.full_text:
                (texts,) = run(f"SELECT {_COLUMNS} FROM texts WHERE id = ?", (key,))
                run(
                    f"INSERT INTO words (words, rowid, {_COLUMNS}) "
                    "VALUES ('delete', ?, ?, ?, ?, ?, ?, ?)",
                    (key, *map(fold, texts)),
                )
            for table, column in (("items", "id"), ("texts", "id"), ("topics", "item"),
                                  ("stands", "item")):  # fmt: skip
                run(f"DELETE FROM {table} WHERE {column} = ?", (key,))

    # Suggestions

    def guess(self, progress: Progress = lambda done, total: None) -> None:
        """Work out who takes which position where nobody has confirmed one; once per text."""
        with self.reading() as database:
            rows = database.execute(
                "SELECT id, meeting, slug FROM items WHERE guess = ? ORDER BY meeting DESC",
                (_GUESS,),
            ).fetchall()
            by_meeting: dict[str, list[tuple[int, str]]] = {}
            for key, meeting, slug in rows:
                by_meeting.setdefault(meeting, []).append((key, slug))
            for done, (meeting, items) in enumerate(by_meeting.items(), 1):
                with self._writing():
                    self._guess_meeting(meeting, items)
                progress(done, len(by_meeting))

    def _guess_meeting(self, meeting_id: str, items: Sequence[tuple[int, str]]) -> None:
        workspace = Workspace(self._root)
        for key, slug in items:
            with suppress(WorkflowError):
                found = workspace.attributions(workspace.meeting(meeting_id), slug)
                self._add_stands(key, suggested_stands(found))
            self._database.execute("UPDATE items SET guess = ? WHERE id = ?", (_GUESSED, key))
