"""What the board keeps when updates come in."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from boards import page
from clocks import NOON
from fetches import failed
from tickerboard.board.board import Board
from tickerboard.board.row import Row
from tickerboard.model import Direction, Kind, Quote
from tickerboard.sources.base import Unchanged
from tickerboard.sources.updates import Snapshots
from tickerboard.table.columns import LAST
from tickerboard.table.sort import Sort, held

ABL = "ABL 114.90 Decreased By ▼ -0.18 (-0.16%)\n"
ABL_UP = "ABL 115.90 Increased By ▲ 0.82 (0.71%)\n"
KEL = "KEL 4.66 No Change ▼ 0.00 (0%)\n"
MINUTE = timedelta(minutes=1)
PROSE = "\nThe mills said on Friday that {} rose for a third month.\n"


def symbols(board: Board) -> list[str]:
    return [row.quote.symbol for row in board.rows]


@pytest.mark.parametrize(
    ("last", "change", "percent", "previous"),
    [
        ("4.90", "-7", None, None),
        ("5.66", "0", None, "5.66"),
        ("82.10", "-0.58", None, "82.68"),
        ("27", "1.1", None, "25.9"),
        ("120.50", "2", "1.69", "118.50"),
        ("14.20", None, "0.5", None),
    ],
)
def test_a_close_follows_from_a_change_in_the_unit_of_the_price(
    last: str, change: str | None, percent: str | None, previous: str | None
) -> None:
    figures = [None if each is None else Decimal(each) for each in (change, percent, previous)]
    quote = Quote("CORN", Kind.COMMODITY, Decimal(last), figures[0], figures[1], 1)
    assert Row(quote, "page.txt").previous == figures[2]


def test_a_price_that_moved_leaves_its_mark_and_the_number_of_its_update() -> None:
    board = Board.of([page(ABL + KEL), page(ABL_UP + KEL)])
    assert [(row.tick, row.serial) for row in board.rows] == [(Direction.UP, 2), (None, 1)]
    board = board.updated(page(ABL_UP + KEL))
    assert [(row.tick, row.serial) for row in board.rows] == [(Direction.UP, 2), (None, 1)]
    board = board.updated(page(ABL + KEL))
    assert [(row.tick, row.serial) for row in board.rows] == [(Direction.DOWN, 4), (None, 1)]


def test_rows_that_vanish_stay_marked_until_the_next_day() -> None:
    board = Board.of([page(ABL + KEL), page(KEL, at=NOON + MINUTE)])
    assert [(row.quote.symbol, row.old) for row in board.rows] == [("KEL", False), ("ABL", True)]
    assert [row.old for row in board.updated(page(KEL + ABL)).rows] == [False, False]
    assert symbols(board.updated(page(KEL, at=NOON + timedelta(days=1)))) == ["KEL"]


def test_rows_that_vanish_go_at_once_when_the_user_wants_it() -> None:
    assert symbols(Board.of([page(ABL + KEL)]).updated(page(KEL), forget=True)) == ["KEL"]


def failures(board: Board) -> list[str]:
    return [str(failure) for source in board.sources for failure in source.failures]


def test_a_failure_keeps_what_there_is() -> None:
    board = Board.of([page(ABL)]).updated(failed("page.txt", "gone", NOON + MINUTE))
    assert symbols(board) == ["ABL"]
    assert failures(board) == ["page.txt: gone"]
    assert board.sources[0].again == NOON + MINUTE
    assert failures(board.updated(page(ABL))) == []


def test_several_sources_make_one_board_and_fail_alone() -> None:
    board = Board.of([page(ABL, "a"), page(KEL + ABL_UP, "b")])
    assert [(row.quote.symbol, row.source, row.rank) for row in board.rows] == [("ABL", "a", 1), ("KEL", "b", 2)]
    board = board.updated(failed("a", "gone")).updated(page(ABL_UP + KEL, "b"))
    assert symbols(board) == ["ABL", "KEL"]
    assert failures(board) == ["a: gone"]


def test_of_several_pages_of_one_source_the_newest_quote_stands() -> None:
    old, new = page(ABL + KEL, at=NOON), page(ABL_UP, at=NOON + MINUTE)
    both = Snapshots("folder", (*old.snapshots, *new.snapshots), NOON)
    assert {row.quote.symbol: str(row.quote.last) for row in Board.of([both]).rows} == {"ABL": "115.90", "KEL": "4.66"}


def test_articles_gather_newest_first_and_once() -> None:
    board = Board.of([page(ABL + PROSE.format("orders"))])
    board = board.updated(page(ABL_UP + PROSE.format("prices"), at=NOON + MINUTE))
    board = board.updated(page(ABL + PROSE.format("orders"), at=NOON + 2 * MINUTE))
    firsts = [article.paragraphs[0] for article in board.articles]
    assert firsts == [PROSE.format("prices").strip(), PROSE.format("orders").strip()]


def test_a_page_that_did_not_change_is_as_fresh_as_the_servers_word() -> None:
    board = Board.of([page(ABL)]).updated(Unchanged("page.txt", NOON + MINUTE))
    assert board.newest == NOON + MINUTE
    assert [row.seen for row in board.rows] == [NOON + MINUTE]


def test_an_order_that_is_held_takes_new_rows_at_its_end() -> None:
    before = Sort(LAST).apply(Board.of([page(ABL + KEL)]).rows)
    after = Board.of([page("AAA 1.00 No Change ▼ 0.00 (0%)\n" + ABL + KEL)]).rows
    assert [row.quote.symbol for row in held(after, before)] == ["KEL", "ABL", "AAA"]


def test_l2_ten_thousand_rows_of_a_source_are_shown_and_the_rest_is_counted() -> None:
    strip = "".join(f"S{at:05}X 4.66 No Change ▼ 0.00 (0%)\n" for at in range(10_002))
    board = Board.of([page(strip), page(ABL, "other")])
    assert (len(board.rows), board.left_out, symbols(board)[-1]) == (10_001, 2, "ABL")
    board = board.updated(page(strip.replace("S", "T")))  # those of before vanish, and would stay if there were room
    assert (len(board.rows), board.left_out) == (10_001, 10_002)
    board = board.updated(page(ABL))
    assert len(board.rows) == 10_000
    assert board.updated(page(ABL, at=NOON + timedelta(days=1))).left_out == 0
