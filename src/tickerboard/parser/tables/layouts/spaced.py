"""Tables whose cells only single spaces part: which of the ways to split a header's words fits the rows below it."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

from tickerboard.parser.tables.fields import FIGURES, NAMES, Field
from tickerboard.parser.tables.headers.header import field_of, fields_of, looks_like_header
from tickerboard.parser.tables.headers.splits import split_around_unknown, split_header
from tickerboard.parser.tables.layouts.fit import fit
from tickerboard.parser.tables.layouts.glued import are_glued, glued_layout
from tickerboard.parser.tables.layouts.lacking import with_lacking
from tickerboard.parser.tables.layouts.layout import Layout, groups, name_of
from tickerboard.parser.tables.layouts.leading import leading_layout
from tickerboard.parser.tables.layouts.spaced_rows import by_lines
from tickerboard.text.numbers import has_digit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.tables.layouts.layout import Cells, Fields

_LOOK_BELOW = 4
_PAIR = 2
"""Columns of a header of a price and a move alone, and rows below it that are well-known, at least."""
_ONCE = FIGURES | NAMES


def close_layout(page: PageText, place: int, further: Sequence[str] = ()) -> Layout | None:
    """Return the layout of a header whose words stand close together: the one that fits a row below it.

    `further` are the lines below that go on with the header: such a one must name quotes in full.
    """
    text = " ".join((page.free[place][1], *further))
    first = place + 1 + len(further)
    ways = split_header(text)
    quoted = _quoted(text)
    layouts = [_by_words(fields) for fields in quoted]
    lines = list(enumerate(page.free[first : first + _LOOK_BELOW], first))
    if _is_glued(text, ways) or (are_glued([line for _, (_, line) in lines]) and page.is_of_market):
        layouts += [layout for fields in quoted if (layout := glued_layout(fields))]
    below = [at for at, (number, line) in lines if _may_be_row(page, number, line)]
    is_fitting = any(fit(page, below, each)[0] for each in layouts)
    if not (further or is_fitting) and (layout := _without_names(page, below, text)):
        return layout
    if layouts:
        fitting = max(layouts, key=lambda each: fit(page, below, each))
        fitting.height += len(further)
        fitting = with_lacking(page, first, fitting)
        return fitting if not further or fit(page, below, fitting)[0] else None
    if further:
        return None
    return _of_others(ways[0]) if ways else _around_unknown(page, below, text) or leading_layout(page, place)


def _around_unknown(page: PageText, below: Sequence[int], text: str) -> Layout | None:
    """Return the layout of a header with unknown words among those of quotes, if it fits a row below."""
    found = [fields_of(words) for words in split_around_unknown(text)]
    layouts = [_by_words(_named(fields)) for fields in found if fields and _is_plain(fields)]
    best = max(layouts, key=lambda each: fit(page, below, each), default=None)
    return with_lacking(page, below[0], best) if best and fit(page, below, best)[0] else None


def _of_others(words: Sequence[str]) -> Layout | None:
    """Return the layout of a header of another kind of table, below which no line is a row."""
    fields = [field_of(word) for word in words]
    is_header = looks_like_header(fields) and (Field.NAME in fields or Field.SYMBOL in fields)
    return Layout(fields, _no_row) if is_header else None


@lru_cache(256)
def _quoted(header: str) -> Sequence[Fields]:
    """Return the fields of quotes that the words of a header can name."""
    named = [_led(fields) for words in split_header(header) if (fields := fields_of(words))]
    quoted = [fields for fields in named if _is_plain(fields)]
    return quoted + [fields[:-1] for fields in quoted if fields[-1] in (Field.OTHER, Field.TEXT)]  # a chart has no text


def _led(fields: Fields) -> Fields:
    """Return the fields with a column of names in front, where none names a row: `Close Prior Change % Change`.

    Without both change and percent the rows may be times of one day.
    """
    is_whole = {Field.LAST, Field.CHANGE, Field.PERCENT} <= {*fields} and fields[0] in FIGURES
    return [Field.NAME, *fields] if is_whole and name_of(fields) is None else fields


def _without_names(page: PageText, below: Sequence[int], text: str) -> Layout | None:
    """Return the layout of a header that names no rows, `Price Change High Low`, if most rows below are well-known.

    Other rows may be times of one day, or goods.
    """
    named = (fields for words in split_header(text, _PAIR) if (fields := fields_of(words)))
    layouts = [_by_words([Field.NAME, *fields]) for fields in named if fields[0] in FIGURES and _is_plain(fields)]
    best = max(layouts, key=lambda each: fit(page, below, each), default=None)
    count, _, known, *_ = fit(page, below, best) if best else (0, 0, 0)
    return best if _PAIR <= known > count / 2 else None


def _may_be_row(page: PageText, number: int, text: str) -> bool:
    """Return whether a line may be a row: it has a digit, or a dash for a figure."""
    return has_digit(text) or any(each.kind != "w" for each in page.tokens(number))


def _is_glued(text: str, ways: Sequence[Sequence[str]]) -> bool:
    """Return whether a header has words without a space between them."""
    return bool(ways) and " ".join(ways[0]) != " ".join(text.split())


def _named(fields: Fields) -> Fields:
    """Return the fields with the first unknown one as the name's, where none is."""
    if Field.NAME in fields or Field.SYMBOL in fields or None not in fields:
        return fields
    at = list(fields).index(None)
    return [*fields[:at], Field.NAME, *fields[at + 1 :]]


def _no_row(_page: PageText, _place: int) -> tuple[int, Cells] | None:
    """Return no cells: what stands below a header of another kind of table is no quote."""
    return None


def _is_plain(fields: Fields) -> bool:
    """Return whether no table of a header has two columns for one figure, or two names."""
    parts = [[each for each in fields[start:end] if each in _ONCE] for start, end in groups(fields)]
    return all(len(set(part)) == len(part) for part in parts)


def _by_words(fields: Fields) -> Layout:
    return Layout(fields, partial(by_lines, fields=fields))
