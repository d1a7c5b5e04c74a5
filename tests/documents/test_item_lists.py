"""Lists of items without a header: what is read, what is reported, and what is no quote and says nothing."""

from __future__ import annotations

import pytest

from tickerboard.parser.html import parse_html

_UNKNOWN = (("Alpha Tools", "102.00", "+2.00", "+2.00%"), ("Bolt Works", "48.00", "-2.00", "-4.00%"))
_WHOLE = "<b>{0}</b><i>{1}</i><i>{2}</i><i>{3}</i>"
_SHOP = (
    "<aside><h2>Deals</h2><p><b>Kettle</b><i>$40.50</i><i>-10%</i></p>"
    "<p><b>Lamp</b><i>$81.00</i><i>-20%</i></p></aside>"
)


def items(rows: tuple[tuple[str, ...], ...], shape: str, tag: str = "div") -> str:
    return "".join(f"<{tag} class=c>{shape}</{tag}>".format(*row) for row in rows)


def read(markup: str) -> tuple[list[str], list[str]]:
    """Return the symbols of a page's quotes, and the texts of its problems."""
    page = parse_html(f"<html><body>{markup}</body></html>")
    return [each.symbol for each in page.quotes], [each.text for each in page.problems]


def test_a_button_with_a_percentage_is_a_card() -> None:
    assert read("<h2>Markets</h2>" + items(_UNKNOWN, _WHOLE, "button"))[0] == ["ALPHA TOOLS", "BOLT WORKS"]
    assert read("<h2>Markets</h2>" + items(_UNKNOWN, "<b>{0}</b><i>{1}</i>", "button")) == ([], [])


def test_items_that_look_like_quotes_and_are_not_read_are_reported() -> None:
    rows = (("Alpha Tools", "102.00", "2.00%"), ("Bolt Works", "48.00", "4.00%"))
    texts = ["Alpha Tools / 102.00 / 2.00%", "Bolt Works / 48.00 / 4.00%"]
    shape = "<b>{0}</b><i>{1}</i><i>{2}</i>"
    assert read("<h2>Markets</h2>" + items(rows, shape)) == ([], texts)
    assert read(items(rows, shape)) == ([], [])


def test_unknown_names_need_a_word_of_a_market_that_is_no_link_of_a_menu() -> None:
    rows = items(_UNKNOWN, _WHOLE)
    menu = "<nav><a href=/m>Markets</a><a href=/t>Travel</a></nav>"
    assert read("<h2>Markets</h2>" + rows)[0] == ["ALPHA TOOLS", "BOLT WORKS"]
    assert read(menu + rows) == ([], ["Alpha Tools / 102.00 / +2.00 / +2.00%", "Bolt Works / 48.00 / -2.00 / -4.00%"])


def test_a_list_of_a_shop_beside_one_of_a_market_is_none_of_quotes() -> None:
    indices = (("DAX", "18000.00", "+180.00", "+1.01%"), ("CAC 40", "8000.00", "-80.00", "-0.99%"))
    assert read("<h2>Markets</h2>" + items(indices, _WHOLE) + _SHOP)[0] == ["DAX", "CAC 40"]


def test_changes_without_percentages_are_read_where_names_show_what_they_are() -> None:
    rows = (("WTI", "71.20", "+0.85"), ("Brent", "75.10", "-0.42"))
    shape = "<b>{0}</b><i>{1}</i><i>{2}</i>"
    assert read("<h2>Markets</h2>" + items(rows, shape))[0] == ["WTI", "BRENT"]
    unknown = (("Alpha Tools", "71.20", "+0.85"), ("Bolt Works", "75.10", "-0.42"))
    assert read("<h2>Markets</h2>" + items(unknown, shape))[0] == []
    assert len(read("<h2>Markets</h2>" + items(unknown, shape))[1]) == 2


