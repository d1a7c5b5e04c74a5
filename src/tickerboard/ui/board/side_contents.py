"""What the pane at the right of a wide window shows: what moved most with the sectors, or the headlines."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tickerboard.board.sectors import by_sector
from tickerboard.model import Article, Direction, Kind
from tickerboard.table.columns import marked_symbol
from tickerboard.table.figures import ARROWS, grouped, percent
from tickerboard.text.counts import counted
from tickerboard.ui.board.room import HEADLINES, MOVERS, SIDE_WIDTH
from tickerboard.ui.headlines import facts_of, title_of
from tickerboard.ui.parts import QUOTE_CLASSES, left, right
from tickerboard.ui.reader.layout import wrap
from tickerboard.ui.table.cells import tail_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tickerboard.board.board import Board
    from tickerboard.board.row import Row
    from tickerboard.board.sectors import Sector

PERCENT_TAIL = len(".00%")
ROOM = SIDE_WIDTH - 4
"""Cells of a line, without the frame and a gap at either side."""
HEADLINE_LINES = 3
"""How many lines of a headline are shown at most."""
Target: TypeAlias = str | Article
"""What a line leads to: a symbol or an article."""


class Entry(NamedTuple):
    """A line: its parts, each with the class that styles it, and what it leads to; None for a line that is only read.

    Lines that lead to the same thing belong together.
    """

    parts: tuple[tuple[str, str], ...] = ()
    target: Target | None = None


Content: TypeAlias = tuple[tuple[str, ...], list[Entry]]
"""The facts of the foot, and the lines."""


def movers(board: Board, rows: Sequence[Row], height: int) -> Content:
    """List the equities that rose and fell most, and below them the sectors by their means, in so many lines.

    Without an equity, as on a page of coins, they are all quotes. They are those of the rows that a filter leaves; the
    foot says how many those are.
    """
    equities = [row for row in rows if row.quote.kind is Kind.EQUITY]
    moved = [row for row in equities or rows if row.quote.percent]
    moved.sort(key=attrgetter("quote.percent"), reverse=True)
    rose = [row for row in moved if row.quote.direction is Direction.UP]
    fell = [row for row in reversed(moved) if row.quote.direction is Direction.DOWN]
    sectors = by_sector(row for row in rows if row.sector)
    most = max((height - 5 - min(len(sectors), height // 2)) // 2, 3)
    entries = [*_block("Rising", [*map(_mover, rose[:most])]), *_block("Falling", [*map(_mover, fell[:most])])]
    entries += _block("Sectors", [*map(_sector, sorted(sectors, key=attrgetter("average"), reverse=True))])
    counts = (f"{len(rows):,}/{len(board.rows):,} rows",) if len(rows) < len(board.rows) else ()
    nothing = "no quote has moved" if rows else "no row passes the filter"
    return (*counts, f"{len(rose):,} up", f"{len(fell):,} down"), entries[:-1] or [_said(nothing)]


def headlines(board: Board, _rows: Sequence[Row], _height: int) -> Content:
    """List the headlines of all articles, each with its section and its day."""
    entries = [entry for article in board.articles for entry in _headline(article)]
    return (counted(len(board.articles), "article"),), entries[:-1] or [_said("no article")]


CONTENTS: dict[str, Callable[[Board, Sequence[Row], int], Content]] = {MOVERS: movers, HEADLINES: headlines}


def _block(title: str, entries: list[Entry]) -> list[Entry]:
    """Return lines under a heading, with a blank line behind; nothing without lines."""
    return [Entry(((f" {title}", "side--head"),)), *entries, Entry()] if entries else []


def _mover(row: Row) -> Entry:
    quote = row.quote
    text, last = percent(quote.percent), grouped(quote.last)
    moved = f"{ARROWS[quote.direction]}{text + ' ' * max(PERCENT_TAIL - tail_of(text), 0):>9}"
    symbol = left(marked_symbol(row), ROOM - len(moved) - len(last) - len("  "))
    return Entry(
        ((f" {symbol} {last} ", "side--plain"), (moved, QUOTE_CLASSES[quote.direction])),
        quote.symbol,
    )


def _sector(sector: Sector) -> Entry:
    way = Direction.UP if sector.average > 0 else Direction.DOWN if sector.average < 0 else Direction.UNCHANGED
    return Entry(
        (
            (f" {left(sector.name, 23)}", "side--plain"),
            (f" {ARROWS[way]}{right(percent(sector.average), 9)}", QUOTE_CLASSES[way]),
        )
    )


def _headline(article: Article) -> list[Entry]:
    title = title_of(article)
    lines = [title[start:end] for start, end in wrap(title, ROOM)]
    if len(lines) > HEADLINE_LINES:
        lines[HEADLINE_LINES - 1 :] = [left(" ".join(lines[HEADLINE_LINES - 1 :]), ROOM)]
    facts = facts_of(article)
    return [
        *(Entry(((f" {line}", "side--plain"),), article) for line in lines),
        *([Entry(((f" {left(facts, ROOM).rstrip()}", "side--quiet"),), article)] if facts else []),
        Entry(),
    ]


def _said(text: str) -> Entry:
    return Entry(((f" {left(text, ROOM).rstrip()}", "side--quiet"),))
