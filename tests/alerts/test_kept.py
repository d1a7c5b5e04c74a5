"""Fired alerts in the history."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from recording import arrival, keep, rows, strip
from tickerboard.alerts.firing import Firing
from tickerboard.history import History
from tickerboard.history.recorder import Fired, Recorder
from tickerboard.history.retention import remove_before
from tickerboard.history.store import Store
from trading_day import OPEN

if TYPE_CHECKING:
    from pathlib import Path

FALL = Firing("falls", OPEN, "HBL", Decimal("110.20"), Decimal("-3.05"), Decimal("-3.47"), "Habib Bank", "page.txt")
STORY = Firing("rates", OPEN, None, None, None, source="feed", headline="Rates", url="https://news.example/1")


def test_a_firing_is_kept_once_and_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    later = FALL._replace(time=OPEN + timedelta(hours=1))
    recorder = Recorder(path)
    for fired in ((FALL, STORY), (FALL,), (later,)):
        assert recorder.put_work(Fired(fired))
    assert recorder.close(60)
    with History(path) as history:
        assert history.firings() == [FALL, STORY, later]
        assert history.firings(OPEN + timedelta(minutes=1)) == [later]
        assert history.sql("SELECT alert, symbol, last, percent FROM alerts")[1] == [
            ("falls", "HBL", 110.2, -3.05),
            ("rates", None, None, None),
            ("falls", "HBL", 110.2, -3.05),
        ]
        marks = history.marks(OPEN, OPEN + timedelta(hours=2), 4)
        assert sorted(marks.firings) == [0, 2]


def test_firings_go_with_the_snapshots_of_their_time(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    keep(path, arrival(strip(ABL="1.00")))
    with Store(path) as store:
        store.add_firings([FALL])
        remove_before(store, 2**62)
    assert rows(path, "SELECT count(*) FROM firing") == [(0,)]
