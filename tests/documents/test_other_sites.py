"""Markup of sites that we do not know: tables and strips, whatever their classes are called."""

from __future__ import annotations

import pytest

from markup import rows, table, text
from tickerboard.parser.html import parse_html


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
    "head", ["Name|Price|Change (1W)|% Change (1W)", "Name|Last|1M +/-|1M %", "Name|Last|YTD|YTD %"]
)
def test_the_change_of_another_period_is_not_the_day_s(head: str) -> None:
    page = parse_html(table(head, "AAPL|180.57|+2.75|+1.55%", "MSFT|325.26|-2.20|-0.67%"))
    assert page.quotes == ()
    assert [(each.symbol, text(each.last)) for each in page.rates] == [("AAPL", "180.57"), ("MSFT", "325.26")]


def test_rows_of_one_definition_list() -> None:
    row = "<dt>{}</dt><dd>{}</dd><dd>{}</dd><dd>{}</dd>"
    markup = row.format("KSE100", "41,904.80", "163.50", "0.39%") + row.format("KSE30", "14,843.11", "-45.12", "-0.30%")
    assert rows(f"<dl>{markup}</dl>") == [
        ("KSE100", None, "41904.80", "163.50", "0.39"),
        ("KSE30", None, "14843.11", "-45.12", "-0.30"),
    ]


@pytest.mark.parametrize("empty", ["<dd></dd>", "<dd> </dd>", "<dd><!-- none --></dd>", "<dd hidden>0.00</dd>"])
def test_an_empty_field_of_a_definition_list(empty: str) -> None:
    row = "<dt>{}</dt><dd>{}</dd>" + empty + "<dd>{}</dd>" + empty
    markup = row.format("KSE100", "41,904.80", "+0.39%") + row.format("KSE30", "14,843.11", "-0.30%")
    assert rows(f"<dl>{markup}</dl>") == [
        ("KSE100", None, "41904.80", None, "0.39"),
        ("KSE30", None, "14843.11", None, "-0.30"),
    ]


def test_a_name_in_capitals_beside_its_symbol() -> None:
    names = "<b>ALPHASTEEL</b><i>ALST</i>", "<b>Beta Cement</b><i>BCEM</i>"
    markup = table("Name|Last|%", f"{names[0]}|102.00|+2.00%", f"{names[1]}|49.50|-1.00%")
    assert [row[:2] for row in rows(markup)] == [("ALST", "ALPHASTEEL"), ("BCEM", "Beta Cement")]


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


def test_a_number_is_a_symbol_among_others_where_the_title_of_its_link_begins_with_it() -> None:
    def symbols(*names: tuple[str, str], head: str = "Symbol") -> list[str]:
        rows = "".join(f"<tr><td><a data-title='{title}'>{name}</a><td>23.35<td>-2.30%</tr>" for name, title in names)
        table = f"<table><tr><th>{head}<th>Price<th>Change (%)</tr>{rows}</table>"
        return [each.symbol for each in parse_html(f"<html><body>{table}</body></html>").quotes]

    shares = (("ALPH", "Alpha Limited"), ("BETA", "Beta Limited"))
    assert symbols(("786", "786 Acme Limited"), *shares) == ["786", "ALPH", "BETA"]
    assert symbols(("786", "Acme Limited"), *shares) == ["ALPH", "BETA"]
    assert symbols(("786", "786 Kettle"), ("412", "Lamp"), head="Part") == []
