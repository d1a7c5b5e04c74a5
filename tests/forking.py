"""Processes forked from one interpreter that has imported everything: a start costs a tenth of a fresh one.

The child is a process of its own, with its own session, signals, environment and standard streams; it ends as any
interpreter does. Only what is read while modules are imported is the parent's, so whoever tests that starts afresh.
"""

from __future__ import annotations

import atexit
import functools
import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_READ_AT_IMPORT = ("PYTHON", "LC_", "LANG", "TEXTUAL", "COLOR", "NO_COLOR", "TERM", "COLUMNS", "LINES")
_SERVER = r"""
import array, gc, io, json, os, random, select, signal, socket, sys, time
import tickerboard.cli.board, tickerboard.cli.main, tickerboard.ui.app, tickerboard.ui.memory
import textual.widgets, textual.drivers.linux_driver, tickerboard.ui.terminal.driver

def serve(control):
    "Fork a child for each request; report the end of each. Return the request in the child."
    woken, wake = os.pipe()
    for each in (woken, wake):
        os.set_blocking(each, False)
    signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.collect()
    gc.freeze()
    while True:
        ready = select.select([control, woken], [], [])[0]
        if woken in ready:
            os.read(woken, 4096)
            report(control)
        if control in ready:
            data, descriptors, _, _ = socket.recv_fds(control, 1 << 20, 3)
            if not data:
                os._exit(0)
            if (pid := os.fork()) == 0:
                control.close()
                os.close(woken)
                signal.set_wakeup_fd(-1)
                os.close(wake)
                return json.loads(data), descriptors
            for each in descriptors:
                os.close(each)
            control.send(json.dumps({"started": pid}).encode())

def report(control):
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        control.send(json.dumps({"ended": pid, "status": os.waitstatus_to_exitcode(status)}).encode())

def become(request, descriptors):
    "Give the child what a fresh process would have."
    os.setsid()
    for number, each in enumerate(descriptors):
        os.dup2(each, number)
    for each in descriptors:
        if each > 2:
            os.close(each)
    for name in ("HUP", "QUIT", "TERM", "TSTP", "CHLD"):
        signal.signal(getattr(signal, f"SIG{name}"), signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update(request["environment"])
    time.tzset()
    random.seed()
    gc.unfreeze()
    sys.argv = ["-c", *request["arguments"]]
    sys.stdin = sys.__stdin__ = open(0, encoding="utf-8", errors="surrogateescape", closefd=False)
    for number, name, errors in ((1, "stdout", "strict"), (2, "stderr", "backslashreplace")):
        stream = open(number, "w", encoding="utf-8", errors=errors, closefd=False)
        stream.reconfigure(line_buffering=number == 2 or os.isatty(number))
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)

request, descriptors = serve(socket.socket(fileno=int(sys.argv[1])))
become(request, descriptors)
exec(compile(request["program"], "<string>", "exec"), {"__name__": "__main__"})
"""


class Forked:
    """A forked process, as far as `subprocess.Popen` is used here."""

    def __init__(self, server: _Server, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._server = server

    def poll(self) -> int | None:
        """Return the exit status, or None while it runs."""
        if self.returncode is None:
            self.returncode = self._server.status_of(self.pid)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the exit status. Raise subprocess.TimeoutExpired."""
        end = None if timeout is None else time.monotonic() + timeout
        while (status := self.poll()) is None:
            if end is not None and time.monotonic() > end:
                raise subprocess.TimeoutExpired("forked", timeout or 0)
            time.sleep(0.005)
        return status

    def send_signal(self, number: int) -> None:
        """Send a signal while it runs."""
        if self.poll() is None:
            with suppress(ProcessLookupError):  # it may end just now
                os.kill(self.pid, number)

    def kill(self) -> None:
        """Kill it."""
        self.send_signal(signal.SIGKILL)


class _Server:
    """The process that has imported everything."""

    def __init__(self) -> None:
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        nothing = subprocess.DEVNULL
        self.process = subprocess.Popen(
            [sys.executable, "-c", _SERVER, str(theirs.fileno())],
            stdin=nothing,
            stdout=nothing,
            pass_fds=[theirs.fileno()],
            start_new_session=True,
        )
        theirs.close()
        self._ended: dict[int, int] = {}
        atexit.register(self._control.close)

    def start(
        self, program: str, arguments: list[str], environment: Mapping[str, str], descriptors: list[int]
    ) -> Forked:
        """Fork a child that runs a program. The descriptors become its standard streams."""
        request = {
            "program": program,
            "arguments": arguments,
            "environment": dict(environment),
            "folder": os.getcwd(),  # noqa: PTH109
        }
        socket.send_fds(self._control, [json.dumps(request).encode()], descriptors)
        self._control.setblocking(True)
        while (pid := self._take()) is None:
            pass
        return Forked(self, pid)

    def status_of(self, pid: int) -> int | None:
        """Return the exit status of a child that has ended."""
        self._control.setblocking(False)
        try:
            while pid not in self._ended:
                self._take()
        except BlockingIOError:
            return None
        return self._ended.pop(pid)

    def _take(self) -> int | None:
        """Take a report; return the pid where it is of a start."""
        report = json.loads(self._control.recv(4096))
        if "started" in report:
            return int(report["started"])
        self._ended[report["ended"]] = report["status"]
        return None


@functools.cache
def _server() -> _Server:
    return _Server()


def can_fork(environment: Mapping[str, str]) -> bool:
    """Return whether nothing in these variables is read while modules are imported."""
    return sys.platform == "linux" and not any(name.startswith(_READ_AT_IMPORT) for name in environment)


def fork(program: str, arguments: list[str], environment: Mapping[str, str], descriptors: list[int]) -> Forked:
    """Run a Python program in a forked process; each argument and variable must be valid UTF-8 or escaped."""
    return _server().start(program, arguments, environment, descriptors)


def run_forked(
    program: str, arguments: list[str], environment: Mapping[str, str], timeout: float = 60.0
) -> subprocess.CompletedProcess[bytes]:
    """Run a Python program in a forked process, with no input, to its end. Raise subprocess.TimeoutExpired."""
    with open(os.devnull, "rb") as nothing, TemporaryFile() as out, TemporaryFile() as err:  # noqa: PTH123
        process = fork(program, arguments, environment, [each.fileno() for each in (nothing, out, err)])
        try:
            status = process.wait(timeout)
        finally:
            process.kill()
        printed = [os.pread(each.fileno(), os.fstat(each.fileno()).st_size, 0) for each in (out, err)]
    return subprocess.CompletedProcess(arguments, status, *printed)
