"""Lines between a name and its figures that say nothing of the figures, such as a note, a time or an exchange."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser.figures.tokens import words_end
from tickerboard.parser.names.above import is_ticker
from tickerboard.parser.names.labels import is_company, is_known, is_venue
from tickerboard.parser.names.lists import bracketed
from tickerboard.parser.names.no_names import is_note, is_other_session
from tickerboard.parser.phrases.expected import names_expected
from tickerboard.parser.phrases.periods import without_session
from tickerboard.text.word_lists import phrase_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.strips.page_text import PageText

_BILLION = 9
"""The power of ten of a billion."""
_LONGEST_SESSION = 6
"""Lines of another session's figures, with the lines around them, at most."""
# What else stands between a name and its figures: the code of an agency, `.SPX`, a security's number and its symbol, or
# a unit, `USD/oz`.
_BETWEEN = re.compile(
    r"[Rr]ank:? #?[0-9]{1,5}|OTC(?:ID|QX|QB)|\.[A-Z]{2,8}[0-9]{0,3}"
    r"|(?:[A-Z][A-Z0-9]{0,7} - )?[A-Z]{2}[A-Z0-9]{9}[0-9]|[A-Z]{2,6}:(?:IND|US|COM|CUR)"
    r"|.*\b(?:WKN|ISIN|CUSIP|SEDOL):? [A-Z0-9]{6,12}\b.*"
    r"|(?:[0-9]{1,2} [A-Z][a-z]{2,8},? )?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[AaPp][Mm])?(?: [A-Z]{2,4})?"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[AaPp][Mm])?(?: [A-Z]{2,4})? ?[|,·-] ?[0-9]{1,2} [A-Z][a-z]{2,8},?"
    r" [0-9]{4}"
    r"|(?:US|A|C)?(?:[A-Z]{3}|USd|USX|[$\xa2]) ?/ ?"
    r"(?:t?oz|ozt|bbl|barrel|lbs?|m?t|tonne|ton|k?g|bu|bushel|mmbtu|MMBtu|MWh|gal|cwt)"
    r"|(?:[Vv]alue|[Pp]rice|[Ll]ast) (?:[Cc]hange|[Cc]hg) %(?: [Cc]hange)?"
    r"|.*\bCurrency in [A-Z]{3}\b.*|.*\b(?:Real Time|Delayed) (?:Price|Quote)\b.*",
    re.ASCII,
)
_UPDATED = re.compile(r"last updated:? (?:at |on )?[0-9][^\n]{4,120}", re.IGNORECASE)

# What a heading says behind the name that stands above it, too: `Acme Share Price Today and Live Chart`.
_LEGAL = r"(?:Inc|Corp|Corporation|Co|Ltd|Limited|PLC|plc|AG|SE|SA|NV|SpA|AB|ASA|Bhd|Tbk)\.?"
_LEGAL_FORM = re.compile(rf"[ ,]+{_LEGAL}\Z")
_BEHIND_NAME = re.compile(
    rf"(?:,? {_LEGAL})?(?: ?\([^()]{{1,20}}\))?(?: ?[|:,\u2013-])? "
    r"(?:(?:live|today['’]?s?|current|share|shares|stock|index|fund|aktien?|actions?|acciones|acción|azion[ei])[ :]+)*"
    r"(?:price|prices|quote|value|aktie|aktien|kurs|kurse|aktienkurs|cours|cotation|precio|cotización|cotação|prezzo"
    r"|quotazione|koers|live|chart|today|overview|übersicht)\b.*",
    re.IGNORECASE,
)
_OF_OTHER_FIGURES = re.compile(
    r"\b(?:histor\w+|yesterday\w*|calculator|alerts?|options?|futures?)\b|(?-i: in [A-Z])", re.IGNORECASE
)
_LISTED_AS = re.compile(r"[A-Z]{2,8}: ?[A-Z0-9.&-]{1,12}(?: ?[|·,] ?[A-Z]{2,8}: ?[A-Z0-9.&-]{1,12}){0,3}")
_NUMBER = re.compile(r"[A-Z]{2,8}: ?[0-9]{3,6}")
"""A security's number at its exchange: `BSE: 512345`."""
_MOST_ABOVE_HEADING = 3
"""Lines from a name down to a heading that says it again, at most."""

