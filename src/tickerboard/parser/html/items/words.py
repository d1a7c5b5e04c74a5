"""Words among the figures of an item: they may say that its percentage is of something else than the day's move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.html.items.labels import is_unit
from tickerboard.parser.names.no_names import is_note, is_time
from tickerboard.parser.refusals.times import is_list_time
from tickerboard.parser.strips.sentences.words import PARTS
from tickerboard.parser.tables.fields import QUOTED, Field
from tickerboard.parser.tables.keyed import key_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_SAID = QUOTED | {Field.CURRENCY, Field.SECTOR}
_OF_DAY = frozenset((Field.PREVIOUS, Field.DAY))


def says_nothing(text: str) -> bool:
    """Return whether a word before a percentage leaves it the day's, as a note, a unit or a way does."""
    return _is_plain(text) or text.casefold().strip(" ():.") in PARTS


def _is_plain(text: str) -> bool:
    is_day = key_of(text.partition(" ")[2]) in _OF_DAY  # `since yesterday`
    return (
        is_note(text)
        or is_day
        or (is_unit(text) and key_of(text) is None)
        or key_of(text.rstrip(":")) in (_SAID | _OF_DAY)
        or (is_time(text) and key_of(text) is None and not is_list_time(["", text]))
        or not any(map(str.isalpha, text))
    )


def name_other_moves(words: Sequence[Sequence[str]]) -> bool:
    """Return whether the words right behind the percentages of a list's items are the same in all of them.

    No list has one way: `off` in all of its items is a price's.
    """
    shared = set(words[0]).intersection(*words[1:]) if len(words) > 1 else set()
    return not all(map(_is_plain, shared))
