"""Moves of a header that are not from the previous close to the last price: they count as those of a longer time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.tables.fields import MOVES, Field
from tickerboard.parser.tables.other_figures import is_extreme, is_target
from tickerboard.parser.tables.periods import without_session

if TYPE_CHECKING:
    from collections.abc import Sequence


def without_move_from_target(cells: Sequence[str], fields: list[Field | None]) -> list[Field | None]:
    """Return fields with the only move right behind a target, `Price | Forecast | Change`, as another one."""
    moves = [at for at, field in enumerate(fields) if field in MOVES]
    if len(moves) != 1 or not moves[0] or not is_target(cells[moves[0] - 1]):
        return fields
    return [Field.PERIOD if field in MOVES else field for field in fields]


def with_other_prices(cells: Sequence[str], fields: list[Field | None]) -> list[Field | None]:
    """Return fields with targets, and highs of a longer time, as prices from which a move may be."""
    return [
        Field.COST if field in (None, Field.OTHER) and (is_target(cell) or is_extreme(cell)) else field
        for cell, field in zip(cells, fields, strict=True)
    ]


def without_move_of_session(cells: Sequence[str], fields: list[Field | None]) -> list[Field | None]:
    """Return fields with the moves behind the price of another session as its own: `Last | After hours | Change`."""
    start = next((at for at, cell in enumerate(cells) if without_session(cell) is not None), len(cells))
    return [Field.PERIOD if at > start and field in MOVES else field for at, field in enumerate(fields)]
