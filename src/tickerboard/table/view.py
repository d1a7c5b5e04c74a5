"""How the table is shown: which rows, in which order, with which columns. A named view comes from the config."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tickerboard.table.columns import COLUMNS, DEFAULT_COLUMNS
from tickerboard.table.filter import compile_filter
from tickerboard.table.sort import PAGE_ORDER, Sort, held

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tickerboard.board.row import Row
    from tickerboard.settings.config import Config, ViewSettings
    from tickerboard.settings.state import State
    from tickerboard.table.column import Column
    from tickerboard.table.expression import Groups
    from tickerboard.table.filter import Test

WATCHLIST = "watchlist"


class View(NamedTuple):
    """A filter, a sort and columns. `view` is the name in the config that they come from, or empty."""

    filter: str = ""
    sort: Sort = PAGE_ORDER
    columns: tuple[Column, ...] = DEFAULT_COLUMNS
    view: str = ""

    @classmethod
    def first(cls, config: Config) -> View:
        """Return the view without a name: all rows, with the sort and columns of the config."""
        return cls("", Sort.parse(config.sort), _columns(config.columns))

    @classmethod
    def of(cls, name: str, view: ViewSettings) -> View:
        """Return a view of the config."""
        return cls(view.filter, Sort.parse(view.sort), _columns(view.columns), name)

    @classmethod
    def restored(cls, config: Config, state: State) -> View:
        """Return the last view if the config still has it, with the columns and sort that were chosen on screen."""
        named = config.views.get(state.view)
        view = cls.of(state.view, named) if named else cls.first(config)
        columns = tuple(column for name in state.columns if (column := COLUMNS.known(name)))
        return view._replace(columns=columns or view.columns, sort=_sort(state.sort) or view.sort)

    def test(self, groups: Groups) -> Test:
        """Return the test that rows must pass. Raises FilterError."""
        return compile_filter(self.filter, groups)

    def apply(self, rows: Sequence[Row], test: Test, before: Sequence[Row] | None = None) -> Sequence[Row]:
        """Return the rows that pass the test, in this order, or in the order of `before` where that is held."""
        shown = tuple(filter(test, rows)) if self.filter else rows
        return self.sort.apply(shown) if before is None else held(shown, before)


def groups_of(config: Config, watchlist: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the groups that filters know: those of the config, and the watchlist."""
    groups = {name: frozenset(symbols) for name, symbols in config.groups.items()}
    return {WATCHLIST: frozenset(watchlist), **groups} if WATCHLIST not in groups else groups


def _sort(text: str) -> Sort | None:
    """Read a sort of the last session; None where a column no longer exists."""
    try:
        return Sort.parse(text) if text else None
    except ValueError:
        return None


def _columns(names: Iterable[str]) -> tuple[Column, ...]:
    return tuple(COLUMNS.find(name) for name in names)
