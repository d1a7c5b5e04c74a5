"""Processes that the tests start: with the signals of a login shell, and the command with its memory measured."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_PROGRAM = r"""
import re, sys
from pathlib import Path
from tickerboard.cli.main import main
status = main()
peak = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1]
print(peak, file=sys.stderr)
sys.exit(status)
"""


class Done(NamedTuple):
    """The exit status, what was said on standard error, and the most memory it had, in MiB."""

    status: int
    err: str
    peak: int


PATIENCE = 60.0
"""Seconds to wait for what must come: far more than it takes, for the machine may be busy."""


def wait_for(seen: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Wait until something is true."""
    end = time.monotonic() + seconds
    while not seen():
        assert time.monotonic() < end
        time.sleep(0.02)


def proc(pid: int, name: str) -> str:
    """Return what the system knows of a process, from Linux's `/proc`."""
    if not Path("/proc/self/stat").exists():
        pytest.skip("needs /proc, which this system does not have")
    return Path(f"/proc/{pid}/{name}").read_text()


def state_of(pid: int) -> str:
    """Return the state of a process, as in `ps`: T is stopped."""
    return proc(pid, "stat").rpartition(")")[2].split()[0]


def cpu_of(pid: int) -> float:
    """Return the processor time that a process has had, in seconds."""
    fields = proc(pid, "stat").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def catches(pid: int, number: signal.Signals) -> bool:
    """Return whether a process has a handler for a signal; before that, the signal would simply end it."""
    caught = re.search(r"SigCgt:\s+([0-9a-f]+)", proc(pid, "status"))
    return bool(caught and int(caught[1], 16) >> (number - 1) & 1)


def default_signals() -> None:
    """Give a child its signals as a login shell would: `nohup`, `&` and some CI runners ignore HUP, INT or QUIT.

    For the `preexec_fn` of `Popen`.
    """
    for each in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGTSTP, signal.SIGPIPE):
        signal.signal(each, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())


def measured(*arguments: str, before: str = "", env: Mapping[str, str] | None = None) -> Done:
    """Run the command, in bash behind `before`, which may be what fills its standard input."""
    line = f'{before} "$@"'
    command = ["bash", "-c", line, "bash", sys.executable, "-c", _PROGRAM, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | (env or {}))
    *said, peak = done.stderr.splitlines()
    return Done(done.returncode, "\n".join(said), int(peak) // 1024)
