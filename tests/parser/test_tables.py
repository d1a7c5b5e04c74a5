"""Tables of any quotes, printed under the header words of eleven languages in every layout, come back as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strips import Figures, plus, strips
from styles import STYLES, expected, figures, plain
from tickerboard.parser import parse_page

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = {
    # symbol, name, exchange, bid, last, change, percent, volume, time
    "en": "Ticker|Company|Exchange|Bid|Last|Chg|Chg %|Volume|Time",
    "de": "Symbol|Wertpapier|Börse|Geld|Letzter Kurs|Veränderung|+/- %|Umsatz (Stk.)|Uhrzeit",
    "fr": "Mnémo|Valeur|Place|Achat|Dernier|Var.|Var. %|Volumes|Heure",
    "es": "Ticker|Nombre|Mercado|Compra|Último|Dif.|Dif. %|Volumen|Hora",
    "pt": "Código|Ativo|Bolsa|Compra|Último|Variação|Variação (%)|Volume|Hora",
    "it": "Codice|Nome|Mercato|Denaro|Ultimo prezzo|Var.|Var. %|Volumi|Ora",
    "nl": "Symbool|Naam|Beurs|Bied|Koers|Verschil|Verschil %|Volume|Tijd",
    "sv": "Kortnamn|Namn|Lista|Köp|Senast|+/-|+/- %|Antal|Tid",
    "ru": "Тикер|Название|Биржа|Покупка|Цена|Изм.|Изм. %|Объём|Время",
    "ja": "コード|銘柄名|市場|買気配|現在値|前日比|前日比(%)|出来高|時刻",
    "zh": "代码|名称|市场|买入|最新价|涨跌额|涨跌幅|成交量|时间",
}
NUMBERS = {"en": "point", "ja": "point", "zh": "none", "fr": "spaces", "sv": "spaces", "ru": "spaces"}
COLUMNS = ("symbol", "name", "exchange", "bid", "last", "change", "percent", "volume", "time")
NAMES = (
    "Alpha Steel",
    "Beta Cement Ltd",
    "Gamma",
    "Münchener Öl AG",
    "Delta & Sons",
    "Сталь",
    "日本製鉄",
    "Epsilon Gas",
)
ORDERS = (
    ("name", "last", "change", "percent"),
    ("symbol", "last", "change", "percent", "volume"),
    ("symbol", "name", "exchange", "last", "change", "percent"),
    ("time", "symbol", "bid", "last", "percent", "change"),
    ("name", "bid", "last", "change", "percent", "time", "volume"),
)
Rows = list[list[str]]


class Printed(NamedTuple):
    """A page, and its quotes."""

    text: str
    quotes: list[Figures]


def aligned(rows: Rows) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)


LAYOUTS: dict[str, Callable[[Rows], str]] = {
    "tabs": lambda rows: "\n".join("\t".join(row) for row in rows),
    "bars": lambda rows: "\n".join(f"| {' | '.join(row)} |" for row in [rows[0], ["---"] * len(rows[0]), *rows[1:]]),
    "wide gaps": aligned,
    "single spaces": lambda rows: "\n".join(" ".join(row) for row in rows),
    "a cell a line": lambda rows: "\n".join("\n".join(row) for row in rows),
    "a cell a paragraph": lambda rows: "\n\n".join("\n\n".join(row) for row in rows),
}


@st.composite
def tables(draw: st.DrawFn) -> Printed:
    language = draw(st.sampled_from(sorted(WORDS)))
    style, order = STYLES[NUMBERS.get(language, "comma")], draw(st.sampled_from(ORDERS))
    quotes = draw(strips(2).map(plain))[: len(NAMES)]
    words = dict(zip(COLUMNS, WORDS[language].split("|"), strict=True))
    rows = [[words[column] for column in order]]
    for each, name in zip(quotes, NAMES, strict=False):
        percent = each.percent if "." in each.percent else each.percent + ".00"
        cells = {
            "symbol": each.symbol,
            "name": name,
            "exchange": "XETRA",
            "bid": style(each.last),
            "last": style(each.last),
            "change": plus(style(each.change)),
            "percent": plus(style(percent)) + "%",
            "volume": style("1063007"),
            "time": "17:35",
        }
        rows.append([cells[column] for column in order])
    named = "symbol" not in order
    found = [each._replace(symbol=name.upper()) if named else each for each, name in zip(quotes, NAMES, strict=False)]
    return Printed(LAYOUTS[draw(st.sampled_from(sorted(LAYOUTS)))](rows) + "\n", found)


@given(printed=tables())
def test_a_table_under_a_header_comes_back(printed: Printed) -> None:
    page = parse_page(printed.text)
    assert figures(page) == expected(printed.quotes, change=True)
    assert all(each.volume in {None, 1063007} for each in page.quotes)


def test_an_empty_cell_between_two_tabs_is_a_cell() -> None:
    page = parse_page("Symbol\tOpen\tLast\tChg\tChg %\nAAA\t\t10.20\t+0.20\t+2.00%\nBBB\t5.00\t4.90\t\t-2.00%\n")
    assert figures(page) == [("AAA", "10.20", "0.20", "2.00"), ("BBB", "4.90", None, "-2.00")]
    assert [each.open for each in page.quotes] == [None, 5]


def test_a_row_that_lacks_a_cell_is_a_problem_where_a_cell_could_be_another_one() -> None:
    page = parse_page(
        "Symbol Open Last Chg Chg %\nAAA 10.00 10.20 +0.20 +2.00%\nBBB 5.00 +2.00%\nCCC 5.00 4.90 -0.10 -2.00%\n"
    )
    assert [each.symbol for each in page.quotes] == ["AAA", "CCC"]
    assert [(each.line, each.code) for each in page.problems] == [(3, "not-a-quote")]


@pytest.mark.parametrize("word", ["Product", "City", "Team", "Model", "Artikel", "Équipe"])
def test_a_table_of_something_else_is_refused_and_reported(word: str) -> None:
    page = parse_page(f"{word}\tPrice\tChange %\nPixel 11 128GB\t949.00 €\t-5 %\nGalaxy S30\t799.00 €\t-10 %\n")
    assert not page.quotes
    assert [(each.line, each.code) for each in page.problems] == [(2, "not-a-quote"), (3, "not-a-quote")]


def test_a_table_of_products_that_are_commodities_is_read() -> None:
    page = parse_page("Product\tPrice\tChange\t% Change\nBrent Crude\t81.20\t+0.50\t+0.62%\nTin\t49\t-1\t-2%\n")
    assert [each.symbol for each in page.quotes] == ["BRENT CRUDE", "TIN"]


def test_a_lone_row_that_may_be_a_quote_is_reported() -> None:
    page = parse_page("Smartphones\n\nPixel 11 128GB 949,00 € -5 %\n")
    assert not page.quotes
    assert [(each.line, each.code) for each in page.problems] == [(3, "not-a-quote")]


def test_the_class_of_a_share_belongs_to_its_symbol() -> None:
    page = parse_page("Kortnamn Namn Senast +/- +/- %\nVOLV B Volvo B 51,00 1,00 2,00\nABB ABB Ltd 49,00 -1,00 -2,00\n")
    assert [(each.symbol, each.name) for each in page.quotes] == [("VOLV B", "Volvo B"), ("ABB", "ABB Ltd")]


@pytest.mark.parametrize("head", ["Stock Name", "Company Name", "Security Name", "Index Name"])
def test_a_name_below_a_heading_of_two_words_is_whole(head: str) -> None:
    page = parse_page(
        f"{head} Price Change % Change\nAlpha Finance 102.00 +2.00 +2.00%\nAlpha Steel 49.50 -0.50 -1.00%"
    )
    assert [each.label for each in page.quotes] == ["Alpha Finance", "Alpha Steel"]
    assert not page.problems


def test_a_symbol_before_a_heading_of_two_words_has_a_column_of_its_own() -> None:
    page = parse_page(
        "Symbol Company Name Last Chg % Chg\nAFI Alpha Finance 102.00 +2.00 +2.00%\nAST Alpha 49.50 -0.50 -1%"
    )
    assert [(each.symbol, each.name) for each in page.quotes] == [("AFI", "Alpha Finance"), ("AST", "Alpha")]


@pytest.mark.parametrize("tail", ["Trade", "Buy Sell", "methodology  fact sheet"])
def test_words_behind_the_last_figure_of_a_row_are_passed_over(tail: str) -> None:
    page = parse_page(
        "Company Name LTP Gain(%) Day's Low Day's High Days Volume\n"
        f"Alpha Finance 102.00 2.0 % 99.00 103.00 1706 {tail}\n"
        f"Alpha Steel 49.50 -1.0 % 49.00 51.00 1202 {tail}"
    )
    assert [f"{each.label} {each.volume}" for each in page.quotes] == ["Alpha Finance 1706", "Alpha Steel 1202"]


def test_a_table_below_a_header_and_a_rule_is_read() -> None:
    page = parse_page(
        "VALOR ANTER. MAX. MIN. ULTIMO % VAR\n-------\nALPHA 100,00 103,00 99,00 102,00 2,00\n"
        "GAMMA 50,00 50,00 49,00 49,50 -1,00\nFuente: Bolsa"
    )
    assert [(each.symbol, str(each.last), str(each.percent)) for each in page.quotes] == [
        ("ALPHA", "102.00", "2.00"),
        ("GAMMA", "49.50", "-1.00"),
    ]


def test_the_cells_of_a_row_may_be_parted_by_commas() -> None:
    page = parse_page("個股, 代碼, 收盤價, 漲跌幅（%）\n\n台積電, TSM, 2,094.65, +1.53\n\n聯電, UMC, 63.14, -0.20\n")
    assert [(each.symbol, each.name, str(each.last)) for each in page.quotes] == [
        ("TSM", "台積電", "2094.65"),
        ("UMC", "聯電", "63.14"),
    ]


@pytest.mark.parametrize(
    ("names", "read"),
    [
        (("X14Coin", "Dogecoin", "Litecoin"), None),
        (("DOGDogecoin", "LITLitecoin", "X14Coin"), ("Dogecoin", "Litecoin", "Coin")),
    ],
)
def test_a_name_loses_its_symbol_where_most_are_glued(names: tuple[str, ...], read: tuple[str, ...] | None) -> None:
    rows = "\n".join(f"| {name} | {name[:3]} | 1.25 | 0.50% |" for name in names)
    page = parse_page(f"| Name | Symbol | Price | % 24h |\n|---|---|---|---|\n{rows}\n")
    assert tuple(each.name for each in page.quotes) == (read or names)


def test_a_price_that_cannot_be_read_is_reported() -> None:
    rows = "| Alpha | ALP | 2.2e-07 | 1.46% |\n| Beta | BET | 12.50 | -0.50% |\n| Gamma | GAM | 7.25 | 1.00% |"
    page = parse_page(f"| Name | Symbol | Price | % 24h |\n|---|---|---|---|\n{rows}\n")
    assert [each.symbol for each in page.quotes] == ["BET", "GAM"]
    assert [(each.line, each.code) for each in page.problems] == [(3, "not-a-quote")]


def test_a_company_s_share_is_an_equity_whatever_else_its_symbol_is_of() -> None:
    rows = "| Nokia Oyj | NOK | 13.01 | -6.94% |\n| Euro | EUR | 1.16 | 0.10% |\n| Bitcoin | BTC | 596.27 | 1.78% |"
    page = parse_page(f"| Name | Symbol | Price | Change % |\n|---|---|---|---|\n{rows}\n")
    assert [(each.symbol, each.kind) for each in page.quotes] == [
        ("NOK", "equity"),
        ("EUR", "currency"),
        ("BTC", "crypto"),
    ]


def test_what_futures_and_indices_are_is_read_from_their_codes_and_months() -> None:
    names = ("ESZ26", "CLF27", "GC=F", "Gold Dec 26", "Dec 2026 Corn", "Alpha Dec 26", ".DJI", "코스피", "BET")
    rows = "\n".join(f"| {name} | 12.30 | +0.20 |" for name in names)
    page = parse_page(f"| Name | Price | Change |\n|---|---|---|\n{rows}\n")
    kinds = [*["future"] * 5, "equity", *["index"] * 3]
    assert [(each.symbol, each.kind) for each in page.quotes] == list(zip(map(str.upper, names), kinds, strict=True))
    page = parse_page(
        "| Symbol | Name | Price | Change |\n|---|---|---|---|\n| BET | Beta Tools Inc. | 12.30 | +0.20 |\n"
    )
    assert [(each.symbol, each.kind) for each in page.quotes] == [("BET", "equity")]


_PREVIOUS = "| Name | Previous | Last | {} |\n|---|---|---|---|\n| Alpha AG | 100.00 | 102.00 | {} |\n"


@pytest.mark.parametrize(
    ("header", "move"), [("Change", "+3.00"), ("Change", "-2.00"), ("Change", "0.00"), ("Change %", "+3.0%")]
)
def test_a_move_that_does_not_lead_from_the_previous_close_is_a_problem(header: str, move: str) -> None:
    page = parse_page(_PREVIOUS.format(header, move))
    assert [(each.line, each.code) for each in page.problems] == [(3, "arithmetic")]


@pytest.mark.parametrize(("header", "move"), [("Change", "+2.00"), ("Change", "2.00"), ("Change %", "+2.0%")])
def test_a_move_that_leads_from_the_previous_close_is_read(header: str, move: str) -> None:
    (quote,) = parse_page(_PREVIOUS.format(header, move)).quotes
    assert f"{quote.previous}" == "100.00"


@pytest.mark.parametrize("cell", ["n/a", "50.00"])
def test_a_previous_close_that_a_change_and_a_percent_refute_is_left_out(cell: str) -> None:
    rows = f"| Alpha AG | 90.00 | 102.00 | +2.00 | +2.00% |\n| Beta SE | {cell} | 49.00 | -1.00 | -2.00% |\n"
    page = parse_page("| Name | Previous | Last | Change | % |\n|---|---|---|---|---|\n" + rows)
    assert page.quotes[0].previous is None
    assert not page.problems


_LONG_HEADER = (
    "• Company Name\n• LTP\n• Change\n• % Chg\n• Today's Trend\n• Volume (lacs)\n• Past Trend\n• Past 30 % Chg\n"
)
_ROWS = "• ALPH\n\n• 102.00\n• 2.00\n• 2.00\n• 81.48\n• 5.99\n• BETA\n\n• 49.50\n• -0.50\n• -1.00\n• 92.98\n• -4.10\n"


def test_a_header_with_a_cell_a_line_may_be_longer_than_its_rows() -> None:
    page = parse_page(f"Markets\n{_LONG_HEADER}{_ROWS}")
    assert [(each.symbol, str(each.last), str(each.percent)) for each in page.quotes] == [
        ("ALPH", "102.00", "2.00"),
        ("BETA", "49.50", "-1.00"),
    ]


def test_a_row_that_lacks_a_cell_below_such_a_header_is_reported() -> None:
    row = "• GAMA\n\n• 30.30\n• 1.00\n• 7.01\n• 1.20\n"
    page = parse_page(f"Markets\n{_LONG_HEADER}{_ROWS}{row}{_ROWS.replace('ALPH', 'DELT').replace('BETA', 'EPSI')}")
    assert [each.symbol for each in page.quotes] == ["ALPH", "BETA", "DELT", "EPSI"]
    assert [each.text.split(" / ")[0] for each in page.problems] == ["• GAMA"]


def test_below_such_a_header_the_figures_of_the_first_rows_must_add_up() -> None:
    page = parse_page(f"{_LONG_HEADER}{_ROWS}".replace("2.00\n• 2.00", "2.00\n• 7.00"))
    assert "ALPH" not in [each.symbol for each in page.quotes]


@pytest.mark.parametrize("volume", ["118,6Mio", "118,6 Mio"])
@pytest.mark.parametrize("header", ["WKN Name Kurs Volumen +/- in %", "WKNNameKursVolumen+/-in %"])
def test_a_volume_in_millions_and_the_number_of_a_security(volume: str, header: str) -> None:
    page = f"{header}\n703712 ALPHA ST 22,16 {volume} +0,29 +1,33%\nCBK100 BETA BANK 8,53 62,3Mio -0,04 -0,47%"
    first, second = parse_page(page).quotes
    assert (first.label, str(first.last), str(first.change), str(first.percent)) == (
        "ALPHA ST",
        "22.16",
        "0.29",
        "1.33",
    )
    assert [f"{each.volume}" for each in (first, second)] == ["118600000", "62300000"]
    assert second.label == "BETA BANK"
