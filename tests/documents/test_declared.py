"""The security that a page declares for search engines and does not show."""

from __future__ import annotations

import json

from tickerboard.parser.documents import read_text

SECURITY = {
    "@type": "FinancialProduct",
    "name": "Harbour Tools Inc.",
    "tickerSymbol": "HBRT",
    "price": "228.87",
    "priceCurrency": "USD",
    "priceChange": "3.12",
    "priceChangePercent": "1.38%",
}


def page(data: object = None, head: str = "", body: str = "<p>An overview of the company.</p>") -> str:
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data else ""
    return f"<!doctype html><html><head>{script}{head}</head><body>{body}</body></html>"


def quotes(text: str) -> list[tuple[str, str, str, str, str | None]]:
    found = read_text(text).quotes
    return [(each.symbol, str(each.last), str(each.change), str(each.percent), each.name) for each in found]


def rates(text: str) -> list[tuple[str, str]]:
    return [(each.symbol, str(each.last)) for each in read_text(text).rates]


def test_a_security_of_json_ld_is_a_quote() -> None:
    assert quotes(page(SECURITY)) == [("HBRT", "228.87", "3.12", "1.38", "Harbour Tools Inc.")]


def test_meta_elements_and_microdata_are_a_quote() -> None:
    names = {"tickerSymbol": "HBRT", "price": "$1,228.87", "priceChange": "-3.12", "priceChangePercent": "-0.25%"}
    metas = "".join(f'<meta name="{name}" content="{value}">' for name, value in names.items())
    items = "".join(f'<meta itemprop="{name}" content="{value}">' for name, value in names.items())
    box = f'<div itemscope itemtype="http://schema.org/Intangible/FinancialQuote">{items}</div>'
    for text in (page(head=metas), page(body=box)):
        assert quotes(text) == [("HBRT", "1228.87", "-3.12", "-0.25", None)]


def test_a_percentage_that_may_be_a_fraction_is_left_out() -> None:
    assert quotes(page(SECURITY | {"priceChangePercent": "0.0138"})) == [
        ("HBRT", "228.87", "3.12", "None", "Harbour Tools Inc.")
    ]


def test_a_price_without_a_move_is_a_rate() -> None:
    assert rates(page({"@type": "Corporation", "tickerSymbol": "HBRT", "price": 48.6})) == [("HBRT", "48.6")]
    rate = {"price": 0.9213, "priceCurrency": "EUR"}
    exchange = {"@type": "ExchangeRateSpecification", "currency": "USD", "currentExchangeRate": rate}
    assert rates(page(exchange)) == [("USD/EUR", "0.9213")]


def test_goods_and_companies_without_a_price_are_nothing() -> None:
    goods = {"@type": "Product", "name": "Rake", "sku": "RAKE", "price": "24.99", "priceCurrency": "USD"}
    for data in (goods, {"@type": "Corporation", "tickerSymbol": "HBRT"}):
        assert (quotes(page(data)), rates(page(data))) == ([], [])


def test_what_the_page_shows_goes_before_what_it_declares() -> None:
    shown = "<p>QRRY 12.24 +0.26 (+2.17%)</p>"
    assert [symbol for symbol, *_ in quotes(page(SECURITY, body=shown))] == ["QRRY"]
