"""The header of a table: which field each of its words names, and whether the fields make a table of quotes."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from functools import cache, lru_cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from tickerboard.parser.phrases.holdings import is_gain_of_holding
from tickerboard.parser.phrases.periods import without_day, without_last_close, without_period, without_session
from tickerboard.parser.tables.fields import CLOSES, MOVES, NUMBERS, OF_ANYTHING, QUOTED, WEAK, WEAK_NAMES, WORDS, Field
from tickerboard.parser.tables.headers.other_moves import (
    with_costs,
    with_longer_times,
    with_other_prices,
    without_move_from_target,
    without_move_of_session,
    without_moves_of_past_price,
)
from tickerboard.parser.tables.headers.units import SCALES, is_unit
from tickerboard.parser.tables.words_abroad import WEAK_ABROAD, WORDS_ABROAD
from tickerboard.text.word_lists import phrases, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKS = re.compile(r"[\s.,:()\[\]*▲▼△▽↑↓⇅↕\u2191\u2193'’\u0307\u0640\u200c\u200d]+")
_ALIKE = str.maketrans({"−": "-", "–": "-", "ı": "i", "ي": "ی", "ى": "ی", "ك": "ک"})
"""Characters that keyboards of two languages write in two ways."""
_PERCENT = re.compile(r"(?:,|\b(?:in|en|em|w|v|u|у|в|σε|på)) ?\(?% ?\)?\Z", re.IGNORECASE)
"""A percent sign behind a word, and what parts the two: `Изм., %`, `Zmiana w %`."""
_PERCENTS = ("pct", "percentage")
_PERCENT_WORDS = re.compile("pct|percentage|prozent|yüzde")
_CURRENCY_SIGN = re.compile(r"\s+[€$£¥₹]\Z")
"""A currency behind a word, without brackets: `Valore €`."""
_OLDER = frozenset(("lastclose", "lastclosing", "lastclosingprice"))
"""The last close: beside a current price it is the previous one."""
_TRADED = frozenset(("ltp", "lasttradedprice"))
"""The last traded price: beside it a trade is no price, but one of those that are counted."""
_MONTHS = word_set("""
    month contractmonth deliverymonth delivery expiry expiration maturity mes mês mese mois monat maand vencimiento
    vencimento scadenza échéance echéance liefermonat fälligkeit posición
""")
"""Words for a future's month, which names a row where nothing else does."""
_WITH_MOVE = frozenset(("shortinterest", "openinterest", "openint"))
"""Figures whose own move stands right behind them."""
_OTHER_MOVES = (
    without_moves_of_past_price,
    without_move_of_session,
    without_move_from_target,
    with_other_prices,
    with_costs,
    with_longer_times,
)
"""What shows which moves of a header are not the day's."""
_SHORTEST_BARE = 4
"""Letters of a word that is the same without its accents, or cut at a dot."""
_LONGEST_SHORT = 12
_FEWEST_CELLS = 2


def key_of(text: str) -> str:
    """Return a header's words in a form that spaces, brackets and sort arrows do not change."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    text = text.casefold()
    if not text.isascii():
        text = text.translate(_ALIKE)
    return _MARKS.sub("", _PERCENT_WORDS.sub("%", text))


_FIELDS = {
    key: field
    for words in (WORDS_ABROAD, WORDS)
    for field, text in words.items()
    for word in phrases(text)
    if (key := key_of(word))
}


_WEAK_ABROAD = frozenset(map(key_of, WEAK_ABROAD))
_WEAK, _OF_ANYTHING = WEAK | _WEAK_ABROAD, OF_ANYTHING | _WEAK_ABROAD


def _bare(key: str) -> str:
    """Return a key without the accents on its letters."""
    return "".join(each for each in unicodedata.normalize("NFD", key) if not unicodedata.combining(each))


_BARE = {
    bare: field
    for key, field in _FIELDS.items()
    if not key.isascii() and len(key) >= _SHORTEST_BARE and (bare := _bare(key)).isascii()
}
"""The words that pages without accents print, such as `ultimo`."""
_PLAIN = _WEAK.union(*map(phrases, (*WORDS.values(), *WORDS_ABROAD.values())))


def plain_field(text: str) -> Field | None:
    """Return the field that a header's word names as it stands; None for any other word."""
    return _FIELDS.get(key_of(text))


def is_header_word(text: str) -> bool:
    """Return whether a text is a header's word just as it is declared: a look that costs next to nothing."""
    return text.casefold() in _PLAIN


