"""`AHL Vol 220 $14.27 (-0.23) | GHL Vol 529 $14.89 (0.04)`: a name, a price and its change in brackets.

Nothing but volumes, or a long list of figures that go with the prices, shows that these are changes and no percents.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser.audit import may_be_percent
from tickerboard.parser.figures.style import clear_value
from tickerboard.parser.names.labels import is_label, is_symbol, is_venue, read_name
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.strips.rows import Row, resolve_signs
from tickerboard.text.numbers import MINUS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.strips.page_text import PageText

_PRICE = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*|0)\.[0-9]{2}"
_VOLUME = r"[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+"
_ROW = re.compile(
    rf"(?:[A-Z][\w &@:.-]{{8,60}}: )?(?P<name>[A-Z][\w&.' -]{{0,30}}?)(?: Vol (?P<volume>{_VOLUME}))?"
    rf" +\$?(?P<last>{_PRICE}) +\((?P<sign>[{MINUS}+]?)(?P<change>{_PRICE})\)",
    re.ASCII,
)
_MARKET = re.compile(r"\b(?:stocks?|exchange|market|securities|shares|index)\b", re.IGNORECASE)
_FEWEST = 4
_FEWEST_WITHOUT_VOLUMES = 20
"""Rows of a list without volumes whose figures can show that they go with the prices."""
_NO_PERCENT = 20
"""No day moves many shares of a list by so many percent."""
_ALL = 100


def read(page: PageText) -> StripReading:
    """Read the rows of a page that speaks of a market, four or more, of which one has a minus within its brackets.

    The minus shows that a change without a sign is a rise; volumes, or figures that go with the prices, show that they
    are changes. Rows of any other list are problems, and so is one whose change may be a percent; zero is no move in
    either way.
    """
    reading = StripReading()
    rows = [row for number, text in page.other_lines if text.endswith((")", "|")) for row in _rows(number, text)]
    if len(rows) < _FEWEST:
        return reading
    is_of_market = any(map(_MARKET.search, page.lines)) or any(is_venue(text) for _, text in page.free)
    if not is_of_market:
        rows = [row for row in rows if is_symbol(row.name.symbol) and not row.name.label]
    if not _is_list(rows):
        return reading
    shown = is_of_market and (_has_volumes(rows) or _go_with_prices(rows))
    doubtful = [row for row in rows if may_be_percent(row.last, row.change)] if shown else rows
    if is_of_market:
        doubtful = [row for row in doubtful if row.change]
    if is_of_market and any(map(_falls_too_far, rows)):
        doubtful = []
    for row in doubtful:
        reading.refuse([(row.lines[0], row.text)], "a figure in brackets that nothing shows to be a change")
    resolve_signs([row for row in rows if row not in doubtful], reading)
    return reading


def _is_list(rows: Sequence[Row]) -> bool:
    """Return whether rows may be quotes: one falls, each change is below its price, no name is of something else."""
    return (
        len(rows) >= _FEWEST
        and any(row.marks and row.marks in MINUS for row in rows)
        and all(row.change is not None and row.change < row.last for row in rows)
        and all(is_label(row.name.label or row.name.symbol) for row in rows)
    )


def _has_volumes(rows: Sequence[Row]) -> bool:
    """Return whether most rows have a volume, and none of these a change so small that it may be a percent."""
    traded = [row for row in rows if row.volume is not None]
    return len(traded) * 2 > len(rows) and not any(may_be_percent(row.last, row.change) for row in traded)


def _go_with_prices(rows: Sequence[Row]) -> bool:
    """Return whether figures are no percents: many are too great, and these stand by no low price."""
    sizes = [(row.change or 0, row.last) for row in rows]
    if len(rows) < _FEWEST_WITHOUT_VOLUMES or any(change * 10 > last for change, last in sizes):
        return False
    greatest = sorted(sizes, reverse=True)[: len(rows) // 4]
    low = sorted(last for _, last in sizes)[len(rows) // 3]
    return all(change >= _NO_PERCENT and last > low for change, last in greatest)


def _falls_too_far(row: Row) -> bool:
    """Return whether a row's figure is no percent: nothing falls by a hundred of them."""
    return bool(row.marks) and row.marks in MINUS and (row.change or 0) >= _ALL


def _rows(number: int, text: str) -> list[Row]:
    """Return the rows of a line, between bars where there are several; none where a part of it is no row."""
    found = [_ROW.fullmatch(part.strip()) for part in text.removesuffix("|").split("|")]
    return [_row(number, each) for each in found if each] if all(found) else []


def _row(number: int, found: re.Match[str]) -> Row:
    last, change = clear_value(found["last"]), clear_value(found["change"])
    volume = clear_value(found["volume"]) if found["volume"] else None
    name = read_name(found["name"])
    return Row([number], name, last, change, None, found["sign"], found[0], volume=volume)
