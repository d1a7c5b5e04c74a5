"""The units of a column, as its header says them: `Price (EUR)`, `Kaina, EUR`, `Change in points`, `Volume (mn)`."""

from __future__ import annotations

import re

from tickerboard.parser.figures.currencies import is_currency
from tickerboard.text.word_lists import word_set

_UNITS = frozenset(("intraday", "pts", "pts.", "points", "punkten", "delayed", "rs", "rs.", "p", "c", "נקודות"))
"""What a header says of a price or a change, in brackets or behind `in`; `Change (1M)` is another change."""
SCALES = word_set("thousand thousands million millions billion billions mn mln bn mio mio. mrd mrd.")
"""What the figures of a column are counted in: none is a price, nor a volume as it stands."""
_CURRENCIES = word_set("""
    bhd bwp dzd gel ghs iqd jod kgs lbp mad mnt mur mwk nad omr rsd rwf tnd tzs ugx uzs xaf xof zmw zwg zwl dollar
    dollars euro euros rupees yen yuan rand грн руб руб. тг лв ден lei ft kč zł tl kn din din. р kr kr.
""")
"""Currencies that a header says in brackets; beside a figure they may be a symbol, or words."""
_PER = re.compile(r"(?: per |/)[a-z]{1,7}\Z", re.IGNORECASE)
"""What a unit's price is for: `$ per tonne`."""
_CENTS = re.compile(r" (?:cents?|pence)\Z", re.IGNORECASE)
"""What a currency in brackets has behind it: `Price (ZWG cents)`."""


def is_unit(text: str) -> bool:
    """Return whether a text is a unit of a price or a change, be it for an amount: `pts`, `EUR`, `$ per tonne`."""
    unit = _CENTS.sub("", _PER.sub("", text)).casefold().removeprefix("us ").removeprefix("u.s. ")
    return unit in _UNITS or unit in _CURRENCIES or is_currency(unit.upper())
