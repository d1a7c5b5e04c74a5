"""The names of a list: its rows show together which labels are a symbol and a name, and which are a name of words."""

from __future__ import annotations

import re
from itertools import pairwise, repeat
from typing import TYPE_CHECKING

from tickerboard.model import Kind, maker
from tickerboard.parser.figures.currencies import is_currency
from tickerboard.parser.kinds import known_kind, known_kinds
from tickerboard.parser.names.exchanges import BEHIND_NAMES, BEHIND_SYMBOLS
from tickerboard.parser.names.labels import (
    Name,
    are_symbols,
    is_company,
    is_fund,
    is_known,
    is_letters,
    is_plain_symbol,
    is_symbol,
    read_name,
)
from tickerboard.text.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LONGEST_RANK = 3
_FEWEST_MADE = 2
_ALIKE = 3
"""First letters that a long symbol, such as RELIANCE, shares with its company's name."""
_BRACKETED = re.compile(r"(.*\S)\s?\(((?:[A-Z]{2,8}:\s?)?[A-Z0-9][A-Z0-9.&/-]{0,11})\)")
_SUFFIX = re.compile(r"(?:Inc|Corp|Corporation|Co|Ltd|Limited|Group|Holdings?|plc)\.?\Z")
_COMPANY_WORD = re.compile(r"[a-z]{2}")
_CODED = re.compile(r"([0-9]{4,6}|[0-9]{3}[A-Z]) (\S.*)")
_CODED_BEHIND = re.compile(r"(\S.*) (0[0-9]{3,5}|[0-9]{5,6})")
# A label with words and an exchange behind them.
_LISTED = re.compile(rf".*\S (?:{'|'.join(sorted(BEHIND_NAMES))})")
# Legal forms and classes of shares in capitals.
_FORMS = word_set("""
    A B C D E AG SE SA NV AB AS ASA PLC SPA OYJ INC CO LTD CORP ADR ADS GDR ETF ETN REIT KGAA ON PN UNT VZ ST NPV SER
    CLASS LP LLC II III IV USA UK US EU UCITS ACC DIST USD EUR GBP
""")
# A symbol that no name begins with: `^GSPC`, `EURUSD=X`, `VOD.LON`, `BTC-USD`, `EUR/USD`.
_CERTAIN = re.compile(
    r"\^[A-Z0-9.]{1,10}|[A-Z0-9]{1,8}=[XF]|[A-Z0-9-]{2,8}\.[A-Z]{2,4}|[A-Z]{3,5}-(?:USD|EUR|USDT)|[A-Z]{3}/[A-Z]{3}"
)
_WITH_EXCHANGE = re.compile(rf"(\S.*) ([A-Z][A-Z0-9.]{{0,9}}): ?(?:{'|'.join(sorted(BEHIND_SYMBOLS))})")
_MAKERS = word_set("FTSE MSCI STOXX S&P PSE BSE NSE KBW CSI SSE SZSE JSE TSX OMX IBEX CAC AEX NZX BIST MOEX")
"""Makers of indices and exchanges whose names begin those of their indices, and which are no symbols of shares."""
_INDEX_WORDS = word_set("Index Composite Futures Future Volatility")
_name = maker(Name)
_LED = re.compile(r"^[A-Z]+[a-z]? ", re.MULTILINE)
"""How words begin the first of which has the shape of a symbol."""
_LOOSE = ("  ", " \n", "\n ", "\n\n", " price\n")
"""What labels have, between line ends, that are not just words with one space between two."""
_ANGLED = re.compile(r"[<＜〈]([0-9]{3}[0-9A-Z])[>＞〉] ?(\S.*)")
"""A share's code in angles before its name: `<5243> ノート`."""
_PLACE = re.compile(r"\A[0-9]{1,3}位 ?(?=\S)")
"""A rank in Japanese."""
_DASHED = re.compile(r"([A-Z0-9.]{1,8}) [\u2013\u2014-] (\S.*)")


