"""What a board loads before it is on screen."""

from __future__ import annotations

import subprocess
import sys

from terminal import Terminal

LOADED = """
import sys
from tickerboard.ui.lean_textual import load_textual
load_textual()
import tickerboard.ui.app
print({"textual.command", "textual.types", "textual.widgets._input", "textual.widgets._option_list"} & set(sys.modules))
from textual.command import CommandPalette
from textual.screen import ModalScreen
print(issubclass(CommandPalette, ModalScreen))
"""


def test_the_palette_is_not_loaded_with_the_board_and_whole_afterwards() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("set()\nTrue\n", "")


def test_what_the_loader_finds_loaded_stays() -> None:
    program = (
        "import sys, textual.command as palette; from tickerboard.ui.lean_textual import load_textual\n"
        "load_textual(); sys.exit(sys.modules['textual.command'] is not palette)"
    )
    assert subprocess.run([sys.executable, "-c", program]).returncode == 0


def test_the_palette_of_a_board_that_has_not_loaded_it_before() -> None:
    with Terminal("--no-motion", env={"TEXTUAL_ANIMATIONS": "none"}, size=(130, 24)) as terminal:  # so it is not forked
        terminal.until(lambda text: "? help" in text)
        terminal.type("\x10heat ma\r")
        terminal.until(lambda text: "Heat map · 30 quotes" in text)
        terminal.type("q")
        terminal.until(lambda text: "? help" in text)
        terminal.type("\x10habib\r\r")
        terminal.until(lambda text: "named in" in text)
