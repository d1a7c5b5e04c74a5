"""Time travel: the whole board as of an earlier snapshot, while the sources are followed underneath."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from textual.binding import Binding, BindingType
from textual.reactive import reactive

from tickerboard.board.status import Following
from tickerboard.errors import TickerboardError
from tickerboard.ui.board.key_line import KeyLine
from tickerboard.ui.board.reading import ReadingScreen
from tickerboard.ui.history.clock import TravelClock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from tickerboard.board.board import Board
    from tickerboard.board.session import Session
    from tickerboard.model import Article
    from tickerboard.sources.clock import Clock
    from tickerboard.ui.history.past import Past
    from tickerboard.ui.history.timeline import Stop

    Step: TypeAlias = Callable[[Past, datetime | None], datetime | None]
    """Leads from a time (UTC), where None is now, to another. Raises NowhereError."""

OF_HISTORY = frozenset(("time.back", "time.forward", "time.move_back", "time.move_forward"))
"""The ids of keys that lead through the history."""
REST_SECONDS = 0.2
"""How long the board rests at a stop before the columns of its session are filled in."""


class NowhereError(TickerboardError):
    """There is no snapshot that way."""


class TravelScreen(ReadingScreen):
    """A screen whose board can be turned back. What comes in meanwhile waits until it is back in the present."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left_square_bracket", "travel(-1)", "back to the snapshot before", id="time.back"),
        Binding("right_square_bracket", "travel(1)", "forward to the next snapshot", id="time.forward"),
        Binding("left_curly_bracket", "travel_move(-1)", "back to the row's last move", id="time.move_back"),
        Binding("right_curly_bracket", "travel_move(1)", "forward to the row's next move", id="time.move_forward"),
        # With priority, so that it leads to now before it clears a filter.
        Binding("escape", "now", "back to now", id="time.now", priority=True),
    ]
    following = reactive(Following.STATIC)
    paused: reactive[str | None] = reactive(None)
    """Why the history records nothing at the moment; None where it works or is off."""
    find_past: Callable[[Board], Past] | None = None
    """Returns the past of the present board; called off the screen's thread. None without a history."""

    def __init__(self, board: Board, read: Iterable[str], clock: Clock) -> None:
        super().__init__(board, read)
        self.present = board
        self.stop: Stop | None = None
        self._clock = TravelClock(clock)
        self._steps: list[Step] = []
        self._is_walking = self._is_asking = False
        self._trip = 0
        self._article_now: Article | None = None

    @property
    def idle(self) -> frozenset[str]:
        """The ids of keys that have nothing to act on; without a history there is no time to go to."""
        return super().idle | (frozenset() if self.find_past else OF_HISTORY)

    def real_now(self) -> datetime:
        """Return the time of the present board, in UTC, whatever time is shown."""
        return self._clock.real_now()

    def open_at(self, stop: Stop) -> None:
        """Open in the past."""
        self.stop, self.board, self._clock.at = stop, stop.board, stop.at

    def take(self, board: Board) -> None:
        """Take the present board, and show it unless the screen shows the past."""
        self.present = board
        if self.stop is None:
            self.show(board)

    def show(self, board: Board) -> None:
        """Show a board."""
        raise NotImplementedError

    def turn_to(self, board: Board) -> None:
        """Show a board of another time."""
        raise NotImplementedError

    @property
    def row_symbol(self) -> str | None:
        """The symbol of the row under the cursor."""
        raise NotImplementedError

    def _show_status(self) -> None:
        """Show how the board is."""
        raise NotImplementedError

    def watch_following(self) -> None:
        """Show it at once."""
        if self.is_mounted:
            self._show_status()

    def show_axis(self, stop: Stop) -> tuple[str, ...]:
        """Show where the board is on the axis, made when it is first needed; return the chips for the status."""
        from tickerboard.ui.history.scrubber import Scrubber, chips

        if not self.query(Scrubber):
            self.mount(Scrubber(), after=self.query_one(KeyLine))
        self.query_one(Scrubber).show(stop, self.app.size.width)
        return chips(stop.at, self._clock.real_now())

    def watch_paused(self) -> None:
        """Show it at once."""
        if self.is_mounted:
            self._show_status()

    def action_travel(self, by: int) -> None:
        """Go to the snapshot before or after the one that is shown."""
        present, now = self.present, self._clock.real_now()

        def step(past: Past, at: datetime | None) -> datetime | None:
            found = past.step(at, by, present, now)
            if found is None and by < 0:
                raise NowhereError("no earlier snapshot")
            return found

        self._go(step)

    def action_travel_move(self, by: int) -> None:
        """Go to the snapshot before or after in which the price of the row under the cursor moved."""
        if (symbol := self.row_symbol) is None:
            return
        now = self._clock.real_now()

        def step(past: Past, at: datetime | None) -> datetime | None:
            found = past.move(symbol, at, by, now)
            if found is None:
                raise NowhereError(f"no {'earlier' if by < 0 else 'later'} move of {symbol}")
            return found

        self._go(step)

    def travel_to(self, at: datetime) -> None:
        """Go to a time (UTC)."""
        self._go(lambda _past, _at: at)

    def _go(self, step: Step) -> None:
        """Take a step; steps that come while others are taken are taken together, with one picture for all."""
        if self.find_past is None:
            self.notify("no history", markup=False)
            return
        self._steps.append(step)
        if not self._is_walking:
            self._is_walking = True
            self.run_worker(self._travel(self.find_past), group="travel")

    async def _travel(self, find_past: Callable[[Board], Past]) -> None:
        try:
            while steps := self._steps:
                self._steps, trip = [], self._trip
                try:
                    stop = await asyncio.to_thread(self._walk, find_past, steps)
                except TickerboardError as error:
                    self.notify(str(error), severity="warning", markup=False)
                else:
                    if trip == self._trip:  # else the user is back already
                        self._arrive(stop)
                        self.want_session()
        finally:
            self._is_walking = False

    def want_session(self) -> None:
        """Ask for the session of the stop, where there is one; no step waits for that."""
        if self.stop is not None and self.find_past is not None and not self._is_asking:
            self._is_asking = True
            self.run_worker(self._ask_for_session(self.find_past), group="stop")

    async def _ask_for_session(self, find_past: Callable[[Board], Past]) -> None:
        """Show the session of a stop where the board rests; steps that follow one another come first."""
        known = None
        try:
            while (stop := self.stop) is not None and stop is not known:
                await asyncio.sleep(REST_SECONDS)
                if self.stop is not stop:
                    continue
                known = stop
                sessions = await asyncio.to_thread(self._sessions, find_past, stop.at)
                if self.stop is stop:
                    self.turn_to(stop.board.with_sessions(sessions))
        except TickerboardError:
            return  # the board is whole without a session; the next step reports why there is no history
        finally:
            self._is_asking = False

    def _sessions(self, find_past: Callable[[Board], Past], at: datetime) -> Mapping[str, Session]:
        return find_past(self.present).sessions(at)

    def _walk(self, find_past: Callable[[Board], Past], steps: Iterable[Step]) -> Stop | None:
        """Take steps and return where they lead; None is now. Stay if there is no such snapshot."""
        past = find_past(self.present)
        start = at = None if self.stop is None else self.stop.at
        nowhere: NowhereError | None = None
        for step in steps:
            try:
                at = step(past, at)
            except NowhereError as error:
                nowhere = error
        if nowhere is not None and at == start:
            raise nowhere
        return None if at is None else past.stop(at)

    def _arrive(self, stop: Stop | None) -> None:
        """Show a stop, or the present."""
        if self.stop is None and stop is None:
            return
        if self.stop is None:
            self._article_now = self._reading.standing.article
        self.stop, self._clock.at = stop, None if stop is None else stop.at
        board = self.present if stop is None else stop.board
        if stop is None and self._article_now is not None:
            self._reading.open(self._article_now)
        else:
            self._reading.visit(board.articles)
        self.turn_to(board)
        self.refresh_bindings()

    def action_now(self) -> None:
        """Go back to now."""
        self._steps.clear()
        self._trip += 1
        self._arrive(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let Escape lead to now only from the past, and not out of a prompt."""
        typing = self.focused is not None and self.focused.check_consume_key("a", "a")
        return action != "now" or (self.stop is not None and not typing)
