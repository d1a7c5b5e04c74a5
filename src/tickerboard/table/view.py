"""How the table is looked at: which rows, in which order, with which columns. A view is a look with a name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tickerboard.table.columns import DEFAULT_COLUMNS, Column, Sort, held
from tickerboard.table.filter import Groups, Test, compile_filter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tickerboard.board.row import Row
    from tickerboard.settings.config import Config, ViewSettings
    from tickerboard.settings.state import State

WATCHLIST = "watchlist"
FIRST = Sort()


@dataclass(frozen=True, slots=True)
class View:
    """A filter, an order, and columns; `view` is the name of the view that it came from."""

    filter: str = ""
    sort: Sort = FIRST
    columns: tuple[Column, ...] = DEFAULT_COLUMNS
    view: str = ""

    @classmethod
    def first(cls, config: Config) -> View:
        """Give the look that the config asks for."""
        return cls("", Sort.parse(config.sort), tuple(Column(name) for name in config.columns))

    @classmethod
    def of(cls, name: str, view: ViewSettings) -> View:
        """Give the look of a view."""
        return cls(view.filter, Sort.parse(view.sort), tuple(Column(each) for each in view.columns), name)

    @classmethod
    def restored(cls, config: Config, state: State) -> View:
        """Give the last view again, if it is still there, with the columns that were chosen on screen."""
        view = config.views.get(state.view)
        look = cls.of(state.view, view) if view else cls.first(config)
        columns = tuple(Column(name) for name in state.columns if name in set(Column))
        return replace(look, columns=columns or look.columns)

    def test(self, groups: Groups) -> Test:
        """Give the test that rows must pass. Raises FilterError."""
        return compile_filter(self.filter, groups)

    def apply(self, rows: Iterable[Row], groups: Groups, before: Iterable[Row] | None = None) -> tuple[Row, ...]:
        """Give the rows that are shown, in this order, or in the order of `before` where it is held."""
        shown = tuple(rows) if not self.filter else tuple(filter(self.test(groups), rows))
        return self.sort.apply(shown) if before is None else held(shown, before)


def groups_of(config: Config, watchlist: Iterable[str]) -> dict[str, frozenset[str]]:
    """Give the groups that filters know: those of the config, and the watchlist."""
    groups = {name: frozenset(symbols) for name, symbols in config.groups.items()}
    return {WATCHLIST: frozenset(watchlist), **groups} if WATCHLIST not in groups else groups
