"""Currency signs and codes that stand beside a price, and the ISO 4217 code of each where it has only one."""

from __future__ import annotations

import re

from tickerboard.text.word_lists import word_set

# A sign that several currencies share ($, ¥, kr, Rs) has no code: the page does not say which of them it means.
_SIGNS = {
    "US$": "USD", "$US": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD",
    "S$": "SGD", "NT$": "TWD", "R$": "BRL", "MX$": "MXN", "$": "", "€": "EUR", "£": "GBP", "¥": "", "₹": "INR",
    "₨": "PKR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₪": "ILS", "₱": "PHP", "฿": "THB", "₫": "VND", "₦": "NGN",
    "₴": "UAH", "₸": "KZT", "৳": "BDT", "KSh": "KES", "Rs.": "", "Rs": "", "Rp": "IDR", "RM": "MYR", "zł": "PLN",
    "Kč": "CZK", "Ft": "HUF", "円": "JPY", "元": "CNY", "원": "KRW", "ドル": "USD", "GBp": "GBX", "GBX": "GBX",
    "kr": "", "kr.": "",
    "تومان": "", "ریال": "", "руб": "RUB", "руб.": "RUB",
}  # fmt: skip
CODES = word_set("""
    USD EUR GBP JPY CHF CAD AUD NZD CNY CNH HKD SGD TWD KRW INR PKR IDR MYR THB PHP VND BRL MXN ARS CLP COP PEN ZAR NGN
    KES EGP SAR AED QAR KWD ILS TRY RUB UAH PLN CZK HUF RON BGN SEK NOK DKK ISK KZT BDT LKR NPR
""")
"""ISO codes."""
LETTERS = {"N": "NGN", "R": "ZAR"}
"""Letters that are a currency before a figure with two decimals; `N225` is a name."""
_TETHER = "USDT"
_LONGEST_FIRST = sorted(_SIGNS, key=len, reverse=True)
SIGN_PATTERN = "|".join(re.escape(sign) for sign in _LONGEST_FIRST)
"""Matches a sign before or behind a figure, without a space."""
CODE_PATTERN = "|".join(sorted({*CODES, _TETHER}))
"""Matches an ISO code, or the coin that is worth a dollar."""


WORDS = CODES.union(_SIGNS, (_TETHER,))
"""All signs and codes."""


def is_currency(text: str) -> bool:
    """Return whether a word is a currency's sign or code."""
    return text in WORDS


def code_of(text: str) -> str | None:
    """Return the ISO 4217 code of a sign or code; None for a sign that many currencies share, such as `$`."""
    return text if text in CODES or text == _TETHER else _SIGNS.get(text) or None
