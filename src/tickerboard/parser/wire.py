"""A page as JSON between processes. What comes back can only become a `Page`: no code, no other type, no odd number.

The shape of the JSON follows from the type hints of the model, so that a new field of it needs nothing here.
"""

from __future__ import annotations

import json
import re
import types
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from tickerboard import model
from tickerboard.model import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

BATCH = 1_000
"""Values of a tuple, such as quotes, in one frame."""
_NUMBER = re.compile(r"-?[0-9]{1,5000}(?:\.[0-9]{1,5000})?")
"""A decimal number written out. An exponent could stand for more digits than there is memory."""


class WireError(ValueError):
    """Bytes that are not a page."""


class _Codec(NamedTuple):
    """How values of one type become JSON and are made of it again; `decode` raises WireError."""

    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]


def encode_page(page: Page) -> Iterator[bytes]:
    """Return a page as frames of JSON, each small enough to be decoded in a moment.

    A frame is a list of a field's name and its value, or of some of its values where it has any number of them.
    """
    for name, codec in _fields().items():
        value = codec.encode(getattr(page, name))
        if not isinstance(value, list):
            yield _json([name, value])
            continue
        for at in range(0, len(value), BATCH):
            yield _json([name, value[at : at + BATCH]])


def decode_page(frames: Iterable[bytes]) -> Page:
    """Return the page of `encode_page`. Raises WireError for anything else."""
    values: dict[str, Any] = {}
    for frame in frames:
        try:
            name, value = json.loads(frame)
            decoded = _fields()[name].decode(value)
        except (KeyError, TypeError, ValueError, RecursionError) as error:
            raise WireError(f"not a part of a page: {error}") from error
        if type(decoded) is tuple:
            values.setdefault(name, []).extend(decoded)
        else:
            values[name] = decoded
    parts: dict[str, Any] = {name: tuple(each) if isinstance(each, list) else each for name, each in values.items()}
    return Page(**parts)


def _json(value: Any) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


@cache
def _fields() -> dict[str, _Codec]:
    """Return the codecs of a page's fields by their names."""
    hints = _hints(Page)
    return {name: _codec(hints[name]) for name in Page._fields}


@cache
def _codec(hint: Any) -> _Codec:
    """Return the codec of a type hint. Raises TypeError for a type that the model has not used so far."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _optional(*arguments)
    if origin is tuple and arguments[1:] == (...,):
        return _sequence(arguments[0])
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _Codec(str, hint)
    if hasattr(hint, "_fields"):
        return _record(hint)
    raise TypeError(f"no codec for {hint}")


def _same(value: Any) -> Any:
    return value


def _exactly(type_: type) -> _Codec:
    def decode(value: Any) -> Any:
        if type(value) is not type_:
            raise WireError(f"not {type_.__name__}")
        return value

    return _Codec(_same, decode)


def _number(value: Any) -> Decimal:
    if type(value) is not str or not _NUMBER.fullmatch(value):
        raise WireError("not a number")
    return Decimal(value)


def _time(value: Any) -> datetime:
    if type(value) is not str:
        raise WireError("not a time")
    time = datetime.fromisoformat(value)
    if time.tzinfo is None:
        raise WireError("a time without a zone")
    return time


_PLAIN: dict[Any, _Codec] = {
    str: _exactly(str),
    int: _exactly(int),
    bool: _exactly(bool),
    Decimal: _Codec(lambda number: f"{number:f}", _number),
    datetime: _Codec(datetime.isoformat, _time),
}


def _optional(*members: Any) -> _Codec:
    """Return the codec of `X | None`, or of a choice of classes, each of which is marked by its place in the choice."""
    choices = [each for each in members if each is not type(None)]
    codecs = [_codec(each) for each in choices]
    if len(choices) == 1:
        (inner,) = codecs
        encode_one, decode_one = inner
        return _Codec(
            _same if encode_one is _same else lambda value: None if value is None else encode_one(value),
            lambda value: None if value is None else decode_one(value),
        )

    def encode(value: Any) -> Any:
        if value is None:
            return None
        at = choices.index(type(value))
        return [at, codecs[at].encode(value)]

    def decode(value: Any) -> Any:
        match value:
            case None if len(choices) < len(members):
                return None
            case [int(at), inner] if 0 <= at < len(codecs):
                return codecs[at].decode(inner)
            case _:
                raise WireError("not one of the choices")

    return _Codec(encode, decode)


def _sequence(member: Any) -> _Codec:
    encode_each, decode_each = _codec(member)

    def decode(value: Any) -> Any:
        if type(value) is not list:
            raise WireError("not a list")
        return tuple(map(decode_each, value))

    return _Codec(lambda value: list(map(encode_each, value)), decode)


def _hints(class_: Any) -> dict[str, Any]:
    """Return the types of a class's fields; the model names some that it does not import when it runs."""
    return get_type_hints(class_, vars(model), {"datetime": datetime, "Decimal": Decimal})


def _record(class_: Any) -> _Codec:
    """Return the codec of a named tuple: a list of its fields' values in their order."""
    names = class_._fields
    hints = _hints(class_)
    codecs = [_codec(hints[name]) for name in names]
    values_of = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
    encoders = [(at, codec.encode) for at, codec in enumerate(codecs) if codec.encode is not _same]
    decoders = [codec.decode for codec in codecs]

    def encode(value: Any) -> Any:
        values = list(values_of(value))
        for at, encode_one in encoders:
            if values[at] is not None:
                values[at] = encode_one(values[at])
        return values

    def decode(value: Any) -> Any:
        if type(value) is not list or len(value) != len(decoders):
            raise WireError(f"not a {class_.__name__}")
        return class_(*[decode_one(each) for decode_one, each in zip(decoders, value, strict=True)])

    return _Codec(encode, decode)
