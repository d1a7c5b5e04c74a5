"""What is written to the terminal for a change: once, and no cell that has not changed."""

from __future__ import annotations

from inspect import Signature, signature
from typing import TYPE_CHECKING, Any

from textual import _callback

from boards import page, until
from terminal import Terminal
from tickerboard.board.board import Board
from tickerboard.settings.config import Config
from tickerboard.ui.app import TickerboardApp
from tickerboard.ui.board.screen import BoardScreen
from tickerboard.ui.terminal import keyboard

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from rich.console import RenderableType
    from textual.screen import Screen

ROWS = 100


class Painted(TickerboardApp):
    """The board, and the pictures that it painted."""

    def __init__(self, board: Board) -> None:
        super().__init__(board, (), Config(motion=False))
        self.pictures: list[str] = []

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if renderable is not None and (render := getattr(renderable, "render_segments", None)):
            self.pictures.append(render(self.console))
        super()._display(screen, renderable)


def rows(price: int, last: int | None = None) -> str:
    prices = [price] * (ROWS - 1) + [last or price]
    return "\n".join(f"S{at:03} {each}.25 No Change ▼ 0.00 (0%)" for at, each in enumerate(prices)) + "\n"


async def test_an_update_that_comes_with_a_key_is_in_the_picture_of_the_key() -> None:
    app = Painted(Board.of([page(rows(1))]))
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.screen
        assert isinstance(screen, BoardScreen)
        await until(pilot, lambda: "S000" in "".join(app.pictures))
        app.pictures.clear()
        app.hold_picture()
        screen.show(screen.board.updated(page(rows(7))))
        await pilot.pause()
        assert app.pictures == []
        await pilot.press("G")
        await until(pilot, lambda: app.pictures)
        assert "S099" in app.pictures[0]
        assert "7.25" in app.pictures[0]


async def test_a_board_goes_on_to_paint_when_a_key_opens_a_dialog() -> None:
    app = Painted(Board.of([page(rows(1))]))
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.screen
        assert isinstance(screen, BoardScreen)
        app.hold_picture()
        await pilot.press("question_mark")
        await pilot.press("escape")
        app.pictures.clear()
        screen.show(screen.board.updated(page(rows(7))))
        await until(pilot, lambda: "7.25" in "".join(app.pictures))


async def test_the_tape_is_painted_where_its_items_in_view_change() -> None:
    app = Painted(Board.of([page(rows(1))]))
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.screen
        assert isinstance(screen, BoardScreen)
        await until(pilot, lambda: "S000" in "".join(app.pictures))
        app.pictures.clear()
        screen.show(screen.board.updated(page(rows(1, last=7))))
        await until(pilot, lambda: screen._lights.after > 1e9)
        assert "S000" not in "".join(app.pictures)
        screen.show(screen.board.updated(page(rows(7))))
        await until(pilot, lambda: "S000" in "".join(app.pictures))


def test_what_has_not_changed_is_not_written() -> None:
    with Terminal("--no-motion", size=(120, 24)) as terminal:
        terminal.until(lambda text: "row 1 of 34" in text)
        terminal.until_silent()
        before = len(terminal.bytes)
        terminal.type("j")
        terminal.until(lambda text: "row 2 of 34" in text)
        terminal.until_silent()
        written = terminal.bytes[before:].decode()
        assert "2 of 34" in written
        assert not set("─│┃") & set(written), "the frame"


async def test_textual_inspects_no_call_that_a_key_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Painted(Board.of([page(rows(1))]))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "S000" in "".join(app.pictures))
        await pilot.press("j")
        asked: list[object] = []

        def inspect(call: Callable[..., object]) -> Signature:
            asked.append(call)
            return signature(call)

        monkeypatch.setattr(_callback, "signature", inspect)
        await pilot.press("j")
        await pilot.pause()
        ours = [call for call in asked if getattr(call, "__module__", "") == keyboard.__name__]
        assert ours
        assert [call for call in ours if not hasattr(call, "__signature__")] == []
