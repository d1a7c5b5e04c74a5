"""How the board is: state, age and failure as a user reads them on the status line."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from boards import app_on, page, sample, text_of
from clocks import NOON, FakeClock
from fetches import failed, taken
from tickerboard.board.board import Board
from tickerboard.board.status import Following, Moment, State, Status, status_of, waiting_for
from tickerboard.model import ObservedFrom
from tickerboard.parser.documents import Document
from tickerboard.settings.config import Config
from tickerboard.sources.base import Failure, Pages, Progress, Unchanged
from tickerboard.sources.demo import DemoSource
from tickerboard.text.times import age, clock_time, day_and_time, local, minute
from tickerboard.ui.app import TickerboardApp
from tickerboard.ui.board.screen import BoardScreen

ABL = "ABL 114.90 Decreased By ▼ -0.18 (-0.16%)\n"
ABL_UP = "ABL 115.90 Increased By ▲ 0.82 (0.71%)\n"
KEL = "KEL 4.66 No Change ▼ 0.00 (0%)\n"
INDEX = "KSE100 74,531 Increased By 732.1 (0.99%)\n"
DENIED = "Access denied. You do not have permission to view this page on this server.\n"
MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)


def live(now: datetime = NOON) -> Moment:
    return Moment(Following.LIVE, now, 900)


def state(board: Board, now: datetime = NOON, following: Following = Following.LIVE) -> Status:
    return status_of(board, Moment(following, now, 900))


def line(board: Board, now: datetime = NOON, following: Following = Following.LIVE) -> tuple[str, str, str]:
    """The first form of state, age and trouble."""
    status = state(board, now, following)
    return status.chips[0], (*status.ages, "")[0], (*status.trouble, "")[0]


@pytest.mark.parametrize("empty", ["", DENIED])
def test_b1_a_live_page_that_loses_its_quotes_is_loud_and_keeps_the_age_of_the_last_ones(empty: str) -> None:
    board = Board.of([page(ABL + INDEX), page(empty, at=NOON + MINUTE)])
    later = NOON + 3 * MINUTE
    assert line(board, later) == ("NO QUOTES since 12:01", "last quotes 3 min old", "page.txt")
    assert all(row.old for row in board.rows)
    assert board.is_old
    assert [problem.code for _, problem in board.problems] == ["no-quotes"]
    board = board.updated(page(empty, at=NOON + 2 * MINUTE))  # the time of the loss stays
    assert line(board, later)[0] == "NO QUOTES since 12:01"
    board = board.updated(page(ABL + INDEX, at=later))
    assert line(board, later) == ("LIVE", "0 s old", "")
    assert not board.problems


def test_b1_quotes_that_are_forgotten_at_once_leave_the_age_of_the_last_ones() -> None:
    board = Board.of([page(ABL)]).updated(page("", at=NOON + MINUTE), forget=True)
    board = board.updated(page("", at=NOON + 2 * MINUTE), forget=True)
    assert line(board, NOON + 3 * MINUTE)[:2] == ("NO QUOTES since 12:01", "last quotes 3 min old")


def test_b1_a_page_that_never_had_quotes_is_no_loss() -> None:
    board = Board.of([page(DENIED), page(DENIED, at=NOON + MINUTE)])
    assert line(board, NOON + MINUTE)[0] == "LIVE"
    assert not state(board).has_rows


def test_b2_the_freshest_observation_of_a_symbol_wins_whatever_the_order_of_the_sources() -> None:
    board = Board.of([page(ABL + KEL, "old.txt"), page(ABL_UP, "new.txt", NOON + MINUTE)])
    rows = {row.quote.symbol: (row.source, str(row.quote.last), row.rank) for row in board.rows}
    assert rows == {"ABL": ("new.txt", "115.90", 1), "KEL": ("old.txt", "4.66", 2)}
    board = board.updated(page(ABL, "old.txt", NOON + 2 * MINUTE))
    assert (board.rows[0].source, str(board.rows[0].quote.last)) == ("old.txt", "114.90")
    assert board.rows[0].tick == "down"  # against what stood on the board, from whichever source


def test_b2_a_failing_source_gives_way_to_one_that_lives() -> None:
    board = Board.of([page(ABL, "a"), page(ABL_UP, "b")])
    assert board.rows[0].source == "a"
    board = board.updated(failed("a", "gone")).updated(Unchanged("b", NOON + MINUTE))
    assert (board.rows[0].source, board.rows[0].observed) == ("b", NOON + MINUTE)


def test_b3_an_old_page_of_a_folder_does_not_make_the_board_stale() -> None:
    old = Document("f/old.txt", (ABL + KEL).encode(), NOON - timedelta(days=1), ObservedFrom.MTIME)
    new = Document("f/new.txt", ABL_UP.encode(), NOON, ObservedFrom.MTIME)
    board = Board.of([taken(Pages("f", (old, new)))])
    assert line(board, NOON + SECOND) == ("LIVE", "1 s to 1 d old", "")
    assert state(board, NOON + SECOND).late == 1
    same = Document("f/new.txt", (ABL_UP + KEL).encode(), NOON, ObservedFrom.MTIME)
    board = Board.of([taken(Pages("f", (old, same)))])
    assert line(board, NOON + SECOND) == ("LIVE", "1 s old", "")
    assert line(board, NOON + 16 * MINUTE)[:2] == ("STALE", "16 min old")


def test_b3_rows_of_unknown_time_beside_others_are_counted() -> None:
    board = Board.of([*[taken(DemoSource().read())], page("ZZZ 4.66 No Change ▼ 0.00 (0%)\n")])
    assert line(board)[1] == "0 s old"
    assert state(board).undated == 34


def test_b4_state_age_and_failure_are_apart_and_live_never_stands_beside_a_failure() -> None:
    board = Board.of([page(ABL, "https://example.org/news"), page(KEL, "b.txt")])
    board = board.updated(failed("https://example.org/news", "connection refused", NOON + MINUTE))
    assert line(board, NOON + 12 * SECOND) == (
        "FAILED",
        "12 s old",
        "example.org/news: connection refused; next try 12:01:00",
    )
    assert state(board).trouble[-1] == "connection refused"
    board = board.updated(failed("b.txt", "no such file"))
    assert state(board).trouble[0] == "example.org/news: connection refused; next try 12:01:00 (+1 more)"


def test_b4_a_page_of_a_folder_that_cannot_be_read_is_reported_and_the_folder_lives() -> None:
    good = Document("f/a.txt", ABL.encode(), NOON)
    board = Board.of([taken(Pages("f", (good,), (Failure("f/b.txt", "not a page of text"),)))])
    assert line(board) == ("LIVE", "0 s old", "b.txt: not a page of text")
    assert [(label, problem.message) for label, problem in board.problems] == [("f/b.txt", "not a page of text")]


@pytest.mark.parametrize("width", [20, 24, 30, 40, 60, 80, 120, 200])
@pytest.mark.parametrize("lost", [False, True])
async def test_b4_state_and_age_are_never_cut_at_any_width(width: int, lost: bool) -> None:
    board = Board.of([page(ABL, "https://example.org/a/very/long/path/to/the/news/of/today")])
    source = board.sources[0].source
    board = board.updated(page("", source) if lost else failed(source, "connection refused", NOON + MINUTE))
    app = app_on(board)
    async with app.run_test(size=(width, 12)):
        status = text_of(app).splitlines()[0]
        assert ("NO QUOTES" if lost else "FAILED") in status
        assert any(form in status for form in ("0s", "0 s old"))
        assert status.count("connection refused") <= 1
        assert status.count("example.org") <= 1
        assert lost or width < 40 or "connection" in status


async def test_b4_a_filter_does_not_push_state_age_or_failure_away() -> None:
    board = Board.of([page(ABL + KEL)]).updated(failed("page.txt", "no such file"))
    app = app_on(board)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"kel", "enter")
        await pilot.pause()
        lines = text_of(app).splitlines()
        assert "FAILED  0 s old · page.txt: no such file" in lines[0]
        assert any("Quotes 1/2 · filter kel · rank ▴" in line for line in lines)


def test_b5_a_source_that_never_came_is_waited_for_with_its_reason() -> None:
    board = Board.of([Progress("https://example.org/news", "fetching")])
    assert waiting_for(board) == "waiting for example.org/news"
    assert line(board) == ("WAITING", "", "")
    board = board.updated(failed("https://example.org/news", "connection refused", NOON + MINUTE))
    assert waiting_for(board) == "example.org/news: connection refused; next try 12:01:00"
    assert line(board)[0] == "FAILED"
    assert waiting_for(board.updated(page("", "https://example.org/news"))) is None


async def test_b5_the_table_says_what_it_waits_for() -> None:
    board = Board.of([failed("https://example.org/news", "connection refused")])
    app = app_on(board)
    async with app.run_test(size=(80, 24)):
        assert any("example.org/news: connection refused" in line for line in text_of(app).splitlines()[1:])
        assert "no quotes on this page" not in text_of(app)


async def test_b8_the_demo_goes_on_where_it_was_after_a_pause() -> None:
    clock = FakeClock()
    app = TickerboardApp(sample(), [DemoSource()], Config(motion=False), live=True, clock=clock)

    def prices() -> list[str]:
        assert isinstance(app.screen, BoardScreen)
        return [str(row.quote.last) for row in app.screen.board.rows]

    async with app.run_test(size=(120, 40)) as pilot:
        start = prices()
        for _ in range(5):
            await pilot.pause(0.15)
            await clock.advance(2)
        await pilot.pause(0.3)
        walked = prices()
        assert walked != start
        await pilot.press("L")
        await pilot.pause(0.2)
        assert "PAUSED" in text_of(app)
        await pilot.press("r")
        await pilot.pause(0.3)
        assert prices() == walked
        await pilot.press("L")
        await pilot.pause(0.3)
        assert prices() == walked


def test_b9_a_server_clock_of_the_future_is_a_time_of_reading_and_a_problem() -> None:
    future = Document("page.txt", ABL.encode(), datetime(2040, 1, 1, tzinfo=UTC), ObservedFrom.HTTP_DATE)
    board = Board.of([taken(Pages("page.txt", (future,)))])
    chip, shown_age, _ = line(board, NOON + 5 * SECOND)
    assert (chip, shown_age) == ("LIVE", "read 5 s ago")
    assert [problem.code for _, problem in board.problems] == ["clock"]


def test_b9_a_clock_that_was_set_back_never_makes_quotes_zero_seconds_old() -> None:
    assert line(Board.of([page(ABL)]), NOON - MINUTE)[1] == "in the future"


@pytest.mark.parametrize("zone", ["Asia/Karachi", "Pacific/Kiritimati", "America/Los_Angeles", "UTC"])
def test_e6_times_at_the_ends_of_the_calendar_are_shown_in_every_zone(
    zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        for when in (datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC)):
            assert local(when)
            assert str(when.year) in day_and_time(when, NOON)
            assert len(clock_time(when)) == 8
            assert minute(when, NOON)
            assert age(when, NOON)
            assert line(Board.of([page(ABL, at=when)]), NOON)[0]
    finally:
        monkeypatch.undo()
        time.tzset()


def test_chips_of_a_board_that_is_not_live() -> None:
    assert line(Board.of([page(ABL)]), following=Following.STATIC)[0] == "STATIC"
    assert line(Board.of([page(ABL)]), following=Following.PAUSED)[0] == "PAUSED"
    assert line(Board.of([page(ABL)]), NOON + timedelta(days=2), Following.PAUSED)[:2] == ("PAUSED", "2 d old")
    assert line(sample(), following=Following.STATIC)[:2] == ("SAMPLE", "time unknown")
    demo = Board.of([taken(DemoSource().read())])
    assert line(demo)[0] == "SIMULATED"
    assert line(demo, following=Following.PAUSED)[0] == "SIMULATED PAUSED"


def test_a_link_that_fails_beside_the_sample_shows_both() -> None:
    board = sample().updated(failed("https://example.org/news", "connection refused"))
    assert line(board, following=Following.STATIC)[::2] == ("SAMPLE FAILED", "example.org/news: connection refused")


def test_a_pipe_that_ended_says_so() -> None:
    board = Board.of([page(ABL, "standard input"), Progress("standard input", "ended")])
    assert state(board).state is State.ENDED
