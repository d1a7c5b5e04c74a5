"""Cards and items with more than a name and figures: ranks, sectors, texts for those who listen."""

from __future__ import annotations

import pytest

from cards import NAMES, READ, cards, quotes
from tickerboard.parser.html import parse_html


@pytest.mark.parametrize(
    "shape",
    [
        "<b>{0}</b><i>{1}</i><u>{sector}</u><p>{2}</p><p>{3}</p>",
        "<b>{0}</b><i>{1}</i><p>{2}</p><p>{3}</p><small>Vol: 52.1M</small>",
        "<b>{0}</b><i>{1}</i><p>{2}</p><p>{3}</p><small>Price at 16:35, 15 Mar 2024</small>",
        "<h4>{1}</h4><i>Ticker: {0}</i><p>{2}</p><p>{3}</p>",
        "<a>+ Follow</a><b>{0}</b><i>{1}</i><p>{2}</p><p>{3}</p>",
        "<p>{number}</p><b>{0}</b><i>{1}</i><p>{2}</p><p>{3}</p>",
        "<p>#{number}</p><b>{0}</b><i>{1}</i><p>$2.674 T</p><p>${2}</p><p>{3}</p>",
        "<p class={way}>{unsigned}</p><b>{0}</b><i>{1}</i><p>{2}</p>",
        "<b>{0}</b><i>{1}</i><p>{2}</p><p>({3})</p><p>{3}</p>",
        "<em>{way}</em><b>{0}</b><i>{1}</i><p>{2} ({unsigned})</p>",
        "<p>{0} {2}, {way} {unsigned}</p><b>{0}</b><i>{1}</i><p>{2}</p><p>{3}</p>",
    ],
)
def test_what_stands_beside_a_name_and_its_figures_is_passed_over(shape: str) -> None:
    assert quotes(cards(shape)) == READ


@pytest.mark.parametrize(
    "shape",
    [
        "<p>{unsigned}</p><b>{0}</b><i>{1}</i><p>{2}</p>",
        "<em>Sale</em><b>{0}</b><i>{1}</i><p>{2} ({unsigned})</p>",
    ],
    ids=["percent first, no way", "one word only"],
)
def test_what_may_be_of_anything_gives_no_quote(shape: str) -> None:
    assert quotes(cards(shape)) == []


def led(*rows: tuple[str, str, str]) -> str:
    return "".join(f"<li><a class=c><em>{move}</em><span>{last}</span>{name}</a></li>" for move, last, name in rows)


def test_figures_before_names_are_quotes_in_a_list_with_an_index_that_moves_both_ways() -> None:
    markup = led(
        ("-1.19 %", "381.900", "Alpha Steel"), ("+0.29 %", "5282.75", "CAC 40"), ("0.00 %", "72.500", "Beta Foods")
    )
    assert quotes(markup) == [
        ("ALPHA STEEL", None, "381.900", "-1.19"),
        ("CAC 40", None, "5282.75", "0.29"),
        ("BETA FOODS", None, "72.500", "0.00"),
    ]


@pytest.mark.parametrize(
    "known", [("-10.00 %", "5282.75", "CAC 40"), ("+10.00 %", "49.90", "Gold"), ("+10.00 %", "49.90", "Gamma")]
)
def test_figures_before_names_may_be_of_anything_where_no_index_moves_both_ways(known: tuple[str, str, str]) -> None:
    goods = {"ALPHA LAMPS", "BETA CHAIRS"}
    found = quotes(led(("-20.00 %", "381.90", "Alpha Lamps"), known, ("-5.00 %", "72.50", "Beta Chairs")))
    assert goods.isdisjoint(symbol for symbol, *_ in found)


def test_the_long_form_of_a_name_is_no_second_one() -> None:
    rows = (
        ("Nasdaq Composite", "Nasdaq", "15,973.17", "-0.96%"),
        ("Dow Jones Index", "Dow Jones", "38,714.77", "+0.49%"),
    )
    markup = "".join(
        f"<div class=c><b>{long}</b><b>{short}</b><p>{last}</p><p>{move}</p></div>" for long, short, last, move in rows
    )
    assert [each[:2] for each in quotes(markup)] == [("NASDAQ", "Nasdaq Composite"), ("DOW JONES", "Dow Jones Index")]


@pytest.mark.parametrize(
    "heading", ["<h2>Our holdings</h2>", "<h3>Top analyst price targets today</h3>", "<p>My positions</p>"]
)
def test_cards_below_a_heading_of_other_figures_are_reported(heading: str) -> None:
    page = parse_html(f"<html><body>{heading}<div>{cards('<b>{0}</b><p>{2}</p><p>{3}</p>')}</div></body></html>")
    assert page.quotes == ()
    assert [each.code for each in page.problems] == ["not-a-quote"] * 2


