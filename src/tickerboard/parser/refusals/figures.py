"""Figures that look like prices and are none: days, `12.03`, and ratings, `4.5`, in a list; rents, `$900.00/month`."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from tickerboard.model import Kind
from tickerboard.parser.audit import decimals
from tickerboard.parser.refusals.blocks import blocks
from tickerboard.text.numbers import has_digit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.model import Quote
    from tickerboard.parser.strips.reading import StripReading

_DAY = re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])\.(?:0[1-9]|1[0-2])")
# A price for a time, as rents, wages and rooms have.
_TIME = (
    r"(?:month|mo|night|week|year|yr|hour|hr|monat|nacht|woche|jahr|stunde|mois|nuit|semaine|an|heure|mes|noche|semana|año"
    r"|mese|notte|settimana|anno|mês|noite|ano|hora|maand|week|jaar|uur)\b"
)
_FOR_TIME = re.compile(
    rf"[0-9][$€£]? ?(?:/ ?|(?:per|pro|par|por|al|alla|a|an) ){_TIME}",
    re.IGNORECASE,
)
_NAMES_TIME = re.compile(rf"[ /](?=[^\W\d]){_TIME}")
_IN_MILLIONS = re.compile(r"[0-9] ?(?:M|B|T|mn|bn|tn|mio|mrd|m[il]+iard|[mbtr]illion)", re.IGNORECASE)
_MILLION = 1_000_000
_HIGHEST_RATING = 10
_MESSAGE = "its figures may be {}, for all of the list look so and none is borne out by a change"

_MESSAGE_AMOUNT = "an amount in millions or more beside a percent is no price"
_MESSAGE_FOR_TIME = "its price is for a time, as that of a rent"


def refute_figures(reading: StripReading) -> None:
    """Turn the quotes of such lists into problems; a change beside the percent, or a currency, makes a price of one."""
    rows = [*reading.found.values()]
    bare = [row for row in rows if row.change is None]
    for row in rows if _may_be_for_time(rows) else bare:
        if why := _why_no_price(row):
            reading.refute(row, why)
    for rows in blocks([*reading.found.values()]) if bare else ():
        if len(rows) > 1 and all(map(_is_bare, rows)) and (what := _look_like(rows)):
            for row in rows:
                reading.refute(row, _MESSAGE.format(what))


def _may_be_for_time(rows: Sequence[Quote]) -> bool:
    """Return whether one of some rows may have a price for a time: a look at all of them, for most are figures alone.

    Such a time has a figure before it, and is in small letters or in capitals.
    """
    names, texts = [row.label or row.symbol for row in rows], [row.text for row in rows]
    behind = "\n".join(map(str.removeprefix, texts, names))
    if behind.upper() == behind.lower() and not has_digit("\n".join(names)):
        return False
    return _NAMES_TIME.search("\n".join(texts).casefold()) is not None


def _why_no_price(row: Quote) -> str:
    """Return why a figure is no price by itself; empty where nothing says so."""
    if _FOR_TIME.search(row.text):
        return _MESSAGE_FOR_TIME
    is_amount = row.change is None and row.last >= _MILLION and _IN_MILLIONS.search(row.text) is not None
    return _MESSAGE_AMOUNT if is_amount else ""


def _is_bare(row: Quote) -> bool:
    return row.change is None and row.kind is Kind.EQUITY and row.currency is None and row.volume is None


def _look_like(rows: Sequence[Quote]) -> str:
    """Return what else all figures of a list may be: days one after the other, or ratings of names; empty for none."""
    lasts = [f"{row.last}" for row in rows]
    are_printed = all(last in row.text for last, row in zip(lasts, rows, strict=True))
    if are_printed and all(map(_DAY.fullmatch, lasts)) and _are_in_order(lasts):
        return "days"
    is_rated = all(row.label and decimals(row.last) == 1 and row.last <= _HIGHEST_RATING for row in rows)
    return "ratings" if is_rated else ""


def _are_in_order(days: Sequence[str]) -> bool:
    """Return whether days go on within two months."""
    parts = [tuple(map(int, reversed(day.split(".")))) for day in days]
    return all(one <= other for one, other in pairwise(parts)) and parts[-1][0] - parts[0][0] <= 1
