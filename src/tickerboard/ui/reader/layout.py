"""Blocks of text wrapped to a width of cells, as positions in the text: nothing is copied before it is drawn."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, get_character_cell_size

from tickerboard.board.reading_list import TextPosition
from tickerboard.text.patterns import pattern
from tickerboard.ui.parts import SEPARATOR
from tickerboard.ui.reader.blocks import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOT_ONE_CELL = pattern("[^ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2500-\u25fc]")
"""Characters that may not be one cell wide. News text has none of them, so its cells need no counting."""
_EMOJI_FORM = "\ufe0f"
_NEVER_FIRST = frozenset("。、，．・：；！？）］｝〕〉》」』】")
"""Marks with which no line of Chinese or Japanese begins."""


class Line(NamedTuple):
    """One line: the characters of a block from `start` to `end`, none for a blank line."""

    block: int
    start: int
    end: int


class Layout:
    """The lines of blocks at a width."""

    def __init__(self, blocks: Sequence[Block], width: int) -> None:
        self.blocks = blocks
        self.width = max(width, 1)
        self.lines: list[Line] = []
        for at, block in enumerate(blocks):
            room = max(self.width - cell_len(block.lead), 1)
            places = wrap(block.text, room)
            if block.part is BlockKind.BYLINE:
                places = [_without_ends(block.text, *place) for place in places]
            self.lines += [Line(at, *place) for place in places]
            if block.gap and at + 1 < len(blocks):
                self.lines.append(Line(at, len(block.text), len(block.text)))

    def spot_at(self, line: int) -> TextPosition:
        """Return the position in the text at which a line begins."""
        if not self.lines:
            return TextPosition()
        at = self.lines[min(max(line, 0), len(self.lines) - 1)]
        return TextPosition(at.block, at.start)

    def line_of(self, spot: TextPosition) -> int:
        """Return the line that has a position in the text."""
        return max(bisect_right(self.lines, (*spot, float("inf"))) - 1, 0)

    def lead_of(self, line: Line) -> str:
        """Return what stands before the text of a line."""
        block = self.blocks[line.block]
        if line.start == len(block.text):
            return ""
        return block.hang if line.start else block.lead


def _without_ends(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a line of facts without the separators at its ends, where they separate nothing."""
    first, last = SEPARATOR.lstrip(), SEPARATOR.rstrip()
    return start + len(first) * text.startswith(first, start, end), end - len(last) * text.endswith(last, start, end)


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Wrap words to a width of cells and return the start and end of each line; longer words are cut."""
    plain = _NOT_ONE_CELL.search(text) is None
    lines: list[tuple[int, int]] = []
    start, length = 0, len(text)
    while start < length:
        end = start + width if plain else _reach(text, start, width)
        if end < length and text[end] != " ":
            space = text.rfind(" ", start, end)
            end = space if space > start else _before_mark(text, start, end)
        end = min(end, length)
        lines.append((start, end))
        start = end + (text[end : end + 1] == " ")
    return lines


def _before_mark(text: str, start: int, end: int) -> int:
    """Return where a line ends so that the next one does not begin with a mark that belongs to what is before it."""
    at = end
    while at > start + 1 and text[at] in _NEVER_FIRST:
        at -= 1
    return end if text[at] in _NEVER_FIRST else at


def _reach(text: str, start: int, width: int) -> int:
    """Return how far a line from `start` reaches in a width of cells, at least one character."""
    used = 0
    for at in range(start, len(text)):
        character = text[at]
        # The mark of an emoji's form may make the character before it one cell wider.
        used += 1 if character == _EMOJI_FORM else get_character_cell_size(character)
        if used > width and at > start:
            return at
    return len(text)
