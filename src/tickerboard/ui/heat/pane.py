"""The heat map in a pane of the board."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tickerboard.board.heat import Weight, weight_for
from tickerboard.board.sectors import market
from tickerboard.table.columns import marked_symbol
from tickerboard.table.figures import grouped, move
from tickerboard.ui.board.room import HEAT, SIDE_WIDTH, choices_of
from tickerboard.ui.frame import FramedPane
from tickerboard.ui.frame_parts import Caption, Choices, needed
from tickerboard.ui.heat.heat_map import HeatMap, title_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from tickerboard.board.board import Board
    from tickerboard.board.row import Row


WIDEST = 30
"""Cells across that a quote takes at most."""


class HeatPane(FramedPane):
    """The quotes that the filter of the board leaves, by sector.

    Its place, below the other panes or beside them, is the screen's choice.
    """

    JUMP: ClassVar[str] = "pane.heat"
    DEFAULT_CSS = "HeatPane { width: 100%; height: 100%; } HeatPane HeatMap { height: 1fr; }"

    def __init__(self) -> None:
        super().__init__(id="heat-pane")
        self._map, self._weight = HeatMap(WIDEST), Weight.EQUAL
        self._rows: Sequence[Row] | None = None
        self._filter = ""
        self._choices: Choices | None = None

    def compose(self) -> ComposeResult:
        """Yield the map."""
        yield from self.compose_framed(self._map)

    def show(self, _board: Board, rows: Sequence[Row], filter_: str) -> None:
        """Show the rows that a filter leaves; sizes are by volume where there are volumes."""
        if (rows, filter_) != (self._rows, self._filter):
            self._rows, self._filter = rows, filter_
            self._weight = weight_for(rows)
            self._map.show(market(rows), self._weight, filter_)

    def take_place(self, lines: int, *, is_chosen: bool) -> None:
        """Take so many lines below the other panes, or with 0 the place of the third one.

        Where the user chose the map, it names what may stand there instead.
        """
        self.styles.width, self.styles.height = (None, lines) if lines else (SIDE_WIDTH, None)
        if is_chosen != (self._choices is not None):
            self._choices = choices_of(HEAT) if is_chosen else None
            self._say()

    def on_heat_map_moved(self, message: HeatMap.Moved) -> None:
        """Name the quote under the cursor."""
        message.stop()
        self._say()

    def show_focus(self, *, within: bool) -> None:
        """Name the quote under the cursor while there is a cursor."""
        super().show_focus(within=within)
        self._say()

    def _say(self) -> None:
        row = self._map.row if self.is_focused else None
        facts = () if row is None else (marked_symbol(row), grouped(row.quote.last), move(row.quote))
        name, *about = title_of(self._map.places, self._weight, self._filter)
        caption = Caption((self._choices or name, *about), facts, self.key)
        if needed(caption) > self.size.width:
            caption = caption._replace(title=caption.title[:1], foot=facts or tuple(about))
        self.set_caption(caption)
