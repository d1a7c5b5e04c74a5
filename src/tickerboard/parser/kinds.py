"""What well-known symbols and names are: indices, commodities, currencies, crypto; all others are equities."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tickerboard.model import Kind
from tickerboard.parser.figures.currencies import CODES
from tickerboard.text.days import MONTH
from tickerboard.text.numbers import has_digit
from tickerboard.text.patterns import pattern
from tickerboard.text.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_INDICES = """
KSE100 KSE30 KSE100PR BR100 BR30 KMI30 ALLSHR KMIALLSHR BKTI OGTI PSXDIV20 UPP9 NITPGI NBPPGI MZNPI JSMFI ACI JSGBKTI
MII30 HBLTTI
S&P 500|S&P500|SPX|S&P/TSX|S&P/ASX 200|S&P/NZX 50|S&P/TSX Composite|TSX|TSX Composite|Dow|Dow 30|Dow Jones|DJIA
Dow Jones Industrial Average|Dow Industrials|Nasdaq|Nasdaq 100|Nasdaq Composite|Nasdaq Comp.|Nasdaq Comp|Nasdaq-100
Russell 2000|Russell 1000|Russell 3000|NYSE Composite|VIX|CBOE VIX|VIX Index|Wilshire 5000|S&P 400|S&P 600|S&P 100
FTSE|FTSE 100|FTSE 250|FTSE 350|FTSE All-Share|FTSE MIB|UK 100|DAX|DAX 30|DAX 40|MDAX|TecDAX|SDAX|CAC|CAC 40|SBF 120
MDAX 50|TecDAX 30|SDAX 70|AEX 25|AMX 25|OBX 25
CAC Next 20|AEX|AMX|BEL 20|IBEX|IBEX 35|PSI|PSI 20|SMI|SLI|ATX|ISEQ|OMX|OMXS30|OMX Stockholm 30|OMX C25|OMXC25|OBX
OMXH25|WIG|WIG20|PX|BUX|BET|MOEX|RTS|RTSI|BIST 100|XU100|Euro Stoxx 50|Eurostoxx 50|EuroStoxx|E-Stoxx 50|Stoxx 50
Stoxx 600|Stoxx Europe 50|Stoxx Europe 600|Nikkei|Nikkei 225|N225|TOPIX|JPX-Nikkei 400|Hang Seng|HSI|HSCEI
Hang Seng Index|Hang Seng China Enterprises|Hang Seng Tech|Shanghai|Shanghai Composite|SSE Composite|SSE|CSI 300
SZSE Component|Shenzhen|Shenzhen Component|ChiNext|KOSPI|KOSPI 200|KOSDAQ|TAIEX|TWSE|STI|Straits Times|KLCI|FBM KLCI
SET|SET Index|SET 50|PSEi|PSE Composite|JCI|IDX Composite|IHSG|LQ45|VN-Index|VNIndex|VN30|HNX-Index|UPCOM
Sensex|BSE Sensex|BSE 500|Nifty|Nifty 50|Nifty Bank|Bank Nifty|Nifty IT|Nifty Next 50|Nifty Midcap 100|India VIX|DSEX
mWIG40|sWIG80|BDI|Baltic Dry Index|ASX 100
ASPI|ASX|ASX 200|ASX 300|ALL ORDS|All Ordinaries|NZX 50|NZX50|Bovespa|Ibovespa|IBOV|IPC|IPC Mexico|Merval|IPSA|COLCAP
JSE Top 40|JSE All Share|FTSE/JSE|EGX 30|EGX30|TASI|Tadawul|DFM|ADX|QE|TA-35|TA 35|TA-125|CMC Crypto 200|MSCI World
MSCI EM|ASI|NGX ASI|NSE ASI|DXY|US Dollar Index|Dollar Index
S&P BSE Sensex|ASX All Ordinaries|KOSPI Composite|SET Composite|Jakarta Composite|HNX 30|FTSE Bursa Malaysia KLCI
Nikkei Stock Average|Nikkei Stock Average 225|Straits Times Index|Taiwan Weighted|Euronext 100
코스피|코스피 200|코스피200|코스닥|나스닥|다우존스|다우 존스|上证综指|深证成指|创业板指|沪深300|恒指
Dow industrial average|Dow Jones Industrials|Dow average|CAC-40|NZX-50|NZSX 50|NZSX-50|Nikkei average|Swiss market index
Russell 2K|日経平均|日経225|NYダウ|C25|ESt50|OMXC 25|Nifty 100|Nas|恒生指数|上证指数
ת"א 35|ת"א 90|ת"א 125|מדד ת"א 35|מדד ת"א 90|מדד ת"א 125|מדד ת"א 35 דולר
"""
_COMMODITIES = """
Gold|Spot gold|Gold (oz)|Gold Spot|XAU/USD|Silver|Spot silver|XAG/USD|Platinum|Palladium|Copper|Aluminium|Aluminum|Zinc
Nickel|Lead|Tin|Iron ore|Oil|Crude|Crude oil|Oil (WTI)|Oil (Brent)|WTI|WTI crude|WTI crude oil|Brent|Brent crude
Brent oil|Brent crude oil|Crude oil WTI|Crude oil Brent|US oil|US crude|Natural gas|Nat gas|Natgas|Heating oil|Gasoline
RBOB|Gasoil|Coal|Corn|Wheat|Soybeans|Soybean|Rice|Oats|Coffee|Cocoa|Sugar|Cotton|Palm oil|Lumber|Live cattle
Feeder cattle|Lean hogs|Uranium|Lithium|Petróleo|Oro|Plata|Pétrole|Or|Argent|Ölpreis|Öl|Silber|Kupfer|Platin|Ouro|Oro
Soja|Maíz|Trigo|Milho|Café|Azúcar|Algodón|Cebada|Colza|Blé|Maïs|Weizen|Raps|Kaffee|Kakao|Cobre|Gas natural|Soybean meal
Soybean oil|Canola
"""
_CRYPTO = """
BTC ETH USDT USDC BNB XRP ADA DOGE SOL TRX TON DAI DOT MATIC LTC SHIB WBTC BCH LINK TUSD XLM XMR AVAX UNI ATOM ETC EOS
DASH ZEC AAVE ALGO
Bitcoin|Ethereum|Ether|Tether|Tether USDt|Binance Coin|Ripple|Cardano|Dogecoin|Solana|TRON|Toncoin|Polkadot|Polygon
Litecoin|Shiba Inu|Bitcoin Cash|Chainlink|Stellar|Monero|Avalanche|Uniswap|Cosmos|Ethereum Classic|Dash|Zcash
Wrapped Bitcoin
"""
_CURRENCIES = """
Australian dollar|Aussie dollar|Canadian dollar|US dollar|Dollar|Euro|Pound|Sterling|British pound|Yen|Japanese yen
Swiss franc|Rupee|Yuan|Loonie|Dólar|Dolar|EURUSD|GBPUSD|USDJPY|AUDUSD|USDCAD|USDCHF|NZDUSD|EURGBP|EURJPY|EURCHF|USDCNY
USDINR|דולר|דולר ארה"ב|אירו|ליש"ט
"""
_MONEY = "|".join(sorted(CODES))
_COINS = "BTC|ETH|XRP|SOL|ADA|DOGE|LTC|BCH|BNB|DOT|LINK|XLM|TRX|AVAX|SHIB|XMR"
_PAIR = pattern(rf"(?:{_MONEY})[/-]?(?:{_MONEY})(?:=X)?|(?:{_MONEY})(?:=X)?")
_COIN_PAIR = pattern(rf"(?:{_COINS})[/-]?(?:{_MONEY}|USDT|USDC|BTC|ETH)")
_METAL_PAIR = pattern(r"(?:XAU|XAG|XPT|XPD)[/-]?(?:USD|EUR)")
_LONGEST_PAIR = 12
_BEHIND_NAME = {"index": Kind.INDEX, **dict.fromkeys(("ask", "bid"), Kind.COMMODITY)}
"""A word that may stand behind a well-known name, and the kind that is then meant: `S&P 500 Index`, `Gold Ask`."""
_EXCHANGES = word_set("lme comex nymex ice cbot mcx shfe cme matif")
"""Exchanges before the names of commodities: `LME Copper`."""
_COIN_HEADS = frozenset(coin[:3] for coin in _COINS.split("|"))
_BEHIND_COIN = CODES.union(_COINS.split("|"), ("USDT",))
"""What a coin's name may have behind it: a currency, as in `Bitcoin USD`, or its code."""
_BOND = pattern(
    r"(?:u\.?s\.? |german(?:y)? |uk |japan(?:ese)? |italian? |italy |france |french |spain |spanish |swiss |china "
    r"|india |greece |portugal |aus(?:tralian?|tralia)? |canad(?:a|ian) )?"
    r"(?:(?:treasury )?(?:2|3|5|7|10|20|30)[ -]?(?:yr?|years?)(?: (?:treasury|bond|note|yield|t-note|gilt|bund))*"
    r"|(?:treasury|bund|gilt|btp|oat|jgb)s? (?:2|3|5|7|10|20|30)[ -]?(?:yr?|years?)(?: yield)?)"
    r"|(?:日本|日|米国|米|独|ドイツ|英国|英|美国|德国|中国)?(?:2|3|5|7|10|20|30)年(?:物|期)?(?:米|独|英)?(?:国債|国债|債|债)"
    r"(?:利回り|收益率)?|長期金利",
    re.IGNORECASE,
)
_FUTURE = pattern(r".*\bfutures?\b.*|.*\bcrop (?:corn|soybeans?|wheat)\b.*", re.IGNORECASE)
_MONTH_OF = rf"(?:{MONTH}[ '’.-]{{0,2}}(?:20)?[0-9]{{2}}|[0-9]{{2}}-{MONTH})"
_CONTRACT = pattern(rf"(?:{_MONTH_OF} (?P<behind>\S.*)|(?P<before>.*\S) \(?{_MONTH_OF}\)?)", re.IGNORECASE)
"""What a future's month stands by: `Gold Dec 26`, `Dec 2026 Corn`."""
_CONTRACT_CODE = pattern(
    r"(?:M?ES|M?NQ|M?YM|RTY|CL|BZ|NG|RB|HO|M?GC|SI|HG|PL|PA|Z[BCFLMNORSTW]|KE|LE|GF|HE|KC|CC|CT|SB|OJ|6[ABCEJNS]|VX|DX"
    r"|FDAX|FESX|FGBL)[FGHJKMNQUVXZ](?:[0-9]|2[0-9])(?:\.[A-Z]{2,3})?|[A-Z0-9]{1,6}=F"
)
"""The code of a future: what it is of, its month and its year, or an agency's `ES=F`."""
_AT_AGENCY = pattern(r"\^.+|\.(?!NET\Z)[A-Z][A-Z0-9]{1,7}")
"""The code of an index at an agency: `^GSPC`, `.DJI`."""
_MARKS = str.maketrans("®™*", "   ")


