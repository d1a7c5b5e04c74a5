"""Which symbols and names are indices or commodities; all others are equities."""

from __future__ import annotations

from functools import lru_cache

from tickerboard.model import Kind

_INDICES = frozenset(
    name.casefold()
    for name in (
        "KSE100", "KSE30", "BR100", "BR30", "KMI30", "ALLSHR", "KMIALLSHR", "BKTI", "OGTI", "PSXDIV20", "UPP9",
        "NITPGI", "NBPPGI", "MZNPI", "JSMFI", "ACI", "JSGBKTI", "MII30", "HBLTTI", "S&P 500", "Dow 30", "Dow",
        "Dow Jones", "Nasdaq", "Nasdaq 100", "Russell 2000", "VIX", "FTSE 100", "DAX", "DAX 30", "DAX 40", "CAC 40",
        "Nikkei 225", "Hang Seng", "BSE Sensex", "Sensex", "Nifty 50", "Euro Stoxx 50", "Shanghai",
    )
)  # fmt: skip
_COMMODITIES = frozenset(["gold", "silver", "copper", "crude oil", "brent", "brent crude", "natural gas"])


@lru_cache(4_096)
def kind_of(symbol: str) -> Kind:
    """Tell the kind of a symbol or name by what it is known as."""
    name = symbol.casefold()
    if name in _INDICES:
        return Kind.INDEX
    return Kind.COMMODITY if name in _COMMODITIES else Kind.EQUITY
