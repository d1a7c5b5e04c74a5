"""The quotes of a board by the column: a refresh has ten thousand of them, and the screen shows forty."""

from __future__ import annotations

from collections import Counter
from itertools import count
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.model import Direction

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from tickerboard.board.listings import Listing, Listings
    from tickerboard.model import Quote

_UP, _DOWN = Direction.UP, Direction.DOWN


class Origin:
    """The page that quotes come from: its label, its times and its doubtful lines. The attributes are as in Row.

    Two are equal only if they are the same one, so that ten thousand quotes are soon counted by theirs.
    """

    __slots__ = ("doubtful", "observed", "old", "seen", "source")

    def __init__(
        self, source: str, seen: datetime | None, observed: datetime | None, doubtful: frozenset[int], *, old: bool
    ) -> None:
        self.source, self.seen, self.observed, self.doubtful, self.old = source, seen, observed, doubtful, old

    def confirmed(self, at: datetime) -> Origin:
        """Return the page as it was found again at a time (UTC); what is old stays as it is."""
        return self if self.old else Origin(self.source, at, at, self.doubtful, old=False)

    def outdated(self) -> Origin:
        """Return the page as that of quotes that a later one does not have."""
        return Origin(self.source, self.seen, self.observed, self.doubtful, old=True)

    def is_fresher_than(self, other: Origin) -> bool:
        """Return whether this page was seen later. One that nobody knows the time of is never fresher."""
        return self.seen is not None and (other.seen is None or self.seen > other.seen)


class Quoted(NamedTuple):
    """Quotes and what is known of each: `places` has the place of each symbol in the other columns.

    `ticks` and `serials` are as in Row. Nothing changes a column, so that boards share those that stay.
    """

    places: Mapping[str, int] = MappingProxyType({})
    quotes: Sequence[Quote] = ()
    origins: Sequence[Origin] = ()
    ticks: Sequence[Direction | None] = ()
    serials: Sequence[int] = ()
    listings: Sequence[Listing | None] = ()

    @property
    def pages(self) -> Mapping[Origin, int]:
        """The pages that the quotes come from, each with the number of its quotes."""
        return Counter(self.origins)

    def with_pages(self, change: Mapping[Origin, Origin]) -> Quoted:
        """Return the same quotes with each page in place of another."""
        return self._replace(origins=[change[origin] for origin in self.origins])

    def current(self) -> Sequence[Quote]:
        """Return the quotes that the latest pages have."""
        if not any(origin.old for origin in self.pages):
            return self.quotes
        return [quote for quote, origin in zip(self.quotes, self.origins, strict=True) if not origin.old]


def gathered(chosen: Mapping[str, tuple[Quoted, int]]) -> Quoted:
    """Return the quotes that stand at some places, by symbol."""
    places = chosen.values()
    return Quoted(
        dict(zip(chosen, count(), strict=False)),
        [each.quotes[at] for each, at in places],
        [each.origins[at] for each, at in places],
        [each.ticks[at] for each, at in places],
        [each.serials[at] for each, at in places],
        [each.listings[at] for each, at in places],
    )


def followed(
    quotes: Sequence[Quote], origins: Sequence[Origin], serial: int, before: Quoted, listings: Listings
) -> Quoted:
    """Return the quotes of an update's pages, with the changes since those before; a new symbol has not changed."""
    symbols = [quote.symbol for quote in quotes]
    if symbols != list(before.places):
        places, size = dict(zip(symbols, count(), strict=False)), len(symbols)
        new = Quoted(places, quotes, origins, [None] * size, [serial] * size, [*map(listings.find, symbols)])
        if not (known := before.places):
            return new
        before = gathered({each: (before, known[each]) if each in known else (new, at) for each, at in places.items()})
    ticks: list[Direction | None] = []
    serials: list[int] = []
    for quote, was, tick, changed in zip(quotes, before.quotes, before.ticks, before.serials, strict=True):
        if quote.last != was.last:
            ticks.append(_UP if quote.last > was.last else _DOWN)
            serials.append(serial)
        else:
            ticks.append(tick)
            serials.append(changed if (quote.change, quote.percent) == (was.change, was.percent) else serial)
    return Quoted(before.places, quotes, origins, ticks, serials, before.listings)


def merged(all_: Sequence[Quoted]) -> Quoted:
    """Return the quotes of all sources: of each symbol the one that was seen last.

    A symbol keeps the place of the first source that has it; of two quotes of one time the first source's counts.
    """
    first, *others = all_ or (Quoted(),)
    if not others:
        return first
    chosen = {symbol: (first, at) for symbol, at in first.places.items()}
    for each in others:
        for symbol, at in each.places.items():
            best, place = chosen.setdefault(symbol, (each, at))
            if each.origins[at].is_fresher_than(best.origins[place]):
                chosen[symbol] = each, at
    return gathered(chosen)
