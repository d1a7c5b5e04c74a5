"""One way of writing for the figures of a line: without the spaces, words and orders that other languages have.

`0,17 %`, `%0,17` and `0.17 per cent` become `0,17%`; `417.78 up 26.69` becomes `417.78 ▲ 26.69`; `$22.91, +3.48%` loses
its comma, and `63,20 US-Dollar je Barrel (-0,22 %)` the unit of its price; `1 USD = 0.9185 EUR` is the pair `USD/EUR`.
Each rule has a mark, looked for first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser.figures.currencies import CODE_PATTERN
from tickerboard.text.numbers import ARROWS, MINUS

if TYPE_CHECKING:
    from collections.abc import Callable

_FULL_WIDTH = str.maketrans("％（）＋－，．：／", "%()+-,.:/")
_WIDE_COLON = re.compile(r"：(?![0-9]{2}(?![0-9.,]))")
"""A full-width colon that stands in no clock time."""
_NUMBER = r"[0-9][0-9.,]{0,12}"
# A group of three digits that begins with a zero is not a figure by itself: `2 075,08` is one.
_ZERO_GROUP = re.compile(r"(?<![0-9.,'’])[1-9][0-9]{0,2}(?: [0-9]{3})*? 0[0-9]{2}(?: [0-9]{3})*(?![0-9])")
# Digits in groups that brackets hold together: `(1 150,76)` is one figure.
_GROUP_IN_BRACKETS = re.compile(rf"(?<=\()[{MINUS}+]?[1-9][0-9]{{0,2}}(?: [0-9]{{3}})+,[0-9]{{1,4}}(?= ?%?\))")
# A percent sign before its figure, as in Turkish.
_SIGN_FIRST = re.compile(rf"(?:(?<=[\s{ARROWS}])|\A)%(?:(?<![0-9] %) )?([{MINUS}+]?{_NUMBER})(?=\s|\Z)")
_SIGN_IN_BRACKETS = re.compile(rf"\(([{MINUS}+]?)%([{MINUS}+]?{_NUMBER})\)")
# A move and nothing else, `328.48 (0.45%)`: before it alone `UP` in capitals is no symbol.
_MOVE = rf"(?:[$€£]?{_NUMBER}(?: points?| pts?\.?)?,? \(?)?{_NUMBER} ?%\)?"
_UNIT_WORDS = re.compile(
    r"(?<=[0-9]) (?=[^\W\d])(?:(?:US[- ]?|kanadische |australische )?(?:[Dd]ollars?|[Ee]uros?|[Cc]ents?|[Yy]en|pence"
    r"|Franken))?"
    r"(?: ?(?:an?|per|the|je|pro|das|die|le|la|por|el|al|il|a)? ?(?:l')?"
    r"(?:barrel|bbl|(?:troy )?ounce|oz|tonne|ton|bushel|pound|lb|gallon|therm|MMBtu|kilogram|kg"
    r"|Barrel|Fass|Feinunze|Unze|Tonne|Liter|baril|once|barril|onza|onça|barile|oncia|vat))?(?= \()"
)
_IN_BRACKETS = re.compile(
    rf"\((?:(?P<up>up|plus)|(?P<down>down|minus|off))? ?(?P<change>(?:[{MINUS}+]|[{ARROWS}] ?)?[$€£]?{_NUMBER})"
    rf"(?P<points> points?| pts?\.?| Punkte| Zähler)?(?:, | ?[;/|] ?| )"
    rf"(?P<percent>(?:[{MINUS}+]|[{ARROWS}] ?)?{_NUMBER}) ?%\)"
)

# A minus apart from each figure of a move: `DAX 23,527.05 – 112.36 – 0.48%`. A dash before the price parts figures.
_MINUSES_APART = re.compile(
    rf"(\A(?:(?! [{MINUS}] ).)*[0-9]) ([{MINUS}]) ([$€£]?{_NUMBER}) (\(?)\2 ({_NUMBER} ?%\)?)(?=\s|\Z)"
)


# A name and figures, a mark between any two: `Acme, $195.20, +1.20, (+0.62%)`, `Acme 195.20 , +0.62%`.
_AMOUNT = (
    rf"[{MINUS}+{ARROWS}]? ?(?:[A-Z]{{0,2}}[$€£₹] ?|(?:{CODE_PATTERN}) )?"
    rf"(?:[0-9]{{1,3}}(?:[ '’][0-9]{{3}})+[.,][0-9]+|{_NUMBER})"
    rf"(?: ?%| ?[€$£]| (?:{CODE_PATTERN}))?"
)
# Dots are a mark where they stand between two figures, too: behind a name they may show that the page cut it.
_DOTS = r" (?:…|\.{3,}) "
_MARK = re.compile(rf" ?[,;] | [=>:] | ,(?=[+\u2212(-])|(?<=[0-9%]){_DOTS}|{_DOTS}(?=.*[0-9]%?{_DOTS})")
_LISTED = re.compile(
    rf"\A[^\W\d_][^,;=>…]{{0,60}}?(?:(?:{_MARK.pattern}| )(?:{_AMOUNT}|\({_AMOUNT}(?: ?/ ?{_AMOUNT})?\))){{2,4}}\Z"
)

# A word for the way of a figure: behind another, first in its line or its brackets, or with figures alone behind.
_WAY_OF_FIGURE = rf"(?:(?<=[0-9%)] )|(?<=\()|\A|(?<= )(?=\w+ (?:[\W\d]|\b(?:up|down|{CODE_PATTERN})\b)+\Z))"
_UP, _DOWN = (re.compile(rf"{_WAY_OF_FIGURE}{word} (?:by )?(?=[$€£₹]?[0-9])") for word in ("[Uu]p", "[Dd]own"))


def _without_marks(found: re.Match[str]) -> str:
    return _MARK.sub(" ", found[0])


def _grouped(found: re.Match[str]) -> str:
    return found[0].replace(" ", "'")


def _out_of_brackets(found: re.Match[str]) -> str:
    sign = "+" if found["up"] else "-" if found["down"] else ""
    points = " points" if found["points"] and not (sign or found["change"][0] in f"{MINUS}+{ARROWS}") else ""
    return f"{sign}{found['change']}{points} ({found['percent']}%)"


_RULES: tuple[tuple[str, re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    *((mark, _LISTED, _without_marks) for mark in (", ", " ,", "; ", " = ", " > ", " : ", "... ", "… ")),
    (" 0", _ZERO_GROUP, _grouped),
    ("(", _GROUP_IN_BRACKETS, _grouped),
    (" %", _SIGN_FIRST, r"\1%"),
    ("% ", _SIGN_FIRST, r"\1%"),
    ("▲%", _SIGN_FIRST, r"\1%"),
    ("▼%", _SIGN_FIRST, r"\1%"),
    ("(%", _SIGN_IN_BRACKETS, r"(\1\2%)"),
    ("-%", _SIGN_IN_BRACKETS, r"(\1\2%)"),
    ("+%", _SIGN_IN_BRACKETS, r"(\1\2%)"),
    (" per cent", re.compile(r"(?<=[0-9]) per cent\b"), "%"),
    *((word, _UP, "▲ ") for word in ("up ", "Up ")),
    *((word, _DOWN, "▼ ") for word in ("down ", "Down ")),
    ("UP ", re.compile(rf"\AUP (?={_MOVE}\Z)"), "▲ "),
    ("DOWN ", re.compile(rf"\ADOWN (?={_MOVE}\Z)"), "▼ "),
    ("\u2013 0", re.compile(r"(?<=[0-9 ] )\u2013 (?=0[.,]0+(?![0-9]))"), ""),
    ("±", re.compile(r"±(?=0(?:[.,]0+)?(?![0-9.,]))"), "+"),
    ("(+)", re.compile(r"\(\+\) ?(?=[0-9])"), "+"),
    ("(-)", re.compile(r"\(-\) ?(?=[0-9])"), "-"),
    *((f" {minus} ", _MINUSES_APART, r"\1 -\3 \4-\5") for minus in MINUS),
    ("%, ", re.compile(rf"(?<=%),(?= (?:[$€£]?[0-9]|\([{MINUS}+][0-9]))"), ""),
    (":", re.compile(r"(?<=[A-Za-z)]):(?=[$€£]?[0-9][0-9.,]{0,12}[.,][0-9])"), ": "),
    (
        ", ",
        re.compile(
            r"(?<=[0-9])((?: (?:pts|points|Punkte|puntos|pontos|punti))?),"
            rf"(?= [{MINUS}(+{ARROWS}][{MINUS}+$€£]?[0-9])"
        ),
        r"\1",
    ),
    (")", re.compile(rf"(?<=[\w.]\))(?=(?:[A-Z]{{0,2}}[$€£₹]|(?:{CODE_PATTERN}) ?)[0-9])"), " "),
    ("%)", _UNIT_WORDS, ""),
    ("%)", _IN_BRACKETS, _out_of_brackets),
    (")%", re.compile(rf"\(([{MINUS}+]?{_NUMBER})\)%"), r"(\1%)"),
    (" = ", re.compile(r"\b([A-Z]{3}/[A-Z]{3}) = (?=[0-9])"), r"\1 "),
    (" = ", re.compile(r"\b1 ([A-Z]{3}) = ([0-9][0-9.,]{0,12}) ([A-Z]{3})\b"), r"\1/\3 \2"),
    (" / ", re.compile(r"(?<![A-Z])([A-Z]{3}) / ([A-Z]{3})(?![A-Z])"), r"\1/\2"),
    (" → ", re.compile(r"(?<![A-Z])([A-Z]{3}) → ([A-Z]{3})(?![A-Z])"), r"\1/\2"),
)
# Points behind an index in Chinese, and the comma before its move: `38450.50点，跌0.8%`.
_POINTS_BEFORE_MOVE = re.compile(r"(?<=[0-9])[点點]?[,;] ?(?=(?:上|下|收)?[涨漲跌升][0-9])")
# Directions of a move in the words of other scripts.
_WAYS = (
    (re.compile(r"(?<=[0-9] )(?:상승|升|漲|涨|上升|上漲|上涨|收漲|收涨)(?= |[0-9])"), "▲"),
    (re.compile(r"(?<=[0-9] )(?:하락|跌|下跌|收跌)(?= |[0-9])"), "▼"),
)
# The way of a move behind it in Korean, and the word for it before it in Japanese.
_WAY_BEHIND = re.compile(r"(?<=[0-9] )([0-9][0-9.,]*) ?\(([0-9][0-9.,]*%)\) (상승|하락)\Z")
_WAY_BEHIND_BRACKET = re.compile(r"(?<=[0-9]) ?\(([0-9][0-9.,]*%)\) ?(상승|하락)(?:\Z|[ ·,ㆍ/]{1,3}(?=[^\W\d_]))")
# What an agency puts before a headline: `[시황] `.
_TAG = re.compile(r"\A[\[【][^\]】\x00-\x7f][^\]】]{0,14}[\]】] ?(?=[0-9]{1,2}:|[^\W\d_])")
_MOVE_NAMED = re.compile(rf"(?<=[0-9]) ?前日比 ?(?=[{MINUS}+]?[0-9])")
_SPACED = re.compile(rf" [%)\]]| [{ARROWS}]\)|[(\[+{ARROWS}] |\([{MINUS}] ")
# Spaces within one figure: `0,17 %`, `( +1.04 % )`, `▲ 1.41`, `+ 12.30`, `(- 2,14)`; a free minus is a dash.
_SPACES = (
    (re.compile(r"(?<=[0-9]) +(?=%)"), ""),
    (re.compile(r"(?<=[(\[]) +"), ""),
    (re.compile(r" +(?=[)\]])"), ""),
    (re.compile(rf"\(([{MINUS}+]) +(?={_NUMBER}%?\))"), r"(\1"),
    (re.compile(rf"(?<=[{ARROWS}])(?<!%[{ARROWS}]) +(?=[{MINUS}+]?[0-9])"), ""),
    (re.compile(r"(?:(?<=\s)|(?<=\A))\+ +(?=[0-9])"), "+"),
    (re.compile(rf"(?<=[0-9%]) (?=[{ARROWS}]\))"), ""),
)


def _with_way(found: re.Match[str]) -> str:
    return f"{'▲' if found[3] == '상승' else '▼'}{found[1]} ({found[2]})"


def _with_way_in_bracket(found: re.Match[str]) -> str:
    return f" ({'▲' if found[2] == '상승' else '▼'}{found[1]}) "


def plain(line: str) -> str:
    """Return a line with its figures in the one way of writing that tokens are read from."""
    if not line.isascii():
        line = _POINTS_BEFORE_MOVE.sub(" ", _WIDE_COLON.sub(": ", line).translate(_FULL_WIDTH))
        for shape, put in _WAYS:
            line = shape.sub(put, line)
        line = _MOVE_NAMED.sub(" ", _WAY_BEHIND.sub(_with_way, line))
        line = _WAY_BEHIND_BRACKET.sub(_with_way_in_bracket, _TAG.sub("", line))
    if line.startswith("%"):
        line = _SIGN_FIRST.sub(r"\1%", line)
    for mark, shape, replaced in _RULES:
        if mark in line:
            line = shape.sub(replaced, line)
    if _SPACED.search(line):
        for shape, put in _SPACES:
            line = shape.sub(put, line)
    return line
