"""S: signals, stalled terminals and closed ones. Whatever ends the board, the terminal is given back as it was."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

import pytest

from children import state_of, wait_for
from loopback import Loopback, Request
from terminal import BLOCKED, Terminal, keys_work

SIGNALS = [("TERM", 143), ("HUP", 129), ("INT", 130), ("QUIT", 131)]
MODES = {1049, 1000, 1003, 1006, 1015, 1004, 2004}
QUICK = 20
"""Seconds within which the board ends on a busy machine; without what is tested it would take ten minutes."""


def opened(terminal: Terminal) -> Terminal:
    terminal.until(lambda text: "AIRLINK" in text)
    return terminal


def works(terminal: Terminal) -> None:
    keys_work(terminal)
    assert terminal.status() == 0
    terminal.assert_given_back()


@pytest.mark.parametrize(("name", "status"), SIGNALS)
def test_s1_a_signal_ends_it_and_the_terminal_is_as_before(name: str, status: int) -> None:
    with Terminal() as terminal:
        opened(terminal)
        terminal.until(lambda _: terminal.modes_on >= MODES)
        assert terminal.attributes != terminal.attributes_before
        terminal.send(signal.Signals[f"SIG{name}"])
        assert terminal.status() == status
        terminal.assert_given_back()


@pytest.mark.parametrize(("name", "status"), SIGNALS)
def test_s2_also_when_the_event_loop_is_blocked(name: str, status: int) -> None:
    with Terminal("--no-motion", program=BLOCKED) as terminal:
        opened(terminal)
        terminal.type("o")
        terminal.until_written(b"blocked")
        terminal.send(signal.Signals[f"SIG{name}"])
        started = time.monotonic()
        assert terminal.status() == status
        assert time.monotonic() - started < QUICK
        terminal.assert_given_back()


@pytest.mark.parametrize("how", ["q", "TERM"])
def test_s3_a_terminal_that_does_not_read_keeps_nothing(how: str) -> None:
    with Terminal(size=(200, 60)) as terminal:
        opened(terminal)
        for width in (199, 200) * 20:  # each one is a whole picture, and nobody reads
            terminal.resize(width, 60)
            time.sleep(0.05)
        started = time.monotonic()
        if how == "q":
            terminal.type("q")
        else:
            terminal.send(signal.SIGTERM)
        assert terminal.process.wait(60) == (0 if how == "q" else 143)
        assert time.monotonic() - started < QUICK
        terminal.assert_given_back()


@pytest.mark.parametrize("how", ["key", "signal"])
def test_s4_stopped_and_called_back(how: str) -> None:
    with Terminal() as terminal:
        opened(terminal)
        if how == "key":
            terminal.type("\x1a")
        else:
            terminal.send(signal.SIGTSTP)
        wait_for(lambda: state_of(terminal.process.pid) == "T")
        terminal.assert_given_back()
        terminal.screen.reset()
        terminal.send(signal.SIGCONT)
        opened(terminal)
        works(terminal)


def test_s4_under_a_real_shell() -> None:
    shell = "import os; os.execvp('bash', ['bash', '--norc', '--noprofile', '-i'])"
    with Terminal(program=shell, env={"PS1": "$ ", "HISTFILE": ""}) as terminal:
        terminal.until(lambda text: "$" in text)
        terminal.type(f"{sys.executable} -m tickerboard\r")
        opened(terminal)
        terminal.type("\x1a")
        terminal.until(lambda text: "Stopped" in text)
        terminal.screen.reset()
        terminal.type("bg\r")
        terminal.read(1)
        assert "KSE100" not in terminal.text
        terminal.type("fg\r")
        opened(terminal)
        terminal.type("s")
        terminal.until(lambda text: "Symbol▴" in text)
        left = terminal.bytes.count(b"\x1b[?1049l")
        terminal.type("q")
        terminal.until(lambda _: terminal.bytes.count(b"\x1b[?1049l") > left)
        terminal.until(lambda _: b"$ " in terminal.bytes.rpartition(b"\x1b[?1049l")[2])
        terminal.type("echo all=$((40+2))\r")
        terminal.until(lambda text: "all=42" in text)


@pytest.mark.parametrize("stop", [False, True])
def test_s5_cont_alone_and_after_stop(stop: bool) -> None:
    with Terminal() as terminal:
        opened(terminal)
        if stop:
            terminal.send(signal.SIGSTOP)
            wait_for(lambda: state_of(terminal.process.pid) == "T")
        terminal.send(signal.SIGCONT)
        terminal.until(lambda _: terminal.bytes.count(b"\x1b[?1049h") == 2)  # it has taken the terminal again
        opened(terminal)
        works(terminal)


@pytest.mark.parametrize("ignored", [False, True])
def test_s6_a_closed_terminal_ends_it(ignored: bool) -> None:
    program = "import signal; from tickerboard.cli.main import main; sys.exit(main())"
    if ignored:
        program = program.replace("sys.exit", "signal.signal(signal.SIGHUP, signal.SIG_IGN); sys.exit")
    with Terminal("--demo", program=program) as terminal:
        opened(terminal)
        terminal.close()
        assert terminal.process.wait(60) == 129


def test_s6_a_closed_terminal_ends_it_also_when_blocked() -> None:
    with Terminal(program=BLOCKED) as terminal:
        opened(terminal)
        terminal.type("o")
        terminal.until_written(b"blocked")
        terminal.close()
        assert terminal.process.wait(60) == 129


@pytest.mark.parametrize("key", ["q", "\x03"])
def test_s7_quitting_in_a_hung_fetch(key: str) -> None:
    def hang(request: Request) -> bytes:
        request.closing.wait()
        return b""

    with Loopback(hang) as server, Terminal(server.url) as terminal:
        terminal.until(lambda text: "fetching" in text)
        wait_for(lambda: bool(server.requests))
        started = time.monotonic()
        terminal.type(key)
        assert terminal.status() == 0
        assert time.monotonic() - started < QUICK
        terminal.assert_given_back()


def test_s7_quitting_while_a_thread_hangs() -> None:
    """A look-up of a name or a dead network drive holds a thread that nobody can end."""
    program = """
import time
from tickerboard.sources.url import UrlSource
from tickerboard.cli.main import main
import asyncio
async def hang(self):
    await asyncio.to_thread(time.sleep, 600)
UrlSource._ask = hang
sys.exit(main())
"""
    with Terminal("http://127.0.0.1:9/", program=program) as terminal:
        terminal.until(lambda text: "fetching" in text)
        terminal.type("q")
        started = time.monotonic()
        assert terminal.status() == 0
        assert time.monotonic() - started < QUICK
        terminal.assert_given_back()


def test_a_signal_within_the_event_loop_ends_the_work_in_order() -> None:
    """What the handler raises there could leave a task that never ends: seen once in 300 ends of `--exec`."""
    program = """
import asyncio, os, signal, sys
from tickerboard.sources.running import run_to_end

async def work():
    try:
        os.kill(os.getpid(), signal.SIGTERM)
        await asyncio.sleep(60)
    finally:
        await asyncio.sleep(0)
        print("in order")

signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
run_to_end(work)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (143, "in order\n", "")


def test_a_signal_that_arrives_as_another_error_still_gives_its_status() -> None:
    """Python turns what a handler raises into a RuntimeError within some callbacks, as while a class is made."""
    program = """
import os, signal, sys
from tickerboard.cli import main

def read(path):
    try:
        os.kill(os.getpid(), signal.SIGTERM)
    except SystemExit:
        raise RuntimeError("Error calling __set_name__") from None

main._run = read
sys.exit(main.main(["parse"]))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (143, "", "")
