"""F: pages that come through a pipe: with the keys beside them, slowly, without an end, or far too many."""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

import pytest

from boards import put
from children import measured
from terminal import Terminal, keys_work

ABL = "ABL 114.90 Decreased By ▼ -0.18 (-0.16%)\n"
KEL = "KEL 4.66 No Change ▼ 0.00 (0%)\n"
COMMAND = f"{sys.executable} -m tickerboard -"
SHELL = "import os; os.execvp('bash', ['bash', '-c', sys.argv[1]])"
PEAK = 220
"""MiB, the board and a page of 5 MiB among them; what comes without an end would take any number."""


def piped(line: str, size: tuple[int, int] = (120, 30)) -> Terminal:
    """Run a line of bash on a terminal; its last command is the board."""
    return Terminal(line, size=size, program=SHELL)


def peak_of_board(terminal: Terminal) -> int:
    """Tell the most memory, in MiB, that the board has had, which is a child of the terminal's shell."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes()
            status = (folder / "status").read_text()
        except OSError:
            continue
        if b"tickerboard\0-\0" in command and f"\nNSsid:\t{terminal.process.pid}" in status:
            found = re.search(r"VmHWM:\s+(\d+)", status)
            return int(found[1]) // 1024 if found else 0
    raise AssertionError("the board is not there")


def test_f12_a_page_from_a_pipe_and_keys_from_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(KEL + ABL, "utf-8")
    with piped(f"cat {path} | {COMMAND}; echo status=$?") as terminal:
        terminal.until(lambda shown: "114.90" in shown and "ended" in shown)
        terminal.type("s")
        terminal.until(lambda shown: "Symbol▴" in shown)
        keys_work(terminal)
        terminal.until(lambda shown: "status=0" in shown)
        terminal.assert_given_back()


def test_f12_pages_that_come_later_are_shown(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_text(ABL, "utf-8")
    with piped(f"(cat {first}; until cat {second}; do sleep 0.2; done; sleep 60) 2>/dev/null | {COMMAND}") as terminal:
        terminal.until(lambda shown: "114.90" in shown and "reading" in shown)
        put(second, ABL.replace("114.90", "115.90"))
        terminal.until(lambda shown: "115.90↑" in shown)
        keys_work(terminal)


def test_f13_a_slow_pipe_is_read_whole() -> None:
    slowly = (
        f"(printf '{ABL}' | while IFS= read -r -n 4 each; do printf '%s' \"$each\"; sleep 0.05; done; echo) | {COMMAND}"
    )
    with piped(slowly.replace("0.16%", "0.16%%")) as terminal:
        shown = terminal.until(lambda shown: "ended" in shown)
        assert re.search(r"ABL +114.90", shown)
        assert "problem" not in shown
        keys_work(terminal)


ENDLESS = {
    "the same line": f"yes '{ABL.strip()}'",
    "no line end": "tr '\\0' x < /dev/zero",
    "pages": f"yes $'{ABL.strip()}\\f'",
}


@pytest.mark.parametrize("what", ENDLESS)
def test_f13_an_endless_pipe_takes_bounded_memory_and_leaves_the_keys(what: str) -> None:
    with piped(f"{ENDLESS[what]} | {COMMAND}; echo status=$?") as terminal:
        terminal.until(lambda shown: "q quit" in shown)
        terminal.read(2)
        terminal.type("?")
        terminal.until(lambda shown: "Keys and marks" in shown)
        assert peak_of_board(terminal) < PEAK
        terminal.type("q")
        terminal.read(0.5)
        terminal.type("q")
        terminal.until(lambda shown: "status=0" in shown)


@pytest.mark.parametrize("what", ENDLESS)
def test_f13_an_endless_pipe_is_refused_where_all_of_it_is_wanted(what: str) -> None:
    done = measured("parse", "-", before=f"{ENDLESS[what]} |")
    assert (done.status, done.err) == (2, "tickerboard: standard input: larger than 100 MiB")
    assert done.peak < 200


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_f13_a_gigabyte() -> None:
    line = f"yes '{ABL.strip()}' | head -c 1G"
    with piped(f"{line} | {COMMAND}; echo status=$?") as terminal:
        terminal.until(lambda shown: "114.90" in shown)
        started = time.monotonic()
        terminal.until(lambda shown: "ended" in shown, 500)
        assert time.monotonic() - started < 400
        assert peak_of_board(terminal) < PEAK
        keys_work(terminal)
        terminal.until(lambda shown: "status=0" in shown)
    done = measured("parse", "-", before=f"{line} |")
    assert (done.status, done.err) == (2, "tickerboard: standard input: larger than 100 MiB")


@pytest.mark.parametrize(
    ("line", "why", "status"),
    [
        (f"cat /dev/zero | {COMMAND}", "standard input: not a page of text", 2),
        (f"{COMMAND} < /dev/zero", "standard input: larger than 100 MiB", 2),
        (f"{COMMAND} < /dev/null", "standard input: no quote and no article found", 1),
    ],
)
def test_f13_what_is_no_page_ends_the_board_in_one_line(line: str, why: str, status: int) -> None:
    with piped(f"{line}; echo status=$?") as terminal:
        terminal.until(lambda shown: f"status={status}" in shown)
        assert f"tickerboard: {why}" in terminal.text
        terminal.assert_given_back()
