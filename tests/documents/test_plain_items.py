"""Elements with a plain row, a name and a text for each figure, are read together: as each of them is by itself."""

from __future__ import annotations

import pytest

from tickerboard.parser.html import parse_html

MOVES = ("+1.20", "-0.75", "+0.00", "-2.10")
PERCENTS = ("+9.60%", "-5.66%", "+0.00%", "-14.38%")
NAMES = (
    "ALPH", "Alpha Steel", "Alpha Steel AG", "A&B Inc.", "DAX", "Gold", "EUR", "Nasdaq", "VOL", "Volume",
    "Open", "High", "Last", "Down", "up", "Sale", "Target", "Long", "Buy", "Pre-market", "After hours",
    "Weekly", "YTD", "NASDAQ", "NYSE", "Top gainers", "Market Cap", "Consumer confidence", "London", "Milk",
    "na", "arrow_upward", "D", "Futures", "Total",
)  # fmt: skip


def read(name: str, space: str, *, with_change: bool) -> tuple[list[object], list[object]]:
    """Return the quotes and the problems of a list; a space before the percent signs makes no row plain."""
    rows = zip(
        (name, "BETA", "Gamma Foods", "DELT"), ("13.70", "12.50", "12.50", "12.50"), MOVES, PERCENTS, strict=True
    )
    markup = ""
    for label, last, change, percent in rows:
        moves = f"<i>{change}</i>" if with_change else ""
        shown = percent.replace("%", f"{space}%")
        markup += f"<div class=c><b>{label}</b><i>{last}</i>{moves}<u>{shown}</u></div>"
    page = parse_html(f"<html><body><h2>Shares</h2><section>{markup}</section></body></html>")
    return [quote._replace(text="") for quote in page.quotes], [(each.line, each.code) for each in page.problems]


@pytest.mark.parametrize("with_change", [True, False])
@pytest.mark.parametrize("name", NAMES)
def test_a_plain_item_is_read_as_any_other(name: str, with_change: bool) -> None:
    assert read(name, "", with_change=with_change) == read(name, " ", with_change=with_change)


def test_a_list_of_plain_items_is_read() -> None:
    quotes, problems = read("Alpha Steel", "", with_change=True)
    assert (len(quotes), problems) == (4, [])
