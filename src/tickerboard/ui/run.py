"""Runs the board, and turns how it ended into an exit status."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tickerboard.board.status import last_words
from tickerboard.logs import log

if TYPE_CHECKING:
    from tickerboard.ui.app import TickerboardApp

SWITCH_SECONDS = 0.001
"""How long a thread that parses may keep the screen's thread waiting: with Python's own 5 ms, keys lag."""


def run_board(app: TickerboardApp) -> int:
    """Run the board until it is left and return the exit status, which Textual leaves at 0 after a fault."""
    sys.setswitchinterval(SWITCH_SECONDS)
    app.run()
    app.remember_look()
    if not app.close_history():
        log.record("history", why="not everything could be written")
    if app.fault:
        log.record("fault", what=app.fault)
        sys.stderr.write(f"tickerboard: {app.fault}\n")
        return 2
    if app.return_code in {1, 2}:
        sys.stderr.write(f"tickerboard: {last_words(app.board)}\n")
    return app.return_code or 0
