"""Labels that name more than an instrument: which figure of it, which quarter, whose position, how many of it.

`Acme: high`, `Acme Q3`, `Vorbörse: Acme`, `Long Acme`, `10 Acme`, `ALPH 588`. The figures beside one are of that, or
the name is incomplete: such a row is a problem.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.model import Kind
from tickerboard.parser.kinds import known_kind, may_lack_numbers, numbers_lacked
from tickerboard.parser.names.labels import is_company, is_known, is_letters
from tickerboard.parser.names.no_names import is_other_session, is_trade_level
from tickerboard.parser.phrases.other_figures import is_other_figure, is_other_price
from tickerboard.parser.phrases.periods import without_session
from tickerboard.parser.tables.fields import FIGURES, QUOTED, Field
from tickerboard.parser.tables.headers.header import field_of
from tickerboard.text.days import MONTH
from tickerboard.text.numbers import has_digit
from tickerboard.text.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set

    from tickerboard.model import Quote
    from tickerboard.parser.strips.reading import StripReading

_MESSAGE = "its name says that the figures are of something else, or is incomplete"
_COLON = re.compile(r"(.*\S) ?: (\S.*)")
_BRACKET = re.compile(r"(.*\S) \(([^()]{2,30})\)")
_MOST_WORDS = 3
"""Words at the end of a label that may name a figure."""
# Words that begin with a capital in their language, or that no name ends in.
_NOUNS = word_set("""
    hoch tief vorbörse nachbörse vorbörslich nachbörslich umsatz gewinn kursziel schlusskurs eröffnung tageshoch
    tagestief ebit ebitda eps revenue revenues earnings turnover gdp cpi ah pre premarket aftermarket
    week weekly month monthly quarter quarterly ytd mtd wtd woche monat quartal semaine semana settimana maand kwartaal
