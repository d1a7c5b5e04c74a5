"""`record`: pages into the history, once or for as long as they are followed; a line for each snapshot stored."""

from __future__ import annotations

import asyncio
import contextlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tickerboard.cli.alerting import Alerting
from tickerboard.cli.command_line import command_line
from tickerboard.cli.output import fail, report, write
from tickerboard.cli.running import until_stopped
from tickerboard.cli.statuses import DONE, FAILED, NOTHING
from tickerboard.errors import TickerboardError
from tickerboard.history.errors import HistoryError, LockedError
from tickerboard.history.recorder import Fired, Recorder, arrivals_of
from tickerboard.history.retention import Retention
from tickerboard.history.store import Arrival, Store
from tickerboard.history.timing import TimeFrom, Timing
from tickerboard.logs import log
from tickerboard.settings.config import config_path
from tickerboard.settings.places import history_path
from tickerboard.settings.reading import read_config
from tickerboard.sources import open_sources
from tickerboard.sources.pace import Pace
from tickerboard.sources.updates import failures_of, read_once, updates
from tickerboard.text.counts import counted
from tickerboard.text.when import read_time

if TYPE_CHECKING:
    import argparse
    from collections.abc import Coroutine, Sequence
    from pathlib import Path

    from tickerboard.history.recorder import Work
    from tickerboard.history.store import Stored
    from tickerboard.sources.base import Failure, Source

LAST_SECONDS = 60.0
"""How long the last pages of an ended pipe may take to be written."""


def record(options: argparse.Namespace) -> int:
    """Run `record` and return the exit status."""
    try:
        if not (options.sources or options.exec):
            return fail("record needs a SOURCE; see tickerboard record --help")
        timing = _timing(options)
        config_file = options.config or config_path()
        config, _ = read_config(config_file, needed=options.config is not None)
        if file := config.log if options.log is None else options.log:
            log.start(file, command_line("tickerboard record", options))
        retention = Retention(config.history_days, config.history_megabytes)
        sources, path = open_sources(options.sources, options.exec), history_path()
        # Pages whose time is given are of the past: nothing that they say has just become true.
        alerting = Alerting.of(config, config_file, sources) if timing == Timing() else Alerting()
        if options.once:
            return _once(sources, path, timing, retention, alerting)
        # A lock is waited for; any other error is the user's to put right now.
        with contextlib.suppress(LockedError), Store(path) as store:
            _show(store.notices)
        return asyncio.run(_Recording(path, timing, retention, options.every, alerting).run(sources))
    except TickerboardError as error:
        return fail(str(error))


def _timing(options: argparse.Namespace) -> Timing:
    if options.as_of is None:
        return Timing(options.time_from and TimeFrom(options.time_from))
    if options.time_from:
        raise HistoryError("use --as-of or --time-from, not both")
    return Timing(as_of=read_time(options.as_of, datetime.now(UTC)).start)


def _show(notices: list[str]) -> None:
    while notices:
        fail(notices.pop(0))


def _once(sources: Sequence[Source], path: Path, timing: Timing, retention: Retention, alerting: Alerting) -> int:
    """Read every source once; the pages that can be read are stored even where others cannot."""
    failed = found = kept = 0
    with Store(path) as store:
        _show(store.notices)
        for source in sources:
            update = read_once(source)
            failures = [str(each) for each in failures_of(update)]
            work, undated = _timed(arrivals_of(update) or [], timing)
            for message in (*failures, *undated):
                fail(message)
            failed += len(failures) + len(undated)
            for batch in store.add(work if isinstance(work, list) else []):
                _print(batch)
                found += sum(_has_something(each) for each in batch)
                kept += sum(not each.new for each in batch)
            if firings := alerting.take(update):
                store.add_firings(firings)
        alerting.close()
        retention.apply(store, datetime.now(UTC).timestamp())
        _show(store.notices)
    if kept:
        report([f"tickerboard: {counted(kept, 'snapshot')} {'was' if kept == 1 else 'were'} already in the history"])
    if failed:
        return FAILED
    return DONE if found else _nothing(sources)


