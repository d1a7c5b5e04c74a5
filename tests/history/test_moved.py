"""`tickerboard moved`: how unusual a move is for its symbol, net of the index, and the articles that name it."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from recording import OPEN, arrival, keep
from tickerboard.history import HistoryError
from tickerboard.history.history import History
from tickerboard.history.naming import When

if TYPE_CHECKING:
    from pathlib import Path

DAY = 1_440


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "history.db"
    monkeypatch.setenv("TICKERBOARD_HISTORY", str(path))
    return path


def line(symbol: str, last: str) -> str:
    return f"{symbol} {last} No Change ▼ 0.00 (0%)\n"


def daily(path: Path, prices: dict[str, list[str]], story: str = "") -> None:
    """A page a day; the story stands on the last."""
    count = len(next(iter(prices.values())))
    keep(
        path,
        *(
            arrival(
                "".join(line(symbol, each[day]) for symbol, each in prices.items())
                + (story if day == count - 1 else ""),
                day * DAY,
            )
            for day in range(count)
        ),
    )


def alternating(days: int, low: str, high: str) -> list[str]:
    return [(low, high)[day % 2] for day in range(days)]


def test_the_size_of_a_move_is_in_median_moves_of_its_symbol_net_of_the_index(path: Path) -> None:
    # ABL usually moves by 1 of 100, KEL by 10 of 100; the index stands still until it rises by 1 percent.
    daily(
        path,
        {
            "KSE100": ["40,000"] * 30 + ["40,400"],
            "ABL": [*alternating(30, "99.00", "100.00"), "105.00"],
            "KEL": [*alternating(30, "90.00", "100.00"), "105.00"],
            "OGDC": ["139.75"] * 31,
        },
    )
    end = OPEN + timedelta(days=30)
    with History(path) as history:
        moved = history.moved(end - timedelta(days=1), end)
    assert (moved.index, moved.index_percent) == ("KSE100", Decimal("1.00"))
    found = {each.symbol: (each.percent, each.net, each.size, each.observations) for each in moved.moves}
    assert found == {
        "ABL": (Decimal("5.00"), Decimal("4.00"), Decimal("4.0"), 29),
        "KEL": (Decimal("5.00"), Decimal("4.00"), Decimal("0.4"), 29),
        "KSE100": (Decimal("1.00"), None, None, 29),
    }
    assert [each.symbol for each in moved.moves] == ["ABL", "KEL", "KSE100"]


def test_too_few_observations_are_said_and_no_size_is_made_up(path: Path) -> None:
    daily(path, {"ABL": [*alternating(20, "99.00", "100.00"), "105.00"]})
    end = OPEN + timedelta(days=20)
    with History(path) as history:
        (move,) = history.moved(end - timedelta(days=1), end).moves
    assert (move.size, move.observations, move.net) == (None, 19, None)
    assert "too few observations (19 of 20)" in run().stdout


def test_a_symbol_that_came_within_the_time_is_measured_from_its_first_quote(path: Path) -> None:
    keep(path, *(arrival(line("ABL", price), minutes) for minutes, price in ((10, "100.00"), (20, "110.00"))))
    with History(path) as history:
        (move,) = history.moved(OPEN, OPEN + timedelta(hours=1)).moves
    assert (move.net, move.size) == (None, None)
    assert (move.start, move.first, move.percent) == (OPEN + timedelta(minutes=10), Decimal("100.00"), Decimal("10.00"))


def test_prices_of_two_sources_are_never_compared(path: Path) -> None:
    keep(path, arrival(line("GOLD", "2000.00"), 0, "dollars"), arrival(line("GOLD", "240000.00"), 10, "rupees"))
    with History(path) as history:
        assert history.moved(OPEN, OPEN + timedelta(hours=1)).moves == ()


STORY = """
Cement shares rise