""")
_QUARTER = re.compile(
    r".*\S (?:Q[1-4]|[1-4]Q|H[12]|[12]H|FY|HJ ?[12]|[1-4]T|T[1-4])(?:[ '’/-]?(?:20)?[0-9]{2})?[EeP]?"
    r"|.*\S (?:20[0-9]{2}[EeP]|[0-9]{4}/[0-9]{2,4})"
)
_YEAR = re.compile(r"(.*\S),? (20[123][0-9])")
_DATED = re.compile(
    rf"\b(?:{MONTH}|fund|fonds|fondo|etf|retirement|target|maturity|ibonds|bulletshares|lifepath|freedom|bonds?|bund"
    r"|treasury|gilt|note|btp|oat|anleihe|obligation|futures?|zielfonds|composite|index)\b\.?",
    re.IGNORECASE,
)
"""What ends in a year all the same: a contract, a fund, a bond."""
_BOND = re.compile(
    r"\b(?:treasury|bunds?|bonds?|gilts?|notes?|jgbs?|btps?|oats?|[0-9]+[- ]?(?:y|yr|years?)) yields?\Z", re.IGNORECASE
)
"""The yield of a bond is its last price."""
_POSITION = re.compile(r"(?:Long|Short) \S.*|.*\S (?:Long|Short)", re.IGNORECASE)
_OPTION = re.compile(r".*\b[0-9.]+ (?:call|put)|(?:call|put) (?:auf|on|sur|su|sobre|op) .*", re.IGNORECASE)
_OPTION_CODE = re.compile(r"[A-Z.]{1,6}[0-9]{6}[CP][0-9]{8}")
"""What an option is of, its day, its kind and its strike: `ALPH261218C00170000`."""
_SHORTEST_OPTION = 16
"""Letters and digits of such a code, at least."""
_COUNTED = re.compile(r"[1-9][0-9]{0,2}\.? [^\W\d_].*")
_GROUPED = re.compile(r"(\D{1,40}) ([0-9]{2,3}) [0-9]{3}[.,]")
_GLUED = re.compile(r"[^\W\d]{2,12}[1-9][0-9]{0,2} [0-9]{3}(?![0-9.,]|/)")
_NUMBERED = re.compile(r"^[A-Z]{2,5} ([0-9]{2,4})$", re.MULTILINE)
_WAYS = frozenset(("call", "put"))
_POSITIONS = ("long", "short")
_OF_INDEX = 5
"""What the number of shares in an index is a multiple of."""


def refute_labels(reading: StripReading, headed: Set[str] = frozenset()) -> None:
    """Turn the quotes with such labels into problems; the header of a table may make a contract of `Base Q1 2026`.

    `headed` are the symbols of quotes below a header of markup.
    """
    quotes = [*reading.found.values()]
    may_lack = may_lack_numbers([each.label or each.symbol for each in quotes])
    lacking = {each.symbol for each in quotes if _lacks_number(each)} if may_lack else set()
    others = [
        each
        for each in _doubtful(quotes, lacking)
        if each.symbol in lacking
        or _is_of_other(each, is_headed=each.symbol in headed or reading.grammars.get(each.symbol) == "table")
    ]
    for each in {each.symbol: each for each in (*others, *_together(quotes))}.values():
        reading.refute(each, _MESSAGE)


def _doubtful(quotes: Sequence[Quote], lacking: Set[str]) -> Sequence[Quote]:
    """Return the quotes without those of a short symbol, a change and a percent, which are most: a look at first.

    Where all labels are plain, their rows need no further look either.
    """
    are_plain = _are_plain([each.label for each in quotes if each.label is not None])
    return [
        each
        for each in quotes
        if (each.label is not None and not are_plain)
        or each.change is None
        or each.percent is None
        or len(each.symbol) >= _SHORTEST_OPTION
        or each.symbol in lacking
    ]


def _is_of_other(quote: Quote, *, is_headed: bool) -> bool:
    label = quote.label
    if _may_end_in_number(quote):
        return True
    if _OPTION_CODE.fullmatch(quote.symbol):
        return True
    if label is None or _are_plain((label,)) or known_kind(label) is not None:
        return False
    if _OPTION.fullmatch(label):
        return True
    if not is_headed and quote.kind is not Kind.FUTURE and quote.volume is None:
        if _QUARTER.fullmatch(label):
            return True
        if (year := _YEAR.fullmatch(label)) and not is_known(year[1]) and not _DATED.search(label):
            return True
    return _names_figure(label)


def _lacks_number(quote: Quote) -> bool:
    """Return whether a name lacks a number to be well-known, and a price begins with it, as 5004.39 beside `S&P`.

    A change and a percent that lead to the price prove that it has all its digits.
    """
    if quote.change and quote.percent is not None:
        return False
    numbers = numbers_lacked(quote.label or quote.symbol)
    prices = (quote.last, quote.open, quote.high, quote.low, quote.previous)
    return bool(numbers) and any(str(each).startswith(numbers) for each in prices)


def _may_end_in_number(quote: Quote) -> bool:
    """Return whether a name may go on in the digits of its price without proof: `Nikkei 225 650,31`, `ALPH2 460`."""
    if quote.change is not None and quote.percent is not None:
        return False
    if _GLUED.match(quote.text) and quote.text.startswith(f"{quote.symbol} "):
        return known_kind(quote.symbol) is None
    found = _GROUPED.match(quote.text)
    return found is not None and found[1].upper() == quote.symbol and known_kind(f"{found[1]} {found[2]}") is not None


def _are_plain(labels: Sequence[str]) -> bool:
    """Return whether labels are of letters, and no last word names a figure: a look at first, for most are so."""
    if not is_letters("".join(labels)):
        return False
    lasts = {label.rstrip().rpartition(" ")[2] for label in labels}
    if any(last.islower() or last.startswith("FY") or last.casefold() in _NOUNS for last in lasts):
        return False
    small = "\n".join(labels).casefold()
    firsts = (
        [each.strip().partition(" ")[0] for each in small.split("\n")] if any(map(small.__contains__, _WAYS)) else ()
    )
    return _WAYS.isdisjoint(firsts)


def _names_figure(label: str) -> bool:
    """Return whether a label has the name of a figure, or of another session, beside that of an instrument."""
    if found := _COLON.fullmatch(label):
        return names_other_figure(found[2]) or names_other_figure(found[1])
    if found := _BRACKET.fullmatch(label):
        return names_other_figure(found[2])
    words = label.split()
    if _BOND.search(label):
        return False
    ends = [words[-count:] for count in range(1, min(_MOST_WORDS, len(words) - 1) + 1)]
    if words[-1].casefold() in _NOUNS and len(words) > 1:
        return True
    return any(all(word.islower() for word in end) and names_other_figure(" ".join(end)) for end in ends)


def names_other_figure(text: str) -> bool:
    """Return whether a text names a figure other than the last price, or another session than the day's."""
    field = field_of(text)
    if field is not None:
        return field in FIGURES - QUOTED or field in (Field.OTHER, Field.COST)
    is_price = is_other_price(text) or is_trade_level(text)
    is_session = is_other_session(text) or without_session(text) == ""
    return is_price or is_session or is_other_figure(text)


def _together(quotes: Sequence[Quote]) -> Iterable[Quote]:
    """Yield the quotes whose labels show together that they are no whole names, or of positions."""
    named = [each for each in quotes if each.label]
    labels = "\n".join([each.label or "" for each in named])
    has_position = any(map(labels.casefold().__contains__, _POSITIONS))
    positions = [each for each in named if _POSITION.fullmatch(each.label or "")] if has_position else []
    if len(positions) > 1 and len(positions) * 2 > len(named):
        yield from positions
    with_number = named if has_digit(labels) else []
    begun = [each for each in with_number if (each.label or "")[0].isdigit()]
    counted = [each for each in begun if _COUNTED.fullmatch(each.label or "") and not is_known(each.label or "")]
    if len(counted) > 1 or (len(counted) == len(quotes) and not all(is_company(each.label or "") for each in counted)):
        yield from counted
    numbered = [(each, found) for each in with_number if (found := _NUMBERED.fullmatch(each.label or ""))]
    unknown = [(each, found) for each, found in numbered if known_kind(each.label or "") is None]
    if any(int(found[1]) % _OF_INDEX for _, found in unknown):
        yield from (each for each, _ in unknown)
    years = [each for each in quotes if each.symbol.isdecimal()]
    if years and all("1990" <= each.symbol <= "2035" and (each.name or "").isascii() for each in years):
        yield from years
