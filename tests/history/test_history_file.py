"""D: the history's file is empty, removed, newer, of another program, open to others or no file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from recording import arrival, keep, prices, rows, strip
from tickerboard.history import History, HistoryError, RefusedError, database
from tickerboard.history.store import Store

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history" / "history.db"


def test_d8_an_empty_file_is_a_new_history(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    keep(path, arrival(strip(ABL="75.25")))
    assert prices(path) == ["75.25"]


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_d9_a_history_that_is_removed_while_open_is_begun_again(
    path: Path, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "journal_mode", lambda: mode)
    with Store(path) as store:
        list(store.add([arrival(strip(ABL="1.00"))]))
        path.unlink()
        list(store.add([arrival(strip(ABL="2.00"), 1)]))
        assert store.notices == [f"{path}: the history was removed while it was open; a new one was begun"]
    assert prices(path) == ["2.00"]


def test_d9_a_history_that_is_emptied_or_replaced_while_open_is_written_again(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    keep(other, arrival(strip(ABL="5.00")))
    with Store(path) as store:
        list(store.add([arrival(strip(ABL="1.00"))]))
        os.truncate(path, 0)
        list(store.add([arrival(strip(ABL="2.00"), 1)]))
        assert prices(path) == ["2.00"]
        other.replace(path)
        list(store.add([arrival(strip(ABL="3.00"), 2)]))
        assert store.notices == [
            f"{path}: the history was emptied while it was open; a new one was begun",
            f"{path}: the history was replaced while it was open; the new file is used",
        ]
    assert prices(path) == ["5.00", "3.00"]


def test_d9_a_reader_notices_that_the_history_was_removed_and_begun_again(path: Path) -> None:
    keep(path, arrival(strip(ABL="1.00")))
    with History(path) as history:
        assert [str(each.last) for each in history.points()] == ["1.00"]
        path.unlink()
        keep(path, arrival(strip(ABL="2.00")))
        assert [str(each.last) for each in history.points()] == ["2.00"]


def test_d14_a_newer_schema_is_refused_and_left_untouched(path: Path) -> None:
    keep(path, arrival(strip(ABL="1.00")))
    rows(path, "PRAGMA user_version = 99")
    before, changed = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(RefusedError, match="later version"), Store(path):
        pass
    with pytest.raises(RefusedError, match="later version"), History(path) as history:
        history.symbols()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, changed)


def test_d14_a_database_of_another_program_is_refused_and_left_untouched(path: Path) -> None:
    path.parent.mkdir()
    rows(path, "CREATE TABLE mine (x)")
    before = path.read_bytes()
    with pytest.raises(RefusedError, match="not a tickerboard history"), Store(path):
        pass
    assert path.read_bytes() == before


def test_d18_the_file_and_its_folder_are_private_whatever_the_umask(path: Path) -> None:
    umask = os.umask(0)
    try:
        keep(path, arrival(strip(ABL="1.00")))
    finally:
        os.umask(umask)
    modes = {each.name: oct(each.stat().st_mode & 0o777) for each in (path.parent, *path.parent.iterdir())}
    assert modes == {"history": "0o700", "history.db": "0o600", "history.db.lock": "0o600"}


def test_d18_a_file_that_others_can_read_is_made_private(path: Path) -> None:
    keep(path, arrival(strip(ABL="1.00")))
    path.chmod(0o644)
    keep(path, arrival(strip(ABL="2.00"), 1))
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_pipe_in_place_of_the_history_is_refused_at_once(path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path)
    with pytest.raises(HistoryError, match="not a regular file"), Store(path):
        pass
    with pytest.raises(HistoryError, match="not a regular file"), History(path) as history:
        history.symbols()
