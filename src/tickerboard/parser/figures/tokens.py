"""A line of text as tokens: words, figures with their signs and units, currencies, times, dashes for no figure."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.parser.figures.currencies import CODE_PATTERN, LETTERS, SIGN_PATTERN, code_of, is_currency
from tickerboard.parser.figures.plain import plain
from tickerboard.parser.figures.style import FRACTION, Mark, marks_of
from tickerboard.text.numbers import ARROWS, MINUS
from tickerboard.text.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from tickerboard.parser.figures.style import Style

UNITS = {
    "K": 3, "k": 3, "M": 6, "m": 6, "B": 9, "b": 9, "T": 12, "mn": 6, "mio": 6, "bn": 9, "tn": 12,
    "Tsd": 3, "Mio": 6, "Mrd": 9,
}  # fmt: skip
"""Powers of ten behind a figure; `b` and `m` alone only for amounts, which `Token.amount` uses."""
WORD_UNITS = {
    "million": 6, "millions": 6, "billion": 9, "trillion": 12, "thousand": 3, "lakh": 5, "crore": 7, "cr": 7,
    "mio": 6, "mln": 6, "mrd": 9, "mld": 9, "mio.": 6, "mrd.": 9, "млн": 6, "млрд": 9, "трлн": 12,
}  # fmt: skip
_BIG_UNITS = frozenset("BT")
"""Units that may stand apart from a sum of money, as in `$4.302 T`."""
_MONEY = frozenset("$€£¥₹")
_BODY = rf"[0-9]+(?:[.,'’][0-9]+)*{FRACTION}?|\.[0-9]+|{FRACTION}"
_LETTER = r"[NR](?=[0-9][0-9,]*\.[0-9]{2}(?![0-9]))"
_LETTERED = re.compile(r"[NR](?:0|[1-9][0-9,]{0,17})(?:\.[0-9]{1,12})?")
_FEWEST_LETTERS = 2
_FIGURE = re.compile(
    rf"(?P<open>[(\[])?(?P<arrow>[{ARROWS}])?(?P<sign>\+?[{MINUS}+]?)(?P<before>{SIGN_PATTERN}|{CODE_PATTERN}|{_LETTER})?"
    rf"(?P<sign2>[{MINUS}+]?)(?P<body>{_BODY})(?P<unit>Mio|Mrd|Tsd|K|k|M|m|B|b(?!p)|T|mn|mio|bn|tn)?(?P<percent>%)?"
    rf"(?:(?P<after>{SIGN_PATTERN}|{CODE_PATTERN}|p|c|pts?)(?:(?<=円)[高安])?)?(?:/[A-Za-z]{{1,12}})?"
    rf"(?P<arrow2>[{ARROWS}])?(?P<close>[)\]])?"
)
# A figure that can be nothing else, looked at first, for most are so.
_PLAIN = re.compile(
    rf"(?P<open>\()?(?P<sign>[{MINUS}+]?)(?P<body>(?:0|[1-9][0-9]{{0,17}})(?:[.,][0-9]{{1,12}})?)(?P<percent>%)?(?(open)\))"
)
_DIGIT = re.compile(rf"[0-9]|{FRACTION}")
_SEPARATORS = frozenset(("/", "·", "•", "|", "→", "»"))
_FOOTNOTES = frozenset("*†‡")
_FOOTNOTE = re.compile(r"(?<=[0-9%)])[*†‡]{1,2}\Z")
# A change of zero right before its percent: `0.0000.00%`. No sign parts them, but only the second zero can begin one.
_ZEROS = re.compile(r"(0[.,]0{1,6})(0[.,]0{1,3}%)")
# Names of icons that a text dump leaves where a page shows an arrow.
_ICONS = {"arrow_upward": "▲", "arrow_downward": "▼", "trending_up": "▲", "trending_down": "▼"}
_DASH = re.compile(rf"[{MINUS}—]{{1,3}}|n/?a|N/?A|n\.[ad]\.", re.ASCII)
# Digits and what may stand around a figure, but no figure: `2,10.00`. `38/200` and `20+` are parts of names.
_DAMAGED = re.compile(rf"[(\[+{MINUS[1:]}-]{{0,3}}[^\w\s]?[0-9.,'’]{{1,40}}(?:%|bps?)?[)\]]?")
_TIME = re.compile(
    r"\(?(?:[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?:[AaPp][Mm])?|[0-9]{1,2}[-/][0-9]{1,2}[-/](?:[0-9]{4}|[0-9]{2})"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}|(?:[0-2][0-9]|3[01])/[0-9]{2}"
    r"|[0-2][0-9]\.[0-5][0-9]\.[0-5][0-9])\)?"
)
_PERCENT_WORDS = frozenset(("percent", "pct", "pct.", "prozent"))
# What a line has that may hold a move: a percent, an arrow, a bracket, a sign before a figure; or a word for one.
_MOVE_MARKS = re.compile(rf"[%％(（{ARROWS}升漲涨跌승락]|[{MINUS}+＋－][^0-9\n]{{0,16}}(?:[0-9]|{FRACTION})")
_MOVE_WORDS = re.compile(r"\b(?:up|down|cent|percent|pct|prozent|arrow_|trending_)")
_POINTS = word_set(
    "points pts pts. pt punkte punkten pkt. pkt pontos puntos punti ptos ptos. пунктов пункта 点 ポイント"
)


FIGURES = frozenset("nspdcta")
"""Kinds of the tokens of figures and what stands by them: all but words and other digits."""


class Token(NamedTuple):
    """A piece of a line.

    `kind` is a letter: `w` word, `n` figure without a sign, `s` figure with a sign or an arrow, `p` percentage, `d`
    dash for a missing figure, `c` currency, `t` time or date, `a` arrow on its own, `x` other digits.
    `marks` holds a figure's signs and arrows, `body` its digits as printed, `power` that of its unit.
    """

    kind: str
    text: str
    body: str = ""
    marks: str = ""
    power: int = 0
    currency: str | None = None

    def amount(self, style: Style) -> Decimal | None:
        """Return the figure without its sign; None where the style does not tell it."""
        return amount_of(self.body, self.power, style)

    @property
    def is_signed(self) -> bool:
        """Whether a sign or an arrow stands by the figure."""
        return bool(self.marks)

    @property
    def is_in_points(self) -> bool:
        """Whether a word behind the figure says that it is in points."""
        return bool(self.body) and self.text.rpartition(" ")[2].strip("()").casefold() in _POINTS

    @property
    def is_bracketed(self) -> bool:
        """Whether the figure stands alone in round brackets."""
        return self.text.startswith("(") and self.text.endswith(")")


def tokens(line: str) -> list[Token]:
    """Split a line into tokens; a word next to a figure without a space (`Bitcoin126209.12`) stays one word."""
    if " " in line or line.startswith("%") or ")%" in line or "%)" in line or not line.isascii():
        line = plain(line)
    found: list[Token] = []
    for chunk in line.split():
        if _DIGIT.search(chunk):
            found += _with_digits(chunk)
        else:
            _without_digits(chunk, found)
    return found


def may_move(text: str) -> bool:
    """Return whether a text may have a percentage, a sign, an arrow or a figure in brackets among its tokens."""
    return _MOVE_MARKS.search(text) is not None or _MOVE_WORDS.search(text.lower()) is not None


def begins_with_word(text: str) -> bool:
    """Return whether a text is sure to begin with a word, and has no colon behind one: a look before it is read."""
    first = text.partition(" ")[0]
    return first.isalpha() and not is_currency(first) and ":" not in text and "：" not in text


def words_end(found: Sequence[Token], end: int | None = None) -> int:
    """Return the place behind the last word, or damaged figure, of the tokens before a place; 0 where there is none."""
    at = len(found) if end is None else end
    while at and found[at - 1].kind not in "wx":
        at -= 1
    return at


def with_letters(found: list[Token]) -> list[Token]:
    """Return the tokens of a row with an N or R before any figure as its currency: two, or it may be `N225`, a name."""
    whole = [*found[:1], *map(_with_letter, found[1:])]
    return whole if sum(map(Token.__ne__, found, whole)) >= _FEWEST_LETTERS else found


def _with_letter(token: Token) -> Token:
    """Return a word such as `N144` as a figure with its currency, `NGN 144`; any other token as it is."""
    if not _LETTERED.fullmatch(token.text):
        return token
    (figure,), code = _with_digits(token.text[1:]), LETTERS[token.text[0]]
    return figure._replace(text=f"{code} {figure.text}", currency=code)


def _without_digits(chunk: str, found: list[Token]) -> None:
    """Add a chunk between spaces that has no digit."""
    if _DASH.fullmatch(chunk) and (found or not chunk[0].isalpha()):
        found.append(Token("d", chunk))
    elif is_currency(chunk):
        found.append(Token("c", chunk, currency=code_of(chunk)))
    else:
        _word(chunk, found)


@lru_cache(4_096)
def _with_digits(chunk: str) -> list[Token]:
    """Return the tokens of a chunk that has digits, without a footnote's mark behind it; the list is shared."""
    if chunk[-1] in _FOOTNOTES and (bare := _FOOTNOTE.sub("", chunk)) != chunk:
        return _with_digits(bare)
    if found := _PLAIN.fullmatch(chunk):
        sign, body, percent = found["sign"], found["body"], found["percent"]
        return [Token("p" if percent else "s" if sign else "n", chunk, body, sign)]
    if _TIME.fullmatch(chunk):
        return [Token("t", chunk)]
    if zeros := _ZEROS.fullmatch(chunk):
        return [Token("n", zeros[1], zeros[1]), Token("p", zeros[2], zeros[2].rstrip("%"))]
    return _figures(chunk) or [Token("x" if _DAMAGED.fullmatch(chunk) else "w", chunk)]


