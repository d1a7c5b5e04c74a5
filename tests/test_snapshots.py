"""How the board looks: pictures in `snapshots/`, with clocks and motion frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tickerboard.board import Board
from tickerboard.config import Config
from tickerboard.snapshot import take
from tickerboard.sources.local import SampleSource
from tickerboard.ui.app import TickerboardApp

if TYPE_CHECKING:
    from collections.abc import Callable

    Compare = Callable[..., bool]


def board(**settings: Any) -> TickerboardApp:
    shots = [take(document) for document in SampleSource().read()]
    return TickerboardApp(Board.of(shots), lambda: (shots, []), Config(motion=False, **settings))


@pytest.mark.parametrize("theme", ["tickerboard-dark", "tickerboard-light", "colour-blind"])
@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
def test_board(snap_compare: Compare, theme: str, size: tuple[int, int]) -> None:
    assert snap_compare(board(theme=theme), terminal_size=size)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("sorted", ["s", "s", "s", "s", "S"]),
        ("reader", ["2"]),
        ("tape", ["3"]),
        ("details", ["enter"]),
        ("help", ["question_mark"]),
    ],
)
def test_keys(snap_compare: Compare, name: str, keys: list[str]) -> None:
    assert snap_compare(board(), terminal_size=(120, 40), press=keys)