@pytest.mark.parametrize(
    "heading",
    ["Einwohner", "Umsatz der Filialen", "Rents per square metre", "Electricity production", "Save percentage"],
)
def test_a_heading_of_other_figures_refutes_a_list(heading: str) -> None:
    rows = items(_UNKNOWN, _WHOLE)
    assert read(f"<h1>Markets</h1><p>Shares rose today.</p><h2>{heading}</h2>{rows}")[0] == []


def test_changes_of_attributes_that_may_be_percentages_are_a_problem() -> None:
    def mark(symbol: str, last: str, change: str) -> str:
        return f"<i data-symbol={symbol} data-last={last} data-change={change}></i>"

    quotes, problems = read("<h1>Prices 1.0</h1>" + mark("ALPH", "102", "2.0") + mark("BETA", "48", "-4.0"))
    assert quotes == []
    assert problems == ["ALPH 102 2.0"]


def test_points_behind_the_price_of_an_index_are_a_unit_and_may_be_of_a_game_behind_any_other() -> None:
    shape = "<b>{0}</b><i>{1} <u>{2}</u></i><em>{3}</em><em>{4}</em>"
    shares = (("Alpha Tools", "102.00", "EUR", "+2.00%", "+2.00"), ("CAC 40", "6 995.99", "Pts", "+0.63%", "+44.12"))
    players = (("Ann Reed", "102.00", "Pts", "+2.00%", "+2.00"), ("Eve Lund", "48.00", "Pts", "-4.00%", "-2.00"))
    assert read("<h2>Markets</h2>" + items(shares, shape))[0] == ["ALPHA TOOLS", "CAC 40"]
    assert read("<h2>Markets</h2>" + items(players, shape))[0] == []


@pytest.mark.parametrize(
    ("name", "symbols"),
    [
        ("{0} (", ["ALPHA STEEL", "BETA FOODS"]),
        ("{0} (<i>{1}</i>)", ["ALPH", "BETA"]),
        ("{0} (<i>target</i>)", []),
        ("{0} (<i>52w high</i>)", []),
    ],
)
def test_brackets_behind_names_may_be_cut_or_have_a_symbol_in_them(name: str, symbols: list[str]) -> None:
    rows = (("Alpha Steel", "ALPH", "102.00", "+2.00%"), ("Beta Foods", "BETA", "48.00", "-4.00%"))
    assert read("<h2>Stocks</h2>" + items(rows, f"<p>{name}</p><b>{{2}}</b><u>{{3}}</u>"))[0] == symbols


@pytest.mark.parametrize(
    ("rows", "symbols"),
    [
        (
            (("DAX", "12950.10", "-10.10"), ("CAC 40", "5030.10", "±0.00"), ("FTSE 100", "7030.10", "+10.02")),
            ["DAX", "CAC 40", "FTSE 100"],
        ),
        (
            (("米国10年債", "2.950", "-0.010"), ("長期金利", "(％)</b><b>0.030", "±0.000")),
            ["米国10年債", "長期金利"],
        ),
        ((("10年", "2.950", "-0.010"), ("30年", "0.030", "±0.000")), []),
    ],
)
def test_a_change_of_zero_that_has_both_signs(rows: tuple[tuple[str, ...], ...], symbols: list[str]) -> None:
    assert read("<h2>Markets</h2>" + items(rows, "<b>{0}</b><b>{1}</b><i>{2}</i>"))[0] == symbols


def test_a_change_in_yen_may_say_which_way_the_yen_went() -> None:
    rows = (("USD/JPY", "109.85", "-0.62円高", "-0.56%"), ("EUR/JPY", "127.06", "+0.78円安", "+0.62%"))
    assert read(items(rows, _WHOLE))[0] == ["USD/JPY", "EUR/JPY"]
    bare = (("USD/JPY", "109.85", "0.62円高", "0.56%"), ("EUR/JPY", "127.06", "0.05円安", "0.04%"))
    assert read(items(bare, _WHOLE))[0] == []
