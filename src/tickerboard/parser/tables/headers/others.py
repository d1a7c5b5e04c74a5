"""Headers of tables whose figures are of something else than a quote's day, in text and in markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser.figures.tokens import tokens
from tickerboard.parser.names.no_names import is_time
from tickerboard.parser.phrases.other_figures import is_other_figure, is_other_price
from tickerboard.parser.tables.fields import MOVES, NAMES, QUOTED, Field
from tickerboard.parser.tables.headers.header import field_of, fields_of, lacks_price
from tickerboard.parser.tables.headers.headings import may_be_heading
from tickerboard.parser.tables.headers.other_moves import with_longer_times
from tickerboard.parser.tables.headers.spaced import FEWEST, spaced_cells
from tickerboard.parser.tables.headers.splits import (
    is_header_of_quotes,
    known_cells,
    split_around_unknown,
    split_header,
)
from tickerboard.parser.tables.layouts.pairs import pair_of_names
from tickerboard.text.days import TODAY
from tickerboard.text.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

BETWEEN_CELLS = re.compile(r" *\| *|\t| {2,}")
"""What parts the cells of a header of text."""
_PRICES = frozenset((Field.PREVIOUS, Field.OPEN, Field.HIGH, Field.LOW))
_LONGEST = 120
_WAYS = word_set("""
    gain gains loss losses rise rises fall falls up down increase decrease drop move moves swing trend direction anstieg
    rückgang hausse baisse subida bajada alta baixa rialzo ribasso
""")
"""Words for the day's move that no other header needs."""
_MOVE = re.compile(
    r"\b(?:ch(?:an)?ge?s?|chng|var\w*|diff\w*|perf\w*|ver[äa]nd\w*|[äa]nd\w*|moves?|cambio|écart|gain)\b"
)
_FROM = re.compile(
    r"\b(?:from|to|vs|versus|against|since|above|below|of|over|relative|implied|expected|zum|seit|depuis|desde|dal"
    r"|in (?:the )?(?:holdings?|stakes?|positions?|weights?|ranks?|ownership|earnings|eps|ratings?|targets?))\b"
)
_OF_DAY = re.compile(r"\b(?:day|today|close|closing|session|yesterday|vortag|veille|anterior|precedente)\b")
_YIELD = re.compile(r"\b(?:yields?|rendite|rendement|rendimento|rentabilidad)\b")
"""The price of bonds, whose table may name them by any word."""
_SHORTEST = 4
"""Letters of an unknown word in small letters that may be a header's."""
_FIGURE = re.compile(r"[0-9][.,][0-9]|[0-9] ?%")
_LETTERS = re.compile(r"[^\W\d_]")
_LISTING = re.compile(r", .+ (?:&|and|und|et|y|e) ")
"""What names several things, as a site's title does: `Stock Analysis, IPO, Bonds & More`."""
_PRICED = word_set("""
    stock stocks share shares index indices fund funds coin crypto cryptocurrency commodity asset etf equity equities
    market markets contract pair
""")
"""Words for what has a price: two of them may be a heading."""


def other_fields(names: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Field | None] | None:
    """Return the fields of a header, of which some rows are below, whose rows are no quotes; None for any other.

    Its moves are of something else, it names no price, or its only percentages, such as those below `Premium`, are of
    something unknown: these count as those of a longer time.
    """
    if _is_of_others(names):
        return [Field.NAME, *[Field.OTHER] * (len(names) - 1)]
    fields = with_longer_times(names, _of_names(_named([field_of(name) for name in names])))
    if Field.PERIOD in fields and MOVES.union((Field.LAST,)).isdisjoint(fields) and not NAMES.isdisjoint(fields):
        return fields
    if not MOVES.isdisjoint(fields):
        is_of_else = Field.FOREIGN in fields or lacks_price(fields)
        return fields if is_of_else or _has_unknown_price(names) else None
    if Field.LAST not in fields or NAMES.isdisjoint(fields):
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
        return lacks_price(_of_names([*map(field_of, cells)])) or _is_of_others(cells) or _has_unknown_price(cells)
    ways = split_header(line)
    is_known = bool(ways) and all(lacks_price([*map(field_of, way)]) and not _is_title(way) for way in ways)
    return is_known or (heads_other_price(line) and not _leaves_rates(line))


