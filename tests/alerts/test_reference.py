"""Over a recorded day each kind of condition fires exactly where a query over the history says so."""

from __future__ import annotations

import csv
import io
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tickerboard.alerts.engine import Engine
from tickerboard.alerts.rule import Rule
from tickerboard.board.listings import Listings
from tickerboard.cli.main import main
from tickerboard.history import History
from trading_day import day, recorded

if TYPE_CHECKING:
    from pathlib import Path

    from tickerboard.alerts.firing import Firing

BANKS = ("SYMAA", "SYMAB", "SYMAC")
_BASE = """
WITH moment AS (SELECT snapshot, time, row_number() OVER (ORDER BY time) AS n FROM snapshots WHERE source = 'day.txt'),
q AS (SELECT symbol, n, moment.time AS time, last, change, percent FROM quotes JOIN moment USING (snapshot)),
before AS (SELECT q.*, lag(percent) OVER w AS percent_before, lag(last) OVER w AS last_before FROM q
    WINDOW w AS (PARTITION BY symbol ORDER BY n)),
crossing AS (SELECT * FROM before
    WHERE (percent_before < 1 AND percent >= 1) OR (percent_before > 1 AND percent <= 1)),
news AS (SELECT min(time) AS time, headline FROM articles WHERE source = 'news.xml' GROUP BY headline)
"""
_EDGE = """, t AS ({truth}) SELECT time, symbol FROM t WHERE NOT EXISTS (
    SELECT 1 FROM t earlier WHERE earlier.symbol = t.symbol AND earlier.n = t.n - 1)"""
_NAMED = (
    "SELECT DISTINCT news.time, symbol FROM news JOIN q ON headline LIKE '%' || symbol || '%' WHERE q.time < news.time"
)
QUERIES = {
    "percent < -1.5": _EDGE.format(truth="SELECT * FROM q WHERE percent < -1.5"),
    "abs(percent) >= 2 and not symbol in banks": _EDGE.format(
        truth="SELECT * FROM q WHERE abs(percent) >= 2 AND symbol NOT IN ('SYMAA', 'SYMAB', 'SYMAC')"
    ),
    "direction = up or last < 50": _EDGE.format(truth="SELECT * FROM q WHERE change > 0 OR last < 50"),
    "percent crosses 1": _EDGE.format(truth="SELECT * FROM crossing"),
    "percent > 1 for 3 pages": _EDGE.format(
        truth="""SELECT * FROM (SELECT q.*, min(percent > 1) OVER w AS all_true, count(*) OVER w AS pages FROM q
            WINDOW w AS (PARTITION BY symbol ORDER BY n ROWS 2 PRECEDING)) WHERE all_true AND pages = 3"""
    ),
    "percent crosses 1 within 5 min and percent < 1": _EDGE.format(
        truth="""SELECT * FROM q WHERE percent < 1 AND EXISTS (SELECT 1 FROM crossing c WHERE c.symbol = q.symbol
            AND c.time <= q.time AND unixepoch(c.time) >= unixepoch(q.time) - 300)"""
    ),
    "new": """SELECT time, symbol FROM q WHERE n > 1
        AND NOT EXISTS (SELECT 1 FROM q p WHERE p.symbol = q.symbol AND p.n = q.n - 1)""",
    "vanished and percent > 0": """SELECT moment.time, symbol FROM q JOIN moment ON moment.n = q.n + 1
        WHERE percent > 0 AND NOT EXISTS (SELECT 1 FROM q p WHERE p.symbol = q.symbol AND p.n = q.n + 1)""",
    "mentioned": _NAMED,
    "headline ~ dividend and mentioned": f"{_NAMED} AND headline LIKE '%dividend%'",
    "headline ~ merger": "SELECT time, NULL FROM news WHERE headline LIKE '%merger%'",
}
GROUPS = {"banks": frozenset(BANKS)}


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("day") / "history.db"
    recorded(path, day())
    return path


def by_query(path: Path, query: str) -> list[tuple[str, str | None]]:
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.execute(_BASE + query).fetchall(), key=str)


def engine_of(when: str) -> Engine:
    return Engine([Rule.read("it", when, GROUPS)], Listings())


def seen(firings: list[Firing]) -> list[tuple[str, str | None]]:
    return sorted(((each.time.isoformat(timespec="seconds"), each.symbol) for each in firings), key=str)


@pytest.mark.parametrize("when", QUERIES)
def test_live_replay_and_test_fire_where_the_query_says(
    when: str, history: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = by_query(history, QUERIES[when])
    assert len(expected) > 3

    live = engine_of(when)
    firings = []
    for each in day():
        firings += live.update(each.update)
        firings += live.update(each.update)  # read again without a change
    assert seen(firings) == expected

    with History(history) as opened:
        replayed = engine_of(when)
        assert seen([firing for update in opened.updates() for firing in replayed.update(update)]) == expected

    config = tmp_path / "config.toml"
    config.write_text(f"[groups]\nbanks = {list(BANKS)}\n[alerts.it]\nwhen = '{when}'\n")
    monkeypatch.setenv("TICKERBOARD_HISTORY", str(history))
    assert main(["alerts", "test", "--since", "2026-01-01", "--format", "csv", "--config", str(config)]) == 0
    printed = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert sorted(((row["time"], row["symbol"] or None) for row in printed), key=str) == expected
