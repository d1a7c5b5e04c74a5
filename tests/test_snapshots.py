"""How the board looks: pictures in `snapshots/`, with clocks and motion frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boards import app_on

if TYPE_CHECKING:
    from collections.abc import Callable

    Compare = Callable[..., bool]


@pytest.mark.parametrize("theme", ["tickerboard-dark", "tickerboard-light", "colour-blind"])
@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
def test_board(snap_compare: Compare, theme: str, size: tuple[int, int]) -> None:
    assert snap_compare(app_on(theme=theme), terminal_size=size)


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
    assert snap_compare(app_on(), terminal_size=(120, 40), press=keys)
