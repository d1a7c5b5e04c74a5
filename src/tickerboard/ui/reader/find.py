"""Find words in an article."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tickerboard.board.reading_list import TextPosition
    from tickerboard.ui.reader.blocks import Block

WORDS_CAP, PLACES_CAP = 200, 10_000
"""How many characters are searched for, and how many places are listed, at most: an article may be hostile."""


class Place(NamedTuple):
    """Where words were found: the characters of a block from `start` to `end`."""

    block: int
    start: int
    end: int


class Find:
    """The places of some words in a text, without regard to case, and the current one."""

    def __init__(self, words: str, blocks: Sequence[Block], near: TextPosition) -> None:
        self.words = words[:WORDS_CAP]
        self._by_block: dict[int, list[Place]] = {}
        self.places: list[Place] = []
        wanted = _lower(self.words)
        for at, block in enumerate(blocks if words else ()):
            if len(self.places) < PLACES_CAP and (found := list(_places(wanted, at, block.text))):
                self._by_block[at] = found[: PLACES_CAP - len(self.places)]
                self.places += self._by_block[at]
        self.at = bisect_left(self.places, (*near, 0)) % len(self.places) if self.places else 0

    @property
    def place(self) -> Place | None:
        """The current place."""
        return self.places[self.at] if self.places else None

    @property
    def count(self) -> str:
        """The number of the current place and of all; a `+` stands for more than are listed."""
        more = "+" if len(self.places) == PLACES_CAP else ""
        return f"{self.at + 1}/{len(self.places)}{more}" if self.places else "none"

    def in_block(self, block: int) -> Sequence[Place]:
        """Return the places in a block."""
        return self._by_block.get(block, ())

    def step(self, by: int) -> None:
        """Go to the next or previous place; the first follows the last."""
        if self.places:
            self.at = (self.at + by) % len(self.places)


def _places(wanted: str, block: int, text: str) -> Iterator[Place]:
    """Find places that do not overlap. `str.find` takes linear time on any text, a pattern with its case folded not."""
    text = _lower(text)
    at = text.find(wanted)
    count = 0
    while at >= 0 and count < PLACES_CAP:
        count += 1
        yield Place(block, at, at + len(wanted))
        at = text.find(wanted, at + len(wanted))


def _lower(text: str) -> str:
    """Return a text in lower case that is as long: `İ` alone becomes two characters, and stays as it is."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := each.lower()) == 1 else each for each in text)
