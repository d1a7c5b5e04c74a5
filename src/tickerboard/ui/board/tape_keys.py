"""The keys of the tape that work from every pane: what it shows, how fast it moves, and whether it stands."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from tickerboard.text.counts import counted
from tickerboard.ui.board.quotes import QuotesScreen
from tickerboard.ui.hints import hint
from tickerboard.ui.tape import Tape


class TapeScreen(QuotesScreen):
    """A screen with a tape. Each key says what it did, because a tape that stands may do so for another reason."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "tape_rows", "tape: watchlist or all", id="tape.rows"),
        Binding("space", "pause", "pause or resume the tape", id="tape.pause"),
        Binding("plus,equals_sign", "speed(2)", "tape faster", id="tape.faster"),
        Binding("minus", "speed(-2)", "tape slower", id="tape.slower"),
    ]
    _tape_watchlist = False

    def _show_tape(self) -> None:
        """Put the rows on the tape."""
        raise NotImplementedError

    def action_tape_rows(self) -> None:
        """Show the watchlist on the tape, or all quotes; without a watchlist say how to have one."""
        if not (self._tape_watchlist or self.pane.watchlist):
            how = hint(self, ("table.watch", "adds the row to it"))
            self.notify("; ".join(filter(None, ("the watchlist is empty", how))), markup=False)
            return
        self._tape_watchlist = not self._tape_watchlist
        self._show_tape()
        self.notify(f"tape: {'the watchlist' if self._tape_watchlist else 'all quotes'}", markup=False)

    def action_pause(self) -> None:
        """Pause or resume the tape."""
        tape = self.query_one(Tape)
        tape.paused = not tape.paused
        self.notify("tape paused" if tape.paused else "tape resumed", markup=False)

    def action_speed(self, by: int) -> None:
        """Make the tape faster or slower."""
        tape = self.query_one(Tape)
        tape.set_speed(tape.speed + by)
        self.notify(f"tape: {counted(tape.speed, 'cell')} a second", markup=False)
