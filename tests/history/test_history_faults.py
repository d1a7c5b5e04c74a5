"""D: the history's file is full, read-only, damaged or locked, or its writer is killed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from recording import arrival, is_whole, keep, prices, rows, strip
from tickerboard.history import DamagedError, History, HistoryError, NoHistoryError, database, recorder
from tickerboard.history.errors import LockedError
from tickerboard.history.recorder import Recorder
from tickerboard.history.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


HERE = Path(__file__).parent
LONG = pytest.mark.timeout(300)
PAGE = arrival(strip(ABL="1.00"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history" / "history.db"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits of a tenth of a second where the program waits for seconds."""
    monkeypatch.setattr(database, "WRITE_SECONDS", 0.1)
    monkeypatch.setattr(recorder, "RETRY_SECONDS", 0.1)


def command(script: str, *arguments: object) -> list[str]:
    return [sys.executable, str(HERE / "scripts" / script), *map(str, arguments)]


def environment(more: Mapping[str, str]) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(HERE.parent)} | dict(more)


def run(script: str, *arguments: object, through: tuple[str, ...] = (), env: Mapping[str, str] | None = None) -> str:
    """Run a script of this folder to its end and return what it printed."""
    line = [*through, *command(script, *arguments)]
    done = subprocess.run(line, capture_output=True, text=True, env=environment(env or {}))
    assert done.returncode == 0, done.stderr
    return done.stdout


class Said:
    """What a recorder reported, and a way to wait for it."""

    def __init__(self) -> None:
        self.lines: list[str | None] = []
        self._changed = threading.Condition()

    def __call__(self, line: str | None) -> None:
        with self._changed:
            self.lines.append(line)
            self._changed.notify_all()

    def wait(self, wanted: Callable[[list[str | None]], bool]) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: wanted(self.lines), 30), self.lines


@LONG
@pytest.mark.parametrize(("mode", "kills"), [("delete", 40), ("wal", 20)])
def test_d1_forty_kills_while_writing_lose_nothing_that_was_acknowledged(path: Path, mode: str, kills: int) -> None:
    assert run("killed_writers.py", path, kills, mode) == f"{kills} kills\n"
    assert (rows(path, "PRAGMA journal_mode"), is_whole(path)) == ([(mode,)], True)


def test_d2_a_full_database_is_reported_and_writing_resumes(path: Path) -> None:
    with Store(path) as store:
        list(store.add([arrival(strip(ABL="1.00"))]))
        full = store.open().execute("PRAGMA page_count").fetchone()[0]
        store.open().execute(f"PRAGMA max_page_count = {full}")
        page = arrival(strip(**{f"S{number:04}": "1.00" for number in range(3_000)}), 1)
        with pytest.raises(HistoryError, match="no space left"):
            list(store.add([page]))
        store.open().execute("PRAGMA max_page_count = 1000000")
        assert next(store.add([page]))[0].new
    assert (prices(path, "S2999"), is_whole(path)) == (["1.00"], True)


@LONG
@pytest.mark.parametrize("fault", ["full", "read-only"])
def test_d3_d6_a_disk_that_is_full_or_read_only_pauses_the_history_and_it_resumes(tmp_path: Path, fault: str) -> None:
    apart = ("unshare", "--mount", "--map-root-user") if shutil.which("unshare") else ()
    attempt = 'mount -t tmpfs none "$0" && mount -o remount,ro "$0"'
    if not apart or subprocess.run([*apart, "sh", "-c", attempt, str(tmp_path)], capture_output=True).returncode:
        pytest.skip("this account may not mount a file system of its own")
    assert run("bad_disk.py", tmp_path, fault, through=apart).splitlines() == [
        f"paused: {'no space left' if fault == 'full' else 'read-only'}",
        "resumed",
        "3 prices",
        "whole",
    ]


