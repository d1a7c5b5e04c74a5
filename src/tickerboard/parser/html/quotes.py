"""All the quotes of a page of the main site: its strip, then its side widgets, through the rules of the strip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tickerboard.model import Problem
from tickerboard.parser.html.blocks import as_text, read_blocks
from tickerboard.parser.html.main_site import strip_lines
from tickerboard.parser.html.widgets import MARKETS, MOVERS, read_rate, widget_rows
from tickerboard.parser.strips.choice import read_strip

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from tickerboard.model import Kind, Quote, Rate, Reading


@dataclass(frozen=True, slots=True)
class QuoteReading:
    """The quotes, rates and problems of a page's markup.

    A line number counts the strip's items from 1, as they stand in the page's text dump (or the lines of all that a
    reader sees, where the strip is in other markup), then the widgets' rows.
    """

    quotes: tuple[Quote, ...]
    rates: tuple[Rate, ...]
    problems: tuple[Problem, ...]
    readings: tuple[Reading, ...]


def read_quotes(root: LexborNode) -> QuoteReading:
    """Read the strip and the widgets; a symbol stands once, its first complete line wins."""
    # Without the ticker that we know, a strip in other markup is still a strip to a reader's eye.
    lines = strip_lines(root) or as_text(read_blocks(root)).split("\n")
    names: dict[str, str | None] = {}
    for widget in MOVERS:  # as old as they may be, they tell the companies' names
        for row in widget_rows(root, widget):
            names.setdefault(row.symbol, row.name)
    kinds: dict[int, Kind] = {}
    rates: dict[str, Rate] = {}
    problems: list[Problem] = []
    for widget, kind in MARKETS.items():
        for row in widget_rows(root, widget):
            if row.move:
                names.setdefault(row.symbol, row.name)
                lines.append(row.line() or f"{row.symbol} {row.last} {row.move}")
                kinds[len(lines)] = kind
            elif isinstance(rate := read_rate(row, kind), Problem):
                problems.append(rate)
            else:
                rates.setdefault(rate.symbol, rate)
    strip = read_strip(lines)
    quotes = [
        quote._replace(kind=kinds.get(quote.line, quote.kind), name=names.get(quote.symbol)) for quote in strip.quotes
    ]
    return QuoteReading(tuple(quotes), tuple(rates.values()), (*strip.problems, *problems), strip.readings)
