"""Twice the rows take twice the time, in every grammar and every layout of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doubling import assert_linear
from tickerboard.parser import parse_page

if TYPE_CHECKING:
    from collections.abc import Callable

Row = tuple[str, str, str, str]
PAGES: dict[str, tuple[str, Callable[[Row], str]]] = {
    "line": ("", lambda row: " ".join(row)),
    "stacked": ("", lambda row: "\n".join(row)),
    "percentages above names": ("", lambda row: "\n".join((row[3], row[0], row[1]))),
    "stacked of a longer time": ("", lambda row: "\n".join((*row, "1 year"))),
    "stacked in one line": ("", lambda row: f"{row[0]}\n{row[1]} {row[2]} {row[3]}"),
    "portal": ("", lambda row: f"{row[0]} {row[1]}\n341.59M\n{row[3]}\n{row[2]}"),
    "glued": ("", lambda row: f"{row[0].title()}{row[1]}{row[2]}({row[3]})"),
    "glued percent": ("", lambda row: f"{row[0].title()}{row[1]}{row[3]}"),
    "sentences": ("", lambda row: f"{row[0]}: {row[3]} to {row[1]} points"),
    "columns": ("", lambda row: " ".join((row[0], "90.00", "110.00", "80.00", *row[1:]))),
    "headless tabs": ("", lambda row: "\t".join((row[0], "90.00", *row[1:]))),
    "headless gaps": ("", lambda row: "   ".join((row[0], "90.00", *row[1:]))),
    "tabs": ("Symbol\tLast\tChg\tChg %\n", lambda row: "\t".join(row)),
    "tabs and a currency": ("Symbol\tLast\tChg\tChg %\tCurrency\n", lambda row: "\t".join((*row, "EUR"))),
    "glued over two lines": (
        "NameKurs+/-%Zeit\n",
        lambda row: f"{row[0].title()}{row[1].replace('.', ',')}+2,00\n+2,0015:57 Uhr",
    ),
    "bars": ("| Symbol | Last | Chg | Chg % |\n", lambda row: f"| {' | '.join(row)} |"),
    "spaces": ("Symbol Last Change %Change\n", lambda row: " ".join(row)),
    "a cell a line": ("Symbol\nLast\nChange\n% Change\n", lambda row: "\n".join(row)),
    "headers and nothing else": ("", lambda _: "Symbol\nLast\nChange\n% Change"),
    "rows that fit no header": ("Symbol Open Last Chg Chg %\n", lambda row: f"{row[0]} 1.00 2.00 {row[1]} {row[3]}"),
    "one label": ("", lambda row: f"Prime\n{row[1]}\n{row[3]}"),
    "remarks": ("", lambda row: f"{row[0]} {row[1]} {row[3]} - closed higher"),
    "no remarks": ("", lambda row: f"{row[0]} {row[1]} {row[3]} {'A' * 60}1"),
    "names": ("", lambda row: f"{row[0]} Steel of {row[0].title()} Inc"),
}


def symbol(at: int) -> str:
    letters = ""
    for _ in range(5):
        at, letter = divmod(at, 26)
        letters += chr(65 + letter)
    return letters


def page(name: str, size: int) -> str:
    head, row = PAGES[name]
    text = [row((symbol(at), "102.00", "+2.00", "+2.00%")) for at in range(size // 20)]
    return head + "\n".join(text)


@pytest.mark.once
@pytest.mark.parametrize("name", PAGES)
def test_twice_the_rows_take_twice_the_time(name: str) -> None:
    assert_linear(parse_page, lambda size: page(name, 2 * size))