def _word(chunk: str, found: list[Token]) -> None:
    """Add a word; a unit, `percent`, `points` or an arrow belongs to the figure before it."""
    word = chunk.lower()
    last = found[-1] if found and found[-1].body else None
    if word in _SEPARATORS:
        if not last:
            found.append(Token("w", chunk))
    elif word in _ICONS or (chunk in ARROWS and not last):
        found.append(Token("a", chunk, marks=_ICONS.get(word, chunk)))
    elif last and word in _PERCENT_WORDS and last.kind in "ns":
        found[-1] = last._replace(kind="p")
    elif last and chunk in _BIG_UNITS and last.text[0] in _MONEY and not last.power:
        found[-1] = last._replace(text=f"{last.text} {chunk}", power=UNITS[chunk])
    elif last and word in WORD_UNITS and not last.power and last.kind in "ns":
        found[-1] = last._replace(text=f"{last.text} {chunk}", power=WORD_UNITS[word])
    elif last and chunk in ARROWS:
        if last.marks:  # a column of arrows behind signed figures
            found.append(Token("a", chunk, marks=chunk))
        else:
            found[-1] = last._replace(marks=chunk, kind="s" if last.kind == "n" else last.kind)
    elif last and word in _POINTS:
        found[-1] = last._replace(text=f"{last.text} {chunk}")
    else:
        found.append(Token("w", chunk))


