"""The lines of a page as grammars see them: tokens, the page's number style, and which lines are still free."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import chain, compress
from typing import TYPE_CHECKING

from tickerboard.parser.figures.arrows import minus_of, with_minus
from tickerboard.parser.figures.style import ALIKE, CLEAR, Mark, Style, decide
from tickerboard.parser.figures.tokens import Token, may_move, tokens
from tickerboard.parser.phrases.domains import names_market
from tickerboard.parser.strips.plain import read_plain
from tickerboard.text.numbers import MINUS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence, Set

    from tickerboard.parser.figures.column import Column
    from tickerboard.parser.strips.plain import PlainRow

_BODY = re.compile(r"(?<![0-9A-Za-z.,:/-])[0-9]+(?:[.,'’][0-9]+)+(?![0-9A-Za-z:/-])")
_GLUED_BODY = re.compile(r"(?<![0-9.,:/])[0-9]+(?:[.,'’][0-9]+)+(?![0-9:/])")
"""A figure that may stand right behind a letter or a sign: it tells the style of a page without any other."""
_SPACED = re.compile(r"(?<![0-9.,])(?<![0-9][/-])[1-9][0-9]{0,2}(?: [0-9]{3})+[.,][0-9]{1,4}(?![0-9.,])")
_SPACED_ALONE = re.compile(rf"(?<![^\W\d_][ .]){_SPACED.pattern}")
"""The same, and no words stand before it, which may end in a number: `Top 10 256.80`."""
_WHOLE = re.compile(r"[0-9]{4,}\.[0-9]{1,4}")
"""A figure of thousands that nothing groups."""
_GAP = re.compile(r" (?<=[0-9] )[0-9]{3}[ .,]")
"""Where a space may group digits, looked at first: most pages have no such place."""
_GROUPED = re.compile(r"[0-9][.,'’][0-9]{3}(?![0-9])[.,]?")
_VALUE = re.compile(r",[0-9]+\.[0-9]+,")
"""A comma-separated value: a figure between two commas."""
_LONE = re.compile(rf"[{MINUS}+]?{CLEAR}%?")
_RULED = "│┃║"
_RULES = dict.fromkeys(range(0x2500, 0x256D), "+") | str.maketrans("─━═│┃║", "---|||")
"""The lines and corners that a program draws around the cells of a table, as a table of plain text has them."""
_UNDECIDED = Style(None)
_BEGINS = frozenset(MINUS + "+0123456789")
"""How such a line begins."""


class PageText:
    """The clean lines of a page. A line that a grammar has read is free no longer, and no other grammar sees it.

    Tabs part the columns of a table, which `columns` returns; elsewhere they are spaces. `has_tabs` says whether there
    are any, `has_columns` whether anything, such as a bar, a wide gap or commas, may part columns. `rows` are the
    numbers of the first lines of the rows that were read before any grammar, one below the other.
    """

    def __init__(self, lines: Sequence[str], style: Style | None = None) -> None:
        whole = "\n".join(lines)
        if any(map(whole.__contains__, _RULED)):
            lines = [line.translate(_RULES) for line in lines]
            whole = "\n".join(lines)
        minus = minus_of(whole)
        self._printed = lines if minus is None else [with_minus(line, minus) for line in lines]
        self.has_tabs = "\t" in whole
        self.has_columns = self.has_tabs or "|" in whole or "  " in whole or _VALUE.search(whole) is not None
        self.lines = [line.replace("\t", " ") for line in self._printed] if self.has_tabs else self._printed
        self._tokens: dict[int, list[Token]] = {}
        self._style = style
        self._lone: frozenset[int] | None = None
        self._moving: frozenset[int] | None = None
        self._plain: dict[int, PlainRow] | None = None
        self._others: list[int] | None = None
        self._is_of_market: bool | None = None
        self.rows = range(1, 1)

    @cached_property
    def free(self) -> list[tuple[int, str]]:
        """The lines that no grammar has read, each its number and its text."""
        above, below = self.lines[: self.rows.start - 1], self.lines[self.rows.stop - 1 :]
        numbered = chain(enumerate(above, 1), enumerate(below, self.rows.stop))
        return [(number, text) for number, line in numbered if (text := line.strip())]

    @property
    def style(self) -> Style:
        """The number style of the page, decided by all of its figures together."""
        if self._style is None:
            text = "\n".join(self._printed)
            bodies = _BODY.findall(text)
            may_be = _GAP.search(text) is not None and _SPACED.search(text) is not None
            spaced = may_be and not any(_GROUPED.match(body, 0) for body in bodies)
            style = decide(bodies, spaced=spaced, otherwise=_UNDECIDED)
            style = decide(_GLUED_BODY.findall(text), spaced=spaced) if style is _UNDECIDED else style
            if spaced and style.mark is Mark.POINT and not _SPACED_ALONE.search(text):
                style = Style(style.mark, spaced=False if any(map(_WHOLE.fullmatch, bodies)) else None)
            self._style = style
        return self._style

    @property
    def is_of_market(self) -> bool:
        """Whether a word of a market is on the page."""
        if self._is_of_market is None:
            self._is_of_market = names_market(self.lines)
        return self._is_of_market

    def style_for(self, columns: Iterable[Column]) -> Style:
        """Return the number style in which columns are to be read: that of the page, where a figure needs one."""
        return Style() if all(column.values for column in columns if column) else self.style

    @property
    def lone(self) -> frozenset[int]:
        """The numbers of the lines that are one clear figure and nothing else, of those that were free at first."""
        if self._lone is None:
            begun = [each for each in self.free if each[1][0] in _BEGINS]
            shapes = "\n".join([text for _, text in begun]).translate(ALIKE).split("\n")
            clear = frozenset(filter(_LONE.fullmatch, {*shapes}))
            self._lone = frozenset(compress([number for number, _ in begun], map(clear.__contains__, shapes)))
        return self._lone

    @property
    def moving(self) -> frozenset[int]:
        """The numbers of the lines that may hold a move, of those that were free at first: no other is part of one."""
        if self._moving is None:
            plain = self.plain  # each of them has a move
            self._moving = frozenset([number for number, text in self.free if number in plain or may_move(text)])
        return self._moving

    @property
    def others(self) -> list[int]:
        """The places of the free lines that are neither one clear figure nor a plain row."""
        if self._others is None:
            passed = self.lone.union(self.plain)
            self._others = [place for place, (number, _) in enumerate(self.free) if number not in passed]
        return self._others

    @property
    def other_lines(self) -> Iterator[tuple[int, str]]:
        """Those lines, each its number and text."""
        return map(self.free.__getitem__, self.others)

    def above_moves(self, count: int) -> Iterator[int]:
        """Yield the places of the free lines that may hold a move, and of those up to so many lines above one."""
        moving, start = self.moving, 0
        for place, (number, _) in enumerate(self.free):
            if number in moving:
                yield from range(max(start, place - count), place + 1)
                start = place + 1

    @property
    def plain(self) -> dict[int, PlainRow]:
        """The lines that are plain rows, by their numbers, of those that were free at first."""
        if self._plain is None:
            self._plain = read_plain(self.free)
        return self._plain

    def gap(self, place: int) -> int:
        """Return how many lines a free line is below the one before it; blank lines count."""
        return self.free[place][0] - self.free[place - 1][0]

    def as_printed(self, numbers: range) -> Sequence[str]:
        """Return the lines of some numbers with their tabs."""
        return self._printed[numbers.start - 1 : numbers.stop - 1]

    def printed(self, start: int, end: int) -> list[str]:
        """Return the free lines from one place to another with their tabs."""
        return [self._printed[number - 1] for number, _ in self.free[start:end]]

    def columns(self, number: int) -> list[str]:
        """Return the cells of a line that tabs part, empty ones too; nothing for a line without tabs."""
        line = self._printed[number - 1] if self.has_tabs else ""
        return list(map(str.strip, line.split("\t"))) if "\t" in line else []

    def tokens(self, number: int) -> list[Token]:
        """Return the tokens of a line, by its number from 1."""
        found = self._tokens.get(number)
        if found is None:
            found = self._tokens[number] = tokens(self.lines[number - 1].strip())
        return found

    def take(self, numbers: Set[int]) -> None:
        """Take lines, so that no other grammar reads them."""
        if numbers:
            self.free = [each for each in self.free if each[0] not in numbers]
            self._others = None