def _is_title(cells: Sequence[str]) -> bool:
    """Return whether words for names and the day are a heading, `Stock market news today`, and no cells of a header."""
    *names, day = cells
    return day.casefold() in TODAY and all(field_of(name) in NAMES | {Field.TEXT} for name in names)


def _of_names(fields: list[Field | None]) -> list[Field | None]:
    """Return fields with an unknown first one as that of the names, where all others are known: `Other | Prev | %`."""
    is_first = fields[:1] == [None] and None not in fields[1:] and NAMES.isdisjoint(fields)
    is_first = is_first and not _PRICES.isdisjoint(fields)
    return [Field.NAME, *fields[1:]] if is_first else fields


def heads_other_price(line: str) -> bool:
    """Return whether a line of single spaces is a header of moves from another price: `Fund Issue price Change`."""
    if len(line) > _LONGEST or BETWEEN_CELLS.search(line) or _LISTING.search(line):
        return False
    cells = spaced_cells(line)
    return _is_of_others(cells) and all(map(_may_be_cell, cells)) and not _may_part_price(cells, line)


def _may_part_price(cells: Sequence[str], line: str) -> bool:
    """Return whether a cell of a header, `Price Change`, may be a price and a change, with which it is of quotes."""
    are_two_words = any(" " in cell and field_of(cell) in MOVES for cell in cells)
    return are_two_words and is_header_of_quotes(line)


def _may_be_cell(text: str) -> bool:
    """Return whether words of a line may be a header's cell: known ones, or with a capital, as in no sentence."""
    return not text[:1].islower() or field_of(text) is not None or _is_other(text)


def _is_phrase(cells: Sequence[str]) -> bool:
    """Return whether an unknown short word in small letters stands among words, as in `Valeurs à suivre`."""
    return any(len(cell) < _SHORTEST and cell.islower() and field_of(cell) is None for cell in cells)


def heads_unknown_move(line: str) -> bool:
    """Return whether a line is a header of names, a price and other figures without a move: `Name Price Premium`.

    A change and a percent below it prove each other; one of them may be what an unknown word, or `Premium`, says.
    """
    if len(line) > _LONGEST:
        return False
    cells = BETWEEN_CELLS.split(line)
    if len(cells) > 1:
        return _lacks_move([part for cell in cells for part in known_cells(cell)])
    cells = spaced_cells(line)
    if _may_part_price(cells, line):
        return False
    if not cells or (_is_for_names(cells[0]) or not may_be_heading(line)):
        return bool(cells) and not _is_phrase(cells) and _lacks_move(cells)
    return _has_other_figure(cells)


def lines_head_no_price(lines: Sequence[str]) -> bool:
    """Return whether lines are the cells of a header that names no last price, with a word for nothing but names."""
    cells = _below_names(lines) or lines[-FEWEST:]
    fields = [*map(field_of, cells)]
    if not cells or not (_is_for_names(cells[0]) or (len(cells) >= FEWEST and fields[-1] in MOVES)):
        return False
    is_headed = fields[0] in NAMES and len(cells) >= FEWEST and fields[-1] in MOVES
    return _is_of_others(cells) or (is_headed and Field.LAST not in fields)


def heads_longer_time(cells: Sequence[str]) -> bool:
    """Return whether cells are those of a header of names whose only moves are of a longer time: `Price | 7d`."""
    named = _below_names(cells)
    fields = with_longer_times(named, [*map(field_of, named)])
    return len(named) > 2 and Field.PERIOD in fields and MOVES.isdisjoint(fields)


def heads_price_and_longer_time(line: str) -> bool:
    """Return whether a line of single spaces is a header of a price whose only moves are of a longer time."""
    if len(line) > _LONGEST or BETWEEN_CELLS.search(line):
        return False
    ways = [with_longer_times(way, [*map(field_of, way)]) for way in split_header(line)]
    return bool(ways) and all(Field.PERIOD in way and MOVES.isdisjoint(way) for way in ways)


def begins_header(line: str) -> bool:
    """Return whether the first word of a line is a header's for nothing but names."""
    return _is_for_names(line.split(maxsplit=1)[0])


def lines_head_unknown_move(lines: Sequence[str]) -> bool:
    """Return whether lines are the cells of a header of names, a price and then other figures without a move."""
    cells = _below_names(lines)
    return len(cells) > 2 and field_of(cells[1]) is Field.LAST and _lacks_move(cells)


