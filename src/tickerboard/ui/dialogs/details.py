"""Where a figure comes from, and where a problem is: the dialogs that show a page's own lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tickerboard.model import ObservedFrom
from tickerboard.table.figures import ARROWS, grouped, percent, signed
from tickerboard.text.times import age, day_and_time
from tickerboard.ui.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from tickerboard.board.board import Board
    from tickerboard.board.row import Row
    from tickerboard.model import Problem

FROM = {
    ObservedFrom.MTIME: "the file's time",
    ObservedFrom.HTTP_DATE: "the server's clock",
    ObservedFrom.READ: "the time of reading",
    ObservedFrom.CRAWL: "the crawl's date",
    ObservedFrom.PAGE: "the page's own date",
}
"""Where an observed time comes from, in words."""
GIVEN = ("open", "high", "low", "volume")


class Details(Dialog):
    """All that is known of a quote."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "articles", "articles that name it", id="details.articles"),
    ]

    @dataclass
    class ArticlesWanted(Message):
        """The user wants the articles that name a symbol."""

        symbol: str

    def __init__(self, symbol: str, facts: list[tuple[str, str]]) -> None:
        super().__init__(symbol, facts)
        self._symbol = symbol

    def action_articles(self) -> None:
        """Close, and ask for the articles."""
        self.app.screen_stack[0].post_message(self.ArticlesWanted(self._symbol))
        self.dismiss()


def details(row: Row, board: Board, mentions: Mapping[str, int], now: datetime) -> Details:
    """Return the dialog with all that is known of a quote at a time (UTC), and the text from which it was read."""
    quote = row.quote
    facts = [
        ("last", grouped(quote.last)),
        *([("change", f"{ARROWS[quote.direction]} {signed(quote.change)}")] if quote.change is not None else []),
        *([("percent", percent(quote.percent))] if quote.percent is not None else []),
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
    return Details(quote.symbol, [*facts, *_lines(board, row.source, quote.line)])


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
    around = board.place(source, line)
    return [("", ""), *((f"{'▶' if at == line else ' '} {at}", text) for at, text in around)] if around else []