def _figures(chunk: str) -> list[Token]:
    """Read a chunk that is one figure or several without a space, such as `+8.00(+0.11%)`; empty for anything else."""
    pieces: list[Token] = []
    at = 0
    while at < len(chunk):
        found = _FIGURE.match(chunk, at)
        if found is None or (at and not _begins(found)) or bool(found["open"]) != bool(found["close"]):
            return []
        piece = _token(found)
        if piece is None:
            return [] if len(found[0]) < len(chunk) else [Token("x", chunk)]
        pieces.append(piece)
        at = found.end()
    return pieces


def _begins(found: re.Match[str]) -> bool:
    """Return whether a figure shows by itself that it begins: it has a bracket, a sign, an arrow or a currency."""
    return bool(found["open"] or found["arrow"] or found["sign"] or found["before"])


def _token(found: re.Match[str]) -> Token | None:
    """Return the figure; None for digits that are not a figure in any style."""
    body, sign = found["body"], found["sign"] + found["sign2"]
    if not marks_of(body) or (found["percent"] and not body[-1].isdecimal()):  # `4½%` is the coupon of a bond
        return None
    if len(sign) == 2:  # `+-0.01`: a plus from a template before a negative figure
        if sign[0] != "+":
            return None
        sign = sign[1]
    marks = (found["arrow"] or found["arrow2"] or "") + sign
    kind = "p" if found["percent"] else ("s" if marks else "n")
    unit = found["before"] or found["after"]
    return Token(kind, found[0], body, marks, UNITS.get(found["unit"] or "", 0), _code(unit))


def _code(unit: str | None) -> str | None:
    return LETTERS.get(unit or "") or code_of(unit or "")


def amount_of(body: str, power: int, style: Style) -> Decimal | None:
    """Return the value of digits with the power of their unit; None where the style does not tell it."""
    value = style.value(body)
    return value if value is None or not power else value.scaleb(power) + 0


def lone_amount(found: Sequence[Token], style: Style) -> Decimal | None:
    """Return the amount of the one figure among tokens; None where there is none, or several."""
    figures = [each for each in found if each.body]
    return figures[0].amount(style) if len(figures) == 1 else None


def style_of(found: Sequence[Token], style: Style) -> Style:
    """Return the style of a row: the page's, or its own on a page of both.

    A figure that shows another mark than the page's, such as the 3.2 in `45,332 +3.2%`, leaves those that can be read
    in both ways ambiguous.
    """
    marks: set[Mark] = set()
    for each in found:
        if each.body and not each.body.isdecimal() and len(shown := marks_of(each.body)) == 1:
            marks.add(shown[0])
    if not marks or marks == {style.mark}:
        return style
    own = marks.pop() if len(marks) == 1 and style.mark is None else None
    return replace(style, mark=own)


def shape_of(found: Sequence[Token]) -> str:
    """Return the kinds of tokens as one word, such as `wnsp`."""
    return "".join([each.kind for each in found])


__all__ = ["Mark", "Token", "shape_of", "tokens", "words_end"]
