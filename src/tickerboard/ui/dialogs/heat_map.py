"""The heat map: a block for each equity, by sector, shaded by its move."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.color import Color
from textual.geometry import Size
from textual.scroll_view import ScrollView

from tickerboard.model import Direction
from tickerboard.table.figures import ARROWS, percent
from tickerboard.ui.dialogs.base import BoardDialog
from tickerboard.ui.paint import QUOTE_CLASSES, left, line, readable_on

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.strip import Strip

    from tickerboard.board.row import Row
    from tickerboard.board.sectors import Sector

SHADES = (0.5, 1, 2, 4)
"""The moves, in percent, from which a block is one shade stronger."""
BLOCK = 19

Piece = tuple[str, Direction | None, int]
"""A text, the direction that colours it, and the strength: 0 colours the text, 1 and more the background."""


def block(row: Row) -> Piece:
    """Return one equity's block."""
    strength = 1 + sum(abs(row.quote.percent or Decimal(0)) >= edge for edge in SHADES)
    move = ARROWS[row.quote.direction] + percent(row.quote.percent)
    text = f" {left(row.quote.symbol, 8)}{move:>8} "
    return text, row.quote.direction, strength


def head(sector: Sector) -> list[Piece]:
    """Return a sector's heading: its breadth and the mean of its percents."""
    counts = zip(Direction, (sector.breadth.up, sector.breadth.down, sector.breadth.unchanged), strict=True)
    parts: list[Piece] = [(f" {sector.name} ", None, 0)]
    parts += [(f" {ARROWS[way]}{count}", way, 0) for way, count in counts]
    return [*parts, (f"  mean {percent(sector.average)}", Direction.of(sector.average), 0)]


class HeatMap(ScrollView, can_focus=True, inherit_bindings=False):
    """Sectors and their blocks, drawn line by line."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"heat--head", *QUOTE_CLASSES.values()}
    DEFAULT_CSS = """
    HeatMap { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; }
    HeatMap .heat--head { text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll_by(1)", "down", id="heat.down"),
        Binding("up,k", "scroll_by(-1)", "up", id="heat.up"),
        Binding("pagedown", "scroll_by(10)", "page down", id="heat.page_down"),
        Binding("pageup", "scroll_by(-10)", "page up", id="heat.page_up"),
        Binding("home,g", "scroll_by(-100000)", "start", id="heat.start"),
        Binding("end,G", "scroll_by(100000)", "end", id="heat.end"),
    ]

    def __init__(self, sectors: tuple[Sector, ...]) -> None:
        super().__init__()
        self._sectors = sectors
        self._lines: list[list[Piece]] = []

    def on_resize(self) -> None:
        """Lay the blocks out for the width."""
        across = max((self.size.width - 1) // BLOCK, 1)
        self._lines = []
        for sector in self._sectors:
            self._lines.append(head(sector))
            rows = sector.rows
            self._lines += [[block(row) for row in rows[at : at + across]] for at in range(0, len(rows), across)]
            self._lines.append([])
        self.virtual_size = Size(self.size.width, len(self._lines))
        self.refresh()

    def action_scroll_by(self, by: int) -> None:
        """Scroll by lines."""
        self.scroll_to(y=self.scroll_offset.y + by, animate=False)

    def render_line(self, y: int) -> Strip:
        """Draw a heading or a line of blocks."""
        at = y + self.scroll_offset.y
        pieces = self._lines[at] if at < len(self._lines) else []
        if not self._sectors and y == 0:
            pieces = [(" no equities on this board", None, 0)]
        parts = []
        for text, way, strength in pieces:
            parts.append((text, self._style(way, strength)))
            if strength:
                parts.append((" " * max(BLOCK - cell_len(text), 0), Style.null()))
        return line(parts, self.size.width, self.rich_style)

    def _style(self, way: Direction | None, strength: int) -> Style:
        if way is None:
            return self.get_component_rich_style("heat--head", partial=True)
        colour = self.get_component_rich_style(QUOTE_CLASSES[way], partial=True)
        if not strength or self.app.native_ansi_color or colour.color is None:
            return colour
        ground = Color.from_rich_color(self.rich_style.bgcolor) if self.rich_style.bgcolor else Color(0, 0, 0)
        shade = ground.blend(Color.from_rich_color(colour.color), 0.12 + 0.16 * strength)
        return Style(color=readable_on(shade).rich_color, bgcolor=shade.rich_color)


class HeatScreen(BoardDialog[None]):
    """The heat map on the whole screen."""

    DEFAULT_CSS = "HeatScreen { background: $background; }"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,m", "dismiss", "back to the board", id="heat.back"),
    ]

    def __init__(self, sectors: tuple[Sector, ...]) -> None:
        super().__init__()
        self._sectors = sectors

    def compose(self) -> ComposeResult:
        """Yield the map."""
        yield HeatMap(self._sectors)
