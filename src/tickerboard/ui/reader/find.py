"""Finding words in an article: all the places of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.board.reading_list import TextPosition
    from tickerboard.ui.reader.blocks import Block


class Place(NamedTuple):
    """Where words were found: the characters of a block from `start` to `end`."""

    block: int
    start: int
    end: int


class Find:
    """All the places of some words in a text, small and capital letters alike, and the one that is looked at."""

    def __init__(self, words: str, blocks: Sequence[Block], near: TextPosition) -> None:
        self.words = words
        wanted = re.compile(re.escape(words), re.IGNORECASE)
        self._by_block: dict[int, list[Place]] = {}
        self.places: list[Place] = []
        for at, block in enumerate(blocks):
            if found := [Place(at, *match.span()) for match in wanted.finditer(block.text)] if words else []:
                self._by_block[at] = found
                self.places += found
        self.at = bisect_left(self.places, (*near, 0)) % len(self.places) if self.places else 0

    @property
    def place(self) -> Place | None:
        """The place that is looked at."""
        return self.places[self.at] if self.places else None

    @property
    def count(self) -> str:
        """Which of how many places is looked at."""
        return f"{self.at + 1}/{len(self.places)}" if self.places else "none"

    def in_block(self, block: int) -> Sequence[Place]:
        """Give the places in a block."""
        return self._by_block.get(block, ())

    def step(self, by: int) -> None:
        """Look at the next place, or the one before; the last is followed by the first."""
        if self.places:
            self.at = (self.at + by) % len(self.places)
