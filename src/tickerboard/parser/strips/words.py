"""`ABL 75.25 Decreased By ▼ -0.18 (-0.24%)`: symbol, price, word, arrow, change, percent; a line or a token a line."""

from __future__ import annotations

import re
from itertools import compress, repeat
from typing import TYPE_CHECKING

from tickerboard.model import Kind, Quote, maker
from tickerboard.parser import reasons
from tickerboard.parser.audit import add_up, are_in_range
from tickerboard.parser.kinds import known_kinds
from tickerboard.parser.problems import TEXT_CAP
from tickerboard.parser.strips.reading import StripReading
from tickerboard.text.numbers import ARROW, DOWN_ARROWS, MINUS, NUMBER, SIGN, UP_ARROWS, all_signed, decimal, signed
from tickerboard.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Two characters at least: a stray digit or letter before a price is damage, and no listed symbol is that short.
SYMBOL = r"[A-Z0-9][A-Z0-9.&-]{1,14}"
_WORD = "Increased By|Decreased By|No Change"
_WORDS = frozenset(_WORD.split("|"))
_QUOTE = pattern(rf"({SYMBOL}) ({NUMBER}) ({_WORD}) (?:({ARROW}) ?)?({SIGN})({NUMBER}) \(({SIGN})({NUMBER})%\)(?=\Z| )")

_RISE = rf"Increased By (?:[{UP_ARROWS}] ?)?\+?"
_FALL = rf"(Decreased By) (?:[{DOWN_ARROWS}] ?)?[{MINUS}]?"
_SAME = rf"No Change (?:{ARROW} ?)?(?=0(?:\.0+)? )"
_CLEAR = pattern(
    rf"^(?:({SYMBOL}) ({NUMBER}) (?:{_RISE}|{_FALL}|{_SAME})({NUMBER}) \((?(3)[{MINUS}]?|\+?)({NUMBER})%\)|.*)$",
    re.MULTILINE,
)
"""Matches each line of a page; it has groups where the line is one quote whose word, arrow and signs agree."""

# What each word says of the sign, and the arrows and signs that contradict it. `No Change` carries a falling arrow on
# every real page: there the arrow says nothing.
_MEANS = {
    "Increased By": (1, frozenset(DOWN_ARROWS + MINUS)),
    "Decreased By": (-1, frozenset(UP_ARROWS + "+")),
    "No Change": (0, frozenset("")),
}
# What a quote may be cut down to, for the line on which a page ends.
_NUMBER_CUT = rf"(?:{NUMBER}\.?|[1-9][0-9]{{0,2}}(?:,[0-9]{{3}}){{0,4}},[0-9]{{0,2}})"
_WORD_CUT = "|".join(sorted({word[:end] for word in _WORDS for end in range(1, len(word) + 1)}, key=len, reverse=True))
_MOVE_CUT = (
    rf"{ARROW}? ?{SIGN}(?:{_NUMBER_CUT})?"
    rf"|(?:{ARROW} ?)?{SIGN}{NUMBER} (?:\({SIGN}(?:{_NUMBER_CUT}|{NUMBER}%)?)?"
)
_CUT = pattern(
    r"[A-Z0-9][A-Z0-9.&-]{0,14}"
    rf"(?: (?:{_NUMBER_CUT})?| {NUMBER} (?:{_WORD_CUT})| {NUMBER} (?:{_WORD}) (?:{_MOVE_CUT}))?"
)
_MAIN_WORDS = [max(each.split(), key=len) for each in _WORDS]
"""What no quote is without, however many spaces part its words."""
_quote = maker(Quote)
_FURTHER = 9
"""Fields of a quote between its line and its text."""
_HINTS = ("No ", "Inc", "Dec", *UP_ARROWS, *DOWN_ARROWS)
"""What all that is read here has one of, looked at first, for most pages of other sites have none."""
# How all that is read here begins, looked at first, for most lines of a page do not.
_BEGINS = pattern(rf"{SYMBOL} [^\sA-Za-z]")
# Within a page three letters of the word are asked for: `PSL 9 Inc` is damage, `PSL 9 final` is a headline.
_CUT_WITHIN = pattern(rf"{SYMBOL} {NUMBER} (?:Inc|Dec|No )")

