"""Signs that depend on the page: brackets as in accounts, arrows of Japanese pages, a percent above its name."""

from __future__ import annotations

import pytest

from tickerboard.parser import parse_page
from tickerboard.parser.documents import read_text


def _moves(page: str) -> list[tuple[str, str, str]]:
    return [(quote.symbol, str(quote.change), str(quote.percent)) for quote in parse_page(page).quotes]


@pytest.mark.parametrize("percent", ["(0.62%)", "(0.62)%"])
def test_a_change_and_a_percent_each_in_brackets_are_a_fall(percent: str) -> None:
    assert _moves(f"KO 60.10 0.60 1.01%\nGE 170.24 (1.06) {percent}")[1] == ("GE", "-1.06", "-0.62")


def test_a_change_in_brackets_in_its_column_is_a_fall() -> None:
    rows = "| GE | $170.24 | ($1.06) | (0.62%) |\n| KO | 60.10 | 0.60 | 1.01% |"
    page = f"| Ticker | Price | Change | % |\n|---|---|---|---|\n{rows}"
    assert _moves(page) == [("GE", "-1.06", "-0.62"), ("KO", "0.60", "1.01")]


def test_a_percent_in_brackets_behind_a_rise_is_not_a_fall() -> None:
    assert _moves("KO 72.69 +0.31 (0.43%)") == [("KO", "0.31", "0.43")]


def test_an_arrow_is_a_minus_on_a_japanese_page_with_a_plus() -> None:
    page = "マーケット\n日経平均\n38,707.64\n▲99.74 (▲0.26%)\nTOPIX\n2,670.80\n+8.99 (+0.34%)"
    assert _moves(page) == [("日経平均", "-99.74", "-0.26"), ("TOPIX", "8.99", "0.34")]


def test_an_arrow_is_a_rise_on_a_japanese_page_that_points_down_too() -> None:
    page = "マーケット\n日経平均\n38,707.64\n▲99.74 (▲0.26%)\nTOPIX\n2,670.80\n▼8.99 (▼0.34%)"
    assert _moves(page) == [("日経平均", "99.74", "0.26"), ("TOPIX", "-8.99", "-0.34")]


def test_an_arrow_that_nothing_explains_on_a_japanese_page_is_a_problem() -> None:
    read = parse_page("マーケット\n日経平均\n38,707.64\n▲99.74 (▲0.26%)")
    assert not read.quotes
    assert [each.code for each in read.problems] == ["sign"]


def test_figures_show_what_an_arrow_means_on_a_japanese_page() -> None:
    assert _moves("マーケット\nソフトバンク\n8,633.0\n▲143.0 (▲1.63%)") == [("ソフトバンク", "-143.0", "-1.63")]


def test_a_lone_percent_above_rows_without_a_change_makes_them_problems() -> None:
    read = parse_page("+0.43%\nS&P 500\n5,123.41\n-0.25%\nDow\n38,712.21\n+0.90%")
    assert not read.quotes
    assert [each.line for each in read.problems] == [1, 5]


def test_the_element_shows_that_a_percent_above_a_name_is_its_own() -> None:
    cards = "".join(
        f"<div class='card'><span>{percent}%</span><h4>{name} Index</h4><span>{last}</span></div>"
        for percent, name, last in (("-0.23", "Alpha", "4,512.50"), ("+0.42", "Beta", "2,020.00"))
    )
    read = read_text(f"<!DOCTYPE html><html><body>{cards}</body></html>")
    assert [(quote.symbol, str(quote.percent)) for quote in read.quotes] == [
        ("ALPHA INDEX", "-0.23"),
        ("BETA INDEX", "0.42"),
    ]
    assert not read.problems


def test_a_percent_without_a_sign_is_a_rise_where_falls_have_one_and_most_rows_are_borne_out() -> None:
    page = parse_page("Brent 63,02 -0,51%\nAlfaolje $64,10 0,51%\nBetaindeks 1 618,35 -0,42%")
    assert [(each.symbol, str(each.percent)) for each in page.quotes] == [
        ("BRENT", "-0.51"),
        ("ALFAOLJE", "0.51"),
        ("BETAINDEKS", "-0.42"),
    ]


def test_a_percent_without_a_sign_of_an_unknown_name_is_reported_where_little_bears_the_list_out() -> None:
    page = parse_page("Brent 63,02 -0,51%\nAlfaolje 64,10 0,51%\nBetaolje 61,80 0,42%")
    assert [each.symbol for each in page.quotes] == ["BRENT"]
    assert [(each.code, each.line) for each in page.problems] == [("not-a-quote", 2), ("not-a-quote", 3)]


