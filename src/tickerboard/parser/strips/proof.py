"""Which rows of a list are quotes: those that something bears out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from tickerboard.model import Kind
from tickerboard.parser.audit import decimals, may_be_percent
from tickerboard.parser.figures.currencies import is_currency
from tickerboard.parser.kinds import is_bond, known_kind, may_lack_numbers, numbers_lacked
from tickerboard.parser.names.labels import is_company, is_known, is_label, is_letters, is_venue, proves_itself
from tickerboard.parser.names.lists import bracketed
from tickerboard.parser.names.no_names import is_time, is_trade_level
from tickerboard.parser.names.together import are_labels
from tickerboard.text.numbers import FALLS, has_digit
from tickerboard.text.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence, Set
    from decimal import Decimal

    from tickerboard.parser.strips.figures import Figures


class Labelled(Protocol):
    """A row before its name is settled."""

    @property
    def label(self) -> str:
        """The name as printed."""
        ...

    @property
    def figures(self) -> Figures:
        """Last, change and percent."""
        ...


_FEWEST_FIGURES = 2
"""Rows of other figures that make a list one of these."""
_THOUSAND = 1_000
"""A price without decimals in a list of prices that have them is at least this high."""
_FEWEST_INDICES = 2
"""Well-known indices of a list in which cities name others."""
_DISCOUNT = 5
"""Percents that a price is reduced by, at least."""
_LOWEST_CITY = 100
"""No index that is called by its city is lower: `London 18.50` is the air's or a rent."""
_CITIES = word_set("""
    amsterdam amsterdã atene athen athens athènes atenas bruxelles brussels brüssel bruselas copenhagen copenaghen
    francoforte francfort frankfurt fráncfort helsinki hongkong istanbul lisboa lisbona lisbon lisbonne lissabon london
    londen londra londres madrid mailand milan milano milán mosca moscow moskau moscou mumbai oslo paris parigi parís
    seoul shanghai singapore singapur stockholm stoccolma sydney tokio tokyo toronto tóquio varsavia warsaw warschau
    vienna wien vienne zurich zurigo zürich zúrich
""")
"""Where exchanges are, in the languages of those who write of them."""
_NEAR = 20
"""Prices of one share differ by less than this part of them."""
_HIGHEST = 1_000_000
"""No price of a list is higher."""
_QUANTITY = re.compile(r"\b[0-9]+(?:[.,][0-9]+)? ?(?:g|kg|mg|ml|cl|l|GB|TB|MB|mAh|Stück|Stk\.?|pack|pcs)\Z")
_TWO_ROWS = re.compile(r"[A-Z]{2,6} [0-9]+[.,][0-9]{2} [A-Z]{2,6}")
_HIGHEST_INDEX = 100_000
"""No index that has a number of shares in its name is as high."""
_LOW_INDICES, _HIGHEST_LOW = frozenset(("aex", "amx", "obx")), 10_000
"""Indices far below the value under which these stay."""
_SIZES = (2, 3, 4)
"""Digits of the number of shares in an index."""
_TARGETS = {"Target", "Targets", "TARGET", "target"}
R = TypeVar("R", bound=Labelled)


class _Together(NamedTuple):
    """What the rows of one list show together.

    `likely` is how many of them look like quotes, `mostly` whether most do. `bare_rises` is whether falls alone have a
    sign, `all_bare` whether no row has a percent and their changes are none, `has_percents` whether any has one,
    `priced` whether a figure behind an arrow is a price, and `has_cities` whether a city is the index of its exchange.
    """

    likely: int
    mostly: bool
    bare_rises: bool
    all_bare: bool
    has_percents: bool
    priced: bool
    has_cities: bool

    @classmethod
    def of(cls, found: Sequence[Labelled]) -> _Together:
        """Return what some rows show."""
        bare_rises = _has_bare_rises(found)
        likely = sum(_is_likely(each, bare_rises=bare_rises) for each in found)
        all_bare = (
            sum(each.figures.percent is None for each in found) == len(found) > 1
            and sum(_proves_itself(each.label) for each in found) * 2 >= len(found)
            and not any(may_be_percent(each.figures.last, each.figures.change) for each in found)
        )
        has_percents = any(each.figures.percent is not None for each in found)
        priced = any(_is_price(each.figures) for each in found if each.figures.is_arrowed)
        has_cities = _has_cities([each.label for each in found])
        return cls(likely, likely * 3 >= len(found) * 2, bare_rises, all_bare, has_percents, priced, has_cities)

    def bear_out(self, row: Labelled) -> bool:
        """Return whether a row is a quote by its figures, by its name or by the others."""
        if (row.figures.is_arrowed and not self.priced) or _is_goods(row.label):
            return False
        return _is_exact(row.figures) or self._is_proven(row)

    def _is_proven(self, row: Labelled) -> bool:
        figures = row.figures
        if figures.percent is None:
            is_change = self.all_bare or (self.has_percents and figures.is_in_money)
            return (is_change and _proves_itself(row.label)) or is_bond(row.label)
        mostly = self.mostly or (self.has_cities and _is_city(row.label))
        has_price = figures.last >= _THOUSAND if figures.has_way else self.bare_rises and decimals(figures.last) > 0
        looks = _is_likely(row, bare_rises=self.bare_rises) or (mostly and has_price)
        return _proves_itself(row.label) or (self.likely > 1 and looks)


