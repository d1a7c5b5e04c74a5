"""`parse --where`: the quotes and rates of a page that pass a filter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tickerboard.board.listings import Listings, extra_path
from tickerboard.board.row import Row
from tickerboard.settings.config import config_path
from tickerboard.settings.reading import read_config
from tickerboard.settings.state import load_state, state_path
from tickerboard.table.filter import FilterError, compile_filter
from tickerboard.table.view import groups_of

if TYPE_CHECKING:
    from pathlib import Path

    from tickerboard.model import Quote, Snapshot
    from tickerboard.table.filter import Test


@dataclass(frozen=True)
class Where:
    """A filter with the groups, the watchlist, the names and the sectors of the board."""

    text: str
    test: Test
    listings: Listings

    @classmethod
    def of(cls, text: str, config: Path | None = None) -> Where:
        """Compile a filter. Raise FilterError, ConfigError for the config, ListingsError for the symbols."""
        path = config or config_path()
        settings, _ = read_config(path, needed=config is not None)
        groups = groups_of(settings, load_state(state_path()).watchlist)
        try:
            test = compile_filter(text, groups)
        except FilterError as error:
            raise FilterError(f"--where: {error}") from error
        return cls(text, test, Listings.load(extra_path(path)))

    def keep(self, snapshot: Snapshot) -> Snapshot:
        """Return a snapshot with the quotes and rates that pass; the rest of its page stays."""
        page, source = snapshot.page, snapshot.source
        quotes = tuple(each for at, each in enumerate(page.quotes, 1) if self._passes(each, source, at))
        rates = tuple(each for each in page.rates if self._passes(each.as_quote(), source, 0))
        return snapshot._replace(page=page._replace(quotes=quotes, rates=rates))

    def _passes(self, quote: Quote, source: str, rank: int) -> bool:
        return self.test(Row(quote, source, rank, listing=self.listings.find(quote.symbol)))
