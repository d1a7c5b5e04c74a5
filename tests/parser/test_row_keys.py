"""Rows on one line with keys or dashes between their figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tickerboard.parser import parse_page

ROWS = (("AAPL", "180.50", "2.75", "1.55"), ("MSFT", "402.10", "-3.90", "-0.96"), ("ETH", "3,180.20", "25.24", "0.80"))


def read(row: str) -> list[tuple[str, str, Decimal | None]]:
    """Return symbol, last and percent of the quotes of a list of such rows; an arrow stands behind the percent."""
    lines = []
    for symbol, price, change, percent in ROWS:
        is_fall = percent.startswith("-")
        sign = "" if is_fall else "+"
        way = f"{percent.lstrip('-')}% {'▼' if is_fall else '▲'}"
        lines.append(row.format(symbol, price, f"{sign}{change}", f"{sign}{percent}%", way))
    return [(each.symbol, f"{each.last:,}", each.percent) for each in parse_page("\n".join(lines)).quotes]


@pytest.mark.parametrize(
    "row",
    [
        *("Symbol: {0} Price: ${1} Change: {2} ({3})", "Ticker: {0}, Last: {1}, Change: {2}, Change %: {3}"),
        *("Symbol: {0} | Price: ${1} | 24h: {3}", "{0}: ${1} | 24h: {3}", "{0}: ${1} | 24h: {3} | 7d: +4.20%"),
        *("{0} ${1} (1d: {3})", "{0}: ${1}, Change: {3}, Volume: 12.5M", "{0} — ${1} — {4}", "{0} – {1} – {4}"),
    ],
)
def test_keys_and_dashes_between_the_figures_of_a_row_are_passed_over(row: str) -> None:
    assert read(row) == [(symbol, price, Decimal(percent)) for symbol, price, _, percent in ROWS]


@pytest.mark.parametrize(
    "row",
    [
        *("Symbol: {0} Price: ${1} Weekly change: {3}", "Symbol: {0} Target: ${1} Change: {3}", "{0}: ${1} | 7d: {3}"),
        *("Symbol: {0} Price: ${1} Target: $500.00 Change: {3}", "Region: {0} Sales: {1} Change: {3}"),
        *("{0}: ${1} | YTD: {3}", "{0}: ${1} | Upside: {3}", "Symbol: {0} EPS: {1} Change: {3}"),
    ],
)
def test_keys_of_other_figures_leave_no_quote(row: str) -> None:
    assert read(row) == []


@pytest.mark.parametrize("row", ["{}: ${} | Change: -20%", "Product: {} Price: ${} Change: -20%", "{} — ${} — 20% ▼"])
def test_prices_of_goods_with_keys_are_no_quotes(row: str) -> None:
    goods = [row.format("Television", "399"), row.format("Laptop", "899"), row.format("Kettle", "49")]
    assert parse_page("\n".join(goods)).quotes == ()
