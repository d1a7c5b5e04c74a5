"""Rows of cells one of which says that the figures behind it are no price and move: `Alpha | Revenue | 12.10 | +2%`."""

from __future__ import annotations

import re
from operator import methodcaller
from typing import TYPE_CHECKING

from tickerboard.parser.names.no_names import is_note
from tickerboard.parser.phrases.periods import is_of_longer_time
from tickerboard.parser.refusals.labels import names_other_figure
from tickerboard.parser.tables.headers.others import BETWEEN_CELLS
from tickerboard.text.numbers import has_letter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.model import Quote
    from tickerboard.parser.strips.reading import StripReading

_WITHOUT_HEADER = frozenset(("headless", "columns", "line"))
"""The grammars of rows whose cells no header names."""
_BETWEEN = ("\t", "|", "  ")
_BEHIND_CELL = ("\t", "|", " |", "  ")
_begins_cell = methodcaller("startswith", _BEHIND_CELL)
_FEWEST = 3
_LONGEST = 40
_OPTION = re.compile(r"(?:calls?|puts?)(?: [0-9.]+)?|[0-9.]+ ?(?:ce|pe|calls?|puts?)", re.IGNORECASE)
"""An option on what the row names."""
_MESSAGE = "a cell of it names another figure than a price and its move"


def refute_cells(reading: StripReading, lines: Sequence[str]) -> None:
    """Turn the quotes of such rows into problems. A quote's line is its number in `lines`."""
    quotes = [quote for symbol, quote in reading.found.items() if reading.grammars.get(symbol) in _WITHOUT_HEADER]
    texts = [lines[quote.line - 1] for quote in quotes]
    if not any(map("\n".join(texts).__contains__, _BETWEEN)):
        return
    rows = [text.strip("| \t") for text in texts]
    behind = [row.removeprefix(quote.label or quote.symbol) for row, quote in zip(rows, quotes, strict=True)]
    if all(map(_begins_cell, behind)) and not has_letter("\n".join(behind)):
        return  # no row has words behind its name's cell
    for quote, row, rest in zip(quotes, rows, behind, strict=True):
        has_words = not _begins_cell(rest) or has_letter(rest)
        if has_words and _has_other(BETWEEN_CELLS.split(row), quote):
            reading.refute(quote, _MESSAGE)


def _has_other(cells: Sequence[str], quote: Quote) -> bool:
    """Return whether a cell that is neither a name nor a note names another figure."""
    names = {quote.label, quote.name, quote.symbol}
    others = [cell for cell in cells if cell not in names and not is_note(cell)]
    return len(cells) >= _FEWEST and any(map(_names_other, others))


def _names_other(cell: str) -> bool:
    if len(cell) > _LONGEST or not any(map(str.isalpha, cell)):
        return False
    return names_other_figure(cell) or is_of_longer_time(cell) or _OPTION.fullmatch(cell) is not None
