"""Markup of sites that we do not know: tables and strips, whatever their classes are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tickerboard.parser.html import parse_html

if TYPE_CHECKING:
    from decimal import Decimal


Rows = list[tuple[str, str | None, str, str | None, str | None]]


def text(figure: Decimal | None) -> str | None:
    return None if figure is None else str(figure)


def rows(markup: str) -> Rows:
    """Read a page's quotes as symbol, name, last, change and percent."""
    page = parse_html(f"<html><body>{markup}</body></html>")
    return [(q.symbol, q.name, str(q.last), text(q.change), text(q.percent)) for q in page.quotes]


def table(*lines: str, cell: str = "td") -> str:
    """Build a table; the first line is its header, cells are parted by bars."""
    head, *body = [line.split("|") for line in lines]
    heads = "".join(f"<th>{text}</th>" for text in head)
    trs = "".join("<tr>" + "".join(f"<{cell}>{text}</{cell}>" for text in line) + "</tr>" for line in body)
    return f"<table><tr>{heads}</tr>{trs}</table>"


@pytest.mark.parametrize(
    "head",
    [
        "Name|Last|Chg|Chg %",
        "Titel|Kurs|+/-|+/- %",
        "Libellé|Dernier|Var.|Var. %",
        "Nombre|Último|Dif.|Var. (%)",
        "Nome|Preço|Variação|Variação (%)",
        "Titolo|Prezzo|Var.|Var. %",
        "銘柄名|現在値|前日比|騰落率",
    ],
)
def test_a_table_is_read_by_the_words_of_its_header(head: str) -> None:
    assert rows(table(head, "S&amp;P 500|4,293.93|26.41|0.62%", "Dow|33,833.61|-168.59|-0.50%")) == [
        ("S&P 500", None, "4293.93", "26.41", "0.62"),
        ("DOW", None, "33833.61", "-168.59", "-0.50"),
    ]


def test_f4_the_exchange_s_tables_are_known_by_their_heads() -> None:
    market = table(
        "SYMBOL|SECTOR|LDCP|OPEN|HIGH|LOW|CURRENT|CHANGE|CHANGE (%)|VOLUME",
        "<a class=tbl__symbol data-title='Allied Bank Limited'>ABL</a><div>XD</div>"
        "|0807|75.43|75.50|75.90|75.00|75.25|-0.18|-0.24%|1,250",
    )
    quote = parse_html(f"<html><body>{market}</body></html>").quotes[0]
    assert (quote.symbol, quote.name, quote.sector) == ("ABL", "Allied Bank Limited", "0807")
    figures = (quote.last, quote.change, quote.percent, quote.previous, quote.open, quote.high, quote.low, quote.volume)
    assert " ".join(map(str, figures)) == "75.25 -0.18 -0.24 75.43 75.50 75.90 75.00 1250"
    index = table("Index|High|Low|Current|Change|% Change", "KSE100|75,000.11|74,000.22|74,531.10|732.10|0.99%")
    constituents = table(
        "SYMBOL|NAME|LDCP|CURRENT|CHANGE|CHANGE (%)|IDX WTG (%)|VOLUME",
        "OGDC|Oil &amp; Gas|134.80|139.75|4.95|3.67%|4.1%|5,000",
    )
    assert rows(index + constituents) == [
        ("KSE100", None, "74531.10", "732.10", "0.99"),
        ("OGDC", "Oil & Gas", "139.75", "4.95", "3.67"),
    ]


def test_a_plain_number_in_the_markup_is_finer_than_the_printed_one() -> None:
    cell = "<td data-order='32265.1712'>32,265.17</td>"
    markup = (
        f"<table><tr><th>Name<th>Last<th>%</tr><tr><td>Nikkei 225</td>{cell}<td data-sort='7'>1.97%</td></tr></table>"
    )
    assert rows(markup) == [("NIKKEI 225", None, "32265.1712", None, "1.97")]


def test_a_rounded_number_in_the_markup_is_no_finer_than_the_printed_one() -> None:
    cell = "<td data-value='899'>898.99</td>"
    markup = f"<table><tr><th>Name<th>Last<th>%</tr><tr><td>Alpha Index</td>{cell}<td>1.97%</td></tr></table>"
    assert rows(markup) == [("ALPHA INDEX", None, "898.99", None, "1.97")]


def test_a_header_that_does_not_fit_its_columns_is_not_believed() -> None:
    markup = table("Name|Last|Chg|Chg %", "Alpha|26.41|4,293.93|0.62%", "Beta|168.59|33,833.61|0.50%")
    assert rows(markup) == []