def may_be_header(letters: str) -> bool:
    """Return whether small letters may be a header's words without their spaces: a look before `field_of`.

    It does not look for the words of a time, such as `day`.
    """
    return letters in _FIELDS or any(map(letters.__contains__, _PERCENTS))


def headers_among(letters: Sequence[str]) -> set[str]:
    """Return the texts that may be a header's words, as `may_be_header` says of each."""
    whole = "\n".join(letters)
    headers = _FIELDS.keys() & letters
    for part in _PERCENTS:
        if part in whole:
            headers.update([each for each in letters if part in each])
    return headers


@lru_cache(2_048)
def field_of(text: str) -> Field | None:
    """Return what a header cell names; None for an unknown one."""
    text = _without_unit(without_last_close(text))
    key = key_of(text)
    if known := _FIELDS.get(key) or _BARE.get(key):
        return known
    if key in _WEAK:
        return Field.LAST
    if is_of_period(text) or is_gain_of_holding(text):
        return Field.PERIOD
    if (rest := without_session(text)) is not None:
        of_rest = field_of(rest) if key_of(rest) else Field.OTHER
        return Field.PERIOD if of_rest in MOVES else of_rest and Field.OTHER
    if (rest := without_day(text)) is not None:
        move = field_of(rest) if key_of(rest) else Field.DAY
        if move in MOVES:
            return move
    word, _, bracket = text.removesuffix(")").rpartition("(")
    if word and (is_unit(bracket) or bracket.casefold() in SCALES):
        return _in_unit(field_of(word), bracket)
    bare = _CURRENCY_SIGN.sub("", text)
    if bare != text and (field := field_of(bare)) is Field.LAST:
        return field
    word, _, unit = text.rpartition(" in ")
    if word and is_unit(unit) and (field := field_of(word)) in QUOTED:
        return field
    # The percent sign stands on either side of the word: `% Diff.`.
    word = key_of(_PERCENT.sub("", text)).strip("%") if "%" in key else ""
    return Field.PERCENT if _FIELDS.get(word) is Field.CHANGE else None


@cache
def _keys() -> list[str]:
    """Return the keys of all words of headers in their order, sorted when a word is first cut."""
    return sorted(_FIELDS)


def _shortened(text: str) -> Field | None:
    """Return what a cell that is cut at a dot names, `Veränd.`: all words that begin so name it, or the shortest."""
    word = text.removesuffix(" %")
    key = key_of(word)
    if not (word.endswith(".") and _SHORTEST_BARE <= len(key) <= _LONGEST_SHORT):
        return None
    begun = takewhile(lambda each: each.startswith(key), islice(_keys(), bisect_left(_keys(), key), None))
    whole = [each for each in begun if each.isalpha()]
    fields = {_FIELDS[each] for each in whole}
    field = _FIELDS[min(whole, key=len)] if len(fields) == 1 or (fields and fields <= MOVES) else None
    return field if word == text else Field.PERCENT if field is Field.CHANGE else None


def _either(text: str) -> Field | None:
    """Return what both words about a slash name, `Close/Latest`, where they name the same."""
    kinds = {field_of(word) for word in text.split("/")} if "/" in text else {None}
    return kinds.pop() if len(kinds) == 1 else None


def _without_unit(text: str) -> str:
    """Return a header's words without the unit behind a comma: `Kaina, EUR`."""
    word, _, unit = text.rpartition(", ")
    return word if word and is_unit(unit) else text


def _in_unit(field: Field | None, unit: str) -> Field | None:
    """Return what a header's word names with a unit in brackets behind it: in millions no price is, nor a volume."""
    if is_unit(unit):
        return field
    return None if field in QUOTED else field and Field.OTHER


def is_of_period(text: str) -> bool:
    """Return whether a text names a time other than the day, and nothing else but a move: `Week %`, `Year to date`."""
    rest = without_period(text)
    return rest is not None and (not (key := key_of(rest)) or _FIELDS.get(key) in MOVES)