@LONG
@pytest.mark.parametrize("error", ["ENOSPC", "EIO"])
def test_d4_a_write_that_fails_wherever_it_does_loses_nothing(tmp_path: Path, error: str) -> None:
    if shutil.which("cc") is None:
        pytest.skip("there is no C compiler for the library that makes writes fail")
    library, source = tmp_path / "failing.so", HERE / "scripts" / "failing_writes.c"
    subprocess.run(["cc", "-shared", "-fPIC", "-o", str(library), str(source), "-ldl"], check=True)
    failed = 0
    for number in range(1, 400, 9):
        path = tmp_path / f"{number}" / "history.db"
        env = {"LD_PRELOAD": str(library), "FAIL_AT": str(number), "FAIL_WITH": error, "FAIL_IN": str(path.parent)}
        printed = run("few_writes.py", path, env=env).split()
        kept = prices(path) if path.exists() and rows(path, "SELECT 1 FROM sqlite_schema") else []
        assert set(printed) - {"failed"} <= set(kept)
        if kept:
            assert is_whole(path)
        if "failed" not in printed:
            break
        failed += 1
    assert failed > 3


@pytest.mark.parametrize("damage", ["garbage", "middle", "truncated"])
def test_d7_a_damaged_file_is_moved_aside_once_and_a_new_one_begun(path: Path, damage: str) -> None:
    keep(path, *(arrival(strip(**{f"S{number:03}": f"{at}.00" for number in range(200)}), at) for at in range(30)))
    data = path.read_bytes()
    half = len(data) // 8192 * 4096
    damaged = {
        "garbage": b"no database at all " * 1_000,
        "middle": data[:half] + b"\xa5" * 8192 + data[half + 8192 :],
        "truncated": data[:half],
    }[damage]
    path.write_bytes(damaged)
    with pytest.raises(DamagedError), History(path) as history:
        history.check()
    with Store(path) as store:
        list(store.add([arrival(strip(ABL="75.25"))]))
        list(store.add([arrival(strip(ABL="75.30"), 1)]))
        assert len(store.notices) == 1
    aside = [each for each in path.parent.iterdir() if "damaged" in each.name]
    assert [each.read_bytes() for each in aside] == [damaged]
    assert (prices(path), is_whole(path)) == (["75.25", "75.30"], True)


def test_d7_damage_that_is_found_while_writing_is_moved_aside_too(path: Path, quick: None) -> None:
    stored, notices = Said(), Said()
    writer = Recorder(path, notice=notices, stored=lambda batch: stored(str(batch[0].quotes)))
    writer.put_work([arrival(strip(ABL="1.00"))])
    stored.wait(lambda lines: len(lines) == 1)
    with path.open("r+b") as file:
        file.write(b"\xa5" * path.stat().st_size)
    writer.put_work([arrival(strip(ABL="2.00"), 1)])
    notices.wait(lambda lines: len(lines) == 1)
    assert writer.close(30)
    assert prices(path) == ["2.00"]


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_d10_a_reader_sees_what_is_written_meanwhile(path: Path, mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "journal_mode", lambda: mode)
    keep(path, arrival(strip(ABL="1.00")))
    with History(path) as history, Store(path) as store:
        for last in ("2.00", "3.00"):
            list(store.add([arrival(strip(ABL=last), float(last))]))
            assert [f"{each.last:f}" for each in history.points()][-1] == last


@LONG
def test_d10_three_writers_and_a_reader_at_once_lose_nothing(path: Path) -> None:
    env = environment({})
    writers = [subprocess.Popen(command("many_writes.py", path, name, 40), env=env) for name in ("a", "b", "c")]
    seen = 0
    while any(writer.poll() is None for writer in writers):
        with History(path) as history:
            try:
                now = sum(1 for _ in history.points("ABL"))
            except (NoHistoryError, LockedError):
                continue
        assert now >= seen
        seen = now
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    assert (len(prices(path)), is_whole(path)) == (120, True)


