"""Lists of names with other figures than the day's price and move: a header or a heading says what they are."""

from __future__ import annotations

import pytest

from tickerboard import parse
from tickerboard.parser import parse_page

ROWS = (("Alpha Group", "102.50", "+2.00%"), ("Beta Mining", "49.40", "-1.00%"), ("Gamma Bank", "18.20", "+0.50%"))
SHAPES = {
    "bars": "| {} | {} | {} |",
    "tabs": "{}\t{}\t{}",
    "gaps": "{:<24}{:>20}{:>20}",
    "spaces": "{} {} {}",
    "lines": "{}\n{}\n{}",
}


def labels(shape: str, header: str, *above: str) -> list[str | None]:
    """Return the labels of the quotes of a table in a shape."""
    lines = [SHAPES[shape].format(*cells) for cells in (header.split("|"), *ROWS)]
    return [quote.label for quote in parse_page("\n".join((*above, *lines))).quotes]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    "header",
    [
        *("Name|Price|Premium", "Fund|NAV|Discount", "Stock|Price|Rating", "Name|Price|Momentum", "Name|Price|Alpha"),
        *("Name|Price|Yield", "Aktie|Kurs|Rendite", "Name|Price|% from open", "Name|Price|Gap %"),
        *("Name|Price|Implied move", "Name|Price|% of portfolio", "Name|Price|Max drawdown", "Name|Price|YTM"),
        *("Name|List price|Change %", "Name|Fair value|Change %", "Name|Users|Change %", "Name|52w high|Change %"),
        *("Analyst|Price|Change %", "Broker|Price|Change %"),
        *("Name|Kurs vor einem Jahr|Veränderung %", "Name|Kurs 31.12.|Veränderung %", "Nom|Prix d'émission|Variation"),
        *("Name|Price at IPO|Change %", "Name|Close 2023|Change %", "Name|Cost basis|% Change"),
        *("Name|Issue price|Listing gain %", "Nombre|Precio hace un año|Variación", "Nome|Prezzo un anno fa|Var %"),
        *("Name|Strike price|Change", "Name|Price target|Change", "Name|Kursziel|Veränderung"),
        *("Company|Revenue|Margin", "Company|Revenue|Change", "Unternehmen|Umsatz|Veränderung", "Company|EPS|Change"),
    ],
)
def test_a_header_of_other_figures_leaves_no_quote(shape: str, header: str) -> None:
    assert labels(shape, header, "Markets", "") == []


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    "header", ["Name|Price|Change", "Name|Price|Gain", "Company|Close|Change %", "Stock|Price|Day change %"]
)
def test_a_header_of_the_day_leaves_its_quotes(shape: str, header: str) -> None:
    assert labels(shape, header, "Markets", "") == ["Alpha Group", "Beta Mining", "Gamma Bank"]


@pytest.mark.parametrize("shape", ["bars", "tabs", "spaces"])
def test_a_move_behind_a_forecast_leaves_rates(shape: str) -> None:
    row = {"bars": "| {} | {} | {} | {} |", "tabs": "{}\t{}\t{}\t{}", "spaces": "{} {} {} {}"}[shape]
    lines = [
        row.format("Name", "Price", "Forecast", "Change"),
        *(row.format(*each[:2], "99.50", each[2]) for each in ROWS),
    ]
    page = parse_page("\n".join(lines))
    assert page.quotes == ()
    assert [rate.label for rate in page.rates] == ["Alpha Group", "Beta Mining", "Gamma Bank"]


HEADINGS = [
    *("Revenue by company, $bn", "Market capitalisation ($bn)", "Dividende je Aktie", "Operating margin"),
    *("Net profit, $m", "Dividend yield", "Marktkapitalisierung in Mrd. Euro", "Sales by region, $m", "Employees"),
    *("Largest companies by market cap ($bn)", "Highest dividend yields", "Umsatz 2025 in Mio. Euro"),
]


