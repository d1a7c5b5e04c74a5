"""The heat map on the whole screen: a treemap of the quotes by sector, with a filter."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tickerboard.board.heat import Weight, weight_for
from tickerboard.board.sectors import market
from tickerboard.board.treemap import Size
from tickerboard.table.columns import marked_symbol
from tickerboard.table.figures import grouped, move
from tickerboard.table.filter import FilterError
from tickerboard.ui.dialogs.base import BoardDialog
from tickerboard.ui.heat.heat_map import HeatMap, title_of
from tickerboard.ui.parts import QUOTE_STYLES, SEPARATOR
from tickerboard.ui.table.filter_prompt import FilterPrompt

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from tickerboard.board.row import Row
    from tickerboard.ui.dialogs.base import Keys

OF_BLOCKS = frozenset(("heat.details", "heat.weight"))
SMALL = Size(60, 20)
"""A window with fewer cells across or down has no frame at the sides, and no line for facts."""


class Shown(NamedTuple):
    """The rows of the board that pass its filter, and the filter."""

    rows: Sequence[Row]
    filter: str


def facts_of(row: Row) -> Content:
    """Return a line about a quote: symbol, last, move, volume and name."""
    quote = row.quote
    volume = "" if quote.volume is None else f"volume {grouped(quote.volume)}"
    parts = (
        (marked_symbol(row), "bold $foreground"),
        (grouped(quote.last), ""),
        (move(quote), QUOTE_STYLES[quote.direction]),
    )
    return Content("  ").join(Content.styled(*part) for part in (*parts, (volume, ""), (row.name or "", "")) if part[0])


class HeatScreen(BoardDialog[None]):
    """The heat map on the whole screen, kept up to date while it is open."""

    DEFAULT_CSS = """
    HeatScreen { background: $background; align: left top; }
    HeatScreen #facts { height: 1; padding: 0 1; color: $text-muted; }
    HeatScreen.-small #facts { display: none; }
    HeatScreen HeatMap { border: round $accent; border-title-color: $accent; border-title-style: bold;
        border-subtitle-color: $quote-flat; }
    HeatScreen.-small HeatMap { border: none; border-top: round $accent; border-bottom: round $accent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,m", "dismiss", "back to the board", id="heat.back"),
        Binding("w", "weight", "size by volume, or all equal", id="heat.weight"),
    ]

    KEYS: ClassVar[Keys] = (
        ("heat.details", "details"),
        ("heat.filter", "filter"),
        ("heat.weight", "size"),
        ("filter.keep", "keep the filter"),
        ("filter.clear", "all rows"),
        ("heat.back", "back"),
    )

    def __init__(self, look: Callable[[], Shown], take_filter: Callable[[str], None]) -> None:
        """Take what returns the rows to show, and what filters them; the latter raises FilterError."""
        super().__init__()
        self._look, self._take_filter = look, take_filter
        self._shown: Shown | None = None
        self._weight = Weight.EQUAL
        self._facts = Content("")

    def compose(self) -> ComposeResult:
        """Yield the map, a line about the quote under the cursor, and the prompt of the filter."""
        yield HeatMap()
        yield Static(id="facts")
        yield FilterPrompt()

    def on_mount(self) -> None:
        """Show the rows, and keep them true."""
        self._fit()
        self._weight = weight_for(self._look().rows)
        self._fill()
        self.set_interval(1, self._fill)

    def on_resize(self) -> None:
        """Leave out what a small window has no room for."""
        self._fit()

    def _fit(self) -> None:
        self.set_class(self.app.size.width < SMALL.width or self.app.size.height < SMALL.height, "-small")

    def _fill(self) -> None:
        """Show the rows as they are now, if they are others than before."""
        shown = self._look()
        if shown != self._shown:
            self._shown = shown
            self._show(shown)

    def _show(self, shown: Shown) -> None:
        self._map.show(market(shown.rows), self._weight, shown.filter)

    @property
    def keys(self) -> Keys:
        """The keys to show now: without a block there are neither details nor sizes, and maybe nothing to filter."""
        if self._map.row:
            return self.KEYS
        left_over = self.KEYS if self._shown and self._shown.filter else self.KEYS[-1:]
        return tuple(each for each in left_over if each[0] not in OF_BLOCKS)

    @property
    def _map(self) -> HeatMap:
        return self.query_one(HeatMap)

    def on_descendant_focus(self) -> None:
        """Show the keys of the map or the prompt."""
        self.show_keys()

    def on_heat_map_moved(self, message: HeatMap.Moved) -> None:
        """Name the quote under the cursor, and what the map shows."""
        self._facts = Content("") if message.row is None else facts_of(message.row)
        self.show_keys()
        filter_ = self._shown.filter if self._shown else ""
        self._map.border_title = Content(SEPARATOR.join(title_of(self._map.places, self._weight, filter_)))

    def show_keys(self) -> None:
        """Show the line about a quote below the map and the keys in its frame; a small window has no line for keys."""
        self.query_one("#facts", Static).update(self._facts)
        has_keys = self._told is not None or not self.has_class("-small")
        self._map.border_subtitle = self.key_hints(self.size.width) if has_keys else self._facts

    def on_heat_map_chosen(self, message: HeatMap.Chosen) -> None:
        """Ask the board for the details of a quote."""
        self.app.screen_stack[0].post_message(message)

    def action_weight(self) -> None:
        """Change what the size of a block stands for."""
        if self._shown is None:
            return
        if self._weight is Weight.EQUAL and not any(row.quote.volume for row in self._shown.rows):
            self.notify("no quote has a volume", markup=False)
            return
        self._weight = self._weight.other
        self._show(self._shown)

    def action_filter(self) -> None:
        """Open the prompt with the filter of the board."""
        prompt = self.query_one(FilterPrompt)
        prompt.open(self._shown.filter if self._shown else "")
        prompt.say("", wrong=False)

    def on_filter_prompt_changed(self, message: FilterPrompt.Changed) -> None:
        """Filter as the user types."""
        message.stop()
        self._filter(message.text)

    def on_filter_prompt_done(self, message: FilterPrompt.Done) -> None:
        """Go back to the map, or stay in the prompt while the filter is invalid."""
        message.stop()
        if self._filter(message.text):
            self._close_prompt()

    def on_filter_prompt_cancelled(self, message: FilterPrompt.Cancelled) -> None:
        """Return to the map and all rows."""
        message.stop()
        self._filter("")
        self._close_prompt()

    def _close_prompt(self) -> None:
        self.query_one(FilterPrompt).close()
        self._map.focus()

    def _filter(self, text: str) -> bool:
        """Filter by a text and show the number of rows, or else what is wrong; return whether it is valid."""
        prompt = self.query_one(FilterPrompt)
        try:
            self._take_filter(text)
        except FilterError as error:
            prompt.say(str(error), wrong=True)
            return False
        self._fill()
        prompt.say(f"{len(self._map.places.blocks)} on the map", wrong=False)
        return True
