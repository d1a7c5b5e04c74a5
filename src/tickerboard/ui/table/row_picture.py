"""One line of the quote table: its content and its painting."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style

from tickerboard.model import Kind
from tickerboard.ui.paint import FLASH_CLASSES, QUOTE_CLASSES, line

if TYPE_CHECKING:
    from textual.strip import Strip
    from textual.widget import Widget

    from tickerboard.board.row import Row
    from tickerboard.table.column import Column


class Picture(NamedTuple):
    """The cells of a line, the class that colours its move, and those that style the whole of it."""

    cells: tuple[str, ...]
    colour: str
    styles: tuple[str, ...]


def picture_of(row: Row, cells: tuple[str, ...], styles: list[str], *, flashing: bool) -> Picture:
    """Return what a row's line shows."""
    colour = FLASH_CLASSES[row.tick] if flashing and row.tick else QUOTE_CLASSES[row.quote.direction]
    index = ["table--index"] if row.quote.kind is Kind.INDEX else []
    return Picture(cells, colour, (*index, *styles))


def paint(table: Widget, picture: Picture, columns: tuple[Column, ...], ground: Style) -> Strip:
    """Paint a line in the colours of the table. A figure that has just changed is highlighted."""
    for name in picture.styles:
        ground += table.get_component_rich_style(name, partial=True)
    colour = table.get_component_rich_style(picture.colour, partial=True)
    flashing = picture.colour in FLASH_CLASSES.values()
    parts = [
        (text, colour if column.coloured or (flashing and column.flashes) else Style.null())
        for text, column in zip(picture.cells, columns, strict=False)
    ]
    return line(parts, table.size.width, ground)
