"""A header that single spaces part: where its cells end, by the words that its table may have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.phrases.other_figures import is_other_figure, is_other_price
from tickerboard.parser.phrases.periods import is_past_price
from tickerboard.parser.tables.fields import MOVES, NAMES, Field
from tickerboard.parser.tables.headers.header import field_of
from tickerboard.parser.tables.headers.splits import header_words

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST = 3
"""Cells of a header that may be one without a word for names."""
_MOST_WORDS = 6
"""Words of a cell where single spaces part them."""
_KINDS = frozenset(("price", "value", "rate"))
"""Words that an unknown one before them is of."""
_COMPARED = frozenset(("relative", "implied", "expected"))


def spaced_cells(line: str) -> list[str]:
    """Return the cells of a header that single spaces part, the first of which is for names; none for another line."""
    words = header_words(line)
    if len(words) < 2 or not (field_of(words[0]) in NAMES or _may_head_names(words)):
        return []
    cells, at = [words[0]], 1
    while at < len(words):
        count = max(_known(words[at:]), _other_price(words[at:]), 1)
        cells.append(" ".join(words[at : at + count]))
        at += count
    return _joined(cells)


def _may_head_names(words: Sequence[str]) -> bool:
    """Return whether the first of a header's words is unknown and a move is the last: `Bank Rate Change`."""
    return len(words) >= FEWEST and field_of(words[0]) is None and words[0].istitle() and field_of(words[-1]) in MOVES


def _joined(cells: Sequence[str]) -> list[str]:
    """Return cells with an unknown word and a word for a price or a percent behind it as one: `List price`, `Gap %`."""
    joined: list[str] = []
    for cell in cells:
        before = joined[-1] if len(joined) > 1 else ""
        is_whole = before != "" and _is_one(before, cell)
        joined = [*joined[:-1], f"{before} {cell}"] if is_whole else [*joined, cell]
    return joined


def _is_one(before: str, cell: str) -> bool:
    """Return whether two cells of a header are one: an unknown word and what it is of, `% of` and what is behind it."""
    field = field_of(before)
    if before == "%" or (before.startswith("% ") and field is None):
        return before != "%" or field_of(cell) is None
    if field not in (None, Field.OTHER):
        return False
    is_kind = field is None and cell.casefold() in _KINDS
    return cell == "%" or is_kind or (before.casefold() in _COMPARED and field_of(cell) in MOVES)


def _known(words: Sequence[str]) -> int:
    """Return how many words at the beginning of some are a header's cell, at most; 0 where none are."""
    texts = [" ".join(words[:count]) for count in range(1, _MOST_WORDS + 1)]
    return max((at for at, text in enumerate(texts, 1) if field_of(text) or is_other_figure(text)), default=0)


def _other_price(words: Sequence[str]) -> int:
    """Return how many words at the beginning of some name one other price than the last; 0 where none do."""
    texts = (words[:count] for count in range(1, _MOST_WORDS + 1))
    count = next((at for at, each in enumerate(texts, 1) if is_other_price(" ".join(each))), 0)
    lasts = sum(field_of(word) is Field.LAST for word in words[:count])
    if count == 1 and is_past_price(words[0]) and words[1:2] and words[1].casefold() in _KINDS:
        return 2  # `IPO` and `price`
    return count if lasts < 2 else 0
