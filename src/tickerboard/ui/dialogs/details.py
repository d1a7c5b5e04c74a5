"""Where a figure comes from, and where a problem is: the dialogs that show a page's own lines."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from tickerboard.board.board import lines_around
from tickerboard.errors import TickerboardError
from tickerboard.model import ObservedFrom
from tickerboard.table.figures import ARROWS, grouped, percent, signed
from tickerboard.text.times import age, day_and_time
from tickerboard.ui.dialogs.dialog import HERE, Dialog, Facts
from tickerboard.ui.presence import has_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from tickerboard.board.board import Board
    from tickerboard.board.row import Row
    from tickerboard.model import Problem
    from tickerboard.ui.dialogs.base import Keys
    from tickerboard.ui.history.series import Series

FROM = {
    ObservedFrom.MTIME: "the file's time",
    ObservedFrom.HTTP_DATE: "the server's clock",
    ObservedFrom.READ: "the time of reading",
    ObservedFrom.CRAWL: "the crawl's date",
    ObservedFrom.PAGE: "the page's own date",
}
"""Where an observed time comes from, in words."""
CHART_CELLS, CHART_LINES, LEAST_CHART_LINES = 100, 14, 7
"""The size of the chart, its frame included; a small window has fewer cells."""
FRAME_CELLS = 8
"""The dialog's border, padding and scrollbar."""
GIVEN = ("open", "high", "low", "volume")


