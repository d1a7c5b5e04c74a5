"""Quotes that a page holds for its programs: they are read where a reader sees none, and as exactly as they stand."""

from __future__ import annotations

import json

import pytest

from tickerboard.parser.html import parse_html

COINS = [
    {"id": 1, "name": "Bitcoin", "symbol": "BTC", "quote": {"USD": {"price": 26508.2219, "percentChange24h": 0.66}}},
    {"id": 2, "name": "Ethereum", "symbol": "ETH", "quote": {"USD": {"price": 1845.98, "percentChange24h": -0.41}}},
]
YAHOO = {
    symbol: {
        "symbol": symbol,
        "regularMarketPrice": {"raw": last, "fmt": str(last)},
        "regularMarketChange": {"raw": change},
        "regularMarketChangePercent": {"raw": percent},
    }
    for symbol, last, change, percent in (("AAPL", 180.57, 2.75, 1.5465), ("T", 16.2, -0.1, -0.6135))
}


def rows(markup: str) -> list[str]:
    """Read a page's quotes as texts: symbol, last, change, percent."""
    page = parse_html(f"<html><body><h1>Prices</h1>{markup}</body></html>")
    return [" ".join(map(str, (quote.symbol, *quote.figures))) for quote in page.quotes]


def script(data: object, before: str = "", kind: str = "application/json") -> str:
    return f'<script type="{kind}">{before}{json.dumps(data)}</script>'


def test_lists_of_objects_in_the_state_of_a_page() -> None:
    assert rows(script({"props": {"list": COINS}})) == ["BTC 26508.2219 None 0.66", "ETH 1845.98 None -0.41"]


def test_json_behind_a_name_is_read_and_a_program_is_not() -> None:
    assert rows(script(YAHOO, "window.__STATE__ = ", "text/javascript")) == [
        "AAPL 180.57 2.75 1.5465",
        "T 16.2 -0.1 -0.6135",
    ]
    assert rows("<script>var state = {coins: load('BTC', 26508.22)}; show(state)</script>") == []


@pytest.mark.parametrize(
    "markup",
    [
        '<i data-symbol={} data-last={} data-change={} data-change-percent="{}"></i>',
        "<fin-streamer data-symbol={0} data-field=regularMarketPrice data-value={1}></fin-streamer>"
        "<fin-streamer data-symbol={0} data-field=regularMarketChange data-value={2}></fin-streamer>"
        "<fin-streamer data-symbol={0} data-field=regularMarketChangePercent data-value={3}></fin-streamer>",
    ],
)
def test_attributes_of_elements_that_a_program_fills(markup: str) -> None:
    assert rows(markup.format("AAPL", "180.57", "2.75", "1.55") + markup.format("T", "16.2", "-0.1", "-0.61")) == [
        "AAPL 180.57 2.75 1.55",
        "T 16.2 -0.1 -0.61",
    ]


def test_what_the_page_shows_goes_before_its_json() -> None:
    shown = "<ul><li>BTC <b>26,508.22</b> <i>+0.7%</i></li><li>ETH <b>1,845.98</b> <i>-0.4%</i></li></ul>"
    assert rows(shown + script(COINS)) == ["BTC 26508.22 None 0.7", "ETH 1845.98 None -0.4"]


@pytest.mark.parametrize(
    ("objects", "code"),
    [
        ([{"symbol": each, "price": 1.5, "changePercent": 0.012} for each in ("AA", "BB")], "style"),
        ([{"symbol": each, "price": 10.5, "change": 0.5, "changePercent": -5.0} for each in ("AA", "BB")], "direction"),
        ([{"symbol": each, "price": 10.5, "change": 0.5, "changePercent": 9.2} for each in ("AA", "BB")], "arithmetic"),
    ],
)
def test_objects_in_doubt_are_problems(objects: list[dict[str, object]], code: str) -> None:
    page = parse_html(f"<html><body>{script(objects)}</body></html>")
    assert page.quotes == ()
    assert {each.code for each in page.problems} == {code}


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '[{"symbol": NaN}, {"symbol": 1e999999999}]', '{"a": ' * 400 + "1" + "}" * 400, "[[],[]"]
)
def test_hostile_json_is_no_quote(text: str) -> None:
    assert rows(f'<script type="application/json">{text}</script>') == []


def test_goods_in_json_are_no_quotes() -> None:
    goods = [{"name": name, "price": 31.99, "priceChange": -8.0} for name in ("Desk lamp", "Bookcase")]
    assert rows(script(goods)) == []
