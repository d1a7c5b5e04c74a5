"""How the board looks: pictures in `snapshots/`, with clocks and motion frozen."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from boards import app_on, page
from clocks import NOON
from fetches import failed, taken
from papers import PAPER, reading, story
from tickerboard.board.board import Board
from tickerboard.board.listings import Listings
from tickerboard.sources.demo import SampleSource

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from textual.pilot import Pilot

    Compare = Callable[..., bool]


DOUBTFUL = "ABL 4.66 Increased By ▲ 0.10 (9.04%)\nAKBL 4.66 Increased By ▲ 0.1\n"


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


FILTER = [*["slash", "p", "e", "r", "c", "e", "n", "t", "space", "greater_than_sign", "space", "2"]]
SCREENS = {
    "filter": FILTER,
    "filter_wrong": FILTER[:-1],
    "heat": ["m"],
    "columns": ["c"],
    "export": ["e"],
    "problems": ["exclamation_mark"],
    "zoom": ["2", "z"],
}


def pressed(keys: Iterable[str]) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Return what presses keys, and lets no cursor blink."""

    async def press(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.press(*keys)
        for prompt in pilot.app.screen.query(Input):
            prompt.cursor_blink = False

    return press


@pytest.mark.parametrize("size", [(120, 40), (40, 12)])
@pytest.mark.parametrize("name", SCREENS)
def test_screens(snap_compare: Compare, name: str, size: tuple[int, int]) -> None:
    board = Board.of([taken(SampleSource().read()), page(DOUBTFUL)], Listings.load())
    assert snap_compare(app_on(board), terminal_size=size, run_before=pressed(SCREENS[name]))


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
@pytest.mark.parametrize("keys", [[], ["x"]], ids=["board", "sources"])
def test_troubles(snap_compare: Compare, keys: list[str], size: tuple[int, int]) -> None:
    board = Board.of([taken(SampleSource().read()), page(DOUBTFUL), failed("https://example.org/news", "timed out")])
    board = board.updated(page("", at=NOON + timedelta(minutes=3))).without("sample page")
    assert snap_compare(app_on(board), terminal_size=size, press=keys)


@pytest.mark.parametrize("size", [(120, 40), (40, 12)])
@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("find", ["2", "slash", *"ogdc"]),
        ("found", ["2", "slash", *"ogdc", "enter", "n"]),
        ("mentions", ["2", "full_stop", "full_stop"]),
        ("links", ["2", "o", "j"]),
    ],
)
def test_reader(snap_compare: Compare, name: str, keys: list[str], size: tuple[int, int]) -> None:
    assert snap_compare(reading(PAPER, story("B")), terminal_size=size, run_before=pressed(keys))
