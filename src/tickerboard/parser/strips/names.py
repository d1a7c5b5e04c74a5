"""The label of a row: whether a text can be one, and the symbol, name and label that it stands for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.model import Kind
from tickerboard.parser.figures.currencies import is_currency
from tickerboard.parser.kinds import known_kind
from tickerboard.parser.strips.other_names import names_other

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LONGEST = 64
_LONGEST_PLAIN = 15
_MOST_WORDS = 10
_ALIKE = 3
"""First letters that a long symbol, such as RELIANCE, shares with its company's name."""
_MOST_CUT = 4
"""Words of a name that ends in an ellipsis."""
_SYMBOL = re.compile(r"[\^$.]?[A-Z0-9](?:[A-Z0-9.&/=:^$_-]{0,14}[A-Za-z]?)")
_PLAIN_SYMBOL = re.compile(r"[A-Z][A-Z0-9]{0,5}(?:[.-][A-Z]{1,2})?")
_NUMBERED_SYMBOL = re.compile(r"[1-9][0-9]?[A-Z]")
_EXCHANGE = re.compile(r"([A-Z]{2,8}):\s?([A-Z0-9][A-Z0-9.&-]{0,11})")
# Exchanges and countries that stand behind a symbol, as in `SPX:IND` and `AAPL:NASDAQ`.
_VENUES = frozenset(
    "NASDAQ NYSE AMEX NYSEARCA BATS OTCMKTS LON LSE TSE TYO FRA ETR EPA AMS BIT BME SWX ASX NSE BSE HKG SHA SHE TSX "  # noqa: SIM905
    "INDEXSP INDEXDJX INDEXNASDAQ INDEXNIKKEI INDEXDB INDEXFTSE IND US CUR COM LN GR FP JP HK CN CA AU SW IM".split()
)
_BRACKETED = re.compile(r"(.*\S)\s?\(((?:[A-Z]{2,8}:\s?)?[A-Z0-9][A-Z0-9.&/-]{0,11})\)")
_COMPANY = re.compile(
    r".*\b(?:Inc|Corp|Corporation|Co|Company|Ltd|Limited|LLC|PLC|plc|AG|SE|SA|S\.A|NV|N\.V|SpA|AB|ASA|Oyj|Group|Holdings?"
    r"|Trust|ETF|Fund|Bank|Bancorp|Bhd|BHD|Berhad|Tbk|GmbH|KGaA|SAS|Pty|PJSC|JSC|A/S)\.?"
)
_SUFFIX = re.compile(r"(?:Inc|Corp|Corporation|Co|Ltd|Limited|Group|Holdings?|plc)\.?\Z")
_COMPANY_WORD = re.compile(r"[a-z]{2}")
_CODE = re.compile(r"[0-9]{4,6}|[0-9]{3}[A-Z]")
_CODED = re.compile(r"([0-9]{4,6}|[0-9]{3}[A-Z]) (\S.*)")
_CODED_BEHIND = re.compile(r"(\S.*) (0[0-9]{3,5}|[0-9]{5,6})")
_BULLET = re.compile(
    r"\[[0-9]{1,4}\]\s?(?=[^\W\d_])|[•·*▪◦‣●■►▶★☆»›✓✔#\u2013\u2014-]\s+|[•·▪◦‣●■]"
    r"|[0-9]{1,3}[.)]\s+|[\U0001F1E6-\U0001F1FF]{2}\s*|[\U0001F947-\U0001F949]\s+"
)
# Marks of a registered name, of a footnote (`[3]`).
_MARKS = re.compile(r"\s?(?:[®™*†]+|\[[0-9]{1,3}\])")
# A text with one of these is a sentence or a headline and no name.
_SENTENCE = frozenset(
    "up down rose rises fell falls gained gains lost loses was were is are has had have from at by to its their his as "  # noqa: SIM905
    "will would with after before than that this which who when while points point percent closed close ended adds "
    "added drops dropped jumps jumped slips slipped climbs climbed increased Increased decreased Decreased".split()
)
_PAIR = re.compile(r"\A([A-Z]{3}) / ([A-Z]{3})\Z")
# A label with words and an exchange behind them.
_LISTED = re.compile(
    r".*\S (?:NASDAQ|NYSE|NYSEARCA|AMEX|ARCA|OTC|OTCMKTS|BATS|CBOE|XETRA|ETR|FRA|LSE|LON|TSX|TSXV|TSE|TYO|NSE|BSE|ASX"
    r"|HKEX|HKG|SGX|KRX|SZSE|SSE|JSE|B3|BMV|EPA|AMS|BIT|BME|STO|OSL|CPH|HEL|WSE|PSX)"
)
# Legal forms and classes of shares in capitals.
_FORMS = frozenset(
    "A B C D E AG SE SA NV AB AS ASA PLC SPA OYJ INC CO LTD CORP ADR ADS GDR ETF ETN REIT KGAA ON PN UNT VZ ST NPV "  # noqa: SIM905
    "SER CLASS LP LLC II III IV USA UK US EU UCITS ACC DIST USD EUR GBP".split()
)
# A day before a text, such as an analyst's note; a sentence and the beginning of another.
_DATE_FIRST = re.compile(r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}\b|[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
_SECOND_SENTENCE = re.compile(r"[a-z]{5,}\. [A-Z]")
# A percentage, or a figure right behind another: a row that was not taken apart.
_FIGURES_WITHIN = re.compile(r"[0-9] ?%|[0-9][.,][0-9]+[+(\u2212-]|[+\u2212][0-9]+[.,][0-9]")


# A sum of money, or a note in brackets such as a table's unit.
_NO_NAME = re.compile(r"[$€£₹¥] ?[0-9]|\([^()]*\)\Z")
# A symbol that no name begins with: `^GSPC`, `EURUSD=X`, `VOD.LON`, `BTC-USD`, `EUR/USD`.
_CERTAIN = re.compile(
    r"\^[A-Z0-9.]{1,10}|[A-Z0-9]{1,8}=[XF]|[A-Z0-9-]{2,8}\.[A-Z]{2,4}|[A-Z]{3,5}-(?:USD|EUR|USDT)|[A-Z]{3}/[A-Z]{3}"
)
_DASHED = re.compile(r"([A-Z0-9.]{1,8}) [\u2013\u2014-] (\S.*)")
_SELDOM_SYMBOLS = frozenset("CPI PPI PMI PE VOL TOTAL SALES".split())  # noqa: SIM905
"""Words in capitals that are a figure's name far more often than a symbol."""


class Name(NamedTuple):
    """What a row is of.

    `symbol` is as printed, or a name in upper case with its spaces where the page prints no symbol; `label` is then
    the name as printed. `name` is the company's name where it stands beside the symbol.
    """

    symbol: str
    name: str | None = None
    label: str | None = None


def without_bullet(text: str) -> str:
    """Return a line without the bullet or number of a list in front."""
    found = None if text[:1].isalpha() else _BULLET.match(text)  # no bullet is a letter
    return text[found.end() :].lstrip() if found else text


def is_symbol(text: str) -> bool:
    """Return whether a text has the shape of a symbol: capitals and digits, one word, such as `BRK.B` or `EUR/USD`."""
    return _SYMBOL.fullmatch(text) is not None and any(map(str.isalpha, text))


def is_plain_symbol(text: str) -> bool:
    """Return whether a text has the shape of a listed share's symbol: one to six capitals and digits."""
    return _PLAIN_SYMBOL.fullmatch(text) is not None


def is_numbered_symbol(text: str) -> bool:
    """Return whether a text is a name such as `3M`, which a figure with its unit may look like."""
    return _NUMBERED_SYMBOL.fullmatch(text) is not None


def is_plain_code(text: str) -> bool:
    """Return whether a text is a share's number, such as 7203 or 285A, or its symbol."""
    return is_plain_symbol(text) or _CODE.fullmatch(text) is not None


def is_label(text: str) -> bool:
    """Return whether a text can name what a row is of: no sentence, and no other name such as `Market Cap`."""
    return has_label_shape(text) and not names_other(text.removesuffix(":").rstrip())


@lru_cache(8_192)
def has_label_shape(text: str) -> bool:
    """Return whether a text looks like the label of a row and not like a sentence, whatever it names."""
    if len(text) <= _LONGEST_PLAIN and text.isalpha() and text.isupper() and text.isascii():
        return True  # a symbol, as most labels are
    text = text.removesuffix(":").rstrip()
    if not 0 < len(text) <= _LONGEST or not any(each.isalpha() for each in text):
        return False
    words = text.split()
    if _DATE_FIRST.match(text) or _SECOND_SENTENCE.search(text):
        return False
    if _FIGURES_WITHIN.search(text) or _NO_NAME.match(text):
        return False
    if names_other(text):
        return True
    if text.endswith(("…", "...")):  # a name that the page cut; a longer text is a headline's beginning
        text = text.rstrip(".… &")
        return len(words) <= _MOST_CUT and has_label_shape(text) and any(map(str.isupper, text))
    if len(words) > _MOST_WORDS or text[-1] in ",;!?=→>&/" or text[0] in ",;:.!?)%/|=":
        return False
    if text[-1] == "." and len(words) > 1 and len(words[-1]) > 7 and "." not in words[-1][:-1]:
        return False
    if text[0].islower() and len(words) > 1 and words[0].islower() and not _is_named_small(text):
        return False
    small = sum(word.islower() for word in words)
    return (small * 2 <= len(words) or len(words) == 1 or is_known(text)) and not any(
        word.strip(",:") in _SENTENCE for word in words
    )


def _is_named_small(text: str) -> bool:
    """Return whether a text that begins with a small letter is a name, as `adidas AG` is."""
    return known_kind(text) is not None or _COMPANY.fullmatch(text) is not None


def is_known(text: str) -> bool:
    """Return whether a text is a well-known index, commodity, currency or coin."""
    return known_kind(text) is not None


def is_company(text: str) -> bool:
    """Return whether a text ends as a company's name does, in `Inc.` or `AG`."""
    return _COMPANY.fullmatch(text) is not None


def proves_itself(text: str) -> bool:
    """Return whether a label makes a row a quote where its figures prove nothing: a symbol, or a well-known name."""
    return is_known(text) or (is_symbol(text) and text not in _SELDOM_SYMBOLS and not names_other(text))


def read_name(text: str) -> Name:
    """Return what a label stands for, by itself: `AAPL`, `NASDAQ:AAPL`, `Dow Jones`, `btc`."""
    if text.isalnum() and is_symbol(text):  # as most are
        return Name(text)
    text = text.removesuffix(":").strip()
    plain = _PAIR.sub(r"\1/\2", _MARKS.sub("", text) or text)
    if found := _EXCHANGE.fullmatch(plain):
        return Name(found[1 if found[2] in _VENUES else 2], label=text)
    label = None if is_symbol(plain) and plain == text else text
    return Name(plain if is_symbol(plain) else plain.upper(), label=label)


def read_pair(symbol: str, name: str) -> Name:
    """Return what a symbol with the company's name beside it stands for; the name may be empty."""
    plain = read_name(symbol)
    return Name(plain.symbol, name or None, plain.label)


def read_names(texts: Sequence[str]) -> list[Name]:
    """Return what the labels of the rows of one list stand for.

    `FSR Fisker Inc.` and `Apple Inc. (AAPL)` are a symbol and a name where the other rows are so too and no symbol
    stands twice: `NASDAQ Composite` and `NASDAQ 100` are names, and so is `VENKY'S LIMITED (EQ)`. An exchange at the
    end of every label, as in `AAPL Apple Inc NASDAQ`, is no part of a name.
    """
    if all(map(str.isalnum, texts)):  # symbols, or words without spaces: nothing to split
        return [read_name(text) for text in texts]
    texts = [text.removesuffix(":") for text in texts]
    if len(texts) > 1 and all(map(_LISTED.fullmatch, texts)):
        texts = [text.rpartition(" ")[0] for text in texts]
    return (
        _split(texts, bracketed)
        or _split(texts, _certain)
        or _coded(texts)
        or _split(texts, _leading)
        or _split(texts, _coin)
        or _split(texts, _trailing)
        or [read_name(text) for text in texts]
    )


def read_name_column(texts: Sequence[str]) -> list[Name]:
    """Return what the cells of a column of names stand for: `SM Prime` is a name there, `Apple Inc. (AAPL)` is both."""
    return _split(texts, bracketed) or _split(texts, _coin) or [read_name(text) for text in texts]


def _split(texts: Sequence[str], split: Callable[[str], tuple[str, str] | None]) -> list[Name] | None:
    """Split each label into symbol and name; None unless nearly all labels of several words can be."""
    pairs = [split(text) for text in texts]
    found = {pair for pair in pairs if pair}
    whole = sum(1 for text in texts if " " in text.strip() and not is_known(text))
    enough = len(found) * 5 >= whole * 4 if len(found) > 1 else _is_company(pairs)
    if not found or not enough or len({symbol for symbol, _ in found}) < len(found):
        return None
    return [Name(pair[0], pair[1], text) if pair else read_name(text) for pair, text in zip(pairs, texts, strict=True)]


def _is_company(pairs: Sequence[tuple[str, str] | None]) -> bool:
    """Return whether the only pair among the rows has a company's name beyond doubt; `HDFC Bank` is one name."""
    names = [pair[1] for pair in pairs if pair]
    first = names[0].partition(" ")[0] if len(names) == 1 else ""
    return bool(first) and _COMPANY.fullmatch(names[0]) is not None and _COMPANY.fullmatch(first) is None


def is_venue(text: str) -> bool:
    """Return whether a text is an exchange, or a country as it stands behind a symbol."""
    return text in _VENUES


def bracketed(text: str) -> tuple[str, str] | None:
    """Return the symbol and the name of `Apple Inc. (AAPL)`; None for any other text."""
    found = _BRACKETED.fullmatch(text)
    if not found or not any(each.isalpha() for each in found[2]):
        return None
    return found[2].rpartition(":")[2].strip(), found[1].strip()


def _coded(texts: Sequence[str]) -> list[Name] | None:
    """Split labels that all begin with a share's number, such as `00700 TENCENT`, or all end in one."""
    pairs = [(found[1], found[2]) for text in texts if (found := _CODED.fullmatch(text))]
    pairs = pairs or [(found[2], found[1]) for text in texts if (found := _CODED_BEHIND.fullmatch(text))]
    if len(pairs) < max(2, len(texts)) or len({code for code, _ in pairs}) < len(pairs):
        return None
    return [Name(code, name, text) for (code, name), text in zip(pairs, texts, strict=True)]


def _certain(text: str) -> tuple[str, str] | None:
    """Split a symbol that is one beyond doubt, by its form or by a dash behind it, and the name."""
    if dashed := _DASHED.fullmatch(text):
        return dashed[1], dashed[2]
    symbol, _, name = text.partition(" ")
    is_split = name and _CERTAIN.fullmatch(symbol) and (symbol.startswith("^") or not is_known(text))
    return (symbol, name) if is_split else None


def _coin(text: str) -> tuple[str, str] | None:
    """Split a coin's name and its symbol behind it; of a share, `Volvo B` is the name."""
    name, _, symbol = text.rpartition(" ")
    is_own = not is_currency(symbol) or name.startswith("Tether")  # `Bitcoin USD` is one name
    return (symbol, name) if is_own and is_plain_symbol(symbol) and known_kind(name) is Kind.CRYPTO else None


def _trailing(text: str) -> tuple[str, str] | None:
    """Split a company's name and its symbol behind it; `AG` and the `B` of a share's class are no symbols."""
    name, _, symbol = text.rpartition(" ")
    return (symbol, name) if symbol not in _FORMS and _is_pair(symbol, name) else None


def _leading(text: str) -> tuple[str, str] | None:
    symbol, _, name = text.partition(" ")
    return (symbol, name.strip()) if _is_pair(symbol, name) else None


def _is_pair(symbol: str, name: str) -> bool:
    """Return whether two parts of a label are a symbol and a company's name; a long symbol begins as the name does."""
    core = _SUFFIX.sub("", name).strip()
    if is_known(f"{symbol} {name}") or is_known(f"{name} {symbol}"):
        return False
    is_company = _COMPANY_WORD.search(core) or (core and core != name.strip())
    if not is_company or not any(map(str.isupper, name)):
        return False
    if is_plain_symbol(symbol):
        return True
    initials = "".join(word[0] for word in name.casefold().split() if word[0].isalpha())
    begins = (_letters(name), initials)
    return is_symbol(symbol) and any(each.startswith(_letters(symbol)[:_ALIKE]) for each in begins)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
