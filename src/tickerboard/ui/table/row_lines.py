"""The rows of the quote table as lines: which are in view, under the cursor, lit, and which must be painted again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from textual.cache import FIFOCache
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView

from tickerboard.board.rows import symbols_of
from tickerboard.table.columns import AGE
from tickerboard.table.sort import Sort
from tickerboard.ui.flat_lines import FlatLines
from tickerboard.ui.ground import Grounded
from tickerboard.ui.paint import line, style_of, styles_for
from tickerboard.ui.parts import KEPT
from tickerboard.ui.table.note import Note, placed
from tickerboard.ui.table.sheet import HEAD, Picture, Sheet, differing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.strip import Strip

    from tickerboard.board.row import Row
    from tickerboard.table.column import Column


class RowLines(Grounded, ScrollView):
    """Rows, one line each, under fixed headings. Only lines that show something else are painted again."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(id="table")
        self._styles_cache = FlatLines()
        self.sheet = sheet
        self.rows: Sequence[Row] = ()
        self.sort = Sort()
        self.cursor = 0
        self.nothing = Note("no quotes on this page")
        self._drawn: dict[int, Picture | None] = {}
        self._drawn_from = 0
        self._is_due = False
        self._looks: dict[str, Style] = {}
        self._strips: FIFOCache[tuple[Picture, int], Strip] = FIFOCache(KEPT)
        self._eye, self._left_at = 0, (0, 0)
        self._wide = self._room = self._top = 0

    def show(self, rows: Sequence[Row], sort: Sort) -> None:
        """Show these rows. The cursor and its line on screen stay with their symbol."""
        symbol = self.symbol
        on_screen = self.cursor - self.scroll_offset.y
        if (self.cursor, self.scroll_offset.y) == self._left_at:
            on_screen = self._eye  # an edge had moved the cursor off the line where the user left it
        self.rows = rows
        if symbol is not None and not (self.cursor < len(rows) and rows[self.cursor].quote.symbol == symbol):
            symbols = symbols_of(rows)
            self.cursor = symbols.index(symbol) if symbol in symbols else min(self.cursor, max(len(rows) - 1, 0))
        if sort != self.sort:
            self.sort = sort
            self.refresh(Region(0, 0, self._width, 1))
        self.virtual_size = Size(self._width, len(rows) + 1)
        if 0 <= on_screen < self.size.height - 1:  # else the eye is elsewhere
            self.scroll_to(y=max(self.cursor - on_screen, 0), animate=False)
            self._reveal()
            self._eye, self._left_at = on_screen, (self.cursor, self.scroll_offset.y)
        self._grow()
        (self._redraw if rows else self.refresh)()

    def show_columns(self, columns: tuple[Column, ...], rows: Sequence[Row]) -> None:
        """Show the columns that fit, of which the first of these rows decide how wide they are."""
        if columns != self.sheet.chosen:
            self.sheet.choose(columns, rows[: self.app.size.height])
            self.refresh()

    def label(self, keys: str) -> None:
        """Show a key beside each heading, or with an empty text none."""
        if keys != self.sheet.labels:
            self.sheet.labels = keys
            self.refresh(Region(0, 0, self._width, 1))

    def mark(self, watchlist: frozenset[str]) -> None:
        """Mark the symbols of the watchlist."""
        if watchlist != self.sheet.watchlist:
            self.sheet.watchlist = watchlist
            self._redraw()

    def flash(self, after: float, faded: int = 0) -> None:
        """Light the rows that updates after this serial changed; the light fades from 0 on."""
        self.sheet.lit_after, self.sheet.faded = after, faded
        self._redraw()

    def dim(self, symbols: frozenset[str]) -> None:
        """Dim the rows of these symbols, whose figures are not fresh, and keep the ages on screen true."""
        if symbols != self.sheet.dim or AGE in self.columns:
            self.sheet.dim = symbols
            self._redraw()

    def on_focus(self) -> None:
        """Light the cursor."""
        self._show_focus(is_focused=True)

    def on_blur(self) -> None:
        """Dim the cursor."""
        self._show_focus(is_focused=False)

    def _show_focus(self, *, is_focused: bool) -> None:
        if is_focused != self.sheet.is_focused:
            self.sheet.is_focused = is_focused
            self._redraw()

    def _grow(self) -> None:
        """Make room for the figures of the rows in view."""
        top = self.scroll_offset.y
        self.sheet.grow(self.rows[top : top + self.app.size.height], self._width or self.app.size.width)
        if self.sheet.grew:
            self.sheet.grew = False
            self.refresh()

    def _redraw(self) -> None:
        """Look for changed lines once all that is known by now has come in: each cell is asked for once a refresh."""
        if not self._is_due:
            self._is_due = True
            self.call_next(self._repaint_changes)

    def _repaint_changes(self) -> None:
        """Repaint only the cells that changed. Where the table scrolled, all lines are repainted anyway."""
        self._is_due = False
        if self.scroll_offset.y != self._drawn_from:
            return
        self._measure()
        pairs = [(y, drawn, self._picture(y)) for y, drawn in self._drawn.items()]
        spans = {y: differing(drawn, now, self._room) for y, drawn, now in pairs if now != drawn}
        if regions := [Region(start, y, width, 1) for y, (start, width) in spans.items()]:
            self.refresh(*regions)

    @property
    def symbol(self) -> str | None:
        """The symbol under the cursor."""
        return self.rows[self.cursor].quote.symbol if self.rows else None

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that fit at the current width."""
        return tuple(self.sheet.columns(self._width))

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    def on_resize(self) -> None:
        """Keep the cursor visible when the size changes."""
        self._drawn.clear()
        self.virtual_size = Size(self._width, len(self.rows) + 1)
        self._reveal()
        self._measure()
        self.refresh()

    def _reveal(self) -> None:
        """Scroll just far enough to show the cursor; the headings take one line."""
        height = max(self.size.height - 1, 1)
        top = self.scroll_offset.y
        if not top <= self.cursor < top + height:
            self.scroll_to(y=self.cursor - (height - 1) * (self.cursor >= top), animate=False)

    def notify_style_update(self) -> None:
        """Forget what is painted."""
        super().notify_style_update()
        self._looks.clear()
        self._strips.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines of a region."""
        self._measure()
        return super().render_lines(crop)

    def _measure(self) -> None:
        """Take the widths and the place once for all lines of a picture: Textual works them out for each again."""
        self._wide, self._room, self._top = self.size.width, self._width, self.scroll_offset.y

    def render_line(self, y: int) -> Strip:
        """Draw the headings or one row."""
        width, ground, styles = self._wide, self.ground, styles_for(self)
        if y == 0:
            parts = self.sheet.headings(self._room, self.sort)
            return line([(text, styles[name]) for text, name in parts], width, ground + styles[HEAD])
        if self._top != self._drawn_from:
            self._drawn.clear()
            self._drawn_from = self._top
        picture = self._drawn[y] = self._picture(y)
        if picture is not None:
            return self._painted(picture, ground)
        if self.rows:
            return line([], width, ground)
        parts = placed(self.nothing, self._room, self.size.height - 1).get(y - 1, [])
        return line([(text, styles[style]) for text, style in parts], width, ground)

    def _painted(self, picture: Picture, ground: Style) -> Strip:
        """Return the strip of a picture: the same one each time, for Textual keeps in it what it makes of it."""
        key = (picture, self._wide)
        strip = self._strips.get(key)
        if strip is None:
            ground = Style.combine([ground, *map(self._look, picture.styles)])
            parts = [(text, self._look(names)) for text, names in picture.parts]
            strip = self._strips[key] = line(parts, self._wide, ground)
        return strip

    def _look(self, names: str) -> Style:
        """Return a style, worked out once for as long as the colours stay."""
        if names not in self._looks:
            self._looks[names] = style_of(self, names)
        return self._looks[names]

    def _picture(self, y: int) -> Picture | None:
        """Return what a line shows; equal pictures need no repaint."""
        at = y - 1 + self._top
        if at >= len(self.rows):
            return None
        picture = self.sheet.picture(self.rows[at], self._room, at_cursor=at == self.cursor)
        if self.sheet.grew:
            self.sheet.grew = False
            self.call_after_refresh(self.refresh)
        return picture
