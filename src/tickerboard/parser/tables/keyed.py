"""Figures that a page names one by one beside a quote: `Open` 178.44, `Day's Range` 178.04 - 181.12, `Prev. close`.

The name stands above its figure on most pages, and below it on some: the first and the last of a list show which.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from tickerboard.parser.audit import adds_up, decimals, own_half_unit
from tickerboard.parser.figures.tokens import tokens
from tickerboard.parser.tables.fields import FURTHER, Field
from tickerboard.parser.tables.headers.header import field_of
from tickerboard.text.numbers import DOWN, UP, has_digit
from tickerboard.text.word_lists import phrase_set

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tickerboard.parser.figures.style import Style

_PRICES = frozenset(FURTHER) - {Field.VOLUME}
_FAR = 4
"""How many times the last price another one of the day may be."""
_LONGEST = 40
_RANGE_KEYS = phrase_set("day range|day's range|days range|today's range|tagesspanne|range|daily range")
_RANGE = re.compile(r"(\S{1,20}) ?[-\u2013\u2014] ?(\S{1,20})")
_INLINE = re.compile(r"([^\W\d][^\d:]{1,24}?):?\s+(\S.{0,20})")
_NO_KEY = re.compile(r"[0-9]|\A%\Z")


def key_of(text: str) -> Field | None:
    """Return what a text names, as the header of a column does; None for a figure and for any other text."""
    if len(text) > _LONGEST or _NO_KEY.search(text):
        return None
    return field_of(text)


def is_inline(text: str) -> bool:
    """Return whether a text is a figure with its name before it: `Vol: 52.1M`."""
    inline = _INLINE.fullmatch(text)
    return inline is not None and key_of(inline[1]) is not None


def read_keyed(texts: Iterable[str], style: Style) -> dict[Field, Decimal]:
    """Return the further figures of a quote that texts name, each by its first name; one in doubt is left out."""
    found: dict[Field, Decimal] = {}
    key = ""
    for text in _keys_first(list(texts)):
        if _is_key(text):
            key = text
            continue
        inline = _INLINE.fullmatch(text)
        if inline and key_of(inline[1]):
            _take(inline[1], inline[2], style, found)
        elif key:
            _take(key, text, style, found)
        key = ""
    return found


def _keys_first(texts: list[str]) -> list[str]:
    """Return texts with each name before its figure: turned round where the names stand below; none where both do."""
    kinds = ["other", *map(_kind, texts), "other"]
    around = {(above, below) for above, kind, below in zip(kinds, kinds[1:], kinds[2:], strict=False) if kind == "key"}
    is_above = any(above != "figure" and below == "figure" for above, below in around)
    is_below = any(above == "figure" and below != "figure" for above, below in around)
    if is_below:
        return [] if is_above else texts[::-1]
    return texts


def _kind(text: str) -> str:
    """Return whether a text is a key, a figure or a dash for one, or something other."""
    if _is_key(text):
        return "key"
    is_figure = len(text) <= _LONGEST and (has_digit(text) or [each.kind for each in tokens(text)] == ["d"])
    return "figure" if is_figure else "other"


def _is_key(text: str) -> bool:
    return key_of(text) is not None or text.lower() in _RANGE_KEYS


def _take(key: str, text: str, style: Style, found: dict[Field, Decimal]) -> None:
    """Add the figure behind a key, or the two of a range."""
    if key.lower() in _RANGE_KEYS:
        ends = _RANGE.fullmatch(text)
        low, high = (_figure(end, style) for end in ends.groups()) if ends else (None, None)
        if low is not None and high is not None and low <= high:
            found.setdefault(Field.LOW, low)
            found.setdefault(Field.HIGH, high)
        return
    field, value = key_of(key), _figure(text, style)
    if field in FURTHER and value is not None and not (field is Field.VOLUME and is_part(value)):
        found.setdefault(field, value)


def _figure(text: str, style: Style) -> Decimal | None:
    """Return the value of a text that is one figure without a sign, perhaps with a currency; None for any other."""
    figures = [each for each in tokens(text) if each.kind != "c"]
    alone = len(figures) == 1 and figures[0].kind == "n" and not figures[0].marks
    return figures[0].amount(style) if alone else None


def is_part(volume: Decimal) -> bool:
    """Return whether a figure has decimals, as no number of shares has: it is of something else than the volume."""
    return volume % 1 != 0


def arrow_from(previous: Decimal, last: Decimal, change: Decimal | None, percent: Decimal | None) -> str:
    """Return the arrow of the way from a previous close to a price; empty where the move is another than that.

    `change` and `percent` are unsigned.
    """
    if not fitting({Field.PREVIOUS: previous}, last, change, percent):
        return ""
    return DOWN if last < previous else UP


def fitting(
    further: dict[Field, Decimal], last: Decimal, change: Decimal | None, percent: Decimal | None
) -> dict[Field, Decimal]:
    """Return the further figures without those of another day, or of another quote, that the page may name, too.

    `change` and `percent` are unsigned.
    """
    low, high = further.get(Field.LOW, last), further.get(Field.HIGH, last)
    misfits = {
        field for field, value in further.items() if field in _PRICES and not last <= value * _FAR <= last * _FAR**2
    }
    has_range = {Field.LOW, Field.HIGH} <= further.keys()
    if not low <= last <= high or (has_range and not low <= further.get(Field.OPEN, low) <= high):
        misfits |= {Field.LOW, Field.HIGH, Field.OPEN}
    previous = further.get(Field.PREVIOUS)
    if previous is not None and not _is_previous(previous, last, change, percent):
        misfits.add(Field.PREVIOUS)
    return {field: value for field, value in further.items() if field not in misfits}


def _is_previous(previous: Decimal, last: Decimal, change: Decimal | None, percent: Decimal | None) -> bool:
    """Return whether a price moved from a previous close by an unsigned change, or else by an unsigned percent."""
    move = last - previous
    if change is not None:
        return abs(abs(move) - change) <= Decimal(1).scaleb(-min(decimals(last), decimals(change)))
    return percent is not None and adds_up(last, move, percent.copy_sign(move), own_half_unit(percent))