# Complete, and not a quote: symbol, something like a figure and a word or an arrow; or a word's move behind anything.
_NEAR = pattern(rf"{SYMBOL} [^\sA-Za-z]{{1,40}} (?:{_WORD}|{ARROW})")
_MOVE = pattern(rf"(?:{_WORD}) (?:{ARROW}|\S{{1,20}} \(\S{{1,20}}%\))")
_LONGEST_NEAR = 120  # a longer line is a paragraph that quotes a move: it is reported and stays


def read(lines: Sequence[str]) -> StripReading:
    """Read all quotes of a page in this dialect."""
    reading = StripReading()
    text = "\n".join(lines)
    if not any(hint in text for hint in _HINTS):
        return reading
    filled = [at for at, text in enumerate(lines) if text and not text.isspace()]
    words = sum(map(text.count, _MAIN_WORDS))
    clear = _clear_quotes(lines, text) if words else {}
    if len(clear) == words:  # no other line is a quote, though one may be cut
        _put(clear, reading)
        tokens = False
        for at in filled:
            if at + 1 not in clear:
                _read_line(lines[at].strip(), at + 1, reading)
    else:
        tokens = _read_each(lines, filled, clear, reading)
    _cut_at_end(lines, filled, reading, apart=tokens)
    _strangers(lines, filled, reading)
    return reading


def _clear_quotes(lines: Sequence[str], text: str) -> dict[int, Quote]:
    """Return the quotes of the lines of which nothing is in doubt, by their numbers; they are made by the column."""
    found = _CLEAR.findall(text)
    numbers = [number for number, groups in enumerate(found, 1) if groups[0]]
    if not numbers:
        return {}
    symbols, prices, falls, amounts, shares = zip(*[found[number - 1] for number in numbers], strict=True)
    signs = [-1 if fall else 1 for fall in falls]
    lasts = list(map(decimal, prices))
    changes, percents = all_signed(map(decimal, amounts), signs), all_signed(map(decimal, shares), signs)
    if not are_in_range(lasts, changes, percents):
        return {}
    figures = lasts, changes, percents
    texts = [lines[number - 1] for number in numbers]
    columns = symbols, _kinds(symbols, prices), *figures, numbers, *[repeat(None)] * _FURTHER, texts
    return dict(compress(zip(numbers, map(_quote, zip(*columns, strict=False)), strict=True), add_up(*figures)))


def _read_each(lines: Sequence[str], filled: Sequence[int], clear: Mapping[int, Quote], reading: StripReading) -> bool:
    """Read line by line; return whether the last quote has each of its fields on a line of its own."""
    are_apart = not _WORDS.isdisjoint(map(str.strip, lines))
    tokens = False
    for place, at in enumerate(filled):
        if at + 1 in reading.left:
            continue
        if at + 1 in clear:
            _put({at + 1: clear[at + 1]}, reading)
            tokens = False
        elif _read_line(lines[at].strip(), at + 1, reading):
            tokens = False
        elif are_apart and _read_tokens(lines, filled[place : place + 4], reading):
            tokens = True
    return tokens


def _put(quotes: Mapping[int, Quote], reading: StripReading) -> None:
    """Add quotes of whole lines, given by their numbers, of which nothing is in doubt."""
    reading.put_all(list(quotes.values()))
    reading.take(quotes)


def _read_line(text: str, number: int, reading: StripReading) -> bool:
    """Read a line that is one quote, or several in a row; report one that is nearly that."""
    if "  " in text:
        text = " ".join(text.split())
    if not _may_begin(text):
        return False
    at = 0
    while at < len(text) and (found := _QUOTE.match(text, at)):
        _take(found, number, text, reading)
        at = found.end() + 1
    rest = text[at:]
    if at:
        reading.left[number] = rest
    if not rest:
        return True
    fault = _fault(rest)
    if fault is None and at:
        reading.report(number, "not-a-quote", "text behind a quote on its line", text)
    elif fault is not None:
        reading.report(number, *fault, text)
        if len(rest) <= _LONGEST_NEAR:
            reading.left[number] = ""
    return bool(at) or fault is not None


def _may_begin(text: str) -> bool:
    """Return whether a line begins as a quote does or has the words of a move: looked at first, for few lines do."""
    return _BEGINS.match(text) is not None or "creased By" in text or "No Change" in text


