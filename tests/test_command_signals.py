"""Signals end every command with their status; those that are ignored stay so."""

from __future__ import annotations

import fcntl
import signal
import struct
import subprocess
import sys
import termios
from typing import TYPE_CHECKING

import pytest

from boards import put
from children import state_of, wait_for
from commands import PAGE

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
@pytest.mark.parametrize("command", [["parse"], ["parse", "--follow", "--format", "ndjson"], ["doctor", "-"]])
def test_a_signal_ends_every_command_with_its_status(command: list[str], number: int, status: int) -> None:
    """The page never ends; the program says that it reads by leaving the pipe empty."""
    code = (
        "import signal, sys; [signal.signal(each, signal.SIG_DFL) for each in (1, 15)]; "
        "signal.signal(2, signal.default_int_handler)\n"
        "from tickerboard.cli.main import main; sys.stderr.write('ready\\n'); sys.stderr.flush(); sys.exit(main())"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        assert process.stderr.readline() == b"ready\n"
        process.stdin.write(b"ABL 114.90 Decreased By")
        process.stdin.flush()
        pipe = process.stdin.fileno()
        wait_for(lambda: unread_in(pipe) == 0)
        wait_for(lambda: state_of(process.pid) == "S")  # Python hears no signal just before it calls `read`
        process.send_signal(number)
        assert process.wait(30) == status
        assert process.stderr.read() == b""


def unread_in(descriptor: int) -> int:
    """The bytes of a pipe that the other side has not read."""
    return int(struct.unpack("i", fcntl.ioctl(descriptor, termios.FIONREAD, b"\0\0\0\0"))[0])


def test_a_signal_that_is_ignored_stays_so(page: Path) -> None:
    """As under nohup: the terminal goes, the command goes on."""
    code = (
        "import signal, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "from tickerboard.cli.main import main; sys.exit(main())"
    )
    command = [sys.executable, "-c", code, "parse", "--follow", "--format", "ndjson", str(page)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline()
            process.send_signal(signal.SIGHUP)
            put(page, PAGE.replace("114.90", "113.90"))
            assert b"113.90" in process.stdout.readline()
        finally:
            process.kill()