_MARKS = frozenset("*†•·| ")
"""Marks of a footnote, and those of a list, on a line of their own."""
# Where and as what a security is listed, its sector and its country.
_LISTINGS = phrase_set(
    """
    NYSE American|NYSE Arca|Nasdaq GS|NasdaqGS|NasdaqGM|NasdaqCM|Cboe|OTC|OTC Markets|OTC Pink|Pink|XETRA|Frankfurt
    Stuttgart|Tradegate|gettex|SIX|Euronext|Euronext Paris|Euronext Amsterdam|Euronext Brussels|Euronext Lisbon|London
    London Stock Exchange|Borsa Italiana|TSXV|JSE|SGX|HKEX|KRX|B3|BMV|PSX|DSE|NSE|BSE|New York Stock Exchange
    Nasdaq Stockholm|Nasdaq Helsinki|Nasdaq Copenhagen|Oslo Børs|Tokyo|Hong Kong|Toronto
    Stock|Common Stock|Ordinary Shares|Preferred Stock|Equity|Share|Shares|ETF|ETN|ADR|GDR|REIT|Aktie|Action|Acción
    Azione
    Technology|Information Technology|Financials|Financial Services|Healthcare|Health Care|Industrials|Energy
    Materials|Basic Materials|Utilities|Real Estate|Consumer Staples|Consumer Discretionary|Consumer Cyclical
    Consumer Defensive|Communication Services|Telecommunications
    United States|USA|United Kingdom|Germany|France|Canada|Japan|China|India|Australia|Switzerland
""".casefold()
)


def is_listing(text: str, above: str) -> bool:
    """Return whether a line such as `NASDAQ` or `Common Stock` belongs to the company or the symbol above it.

    Elsewhere it may name an index: `Nasdaq` in a list of markets.
    """
    if not names_listing(text):
        return _NUMBER.fullmatch(text) is not None and (is_company(above) or is_known(above))
    return is_company(above) or is_ticker(above) or bracketed(above) is not None


def names_listing(text: str) -> bool:
    """Return whether a text says where or as what a security is listed, its sector or its country."""
    return is_venue(text) or text.casefold() in _LISTINGS


def is_between(text: str, above: str) -> bool:
    """Return whether a line, with the one above it, is such a line."""
    return (
        is_note(text)
        or is_update(text)
        or _MARKS.issuperset(text)
        or _BETWEEN.fullmatch(text) is not None
        or is_listing(text, above)
    )


def is_update(text: str) -> bool:
    """Return whether a line says when figures were updated, perhaps with what else a chart says: it may be long."""
    return _UPDATED.fullmatch(text) is not None


def heading_end(page: PageText, place: int, name: str) -> int:
    """Return the place behind the heading below a name that says it again, `Acme Share Price Today`.

    Return the place behind the name itself where there is none. Codes and notes may stand between the two.
    """
    bare = _LEGAL_FORM.sub("", name)
    for at, (_, text) in enumerate(page.free[place + 1 : place + 1 + _MOST_ABOVE_HEADING], place + 1):
        if text.startswith(bare) and _is_heading(text[len(bare) :]):
            return at + 1
        if not (_LISTED_AS.fullmatch(text) or is_note(text)):
            break
    return place + 1


def _is_heading(behind: str) -> bool:
    """Return whether the words behind a name say that its price of now stands below."""
    is_other = names_expected(behind) or without_session(behind) is not None or _OF_OTHER_FIGURES.search(behind)
    return not is_other and _BEHIND_NAME.fullmatch(behind) is not None


def session_end(page: PageText, place: int) -> int:
    """Return the place of the note, such as `Close`, behind another session's figures that begin at a place.

    Return the place itself where none begin there, or no note shows that they end.
    """
    if place >= len(page.free) or not is_other_session(page.free[place][1]):
        return place
    for at, (number, text) in enumerate(page.free[place + 1 : place + _LONGEST_SESSION], place + 1):
        if words_end(page.tokens(number)):
            return at if at > place + 1 and is_note(text) else place
    return place


def is_worth(found: Sequence[Token]) -> bool:
    """Return whether a line is what a company is worth, such as `$4.302 T`, and no price."""
    return len(found) == 1 and found[0].power >= _BILLION and not (found[0].marks or found[0].body == found[0].text)