def _nothing(sources: Sequence[Source]) -> int:
    return fail(f"{', '.join(source.name for source in sources)}: no quote and no article found", NOTHING)


def _has_something(stored: Stored) -> bool:
    return bool(stored.quotes or stored.articles)


def _timed(work: Work, timing: Timing) -> tuple[Work, list[str]]:
    """Give pages the time that was chosen; return those that have it, and a line for each that has not."""
    if not isinstance(work, list):
        return work, []
    timed: list[Arrival] = []
    undated: list[str] = []
    for arrival in work:
        try:
            timed.append(timing.timed(arrival))
        except HistoryError as error:
            undated.append(str(error))
    return timed, undated


def _print(batch: Sequence[Stored]) -> None:
    for each in batch:
        if each.new:
            write(f"{each.time.isoformat(timespec='seconds')}  {each.label}  {counted(each.quotes, 'quote')}\n")


class _Recording:
    """Follows sources and hands what they bring to the writer thread."""

    def __init__(
        self, path: Path, timing: Timing, retention: Retention, every: float | None, alerting: Alerting
    ) -> None:
        self._timing, self._every, self._alerting = timing, every, alerting
        self._printing: asyncio.Queue[Sequence[Stored] | None] = asyncio.Queue()
        self._path, self._retention = path, retention
        self._has_failed = self._has_found = False

    async def run(self, sources: Sequence[Source]) -> int:
        """Record until every source has ended, or a signal ends it; return the exit status."""
        loop = asyncio.get_running_loop()
        recorder = Recorder(
            self._path,
            report=lambda trouble: fail(trouble or "history resumed"),
            notice=fail,
            stored=lambda batch: loop.call_soon_threadsafe(self._printing.put_nowait, batch),
            retention=self._retention,
        )
        following = [self._follow(source, recorder) for source in sources]
        status = 0
        try:
            status = await until_stopped([self._record(following, recorder), self._print_stored()])
        finally:
            written = await asyncio.to_thread(recorder.close)
            await asyncio.to_thread(self._alerting.close)
            while not self._printing.empty():
                self._show_stored(self._printing.get_nowait() or ())
        if status or written:
            return status or self._status(sources)
        return fail("not every snapshot could be stored")

    def _status(self, sources: Sequence[Source]) -> int:
        """Return the exit status where every source has ended by itself and all is stored."""
        if self._has_failed:
            return FAILED
        return DONE if self._has_found else _nothing(sources)

    async def _record(self, following: Sequence[Coroutine[Any, Any, None]], recorder: Recorder) -> None:
        await asyncio.gather(*following)
        await asyncio.to_thread(recorder.close, LAST_SECONDS)
        self._printing.put_nowait(None)

    async def _print_stored(self) -> None:
        while (batch := await self._printing.get()) is not None:
            self._show_stored(batch)

    def _show_stored(self, batch: Sequence[Stored]) -> None:
        self._has_found |= any(map(_has_something, batch))
        _print(batch)

    async def _follow(self, source: Source, recorder: Recorder) -> None:
        failed: tuple[Failure, ...] = ()
        undated: list[str] = []
        async with contextlib.aclosing(updates(source, Pace(self._every))) as coming:
            async for update in coming:
                failures = failures_of(update)
                if failures != failed:
                    _show([str(each) for each in failures])
                failed = failures
                if (work := arrivals_of(update)) is not None:
                    known = undated
                    work, undated = _timed(work, self._timing)
                    if undated != known:
                        _show(list(undated))
                    if not recorder.put_work(work):
                        fail("history: too many snapshots wait to be written; one was dropped")
                if firings := self._alerting.take(update):
                    recorder.put_work(Fired(tuple(firings)))
        self._has_failed |= bool(failed or undated)
