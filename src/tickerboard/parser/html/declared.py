"""The one quote that a page declares for search engines: JSON-LD, microdata or `meta` elements of a security.

It is read only where a reader sees no quote on the page. A shop's product has a price, too: only what names a ticker
symbol, or is of a financial type, counts. A price without a move is a rate.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tickerboard.model import Kind, Rate
from tickerboard.parser.audit import adds_up
from tickerboard.parser.figures.currencies import code_of
from tickerboard.parser.html.embedded import FRACTION, plain_number
from tickerboard.parser.html.program_keys import field_of_key
from tickerboard.parser.html.stories.json_ld import read_things, types_of
from tickerboard.parser.html.tree import squeeze
from tickerboard.parser.kinds import kind_of
from tickerboard.parser.names.labels import Name, is_label, is_symbol, read_name
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.strips.rows import Row, resolve_signs
from tickerboard.parser.tables.fields import Field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from selectolax.lexbor import LexborNode

_TYPES = frozenset(("FinancialProduct", "FinancialQuote", "InvestmentFund", "InvestmentOrDeposit"))
"""Types of a security: of them a symbol may be the `identifier`; of all others, `tickerSymbol` must name it."""
_QUOTED = '[itemtype*="FinancialQuote"]'
_MOST = 200


def read_declared(root: LexborNode) -> StripReading:
    """Read the first security that the page declares, or else its exchange rates; line 0, for none is seen."""
    reading = StripReading()
    for each in (*_securities(root), _items(root), _metas(root)):
        if _add(each, reading):
            return reading
    for each in read_things(root):
        if "ExchangeRateSpecification" in types_of(each):
            _add_rate(each, reading)
    return reading


def _securities(root: LexborNode) -> Iterator[dict[str, str]]:
    """Yield the plain values of each object of JSON-LD that is of a security."""
    for each in read_things(root):
        values = {key: str(value) for key, value in each.items() if isinstance(value, str | Decimal)}
        if not _TYPES.isdisjoint(types_of(each)):
            yield {"tickerSymbol": values.get("identifier", "")} | values
        elif "tickerSymbol" in values:
            yield values


def _items(root: LexborNode) -> dict[str, str]:
    """Return the properties of the page's first microdata of a quote."""
    box = root.css_first(_QUOTED)
    nodes = box.css("[itemprop]")[:_MOST] if box is not None else []
    return {node.attributes.get("itemprop") or "": node.attributes.get("content") or node.text() for node in nodes}


def _metas(root: LexborNode) -> dict[str, str]:
    """Return the `meta` elements of a page, by name."""
    nodes = root.css("meta[name][content]")[:_MOST]
    return {node.attributes.get("name") or "": node.attributes.get("content") or "" for node in nodes}


def _add(values: Mapping[str, str], reading: StripReading) -> bool:
    """Add the quote, or the rate, of a security; False where there is no symbol or no price."""
    found: dict[Field, str] = {}
    for key, value in values.items():
        if (field := field_of_key(key)) is not None and (text := squeeze(value)):
            found.setdefault(field, text)
    symbol = squeeze(values.get("tickerSymbol", ""))
    last = _amount(found.get(Field.LAST, ""))
    if not is_symbol(symbol) or last is None or last <= 0:
        return False
    plain, name = read_name(symbol), found.get(Field.NAME, "")
    named = Name(plain.symbol, name if is_label(name) and name != symbol else None, plain.label)
    change, percent = _moves(last, found.get(Field.CHANGE, ""), found.get(Field.PERCENT, ""))
    currency = code_of(found.get(Field.CURRENCY, ""))
    text = " ".join(found.values())
    if change is None and percent is None:
        kind = kind_of(named.symbol)
        reading.rates[named.symbol] = Rate(named.symbol, kind, last, 0, named.name, named.label, currency, text)
        return True
    marks = "".join("-" if move < 0 else "+" for move in (change, percent) if move)
    size, share = (None if move is None else abs(move) for move in (change, percent))
    resolve_signs([Row([0], named, last, size, share, marks, text, currency=currency)], reading)
    return True


def _moves(last: Decimal, change_text: str, percent_text: str) -> tuple[Decimal | None, Decimal | None]:
    """Return change and percent; a percentage that may be a fraction, such as 0.0155 for 1.55%, is left out."""
    change, percent = _amount(change_text), _amount(percent_text)
    if percent is None or "%" in percent_text or abs(percent) >= FRACTION:
        return change, percent
    return change, percent if change is not None and adds_up(last, change, percent) else None


def _amount(text: str) -> Decimal | None:
    return plain_number(text.lstrip("$€£").replace(",", ""))


def _add_rate(each: Mapping[str, Any], reading: StripReading) -> None:
    """Add an exchange rate: the price of one unit of a currency in another."""
    rate = each.get("currentExchangeRate")
    if not isinstance(rate, dict):
        return
    base, other = code_of(str(each.get("currency"))), code_of(str(rate.get("priceCurrency")))
    price = plain_number(rate.get("price"))
    if base and other and price is not None and price > 0:
        symbol = f"{base}/{other}"
        reading.rates.setdefault(symbol, Rate(symbol, Kind.CURRENCY, price, 0, currency=other))
