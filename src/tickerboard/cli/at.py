"""`--at`: the board as of a time, from the history or from the dated pages of a folder."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tickerboard.errors import TickerboardError
from tickerboard.history import NoHistoryError
from tickerboard.text.when import read_time
from tickerboard.ui.history.pasts import Pasts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tickerboard.board.board import Board
    from tickerboard.sources.updates import Update
    from tickerboard.ui.history.timeline import Stop


class NothingThenError(TickerboardError):
    """There is no snapshot by that time."""


def stop_at(text: str, board: Board, first: Iterable[Update], history: Path, *, live: bool) -> tuple[Board, Stop]:
    """Return the present board and where a time leads. Raise TimeError, HistoryError, NothingThenError.

    A board without sources is the latest one of the history. A date means the end of that day.
    """
    now = datetime.now(UTC)
    time = min(read_time(text, now).end - timedelta(microseconds=1), now)
    pasts = Pasts(history, first, live=live)
    try:
        past = pasts.find(board)
        present = board if board.sources else past.board(now)
        if (stop := past.stop_at(time)) is None:
            raise NothingThenError(f"no snapshot by {time.astimezone():%Y-%m-%d %H:%M:%S}")
        return present, stop
    except NoHistoryError as error:
        raise NothingThenError(str(error)) from error
    finally:
        pasts.close()
