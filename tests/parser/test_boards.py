"""Boards of futures: of any figures, in any layout, they come back, and damage invents none."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tickerboard.parser import parse_page

MONTHS = ["Jan", "Mar", "May", "Jul", "Sep", "Dec"]
QUARTERS = ["", "¼", "½", "¾"]
SALES = "Est. sales 40,012. Fri.'s sales 41,000"


class Month(NamedTuple):
    """A month of a board, its figures in quarters of a cent."""

    name: str
    low: int
    spread: int
    change: int

    @property
    def prices(self) -> list[int]:
        return [self.low + 1, self.low + self.spread, self.low, self.low + self.spread // 2]

    @property
    def cells(self) -> list[str]:
        sign = "+" if self.change > 0 else "—"
        return [self.name, *map(printed, self.prices), f"{sign}{printed(abs(self.change))}"]

    @property
    def quote(self) -> tuple[str, Decimal, Decimal]:
        return f"CORN {self.name.upper()}", Decimal(self.prices[-1]) / 4, Decimal(self.change) / 4


def printed(quarters: int) -> str:
    whole, part = divmod(quarters, 4)
    return f"{whole or ''}{QUARTERS[part]}"


LAYOUTS = {
    "a row a line": lambda rows: "\n".join(" ".join(row) for row in rows),
    "a cell a line": lambda rows: "\n".join(f"|{cell}" for row in rows for cell in row),
    "bars": lambda rows: "\n".join(f"| {' | '.join(row)} |" for row in rows),
    "all on a line": lambda rows: " ".join(cell for row in rows for cell in row),
}
months = st.lists(
    st.builds(
        Month,
        st.sampled_from(MONTHS),
        st.integers(800, 8_000),
        st.integers(2, 60),
        st.integers(1, 90).flatmap(lambda change: st.sampled_from([change, -change])),
    ),
    min_size=1,
    unique_by=lambda each: each.name,
)


def board(layout: str, found: list[Month]) -> str:
    rows = [["OpenHighLowLastChg."], ["CORN"], ["5,000 bu minimum; cents per bushel"]]
    return LAYOUTS[layout]([*rows, *(each.cells for each in found), SALES.split(", ")])


@pytest.mark.parametrize("layout", LAYOUTS)
@given(found=months)
def test_a_board_of_any_months_gives_them_back(layout: str, found: list[Month]) -> None:
    page = parse_page(board(layout, found) + "\n")
    assert [(each.symbol, each.last, each.change) for each in page.quotes] == [each.quote for each in found]
    assert page.problems == ()


@pytest.mark.parametrize("layout", LAYOUTS)
@given(found=months, share=st.floats(0, 1))
def test_a_board_that_is_cut_has_no_figure_that_was_not_there(layout: str, found: list[Month], share: float) -> None:
    text = board(layout, found)
    page = parse_page(text[: int(len(text) * share)])
    got = [(each.symbol, each.last, each.change) for each in page.quotes]
    whole = [each.quote for each in found]
    assert got[:-1] == whole[: len(got[:-1])]  # of a last change such as +12 a page may have 1, and no more shows it
    assert [each[:2] for each in got] == [each[:2] for each in whole[: len(got)]]
