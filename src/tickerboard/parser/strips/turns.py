"""The grammars of all sites but the main one take turns on a page, and its words refute what they found."""

from __future__ import annotations

from functools import partial
from itertools import chain, filterfalse
from typing import TYPE_CHECKING

from tickerboard.parser.refusals import leftover, priceless
from tickerboard.parser.refusals.cells import refute_cells
from tickerboard.parser.refusals.domain import refute
from tickerboard.parser.refusals.figures import refute_figures
from tickerboard.parser.refusals.labels import refute_labels
from tickerboard.parser.refusals.lists import refute_lists
from tickerboard.parser.refusals.times import refute_times, report_dates
from tickerboard.parser.strips import GRAMMARS, Grammar, plain_list
from tickerboard.parser.strips.grammars import all_grammars
from tickerboard.parser.strips.page_text import PageText
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.strips.settling import settled
from tickerboard.registry import PluginError

if TYPE_CHECKING:
    from collections.abc import Sequence


def read_others(lines: Sequence[str], of_words: StripReading) -> StripReading:
    """Let each grammar, those of plugins last, read the lines that are still free.

    What looked like the main site's words without being a quote is reported where no other grammar reads the line.
    """
    plain = settled(lines)
    page = PageText(plain)
    reading = StripReading()
    reading.doubts += of_words.problems
    plain_list.read(page, reading)
    for grammar in (*all_grammars(), *_plugins(reading)):
        part = grammar.read(page)
        reading.merge(part)
        reading.read_by(grammar.name)
        page.take(part.left.keys())
    priceless.report(page, reading)
    page.take(reading.left.keys())
    leftover.report(page, reading)
    reading.report_doubts()
    worded = _worded(page, reading) if plain is lines else range(1, len(lines) + 1)
    refute(reading, lines, worded)
    refute_times(reading, lines, worded)
    refute_cells(reading, lines)
    refute_lists(reading, lines)
    refute_labels(reading)
    refute_figures(reading)
    report_dates(reading, lines, plain)
    reading.left = of_words.left | reading.left
    reading.in_order()
    return reading


def _worded(page: PageText, reading: StripReading) -> list[int]:
    """Return the numbers of all lines but those that were read and are one clear figure each."""
    unread = [number for number, _ in page.free if number not in reading.left]
    figures = page.lone.difference(unread)
    rows, end = page.rows, len(page.lines) + 1
    return list(filterfalse(figures.__contains__, chain(range(1, rows.start), rows, range(rows.stop, end))))


def _plugins(reading: StripReading) -> Sequence[Grammar]:
    """Return the grammars of other packages, which may raise anything; report it where one cannot be loaded."""
    try:
        return [each._replace(read=partial(_guarded, each)) for each in GRAMMARS.plugins().values()]
    except PluginError as error:
        reading.report(0, "plugin", str(error), "")
        return ()


def _guarded(grammar: Grammar, page: PageText) -> StripReading:
    """Let a grammar of another package read the page; whatever it raises becomes a problem of the page."""
    try:
        return grammar.read(page)
    except Exception as error:  # noqa: BLE001  the code is not ours
        reading = StripReading()
        reading.report(0, "plugin", f"the grammar {grammar.name!r} failed ({type(error).__name__})", "")
        return reading
