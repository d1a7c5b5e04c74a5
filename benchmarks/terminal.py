"""A program in a real terminal: when it wrote what, what it cost, and what it holds."""

from __future__ import annotations

import atexit
import fcntl
import os
import re
import select
import struct
import subprocess
import sys
import termios
import time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Sequence

BOARD = ("-m", "tickerboard")
SIZE = (120, 40)
PATIENCE = 120.0
_OWN_FILES = ("CONFIG", "STATE", "SYMBOLS", "HISTORY")
_LEFT_OUT = {"COLUMNS", "LINES", "NO_COLOR", "PYTHONDONTWRITEBYTECODE"}
_CONTROLS = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b.")


class Run:
    """`python ARGUMENTS` on a pty of its own until the block ends; seconds are of the monotonic clock.

    `history` is another file for the program's history than the one of this run.
    """

    def __init__(self, *arguments: str, history: Path | None = None) -> None:
        self._own, theirs = os.openpty()
        fcntl.ioctl(self._own, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))
        self.written = 0
        self._seen = b""
        self.started = time.monotonic()
        self._process = subprocess.Popen(
            [sys.executable, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=_environment() | ({} if history is None else {"TICKERBOARD_HISTORY": str(history)}),
            start_new_session=True,
        )
        os.close(theirs)
        self._proc = Path(f"/proc/{self._process.pid}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._own)

    def type(self, keys: str) -> float:
        """Press keys and return when; what was written before is forgotten."""
        self.rest(0)
        self._seen = b""
        os.write(self._own, keys.encode())
        return time.monotonic()

    def until(self, *texts: str) -> float:
        """Read until all of these texts have been written since the last key; return when that was."""
        end = time.monotonic() + PATIENCE
        wanted = [text.encode() for text in texts]
        while time.monotonic() < end:
            now = self._take(0.5)
            plain = _CONTROLS.sub(b"", self._seen)
            if all(text in plain for text in wanted):
                return now
        raise TimeoutError(f"{texts} not seen in {PATIENCE} s; the end of what was: {self._seen[-500:]!r}")

    def painted(self) -> float:
        """Read until a moment of silence; return when the last byte before it came."""
        end = time.monotonic() + PATIENCE
        last, before = 0.0, self.written
        while time.monotonic() < end:
            now = self._take(0.15)
            if self.written > before:
                last, before = now, self.written
            elif last:
                return last
        raise TimeoutError(f"nothing painted in {PATIENCE} s")

    def rest(self, seconds: float) -> None:
        """Let time go by, taking in what is written."""
        end = time.monotonic() + seconds
        while self._take(max(end - time.monotonic(), 0)) and time.monotonic() < end:
            pass

    def settle(self) -> None:
        """Wait until nothing has been written for a moment."""
        before = -1
        while before != self.written:
            before = self.written
            self.rest(0.5)

    def _take(self, wait: float) -> float:
        if select.select([self._own], [], [], wait)[0]:
            data = os.read(self._own, 1 << 16)
            self.written += len(data)
            self._seen += data
        return time.monotonic()

    @property
    def cpu(self) -> float:
        """Seconds of processor time of all threads so far."""
        tasks = self._proc.joinpath("task").iterdir()
        return sum(int(task.joinpath("schedstat").read_text().split()[0]) for task in tasks) / 1e9

    @property
    def peak(self) -> float:
        """The most memory it has held, in MiB."""
        found = re.search(r"VmHWM:\s+(\d+) kB", self._proc.joinpath("status").read_text())
        return int(found[1]) / 1024 if found else 0.0

    @property
    def resident(self) -> float:
        """The memory it holds just now, in MiB."""
        found = re.search(r"VmRSS:\s+(\d+) kB", self._proc.joinpath("status").read_text())
        return int(found[1]) / 1024 if found else 0.0


def seconds_to_paint(arguments: Sequence[str], *texts: str, history: Path | None = None) -> float:
    """Launch a program; return the seconds until all of these texts are written."""
    with Run(*arguments, history=history) as run:
        return run.until(*texts) - run.started


def seconds_to_end(arguments: Sequence[str]) -> float:
    """Run a program without a terminal; return the seconds that it takes."""
    start = time.monotonic()
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, env=_environment(), check=True)
    return time.monotonic() - start


def history_path() -> Path:
    """Return where the programs of this run keep their history."""
    return Path(_files()) / "HISTORY"


def _environment() -> dict[str, str]:
    """Return the environment of a plain terminal without the user's files; byte code is kept, as once installed."""
    keep = {key: value for key, value in os.environ.items() if key not in _LEFT_OUT}
    return keep | {"TERM": "xterm-256color"} | {f"TICKERBOARD_{name}": f"{_files()}/{name}" for name in _OWN_FILES}


@cache
def _files() -> str:
    """Return a folder for what the boards of this run remember; it goes when the run ends."""
    folder = TemporaryDirectory(prefix="tickerboard-")
    atexit.register(folder.cleanup)
    return folder.name
