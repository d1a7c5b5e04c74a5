"""A reader that comes to the file just after a writer was killed in the middle of a transaction."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from recording import arrival, keep, prices, strip
from tickerboard.history import History, database

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_d1_a_reader_rolls_back_what_a_killed_writer_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "journal_mode", lambda: "delete")
    path = tmp_path / "history.db"
    keep(path, arrival(strip(ABL="75.25")))
    left = tmp_path / "left" / "history.db"
    left.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size = 1")  # pages of the open transaction reach the file
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("CREATE TABLE torn (text)")
        writer.executemany("INSERT INTO torn VALUES (?)", [("x" * 4000,)] * 200)
        for side in ("", "-journal"):
            shutil.copy(f"{path}{side}", f"{left}{side}")
    with closing(sqlite3.connect(f"{left.as_uri()}?mode=ro", uri=True)) as reader:
        assert "readonly" in refused(reader)
    with History(left) as history:
        assert [f"{each.last:f}" for each in history.points("ABL")] == ["75.25"]
    assert set(prices(left)) == {"75.25"}


def refused(connection: sqlite3.Connection) -> str:
    """Return why SQLite does not read: so the file is really one that has to be rolled back."""
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as error:
        return str(error)
    return ""
