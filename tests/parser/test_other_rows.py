"""Rows in words and on lines whose price or percent is of something else, as their own words say."""

from __future__ import annotations

import pytest

from tickerboard.parser import parse_page

ROWS = (("Alpha Group", "102.50", "1.99"), ("Beta Mining", "49.40", "1.00"), ("Gamma Bank", "18.20", "0.55"))


def count(row: str) -> int:
    """Return how many quotes a list of such rows has."""
    return len(parse_page("\n".join(["Markets today", "", *(row.format(*each) for each in ROWS)])).quotes)


@pytest.mark.parametrize(
    "row",
    [
        *("{0} opened {2}% higher at ${1}", "{0} touched ${1}, up {2}%", "{0} earlier rose {2}% to ${1}"),
        *("{0} deliveries up {2}% to {1}", "{0} offer of ${1}, up {2}%", "{0} pays ${1} a share, up {2}%"),
        *("{0} EPS of {1} +{2}%", "{0} poll: up {2}% to {1}", "{0} bought at {1} +{2}%"),
        *("{0} Umsatz steigt um {2}% auf {1} Euro", "{0} Kursziel steigt um {2}% auf {1} Euro"),
        "{0} bénéfice en hausse de {2}% à {1} euros",
    ],
)
def test_words_of_another_price_or_figure_leave_no_quote(row: str) -> None:
    assert count(row) == 0


@pytest.mark.parametrize(
    "row",
    [
        *("10 shares {0} {1} +{2}%", "10 x {0} {1} +{2}%", "{0} 10 shares {1} +{2}%", "{0} x10 {1} +{2}%"),
        *("{0} avg {1} +{2}%", "{0} est. {1} +{2}%", "{0} long {1} +{2}%", "{0} YTD +{2}% {1}", "{0} Ø {1} +{2}%"),
    ],
)
def test_a_holding_a_position_or_an_estimate_is_no_name(row: str) -> None:
    assert count(row) == 0


@pytest.mark.parametrize("row", ["{0} closed {2}% higher at ${1}", "{0} {1} +{2}%", "{0} rose {2}% to ${1}"])
def test_the_same_rows_of_the_day_are_quotes(row: str) -> None:
    assert count(row) == len(ROWS)


@pytest.mark.parametrize("word", ["Bought", "Filled", "call 100", "Short", "Strike", "10 shares", "12-month target"])
@pytest.mark.parametrize("item", ["{0}\n{1}\n+{2}%\n{word}", "{word}\n{0}\n{1}\n+{2}%"])
def test_a_line_of_each_item_that_names_a_trade_refuses_the_list(item: str, word: str) -> None:
    page = parse_page("\n".join(["Markets today", "", *(item.format(*each, word=word) for each in ROWS)]))
    assert page.quotes == ()


@pytest.mark.parametrize("days", [("27 Nov", "25 Nov", "20 Nov"), ("3 days ago", "a week ago", "2 weeks ago")])
def test_items_of_several_days_are_no_quotes_of_one(days: tuple[str, ...]) -> None:
    items = (f"{name}\n{price}\n+{move}%\n{day}" for (name, price, move), day in zip(ROWS, days, strict=True))
    page = parse_page("\n".join(["Markets today", "", *items]))
    assert page.quotes == ()


@pytest.mark.parametrize("word", ["Buy", "27 Nov", "Strong buy", "NASDAQ", "Chart", "Earnings"])
def test_a_badge_a_button_or_one_day_below_each_item_refuses_nothing(word: str) -> None:
    page = parse_page(
        "\n".join(["Markets today", "", *(f"{name}\n{price}\n+{move}%\n{word}" for name, price, move in ROWS)])
    )
    assert len(page.quotes) == len(ROWS)


@pytest.mark.parametrize("key", ["Issue price", "Cost basis", "Last quarter", "Consensus", "Último dividendo"])
def test_a_key_of_another_price_below_a_company_is_no_name(key: str) -> None:
    assert parse_page(f"Acme Tools Inc. (ACME)\n{key}\n228.87\n+3.12 (+1.38%)").quotes == ()
