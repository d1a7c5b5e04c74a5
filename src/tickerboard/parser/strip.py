"""Strip lines to quotes: `SYM price WORD ARROW change (pct%)`, a line or a token a line.

The grammar and its variants are those of a business news site's text dumps; see docs/parsing.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from tickerboard.model import Kind, Problem, Quote

if TYPE_CHECKING:
    from collections.abc import Sequence

# ASCII digits only, grouped rightly or not at all: `1,23.4`, `1_000` and full-width digits are no numbers.
NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,18})(?:\.[0-9]{1,8})?"
SYMBOL = r"[A-Z0-9][A-Z0-9.&-]{0,14}"
WORD = r"Increased By|Decreased By|No Change"
_SIGN = "[+\u2212\u2013-]?"
_MOVE = rf"(?:(?P<arrow>[▲▼])\s?)?(?P<change>{_SIGN}{NUMBER}) \((?P<percent>{_SIGN}{NUMBER})%\)"
_PRICED = rf"(?P<symbol>{SYMBOL}) (?P<last>{NUMBER}) (?P<word>{WORD})"
_QUOTE = re.compile(rf"{_PRICED} {_MOVE}", re.ASCII)
# A crawl glues its own date before the first quote.
_PREFIX = re.compile(r"\s{0,8}date [0-9]{4}-[0-9]{2}(?:-[0-9]{2})? ")
_SUSPECT = re.compile(
    rf"(?:[a-z]{{1,20}} )?{SYMBOL} [^\sA-Za-z]{{1,40}} (?:Increased By|Decreased By|No Change|[▲▼]|\w{{1,9}}(?: B)?\Z)"
)
_CUT = re.compile(rf"{SYMBOL}(?: [0-9][0-9.,]{{0,20}}(?: [IDN][A-Za-z ]{{0,12}})?)?", re.ASCII)
_SYMBOL = re.compile(SYMBOL)
_NUMBER = re.compile(NUMBER)
_WORD = re.compile(WORD)
_MOVE_ONLY = re.compile(_MOVE)
INDICES = frozenset(["KSE100", "KSE30", "BR100", "BR30", "KMI30", "ALLSHR", "KMIALLSHR"])
_MINUS = str.maketrans("\u2212\u2013", "--", ",")


@dataclass(slots=True)
class StripReading:
    """What the strip rules found, and the numbers of the lines that they took."""

    found: dict[str, Quote] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotes, in the order of their first complete lines."""
        return tuple(self.found.values())


def problem(line: int, code: str, message: str, text: str) -> Problem:
    """Make a problem, its text cut to a sane length."""
    return Problem(line, code, message, text.strip()[:200])


def read_strip(lines: Sequence[str]) -> StripReading:
    """Read every quote of a page's clean lines."""
    reading = StripReading()
    filled = [at for at, text in enumerate(lines) if text.strip()]
    skip = 0
    for place, at in enumerate(filled):
        if skip:
            skip -= 1
            continue
        if not _read_line(lines[at], at + 1, reading):
            skip = _read_tokens(lines, filled[place : place + 4], reading)
    _cut_at_end(lines, filled, reading)
    return reading


def _read_line(text: str, number: int, reading: StripReading) -> bool:
    """Read a line that is one quote, or several with a space between; report one that only looks like it."""
    text = text.replace("\u00a0", " ")
    prefix = _PREFIX.match(text)
    rest = text[prefix.end() :].strip() if prefix else text.strip()
    matches, at = [], 0
    while (found := _QUOTE.match(rest, at)) and rest[found.end() : found.end() + 1] in {"", " "}:
        matches.append(found)
        at = found.end() + 1
    if matches:
        for found in matches:
            _take(found, number, text, reading)
        if at < len(rest):
            reading.problems.append(problem(number, "not-a-quote", "text behind a quote on its line", text))
    elif _SUSPECT.match(rest):
        reading.problems.append(problem(number, "cut-line", "looks like a quote and is not whole", text))
    else:
        return False
    reading.taken.add(number)
    return True


