"""Kill a process at each statement of a migration; the history must be at the version before or after, and whole."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from recording import arrival, is_whole, keep, prices, rows, strip
from tickerboard.history import database
from tickerboard.history.schema import MIGRATIONS

if TYPE_CHECKING:
    import sqlite3

SECOND = "ALTER TABLE quote ADD COLUMN extra TEXT;\nUPDATE quote SET extra = last;\nCREATE INDEX more ON quote (extra);"


def killed_at(path: Path, statement: int, migrations: tuple[str, ...]) -> bool:
    """Open the history in a process that is killed at a statement; return whether it was."""
    if (child := os.fork()) == 0:
        connect = database._connect

        def counting(*arguments: object) -> sqlite3.Connection:
            connection = connect(*arguments)  # type: ignore[arg-type]
            seen = [0]

            def count(_: str) -> None:
                seen[0] += 1
                if seen[0] == statement:
                    os.kill(os.getpid(), signal.SIGKILL)

            connection.set_trace_callback(count)
            return connection

        database._connect = counting  # type: ignore[assignment]
        database.open_writer(path, migrations).close()
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def from_nothing(path: Path) -> int:
    """Kill the first migration at every statement; return how many kills there were."""
    for statement in range(1, 200):
        path.unlink(missing_ok=True)
        killed = killed_at(path, statement, MIGRATIONS)
        keep(path, arrival(strip(ABL="1.00")))
        assert is_whole(path)
        if not killed:
            return statement - 1
    raise AssertionError


def from_the_first(path: Path) -> int:
    """Kill the next migration of a history with data at every statement; return how many kills there were."""
    before = path.with_name("before.db")
    shutil.copy(path, before)
    both = (*MIGRATIONS, SECOND)
    for statement in range(1, 200):
        shutil.copy(before, path)
        killed = killed_at(path, statement, both)
        database.open_writer(path, both).close()
        assert rows(path, "PRAGMA user_version") == [(len(both),)]
        assert rows(path, "SELECT extra FROM quote") == [("1.00",)]
        assert (prices(path), is_whole(path)) == (["1.00"], True)
        if not killed:
            return statement - 1
    raise AssertionError


path = Path(sys.argv[1])
kills = from_nothing(path) + from_the_first(path)
assert kills > 20
print("ok", kills)  # noqa: T201
