"""`parse --where`: the quotes of a page that pass a filter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tickerboard.board.listings import Listings, extra_path
from tickerboard.board.row import Row
from tickerboard.settings.config import config_path, read_config
from tickerboard.settings.state import load_state, state_path
from tickerboard.table.filter import compile_filter
from tickerboard.table.view import groups_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tickerboard.model import Snapshot


def where(text: str) -> Callable[[Snapshot], Snapshot]:
    """Make a sieve of snapshots; groups and watchlist are those of the board.

    Raises FilterError, ConfigError for a bad config, ListingsError for a bad file of symbols.
    """
    path = config_path()
    config, _ = read_config(path, needed=False)
    test = compile_filter(text, groups_of(config, load_state(state_path()).watchlist))
    listings = Listings.load(extra_path(path))

    def keep(snapshot: Snapshot) -> Snapshot:
        page = snapshot.page
        rows = (
            Row(quote, snapshot.source, at, listing=listings.find(quote.symbol))
            for at, quote in enumerate(page.quotes, 1)
        )
        return replace(snapshot, page=replace(page, quotes=tuple(row.quote for row in rows if test(row))))

    return keep
