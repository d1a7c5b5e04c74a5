"""Cards whose figures may be of something else than the day's move, and cards whose name is not clear."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tickerboard.parser.html import parse_html

if TYPE_CHECKING:
    from tickerboard.model import Page

_NAMES = (("ALPH", "Alpha Steel", "12.50", "+3.21%"), ("BETA", "Beta Foods", "88.10", "-2.05%"))
_KNOWN = (("Gold", "2,161.50", "0.40%"), ("Silver", "25.10", "0.30%"), ("Brent", "82.10", "1.30%"))
_WAYS = [
    ("style='color:green'", "style='color:red'"),
    ("class=text-success", "class=text-danger"),
    ("class=pos", "class=neg"),
]


def page_of(markup: str, language: str = "en") -> Page:
    return parse_html(f"<html lang='{language}'><body>{markup}</body></html>")


def cards(shape: str, *words: str) -> str:
    both = (*words, "", "")
    return "".join(
        f"<div class=c>{shape.format(*row, word=word)}</div>" for row, word in zip(_NAMES, both, strict=False)
    )


def moves(*attributes: str) -> str:
    rows = zip(_KNOWN, attributes, strict=False)
    shape = "<div class=c><b>{}</b><p>{}</p><p {}>{}</p></div>"
    return "<h2>Shares</h2>" + "".join(shape.format(name, last, each, move) for (name, last, move), each in rows)


def percents(page: Page) -> list[str]:
    return [str(quote.percent) for quote in page.quotes]


def is_reported(page: Page) -> bool:
    return not page.quotes and len(page.problems) >= 2


@pytest.mark.parametrize(
    "word", ["Confidence", "Yield", "Upside:", "Win rate", "Market share", "Year", "P/E", "Rating", "Rendite"]
)
def test_a_word_between_the_price_and_the_percent_may_say_what_it_is_of(word: str) -> None:
    assert is_reported(page_of(cards(f"<b>{{0}}</b><i>{{1}}</i><p>{{2}}</p><p>{word}</p><p>{{3}}</p>")))


@pytest.mark.parametrize(
    "words",
    ["of average volume", "a year", "per annum", "coupon", "vs peers", "probability", "votes", "off", "last 7 days"],
)
def test_words_behind_all_percents_of_a_list_may_say_what_they_are_of(words: str) -> None:
    assert is_reported(page_of(cards(f"<b>{{0}}</b><i>{{1}}</i><p>{{2}}</p><p>{{3}}</p><p>{words}</p>")))


@pytest.mark.parametrize(
    "shape",
    [
        "<b>{0}</b><i>{1}</i><p>{2}</p><p>Change</p><p>{3}</p><p>Today</p>",
        "<b>{0}</b><i>{1}</i><p>{2}</p><p>USD</p><p>{3}</p><p>since yesterday</p>",
        "<b>{0}</b><i>{1}</i><p>{2}</p><p>NASDAQ</p><p>{3}</p><p>Market closed</p>",
        "<b>{0}</b><i>{1}</i><p>{2}</p><p>{3}</p><p>Add to watchlist</p>",
    ],
)
def test_words_that_leave_a_percent_the_days(shape: str) -> None:
    assert percents(page_of(cards(shape))) == ["3.21", "-2.05"]


@pytest.mark.parametrize("words", [("Open", "Close"), ("52w high", "52w low"), ("Bid", "Ask"), ("Buy", "Sell")])
def test_a_word_before_a_price_that_names_another_one(words: tuple[str, str]) -> None:
    assert is_reported(page_of(cards("<b>{0}</b><i>{1}</i><i>{word}</i><p>{2}</p><p>{3}</p>", *words)))


def test_cards_of_another_session() -> None:
    shape = "<i>{word}</i><b>{0}</b><p>{2}</p><p>{3}</p>"
    assert is_reported(page_of(cards(shape, "Pre-market", "After hours")))


def test_cards_of_which_two_texts_may_be_the_symbol_are_reported() -> None:
    page = page_of(cards("<i>{word}</i><b>{0}</b><b>{1}</b><p>{2}</p><p>{3}</p>", "TECH", "FOOD"))
    assert is_reported(page)
    assert "name" in page.problems[0].message


def test_the_country_beside_its_index_is_no_part_of_the_name() -> None:
    rows = (("Germany", "DAX", "18,200.50", "+0.45%"), ("France", "CAC 40", "7,400.20", "-0.32%"))
    markup = "".join("<div class=c><b>{}</b><i>{}</i><p>{}</p><p>{}</p></div>".format(*row) for row in rows)
    assert [(quote.symbol, quote.name) for quote in page_of(markup).quotes] == [("DAX", None), ("CAC 40", None)]


@pytest.mark.parametrize(
    ("up", "down"),
    _WAYS,
)
def test_a_colour_or_a_word_shows_no_way_where_only_another_text_has_its_opposite(up: str, down: str) -> None:
    assert percents(page_of(moves(up, down))) == ["0.40", "-0.30"]
    for other in (f"<p {up}>Save 20% today</p>", f"<p {up}>Buy</p>", f"<div {up}>20% off</div>"):
        assert page_of(moves(down, down) + other).quotes == ()


@pytest.mark.parametrize(
    ("up", "down"),
    _WAYS,
)
def test_a_colour_or_a_word_that_stands_against_a_sign_shows_no_way(up: str, down: str) -> None:
    against = f"<div class=c><b>Copper</b><p>3.10</p><p {down}>+1.20%</p></div>"
    assert "-0.30" not in percents(page_of(moves(up, down) + against))


@pytest.mark.parametrize(
    ("up", "down"), [("rgba(0,128,0,0)", "rgba(255,0,0,0)"), ("#888", "#999"), ("#f90", "#09f"), ("green", "#f60")]
)
def test_colours_that_nobody_sees_or_that_are_others(up: str, down: str) -> None:
    assert page_of(moves(f"style='color:{up}'", f"style='color:{down}'")).quotes == ()


def test_colours_on_a_page_whose_words_are_of_east_asia() -> None:
    shape = "<div class=c><b>{}</b><p>{}</p><p style='color:{}'>{}</p></div>"
    rows = (("上证指数", "3,051.50", "green", "0.40%"), ("深证成指", "9,525.10", "red", "0.30%"))
    assert page_of("".join(shape.format(*row) for row in rows), "").quotes == ()


def test_a_figure_without_a_sign_where_rises_and_falls_have_one() -> None:
    rows = (("Gold", "2,161.50", "+0.40%"), ("Silver", "25.10", "-0.30%"), ("Copper", "3.10", "1.30%"))
    markup = "".join("<div class=c><b>{}</b><p>{}</p><p>{}</p></div>".format(*row) for row in rows)
    page = page_of(markup)
    assert percents(page) == ["0.40", "-0.30"]
    assert [each.code for each in page.problems] == ["sign"]


@pytest.mark.parametrize("figure", ["$1.2B", "12.5M", "1.2 billion", "€3.4 Mrd."])
def test_an_amount_alone_is_no_price(figure: str) -> None:
    assert page_of(cards(f"<b>{{0}}</b><i>{{1}}</i><p>{figure}</p><p>{{3}}</p>")).quotes == ()


def test_a_row_of_two_names_and_figures_is_no_quote() -> None:
    row = "<li class=c><span>{}</span><span>{}</span><span>{}</span><span>{}</span><span>{}</span></li>"
    rows = (("ALPH", "12.50", "BETA", "88.10", "-2.05%"), ("GAMM", "44.70", "DELT", "18.20", "+1.10%"))
    assert page_of("".join(row.format(*each) for each in rows)).quotes == ()


def test_the_body_of_a_table_may_count_its_rows_again() -> None:
    head = "<thead><tr aria-rowindex=1><th>Symbol<th>Last<th>Chg %</tr></thead>"
    body = "<tr aria-rowindex=1><td>ALPH<td>12.50<td>+3.21%</tr><tr aria-rowindex=2><td>BETA<td>88.10<td>-2.05%</tr>"
    assert percents(page_of(f"<table role=grid>{head}<tbody>{body}</tbody></table>")) == ["3.21", "-2.05"]


@pytest.mark.parametrize(("heading", "count"), [("Results", 0), ("Stocks", 3)])
def test_names_with_moves_that_classes_alone_sign_need_a_word_of_a_market(heading: str, count: int) -> None:
    rows = (("Beta Systems", "24.50", "up"), ("Gamma Capital", "14.50", "down"), ("Delta Airlines", "4.50", "up"))
    items = "".join(
        f"<li><span>{name}</span><span>{price}</span><span class='{way}'>1.20%</span></li>" for name, price, way in rows
    )
    assert len(page_of(f"<h2>{heading}</h2><ul>{items}</ul>").quotes) == count
