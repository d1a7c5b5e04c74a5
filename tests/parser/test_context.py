"""Rows with the shape of a quote that the page, or their own figures, refute."""

from __future__ import annotations

import pytest

from tickerboard.parser import parse_page
from tickerboard.parser.documents import read_text


@pytest.mark.parametrize(
    "page",
    [
        "Betting odds\nReal Madrid 1.85 +0.05 2.8%\nDraw 3.60 -0.10 -2.7%\nGetafe 4.20 (-4.5%)",
        "Approval ratings\nPollster  Approve  Net\nMarquette 48.3 +1.1 (+2.3%)\nSurvey of 1,541 adults",
        "Serves 6\nButter 112.5 g\nCalories 412.5 20.6%\nFat 18.20 +0.50 2.8%",
        "Add to basket\nPixel 10 128GB 949.00 € -5.0 %\nKettle 24.50 € -18.0 %\nOnly 3 left",
        "Orders 412 -9 (-2.14%)\nTickets 96 +4 (+4.35%)",
        "Smart S 9,99 € -33%\nSmart M 14,99 € -25%",
        "Suburb\tMedian price\t% Change\nNewtown\t$1,885,000\t-1.31%\nPenrith\t$912,500\t+1.96%",
        "Analyst ratings\nAAPL Buy $240.00 +12.3%\nMSFT Hold $480.00 +4.1%",
        "Dividends\nCoca-Cola 0.485 +5.4%\nPepsiCo 1.355 +7.1%",
        "Destination | Price | Change | Change %\n--- | --- | --- | ---\nLisbon (LIS) | £89.00 | -£12.00 | -11.9%",
        "Salary guide\nData engineer | £62,000 | +4.1%\nProduct manager | £68,250 | -0.7%",
        "Top apps this week\nChatter 4.70 +0.10 (+2.17%)\nSnapper 3.10 -0.05 (-1.59%)",
        "Country,Cases,Change\nNorway 38,437,756 +1,204 (+0.00%)\nPeru 40,138,560 +512 (+0.00%)",
    ],
    ids=[
        "odds",
        "poll",
        "recipe",
        "shop",
        "counts",
        "tariffs",
        "houses",
        "ratings",
        "dividends",
        "fares",
        "salaries",
        "apps",
        "cases",
    ],
)
def test_rows_of_another_domain_are_problems_and_not_quotes(page: str) -> None:
    """P1."""
    read = parse_page(page)
    assert not read.quotes
    assert any(each.code == "not-a-quote" for each in read.problems)


NAMES = ("Oak House", "Springfield", "Paper plates", "Gold")
FIGURES = ("{} 12.50 +1.2%", "{}\n12.50\n+1.2%", "| {} | 12.50 | +1.2% |")


@pytest.mark.parametrize("row", FIGURES, ids=["line", "stacked", "cells"])
def test_a_list_of_which_nothing_is_of_a_market_is_not_quotes(row: str) -> None:
    page = parse_page("Things\n" + "\n".join(map(row.format, NAMES)))
    assert not page.quotes
    assert len(page.problems) == len(NAMES)


@pytest.mark.parametrize("tags", [("table", "tr", "td"), ("ul", "li", "span"), ("div", "div", "div")])
@pytest.mark.parametrize(("heading", "count"), [("Things", 0), ("Shares", len(NAMES))])
def test_a_list_of_markup_needs_a_word_of_a_market_too(heading: str, count: int, tags: tuple[str, str, str]) -> None:
    around, row, cell = tags
    rows = "".join(
        f"<{row}>" + "".join(f"<{cell}>{text}</{cell}>" for text in (name, "12.50", "+1.2%")) + f"</{row}>"
        for name in NAMES
    )
    read = read_text(f"<!DOCTYPE html><html><body><h2>{heading}</h2><{around}>{rows}</{around}></body></html>")
    assert len(read.quotes) == count