def fields_of(cells: list[str]) -> list[Field | None] | None:
    """Return the fields of a header's cells, side by side tables one after the other; None for no header of quotes.

    A header of quotes names the last price and a change or percent, once a table; the moves beside a price of a year
    ago are not the day's.
    """
    fields = [field_of(cell) or _shortened(cell) or _either(cell) for cell in cells]
    for settle in _OTHER_MOVES:
        fields = settle(cells, fields)
    keys = [key_of(cell) for cell in cells]
    fields = [
        Field.PERIOD if field is Field.PERCENT and above in _WITH_MOVE else field
        for above, field in zip(["", *keys], fields, strict=False)
    ]
    if any(_FIELDS.get(key) is Field.LAST for key in keys):
        names = WEAK_NAMES if Field.NAME not in fields else frozenset()
        fields = [
            Field.NAME if key in names else field if key not in _WEAK or key in _FIELDS else _beside_price(key)
            for key, field in zip(keys, fields, strict=True)
        ]
    if "trade" in keys and _TRADED.intersection(keys):
        fields = [Field.OTHER if key == "trade" else field for key, field in zip(keys, fields, strict=True)]
    lasts = sum(field is Field.LAST for field in fields)
    if lasts > sum(key in _OLDER for key in keys) > 0:
        fields = [Field.PREVIOUS if key in _OLDER else field for key, field in zip(keys, fields, strict=True)]
    if keys[0] in _MONTHS and Field.NAME not in fields and Field.SYMBOL not in fields:
        fields = [Field.NAME, *fields[1:]]
    if Field.NAME not in fields and Field.SYMBOL not in fields:
        fields = [Field.SYMBOL if key in NUMBERS else field for key, field in zip(keys, fields, strict=True)]
    fields = _with_foreign(keys, _without_worth(keys, _with_change(keys, _with_day(fields))))
    return fields if is_header(fields) else None


def _with_change(keys: Sequence[str], fields: list[Field | None]) -> list[Field | None]:
    """Return fields of which one of two percents, whose word has no percent sign, is the change: `Değişim | %`."""
    percents = [at for at, field in enumerate(fields) if field is Field.PERCENT]
    bare = [at for at in percents if "%" not in keys[at]]
    if Field.CHANGE in fields or len(percents) != 2 or len(bare) != 1:
        return fields
    return [Field.CHANGE if at in bare else field for at, field in enumerate(fields)]


def _without_worth(keys: Sequence[str], fields: list[Field | None]) -> list[Field | None]:
    """Return fields in which a weak word beside a price that was paid, `Value`, is of what a holding is worth."""
    if Field.COST not in fields:
        return fields
    return [Field.OTHER if key in _OF_ANYTHING else field for key, field in zip(keys, fields, strict=True)]


def _with_foreign(keys: Sequence[str], fields: list[Field | None]) -> list[Field | None]:
    """Return fields of which an unknown word for the names is foreign where the word for the price is weak, too.

    So `Bank`, `Rate`, `Change` stands above anything, and above quotes only where one is well-known.
    """
    is_named = bool({Field.NAME, Field.SYMBOL, Field.CURRENCY}.intersection(fields))
    is_weak = fields.count(Field.LAST) == 1 and keys[fields.index(Field.LAST)].rstrip("€$£¥₹") in _OF_ANYTHING
    return [Field.FOREIGN, *fields[1:]] if is_weak and keys[0] and fields[0] is None and not is_named else fields


def _beside_price(key: str) -> Field:
    """Return what a weak word names beside a clear one for the last price."""
    return Field.CLOSE if key in CLOSES else Field.OTHER


def _with_day(fields: list[Field | None]) -> list[Field | None]:
    """Return fields with a move of the day as what the other columns lack: `Day` beside `%` is the change."""
    if Field.DAY not in fields or MOVES.isdisjoint({*fields} - {Field.DAY}):
        return fields
    missing = {Field.CHANGE, Field.PERCENT}.difference(fields)
    kind = missing.pop() if missing else Field.PERIOD
    return [kind if field is Field.DAY else field for field in fields]


def is_header(fields: Sequence[Field | None]) -> bool:
    """Return whether fields make a table of quotes: a last price and a move, be it of another time than the day."""
    return Field.LAST in fields and not (MOVES | {Field.PERIOD}).isdisjoint(fields)


def lacks_price(fields: Sequence[Field | None]) -> bool:
    """Return whether fields, all of them known, have a move and no last price: `Symbol`, `Volume`, `Change`.

    Moves alone, as in `Day change %`, are those of one column.
    """
    is_known = len(fields) > _FEWEST_CELLS and None not in fields and not MOVES.issuperset(fields)
    return is_known and Field.LAST not in fields and not (MOVES | {Field.PERIOD}).isdisjoint(fields)


def looks_like_header(fields: list[Field | None]) -> bool:
    """Return whether fields make a table of any kind: most of three or more cells are known header words."""
    known = sum(field is not None for field in fields)
    return len(fields) >= 3 and known >= 3 and known * 3 >= len(fields) * 2
