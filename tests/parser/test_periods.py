"""Columns that hold something else than the day's move, or nothing that is known: they never become one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tickerboard.parser import parse_page
from tickerboard.parser.documents import read_text


@pytest.mark.parametrize(
    "page",
    [
        "Index Level YTD % 1Y % 5Y %\nS&P 500 102.00 +2.00% +4.00% +8.00%\nFTSE 100 49.50 -1.00% +3.00% +9.00%",
        "Index Close Week +/- Week %\nS&P 500 102.00 +2.00 +2.00%\nFTSE 100 49.50 -0.50 -1.00%",
        "Index Level Chg 1Y Chg 1Y %\nS&P 500 102.00 +2.00 +2.00%\nFTSE 100 49.50 -0.50 -1.00%",
        "Index Price Since IPO Since IPO %\nS&P 500 102.00 +2.00 +2.00%\nFTSE 100 49.50 -0.50 -1.00%",
        "Index Price Dividend Yield %\nS&P 500 102.00 2.00 2.00%\nFTSE 100 49.50 0.50 1.00%",
        "Index Price Target Upside %\nS&P 500 102.00 104.04 2.00%\nFTSE 100 49.50 50.00 1.01%",
        "| Index | Price a year ago | Price | Change | Change % |\n|---|---|---|---|---|\n"
        "| S&P 500 | 100.00 | 102.00 | +2.00 | +2.00% |\n| FTSE 100 | 50.00 | 49.50 | -0.50 | -1.00% |",
        "| | This month | | |\n| Index | Chg | % | Close |\n|---|---|---|---|\n"
        "| S&P 500 | +2.00 | +2.00% | 102.00 |\n| FTSE 100 | -0.50 | -1.00% | 49.50 |",
    ],
)
def test_a_move_of_another_time_leaves_a_rate(page: str) -> None:
    found = parse_page(page)
    assert found.quotes == ()
    assert [(each.label, each.last) for each in found.rates] == [
        ("S&P 500", Decimal("102.00")),
        ("FTSE 100", Decimal("49.50")),
    ]


@pytest.mark.parametrize(
    "header", ["Fund Price 1 yr", "Fund NAV YTD", "Stock Price 52 week", "Fonds Kurs 1 Jahr", "Fonds Cours 1 an"]
)
def test_a_header_of_single_spaces_with_a_longer_time_leaves_no_quote(header: str) -> None:
    rows = "Global Alpha 12.10 +8.2%\nEuro Beta 10.05 -1.1%"
    found = parse_page(f"{header}\n{rows}")
    assert found.quotes == ()
    assert [each.text for each in found.problems] == rows.split("\n")
    assert len(parse_page(f"Fund Price Change\n{rows}").quotes) == 2


def test_what_is_expected_of_an_index_is_no_quote() -> None:
    found = parse_page("Dow Jones 39,000.10 +120.30 (+0.31%)\nDow Jones target 42,000 +8%\nTarget Corp 150.10 +1.2%")
    assert [each.label for each in found.quotes] == ["Dow Jones", "Target Corp"]
    assert [each.text for each in found.problems] == ["Dow Jones target 42,000 +8%"]


def test_a_price_that_may_begin_in_the_name_is_reported() -> None:
    """Spaces group digits on some pages: 40 102.00 may be the price of Alpha, or 102.00 that of Alpha 40."""
    found = parse_page("Index Level YTD % 1Y %\nBeta 50 9.50 +1% +2%\nAlpha 40 102.00 +2% +4%\nGamma 40 49.50 -1% +3%")
    assert [each.label for each in found.rates] == ["Beta 50", "Gamma 40"]
    assert [each.text for each in found.problems] == ["Alpha 40 102.00 +2% +4%"]


@pytest.mark.parametrize(
    "page",
    [
        "Rank Counter Volume 52wk High 52wk Low Prev Last Change % Change\n"
        "1 ALPH 12,401 110.00 80.50 100.00 102.00 2.00 2.00%\n2 BETA 900 60.00 45.00 50.00 49.50 -0.50 -1.00%",
        "Symbol Qty Avg buy Last Day chg Day chg % Worth\n"
        "ALPH 10 90.25 102.00 +2.00 +2.00% 1,020.00\nBETA 40 55.10 49.50 -0.50 -1.00% 1,980.00",
        "No. Code Board Lot Prev. Last Change % Change Turnover\n"
        "5 ALPH 400 100.00 102.00 +2.00 +2.00% 1.21B\n7 BETA 100 50.00 49.50 -0.50 -1.00% 6.02B",
        "Symbols Last Close Current Change %Change\n"
        "ALPH N 100.00 N 102.00 2.00 2.00 %\nBETA N 50.00 N 49.50 -0.50 -1.00 %",
        "| | Today | | | This year | |\n| Code | Last | Chg | % | Chg | % |\n|---|---|---|---|---|---|\n"
        "| ALPH | 102.00 | +2.00 | +2.00% | +9.00 | +9.68% |\n| BETA | 49.50 | -0.50 | -1.00% | +4.00 | +8.79% |",
    ],
)
def test_the_cells_of_other_columns_are_no_part_of_the_symbol(page: str) -> None:
    found = parse_page(page)
    assert [(each.symbol, each.last, each.change, each.percent) for each in found.quotes] == [
        ("ALPH", Decimal("102.00"), Decimal("2.00"), Decimal("2.00")),
        ("BETA", Decimal("49.50"), Decimal("-0.50"), Decimal("-1.00")),
    ]


def test_a_later_header_of_one_table_begins_another() -> None:
    found = parse_page(
        "Currencies | Level | Change (%) |\nEUR/USD | 1.0834 | 0.12 |\nRates | Yield (%) | Change |\n"
        "US 10 Year | 4.20 | -0.024 |"
    )
    moves = [(each.symbol, each.change, each.percent) for each in found.quotes]
    assert moves == [("EUR/USD", None, Decimal("0.12")), ("US 10 YEAR", Decimal("-0.024"), None)]


def test_what_stands_below_a_time_in_a_header_of_two_rows_is_of_that_time() -> None:
    head = (
        "<tr><th rowspan=2>Index</th><th rowspan=2>Close</th><th colspan=2>Day</th><th colspan=2>Year to date</th></tr>"
        "<tr><th>Chg</th><th>%</th><th>Chg</th><th>%</th></tr>"
    )
    row = "<tr><td>Alpha 40</td><td>102.00</td><td>+2.00</td><td>+2.00</td><td>+9.00</td><td>+9.68</td></tr>"
    found = read_text(
        f"<!DOCTYPE html><html><body><table>{head}{row}{row.replace('Alpha', 'Beta')}</table></body></html>"
    )
    assert [(each.label, each.change, each.percent) for each in found.quotes] == [
        ("Alpha 40", Decimal("2.00"), Decimal("2.00")),
        ("Beta 40", Decimal("2.00"), Decimal("2.00")),
    ]


@pytest.mark.parametrize(
    "word",
    "YoY|YoY Change|Change YoY|MoM|WoW Change|QTD|W %|m/m|% y/y|q-o-q|vs last week|Change vs last month|Pct on year|"  # noqa: SIM905
    "Change on month|week-on-week %|over the year|前年比|周涨跌幅".split("|"),
)
@pytest.mark.parametrize("shape", ["{} {} {}", "| {} | {} | {} |"], ids=["spaces", "bars"])
def test_words_of_another_time_are_no_move_of_the_day(word: str, shape: str) -> None:
    cells = ("Name", "Last", word), ("S&P 500", "102.00", "+2.00%"), ("FTSE 100", "49.50", "-1.00%")
    found = parse_page("\n".join(shape.format(*row) for row in cells))
    assert found.quotes == ()
    assert [(each.label, str(each.last)) for each in found.rates] == [("S&P 500", "102.00"), ("FTSE 100", "49.50")]


def test_a_price_of_the_year_before_shows_that_the_move_is_the_years() -> None:
    found = parse_page("Market Current End prev yr Pct Move\nSingapore 102.00 100.00 +2.00\nManila 49.50 50.00 -1.00")
    assert found.quotes == ()


@pytest.mark.parametrize(
    "note", ["Prices at noon. Percentages reflect trends over the past seven days.", "* All changes are weekly"]
)
def test_a_note_that_moves_are_of_a_longer_time_refutes_them(note: str) -> None:
    found = parse_page(f"{_LIST}\n\n{note}\n")
    assert found.quotes == ()
    assert {each.message for each in found.problems} == {"its move is of another time than the day"}


_LIST = "S&P 500 102.00 +2.00 +2.00%\nFTSE 100 49.50 -0.50 -1.00%"


@pytest.mark.parametrize(
    "line",
    [
        "Weekly performance",
        "Change on year",
        "Top 5 Gainers - Weekly | | | |",
        "Year to date",
        "Performance over 12 months",
        "Change since January",
        "Top monthly gainers",
        "This week's movers",
        "52 weeks",
        "Seit Jahresbeginn",
        "Variation annuelle",
        "Weekly winners and losers",
        "Top performing stocks of 2025",
        "Best stocks of the year so far",
        "In May",
        "May 2024 performance",
        "January gainers",
        "First quarter",
        "Q1 2024",
        "Monthly round-up:",
        "Commodity prices, monthly averages",
    ],
)
@pytest.mark.parametrize("head", ["", "Index Last Change % Change\n"], ids=["list", "table"])
def test_quotes_below_a_longer_time_are_problems(line: str, head: str) -> None:
    found = parse_page(f"{line}\n\n{head}{_LIST}")
    assert found.quotes == ()
    assert [each.text for each in found.problems] == _LIST.split("\n")


@pytest.mark.parametrize(
    "lines",
    [
        "Today's movers",
        "May 24, 2024",
        "1D\n1M\n1Y",
        "52 week range 98.00 104.00",
        "The best week since January for stocks",
        "Markets",
    ],
)
def test_quotes_below_any_other_line_are_quotes(lines: str) -> None:
    """The buttons of a chart name a day and longer times, one below the other."""
    assert [each.label for each in parse_page(f"{lines}\n{_LIST}").quotes] == ["S&P 500", "FTSE 100"]


def test_the_next_list_has_a_time_of_its_own() -> None:
    found = parse_page(f"This month\n{_LIST}\nToday\nDAX 98.00 +0.98 +1.01%")
    assert [each.symbol for each in found.quotes] == ["DAX"]


def test_a_longer_time_behind_a_row_is_of_that_row() -> None:
    found = parse_page("Gold\n102.00\n+2.00%\n1 year\nSilver\n49.50\n-1.00%\nThis month\nCopper\n9.90\n-1.00%\nToday")
    assert [each.label for each in found.quotes] == ["Copper"]
    assert [each.line for each in found.problems] == [1, 5]


def test_a_price_with_another_session_right_below_is_no_quote() -> None:
    found = parse_page(
        "Acme Tools, Inc. (ACME)\nNASDAQ: ACME · Real-Time Price · USD\n102.00\n+2.00 (2.00%)\n"
        "At close: Nov 28, 2025, 1:00 PM EST\n101.90\n-0.10 (-0.10%)\nAfter-hours: Nov 28, 2025, 4:59 PM EST"
    )
    assert [(each.symbol, str(each.last)) for each in found.quotes] == [("ACME", "102.00")]


@pytest.mark.parametrize("figure", ["Short Interest", "Open Interest"])
def test_the_move_behind_another_figure_is_of_that_figure(figure: str) -> None:
    found = parse_page(f"Symbol\tPrice\t{figure}\t% Change\nALPH\t102.00\t66.1M\t-2.30%\nGAMA\t49.50\t6.1M\t+1.00%\n")
    assert found.quotes == ()
    assert [each.symbol for each in found.rates] == ["ALPH", "GAMA"]


def test_a_number_of_months_is_no_volume() -> None:
    found = parse_page("Gold 102.00 +2.00% 12M\nSilver 49.50 -1.00% 12.5M")
    assert [each.label for each in found.quotes] == ["Silver"]


@pytest.mark.parametrize(
    "text",
    [
        "Best performers in 2024: S&P 500 102.00 +2.00% FTSE 100 49.50 -1.00% DAX 98.00 +1.01% CAC 40 66.00 +0.50%",
        "Fund NAV 1Y Return Alpha Fund 12.34 +13.69% Beta Fund 15.40 +9.76% Gamma Fund 19.00 +5.26%",
        "Name | Price (YTD)\nAAPL | 219.90 (+12.1%)\nMSFT | 410.00 (+8.2%)",
    ],
)
def test_rows_whose_head_names_a_longer_time_are_problems(text: str) -> None:
    found = parse_page(text)
    assert (found.quotes, found.rates) == ((), ())
    assert "its move is of another time than the day" in {each.message for each in found.problems}


_ROWS = "Apple Inc | 200.00 | 250.00 | 50.00 | 25.00%\nIBM Corp | 200.00 | 180.00 | -20.00 | -10.00%"


@pytest.mark.parametrize("columns", ["2023 | 2024", "Jan | Dec", "Q1 2024 | Q1 2023", "FY2023 | FY2024"])
def test_a_move_from_one_year_quarter_or_month_to_another_is_no_quote(columns: str) -> None:
    found = parse_page(f"Stock | {columns} | Change | %\n{_ROWS}")
    assert found.quotes == ()
    assert [each.line for each in found.problems] == [2, 3]


@pytest.mark.parametrize(
    "heading", ["Net income per share", "Revenue in billions", "Profit (in USD millions)", "Gewinn je Aktie", "EPS:"]
)
def test_results_of_companies_are_no_quotes(heading: str) -> None:
    rows = "Apple Inc | 1.53 | +5.97%\nIntel Corp | 0.18 | -7.69%"
    assert len(parse_page(f"Shares\n\n{rows}").quotes) == 2
    found = parse_page(f"{heading}\n\n{rows}")
    assert found.quotes == ()
    assert [each.line for each in found.problems] == [3, 4]


_PAIRS = "Apple Inc 200.00 250.00 +25.00\nIBM Corp 200.00 180.00 -10.00\nIntel Corp 30.00 36.00 +20.00"


@pytest.mark.parametrize(
    "heading",
    ["Stocks: price now and price target", "Stocks: last close and target"],
)
def test_two_prices_of_which_one_may_be_a_target_are_no_quotes(heading: str) -> None:
    assert len(parse_page(f"Stocks: previous close and last\n{_PAIRS}").quotes) == 3
    found = parse_page(f"{heading}\n{_PAIRS}")
    assert found.quotes == ()
    assert [each.text for each in found.problems] == _PAIRS.split("\n")