def proven(found: Sequence[R]) -> list[R]:
    """Keep the rows of one list that are borne out by their figures, by their name, or by the rows beside them.

    Figures that add up prove a row. One without a change needs a symbol or a well-known name, or a price with decimals
    and a signed percent in a list with other such rows: `Cloud 234 +51.1%` is a line of a report. Where falls alone
    have a sign, a percent without one counts beside a price with its currency or a company's name, and in a list most
    of which is borne out. Among well-known indices a city names that of its exchange. One without a percent needs a
    symbol or a well-known name, as most rows beside it have, and a list in which no row prints a percent, else it is
    cut, unless a currency behind its change shows that this is none; and in which no change is so small that it may be
    a percent without its sign. A row whose label names something else, such as `Market Cap`, is none; nor is one whose
    label is the currency of the prices. A figure behind an arrow, `▲ 112.77 +0.24%`, may be a change: it is a price
    where another of the list can be no change.
    """
    labelled = _labelled(found)
    targets = _TARGETS.intersection([each.label for each in found])
    has_levels = bool(targets) and any(is_trade_level(each.label) for each in found)
    named = _named(labelled, _units(found) | (targets if has_levels else set()))
    if _FEWEST_FIGURES <= len(found) - len(labelled) >= len(labelled):  # a word such as `Alpha` is of a figure, too
        named = [each for each in named if _proves_itself(each.label) or _is_exact(each.figures)]
    if _is_sale(named):
        return []
    likely = [each for each in named if not (_is_city(each.label) and each.figures.last < _LOWEST_CITY)]
    if all(_is_exact(each.figures) and not each.figures.is_arrowed for each in likely):  # as in most lists
        return [each for each in likely if not _is_goods(each.label)]
    together = _Together.of(likely)
    return [each for each in likely if together.bear_out(each)]


def _labelled(found: Sequence[R]) -> list[R]:
    """Return the rows whose labels can name something: a look at all before one at each."""
    labels = [each.label for each in found]
    if ":" not in "".join(labels) and are_labels(labels):
        return [*found]
    return [each for each in found if is_label(each.label)]


def _named(labelled: Sequence[R], unnamed: Set[str]) -> list[R]:
    """Return the rows whose labels are neither among some that name nothing, nor where a share is listed."""
    may_run = _may_run_together(labelled)
    named = [each for each in labelled if each.label not in unnamed and not (may_run and _is_run_together(each))]
    venues = [each for each in named if is_venue(each.label)]
    others = [each for each in venues if _has_other_venue(each, venues)]
    return [each for each in named if each not in others] if others else named


def refused(found: Sequence[R], kept: Sequence[R]) -> list[R]:
    """Return the rows that were not kept and may be quotes all the same: a page should say that it has them."""
    if len(kept) == len(found):
        return []
    known = {id(each) for each in kept}
    bare_rises = _has_bare_rises(found)
    units = _units(found)
    doubtful = any(may_be_percent(each.figures.last, each.figures.change) for each in found)
    return [
        each
        for each in found
        if id(each) not in known
        and each.label not in units
        and (
            _is_likely(each, bare_rises=bare_rises) or (bool(kept) and bare_rises and decimals(each.figures.last) > 0)
            if each.figures.percent is not None
            else doubtful and _proves_itself(each.label)
        )
    ]


def _has_cities(labels: Sequence[str]) -> bool:
    """Return whether cities stand on both sides of well-known indices, which every third name of a list is at least.

    Below a strip of indices they may be of flats.
    """
    indices = [at for at, label in enumerate(labels) if known_kind(label) is Kind.INDEX]
    cities = [at for at, label in enumerate(labels) if _is_city(label)]
    if not cities or not _FEWEST_INDICES <= len(indices) >= len(labels) / 3:
        return False
    return cities[0] < indices[0] and indices[-1] < cities[-1]


