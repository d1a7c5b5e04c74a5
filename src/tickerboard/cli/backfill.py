"""`backfill`: crawls into the history or into Parquet, with the progress on standard error and a summary at the end."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from tickerboard.cli.backfill_options import HISTORY
from tickerboard.cli.backfill_summary import LineProgress, summary
from tickerboard.cli.output import fail, report, write
from tickerboard.cli.statuses import BY_SIGNAL, DONE, FAILED, NOTHING
from tickerboard.text.counts import counted

if TYPE_CHECKING:
    import argparse
    from typing import Protocol

    from tickerboard.backfill.backfill import Backfill, Progress
    from tickerboard.backfill.tally import Tally
    from tickerboard.backfill.workplace import Workplace

    class Shown(Protocol):
        """What shows the progress."""

        def show(self, progress: Progress) -> None:
            """Show how far it is."""
            ...

        def note(self, text: str) -> None:
            """Show what is done now."""
            ...

        def close(self) -> None:
            """Stop."""
            ...


def run(options: argparse.Namespace) -> int:
    """Run `backfill`; end the process where its engine was loaded, else return the status. Raise TickerboardError."""
    try:
        status = _run(options)
    except KeyboardInterrupt:
        _end(BY_SIGNAL[signal.SIGINT])
    except SystemExit as ending:  # of another signal
        _end(int(ending.code or 0))
    if "daft" in sys.modules:
        _end(status)
    return status


def _end(status: int) -> NoReturn:
    """End now: the engine's thread cannot be stopped, and Python's own end may abort within it."""
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(status)


def _run(options: argparse.Namespace) -> int:
    if not options.inputs:
        return fail("backfill needs an INPUT; see tickerboard backfill --help")
    if options.address and options.engine != "ray":
        return fail("--address needs --engine ray")
    with ExitStack() as stack:
        place, job = _job(options, stack)
        shown = _shown()
        stack.callback(shown.close)
        tally = job.run(shown.show)
        notes = _finish(options, place, shown) if tally.inputs else []
        shown.close()
    write("".join(f"{line}\n" for line in summary(tally)))
    report([f"tickerboard: {each}" for each in (*tally.reasons[:20], *_more(tally), *notes)])
    if tally.unread:
        return FAILED
    return DONE if tally.quotes else fail("no quote found", NOTHING)


def _job(options: argparse.Namespace, stack: ExitStack) -> tuple[Workplace, Backfill]:
    """Return the backfill and the place it works in, owned until the stack is closed."""
    from tickerboard.backfill import engine

    runs = engine.Engine(options.engine, options.address, options.workers)
    runs.begin()
    from tickerboard.backfill.backfill import Backfill
    from tickerboard.backfill.columns import Columns
    from tickerboard.backfill.inputs import find_inputs
    from tickerboard.backfill.outputs import COUNT, FOLDER
    from tickerboard.backfill.outputs import HISTORY as TO_HISTORY
    from tickerboard.backfill.workplace import Workplace

    inputs = find_inputs(options.inputs)
    columns = Columns(options.text_column, options.url_column, options.time_column)
    if options.dry_run:
        output, folder = COUNT, Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="tickerboard-")))
    elif options.out == HISTORY:
        from tickerboard.settings.places import history_path

        output, folder = TO_HISTORY, _beside(history_path())
    else:
        output, folder = FOLDER, Path(options.out)
    place = Workplace(folder)
    stack.enter_context(place.owned())
    return place, Backfill(inputs, columns, output, place, runs)


def _beside(history: Path) -> Path:
    """Return the folder in which pages wait for the history."""
    return history.with_name(f"{history.name}.backfill")


def _finish(options: argparse.Namespace, place: Workplace, shown: Shown) -> list[str]:
    """Write what all tasks have in common; return what is to be said of it."""
    if options.dry_run:
        return []
    if options.out != HISTORY:
        from tickerboard.backfill.gathering import gather_problems

        gather_problems(place)
        return []
    from tickerboard.backfill.storing import store_staged
    from tickerboard.history.store import Store
    from tickerboard.settings.places import history_path

    with Store(history_path()) as store:
        stored = store_staged(place, store, lambda done: shown.note(f"history: {done:,} pages stored"))
        notices = list(store.notices)
    place.remove()
    merged = f"{counted(stored.merged, 'page')} had a strip of their day that is stored"
    return [*notices, f"{counted(stored.new, 'new snapshot')}; {merged}; stored before: {stored.known:,}"]


def _more(tally: Tally) -> list[str]:
    more = sum(tally.rejected.values()) - len(tally.reasons[:20])
    return [f"{more:,} more records were rejected"] if more > 0 else []


def _shown() -> Shown:
    """Return a bar on a terminal, plain lines elsewhere."""
    if sys.stderr.isatty():
        from tickerboard.ui.terminal.bar import Bar

        return Bar()
    return LineProgress()