def _key(name: str) -> str:
    return name.casefold() if name.isalnum() else " ".join(name.casefold().translate(_MARKS).split())


def _names(text: str) -> list[str]:
    """Split a list of names: words where no bar is on the line, else what stands between bars."""
    names: list[str] = []
    for line in text.strip().split("\n"):
        names += line.split("|") if "|" in line else line.split()
    return names


_KINDS = {
    _key(name): kind
    for kind, names in (
        (Kind.CURRENCY, _CURRENCIES),
        (Kind.CRYPTO, _CRYPTO),
        (Kind.COMMODITY, _COMMODITIES),
        (Kind.INDEX, _INDICES),
    )
    for name in _names(names)
}


_NUMBERS: dict[str, tuple[str, ...]] = {}
"""The numbers at the end of well-known names, by the words before them."""
for _name in _KINDS:
    _words, _, _number = _name.rpartition(" ")
    if _number.isdecimal():
        _NUMBERS[_words] = (*_NUMBERS.get(_words, ()), _number)

_NUMBERED = frozenset([words.rpartition(" ")[2] for words in _NUMBERS])
"""The last of these words."""
_HEADS = frozenset(
    [name[:3] for name in _KINDS]
    + [name[:3] for name in _EXCHANGES]
    + [head.casefold() for head in (*_COIN_HEADS, *CODES, "XAU", "XAG", "XPT", "XPD")]
)
"""The first three letters of all that is well-known and has no figure in its name."""


