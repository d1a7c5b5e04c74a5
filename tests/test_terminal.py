"""The installed command in a real terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

QUOTES = (
    "ABL 114.90 Decreased By ▼ -0.18 (-0.16%)\n"
    "KEL 4.66 No Change ▼ 0.00 (0%)\n"
    "KSE100 74,531 Increased By 732.1 (0.99%)\n"
)
PROSE = "The mills said on Friday that their orders rose for a third month.\n"


def row_of(text: str, symbol: str) -> int:
    return next((at for at, line in enumerate(text.split("\n")) if re.search(rf"│ +\d+ +{symbol}\b", line)), -1)


def test_the_sample_opens_sorts_resizes_and_quits() -> None:
    with Terminal(size=(140, 45)) as terminal:
        text = terminal.until(lambda text: row_of(text, "AIRLINK") > 0 and "KSE100 74,531" in text)
        assert row_of(text, "AIRLINK") < row_of(text, "BOP")
        terminal.type("ss")
        terminal.type("S")
        terminal.until(lambda text: 0 < row_of(text, "KSE100") < row_of(text, "AIRLINK"))
        for size in ((80, 24), (40, 12), (10, 3), (1, 1), (140, 45)):
            terminal.resize(*size)
            terminal.read(0.3)
        terminal.until(lambda text: row_of(text, "KSE100") > 0)
        terminal.type("q")
        assert terminal.status() == 0
        assert terminal.bytes.rstrip().endswith(b"\x1b[?25h") or b"\x1b[?1049l" in terminal.bytes


def test_the_tape_moves_and_stops() -> None:
    with Terminal() as terminal:
        terminal.until(lambda text: "AIRLINK" in text)

        def tape() -> str:
            return str(terminal.screen.display[-2])

        first = tape()
        terminal.until(lambda _: tape() != first)
        terminal.type(" ")
        terminal.until_silent(1.0)
        stopped = tape()
        terminal.read(0.6)
        assert tape() == stopped


def test_no_motion_stands_still() -> None:
    with Terminal("--no-motion") as terminal:
        terminal.until(lambda text: "? help" in text)
        terminal.until_silent(1.0)


@pytest.mark.parametrize(("text", "missing"), [(QUOTES, "no article"), (PROSE, "no quotes")])
def test_what_a_page_does_not_have_is_said(tmp_path: Path, text: str, missing: str) -> None:
    path = tmp_path / "page.txt"
    path.write_text(text, "utf-8")
    with Terminal(str(path)) as terminal:
        terminal.until(lambda shown: missing in shown.split("\n")[0])


def test_a_source_that_cannot_be_read_is_one_line_and_no_screen(tmp_path: Path) -> None:
    with Terminal(str(tmp_path / "none.txt"), size=(200, 40)) as terminal:
        assert terminal.status() == 2
        terminal.read(0.2)
        assert "no such file" in terminal.text
        assert b"\x1b[?1049h" not in terminal.bytes


def test_no_color_writes_no_colour_and_an_empty_one_does() -> None:
    colour = re.compile(rb"\x1b\[(?:[0-9]+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9]+)*m")
    for value, coloured in (("1", False), ("", True)):
        with Terminal(env={"NO_COLOR": value}) as terminal:
            terminal.until(lambda text: "AIRLINK" in text)
            assert bool(colour.search(terminal.bytes)) is coloured


def test_escape_sequences_of_a_page_never_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "evil.txt"
    path.write_text(
        QUOTES + "\nA \x1b]52;c;RVZJTA==\x07 sentence [/] [@click=app.quit]with[/] markup \x1b[6nhere.\n", "utf-8"
    )
    with Terminal(str(path)) as terminal:
        terminal.until(lambda text: "[@click=app.quit]" in text)
        assert b"]52;" not in terminal.bytes
        assert b"\x1b[6n" not in terminal.bytes


def test_a_page_on_standard_input_leaves_the_keys(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(QUOTES, "utf-8")
    with Terminal("-", page=path) as terminal:
        terminal.until(lambda text: "KSE100" in text)
        terminal.type("q")
        assert terminal.status() == 0


def test_rise_and_fall_have_colours_of_their_own() -> None:
    with Terminal(env={"COLORTERM": "truecolor"}) as terminal:
        terminal.until(lambda text: "AIRLINK" in text)
        terminal.read(0.5)
        arrows = {
            cell.data: cell.fg
            for line in terminal.screen.buffer.values()
            for cell in line.values()
            if cell.data in "▲▼■"
        }
        assert arrows == {"▲": "4cc38a", "▼": "ff6b6b", "■": "8f9bab"}


def test_an_empty_pipe_is_one_line_and_status_1(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    with Terminal("-", page=path, size=(120, 20)) as terminal:
        assert terminal.status() == 1
        terminal.read(0.2)
        assert "standard input: no quote and no article found" in terminal.text
