"""What a column of the quote table is. One object declares all there is to know about it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, NamedTuple

from tickerboard.table.figures import grouped

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import datetime

    from tickerboard.board.row import Row
    from tickerboard.model import Direction


MASK = "•••"
"""Stands for an amount that is hidden."""


class Content(Enum):
    """What a column holds: it decides the alignment, the comparisons of filters, and the first direction of a sort."""

    TEXT = auto()
    FIGURE = auto()
    ORDINAL = auto()
    """A figure that sorts ascending first, such as a rank or an age."""


_TEXT = Content.TEXT


class CellContext(NamedTuple):
    """What a cell may depend on besides its row.

    `columns` are the names of the columns on screen, `watched` is whether the symbol is on the watchlist, and `now` is
    the board's clock (aware). `masked` hides the amounts of the user's own lots.
    """

    columns: Collection[str]
    watched: bool
    now: datetime
    masked: bool = False


def _nothing(_row: Row, _context: CellContext) -> str:
    """Return no text: most columns show nothing beside their value."""
    return ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Column:
    """A column: a name for the config and for filters, a value for sorting, and a cell for the screen.

    `value` returns text, a number or None where the page does not print it; values of one column compare with each
    other. `help` completes "Shows …" in a few words. `priority` decides what stays in a narrow table, the lowest number
    first. `width` is the least number of cells, which grows to `widest` where a figure is longer; text is cut. A column
    of text with a `least` gives way down to that many cells, and takes what the others leave up to its longest text.

    `text` writes the value. `before` stands at the left edge of a cell of figures, such as an arrow. `after` is a mark
    behind the text, and behind a figure at most one cell. Equal columns are identical columns.
    """

    name: str
    value: Callable[[Row], Any]
    help: str
    priority: int
    content: Content = Content.FIGURE
    heading: str = ""
    width: int = 12
    widest: int = 60
    least: int = 0
    text: Callable[[Row, CellContext], str] | None = None
    before: Callable[[Row, CellContext], str] = _nothing
    after: Callable[[Row, CellContext], str] = _nothing
    coloured: Callable[[Row], Direction | None] | None = None
    """Returns the direction whose colour the text has, None for no colour; without it no text has one."""
    shaded: bool = False
    """Whether its background has the colour of the quote's direction, the stronger the larger the percent."""
    flashes: bool = False
    """Whether the text has that colour for a moment after it changed."""
    optional: bool = False
    """Whether the table leaves it out while no row has a value."""
    needs: tuple[str, ...] = ()
    """What a row has one of where it has a value: the paths of its parts. Empty where only `value` can tell."""
    recorded: bool = False
    """Whether its values may come from the history, once there are recorded quotes of the session."""
    private: bool = False
    """Whether it is an amount of the user's own that can be masked."""

    def __repr__(self) -> str:
        return f"<Column {self.name}>"

    @property
    def title(self) -> str:
        """The text above the column."""
        return self.heading or self.name.capitalize()

    @property
    def is_text(self) -> bool:
        """Whether it holds text, which stands at the left edge and compares without regard to case."""
        return self.content is _TEXT

    @property
    def descends_first(self) -> bool:
        """Whether the highest value comes first when the table is sorted directly by this column."""
        return self.content is Content.FIGURE

    def direction(self, row: Row) -> Direction | None:
        """Return the direction whose colour a row's text has in this column; None for a text without a colour."""
        return None if self.coloured is None else self.coloured(row)

    def written(self, row: Row, context: CellContext) -> str:
        """Return a row's text in this column, without `before` and `after`; empty where the page prints no value."""
        if self.private and context.masked:
            return "" if self.value(row) is None else MASK
        if self.text is not None:
            return self.text(row, context)
        value = self.value(row)
        if value is None:
            return ""
        return grouped(value) if isinstance(value, Decimal) else str(value)
