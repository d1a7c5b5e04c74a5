"""The codes of exchanges, by where pages print them."""

from __future__ import annotations

_ANYWHERE = frozenset(
    "NASDAQ NYSE NYSEARCA AMEX BATS OTC OTCMKTS ETR FRA LSE LON TSX TSE TYO NSE BSE ASX HKG EPA AMS BIT BME".split()  # noqa: SIM905
)
BEHIND_NAMES = _ANYWHERE | frozenset(
    "ARCA CBOE XETRA TSXV HKEX SGX KRX SZSE SSE JSE B3 BMV STO OSL CPH HEL WSE PSX".split()  # noqa: SIM905
)
"""Those that stand behind a symbol and a company's name, as in `AAPL Apple Inc NASDAQ`."""
BEHIND_SYMBOLS = _ANYWHERE | frozenset(
    "OTCID OTCQX OTCQB PINK SWX SHA SHE INDEXSP INDEXDJX INDEXNASDAQ INDEXNIKKEI INDEXDB INDEXFTSE IND "  # noqa: SIM905
    "CBOT NYMEX COMEX EUREX MOEX US CUR COM LN GR FP JP HK CN CA AU SW IM".split()
)
"""Those that stand behind a symbol, as in `SPX:IND` and `AAPL:NASDAQ`, and countries."""
BESIDE_NAMES = frozenset(code for code in BEHIND_NAMES | BEHIND_SYMBOLS if len(code) > 2) | frozenset(
    ("Xetra", "Frankfurt", "Stuttgart", "Tradegate", "gettex", "Quotrix", "Euronext", "Euronext Paris", "Nasdaq", "SIX")
)
"""Those that stand beside a name in an element of their own."""
LISTED_THEMSELVES = frozenset(("CME", "CBOE", "ICE", "MCX"))
"""Those that are the symbols of the companies that run them, too."""
