"""The places of words in a text: as many as can be of use, each where the reader sees it."""

from __future__ import annotations

import pytest

from tickerboard.board.reading_list import START
from tickerboard.ui.reader.blocks import Block, BlockKind
from tickerboard.ui.reader.find import PLACES_CAP, Find


@pytest.mark.parametrize("words", ["a", "A", "ab" * 100])
def test_e3_find_in_a_megabyte_lists_a_bounded_number_of_places(words: str) -> None:
    text = "ab" * 500_000
    found = Find(words, [Block(BlockKind.BODY, text), Block(BlockKind.BODY, text)], START)
    assert 0 < len(found.places) <= PLACES_CAP
    assert found.count.startswith("1/")


def test_e3_find_keeps_its_places_where_lower_case_is_longer() -> None:
    found = Find("bank", [Block(BlockKind.BODY, "İİİ Bank of Istanbul")], START)
    assert [found.places[0].start, found.places[0].end] == [4, 8]
