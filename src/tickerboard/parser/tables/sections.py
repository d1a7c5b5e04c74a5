"""Parts of one table: a row of header words, or a row with one text such as `This week`, begins another part."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tickerboard.parser.phrases.headings import heads_other
from tickerboard.parser.refusals.times import is_list_time
from tickerboard.parser.tables.fields import MOVES, Field
from tickerboard.parser.tables.headers.header import field_of, fields_of
from tickerboard.parser.tables.headers.others import other_fields
from tickerboard.text.numbers import ARROWS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tickerboard.parser.tables.rows import Table

_FIGURE = re.compile(r"[0-9][.,][0-9]|[0-9]{3}|[0-9] ?%")
_FEWEST = 2
"""Words of a header."""


def sections_of(table: Table) -> Iterator[Table]:
    """Yield the parts of a table, each with its own fields.

    Below a header with other fields than the first an arrow of the markup may be of another figure: there no figure
    without a sign is a rise.
    """
    part, fields = replace(table, rows=[]), table.fields
    for number, cells in table.rows:
        texts = [cell.text for cell in cells]
        below = _fields_below(texts, fields) if not _FIGURE.search(" ".join(texts)) else None
        if below is None:
            part.rows.append((number, cells))
            continue
        yield part
        is_headed = sum(map(bool, texts)) >= _FEWEST
        fields = below if is_headed else fields
        is_alike = [*below] == [*table.fields] or not is_headed
        part = replace(table, fields=below, rows=[], arrow=table.arrow if is_alike else ARROWS)
    yield part


def _fields_below(texts: Sequence[str], fields: Sequence[Field | None]) -> Sequence[Field | None] | None:
    """Return the fields of the rows below a row without figures; None where it begins no other part."""
    filled = [text for text in texts if text]
    if len(filled) == 1:
        if heads_other(filled[0]):
            return [Field.OTHER if field is Field.LAST else field for field in fields]
        is_longer = is_list_time(["", filled[0]])
        return [Field.PERIOD if is_longer and field in MOVES else field for field in fields]
    if len(filled) < _FEWEST or sum(field_of(text) is not None for text in filled) < _FEWEST:
        return None
    return fields_of([*texts]) or other_fields(texts, [])
