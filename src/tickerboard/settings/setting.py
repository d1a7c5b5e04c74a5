"""What a setting is, and the kinds of values that settings have.

A setting is declared once, as a field of `Settings`: `tape_speed: int = setting(whole(1, 30), 10, "…")`. The checks,
`config show`, `config init` and the table in docs/configuration.md are made from that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, NoReturn, Self, dataclass_transform

from tickerboard.table.columns import COLUMNS
from tickerboard.table.sort import Sort

if TYPE_CHECKING:
    from collections.abc import Callable, Collection


class Kind(NamedTuple):
    """A kind of value. `words` complete "must be …"; `read` returns the value of a name, or raises ValueError."""

    words: str
    read: Callable[[str, Any], Any]


class Setting(NamedTuple):
    """A setting: its kind, its default, one line of help, and for a table an example."""

    kind: Kind
    default: Any
    help: str
    example: str = ""
    name: str = ""


def setting(kind: Kind, default: Any, help_: str, example: str = "") -> Any:
    """Declare a setting as a field of `Settings`."""
    return Setting(kind, default, help_, example)


@dataclass_transform(frozen_default=True)
class Settings:
    """Settings and their values, which do not change; one that is not given has its default.

    A dataclass of the thirty settings takes a hundredth of the time in which a board opens only to be defined.
    """

    declared: ClassVar[dict[str, Setting]]
    """The settings by the names of their fields."""

    def __init_subclass__(cls) -> None:
        cls.declared = {}
        for name, each in list(vars(cls).items()):
            if isinstance(each, Setting):
                cls.declared[name] = each._replace(name=name.removesuffix("_"))  # `for_` holds `for`, a word of Python
                setattr(cls, name, each.default)

    def __init__(self, *values: Any, **named: Any) -> None:
        given = dict(zip(self.declared, values, strict=False)) | named
        if odd := given.keys() - self.declared.keys():
            raise TypeError(f"no settings: {', '.join(sorted(odd))}")
        vars(self).update(given)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{name}: settings do not change")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Settings) and type(self) is type(other) and self.values == other.values

    __hash__ = None  # type: ignore[assignment]  # tables among the values cannot be hashed

    @property
    def values(self) -> dict[str, Any]:
        """The values by the names of the settings."""
        return {each.name: getattr(self, name) for name, each in self.declared.items()}

    def changed(self, **values: Any) -> Self:
        """Return the same settings but for these fields."""
        return type(self)(**vars(self) | values)


def settings_of(holder: type[Settings]) -> dict[str, Setting]:
    """Return the settings of a class by name."""
    return {each.name: each for each in holder.declared.values()}


def read_settings(holder: type[Settings], given: Any, within: str = "") -> Any:
    """Return settings with the given values. Raise ValueError with one plain line.

    `within` is the name of the table that they stand in.
    """
    known = settings_of(holder)
    field_names = {each.name: field_name for field_name, each in holder.declared.items()}
    values = {}
    for name, value in given.items():
        if name not in known:
            raise ValueError(unknown("setting", name, known) if not within else _unknown_within(within, name, known))
        values[field_names[name]] = known[name].kind.read(f"{within}.{name}" if within else name, value)
    return holder(**values)


def _unknown_within(within: str, name: str, known: Collection[str]) -> str:
    message, near, suggestion = unknown("setting", name, known).partition(";")
    return f"{message} in {within}{near}{suggestion}"


def unknown(what: str, name: str, known: Collection[str]) -> str:
    """Return the message for an unknown name, with the nearest known one."""
    import difflib

    near = difflib.get_close_matches(name, known, 1)
    return f"unknown {what} {name!r}" + (f"; did you mean {near[0]}?" if near else "")


def _plain(words: str, *types: type) -> Kind:
    def read(name: str, value: Any) -> Any:
        if type(value) not in types:
            raise ValueError(f"{name} must be {words}")
        return value

    return Kind(words, read)


def _between(kind: Kind, low: float, high: float) -> Kind:
    def read(name: str, value: Any) -> Any:
        if not low <= kind.read(name, value) <= high:
            raise ValueError(f"{name} must be from {low:g} to {high:g}")
        return value

    return Kind(f"{kind.words} from {low:,} to {high:,}", read)


TEXT = _plain("text in quotes", str)
FLAG = _plain("true or false", bool)


def one_of(*names: str) -> Kind:
    """Return the kind of texts that are one of some names."""

    def read(name: str, value: Any) -> Any:
        if value not in names:
            raise ValueError(f"{name} must be {words}")
        return value

    words = f"{', '.join(map(repr, names[:-1]))} or {names[-1]!r}"
    return Kind(words, read)


def whole(low: int, high: int) -> Kind:
    """Return the kind of whole numbers between two."""
    return _between(_plain("a whole number", int), low, high)


def number(low: int, high: int) -> Kind:
    """Return the kind of numbers between two."""
    return _between(_plain("a number", int, float), low, high)


def _read_sort(name: str, value: Any) -> str:
    text: str = TEXT.read(name, value)
    try:
        Sort.parse(text)
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from error
    return text


def _read_currency(name: str, value: Any) -> str:
    from tickerboard.parser.figures.currencies import code_of  # the whole parser comes with it

    text: str = TEXT.read(name, value)
    if text and code_of(text) != text:
        raise ValueError(f"{name}: unknown currency {text!r}; use a code such as USD")
    return text


CURRENCY = Kind("an ISO 4217 code such as PKR", _read_currency)
SORT = Kind("a sort such as 'percent desc, symbol'", _read_sort)


def _read_list(name: str, value: Any, what: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ValueError(f"{name} must be a list of {what}")
    return value


def _read_texts(name: str, value: Any, what: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_read_list(name, value, what)))


def _read_columns(name: str, value: Any) -> tuple[str, ...]:
    if not (columns := _read_texts(name, value, "names")):
        raise ValueError(f"{name} must be a list of names, not an empty one")
    for column in columns:
        COLUMNS.find(column)
    return columns


COLUMN_NAMES = Kind("a list of column names", _read_columns)
TEXTS = Kind("a list of texts", lambda name, value: tuple(_read_list(name, value, "texts")))
SYMBOLS = Kind("a list of symbols", lambda name, value: _read_texts(name, value, "symbols"))


def _table(name: str, value: Any) -> dict[str, Any]:
    if isinstance(value, dict):
        return value
    raise ValueError(f"{name} must be a table")


def table_of(kind: Kind) -> Kind:
    """Return the kind of tables whose values are all of one kind."""

    def read(name: str, value: Any) -> dict[str, Any]:
        return {key: kind.read(f"{name}.{key}", each) for key, each in _table(name, value).items()}

    return Kind(f"a table, each value {kind.words}", read)


def record(holder: type[Settings]) -> Kind:
    """Return the kind of tables that are settings themselves."""

    def read(name: str, value: Any) -> Any:
        return read_settings(holder, _table(name, value), name)

    return Kind(f"a table of {', '.join(settings_of(holder))}", read)


def is_table(each: Setting) -> bool:
    """Return whether a setting is a table of its own in the file."""
    return bool(each.example)
