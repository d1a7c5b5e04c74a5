"""What the markup shows of a move beside its figures: arrows that are turned over, and times longer than the day."""

from __future__ import annotations

import pytest

from tickerboard.parser.html import parse_html


@pytest.mark.parametrize("turn", ['class="rotate-180"', 'class="arrow rotated"', 'style="transform:scaleY(-1)"'])
def test_an_arrow_turned_over_in_a_cell_shows_no_direction(turn: str) -> None:
    row = "<tr><td>{}</td><td>{}</td><td><i {}>▲</i> {}%</td></tr>"
    rows = row.format("Alpha AG", "102.00", turn, "2.00") + row.format("Delta AG", "50.00", "", "1.50")
    page = parse_html(f"<table><tr><th>Name</th><th>Last</th><th>Change %</th></tr>{rows}</table>")
    assert [(quote.symbol, str(quote.percent)) for quote in page.quotes] == [("DELTA AG", "1.50")]
    assert [each.code for each in page.problems] == ["direction"]


def test_an_arrow_turned_over_in_the_one_quote_of_a_page_shows_no_direction() -> None:
    box = "<h1>DJIA</h1><b>17,210.40</b><i style='transform:rotate(180deg)'>▲</i><b>77.80</b><b>(0.45%)</b>"
    page = parse_html(f"<html><body><div>{box}</div></body></html>")
    assert page.quotes == ()
    assert [each.code for each in page.problems] == ["direction"]


@pytest.mark.parametrize("card", ["{0}{3}{1}{2}", "{3}{0}{1}{2}", "{0}{1}{2}{3}"])
@pytest.mark.parametrize("time", ["1 week", "1W", "YTD"])
def test_a_card_with_a_longer_time_beside_its_figures_is_no_quote_of_the_day(card: str, time: str) -> None:
    cells = [("Alpha Corp", "102.00", "+2.00%", time), ("Delta Corp", "50.00", "-1.00%", time)]
    cards = "".join(f"<li>{card.format(*(f'<span>{text}</span>' for text in each))}</li>" for each in cells)
    page = parse_html(f"<html><body><ul>{cards}</ul></body></html>")
    assert page.quotes == ()
    assert [each.message for each in page.problems] == ["its move is of another time than the day"] * 2


_CARDS = "<ul><li><b>Gold</b><i>2,800.00</i><i>+5.00%</i></li><li><b>Silver</b><i>29.50</i><i>-3.00%</i></li></ul>"
_TABLE = (
    "<table><tr><th>Name</th><th>Price</th><th>Change</th></tr><tr><td>Gold</td><td>2,800.00</td><td>+5.00%</td></tr>"
    "<tr><td>Silver</td><td>29.50</td><td>-3.00%</td></tr></table>"
)


@pytest.mark.parametrize("rows", [_CARDS, _TABLE])
@pytest.mark.parametrize("heading", ["Our forecasts", "Price targets for 2027", "Analysts’ <em>price targets</em>"])
def test_rows_below_a_heading_of_forecasts_are_reported(heading: str, rows: str) -> None:
    page = parse_html(f"<html><body><h2>{heading}</h2><p>Updated at noon</p>{rows}</body></html>")
    assert page.quotes == ()
    assert {each.message for each in page.problems} == {"has the shape of a quote, but its list is of another figure"}
    assert len(page.problems) == 2


@pytest.mark.parametrize("rows", [_CARDS, _TABLE])
def test_rows_below_a_nearer_heading_are_not_of_the_forecasts_above_it(rows: str) -> None:
    page = parse_html(f"<html><body><h2>Our forecasts</h2><h3>Metals now</h3>{rows}</body></html>")
    assert [quote.symbol for quote in page.quotes] == ["GOLD", "SILVER"]