def test_a_grid_of_roles() -> None:
    def row(role: str, *texts: str) -> str:
        return "<div role=row>" + "".join(f"<div role={role}>{text}</div>" for text in texts) + "</div>"

    head = row("columnheader", "Symbol", "Price", "% Change")
    body = row("gridcell", "<b>BTC</b><i>Bitcoin</i>", "$62,734.12", "-0.9%")
    assert rows(f"<div role=grid>{head}{body}</div>") == [("BTC", "Bitcoin", "62734.12", None, "-0.9")]


@pytest.mark.parametrize(
    "item",
    [
        "<a class=q><span>{}</span><span>{}</span><span>{}</span><span>{}</span></a>",
        "<li><h3><a>{}</a><br><b>{}</b><div><i>{}</i><i>({})</i></div></h3></li>",
        "<dl class=x><dt>{}</dt><dd>{}</dd><dd>{}</dd><dd>{}</dd></dl>",
        "<div class=row><div><b>{}</b></div><div>${}</div><div>{}</div><div>{}</div><button>Buy</button></div>",
    ],
)
def test_repeated_elements_with_a_name_and_figures_are_a_strip(item: str) -> None:
    quotes = [("S&amp;P 500", "4,293.93", "+26.41", "+0.62%"), ("AAPL", "180.57", "-2.75", "-1.50%")]
    assert rows("<div>" + "".join(item.format(*each) for each in quotes) + "</div>") == [
        ("S&P 500", None, "4293.93", "26.41", "0.62"),
        ("AAPL", None, "180.57", "-2.75", "-1.50"),
    ]


def test_a_symbol_and_a_name_in_elements_of_their_own() -> None:
    item = "<div class=row><b>{}</b><small>{}</small><i>{}</i><i>{}</i></div>"
    quotes = [("AAPL", "Apple Inc.", "180.57", "+1.55%"), ("MSFT", "Microsoft Corp.", "325.26", "-0.58%")]
    assert rows("".join(item.format(*each) for each in quotes)) == [
        ("AAPL", "Apple Inc.", "180.57", None, "1.55"),
        ("MSFT", "Microsoft Corp.", "325.26", None, "-0.58"),
    ]


@pytest.mark.parametrize(
    "markup",
    [
        table("Item|Q2 2022|Q2 2021|Change %", "Revenue|1,234|1,111|11.1%", "Net profit|234|111|110.8%"),
        "<ul><li>Revenue <b>1,234</b> <i>+11.1%</i></li><li>Cloud <b>234</b> <i>+51.1%</i></li></ul>",
        "<div><span>Market Cap:</span><span>$1.05T</span><span>0.28%</span></div>" * 2,
        "<p>Shares rose <b>5%</b> to <b>12.30</b>.</p><p>Others fell <b>3%</b> to <b>4.50</b>.</p>",
    ],
)
def test_a_report_is_no_strip(markup: str) -> None:
    assert rows(markup) == []


@pytest.mark.parametrize(
    ("language", "expected", "problems"),
    [("en", ["-1.63", "0.80"], []), ("ja", [], ["direction", "direction"])],
)
def test_a_colour_is_a_direction_where_it_has_one_meaning(
    language: str, expected: list[str], problems: list[str]
) -> None:
    markup = table(
        "Name|Last|% Change", "Toyota|2,016.5|<i class=red>1.63%</i>", "Sony|13,255|<i class=green>0.80%</i>"
    )
    page = parse_html(f"<html lang={language}><body>{markup}</body></html>")
    assert [text(quote.percent) for quote in page.quotes] == expected
    assert [each.code for each in page.problems] == problems


@pytest.mark.parametrize(
    "head", ["Name|Price|Change (1W)|% Change (1W)", "Name|Last|1M +/-|1M %", "Name|Last|YTD|YTD %"]
)
def test_the_change_of_another_period_is_not_the_day_s(head: str) -> None:
    page = parse_html(table(head, "AAPL|180.57|+2.75|+1.55%", "MSFT|325.26|-2.20|-0.67%"))
    assert page.quotes == ()
    assert [(each.symbol, text(each.last)) for each in page.rates] == [("AAPL", "180.57"), ("MSFT", "325.26")]


def test_the_figures_of_another_session_are_of_the_same_quote() -> None:
    def box(*texts: str) -> str:
        return "".join(f"<b>{text}</b>" for text in texts)

    day, evening = box("180.57", "+2.75", "(+1.55%)"), box("180.30", "-0.27", "(-0.15%)")
    assert rows(f"<h1>Apple Inc. (AAPL)</h1>{day}<div>After hours:</div>{evening}") == [
        ("AAPL", "Apple Inc.", "180.57", "2.75", "1.55")
    ]


