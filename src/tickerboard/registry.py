"""Registries: each column, grammar, source, export format and problem code is declared once and found here.

A registry holds the objects that its own room declares. Other packages add to it by an entry point of the registry's
group, such as `tickerboard.columns`. Plugins are loaded only when `plugins` or `all` is asked for, because finding
them means looking through every installed package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from tickerboard.errors import TickerboardError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


class Named(Protocol):
    """Anything with a name that is unique in its registry."""

    @property
    def name(self) -> str:
        """The name it is found by."""
        ...


T = TypeVar("T", bound=Named)


class PluginError(TickerboardError):
    """A plugin that cannot be used. The message is one plain line that names the entry point."""


class Registry(Generic[T]):
    """Objects of one type by name, in the order in which they were declared; those of plugins come last."""

    def __init__(self, group: str, type_: type[T], own: Iterable[T] = ()) -> None:
        self.group = group
        self._type = type_
        self._own: dict[str, T] = {}
        self._plugins: dict[str, T] | None = None
        for each in own:
            self.add(each)

    def add(self, each: T) -> T:
        """Declare an object. Raises ValueError for a name that is taken."""
        if each.name in self._own:
            raise ValueError(f"{self.group}: {each.name!r} already exists")
        self._own[each.name] = each
        return each

    def __iter__(self) -> Iterator[T]:
        """Go through our own objects; no plugin is loaded."""
        return iter(self._own.values())

    def get(self, name: str) -> T | None:
        """Return the object of a name, or None. Plugins are loaded only for a name that is not our own."""
        return self._own.get(name) or self.plugins().get(name)

    def all(self) -> dict[str, T]:
        """Return our own objects and those of plugins, by name. Raises PluginError."""
        return self._own | self.plugins()

    def plugins(self) -> dict[str, T]:
        """Load the objects that other packages declare by entry points of this group, once. Raises PluginError."""
        if self._plugins is None:
            from importlib.metadata import entry_points

            plugins: dict[str, T] = {}
            for point in sorted(entry_points(group=self.group), key=lambda point: point.name):
                each = self._checked(point.name, point.load)
                if each.name in plugins:
                    raise PluginError(f"plugin {point.name!r} of {self.group}: {each.name!r} already exists")
                plugins[each.name] = each
            self._plugins = plugins
        return self._plugins

    def _checked(self, name: str, load: Callable[[], object]) -> T:
        """Load one plugin; whatever its package raises becomes one line."""
        where = f"plugin {name!r} of {self.group}"
        try:
            each = load()
        except Exception as error:
            raise PluginError(f"{where}: cannot be loaded ({type(error).__name__}: {error})") from error
        if not isinstance(each, self._type):
            raise PluginError(f"{where}: not a {self._type.__name__}")
        if each.name in self._own:
            raise PluginError(f"{where}: the name {each.name!r} already exists")
        return each
