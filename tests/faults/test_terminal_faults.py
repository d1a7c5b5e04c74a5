"""U: odd terminals, odd sizes, odd environments and whatever is typed; F14-F16: standard streams that are missing."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from textual import events

from boards import page, sample, text_of, until
from terminal import Terminal
from tickerboard.board.board import Board
from tickerboard.settings.config import Config
from tickerboard.ui.app import TickerboardApp

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = [sys.executable, "-m", "tickerboard"]
ABL = "ABL 114.90 Decreased By ▼ -0.18 (-0.16%)\n"
COLOUR = re.compile(rb"\x1b\[[0-9;]*?\b(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])\b[0-9;]*m")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(ABL, "utf-8")
    return path


def opened(terminal: Terminal) -> Terminal:
    terminal.until(lambda text: "AIRLINK" in text)
    return terminal


def quits(terminal: Terminal) -> None:
    terminal.type("q")
    assert terminal.status() == 0
    terminal.assert_given_back()


@pytest.mark.parametrize("size", [(1, 1), (0, 0), (80, 1), (1, 80), (2, 2)])
def test_u1_tiny_terminals_open_recover_and_quit(size: tuple[int, int]) -> None:
    with Terminal(size=(100, 30)) as terminal:
        opened(terminal)
        terminal.resize_pty(*size)
        terminal.read(0.5)
        terminal.resize(100, 30)
        opened(terminal)
        quits(terminal)


@pytest.mark.parametrize("size", [(1, 1), (0, 0), (80, 1)])
def test_u1_opened_in_a_tiny_terminal(size: tuple[int, int]) -> None:
    with Terminal(size=(100, 30), opened_at=size) as terminal:
        terminal.read(2)
        terminal.resize(100, 30)
        opened(terminal)
        quits(terminal)


async def test_u2_twenty_resizes_then_as_fresh() -> None:
    dice = random.Random(7)
    board = sample()
    worn = TickerboardApp(board, (), Config(motion=False))
    async with worn.run_test(size=(80, 24)) as pilot:
        for _ in range(20):
            await pilot.resize_terminal(dice.randint(1, 200), dice.randint(1, 60))
        for size in ((120, 40), (80, 24), (40, 12), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            fresh = TickerboardApp(board, (), Config(motion=False))
            async with fresh.run_test(size=size) as other:
                await other.pause()
                expected = text_of(fresh)
            with worn._context():
                assert text_of(worn) == expected


async def test_u2_a_pane_hidden_and_shown_again_at_once_keeps_the_focus() -> None:
    app = TickerboardApp(sample(), (), Config(motion=False))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        app.screen.query_one("#table").post_message(events.Hide())  # heard of late: it is shown again
        await pilot.press("end")
        assert "row 34 of 34" in text_of(app)
        await pilot.resize_terminal(10, 3)
        await pilot.pause()
        await pilot.resize_terminal(120, 40)
        await until(pilot, lambda: "row 34 of 34" in text_of(app))
        await pilot.press("home")
        assert "row 1 of 34" in text_of(app)


def test_u2_resizes_in_a_real_terminal_then_as_fresh() -> None:
    dice = random.Random(7)
    with Terminal("--no-motion", size=(120, 40)) as terminal, Terminal("--no-motion", size=(120, 40)) as fresh:
        opened(terminal)
        for _ in range(20):
            terminal.resize(dice.randint(1, 200), dice.randint(1, 60))
            terminal.read(0.02)
        terminal.resize(120, 40)
        terminal.screen.reset()
        opened(fresh).until_silent()
        terminal.until(lambda text: rows(text) == rows(fresh.text))
        quits(terminal)


def rows(text: str) -> list[str]:
    return [line for line in text.split("\n")[1:-1] if "AIRLINK" in line]


@pytest.mark.parametrize(("value", "coloured"), [("1", False), ("0", False), ("", True)])
def test_u3_u4_no_color(value: str, coloured: bool) -> None:
    with Terminal(env={"NO_COLOR": value, "COLORTERM": "truecolor"}) as terminal:
        opened(terminal)
        terminal.type("?")
        terminal.until(lambda text: "sort by the next column" in text)
        terminal.type("qj3 ")
        terminal.until(lambda text: "sort by the next column" not in text)
        assert bool(COLOUR.search(terminal.bytes)) is coloured


def test_u5_a_dumb_terminal_gets_the_page_as_text(path: Path) -> None:
    for name in ("dumb", "unknown", ""):
        with Terminal(str(path), env={"TERM": name}) as terminal:
            assert terminal.status() == 0
            terminal.read(0.2)
            assert "ABL" in terminal.text
            assert b"\x1b" not in terminal.bytes


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "POSIX"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]
)
def test_u6_a_posix_locale(locale: dict[str, str], path: Path) -> None:
    with Terminal(env=locale) as terminal:
        assert "▼" in opened(terminal).text
        quits(terminal)
    done = subprocess.run([*COMMAND, "parse", str(path)], env={"PATH": "", **locale}, capture_output=True)
    assert done.returncode == 0
    assert "▼ -0.18" in done.stdout.decode()


def test_u7_stale_sizes_in_the_environment_freeze_nothing() -> None:
    with Terminal(size=(100, 30), env={"COLUMNS": "50", "LINES": "10"}) as terminal:
        opened(terminal)
        terminal.until(lambda text: "q quit" in text.split("\n")[29])
        terminal.resize(140, 45)
        terminal.until(lambda text: "q quit" in text.split("\n")[44][100:])


def test_u8_bytes_that_are_no_text() -> None:
    dice = random.Random(8)
    with Terminal(size=(100, 30)) as terminal:
        opened(terminal)
        terminal.type(b"\xff")
        terminal.read(0.3)
        # Without q and Ctrl+C, which quit, Ctrl+Z, which suspends, and the bracket that begins a paste without an end.
        typed = bytes(each for each in dice.randbytes(3_000) if each not in b"q\x03\x1a[\x9b")
        for at in range(0, len(typed), 200):
            terminal.type(typed[at : at + 200])
            terminal.read(0.1)
            assert terminal.process.poll() is None
        while terminal.process.poll() is None:  # out of each dialog that stands open, then out of the board
            with suppress(OSError):
                if terminal.attributes != terminal.attributes_before:  # where it is given back, the key is a signal
                    terminal.type("\x03")
            terminal.read(0.5)
        assert terminal.status() == 0
        terminal.assert_given_back()


def test_u9_a_large_paste() -> None:
    with Terminal(size=(100, 30)) as terminal:
        opened(terminal)
        paste = b"\x1b[200~" + b"sSq \n" * 20_000 + b"\x1b[201~"
        for at in range(0, len(paste), 2_000):
            terminal.type(paste[at : at + 2_000])
            terminal.read(0.01)
        terminal.type("?")
        terminal.until(lambda text: "sort by the next column" in text, 30)
        terminal.type("q")
        terminal.until(lambda text: "sort by the next column" not in text)
        quits(terminal)


ODD = [
    "A",
    "786",
    "EFERT-OCTC",
    "GATM-NOV",
    "A.B",
    "A&B",
    "ABL",
    "KSE100",
    "X" * 15,
    "X" * 16,
    "Z" * 10_000,
    "[/]",
    "١٢٣",
]


async def test_u10_u11_odd_and_repeated_symbols_sort_every_way() -> None:
    text = "".join(f"{symbol} {at + 1}.50 Increased By ▲ 0.50 (0.5%)\n" for at, symbol in enumerate(ODD * 2))
    board = Board.of([page(text), page(ABL, "other")])
    symbols = [row.quote.symbol for row in board.rows]
    assert len(symbols) == len(set(symbols))
    assert {"ABL", "786", "EFERT-OCTC", "X" * 15} <= set(symbols)
    assert all(len(problem.text) <= 200 for _, problem in board.problems)
    app = TickerboardApp(board, (), Config(motion=False))
    async with app.run_test(size=(160, 30)) as pilot:
        for _ in range(8):
            await pilot.press("s", "S", "end", "home", "enter", "escape")
            for line in text_of(app).split("\n"):
                assert len(line) == 160
    assert app.fault is None


def test_f14_empty_and_closed_standard_input() -> None:
    for close, words, status in (("</dev/null", b"no quote and no article", 1), ("<&-", b"closed", 2)):
        for form in ("", "parse "):
            line = f"{sys.executable} -m tickerboard {form}- {close}"
            done = subprocess.run(["bash", "-c", line], capture_output=True, timeout=120)
            assert done.returncode == status
            assert len(done.stderr.splitlines()) == 1
            assert words in done.stderr


def test_f14_every_stream_closed_is_no_trace() -> None:
    line = f"{sys.executable} -m tickerboard parse >&- 2>&- <&-; echo $?"
    done = subprocess.run(["bash", "-c", line], capture_output=True, timeout=120)
    assert (done.stdout.strip(), done.stderr) == (b"2", b"")


def test_f15_no_terminal_for_the_keys(path: Path) -> None:
    program = "import subprocess; subprocess.run(['bash', '-c', sys.argv[1]])"
    line = f"cat {path} | setsid -w {sys.executable} -m tickerboard -; echo status=$?"
    with Terminal(line, program=program) as terminal:
        terminal.until(lambda text: "status=2" in text)
        assert "tickerboard: standard input is the page, and there is no terminal for the keys" in terminal.text
        assert b"\x1b[?1049h" not in terminal.bytes


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_f16_a_reader_that_leaves_early_is_no_trace(path: Path, form: str) -> None:
    path.write_text("".join(ABL.replace("ABL", f"S{at}") for at in range(20_000)), "utf-8")
    line = f"{sys.executable} -m tickerboard parse --format {form} {path} | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, timeout=120)
    assert done.stdout.splitlines()[-1] == b"0"
    assert done.stderr == b""
