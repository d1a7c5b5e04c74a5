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
@pytest.mark.parametrize(
    "heading",
    ["Our forecasts", "Price targets for 2027", "Analysts’ <em>price targets</em>", "Premarket movers", "PMI"],
)
def test_rows_below_a_heading_of_other_figures_are_reported(heading: str, rows: str) -> None:
    page = parse_html(f"<html><body><h2>{heading}</h2><p>Updated at noon</p>{rows}</body></html>")
    assert page.quotes == ()
    assert {each.message for each in page.problems} == {"has the shape of a quote, but its list is of another figure"}
    assert len(page.problems) == 2


@pytest.mark.parametrize("rows", [_CARDS, _TABLE])
def test_rows_below_a_nearer_heading_are_not_of_the_forecasts_above_it(rows: str) -> None:
    page = parse_html(f"<html><body><h2>Our forecasts</h2><h3>Metals now</h3>{rows}</body></html>")
    assert [quote.symbol for quote in page.quotes] == ["GOLD", "SILVER"]


_ICON_ROWS = (("Alpha AG", "1250", "25", "up", "2.04"), ("Beta AG", "2250", "45", "dn", "1.96"))
_MORE = (("Gamma AG", "850", "15", "up", "1.80"),)


def test_an_icon_in_a_cell_of_its_own_shows_the_direction_of_a_row() -> None:
    row = "<tr><td>{}</td><td>{}</td><td>{}</td><td><img src='/i/{}.gif'></td><td>{}</td></tr>"
    head = "<tr><th>Name</th><th>Last</th><th colspan=3>Change</th></tr>"
    page = parse_html(f"<table>{head}{''.join(row.format(*each) for each in _ICON_ROWS + _MORE)}</table>")
    figures = [(quote.symbol, str(quote.change), str(quote.percent)) for quote in page.quotes]
    assert figures == [("ALPHA AG", "25", "2.04"), ("BETA AG", "-45", "-1.96"), ("GAMMA AG", "15", "1.80")]


@pytest.mark.parametrize(("name", "expected"), [("Trend", ["2.04", "-1.96"]), ("Signal", [])])
def test_an_icon_of_a_column_with_another_name_shows_no_direction(name: str, expected: list[str]) -> None:
    row = "<tr><td>{0}</td><td>{1}</td><td><img src='/i/{3}.gif'></td><td>{4}%</td></tr>"
    head = f"<tr><th>Name</th><th>Last</th><th>{name}</th><th>Change %</th></tr>"
    page = parse_html(f"<table>{head}{''.join(row.format(*each) for each in _ICON_ROWS)}</table>")
    assert [str(quote.percent) for quote in page.quotes] == expected
    assert len(page.quotes) + len(page.problems) == len(_ICON_ROWS)


def test_a_header_over_two_columns_names_the_second_where_the_first_has_icons_only() -> None:
    head = "<tr><th>Mercati</th><th>Valore €</th><th colspan=2>Tendenza %</th></tr>"
    row = "<tr><td>{}</td><td>{}</td><td><i class='icon-trend_{}'></i></td><td>{}</td></tr>"
    rows = row.format("FTSE MIB", "22.583,66", "up", "0,91") + row.format("AEX", "544,91", "down", "-0,19")
    page = parse_html(f"<table>{head}{rows}</table>")
    assert [(quote.symbol, str(quote.percent)) for quote in page.quotes] == [("FTSE MIB", "0.91"), ("AEX", "-0.19")]


def test_small_changes_do_not_make_a_column_without_a_name_the_percent() -> None:
    head = "<tr><th>Name</th><th>Last</th><th>Change</th><th></th></tr>"
    rows = "".join(
        f"<tr><td>{name}</td><td>{last}</td><td>+1</td><td>8</td></tr>"
        for name, last in (("Alpha AG", 12), ("Beta AG", 13))
    )
    page = parse_html(f"<table>{head}{rows}</table>")
    assert all(quote.percent is None for quote in page.quotes)
