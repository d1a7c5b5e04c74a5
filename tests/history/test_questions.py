"""What the history answers: the board as of a time, sparklines, steps, moves, marks, and where a figure was read."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from recording import OPEN, arrival, keep, strip
from tickerboard.board.board import Board
from tickerboard.history.history import History
from tickerboard.history.steps import Period
from tickerboard.history.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STORY = "\nShares close higher today\n\nThe market rose on Monday. It fell on Tuesday.\n"


def at(minutes: float) -> datetime:
    return OPEN + timedelta(minutes=minutes)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


@pytest.fixture
def history(path: Path) -> Iterator[History]:
    """ABL 1, 2, 2, 3 at minutes 0, 10, 20, 30; KEL vanishes at 20; another page has OGDC from minute 15."""
    keep(
        path,
        arrival(strip(ABL="1.00", KEL="4.66"), 0),
        arrival(strip(ABL="2.00", KEL="4.66") + STORY, 10),
        arrival(strip(OGDC="139.75"), 15, "other.txt"),
        arrival(strip(ABL="2.00"), 20),
        arrival(strip(ABL="3.00"), 30),
    )
    with History(path) as history:
        yield history


def board(history: History, minutes: float) -> dict[str, tuple[str, str, bool]]:
    rows = Board.of(history.as_of(at(minutes))).rows
    return {row.quote.symbol: (str(row.quote.last), f"{row.seen:%H:%M}" if row.seen else "", row.old) for row in rows}


@pytest.mark.parametrize(
    ("minutes", "rows"),
    [
        (-1, {}),
        (0, {"ABL": ("1.00", "09:30", False), "KEL": ("4.66", "09:30", False)}),
        (9.9, {"ABL": ("1.00", "09:30", False), "KEL": ("4.66", "09:30", False)}),
        (
            16,
            {
                "ABL": ("2.00", "09:40", False),
                "KEL": ("4.66", "09:40", False),
                "OGDC": ("139.75", "09:45", False),
            },
        ),
        (
            1_000,
            {
                "ABL": ("3.00", "10:00", False),
                "KEL": ("4.66", "09:40", True),
                "OGDC": ("139.75", "09:45", False),
            },
        ),
    ],
)
def test_the_board_as_of_any_time(history: History, minutes: float, rows: dict[str, tuple[str, str, bool]]) -> None:
    assert board(history, minutes) == rows


def test_the_board_as_of_a_time_of_some_sources_only(history: History) -> None:
    rows = Board.of(history.as_of(at(60), ["other.txt"])).rows
    assert [row.quote.symbol for row in rows] == ["OGDC"]


def test_the_board_as_of_a_time_has_the_articles_and_problems_of_then(path: Path) -> None:
    page = "ABL 75.20 Decreased By ▼ -0.10 (-5.13%)\n" + STORY
    keep(path, arrival(page, 0), arrival(strip(ABL="75.20"), 10))
    with History(path) as history:
        then, later = (Board.of(history.as_of(at(minutes))) for minutes in (5, 15))
    assert [article.headline for article in then.articles] == ["Shares close higher today"]
    assert [problem.code for _, problem in then.problems] == ["arithmetic"]
    assert then.rows[0].doubtful
    assert (later.articles, later.problems) == ((), ())


def test_a_page_of_then_is_what_the_parser_reads_today_but_for_its_text(path: Path) -> None:
    page = arrival("KSE100 74,531 Increased By 732.1 (0.99%)\nABL 75.20 Decreased By ▼ -0.10 (-0.13%)\n" + STORY)
    keep(path, page)
    with History(path) as history:
        (update,) = history.as_of(at(1))
    assert update.snapshots == (page.snapshot,)


def test_figures_are_as_old_as_their_last_confirmation(path: Path) -> None:
    keep(path, arrival(strip(ABL="1.00"), 0), arrival(strip(ABL="2.00"), 30))
    with Store(path) as store:
        store.confirm("page.txt", at(50))
    keep(path, arrival(strip(ABL="2.00"), 55))
    with History(path) as history:
        observed = [history.as_of(at(minutes))[0].snapshots[0].observed for minutes in (20, 40, 60)]
    assert observed == [at(0), at(40), at(55)]


def test_a_page_that_came_late_does_not_outlast_what_was_confirmed_after_its_time(path: Path) -> None:
    keep(path, arrival(strip(ABL="1.00") + STORY, 0), arrival(strip(ABL="1.00") + STORY, 50))
    keep(path, arrival(strip(ABL="2.00"), 30))
    with History(path) as history:
        assert [(each.time, str(each.last)) for each in history.points("ABL")] == [
            (at(0), "1.00"), (at(30), "2.00"), (at(50), "1.00"),
        ]  # fmt: skip
        shots = [history.as_of(at(minutes))[0].snapshots[0] for minutes in (10, 40, 60)]
    assert [(shot.observed, len(shot.page.stories) + bool(shot.page.article)) for shot in shots] == [
        (at(0), 1), (at(30), 0), (at(50), 1),
    ]  # fmt: skip


def test_every_snapshot_comes_as_the_update_that_it_was(path: Path) -> None:
    pages = [arrival(strip(ABL="1.00", KEL="4.66"), 0), arrival(strip(ABL="2.00") + STORY, 10), arrival("\n", 20)]
    keep(path, *reversed(pages))
    with Store(path) as store:
        store.confirm("page.txt", at(50))
    with History(path) as history:
        found = list(history.updates())
        assert [update.snapshots for update in found] == [(page.snapshot,) for page in pages]
        assert [update.at for update in found] == [at(0), at(10), at(20)]
        assert [update.at for update in history.updates(since=at(5), until=at(20))] == [at(10)]


def test_points_of_one_source_only(path: Path) -> None:
    keep(path, arrival(strip(ABL="1.00"), 0, "a"), arrival(strip(ABL="9.00"), 5, "b"))
    with History(path) as history:
        assert [str(each.last) for each in history.points("ABL", sources=["b"])] == ["9.00"]
        assert [str(each.last) for each in history.points(sources=["a"])] == ["1.00"]
        assert list(history.points("ABL", sources=["none"])) == []


def test_sparklines_are_prices_at_even_steps(history: History) -> None:
    assert history.sparklines(at(0), at(30), 4) == {
        "ABL": (Decimal(1), Decimal(2), Decimal(2), Decimal(3)),
        "KEL": (Decimal("4.66"),) * 4,
        "OGDC": (None, None, Decimal("139.75"), Decimal("139.75")),
    }
    assert history.sparklines(at(18), at(30), 2) == {"ABL": (None, Decimal(3))}


def test_a_symbol_of_two_sources_has_the_sparkline_of_the_latest(path: Path) -> None:
    keep(
        path, arrival(strip(ABL="1.00"), 0, "a"), arrival(strip(ABL="9.00"), 5, "b"), arrival(strip(ABL="2.00"), 9, "a")
    )
    with History(path) as history:
        assert history.sparklines(at(0), at(10), 2) == {"ABL": (Decimal(1), Decimal(2))}
        assert history.sparklines(at(0), at(10), 2, ["b"]) == {"ABL": (None, Decimal(9))}


def test_steps_go_from_snapshot_to_snapshot(history: History) -> None:
    steps = [at(30)]
    while (before := history.step(steps[-1], -1)) is not None:
        steps.append(before)
    assert steps == [at(30), at(20), at(15), at(10), at(0)]
    assert [history.step(each, 1) for each in (at(-5), at(0), at(12), at(30))] == [at(0), at(10), at(15), None]
    assert history.step(at(20), -1, ["page.txt"]) == at(10)
    assert history.step(at(20), 1, ["other.txt"]) is None


def test_moves_go_from_change_to_change_of_a_symbol(history: History) -> None:
    assert [history.move("ABL", at(minutes), 1) for minutes in (-1, 0, 10, 20, 30)] == [
        at(0),
        at(10),
        at(30),
        at(30),
        None,
    ]
    assert [history.move("ABL", at(minutes), -1) for minutes in (60, 30, 29, 10, 0)] == [
        at(30),
        at(10),
        at(10),
        None,
        None,
    ]
    assert history.move("KEL", at(60), -1) is None
    assert history.move("NONE", at(60), -1) is None


def test_a_price_with_other_digits_is_no_move(path: Path) -> None:
    keep(path, arrival(strip(ABL="4.60"), 0), arrival(strip(ABL="4.6"), 1))
    with History(path) as history:
        assert history.move("ABL", at(0), 1) is None


def test_marks_are_the_cells_that_have_snapshots_and_new_articles(history: History) -> None:
    marks = history.marks(at(0), at(40), 4)
    assert (sorted(marks.snapshots), sorted(marks.articles)) == ([0, 1, 2, 3], [1])
    assert not any(history.marks(at(0), at(0), 4))
    other = history.marks(at(0), at(40), 4, ["other.txt"])
    assert (sorted(other.snapshots), sorted(other.articles)) == ([1], [])


def test_a_past_figure_is_shown_at_its_line(history: History) -> None:
    found = history.origin("KEL", at(12))
    assert found is not None
    assert (found.time, found.source, found.line) == (at(10), "page.txt", 2)
    assert found.text.split("\n")[found.line - 1] == "KEL 4.66 No Change ▼ 0.00 (0%)"
    assert history.origin("KEL", at(-1)) is None


def test_articles_by_when_they_were_first_seen(path: Path) -> None:
    keep(path, arrival(strip(ABL="1.00") + STORY, 0), arrival(strip(ABL="2.00") + STORY, 10))
    with History(path) as history:
        assert [(each.time, each.article.headline) for each in history.articles()] == [
            (at(0), "Shares close higher today")
        ]
        assert history.articles(since=at(5)) == []


def test_periods(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Asia/Karachi")
        time.tzset()
        since = [each.since(datetime(2026, 1, 5, 20, tzinfo=UTC)) for each in Period]
    time.tzset()
    assert since == [
        datetime(2026, 1, 5, 19, tzinfo=UTC),
        datetime(2026, 1, 4, 20, tzinfo=UTC),
        datetime(2025, 12, 29, 20, tzinfo=UTC),
        None,
    ]
