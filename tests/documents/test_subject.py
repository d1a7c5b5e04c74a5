"""The one quote that a page is about: figures alone below its heading."""

from __future__ import annotations

import pytest

from markup import rows, text
from tickerboard.parser.html import parse_html


def test_the_figures_of_another_session_are_of_the_same_quote() -> None:
    def box(*texts: str) -> str:
        return "".join(f"<b>{text}</b>" for text in texts)

    day, evening = box("180.57", "+2.75", "(+1.55%)"), box("180.30", "-0.27", "(-0.15%)")
    assert rows(f"<h1>Apple Inc. (AAPL)</h1>{day}<div>After hours:</div>{evening}") == [
        ("AAPL", "Apple Inc.", "180.57", "2.75", "1.55")
    ]


def test_a_quote_whose_figures_have_their_names() -> None:
    pairs = [
        ("Last", "41,904.80"),
        ("Change", "163.50"),
        ("% Change", "0.39%"),
        ("High", "42,000.10"),
        ("Low", "41,700.5"),
    ]
    markup = "<h2>KSE100</h2><dl>" + "".join(f"<dt>{name}</dt><dd>{figure}</dd>" for name, figure in pairs) + "</dl>"
    page = parse_html(f"<html><body>{markup.replace('163.50', '+163.50')}</body></html>")
    assert [(q.symbol, str(q.last), str(q.change), str(q.high), str(q.low)) for q in page.quotes] == [
        ("KSE100", "41904.80", "163.50", "42000.10", "41700.5")
    ]


FIGURES = (("Previous close", "44.70"), ("Open", "44.95"), ("Volume", "1,204,118"), ("High", "45.60"), ("P/E", "11.51"))


def previous_closes(percent: str, key: str, previous: str) -> list[str]:
    title = "<head><title>ACME TOOLS, price and chart - US0378331005 - ACME</title></head>"
    head = "<h1>Quote Acme Tools</h1><span>Acme Tools</span><p>ACME -</p><p>US0378331005 - </p><p>News</p>"
    figures = f"<div><span>44.80</span>&nbsp;$<span>{percent}</span></div><p>18/08/2025 - 17:35:04</p>"
    below = f"<table><tr><td>Open</td><td>44.59</td></tr><tr><td>{key}</td><td>{previous}</td></tr></table>"
    page = parse_html(f"<html>{title}<body>{head}{figures}{below}</body></html>")
    return [f"{each.symbol} {each.last} {each.percent} {each.previous}" for each in page.quotes]


def test_a_previous_close_bears_out_the_percent_of_the_quote_that_a_page_is_about() -> None:
    assert previous_closes("+0.25%", "Previous close", "44.69") == ["ACME 44.80 0.25 44.69"]
    assert previous_closes("-0.25%", "Previous close", "44.91") == ["ACME 44.80 -0.25 44.91"]


@pytest.mark.parametrize(
    "others",
    [
        ("+0.25%", "Previous close", "44.49"),
        ("-0.25%", "Previous close", "44.69"),
        ("0.25%", "Previous close", "44.69"),
        ("0.00%", "Previous close", "44.80"),
        ("+0.25%", "Target price", "44.69"),
    ],
)
def test_a_percent_that_no_previous_close_bears_out_may_be_of_anything(others: tuple[str, str, str]) -> None:
    assert previous_closes(*others) == []


def page_of_acme(pairs: str) -> dict[str, str | None]:
    head = "<h1>Acme Inc. (ACME)</h1><div><b>45.10</b> <b>+0.40</b> <b>+0.89%</b></div><p>At close</p>"
    (quote,) = parse_html(f"<html><body>{head}{pairs}</body></html>").quotes
    return {name: text(getattr(quote, name)) for name in ("previous", "open", "volume", "high")}


@pytest.mark.parametrize(
    "shape",
    ["<p>{0}</p><p>{1}</p>", "<div>{1}<div>{0}</div></div>", "<dt>{0}</dt><dd>{1}</dd>", "<b>{1}</b><i>{0}</i>"],
)
def test_a_figure_is_that_of_its_name_above_or_below_it(shape: str) -> None:
    assert page_of_acme("".join(shape.format(*pair) for pair in FIGURES)) == {
        "previous": "44.70",
        "open": "44.95",
        "volume": "1204118",
        "high": "45.60",
    }


@pytest.mark.parametrize(
    "pairs",
    [
        "<p>Volume</p><p>11.51</p>",
        "<p>Open</p><p>1,204,118</p>",
        "<p>Volume</p><p>1,204,118</p><p>At noon</p><p>45.60</p><p>High</p>",
    ],
)
def test_a_figure_that_cannot_be_of_its_name_is_left_out(pairs: str) -> None:
    assert set(page_of_acme(pairs).values()) == {None}


@pytest.mark.parametrize(("above", "expected"), [("Kurs", [("ACME TOOLS", "44.800")]), ("Group", [])])
def test_the_word_for_a_price_above_the_name_in_a_heading_is_no_part_of_it(
    above: str, expected: list[tuple[str, str]]
) -> None:
    box = "<b>ACME TOOLS</b><i>44.800</i><u>EUR</u><em>+1.36%</em><em>+0.600</em>"
    page = parse_html(f"<html><body><h1><small>{above}</small><a>ACME TOOLS</a></h1>{box}</body></html>")
    assert [(each.symbol, str(each.last)) for each in page.quotes] == expected
