"""The writer thread: updates go in without waiting, and what goes wrong comes out as one plain line."""

from __future__ import annotations

import queue
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tickerboard.history.errors import HistoryError
from tickerboard.history.names import whole
from tickerboard.history.store import Arrival, Store
from tickerboard.logs import log
from tickerboard.model import ObservedFrom
from tickerboard.sources.base import Unchanged
from tickerboard.sources.updates import Snapshots

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tickerboard.alerts.firing import Firing
    from tickerboard.history.retention import Retention
    from tickerboard.history.store import Stored
    from tickerboard.model import Snapshot
    from tickerboard.parser.documents import Document
    from tickerboard.sources.updates import Update

WAITING, WAITING_BYTES = 256, 128 * 1024 * 1024
"""Updates that may wait for the disk, and the memory that they may take: what comes beyond either is dropped, and
reported. A single update may take more."""
ROW_BYTES = 700
"""What a quote or a rate takes in memory, about: its tuple, its decimals and its texts."""
RETRY_SECONDS = 5.0
CLOSE_SECONDS = 2.0


class Fired(NamedTuple):
    """Alerts that fired, to be kept."""

    firings: tuple[Firing, ...]


Work: TypeAlias = "Sequence[Arrival] | Unchanged | Fired"


class _Waiting:
    """Work, nothing once it is taken; when to do it by the monotonic clock, and the bytes that it takes until then."""

    __slots__ = ("due", "size", "work")

    def __init__(self, due: float, work: Work) -> None:
        self.due, self.work, self.size = due, work, size_of(work)


