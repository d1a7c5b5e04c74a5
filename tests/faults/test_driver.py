"""E12: whatever signal ends the board, the terminal is restored; storms of signals and reports leave the keys alive."""

from __future__ import annotations

import signal
import time

import pytest

from children import cpu_of
from terminal import BLOCKED, Terminal, keys_answer, keys_work
from tickerboard.ui.terminal.driver import ENDINGS

ENDING = ["USR1", "USR2", "ABRT", "XCPU", "ALRM", "PROF", "VTALRM", "SYS"]


def opened(terminal: Terminal) -> Terminal:
    terminal.until(lambda text: "AIRLINK" in text and "? help" in text)
    terminal.until_silent()
    return terminal


@pytest.mark.parametrize("name", ENDING)
def test_e12_any_ending_signal_restores_the_terminal(name: str) -> None:
    number = signal.Signals[f"SIG{name}"]
    with opened(Terminal("--no-motion")) as terminal:
        terminal.send(number)
        assert terminal.status() == 128 + number
        terminal.assert_given_back()


def test_e12_only_faults_and_stops_are_left_to_the_system() -> None:
    left = {number.name for number in signal.valid_signals() if isinstance(number, signal.Signals)} - {
        number.name for number in map(signal.Signals, ENDINGS)
    }
    assert left >= {"SIGKILL", "SIGSEGV", "SIGTSTP", "SIGCONT", "SIGWINCH", "SIGCHLD"}
    assert not left & {"SIGUSR1", "SIGUSR2", "SIGABRT", "SIGXCPU", "SIGALRM", "SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT"}


def test_e12_signals_that_keep_coming_do_not_put_the_end_off() -> None:
    with Terminal("--no-motion", program=BLOCKED) as terminal:
        opened(terminal).type("o")
        terminal.until_written(b"blocked")
        given_up = time.monotonic() + 30
        while terminal.process.poll() is None:
            assert time.monotonic() < given_up
            terminal.send(signal.SIGTERM)
            terminal.read(0.2)
        assert terminal.status() == 143
        terminal.assert_given_back()


def test_e19_an_end_that_frees_much_memory_is_no_signal() -> None:
    program = """
import builtins, time
from tickerboard.cli.main import main
class Slow:
    def __del__(self, sleep=time.sleep):
        sleep(2.5)
builtins.slow = Slow()
sys.exit(main())
"""
    with Terminal("--no-motion", program=program) as terminal:
        opened(terminal).type("q")
        assert terminal.status() == 0
        terminal.assert_given_back()


def test_e12_two_hundred_continues_take_the_terminal_a_few_times() -> None:
    with opened(Terminal("--no-motion")) as terminal:
        for _ in range(200):
            terminal.send(signal.SIGCONT)
            time.sleep(0.005)
        terminal.until_silent()
        assert 2 <= terminal.bytes.count(b"\x1b[?1049h") < 100
        keys_work(terminal)
        assert terminal.status() == 0
        terminal.assert_given_back()


def test_e12_five_hundred_reports_of_focus_cost_little() -> None:
    with opened(Terminal("--no-motion")) as terminal:
        before = cpu_of(terminal.process.pid)
        for _ in range(25):
            terminal.type(b"\x1b[O\x1b[I" * 10)
            terminal.read(0.01)
        keys_answer(terminal)
        assert cpu_of(terminal.process.pid) - before < 4
        terminal.type("q")
        assert terminal.status() == 0


def test_e12_a_typed_size_is_not_believed() -> None:
    with opened(Terminal("--no-motion")) as terminal:
        before, written = terminal.text, len(terminal.bytes)
        for size in ("100000;100000;0;0", "0;0;0;0", "1;1;8;16", "9999999999;9999999999;1;1"):
            terminal.type(f"\x1b[48;{size}t")
        terminal.type("j")
        terminal.until_silent()
        terminal.type("k")
        terminal.until_silent()
        assert terminal.text == before
        assert len(terminal.bytes) - written < 500_000
        keys_work(terminal)
        assert terminal.status() == 0
