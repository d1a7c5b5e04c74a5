"""Words among the figures of an item: they may say that its percentage is of something else than the day's move."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser.html.items.labels import is_unit
from tickerboard.parser.names.no_names import is_note, is_time
from tickerboard.parser.refusals.times import is_list_time
from tickerboard.parser.strips.sentences.words import PARTS, Part
from tickerboard.parser.tables.fields import QUOTED, Field
from tickerboard.parser.tables.keyed import key_of
from tickerboard.text.numbers import DOWN, UP
from tickerboard.text.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_SAID = QUOTED | {Field.CURRENCY, Field.SECTOR}
_OF_DAY = frozenset((Field.PREVIOUS, Field.DAY))
_WAYS = {Part.RISE: UP, Part.FALL: DOWN}
_ABROAD = {
    **dict.fromkeys(
        word_set("alta alza hausse rialzo steigend anstieg wzrost rust рост yükseliş yükselen 상승 上昇 ارتفاع صعود"),
        UP,
    ),
    **dict.fromkeys(
        word_set("baixa baja baisse ribasso fallend rückgang spadek pokles падение düşüş düşen 하락 下落 انخفاض هبوط"),
        DOWN,
    ),
}
"""Words for a way by a price, as icons are called, that sentences do without."""
_OF_ICONS = word_set("arrow caret chevron triangle icon trend trending indicator direction moved moving is")
"""Words beside a way in the name of an icon: `Arrow up`, `Trending down`."""
CLOCK = re.compile(r"\b[0-2]?[0-9]:[0-5][0-9]\b")
_PARTS = " |·•,:@-"
"""What parts a word from the time behind it: `Last | 5:20 PM EST`."""


def way_of(text: str) -> str | None:
    """Return the arrow of a word for a way, or of an icon's name; None for any other text.

    One in capitals may be a name.
    """
    if text.isupper():
        return None
    words = text.lower().replace("_", " ").split()
    if "arrow" in words:  # the name of a picture that a font draws: `arrow_drop_up`
        words = [word for word in words if word not in ("drop", "keyboard")]
    plain = [word.removesuffix("trend") for word in words if word not in _OF_ICONS] if len(words) < 4 else words
    return _WAYS.get(PARTS.get(plain[0], Part.UNKNOWN), _ABROAD.get(plain[0])) if len(plain) == 1 else None


def is_icon(text: str) -> bool:
    """Return whether a text is the name of an icon for a way, and not a word that may be of goods, as `off` is."""
    return way_of(text) is not None and text.lower() not in PARTS


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
        or is_icon(text)
        or _is_plain_at(text)
    )


def _is_plain_at(text: str) -> bool:
    """Return whether a text is such a word with the clock time of a price behind it."""
    clock = CLOCK.search(text)
    before = text[: clock.start()].rstrip(_PARTS) if clock is not None else ""
    return clock is not None and bool(before) and is_time(text[clock.start() :]) and _is_plain(before)


def name_other_moves(words: Sequence[Sequence[str]]) -> bool:
    """Return whether the words right behind the percentages of a list's items are the same in all of them.

    No list has one way: `off` in all of its items is a price's.
    """
    shared = set(words[0]).intersection(*words[1:]) if len(words) > 1 else set()
    return not all(map(_is_plain, shared))