class Details(Dialog):
    """All that is known of a quote."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "articles", "articles that name it", id="details.articles"),
        Binding("n", "step(1)", "next quote", id="details.next"),
        Binding("p", "step(-1)", "previous quote", id="details.previous"),
        Binding("s", "period('session')", "chart of the session", id="details.session"),
        Binding("d", "period('day')", "chart of a day", id="details.day"),
        Binding("w", "period('week')", "chart of a week", id="details.week"),
        Binding("l", "period('all')", "chart of the whole history", id="details.all"),
    ]

    ABOUT: ClassVar[str] = "All that is known of a quote: its figures, where they were read, and their chart."
    KEYS: ClassVar[Keys] = (
        ("details.next", "next"),
        ("details.previous", "previous"),
        ("details.session", "session"),
        ("details.day", "day"),
        ("details.week", "week"),
        ("details.all", "all"),
        ("details.articles", "articles"),
        ("dialog.down", "scroll"),
        ("dialog.back", "back"),
    )

    class ArticlesWanted(Message):
        """The user wants the articles that name a symbol."""

        def __init__(self, symbol: str) -> None:
            super().__init__()
            self.symbol = symbol

    class StepWanted(Message):
        """The user wants the details of the next quote, or of the previous one."""

        def __init__(self, by: int, period: str | None) -> None:
            super().__init__()
            self.by = by
            self.period = period

    def __init__(self, symbol: str, facts: list[tuple[str, str]], lines: list[tuple[str, str]]) -> None:
        """Take the facts, and the lines of the page where its text is kept."""
        super().__init__(symbol, [*facts, *lines])
        self._symbol, self._has_lines = symbol, bool(lines)
        self.period: str | None = None
        """The period that the user chose; None without a choice."""
        self.find_series: Callable[[str | None], Series] | None = None
        """Returns the prices of a period; called off the screen's thread. None without a history."""

    def on_mount(self) -> None:
        """Ask for the chart: without a period it is the session, or the shortest longer one that has a line."""
        self._ask(self.period)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer no period without a history."""
        return action != "period" or self.find_series is not None

    def action_period(self, name: str) -> None:
        """Show the chart of another period."""
        self.period = name
        self._ask(name)

    def action_step(self, by: int) -> None:
        """Ask for another quote."""
        self.app.screen_stack[0].post_message(self.StepWanted(by, self.period))

    def _ask(self, period: str | None) -> None:
        if self.find_series is not None:
            self.run_worker(self._show_chart(self.find_series, period), group="chart", exclusive=True)

    async def _show_chart(self, find_series: Callable[[str | None], Series], period: str | None) -> None:
        try:
            series = await asyncio.to_thread(find_series, period)
        except TickerboardError:
            return  # the details are whole without a chart; a step in time reports why there is no history
        if not has_parts(self):
            return
        from tickerboard.ui.history.chart import Chart

        if series.origin is not None and not self._has_lines:
            self._has_lines = True
            around = lines_around(series.origin.text, series.origin.line)
            self.facts = [*self.facts, *_marked(around, series.origin.line)]
            self.query_one(Facts).query_one(Static).update(self.text)
        if period is None and len(series.prices) < 2:
            return
        if not self.query(Chart):
            await self.query_one(Facts).mount(Chart(), before=0)
        room = self.app.size
        height = max(min(room.height // 3, CHART_LINES), LEAST_CHART_LINES)
        self.query_one(Chart).show(series, min(room.width * 9 // 10 - FRAME_CELLS, CHART_CELLS), height)
        self.query_one(Facts).scroll_home(animate=False)

    def action_articles(self) -> None:
        """Close, and ask for the articles."""
        self.app.screen_stack[0].post_message(self.ArticlesWanted(self._symbol))
        self.dismiss()


def details(row: Row, board: Board, mentions: Mapping[str, int], now: datetime) -> Details:
    """Return the dialog with all that is known of a quote at a time (UTC), and the text from which it was read."""
    quote = row.quote
    arrow = ARROWS[quote.direction]
    facts = [
        ("last", grouped(quote.last)),
        *([("change", f"{arrow} {signed(quote.change)}")] if quote.change is not None else []),
        *([("percent", f"{arrow} {percent(quote.percent)}")] if quote.percent is not None else []),
        *([("previous", grouped(row.previous))] if row.previous is not None else []),
        *((name, grouped(value)) for name in GIVEN if (value := getattr(quote, name)) is not None),
        *([("name", row.name)] if row.name else []),
        *([("sector", row.sector)] if row.sector else []),
        ("kind", quote.kind.value),
        ("named in", _named_in(mentions.get(quote.symbol, 0), len(board.articles))),
        *([("last moved", row.tick.value)] if row.tick else []),
        *([("old", "not on the latest page")] if row.old else []),
    ]
    doubts = [
        each for source, each in board.problems if row.doubtful and (source, each.line) == (row.source, quote.line)
    ]
    facts += [("doubt", each.message) for each in doubts]
    facts += [("", ""), ("source", row.source), *_times(row, board, now), *_read_from(row)]
    return Details(quote.symbol, facts, _lines(board, row.source, quote.line))


def _named_in(count: int, articles: int) -> str:
    return f"{count} of {articles} article{'s' * (articles != 1)}" if count else "not mentioned in any article"


def place_of(source: str, problem: Problem, board: Board) -> Dialog:
    """Show a problem and its place in the page."""
    facts = [
        ("source", source),
        ("line", str(problem.line) if problem.line else "the page as a whole"),
        ("reason", f"{problem.message} ({problem.code})"),
        ("text", problem.text),
    ]
    return Dialog("Problem", [*facts, *_lines(board, source, problem.line)])


def _times(row: Row, board: Board, now: datetime) -> list[tuple[str, str]]:
    """Return when the quote was observed, how that is known, and its age."""
    if row.observed is None:
        return [("observed", "time unknown")]
    page = board.page(row.source)
    known = f", by {FROM[page.observed_from]}" if page and page.observed_from in FROM else ""
    return [("observed", f"{day_and_time(row.observed, now)}{known}"), ("age", age(row.observed, now))]


def _read_from(row: Row) -> list[tuple[str, str]]:
    quote = row.quote
    return [("line", str(quote.line))] * bool(quote.line) + [("read from", quote.text)] * bool(quote.text)


def _lines(board: Board, source: str, line: int) -> list[tuple[str, str]]:
    """Return the page's own lines around one, which is marked."""
    return _marked(board.place(source, line), line)


def _marked(around: Sequence[tuple[int, str]], line: int) -> list[tuple[str, str]]:
    return [("", ""), *((f"{HERE if at == line else ' '} {at}", text) for at, text in around)] if around else []
