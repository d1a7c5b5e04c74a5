"""Strips of any quotes, written as each kind of page writes them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st

from tickerboard.parser.names.labels import proves_itself  # GDP is no share
from tickerboard.parser.names.no_names import is_zone
from tickerboard.parser.phrases.domains import FOREIGN  # WTA makes a page one of sports
from tickerboard.parser.tables.fields import Field
from tickerboard.parser.tables.headers.header import field_of  # CMP may stand for the current market price

if TYPE_CHECKING:
    from collections.abc import Callable

CENT = Decimal("0.01")
WORDS = {1: ("Increased By", "▲"), -1: ("Decreased By", "▼"), 0: ("No Change", "▼")}


class Figures(NamedTuple):
    """A quote as a page prints it: its digits, signed as the parser should give them."""

    symbol: str
    last: str
    change: str
    percent: str

    @property
    def way(self) -> int:
        change = Decimal(self.change)
        return (change > 0) - (change < 0)


def share(change: Decimal, previous: Decimal) -> str:
    """Round a percentage as the pages do: two decimals, trailing zeros gone, no minus zero."""
    text = f"{(change / previous * 100).quantize(CENT):f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def _is_of_share(symbol: str) -> bool:
    if is_zone(symbol):  # behind a time it is the zone, and the row is reported
        return False
    return not FOREIGN.search(symbol.lower()) and proves_itself(symbol) and field_of(symbol) is not Field.LAST


@st.composite
def equities(draw: st.DrawFn) -> Figures:
    """A share's quote: two decimals, any move that leaves a price."""
    symbol = draw(st.from_regex(r"[A-Z]{2,8}", fullmatch=True).filter(_is_of_share))
    previous = Decimal(draw(st.integers(100, 5_000_000))) / 100
    change = (previous * draw(st.integers(-900, 900)) / 10_000).quantize(CENT)
    return Figures(symbol, f"{previous + change:.2f}", f"{change:.2f}" if change else "0.00", share(change, previous))


def strips(low: int = 1) -> st.SearchStrategy[list[Figures]]:
    """Some quotes, each symbol once."""
    return st.lists(equities(), min_size=low, max_size=12, unique_by=lambda figures: figures.symbol)


def worded(each: Figures) -> str:
    word, arrow = WORDS[each.way]
    return f"{each.symbol} {each.last} {word} {arrow} {each.change} ({each.percent}%)"


def without_arrows(quotes: list[Figures]) -> str:
    return "".join(worded(each).replace("▲ ", "").replace("▼ ", "") + "\n" for each in quotes)


def tokens(quotes: list[Figures]) -> str:
    """One token a paragraph; the falls have lost their minus."""
    blocks = []
    for each in quotes:
        move = f"{each.change.lstrip('-')} ({each.percent.lstrip('-')}%)"
        blocks += [each.symbol, each.last, WORDS[each.way][0], move]
    return "\n\n".join(blocks) + "\n"


def plus(text: str) -> str:
    return text if text.startswith("-") else "+" + text


def signed(quotes: list[Figures]) -> str:
    return "".join(f"{each.symbol} {each.last} {plus(each.change)} ({plus(each.percent)}%)\n" for each in quotes)


def portal(quotes: list[Figures]) -> str:
    return "".join(f"{each.symbol} {each.last}\n1.50M\n{each.percent}%\n{each.change}\n" for each in quotes)


def fields(quotes: list[Figures]) -> str:
    return "".join(f"{each.symbol}\n{each.last}\n{each.change}\n({each.percent}%)\n" for each in quotes)


def glued(quotes: list[Figures]) -> str:
    return "".join(f"{each.symbol.title()} {each.last}{plus(each.change)}({plus(each.percent)}%)" for each in quotes)


WHOLE: dict[str, Callable[[list[Figures]], str]] = {
    "a line each": lambda quotes: "".join(worded(each) + "\n" for each in quotes),
    "without arrows": without_arrows,
    "printed twice and cut": lambda quotes: ("".join(worded(each) + "\n" for each in quotes) * 2)[:-9],
    "behind a crawl's date": lambda quotes: " date 2021-02-13 " + "\n".join(map(worded, quotes)),
    "all on one line": lambda quotes: " ".join(map(worded, quotes)),
    "a token a paragraph": tokens,
    "signs and no words": signed,
}
"""The ways to write a strip from which every quote must come back."""
PARTLY: dict[str, Callable[[list[Figures]], str]] = {
    "a field a line": fields,
    "a portal's rows": portal,
    "nothing between": glued,
}
"""The ways in which small moves and short names can be told in two ways: such a row is a problem, and no guess."""
