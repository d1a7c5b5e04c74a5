"""The grammar `chevrons`: `ABL » 75.25 » -0.18 » -0.24%`, one quote a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.model import Kind, Quote
from tickerboard.parser.strips import Grammar
from tickerboard.parser.strips.reading import StripReading
from tickerboard.text.numbers import NUMBER, decimal

if TYPE_CHECKING:
    from tickerboard.parser.strips.page_text import PageText

_ROW = re.compile(rf"([A-Z]{{2,8}}) » ({NUMBER}) » ([+-]?{NUMBER}) » ([+-]?{NUMBER})%")


def read(page: PageText) -> StripReading:
    """Read the lines that are such a row and nothing else; `add` checks the figures of each."""
    reading = StripReading()
    for number, text in page.free:
        if found := _ROW.fullmatch(text):
            symbol, last, change, percent = found.groups()
            figures = decimal(last), decimal(change), decimal(percent)
            reading.add(Quote(symbol, Kind.EQUITY, *figures, number, text=text))
            reading.take([number])
    return reading


CHEVRONS = Grammar("chevrons", ("ABL » 75.25 » -0.18 » -0.24%",), "prose with a quotation mark in it", read)
