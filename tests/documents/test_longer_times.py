"""Tables and cards of the markup whose moves are of a longer time than the day."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tickerboard.parser.documents import read_text

_TABLE = (
    "<table>{}<tr><th>Index</th><th>Last</th><th>Change</th></tr>"
    "<tr><td>DAX</td><td>102.00</td><td>+2.00</td></tr></table>"
)


@pytest.mark.parametrize(
    "body", [_TABLE.format("<caption>Weekly performance</caption>"), "<h2>Year to date</h2>" + _TABLE.format("")]
)
def test_the_move_of_a_table_below_a_longer_time_is_left_out(body: str) -> None:
    found = read_text(f"<!DOCTYPE html><html><body>{body}</body></html>")
    assert found.quotes == ()
    assert [(each.symbol, each.last) for each in found.rates] == [("DAX", Decimal("102.00"))]


def test_a_table_below_two_times_is_of_the_day_that_is_shown() -> None:
    buttons = "<button>1 day</button><button>1 year</button>"
    found = read_text(f"<!DOCTYPE html><html><body>{buttons}{_TABLE.format('')}</body></html>")
    assert [each.symbol for each in found.quotes] == ["DAX"]


@pytest.mark.parametrize(
    "cards",
    [
        "<h2>This year</h2><div><b>Alpha</b><i>102.00</i><i>+2.0%</i></div>"
        "<div><b>Gamma</b><i>49.50</i><i>-1.0%</i></div>",
        "<div><b>Alpha</b><i>102.00</i><i>+2.0%</i><small>past month</small></div>"
        "<div><b>Gamma</b><i>49.50</i><i>-1.0%</i><small>past month</small></div>",
    ],
    ids=["above", "within"],
)
def test_cards_of_a_longer_time_are_problems(cards: str) -> None:
    found = read_text(f"<!DOCTYPE html><html><body>{cards}</body></html>")
    assert found.quotes == ()
    assert len(found.problems) == 2