@pytest.mark.parametrize("name", ["Premium", "Yield", "Discount to NAV"])
def test_a_percent_below_another_word_in_a_list_of_boxes_is_no_move(name: str) -> None:
    head = f"<div class=h><p>Fund</p><p>Price</p><p>{name}</p></div>"
    page = parse_html(f"<html><body>{head}<section>{cards('<b>{1}</b><p>{2}</p><p>{3}</p>')}</section></body></html>")
    assert page.quotes == ()
    assert [(rate.symbol, str(rate.last)) for rate in page.rates] == [("ALPHA STEEL", "12.50"), ("BETA FOODS", "88.10")]


@pytest.mark.parametrize(
    "cell",
    [
        "<i>A</i><a>ALPH</a><sup>D</sup><a>Alpha Steel</a>",
        "<i>A</i><span>ALPH</span><sup>D</sup><span>Alpha Steel</span>",
    ],
)
def test_letters_of_pictures_and_badges_in_a_cell_are_no_part_of_a_name(cell: str) -> None:
    table = f"<table><tr><th>Stock<th>Price<th>%</tr><tr><td>{cell}<td>12.50<td>+3.21%</tr></table>"
    assert quotes(table) == READ[:1]


def test_cards_that_are_articles_with_the_time_of_each() -> None:
    items = cards("<b>{0}</b><i>{1}</i><time>15/03 21:59</time><p>{2} {3}</p>").replace("div", "article")
    assert quotes(items) == READ


def test_the_numbers_of_a_security_are_no_part_of_its_name() -> None:
    cell = "<a>Alpha Steel</a><br><small>WKN: 716460 / ISIN: DE0007164600</small>"
    table = f"<table><tr><th>Stock<th>Price<th>%</tr><tr><td>{cell}<td>12.50<td>+3.21%</tr></table>"
    assert quotes(table) == [("ALPHA STEEL", None, "12.50", "3.21")]


def test_two_currencies_side_by_side_are_a_pair() -> None:
    rows = (("EUR", "USD", "1.0887", "+0.03%"), ("USD", "JPY", "149.03", "-0.47%"))
    markup = "".join("<div class=c><b>{}</b><b>{}</b><p>{}</p><p>{}</p></div>".format(*row) for row in rows)
    assert [each[0] for each in quotes(markup)] == ["EUR/USD", "USD/JPY"]


@pytest.mark.parametrize(
    "note", ["<i>As on 15 Mar, 16:01</i><p>{2}</p>", "<i>KSh</i><p>{2}</p>", "<i>NASDAQ</i><p>{2}</p>"]
)
def test_a_time_a_unit_or_an_exchange_behind_the_name_is_no_part_of_it(note: str) -> None:
    shape = f"<b>{{number}}. {{1}}</b>{note}<p>{{3}}</p><small>16:35 GMT</small><small>Delayed 15 min</small>"
    assert quotes(cards(shape)) == [("ALPHA STEEL", None, "12.50", "3.21"), ("BETA FOODS", None, "88.10", "-2.05")]


def test_the_month_of_a_well_known_future_is_no_part_of_its_name() -> None:
    shape = "<div class=c><b>{}</b><i>{}</i><p>{}</p><p>{}</p></div>"
    rows = (("Gold", "Apr 24", "2,161.50", "-6.00 (-0.28%)"), ("Corn", "May 24", "436.75", "+3.00 (+0.69%)"))
    assert [each[0] for each in quotes("".join(shape.format(*row) for row in rows))] == ["GOLD", "CORN"]
    alone = [(name, month, last, move.split("(")[1].strip(")")) for name, month, last, move in rows]
    assert quotes("".join(shape.format(*row) for row in alone)) == []  # it may be the price of that month


@pytest.mark.parametrize("word", ["Target", "EPS", "IPO price", "Since Jan 24", "Buy below"])
def test_a_word_before_all_prices_of_a_list_may_name_another_price(word: str) -> None:
    for name in ("<b>{0}</b>", "<b>{0}</b><i>{1}</i>"):
        page = parse_html(f"<html><body>{cards(f'{name}<i>{word}</i><p>{{2}}</p><p>{{3}}</p>')}</body></html>")
        assert page.quotes == ()
        assert page.problems


@pytest.mark.parametrize(
    "item",
    [
        "<b>20%</b><i>Wool Jacket</i><p>$80.00</p>",
        "<p>{number}</p><i>North Team</i><p>2.10</p><p>3.2%</p>",
    ],
    ids=["goods", "teams"],
)
def test_ranks_and_percents_before_other_names_prove_nothing(item: str) -> None:
    both = "".join(f"<div class='c {way}'>{item.format(number=at)}</div>" for at, way in ((1, "up"), (2, "down")))
    assert quotes(both) == []


def test_a_table_whose_columns_are_its_quotes() -> None:
    body = "<tr><th>Price<td>12.50<td>88.10</tr><tr><th>% Change<td>+3.21%<td>-2.05%</tr>"
    assert quotes(f"<table><tr><th><th>ALPH<th>BETX</tr>{body}</table>") == [
        ("ALPH", None, "12.50", "3.21"),
        ("BETX", None, "88.10", "-2.05"),
    ]


