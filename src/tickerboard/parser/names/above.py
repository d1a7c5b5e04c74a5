"""The name of the quote whose figures stand below: a symbol, a company or a well-known name in the lines above."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.model import Kind
from tickerboard.parser.figures.currencies import is_currency
from tickerboard.parser.figures.tokens import tokens
from tickerboard.parser.kinds import known_kind
from tickerboard.parser.names.labels import (
    Name,
    is_company,
    is_known,
    is_label,
    is_symbol,
    is_venue,
    read_name,
    read_pair,
    without_bullet,
)
from tickerboard.parser.names.lists import bracketed, listed
from tickerboard.parser.names.no_names import names_other
from tickerboard.text.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_ABOVE = 8
"""Lines among which the name is looked for."""
_NEAR = 2
"""Lines between a symbol and its company's name, at most."""
_CAPITALS = word_set("""
    LIVE OPEN CLOSED CLOSE BUY SELL ETF INDEX STOCK EDT EST GMT UTC CET CEST AM PM NEW PRO ISIN WKN RT EOD HOME MENU
    NEWS QUOTE QUOTES MARKETS FAQ API RSS USA UK EU OK
""")
"""Words in capitals by a price that are no symbols."""
_ISIN = re.compile(r"[A-Z]{2}[A-Z0-9]{9}[0-9]")
# What a heading says behind the name.
_SAID_BEHIND = re.compile(
    r"\s+(?:live )?(?:stock|share|aktie|aktien)?[\s-]*(?:price|quote|kurs|kurse|chart|today|overview)?\Z"
    r"|\s+(?:stock|share) price index\Z",
    re.IGNORECASE,
)
# What stands behind a symbol in brackets: `Acme Inc. (ACME) — Analysis`.
_BEHIND_BRACKET = re.compile(r"(?<=[A-Z0-9]\)) [|\u2013\u2014-] .*")
# The heading of an index's own figures below a company: `Price of the sector index`, not `Index: Alpha 50`.
_OF_INDEX = re.compile(r"[^:]*\b(?:\w*index|[ií]ndice|indeks\w*|endeks\w*|индекс\w*)\b[^:]*", re.IGNORECASE)
_LISTED = re.compile(r"[A-Za-z]{2,10}:\s?([A-Z][A-Z0-9.-]{0,9})")
# A symbol and what kind of a security it is: `ACME (Common Stock)`.
_SECURITY = re.compile(r"([A-Z][A-Z0-9.]{0,9}) \((?:Common|Class|Ordinary|Preferred|Stock|Shares?|ADR)\b[^()]{0,20}\)")
_BESIDE = re.compile(r"([A-Z][A-Z0-9.]{0,9}) ?[:|\u2013-] (\S.*)")
_BEHIND = re.compile(r"(\S.*) [:|\u2013-] ?([A-Z][A-Z0-9.]{0,9})")


def is_ticker(text: str) -> bool:
    """Return whether a text is a symbol, and not a currency, an exchange, an ISIN, or another word in capitals."""
    is_other = is_currency(text) or is_venue(text) or text in _CAPITALS or _ISIN.fullmatch(text) or names_other(text)
    return is_symbol(text) and not is_other


def is_ticker_of(text: str, name: str) -> bool:
    """Return whether a line beside a company's name is its symbol beyond doubt; `DAX` is a heading above one."""
    return is_ticker(text) and is_company(name) and known_kind(text) is not Kind.INDEX


def plain_heading(text: str) -> str:
    """Return a heading without what it says behind the name, such as `Stock Price`."""
    return _SAID_BEHIND.sub("", text) or text


def name_above(lines: Sequence[str]) -> tuple[Name, int] | None:
    """Return the name that the lines above some figures hold, the nearest one, and how many lines above it stands.

    Return None where they hold none.
    """
    texts = [plain_heading(without_bullet(line).rstrip("|: ")) for line in lines[-_ABOVE:]]
    for above in range(1, len(texts) + 1):
        if (name := _name_at(texts, len(texts) - above)) and not _is_other(texts[-above:]):
            return name, above
    return None


def _name_at(texts: Sequence[str], at: int) -> Name | None:
    """Return the name that a line holds; its other half, symbol or company, may stand on a line beside it."""
    text = texts[at]
    if pair := _pair(text):
        return read_pair(*pair)
    if symbol := _ticker(text):
        return read_pair(symbol, _company(symbol, texts[max(0, at - _NEAR) : at + _NEAR + 1]))
    if is_known(text) or is_known(text.removesuffix(" Index")):
        return read_name(text)
    if not (is_company(text) and is_label(text)):
        return None
    symbol = next((symbol for each in texts[max(0, at - _NEAR) : at] if (symbol := _ticker(each))), "")
    return read_pair(symbol, text) if symbol else read_name(text)


def _is_other(texts: Sequence[str]) -> bool:
    """Return whether the first line is of something else than the figures below the last one.

    The figures are an index's, and it is a company, or it is a word in capitals: the key of the figure below it, or of
    a dash for one, or above more lines than a name beside it, headings, notes and exchanges.
    """
    first, *between = texts
    below = tokens(between[0]) if between and is_ticker(first) else []
    if len(below) == 1 and below[0].kind in "nspd":
        return True
    if not between or is_known(first):
        return False
    if any(map(_OF_INDEX.fullmatch, between)) and not _OF_INDEX.fullmatch(first):
        return True
    if not is_ticker(first):
        return False
    said = [text for text in between if text and not names_other(text) and not is_venue(text)]
    return len(said) > 1 or not all(map(is_label, said))


def _company(symbol: str, beside: Sequence[str]) -> str:
    """Return the name of the company in the lines beside its symbol; empty where there is none."""
    for text in beside:
        pair = bracketed(text)
        if pair and pair[0] == symbol:
            return pair[1]
        if is_company(text):
            return text
    return ""


def _pair(text: str) -> tuple[str, str] | None:
    """Return the symbol and the name on one line: `Acme Inc. (ACME)`, `ACME - Acme Inc.`, `Acme Inc. | ACME`."""
    if found := bracketed(_BEHIND_BRACKET.sub("", text)):
        return found if is_label(found[1]) else None
    if found := listed(text):
        return found
    if (ahead := _BESIDE.fullmatch(text)) and is_ticker(ahead[1]) and is_company(ahead[2]):
        return ahead[1], ahead[2]
    if (behind := _BEHIND.fullmatch(text)) and is_ticker(behind[2]) and is_company(behind[1]):
        return behind[2], behind[1]
    return None


def _ticker(text: str) -> str:
    """Return the symbol that a line is, also with its exchange or kind, as `NYSE: ACME`; empty for any other line."""
    listed = _LISTED.fullmatch(text) or _SECURITY.fullmatch(text)
    symbol = listed[1] if listed else text.removeprefix("$")
    return symbol if is_ticker(symbol) else ""