class Recorder:
    """Writes updates to the history in a thread of its own.

    The callbacks are called in that thread. `report` gets what has gone wrong, and None when writing works again;
    `notice` what happened to the file; `stored` what became of each batch once it is on disk. Each update is written
    `delay` seconds after it came, or when the recorder is closed, so that a screen has the processor first. What
    waits longer, for a slow disk or a busy machine, is packed by another thread.
    """

    def __init__(
        self,
        path: Path,
        *,
        report: Callable[[str | None], object] = lambda _: None,
        notice: Callable[[str], object] = lambda _: None,
        stored: Callable[[list[Stored]], object] = lambda _: None,
        retention: Retention | None = None,
        delay: float = 0.0,
    ) -> None:
        self._store = Store(path)
        self._report, self._notice, self._stored = report, notice, stored
        self._retention, self._delay = retention, delay
        self._queue: queue.Queue[_Waiting | None] = queue.Queue(WAITING)
        self._unpacked: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._size, self._counting = 0, threading.Lock()
        self._closing = threading.Event()
        self._dropped = 0
        self.trouble: str | None = None
        """Why nothing is written at the moment, one plain line; None while writing works."""
        self._thread = threading.Thread(target=self._run, name="history", daemon=True)
        self._thread.start()
        threading.Thread(target=self._pack_all, name="history-packer", daemon=True).start()

    def put(self, update: Update) -> bool:
        """Take an update to write; never waits. Return False where it is dropped because too many wait."""
        return self.put_work(work) if (work := arrivals_of(update)) else True

    def put_work(self, work: Work) -> bool:
        """Take snapshots, a confirmation or firings to write; as `put`."""
        waiting = _Waiting(time.monotonic() + self._delay, work)
        with self._counting:
            if not self._size or self._size + waiting.size <= WAITING_BYTES:
                with suppress(queue.Full):
                    self._queue.put_nowait(waiting)
                    self._size += waiting.size
                    self._unpacked.put(waiting)
                    return True
        self._dropped += 1
        log.record("history", note="an update was dropped: too many wait to be written")
        return False

    def close(self, seconds: float = CLOSE_SECONDS) -> bool:
        """Write what waits, for so many seconds at most, and stop. Return whether everything was written."""
        if not self._closing.is_set():
            self._closing.set()
            self._unpacked.put(None)
            with suppress(queue.Full):  # then the thread does not wait for work
                self._queue.put_nowait(None)
        self._thread.join(seconds)
        return not self._thread.is_alive() and self._queue.empty() and self.trouble is None and not self._dropped

    def _run(self) -> None:
        try:
            while (waiting := self._next()) is not None:
                self._write(self._taken(waiting))
        finally:
            self._store.close()

    def _next(self) -> _Waiting | None:
        """Return the next work; None when it is closing and nothing waits."""
        while not (self._closing.is_set() and self._queue.empty()):
            if (waiting := self._queue.get()) is not None:
                return waiting
        return None

    def _taken(self, waiting: _Waiting) -> Work:
        """Return its work once that is due, packed: while it is written, nothing keeps what was read from the pages."""
        with self._counting:
            work, waiting.work = waiting.work, ()
            self._size -= waiting.size
        self._closing.wait(max(waiting.due - time.monotonic(), 0))
        return packed(work)

    def _pack_all(self) -> None:
        """Pack what is not taken when it is due: the writer is behind."""
        while (waiting := self._unpacked.get()) is not None:
            if self._closing.wait(max(waiting.due - time.monotonic(), 0)):
                return
            self._pack(waiting)

    def _pack(self, waiting: _Waiting) -> None:
        work = packed(waiting.work)
        size = size_of(work)
        with self._counting:
            if waiting.work:  # not taken meanwhile
                self._size += size - waiting.size
                waiting.work, waiting.size = work, size

    def _write(self, work: Work) -> None:
        """Write until it works, or until it fails when closing."""
        while True:
            last = self._closing.is_set()
            try:
                self._write_once(work)
            except HistoryError as error:
                self._troubled(f"history paused: {error}")
            except Exception as error:  # noqa: BLE001  one page that cannot be stored must not end the thread
                self._troubled(f"history: an update could not be stored ({type(error).__name__})")
                return
            else:
                self._untroubled()
                return
            finally:
                self._pass_notices()
            if last:
                self._dropped += 1
                return
            self._closing.wait(RETRY_SECONDS)

    def _write_once(self, work: Work) -> None:
        if isinstance(work, Unchanged):
            self._store.confirm(work.source, work.checked)
            return
        if isinstance(work, Fired):
            self._store.add_firings(work.firings)
            return
        for batch in self._store.add(work):
            self._stored(batch)
        if self._retention is not None:
            self._retention.apply(self._store, time.time())

    def _troubled(self, trouble: str) -> None:
        if trouble != self.trouble:
            self.trouble = trouble
            log.record("history", why=trouble)
            self._report(trouble)

    def _untroubled(self) -> None:
        if self._dropped:
            self._notice(f"history: {self._dropped} updates were dropped, because too many waited to be written")
            self._dropped = 0
        if self.trouble is not None:
            self.trouble = None
            log.record("history", note="resumed")
            self._report(None)

    def _pass_notices(self) -> None:
        while self._store.notices:
            self._notice(self._store.notices.pop(0))


def arrivals_of(update: Update) -> Work | None:
    """Return what an update brings to the history; None for one without pages."""
    match update:
        case Snapshots():
            pairs = zip(update.documents, update.snapshots, strict=True)
            return [_arrival(update, document, shot) for document, shot in pairs] or None
        case Unchanged():
            return update
        case _:
            return None


def packed(work: Work) -> Work:
    """Return work in less memory; as it is where a page cannot be stored, which storing it will say."""
    if isinstance(work, Unchanged | Fired):
        return work
    with suppress(Exception):
        return [arrival.packed() for arrival in work]
    return work


def size_of(work: Work) -> int:
    """Return about how many bytes of memory work takes: its documents, and what was read from them."""
    return 0 if isinstance(work, Unchanged | Fired) else sum(map(_size_of, work))


def _size_of(arrival: Arrival) -> int:
    page = arrival.snapshot.page
    rows = ROW_BYTES * (len(page.quotes) + len(page.rates))
    return len(arrival.document.data) + rows + sum(each.size for each in arrival.slices)


def _arrival(update: Snapshots, document: Document, shot: Snapshot) -> Arrival:
    """Return a page as the history takes it: one of a file under its whole path."""
    if document.observed_from is not ObservedFrom.MTIME:
        return Arrival(update.source, document, shot, update.at)
    return Arrival(whole(update.source), document, shot._replace(source=whole(shot.source)), update.at)
