"""Headers whose words are known down to the move, whatever stands behind it: `Name Price(Chg%) 3Y CAGR ROCE`.

A row is read as far as the known words go. Its figures add up, as those of most rows do, or most rows have as many
cells behind the move, and the word of the move ends in its own percent sign: then none behind it, as in
`Change forecast`, belongs to it.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from itertools import permutations, takewhile
from typing import TYPE_CHECKING

from tickerboard.parser.audit import adds_up_either_way
from tickerboard.parser.figures.tokens import lone_amount, tokens
from tickerboard.parser.phrases.expected import names_expected
from tickerboard.parser.tables.fields import MOVES, QUOTED, Field
from tickerboard.parser.tables.headers.header import field_of, fields_of
from tickerboard.parser.tables.headers.splits import header_words
from tickerboard.parser.tables.layouts.layout import Layout, name_of
from tickerboard.parser.tables.layouts.pairs import pair_of_names
from tickerboard.parser.tables.layouts.spaced_rows import first_cells
from tickerboard.text.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.tables.layouts.layout import Cells, Fields

_MOST_WORDS = 4
"""Words of a column's name."""
_FEWEST_ROWS, _MOST_ROWS = 2, 12
"""Rows that are looked at."""
_SMALL = word_set("from since of vs vs. to off over in for until by at above below than against")
"""Words behind which a column's name goes on."""
_SLASH = re.compile(r"(?<=[0-9])/ ?(?=[0-9])")


def leading_layout(page: PageText, place: int) -> Layout | None:
    """Return the layout of a header whose first words name quotes; None where they do not, or the rows do not fit."""
    names, rest = _known(header_words(page.free[place][1]))
    fields = fields_of(names) if names else None
    if fields is None or name_of(fields) is None or Field.LAST not in fields or MOVES.isdisjoint(fields):
        return None
    fields = fields[: max(at + 1 for at, field in enumerate(fields) if field in QUOTED)]
    below = range(place + 1, min(place + 1 + _MOST_ROWS, len(page.free)))
    rows = [row for row in takewhile(bool, (_row(page, at, fields) for at in below)) if row]
    if len(rows) < _FEWEST_ROWS:
        return None
    if sum(is_sound(cells, fields, page.style) for cells, _ in rows) * 2 > len(rows):
        return Layout([*fields, Field.OTHER], partial(_sound_row, fields=fields))
    count, alike = Counter(len(behind) for _, behind in rows).most_common(1)[0]
    is_whole = names[len(fields) - 1].endswith(("%", "%)")) and not _goes_on(*names[len(fields) :], *rest)
    if not is_whole or alike < _FEWEST_ROWS or alike * 2 <= len(rows):
        return None
    return Layout([*fields, Field.OTHER], partial(_like_row, fields=fields, count=count))


def _known(words: Sequence[str]) -> tuple[list[str], Sequence[str]]:
    """Return the known names at the beginning of a header, and the words behind; two names of one cell are two."""
    names: list[str] = []
    at = 0
    while at < len(words):
        ends = range(min(at + _MOST_WORDS, len(words)), at, -1)
        texts = ((end, " ".join(words[at:end])) for end in ends)
        found = ((end, [text] if field_of(text) else pair_of_names(text)) for end, text in texts)
        end, known = next(((end, known) for end, known in found if known), (at, []))
        if not known:
            break
        names += known
        at = end
    return names, words[at:]


def _goes_on(*words: str) -> bool:
    """Return whether words behind a move may belong to it: `from 52w low`, `forecast`."""
    first = words[0].partition(" ")[0] if words else ""
    return first.islower() or first.casefold() in _SMALL or names_expected(" ".join(words))


def _row(page: PageText, place: int, fields: Fields) -> tuple[Cells, Cells] | None:
    """Return the first cells of a line, and those behind them; two figures about a slash are two cells."""
    number, text = page.free[place]
    found = tokens(_SLASH.sub(" ", text)) if Field.PREVIOUS in fields and "/" in text else page.tokens(number)
    return first_cells(found, fields, is_spaced=bool(page.style.spaced))


def _sound_row(page: PageText, place: int, fields: Fields) -> tuple[int, Cells] | None:
    row = _row(page, place, fields)
    return _whole(*row) if row and is_sound(row[0], fields, page.style) else None


def _like_row(page: PageText, place: int, fields: Fields, count: int) -> tuple[int, Cells] | None:
    row = _row(page, place, fields)
    is_like = row is not None and len(row[1]) == count and not row[0][fields.index(Field.LAST)].startswith("(")
    return _whole(*row) if row and is_like else None


def _whole(cells: Cells, behind: Cells) -> tuple[int, Cells]:
    """Return the cells of a row, the last of which is all that stands behind its move."""
    return 1, [*cells, " ".join(behind) or "-"]


def is_sound(cells: Cells, fields: Fields, style: Style) -> bool:
    """Return whether a price, a change and a percent of a row add up; one of two prices may be the change."""
    lasts = [at for at, field in enumerate(fields) if field is Field.LAST]
    moves = [at for at, field in enumerate(fields) if field in MOVES]
    figures = {at: lone_amount(tokens(cells[at]), style) for at in (*lasts, *moves)}
    whole = [
        (figures[one], figures[two], figures[three])
        for one, two, three in permutations(figures, 3)
        if one in lasts and three in moves
    ]
    return any(
        last is not None and change is not None and percent is not None and adds_up_either_way(last, change, percent)
        for last, change, percent in whole
    )
