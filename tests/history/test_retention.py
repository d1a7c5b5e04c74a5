"""How long the history keeps snapshots."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from recording import OPEN, arrival, is_whole, keep, prices, rows, strip
from tickerboard.history.retention import Retention
from tickerboard.history.store import Store

if TYPE_CHECKING:
    from pathlib import Path

DAY = 1_440
NOW = (OPEN + timedelta(days=10)).timestamp()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "history.db"
    story = "\nShares close higher today\n\nThe market rose on Monday. It fell on Tuesday.\n"
    keep(path, *(arrival(strip(ABL=f"{day}.00") + (story if day == 0 else ""), day * DAY) for day in range(10)))
    return path


def test_everything_is_kept_by_default(path: Path) -> None:
    with Store(path) as store:
        assert Retention().apply(store, NOW) == 0
    assert len(prices(path)) == 10


def test_snapshots_older_than_so_many_days_go_with_all_that_only_they_have(path: Path) -> None:
    with Store(path) as store:
        assert Retention(days=4).apply(store, NOW) == 6
    assert prices(path) == ["6.00", "7.00", "8.00", "9.00"]
    assert rows(path, "SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM article)") == [(4, 0)]
    assert is_whole(path)


def test_a_page_that_was_confirmed_lately_stays_however_old_it_is(path: Path) -> None:
    keep(path, arrival(strip(KEL="4.66"), 0, "still.txt"))
    with Store(path) as store:
        store.confirm("still.txt", OPEN + timedelta(days=9))
        Retention(days=4).apply(store, NOW)
    assert prices(path, "KEL") == ["4.66"]


def test_the_oldest_snapshots_go_until_the_file_is_small_enough(tmp_path: Path) -> None:
    path = tmp_path / "large.db"
    many = {f"S{number:04}": "1.00" for number in range(900)}
    keep(path, *(arrival(strip(**many, ABL=f"{day}.00"), day * DAY) for day in range(60)))
    before = path.stat().st_size
    assert before > 2 * 1024 * 1024
    with Store(path) as store:
        Retention(megabytes=1).apply(store, NOW)
    assert path.stat().st_size < before / 2
    left = prices(path)
    assert left == [f"{day}.00" for day in range(60)][-len(left) :]
    assert left


def test_it_is_applied_once_an_hour(path: Path) -> None:
    retention = Retention(days=4)
    with Store(path) as store:
        assert retention.apply(store, NOW - 86_400) == 5
        assert retention.apply(store, NOW - 86_400 + 60) == 0
        assert retention.apply(store, NOW) == 1