@lru_cache(32_768)
def known_kind(name: str) -> Kind | None:
    """Return the kind of a well-known symbol or name; None for any other, which is most likely an equity's."""
    if _is_unknown(name):
        return None
    key = _key(name)
    if kind := _KINDS.get(key.removeprefix("^")):
        return kind
    if kind := _kind_before_word(key):
        return kind
    if len(name) <= _LONGEST_PAIR and (pair := _pair_kind(name.upper())):
        return pair
    if name[:1] in ("^", ".") and _AT_AGENCY.fullmatch(name):
        return Kind.INDEX
    if " " in name and _is_coin(*name.rsplit(" ", 1)):
        return Kind.CRYPTO
    if is_bond(name):
        return Kind.INDEX
    return Kind.FUTURE if _is_future(name, key) else None


def known_kinds(names: Sequence[str]) -> list[Kind | None]:
    """Return the kind of each well-known name, None for any other: a look at all of them before one at each."""
    whole = "\n".join(names)
    small = whole.lower()
    if not whole.isascii() or "uture" in small or "crop" in small:
        return list(map(known_kind, names))
    heads = [each[:3] for each in small.split("\n")]
    are_letters = "".join(heads).isalpha() and whole.replace("\n", "").replace(" ", "").isalpha()
    if are_letters:
        known = _HEADS.intersection(heads)
        return [known_kind(name) if head in known else None for name, head in zip(names, heads, strict=True)]
    letters = whole.replace(" ", "").split("\n")
    return [
        known_kind(name) if head in _HEADS or not (plain.isalpha() and head.isalpha()) else None
        for name, head, plain in zip(names, heads, letters, strict=True)
    ]


