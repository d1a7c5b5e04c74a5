"""Snapshots into the history: each document, page and article is kept once."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.history import codec
from tickerboard.history.confirmations import confirm, confirm_source, part, standing
from tickerboard.history.database import identity_of, move_aside, open_writer
from tickerboard.history.errors import DamagedError, plain_errors
from tickerboard.history.firings import insert_firings
from tickerboard.history.rows import id_of, insert_articles, insert_quotes, slices_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path
    from typing import Self

    from tickerboard.alerts.firing import Firing
    from tickerboard.history.rows import Slice
    from tickerboard.model import Snapshot
    from tickerboard.parser.documents import Document

BATCH = 100
"""Snapshots in one transaction: others can write between two."""


class Arrival(NamedTuple):
    """A page that came in at `fetched` (UTC): its bytes and what was read from them.

    `source` is the source as it was named, which may be a folder of many pages; `time_from` is the origin of the
    time if it is none of `ObservedFrom`. `slices` are its quotes and rates once they are packed; then its snapshot has
    none.
    """

    source: str
    document: Document
    snapshot: Snapshot
    fetched: datetime
    time_from: str | None = None
    slices: tuple[Slice, ...] = ()

    def packed(self) -> Arrival:
        """Return it in a quarter of the memory: its quotes and rates as they are written, and no text but the bytes."""
        page = self.snapshot.page
        bare = self.snapshot._replace(page=page._replace(quotes=(), rates=()), text="")
        return self._replace(snapshot=bare, slices=(*self.slices, *slices_of(page)))

    @property
    def quotes(self) -> int:
        """How many quotes and rates it has, packed or not."""
        page = self.snapshot.page
        return len(page.quotes) + len(page.rates) + sum(each.given for each in self.slices)

    @property
    def time(self) -> datetime:
        """When the page was observed, or when it was fetched where that is unknown."""
        return self.snapshot.observed or self.fetched


class Stored(NamedTuple):
    """What became of an arrival: `new` is false where the history had it already. Rates count as quotes."""

    label: str
    time: datetime
    quotes: int
    articles: int
    new: bool


class Store:
    """The history, open to write. Use it from one thread at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None
        self._identity = identity_of(path)
        self.notices: list[str] = []
        """What happened to the file, one plain line each, for the caller to show and remove."""

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def open(self) -> sqlite3.Connection:
        """Open the file where it is not open; a damaged one is moved aside and a new one begun. Raise HistoryError."""
        if self._connection is not None and (lost := self._lost()):
            self.close()
            self.notices.append(f"{self.path}: the history was {lost}")
        if self._connection is None:
            try:
                self._connection = open_writer(self.path)
            except DamagedError:
                self._begin_again()
                self._connection = open_writer(self.path)
            self._identity = identity_of(self.path)
        return self._connection

    def _lost(self) -> str | None:
        """Return what became of the open file, and what is done about it; None where all is well."""
        identity = identity_of(self.path)
        if identity == self._identity:
            return None
        if identity is None:
            return f"{'emptied' if self.path.exists() else 'removed'} while it was open; a new one was begun"
        return "replaced while it was open; the new file is used"

    def close(self) -> None:
        """Close the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def add(self, arrivals: Sequence[Arrival]) -> Iterator[list[Stored]]:
        """Keep snapshots, a batch a transaction; yield what became of each batch once it is on disk.

        Raise HistoryError; the batches before are kept.
        """
        for at in range(0, len(arrivals), BATCH):
            yield self._add(arrivals[at : at + BATCH])

    def _add(self, arrivals: Sequence[Arrival]) -> list[Stored]:
        """Store a batch; where the file proves damaged, or was removed before the commit, once more in a new one."""
        try:
            stored = self._add_once(arrivals)
        except DamagedError:
            return self._add_once(arrivals)
        return stored if identity_of(self.path) == self._identity else self._add_once(arrivals)

    def _add_once(self, arrivals: Sequence[Arrival]) -> list[Stored]:
        with self.transaction() as connection:
            return [_add_one(connection, each) for each in arrivals]

    def confirm(self, source: str, checked: datetime) -> None:
        """Record that the latest pages of a source were still the same at a time. Raise HistoryError."""
        with self.transaction() as connection:
            confirm_source(connection, source, codec.to_micros(checked))

    def add_firings(self, firings: Sequence[Firing]) -> None:
        """Keep alerts that fired. Raise HistoryError."""
        with self.transaction() as connection:
            insert_firings(connection, firings)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write all or nothing. Raise HistoryError; a damaged file is moved aside first."""
        connection = self.open()
        try:
            with plain_errors(self.path):
                connection.execute("BEGIN IMMEDIATE")
                try:
                    yield connection
                    connection.execute("COMMIT")
                except BaseException:
                    _roll_back(connection)
                    raise
        except DamagedError:
            self.close()
            self._begin_again()
            raise

    def _begin_again(self) -> None:
        away = move_aside(self.path)
        if away is not None:
            self.notices.append(f"{self.path}: the history was damaged; it is now {away.name}, and a new one was begun")


def _roll_back(connection: sqlite3.Connection) -> None:
    """Roll back unless SQLite did, as it does when the disk is full."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")


_SAME = """
SELECT snapshot.id FROM snapshot JOIN page ON page.id = snapshot.page
WHERE snapshot.document = ? AND snapshot.time = ? AND page.url = ? LIMIT 1"""
_INSERT = """
INSERT INTO snapshot (page, document, time, observed_from, fetched, confirmed, charset, content_type, problems)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"""


def _add_one(connection: sqlite3.Connection, arrival: Arrival) -> Stored:
    document, shot = arrival.document, arrival.snapshot
    time = codec.to_micros(arrival.time)
    stored = _stored(arrival)
    digest = codec.hash_of(document.data)
    known = connection.execute("SELECT id FROM document WHERE hash = ?", (digest,)).fetchone()
    url = codec.optional(shot.url)
    if known and connection.execute(_SAME, (known[0], time, url)).fetchone():
        return stored._replace(new=False)
    source = id_of(connection, "source", codec.storable(arrival.source))
    page = id_of(connection, "page", source, codec.storable(shot.source), url)
    before = standing(connection, page, time)
    if known and before and before.document == known[0]:  # the page did not change since: still the same snapshot
        confirm(connection, before, time)
        return stored._replace(new=False)
    if before:
        part(connection, source, before, time)
    number = known[0] if known else _insert_document(connection, digest, document.data)
    time_from = arrival.time_from or (shot.observed_from.value if shot.observed_from else None)
    headers = tuple(each and codec.storable(each) for each in (document.charset, document.content_type))
    columns = (page, number, time, time_from, codec.to_micros(arrival.fetched), time, *headers)
    columns = (*columns, codec.problems_column(shot.page.problems))
    snapshot = connection.execute(_INSERT, columns).fetchone()[0]
    insert_quotes(connection, source, snapshot, time, arrival.slices or slices_of(shot.page))
    insert_articles(connection, snapshot, shot.page)
    return stored


def _stored(arrival: Arrival) -> Stored:
    page = arrival.snapshot.page
    articles = len(page.stories) + (page.article is not None)
    return Stored(arrival.snapshot.source, arrival.time, arrival.quotes, articles, new=True)


def _insert_document(connection: sqlite3.Connection, digest: bytes, data: bytes) -> int | None:
    columns = (digest, len(data), codec.pack(data))
    return connection.execute("INSERT INTO document (hash, size, data) VALUES (?, ?, ?)", columns).lastrowid