def _below_names(lines: Sequence[str]) -> Sequence[str]:
    """Return the last lines from the one that stands above names."""
    fields = [*map(field_of, lines)]
    at = next((at for at in range(len(lines) - 1, -1, -1) if _named(fields[at : at + 2])[0] in NAMES), len(lines))
    return lines[at:]


def _named(fields: list[Field | None]) -> list[Field | None]:
    """Return the fields of a header with its first cell as that of the names, where no other is: `Bond | Price`."""
    is_first = fields[1:2] == [Field.LAST] and fields[0] in (None, Field.TEXT, Field.LAST)
    return [Field.NAME, *fields[1:]] if is_first and NAMES.isdisjoint(fields) else fields


def _lacks_move(cells: Sequence[str]) -> bool:
    """Return whether cells of a header name securities, and no price or no move, but something unknown."""
    fields = _named([field_of(cell) for cell in cells])
    if NAMES.isdisjoint(fields) or "" in cells or any(map(pair_of_names, cells)):
        return False
    others = [each for each, field in zip(cells, fields, strict=True) if field not in QUOTED and field not in NAMES]
    if Field.LAST not in fields:
        return len(cells) > 2 and bool(others) and all(map(_has_word, others))
    return MOVES.isdisjoint(fields) and any(_is_unknown(field_of(each), each) for each in others)


def _has_other_figure(cells: Sequence[str]) -> bool:
    """Return whether cells of a header name securities, their price, no move and a figure that is known as another."""
    fields = [field_of(cell) for cell in cells]
    return Field.LAST in fields and MOVES.isdisjoint(fields) and any(map(is_other_figure, cells[1:]))


def _leaves_rates(line: str) -> bool:
    """Return whether a line is a header of a last price and no move of the day, which its table was read by."""
    ways = map(fields_of, [*split_header(line), *split_around_unknown(line)])
    return any(fields and MOVES.isdisjoint(fields) for fields in ways)


def _is_of_others(cells: Sequence[str]) -> bool:
    """Return whether cells of a header name securities, another figure or an older price, and no last one."""
    fields = [*map(field_of, cells)]
    is_unnamed = len(cells) >= FEWEST and fields[0] in (None, Field.TEXT) and not MOVES.isdisjoint(fields)
    if len(cells) < 2 or (NAMES.isdisjoint(fields[:2]) and not is_unnamed):
        return False
    others = [_is_other(cell) and not (is_unnamed and _YIELD.search(cell.casefold())) for cell in cells]
    return any(others) and not any(
        field_of(cell) is Field.LAST and not other for cell, other in zip(cells, others, strict=True)
    )


def _has_unknown_price(cells: Sequence[str]) -> bool:
    """Return whether a header has a move and no last price, but an unknown word right behind the names' cell."""
    fields = [*map(field_of, cells)]
    if len(cells) < FEWEST or Field.LAST in fields or MOVES.isdisjoint(fields) or fields[0] in MOVES:
        return False
    if any(pair_of_names(cell) or _FIGURE.search(cell) for cell in cells):  # `Last Change` is above two figures
        return False
    others = [cell for cell, field in zip(cells[1:], fields[1:], strict=True) if field not in NAMES]
    return any(map(_has_word, cells[:1])) and _has_word(others[0]) and field_of(others[0]) is None


def _is_other(cell: str) -> bool:
    return is_other_price(cell) or (is_other_figure(cell) and field_of(cell) not in QUOTED | NAMES)


def _is_for_names(cell: str) -> bool:
    """Return whether a header's word is for nothing but names; `Stock price alerts` may be a heading."""
    return field_of(cell) in NAMES and cell.casefold() not in _PRICED


def _is_unknown(field: Field | None, name: str) -> bool:
    """Return whether a header's word is of something else than a quote's figures, such as `Premium` or `Yield`."""
    if is_other_figure(name) or field is Field.OTHER:
        return True
    return field is None and _has_word(name) and not _names_move(name.casefold())


def _names_move(text: str) -> bool:
    """Return whether an unknown header's words have one for a move, and none for another price it is from."""
    if text in _WAYS:
        return True
    return _MOVE.search(text) is not None and (_FROM.search(text) is None or _OF_DAY.search(text) is not None)


def _has_word(name: str) -> bool:
    """Return whether a header's cell has a word, and is no day."""
    return _LETTERS.search(name) is not None and not is_time(name)


def _is_percent(text: str) -> bool:
    return [each.kind for each in tokens(text)] == ["p"]
