"""What lots are worth."""

from __future__ import annotations

import random
from decimal import Decimal
from fractions import Fraction

from tickerboard.model import Kind, Quote, Rate
from tickerboard.portfolio.conversion import Conversion
from tickerboard.portfolio.lots import Lot, parse_lots
from tickerboard.portfolio.positions import Position, by_symbol, positions_of, totals_of

RATES = (
    Rate("USDPKRBUY", Kind.CURRENCY, Decimal("278.70")),
    Rate("USDPKRSELL", Kind.CURRENCY, Decimal("278.90")),
    Rate("EUR/USD", Kind.CURRENCY, Decimal("1.0400")),
)


def quote(symbol: str, last: str, change: str | None = None, currency: str | None = None) -> Quote:
    return Quote(
        symbol, Kind.EQUITY, Decimal(last), None if change is None else Decimal(change), None, 1, currency=currency
    )


def lot(symbol: str, quantity: str, price: str, currency: str | None = None, fee: str = "0") -> Lot:
    return Lot(symbol, Decimal(quantity), Decimal(price), currency=currency, fee=Decimal(fee))


def only(lots: list[Lot], *prices: Quote | Rate, pages_in: str | None = None) -> Position:
    found = positions_of(lots, {each.symbol: each for each in prices}, Conversion(RATES), pages_in)
    (position,) = found
    return position


def test_a_position_is_all_lots_of_a_symbol_with_sales_and_fees() -> None:
    lots = [lot("OGDC", "100", "120.50", fee="25"), lot("OGDC", "-40", "139", fee="10")]
    assert only(lots, quote("OGDC", "139.75", "4.95"))[:8] == (
        "OGDC", Decimal(60), Decimal("6525.00"), Decimal("139.75"), Decimal("8385.00"), Decimal("1860.00"),
        Decimal("28.51"), Decimal("297.00"),
    )  # fmt: skip


def test_what_the_page_does_not_print_is_not_made_up() -> None:
    assert only([lot("BOP", "3", "5")], quote("BOP", "5.11")).day_gain is None
    missing = only([lot("BOP", "3", "5", "PKR")])
    assert missing[:9] == ("BOP", Decimal(3), Decimal(15), None, None, None, None, None, "PKR")
    assert missing.missing == "BOP: no quote"


def test_a_change_in_cents_of_a_price_in_dollars_gives_no_gain_of_the_day() -> None:
    assert only([lot("WHEAT", "3", "5")], quote("WHEAT", "4.90", "-7")).day_gain is None


def test_the_gain_of_the_day_is_told_by_a_previous_close_alone() -> None:
    closed = quote("BOP", "5.11")._replace(previous=Decimal("5.00"))
    assert only([lot("BOP", "3", "5")], closed).day_gain == Decimal("0.33")


def test_a_sale_that_brought_more_than_was_paid_has_no_percent() -> None:
    position = only([lot("BOP", "3", "5"), lot("BOP", "-2", "10")], quote("BOP", "6"))
    assert (position.cost, position.gain, position.gain_percent) == (Decimal(-5), Decimal(11), None)


def test_a_price_in_another_currency_is_converted_by_the_rates_of_the_pages() -> None:
    in_dollars = quote("AAPL", "180.57", "2.75", "USD")
    position = only([lot("AAPL", "10", "40000", "PKR")], in_dollars)
    assert (position.value, position.day_gain) == (Decimal("503429.16"), Decimal(7667))  # at 278.80, the mean
    over_dollars = only([lot("SAP", "1", "1", "PKR")], quote("SAP", "100", None, "EUR"))
    assert over_dollars.value == Decimal("28995.200000")
    inverse = only([lot("OGDC", "278.80", "0.5", "USD")], quote("OGDC", "139.75", None, "PKR"))
    assert inverse.value == Decimal("139.750000")


def test_a_missing_rate_is_named_and_gives_no_value() -> None:
    position = only([lot("SONY", "1", "1", "PKR")], quote("SONY", "3000", "1", "JPY"))
    assert position.missing == "SONY: no rate from JPY to PKR on the pages"
    assert (position.last, position.value, position.gain, position.day_gain) == (Decimal(3000), None, None, None)


