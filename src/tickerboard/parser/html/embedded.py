"""The quotes that a page holds for its programs and does not show: JSON in its scripts, and `data-` attributes.

They are read only where a reader sees no quote on the page, for what it shows is what it says. Objects count by their
keys: a symbol or a name, a price, and a move. A lone one counts where its symbol is in the page's title and its figures
add up. Nothing is run; a script counts where it is JSON, or a name and JSON.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from tickerboard.parser.audit import adds_up, decimals
from tickerboard.parser.html.program_keys import field_of_key
from tickerboard.parser.html.tree import squeeze, text_of
from tickerboard.parser.names.labels import Name, is_label, is_symbol, read_name
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.strips.rows import Row, resolve_signs
from tickerboard.parser.tables.fields import Field

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from selectolax.lexbor import LexborNode

_LONGEST_SCRIPT, _MOST_SCRIPTS = 2_000_000, 40
_MOST_NODES = 100_000
"""Values of JSON that are looked at."""
_MOST_ROWS = 2_000
_FEWEST = 2
_ASSIGNED = re.compile(r"\s*(?:var |let |const )?[A-Za-z_$][\w.$]{0,60}\s*=\s*(?=[\[{])")
# Groups of three digits show their commas only beside decimals, or where there are several.
_NUMBER = re.compile(
    r"[$€£]?[+-]?(?:[0-9]{1,15}(?:\.[0-9]{1,18})?|[0-9]{1,3}(?:,[0-9]{3}){1,4}\.[0-9]{1,18}|[0-9]{1,3}(?:,[0-9]{3}){2,4})%?"
)
_MOST_DIGITS = 12
"""Decimals of a plain number: more of them are the noise of a binary fraction."""
_NOISE_FREE = 8
_MOST_KEYS, _LONGEST_NAME = 200, 64
_TRIPLE = (Field.LAST, Field.CHANGE, Field.PERCENT)
FRACTION = Decimal("0.3")
"""Where no percentage of a list is larger, they may be fractions: 0.0155 for 1.55%."""
_INNER = frozenset(("raw", "value", "quote", "quotes", "usd", "eur", "price", "primarydata", "pricedata"))
_MARKED = "[data-symbol], [data-ticker]"
Object = dict[Field, Any]
Container = dict[str, Any] | list[Any]


def read_embedded(root: LexborNode) -> StripReading:
    """Read the quotes of the page's JSON, or else of its attributes; a quote's line is its number, from 1."""
    reading = StripReading()
    containers = list(_containers(root))
    for rows in chain(_lists(containers), [list(_marked(root))]):
        _add(rows, reading)
    if not (reading.found or reading.problems):
        title = text_of(root.css_first("title"))
        alone = (_object(value) for value in containers if isinstance(value, dict))
        resolve_signs([_row(each, 1) for each in alone if _is_subject(each, title)][:1], reading)
    return reading


def _is_subject(each: Object, title: str) -> bool:
    """Return whether an object is the quote that a page is about: its figures add up, its symbol is in the title."""
    if not each.keys() >= {Field.SYMBOL, *_TRIPLE} or not re.search(
        rf"(?<!\w){re.escape(each[Field.SYMBOL])}(?!\w)", title
    ):
        return False
    return decimals(each[Field.PERCENT]) > 0 and adds_up(*(each[key] for key in _TRIPLE))


def _add(rows: Sequence[Object], reading: StripReading) -> None:
    """Add the objects of a list that are whole quotes, where at least two are and their percentages are clear."""
    found = [each for each in rows[:_MOST_ROWS] if _is_whole(each)]
    if len(found) < _FEWEST:
        return
    if _may_be_percents(found):
        text = " ".join(str(value) for value in found[0].values())
        reading.report(0, "style", "changes of the page's JSON that may be percentages", text)
        return
    if _may_be_fractions(found):
        text = " ".join(str(value) for value in found[0].values())
        reading.report(0, "style", "percentages of the page's JSON that may be fractions", text)
        return
    first = len(reading.left) + 1
    resolve_signs([_row(each, number) for number, each in enumerate(found, first)], reading)


def _is_whole(each: Object) -> bool:
    """Return whether an object is a quote: one without a symbol needs all of last, change and percent."""
    has_move = Field.CHANGE in each or Field.PERCENT in each
    has_all = Field.NAME in each and each.keys() >= set(_TRIPLE)
    return Field.LAST in each and has_move and (Field.SYMBOL in each or has_all)


def _may_be_percents(found: Sequence[Object]) -> bool:
    """Return whether the changes of a list may be percentages: it has none, and no previous close shows what they are.

    Keys such as `change` stand for either.
    """
    if any(Field.PERCENT in each for each in found):
        return False
    moved = [each for each in found if each[Field.CHANGE]]
    return not all(each[Field.LAST] - each.get(Field.PREVIOUS, 0) == each[Field.CHANGE] for each in moved)


def _may_be_fractions(found: Sequence[Object]) -> bool:
    percents = [each[Field.PERCENT] for each in found if Field.PERCENT in each]
    if not percents or max(map(abs, percents)) >= FRACTION:
        return False
    whole = [each for each in found if {Field.CHANGE, Field.PERCENT} <= each.keys()]
    return not whole or not all(adds_up(*(each[key] for key in _TRIPLE)) for each in whole)


def _row(each: Object, number: int) -> Row:
    last, change, percent = (each.get(key) for key in _TRIPLE)
    size, share = (None if move is None else abs(move) for move in (change, percent))
    marks = "".join("-" if move < 0 else "+" for move in (change, percent) if move)
    text = " ".join(str(value) for value in each.values())
    return Row([number], _name(each), last or Decimal(0), size, share, marks, text).with_further(each)


def _name(each: Object) -> Name:
    symbol, name = each.get(Field.SYMBOL), each.get(Field.NAME)
    plain = read_name(symbol or name or "")
    return Name(plain.symbol, name if symbol and name != symbol else None, plain.label)


def _lists(containers: Sequence[Container]) -> Iterator[list[Object]]:
    """Yield the lists of objects in some JSON, each object by what its keys hold."""
    for value in containers:
        objects = [each for each in (value.values() if isinstance(value, dict) else value) if isinstance(each, dict)]
        if len(objects) >= _FEWEST:
            yield [_object(each) for each in objects[:_MOST_ROWS]]


def _containers(root: LexborNode) -> Iterator[Container]:
    """Yield the objects and lists of the page's JSON."""
    left = _MOST_NODES
    for script in root.css("script:not([src])")[:_MOST_SCRIPTS]:
        waiting = [_json(script.text() or "")]
        while waiting and left:
            value = waiting.pop()
            if not isinstance(value, dict | list):
                continue
            yield value
            inner = list(value.values()) if isinstance(value, dict) else value
            left -= min(left, len(inner))
            waiting += [each for each in reversed(inner) if isinstance(each, dict | list)]


