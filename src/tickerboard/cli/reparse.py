"""`reparse`: the stored pages read again with this version's parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.cli.output import fail, report, write
from tickerboard.cli.statuses import DONE, FAILED, NOTHING
from tickerboard.history.reparse import reparse
from tickerboard.history.store import Store
from tickerboard.settings.places import history_path
from tickerboard.text.clean import clean
from tickerboard.text.counts import counted

if TYPE_CHECKING:
    import argparse

    from tickerboard.history.reparse import Reread


def run(options: argparse.Namespace) -> int:
    """Run `reparse` and return the exit status."""
    path = history_path()
    if not path.exists():
        return fail(f"{path}: no history yet; 'tickerboard record SOURCE' starts one", NOTHING)
    read = changed = failed = 0
    with Store(path) as store:
        for each in reparse(store, apply=options.apply):
            read += 1
            changed += bool(each.changes)
            if each.failure:
                failed += 1
                fail(f"{each.source}: {each.failure}")
            write(_lines(each))
    done = "stored" if options.apply else "nothing was stored; use --apply to store them"
    summary = (
        f"{changed} of {counted(read, 'snapshot')} read differently; {done}"
        if changed
        else f"{counted(read, 'snapshot')} read the same"
    )
    report([f"tickerboard: {summary}"])
    return FAILED if failed else DONE


def _lines(each: Reread) -> str:
    place = f"{each.time.isoformat(timespec='seconds')}  {each.source}"
    return "".join(
        f"{place}  {_one_line(change.what)}: {_one_line(change.stored)} -> {_one_line(change.now)}\n"
        for change in each.changes
    )


def _one_line(text: str | None) -> str:
    return "nothing" if text is None else clean(text).replace("\n", " ")
