"""Snapshots as text for people and programs: table, json, ndjson, csv. The shapes are the contract's."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tickerboard.board.breadth import Breadth
from tickerboard.table.figures import ARROWS, grouped, percent, signed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tickerboard.board.row import Row
    from tickerboard.model import Article, Quote, Rate, Snapshot
    from tickerboard.table.column import Column

CSV_HEADER = ("symbol", "kind", "last", "change", "percent", "direction", "line")
_FURTHER = ("name", "sector", "open", "high", "low", "previous", "volume")


def export(snapshots: Sequence[Snapshot], form: str) -> str:
    """Write snapshots as `table`, `json` (one page: an object; several: a list of them), `ndjson` or `csv`."""
    match form:
        case "json":
            objects = [as_object(snapshot) for snapshot in snapshots]
            return _json(objects[0] if len(objects) == 1 else objects, indent=2) + "\n"
        case "ndjson":
            return "".join(_json(as_object(snapshot)) + "\n" for snapshot in snapshots)
        case "csv":
            return _csv(snapshots)
        case _:
            return "\n".join(_table(snapshot) for snapshot in snapshots)


def _json(value: Any, indent: int | None = None) -> str:
    import simplejson

    return simplejson.dumps(value, use_decimal=True, ensure_ascii=False, indent=indent)


def as_object(snapshot: Snapshot) -> dict[str, Any]:
    """Give a snapshot as the contract's JSON object; numbers stay Decimal, with the page's digits."""
    page = snapshot.page
    observed = snapshot.observed
    return {
        "source": snapshot.source,
        "observed": observed.isoformat(timespec="seconds") if observed else None,
        "quotes": [*(_quote(quote) for quote in page.quotes), *(_rate(rate) for rate in page.rates)],
        "article": _article(page.article) if page.article else None,
        "stories": [_article(story) | {"url": story.url} for story in page.stories],
        "problems": [
            {"line": each.line, "code": each.code, "message": each.message, "text": each.text} for each in page.problems
        ],
    }


def _quote(quote: Quote) -> dict[str, Any]:
    known = {name: getattr(quote, name) for name in _FURTHER}
    return {
        "symbol": quote.symbol,
        "kind": quote.kind.value,
        "last": quote.last,
        "change": quote.change,
        "percent": quote.percent,
        "direction": quote.direction.value,
        "line": quote.line,
    } | {name: value for name, value in known.items() if value is not None}


def _rate(rate: Rate) -> dict[str, Any]:
    """Give a rate in the shape of a quote, null where the page tells nothing."""
    shape: dict[str, Any] = {"symbol": rate.symbol, "kind": rate.kind.value, "last": rate.last}
    shape |= dict.fromkeys(("change", "percent", "direction", "line"))
    return shape if rate.name is None else shape | {"name": rate.name}


def _article(article: Article) -> dict[str, Any]:
    return {
        "headline": article.headline,
        "byline": article.byline,
        "published": article.published,
        "section": article.section,
        "paragraphs": list(article.paragraphs),
        "related": [{"text": related.text, "url": related.url} for related in article.related],
    }


def _csv(snapshots: Sequence[Snapshot]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(CSV_HEADER)
    for snapshot in snapshots:
        for quote in snapshot.page.quotes:
            figures = [_plain(number) for number in quote.figures]
            writer.writerow([quote.symbol, quote.kind.value, *figures, quote.direction.value, quote.line])
        for rate in snapshot.page.rates:
            writer.writerow([rate.symbol, rate.kind.value, _plain(rate.last), "", "", "", ""])
    return out.getvalue()


def _plain(number: Decimal | None) -> str:
    return "" if number is None else f"{number:f}"


def _table(snapshot: Snapshot) -> str:
    page = snapshot.page
    breadth = Breadth.of(page.quotes)
    observed = snapshot.observed.isoformat(timespec="seconds") if snapshot.observed else "not told"
    counts = f"{breadth.up} up, {breadth.down} down, {breadth.unchanged} unchanged"
    lines = [f"{snapshot.source}  observed {observed}  {counts}"]
    for quote in page.quotes:
        change = "" if quote.change is None else signed(quote.change)
        move = f"{ARROWS[quote.direction]} {change}"
        lines.append(f"{quote.symbol:<12}{grouped(quote.last):>12}{move:>13}{percent(quote.percent):>10}")
    lines += [f"{rate.symbol:<12}{grouped(rate.last):>12}" for rate in page.rates]
    articles = (*([page.article] if page.article else []), *page.stories)
    lines += [f"article: {article.headline or article.paragraphs[0][:90]}" for article in articles]
    return "\n".join(lines) + "\n"


def rows_as_csv(rows: Iterable[Row], columns: Iterable[Column]) -> str:
    """Write rows of the board with these columns; a cell is empty where the page does not tell."""
    columns = tuple(columns)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.name for column in columns)
    for row in rows:
        values = [column.value(row) for column in columns]
        writer.writerow(
            ["" if value is None else _plain(value) if isinstance(value, Decimal) else value for value in values]
        )
    return out.getvalue()


def rows_as_json(rows: Iterable[Row]) -> str:
    """Write rows of the board as a list of quotes, each as the contract has it, with its source."""
    return _json([_quote(row.quote) | {"source": row.source} for row in rows], indent=2) + "\n"