The market opened flat. ABL gained five per cent in early trade. Others fell.
"""


def test_articles_that_name_a_mover_stand_beside_it_with_sentence_and_line(path: Path) -> None:
    before = "\nABL plans a new plant\n\nThe board of ABL met on Monday.\n"
    after = "\nABL shares ease\n\nProfit was taken. It was a quiet day.\n"
    keep(
        path,
        arrival(line("ABL", "100.00") + before, -60),
        arrival(line("ABL", "100.10"), 0),
        arrival(line("ABL", "105.00") + STORY, 30),
        arrival(line("ABL", "104.00") + after, 90),
    )
    with History(path) as history:
        (move,) = history.moved(OPEN, OPEN + timedelta(minutes=60)).moves
    assert [(each.when, each.sentence, each.line) for each in move.named_in] == [
        (When.BEFORE, "ABL plans a new plant", 3),
        (When.WITHIN, "ABL gained five per cent in early trade.", 5),
        (When.AFTER, "ABL shares ease", 3),
    ]


@pytest.mark.parametrize(
    ("published", "when"),
    [
        ("2004-09-16", None),
        ("2026-01-05", When.WITHIN),
        ("2026-01-05T04:00:00+00:00", When.BEFORE),
        ("2026-01-05T09:40:00+00:00", When.WITHIN),
        (None, When.WITHIN),
    ],
)
def test_an_article_came_when_it_was_published_where_the_page_says_so(
    path: Path, published: str | None, when: When | None
) -> None:

    found = arrival(line("ABL", "105.00") + STORY, 30)
    page = found.snapshot.page
    assert page.article is not None
    page = page._replace(article=page.article._replace(published=published))
    found = found._replace(snapshot=found.snapshot._replace(page=page))
    keep(path, arrival(line("ABL", "100.00")), found)
    with History(path) as history:
        (move,) = history.moved(OPEN, OPEN + timedelta(hours=1)).moves
    assert [each.when for each in move.named_in] == ([] if when is None else [when])


def test_the_second_time_must_be_later(path: Path) -> None:
    keep(path, arrival(line("ABL", "100.00")))
    with History(path) as history, pytest.raises(HistoryError, match="the first time must be before the second"):
        history.moved(OPEN, OPEN)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tickerboard", "moved", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=50)


def test_the_command_prints_what_moved_until_the_latest_snapshot(path: Path) -> None:
    keep(path, arrival(line("ABL", "100.00"), 0), arrival(line("ABL", "105.00") + STORY, 30))
    done = run()
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "moved from 2026-01-04T10:00:00+00:00 to 2026-01-05T10:00:00+00:00, no index to compare with",
        "ABL               100.00 -> 105.00    +5.00%                first seen within this time",
        "    named in, within (2026-01-05T10:00:00+00:00): ABL gained five per cent in early trade.  [page.txt:5]",
    ]
    assert "because" not in done.stdout


def test_the_command_prints_csv_and_ndjson(path: Path) -> None:
    keep(path, arrival(line("ABL", "100.00"), 0), arrival(line("ABL", "105.00") + STORY, 30))
    times = ("--from", "2026-01-05T09:00Z", "--to", "2026-01-05T10:00Z")
    assert run(*times, "--format", "csv").stdout == (
        "symbol,kind,from_time,from,to_time,to,percent,net,size,observations,source,articles\n"
        "ABL,equity,2026-01-05T09:30:00+00:00,100.00,2026-01-05T10:00:00+00:00,105.00,5.00,,,0,page.txt,1\n"
    )
    given = json.loads(run(*times, "--format", "ndjson").stdout)
    assert (given["symbol"], given["to"], given["articles"][0]["line"]) == ("ABL", 105.0, 5)


def test_nothing_moved_is_status_1(path: Path) -> None:
    assert run().returncode == 1
    keep(path, arrival(line("ABL", "100.00"), 0))
    done = run()
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == ("tickerboard: nothing moved from 2026-01-04T09:30:00+00:00 to 2026-01-05T09:30:00+00:00\n")


def test_times_before_the_calendar_begins_are_no_error(path: Path) -> None:
    daily(path, {"ABL": alternating(3, "99.00", "100.00")})
    with History(path) as history:
        assert len(history.moved(datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)).moves) == 0
        assert len(history.moved(datetime(1, 1, 1, tzinfo=UTC), OPEN + timedelta(days=1)).moves) == 1
