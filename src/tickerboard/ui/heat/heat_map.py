"""The blocks of the heat map, shaded by their moves, with a cursor among them."""

from __future__ import annotations

from itertools import zip_longest
from operator import itemgetter
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView

from tickerboard.board.heat import Block, HeatLayout, Title, Weight, laid_out
from tickerboard.board.treemap import Rect
from tickerboard.model import Direction
from tickerboard.table.columns import marked_symbol
from tickerboard.table.figures import ARROWS, grouped, percent, signed
from tickerboard.text.counts import counted
from tickerboard.ui.hints import hint
from tickerboard.ui.paint import line, on_ground, shaded, styles_for
from tickerboard.ui.parts import centred, left, shade_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip

    from tickerboard.board.row import Row
    from tickerboard.board.sectors import Sector

EDGE, FOOT = "▕", "▁"
"""What divides a block from the one to its right, where the colours are the terminal's own, and the one below it."""

FILTERED = (("heat.filter", "filter"), ("heat.back", "back"), ("table.clear", "all rows"))
"""What helps where no quote passes the filter: on the whole screen, and in a pane of the board."""

Span = tuple[int, str, Style]
"""Where a text starts on its line, in cells, the text, and its style."""


def texts_of(row: Row, width: int, height: int) -> list[str]:
    """Return the lines of a block, as many as it has room for; a figure that does not fit whole is left out.

    Of two lines the second one is for what divides the block from that below, where all fits on the first.
    """
    quote, symbol = row.quote, marked_symbol(row)
    arrow = ARROWS[quote.direction]
    figure = percent(quote.percent) if quote.change is None or quote.percent is not None else signed(quote.change)
    moves = [text for text in (f"{arrow} {figure}", f"{arrow}{figure}", figure) if cell_len(text) <= width]
    both = f"{symbol} {arrow}{figure}"
    if height > 1 and moves and (height > 2 or cell_len(both) > width):
        price = grouped(quote.last)
        return [left(symbol, width).rstrip(), moves[0], *([price] if height > 3 and len(price) <= width else [])]
    return [both if cell_len(both) <= width else left(f"{arrow}{symbol}", width).rstrip()]


def titles_of(sector: Sector) -> tuple[str, ...]:
    """Return a sector's name with its breadth and the mean of its percents, then shorter titles.

    Only equities have a breadth.
    """
    breadth = " ".join(f"{ARROWS[way]}{count:,}" for way, count in zip(Direction, sector.breadth, strict=True))
    name, mean = sector.name, percent(sector.average)
    whole = [f"{name}  {breadth}  mean {mean}"] if any(sector.breadth) else []
    return *whole, f"{name}  mean {mean}", f"{name}  {mean}", name


def title_of(layout: HeatLayout, weight: Weight, filter_: str = "") -> tuple[str, ...]:
    """Return what a map shows: how many quotes, how many it has no room for, the filter, and what sizes stand for."""
    count = len(layout.blocks)
    parts = ["Heat map", counted(count, "quote")]
    parts += [f"{layout.left_out} more have no room"] if layout.left_out else []
    parts += [f"filter {filter_}"] if filter_ else []
    parts += ["size by volume" if weight is Weight.VOLUME else "all of one size"] if count else []
    return tuple(parts)