@pytest.mark.parametrize(
    "names",
    [
        *(("Today", "Week ago"), ("A shares", "B shares"), ("Bull", "Bear"), ("NYSE", "XETRA"), ("USD", "EUR")),
        *(("JAN", "FEB"), ("MON", "TUE"), ("HIGH", "LOW"), ("BUY", "SELL"), ("S", "M"), ("IPO", "NOW")),
    ],
)
def test_a_table_whose_columns_have_other_names_is_not_turned(names: tuple[str, str]) -> None:
    body = "<tr><th>Price<td>12.50<td>88.10</tr><tr><th>% Change<td>+3.21%<td>-2.05%</tr>"
    head = "".join(f"<th>{name}" for name in names)
    assert quotes(f"<table><tr><th>{head}</tr>{body}</table>") == []


def test_an_amount_behind_the_price_may_be_what_the_percent_is_of() -> None:
    assert quotes(cards("<b>{0}</b><i>{1}</i><p>${2}</p><p>$2.6M</p><p>{3}</p>")) == []


def test_a_menu_above_a_list_says_nothing_of_it() -> None:
    menu = "<nav><a>Markets</a><a>Dividends</a></nav>"
    assert quotes(menu + cards("<b>{0}</b><i>{1}</i><p>{2}</p><p>{3}</p>")) == READ


def test_a_name_below_its_figures_in_a_card_of_its_own() -> None:
    assert quotes(cards("<p>{2}</p><p>{3}</p><b>{0}</b><i>{1}</i>")) == READ
    assert quotes(cards("<p>${2}</p><p>{3}</p><b>Wool Jacket {number}</b>")) == []


def test_a_symbol_in_brackets_in_an_element_of_its_own() -> None:
    assert quotes(cards("<h4>{1} <small>({0})</small></h4><p>{2}</p><p>{3}</p>")) == READ


@pytest.mark.parametrize("words", ["vs. target", "upside", "dividend yield", "from 52-week high", "premium to NAV"])
def test_words_behind_the_percents_of_cards_that_are_of_something_else(words: str) -> None:
    page = parse_html(
        f"<html><body>{cards(f'<b>{{0}}</b><i>{{1}}</i><p>{{2}}</p><p>{{3}}</p><p>{words}</p>')}</body></html>"
    )
    assert page.quotes == ()
    assert [each.code for each in page.problems] == ["not-a-quote"] * 2


def test_a_grid_whose_names_stand_still_beside_its_other_cells() -> None:
    def row(number: int, *cells: str) -> str:
        return f"<div role=row aria-rowindex={number}>{''.join(f'<i role=gridcell>{cell}</i>' for cell in cells)}</div>"

    still = row(1, "Symbol") + "".join(row(at, symbol) for at, (symbol, *_) in enumerate(NAMES, 2))
    rest = row(1, "Last", "Chg %") + "".join(row(at, last, move) for at, (_, _, last, move) in enumerate(NAMES, 2))
    found = quotes(f"<div role=grid><div>{still}</div><div>{rest}</div></div>")
    assert [(each[0], *each[2:]) for each in found] == [("ALPH", "12.50", "3.21"), ("BETA", "88.10", "-2.05")]


def test_a_percent_of_three_decimals_is_no_day_of_january() -> None:
    rows = "".join(f"<li><a>ABC{at}</a><b>{100 + at}.00</b><i>+0.{101 + at}%</i></li>" for at in range(3))
    page = parse_html(f"<html><body><ul>{rows}</ul></body></html>")
    assert [(each.symbol, str(each.percent)) for each in page.quotes] == [
        ("ABC0", "0.101"),
        ("ABC1", "0.102"),
        ("ABC2", "0.103"),
    ]


_COINS = (("Alpha Coin", "ALP"), ("ACME", "ACM"), ("Beta Coin", "BET"))


@pytest.mark.parametrize(
    ("before", "row"),
    [
        ("", "<div class=c><b>{0}</b><i>{1}</i><u>10.20</u><u>+1.20%</u></div>"),
        ("<table><tr><th>Name<th>Price<th>24h %</tr>", "<tr><td><p>{0}</p><p>{1}</p><td>$10.20<td>+1.20%</tr>"),
    ],
)
def test_of_two_texts_in_capitals_the_symbol_stands_where_those_of_the_other_rows_do(before: str, row: str) -> None:
    found = quotes(f"<h2>Coins</h2>{before}{''.join(row.format(*each) for each in _COINS)}")
    assert [(name, symbol) for symbol, name, *_ in found] == [*_COINS]


def ranked(*names: str) -> list[str]:
    rows = "".join(
        f"<a class=c><i>{at}</i><b>{name}</b><u>$1.{at}0</u><u>+2.{at}0%</u></a>" for at, name in enumerate(names, 1)
    )
    return [symbol for symbol, *_ in quotes(f"<h2>Trending</h2>{rows}")]


def test_in_a_ranked_list_of_symbols_one_may_have_small_letters() -> None:
    assert ranked("ALP", "BET", "AcCoin") == ["ALP", "BET", "ACCOIN"]
    assert ranked("ALP", "Kettle", "Lamp") == ["ALP"]
