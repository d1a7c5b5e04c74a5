"""Tables whose header can be misread: which column is the change shows in the cells, and in a header of two rows."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tickerboard.parser import parse_page
from tickerboard.parser.documents import read_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.model import Quote


def _figures(quotes: Sequence[Quote]) -> list[tuple[object, ...]]:
    return [(each.label or each.symbol, each.last, each.change, each.percent) for each in quotes]


@pytest.mark.parametrize(
    "page",
    [
        "Last Trade\nChange in Points\nChange in %\nAlpha Steel\n102.00\n2.00\n2.00\nBeta Cement\n49.50\n-0.50\n-1.00",
        "Name Last Change % Change\nAlpha Steel 102.00 2.00 2.00%\nBeta Cement 49.50 -0.50 -1.00%",
        "Nombre Último Máximo Mínimo Var. % Var.\n"
        "Alpha Steel 102,00 103,00 99,00 +2,00 +2,00%\nBeta Cement 49,50 50,00 49,00 -0,50 -1,00%",
        "Nome Último Máxima Mínima Variação Var. %\n"
        "Alpha Steel 102,00 103,00 99,00 +2,00 +2,00%\nBeta Cement 49,50 50,00 49,00 -0,50 -1,00%",
        "| Aktie | Kurs | Diff. | % Diff. |\n|---|---|---|---|\n"
        "| Alpha Steel | 102,00 | +2,00 | +2,00% |\n| Beta Cement | 49,50 | -0,50 | -1,00% |",
        "ATIVO ÚLTIMO (R$) VAR. DIA (%) VAR. DIA (R$)\nAlpha Steel 102,00 2,00 2,00\nBeta Cement 49,50 -1,00 -0,50",
    ],
)
def test_the_change_is_never_taken_for_the_percent(page: str) -> None:
    assert _figures(parse_page(page).quotes) == [
        ("Alpha Steel", Decimal("102.00"), Decimal("2.00"), Decimal("2.00")),
        ("Beta Cement", Decimal("49.50"), Decimal("-0.50"), Decimal("-1.00")),
    ]


def _page(head: str, *rows: str) -> str:
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<!DOCTYPE html><html><body><table>{head}{body}</table></body></html>"


def test_a_header_of_two_rows_names_each_column() -> None:
    head = (
        "<tr><th rowspan=2>Commodity</th><th colspan=2>Change</th><th rowspan=2>Last</th></tr>"
        "<tr><th>Abs.</th><th>%</th></tr>"
    )
    rows = (
        "<td>Copper</td><td>+0.05</td><td>+1.00%</td><td>5.05</td>",
        "<td>Tin</td><td>-1</td><td>-2%</td><td>49</td>",
    )
    assert _figures(read_text(_page(head, *rows)).quotes) == [
        ("Copper", Decimal("5.05"), Decimal("0.05"), Decimal("1.00")),
        ("Tin", Decimal(49), Decimal(-1), Decimal(-2)),
    ]


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_spaces_group_the_digits_of_a_cell(space: str) -> None:
    head = "<tr><th>Nom</th><th>Dernier</th><th>Var.</th><th>Var. %</th></tr>"
    row = f"<td>Alpha</td><td>10{space}200,00</td><td>+200,00</td><td>+2,00 %</td>"
    assert _figures(read_text(_page(head, row)).quotes) == [
        ("Alpha", Decimal("10200.00"), Decimal("200.00"), Decimal("2.00"))
    ]


def test_two_prices_in_one_cell_are_a_problem() -> None:
    head = "<tr><th>Name</th><th>Last</th><th>Change</th><th>%</th></tr>"
    page = read_text(_page(head, "<td>Alpha</td><td>10.20 10.30</td><td>+0.20</td><td>+2.00%</td>"))
    assert not page.quotes
    assert [each.code for each in page.problems] == ["not-a-quote"]


def test_the_mark_of_a_footnote_or_a_link_is_no_part_of_the_symbol() -> None:
    head = "<tr><th>Index</th><th>Close</th><th>Net change</th><th>% change</th></tr>"
    row = "<td><a>Alpha Composite</a><sup>[3]</sup></td><td>102.00</td><td>+2.00</td><td>+2.00</td>"
    assert [each.symbol for each in read_text(_page(head, row)).quotes] == ["ALPHA COMPOSITE"]
    text = "[12]DJIA 102.00 +2.00 (+2.00%)\n[13]NASDAQ 49.50 -0.50 (-1.00%)"
    assert [each.symbol for each in parse_page(text).quotes] == ["DJIA", "NASDAQ"]


def test_percents_of_one_decimal_add_up_where_the_whole_list_has_no_more() -> None:
    rows = ["DAX 19,004.78 -55.53 -0.3%", "CAC 40 7,198.45 -31.19 -0.4%", "Hang Seng 19,705.01 +41.34 +0.2%"]
    page = parse_page("\n".join(rows))
    assert [str(each.percent) for each in page.quotes] == ["-0.3", "-0.4", "0.2"]
    assert page.problems == ()
    mixed = parse_page("\n".join([*rows, "AEX 870.00 +8.70 +1.01%"]))
    assert [each.symbol for each in mixed.quotes] == ["AEX"]


@pytest.mark.parametrize(
    "head",
    [
        "Walor Kurs Zmiana Zmiana % Wolumen",
        "Název Kurz Změna Změna % Objem",
        "Název Utolsó Změna Změna % Objem",
        "Hisse Son Fark Fark % Hacim",
        "Navn Siste Endring Endring % Volum",
        "Navn Seneste Ændring Ændring % Volum",
        "Nama Terakhir Perubahan Perubahan % Volume",
        "Mã Giá Thay đổi % thay đổi Khối lượng",
        "Simbol Preț Variație Variație % Volum",
        "Όνομα Τιμή Μεταβολή Μεταβολή % Όγκος",
        "السهم السعر التغير نسبة التغير الحجم",
        "ชื่อ ล่าสุด เปลี่ยนแปลง %เปลี่ยนแปลง ปริมาณ",
    ],
)
def test_a_header_is_read_in_many_languages(head: str) -> None:
    found = parse_page(f"{head}\nALPH 102,00 2,00 2,00% 1200\nGAMA 49,50 -0,50 -1,00% 900\n").quotes
    assert [each.volume for each in found] == [1200, 900]
    assert _figures(found) == [
        ("ALPH", Decimal("102.00"), Decimal("2.00"), Decimal("2.00")),
        ("GAMA", Decimal("49.50"), Decimal("-0.50"), Decimal("-1.00")),
    ]


@pytest.mark.parametrize("cells", [("+2.00%", "+2.00"), ("+2.00", "+2.00%")])
def test_a_column_without_a_word_behind_the_change_is_the_other_move(cells: tuple[str, str]) -> None:
    row = "".join(f"<td>{cell}</td>" for cell in ("ALPH", "102.00", *cells, "1,200"))
    head = "<tr><th>Symbol</th><th>Last</th><th>Change</th><th></th><th>Volume</th></tr>"
    found = read_text(_page(head, row)).quotes
    assert _figures(found) == [("ALPH", Decimal("102.00"), Decimal("2.00"), Decimal("2.00"))]


@pytest.mark.parametrize("head", ["Symbol Previous Last Chg %", "Stock Close Last Chg %"])
def test_a_currency_before_each_figure_is_no_part_of_the_name(head: str) -> None:
    found = parse_page(f"{head}\nALPH KES 100.00 KES 102.00 2.00 2.00%\nGAMA KES 50.00 KES 49.50 -0.50 -1.00%\n").quotes
    assert _figures(found) == [
        ("ALPH", Decimal("102.00"), Decimal("2.00"), Decimal("2.00")),
        ("GAMA", Decimal("49.50"), Decimal("-0.50"), Decimal("-1.00")),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "| Name | Close | Day | Day % |\n|---|---|---|---|\n"
        "| Alpha Steel | 102.00 | +2.00 | +2.00% |\n| Beta Cement | 49.50 | -0.50 | -1.00% |",
        "| Name | Price | Chg | Today |\n|---|---|---|---|\n"
        "| Alpha Steel | 102.00 | +2.00 | +2.00% |\n| Beta Cement | 49.50 | -0.50 | -1.00% |",
        "| Name | LTP | % Change | Day low | Change Amount |\n|---|---|---|---|---|\n"
        "| Alpha Steel | 102.00 | 2.00 % | 99.00 | 2.00 |\n| Beta Cement | 49.50 | -1.00 % | 49.00 | -0.50 |",
    ],
)
def test_a_move_of_the_day_is_what_the_other_columns_lack(page: str) -> None:
    assert _figures(parse_page(page).quotes) == [
        ("Alpha Steel", Decimal("102.00"), Decimal("2.00"), Decimal("2.00")),
        ("Beta Cement", Decimal("49.50"), Decimal("-0.50"), Decimal("-1.00")),
    ]


def test_a_move_of_the_day_alone_is_a_percent_by_its_sign_only() -> None:
    found = parse_page("Name Price 1 Day\nAlpha Steel 102.00 +2.00%\nBeta Cement 49.50 -0.50\nGamma Oil 9.90 -1.00%")
    assert [(each.label, each.percent) for each in found.quotes] == [
        ("Alpha Steel", Decimal("2.00")),
        ("Gamma Oil", Decimal("-1.00")),
    ]
    assert [each.line for each in found.problems] == [3]


@pytest.mark.parametrize("change", ["+2", "+2.1"])
def test_a_change_of_a_yield_in_basis_points_is_reported(change: str) -> None:
    found = parse_page(f"US 10-YR 4.018 {change}\nUS 2-YR 3.490 +0.010\nUS 30-YR 4.67 -0.02")
    assert [(each.label, each.change) for each in found.quotes] == [
        ("US 2-YR", Decimal("0.010")),
        ("US 30-YR", Decimal("-0.02")),
    ]
    assert [(each.line, each.code) for each in found.problems] == [(1, "unit")]


def test_the_unit_of_an_index_is_its_last_price_and_of_goods_is_none() -> None:
    rows = "Alpha Index 54781.37 402.44\nBeta Index 21067.5 -8.49"
    assert _figures(parse_page(f"Index Unit Change\n{rows}\n").quotes) == [
        ("Alpha Index", Decimal("54781.37"), Decimal("402.44"), None),
        ("Beta Index", Decimal("21067.5"), Decimal("-8.49"), None),
    ]
    found = parse_page("| Commodity | Unit | Price | Change |\n|---|---|---|---|\n| Copper | 100 | 5.05 | +0.05 |\n")
    assert [(each.symbol, each.last) for each in found.quotes] == [("COPPER", Decimal("5.05"))]


@pytest.mark.parametrize(
    "head",
    [
        "Price Change",
        "Kurs Veränderung",
        "Last Change since yesterday's close",
        "Price ($/oz) Change vs previous day ($)",
    ],
)
def test_a_price_and_a_change_alone_head_rows_that_are_well_known(head: str) -> None:
    page = parse_page(f"Markets\n{head}\nGold 1851.20 -3.10\nSilver 23.40 0.12\nPlatinum 970.00 4.10\n")
    assert [(each.symbol, str(each.change)) for each in page.quotes] == [
        ("GOLD", "-3.10"),
        ("SILVER", "0.12"),
        ("PLATINUM", "4.10"),
    ]


@pytest.mark.parametrize("between", ["\n", " "], ids=["lines", "one line"])
def test_a_header_without_a_word_for_the_name_stands_above_pairs(between: str) -> None:
    rows = ["CZK/EUR 24.7047 0.0077 24.7228 24.6680", "HUF/EUR 393.5186 0.3736 394.2954 390.2766"]
    head = "kurz změna (%)* denní maximum denní minimum"
    page = parse_page(between.join([head, *rows, "PLN/EUR 4.5680 -0.8429 4.6133 4.5644"]))
    found = [(each.symbol, str(each.percent), str(each.high), str(each.low)) for each in page.quotes]
    assert found == [
        ("CZK/EUR", "0.0077", "24.7228", "24.6680"),
        ("HUF/EUR", "0.3736", "394.2954", "390.2766"),
        ("PLN/EUR", "-0.8429", "4.6133", "4.5644"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "10:00 1851.20 -3.10\n11:00 1850.10 -4.20",
        "Monday 1851.20 -3.10\nTuesday 1850.10 -4.20",
        "Coffee mug 12.20 -1.10\nSugar bowl 13.40 0.12",
        "Onion 40 5\nTomato 30 -2\nSugar 44 0\nRice 50 0",
    ],
)
def test_a_price_and_a_change_alone_head_no_times_and_no_goods(rows: str) -> None:
    assert parse_page(f"Market prices\nPrice Change\n{rows}\n").quotes == ()


@pytest.mark.parametrize("head", ["Index Close Change", "Close Change"])
def test_a_change_far_too_small_for_its_prices_may_be_a_percent(head: str) -> None:
    page = parse_page(f"Markets\n{head}\nDAX 18,400.10 0.54\nFTSE 100 8,200.20 -0.31\nCAC 40 7,500.10 0.12\n")
    assert page.quotes == ()
    assert [(each.line, each.code) for each in page.problems] == [(at, "not-a-quote") for at in (3, 4, 5)]


@pytest.mark.parametrize("tail", ["from 52w low Score", "since listing Lots", "forecast for 2027", "of holders Score"])
def test_words_behind_a_percent_that_may_belong_to_it_leave_it_unread(tail: str) -> None:
    page = parse_page(
        f"Stocks\nName Price(Chg%) {tail}\nAlpha Tools Ltd 10.20 30.10% 5\nBeta Foods Ltd 20.10 20.20% 6\n"
    )
    assert page.quotes == ()


def test_a_row_with_another_number_of_cells_below_a_header_of_unknown_words_is_not_read() -> None:
    page = parse_page(
        "Stocks\nName LTP(Chg%) PE Ratio ROCE\nAlpha Tools Ltd 661.25 (-1.03) 16.1 4.2\n"
        "Beta Foods Ltd 284.95 (0.90) 11.1 2.2\nGamma Oil Ltd (0.90) 11.1 2.2\n"
    )
    assert [(each.symbol, str(each.percent)) for each in page.quotes] == [
        ("ALPHA TOOLS LTD", "-1.03"),
        ("BETA FOODS LTD", "0.90"),
    ]


@pytest.mark.parametrize(
    ("head", "cell", "field"), [("High/Low", "103.00/99.00", "high"), ("Prev/Current", "103.00/102.00", "previous")]
)
def test_two_figures_about_a_slash_are_two_cells(head: str, cell: str, field: str) -> None:
    page = parse_page(
        f"| Stock | {head} | Price Now | Chg% |\n|---|---|---|---|\n| Alpha Ltd | {cell} | 102.00 | -0.97% |\n"
    )
    assert [str(getattr(each, field)) for each in page.quotes] == ["103.00"]


@pytest.mark.parametrize("symbol", ["NYTD", "AYTD", "BIMTD"])
def test_the_key_of_a_symbol_that_ends_like_a_header_word_is_no_header(symbol: str) -> None:
    sheet = "Symbol: {}\nLast: 1.00\nChange: 0.00\nChange %: 0.00%\n"
    quotes = parse_page(sheet.format("AA") + sheet.format(symbol)).quotes
    assert [each.symbol for each in quotes] == ["AA", symbol]


@pytest.mark.parametrize("header", ["Symbol Price Change Volume", "SECURITY PRICE CHANGE MARKET CAP"])
def test_a_price_and_a_change_side_by_side_in_a_header_are_two_columns_where_the_rows_have_both(header: str) -> None:
    page = parse_page(f"Exchange\n{header}\nALPH 7.2191 0.10% 309,491,523\nBETT 7.7842 -0.10% 3,848,643,925")
    assert [(quote.symbol, str(quote.last)) for quote in page.quotes] == [("ALPH", "7.2191"), ("BETT", "7.7842")]