def test_rows_of_one_definition_list() -> None:
    row = "<dt>{}</dt><dd>{}</dd><dd>{}</dd><dd>{}</dd>"
    markup = row.format("KSE100", "41,904.80", "163.50", "0.39%") + row.format("KSE30", "14,843.11", "-45.12", "-0.30%")
    assert rows(f"<dl>{markup}</dl>") == [
        ("KSE100", None, "41904.80", "163.50", "0.39"),
        ("KSE30", None, "14843.11", "-45.12", "-0.30"),
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


def test_a_name_in_capitals_beside_its_symbol() -> None:
    names = "<b>ALPHASTEEL</b><i>ALST</i>", "<b>Beta Cement</b><i>BCEM</i>"
    markup = table("Name|Last|%", f"{names[0]}|102.00|+2.00%", f"{names[1]}|49.50|-1.00%")
    assert [row[:2] for row in rows(markup)] == [("ALST", "ALPHASTEEL"), ("BCEM", "Beta Cement")]


def test_cards_below_a_heading_of_losers_are_falls() -> None:
    def cards(*each: tuple[str, str, str]) -> str:
        return "".join(f"<li><b>{a}</b><span>{b}</span><span>{c}%</span></li>" for a, b, c in each)

    losers = cards(("Alpha AG", "10.00", "4.76"), ("Beta AG", "20.00", "2.44"))
    indices = cards(("DAX", "20,010.00", "-4.76"), ("MDAX", "27,000.00", "2.44"))
    read = rows(f"<h3>Losers</h3><ul>{losers}</ul><h3>Indices</h3><ul>{indices}</ul>")
    assert [(each[0], each[4]) for each in read] == [
        ("ALPHA AG", "-4.76"),
        ("BETA AG", "-2.44"),
        ("DAX", "-4.76"),
        ("MDAX", "2.44"),
    ]


def test_a_sign_below_a_heading_of_losers_leaves_the_other_cards_without_direction() -> None:
    shares = (("Alpha AG", "10.00", "4.76%"), ("Beta AG", "20.00", "2.44%"), ("Gamma AG", "30.00", "+1.01%"))
    cards = "".join(f"<li><b>{a}</b><span>{b}</span><span>{c}</span></li>" for a, b, c in shares)
    assert rows(f"<h3>Losers</h3><ul>{cards}</ul>") == []
    buttons = "<nav><a>Gainers</a><a>Most active</a><a>Losers</a></nav>"
    assert rows(f"{buttons}<ul>{cards.replace('+', '')}</ul>") == []


def test_an_arrow_that_its_class_contradicts_shows_no_direction_without_a_sign() -> None:
    cards = "".join(
        f"<li class=card><b>{name}</b><i class={way}>▲</i><span>{last}</span><span>{percent}</span></li>"
        for name, way, last, percent in (
            ("DJIA", "down", "17210.40", "0.45%"),
            ("Nasdaq", "up", "4978.10", "0.53%"),
            ("DAX", "up", "10310.80", "-0.25%"),
        )
    )
    page = parse_html(f"<ul>{cards}</ul>")
    assert [(quote.symbol, str(quote.percent)) for quote in page.quotes] == [("NASDAQ", "0.53")]
    assert [(problem.code, problem.text.split()[0]) for problem in page.problems] == [
        ("direction", "DJIA"),
        ("direction", "DAX"),
    ]


def test_a_name_of_a_group_is_not_that_of_its_rows() -> None:
    rows = (
        "<tr><td rowspan=2>Tech</td><td>AAPL</td><td>150.00</td><td>+1.00%</td></tr>"
        "<tr><td>MSFT</td><td>300.00</td><td>-1.00%</td></tr>"
    )
    other = rows.replace("Tech", "Banks").replace("AAPL", "JPM").replace("MSFT", "BAC")
    page = parse_html(f"<table>{rows}{other}</table>")
    assert [(quote.symbol, str(quote.percent)) for quote in page.quotes] == [
        ("AAPL", "1.00"),
        ("MSFT", "-1.00"),
        ("JPM", "1.00"),
        ("BAC", "-1.00"),
    ]


@pytest.mark.parametrize("turn", ['class="rotate-180"', 'style="transform:scaleY(-1)"', 'class="flip"'])
def test_an_arrow_that_a_style_turns_over_shows_no_direction(turn: str) -> None:
    row = f"<li><b>{{}}</b><i {turn}>▲</i><span>17210.40</span><span>0.45%</span></li>"
    names = ("DJIA", "Nasdaq", "DAX")
    found = parse_html(f"<html><body><ul>{''.join(map(row.format, names))}</ul></body></html>")
    assert found.quotes == ()
    assert [each.code for each in found.problems] == ["direction"] * len(names)
