"""A table for people: a line for each page, quote, rate and article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.board.breadth import Breadth
from tickerboard.export.format import ExportFormat
from tickerboard.table.figures import ARROWS, grouped, percent, signed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tickerboard.model import Article, Page, Quote, Snapshot

TITLE_LENGTH = 90


def _page(snapshot: Snapshot) -> str:
    """Write the source, the time and the breadth of a page, then what is on it."""
    breadth = Breadth.of(snapshot.page.quotes)
    observed = f"observed {snapshot.observed.isoformat(timespec='seconds')}" if snapshot.observed else "time unknown"
    counts = f"{breadth.up} up, {breadth.down} down, {breadth.unchanged} unchanged"
    return "".join(f"{line}\n" for line in (f"{snapshot.source}  {observed}  {counts}", *_lines(snapshot.page)))


def _lines(page: Page) -> Iterator[str]:
    for quote in page.quotes:
        yield f"{_start(quote.symbol, grouped(quote.last))}{_change(quote):>13}{percent(quote.percent):>10}"
    for rate in page.rates:
        yield _start(rate.symbol, grouped(rate.last))
    for article in (*([page.article] if page.article else []), *page.stories):
        yield f"article: {_title(article)}"


def _start(symbol: str, last: str) -> str:
    return f"{symbol:<12}{last:>12}"


def _change(quote: Quote) -> str:
    return f"{ARROWS[quote.direction]} {'' if quote.change is None else signed(quote.change)}"


def _title(article: Article) -> str:
    """Return an article's headline, or the beginning of its text, or its address."""
    return article.headline or "".join(article.paragraphs[:1])[:TITLE_LENGTH] or article.url or "(no text)"


def _pages(snapshots: Sequence[Snapshot]) -> str:
    return "\n".join(map(_page, snapshots))


TABLE = ExportFormat("table", "lines for people", "txt", _pages, for_people=True)