@pytest.mark.parametrize("row", ["{} {} {}", "{} {} ({})", "- {}: {} ({})", "{}\t{}\t{}", "{}\n{}\n{}"])
@pytest.mark.parametrize("heading", HEADINGS)
def test_figures_of_companies_below_their_heading_are_no_quotes(heading: str, row: str) -> None:
    page = parse_page("\n".join([heading, "", *(row.format(*each) for each in ROWS)]))
    assert page.quotes == ()
    assert page.problems


@pytest.mark.parametrize("heading", ["Most active by turnover", "Yields", "Companies", "Shares"])
def test_a_heading_that_names_no_figure_refuses_nothing(heading: str) -> None:
    page = parse_page("\n".join([heading, "", *(" ".join(each) for each in ROWS)]))
    assert len(page.quotes) == len(ROWS)


@pytest.mark.parametrize(
    "word",
    [
        *(
            "premium",
            "below fair value",
            "of NAV",
            "from its high",
            "from 52-week low",
            "p.a.",
            "a year",
            "seit Januar",
        ),
        *("Dividendenrendite", "de rendement", "allocation", "margin", "vs sector", "from open", "APY"),
    ],
)
def test_a_word_below_each_percent_that_says_what_else_it_is_refuses_the_list(word: str) -> None:
    page = parse_page("\n".join(["Markets today", "", *("\n".join((*row, word)) for row in ROWS)]))
    assert page.quotes == ()


@pytest.mark.parametrize("word", ["today", "from previous close", "USD", "NASDAQ", "View chart", "vs prev. close"])
def test_a_word_below_each_percent_of_the_day_refuses_nothing(word: str) -> None:
    page = parse_page("\n".join(["Markets today", "", *("\n".join((*row, word)) for row in ROWS)]))
    assert len(page.quotes) == len(ROWS)


BELOW_MARKUP = {each: SHAPES[each] for each in ("bars", "tabs", "gaps")}


@pytest.mark.parametrize("shape", BELOW_MARKUP)
@pytest.mark.parametrize(
    "header",
    [
        *("Bond|Price|Coupon", "Bond|Price|YTM", "Zertifikat|Kurs|Bonusrendite", "Valeur|Cours|Décote"),
        *(
            "Name|2023 close|Change",
            "Name|Dec 31 close|Change %",
            "Naam|Slotkoers 2023|Verschil",
            "Name|Price band|GMP %",
        ),
        *("Name|First-day price|Change", "Name|Start of year|Change", "Aktie|Kurs Jahresende|Veränderung %"),
        *("Name|52-week high|Change", "Name|All-time high|Change", "Nombre|Precio medio|Variación %"),
    ],
)
def test_other_prices_and_columns_beside_names_leave_no_quote(shape: str, header: str) -> None:
    assert labels(shape, header, "Markets", "") == []


@pytest.mark.parametrize(
    "header",
    [
        *("Name|52-week low|Price|Change", "Name|Cost basis|Price|Change %", "Name|Reco price|CMP|Change"),
        *("Name|Record high|Last|% Change", "Name|Kursziel|Kurs|Veränderung %"),
    ],
)
def test_a_move_that_leads_from_another_price_is_not_the_days(header: str) -> None:
    rows = [("Alpha Group", "100.49", "102.50", "+2.00%"), ("Beta Mining", "49.90", "49.40", "-1.00%")]
    for shape in ("| {} | {} | {} | {} |", "{}\t{}\t{}\t{}"):
        page = parse_page("\n".join([shape.format(*header.split("|")), *(shape.format(*each) for each in rows)]))
        assert page.quotes == ()


@pytest.mark.parametrize("header", ["Name|Price|Change today|Year-end price", "Company|Price|Change|Market cap"])
@pytest.mark.parametrize("shape", ["| {} | {} | {} | {} |", "{}\t{}\t{}\t{}"])
def test_a_move_of_the_day_stays_beside_other_figures(shape: str, header: str) -> None:
    lines = [shape.format(*each, "88.10") for each in ROWS]
    page = parse_page("\n".join([shape.format(*header.split("|")), *lines]))
    assert [str(quote.percent) for quote in page.quotes] == ["2.00", "-1.00", "0.50"]