def test_lots_of_several_currencies_are_positions_of_their_own() -> None:
    lots = [lot("AAPL", "10", "150", "USD"), lot("AAPL", "2", "160", "EUR"), lot("AAPL", "1", "170")]
    prices = {"AAPL": quote("AAPL", "180.57", "2.75", "USD")}
    dollars, euros = positions_of(lots, prices, Conversion(RATES))
    assert (dollars.quantity, dollars.cost, dollars.currency) == (Decimal(11), Decimal(1670), "USD")
    assert euros.value == Decimal("347.250000")  # 2 x 180.57 / 1.04
    held = by_symbol((dollars, euros))["AAPL"]
    assert (held.quantity, held.cost, held.value) == (Decimal(13), None, None)


def test_a_page_without_a_currency_is_never_taken_for_two() -> None:
    lots = [lot("OGDC", "1", "120", "PKR"), lot("OGDC", "1", "0.5", "USD")]
    prices = {"OGDC": quote("OGDC", "139.75")}
    ambiguous = positions_of(lots, prices, Conversion(RATES))
    assert [each.value for each in ambiguous] == [None, None]
    assert ambiguous[0].missing == "OGDC: its page names no currency and its lots name several; set pages_in"
    rupees, dollars = positions_of(lots, prices, Conversion(RATES), "PKR")
    assert (rupees.value, dollars.value) == (Decimal("139.75"), Decimal("0.501255"))


def test_totals_leave_out_what_has_no_value_and_say_so() -> None:
    lots = [lot("A", "1", "1", "PKR"), lot("B", "1", "1", "PKR"), lot("C", "1", "5", "USD")]
    prices = {"A": quote("A", "3", "1"), "C": quote("C", "6", "1")}
    first, second = totals_of(positions_of(lots, prices, Conversion()))
    assert first == ("PKR", Decimal(1), Decimal(3), Decimal(2), Decimal("200.00"), Decimal(1), 1)
    assert (second.currency, second.gain, second.without) == ("USD", Decimal(1), 0)
    nothing = totals_of(positions_of(lots[1:2], {}, Conversion()))
    assert nothing == (("PKR", Decimal(0), Decimal(0), Decimal(0), None, Decimal(0), 1),)


def test_two_hundred_lots_are_worth_what_fractions_say_to_the_cent() -> None:
    chance = random.Random(16)
    symbols = {f"S{number}": chance.choice(["USD", "EUR", "PKR"]) for number in range(40)}
    lines = [
        f"{(symbol := chance.choice(list(symbols)))},{chance.choice(['', '-'])}{chance.randint(1, 90_000) / 100},"
        f"{chance.randint(1, 900_000) / 10_000:.4f},,{chance.choice(['USD', 'EUR', 'PKR'])},"
        f"{chance.randint(0, 999) / 100}"
        for _ in range(200)
    ]
    lots = parse_lots("symbol,quantity,price,date,currency,fee\n" + "\n".join(lines)).lots
    prices = {
        symbol: quote(
            symbol, f"{chance.randint(1, 900_000) / 1000:.3f}", f"{chance.randint(-900, 900) / 1000:.3f}", currency
        )
        for symbol, currency in symbols.items()
    }
    worth = {"USD": Fraction(1), "EUR": Fraction("1.04"), "PKR": 1 / Fraction("278.8")}
    found = {(each.symbol, each.currency): each for each in positions_of(lots, prices, Conversion(RATES))}
    assert len(lots) == 200
    assert set(found) == {(each.symbol, each.currency) for each in lots}
    for (symbol, currency), position in found.items():
        mine = [each for each in lots if (each.symbol, each.currency) == (symbol, currency)]
        rate = worth[symbols[symbol]] / worth[str(currency)]
        quantity = sum(Fraction(each.quantity) for each in mine)
        cost = sum(Fraction(each.quantity) * Fraction(each.price) + Fraction(each.fee) for each in mine)
        value = quantity * Fraction(prices[symbol].last) * rate
        day = quantity * Fraction(prices[symbol].change or 0) * rate
        for figure, exact in ((position.value, value), (position.gain, value - cost), (position.day_gain, day)):
            assert figure is not None
            assert abs(Fraction(figure) - exact) < Fraction(1, 1_000_000)