def _is_sale(found: Sequence[Labelled]) -> bool:
    """Return whether all rows of a list are reduced by whole percents, and one names goods.

    So `TV: -20%, $399` is no quote above `Laptop: -15%, $899`, nor alone, for its price is whole, too.
    """
    if not found or not all(map(_is_reduced, found)):
        return False
    if len(found) == 1:
        return not is_known(found[0].label) and not decimals(found[0].figures.last)
    return not all(_proves_itself(each.label) for each in found)


def _is_reduced(row: Labelled) -> bool:
    """Return whether a row that names no company has a percent alone, a whole one of a discount."""
    figures = row.figures
    if figures.change is not None or figures.percent is None or FALLS.isdisjoint(figures.marks):
        return False
    return figures.percent >= _DISCOUNT and not decimals(figures.percent) and not is_company(row.label)


def _is_city(label: str) -> bool:
    return label.casefold() in _CITIES


def _units(found: Sequence[Labelled]) -> set[str]:
    """Return the currencies that label rows of different prices: `KES 28.85` and `KES 61.25` name no quote."""
    prices: dict[str, set[Decimal]] = {}
    for each in found:
        if is_currency(each.label):
            prices.setdefault(each.label, set()).add(each.figures.last)
    return {label for label, different in prices.items() if len(different) > 1}


def _has_bare_rises(found: Sequence[Labelled]) -> bool:
    """Return whether falls have a sign in a list and rises have none."""
    marks = frozenset("".join([each.figures.marks for each in found]))
    return bool(marks) and marks <= FALLS


def _proves_itself(label: str) -> bool:
    """Return whether a label makes its row a quote, be it with a symbol in brackets behind: `Bitcoin (BTC)`."""
    pair = bracketed(label)
    return proves_itself(label) or (pair is not None and is_known(pair[1]))


def _has_other_venue(row: Labelled, venues: Sequence[Labelled]) -> bool:
    """Return whether another exchange has nearly the same price: `BSE: 404.25` and `NSE: 404.30` are of one share."""
    last = row.figures.last
    return any(each.label != row.label and abs(each.figures.last - last) * _NEAR <= last for each in venues)


def _is_price(figures: Figures) -> bool:
    """Return whether a figure behind an arrow is no change: as one it would be of a price that nothing has."""
    return bool(figures.percent) and figures.last * 100 > (figures.percent or 0) * _HIGHEST


def _is_exact(figures: Figures) -> bool:
    """Return whether figures add up, and by more than chance: `$31.99 -$8.00 (-20%)` is a discount."""
    if not figures.is_sound:
        return False
    return figures.percent is None or decimals(figures.percent) > 0 or not figures.percent


def _is_likely(row: Labelled, *, bare_rises: bool) -> bool:
    """Return whether a row looks like a quote: sound or known, or with a price's decimals and a sign."""
    if _is_exact(row.figures) or _proves_itself(row.label):
        return True
    if row.figures.is_sound:
        return False
    has_price = decimals(row.figures.last) > 0 or row.figures.currency is not None
    is_rise = bare_rises and (
        row.figures.currency is not None or is_company(row.label) or bracketed(row.label) is not None
    )
    shows_move = is_rise or row.figures.has_way or row.figures.percent == 0  # what did not move has no sign
    return has_price and shows_move and not row.figures.is_scaled


def _may_run_together(found: Sequence[Labelled]) -> bool:
    """Return whether a row may be of two, or its name end in its figure: a look at all before one at each."""
    labels = [each.label for each in found]
    highest = max((each.figures.last for each in found), default=0)
    return highest >= _HIGHEST_LOW or has_digit("".join(labels)) or may_lack_numbers(labels)


def _is_run_together(row: Labelled) -> bool:
    """Return whether a row is of two, `AAA 12.50 BBB 88.10`, or its name ends in its figure: `CAC 407,345.67`."""
    label = row.label
    if _TWO_ROWS.fullmatch(label) and not is_time(label.rpartition(" ")[2]):
        return True
    if str(row.figures.last).startswith(numbers_lacked(label)):
        return True
    is_low = label.casefold() in _LOW_INDICES
    if row.figures.last < (_HIGHEST_LOW if is_low else _HIGHEST_INDEX) or not is_known(label):
        return False
    return any(is_known(f"{label} {str(row.figures.last)[:size]}") for size in _SIZES)


def _is_goods(text: str) -> bool:
    """Return whether a text ends in a quantity, as of a shop's goods; of gold a market sells a kilogram, too."""
    found = None if is_letters(text) else _QUANTITY.search(text)
    return found is not None and not is_known(text[: found.start()].strip(" ,("))
