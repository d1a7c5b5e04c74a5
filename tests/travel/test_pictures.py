"""How the past looks: pictures in `snapshots/`, with clocks and motion frozen."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from boards import page, text_of, until
from clocks import FakeClock
from recording import OPEN, arrival, keep, strip
from tickerboard.board.board import Board
from tickerboard.settings.config import Config
from tickerboard.ui.app import TickerboardApp
from tickerboard.ui.history.keeper import HistoryPlan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    Compare = Callable[..., bool]

DAY = 24 * 60
STORY = "\nShares of {} {} on Monday after the mill said that its orders were the largest of the year.\n"
ABL = (20, 24, 21, 22, 26, 23, 25, 27, 26, 28, 31, 29)
KEL = (50, 49, 49, 47, 48, 46, 45, 45, 44, 46, 45, 43)


def _move(change: int) -> str:
    words = "Increased By ▲" if change > 0 else "Decreased By ▼" if change < 0 else "No Change ▼"
    return f"{words} {change}.00"


def rising(at: int) -> str:
    """The page at a step of the session."""
    moves = (("ABL", ABL[at], 20), ("KEL", KEL[at], 50), ("LUCK", 70, 70))
    lines = [
        f"{symbol} {last}.00 {_move(last - before)} ({100 * (last - before) / before:.2f}%)\n"
        for symbol, last, before in moves
    ]
    story = STORY.format("ABL", "rose") * (at == 4) + STORY.format("KEL", "fell") * (at == 8)
    return "".join(lines) + story


@pytest.fixture
def app(tmp_path: Path) -> TickerboardApp:
    path = tmp_path / "history.db"
    pages = {day: strip(ABL=f"{19 + day % 3}.00", KEL=f"{49 + day % 2}.00", LUCK="70.00") for day in range(30, 0, -1)}
    days = [arrival(text, -day * DAY) for day, text in pages.items()]
    keep(path, *days, *(arrival(rising(at), 10 * at) for at in range(12)))
    board = Board.of([page(rising(11), at=OPEN + timedelta(minutes=110))])
    return TickerboardApp(board, [], Config(motion=False), clock=FakeClock(), history=HistoryPlan(path, records=False))


WANTED = {
    "then": (["left_square_bracket"] * 4, "THEN 10:", "Trend"),
    "chart": (["enter"], "session", "▲ named"),
    "moved": (["M"], "session, ", "named in"),
}


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
@pytest.mark.parametrize("name", WANTED)
def test_past(snap_compare: Compare, app: TickerboardApp, name: str, size: tuple[int, int]) -> None:
    keys, first, second = WANTED[name]

    async def look(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: all(row.session for row in app.board.rows))
        await pilot.pause(0.3)
        await pilot.press(*keys)
        await until(pilot, lambda: first in text_of(app) and (size[0] < 120 or second in text_of(app)))
        await pilot.pause(0.3)

    assert snap_compare(app, terminal_size=size, run_before=look)
