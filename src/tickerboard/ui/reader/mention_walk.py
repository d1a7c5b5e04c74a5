"""The mentions of quotes in an article, found block by block when needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tickerboard.ui.reader.blocks import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.board.mentions import Lexicon, Mention
    from tickerboard.board.reading_list import TextPosition
    from tickerboard.ui.reader.blocks import Block


class Stop(NamedTuple):
    """A mention, and the block that it stands in."""

    block: int
    mention: Mention


class MentionWalk:
    """Goes from mention to mention; the first follows the last."""

    def __init__(self, blocks: Sequence[Block], lexicon: Lexicon) -> None:
        self._blocks, self._lexicon = blocks, lexicon
        self._found: dict[int, tuple[Mention, ...]] = {}
        self.chosen: Stop | None = None

    def in_block(self, at: int) -> tuple[Mention, ...]:
        """Return the mentions in a block; a byline has none."""
        if at not in self._found:
            block = self._blocks[at]
            self._found[at] = () if block.part is BlockKind.BYLINE else self._lexicon.find(block.text)
        return self._found[at]

    @property
    def symbols(self) -> frozenset[str]:
        """The symbols found so far."""
        return frozenset(mention.symbol for found in self._found.values() for mention in found)

    def step(self, by: int, start: TextPosition) -> Stop | None:
        """Choose the next or previous mention, from the chosen one or else from a position."""
        block, offset = (self.chosen.block, self.chosen.mention.start) if self.chosen else start
        here = self.in_block(block) if self._blocks else ()
        if by > 0:
            passed = offset + (1 if self.chosen else 0)
            stops = [Stop(block, each) for each in here if each.start >= passed]
        else:
            stops = [Stop(block, each) for each in reversed(here) if each.start < offset]
        self.chosen = stops[0] if stops else self._further(block, by)
        return self.chosen

    def _further(self, block: int, by: int) -> Stop | None:
        """Search the other blocks in turn, and at last this one again."""
        for distance in range(1, len(self._blocks) + 1):
            at = (block + by * distance) % len(self._blocks)
            if found := self.in_block(at):
                return Stop(at, found[0 if by > 0 else -1])
        return None
