"""Figures that the markup cuts in pieces: decimals and digits in elements of their own."""

from __future__ import annotations

import pytest

from tickerboard.parser.html import parse_html


def prices(markup: str) -> list[tuple[str, str]]:
    page = parse_html(f"<html><body>{markup}</body></html>")
    return [(quote.symbol, str(quote.last)) for quote in page.quotes]


def cards(*figures: str) -> str:
    names = ("Alpha Steel", "Acme Foods")
    moves = ("+0.45%", "-0.32%")
    rows = zip(names, figures, moves, strict=True)
    return "".join(f"<div class=c><b>{name}</b> {figure} <em>{move}</em></div>" for name, figure, move in rows)


@pytest.mark.parametrize(
    "figure",
    [
        "<span><i>18.200</i><i>,50</i></span>",
        "<span><i>18.200</i> <small>,50</small></span>",
        "<span><i>18,200</i><sup>.50</sup></span>",
        "<span><sup>$</sup>18,200<sup>.50</sup></span>",
        "<span>18,200<i>.50</i>円</span>",
    ],
)
def test_decimals_in_an_element_of_their_own_are_those_of_the_figure_before_them(figure: str) -> None:
    assert prices(cards(figure, figure)) == [("ALPHA STEEL", "18200.50"), ("ACME FOODS", "18200.50")]


@pytest.mark.parametrize(
    "figure",
    [
        "<span>18.200</span><div>,50</div>",
        "<span>18,200</span> <span>.50</span>",
        "18,200.50<sup>1</sup>",
        "<span>18,200.50<a>3</a></span>",
        "<span>0.0<sub>4</sub>1234</span>",
    ],
)
def test_decimals_that_stand_apart_leave_no_whole_price(figure: str) -> None:
    assert prices(cards(figure, figure)) == []


def digits(figure: str) -> str:
    return "".join(f"<i>{digit}</i>" for digit in figure)


def test_digits_in_elements_side_by_side_are_one_figure() -> None:
    both = cards(f"<span>{digits('5,432.10')}</span>", f"<span>{digits('12.05')}</span>")
    assert prices(both) == [("ALPHA STEEL", "5432.10"), ("ACME FOODS", "12.05")]


def test_digits_behind_a_well_known_name_are_none_of_its_own() -> None:
    assert prices(f"<p>S&amp;P 500{digits('5432.10')} <b>+0.45%</b></p>") == [("S&P 500", "5432.10")]


@pytest.mark.parametrize("digit", ["<s><i>8</i><u><i>{}</i></u></s>", "<s><i>0</i><i>1</i><i>{}</i></s>"])
def test_digits_of_a_counter_that_rolls_are_no_figure(digit: str) -> None:
    figure = "".join("<i>.</i>" if each == "." else digit.format(each) for each in "6412.5")
    assert prices(cards(figure, figure)) == []


@pytest.mark.parametrize(
    "figure",
    ["45<br>.20", "<p>45</p><p>.20</p>", "<span>1,250</span><div>.50</div>", "<span>45</span> <span>.20</span>"],
)
def test_decimals_below_a_figure_of_a_cell_may_be_a_change(figure: str) -> None:
    rows = "".join(
        f"<tr><td>{name}<td>{figure}<td>{move}</tr>" for name, move in (("ALPH", "+1.20%"), ("BETA", "-2.10%"))
    )
    assert prices(f"<table><tr><th>Stock<th>Price<th>%</tr>{rows}</table>") == []


@pytest.mark.parametrize("name", ["CAC 40", "US 30", "IBEX 35"])
def test_a_figure_right_behind_the_number_of_an_index_is_not_one_with_it(name: str) -> None:
    for figure in ("<span>5,432.10</span>", digits("5432.10")):
        assert prices(f"<p>{name}{figure} <b>+0.45%</b></p>") in ([], [(name, "5432.10")])


def test_decimals_apart_from_their_figure_are_none_of_another_in_a_list_that_adds_up() -> None:
    figures = ("18,200 <i>.50</i> <i>+81.90</i>", "18,200 <i>.50</i> <i>-58.42</i>")
    assert prices(cards(*figures)) == []


@pytest.mark.parametrize(
    ("figures", "change", "percent"),
    [("51.50 -2<i>3.738%</i>", "-2", "-3.738"), ("51.50 -0.90<i>1.718%</i>", "-0.90", "-1.718")],
)
def test_the_percent_in_an_element_behind_its_change_is_another_figure(figures: str, change: str, percent: str) -> None:
    (quote,) = parse_html(f"<h2>Stocks</h2><p>ALPH {figures}</p>").quotes
    assert (str(quote.change), str(quote.percent)) == (change, percent)


@pytest.mark.parametrize("figures", ["51.50 -0.90<i>1.918%</i>", "51.50 51.60<i>1.718%</i>"])
def test_figures_before_a_percent_that_do_not_lead_to_it_are_reported(figures: str) -> None:
    page = parse_html("<h2>Stocks</h2>" + f"<a>ALPH {figures}</a><a>GAMA {figures}</a>")
    said = " ".join(each.text for each in page.problems)
    assert page.quotes == ()
    assert "ALPH" in said
    assert "GAMA" in said


def pairs(
    *rows: tuple[str, str, str, str], shape: str = "<div class=c><b>{0}</b><i>{1}</i><u>{2}</u><u>{3}</u></div>"
) -> str:
    return "".join(shape.format(*row) for row in rows)


RAISED = (
    ("EUR/USD", "1.0824<em><sup>7</sup></em>", "-0.00270", "-0.25%"),
    ("USD/JPY", "138.41<em><sup>8</sup></em>", "+1.585", "+1.16%"),
    ("GBP/USD", "1.2310<em><sup>5</sup></em>", "-0.0066", "-0.53%"),
)


@pytest.mark.parametrize(
    "shape",
    [
        "<div class=c><b>{0}</b><i>{1}</i><u>{2}</u><u>{3}</u></div>",
        "<p>{0} {1} {2} {3}</p>",
        "<table><tr><th>Pair<th>Last<th>Change<th>%</tr><tr><td>{0}<td>{1}<td>{2}<td>{3}</tr></table>",
    ],
)
def test_raised_digits_are_the_price_s_where_most_changes_have_as_many_decimals(shape: str) -> None:
    assert prices(pairs(*RAISED, shape=shape)) == [
        ("EUR/USD", "1.08247"),
        ("USD/JPY", "138.418"),
        ("GBP/USD", "1.23105"),
    ]


def test_raised_digits_are_footnotes_where_the_changes_have_the_decimals_of_the_price_alone() -> None:
    rows = (("ALPH", "18.25<sup>1</sup>", "+0.12", "+0.66%"), ("BETA", "40.50<sup>2</sup>", "-1.00", "-2.41%"))
    assert prices(pairs(*rows)) == [("ALPH", "18.25"), ("BETA", "40.50")]


@pytest.mark.parametrize(
    "shape", ["<div class=c><b>{0}</b><i>{1}</i><u>{2}</u><u>{3}</u></div>", "<p>{0} {1} {2} {3}</p>"]
)
def test_raised_digits_that_may_be_either_leave_problems(shape: str) -> None:
    rows = (("ALPH", "18.2<sup>1</sup>", "+0.12", "+0.66%"), ("BETA", "40.50<sup>2</sup>", "-1.00", "-2.41%"))
    page = parse_html(f"<html><body>{pairs(*rows, shape=shape)}</body></html>")
    assert not page.quotes
    assert [each.text.split()[0] for each in page.problems] == ["ALPH", "BETA"]
