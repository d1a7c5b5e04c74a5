"""Headers of tables whose figures are of something else than a quote's day, in text and in markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser.figures.tokens import tokens
from tickerboard.parser.tables.fields import MOVES, QUOTED, Field
from tickerboard.parser.tables.header import (
    field_of,
    fields_of,
    header_words,
    lacks_price,
    split_around_unknown,
    split_header,
)
from tickerboard.parser.tables.other_figures import is_other_figure, is_target
from tickerboard.parser.tables.periods import is_cost, is_past_price

if TYPE_CHECKING:
    from collections.abc import Sequence

BETWEEN_CELLS = re.compile(r" *\| *|\t| {2,}")
"""What parts the cells of a header of text."""
_NAMES = frozenset((Field.NAME, Field.SYMBOL))
_LONGEST = 120
_MOST_WORDS = 6
"""Words of a cell where single spaces part them."""
_WAYS = frozenset(
    """
    gain gains loss losses rise rises fall falls up down increase decrease drop move moves swing trend direction
    anstieg rückgang hausse baisse subida bajada alta baixa rialzo ribasso
    """.split()  # noqa: SIM905
)
"""Words for the day's move that no other header needs."""


def other_fields(names: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Field | None] | None:
    """Return the fields of a header, of which some rows are below, whose rows are no quotes; None for any other.

    Its moves are of something else, it names no price, or its only percentages, such as those below `Premium`, are of
    something unknown: these count as those of a longer time.
    """
    fields = [field_of(name) for name in names]
    if not MOVES.isdisjoint(fields):
        return fields if Field.FOREIGN in fields or lacks_price(fields) else None
    if Field.LAST not in fields or _NAMES.isdisjoint(fields):
        return None
    wide = [row for row in rows if len(row) == len(names)]
    unknown = [at for at, name in enumerate(names) if _is_unknown(fields[at], name)]
    other = [at for at in unknown if wide and all(_is_percent(row[at]) for row in wide)]
    return [Field.PERIOD if at in other else kind for at, kind in enumerate(fields)] if other else None


def heads_no_price(line: str) -> bool:
    """Return whether a line is a header that names no last price: `Symbol Volume Change`, `Company Revenue Margin`.

    A price of another time, such as `Price a year ago`, is none.
    """
    if len(line) > _LONGEST:
        return False
    cells = BETWEEN_CELLS.split(line)
    if len(cells) > 1:
        return lacks_price([*map(field_of, cells)]) or _is_of_others(cells)
    ways = split_header(line)
    is_known = bool(ways) and all(lacks_price([*map(field_of, way)]) for way in ways)
    return is_known or (heads_other_price(line) and not _leaves_rates(line))


def heads_other_price(line: str) -> bool:
    """Return whether a line of single spaces is a header of moves from another price: `Fund Issue price Change`."""
    return len(line) <= _LONGEST and _is_of_others(_spaced(line))


def heads_unknown_move(line: str) -> bool:
    """Return whether a line is a header of names, a price and other figures without a move: `Name Price Premium`.

    A change and a percent below it prove each other; one of them may be what an unknown word, or `Premium`, says.
    """
    if len(line) > _LONGEST:
        return False
    cells = BETWEEN_CELLS.split(line)
    is_wide = len(cells) > 1
    cells = cells if is_wide else _spaced(line)
    fields = [field_of(cell) for cell in cells]
    if _NAMES.isdisjoint(fields) or "" in cells:
        return False
    others = [each for each, field in zip(cells, fields, strict=True) if field not in QUOTED and field not in _NAMES]
    if Field.LAST not in fields:
        return is_wide and len(cells) > 2 and bool(others) and all(map(_is_plain, others))
    if not MOVES.isdisjoint(fields):
        return False
    is_other = [is_other_figure(each) or (is_wide and _is_unknown(field_of(each), each)) for each in others]
    return any(is_other)


def _leaves_rates(line: str) -> bool:
    """Return whether a line is a header of a last price and no move of the day, which its table was read by."""
    ways = map(fields_of, [*split_header(line), *split_around_unknown(line)])
    return any(fields and MOVES.isdisjoint(fields) for fields in ways)


def _is_of_others(cells: Sequence[str]) -> bool:
    """Return whether cells of a header name securities, another figure or an older price, and no last one."""
    if len(cells) < 2 or _NAMES.isdisjoint(map(field_of, cells[:2])):
        return False
    others = [_is_other(cell) for cell in cells]
    return any(others) and not any(
        field_of(cell) is Field.LAST and not other for cell, other in zip(cells, others, strict=True)
    )


def _is_other(cell: str) -> bool:
    return _is_other_price(cell) or (is_other_figure(cell) and field_of(cell) not in QUOTED | _NAMES)


def _is_other_price(cell: str) -> bool:
    return is_past_price(cell) or is_cost(cell) or is_target(cell)


def _spaced(line: str) -> list[str]:
    """Return the cells of a header that single spaces part, the first of which is for names; none for another line."""
    words = header_words(line)
    if len(words) < 2 or field_of(words[0]) not in _NAMES:
        return []
    cells, at = [words[0]], 1
    while at < len(words):
        count = max(_known(words[at:]), _other_price(words[at:]), 1)
        cells.append(" ".join(words[at : at + count]))
        at += count
    return cells


def _known(words: Sequence[str]) -> int:
    """Return how many words at the beginning of some are a header's cell, at most; 0 where none are."""
    texts = [" ".join(words[:count]) for count in range(1, _MOST_WORDS + 1)]
    return max((at for at, text in enumerate(texts, 1) if field_of(text) or is_other_figure(text)), default=0)


def _other_price(words: Sequence[str]) -> int:
    """Return how many words at the beginning of some name one other price than the last; 0 where none do."""
    texts = (words[:count] for count in range(1, _MOST_WORDS + 1))
    count = next((at for at, each in enumerate(texts, 1) if _is_other_price(" ".join(each))), 0)
    return count if sum(field_of(word) is Field.LAST for word in words[:count]) < 2 else 0


def _is_unknown(field: Field | None, name: str) -> bool:
    """Return whether a header's word is of something else than a quote's figures, such as `Premium` or `Yield`."""
    if is_other_figure(name):
        return True
    return field is Field.OTHER or (field is None and _is_plain(name) and name.casefold() not in _WAYS)


def _is_plain(name: str) -> bool:
    return name.replace(" ", "").isalpha()


def _is_percent(text: str) -> bool:
    return [each.kind for each in tokens(text)] == ["p"]
