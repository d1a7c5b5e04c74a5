"""The names of months in ten languages: English ones here, those of other languages from CLDR by Babel."""

from __future__ import annotations

import unicodedata
from functools import cache

_ENGLISH = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_LOCALES = ("de", "de_AT", "fr", "es", "es_PE", "pt", "it", "nl", "pl", "tr", "ru")
_WIDTHS = ("wide", "abbreviated")
_FEWEST_LETTERS = 3


def month_of(word: str) -> int | None:
    """Return the month (1 to 12) that a word names, whole or cut after three letters or more, with or without a point.

    Accents need not be there. None for any other word, and for one that begins two months, such as `jui`. Babel is
    imported for the first word that is no English month.
    """
    name = _plain(word.rstrip("."))
    return _one_of(name, tuple((month, at) for at, month in enumerate(_ENGLISH, 1))) or _one_of(name, _foreign())


def _one_of(name: str, months: tuple[tuple[str, int], ...]) -> int | None:
    if len(name) < _FEWEST_LETTERS:
        return None
    whole = {at for month, at in months if month == name}
    found = whole or {at for month, at in months if month.startswith(name)}
    return found.pop() if len(found) == 1 else None


@cache
def _foreign() -> tuple[tuple[str, int], ...]:
    """Return each name and abbreviation of a month, as within a date and by itself, with the month's number."""
    from babel import Locale

    names = (widths[width] for tag in _LOCALES for widths in Locale.parse(tag).months.values() for width in _WIDTHS)
    return tuple({(_plain(name.rstrip(".")), at) for months in names for at, name in months.items()})


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
