"""Lines that are nearly rows of the grammar `line`: they are reported, and no other grammar reads them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser.audit import decimals, is_level
from tickerboard.parser.figures.style import marks_of
from tickerboard.parser.figures.tokens import shape_of, tokens, words_end
from tickerboard.parser.names.labels import is_label, is_symbol
from tickerboard.text.numbers import ARROWS, MINUS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.strips.figures import Figures
    from tickerboard.parser.strips.page_text import PageText

_LONG = 120
_DECIMALS = 2
"""Decimals of a whole percent, where its change has as many."""
_SYMBOL_SIZE = 16
_AMBIGUOUS = 6
"""Tokens of a row that can be read in several ways, such as `STOXX 225 381,20 +0,5%`, are fewer."""
# A price whose thousands may end the name, as in `KGH1 995,50+1,94`: no space parts the price from its move either.
_TORN = re.compile(
    rf".{{0,60}}(?:[^\W\d_]|\))[$€£]?[1-9][0-9]{{0,2}} [0-9]{{3}}[.,][0-9]{{1,4}}(?: ?(?:[A-Z]{{3}}|[$€£]))?"
    rf"\(?[{MINUS}+{ARROWS}][0-9][0-9.,]{{0,9}}(?: ?%\)?)?"
)


def is_torn(text: str) -> bool:
    """Return whether a line is a row whose name may end before its last digits or behind them."""
    return _TORN.fullmatch(text) is not None


def is_ambiguous(page: PageText, number: int, text: str) -> bool:
    """Return whether a line is a row but for a figure of which neither the row nor the page shows the style."""
    if len(text) > _LONG or not text.endswith(("%", "%)")):
        return False
    found = page.tokens(number)
    start = words_end(found)
    figures = found[start:]
    if not start or all(each.kind not in "ns" or len(marks_of(each.body)) < 2 for each in figures):
        return False
    label = " ".join(each.text for each in found[:start])
    return shape_of(figures) in {"np", "nsp", "nps"} and is_label(label)


def is_near(found: Sequence[Token]) -> bool:
    """Return whether a line is nearly a row: a symbol, figures of which one is damaged, and a percentage last."""
    if len(found) < 3 or not is_symbol(found[0].text.rstrip(":")) or len(found[0].text) > _SYMBOL_SIZE:
        return False
    kinds = {each.kind for each in found[1:]}
    ambiguous = len(found) < _AMBIGUOUS and all(each.kind == "n" for each in found[1:-1])
    return kinds <= set("nspxd") and found[-1].kind == "p" and ("x" in kinds or (ambiguous and len(found) > 3))


def is_in_points(found: Sequence[Token], style: Style) -> bool:
    """Return whether a line is a name with a percent and a figure in points that may be the change."""
    start = next((at for at, each in enumerate(found) if each.kind == "p" or each.is_in_points), 0)
    figures = found[start:]
    points = next((each.amount(style) for each in figures if each.is_in_points), None)
    if (
        points is None
        or shape_of(figures) not in {"np", "pn"}
        or not is_label(" ".join(each.text for each in found[:start]))
    ):
        return False
    return not is_level(points, next(each.amount(style) for each in figures if each.kind == "p"))


def may_be_moves(rows: Sequence[tuple[int, str, Figures]]) -> set[int]:
    """Return the lines of the rows whose price in points may be a change, as in `Hang Seng 1,050 points +3.2%`.

    Each row is the number of its line, its text and its figures.
    """
    return {
        number
        for number, text, figures in rows
        if figures.change is None
        and not is_level(figures.last, figures.percent)
        and any(each.is_in_points for each in tokens(text))
    }


def lacks_end(text: str, others: Sequence[str]) -> bool:
    """Return whether a text does not end in the mark in which all of several others do: a percent sign, a bracket."""
    ends = {each[-1] for each in others}
    return len(others) > 1 and len(ends) == 1 and not ends.isdisjoint("%)€]") and text[-1] not in ends


def may_be_cut(text: str, figures: Figures, others: Sequence[str]) -> bool:
    """Return whether a row at a page's end lacks the mark all others end in, or a part of its percent.

    A percent may have no sign; `-6.8` beside a change of `-0.08` may be the beginning of `-6.84%`.
    """
    if lacks_end(text, others):
        return True
    if figures.change is None or figures.percent is None or "%" in text:
        return False
    if any("%" not in each and len(each.rpartition(".")[2]) < _DECIMALS for each in others):
        return False
    return decimals(figures.percent) < min(_DECIMALS, decimals(figures.change))
