"""The words of a header's line: the ways to split it into cells where no mark parts them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from tickerboard.parser.phrases.periods import without_last_close, without_period
from tickerboard.parser.tables.fields import MOVES, Field
from tickerboard.parser.tables.headers.header import field_of, fields_of, key_of, plain_field

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"\S*\([^()]*\)\S*|\S+")
"""A word of a header; what stands in brackets is one."""
_MOST_WORDS = 5
_MOST_UNKNOWN = 3
"""Words of a column that is not known."""
_FEWEST_CELLS = 2
_MOST_CELLS = 30
_MOST_WAYS = 16
_LONGEST_GLUED = 80
_LONGEST_WORD = 20


def header_words(line: str) -> list[str]:
    """Return the words of a header, each bracket a word, without the close from which its moves are."""
    return _WORD.findall(without_last_close(line))


@lru_cache(256)
def split_header(line: str, fewest: int = 3) -> list[list[str]]:
    """Return the ways to split a header line into as many known words at least, without wide gaps; lists are shared.

    `Price Change %Chg` is a price and a change, or a price change; `NameKurs+/-in %` has no spaces at all.
    """
    words = header_words(line)
    if len(words) > _MOST_CELLS:
        return []
    ways = [way for way in _ways(words, " ", _MOST_WORDS) if len(way) >= fewest]
    if not ways and len(key := key_of(line)) <= _LONGEST_GLUED:
        starts = _starts(line)
        ways = [way for way in _ways(list(key), "", _LONGEST_WORD) if len(way) > 2]
        ways = [way for way in ways if starts.issuperset(accumulate(map(len, way[:-1])))]
    return ways


def known_cells(cell: str) -> list[str]:
    """Return a header's cell, or its cells where it is of a move and other known words, `Change % Chart`."""
    ways = [] if field_of(cell) else split_header(cell, _FEWEST_CELLS)
    return ways[0] if ways and not MOVES.isdisjoint(map(field_of, ways[0])) else [cell]


def _starts(line: str) -> frozenset[int]:
    """Return the places in the key of a header at which a word may begin: no small letter behind another one."""
    sizes = [*accumulate([len(key_of(each)) for each in line], initial=0)]
    return frozenset(
        size
        for size, before, each in zip(sizes, f" {line}", line, strict=False)
        if not (before.islower() and each.islower())
    )


def is_header_of_quotes(line: str) -> bool:
    """Return whether all of a line is the words of a header of quotes."""
    return any(map(fields_of, split_header(line, _FEWEST_CELLS)))


@lru_cache(256)
def split_around_unknown(line: str) -> list[list[str]]:
    """Return the ways to split a header line most of whose words are known, the unknown ones into any columns; shared.

    `Symbol Qty Avg buy Last Chg Chg %`: what is unknown may be one column or two; a row below it shows which.
    """
    words = header_words(line)
    ways = _ways(words, " ", _MOST_WORDS, unknown=_MOST_UNKNOWN) if 3 < len(words) <= _MOST_CELLS else []
    return [way for way in ways if sum(field_of(cell) is not None for cell in way) * 3 >= len(way) * 2]


def _ways(pieces: Sequence[str], between: str, most: int, unknown: int = 0) -> list[list[str]]:
    """Return ways to join pieces into header words, those with the longest words first.

    All of them are known ones, or cells of up to `unknown` pieces may stand where no known one begins.
    """
    found: list[list[list[str]]] = [[] for _ in range(len(pieces) + 1)]
    found[-1] = [[]]
    for at in range(len(pieces) - 1, -1, -1):
        counts = [count for count in range(min(most, len(pieces) - at), 0, -1) if found[at + count]]
        known = [count for count in counts if field_of(between.join(pieces[at : at + count]))]
        known = [count for count in known if count == 1 or not _are_times(pieces[at : at + count])]
        for count in known or [count for count in counts if count <= unknown]:
            text = between.join(pieces[at : at + count])
            found[at] += [[text, *rest] for rest in found[at + count] if not (rest and _is_torn(text, rest[0]))]
        del found[at][_MOST_WAYS:]
    return found[0]


def _are_times(pieces: Sequence[str]) -> bool:
    """Return whether each of some words names a time by itself, as `24h` and `7d` do: they are columns of their own."""
    return all(piece[0].isdecimal() and field_of(piece) in (Field.DAY, Field.PERIOD) for piece in pieces)


def _is_torn(text: str, behind: str) -> bool:
    """Return whether a percent sign is torn from its own word: `Week`, `24h`, `Upside`, but not `Week's change`."""
    if key_of(behind) != "%" or plain_field(without_period(text) or "") is Field.CHANGE:
        return False
    field = field_of(text)
    is_day = field is Field.DAY and text[:1].isdecimal()
    return is_day or field in (None, Field.PERIOD) or field_of(f"{text} %") in (Field.PERIOD, Field.OTHER)
