"""Where each quote stands on the heat map: sectors as titled blocks, and in each a block for a quote."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.board.treemap import TALL, Rect, Size, squarified

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tickerboard.board.row import Row
    from tickerboard.board.sectors import Sector


class Weight(StrEnum):
    """What the size of a block stands for."""

    EQUAL = "equal"
    VOLUME = "volume"

    @property
    def other(self) -> Weight:
        """The other weight."""
        return Weight.VOLUME if self is Weight.EQUAL else Weight.EQUAL

    def of(self, row: Row) -> float:
        """Return the weight of a quote, a size and not a price; one without a volume has none."""
        return 1.0 if self is Weight.EQUAL else float(row.quote.volume or 0)


def weight_for(rows: Iterable[Row]) -> Weight:
    """Return the weight to begin with: the volume where a quote has one."""
    return Weight.VOLUME if any(row.quote.volume for row in rows) else Weight.EQUAL


class Block(NamedTuple):
    """A quote and its place."""

    row: Row
    rect: Rect


class Title(NamedTuple):
    """A sector and the line above its blocks, one cell high."""

    sector: Sector
    rect: Rect


@dataclass(frozen=True, slots=True)
class HeatLayout:
    """The blocks and titles that fill an area. `left_out` is how many quotes have no room."""

    titles: tuple[Title, ...]
    blocks: tuple[Block, ...]
    left_out: int = 0

    @property
    def first(self) -> int:
        """Where the block in the upper left corner is among the blocks; 0 without any."""
        return min(range(len(self.blocks)), key=lambda at: self.blocks[at].rect[1::-1], default=0)

    @property
    def last(self) -> int:
        """Where the block in the lower right corner is."""
        return max(range(len(self.blocks)), key=lambda at: _end(self.blocks[at].rect), default=0)

    def neighbour(self, at: int, across: int, down: int) -> int:
        """Return the block next to one, in a direction of -1, 0 or 1 on each axis; the same one at the edge."""
        here = self.blocks[at].rect
        ahead = [
            (_distance(here, block.rect, across, down), index)
            for index, block in enumerate(self.blocks)
            if _is_ahead(here, block.rect, across, down)
        ]
        return min(ahead)[1] if ahead else at


DETAILS = ((Size(10, 2), True), (Size(8, 1), True), (Size(8, 1), False))
"""The least size of a block and whether sectors have titles, from the clearest; the first that has room is taken."""


def laid_out(sectors: Sequence[Sector], area: Rect, weight: Weight) -> HeatLayout:
    """Return the clearest layout in which every quote has a block, or else the one of those with the most weight."""
    for least, is_titled in DETAILS:
        layout = _titled(sectors, area, weight, least) if is_titled else _plain(sectors, area, weight, least)
        if layout is not None:
            return layout
    return _largest(sectors, area, weight, DETAILS[-1][0])


def _titled(sectors: Sequence[Sector], area: Rect, weight: Weight, least: Size) -> HeatLayout | None:
    """Return the layout with a title for each sector; None where a sector has too little room."""
    smallest = Size(least.width, least.height + 1)
    if area.room_for(smallest) < len(sectors):
        return None
    total = sum(weight.of(row) for sector in sectors for row in sector.rows)
    places = squarified([_size(sector, area, weight, total, least) for sector in sectors], area, smallest)
    titles, blocks = [], []
    for sector, place in zip(sectors, places, strict=True):
        inside = place._replace(y=place.y + 1, height=place.height - 1)
        if inside.room_for(least) < len(sector.rows):
            return None
        titles.append(Title(sector, place._replace(height=1)))
        blocks += _blocks(sector.rows, inside, weight, least)
    return HeatLayout(tuple(titles), tuple(blocks))


def _size(sector: Sector, area: Rect, weight: Weight, total: float, least: Size) -> float:
    """Return how many cells a sector should have: its share, or what its blocks need if that is more."""
    share = sum(weight.of(row) for row in sector.rows) / total if total else 0
    needed = len(sector.rows) * (least.width + TALL) * least.height + 2 * least.width
    return max(share * area.cells, needed)


def _plain(sectors: Sequence[Sector], area: Rect, weight: Weight, least: Size) -> HeatLayout | None:
    rows = [row for sector in sectors for row in sector.rows]
    if area.room_for(least) < len(rows):
        return None
    return HeatLayout((), tuple(_blocks(rows, area, weight, least)))


def _largest(sectors: Sequence[Sector], area: Rect, weight: Weight, least: Size) -> HeatLayout:
    """Return the layout of as many quotes as fit: those of the most weight, and of equal ones those that moved most."""
    rows = [row for sector in sectors for row in sector.rows]
    rows.sort(key=lambda row: (-weight.of(row), -abs(row.quote.percent or Decimal(0))))
    shown = rows[: area.room_for(least)]
    return HeatLayout((), tuple(_blocks(shown, area, weight, least)), len(rows) - len(shown))


def _blocks(rows: Sequence[Row], area: Rect, weight: Weight, least: Size) -> list[Block]:
    places = squarified([weight.of(row) for row in rows], area, least)
    return [Block(row, place) for row, place in zip(rows, places, strict=True)]


def _end(rect: Rect) -> tuple[int, int]:
    """Return the line and the cell where a block ends."""
    return rect.y + rect.height, rect.x + rect.width


def _is_ahead(here: Rect, there: Rect, across: int, down: int) -> bool:
    if across:
        return there.x >= here.x + here.width if across > 0 else there.x + there.width <= here.x
    return there.y >= here.y + here.height if down > 0 else there.y + there.height <= here.y


def _distance(here: Rect, there: Rect, across: int, down: int) -> tuple[int, int]:
    """Return how far a block is beside the way to it, and how far away it is."""
    if down:
        here, there = here.turned, there.turned
    gap = there.x - here.x - here.width if across + down > 0 else here.x - there.x - there.width
    aside = max(there.y - here.y - here.height + 1, here.y - there.y - there.height + 1, 0)
    return aside * TALL, gap + abs(there.y - here.y)