class HeatMap(ScrollView, can_focus=True, inherit_bindings=False):
    """The blocks, drawn line by line, and the cursor among them while the map has the focus.

    It never scrolls: as a scroll view it fits into the frame of a pane.
    """

    DEFAULT_CSS = "HeatMap { height: 1fr; overflow: hidden hidden; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "step(1, 0)", "block to the right", id="heat.right"),
        Binding("left,h", "step(-1, 0)", "block to the left", id="heat.left"),
        Binding("down,j", "step(0, 1)", "block below", id="heat.down"),
        Binding("up,k", "step(0, -1)", "block above", id="heat.up"),
        Binding("pagedown", "sector(1)", "next sector", id="heat.page_down"),
        Binding("pageup", "sector(-1)", "previous sector", id="heat.page_up"),
        Binding("home,g", "go('first')", "first block", id="heat.start"),
        Binding("end,G", "go('last')", "last block", id="heat.end"),
        Binding("enter", "choose", "details of the quote", id="heat.details"),
        # With priority the focus is in the prompt before the next key comes, however fast they are typed.
        Binding("slash", "screen.filter", "filter the quotes", id="heat.filter", priority=True),
    ]

    class Moved(Message):
        """The cursor is on another quote, or on none."""

        def __init__(self, row: Row | None) -> None:
            super().__init__()
            self.row = row

    class Chosen(Message):
        """The user asked for the details of a quote."""

        def __init__(self, row: Row) -> None:
            super().__init__()
            self.row = row

    def __init__(self, widest: int | None = None) -> None:
        """Fill the room there is, or take at most so many cells across for each quote: a few large blocks glare."""
        super().__init__(id="heat")
        self._widest = widest
        self._sectors: Sequence[Sector] = ()
        self._weight, self._filter = Weight.EQUAL, ""
        self._lines: list[list[Span]] = []
        self._at = self._width = self._height = 0
        self.places = HeatLayout((), ())

    @property
    def row(self) -> Row | None:
        """The quote under the cursor."""
        blocks = self.places.blocks
        return blocks[self._at].row if self._at < len(blocks) else None

    def show(self, sectors: Sequence[Sector], weight: Weight, filter_: str) -> None:
        """Show the quotes that a filter leaves, by sector. The cursor stays on its quote."""
        self._sectors, self._weight, self._filter = sectors, weight, filter_
        self._lay_out()
        if not self.places.blocks:  # the note names the filter
            self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Lay the blocks out for the room there is."""
        self._lay_out()

    @property
    def _room(self) -> Size:
        return self.scrollable_content_region.size

    def on_focus(self) -> None:
        """Show the cursor."""
        self._draw()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self._draw()

    def _lay_out(self) -> None:
        before = self.row
        width, height = self._room
        if self._widest is not None:
            width = min(width, self._widest * max(sum(len(sector.rows) for sector in self._sectors), 1))
        area = Rect(0, 0, width, height)
        if not area.cells:  # there is no layout yet
            return
        self._width, self._height = area.width, area.height
        self.places = laid_out(self._sectors, area, self._weight)
        places = {block.row.quote.symbol: at for at, block in enumerate(self.places.blocks)}
        self._at = places.get(before.quote.symbol if before else "", self.places.first)
        self._draw()
        self.post_message(self.Moved(self.row))

    def _go(self, at: int) -> None:
        self._at = at
        self._draw()
        self.post_message(self.Moved(self.row))

    def action_step(self, across: int, down: int) -> None:
        """Move the cursor to the neighbouring block."""
        self._go(self.places.neighbour(self._at, across, down))

    def action_go(self, end: str) -> None:
        """Move the cursor to the `first` block, in the upper left corner, or to the `last` one."""
        self._go(getattr(self.places, end))

    def action_sector(self, by: int) -> None:
        """Move the cursor to the first block of another sector."""
        starts, at = [], 0
        for sector in self._sectors:
            starts.append(at)
            at += len(sector.rows)
        ahead = [start for start in starts if (start > self._at if by > 0 else start < self._at)]
        if ahead and ahead[0 if by > 0 else -1] < len(self.places.blocks):
            self._go(ahead[0 if by > 0 else -1])

    def action_choose(self) -> None:
        """Ask for the details of the quote under the cursor."""
        if self.row is not None:
            self.post_message(self.Chosen(self.row))

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the block that was clicked; a second click asks for its details."""
        for at, block in enumerate(self.places.blocks):
            x, y, width, height = block.rect
            if x <= event.x < x + width and y <= event.y < y + height:
                if at == self._at:
                    self.action_choose()
                self._go(at)

    def notify_style_update(self) -> None:
        """Draw in the colours of another theme."""
        super().notify_style_update()
        self._draw()

    def _draw(self) -> None:
        """Draw every title and block into the lines, and repaint those lines that changed."""
        before, self._lines = self._lines, [[] for _ in range(self._height)]
        for title in self.places.titles:
            self._draw_title(title)
        for at, block in enumerate(self.places.blocks):
            self._draw_block(block, self._styles(block.row, is_here=at == self._at and self.has_focus))
        lines = enumerate(zip_longest(before, self._lines))
        if changed := [Region(0, y, self.size.width, 1) for y, (old, new) in lines if old != new]:
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        """Put the titles and blocks of a line side by side."""
        spans = sorted(self._lines[y], key=itemgetter(0)) if y < len(self._lines) else []
        if self._height and not self.places.blocks and 0 <= (at := y - self._room.height // 2) <= 1:
            style = styles_for(self)[("table--note", "quote--flat")[at]]
            spans = [(0, centred(self._note[at], self._room.width), style)]
        return line([(text, style) for _, text, style in spans], self.size.width, self.rich_style)

    @property
    def _note(self) -> tuple[str, str]:
        """What is said where there is no block, and the keys that help."""
        if not self._filter:
            return "no quote to show", hint(self.screen, FILTERED[1])
        return f"no quote passes the filter: {self._filter}", hint(self.screen, *FILTERED)

    def _draw_title(self, title: Title) -> None:
        x, y, width, _ = title.rect
        titles = titles_of(title.sector)
        text = next((each for each in titles if cell_len(each) + 2 < width), titles[-1])
        style = styles_for(self)["heat--title"]
        self._lines[y] += [(x, left(f" {text}", width - 1), style), self._edge(x + width - 1, style)]

    def _draw_block(self, block: Block, styles: tuple[Style, Style]) -> None:
        x, y, width, height = block.rect
        style, foot = styles
        texts = texts_of(block.row, width - 1, height)
        first = (height - len(texts)) // 2
        for at in range(height):
            spans = self._lines[y + at]
            if first <= at < first + len(texts):
                bold = Style(bold=at == first)
                spans.append((x, centred(texts[at - first], width - 1), style + bold))
            else:
                spans.append((x, (FOOT if at == height - 1 else " ") * (width - 1), foot))
            spans.append(self._edge(x + width - 1, foot))

    def _edge(self, x: int, style: Style) -> Span:
        """Return the cell at the right of a block: a gap, which leaves no notch in a corner as a thin line does."""
        if style.bgcolor is None:
            return x, EDGE, style
        is_last = x + 1 == self._width
        return x, " ", Style(bgcolor=style.bgcolor if is_last else self.background_colors[1].rich_color)

    def _styles(self, row: Row, *, is_here: bool) -> tuple[Style, Style]:
        """Return the style of a block's text and that of its foot, which has the colour of the ground.

        Below the cursor the lines of text stand out; the rest keeps its shade: a large block would glare.
        """
        block = shaded(self, shade_of(row.quote.direction, row.quote.percent))
        if block.bgcolor is None:
            return Style(reverse=True, bold=True) if is_here else block, block
        text = on_ground(self, self.colors[3]) + Style(bold=True) if is_here else block
        return text, Style(color=self.background_colors[1].rich_color, bgcolor=block.bgcolor)
