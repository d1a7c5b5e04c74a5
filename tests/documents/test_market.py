"""The exchange's whole-market table."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tickerboard.model import Kind
from tickerboard.parser.tables.market import parse_market

HEAD = ("SYMBOL", "SECTOR", "LISTED IN", "LDCP", "OPEN", "HIGH", "LOW", "CURRENT", "CHANGE", "CHANGE (%)", "VOLUME")
ABL = ("ABL", "0807", "ALLSHR", "75.43", "75.50", "75.90", "75.00", "75.25", "-0.18", "-0.24", "1250300")
DORMANT = ("GATM-NOV", "0830", "", "21.10", "0", "0", "0", "21.10", "0.00", "0.00", "0")


def table(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> str:
    """Build the page as the exchange marks it up."""
    heads = "".join(f"<th>{name}</th>" for name in head)
    body = "".join(_row(dict(zip(head, row, strict=True))) for row in rows)
    return f'<html><table id="listingsTable"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></html>'


def _row(row: dict[str, str]) -> str:
    cells = []
    for name, value in row.items():
        if name == "SYMBOL":
            link = f'<a class="tbl__symbol" href="/c" data-title="{value} Limited"><strong>{value}</strong></a>'
            cells.append(f'<td data-order="{value}">{link}<div class="tag">XD</div></td>')
        elif name in {"SECTOR", "LISTED IN"}:
            cells.append(f"<td>{value}</td>")
        else:
            shown = f"{value}%" if "%" in name else value
            cells.append(f'<td class="right" data-order="{value}">{shown}</td>')
    return f"<tr>{''.join(cells)}</tr>\n"


def whole_market(rows: int) -> str:
    """Build a market of that many companies, whose figures add up."""
    made = []
    for number in range(rows):
        previous, change = Decimal(number * 37 % 9000 + 500) / 100, Decimal(number * 13 % 41 - 20) / 100
        percent = (change / previous * 100).quantize(Decimal("0.01"))
        last = previous + change
        low, high = sorted((previous, last))
        figures = (previous, previous, high, low, last, change, percent, number * 1000)
        made.append((f"S{number}", "0807", "ALLSHR", *map(str, figures)))
    return table(*made)


def test_a_row() -> None:
    page = parse_market(table(ABL))
    quote = page.quotes[0]
    assert page.problems == ()
    assert (quote.symbol, quote.kind, quote.name, quote.sector) == ("ABL", Kind.EQUITY, "ABL Limited", "0807")
    figures = (quote.last, quote.change, quote.percent, quote.open, quote.high, quote.low, quote.previous, quote.volume)
    assert " ".join(map(str, figures)) == "75.25 -0.18 -0.24 75.50 75.90 75.00 75.43 1250300"


def test_a_dormant_row_is_a_quote_without_a_problem() -> None:
    page = parse_market(table(ABL, DORMANT))
    assert [(quote.symbol, quote.line, str(quote.volume)) for quote in page.quotes][1] == ("GATM-NOV", 2, "0")
    assert page.problems == ()


def test_columns_go_by_their_names() -> None:
    turned = parse_market(table(ABL[::-1], head=HEAD[::-1]))
    assert turned == parse_market(table(ABL))


def test_without_data_order_the_shown_figure_counts() -> None:
    markup = table(ABL).replace("data-order", "data-else").replace(">1250300<", ">1,250,300<")
    assert parse_market(markup) == parse_market(table(ABL))


def test_a_row_that_does_not_add_up_stays_and_is_told() -> None:
    page = parse_market(table(ABL, (*DORMANT[:7], "22.10", *DORMANT[8:])))
    assert len(page.quotes) == 2
    assert [(problem.line, problem.code) for problem in page.problems] == [(2, "arithmetic")]


@pytest.mark.parametrize("figure", ["", "n/a", "1e99", "NaN", "7٥.25", "1_000", "12,34.5", "9" * 5_000])
def test_an_unreadable_figure_is_told_with_its_row(figure: str) -> None:
    page = parse_market(table(DORMANT, (*ABL[:7], figure, *ABL[8:])))
    assert [quote.symbol for quote in page.quotes] == ["GATM-NOV"]
    assert [(problem.line, problem.code) for problem in page.problems] == [(2, "not-a-quote")]


def test_a_row_that_ends_early_is_told() -> None:
    page = parse_market(table(ABL).replace("<td>ALLSHR</td>", "</tr>"))
    assert page.quotes == ()
    assert {problem.code for problem in page.problems} == {"not-a-quote"}


def test_a_row_that_ends_before_its_symbol_is_told() -> None:
    page = parse_market(table(ABL[::-1], head=HEAD[::-1]).replace("<td>ALLSHR</td>", "</tr>"))
    assert page.quotes == ()
    assert {problem.code for problem in page.problems} == {"not-a-quote"}


def test_a_symbol_stands_once() -> None:
    page = parse_market(table(ABL, ABL, (*ABL[:7], "75.26", "-0.17", "-0.23", "1")))
    assert [(quote.symbol, str(quote.last)) for quote in page.quotes] == [("ABL", "75.25")]
    assert [(problem.line, problem.code) for problem in page.problems] == [(3, "duplicate")]


@pytest.mark.parametrize("markup", ["", "<p>no table</p>", table(ABL[1:], head=HEAD[1:])])
def test_a_page_that_is_no_market_is_told(markup: str) -> None:
    page = parse_market(markup)
    assert page.quotes == ()
    assert [problem.code for problem in page.problems] == ["market"]


def test_the_whole_market() -> None:
    page = parse_market(whole_market(500))
    assert len(page.quotes) == 500
    assert page.problems == ()


MARKUP = table(ABL, DORMANT)


@given(st.integers(0, len(MARKUP)), st.integers(0, len(MARKUP)), st.text(alphabet="<>/='\" tdr1.\0\ud800", max_size=9))
def test_any_damage_is_survived(start: int, end: int, put: str) -> None:
    parse_market(MARKUP[:start] + put + MARKUP[end:])
