"""A real terminal for the installed command: a pty, its bytes, and the screen that they make."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING, Self

import pyte

from children import PATIENCE, cpu_of, default_signals
from forking import Forked, can_fork, fork

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

# Make the pty the controlling terminal, as a login would, then be the command.
_CONTROL = "import fcntl, sys, termios; fcntl.ioctl(1, termios.TIOCSCTTY, 0)\n"
_RUN = "from tickerboard.cli.main import main; sys.exit(main())"
BLOCKED = """
import os, time
from tickerboard.ui.table.pane import TablePane
from tickerboard.cli.main import main
TablePane.action_hold = lambda self: (os.write(1, b'blocked'), time.sleep(600))
sys.exit(main())
"""
"""A board whose event loop is blocked for ten minutes when `o` is pressed; then it writes `blocked`."""
ESCAPE = "\x1b[27u"
"""Escape as terminals with the kitty protocol send it: one key, whatever is typed right behind it and however soon."""


class Terminal:
    """Runs `tickerboard ARGUMENTS` on a pty; `screen` is what a person would see."""

    def __init__(
        self,
        *arguments: str,
        size: tuple[int, int] = (120, 40),
        env: dict[str, str] | None = None,
        page: Path | None = None,
        program: str = _RUN,
        opened_at: tuple[int, int] | None = None,
    ) -> None:
        self.bytes = b""
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._unseen = b""
        self._own, theirs = os.openpty()
        self.resize_pty(*(opened_at or size))
        self.attributes_before = self.attributes
        clean = {key: value for key, value in os.environ.items() if key not in {"COLUMNS", "LINES", "NO_COLOR"}}
        environment = clean | {"TERM": "xterm-256color"} | (env or {})
        taken = page.open("rb") if page else None
        streams = [taken.fileno() if taken else theirs, theirs, theirs]
        self.process: Forked | subprocess.Popen[bytes]
        if can_fork(env or {}):
            self.process = fork(_CONTROL + program, list(arguments), environment, streams)
        else:
            self.process = _fresh(_CONTROL + program, arguments, environment, streams)
        if taken:
            taken.close()
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.close()

    def close(self) -> None:
        """Close the window."""
        if self._own >= 0:
            os.close(self._own)
        self._own = -1

    @property
    def screen(self) -> pyte.Screen:
        """The screen as a person would see it; brought up to date only when it is looked at, which is slow."""
        self._stream.feed(self._unseen)
        self._unseen = b""
        return self._screen

    @property
    def attributes(self) -> list[object]:
        """The settings of the terminal driver (termios)."""
        return termios.tcgetattr(self._own)

    @property
    def modes_on(self) -> set[int]:
        """The modes of the terminal that are on: set and not reset."""
        last = dict(re.findall(rb"\x1b\[\?([0-9]+)([hl])", self.bytes))
        return {int(mode) for mode, how in last.items() if how == b"h" and mode not in {b"7", b"25"}}

    def assert_given_back(self) -> None:
        """Check that the terminal is restored: its driver, its modes, cursor and line wrap."""
        self.read(0.3)
        assert self.attributes == self.attributes_before
        assert not self.modes_on
        assert self.bytes.rindex(b"\x1b[?25h") > self.bytes.rindex(b"\x1b[?25l")
        assert self.bytes.rindex(b"\x1b[?7h") > self.bytes.rindex(b"\x1b[?7l")

    def send(self, number: signal.Signals) -> None:
        """Send a signal to the command."""
        self.process.send_signal(number)

    def resize(self, columns: int, lines: int) -> None:
        """Change the size, as dragging the window's corner does."""
        self.screen.resize(lines, columns)  # what was written before is of the old size
        self.resize_pty(columns, lines)

    def resize_pty(self, columns: int, lines: int) -> None:
        """Change the size that the program sees."""
        fcntl.ioctl(self._own, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        if hasattr(self, "process"):
            assert self.process.poll() is None, self.text
            os.killpg(self.process.pid, signal.SIGWINCH)

    def type(self, keys: str | bytes) -> None:
        """Press keys."""
        os.write(self._own, keys if isinstance(keys, bytes) else keys.encode())

    def read(self, seconds: float) -> None:
        """Take in what the program writes, for at most this long or until it is silent for a moment."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if not select.select([self._own], [], [], min(left, 0.1))[0]:
                continue
            try:
                data = os.read(self._own, 65_536)
            except OSError:  # the other side is closed
                return
            self._take(data)

    def _take(self, data: bytes) -> None:
        self.bytes += data
        self._unseen += data

    def until(self, seen: Callable[[str], bool], seconds: float = PATIENCE) -> str:
        """Read until the screen, of a board that takes keys, shows something, and return its text."""
        end = time.monotonic() + seconds
        while not seen(text := self.text) or self._opens:
            assert time.monotonic() < end, text
            self.read(0.1)
        return text

    @property
    def _opens(self) -> bool:
        """Whether only the first picture of a board is there, which takes no keys yet."""
        return b"\x1b[?1049h" in self.bytes and b"\x1b[?1000h" not in self.bytes and self.process.poll() is None

    def until_written(self, data: bytes, seconds: float = PATIENCE) -> None:
        """Read until the program has written something that the screen does not show."""
        end = time.monotonic() + seconds
        while data not in self.bytes:
            assert time.monotonic() < end, self.bytes[-500:]
            self.read(0.1)

    def until_silent(self, pause: float = 0.5, seconds: float = PATIENCE) -> None:
        """Read until the program writes nothing and has had no processor time for a moment: it waits for something."""
        end, at, before = time.monotonic() + seconds, time.monotonic(), (-1, -1.0)
        while time.monotonic() - at < pause:
            assert time.monotonic() < end, self.text
            self.read(0.1)
            if (now := (len(self.bytes), cpu_of(self.process.pid))) != before:
                at, before = time.monotonic(), now

    def seconds_until(self, seen: bytes, keys: str) -> float:
        """Press keys and return how many seconds it takes until the program writes something."""
        written, start = b"", time.monotonic()
        self.type(keys)
        while seen not in written:
            assert time.monotonic() - start < PATIENCE, written[-500:]
            if select.select([self._own], [], [], 0.05)[0]:
                written += os.read(self._own, 65_536)
        taken = time.monotonic() - start
        self._take(written)
        return taken

    @property
    def text(self) -> str:
        """The screen as lines of text."""
        return "\n".join(self.screen.display)

    def status(self, seconds: float = PATIENCE) -> int:
        """Wait for the end and return the exit status."""
        end = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < end:
            self.read(0.1)
        return self.process.wait(0.1)


def _fresh(
    program: str, arguments: Sequence[str], environment: Mapping[str, str], streams: Sequence[int]
) -> subprocess.Popen[bytes]:
    """Run a Python program in a fresh interpreter."""
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdin=streams[0],
        stdout=streams[1],
        stderr=streams[2],
        env=environment,
        start_new_session=True,
        preexec_fn=default_signals,
    )


def keys_work(terminal: Terminal) -> None:
    """Press a key and see what it does; then quit."""
    keys_answer(terminal)
    terminal.type("q")


def keys_answer(terminal: Terminal) -> None:
    """Press a key and see what it does."""
    terminal.type("?")
    terminal.until(lambda text: "sort by the next column" in text)
    terminal.type("q")
    terminal.until(lambda text: "sort by the next column" not in text)
