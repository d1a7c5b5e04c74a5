"""What lots are worth by the quotes of the board."""

from __future__ import annotations

from decimal import Context, Decimal, localcontext
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.model import Quote
from tickerboard.parser.audit import previous_close

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tickerboard.model import Rate
    from tickerboard.portfolio.conversion import Conversion
    from tickerboard.portfolio.lots import Lot

_EXACT = Context(prec=60)
_HUNDREDTH, _MILLIONTH = Decimal("0.01"), Decimal("0.000001")


class Position(NamedTuple):
    """All lots of one symbol in one currency, by the latest quote.

    `cost` is what was paid less what was received, with all fees: the sum of quantity x price + fee. `value` is
    quantity x last, and `gain` is value - cost, so it has both what is still held and what was sold. `gain_percent` is
    the gain in percent of the cost, None where the cost is not above zero. `day_gain` is quantity x (last - previous
    close).

    `last` is in the quote's currency, all other amounts in `currency` (ISO 4217; None: neither the lots nor the page
    name one), exact, or to six decimals where they were converted. What a page does not print, or no rate converts, is
    None.
    """

    symbol: str
    quantity: Decimal
    cost: Decimal | None
    last: Decimal | None = None
    value: Decimal | None = None
    gain: Decimal | None = None
    gain_percent: Decimal | None = None
    day_gain: Decimal | None = None
    currency: str | None = None
    missing: str | None = None
    """Why there is no value: one plain line."""


class Total(NamedTuple):
    """The sums of all positions of one currency that have a value; `without` counts those that have none."""

    currency: str | None
    cost: Decimal
    value: Decimal
    gain: Decimal
    gain_percent: Decimal | None
    day_gain: Decimal
    without: int


def positions_of(
    lots: Iterable[Lot], prices: Mapping[str, Quote | Rate], conversion: Conversion, pages_in: str | None = None
) -> tuple[Position, ...]:
    """Return the positions in the order of their first lots: one for each symbol and currency.

    A lot without a currency is in the quote's. A quote whose page names no currency is in `pages_in` (ISO 4217), or
    else in that of the symbol's lots; where these have several, it is unknown and the positions have no value.
    """
    held: dict[str, list[Lot]] = {}
    for lot in lots:
        held.setdefault(lot.symbol, []).append(lot)
    with localcontext(_EXACT):
        return tuple(
            position
            for symbol, group in held.items()
            for position in _of_symbol(group, prices.get(symbol), conversion, pages_in)
        )


def _of_symbol(
    lots: Sequence[Lot], price: Quote | Rate | None, conversion: Conversion, pages_in: str | None
) -> Iterator[Position]:
    """Yield the positions of one symbol: one for each currency."""
    named = dict.fromkeys(lot.currency for lot in lots if lot.currency)
    theirs = ((price.currency if price else None) or pages_in) or (next(iter(named)) if len(named) == 1 else None)
    for currency in dict.fromkeys(lot.currency or theirs for lot in lots):
        bare = _unvalued([lot for lot in lots if (lot.currency or theirs) == currency], currency)
        if price is None:
            yield bare._replace(missing=f"{bare.symbol}: no quote")
        elif theirs is None and named:
            reason = "its page names no currency and its lots name several; set pages_in"
            yield bare._replace(last=price.last, missing=f"{bare.symbol}: {reason}")
        else:
            yield _valued(bare, price, theirs, conversion)


def _unvalued(lots: Sequence[Lot], currency: str | None) -> Position:
    quantity = sum((lot.quantity for lot in lots), Decimal(0))
    cost = sum((lot.quantity * lot.price + lot.fee for lot in lots), Decimal(0))
    return Position(lots[0].symbol, quantity, cost, currency=currency)


def _valued(bare: Position, price: Quote | Rate, theirs: str | None, conversion: Conversion) -> Position:
    """Return the position by a price in the currency `theirs`."""
    currency, quantity, cost = bare.currency, bare.quantity, bare.cost or Decimal(0)
    rate = Decimal(1) if theirs == currency else conversion.rate(theirs or "", currency or "")
    if rate is None:
        reason = f"no rate from {theirs} to {currency} on the pages"
        return bare._replace(last=price.last, missing=f"{bare.symbol}: {reason}")
    value = _converted(quantity * price.last, rate)
    previous = previous_close(price) if isinstance(price, Quote) else None
    return bare._replace(
        last=price.last,
        value=value,
        gain=value - cost,
        gain_percent=_percent(value - cost, cost),
        day_gain=None if previous is None else _converted(quantity * (price.last - previous), rate),
    )


def _converted(amount: Decimal, rate: Decimal) -> Decimal:
    return amount if rate == 1 else (amount * rate).quantize(_MILLIONTH)


def _percent(gain: Decimal, cost: Decimal) -> Decimal | None:
    return (gain / cost * 100).quantize(_HUNDREDTH) if cost > 0 else None


def by_symbol(positions: Iterable[Position]) -> dict[str, Position]:
    """Return one position a symbol. Where its lots are in several currencies, it has the quantity only."""
    found: dict[str, Position] = {}
    for position in positions:
        symbol = position.symbol
        found[symbol] = (
            Position(symbol, found[symbol].quantity + position.quantity, None) if symbol in found else position
        )
    return found


def totals_of(positions: Iterable[Position]) -> tuple[Total, ...]:
    """Return the total of each currency, in the order in which they come."""
    grouped: dict[str | None, list[Position]] = {}
    for position in positions:
        grouped.setdefault(position.currency, []).append(position)
    with localcontext(_EXACT):
        return tuple(_total(currency, held) for currency, held in grouped.items())


def _total(currency: str | None, positions: Sequence[Position]) -> Total:
    valued = [each for each in positions if each.value is not None]
    cost, value, day_gain = (
        (
            sum((amount for amount in amounts if amount is not None), Decimal(0))
            for amounts in zip(*((each.cost, each.value, each.day_gain) for each in valued), strict=True)
        )
        if valued
        else (Decimal(0),) * 3
    )
    gain = value - cost
    return Total(currency, cost, value, gain, _percent(gain, cost), day_gain, len(positions) - len(valued))