def _is_future(name: str, key: str) -> bool:
    """Return whether a name is of a future: it says so, or has the month of one, or is the code of one."""
    if ("uture" in key or "crop" in key) and _FUTURE.fullmatch(name):
        return True
    if " " not in name:
        return ("=" in name or has_digit(name)) and _CONTRACT_CODE.fullmatch(name) is not None
    dated = _CONTRACT.fullmatch(name) if has_digit(name) else None
    return dated is not None and known_kind(dated["behind"] or dated["before"]) is not None


def may_lack_numbers(names: Iterable[str]) -> bool:
    """Return whether one of some names may lack a number to be well-known: a look at all before one at each."""
    return not _NUMBERED.isdisjoint(" ".join(names).casefold().translate(_MARKS).split())


def numbers_lacked(name: str) -> tuple[str, ...]:
    """Return the numbers that a name lacks to be well-known, such as 500 for `S&P`: a price may begin with them."""
    key = _key(name)
    return () if key in _KINDS else _NUMBERS.get(key) or _NUMBERS.get(key.partition(" ")[2], ())  # `SPX S&P`


def _kind_before_word(key: str) -> Kind | None:
    """Return the kind of a well-known name with one more word: `Index` behind it, or its exchange before it."""
    exchange, _, of_exchange = key.partition(" ")
    if exchange in _EXCHANGES and _KINDS.get(of_exchange) is Kind.COMMODITY:
        return Kind.COMMODITY
    known, _, word = key.rpartition(" ")
    kind = _BEHIND_NAME.get(word)
    return kind if kind and _KINDS.get(known) is kind else None


def _is_unknown(name: str) -> bool:
    """Return whether letters begin as nothing well-known does: a look at first, for most names do."""
    small = name.casefold()
    head = small[:3]
    if head in _HEADS or not head.isalpha() or "uture" in small or "crop" in small:
        return False
    return name.isalpha() or name.replace(" ", "").isalpha()


def is_bond(name: str) -> bool:
    """Return whether a name is of a government bond of some years, whose last price is a yield: `US 10-YR`."""
    return (has_digit(name) or not name.isascii()) and _BOND.fullmatch(name) is not None


def _is_coin(name: str, behind: str) -> bool:
    return behind in _BEHIND_COIN and _KINDS.get(_key(name)) is Kind.CRYPTO


def _pair_kind(name: str) -> Kind | None:
    """Return the kind of a pair such as EUR/USD or BTC-USD; None for what does not begin as one."""
    head = name[:3]
    if (head in _COIN_HEADS) and _COIN_PAIR.fullmatch(name):
        return Kind.CRYPTO
    if head[0:1] == "X" and _METAL_PAIR.fullmatch(name):
        return Kind.COMMODITY
    return Kind.CURRENCY if head in CODES and _PAIR.fullmatch(name) else None


def kind_of(name: str) -> Kind:
    """Return the kind of a symbol or name by what it is known as; an unknown one is an equity."""
    return known_kind(name) or Kind.EQUITY