def test_a_line_of_another_domain_parts_a_list_from_an_index_above_it() -> None:
    read = parse_page(
        "DAX 23,239.18 +147.31 (+0.64%)\n\nRents per square metre\nBerlin 18.50 +3.2%\nHamburg 16.20 +1.5%"
    )
    assert [quote.symbol for quote in read.quotes] == ["DAX"]


def test_a_word_among_names_of_figures_is_one_too() -> None:
    facts = "Volatility 12.50 +1.2%\nSharpe ratio 1.20 +0.3%\nAlpha 2.10 -0.5%\nR-squared 0.95 +0.1%"
    read = parse_page(f"Fund facts\nALPH 45.10 +0.30 (+0.67%)\n{facts}")
    assert [quote.symbol for quote in read.quotes] == ["ALPH"]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Name | Price | Change in holding", "Alpha Inc | 45.10 | +12.5%"),
        ("Fund | Stock | Price | Added", "Oak Fund | Alpha Inc | 45.10 | +12.5%"),
        ("Symbol | Qty | Avg cost | Value | Gain", "ALPH | 10 | 45.10 | 451.00 | +22.1%"),
    ],
)
def test_a_move_or_a_worth_of_a_holding_is_no_quote(header: str, row: str) -> None:
    rows = [header, row, row.replace("A", "B")]
    page = parse_page("Stocks\n\n" + "\n".join(f"| {each} |" for each in rows))
    assert (page.quotes, page.rates) == ((), ())
    assert len(page.problems) == len(rows) - 1
    cells = "".join(f"<tr><td>{each.replace(' | ', '</td><td>')}</td></tr>" for each in rows)
    assert not read_text(f"<!DOCTYPE html><html><body><h2>Stocks</h2><table>{cells}</table></body></html>").quotes


def test_an_option_is_no_quote() -> None:
    row = "| ALPH261218C00170000 | 12.30 | +1.20 | +10.81% |"
    read = parse_page(f"| Contract | Last Price | Change | % Change |\n|---|---|---|---|\n{row}\n")
    assert not read.quotes


@pytest.mark.parametrize("row", FIGURES, ids=["line", "stacked", "cells"])
@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Top shares", "Elm Court"),
        ("Tops", "Elm Court"),
        ("Verlierer", "Elm Court"),
        ("Things", "Elm Court AG"),
        ("Things", "Elm Technologies"),
        ("Things", "HDFC BANK…"),
        ("Things", "DAX"),
    ],
)
def test_one_word_of_a_market_or_one_firm_shows_that_a_list_is_of_quotes(heading: str, name: str, row: str) -> None:
    page = parse_page(f"{heading}\n" + "\n".join(map(row.format, (*NAMES, name))))
    assert len(page.quotes) == len(NAMES) + 1


def test_a_symbol_among_names_of_something_else_is_no_quote() -> None:
    page = "Interest rates\nFed 5.50 -0.25\nECB 4.00 -0.25\nBoE 5.25 +0.25"
    assert not parse_page(page).quotes


@pytest.mark.parametrize("label", ["Analyst target", "Box office: Moana", "Downloads", "GDP"])
def test_a_label_of_another_figure_is_not_a_quote_beside_quotes(label: str) -> None:
    """P1."""
    read = parse_page(
        f"Markets\nASML 856.20 +12.10 (+1.43%)\n{label} 956.20 +12.10 (+1.28%)\nAdyen 56.12 +0.88 (+1.59%)"
    )
    assert [quote.symbol for quote in read.quotes] == ["ASML", "ADYEN"]


def test_a_strip_of_a_market_stays_on_a_page_of_sport_and_votes() -> None:
    """P1."""
    strip = "DAX 23,239.18 +147.31 (+0.64%)\nAdidas 156.80 -2.10 (-1.32%)"
    read = parse_page(f"Election results\nBundesliga standings\n{strip}\nTeam  Goals")
    assert [quote.symbol for quote in read.quotes] == ["DAX", "ADIDAS"]