def _fault(text: str) -> tuple[str, str] | None:
    """Return the problem of an incomplete or malformed quote; None for any other text."""
    begins = _BEGINS.match(text) is not None
    if begins and _CUT_WITHIN.match(text) and _CUT.fullmatch(text):
        return "cut-line", "an incomplete quote"
    if (begins and _NEAR.match(text)) or (("creased By" in text or "No Change" in text) and _MOVE.search(text)):
        return "not-a-quote", reasons.NEARLY
    return None


def _read_tokens(lines: Sequence[str], places: Sequence[int], reading: StripReading) -> bool:
    """Read a quote whose fields stand on lines of their own; report one where a field is wrong."""
    tokens = [lines[at].strip() for at in places]
    if len(tokens) > 2 and tokens[2] in _WORDS and max(len(tokens[0]), len(tokens[1])) <= 40:
        count = 4 if len(tokens) > 3 and "%" in tokens[3] else 3
    elif tokens[0] in _WORDS:  # its symbol or price is lost
        count = 2 if len(tokens) > 1 and "%" in tokens[1] else 1
    else:
        return False
    number, text = places[0] + 1, " ".join(tokens[:count])
    if found := _QUOTE.fullmatch(text):
        _take(found, number, " / ".join(tokens[:count]), reading)
    elif _CUT.fullmatch(text):
        reading.report(number, "cut-line", "an incomplete quote", text)
    else:
        reading.report(number, "not-a-quote", reasons.NEARLY, text)
    reading.take(at + 1 for at in places[:count])
    return True


def _cut_at_end(lines: Sequence[str], filled: Sequence[int], reading: StripReading, *, apart: bool) -> None:
    """Report a page that ends within a quote of which too little is left to look like one.

    Right below the strip only: behind a blank line a lone `PSX` begins an article, unless each token has such a line.
    """
    tail: list[int] = []
    for at in reversed(filled):
        if at + 1 in reading.left or len(tail) > 3:
            break
        tail.insert(0, at)
    if not tail or len(tail) > 3 or not reading.left or not (apart or tail[0] in reading.left):
        return
    text = " ".join(lines[at].strip() for at in tail)
    if _CUT.fullmatch(text):
        reading.report(tail[0] + 1, "cut-line", reasons.CUT, text)
        reading.take(at + 1 for at in tail)


def _strangers(lines: Sequence[str], filled: Sequence[int], reading: StripReading) -> None:
    """Report a short line right between two strip lines: it is part of the strip and of no article."""
    left = reading.left
    for at in filled:
        if at + 1 not in left and left.get(at) == "" and left.get(at + 2) == "":
            reading.report(at + 1, "not-a-quote", "a line within the strip that is not a quote", lines[at])
            if len(lines[at]) <= _LONGEST_NEAR:
                reading.left[at + 1] = ""


def _take(found: re.Match[str], number: int, text: str, reading: StripReading) -> None:
    """Add a quote, unless its word, arrow and sign disagree."""
    symbol, last, word, arrow, change_sign, change, percent_sign, percent = found.groups()
    amount, share = decimal(change), decimal(percent)
    sign, against = _MEANS[word]
    marks = (arrow, change_sign if amount else "", percent_sign if share else "")
    if not against.isdisjoint(marks) or (not sign and amount):
        reading.report(number, "direction", "word, arrow and sign disagree about the direction", text)
        return
    if sign < 0:
        amount, share = signed(amount, sign), signed(share, sign)
    kind = _kinds([symbol], [last])[0]
    reading.add(Quote(symbol, kind, decimal(last), amount, share, number, text=text[:TEXT_CAP]))


def _kinds(symbols: Sequence[str], prices: Sequence[str]) -> list[Kind]:
    """Return the kinds of symbols with their printed prices.

    An equity such as 786 or GHGLR2 ends in digits as an index does, but its price has decimals.
    """
    kinds = [kind or Kind.EQUITY for kind in known_kinds(symbols)]
    for at, symbol in enumerate(symbols):
        if symbol[-1].isdigit() and "." not in prices[at]:
            kinds[at] = Kind.INDEX
    return kinds
