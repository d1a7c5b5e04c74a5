"""Moves of a header that are not from the previous close to the last price: they count as those of a longer time."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tickerboard.parser.phrases.other_figures import is_extreme, is_target
from tickerboard.parser.phrases.periods import (
    is_cost,
    is_gain,
    is_past_price,
    names_longer_time,
    without_day,
    without_session,
)
from tickerboard.parser.tables.fields import MOVES, Field
from tickerboard.text.word_lists import phrase_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_PERCENT_ALONE = phrase_set("""
    %|in %|pct|pct.|percent|prozent|proz.|%chg|% chg|chg %|+/- %|% +/-|w %|v %|yüzde|درصد|نسبة|النسبة|persen|peratus
    процент|відсоток|postotak|procenat|százalék|procent|ποσοστό|प्रतिशत|শতাংশ|ร้อยละ|tỷ lệ
""")
"""Words for a percent that say nothing of the time that it is of."""


def without_moves_of_past_price(cells: Sequence[str], fields: list[Field | None]) -> list[Field | None]:
    """Return fields with the moves beside a price of a year ago as those of another time, but for the day's own."""
    if Field.PREVIOUS in fields or not any(map(is_past_price, cells)):
        return fields
    return [
        Field.PERIOD if field in MOVES and without_day(cell) is None else field
        for field, cell in zip(fields, cells, strict=True)
    ]


def with_costs(cells: Sequence[str], fields: list[Field | None]) -> list[Field | None]:
    """Return fields with the prices that were paid, and with the gains beside them as moves of another time."""
    costs = [*map(is_cost, cells)]
    if not any(costs):
        return fields
    fields = [
        Field.COST if cost and field in (None, Field.OTHER) else field
        for cost, field in zip(costs, fields, strict=True)
    ]
    gains = [is_gain(cell) or (_bare(cell) == "%" and is_gain(above)) for above, cell in pairwise(["", *cells])]
    return [Field.PERIOD if gain else field for gain, field in zip(gains, fields, strict=True)]


def with_longer_times(cells: Sequence[str], fields: list[Field | None]) -> list[Field | None]:
    """Return fields with the unknown columns whose words name a longer time, and a bare `%` right behind such a move.

    `Week's best | %` and `Chg vs Jan 1 | %` are both of that time, where no change of the day stands before them.
    """
    found = [
        Field.PERIOD if field is None and names_longer_time(cell) else field
        for cell, field in zip(cells, fields, strict=True)
    ]
    for at in range(1, len(found)):
        is_percent = found[at] is Field.PERCENT and _bare(cells[at]) in _PERCENT_ALONE
        if is_percent and found[at - 1] is Field.PERIOD and "%" not in cells[at - 1]:
            found[at] = Field.PERIOD
    return found


def _bare(cell: str) -> str:
    return cell.casefold().strip("() \t")


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