def _read_tokens(lines: Sequence[str], places: Sequence[int], reading: StripReading) -> int:
    """Read a quote whose fields stand on lines of their own; give how many further lines it took."""
    tokens = [lines[at].strip() for at in places]
    if len(tokens) < 3 or not (_SYMBOL.fullmatch(tokens[0]) and _NUMBER.fullmatch(tokens[1])):
        return 0
    if not _WORD.fullmatch(tokens[2]):
        return 0
    number = places[0] + 1
    found = _QUOTE.fullmatch(" ".join(tokens))
    taken = 4 if found or (len(tokens) > 3 and tokens[3][:1] in "▲▼") else 3
    if found:
        _take(found, number, tokens[0], reading)
    else:
        text = " ".join(tokens[:taken])
        reading.problems.append(problem(number, "cut-line", "looks like a quote and is not whole", text))
    reading.taken.update(at + 1 for at in places[:taken])
    return taken - 1


def _cut_at_end(lines: Sequence[str], filled: Sequence[int], reading: StripReading) -> None:
    """Report a page that ends in the middle of its strip, where too little is left to look like a quote."""
    if len(filled) < 2 or filled[-1] + 1 in reading.taken or filled[-2] + 1 not in reading.taken:
        return
    text = lines[filled[-1]].strip()
    if _CUT.fullmatch(text):
        reading.problems.append(problem(filled[-1] + 1, "cut-line", "the page ends within a quote", text))
        reading.taken.add(filled[-1] + 1)


def _take(found: re.Match[str], number: int, text: str, reading: StripReading) -> None:
    """Add a quote, unless its word, arrow and sign disagree or the symbol stands already."""
    sign = _sign(found["word"], found["arrow"], found["change"], found["percent"])
    if sign is None:
        message = "word, arrow and sign disagree about the direction"
        reading.problems.append(problem(number, "direction", message, text))
        return
    quote = Quote(
        found["symbol"],
        _kind(found["symbol"], found["last"]),
        _decimal(found["last"], 1),
        _decimal(found["change"], sign),
        _decimal(found["percent"], sign),
        number,
    )
    first = reading.found.setdefault(quote.symbol, quote)
    if first is quote:
        if not adds_up(quote):
            message = "percent is not change / (last - change)"
            reading.problems.append(problem(number, "arithmetic", message, text))
    elif (first.last, first.change, first.percent) != (quote.last, quote.change, quote.percent):
        message = f"{quote.symbol} stands on line {first.line} with other figures"
        reading.problems.append(problem(number, "duplicate", message, text))


def _sign(word: str, arrow: str | None, change: str, percent: str) -> int | None:
    """Tell the sign that the word gives; None where arrow or sign contradict it.

    `No Change` carries a falling arrow on every real page: its arrow says nothing.
    """
    zero = not change.strip("+-\u2212\u20130.,")
    if word == "No Change":
        return 1 if zero else None
    up = word.startswith("Inc")
    against = "-\u2212\u2013" if up else "+"
    if arrow == ("▼" if up else "▲") or change[0] in against:
        return None
    if percent[0] in against and percent.strip("+-\u2212\u20130."):
        return None
    return 1 if up else -1


def _kind(symbol: str, last: str) -> Kind:
    # An equity such as 786 or GHGLR2 ends in digits as well, but its price has decimals.
    return Kind.INDEX if symbol in INDICES or (symbol[-1].isdigit() and "." not in last) else Kind.EQUITY


def _decimal(text: str, sign: int) -> Decimal:
    """Read a number that the grammar let through: its own digits, commas gone, the sign applied, no minus zero."""
    number = Decimal(text.translate(_MINUS).lstrip("+-"))
    return number.copy_negate() if sign < 0 and number else number


def adds_up(quote: Quote) -> bool:
    """Tell whether percent = change / (last - change) x 100 within what rounding (or cutting) can explain."""
    slack_last, slack_change = _unit(quote.last), _unit(quote.change)
    bounds = []
    for last in (quote.last - slack_last, quote.last + slack_last):
        for change in (quote.change - slack_change, quote.change + slack_change):
            if last - change <= 0:
                return quote.last <= slack_last * 2
            bounds.append(change / (last - change) * 100)
    slack = Decimal("0.011")  # percents have two decimals, whether or not trailing zeros are printed
    return min(bounds) - slack <= quote.percent <= max(bounds) + slack


def _unit(number: Decimal) -> Decimal:
    """Give one unit in the last place of a number as printed."""
    return Decimal(1).scaleb(int(number.as_tuple().exponent))
