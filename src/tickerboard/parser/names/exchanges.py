"""The codes of exchanges, by where pages print them."""

from __future__ import annotations

from tickerboard.text.word_lists import word_set

_ANYWHERE = word_set("""
    NASDAQ NYSE NYSEARCA AMEX BATS OTC OTCMKTS ETR FRA LSE LON TSX TSE TYO NSE BSE ASX HKG EPA AMS BIT BME
""")
BEHIND_NAMES = _ANYWHERE | word_set("ARCA CBOE XETRA TSXV HKEX SGX KRX SZSE SSE JSE B3 BMV STO OSL CPH HEL WSE PSX")
"""Those that stand behind a symbol and a company's name, as in `AAPL Apple Inc NASDAQ`."""
BEHIND_SYMBOLS = _ANYWHERE | word_set("""
    OTCID OTCQX OTCQB PINK SWX SHA SHE INDEXSP INDEXDJX INDEXNASDAQ INDEXNIKKEI INDEXDB INDEXFTSE IND CBOT NYMEX COMEX
    EUREX MOEX US CUR COM LN GR FP JP HK CN CA AU SW IM
""")
"""Those that stand behind a symbol, as in `SPX:IND` and `AAPL:NASDAQ`, and countries."""
BESIDE_NAMES = frozenset(code for code in BEHIND_NAMES | BEHIND_SYMBOLS if len(code) > 2) | frozenset(
    ("Xetra", "Frankfurt", "Stuttgart", "Tradegate", "gettex", "Quotrix", "Euronext", "Euronext Paris", "Nasdaq", "SIX")
)
"""Those that stand beside a name in an element of their own."""
LISTED_THEMSELVES = frozenset(("CME", "CBOE", "ICE", "MCX"))
"""Those that are the symbols of the companies that run them, too."""
