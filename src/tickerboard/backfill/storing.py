"""Staged pages into the history, in the order of time: equal strips of one source and day become one snapshot."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict, defaultdict
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from tickerboard.backfill.stage import ENDING
from tickerboard.history import codec
from tickerboard.history.store import BATCH, Arrival
from tickerboard.history.strips import add_articles, strips_between
from tickerboard.model import ObservedFrom, Snapshot
from tickerboard.parser.documents import Document
from tickerboard.parser.wire import decode_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tickerboard.backfill.workplace import Workplace
    from tickerboard.history.store import Store
    from tickerboard.model import Page

OPEN = 64
"""Staged files that are open at a time."""
_KEYS = "SELECT time, hash, source, strip, id FROM page WHERE day = ?"
_PAGE = "SELECT time_from, url, charset, content_type, data, page FROM page WHERE id = ?"


class Key(NamedTuple):
    """A staged page without its content, in the order in which pages are stored."""

    time: int
    hash: str
    source: str
    strip: str
    file: Path
    number: int


class Stored(NamedTuple):
    """How many snapshots are new, how many pages had the strip of a snapshot, and how many were stored before."""

    new: int
    merged: int
    known: int


def store_staged(place: Workplace, store: Store, show: Callable[[int], object]) -> Stored:
    """Store every staged page, day by day; `show` gets how many are done. Raise HistoryError.

    It may be killed and begun again: what is stored already is found again.
    """
    new = merged = known = 0
    with closing(_Staged(place)) as staged:
        for day in staged.days():
            storing = _Day(store, staged, day)
            for _ in storing.run():
                show(new + merged + known + storing.done)
            new, merged, known = new + storing.new, merged + storing.merged, known + storing.known
    return Stored(new, merged, known)


class _Day:
    """The pages of one day."""

    def __init__(self, store: Store, staged: _Staged, day: str) -> None:
        self._store, self._staged = store, staged
        self._keys = staged.keys(day)
        self._since = datetime.fromisoformat(day).replace(tzinfo=UTC)
        self.new = self.merged = self.known = 0

    @property
    def done(self) -> int:
        """How many pages are done."""
        return self.new + self.merged + self.known

    def run(self) -> Iterator[None]:
        """Store the pages; yield now and then."""
        strips = {source: self._strips(source) for source in {key.source for key in self._keys}}
        first = [key for key in self._keys if not key.strip or key.strip not in strips[key.source]]
        first = list({(key.source, key.strip or key.hash): key for key in reversed(first)}.values())[::-1]
        for at in range(0, len(first), BATCH):
            for batch in self._store.add([self._staged.arrival(key) for key in first[at : at + BATCH]]):
                self.new += sum(each.new for each in batch)
                self.known += sum(not each.new for each in batch)
            yield
        stored = {(key.file, key.number) for key in first}
        rest = [key for key in self._keys if (key.file, key.number) not in stored]
        strips = {source: self._strips(source) for source in strips}
        for at in range(0, len(rest), BATCH):
            with self._store.transaction() as connection:
                for key in rest[at : at + BATCH]:
                    if key.strip:
                        page = self._staged.page(key)
                        articles = [*([page.article] if page.article else []), *page.stories]
                        add_articles(connection, strips[key.source][key.strip], articles)
                    self.merged += 1
            yield

    def _strips(self, source: str) -> dict[str, int]:
        return strips_between(self._store.open(), source, self._since, self._since + timedelta(days=1))


class _Staged:
    """The staged files, a few of them open."""

    def __init__(self, place: Workplace) -> None:
        self._files = sorted(place.done("x").parent.glob(f"*{ENDING}"))
        self._open: OrderedDict[Path, sqlite3.Connection] = OrderedDict()
        self._by_day: dict[str, list[Path]] = defaultdict(list)
        for file in self._files:
            for (day,) in self._connection(file).execute("SELECT DISTINCT day FROM page"):
                self._by_day[day].append(file)

    def close(self) -> None:
        """Close the files."""
        for connection in self._open.values():
            connection.close()

    def _connection(self, file: Path) -> sqlite3.Connection:
        connection = self._open.pop(file, None)
        if connection is None:
            if len(self._open) >= OPEN:
                self._open.popitem(last=False)[1].close()
            connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)
        self._open[file] = connection
        return connection

    def days(self) -> list[str]:
        """Return the days that have pages, the earliest first."""
        return sorted(self._by_day)

    def keys(self, day: str) -> list[Key]:
        """Return the pages of a day in the order of time."""
        found = []
        for file in self._by_day[day]:
            for time, hash_, source, strip, number in self._connection(file).execute(_KEYS, (day,)):
                found.append(Key(time, hash_, source, strip, file, number))
        return sorted(found)

    def page(self, key: Key) -> Page:
        """Return what a page says."""
        row = self._connection(key.file).execute(_PAGE, (key.number,)).fetchone()
        return decode_page(row[-1].split(b"\n"))

    def arrival(self, key: Key) -> Arrival:
        """Return a page as the history takes it.

        A site has one page with strips and one without, however many addresses it has: on the board of a time, the
        latest strip is then the current one.
        """
        row = self._connection(key.file).execute(_PAGE, (key.number,)).fetchone()
        time_from, url, charset, content_type, data, page = row
        label = key.source if key.strip else f"{key.source} (articles)"
        observed = codec.from_micros(key.time)
        observed_from = None if time_from is None else ObservedFrom(time_from)
        root = None if url is None else "{0.scheme}://{0.netloc}/".format(urlsplit(url))
        document = Document(
            label, codec.unpack(data), observed, observed_from, root, charset=charset, content_type=content_type
        )
        shot = Snapshot(label, observed, decode_page(page.split(b"\n")), observed_from, root)
        return Arrival(key.source, document, shot, observed)
