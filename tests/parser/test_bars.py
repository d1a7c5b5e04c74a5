"""Tables with bars as dumps of a page have them: broken rows, and headers with a name more or less than the cells."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tickerboard.parser import parse_page
from tickerboard.parser.html import parse_html

ALPHA = ("ALPHA STEEL", Decimal("102.00"), Decimal("2.00"), Decimal("2.00"))
BETA = ("BETA CEMENT", Decimal("49.00"), Decimal("-1.00"), Decimal("-2.00"))
UNEXPLAINED = "a row with cells that the header does not explain"
"""What a user reads of a row whose cells may be several things."""


def _figures(text: str) -> list[tuple[object, ...]]:
    return [(each.symbol, each.last, each.change, each.percent) for each in parse_page(text).quotes]


@pytest.mark.parametrize(
    "page",
    [
        "| Name | Last | Chg | Chg % | Time | ||\n|---|---|---|---|---|\n|\n"
        "Alpha Steel | 102.00 | 2.00 | 2.00 | 17:15 | |\n|\nBeta Cement | 49.00 | -1.00 | -2.00 | 17:15 |\nRates\n",
        "Name |\nKurs |\nDiff. |\nDiff. % |\n---|---|---|---|\nAlpha Steel |\n102,00 |\n+2,00 |\n+2,00% |\n"
        "Beta Cement |\n49,00 |\n-1,00 |\n-2,00% |\n",
        "Name | Kurs |\nDiff. | Diff. % | |\n---|---|---|---|---|\n"
        "Alpha Steel | 102,00 |\n2,00 | 2,00% |\n|\n"
        "Beta Cement | 49,00 |\n-1,00 | -2,00% |\n|\n",
        "5 Jan (Close) | Rate of the day | |||\n---|---|---|---|---|\nCOMPANY ![](a.png) |\n"
        "MARKET PRICE(Rs) | NET CHG |\nCHANGE(%) | BASED ON ESTIMATES |\nAlpha Steel | 102.00 | 2.00 | 2.00 | 5.1 |\n"
        "Beta Cement | 49.00 | -1.00 | -2.00 | 6.2 |\n",
        "| 銘柄名 | 株価 | 前日比% | |||||\n|---|---|---|---|---|---|---|---|\n"
        "| 1 | Alpha Steel | 102.00 | +2.00 (+2.00%) |\n||||\n| 2 | Beta Cement | 49.00 | -1.00 (-2.00%) |\n||||\n",
    ],
)
def test_a_row_is_what_stands_between_its_bars_on_one_line_or_several(page: str) -> None:
    assert _figures(page) == [ALPHA, BETA]


@pytest.mark.parametrize("end", ["", " |"])
def test_rows_that_lack_cells_are_never_joined(end: str) -> None:
    rows = "\n".join(f"{row}{end}" for row in ("Alpha Steel | 102.00 | +2.00", "Beta Cement | 49.00 | -1.00"))
    page = parse_page(f"Name | Last | Change | High | Low | Volume{end}\n---|---|---|---|---|---{end}\n{rows}\n")
    found = [(each.symbol, each.last, each.change, each.high) for each in page.quotes]
    assert found == [(*ALPHA[:3], None), (*BETA[:3], None)]


@pytest.mark.parametrize(
    "rows",
    [
        "WIG20 | 102.00 |\nWIG30 | 49.00 |",
        "7203 | 102.00 |\n7204 | 49.00 |",
    ],
)
def test_a_row_never_takes_the_figures_of_the_next_one(rows: str) -> None:
    page = parse_page(f"Code | Last | Prev | % |\n---|---|---|---|\n{rows}\nAlpha Steel | 102.00 | 100.00 | 2.00% |\n")
    assert [(each.symbol, str(each.last), str(each.previous)) for each in page.quotes] == [
        ("ALPHA STEEL", "102.00", "100.00"),
    ]


def test_a_page_that_ends_within_a_broken_row_is_a_problem() -> None:
    page = parse_page(
        "| Name | Last | Chg |\n|---|---|---|\n|\nAlpha Steel | 102.00 | 2.00 |\n|\nBeta Cement | 49.00 | -1.0"
    )
    assert [each.symbol for each in page.quotes] == ["ALPHA STEEL"]
    assert [(each.line, each.code) for each in page.problems] == [(6, "cut-line")]


@pytest.mark.parametrize(
    ("header", "alpha", "beta"),
    [
        (
            "# | Company | Name | Last | Chg | % Chg",
            "1 | Alpha Steel | 102.00 | 2.00 | 2.00% |",
            "2 | Beta Cement | 49.00 | -1.00 | -2.00% |",
        ),
        (
            "Name | Open | Kurs | Diff. | Diff. %",
            "Alpha Steel | 102,00 | 2,00 | 2,00 |",
            "Beta Cement | 49,00 | -1,00 | -2,00 |",
        ),
        (
            "Name | Last | Chg | % Chg",
            "1 | Alpha Steel | 102.00 | 2.00 | 2.00%",
            "2 | Beta Cement | 49.00 | -1.00 | -2.00%",
        ),
        (
            "Name | Last | Chg | % Chg",
            "Alpha Steel | 99.00 | 102.00 | 2.00 | 2.00%",
            "Beta Cement | 51.00 | 49.00 | -1.00 | -2.00%",
        ),
        (
            "Name | Sector | Last | Chg | % Chg",
            "Alpha Steel | 102.00 | +2.00 | +2.00% |",
            "Beta Cement | 49.00 | -1.00 | -2.00% |",
        ),
    ],
)
def test_names_without_a_cell_and_cells_without_a_name_show_by_what_adds_up(header: str, alpha: str, beta: str) -> None:
    assert _figures(f"| {header} |\n| {alpha} |\n| {beta} |\n") == [ALPHA, BETA]


@pytest.mark.parametrize(
    ("header", "alpha", "beta"),
    [
        (
            "Name | Price | Change %",
            "Alpha Steel | 101.00 | 102.00 | +2.00%",
            "Beta Cement | 50.00 | 49.00 | -2.00%",
        ),
        (
            "Name | Open | Last | Change",
            "Alpha Steel | 102.00 | 2.00 |",
            "Beta Cement | 49.00 | -1.00 |",
        ),
        (
            "Name | Open | Last | Change %",
            "Alpha Steel | 102.00 | 2.00% |",
            "Beta Cement | 49.00 | -2.00% |",
        ),
        (
            "Name | Bid | Ask | Last | Change",
            "Alpha Steel | 101.90 | 102.00 | 2.00 |",
            "Beta Cement | 49.00 | 49.10 | -1.00 |",
        ),
    ],
)
def test_cells_that_may_be_several_things_are_problems(header: str, alpha: str, beta: str) -> None:
    page = parse_page(f"| {header} |\n| {alpha} |\n| {beta} |\n")
    assert not page.quotes
    assert [(each.line, each.message) for each in page.problems] == [(2, UNEXPLAINED), (3, UNEXPLAINED)]


def test_a_volume_that_may_stand_below_another_name_is_left_out() -> None:
    page = parse_page(
        "Stock | Price | % Chg | Chg | Open | High | Low | Year Range | Volume | EPS | Yield | Updated |\n"
        "---|---|---|---|---|---|---|---|---|---|---|---|\n"
        "Alpha Steel | 102.0 | 2.00% | 2.0 | 101.0 | 103.0 | 99.0 | 5,440,070 | 21.2 | 6.4% | 2 days ago | |\n"
        "Beta Cement | 49.0 | -2.00% | -1.0 | 50.0 | 51.0 | 48.0 | 2,243,051 | 30.1 | 9.0% | 2 days ago | |\n"
    )
    assert [(each.last, each.percent, each.high, each.volume) for each in page.quotes] == [
        (Decimal("102.0"), Decimal("2.00"), Decimal("103.0"), None),
        (Decimal("49.0"), Decimal("-2.00"), Decimal("51.0"), None),
    ]


@pytest.mark.parametrize(
    ("closes", "expected"),
    [
        (("12.50", "12.50"), [("-0.50", "12.50"), ("0.50", "12.50")]),
        (("12.00", "13.00"), [("0.50", None), ("0.50", None)]),  # the closes of the day itself
        (("12.50", "13.10"), [("0.50", None), ("0.50", None)]),
    ],
)
def test_a_close_beside_a_price_is_the_previous_one_where_each_change_leads_from_it(
    closes: tuple[str, str], expected: list[tuple[str, str | None]]
) -> None:
    page = parse_page(
        "| Name | Price | Change | Close |\n|---|---|---|---|\n"
        f"| Alpha Steel | 12.00 | 0.50 | {closes[0]} |\n| Beta Cement | 13.00 | 0.50 | {closes[1]} |\n"
    )
    found = [(str(each.change), each.previous and str(each.previous)) for each in page.quotes]
    assert found == expected


def test_a_table_of_markup_is_read_in_the_same_way() -> None:
    rows = ["#|Company|Symbol|Price|Chg|% Chg", "1|GS|783.88|33.10|4.41%|", "2|MCD|305.79|-1.18|-0.38%|"]
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split('|'))}</tr>" for row in rows)
    page = parse_html(f"<html><body><table>{body}</table></body></html>")
    assert [(each.symbol, str(each.last), str(each.percent)) for each in page.quotes] == [
        ("GS", "783.88", "4.41"),
        ("MCD", "305.79", "-0.38"),
    ]


@pytest.mark.parametrize(
    ("header", "alpha", "beta"),
    [
        (
            "Name | Letzter Vortag | Hoch Tief | +/- %",
            "102,00 100,00 | 103,00 99,00 | 2,00 2,00",
            "49,00 50,00 | 51,00 48,00 | -1,00 -2,00",
        ),
        (
            "Name | Last Change | Chg %",
            "102.00 2.00 | 2.00",
            "49.00 -1.00 | -2.00",
        ),
        (
            "Name | Kurs Vortag | Diff. | Diff. %",
            "102,00 100,00 | +2,00 | +2,00",
            "49,00 50,00 | -1,00 | -2,00",
        ),
    ],
)
def test_a_cell_below_two_names_is_two(header: str, alpha: str, beta: str) -> None:
    page = f"| {header} |\n| Alpha Steel | {alpha} |\n| Beta Cement | {beta} |\n"
    assert _figures(page) == [ALPHA, BETA]


def test_brackets_below_a_name_in_brackets_are_no_sign() -> None:
    rows = "| Alpha Steel | 661.25 (-1.03) | 100,000 |\n| Beta Cement | 284.95 (0.90) | 200,000 |\n"
    page = parse_page(f"| Name | LTP(Chg%) | Volume |\n|---|---|---|\n{rows}")
    assert [(str(each.last), str(each.percent), str(each.volume)) for each in page.quotes] == [
        ("661.25", "-1.03", "100000"),
        ("284.95", "0.90", "200000"),
    ]


@pytest.mark.parametrize("header", ["Name | Price Open | Change %", "Name | Last Target | Change %"])
def test_two_names_above_one_figure_make_no_quote(header: str) -> None:
    assert not parse_page(f"| {header} |\n|---|---|---|\n| Alpha Steel | 102.00 | 2.00% |\n").quotes


@pytest.mark.parametrize("count", ["4", "41"])
@pytest.mark.parametrize("bar", [" | ", "\t"])
def test_a_count_and_the_price_in_the_next_cell_are_no_price(count: str, bar: str) -> None:
    rows = [
        ("Apple", count, "195.20", "+1.2%"),
        ("Alphabet", "3", "140.15", "+0.7%"),
        ("Beta AG", "5", "402.10", "-0.5%"),
    ]
    page = parse_page("\n".join(map(bar.join, rows)))
    assert {str(quote.last) for quote in page.quotes} <= {"195.20", "140.15", "402.10"}
    assert len(page.quotes) + len(page.problems) == len(rows)


@pytest.mark.parametrize("mark", [" | ", "\t"])
@pytest.mark.parametrize("odd", ["Gamma 9", "Gamma"])
def test_rows_are_the_same_beside_a_row_that_is_not_plain(mark: str, odd: str) -> None:
    rows = (
        ("Name", "Last", "Change", "% Change"),
        ("Alpha", "12.50", "+0.10", "+0.81%"),
        (odd, "8.00", "-0.08", "-0.99%"),
    )
    text = "\n".join(mark.join(row) for row in (*rows, ("Beta & Sons", "4.04", "+0.04", "+1.00%")))
    found = [(each.label, f"{each.last}", f"{each.change}", f"{each.percent}") for each in parse_page(text).quotes]
    assert found == [
        ("Alpha", "12.50", "0.10", "0.81"),
        (odd, "8.00", "-0.08", "-0.99"),
        ("Beta & Sons", "4.04", "0.04", "1.00"),
    ]


def test_a_plain_row_with_figures_that_do_not_add_up_is_a_problem() -> None:
    page = parse_page(
        "Name | Last | Change | % Change\nAlpha | 12.50 | +0.10 | +0.81%\nBeta | 8.00 | -0.08 | -9.99%\n"
        "Gamma | 4.04 | +0.04 | +1.00%"
    )
    assert [each.symbol for each in page.quotes] == ["ALPHA", "GAMMA"]
    assert [each.line for each in page.problems] == [3]
