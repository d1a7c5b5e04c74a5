"""The chart of a symbol: its recorded prices over time, with marks where articles name it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.widget import Widget

from tickerboard.history.steps import Period
from tickerboard.model import Direction
from tickerboard.table.figures import ARROWS, grouped, percent
from tickerboard.text.times import local
from tickerboard.ui.history.braille import draw, levels, strengths
from tickerboard.ui.paint import line, style_of
from tickerboard.ui.parts import QUOTE_CLASSES, grade_of, left, right

if TYPE_CHECKING:
    from datetime import datetime

    from textual.strip import Strip

    from tickerboard.ui.history.series import Series

    Part = tuple[str, str]
    """A text and the name of its style."""

ARTICLE = "▲"
_HUNDREDTH = Decimal("0.01")
AROUND = 4
"""Lines beside the plot: what it is, the axis, the times, and a blank one."""


class Chart(Widget):
    """Prices from the first to the last of a series; the height of the widget decides that of the plot."""

    DEFAULT_CSS = "Chart { display: none; }"

    def __init__(self) -> None:
        super().__init__()
        self._series: Series | None = None
        self._lines: list[list[Part]] = []

    def show(self, series: Series, width: int, height: int) -> None:
        """Show a series in so many cells; nothing where there are not two prices, which make no line."""
        self._series = series
        self.styles.width, self.styles.height = width, height
        self._lines = picture(series, width, height) if len(series.prices) > 1 else [_too_few(series)]
        if len(series.prices) < 2:
            self.styles.height = 2
        self.display = True
        self.refresh(layout=True)

    def render_line(self, y: int) -> Strip:
        """Draw a line of the picture."""
        parts = self._lines[y] if y < len(self._lines) else []
        return line([(text, style_of(self, name)) for text, name in parts], self.size.width, self.rich_style)


def _too_few(series: Series) -> list[Part]:
    count = "one quote" if series.prices else "no quote"
    return [(f"{series.symbol} · {count} in this {_words(series.period)}", "chart--plain")]


def _words(period: Period) -> str:
    return "history" if period is Period.ALL else period.value


def picture(series: Series, width: int, height: int) -> list[list[Part]]:
    """Return the lines of a chart: its title, the plot with its highest and lowest price, the axis and the times."""
    rows = max(height - AROUND, 1)
    high, low = max(series.prices), min(series.prices)
    dotted = series.previous if series.period in {Period.SESSION, Period.DAY} else None
    ends = [high, low] if dotted is None else [max(high, dotted), min(low, dotted)]
    labels = _labels(ends[0], ends[1], dotted, rows)
    beside = max(map(cell_len, labels)) + 1
    cells = max(width - beside, 4)
    columns = levels([_place(series, time) for time in series.times], list(map(float, series.prices)), 2 * cells)
    range_ = rows, float(ends[1]), float(ends[0]), None if dotted is None else float(dotted)
    way = Direction.of(series.prices[-1] - series.prices[0])
    shades = [grade_of(way, strength) for strength in strengths(*range_)]
    marks = {min(int(_place(series, time) * cells), cells - 1) for time in series.articles}
    axis: list[Part] = [(" " * beside, "chart--plain")]
    axis += [(ARTICLE, "chart--mark") if at in marks else ("─", "chart--plain") for at in range(cells)]
    body: list[list[Part]] = [
        [(f"{right(label, beside - 1)} ", "chart--plain"), (text, shade)]
        for label, text, shade in zip(labels, draw(columns, *range_), shades, strict=True)
    ]
    return [_title(series, width), *body, axis, [(" " * beside + _times(series, cells), "chart--plain")]]


def _labels(high: Decimal, low: Decimal, previous: Decimal | None, rows: int) -> list[str]:
    """Return the prices beside the plot: the highest, the lowest and, where it has a line of its own, the previous."""
    labels = [""] * rows
    if previous is not None and high > low:
        labels[min(int((high - previous) * rows / (high - low)), rows - 1)] = grouped(previous)
    labels[-1], labels[0] = grouped(low), grouped(high)
    return labels


def _place(series: Series, time: datetime) -> float:
    """Return where a time is between the first price, 0, and the last, 1."""
    span = (series.times[-1] - series.times[0]).total_seconds()
    return max(0.0, min((time - series.times[0]).total_seconds() / span, 1.0)) if span else 0.0


def _title(series: Series, width: int) -> list[Part]:
    """Return the period, its first or the day's open price, its high and low, its move, and what the marks are."""
    first, last = series.prices[0], series.prices[-1]
    opening = series.opening if series.period is Period.SESSION else None
    begin = f"first {grouped(first)}" if opening is None else f"open {grouped(opening)}"
    move = ((last - first) / first * 100).quantize(_HUNDREDTH) if first > 0 else None
    figures = f"  {begin}  high {grouped(max(series.prices))}  low {grouped(min(series.prices))}"
    way = Direction.of(last - first)
    parts: list[Part] = [
        (f"{series.symbol} · {series.period.value}", "chart--title"),
        (f"  {ARROWS[way]} {percent(move)}", QUOTE_CLASSES[way]),
        (figures, "chart--plain"),
    ]
    if series.articles:
        parts.append((f"  {ARTICLE} named in an article", "chart--mark"))
    shown: list[Part] = []
    for part in parts:  # the last ones give way in a narrow window
        if sum(cell_len(text) for text, _ in (*shown, part)) <= width:
            shown.append(part)
    return shown


def _times(series: Series, cells: int) -> str:
    """Return the time of the first price and of the last, with their dates where these differ."""
    first, last = local(series.times[0]), local(series.times[-1])
    short = "%m-%d" if first.year == last.year else "%Y-%m"
    form = "%H:%M" if first.date() == last.date() else "%Y-%m-%d" if cells > 24 else short
    start, end = first.strftime(form), last.strftime(form)
    return left(start, cells - cell_len(end)) + end
