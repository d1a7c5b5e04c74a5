"""The table that is shown before Textual is loaded: what stands there stays there when the board paints."""

from __future__ import annotations

import signal
from operator import attrgetter
from typing import TYPE_CHECKING

import pyte
import pytest

from terminal import Terminal, keys_work

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pyte.screens import Char

ENTER, DRIVER_STARTS = b"\x1b[?1049h", b"\x1b[?1000h"
_HELD = """
import sys, time
sys.modules.pop("tickerboard.ui.app", None)  # of a process that was forked
class Held:
    def find_spec(self, name, *_):
        if name == "tickerboard.ui.app":
            {then}
sys.meta_path.insert(0, Held())
from tickerboard.cli.main import main
sys.exit(main())
"""
WAITS, FAILS = _HELD.format(then="time.sleep(600)"), _HELD.format(then="raise ImportError(name)")
CONFIG = """
theme = "red-is-up"
columns = ["symbol", "percent", "last"]
[views.falls]
filter = "percent < 0"
sort = "percent"
"""
STATE = '{"view": "falls", "watchlist": ["KEL", "PIAA"], "split": "40"}'


def screen_of(data: bytes, size: tuple[int, int]) -> pyte.Screen:
    screen = pyte.Screen(*size)
    pyte.ByteStream(screen).feed(data)
    return screen


def assert_stays(terminal: Terminal, size: tuple[int, int], seen: Callable[[Char], object] = lambda cell: cell) -> str:
    """Check that every cell of the first picture that has a text looks the same on the board; return the picture.

    `seen` returns what must be the same of a cell, by default all of it.
    """
    terminal.until(lambda text: "? help" in text or size[1] < 18)
    terminal.until_silent()
    assert terminal.bytes.count(ENTER) == 1
    picture = screen_of(terminal.bytes[: terminal.bytes.index(DRIVER_STARTS)], size)
    written = [(x, y) for y in range(size[1]) for x in range(size[0]) if picture.buffer[y][x].data != " "]
    board = terminal.screen
    assert [(x, y) for x, y in written if seen(picture.buffer[y][x]) != seen(board.buffer[y][x])] == []
    return "\n".join(picture.display)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 18), (40, 12), (200, 60)])
def test_nothing_moves_when_the_board_paints(size: tuple[int, int]) -> None:
    with Terminal("--no-motion", size=size) as terminal:
        picture = assert_stays(terminal, size)
    assert "AIRLINK" in picture
    assert "75.25" in picture


@pytest.mark.once
@pytest.mark.parametrize(
    "env",
    [
        {"COLORTERM": "truecolor"},
        {"NO_COLOR": "1"},
        {"TERM": "xterm-16color"},
        {"TEXTUAL_COLOR_SYSTEM": "standard", "NO_COLOR": "1"},
    ],
    ids=["truecolor", "no-color", "16", "16-no-color"],
)
def test_the_colours_are_those_of_the_board(env: dict[str, str]) -> None:
    with Terminal("--no-motion", env=env) as terminal:
        assert "KSE100" in assert_stays(terminal, (120, 40))


@pytest.mark.once
@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_it_has_the_view_and_the_theme_of_the_last_session(tmp_path: Path, size: tuple[int, int]) -> None:
    config, state = tmp_path / "config.toml", tmp_path / "state.json"
    config.write_text(CONFIG, "utf-8")
    state.write_text(STATE, "utf-8")
    env = {"TICKERBOARD_CONFIG": str(config), "TICKERBOARD_STATE": str(state)}
    with Terminal("--no-motion", size=size, env=env) as terminal:
        picture = assert_stays(terminal, size)
    assert "PIAA*" in picture
    assert "KSE100" not in picture  # it rose


@pytest.mark.parametrize("env", [{"COLORTERM": "truecolor"}, {"NO_COLOR": "1"}], ids=["truecolor", "no-color"])
def test_columns_with_bars_and_shades_can_be_in_it(tmp_path: Path, env: dict[str, str]) -> None:
    config = tmp_path / "config.toml"
    config.write_text('columns = ["symbol", "percent", "bar", "heat", "range"]\n', "utf-8")
    with Terminal("--no-motion", size=(200, 60), env=env | {"TICKERBOARD_CONFIG": str(config)}) as terminal:
        picture = assert_stays(terminal, (200, 60), attrgetter("data"))
    assert "UNITY" in picture


@pytest.mark.once
def test_there_is_none_where_it_would_not_be_the_board(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("The mills bought cotton.\n\nThey bought more of it on Friday.\n", "utf-8")
    config = tmp_path / "config.toml"
    config.write_text('theme = "mine"\n[themes.mine]\nbackground = "#112233"\n', "utf-8")
    for arguments, env in (([str(story)], {}), ([], {"TICKERBOARD_CONFIG": str(config)})):
        with Terminal("--no-motion", *arguments, env=env) as terminal:
            terminal.until(lambda text: "? help" in text)
            start = screen_of(terminal.bytes[: terminal.bytes.index(DRIVER_STARTS)], (120, 40))
            assert "".join(start.display).strip() == ""


@pytest.mark.once
def test_a_board_that_does_not_open_leaves_the_terminal_as_it_was() -> None:
    with Terminal(program=WAITS) as terminal:
        terminal.until_written(b"UNITY")
        terminal.send(signal.SIGTERM)
        assert terminal.status() == 128 + signal.SIGTERM
        assert not terminal.modes_on
        assert terminal.bytes.endswith(b"\x1b[?25h")
    with Terminal(program=FAILS) as terminal:
        assert terminal.status() == 2
        assert not terminal.modes_on
        assert "internal error" in terminal.text


@pytest.mark.once
def test_keys_that_are_typed_meanwhile_are_not_lost() -> None:
    late = WAITS.replace("time.sleep(600)", "time.sleep(1)")
    with Terminal("--no-motion", program=late) as terminal:
        terminal.until_written(b"UNITY")
        terminal.type("/kse")
        terminal.until(lambda text: "2 of 34 rows" in text)


@pytest.mark.once
def test_ctrl_z_gives_the_terminal_to_the_shell_and_fg_opens_the_board() -> None:
    late = WAITS.replace("time.sleep(600)", "time.sleep(1)")
    with Terminal("--no-motion", program=late) as terminal:
        terminal.until_written(b"UNITY")
        terminal.type("\x1a")
        terminal.until_written(b"\x1b[?1049l\x1b[?25h")
        terminal.until_silent()
        assert not terminal.modes_on
        terminal.send(signal.SIGCONT)
        terminal.until(lambda text: "? help" in text and "UNITY" in text)
        keys_work(terminal)
        assert terminal.status() == 0
        terminal.assert_given_back()