@pytest.mark.parametrize(
    "head",
    [
        "Gainers\nLosers",
        "Losers\nMost active\nGainers",
        "Gainers\n1 week\nS&P 500\nLosers",
        "Most active | Losers",
        "1,200\nGainers\n980\nLosers",
        "Gainers\n1,200\nAll\nLosers",
        "120 gainers\nAll\n80 losers",
    ],
)
def test_the_buttons_and_the_counts_of_two_lists_show_no_direction(head: str) -> None:
    page = parse_page(f"{head}\nAlpha Steel Inc 102.00 2.00%\nBeta Cement Inc 30.30 1.00%")
    assert page.quotes == ()
    assert [each.text.split()[0] for each in page.problems] == ["Alpha", "Beta"]


@pytest.mark.parametrize("head", ["Company Price Change (%)", "Company Price % Change", "Company Price Change %"])
@pytest.mark.parametrize("rows", ["{} 24.96 (3.03%)\n{} 74.50 9.96%", "{} 24.96 (3.03 %)\n{} 74.50 0.00 %"])
def test_brackets_are_a_minus_where_other_cells_of_the_column_have_none(head: str, rows: str) -> None:
    first, other = _moves(f"{head}\n{rows.format('Alpha Oil', 'Beta Takaful')}")
    assert first == ("ALPHA OIL", "None", "-3.03")
    assert not other[2].startswith("-")


def test_brackets_are_no_minus_where_one_stands_within_others_of_the_column() -> None:
    page = "Name LTP(Chg%)\nAlpha Finance Bank Ltd 661.25 (-1.03)\nBeta Payments Bank Ltd 284.95 (0.90)"
    assert [percent for *_, percent in _moves(page)] == ["-1.03", "0.90"]


@pytest.mark.parametrize(
    "row", ["| BETA | 24.96 | (3.03%) |", "| BETA | 24.96 | (+3.03%) |\n| GAMA | 9.90 | (1.01%) |"]
)
def test_brackets_that_nothing_explains_are_reported(row: str) -> None:
    read = parse_page(f"| Code | Price | Change % |\n|---|---|---|\n| ALPH | 74.50 | (9.96%) |\n{row}\n")
    assert [each.code for each in read.problems] == ["sign", "sign"]
    assert [(quote.symbol, str(quote.percent)) for quote in read.quotes] in ([], [("BETA", "3.03")])


def test_brackets_beside_a_minus_without_any_are_reported() -> None:
    read = parse_page("Code,Price,Change %\nALPH,74.50,+9.96\nBETA,24.96,(3.03)\nGAMA,9.90,-1.01\n")
    assert [quote.symbol for quote in read.quotes] == ["ALPH", "GAMA"]
    assert [(each.code, each.line) for each in read.problems] == [("sign", 3)]


_LIST = (
    "Stock market\nALPH Vol 10 79.11  (0.08)\nBETA Vol 0 14.55  (0.00)\nGAMA Vol 1,200 148.74  ({}0.02)\n"
    "{} Vol 30 250.62  ({})\n"
)


def test_a_minus_within_the_brackets_of_a_list_shows_that_the_others_are_rises() -> None:
    found = parse_page(_LIST.format("-", "DELT", "21.62"))
    assert [str(each.change) for each in found.quotes] == ["0.08", "0.00", "-0.02", "21.62"]


@pytest.mark.parametrize(
    "page",
    [
        _LIST.format("", "DELT", "21.62"),
        _LIST.format("-", "PROFIT", "21.62"),
        _LIST.format("-", "DELT", "271.62"),
        _LIST.format("-", "DELT", "21.62").replace("Stock market", "Estimates"),
    ],
    ids=["no minus", "another figure", "a rise above the price", "no market"],
)
def test_figures_in_brackets_of_other_lists_are_no_changes(page: str) -> None:
    assert parse_page(page).quotes == ()


def test_an_index_whose_change_in_brackets_may_be_a_percent_is_reported() -> None:
    found = parse_page(_LIST.format("-", "DELT", "21.62") + "COMPOSITE 1100.11 (0.03)\nSMES 92.58 (0.01)\n")
    assert [each.symbol for each in found.quotes] == ["ALPH", "BETA", "GAMA", "DELT", "SMES"]
    assert [(each.code, each.line) for each in found.problems] == [("not-a-quote", 6)]