def read_names(texts: Sequence[str]) -> list[Name]:
    """Return what the labels of the rows of one list stand for.

    `FSR Fisker Inc.` and `Apple Inc. (AAPL)` are a symbol and a name where the other rows are so too and no symbol
    stands twice: `NASDAQ Composite` and `NASDAQ 100` are names, and so is `VENKY'S LIMITED (EQ)`. An exchange at the
    end of every label, as in `AAPL Apple Inc NASDAQ`, is no part of a name.
    """
    if are_symbols(texts):
        return list(map(_name, zip(texts, repeat(None), repeat(None), strict=False)))
    if all(map(str.isalnum, texts)):  # words without spaces: nothing to split
        return [read_name(text) for text in texts]
    if not _are_words(texts):
        texts = [_PLACE.sub("", " ".join(text.removesuffix(":").split())) for text in texts]
    if len(texts) > 1 and all(map(_LISTED.fullmatch, texts)):
        texts = [text.rpartition(" ")[0] for text in texts]
    if _are_words(texts):  # then they have no bracket, digit or mark
        return _names_of_words(texts)
    marked = None
    if not is_letters("".join(texts)):  # else they have no bracket, digit or mark
        marked = _split(texts, bracketed) or _split(texts, _certain) or _coded(texts)
    return (
        marked
        or _split(texts, _leading)
        or _split(texts, _coin)
        or _split(texts, _trailing)
        or [_alone(text) for text in texts]
    )


def _are_words(texts: Sequence[str]) -> bool:
    """Return whether labels are words of Latin letters, with one space between two."""
    whole = "\n".join(["", *texts, ""])
    is_spaced = not any(map(whole.__contains__, _LOOSE))
    return is_spaced and whole.isascii() and whole.replace(" ", "").replace("\n", "").isalpha()


def _names_of_words(texts: Sequence[str]) -> list[Name]:
    """Return what labels of words stand for."""
    may_lead = _LED.search("\n".join(texts)) is not None
    pairs = [text.rpartition(" ") for text in texts]
    lasts = {last for _, _, last in pairs}
    symbols = {*filter(is_plain_symbol, lasts)}
    have_coin = bool(symbols) and Kind.CRYPTO in known_kinds([name for name, _, last in pairs if last in symbols])
    may_trail = any(map(is_symbol, lasts - _FORMS))
    return (
        (_split(texts, _leading) if may_lead else None)
        or (_split(texts, _coin) if have_coin else None)
        or (_split(texts, _trailing) if may_trail else None)
        or [
            _name((symbol, None, text)) if " " in text else read_name(text)
            for text, symbol in zip(texts, "\n".join(texts).upper().split("\n"), strict=True)
        ]
    )


def _alone(text: str) -> Name:
    """Return what a label stands for by itself: `Apple Inc. (NASDAQ: AAPL)` and `Bitcoin (BTC)` are two names each."""
    pair = bracketed(text)
    is_pair = pair is not None and (":" in text or all(map(is_known, pair)))
    return Name(pair[0], pair[1], text) if pair and is_pair else read_name(text)


def read_name_column(texts: Sequence[str]) -> list[Name]:
    """Return what the cells of a column of names stand for: `SM Prime` is a name there, `Apple Inc. (AAPL)` is both.

    So is `TFX Teleflex Inc` where most symbols of the column have letters of the names beside them.
    """
    for split in (bracketed, _certain, _coin, _leading, _trailing):
        names = _split(texts, split)
        if names and (split in (bracketed, _coin) or _are_made_of(names)):
            return names
    return [read_name(text) for text in texts]


def _are_made_of(names: Sequence[Name]) -> bool:
    """Return whether most symbols, two at least, are made of letters of their names, in that order: `TFX`, Teleflex."""
    pairs = [(_letters(each.symbol), iter(_letters(each.name))) for each in names if each.name]
    made = [all(letter in rest for letter in symbol) for symbol, rest in pairs]
    return sum(made) >= _FEWEST_MADE and sum(made) * 2 > len(made)


def _split(texts: Sequence[str], split: Callable[[str], tuple[str, str] | None]) -> list[Name] | None:
    """Split each label into symbol and name; None unless nearly all labels of several words can be."""
    pairs = [split(text) for text in texts]
    found = {pair for pair in pairs if pair}
    if not found:
        return None
    whole = sum(1 for text in texts if " " in text.strip() and not (is_known(text) or _is_of_index(text)))
    enough = (len(pairs) - pairs.count(None)) * 5 >= whole * 4 if len(found) > 1 else _is_company(pairs)
    if not enough or len({symbol for symbol, _ in found}) < len(found):
        return None
    return [Name(pair[0], pair[1], text) if pair else _alone(text) for pair, text in zip(pairs, texts, strict=True)]


