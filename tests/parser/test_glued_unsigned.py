"""Rows without a space whose change has no sign: of any figures they are parted right or not at all."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from strips import Figures, strips
from tickerboard.parser import parse_page


def row(each: Figures, number: str, joint: str) -> str:
    sign = "-" if each.way < 0 else "+"
    percent = f"{abs(Decimal(each.percent)):.2f}"
    figures = f"{each.last}{each.change.lstrip('-')}{sign}{percent}"
    return f"{each.symbol.title()}{number}{figures.replace('.', joint)}%"


@given(quotes=strips(), number=st.sampled_from(["", " 40", " 100", " 2000"]), joint=st.sampled_from(".,"))
def test_such_rows_are_parted_right_or_not_at_all(quotes: list[Figures], number: str, joint: str) -> None:
    rows = "\n".join(row(each, number, joint) for each in quotes)
    page = parse_page(f"Stock market today\n\n{rows}\n")
    known = {f"{each.symbol}{number}".upper(): each for each in quotes}
    for each in page.quotes:
        figures = known[each.symbol.upper()]
        assert (str(each.last), str(each.change)) == figures[1:3]
        assert each.percent == Decimal(figures.percent)
    assert len(page.quotes) + len(page.problems) >= len(quotes)