def test_a_list_of_markup_without_a_market_is_not_quotes() -> None:
    """P1."""
    rows = "".join(f"<li><b>{name}</b><span>{price}</span><span>{move}%</span></li>" for name, price, move in _NUTS)
    read = read_text(
        f"<!DOCTYPE html><html><body><h1>Nutrition per 100 g</h1><p>Calories</p><ul>{rows}</ul></body></html>"
    )
    assert not read.quotes


_NUTS = (("Oats", "42.0", "+1.5"), ("Walnuts", "11.2", "-0.5"), ("Dates", "8.1", "+0.2"))


@pytest.mark.parametrize("row", ["MO 58.11 +0.12 (+21.0%)", "Anna 88.5 +2.5 91%", "SPD 702,111 16.4 % -9.3"])
def test_figures_that_contradict_each_other_are_not_a_quote(row: str) -> None:
    """A1, S0."""
    read = parse_page(f"Markets\nKO 72.69 -0.31 (-0.42%)\n{row}\nPM 155.40 +1.40 (+0.91%)")
    assert [quote.symbol for quote in read.quotes] == ["KO", "PM"]
    assert any(each.line == 3 for each in read.problems)


def test_the_number_of_an_index_is_not_its_price() -> None:
    """S0."""
    assert [
        quote.symbol for quote in parse_page("DAX 23,239.18 +0.64%\nS&P 500 +1.55%\nS&P 500 +102.13 (1.55%)").quotes
    ] == ["DAX"]


def test_a_row_in_another_number_style_than_its_page_is_not_read_in_the_pages() -> None:
    """N1."""
    german = "\n".join(f"DAX {at} 1.234,50 +1,20 +0,10 %" for at in range(12))
    read = parse_page(f"{german}\nSMITH 45,332 +3.2%")
    assert "SMITH" not in {quote.symbol for quote in read.quotes}
    assert [each.code for each in read.problems if each.line == 13] == ["style"]


@pytest.mark.parametrize(
    ("page", "figures"),
    [
        ("Top\nTesla Inc 417.78 up 26.69 (6.82%)\nZoom 78.57 down 0.42 (0.53%)", ("417.78", "26.69", "6.82")),
        ("코스피 3,846.06 7.20 하락 -0.19%\n코스닥 856.44 7.55 하락 -0.87%", ("3846.06", "-7.20", "-0.19")),
        ("DOLAR\n42,4512\n% 0,08\nEURO\n49,0611\n% -0,21", ("42.4512", "None", "0.08")),
        ("DJIA\n46,448.27\nquote price arrow up\n+202.86 (+0.44%)", ("46448.27", "202.86", "0.44")),
        ("S&P 500 Index\n.SPX\n6,705.12\n+102.13\n+1.55%", ("6705.12", "102.13", "1.55")),
        ("Example US Core\n16,510.55 | +257.30 (+1.58%)", ("16510.55", "257.30", "1.58")),
    ],
    ids=["up-down", "korean", "percent-first", "arrow-text", "agency-code", "bar"],
)
def test_words_and_marks_between_the_figures_are_passed_over(page: str, figures: tuple[str, str, str]) -> None:
    """W1, F1, S1, M1."""
    assert tuple(map(str, parse_page(page).quotes[0].figures)) == figures


def test_a_currency_at_the_end_of_a_name_above_its_figures_is_part_of_it() -> None:
    """L2."""
    assert parse_page("Bitcoin USD\n88,270.56\n+1,419.15\n(+1.63%)").quotes[0].symbol == "BITCOIN USD"


def test_a_symbol_in_capitals_is_no_figure_of_another_kind() -> None:
    """CPI, GPA and DRAW are listed equities."""
    strip = "DAX 13,664.00 -0.91%\nCPI 114.90 +1.41 (+1.24%)\nGPA 75.25 -0.18 (-0.24%)\nHBL 9.90 +0.10 +1.02%"
    assert [quote.symbol for quote in parse_page(strip).quotes] == ["DAX", "CPI", "GPA", "HBL"]