def _is_company(pairs: Sequence[tuple[str, str] | None]) -> bool:
    """Return whether the only pair among the rows has a company's name beyond doubt; `HDFC Bank` is one name."""
    names = [pair[1] for pair in pairs if pair]
    first = names[0].partition(" ")[0] if len(names) == 1 else ""
    return bool(first) and is_company(names[0]) and not is_company(first)


def bracketed(text: str) -> tuple[str, str] | None:
    """Return the symbol and the name of `Apple Inc. (AAPL)`; None for any other text, or a fund's currency."""
    found = _BRACKETED.fullmatch(text) if text.endswith(")") else None
    if not found or not any(each.isalpha() for each in found[2]) or (is_currency(found[2]) and is_fund(text)):
        return None
    return found[2].rpartition(":")[2].strip(), found[1].strip()


def listed(text: str) -> tuple[str, str] | None:
    """Return the symbol and the name of `Apple Inc. AAPL:NASDAQ`; None for any other text."""
    found = _WITH_EXCHANGE.fullmatch(text) if ":" in text else None
    return (found[2], found[1]) if found else None


def _coded(texts: Sequence[str]) -> list[Name] | None:
    """Split labels that all begin with a share's number, such as `00700 TENCENT`, or all end in one."""
    pairs = [(found[1], found[2]) for text in texts if (found := _CODED.fullmatch(text))]
    pairs = pairs or [(found[2], found[1]) for text in texts if (found := _CODED_BEHIND.fullmatch(text))]
    if len(pairs) < max(2, len(texts)) or len({code for code, _ in pairs}) < len(pairs):
        return None
    return [Name(code, name, text) for (code, name), text in zip(pairs, texts, strict=True)]


def _certain(text: str) -> tuple[str, str] | None:
    """Split a symbol that is one beyond doubt, by its form or by what stands behind it, and the name."""
    if pair := listed(text):
        return pair
    if dashed := _DASHED.fullmatch(text) or _ANGLED.fullmatch(text):
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
    return (symbol, name.strip()) if _is_pair(symbol, name) and not _is_of_index(text) else None


def _is_of_index(text: str) -> bool:
    """Return whether a text is an index of its maker: `FTSE Bursa Malaysia`, `PSE Index`."""
    first, _, rest = text.partition(" ")
    return rest in _INDEX_WORDS or (first in _MAKERS and not is_company(rest))


def _is_pair(symbol: str, name: str) -> bool:
    """Return whether two parts of a label are a symbol and a company's name; a long symbol begins as the name does."""
    if not (name and is_symbol(symbol)):
        return False
    core = _SUFFIX.sub("", name).strip()
    if is_known(f"{symbol} {name}") or is_known(f"{name} {symbol}"):
        return False
    if "." in symbol and symbol.partition(".")[0] == name:  # `BP. BP`, `BT.A BT`
        return True
    is_company = is_known(name) or _COMPANY_WORD.search(core) or (core and core != name.strip())
    if not is_company or not any(map(str.isupper, name)):
        return False
    if is_plain_symbol(symbol):
        return True
    initials = "".join(word[0] for word in name.casefold().split() if word[0].isalpha())
    begins = (_letters(name), initials)
    return any(each.startswith(_letters(symbol)[:_ALIKE]) for each in begins)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def without_ranks(texts: Sequence[str]) -> list[str]:
    """Return labels without the ranks before them, `1 Alpha`, `2 Beta`, where most count up by one, over unread rows.

    `1 Month` and `2 Month`, or `1 Year Bond` and `2 Year Bond`, are names.
    """
    if texts and not texts[0].partition(" ")[0].removesuffix(".").isdecimal():
        return list(texts)
    parts = [text.partition(" ") for text in texts]
    ranks, rests = [rank.removesuffix(".") for rank, *_ in parts], [rest for *_, rest in parts]
    are_numbers = all(rank.isdecimal() and len(rank) <= _LONGEST_RANK for rank in ranks)
    if len(texts) < _FEWEST_MADE or not (are_numbers and all(rests)) or len({*rests}) < len(rests):
        return list(texts)
    steps = [int(later) - int(rank) for rank, later in pairwise(ranks)]
    are_counts = min(steps) > 0 and steps.count(1) * 2 > len(steps) and not any(map(known_kind, texts))
    return rests if are_counts else list(texts)