def _json(text: str) -> object:
    """Return the value of a script that is JSON, or JSON behind a name; None for any other script."""
    text = text.strip().rstrip(";")
    if len(text) > _LONGEST_SCRIPT or not text:
        return None
    assigned = _ASSIGNED.match(text)
    if not assigned and text[0] not in "{[":
        return None
    try:
        return json.loads(
            text[assigned.end() if assigned else 0 :], parse_float=Decimal, parse_int=Decimal, strict=False
        )
    except (ValueError, ArithmeticError, RecursionError):
        return None


def _object(each: dict[str, object]) -> Object:
    """Return what the keys of an object hold; a figure may be in an object of its own, as `{"raw": 180.57}`."""
    found: Object = {}
    for key, value in islice(each.items(), _MOST_KEYS):
        if isinstance(value, list) and value and key.lower() in _INNER:
            value = value[0]
        if isinstance(value, dict) and key.lower() in _INNER:
            found |= {field: inner for field, inner in _object(value).items() if field not in found}
        elif isinstance(value, dict):
            _put(key, value.get("raw", value.get("value")), found)
        else:
            _put(key, value, found)
    return found


def _put(key: str, value: object, found: Object) -> None:
    """Add a value under what its key holds: words for names, plain numbers for figures."""
    field = field_of_key(key)
    if field is None or field in found:
        return
    if field in (Field.SYMBOL, Field.NAME):
        text = squeeze(value) if isinstance(value, str) and len(value) <= _LONGEST_NAME else ""
        if is_symbol(text) or (field is Field.NAME and is_label(text)):
            found[field] = text
    elif (number := plain_number(value)) is not None:
        found[field] = number


def plain_number(value: object) -> Decimal | None:
    """Return a plain number, of JSON or in a text; None for any other value, and for the noise of a binary fraction."""
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        value = Decimal(value.strip("$€£%").replace(",", ""))
    if not isinstance(value, Decimal) or not value.is_finite() or value.adjusted() > _MOST_DIGITS:
        return None
    return value if decimals(value) <= _MOST_DIGITS else value.quantize(Decimal(1).scaleb(-_NOISE_FREE)).normalize() + 0


def _marked(root: LexborNode) -> Iterator[Object]:
    """Yield what the attributes of elements with a symbol hold: each figure in its own, or in elements of its own."""
    found: dict[str, Object] = {}
    for node in root.css(_MARKED)[:_MOST_ROWS]:
        attributes = {key: value for key, value in node.attributes.items() if value}
        symbol = attributes.get("data-symbol") or attributes.get("data-ticker") or ""
        each = found.setdefault(symbol, {})
        for key, value in attributes.items():
            if key.startswith("data-"):
                _put(key, value, each)
        _put(attributes.get("data-field", ""), attributes.get("data-value") or attributes.get("value"), each)
    yield from found.values()