def test_a_figure_of_companies_between_a_price_and_its_move_refuses_nothing() -> None:
    lines = [f"| {name} | {price} | 1.2B | {move} |" for name, price, move in ROWS]
    page = parse_page("\n".join(["| Company | Price | Market cap | Change |", *lines]))
    assert len(page.quotes) == len(ROWS)


@pytest.mark.parametrize("row", ["{0} | {word} | {1} | {2}", "{0}\t{word}\t{1}\t{2}", "{0}  {word}  {1}  {2}"])
@pytest.mark.parametrize(
    "word", ["Price target", "Revenue", "Dividende", "call 100", "100 CE", "1Y", "Pre-market", "Bid"]
)
def test_a_cell_that_names_another_figure_refuses_its_row(word: str, row: str) -> None:
    page = parse_page("\n".join(["Markets today", "", *(row.format(*each, word=word) for each in ROWS)]))
    assert page.quotes == ()
    assert len(page.problems) == len(ROWS)


@pytest.mark.parametrize("row", ["{0} | NASDAQ | {1} | {2}", "{0} | Buy | {1} | {2}"])
def test_a_cell_beside_a_quote_refuses_nothing(row: str) -> None:
    page = parse_page("\n".join(["Markets today", "", *(row.format(*each) for each in ROWS)]))
    assert len(page.quotes) == len(ROWS)


MEASURES = [
    *("Quarterly results", "Third-quarter earnings", "Retail sales", "Sales growth", "Net interest margin", "CEO pay"),
    *("Index weights", "Weight in the index", "Broker ratings", "ESG scores", "Premium to NAV", "Grey market premium"),
    *("Mortgage rates", "Inflation", "Market share", "ETF flows ($m)", "Short interest", "Number of employees"),
    *("Quartalszahlen", "Marktanteile", "Résultats trimestriels", "Risultati trimestrali", "Dividend growth"),
    "Model portfolio since launch",
]


@pytest.mark.parametrize("row", ["{} {} {}", "{} {} ({})", "{}\t{}\t{}", "{}\n{}\n{}", "| {} | {} | {} |"])
@pytest.mark.parametrize("heading", MEASURES)
def test_figures_below_a_measure_are_no_quotes(heading: str, row: str) -> None:
    page = parse_page("\n".join([heading, "", *(row.format(*each) for each in ROWS)]))
    assert page.quotes == ()
    assert page.problems


@pytest.mark.parametrize("heading", MEASURES[:6])
def test_figures_below_a_measure_in_markup_are_no_quotes(heading: str) -> None:
    rows = "".join(f"<tr><td>{name}</td><td>{price}</td><td>{move}</td></tr>" for name, price, move in ROWS)
    head = "<tr><th>Company</th><th>Value</th><th>Change</th></tr>"
    page = parse(f"<html><body><h2>{heading}</h2><table>{head}{rows}</table></body></html>", content_type="text/html")
    assert page.quotes == ()
    assert page.problems


@pytest.mark.parametrize(
    "heading",
    [
        *("Exchange rates", "Bond yields", "Earnings movers", "Stocks to watch after earnings", "Growth stocks"),
        *("Volume leaders", "Market results", "Payments", "Investors await inflation data", "Session returns"),
    ],
)
def test_a_heading_that_only_speaks_of_a_measure_refuses_nothing(heading: str) -> None:
    page = parse_page("\n".join([heading, "", *(" ".join(each) for each in ROWS)]))
    assert len(page.quotes) == len(ROWS)


def test_a_menu_above_a_list_refuses_nothing() -> None:
    menu = ["Markets", "Stocks", "Mortgage rates", "Inflation"]
    assert len(parse_page("\n".join([*menu, *(" ".join(each) for each in ROWS)])).quotes) == len(ROWS)