def test_d10_a_history_that_is_begun_while_it_is_opened_is_not_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir()
    path.touch()
    connect, asked, begun = sqlite3.connect, list[str](), list[str]()

    def connect_first(*args: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*args, **options)
        connection.set_trace_callback(begin)
        return connection

    def begin(statement: str) -> None:
        asked.append(statement)
        if "sqlite_schema" in statement and any("application_id" in each for each in asked) and not begun:
            begun.append(statement)  # the last that is asked before it is known whose file this is
            keep(path, arrival(strip(ABL="1.00")))

    monkeypatch.setattr(sqlite3, "connect", connect_first)
    with History(path) as history:
        assert [f"{each.last:f}" for each in history.points()] == ["1.00"]
    assert begun


def test_d12_a_lock_of_another_program_holds_up_nobody_who_hands_in_snapshots(path: Path, quick: None) -> None:
    keep(path, arrival(strip(ABL="1.00")))
    said = Said()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        writer = Recorder(path, report=said)
        assert all(writer.put_work([arrival(strip(ABL=f"{at}.00"), at)]) for at in range(2, 50))
        said.wait(lambda lines: len(lines) == 1)
        assert said.lines == [f"history paused: {path}: locked by another program"]
        other.execute("ROLLBACK")
    said.wait(lambda lines: lines[-1] is None)
    assert writer.close(30)
    assert len(prices(path)) == 49


BLANK = "\n" * 10_000
"""So long that a page takes no less memory once its quotes are packed."""


# Of these pages four fit, whichever limit they meet: the one in hand, and three that wait.
@pytest.mark.parametrize(
    ("limit", "most"), [("WAITING", 3), ("WAITING_BYTES", 3 * recorder.size_of([arrival(strip(ABL="1.00") + BLANK)]))]
)
def test_d12_what_there_is_no_room_for_is_dropped_and_reported(
    path: Path, quick: None, monkeypatch: pytest.MonkeyPatch, limit: str, most: int
) -> None:
    monkeypatch.setattr(recorder, limit, most)
    keep(path, arrival(strip(ABL="1.00")))
    said, notices = Said(), Said()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        writer = Recorder(path, report=said, notice=notices)
        writer.put_work([arrival(strip(ABL="2.00") + BLANK, 1)])
        said.wait(lambda lines: len(lines) == 1)
        taken = [writer.put_work([arrival(strip(ABL=f"{at}.00") + BLANK, at)]) for at in range(3, 8)]
        assert taken == [True, True, True, False, False]
        other.execute("ROLLBACK")
    notices.wait(lambda lines: lines == ["history: 2 updates were dropped, because too many waited to be written"])
    writer.close(30)
    assert len(prices(path)) == 5


def test_d12_what_waits_for_long_takes_less_memory_and_is_written_whole(
    path: Path, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of these pages two fit unpacked."""
    pages = [arrival(strip(**{f"S{row}": f"{at}.{row:03}" for row in range(900)}), at) for at in range(1, 8)]
    monkeypatch.setattr(recorder, "WAITING_BYTES", 2 * recorder.size_of(pages[:1]))
    keep(path, PAGE)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        writer, end = Recorder(path), time.monotonic() + 30
        for page in pages:
            while not writer.put_work([page]):
                assert time.monotonic() < end
                time.sleep(0.01)
        other.execute("ROLLBACK")
    writer.close(60)
    for row in (0, 899):
        assert prices(path, f"S{row}") == [f"{at}.{row:03}" for at in range(1, 8)]
    assert rows(path, "SELECT line FROM quotes WHERE symbol = 'S899' GROUP BY line") == [(900,)]


def test_d12_a_page_of_any_size_is_taken_where_none_waits(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recorder, "WAITING_BYTES", 1)
    writer = Recorder(path)
    assert writer.put_work([PAGE])
    assert writer.close(30)
    assert prices(path) == ["1.00"]


@LONG
def test_d15_a_kill_at_any_statement_of_a_migration_leaves_a_history_that_opens(path: Path) -> None:
    assert run("killed_migrations.py", path).startswith("ok ")
